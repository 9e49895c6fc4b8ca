import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearestName } from '../../src/config/nearest-name.ts';

const names = ['seed', 'runs', 'require', 'tolerance', 'working-directory', 'upload'];

test.each([
  ['sed', 'seed'],
  ['sede', 'seed'],
  ['Runs', 'runs'],
  ['tollerence', 'tolerance'],
  ['working_directory', 'working-directory'],
  ['workingdirectory', 'working-directory'],
])('%s is probably %s', (found, meant) => expect(nearestName(found, names)).toBe(meant));

test.each(['', 'x', 'color', 'completely-else', 'a'.repeat(10_000)])('%j is near to nothing', (found) =>
  expect(nearestName(found, names)).toBeNull(),
);

test('neighbours that changed places are one edit', () => expect(editDistance('abcd', 'abdc')).toBe(1));

test('the distance is a distance', () => {
  const word = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});
