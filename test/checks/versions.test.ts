import { expect, test } from 'vitest';
import { normalizedName, satisfiesVersion } from '../../src/checks/versions.ts';

test.each([
  ['2.6.0', '2.6.0', true],
  ['2.6', '2.6.0', true],
  ['2.6.0', '2.6.0+cu124', true],
  ['2.6.0+cu124', '2.6.0', false],
  ['2.6.0+cu118', '2.6.0+cu124', false],
  ['v2.6.0', '2.6.0', true],
  ['2.6.0rc1', '2.6.0', false],
  ['2.6.0-rc.1', '2.6.0rc1', true],
  ['git-abc', 'git-abc', true],
  ['git-abc', '1.0', false],
] as const)('"%s" in a record and %s installed: %s', (recorded, installed, holds) => {
  expect(satisfiesVersion(recorded, installed)).toBe(holds);
});

test('names are the same whatever their separators', () => {
  expect(normalizedName('Scikit_Learn')).toBe(normalizedName('scikit-learn'));
});
