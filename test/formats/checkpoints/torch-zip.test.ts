/** PyTorch's zip archives: files of two versions of torch, and archives made by hand for what torch does not write. */
import { describe, expect, it } from 'vitest';
import { noSiblings } from '../../../src/formats/checkpoints/checkpoint-format.ts';
import { torchLegacy } from '../../../src/formats/checkpoints/torch-legacy.ts';
import { torchZip } from '../../../src/formats/checkpoints/torch-zip.ts';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import type { ByteSource } from '../../../src/model/byte-source.ts';
import { formatEntryPath } from '../../../src/model/entry-path.ts';
import { bytesAt, codeOf, entryAt, listing, problemOf } from '../read-entries.ts';
import { archive, float32, torchFixture } from '../torch-fixtures.ts';
import {
  call,
  dict,
  global,
  int,
  pickleBytes,
  protocol2,
  storage,
  tensor,
  text,
  tuple,
} from '../writers/pickle-bytes.ts';
import { zipBytes } from '../writers/zip-bytes.ts';

const open = (source: ByteSource) => torchZip.open(source, noSiblings);
const openFixture = (name: string) =>
  (name.includes('legacy') ? torchLegacy : torchZip).open(torchFixture(name), noSiblings);

/** One float32 tensor over `data/0`, which holds four numbers. */
function single(spec: Parameters<typeof tensor>[0], records: Readonly<Record<string, Uint8Array>> = {}): ByteSource {
  return archive(protocol2(dict({ w: tensor(spec) })), { 'data/0': float32(1, 2, 3, 4), ...records });
}
const four = storage('FloatStorage', '0', 4);

describe('files that torch wrote', () => {
  it('hold the same tensors whatever version, protocol and container wrote them', async () => {
    const names = ['torch1_13_0a0.pt', 'torch1_13_0a0_proto4.pt', 'torch1_13_0a0_legacy.pt', 'torch2_13_0_legacy.pt'];
    const newest = new Set(await listing(await openFixture('torch2_13_0.pt')));
    expect(newest.size).toBe(31);
    for (const name of names) {
      const lines = await listing(await openFixture(name));
      expect(lines.length).toBeGreaterThan(25);
      expect(lines.slice(1).filter((line) => !newest.has(line))).toEqual([]);
    }
    expect(await listing(await openFixture('torch2_13_0_proto4.pt'))).toEqual([...newest]);
  });

  it('give the elements of a transposed view in C order', async () => {
    const checkpoint = await openFixture('torch2_13_0.pt');
    const transposed = float32(0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11);
    expect(await bytesAt(checkpoint, 't')).toEqual(Buffer.from(transposed));
    expect(await bytesAt(checkpoint, 'view')).toEqual(Buffer.from(float32(4, 5, 6, 7)));
  });

  it('show views, strides, sharing and parameters as structure', async () => {
    const checkpoint = await openFixture('torch2_13_0.pt');
    const structures = Object.fromEntries(
      checkpoint.entries.map(({ path, structure }) => [formatEntryPath(path), structure]),
    );
    expect(structures.view).toEqual({ storage: '16 of 48 bytes' });
    expect(structures.t).toEqual({ strides: '[1, 4]', aliasing: 'view' });
    expect(structures.expand).toEqual({ strides: '[0, 3, 1]' });
    expect(structures.p).toEqual({ 'tensor-class': 'Parameter', 'requires-grad': 'True' });
    expect(structures.w).toEqual({});
  });

  it('tell a training checkpoint value by value', async () => {
    const lines = await listing(await openFixture('torch2_13_0_ckpt.pt'));
    expect(lines).toContain('tensor opt/state[0]/exp_avg float32 [2, 3] 8c5f8c81');
    expect(lines).toContain('scalar opt/param_groups[0]/betas[1] float 0.999');
    expect(lines).toContain('scalar big int 1208925819614629174706176');
    expect(lines).toContain('scalar neg int -1099511627776');
    expect(lines).toContain('tensor rng uint8 [5056] 69b780c6');
  });

  it('keep the metadata of a state dict apart from its content', async () => {
    const [model] = (await openFixture('torch2_13_0_ckpt.pt')).entries.slice(1);
    expect(model).toMatchObject({ container: 'mapping', size: 2, structure: { type: 'collections.OrderedDict' } });
    expect(model?.structure.attributes).toMatch(/^[0-9a-f]{16}$/);
  });

  it('show a whole module as an object, and name the class that would be imported', async () => {
    const checkpoint = await openFixture('torch2_13_0_module.pt');
    expect(checkpoint.entries[0]).toMatchObject({ container: 'object', class: 'torch.nn.modules.linear.Linear' });
    expect(entryAt(checkpoint, '_parameters/weight')).toMatchObject({ kind: 'tensor', shape: [2, 3] });
    expect(checkpoint.executableReferences).toEqual(['torch.nn.modules.linear.Linear']);
  });

  it('show the code of TorchScript, and say that debug information is left out', async () => {
    const checkpoint = await openFixture('torch2_13_0_torchscript.pt');
    expect(entryAt(checkpoint, '[code/__torch__/torch/nn/modules/linear.py]')).toMatchObject({ kind: 'scalar' });
    expect(entryAt(checkpoint, 'weight')).toMatchObject({ kind: 'tensor' });
    expect(checkpoint.notes.map(({ code }) => code)).toEqual(['DEBUG_RECORDS']);
    expect(checkpoint.executableReferences).toEqual([]);
  });

  it('say when no checksums were written, and when the weights were skipped', async () => {
    expect((await openFixture('torch2_13_0_nocrc.pt')).notes.map(({ code }) => code)).toEqual(['CRC_NOT_RECORDED']);
    expect((await openFixture('torch2_13_0_skipdata.pt')).notes.map(({ code }) => code)).toContain('WEIGHTS_SKIPPED');
  });

  it('name what the archive says of itself', async () => {
    expect((await openFixture('torch2_13_0.pt')).container).toMatchObject({
      'archive name': 'torch2_13_0',
      'format version': '3',
      'storage alignment': '64',
      'byte order': 'little',
    });
  });

  it('read the random states of Python, NumPy and torch', async () => {
    const lines = await listing(await openFixture('rng_state.pth'));
    expect(lines.filter((line) => line.startsWith('scalar python[1]['))).toHaveLength(625);
    expect(lines.filter((line) => line.startsWith('tensor '))).toEqual([
      expect.stringMatching(/^tensor numpy\[1\] uint32 \[624\] /),
      expect.stringMatching(/^tensor cpu uint8 \[5056\] /),
    ]);
  });

  it('read a checkpoint of Lightning', async () => {
    const checkpoint = await openFixture('lightning.ckpt');
    expect(checkpoint.container['archive name']).toBe('archive');
    expect(checkpoint.entries.filter(({ kind }) => kind === 'tensor').length).toBeGreaterThan(1);
  });
});

