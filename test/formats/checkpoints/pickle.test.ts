/** Plain pickles: values by every protocol of Python, NumPy's arrays, joblib, and what is no pickle. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noSiblings } from '../../../src/formats/checkpoints/checkpoint-format.ts';
import { pickle } from '../../../src/formats/checkpoints/pickle.ts';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { bytesAt, codeOf, entryAt, listing, problemOf } from '../read-entries.ts';
import { pickleFixture, torchFixture } from '../torch-fixtures.ts';
import { call, dict, int, pickleBytes, protocol2, text, tuple, u32, u64 } from '../writers/pickle-bytes.ts';
import { safetensorsBytes } from '../writers/safetensors-bytes.ts';

type Values = Readonly<Record<string, Readonly<Record<string, string>>>>;
const values: Values = JSON.parse(readFileSync(new URL('../../fixtures/pickle/values.json', import.meta.url), 'utf8'));

const open = (bytes: Uint8Array) => pickle.open(memorySource('v.pkl', bytes), noSiblings);
const recognized = (bytes: Uint8Array) => pickle.recognizes(memorySource('x', bytes));

/** What a case gives, for the protocols that are asked for (all of them by default): it must be the same. */
async function listed(name: string, protocols = ['0', '1', '2', '3', '4', '5']): Promise<readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const protocol of protocols) {
    const lines = await listing(await open(Buffer.from(values[name]?.[protocol] ?? '', 'hex')));
    found.set(lines.join('\n'), lines);
  }
  expect(found.size).toBe(1);
  return [...found.values()][0] ?? [];
}

const members = async (name: string, protocols?: string[]) => (await listed(name, protocols)).slice(1);

describe('values are the same by every protocol', () => {
  it('integers of any size', async () => {
    expect((await members('integers')).map((line) => line.split(' ').at(-1))).toEqual([
      ...['0', '1', '-1', '127', '128', '255', '256', '-256', '65535', '65536', '2147483647', '2147483648'],
      ...['-2147483648', '-2147483649', '9007199254740991', '9007199254740992', '9007199254740993'],
      ...[
        '9223372036854775808',
        '-9223372036854775808',
        '18446744073709551616',
        `1${'0'.repeat(40)}`,
        `-1${'0'.repeat(40)}`,
      ],
    ]);
  });

  it('floats to the last bit', async () => {
    expect((await members('floats')).map((line) => line.split(' ').at(-1))).toEqual([
      ...['0.0', '-0.0', '1.5', '1e-320', '1.7976931348623157e+308', 'inf', '-inf', 'nan', '0.1'],
    ]);
    expect(await listed('nan', ['1', '2', '3', '4', '5'])).toEqual(['scalar (root) float nan:7ff8000000000001']);
  });

  it('texts, with backslashes, line feeds and lone surrogates', async () => {
    expect((await members('texts')).slice(0, 7)).toEqual([
      'scalar [0] str ',
      'scalar [1] str a',
      'scalar [2] str é',
      'scalar [3] str €',
      'scalar [4] str 😀',
      'scalar [5] str line\nbreak\\ and \\u0041',
      'scalar [6] str \ud800',
    ]);
  });

  it('bytes, which protocols 0 to 2 write as Latin-1', async () => {
    expect(await members('bytes')).toEqual([
      'scalar [0] bytes ',
      'scalar [1] bytes 00ff',
      `scalar [2] bytes ${'61'.repeat(300)}`,
      'scalar [3] bytes 0180',
    ]);
  });

  it('keys of every type, kept apart', async () => {
    expect((await members('keys')).map((line) => line.split(' int ')[0])).toEqual([
      ...['scalar s', 'scalar [1]', 'scalar [2.5]', 'scalar [None]', 'scalar [(1, "a")]', 'scalar [b:6b]', 'scalar 1'],
      ...['scalar __proto__', 'scalar ~2x', 'scalar a~1b'],
    ]);
  });

  it('sets, sorted by their members', async () => {
    expect(await members('sets')).toEqual([
      'set strings of 3',
      'scalar strings["a"] str a',
      'scalar strings["b"] str b',
      'scalar strings["c"] str c',
      'set nested of 2',
      'set nested[{1, 2}] of 2',
      'scalar nested[{1, 2}][1] int 1',
      'scalar nested[{1, 2}][2] int 2',
      'set nested[{3}] of 1',
      'scalar nested[{3}][3] int 3',
    ]);
  });

  it('values that contain themselves', async () => {
    expect(await members('cyclic')).toEqual(['scalar [0] int 1', 'scalar [1] name cycle to (root)']);
    expect(await members('holder')).toEqual(['scalar name str holder', 'scalar self name cycle to (root)']);
  });

  it.each([
    ['ordered', 'mapping (root) of 2', 'collections.OrderedDict'],
    ['defaultdict', 'mapping (root) of 1', 'collections.defaultdict(builtins.list)'],
    ['counter', 'mapping (root) of 2', 'collections.Counter'],
    ['deque', 'sequence (root) of 2', 'collections.deque, maxlen 5'],
  ])('%s, whose class is structure', async (name, line, type) => {
    expect((await listed(name))[0]).toBe(line);
    expect((await open(Buffer.from(values[name]?.['4'] ?? '', 'hex'))).entries[0]?.structure.type).toBe(type);
  });

  it('complex numbers', async () => {
    expect(await members('complex')).toEqual(['scalar [0] complex 1.0,2.0', 'scalar [1] complex -0.0,inf']);
  });

  it('objects of classes that nobody knows', async () => {
    const objects = await listed('objects', ['4', '5']);
    expect(objects).toContain('object plain of 2');
    expect(objects).toContain('scalar plain/x int 1');
    expect(objects).toContain('scalar slotted/b str two');
    expect(objects).toContain('scalar dict/a int 1');
    expect(objects).toContain('scalar dict[state]/note str kept');
    expect(objects).toContain('scalar list[1] int 2');
    const old = await listed('objects', ['0', '1']);
    expect(old.filter((line) => !objects.includes(line))).toEqual(['mapping (root) of 4']);
  });

  it('members of the standard library', async () => {
    expect(await listed('library')).toContain('scalar decimal[argument 0] str 1.10');
    expect(await listed('enum')).toEqual(['object (root) of 1', 'scalar [argument 0] int 1']);
    expect(await members('names')).toEqual([
      'scalar [0] name collections.OrderedDict',
      'scalar [1] name builtins.len',
      'scalar [2] name user.code.Plain',
    ]);
  });

  it('the state of random', async () => {
    expect(await listed('random')).toHaveLength(1 + 1 + 1 + 625 + 1);
  });
});

