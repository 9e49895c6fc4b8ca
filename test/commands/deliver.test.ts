import { expect, test } from 'vitest';
import { formats } from '../../src/commands/deliver.ts';
import { findOption } from '../../src/config/options.ts';

test('every format is named in the help of --format, and no other', () => {
  const named = (findOption('format')?.description ?? '').replace(/^[^:]*: |\.$/g, '').split(', ');
  expect(named.toSorted()).toEqual(formats.toSorted());
});

test('no two formats have one name', () => {
  expect(new Set(formats).size).toBe(formats.length);
});
