import { describe, expect, test } from 'vitest';
import { describeDelta } from '../../src/model/describe-delta.ts';
import { values } from '../fixtures/audits/leaves.ts';

const said = (delta: Parameters<typeof values>[2]) => describeDelta(values('a', {}, delta).delta);

describe('the size of a difference', () => {
  test.each([
    [{}, '37 of 4,096 elements differ, by at most 2 ulp (1.192e-7 absolute)'],
    [{ differing: 1, of: 1 }, '1 of 1 element differs, by at most 2 ulp (1.192e-7 absolute)'],
    [{ maxUlp: '16901234567890123', maxAbs: 0.3643 }, '37 of 4,096 elements differ, by at most 0.3643 absolute'],
    [{ maxUlp: null, maxAbs: 3 }, '37 of 4,096 elements differ, by at most 3 absolute'],
    [{ maxUlp: null, maxAbs: null }, '37 of 4,096 elements differ'],
    [
      { nonFinite: { first: 1000, second: 0 } },
      '37 of 4,096 elements differ, by at most 2 ulp (1.192e-7 absolute); among them are 1,000 NaN or infinite in the first run and 0 in the second',
    ],
  ])('%j', (delta, text) => {
    expect(said(delta)).toBe(text);
  });
});
