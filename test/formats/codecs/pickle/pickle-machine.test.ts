/** The opcodes one group after the other, and what the machine refuses (hazards PK03 to PK33 of the design notes). */
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../../src/formats/codecs/memory-source.ts';
import { opcodeCount, type PickleOptions, readPickle } from '../../../../src/formats/codecs/pickle/pickle-machine.ts';
import type { PickleNode } from '../../../../src/formats/codecs/pickle/pickle-node.ts';
import type { ByteSource } from '../../../../src/model/byte-source.ts';
import { codeOf, problemOf } from '../../read-entries.ts';
import {
  dict,
  int,
  type PicklePart,
  pickleBytes,
  protocol2,
  text,
  tuple,
  u32,
  u64,
} from '../../writers/pickle-bytes.ts';

function read(bytes: Uint8Array, options?: PickleOptions) {
  return readPickle(memorySource('p.pkl', bytes), options);
}

function rootOf(...parts: readonly PicklePart[]): PickleNode {
  return read(pickleBytes(...parts)).root;
}

const refused = (...parts: readonly PicklePart[]) => codeOf(() => read(pickleBytes(...parts)));

describe('the machine', () => {
  it('knows all 68 opcodes', () => {
    expect(opcodeCount).toBe(68);
  });

  it('refuses each of the 188 bytes that are no opcode', async () => {
    const codes: string[] = [];
    for (let byte = 0; byte < 256; byte++) codes.push(await codeOf(() => read(pickleBytes(byte))).catch(() => 'read'));
    expect(codes.filter((code) => code === 'PICKLE_BAD_OPCODE')).toHaveLength(188);
  });

  it('says where the next byte stands, and starts where it is told', () => {
    const bytes = pickleBytes('xx', 0x80, 2, 'K', 5, '.', 'rest');
    const { end, root } = read(bytes, { offset: 2 });
    expect([end, root]).toEqual([7, { kind: 'int', value: 5 }]);
  });

  it('gives one node for all references to it', () => {
    const root = rootOf(']q', 0, 'K', 1, 'ah', 0, 0x86, '.');
    expect(root.kind === 'tuple' && root.items[0] === root.items[1]).toBe(true);
  });

  it('reads a list that contains itself', () => {
    const root = rootOf(']q', 0, 'h', 0, 'a.');
    expect(root.kind === 'list' && root.items[0] === root).toBe(true);
  });

  it('lists every name, popped ones too', () => {
    const { globals } = read(pickleBytes('cos\nsystem\n)R0(ia\nb\n.'));
    expect(globals.map(({ module, name }) => `${module}.${name}`)).toEqual(['os.system', 'a.b']);
  });

  it('leaves long bytes in the file', () => {
    const data = new Uint8Array(300_000);
    let bytesRead = 0;
    const inner = memorySource('p', pickleBytes(0x80, 4, 'B', u32(data.length), data, '.'));
    const source: ByteSource = {
      ...inner,
      read: (offset, length) => {
        bytesRead += length;
        return inner.read(offset, length);
      },
    };
    const { root } = readPickle(source);
    expect(root).toMatchObject({ kind: 'bytes', range: { offset: 7, length: 300_000 } });
    expect(bytesRead).toBeLessThan(300_000);
  });
});

describe('numbers', () => {
  it.each([
    ['LONG1 of no bytes', [0x8a, 0], 0],
    ['LONG1 with a sign', [0x8a, 1, 0xff], -1],
    ['LONG1 with a leading zero byte', [0x8a, 2, 0xff, 0], 255],
    ['LONG4', [0x8b, u32(9), new Uint8Array(8), 1], 2n ** 64n],
    ['BININT', ['J', u32(0x80000000)], -(2 ** 31)],
    ['BININT2', ['M', 0xff, 0xff], 65535],
    ['INT', ['I-12\n'], -12],
    ['LONG', ['L123L\n'], 123],
  ])('reads %s', (_, parts, value) => {
    expect(rootOf(...parts, '.')).toEqual({ kind: 'int', value });
  });

  it('reads INT 01 as True', () => {
    expect(rootOf('I01\n.')).toEqual({ kind: 'bool', value: true });
  });

  it('keeps the bits of an unusual NaN', () => {
    expect(rootOf('G', 0x7f, 0xf0, 0, 0, 0, 0, 0, 2, '.')).toMatchObject({ nan: '7ff0000000000002' });
  });

  it.each(['I012\n', 'I1_0\n', 'I1\r\n', 'I\n', 'I0x1\n', 'Lx\n', 'F1e999\n', 'Fx\n', 'F-nan\n', 'F1.5\r\n'])(
    "refuses the text argument %j, on which Python's two readers disagree",
    async (argument) => {
      expect(await refused(argument, '.')).toBe('TEXT_ARG');
    },
  );

  it('refuses an integer of more digits than anybody prints', async () => {
    expect(await refused(0x8b, u32(5000), new Uint8Array(5000), '.')).toBe('INT_LIMIT');
  });

  it('refuses a negative length', async () => {
    expect(await refused(0x8b, u32(0xffffffff), '.')).toBe('NEGATIVE_SIZE');
    expect(await refused('T', u32(0x80000000), '.')).toBe('NEGATIVE_SIZE');
  });
});

