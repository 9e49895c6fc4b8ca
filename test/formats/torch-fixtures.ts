/** PyTorch archives for tests, made by hand from a pickle and records. */
import { readFileSync } from 'node:fs';
import { memorySource } from '../../src/formats/codecs/memory-source.ts';
import type { ByteSource } from '../../src/model/byte-source.ts';
import { zipBytes } from './writers/zip-bytes.ts';

export function torchFixture(name: string): ByteSource {
  return memorySource(name, Uint8Array.from(readFileSync(new URL(`../fixtures/torch/${name}`, import.meta.url))));
}

export function pickleFixture(name: string): ByteSource {
  return memorySource(name, Uint8Array.from(readFileSync(new URL(`../fixtures/pickle/${name}`, import.meta.url))));
}

export function float32(...values: readonly number[]): Uint8Array {
  return new Uint8Array(new Float32Array(values).buffer);
}

export interface ArchiveOptions {
  readonly method?: number;
  /** Leaves these out of the usual records. */
  readonly without?: readonly string[];
}

/** `model/data.pkl`, the given records, `model/version`. */
export function archive(
  pickle: Uint8Array,
  records: Readonly<Record<string, Uint8Array>>,
  options: ArchiveOptions = {},
): ByteSource {
  const all = { 'data.pkl': pickle, ...records, version: Buffer.from('3\n') };
  const members = Object.entries(all)
    .filter(([name]) => !options.without?.includes(name))
    .map(([name, data]) => ({ name: `model/${name}`, data, descriptor: true, method: options.method ?? 0 }));
  return memorySource('model.pt', Uint8Array.from(zipBytes(members)));
}
