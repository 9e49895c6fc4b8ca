import { describe, expect, test } from 'vitest';
import { namedTime, realTime } from '../../src/model/stamped-name.ts';

const start = Date.parse('2026-11-23T10:00:30Z');
const minute = 60_000;

describe('namedTime', () => {
  test.each([
    ['2026-11-23T10:00:31', 0, 'within'],
    ['2026-11-23T10:00:00', 0, 'within'],
    ['2026-11-23T11:00:31', 60, 'within'],
    // Named in UTC on a machine that is elsewhere.
    ['2026-11-23T10:05:00', 60, 'within'],
    ['2026-11-23T10:12:00', 0, 'outside'],
    ['2026-11-23T19:02:00', 60, 'in-another-zone'],
    ['2026-11-23T19:09:00', 60, 'outside'],
    ['2026-11-22T10:00:31', 0, 'outside'],
    ['2024-01-15T14:30:00', 0, 'outside'],
  ] as const)('%s at an offset of %d minutes lies %s', (named, offset, lies) => {
    expect(namedTime(named, start, 5 * minute, offset)).toBe(lies);
  });

  test('gives the benefit of every time zone where that of the machine is not known', () => {
    expect(namedTime('2026-11-23T19:02:00', start, 5 * minute, null)).toBe('within');
    expect(namedTime('2026-11-25T10:02:00', start, 5 * minute, null)).toBe('outside');
  });
});

describe('realTime', () => {
  test.each([
    ['2024-02-29', '2024-02-29T10:00:00'],
    ['2023-02-29', null],
    ['2024-13-01', null],
    ['1969-12-31', null],
  ])('%s', (day, found) => {
    expect(realTime([...day.split('-'), '10', '00', '00'])).toBe(found);
  });
});
