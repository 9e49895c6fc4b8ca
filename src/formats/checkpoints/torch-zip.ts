/**
 * PyTorch's zip archives: torch.save since 1.6, Lightning's `.ckpt`, TorchScript (torch/serialization.py `_save`,
 * caffe2/serialize/inline_container.cc).
 *
 * Content is `data.pkl` with the storages that it names, `constants.pkl` and `code/` of TorchScript, and any record that
 * is not known. Names, order, alignment, versions and the serialization id of the archive are facts of the container.
 */
import { type ByteSource, chunkBytes } from '../../model/byte-source.ts';
import type { Checkpoint, Entry } from '../../model/entry.ts';
import type { EntryPath } from '../../model/entry-path.ts';
import { FormatProblem, isProblem, withPlace } from '../../model/problem.ts';
import { sourceChunks } from '../codecs/memory-source.ts';
import { readPickle } from '../codecs/pickle/pickle-machine.ts';
import { openZip, type ZipArchive } from '../codecs/zip.ts';
import { findEndRecord } from '../codecs/zip-end-record.ts';
import type { CheckpointFormat } from './checkpoint-format.ts';
import { executableReferences } from './torch/executable-references.ts';
import { type Flattening, flatten, flattenLimits, startFlattening } from './torch/flatten.ts';
import { openNestedFile } from './torch/legacy-stream.ts';
import { addNote, createReading, type FileReading, startFile } from './torch/reading.ts';
import { storageId } from './torch/storage-id.ts';
import { type ZipRecords, zipRecords } from './torch/zip-records.ts';

/** Records that say how the archive was written, by what they are called in the report. */
const facts: ReadonlyMap<string, string> = new Map([
  ['version', 'format version'],
  ['.format_version', 'record format version'],
  ['.storage_alignment', 'storage alignment'],
  ['.data/serialization_id', 'serialization id'],
  ['byteorder', 'byte order'],
]);
/** The longest of them has 40 digits. */
const maxFactBytes = 1_024;
/** A source file of TorchScript up to this size is shown line by line; a longer one is compared as bytes. */
const maxCodeBytes = 16 * 1024;

export const torchZip: CheckpointFormat = {
  id: 'torch-zip',
  title: 'PyTorch zip archive',
  role: 'checkpoint',
  recognizes,
  async open(source): Promise<Checkpoint> {
    const archive = await openZip(source);
    const file = startFile(source.name);
    const records = zipRecords(source, archive);
    const container = await containerFacts(source, records);
    const bigEndian = isBigEndian(source, container['byte order']);
    const flattening = startFlattening(flattenLimits(source.byteLength));
    const isScript = records.has('constants.pkl');
    await addPickle(source, records, 'data', [], bigEndian, file, flattening);
    if (isScript)
      await addPickle(source, records, 'constants', [{ compound: 'constants' }], bigEndian, file, flattening);
    await addOtherRecords(archive, records, file, flattening.entries);
    await noteSkippedData(archive, records, file);
    const references = executableReferences(file.globals);
    return {
      format: torchZip.id,
      entries: flattening.entries,
      get notes() {
        return [...file.notes, ...archive.notes];
      },
      container: { 'archive name': records.prefix, ...(isScript ? { kind: 'TorchScript' } : {}), ...container },
      // The classes of a script are in the archive itself: nothing is imported for them.
      executableReferences: isScript ? references.filter((name) => !name.startsWith('__torch__')) : references,
      close: () => {},
    };
  },
};

/** A zip file one of whose records is `…/data.pkl`; where the directory is damaged, its first record tells. */
async function recognizes(source: ByteSource): Promise<boolean> {
  if (source.byteLength < 34) return false;
  const head = Buffer.from(source.read(0, Math.min(source.byteLength, 30 + 1024))).toString('latin1');
  if (!head.startsWith('PK\u0003\u0004')) return false;
  const name = head.slice(30, 30 + head.charCodeAt(26) + 256 * head.charCodeAt(27));
  if (/^[^/]+\/data\.pkl$/.test(name)) return true;
  try {
    const end = findEndRecord(source);
    const { directoryOffset, directoryEnd } = end;
    // Enough for 100,000 records of a script, whose data.pkl may come last.
    const directory = source.read(directoryOffset, Math.min(directoryEnd - directoryOffset, 16 * 1024 * 1024));
    return /PK\u0001\u0002[\s\S]{42}[^/]{1,1024}\/data\.pkl/.test(Buffer.from(directory).toString('latin1'));
  } catch (error) {
    if (isProblem(error)) return false;
    throw error;
  }
}

async function containerFacts(source: ByteSource, records: ZipRecords): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const [name, title] of facts) {
    const text = await records.text(name, maxFactBytes);
    if (text !== null) found[title] = text.trim();
  }
  if (records.prefix === '')
    throw new FormatProblem('ARCHIVE_PREFIX', 'The records lie under no common name.', {
      place: { file: source.name, offset: 0 },
      remedy: 'Save the file again with torch.save.',
    });
  return found;
}