describe('arrays of NumPy', () => {
  const dtype = (code: string, order: string) =>
    pickleBytes(
      call('numpy', 'dtype', text(code), 0x89, 0x88),
      tuple(int(3), text(order), 'NNN', int(-1), int(-1), int(0)),
      'b',
    );
  const array = (shape: readonly number[], type: Uint8Array, fortran: boolean, data: Uint8Array, core = 'core') =>
    pickleBytes(
      call(
        `numpy.${core}.multiarray`,
        '_reconstruct',
        pickleBytes('cnumpy\nndarray\n'),
        tuple(int(0)),
        pickleBytes('C', 1, 'b'),
      ),
      tuple(int(1), tuple(...shape.map(int)), type, fortran ? 0x88 : 0x89, data),
      'b',
    );
  const raw = (bytes: Uint8Array) => pickleBytes('B', u32(bytes.length), bytes);
  const shorts = (...numbers: readonly number[]) => new Uint8Array(new Int16Array(numbers).buffer);

  it('are tensors, whatever NumPy calls its core', async () => {
    const data = raw(shorts(1, 2, 3, 4, 5, 6));
    const lines = [];
    for (const core of ['core', '_core'])
      lines.push(await listing(await open(protocol2(array([2, 3], dtype('i2', '<'), false, data, core)))));
    expect(lines[0]).toEqual([expect.stringMatching(/^tensor \(root\) int16 \[2, 3\] /)]);
    expect(lines[1]).toEqual(lines[0]);
  });

  it('of the other byte order and of Fortran order are brought into C order', async () => {
    const data = raw(Buffer.from(shorts(1, 4, 2, 5, 3, 6)).swap16());
    const checkpoint = await open(protocol2(array([2, 3], dtype('i2', '>'), true, data)));
    expect(await bytesAt(checkpoint, '(root)')).toEqual(Buffer.from(shorts(1, 2, 3, 4, 5, 6)));
    expect(entryAt(checkpoint, '(root)').structure).toEqual({ strides: 'Fortran order', 'byte-order': 'big' });
  });

  it('at protocol 2 have their bytes as Latin-1 text, of any length', async () => {
    const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7) & 0xff);
    const data = call('_codecs', 'encode', text(Buffer.from(bytes).toString('latin1')), text('latin1'));
    const checkpoint = await open(protocol2(array([200_000], dtype('u1', '|'), false, data)));
    expect(await bytesAt(checkpoint, '(root)')).toEqual(Buffer.from(bytes));
  });

  it('at protocol 5 are buffers', async () => {
    const data = shorts(1, 2, 3, 4);
    const buffer = pickleBytes(0x96, u64(data.length), data);
    const parts = [buffer, dtype('i2', '<'), tuple(int(2), int(2)), text('C')];
    const checkpoint = await open(pickleBytes(0x80, 5, call('numpy._core.numeric', '_frombuffer', ...parts), '.'));
    expect(await listing(checkpoint)).toEqual([expect.stringMatching(/^tensor \(root\) int16 \[2, 2\] /)]);
  });

  it('of records are one tensor a field', async () => {
    const fields = dict({ a: tuple(dtype('i2', '<'), int(0)), b: tuple(dtype('u1', '|'), int(2)) });
    const state = tuple(int(3), text('|'), 'N', tuple(text('a'), text('b')), fields, int(3), int(1), int(16));
    const record = pickleBytes(call('numpy', 'dtype', text('V3'), 0x89, 0x88), state, 'b');
    const checkpoint = await open(protocol2(array([2], record, false, raw(Uint8Array.of(1, 0, 7, 2, 0, 8)))));
    expect(await bytesAt(checkpoint, 'a')).toEqual(Buffer.from(shorts(1, 2)));
    expect(await bytesAt(checkpoint, 'b')).toEqual(Buffer.from([7, 8]));
  });

  it('of objects are their members', async () => {
    const data = pickleBytes('](', text('x'), int(2), 'e');
    expect(await listing(await open(protocol2(array([2], dtype('O8', '|'), false, data))))).toEqual([
      'object (root) of 2',
      'scalar [0] str x',
      'scalar [1] int 2',
    ]);
  });

  it.each([
    ['too few bytes', [2, 3], shorts(1)],
    ['too many bytes', [1], shorts(1, 2)],
    ['a shape beyond all numbers', [2147483647, 2147483647, 2147483647], shorts(1)],
  ])('with %s are refused', async (_, shape, data) => {
    expect(await codeOf(() => open(protocol2(array(shape, dtype('i2', '<'), false, raw(data)))))).toBe('NUMPY_SIZE');
  });

  it('and scalars of it are scalars, whose type is structure', async () => {
    const half = call(
      'numpy.core.multiarray',
      'scalar',
      dtype('f8', '<'),
      raw(new Uint8Array(new Float64Array([0.5]).buffer)),
    );
    const checkpoint = await open(protocol2(half));
    expect(checkpoint.entries).toMatchObject([
      { value: { type: 'float', text: '0.5' }, structure: { type: 'numpy.float64' } },
    ]);
  });
});

