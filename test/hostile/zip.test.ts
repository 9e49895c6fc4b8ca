/** Hostile copies of a ZIP archive as torch writes it: structure, every byte of data, both ways of reading. */
import { describe, it } from 'vitest';
import { openZip } from '../../src/formats/codecs/zip.ts';
import { zipBytes } from '../formats/writers/zip-bytes.ts';
import { expectTypedOutcome, hostileCases, hostileSource } from './hostile.ts';

/** Not a Buffer: its `slice` would share memory between the cases. */
const valid = Uint8Array.from(
  zipBytes([
    { name: 'm/data.pkl', data: Buffer.from('pickle pickle pickle'), descriptor: true },
    { name: 'm/data/0', data: new Uint8Array(40).fill(3), descriptor: true },
    { name: 'm/code.py', data: Buffer.from('x = 1\n'.repeat(20)), method: 8 },
  ]),
);
const dictionary = [
  'PK\u0001\u0002',
  'PK\u0003\u0004',
  'PK\u0005\u0006',
  'PK\u0006\u0006',
  'PK\u0006\u0007',
  '\xff\xff\xff\xff',
  'm/data',
].map((text) => Buffer.from(text, 'latin1'));

async function readAll(bytes: Uint8Array): Promise<void> {
  const archive = await openZip(hostileSource('model.pt', bytes));
  for (const entry of archive.entries) {
    await archive.read(entry, 1 << 20);
    await archive.verify(entry);
  }
}

describe('hostile input: zip', () => {
  it.each([
    ['prefix', { prefixes: true, bitFlips: false, mutations: 0 }],
    ['flipped bit', { prefixes: false, bitFlips: true, mutations: 0 }],
    ['mutation', { prefixes: false, bitFlips: false, mutations: 10_000, dictionary }],
  ])('answers every %s with a value or a typed Problem', async (_, options) => {
    for (const { label, bytes } of hostileCases(valid, options)) await expectTypedOutcome(() => readAll(bytes), label);
  });
});
