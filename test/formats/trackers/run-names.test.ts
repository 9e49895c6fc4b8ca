import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainName, runNames, type TrackedRun } from '../../../src/formats/trackers/run-names.ts';

const asItIs = (name: string): string => name;

/** `id`, name, start and parent; all in one experiment. */
const run = (id: string, name: string | null, startedMs: number | null = null, parent: string | null = null) => ({
  id,
  experiment: 'a',
  name,
  parent,
  startedMs,
});

function names(...runs: readonly TrackedRun[]): Readonly<Record<string, string>> {
  return Object.fromEntries(runNames(runs, asItIs));
}

describe('the names of runs', () => {
  it('are not needed for one run alone', () => {
    expect(names(run('x', 'train'))).toEqual({ x: 'run' });
    expect(names(run('x', 'train'), { ...run('y', 'train'), experiment: 'b' })).toEqual({ x: 'run', y: 'run' });
  });

  it('are those that someone chose', () => {
    expect(names(run('x', 'train', 2), run('y', 'evaluate', 1))).toEqual({ x: 'run train', y: 'run evaluate' });
  });

  it('tell runs of one name apart by the order in which they were started', () => {
    expect(names(run('x', 'fold', 3), run('y', 'fold', 1), run('z', 'fold', 2))).toEqual({
      x: 'run fold 3',
      y: 'run fold 1',
      z: 'run fold 2',
    });
  });

  it('tell runs of one name apart by the runs in which they are nested', () => {
    const parents = [run('a', 'small', 1), run('b', 'large', 2)];
    expect(names(...parents, run('x', 'fold', 5, 'b'), run('y', 'fold', 6, 'a'))).toMatchObject({
      x: 'run fold of large',
      y: 'run fold of small',
    });
  });

  it.each([
    ['the same start', 5, 5],
    ['an unknown start', null, 5],
  ])('are the same for runs of one name with %s: nothing is guessed', (_, one, other) => {
    expect(names(run('x', 'fold', one), run('y', 'fold', other))).toEqual({ x: 'run fold', y: 'run fold' });
  });

  it('that come from chance are none', () => {
    expect(names(run('x', 'bedecked-carp-449', 2), run('y', 'big-owl-7', 1), run('z', '', 3))).toEqual({
      x: 'run 2',
      y: 'run 1',
      z: 'run 3',
    });
  });

  it('that differ in a number only were chosen, although chance makes such names', () => {
    expect(names(run('x', 'cross-fold-1', 9), run('y', 'cross-fold-2', 1))).toEqual({
      x: 'run cross-fold-1',
      y: 'run cross-fold-2',
    });
  });

  it('do not depend on the order of the list, nor on ids', () => {
    const list = fc.array(
      fc.record({
        name: fc.constantFrom('a', 'b', null, 'big-owl-7', 'wise-owl-8'),
        startedMs: fc.constantFrom(1, 2, 3, null),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(list, (given) => {
        const runs = given.map(({ name, startedMs }, index) => run(`id${index}`, name, startedMs));
        const there = runNames(runs, asItIs);
        const back = runNames(runs.toReversed(), asItIs);
        expect(Object.fromEntries(back)).toEqual(Object.fromEntries(there));
        expect(there.size).toBe(runs.length);
      }),
    );
  });
});

describe('a name as part of a path', () => {
  it.each([
    ['a/b', 'a_b'],
    ['‹id›', '_id_'],
    ['x'.repeat(100), 'x'.repeat(60)],
    ['line\nbreak', 'line_break'],
  ])('%j becomes %j', (name, expected) => {
    expect(plainName(name, asItIs)).toBe(expected);
  });

  it('has no times and ids of its run in it', () => {
    expect(plainName('train-20240115', (name) => name.replace(/\d+/, '‹date›'))).toBe('train-(date)');
  });
});
