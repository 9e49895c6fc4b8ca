/**
 * What Python's `repr` and `print` show of settings: dictionaries, lists, tuples, sets, strings, numbers, `Namespace(lr=0.1)`,
 * dataclasses, `PosixPath('data')`, `<class 'dict'>`. Nothing is evaluated: a call becomes the mapping of its keywords, an
 * object the name that it prints. Bare names other than constants are refused, so that a line of source code is no value.
 *
 * Left out on purpose: operators, f-strings, string concatenation. NPY headers have a stricter reader (python-literal.ts).
 */
import { FormatProblem } from '../../model/problem.ts';
import type { PlainValue } from '../../model/record.ts';
import { floatScalar, type Scalar } from '../../model/scalar.ts';
import { unescapedPython } from './python-literal.ts';

/** Recursion below is bounded by it; settings nest a few levels. */
const maxDepth = 64;
const maxValues = 50_000;
/** Of a class that prints a line for each value; TrainingArguments have 130. */
const maxLines = 5_000;

const blank = /\s*/y;
const number = /[+-]?(?:\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)(?![\w.])/y;
const string = /([bBuUrR]{0,2})(?:'((?:[^'\\\n]|\\[^\n])*)'|"((?:[^"\\\n]|\\[^\n])*)")/y;
const name = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y;
const object = /<[^<>\n]{0,300}(?:<[^<>\n]{0,300}>[^<>\n]{0,300})?>/y;
const keyword = /([A-Za-z_]\w*)\s*=(?!=)/y;
/** The value where a class prints `key=value,` lines, without quotes (Hugging Face's TrainingArguments). */
const restOfLine = /[ \t]*([^\n]*)(?=\n)/y;

const constants: ReadonlyMap<string, PlainValue> = new Map([
  ['True', { type: 'bool', text: 'True' }],
  ['False', { type: 'bool', text: 'False' }],
  ['None', { type: 'none', text: 'None' }],
  ['inf', floatScalar(Number.POSITIVE_INFINITY)],
  ['nan', floatScalar(Number.NaN)],
  ['Ellipsis', { type: 'name', text: 'Ellipsis' }],
]);
const paths = /^(?:Pure)?(?:Posix|Windows)?Path$/;

