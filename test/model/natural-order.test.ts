import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNatural } from '../../src/model/natural-order.ts';

test('numbers in names are counted, not spelled', () => {
  const names = ['epoch_10.pt', 'epoch_2.pt', 'best.pt', 'epoch_1.pt', 'latest.pt', 'epoch_02.pt'];
  expect(names.toSorted(compareNatural)).toEqual([
    'best.pt',
    'epoch_1.pt',
    'epoch_02.pt',
    'epoch_2.pt',
    'epoch_10.pt',
    'latest.pt',
  ]);
});

test('any two texts have one order, and only equal ones are equal', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(Math.sign(compareNatural(a, b))).toBe(-Math.sign(compareNatural(b, a)) || 0);
      expect(compareNatural(a, b) === 0).toBe(a === b);
    }),
  );
});
