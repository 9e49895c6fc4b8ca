import { describe, expect, test } from 'vitest';
import { parseEnvironmentFile } from './runner-files.ts';

describe('an environment file', () => {
  test('holds pairs in both forms; the last writer of a name wins', () => {
    expect(parseEnvironmentFile('a=1\nb<<EOF\nx\ny=z\nEOF\na=2\n')).toEqual({
      values: { a: '2', b: 'x\ny=z' },
      fault: null,
    });
  });

  test('keeps a carriage return on Linux, and a value with = and <<', () => {
    expect(parseEnvironmentFile('a=1\r\nb=c<<d=e\n').values).toEqual({ a: '1\r', b: 'c<<d=e' });
  });

  test.each([
    ['a line without =', 'ok=1\nnonsense\n'],
    ['an empty name', 'ok=1\n=x\n'],
    ['a heredoc without its end', 'ok=1\nb<<EOF\nx\n'],
  ])('with %s is a fault, and what stood before counts', (_, text) => {
    const parsed = parseEnvironmentFile(text);
    expect(parsed.fault).not.toBeNull();
    expect(parsed.values).toEqual({ ok: '1' });
  });
});