describe('texts and bytes', () => {
  it('keeps a lone surrogate', () => {
    expect(rootOf('X', u32(3), 0xed, 0xa0, 0x80, '.')).toMatchObject({ value: '\ud800' });
  });

  it('tells two surrogates from the character that they would make', () => {
    const two = rootOf('X', u32(6), 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80, '.');
    expect(two).toMatchObject({ kind: 'str', value: null });
    expect(rootOf(text('\u{1f600}'), '.')).toMatchObject({ value: '\u{1f600}' });
    expect(rootOf('V\\ud83d\\ude00\n.')).toMatchObject({ kind: 'str', value: null });
  });

  it.each([
    ['a byte that begins nothing', [0xff]],
    ['a character cut off', [0xe2, 0x82]],
    ['an overlong form', [0xc0, 0x80]],
  ])('refuses UTF-8 with %s', async (_, bytes) => {
    expect(await refused('X', u32(bytes.length), ...bytes, '.')).toBe('TEXT_ENCODING');
  });

  it('refuses broken UTF-8 in a text too long to hold', async () => {
    expect(await refused('X', u32(70_000), 'a'.repeat(69_999), 0xff, '.')).toBe('TEXT_ENCODING');
    expect(rootOf('X', u32(70_002), 'a'.repeat(70_000), 0xc3, 0xa9, '.')).toMatchObject({ value: null });
  });

  it('reads an 8-bit string of Python 2 as text where it is ASCII, else as bytes', () => {
    expect(rootOf('U', 2, 'ab', '.')).toMatchObject({ kind: 'str', value: 'ab' });
    expect(rootOf('U', 1, 0xff, '.')).toMatchObject({ kind: 'bytes', range: { length: 1 } });
    expect(rootOf("S'a\\x41\\101\\n'\n.")).toMatchObject({ value: 'aAA\n' });
  });

  it.each(["S'a\n", 'Sa\n', "S'\\x4'\n", "S'\\777'\n", 'V\\u12\n', 'V\\U00110000\n'])(
    'refuses the text %j',
    async (argument) => {
      expect(await refused(argument, '.')).toBe('TEXT_ARG');
    },
  );

  it.each([
    ['BINUNICODE8', 0x8d],
    ['BINBYTES8', 0x8e],
    ['BYTEARRAY8', 0x96],
    ['FRAME', 0x95],
  ])('refuses %s of any impossible length before it allocates', async (_, opcode) => {
    for (const length of [2n ** 31n, 2n ** 32n, 2n ** 63n, 2n ** 64n - 1n])
      expect(await refused(opcode, u64(length), 'abc.')).toBe('SIZE_EXCEEDS_INPUT');
  });

  it('refuses buffers that are not in the file', async () => {
    expect(await refused(0x80, 5, 0x97, '.')).toBe('OUT_OF_BAND');
    expect(await refused(0x80, 5, 0x98, '.')).toBe('OUT_OF_BAND');
  });
});

