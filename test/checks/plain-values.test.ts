import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainAt, plainDifferences, plainLeaves, showPlain } from '../../src/checks/plain-values.ts';
import { swapPair } from '../../src/model/pair.ts';
import { plain } from '../fixtures/audits/evidence.ts';

const differences = (first: unknown, second: unknown) =>
  plainDifferences({ first: plain(first), second: plain(second) }).map(
    ({ pointer, values }) => `${pointer}: ${showPlain(values.first)} | ${showPlain(values.second)}`,
  );

describe('differences of plain data', () => {
  test.each([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, []],
    [{ a: 1 }, { a: 2 }, ['/a: 1 | 2']],
    [{ a: 1 }, { a: 1.5 }, ['/a: 1 | 1.5']],
    [{ a: '1' }, { a: 1 }, ['/a: "1" | 1']],
    [{ a: { b: [1, 2] } }, { a: { b: [1] } }, ['/a/b/1: 2 | nothing']],
    [{ a: {} }, { a: [] }, ['/a: {} | []']],
    [{ a: {} }, {}, ['/a: {} | nothing']],
    [{ 'x/y~z': null }, { 'x/y~z': true }, ['/x~1y~0z: null | true']],
  ])('%j and %j', (first, second, expected) => {
    expect(differences(first, second)).toEqual(expected);
  });

  test('own names in texts and in keys are no difference', () => {
    const names = {
      first: [{ text: 'run-0001', placeholder: '‹run›' }],
      second: [{ text: 'run-0002', placeholder: '‹run›' }],
    };
    const pair = {
      first: plain({ 'dir run-0001': 'at run-0001/x' }),
      second: plain({ 'dir run-0002': 'at run-0002/x' }),
    };
    expect(plainDifferences(pair, names)).toEqual([]);
  });
  test('own names in numbers are never taken out', () => {
    const names = { first: [{ text: '1111', placeholder: '‹id›' }], second: [{ text: '2222', placeholder: '‹id›' }] };
    expect(plainDifferences({ first: plain({ a: 1111 }), second: plain({ a: 2222 }) }, names)).toHaveLength(1);
  });

  const anyPlain = fc.jsonValue({ maxDepth: 4 }).map(plain);
  test('of anything with itself are none', () => {
    fc.assert(
      fc.property(anyPlain, (value) => {
        expect(plainDifferences({ first: value, second: value })).toEqual([]);
      }),
    );
  });
  test('are the same from the other side', () => {
    fc.assert(
      fc.property(anyPlain, anyPlain, (first, second) => {
        const there = plainDifferences({ first, second }).map(({ pointer, values }) => ({
          pointer,
          values: swapPair(values),
        }));
        const back = plainDifferences({ first: second, second: first });
        const byPointer = (a: { pointer: string }, b: { pointer: string }) => (a.pointer < b.pointer ? -1 : 1);
        expect(back.toSorted(byPointer)).toEqual(there.toSorted(byPointer));
      }),
    );
  });
});

test('a chain of keys leads to a value, a missing one to null', () => {
  expect(plainAt(plain({ a: [{ b: 1 }] }), ['a', '0', 'b'])).toEqual(plain(1));
  expect(plainAt(plain({ a: 1 }), ['a', 'b'])).toBeNull();
});

test('leaves are in the order of the document', () => {
  expect(plainLeaves(plain({ b: { d: 1, c: 2 }, a: [] })).map(({ pointer }) => pointer)).toEqual([
    '/b/d',
    '/b/c',
    '/a',
  ]);
});
