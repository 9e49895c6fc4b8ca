/** Hostile copies of small valid files of the pickle formats: torch's zip archive, torch's old stream, plain pickles. */
import { readFileSync } from 'node:fs';
import { pickle } from '../../src/formats/checkpoints/pickle.ts';
import { torchLegacy } from '../../src/formats/checkpoints/torch-legacy.ts';
import { torchZip } from '../../src/formats/checkpoints/torch-zip.ts';
import { memorySource } from '../../src/formats/codecs/memory-source.ts';
import { openZip } from '../../src/formats/codecs/zip.ts';
import { archive, torchFixture } from '../formats/torch-fixtures.ts';
import { hostileSuite } from './hostile.ts';

const fixture = (name: string) => () => Uint8Array.from(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));

/** Opcodes and names that the readers have special ways for. */
const dictionary = [
  ...['(', '.', '0', '1', '2', ']', '}', ')', 't', 'e', 'u', 'a', 's', 'b', 'R', 'Q', 'N', 'l', 'd', 'o'],
  ...['\x81', '\x85', '\x86', '\x87', '\x88', '\x8f', '\x90', '\x91', '\x92', '\x93', '\x94', '\x95\0\0\0\0\0\0\0\0'],
  ...['h\0', 'h\x01', 'h\x02', 'h\x03', 'q\0', 'q\x01', 'q\x02', 'j\0\0\0\0', 'K\xff', 'J\xff\xff\xff\x7f', '\x8a\x08'],
  ...['cbuiltins\nset\n', 'ccollections\nOrderedDict\n', 'ctorch._utils\n_rebuild_tensor_v2\n', 'cos\nsystem\n'],
  ...['ctorch._utils\n_rebuild_parameter\n', 'ctorch._tensor\n_rebuild_from_type_v2\n', 'ctorch\nSize\n'],
  ...['ctorch.storage\n_load_from_bytes\n', 'cnumpy.core.multiarray\n_reconstruct\n', 'cnumpy\ndtype\n'],
].map((text) => Buffer.from(text, 'latin1'));

hostileSuite('torch zip archive', torchZip, fixture('torch/torch2_13_0_nocrc.pt'), { dictionary });
hostileSuite('torch zip archive of all kinds of tensors', torchZip, fixture('torch/torch2_13_0.pt'), {
  dictionary,
  prefixes: false,
  bitFlips: false,
});
hostileSuite('torch stream of the old format', torchLegacy, fixture('torch/torch2_13_0_legacy.pt'), { dictionary });
hostileSuite('plain pickle', pickle, fixture('pickle/lr.pkl'), { dictionary });
hostileSuite('joblib file', pickle, fixture('pickle/sklearn_lr.joblib'), { dictionary });

// The pickle of an archive by itself: a mutation of the whole archive is nearly always stopped by the container.
const zip = await openZip(torchFixture('torch2_13_0.pt'));
const records: Record<string, Uint8Array> = {};
for (const entry of zip.entries) records[entry.name.slice('torch2_13_0/'.length)] = await zip.read(entry, 100_000);
const { 'data.pkl': inner = new Uint8Array(0), version: _, ...storages } = records;

hostileSuite(
  'pickle inside a torch zip archive',
  {
    ...torchZip,
    open: (source, context) => torchZip.open(archive(source.read(0, source.byteLength), storages), context),
  },
  memorySource('data.pkl', inner).read(0, inner.length),
  { dictionary },
);