describe('containers', () => {
  it('takes the last value of a key that is set twice, and keeps the earlier one', () => {
    const root = rootOf('}(', text('a'), 'K', 1, text('b'), 'K', 2, text('a'), 'K', 3, 'u.');
    expect(root).toMatchObject({
      pairs: [
        [{ value: 'a' }, { value: 3 }],
        [{ value: 'b' }, { value: 2 }],
      ],
      replaced: [[{ value: 'a' }, { value: 1 }]],
    });
  });

  it('keeps 1, "1", True and 1.0 apart as keys', () => {
    const root = rootOf('}(K', 1, 'N', text('1'), 'N', 0x88, 'NG', 0x3f, 0xf0, 0, 0, 0, 0, 0, 0, 'Nu.');
    expect(root.kind === 'dict' && root.pairs.length).toBe(4);
  });

  it('knows equal tuples as one key', () => {
    const root = rootOf('}(', tuple('K', 1, text('a')), 'N', tuple('K', 1, text('a')), 'Nu.');
    expect(root.kind === 'dict' && [root.pairs.length, root.replaced.length]).toEqual([1, 1]);
  });

  it.each([
    ['a list', ']'],
    ['a dict', '}'],
    ['a set', '\x8f'],
    ['a tuple with a list', '(]t'],
  ])('refuses %s as a key', async (_, key) => {
    expect(await refused('}', key, 'Ns.')).toBe('UNHASHABLE_KEY');
  });

  it('refuses a dict as its own key and a set in itself', async () => {
    expect(await refused('}q', 0, 'h', 0, 'Ns.')).toBe('UNHASHABLE_KEY');
    expect(await refused('\x8fq', 0, '(h', 0, '\x90.')).toBe('UNHASHABLE_KEY');
  });

  it.each([
    ['SETITEM on a list', ']NNs.'],
    ['SETITEMS on a tuple', ')(NNu.'],
    ['APPEND to a dict', '}Na.'],
    ['APPENDS to a set', '\x8f(Ne.'],
    ['ADDITEMS to a list', '](N\x90.'],
    ['BUILD on a list', ']}b.'],
    ['REDUCE of an integer', 'K\x01)R.'],
    ['REDUCE with a list of arguments', 'ca\nb\n]R.'],
    ['STACK_GLOBAL of no texts', 'NN\x93.'],
  ])('refuses %s', async (_, stream) => {
    expect(await refused(stream)).toBe('TARGET_TYPE');
  });

  it('refuses an odd number of keys and values', async () => {
    expect(await refused('}(Nu.')).toBe('STACK_UNDERFLOW');
  });
});

describe('stack and memo', () => {
  it.each(['0.', '2.', 'a.', 'b.', '\x94.', '\x93.', '\x85.', 'R.', '.', '(2.'])(
    'refuses %j on an empty stack',
    async (stream) => {
      expect(await refused(stream)).toBe('STACK_UNDERFLOW');
    },
  );

  it.each(['1.', 't.', '\x80\x04t.', 'l.', 'd.', 'e.', 'u.', '\x90.', '\x91.', 'o.', 'ia\nb\n.'])(
    'refuses %j without a mark',
    async (stream) => {
      expect(await refused(stream)).toBe('NO_MARK');
    },
  );

  it('does not let an opcode reach below a mark', async () => {
    expect(await refused(']N(a.')).toBe('STACK_UNDERFLOW');
  });

  it('takes memo indices as sparse as they come', () => {
    expect(rootOf('Nr', u32(0xffffffff), '0j', u32(0xffffffff), '.')).toEqual({ kind: 'none' });
  });

  it.each(['Np-1\n.', 'Np99999999999999999999\n.'])('refuses the memo index of %j', async (stream) => {
    expect(await refused(stream)).toBe('MEMO_INDEX');
  });

  it('refuses a memo index that is no number, and one that nothing was put into', async () => {
    expect(await refused('Npabc\n.')).toBe('TEXT_ARG');
    expect(await refused('h', 7, '.')).toBe('MEMO_MISSING');
  });
});

describe('names and objects', () => {
  it('makes the same call of REDUCE whatever is called', () => {
    expect(rootOf('cos\nsystem\n(', text('echo'), 'tR.')).toMatchObject({
      kind: 'object',
      how: 'call',
      callee: { module: 'os', name: 'system' },
      args: { items: [{ value: 'echo' }] },
    });
  });

  it.each([
    ['INST', '(K\x01ia\nb\n.'],
    ['OBJ', '(ca\nb\nK\x01o.'],
    ['NEWOBJ', 'ca\nb\n(K\x01t\x81.'],
  ])('makes an object of %s', (_, stream) => {
    expect(rootOf(stream)).toMatchObject({ how: 'new', callee: { name: 'b' }, args: { items: [{ value: 1 }] } });
  });

  it('records what an object of an unknown class is given', () => {
    const root = rootOf('ca\nb\n)\x81(K\x01e(', text('k'), 'K\x02u}b.');
    expect(root).toMatchObject({
      items: [{ value: 1 }],
      pairs: [[{ value: 'k' }, { value: 2 }]],
      states: [{ kind: 'dict' }],
    });
  });

  it('keeps extension codes as labels, and refuses those that cannot be', async () => {
    expect(rootOf(0x82, 7, '.')).toEqual({ kind: 'extension', code: 7 });
    expect(await refused(0x82, 0, '.')).toBe('EXTENSION_CODE');
    expect(await refused(0x84, u32(0xffffffff), '.')).toBe('EXTENSION_CODE');
  });

  it('refuses a name that is not UTF-8', async () => {
    expect(await refused('c', 0xff, '\nb\n.')).toBe('TEXT_ARG');
  });
});

