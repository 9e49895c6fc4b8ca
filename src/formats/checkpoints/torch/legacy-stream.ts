/**
 * The stream that torch.save wrote before 1.6, and writes inside pickles (torch/serialization.py, `_legacy_save`): five
 * pickles (magic, version, system, object, keys), then for each key a count as u64 and the raw elements.
 *
 * Elements are little-endian on every machine. Ancient tar archives and the preview format are told apart and refused.
 */
import type { ByteSource } from '../../../model/byte-source.ts';
import type { Problem } from '../../../model/problem.ts';
import { FormatProblem, isProblem } from '../../../model/problem.ts';
import { windowSource } from '../../codecs/memory-source.ts';
import { type Pickle, readPickle } from '../../codecs/pickle/pickle-machine.ts';
import { type PersistentNode, type PickleNode, plainText, safeInteger } from '../../codecs/pickle/pickle-node.ts';
import type { Nested, Reading, Storage } from './meaning.ts';
import { createReading, type FileReading } from './reading.ts';
import { itemBytes, type StorageId, storageId } from './storage-id.ts';

const magic = 0x1950a86a20f9469cfc6cn;
const version = 1001;

export interface LegacyStream {
  readonly root: PickleNode;
  readonly reading: Reading;
  /** Of the byte after the last storage. */
  readonly end: number;
  readonly facts: Readonly<Record<string, string>>;
}

/** True where the first pickle is the magic number. */
export function isLegacyStream(source: ByteSource): boolean {
  try {
    const head = windowSource(source, source.name, 0, Math.min(64, source.byteLength));
    const { root } = readPickle(head, { limits: { maxOpcodes: 8 } });
    return root.kind === 'int' && root.value === magic;
  } catch (error) {
    if (isProblem(error)) return false;
    throw error;
  }
}

/**
 * Reads all five pickles and finds every storage.
 * @throws FormatProblem `LEGACY_MAGIC`, `LEGACY_VERSION`, `LEGACY_KEYS`, `STORAGE_SIZE`, `RECORD_MISSING`, those of
 *   `readPickle` and of `storageId`
 */
export function readLegacyStream(source: ByteSource, file: FileReading): LegacyStream {
  const problem = (code: string, message: string, offset: number): FormatProblem =>
    new FormatProblem(code, message, {
      place: { file: source.name, offset },
      remedy: 'Save the file again with torch.save.',
    });
  const next = (offset: number): Pickle => {
    const pickle = readPickle(source, { offset });
    for (const node of pickle.globals) file.globals.push(node);
    return pickle;
  };
  const first = next(0);
  if (first.root.kind !== 'int' || first.root.value !== magic)
    throw problem('LEGACY_MAGIC', 'The first pickle is not the magic number of a PyTorch stream.', 0);
  const second = next(first.end);
  if (safeInteger(second.root) !== version)
    throw problem('LEGACY_VERSION', `The second pickle is not the version ${version}.`, first.end);
  const system = next(second.end);
  const object = next(system.end);
  const keys = next(object.end);

  const ids = new Map<PersistentNode, StorageId>();
  const roots = new Map<string, StorageId>();
  for (const node of object.persistent) {
    const id = storageId(node, (code, message) => problem(code, message, system.end));
    if (id === null) continue;
    ids.set(node, id);
    const known = roots.get(id.key);
    if (known !== undefined && known.byteLength !== id.byteLength)
      throw problem(
        'STORAGE_SIZE',
        `The storage ${id.key} is said to have ${known.byteLength} and ${id.byteLength} bytes.`,
        system.end,
      );
    roots.set(id.key, id);
  }
  const { storages, end } = placeStorages(source, keys, roots, problem);

  const views = new Map<string, Storage>();
  const reading = createReading(file, {
    storage(node) {
      const id = ids.get(node);
      if (id === undefined) return null;
      const root = storages.get(id.key);
      if (root === undefined)
        throw reading.problem('RECORD_MISSING', `The storage ${id.key} is not in the list of keys.`);
      if (id.view === null) return { storage: root, dtype: id.dtype, count: id.count };
      const { key, offset, count } = id.view;
      const bytes = itemBytes(id.dtype);
      const storage =
        views.get(`${id.key} ${key}`) ?? viewStorage(root, `storage ${key}`, offset * bytes, count * bytes, reading);
      views.set(`${id.key} ${key}`, storage);
      return { storage, dtype: id.dtype, count };
    },
    openNested: openNestedFile,
  });
  return { root: object.root, reading, end, facts: systemFacts(system.root, object.protocol) };
}

/** A torch file inside a pickle: what `_load_from_bytes` reads. @throws as `readLegacyStream` */
export function openNestedFile(source: ByteSource, file: FileReading): Nested {
  const stream = readLegacyStream(source, file);
  if (stream.end !== source.byteLength)
    throw new FormatProblem('TRAILING_DATA', `${source.byteLength - stream.end} bytes follow the last storage.`, {
      place: { file: source.name, offset: stream.end },
      remedy: 'Save the file again: it is damaged.',
    });
  return { node: stream.root, reading: stream.reading };
}

function placeStorages(
  source: ByteSource,
  keys: Pickle,
  roots: ReadonlyMap<string, StorageId>,
  problem: (code: string, message: string, offset: number) => Problem,
): { readonly storages: ReadonlyMap<string, Storage>; readonly end: number } {
  if (keys.root.kind !== 'list')
    throw problem('LEGACY_KEYS', 'The fifth pickle is not the list of storage keys.', keys.end);
  const storages = new Map<string, Storage>();
  let position = keys.end;
  for (const node of keys.root.items) {
    const key = plainText(node);
    const id = key === null ? undefined : roots.get(key);
    if (key === null || id === undefined)
      throw problem(
        'LEGACY_KEYS',
        `The list of storages names ${JSON.stringify(key ?? node.kind)}, which the object does not use.`,
        position,
      );
    if (storages.has(key))
      throw problem('LEGACY_KEYS', `The list of storages names ${JSON.stringify(key)} twice.`, position);
    const count = Buffer.from(source.read(position, 8)).readBigUInt64LE(0);
    if (count !== BigInt(id.count))
      throw problem('STORAGE_SIZE', `The storage ${key} has ${count} elements; ${id.count} were expected.`, position);
    const window = windowSource(source, source.name, position + 8, id.byteLength);
    const name = `storage ${key}`;
    storages.set(key, { name, byteLength: id.byteLength, device: id.location, bigEndian: false, random: () => window });
    position += 8 + id.byteLength;
  }
  return { storages, end: position };
}

function viewStorage(root: Storage, name: string, offset: number, length: number, reading: Reading): Storage {
  if (!Number.isSafeInteger(offset + length) || offset + length > root.byteLength)
    throw reading.problem(
      'TENSOR_BOUNDS',
      `The view ${name} reaches to byte ${offset + length} of ${root.byteLength}.`,
    );
  const random = async () => windowSource(await root.random(), name, offset, length);
  return { ...root, name, byteLength: length, random };
}

function systemFacts(root: PickleNode, protocol: number): Readonly<Record<string, string>> {
  const facts: Record<string, string> = { 'pickle protocol': String(protocol) };
  if (root.kind !== 'dict') return facts;
  for (const [key, value] of root.pairs)
    if (plainText(key) === 'little_endian' && value.kind === 'bool')
      facts['written on'] = `a ${value.value ? 'little' : 'big'}-endian machine`;
  return facts;
}
