import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePythonRepr } from '../../../src/formats/codecs/python-repr.ts';
import { isProblem } from '../../../src/model/problem.ts';
import { plain } from '../../fixtures/audits/evidence.ts';

const float = (text: string) => ({ type: 'float', text });

describe("Python's repr", () => {
  test.each<[string, unknown]>([
    ['{}', plain({})],
    ['{"a": 1, \'b\': [True, False, None]}', plain({ a: 1, b: [true, false, null] })],
    [
      '{1: "x", (None): 2}',
      {
        type: 'map',
        items: [
          ['1', plain('x')],
          ['None', plain(2)],
        ],
      },
    ],
    ['(1, 2)', plain([1, 2])],
    ['(1,)', plain([1])],
    ['()', plain([])],
    ['(1)', plain(1)],
    ['{1, 2}', plain([1, 2])],
    ['-3', plain(-3)],
    ['123456789012345678901234567890', plain(123456789012345678901234567890n)],
    ['1e-05', float('0.00001')],
    ['.5', float('0.5')],
    ['1.', float('1.0')],
    ['-inf', float('-inf')],
    ['nan', float('nan')],
    [String.raw`'it\'s \n \x41 \u00e9 \U0001F600 \q'`, plain("it's \n A é 😀 \\q")],
    ['"say \'hi\'"', plain("say 'hi'")],
    [String.raw`r'\d'`, plain(String.raw`\d`)],
    ["b'a\\x00'", { type: 'bytes', text: '6100' }],
    ["('a long '\n 'text')", plain('a long text')],
    ["PosixPath('data/x')", plain('data/x')],
    ["pathlib.PurePath('x')", plain('x')],
    ['Config(lr=0.5, opt=Adam(eps=1, fused=None))', plain({ lr: 0.5, opt: { eps: 1, fused: null } })],
    ["Box({'a': 1})", plain({ a: 1 })],
    ["OrderedDict([('a', 1), ('b', 2)])", plain({ a: 1, b: 2 })],
    ['Thing()', { type: 'name', text: 'Thing()' }],
    ['range(0, 3)', plain([0, 3])],
    ['torch.bfloat16', { type: 'name', text: 'torch.bfloat16' }],
    ["<class 'x'>", { type: 'name', text: "<class 'x'>" }],
    [
      '<bound method A.f of <B object at 0xdeadbeef>>',
      { type: 'name', text: '<bound method A.f of <B object at 0x…>>' },
    ],
  ])('%s', (text, value) => {
    expect(parsePythonRepr(text)).toEqual(value);
  });

  test.each([
    '',
    'x',
    'x + 1',
    '{a: 1}',
    '{"a": b}',
    '[1, 2',
    '{"a" 1}',
    '1 2',
    "'abc",
    '{"a": 1, 2}',
    'f(x)',
    '[[1]',
    '{[1]: 2}',
    '...',
    '{"a": 1}}',
    '0x10',
    '1_',
  ])('refuses %s', (text) => {
    expect(() => parsePythonRepr(text)).toThrow(expect.objectContaining({ code: 'PYTHON_REPR' }));
  });

  test('reads back what Python would show of any JSON', () => {
    const show = (value: unknown): string => {
      if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
      if (typeof value === 'object' && value !== null)
        return `{${Object.entries(value)
          .map(([key, item]) => `${show(key)}: ${show(item)}`)
          .join(', ')}}`;
      if (typeof value === 'string')
        return `'${[...value].map((one) => `\\U${(one.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`).join('')}'`;
      return value === null ? 'None' : value === true ? 'True' : value === false ? 'False' : String(value);
    };
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.boolean(),
        fc.constant(null),
        fc.integer(),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(fc.string(), tie('any'), { maxKeys: 3, noNullPrototype: true }),
      ),
    })).any;
    fc.assert(
      fc.property(value, (one) => {
        expect(parsePythonRepr(show(one))).toEqual(plain(one));
      }),
    );
  });

  test('answers any text with a value or a Problem, in good time', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      "'",
      '"',
      ',',
      ':',
      '=',
      '\n',
      '<',
      '>',
      'A',
      'dict',
      '1',
      '.',
      'e',
      '-',
      '\\',
      'None',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
        try {
          parsePythonRepr(parts.join(''));
        } catch (error) {
          if (!isProblem(error)) throw error;
        }
      }),
      { numRuns: 2_000 },
    );
    const began = performance.now();
    for (const text of [
      '['.repeat(1_000_000),
      `[${'<'.repeat(500_000)}`,
      `T(\n${'a=[\n'.repeat(200_000)}`,
      `['${'\\'.repeat(500_001)}`,
      `[${'1,'.repeat(1_000_000)}]`,
    ])
      expect(() => parsePythonRepr(text)).toThrow();
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
