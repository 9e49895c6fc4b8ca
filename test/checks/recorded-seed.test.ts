import { expect, test } from 'vitest';
import { configurationsOf, recordedSeed } from '../../src/checks/configurations.ts';
import { document, inventory } from '../fixtures/audits/evidence.ts';

test.each<readonly [seed: unknown, read: string | null]>([
  [7, '7'],
  ['7', '7'],
  ['007', '7'],
  ['$SEED', null],
  [true, null],
])('the seed %j is read as %s', (seed, read) => {
  const [place] = configurationsOf(inventory(1, { records: [document('configuration', 'out/config.json', { seed })] }));
  expect(place === undefined ? null : (recordedSeed(place)?.seed ?? null)).toBe(read);
});
