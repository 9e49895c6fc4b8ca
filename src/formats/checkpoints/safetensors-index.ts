/**
 * Hugging Face's sharded safetensors: `model.safetensors.index.json` with a `weight_map` from tensor to shard, and the
 * shards beside it (transformers, `save_pretrained`). Read as one checkpoint, equal to the same weights in one file.
 *
 * `metadata.total_size` counts tied weights in its own way, so a sum that differs from it is only a note.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import type { Checkpoint, Entry, ReadNote } from '../../model/entry.ts';
import { FormatProblem, isProblem, withPlace } from '../../model/problem.ts';
import type { PlainValue } from '../../model/record.ts';
import { parsePythonJson } from '../codecs/python-json.ts';
import { peekText, readText } from '../codecs/text.ts';
import type { CheckpointFormat, OpenContext } from './checkpoint-format.ts';
import { openSafetensors } from './safetensors.ts';

/** 100 bytes a tensor: far more than any model has. */
const maxIndexBytes = 64 * 1024 * 1024;

interface Index {
  /** Tensor name → shard. */
  readonly weightMap: ReadonlyMap<string, string>;
  /** In order of first appearance. */
  readonly shards: readonly string[];
  readonly metadata: readonly (readonly [string, string])[];
}

export const safetensorsIndex: CheckpointFormat = {
  id: 'safetensors-index',
  title: 'sharded safetensors (index)',
  role: 'checkpoint',
  recognizes(source) {
    if (source.byteLength > maxIndexBytes || !/^\s*\{/.test(peekText(source, 64))) return false;
    const text = peekText(source, source.byteLength);
    return /"weight_map"\s*:\s*\{/.test(text) && text.includes('.safetensors"');
  },
  parts: (source) => readIndex(source).shards,
  async open(source, context) {
    const index = readIndex(source);
    const opened: Checkpoint[] = [];
    const sources: { close(): void }[] = [];
    const close = () => {
      for (const part of [...opened, ...sources]) part.close();
    };
    try {
      for (const shard of index.shards) {
        const sibling = openShard(source, context, shard);
        sources.push(sibling);
        opened.push(openSafetensors(sibling));
      }
      return { ...merge(source, index, opened), close };
    } catch (error) {
      close();
      throw error;
    }
  },
};

function indexProblem(source: ByteSource, code: string, message: string, entry: string, remedy: string): FormatProblem {
  return new FormatProblem(`SAFETENSORS_INDEX_${code}`, message, { place: { file: source.name, entry }, remedy });
}

function readIndex(source: ByteSource): Index {
  let value: PlainValue;
  try {
    value = parsePythonJson(readText(source, maxIndexBytes), { file: source.name });
  } catch (error) {
    if (!isProblem(error) || error.code !== 'JSON_DUPLICATE_KEY')
      throw isProblem(error) ? withPlace(error, { file: source.name }) : error;
    throw new FormatProblem('SAFETENSORS_INDEX_DUPLICATE_KEY', error.message, {
      place: error.place,
      remedy: error.remedy,
    });
  }
  const again = 'Save the model again with save_pretrained.';
  const map = value.type === 'map' ? value.items.find(([key]) => key === 'weight_map')?.[1] : undefined;
  if (map?.type !== 'map')
    throw indexProblem(source, 'SHAPE', 'The index has no object "weight_map".', '/weight_map', again);
  const weightMap = new Map<string, string>();
  for (const [tensor, shard] of map.items) {
    if (shard.type !== 'str')
      throw indexProblem(
        source,
        'SHAPE',
        `The shard of a tensor is a ${shard.type}; a file name was expected.`,
        tensor,
        again,
      );
    if (shard.text === '' || shard.text === '.' || shard.text.includes('..') || /[/\\\0]/.test(shard.text))
      throw indexProblem(
        source,
        'SHARD_NAME',
        `The shard ${JSON.stringify(shard.text)} is not a plain file name beside the index.`,
        tensor,
        'Keep all shards in the folder of the index.',
      );
    weightMap.set(tensor, shard.text);
  }
  const facts = value.type === 'map' ? value.items.find(([key]) => key === 'metadata')?.[1] : undefined;
  const metadata: (readonly [string, string])[] = [];
  for (const [key, item] of facts?.type === 'map' ? facts.items : [])
    if (item.type !== 'map' && item.type !== 'list') metadata.push([key, item.text]);
  return { weightMap, shards: [...new Set(weightMap.values())], metadata };
}

function openShard(source: ByteSource, context: OpenContext, shard: string): ByteSource & { close(): void } {
  const sibling = context.sibling(shard);
  if (sibling !== null) return sibling;
  throw indexProblem(
    source,
    'MISSING_SHARD',
    `The shard ${JSON.stringify(shard)} that the index names is not beside it.`,
    shard,
    'Write all shards, or compare the shards that are there on their own.',
  );
}

function merge(source: ByteSource, index: Index, shards: readonly Checkpoint[]): Omit<Checkpoint, 'close'> {
  const entries: Entry[] = [];
  const notes: ReadNote[] = [];
  const foundIn = new Map<string, string>();
  const metadata = new Map<string, Entry & { kind: 'scalar' }>();
  let bytes = 0;
  for (const [number, checkpoint] of shards.entries()) {
    const shard = index.shards[number] ?? '';
    notes.push(...checkpoint.notes.map((note) => ({ ...note, entry: note.entry ?? shard })));
    for (const entry of checkpoint.entries) {
      if (entry.path.length === 0) continue;
      if (entry.kind === 'scalar') {
        const key = JSON.stringify(entry.path);
        const known = metadata.get(key);
        if (known === undefined) metadata.set(key, entry);
        // Of its own under the shard's name, so that it is compared all the same.
        else if (known.value.text !== entry.value.text)
          metadata.set(`${shard} ${key}`, { ...entry, path: ['__metadata__', shard, ...entry.path.slice(1)] });
        continue;
      }
      const name = String(entry.path[0]);
      const other = foundIn.get(name);
      if (other !== undefined)
        throw indexProblem(
          source,
          'DUPLICATE_TENSOR',
          `The tensor stands in ${JSON.stringify(other)} and in ${JSON.stringify(shard)}.`,
          name,
          'Remove old shards from the folder and save the model again.',
        );
      foundIn.set(name, shard);
      const listed = index.weightMap.get(name);
      if (listed === undefined)
        notes.push({
          code: 'SAFETENSORS_INDEX_UNLISTED',
          message: `The index does not name the tensor; it stands in ${shard}.`,
          entry: name,
        });
      if ('byteLength' in entry) bytes += entry.byteLength;
      entries.push(entry);
    }
  }
  for (const [name, shard] of index.weightMap)
    if (foundIn.get(name) !== shard)
      throw indexProblem(
        source,
        'MISSING_TENSOR',
        `The index puts the tensor into ${JSON.stringify(shard)}, but it is ${foundIn.has(name) ? 'elsewhere' : 'not there'}.`,
        name,
        'Save the model again: index and shards do not belong together.',
      );
  const total = index.metadata.find(([key]) => key === 'total_size')?.[1];
  if (total !== undefined && total !== String(bytes))
    notes.push({
      code: 'SAFETENSORS_INDEX_TOTAL_SIZE',
      message: `The index says ${total} bytes in all, the shards hold ${bytes}.`,
    });
  const root: Entry = { kind: 'container', path: [], structure: {}, container: 'mapping', size: entries.length };
  return {
    format: safetensorsIndex.id,
    entries: [root, ...entries, ...metadata.values()],
    notes,
    container: {
      shards: String(shards.length),
      ...Object.fromEntries(index.metadata.map(([key, text]) => [`metadata ${key}`, text])),
    },
    executableReferences: [],
  };
}