describe('recognition', () => {
  it('is by content', async () => {
    expect(await torchZip.recognizes(torchFixture('torch2_13_0.pt'))).toBe(true);
    expect(await torchZip.recognizes(torchFixture('torch2_13_0_torchscript.pt'))).toBe(true);
    expect(await torchZip.recognizes(torchFixture('torch2_13_0_legacy.pt'))).toBe(false);
    expect(await torchZip.recognizes(memorySource('x', Buffer.from('PK\u0003\u0004 and no more, for sure not')))).toBe(
      false,
    );
  });

  it('knows an archive that is cut off by its first record', async () => {
    const bytes = torchFixture('torch2_13_0.pt').read(0, 3000);
    const cut = memorySource('cut.pt', bytes);
    expect(await torchZip.recognizes(cut)).toBe(true);
    expect(await codeOf(() => open(cut))).toMatch(/ZIP|TRUNCATED/);
  });
});

describe('tensors', () => {
  it('find a single flipped bit in every byte of every storage', async () => {
    const source = torchFixture('torch2_13_0_module.pt');
    const bytes = source.read(0, source.byteLength);
    const before = await listing(await open(memorySource('a', bytes)));
    const weights = Buffer.from(await bytesAt(await open(source), '_parameters/weight'));
    const at = Buffer.from(bytes).indexOf(weights);
    expect(at).toBeGreaterThan(0);
    for (let bit = 0; bit < weights.length * 8; bit++) {
      const copy = bytes.slice();
      copy[at + (bit >> 3)] = (copy[at + (bit >> 3)] ?? 0) ^ (1 << (bit & 7));
      const after = await listing(await open(memorySource('b', copy)));
      expect(after.filter((line, index) => line !== before[index])).toHaveLength(1);
    }
  });

  it('are little-endian even where the archive is big-endian', async () => {
    const big = Buffer.from(float32(1, 2, 3, 4)).swap32();
    const source = single({ storage: four, size: [4], stride: [1] }, { 'data/0': big, byteorder: Buffer.from('big') });
    const checkpoint = await open(source);
    expect(await bytesAt(checkpoint, 'w')).toEqual(Buffer.from(float32(1, 2, 3, 4)));
    expect(entryAt(checkpoint, 'w').structure).toEqual({ 'byte-order': 'big' });
  });

  it('of complex numbers are swapped by their parts', async () => {
    const big = Buffer.from(float32(1, 2, 3, 4)).swap32();
    const spec = { storage: storage('ComplexFloatStorage', '0', 2), size: [2], stride: [1] };
    const checkpoint = await open(single(spec, { 'data/0': big, byteorder: Buffer.from('big') }));
    expect(await bytesAt(checkpoint, 'w')).toEqual(Buffer.from(float32(1, 2, 3, 4)));
  });

  it('are the same from a compressed archive', async () => {
    const pickle = protocol2(
      dict({
        w: tensor({ storage: four, offset: 1, size: [3], stride: [1] }),
        t: tensor({ storage: four, size: [2, 2], stride: [1, 2] }),
      }),
    );
    const records = { 'data/0': float32(1, 2, 3, 4) };
    const stored = await listing(await open(archive(pickle, records)));
    expect(await listing(await open(archive(pickle, records, { method: 8 })))).toEqual(stored);
  });

  it.each([
    ['past the storage', { offset: 1, size: [4], stride: [1] }],
    ['past the storage by strides', { size: [2, 2], stride: [4, 1] }],
    ['a negative offset', { offset: -1, size: [1], stride: [1] }],
    ['a negative size', { size: [-1], stride: [1] }],
    ['a negative stride', { offset: 3, size: [2], stride: [-1] }],
    ['sizes and strides of other lengths', { size: [2, 2], stride: [1] }],
    ['a product beyond all numbers', { size: [2147483647, 2147483647, 2147483647], stride: [0, 0, 0] }],
    ['65 dimensions', { size: new Array<number>(65).fill(1), stride: new Array<number>(65).fill(1) }],
  ])('with %s are refused', async (_, spec) => {
    const { code, place } = await problemOf(() => open(single({ storage: four, ...spec })));
    expect([code, place.file, place.entry]).toEqual(['TENSOR_BOUNDS', 'model.pt', 'w']);
  });

  it('that claim far more than the file holds are refused', async () => {
    const spec = { storage: four, size: [2147483647], stride: [0] };
    expect(await codeOf(() => open(single(spec)))).toBe('TENSOR_SIZE_LIMIT');
  });

  it('without elements reach nowhere', async () => {
    const checkpoint = await open(single({ storage: four, offset: 99, size: [0, 5], stride: [5, 1] }));
    expect(await bytesAt(checkpoint, 'w')).toHaveLength(0);
  });

  it('show the device', async () => {
    const checkpoint = await open(
      single({ storage: storage('FloatStorage', '0', 4, 'cuda:0'), size: [4], stride: [1] }),
    );
    expect(entryAt(checkpoint, 'w').structure).toEqual({ device: 'cuda:0' });
  });

  it('with the negative bit have their values negated', async () => {
    const parts = [
      four,
      int(0),
      tuple(int(4)),
      tuple(int(1)),
      0x89,
      call('collections', 'OrderedDict'),
      dict({ neg: pickleBytes(0x88) }),
    ];
    const pickle = protocol2(dict({ w: call('torch._utils', '_rebuild_tensor_v2', ...parts) }));
    const checkpoint = await open(archive(pickle, { 'data/0': float32(1, -2, 0, 4) }));
    expect(await bytesAt(checkpoint, 'w')).toEqual(Buffer.from(float32(-1, 2, -0, -4)));
  });

  it('of a dtype that is not known are compared as bytes', async () => {
    const parts = [
      storage('UntypedStorage', '0', 16),
      int(0),
      tuple(int(16)),
      tuple(int(1)),
      0x89,
      call('collections', 'OrderedDict'),
      global('torch', 'int4'),
    ];
    const pickle = protocol2(dict({ w: call('torch._utils', '_rebuild_tensor_v3', ...parts) }));
    const checkpoint = await open(archive(pickle, { 'data/0': float32(1, 2, 3, 4) }));
    expect(entryAt(checkpoint, 'w')).toMatchObject({
      kind: 'opaque',
      what: 'tensor of torch.int4, shape [16]',
      byteLength: 16,
    });
  });

  it('with attributes show them below themselves', async () => {
    const inner = tensor({ storage: four, size: [4], stride: [1] });
    const parameter = call(
      'torch._utils',
      '_rebuild_parameter_with_state',
      inner,
      0x88,
      call('collections', 'OrderedDict'),
      dict({ scale: text('x') }),
    );
    const checkpoint = await open(archive(protocol2(dict({ w: parameter })), { 'data/0': float32(1, 2, 3, 4) }));
    expect(await listing(checkpoint)).toContain('scalar w[attributes]/scale str x');
    expect(entryAt(checkpoint, 'w')).toMatchObject({ kind: 'tensor', structure: { 'tensor-class': 'Parameter' } });
  });

  it('of a function with arguments of another form stay an object with its storage', async () => {
    const unknown = call('torch._utils', '_rebuild_tensor_v2', four, int(0), text('from the future'));
    const checkpoint = await open(archive(protocol2(dict({ w: unknown })), { 'data/0': float32(1, 2, 3, 4) }));
    expect(await listing(checkpoint)).toEqual([
      'mapping (root) of 1',
      'object w of 3',
      expect.stringMatching(/^tensor w\[argument 0\] float32 \[4\]/),
      'scalar w[argument 1] int 0',
      'scalar w[argument 2] str from the future',
    ]);
  });
});