describe('models of scikit-learn', () => {
  it('are the same from pickle and from joblib', async () => {
    const [plain, joblib] = [pickleFixture('lr.pkl'), pickleFixture('sklearn_lr.joblib')];
    const lines = await listing(await pickle.open(plain, noSiblings));
    expect(lines).toContainEqual(expect.stringMatching(/^tensor coef_ float64 \[1, 4\] db3c446a/));
    expect(await listing(await pickle.open(joblib, noSiblings))).toEqual(lines);
  });

  it('with structured arrays between the opcodes are read field by field', async () => {
    const checkpoint = await pickle.open(pickleFixture('rf.joblib'), noSiblings);
    expect(entryAt(checkpoint, 'estimators_[0]/tree_/nodes/threshold')).toMatchObject({ dtype: 'float64', shape: [3] });
    expect(checkpoint.executableReferences).toContain('sklearn.tree._tree.Tree');
  });
});

describe('what is shared', () => {
  it('is spelled out where it stands', async () => {
    expect(await listed('shared')).toContain('scalar second[1] int 2');
  });

  it('but not without end', async () => {
    const levels = Array.from({ length: 40 }, (_, index) =>
      pickleBytes('](', 'h', index, 'h', index, 'e', 'q', index + 1, '0'),
    );
    const bomb = protocol2(']q', 0, '0', ...levels, 'h', 40);
    expect(await codeOf(() => open(bomb))).toBe('EXPANSION');
  });

  it('in attributes is looked at once', async () => {
    const levels = Array.from({ length: 30 }, (_, index) =>
      pickleBytes(
        call('collections', 'OrderedDict'),
        dict({ a: pickleBytes('h', index), b: pickleBytes('h', index) }),
        'bq',
        index + 1,
        '0',
      ),
    );
    const start = performance.now();
    await problemOf(() => open(protocol2('Nq', 0, '0', ...levels, 'h', 30)));
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('may nest a thousand levels and no more', async () => {
    const nested = (levels: number) => pickleBytes(']'.repeat(levels), 'a'.repeat(levels - 1), '.');
    expect((await open(nested(1_000))).entries).toHaveLength(1_000);
    expect(await codeOf(() => open(nested(1_001)))).toBe('DEPTH_LIMIT');
    expect(await codeOf(() => open(nested(1_000_000)))).toBe('DEPTH_LIMIT');
  });
});

describe('oddities', () => {
  it('bytes after the end are compared, and noted', async () => {
    const checkpoint = await open(pickleBytes(protocol2(dict({})), 'second'));
    expect(await bytesAt(checkpoint, '[trailing bytes]')).toEqual(Buffer.from('second'));
    expect(checkpoint.notes.map(({ code }) => code)).toEqual(['TRAILING_DATA']);
  });

  it('both values of a key that is set twice are compared', async () => {
    const checkpoint = await open(protocol2('}(', text('a'), int(1), text('a'), int(2), 'u'));
    expect(await listing(checkpoint)).toEqual([
      'mapping (root) of 2',
      'scalar a int 2',
      'scalar [replaced value 0 of a] int 1',
    ]);
    expect(checkpoint.notes.map(({ code }) => code)).toEqual(['DUPLICATE_KEY']);
  });

  it('references to things outside the file stay what they are', async () => {
    expect(await listing(await open(pickleBytes('Pabc\n.')))).toEqual(['object (root) of 1', 'scalar [id] str abc']);
  });

  it('the order of keys is structure', async () => {
    const structureOf = async (...keys: readonly string[]) =>
      (await open(protocol2(dict(Object.fromEntries(keys.map((key) => [key, 'N'])))))).entries[0]?.structure;
    expect(await structureOf('a', 'b')).toEqual({ type: 'dict', order: 'a, b' });
    expect(await structureOf('b', 'a')).toEqual({ type: 'dict', order: 'b, a' });
  });

  it('a problem names the value that it is about', async () => {
    const bad = call('numpy.core.multiarray', '_reconstruct', 'N', 'N', 'N');
    const state = tuple(
      int(1),
      tuple(int(-1)),
      call('numpy', 'dtype', text('i2'), 0x89, 0x88),
      0x89,
      pickleBytes('C', 0),
    );
    const { code, place } = await problemOf(() =>
      open(protocol2(dict({ a: dict({ b: pickleBytes(bad, state, 'b') }) }))),
    );
    expect([code, place]).toEqual(['NUMPY_SHAPE', { file: 'v.pkl', entry: 'a/b' }]);
  });
});

describe('recognition', () => {
  it('knows every pickle of a container, by its header or by reading it whole', async () => {
    for (const [name, protocols] of Object.entries(values))
      for (const [protocol, hex] of Object.entries(protocols))
        if (name !== 'nan' || Number(protocol) >= 2) expect(await recognized(Buffer.from(hex, 'hex'))).toBe(true);
  });

  it('knows a long pickle that is cut off', async () => {
    const bytes = Buffer.from(values.objects?.['4'] ?? '', 'hex');
    expect(await recognized(bytes.subarray(0, bytes.length - 5))).toBe(true);
    expect(await recognized(Buffer.from(values.objects?.['2'] ?? '', 'hex').subarray(0, 200))).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['a text', 'cat: a small animal\n'],
    ['JSON', '{"a": 1}'],
    ['a list in JSON', '[1, 2, 3]'],
    ['CSV', 'step,loss\n1,2\n'],
    ['a Markdown list', '(a) first\n(b) second\n'],
    ['random bytes', '\x80\x02\x00\x01\x02\x03\x04\x05'],
    ['a single number', 'I1\n.'],
  ])('does not take %s for one', async (_, content) => {
    expect(await recognized(Buffer.from(content, 'latin1'))).toBe(false);
  });

  it('does not take safetensors for one, even with a header length that looks like opcodes', async () => {
    for (const length of [0x0280, 0x0380, 0x0480, 0x2e80, 0x5d]) {
      const padding = { pad: 'x'.repeat(Math.max(0, length - 60)) };
      expect(await recognized(safetensorsBytes([], padding))).toBe(false);
    }
    const exact = Buffer.alloc(8 + 0x950480);
    exact.writeUInt32LE(0x950480);
    exact.fill(' ', 8).write('{}', 8);
    expect(await recognized(exact)).toBe(false);
  });

  it('leaves the files of torch to their own readers', async () => {
    expect(await pickle.recognizes(torchFixture('torch2_13_0.pt'))).toBe(false);
    expect(await pickle.recognizes(torchFixture('torch2_13_0_legacy.pt'))).toBe(false);
  });
});

describe('members with the same name', () => {
  it('have paths of their own, so that none goes uncompared', async () => {
    const nan = pickleBytes('G', 0x7f, 0xf8, 0, 0, 0, 0, 0, 0);
    const twice = protocol2('}(', nan, int(1), nan, int(2), 'u');
    expect(await listing(await open(twice))).toEqual([
      'mapping (root) of 2',
      'scalar [nan] int 1',
      'scalar [[nan] #2] int 2',
    ]);
    const object = protocol2('cuser\nC\n)\x81(', text('a'), int(1), text('a'), int(2), 'u');
    expect(await listing(await open(object))).toEqual(['object (root) of 2', 'scalar a int 1', 'scalar [a #2] int 2']);
  });
});