/** @throws FormatProblem `BYTEORDER` */
function isBigEndian(source: ByteSource, order: string | undefined): boolean {
  if (order === undefined || order === 'little') return false;
  if (order === 'big') return true;
  throw new FormatProblem(
    'BYTEORDER',
    `The byte order is ${JSON.stringify(order.slice(0, 40))}; "little" or "big" was expected.`,
    {
      place: { file: source.name, entry: 'byteorder' },
      remedy: 'Save the file again with torch.save.',
    },
  );
}

/** Reads `<folder>.pkl`, whose storages are the records `<folder>/<key>`. */
async function addPickle(
  source: ByteSource,
  records: ZipRecords,
  folder: 'data' | 'constants',
  path: EntryPath,
  bigEndian: boolean,
  file: FileReading,
  flattening: Flattening,
): Promise<void> {
  const name = `${folder}.pkl`;
  const pickleSource = await records.pickleSource(name);
  const reading = createReading(file, {
    storage(node) {
      const id = storageId(node, reading.problem);
      if (id === null) return null;
      const storage = records.storage(`${folder}/${id.key}`, id.location, bigEndian);
      // A typed storage counts whole elements: less than one may be left over.
      const rest = storage.byteLength - id.byteLength;
      const item = id.count > 0 ? id.byteLength / id.count : 16;
      if (rest < 0 || rest >= item)
        throw reading.problem(
          'STORAGE_SIZE',
          `The storage ${id.key} is said to have ${id.byteLength} bytes; its record has ${storage.byteLength}.`,
        );
      return { storage, dtype: id.dtype, count: id.count };
    },
    openNested: openNestedFile,
  });
  try {
    const pickle = readPickle(pickleSource, { entry: name });
    for (const node of pickle.globals) file.globals.push(node);
    flatten(flattening, pickle.root, path, reading);
    addTrailing(pickleSource, pickle.end, name, file, flattening.entries);
    // What the pickle refers to and drops again is referenced all the same.
    for (const node of pickle.persistent) reading.storage(node);
  } catch (error) {
    throw isProblem(error) ? withPlace(error, { file: source.name, entry: name }) : error;
  }
}

function addTrailing(source: ByteSource, end: number, name: string, file: FileReading, entries: Entry[]): void {
  const byteLength = source.byteLength - end;
  if (byteLength === 0) return;
  addNote(file, {
    code: 'TRAILING_DATA',
    message: `${byteLength} bytes follow the end of the pickle; torch.load does not read them. They are compared.`,
    entry: name,
  });
  const path = [{ compound: `trailing bytes of ${name}` }];
  const chunks = () => sourceChunks(source, end);
  entries.push({ kind: 'opaque', path, structure: {}, what: 'trailing bytes', byteLength, chunks });
}

/** Everything that no pickle names: code as text, the rest as bytes; only debug information is left out, with a note. */
async function addOtherRecords(
  archive: ZipArchive,
  records: ZipRecords,
  file: FileReading,
  entries: Entry[],
): Promise<void> {
  let debugRecords = 0;
  const others = records.names.filter((name) => !isKnown(name, records));
  for (const name of others.toSorted()) {
    const entry = records.entry(name);
    if (name.endsWith('.debug_pkl')) {
      debugRecords++;
      continue;
    }
    if (name.startsWith('code/') && entry.size <= maxCodeBytes) {
      const text = Buffer.from(await archive.read(entry, maxCodeBytes));
      const isText = text.equals(Buffer.from(text.toString('utf8')));
      if (isText) {
        const value = { type: 'str', text: text.toString('utf8') } as const;
        entries.push({ kind: 'scalar', path: [{ compound: name }], structure: {}, value });
        continue;
      }
    }
    const isStorage = /^(data|constants)\//.test(name);
    if (isStorage)
      addNote(file, {
        code: 'UNREFERENCED_RECORD',
        message: 'No tensor refers to this record. It is compared as bytes.',
        entry: name,
      });
    const what = isStorage ? 'unreferenced record' : 'record';
    const chunks = () => archive.chunks(entry);
    entries.push({
      kind: 'opaque',
      path: [{ compound: `record ${name}` }],
      structure: {},
      what,
      byteLength: entry.size,
      chunks,
    });
  }
  if (debugRecords > 0)
    addNote(file, {
      code: 'DEBUG_RECORDS',
      message: `${debugRecords} records of debug information (.debug_pkl) are not compared.`,
    });
}

function isKnown(name: string, records: ZipRecords): boolean {
  return name === 'data.pkl' || name === 'constants.pkl' || facts.has(name) || records.used.has(name);
}

/** `torch.serialization.skip_data()` writes zeros of the right size: then nothing was saved that could be compared. */
async function noteSkippedData(archive: ZipArchive, records: ZipRecords, file: FileReading): Promise<void> {
  const zeros = new Uint8Array(chunkBytes);
  const storages = [...records.used].map((name) => records.entry(name)).filter((entry) => entry.size > 0);
  if (storages.length === 0 || storages.some((entry) => entry.crc32 !== 0)) return;
  for (const entry of storages)
    for await (const chunk of archive.chunks(entry))
      if (Buffer.compare(chunk, zeros.subarray(0, chunk.length)) !== 0) return;
  addNote(file, {
    code: 'WEIGHTS_SKIPPED',
    message: `All ${storages.length} storages are zeros without a checksum: the weights were skipped at save time (torch.serialization.skip_data).`,
  });
}
