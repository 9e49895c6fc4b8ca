import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePythonJson, readPythonJson } from '../../../src/formats/codecs/python-json.ts';
import type { PlainValue } from '../../../src/model/record.ts';
import { scalarToNumber } from '../../../src/model/scalar.ts';
import { problemOf } from '../read-entries.ts';

const item = (text: string): PlainValue => {
  const value = parsePythonJson(`[${text}]`);
  const [first] = value.type === 'list' ? value.items : [];
  if (first === undefined) throw new Error('nothing was read');
  return first;
};

/** Back to what JSON.parse gives, for documents that it can read. */
function plain(value: PlainValue): unknown {
  if (value.type === 'list') return value.items.map(plain);
  if (value.type === 'map') return Object.fromEntries(value.items.map(([key, inner]) => [key, plain(inner)]));
  if (value.type === 'str') return value.text;
  if (value.type === 'bool') return value.text === 'True';
  return value.type === 'none' ? null : scalarToNumber(value);
}

describe('parsePythonJson', () => {
  it.each([
    ['9007199254740993', 'int', '9007199254740993'],
    ['-123456789012345678901234567890', 'int', '-123456789012345678901234567890'],
    ['1', 'int', '1'],
    ['-0', 'int', '0'],
    ['1.0', 'float', '1.0'],
    ['-0.0', 'float', '-0.0'],
    ['1e3', 'float', '1000.0'],
    ['0.1', 'float', '0.1'],
    ['1e999', 'float', 'inf'],
    ['NaN', 'float', 'nan'],
    ['Infinity', 'float', 'inf'],
    ['-Infinity', 'float', '-inf'],
    ['true', 'bool', 'True'],
    ['null', 'none', 'None'],
    ['"\\ud800"', 'str', '\ud800'],
    ['"\\u00e9\\n\\/"', 'str', 'é\n/'],
  ])('reads %s exactly', (text, type, spelled) => {
    expect(item(text)).toEqual({ type, text: spelled });
  });

  it('keeps the order of keys, and keys that are special in JavaScript', () => {
    const value = parsePythonJson('{"b": 1, "__proto__": 2, "a": 3, "": 4}');
    expect(value.type === 'map' && value.items.map(([key]) => key)).toEqual(['b', '__proto__', 'a', '']);
  });

  it('reads what JSON.parse reads, to the same value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(plain(readPythonJson(text).value)).toEqual(plainLike(JSON.parse(text)));
      }),
      { numRuns: 500 },
    );
  });

  it('reads every integer exactly', () => {
    fc.assert(
      fc.property(fc.bigInt(), (value) => {
        expect(item(String(value))).toEqual({ type: 'int', text: String(value) });
      }),
    );
  });

  it('reads every double to the same bits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text =
          Number.isInteger(value) && !Object.is(value, -0)
            ? `${BigInt(value)}.0`
            : Object.is(value, -0)
              ? '-0.0'
              : String(value);
        const read = item(text);
        expect(Object.is(read.type === 'float' ? scalarToNumber(read) : null, value)).toBe(true);
      }),
    );
  });

  it.each([
    ['', 0],
    ['{', 1],
    ['[1,]', 3],
    ['{"a":1,}', 7],
    ['{"a" 1}', 5],
    ['{a: 1}', 1],
    ['[01]', 2],
    ['[1.]', 2],
    ['[+1]', 1],
    ['["a', 3],
    ['["\t"]', 2],
    ['["\\x"]', 2],
    ['["\\u12"]', 2],
    ['[nan]', 1],
    ['1 2', 2],
    ["['a']", 1],
  ])('refuses %s at offset %s', async (text, offset) => {
    expect(await problemOf(() => parsePythonJson(text, { file: 'x.json' }))).toMatchObject({
      code: 'JSON_SYNTAX',
      place: { file: 'x.json', offset },
    });
  });

  it('says line and column', async () => {
    expect((await problemOf(() => parsePythonJson('{\n  "a": 1,\n  "b" 2\n}'))).place).toMatchObject({
      line: 3,
      column: 7,
    });
  });

  it('refuses a million open brackets without overflowing the stack', async () => {
    expect(await problemOf(() => parsePythonJson('['.repeat(1_000_000)))).toMatchObject({
      tag: 'limit',
      code: 'JSON_DEPTH',
    });
  });

  it('reads up to the limits and no further', async () => {
    expect(() => parsePythonJson('[[1]]', { maxDepth: 2 })).not.toThrow();
    expect((await problemOf(() => parsePythonJson('[[[1]]]', { maxDepth: 2 }))).code).toBe('JSON_DEPTH');
    expect(() => parsePythonJson('[1,2]', { maxValues: 3 })).not.toThrow();
    expect((await problemOf(() => parsePythonJson('[1,2,3]', { maxValues: 3 }))).code).toBe('JSON_VALUES');
  });
});

describe('duplicate keys', () => {
  const text = '{"a": 1, "b": {"x/y": [{"z": 1, "z": 2}]}, "a": 3}';

  it('are a Problem where one value is asked for', async () => {
    expect(await problemOf(() => parsePythonJson(text))).toMatchObject({
      code: 'JSON_DUPLICATE_KEY',
      place: { entry: '/b/x~1y/0' },
    });
  });

  it('are listed with their objects, and the last value counts at the first place', () => {
    const { value, duplicates } = readPythonJson(text);
    expect(duplicates.map(({ key, pointer }) => `${pointer} ${key}`)).toEqual(['/b/x~1y/0 z', ' a']);
    expect(plain(value)).toEqual({ a: 3, b: { 'x/y': [{ z: 2 }] } });
    expect(Object.keys(plain(value) as object)).toEqual(['a', 'b']);
  });

  it('are found among many', () => {
    const keys = Array.from({ length: 5000 }, (_, index) => `"k${index}": 0`).join(', ');
    expect(readPythonJson(`{${keys}, "k4321": 1}`).duplicates.map(({ key }) => key)).toEqual(['k4321']);
  });
});

/** JSON.parse's −0 is our exact integer 0. */
function plainLike(value: unknown): unknown {
  if (Object.is(value, -0)) return 0;
  if (Array.isArray(value)) return value.map(plainLike);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainLike(inner)]));
  return value;
}
