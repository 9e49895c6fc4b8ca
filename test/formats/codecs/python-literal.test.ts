import { describe, expect, it } from 'vitest';
import { parsePythonLiteral } from '../../../src/formats/codecs/python-literal.ts';
import { codeOf } from '../read-entries.ts';

const list = (...items: unknown[]) => ({ type: 'list', items });
const int = (text: string) => ({ type: 'int', text });
const str = (text: string) => ({ type: 'str', text });

describe('parsePythonLiteral', () => {
  it.each<[string, unknown]>([
    [
      "{'descr': '<f4', 'fortran_order': False, 'shape': (3L, -2), }  \n",
      {
        type: 'map',
        items: [
          ['descr', str('<f4')],
          ['fortran_order', { type: 'bool', text: 'False' }],
          ['shape', list(int('3'), int('-2'))],
        ],
      },
    ],
    ['()', list()],
    ['(1,)', list(int('1'))],
    ['[("a", "<i4", (2, 3))]', list(list(str('a'), str('<i4'), list(int('2'), int('3'))))],
    ["u'it\\'s \\x41\\u00e9\\n'", str("it's Aé\n")],
    ['None', { type: 'none', text: 'None' }],
    ['12345678901234567890', int('12345678901234567890')],
  ])('reads %s', (text, value) => {
    expect(parsePythonLiteral(text)).toEqual(value);
  });

  it.each([
    '',
    "{'a': 1",
    "{'a' 1}",
    '{1: 2}',
    "{'a': 1, 'a': 2}",
    "'a",
    '__import__("os")',
    '1 + 1',
    '[1] * 9999999',
    '1.5',
    '(1 2)',
    `${'('.repeat(100_000)}`,
    "{'a': True} x",
    "'\\",
  ])('refuses %s', async (text) => {
    expect(await codeOf(() => parsePythonLiteral(text))).toBe('PYTHON_LITERAL');
  });
});
