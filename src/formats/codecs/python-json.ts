/**
 * JSON as Python's `json` writes it (RFC 8259 plus `NaN`, `Infinity`, `-Infinity`), with exact numbers.
 *
 * `JSON.parse` rounds integers beyond 2^53, refuses NaN and drops duplicate keys without a word; this reader does none
 * of that, needs no recursion, and gives every fault its place. Left out on purpose: comments and trailing commas.
 */
import { FormatProblem, LimitProblem, type ProblemPlace } from '../../model/problem.ts';
import type { PlainValue } from '../../model/record.ts';
import { floatScalar } from '../../model/scalar.ts';

export interface JsonOptions {
  /** For the place of a Problem. */
  readonly file?: string;
  /** Python itself stops at about 1,000; configurations stay below 20. */
  readonly maxDepth?: number;
  /** Each value costs about 100 bytes of memory. */
  readonly maxValues?: number;
}

/** A key that an object has twice. As in Python the last value counts, at the place of the first. */
export interface DuplicateKey {
  readonly key: string;
  /** RFC 6901 pointer to the object. */
  readonly pointer: string;
  readonly offset: number;
  readonly line: number;
}

export interface JsonReading {
  readonly value: PlainValue;
  /** At most the first 100. */
  readonly duplicates: readonly DuplicateKey[];
}

type Pair = [key: string, value: PlainValue];
interface ListFrame {
  readonly kind: 'list';
  readonly items: PlainValue[];
}
interface MapFrame {
  readonly kind: 'map';
  readonly items: Pair[];
  /** Built once an object has many keys; small ones are searched. */
  index: Map<string, number> | null;
  key: string;
}
type Frame = ListFrame | MapFrame;

