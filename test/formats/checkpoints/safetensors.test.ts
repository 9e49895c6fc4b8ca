import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noSiblings } from '../../../src/formats/checkpoints/checkpoint-format.ts';
import { safetensors } from '../../../src/formats/checkpoints/safetensors.ts';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { bytesAt, codeOf, entryAt, fixture, listing, problemOf } from '../read-entries.ts';
import { safetensorsBytes, safetensorsFrame } from '../writers/safetensors-bytes.ts';

const open = (bytes: Uint8Array) => safetensors.open(memorySource('model.safetensors', bytes), noSiblings);
const header = (text: string, dataBytes = 0) => open(safetensorsFrame(text, new Uint8Array(dataBytes)));
const tensor = (fields: string) => `{"w":{${fields}}}`;
const good = '"dtype":"F32","shape":[2],"data_offsets":[0,8]';

describe('safetensors', () => {
  it('lists a real file, tensor by tensor', async () => {
    const source = fixture('linear.safetensors');
    expect(safetensors.recognizes(source)).toBe(true);
    expect(await listing(await safetensors.open(source, noSiblings))).toEqual([
      'mapping (root) of 2',
      'tensor bias float32 [2] 221dd325',
      'tensor weight float32 [2, 4] 7a861e64',
      'scalar __metadata__/format str pt',
    ]);
  });

  it('gives back what was written: names, types, shapes, bytes', async () => {
    const one = fc.record({ name: fc.string(), shape: fc.array(fc.nat(4), { maxLength: 3 }), seed: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(one, { selector: ({ name }) => name, maxLength: 5 }), async (specs) => {
        const written = specs
          .filter(({ name }) => name !== '__metadata__' && name !== '__proto__')
          .map(({ name, shape, seed }) => ({
            name,
            dtype: 'I16',
            shape,
            data: new Uint8Array(2 * shape.reduce((product, extent) => product * extent, 1)).fill(seed),
          }));
        const tensors = (await open(safetensorsBytes(written))).entries.filter((entry) => entry.kind === 'tensor');
        // JSON.stringify writes keys that look like integers first.
        expect(tensors.map(({ path }) => path[0]).toSorted()).toEqual(written.map(({ name }) => name).toSorted());
        for (const { name, shape, data } of written) {
          const entry = tensors.find(({ path }) => path[0] === name);
          expect(entry).toMatchObject({ dtype: 'int16', shape, byteLength: data.length });
        }
      }),
    );
  });

  it('maps every element type, F4 as pairs', async () => {
    const types = [
      'BOOL',
      'U8',
      'I8',
      'F8_E5M2',
      'F8_E4M3',
      'F8_E8M0',
      'F8_E4M3FNUZ',
      'F8_E5M2FNUZ',
      'I16',
      'U16',
      'F16',
      'BF16',
      'I32',
      'U32',
      'F32',
      'C64',
      'F64',
      'I64',
      'U64',
    ];
    const sizes = [1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 8, 8, 8, 8];
    const written = types.map((dtype, index) => ({
      name: dtype,
      dtype,
      shape: [1],
      data: new Uint8Array(sizes[index] ?? 0),
    }));
    const checkpoint = await open(
      safetensorsBytes([...written, { name: 'F4', dtype: 'F4', shape: [3, 8], data: new Uint8Array(12) }]),
    );
    expect(checkpoint.entries.filter(({ kind }) => kind === 'opaque')).toEqual([]);
    expect(entryAt(checkpoint, 'F8_E4M3')).toMatchObject({ dtype: 'float8_e4m3fn' });
    expect(entryAt(checkpoint, 'F4')).toMatchObject({ dtype: 'float4_e2m1fn_x2', shape: [3, 4], byteLength: 12 });
  });

  it('compares what it does not know as bytes, and says so', async () => {
    const checkpoint = await open(
      safetensorsBytes([
        { name: 'six', dtype: 'F6_E2M3', shape: [4], data: new Uint8Array(3).fill(7) },
        { name: 'new', dtype: 'F2', shape: [4], data: new Uint8Array(1).fill(9) },
      ]),
    );
    expect(entryAt(checkpoint, 'new')).toMatchObject({ kind: 'opaque', what: 'F2 tensor of shape [4]' });
    expect([...(await bytesAt(checkpoint, 'six'))]).toEqual([7, 7, 7]);
    expect(checkpoint.notes.map(({ code, entry }) => `${code} ${entry}`)).toEqual(['UNSUPPORTED_DTYPE new']);
  });

  it('gives metadata sorted, whatever its order in the file', async () => {
    const first = await open(safetensorsBytes([], { b: '2', a: '1' }));
    const second = await open(safetensorsBytes([], { a: '1', b: '2' }));
    expect(await listing(first)).toEqual(await listing(second));
    expect(first.container['order of metadata']).toBe('b, a');
  });

  it('keeps names that are special in JavaScript or in terminals', async () => {
    const names = ['__proto__', '', 'a\nb', '\u202e', '<script>'];
    const fields = names.map(
      (name, index) => `${JSON.stringify(name)}:{"dtype":"U8","shape":[1],"data_offsets":[${index},${index + 1}]}`,
    );
    const checkpoint = await header(`{${fields.join(',')}}`, names.length);
    expect(checkpoint.entries.slice(1).map(({ path }) => path[0])).toEqual(names);
  });

  it.each([
    [
      'offsets in another order than names',
      '{"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]},"b":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}',
      2,
    ],
    ['padding after the header', `${tensor(good)}    \n`, 8],
    ['zero tensors', '{}', 0],
    [
      'an empty tensor beside another',
      '{"a":{"dtype":"F32","shape":[0,9],"data_offsets":[0,0]},"b":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}',
      1,
    ],
    ['metadata that is null', '{"__metadata__":null}', 0],
  ])('reads %s', async (_, text, dataBytes) => {
    expect((await header(text, dataBytes)).notes).toEqual([]);
  });

  it.each<[string, string, number]>([
    ['SAFETENSORS_HEADER_JSON', '[]', 0],
    ['SAFETENSORS_HEADER_JSON', '{"w":1}', 0],
    ['SAFETENSORS_HEADER_JSON', '{"w":{"shape":[],"data_offsets":[0,0]}}', 0],
    ['SAFETENSORS_HEADER_JSON', '{bad', 0],
    ['SAFETENSORS_HEADER_JSON', '\ufeff{}', 0],
    ['SAFETENSORS_HEADER_JSON', '{}\0', 0],
    ['JSON_DEPTH', `{"w":${'['.repeat(100_000)}`, 0],
    ['SAFETENSORS_DUPLICATE_KEY', `{"w":{${good}},"w":{${good}}}`, 8],
    ['SAFETENSORS_DUPLICATE_KEY', '{"__metadata__":{},"__metadata__":{}}', 0],
    ['SAFETENSORS_DUPLICATE_KEY', '{"__metadata__":{"a":"1","a":"2"}}', 0],
    ['SAFETENSORS_DUPLICATE_KEY', tensor(`${good},"dtype":"F32"`), 8],
    ['SAFETENSORS_METADATA', '{"__metadata__":{"a":1}}', 0],
    ['SAFETENSORS_METADATA', '{"__metadata__":[]}', 0],
    ['SAFETENSORS_OFFSETS', '{"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}', 2],
    [
      'SAFETENSORS_OFFSETS',
      '{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}}',
      3,
    ],
    ['SAFETENSORS_OFFSETS', tensor('"dtype":"U8","shape":[1],"data_offsets":[1,0]'), 1],
    ['SAFETENSORS_OFFSETS', tensor('"dtype":"U8","shape":[1],"data_offsets":[-1,0]'), 1],
    ['SAFETENSORS_OFFSETS', tensor('"dtype":"U8","shape":[1],"data_offsets":[0,1.0]'), 1],
    ['SAFETENSORS_OFFSETS', tensor('"dtype":"U8","shape":[1],"data_offsets":[0,9007199254740993]'), 1],
    ['SAFETENSORS_OFFSETS', tensor('"dtype":"U8","shape":[1],"data_offsets":[0]'), 1],
    ['SAFETENSORS_SHAPE', tensor('"dtype":"U8","shape":[-1],"data_offsets":[0,1]'), 1],
    ['SAFETENSORS_SHAPE', tensor('"dtype":"U8","shape":["1"],"data_offsets":[0,1]'), 1],
    ['SAFETENSORS_SHAPE', tensor(`"dtype":"U8","shape":[${Array(100_000).fill(1)}],"data_offsets":[0,1]`), 1],
    [
      'SAFETENSORS_TENSOR_SIZE',
      tensor('"dtype":"U8","shape":[4294967296,4294967296,4294967296],"data_offsets":[0,1]'),
      1,
    ],
    ['SAFETENSORS_TENSOR_SIZE', tensor('"dtype":"F32","shape":[2],"data_offsets":[0,7]'), 7],
    ['SAFETENSORS_MISALIGNED', tensor('"dtype":"F4","shape":[3],"data_offsets":[0,2]'), 2],
    ['SAFETENSORS_COVERAGE', tensor(good), 9],
    ['SAFETENSORS_COVERAGE', tensor(good), 7],
  ])('refuses with %s: %s', async (code, text, dataBytes) => {
    const problem = await problemOf(() => header(text, dataBytes));
    expect(problem.code).toBe(code);
    expect(problem.place.file).toBe('model.safetensors');
  });

  it.each([
    ['no length', new Uint8Array(7)],
    ['a length of nothing', new Uint8Array(8)],
    ['a length past the end', Buffer.concat([Buffer.from([3, 0, 0, 0, 0, 0, 0, 0]), Buffer.from('{}')])],
    ['a length beyond the limit', Buffer.from([1, 0xe1, 0xf5, 5, 0, 0, 0, 0, 0x7b])],
    ['a length of 2^63', Buffer.from([0, 0, 0, 0, 0, 0, 0, 0x80, 0x7b])],
  ])('refuses %s', async (_, bytes) => {
    expect(['SAFETENSORS_HEADER_LENGTH', 'SAFETENSORS_HEADER_JSON']).toContain(await codeOf(() => open(bytes)));
  });

  it('notes a file that is a ZIP archive as well', async () => {
    const data = Buffer.concat([Buffer.alloc(8), Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]);
    const checkpoint = await open(safetensorsBytes([{ name: 'w', dtype: 'U8', shape: [data.length], data }]));
    expect(checkpoint.notes.map(({ code }) => code)).toEqual(['POLYGLOT']);
  });

  it('is told from other formats whose first bytes could be a length', () => {
    const recognizes = (bytes: Uint8Array) => safetensors.recognizes(memorySource('x', bytes));
    expect(recognizes(safetensorsFrame('{ "a": 1}', new Uint8Array(0)))).toBe(true);
    expect(recognizes(safetensorsFrame(`${' '.repeat(0x9c78 - 2)}{}`, new Uint8Array(0)))).toBe(false);
    expect(recognizes(safetensorsFrame(`{"a":${' '.repeat(0x9c78)}`, new Uint8Array(0)).slice(0, 100))).toBe(true);
    expect(recognizes(Buffer.from('PK\u0003\u0004\0\0\0\0\0\0'))).toBe(false);
    expect(recognizes(new Uint8Array(0))).toBe(false);
  });
});
