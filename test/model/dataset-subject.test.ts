import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesDataset, samePlace } from '../../src/model/dataset-subject.ts';

describe('a name beside a digest means a dataset', () => {
  test.each([
    ['data/points.csv', 'data/points.csv'],
    ['points.csv', 'data/points.csv'],
    ['./data//points.csv', 'data/points.csv'],
    ['/home/me/project/data/points.csv', 'data/points.csv'],
    ['data\\points.csv', 'data/points.csv'],
    ['data/points.csv', '../minimal/data/points.csv'],
    ['../data/img/', 'data/img'],
    ['file:///mnt/data/img', '/mnt/data/img'],
    ['points', 'data/points.csv'],
    ['Points', 'data/points.csv'],
    ['cifar-10', 'data/cifar-10.tar.gz'],
  ])('%s: %s', (subject, path) => {
    expect(namesDataset(subject, path)).toBe(true);
  });

  test.each([
    ['oints.csv', 'data/points.csv'],
    ['other/points.csv', 'data/points.csv'],
    ['points.csv.gz', 'data/points.csv'],
    ['data', 'data/points.csv'],
    ['', 'data/points.csv'],
    ['..', '../data'],
    ['x/points', 'data/points.csv'],
  ])('%s does not mean %s', (subject, path) => {
    expect(namesDataset(subject, path)).toBe(false);
  });
});

test('who names whom is mutual', () => {
  const path = fc
    .array(fc.constantFrom('a', 'b', 'c.csv', '..', '.', ''), { maxLength: 5 })
    .map((parts) => parts.join('/'));
  fc.assert(
    fc.property(path, path, (a, b) => {
      expect(samePlace(a, b)).toBe(samePlace(b, a));
    }),
  );
});
