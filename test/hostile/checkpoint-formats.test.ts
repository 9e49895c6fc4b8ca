/** Hostile copies of one small valid file for each checkpoint format that is no pickle. */
import { deflateSync } from 'node:zlib';
import { npy } from '../../src/formats/checkpoints/npy.ts';
import { npz } from '../../src/formats/checkpoints/npz.ts';
import { png } from '../../src/formats/checkpoints/png.ts';
import { safetensors } from '../../src/formats/checkpoints/safetensors.ts';
import { safetensorsIndex } from '../../src/formats/checkpoints/safetensors-index.ts';
import { memorySource } from '../../src/formats/codecs/memory-source.ts';
import type { ByteSource } from '../../src/model/byte-source.ts';
import { npyBytes, npyHeader } from '../formats/writers/npy-bytes.ts';
import { pngBytes, pngChunk } from '../formats/writers/png-bytes.ts';
import { safetensorsBytes } from '../formats/writers/safetensors-bytes.ts';
import { zipBytes } from '../formats/writers/zip-bytes.ts';
import { hostileSuite } from './hostile.ts';

/** Not a Buffer: its `slice` would share memory between the cases. */
const suite: typeof hostileSuite = (name, format, valid, options) =>
  hostileSuite(name, format, Uint8Array.from(typeof valid === 'function' ? valid() : valid), options);
const words = (...texts: readonly string[]) => texts.map((text) => Buffer.from(text, 'latin1'));
const data = Uint8Array.from({ length: 48 }, (_, index) => index);
const record = "{'descr': [('a', '<i2'), ('', '|V2'), ('b', '>f8', (2,))], 'fortran_order': True, 'shape': (1, 2)}";

suite(
  'safetensors',
  safetensors,
  safetensorsBytes(
    [
      { name: 'w', dtype: 'F32', shape: [2, 4], data: data.subarray(0, 32) },
      { name: 'b', dtype: 'F4', shape: [4], data: data.subarray(0, 2) },
    ],
    { format: 'pt' },
  ),
  {
    dictionary: words('"w"', '{', '[', '9007199254740993', '-1', '"F64"', '"data_offsets"', '\\u0000', '__metadata__'),
  },
);

const shard = (name: string) => safetensorsBytes([{ name, dtype: 'U8', shape: [2], data: data.subarray(0, 2) }]);
const shards = new Map([
  ['m-1.safetensors', shard('a')],
  ['m-2.safetensors', shard('b')],
]);
const sibling = (name: string) => {
  const bytes = shards.get(name);
  return bytes === undefined ? null : { ...memorySource(name, bytes), close: () => {} };
};
suite(
  'safetensors index',
  { ...safetensorsIndex, open: (source) => safetensorsIndex.open(source, { sibling }) },
  Buffer.from('{"metadata": {"total_size": 4}, "weight_map": {"a": "m-1.safetensors", "b": "m-2.safetensors"}}'),
  { dictionary: words('"a"', '../', '{', '[', '\\', '\0', '.safetensors') },
);

suite('npy', npy, npyBytes(npyHeader('<f4', [3, 4], true), data), {
  dictionary: words('|O', '(', '[', '>c16', '<U9', "'shape'", '9999999999999999', '-', 'True'),
});

suite('npy with records', npy, npyBytes(record, data.subarray(0, 40)), {
  dictionary: words('|O', '(', '[', "'a'", '|V', '0'),
});

suite(
  'npz',
  npz,
  zipBytes([
    { name: 'w.npy', data: npyBytes(npyHeader('<f4', [2, 3]), data.subarray(0, 24)), method: 8 },
    { name: 'f.npy', data: npyBytes(npyHeader('>i8', [2, 3], true), data) },
    { name: 'note', data: Buffer.from('text'), descriptor: true },
  ]),
  {
    dictionary: words(
      'PK\u0001\u0002',
      'PK\u0003\u0004',
      'PK\u0005\u0006',
      'PK\u0006\u0006',
      'PK\u0006\u0007',
      'w.npy',
      '../',
      '\xff\xff\xff\xff',
    ),
  },
);

suite(
  'png',
  png,
  pngBytes([data.subarray(0, 24), data.subarray(24)], {
    width: 8,
    height: 2,
    filters: [1, 4],
    extra: [['tEXt', Buffer.from('a\0b')]],
  }),
  { dictionary: words('IDAT', 'PLTE', 'tRNS', 'IEND', '\x7f\xff\xff\xff') },
);

// Behind valid CRCs: header, palette and data themselves, which damage of a chunk never reaches.
const chunked = (source: ByteSource): ByteSource => {
  const part = (from: number, to: number) =>
    source.read(Math.min(from, source.byteLength), Math.max(0, Math.min(to, source.byteLength) - from));
  const chunks = [
    pngChunk('IHDR', part(0, 13)),
    pngChunk('PLTE', part(13, 25)),
    pngChunk('IDAT', part(25, source.byteLength)),
  ];
  const bytes = [Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), ...chunks, pngChunk('IEND', new Uint8Array(0))];
  return memorySource(source.name, Uint8Array.from(Buffer.concat(bytes)));
};
const head = Uint8Array.of(0, 0, 0, 4, 0, 0, 0, 3, 2, 3, 0, 0, 0);
const rows = deflateSync(Uint8Array.of(0, 0b00011011, 1, 0b11100100, 2, 0b01010101));
suite(
  'png behind its CRCs',
  {
    ...png,
    id: 'png-chunks',
    recognizes: (source: ByteSource) => png.recognizes(chunked(source)),
    open: (source, context) => png.open(chunked(source), context),
  },
  Buffer.concat([head, data.subarray(0, 12), rows]),
);
