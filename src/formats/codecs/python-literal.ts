/**
 * Python literals as NumPy writes them into NPY headers (`numpy.lib.format`): dicts with string keys, tuples, lists,
 * strings, integers, `True`, `False`, `None`. Nothing is evaluated; names, operators and calls are refused.
 */
import { FormatProblem } from '../../model/problem.ts';
import type { PlainValue } from '../../model/record.ts';

/** Structured types nest a few levels; recursion below is bounded by it. */
const maxDepth = 32;

const blank = /\s*/y;
const integer = /[+-]?\d+L?/y;
const string = /[uUbB]?(?:'((?:[^'\\\n]|\\[^\n])*)'|"((?:[^"\\\n]|\\[^\n])*)")/y;
const word = /[A-Za-z_]+/y;
const escapeSequence = /\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^xuU])/g;
const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
]);
const words: ReadonlyMap<string, PlainValue> = new Map([
  ['True', { type: 'bool', text: 'True' }],
  ['False', { type: 'bool', text: 'False' }],
  ['None', { type: 'none', text: 'None' }],
]);

/** The value; a tuple comes as a list. @throws FormatProblem `PYTHON_LITERAL` with the offset in `text` */
export function parsePythonLiteral(text: string): PlainValue {
  let position = 0;
  const fail = (expected: string): FormatProblem =>
    new FormatProblem(
      'PYTHON_LITERAL',
      `Found ${JSON.stringify(text.slice(position, position + 20))} where ${expected} was expected.`,
      {
        place: { offset: position },
      },
    );
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position;
    const found = pattern.exec(text);
    if (found !== null) position += found[0].length;
    return found;
  };
  const accept = (character: string): boolean => {
    match(blank);
    if (text[position] !== character) return false;
    position++;
    return true;
  };
  const members = (closing: string, depth: number): PlainValue[] => {
    const items: PlainValue[] = [];
    while (!accept(closing)) {
      items.push(value(depth + 1));
      if (accept(',')) continue;
      if (accept(closing)) break;
      throw fail(`"," or "${closing}"`);
    }
    return items;
  };
  const value = (depth: number): PlainValue => {
    if (depth > maxDepth) throw fail(`nesting of at most ${maxDepth} levels`);
    if (accept('[')) return { type: 'list', items: members(']', depth) };
    if (accept('(')) return { type: 'list', items: members(')', depth) };
    if (accept('{')) return dict(depth);
    const quoted = match(string);
    if (quoted !== null) return { type: 'str', text: unescapedPython(quoted[1] ?? quoted[2] ?? '') };
    const number = match(integer);
    if (number !== null) return { type: 'int', text: String(BigInt(number[0].replace(/^\+|L$/g, ''))) };
    const start = position;
    const named = words.get(match(word)?.[0] ?? '');
    if (named !== undefined) return named;
    position = start;
    throw fail('a literal');
  };
  const dict = (depth: number): PlainValue => {
    const items: [string, PlainValue][] = [];
    while (!accept('}')) {
      const key = value(depth + 1);
      if (key.type !== 'str') throw fail('a string as key before this');
      if (!accept(':')) throw fail('":"');
      if (items.some(([known]) => known === key.text)) throw fail(`no second key ${JSON.stringify(key.text)}`);
      items.push([key.text, value(depth + 1)]);
      if (accept(',')) continue;
      if (accept('}')) break;
      throw fail('"," or "}"');
    }
    return { type: 'map', items };
  };
  const whole = value(0);
  match(blank);
  if (position < text.length) throw fail('the end');
  return whole;
}

/** The text that the inside of a Python string stands for. */
export function unescapedPython(text: string): string {
  return text.replace(escapeSequence, (sequence, code: string) => {
    if (/^[xuU]./.test(code)) {
      const point = Number.parseInt(code.slice(1), 16);
      return point > 0x10ffff ? sequence : String.fromCodePoint(point);
    }
    return escapes.get(code) ?? sequence;
  });
}