const mostDuplicates = 100;
const searchedKeys = 8;
const numberToken = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const plainText = /[^"\\\u0000-\u001f]*/y;
const words: readonly (readonly [string, PlainValue])[] = [
  ['true', { type: 'bool', text: 'True' }],
  ['false', { type: 'bool', text: 'False' }],
  ['null', { type: 'none', text: 'None' }],
  ['NaN', floatScalar(Number.NaN)],
  ['Infinity', floatScalar(Number.POSITIVE_INFINITY)],
  ['-Infinity', floatScalar(Number.NEGATIVE_INFINITY)],
];
const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/**
 * The value, where no object has a key twice.
 * @throws FormatProblem `JSON_SYNTAX`, `JSON_DUPLICATE_KEY`; LimitProblem `JSON_DEPTH`, `JSON_VALUES`; with offset, line, column
 */
export function parsePythonJson(text: string, options: JsonOptions = {}): PlainValue {
  const { value, duplicates } = readPythonJson(text, options);
  const [first] = duplicates;
  if (first === undefined) return value;
  throw new FormatProblem(
    'JSON_DUPLICATE_KEY',
    `The object at "${first.pointer}" has the key ${quote(first.key)} twice.`,
    {
      place: { ...placeOf(text, first.offset, options), entry: first.pointer },
      remedy: 'Keep one of the two: readers disagree on which counts.',
    },
  );
}

/**
 * The value, and the keys that were written twice (the last value counts).
 * @throws FormatProblem `JSON_SYNTAX`; LimitProblem `JSON_DEPTH`, `JSON_VALUES`; with offset, line, column
 */
export function readPythonJson(text: string, options: JsonOptions = {}): JsonReading {
  const cursor = new JsonCursor(text, options);
  const maxDepth = options.maxDepth ?? 500;
  const maxValues = options.maxValues ?? 5_000_000;
  const frames: Frame[] = [];
  const duplicates: DuplicateKey[] = [];
  let values = 0;
  for (;;) {
    if (++values > maxValues) throw cursor.limit('JSON_VALUES', `The document has more than ${maxValues} values`);
    let value = cursor.open();
    if (value === 'list' || value === 'map') {
      if (frames.length >= maxDepth)
        throw cursor.limit('JSON_DEPTH', `The document is nested deeper than ${maxDepth} levels`);
      const frame: Frame =
        value === 'list' ? { kind: 'list', items: [] } : { kind: 'map', items: [], index: null, key: '' };
      if (cursor.accept(frame.kind === 'list' ? ']' : '}')) value = close(frame);
      else {
        frames.push(frame);
        if (frame.kind === 'map') frame.key = cursor.key();
        continue;
      }
    }
    // A whole value: it goes into the frame it stands in, which may be whole then too.
    for (;;) {
      const frame = frames.at(-1);
      if (frame === undefined) {
        cursor.end();
        return { value, duplicates };
      }
      if (frame.kind === 'list') frame.items.push(value);
      else if (!put(frame, value) && duplicates.length < mostDuplicates)
        duplicates.push({
          key: frame.key,
          pointer: pointerTo(frames),
          offset: cursor.position,
          line: cursor.place().line ?? 1,
        });
      if (cursor.next(frame.kind)) {
        if (frame.kind === 'map') frame.key = cursor.key();
        break;
      }
      frames.pop();
      value = close(frame);
    }
  }
}

function close(frame: Frame): PlainValue {
  return frame.kind === 'list' ? { type: 'list', items: frame.items } : { type: 'map', items: frame.items };
}

/** False where the key was there already. */
function put(frame: MapFrame, value: PlainValue): boolean {
  const { items, key } = frame;
  if (frame.index === null && items.length > searchedKeys)
    frame.index = new Map(items.map(([name], position) => [name, position]));
  const at = frame.index === null ? items.findIndex(([name]) => name === key) : (frame.index.get(key) ?? -1);
  if (at >= 0) {
    items[at] = [key, value];
    return false;
  }
  frame.index?.set(key, items.length);
  items.push([key, value]);
  return true;
}

function pointerTo(frames: readonly Frame[]): string {
  const steps = frames.slice(0, -1);
  return steps
    .map((frame) =>
      frame.kind === 'list' ? frame.items.length : frame.key.replaceAll('~', '~0').replaceAll('/', '~1'),
    )
    .map((step) => `/${step}`)
    .join('');
}

function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

function placeOf(text: string, offset: number, options: JsonOptions): ProblemPlace {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  return { ...(options.file === undefined ? {} : { file: options.file }), offset, line, column };
}

/** The place in the text, and the tokens from there on. */
class JsonCursor {
  readonly #text: string;
  readonly #options: JsonOptions;
  position: number;

  constructor(text: string, options: JsonOptions) {
    this.#text = text;
    this.#options = options;
    this.position = text.startsWith('\ufeff') ? 1 : 0;
  }

  /** The next value where it is a single one, else what begins here. */
  open(): PlainValue | 'list' | 'map' {
    this.#blank();
    const code = this.#text.charCodeAt(this.position);
    if (code === 0x22) return { type: 'str', text: this.#string() };
    if (code === 0x7b || code === 0x5b) {
      this.position++;
      return code === 0x7b ? 'map' : 'list';
    }
    numberToken.lastIndex = this.position;
    const match = numberToken.exec(this.#text);
    if (match !== null) {
      const [token, fraction, exponent] = match;
      this.position += token.length;
      if (fraction !== undefined || exponent !== undefined) return floatScalar(Number(token));
      return { type: 'int', text: token === '-0' ? '0' : token };
    }
    for (const [word, value] of words) {
      if (!this.#text.startsWith(word, this.position)) continue;
      this.position += word.length;
      return value;
    }
    throw this.syntax('a value');
  }

  key(): string {
    this.#blank();
    if (this.#text.charCodeAt(this.position) !== 0x22) throw this.syntax('a key in double quotes');
    const key = this.#string();
    if (!this.accept(':')) throw this.syntax('":"');
    return key;
  }

  /** True after a comma, false after the end of the list or map. */
  next(kind: Frame['kind']): boolean {
    if (this.accept(',')) return true;
    const closing = kind === 'list' ? ']' : '}';
    if (this.accept(closing)) return false;
    throw this.syntax(`"," or "${closing}"`);
  }

  accept(character: string): boolean {
    this.#blank();
    if (this.#text[this.position] !== character) return false;
    this.position++;
    return true;
  }

  end(): void {
    this.#blank();
    if (this.position < this.#text.length) throw this.syntax('the end of the document');
  }

  place(): ProblemPlace {
    return placeOf(this.#text, this.position, this.#options);
  }

  limit(code: string, message: string): LimitProblem {
    return new LimitProblem(code, `${message}.`, { place: this.place() });
  }

  syntax(expected: string): FormatProblem {
    const found =
      this.position < this.#text.length ? quote(this.#text.slice(this.position, this.position + 20)) : 'the end';
    return new FormatProblem('JSON_SYNTAX', `Found ${found} where ${expected} was expected.`, {
      place: this.place(),
      remedy: 'Write the file again with json.dump.',
    });
  }

  #blank(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.position);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.position++;
    }
  }

  #string(): string {
    this.position++;
    let whole = '';
    for (;;) {
      plainText.lastIndex = this.position;
      const plain = plainText.exec(this.#text)?.[0] ?? '';
      this.position += plain.length;
      whole = whole === '' ? plain : whole + plain;
      const stop = this.#text[this.position];
      if (stop === '"') {
        this.position++;
        return whole;
      }
      if (stop !== '\\') throw this.syntax('the end of a string (line breaks and control characters must be escaped)');
      const letter = this.#text[this.position + 1] ?? '';
      const simple = escapes.get(letter);
      const unit = this.#text.slice(this.position + 2, this.position + 6);
      if (simple !== undefined) {
        whole += simple;
        this.position += 2;
      } else if (letter === 'u' && /^[0-9a-fA-F]{4}$/.test(unit)) {
        // Unit by unit, so that lone surrogates, which Python writes, stay what they are.
        whole += String.fromCharCode(Number.parseInt(unit, 16));
        this.position += 6;
      } else throw this.syntax('an escape such as \\n or \\u00e9');
    }
  }
}