describe('protocol and frames', () => {
  it('takes PROTO anywhere and more than once, up to 5', async () => {
    expect(read(pickleBytes('N', 0x80, 3, 0x80, 1, '.')).protocol).toBe(3);
    expect(await refused(0x80, 6, 'N.')).toBe('PICKLE_PROTO');
    expect(await refused(0x80, 255, 'N.')).toBe('PICKLE_PROTO');
  });

  it.each([
    ['an operand across the end of its frame', [0x95, u64(2), 'J', u32(1), '.']],
    ['a text across the end of its frame', [0x95, u64(3), 0x8c, 5, 'abcde.']],
    ['a line across the end of its frame', [0x95, u64(3), 'cab', '\nc\n.']],
    ['a frame inside a frame', [0x95, u64(12), 'N', 0x95, u64(1), '..', '.']],
    ['STOP inside a frame', [0x95, u64(3), 'N.N.']],
  ])('refuses %s', async (_, parts) => {
    expect(await refused(0x80, 4, ...parts)).toBe('FRAME_BOUNDARY');
  });

  it('takes frames one after the other', () => {
    expect(rootOf(0x80, 4, 0x95, u64(2), 'K', 7, 0x95, u64(1), '.')).toMatchObject({ value: 7 });
  });
});

describe('limits', () => {
  it('gives a typed problem with an offset for every prefix', async () => {
    const whole = protocol2(dict({ a: tuple(int(1), text('b')), c: pickleBytes('cx\ny\n)R}b') }));
    const codes = new Set<string>();
    for (let length = 0; length < whole.length; length++) {
      const { code, place } = await problemOf(() => read(whole.slice(0, length)));
      codes.add(code);
      expect(place.offset).toBeLessThanOrEqual(length);
    }
    expect([...codes].sort()).toEqual(['PICKLE_TRUNCATED', 'SIZE_EXCEEDS_INPUT']);
  });

  it('refuses a million open marks', async () => {
    expect(await refused('('.repeat(1_000_000))).toBe('DEPTH_LIMIT');
  });

  it.each([
    ['opcodes', { maxOpcodes: 5 }, 'OPCODE_LIMIT'],
    ['values', { maxNodes: 2 }, 'NODE_LIMIT'],
    ['memo', { maxMemo: 2 }, 'MEMO_LIMIT'],
    ['stack', { maxStack: 2 }, 'STACK_LIMIT'],
  ])('stops at the limit of %s, and not before', async (_, limits, code) => {
    const stream = (count: number) =>
      pickleBytes(...Array.from({ length: count }, (_, index) => pickleBytes(']q', index)));
    expect(await codeOf(() => read(stream(3), { limits }))).toBe(code);
    expect(await codeOf(() => read(stream(2), { limits }))).toBe('PICKLE_TRUNCATED');
  });

  it('reads ten million opcodes in a few seconds', () => {
    const bytes = new Uint8Array(10_000_002).fill(0x4e);
    for (let at = 1; at < 10_000_000; at += 2) bytes[at] = 0x30;
    bytes.set([0x4e, 0x2e], 10_000_000);
    expect(read(bytes).opcodes).toBe(10_000_002);
  }, 10_000);

  it('hashes a long key once, however often it is used', () => {
    const uses = 20_000;
    const stream = pickleBytes(
      text('k'.repeat(60_000)),
      'q',
      0,
      '0',
      ...Array.from({ length: uses }, () => '}h\x00Ns0'),
      'N.',
    );
    const start = performance.now();
    read(stream);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('looks through tuples of tuples once', () => {
    const levels = Array.from({ length: 60 }, (_, index) =>
      pickleBytes('h', index, 'h', index, 0x86, 'q', index + 1, '0'),
    );
    const stream = pickleBytes(')q', 0, '0', ...levels, '}h', 60, 'Ns.');
    expect(read(stream).root.kind).toBe('dict');
  });
});