/** The value; tuples and sets come as lists. @throws FormatProblem `PYTHON_REPR` with the offset in `text` */
export function parsePythonRepr(text: string): PlainValue {
  const reader = new ReprReader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

/** The place in the text, and the values from there on. */
class ReprReader {
  readonly #text: string;
  #position = 0;
  #values = 0;
  #lines = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): PlainValue {
    this.#values += 1;
    if (depth > maxDepth || this.#values > maxValues) throw this.#fail('fewer values, nested less deep');
    if (this.#accept('[')) return { type: 'list', items: this.#members(']', depth) };
    if (this.#accept('(')) return this.#parentheses(depth);
    if (this.#accept('{')) return this.#braces(depth);
    const quoted = this.#match(string);
    if (quoted !== null) return this.#withNextStrings(stringOf(quoted));
    const infinite = this.#match(/[+-]inf\b/y);
    if (infinite !== null)
      return floatScalar(infinite[0] === '-inf' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
    const digits = this.#match(number);
    if (digits !== null) return numberOf(digits[0]);
    const shown = this.#match(object);
    // Addresses are another with every start.
    if (shown !== null) return { type: 'name', text: shown[0].replaceAll(/0x[0-9a-fA-F]+/g, '0x…') };
    const start = this.#position;
    const word = this.#match(name)?.[0];
    const constant = word === undefined ? undefined : constants.get(word);
    if (constant !== undefined) return constant;
    if (word !== undefined && this.#text[this.#position] === '(') {
      this.#position += 1;
      return this.#call(word, depth);
    }
    if (word?.includes('.') === true) return { type: 'name', text: word };
    this.#position = start;
    throw this.#fail('a value');
  }

  end(): void {
    this.#match(blank);
    if (this.#position < this.#text.length) throw this.#fail('the end');
  }

  /** `pprint` breaks a long text into several, which belong together. */
  #withNextStrings(first: Scalar): PlainValue {
    const texts = [first.text];
    for (;;) {
      const start = this.#position;
      this.#match(blank);
      const next = this.#match(string);
      if (next === null) {
        this.#position = start;
        return { type: first.type, text: texts.join('') };
      }
      texts.push(stringOf(next).text);
    }
  }

  /** Without a comma it is no tuple. */
  #parentheses(depth: number): PlainValue {
    const items: PlainValue[] = [];
    let isTuple = false;
    while (!this.#accept(')')) {
      items.push(this.value(depth + 1));
      if (this.#accept(',')) isTuple = true;
      else if (this.#accept(')')) break;
      else throw this.#fail('"," or ")"');
    }
    const [only] = items;
    return isTuple || only === undefined ? { type: 'list', items } : only;
  }

  #braces(depth: number): PlainValue {
    const items = new Map<string, PlainValue>();
    const members: PlainValue[] = [];
    while (!this.#accept('}')) {
      const key = this.value(depth + 1);
      if (this.#accept(':')) {
        if (key.type === 'list' || key.type === 'map') throw this.#fail('a plain key before this');
        items.set(key.text, this.value(depth + 1));
      } else members.push(key);
      if (this.#accept(',')) continue;
      if (this.#accept('}')) break;
      throw this.#fail('"," or "}"');
    }
    if (members.length === 0) return { type: 'map', items: [...items] };
    if (items.size > 0) throw this.#fail('":" after each key');
    return { type: 'list', items: members };
  }

  #members(closing: string, depth: number): PlainValue[] {
    const items: PlainValue[] = [];
    while (!this.#accept(closing)) {
      items.push(this.value(depth + 1));
      if (this.#accept(',')) continue;
      if (this.#accept(closing)) break;
      throw this.#fail(`"," or "${closing}"`);
    }
    return items;
  }

  #call(word: string, depth: number): PlainValue {
    const byLine = this.#text[this.#position] === '\n';
    const positional: PlainValue[] = [];
    const keywords = new Map<string, PlainValue>();
    while (!this.#accept(')')) {
      const key = this.#match(keyword)?.[1];
      if (key !== undefined && byLine) {
        keywords.set(key, this.#valueOfLine());
        continue;
      }
      if (key === undefined) positional.push(this.value(depth + 1));
      else {
        this.#match(blank);
        keywords.set(key, this.value(depth + 1));
      }
      if (this.#accept(',')) continue;
      if (this.#accept(')')) break;
      throw this.#fail('"," or ")"');
    }
    return callOf(word, positional, keywords);
  }

  #valueOfLine(): PlainValue {
    const line = this.#match(restOfLine);
    if (line === null) throw this.#fail('a value and the end of the line');
    const text = (line[1] ?? '').trimEnd().replace(/,$/, '');
    this.#lines += 1;
    if (this.#lines > maxLines) throw this.#fail(`at most ${maxLines} lines`);
    try {
      return parsePythonRepr(text);
    } catch (error) {
      if (!(error instanceof FormatProblem)) throw error;
      return { type: 'str', text };
    }
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#text);
    if (found !== null) this.#position += found[0].length;
    return found;
  }

  #accept(character: string): boolean {
    this.#match(blank);
    if (this.#text[this.#position] !== character) return false;
    this.#position += 1;
    this.#match(blank);
    return true;
  }

  #fail(expected: string): FormatProblem {
    const found = JSON.stringify(this.#text.slice(this.#position, this.#position + 20));
    return new FormatProblem('PYTHON_REPR', `Found ${found} where ${expected} was expected.`, {
      place: { offset: this.#position },
    });
  }
}

function stringOf([, prefix = '', single, double]: RegExpExecArray): Scalar {
  const body = single ?? double ?? '';
  if (/b/i.test(prefix)) return { type: 'bytes', text: Buffer.from(unescapedPython(body), 'latin1').toString('hex') };
  return { type: 'str', text: /r/i.test(prefix) ? body : unescapedPython(body) };
}

function numberOf(text: string): PlainValue {
  return /^[+-]?\d+$/.test(text)
    ? { type: 'int', text: text.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1') }
    : floatScalar(Number(text));
}

function callOf(
  word: string,
  positional: readonly PlainValue[],
  keywords: ReadonlyMap<string, PlainValue>,
): PlainValue {
  const [only] = positional;
  if (keywords.size > 0)
    return { type: 'map', items: [...positional.map((item, index) => [String(index), item] as const), ...keywords] };
  if (only === undefined) return { type: 'name', text: `${word}()` };
  // `defaultdict(<class 'int'>, {…})`
  const last = positional.at(-1);
  if (positional.length === 2 && last?.type === 'map') return last;
  if (positional.length > 1) return { type: 'list', items: positional };
  if (paths.test(word.slice(word.lastIndexOf('.') + 1)) && only.type === 'str') return only;
  return pairsAsMapping(only) ?? only;
}

/** `OrderedDict([('lr', 0.1), …])`. */
function pairsAsMapping(value: PlainValue): PlainValue | null {
  if (value.type !== 'list' || value.items.length === 0) return null;
  const items = new Map<string, PlainValue>();
  for (const pair of value.items) {
    const [key, member] = pair.type === 'list' && pair.items.length === 2 ? pair.items : [];
    if (key?.type !== 'str' || member === undefined) return null;
    items.set(key.text, member);
  }
  return { type: 'map', items: [...items] };
}
