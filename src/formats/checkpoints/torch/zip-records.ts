/**
 * The records of a PyTorch archive under their names without the archive's own (caffe2/serialize/inline_container.cc),
 * and the storages among them. A record is opened when a tensor wants it, and stays where it is.
 */
import type { ByteSource } from '../../../model/byte-source.ts';
import { FormatProblem, LimitProblem } from '../../../model/problem.ts';
import { memorySource } from '../../codecs/memory-source.ts';
import type { ZipArchive, ZipEntry } from '../../codecs/zip.ts';
import type { Storage } from './meaning.ts';

/** A whole model without its tensors; GPT-sized state dicts have below a megabyte. */
const maxPickleBytes = 512 * 1024 * 1024;
/** A compressed storage under a view has to be unfolded in memory; torch never compresses one. */
const maxInflatedBytes = 128 * 1024 * 1024;

export interface ZipRecords {
  /** The archive's own name: what stood before the first `/`. */
  readonly prefix: string;
  readonly names: readonly string[];
  has(name: string): boolean;
  entry(name: string): ZipEntry;
  /** A pickle among the records. @throws FormatProblem `RECORD_MISSING` */
  pickleSource(name: string): Promise<ByteSource>;
  /** A small text; null where the record is not there. @throws LimitProblem */
  text(name: string, maxBytes: number): Promise<string | null>;
  /** One object for one record, however often it is asked for. @throws FormatProblem `RECORD_MISSING` */
  storage(name: string, device: string, bigEndian: boolean): Storage;
  /** The names of all records that `storage` gave. */
  readonly used: ReadonlySet<string>;
}

/** @throws FormatProblem `ARCHIVE_PREFIX` where records lie under different names */
export function zipRecords(source: ByteSource, archive: ZipArchive): ZipRecords {
  const [first] = archive.entries;
  const slash = first?.name.indexOf('/') ?? -1;
  const prefix = first?.name.slice(0, Math.max(0, slash)) ?? '';
  const byName = new Map<string, ZipEntry>();
  for (const entry of archive.entries) {
    if (slash <= 0 || !entry.name.startsWith(`${prefix}/`))
      throw new FormatProblem(
        'ARCHIVE_PREFIX',
        `The record ${JSON.stringify(entry.name.slice(0, 200))} does not lie under ${JSON.stringify(`${prefix}/`)}, as the first one does.`,
        { place: { file: source.name, entry: entry.name }, remedy: 'Save the file again with torch.save.' },
      );
    byName.set(entry.name.slice(prefix.length + 1), entry);
  }
  const used = new Set<string>();
  const storages = new Map<string, Storage>();
  const entryOf = (name: string): ZipEntry => {
    const entry = byName.get(name);
    if (entry !== undefined) return entry;
    throw new FormatProblem('RECORD_MISSING', `The archive has no record ${JSON.stringify(name.slice(0, 200))}.`, {
      place: { file: source.name, entry: name },
      remedy: 'Save the file again with torch.save: it is incomplete.',
    });
  };
  return {
    prefix,
    names: [...byName.keys()],
    used,
    has: (name) => byName.has(name),
    entry: entryOf,
    async pickleSource(name) {
      const entry = entryOf(name);
      const bytes = await archive.read(entry, maxPickleBytes);
      return memorySource(source.name, bytes);
    },
    async text(name, maxBytes) {
      const entry = byName.get(name);
      return entry === undefined ? null : Buffer.from(await archive.read(entry, maxBytes)).toString('utf8');
    },
    storage(name, device, bigEndian) {
      const known = storages.get(name);
      if (known !== undefined) return known;
      const entry = entryOf(name);
      used.add(name);
      const storage = recordStorage(source, archive, entry, name, device, bigEndian);
      storages.set(name, storage);
      return storage;
    },
  };
}

function recordStorage(
  source: ByteSource,
  archive: ZipArchive,
  entry: ZipEntry,
  name: string,
  device: string,
  bigEndian: boolean,
): Storage {
  const plain = { name, byteLength: entry.size, device, bigEndian };
  if (entry.method === 0) {
    const window = archive.storedSource(entry);
    return { ...plain, random: () => window };
  }
  const random = async (): Promise<ByteSource> => {
    if (entry.size > maxInflatedBytes)
      throw new LimitProblem('RECORD_SIZE', `A compressed record of ${entry.size} bytes is not unfolded in memory.`, {
        place: { file: source.name, entry: entry.name },
        remedy: 'Save the file with torch.save, which does not compress.',
      });
    return memorySource(source.name, await archive.read(entry, maxInflatedBytes));
  };
  return { ...plain, random, stream: () => archive.chunks(entry) };
}
