import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkpointFormats } from '../../src/formats/checkpoints/registry.ts';
import { memorySource } from '../../src/formats/codecs/memory-source.ts';
import { metricFormats } from '../../src/formats/metrics/registry.ts';
import type { ByteSource } from '../../src/model/byte-source.ts';
import { fixture } from './read-entries.ts';
import { npyBytes, npyHeader } from './writers/npy-bytes.ts';
import { pngBytes } from './writers/png-bytes.ts';

async function formatsOf(source: ByteSource, baseName: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const format of checkpointFormats) if (await format.recognizes(source)) found.push(format.id);
  for (const format of metricFormats) if (format.recognizes(source, baseName)) found.push(format.id);
  return found;
}

describe('the registries of formats', () => {
  it.each([
    ['linear.safetensors', 'model.safetensors', 'safetensors'],
    ['mixed.npz', 'weights.npz', 'npz'],
    ['compressed.npz', 'weights.npz', 'npz'],
    ['trainer_state.json', 'trainer_state.json', 'trainer-state'],
    ['lightning-metrics.csv', 'metrics.csv', 'csv'],
    ['torch.tfevents.bin', 'events.out.tfevents.1.vm.2.0', 'tensorboard'],
    ['keras.tfevents.bin', 'events.out.tfevents.1.vm.2.0.v2', 'tensorboard'],
  ])('know %s, and by one format alone, under any name', async (file, baseName, id) => {
    expect(await formatsOf(fixture(file), baseName)).toEqual([id]);
    expect(await formatsOf(fixture(file), 'data.bin')).toEqual([id]);
  });

  it('know arrays and pictures', async () => {
    const picture = pngBytes([Uint8Array.of(1, 2, 3)], { width: 1, height: 1 });
    expect(await formatsOf(memorySource('x', npyBytes(npyHeader('<f4', [1]), new Uint8Array(4))), 'x')).toEqual([
      'npy',
    ]);
    expect(await formatsOf(memorySource('x', picture), 'x')).toEqual(['png']);
  });

  it.each(['', 'PK', 'hello\n', '{}', '[]', '\0\0\0\0\0\0\0\0\0\0\0\0', 'a: 1\n', '# text\n', '<svg/>'])(
    'claim nothing in %j',
    async (text) => {
      expect(await formatsOf(memorySource('x', Buffer.from(text)), 'x')).toEqual([]);
    },
  );

  it('hold every format of their folders', () => {
    const modules = readdirSync(new URL('../../src/formats/metrics', import.meta.url)).map((name) =>
      name.replace(/\.ts$/, ''),
    );
    expect(metricFormats.map(({ id }) => id).every((id) => modules.includes(id))).toBe(true);
    const ids = [...checkpointFormats, ...metricFormats].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
