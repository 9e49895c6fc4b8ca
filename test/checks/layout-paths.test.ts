import { describe, expect, test } from 'vitest';
import { layoutMatcher, stampedMoment } from '../../src/checks/layout-paths.ts';

describe('a layout of the user’s own', () => {
  test.each([
    ['outputs/{experiment}_{timestamp}/config.yaml', 'outputs/base_line_20261123_100102/config.yaml', true],
    ['outputs/{experiment}_{timestamp}/config.yaml', 'outputs/baseline/config.yaml', false],
    ['outputs/{experiment}_{timestamp}/config.yaml', 'outputs/a/b_20261123_100102/config.yaml', false],
    ['**/epoch_{epoch}-step_{step}.pt', 'a/b/epoch_10-step_2000.pt', true],
    ['**/epoch_{epoch}.pt', 'a/epoch_ten.pt', false],
    ['runs/{timestamp}/', 'runs/2026-11-23T10-01-02/x/y.pt', true],
    ['outputs/{a,b}/*.pt', 'outputs/b/x.pt', true],
    ['./outputs/*.pt', 'outputs/x.pt', true],
    // A dot in a name is a dot.
    ['outputs/model.pt', 'outputs/modelXpt', false],
  ])('%s and %s', (glob, path, matches) => {
    expect(layoutMatcher(glob)(path) !== null).toBe(matches);
  });

  test('tells the times that stand in a path', () => {
    expect(layoutMatcher('{timestamp}/{experiment}-{timestamp}.log')('20260102_030405/x-20260102T030406.log')).toEqual({
      glob: '{timestamp}/{experiment}-{timestamp}.log',
      timestamps: ['20260102_030405', '20260102T030406'],
    });
  });

  test.each([
    ['20260102_030405', '2026-01-02T03:04:05'],
    ['2026-01-02_03-04-05', '2026-01-02T03:04:05'],
    ['2026-01-02/03-04-05', '2026-01-02T03:04:05'],
    ['20260230_030405', null],
  ])('%s is the moment %s', (stamp, moment) => {
    expect(stampedMoment(stamp)).toBe(moment);
  });
});