describe('records', () => {
  it('that no tensor refers to are compared, and noted', async () => {
    const checkpoint = await open(single({ storage: four, size: [4], stride: [1] }, { 'data/7': float32(9) }));
    expect(await listing(checkpoint)).toContainEqual(
      expect.stringMatching(/^opaque \[record data\/7\] unreferenced record /),
    );
    expect(checkpoint.notes.map(({ code, entry }) => [code, entry])).toEqual([['UNREFERENCED_RECORD', 'data/7']]);
  });

  it('that are missing are named', async () => {
    const pickle = protocol2(dict({ w: tensor({ storage: storage('FloatStorage', '5', 4), size: [4], stride: [1] }) }));
    const { code, message } = await problemOf(() => open(archive(pickle, {})));
    expect(code).toBe('RECORD_MISSING');
    expect(message).toContain('"data/5"');
  });

  it('of another size than their storage are refused', async () => {
    expect(await codeOf(() => open(single({ storage: storage('FloatStorage', '0', 5), size: [4], stride: [1] })))).toBe(
      'STORAGE_SIZE',
    );
    expect(await codeOf(() => open(single({ storage: storage('FloatStorage', '0', 3), size: [3], stride: [1] })))).toBe(
      'STORAGE_SIZE',
    );
  });

  it.each(['../../x', '/abs', '', 'a\0b', '..', 'x'.repeat(300)])('never have a key such as %j', async (key) => {
    const spec = { storage: storage('FloatStorage', key, 4), size: [4], stride: [1] };
    expect(await codeOf(() => open(single(spec)))).toBe('KEY_NAME');
  });

  it('of classes that are not known are refused', async () => {
    expect(await codeOf(() => open(single({ storage: storage('MagicStorage', '0', 4), size: [4], stride: [1] })))).toBe(
      'STORAGE_TYPE',
    );
  });

  it('lie under one name', async () => {
    const member = (name: string) => ({ name, data: protocol2('N') });
    const bytes = zipBytes([member('a/data.pkl'), member('b/version')]);
    expect(await codeOf(() => open(memorySource('x', Uint8Array.from(bytes))))).toBe('ARCHIVE_PREFIX');
  });

  it('may not claim a byte order that does not exist', async () => {
    expect(await codeOf(() => open(archive(protocol2('N'), { byteorder: Buffer.from('middle') })))).toBe('BYTEORDER');
  });

  it('after the end of the pickle are compared, and noted', async () => {
    const checkpoint = await open(archive(pickleBytes(protocol2('N'), 'more'), {}));
    expect(await bytesAt(checkpoint, '[trailing bytes of data.pkl]')).toEqual(Buffer.from('more'));
    expect(checkpoint.notes.map(({ code }) => code)).toEqual(['TRAILING_DATA']);
  });

  it('with a wrong checksum are noted', async () => {
    const source = torchFixture('torch2_13_0_module.pt');
    const bytes = source.read(0, source.byteLength);
    const at = Buffer.from(bytes).indexOf('in_features');
    bytes[at] = 'I'.charCodeAt(0);
    expect((await open(memorySource('x', bytes))).notes.map(({ code }) => code)).toContain('CRC_MISMATCH');
  });
});

describe('code in the pickle', () => {
  it('is never run, and is named', async () => {
    const evil = call('os', 'system', text('touch /tmp/never'));
    const checkpoint = await open(archive(protocol2(dict({ w: evil, name: global('builtins', 'eval') })), {}));
    expect(checkpoint.executableReferences).toEqual(['os.system', 'builtins.eval']);
    expect(await listing(checkpoint)).toEqual([
      'mapping (root) of 2',
      'object w of 1',
      'scalar w[argument 0] str touch /tmp/never',
      'scalar name name builtins.eval',
    ]);
  });
});
