import { describe, expect, it } from 'vitest';
import type { OpenContext } from '../../../src/formats/checkpoints/checkpoint-format.ts';
import { safetensors } from '../../../src/formats/checkpoints/safetensors.ts';
import { safetensorsIndex } from '../../../src/formats/checkpoints/safetensors-index.ts';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { codeOf, listing, problemOf } from '../read-entries.ts';
import { safetensorsBytes } from '../writers/safetensors-bytes.ts';

const tensor = (name: string, value: number) => ({
  name,
  dtype: 'U8',
  shape: [4],
  data: new Uint8Array(4).fill(value),
});
const metadata = { format: 'pt' };
const shards: Readonly<Record<string, Uint8Array>> = {
  'model-1.safetensors': safetensorsBytes([tensor('a', 1), tensor('b', 2)], metadata),
  'model-2.safetensors': safetensorsBytes([tensor('c', 3)], metadata),
};
const weightMap = { a: 'model-1.safetensors', b: 'model-1.safetensors', c: 'model-2.safetensors' };
const index = (map: unknown = weightMap, total = 12) =>
  memorySource(
    'model.safetensors.index.json',
    Buffer.from(JSON.stringify({ metadata: { total_size: total }, weight_map: map })),
  );

/** A folder that counts what is open in it. */
function folder(files: Readonly<Record<string, Uint8Array>> = shards) {
  const state = { open: 0 };
  const context: OpenContext = {
    sibling(name) {
      const bytes = files[name];
      if (bytes === undefined) return null;
      state.open++;
      return { ...memorySource(name, bytes), close: () => void state.open-- };
    },
  };
  return { state, context };
}

describe('safetensors-index', () => {
  it('equals the same tensors in one file', async () => {
    const whole = safetensorsBytes([tensor('a', 1), tensor('b', 2), tensor('c', 3)], metadata);
    const single = await safetensors.open(memorySource('model.safetensors', whole), folder().context);
    const sharded = await safetensorsIndex.open(index(), folder().context);
    expect(await listing(sharded)).toEqual(await listing(single));
    expect(sharded.notes).toEqual([]);
  });

  it('names its shards and closes them', async () => {
    const { state, context } = folder();
    expect(safetensorsIndex.parts?.(index())).toEqual(['model-1.safetensors', 'model-2.safetensors']);
    const checkpoint = await safetensorsIndex.open(index(), context);
    expect(state.open).toBe(2);
    checkpoint.close();
    expect(state.open).toBe(0);
  });

  it.each<[string, unknown, Readonly<Record<string, Uint8Array>>]>([
    ['SAFETENSORS_INDEX_MISSING_SHARD', { ...weightMap, d: 'model-3.safetensors' }, shards],
    ['SAFETENSORS_INDEX_MISSING_TENSOR', { ...weightMap, d: 'model-2.safetensors' }, shards],
    ['SAFETENSORS_INDEX_MISSING_TENSOR', { ...weightMap, a: 'model-2.safetensors' }, shards],
    [
      'SAFETENSORS_INDEX_DUPLICATE_TENSOR',
      weightMap,
      { ...shards, 'model-2.safetensors': safetensorsBytes([tensor('c', 3), tensor('a', 1)]) },
    ],
    ['SAFETENSORS_INDEX_SHARD_NAME', { ...weightMap, d: '../model-1.safetensors' }, shards],
    ['SAFETENSORS_INDEX_SHARD_NAME', { ...weightMap, d: '/etc/passwd' }, shards],
    ['SAFETENSORS_INDEX_SHARD_NAME', { ...weightMap, d: '' }, shards],
    ['SAFETENSORS_INDEX_SHAPE', { ...weightMap, d: 5 }, shards],
    ['SAFETENSORS_INDEX_SHAPE', [], shards],
    [
      'SAFETENSORS_COVERAGE',
      weightMap,
      { ...shards, 'model-2.safetensors': (shards['model-2.safetensors'] ?? new Uint8Array()).slice(0, -1) },
    ],
  ])('refuses with %s and leaves nothing open', async (code, map, files) => {
    const { state, context } = folder(files);
    expect(await codeOf(() => safetensorsIndex.open(index(map), context))).toBe(code);
    expect(state.open).toBe(0);
  });

  it('refuses a tensor that is named twice', async () => {
    const text = '{"weight_map": {"a": "model-1.safetensors", "a": "model-2.safetensors"}}';
    const problem = await problemOf(() => safetensorsIndex.parts?.(memorySource('x', Buffer.from(text))));
    expect(problem.code).toBe('SAFETENSORS_INDEX_DUPLICATE_KEY');
  });

  it('notes tensors that the index does not name and a total that is wrong', async () => {
    const checkpoint = await safetensorsIndex.open(
      index({ a: 'model-1.safetensors', c: 'model-2.safetensors' }, 99),
      folder().context,
    );
    expect(checkpoint.notes.map(({ code, entry }) => `${code} ${entry ?? ''}`)).toEqual([
      'SAFETENSORS_INDEX_UNLISTED b',
      'SAFETENSORS_INDEX_TOTAL_SIZE ',
    ]);
  });

  it('keeps metadata of a shard that differs from the others', async () => {
    const files = { ...shards, 'model-2.safetensors': safetensorsBytes([tensor('c', 3)], { format: 'tf' }) };
    const lines = await listing(await safetensorsIndex.open(index(), folder(files).context));
    expect(lines.slice(-2)).toEqual([
      'scalar __metadata__/format str pt',
      'scalar __metadata__/model-2.safetensors/format str tf',
    ]);
  });

  it('is recognized by its map, and no other JSON is', () => {
    const recognizes = (text: string) => safetensorsIndex.recognizes(memorySource('x', Buffer.from(text)));
    expect(safetensorsIndex.recognizes(index())).toBe(true);
    expect(recognizes('{"weight_map": {"a": "pytorch_model-1.bin"}}')).toBe(false);
    expect(recognizes('{"architectures": ["Bert"]}')).toBe(false);
    expect(recognizes('{"weight_map": {"a": "model-1.safetensors"')).toBe(true);
  });
});
