import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/judge/inspect.ts';
import { judge } from '../../src/judge/judge.ts';
import type { LeafDifference } from '../../src/model/difference.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { Policy } from '../../src/model/request.ts';
import {
  comparison,
  coverage,
  differing,
  document,
  evidence,
  fileGroup,
  inventory,
  policy,
  records,
  run,
  runGroup,
  withCoverage,
  withDifference,
  withRecords,
  withRuns,
} from '../fixtures/audits/evidence.ts';
import * as leaf from '../fixtures/audits/leaves.ts';

const judged = (given: Evidence, cancelled: string | null = null) => {
  const { outcome, passed, exitCode } = judge(given, inspect(given), cancelled);
  return { outcome, passed, exitCode };
};
const sentence = (given: Evidence) => judge(given, inspect(given), null).sentence;
const by = (given: Evidence, part: Partial<Policy>): Evidence => ({ ...given, policy: { ...policy, ...part } });

const checkpoint = 'outputs/checkpoint_epoch_1.pt';
const equivalent = differing(checkpoint, 'checkpoint', leaf.containerBytes);
const tolerated = differing(checkpoint, 'checkpoint', leaf.values('model/fc.weight', { tolerated: true }));
const divergent = differing(checkpoint, 'checkpoint', leaf.values('model/fc.weight'));
const unread = differing(checkpoint, 'checkpoint', leaf.unread());

describe('verdicts', () => {
  test.each([
    ['identical', evidence()],
    ['equivalent', equivalent],
    ['equivalent', differing(checkpoint, 'checkpoint', leaf.structure)],
    ['equivalent', withCoverage({ allBytesEqual: false })],
    ['within-tolerance', by(tolerated, { require: 'within-tolerance' })],
  ])('%s passes with exit code 0', (outcome, given) => {
    expect(judged(given)).toEqual({ outcome, passed: true, exitCode: 0 });
  });

  test('divergent fails with exit code 1', () => {
    expect(judged(divergent)).toEqual({ outcome: 'divergent', passed: false, exitCode: 1 });
  });
  test('inconclusive fails with exit code 3', () => {
    expect(judged(unread)).toEqual({ outcome: 'inconclusive', passed: false, exitCode: 3 });
  });
  test('a log that differs does not keep two runs from being identical', () => {
    const log = runGroup(fileGroup('train.log', 'log', [leaf.line], false));
    expect(judged(evidence({ comparisons: [comparison({ difference: log })] })).outcome).toBe('identical');
  });
  test('a failed run has no verdict, and exit code 4', () => {
    expect(judged(withRuns({}, { end: { kind: 'exited', code: 1 } }))).toEqual({
      outcome: 'run-failed',
      passed: false,
      exitCode: 4,
    });
  });
  test('cancelled goes before everything else, with exit code 130', () => {
    expect(judged(withRuns({ end: { kind: 'exited', code: 1 } }), 'SIGINT')).toEqual({
      outcome: 'cancelled',
      passed: false,
      exitCode: 130,
    });
  });
  test('a run that was cancelled is a cancelled audit', () => {
    expect(judged(withRuns({}, { end: { kind: 'cancelled', signal: 'SIGTERM' } })).outcome).toBe('cancelled');
  });
  test('a measured difference stays divergent where something else could not be read', () => {
    const difference = runGroup(
      fileGroup(checkpoint, 'checkpoint', [leaf.values('model/fc.weight')]),
      fileGroup('outputs/b.pt', 'checkpoint', [leaf.unread()]),
    );
    expect(judged(withDifference(difference)).outcome).toBe('divergent');
  });
  test('of several comparisons the worst counts', () => {
    const three = evidence({
      runs: [run(1), run(2), run(3)],
      runsRequested: 3,
      inventories: [inventory(1), inventory(2), inventory(3)],
      comparisons: [
        comparison(),
        { ...comparison(), second: 3, difference: divergent.comparisons[0]?.difference ?? null },
      ],
    });
    expect(judged(three).outcome).toBe('divergent');
  });
});

describe('require and fail-on', () => {
  test('a verdict below the required one exits 1', () => {
    expect(judged(by(equivalent, { require: 'identical' }))).toEqual({
      outcome: 'equivalent',
      passed: false,
      exitCode: 1,
    });
  });
  test('within-tolerance does not pass where equivalent is required', () => {
    expect(judged(tolerated)).toEqual({ outcome: 'within-tolerance', passed: false, exitCode: 1 });
  });

  const falseRecord = withRecords(records(), [
    ...records().slice(1),
    document('environment', 'outputs/environment.json', {}),
  ]);
  test('an error finding fails the audit', () => {
    expect(judged(falseRecord)).toEqual({ outcome: 'identical', passed: false, exitCode: 1 });
  });
  test('a waived finding does not', () => {
    const waivers = [{ id: 'environment/*', place: '**', reason: 'known', until: '2027-01-01' }];
    expect(judged(by(falseRecord, { checks: { severities: {}, waivers } }))).toEqual({
      outcome: 'identical',
      passed: true,
      exitCode: 0,
    });
  });
  test('fail-on never ignores findings, and never a difference', () => {
    expect(judged(by(falseRecord, { failOn: 'never' })).passed).toBe(true);
    expect(judged(by(divergent, { failOn: 'never' })).exitCode).toBe(1);
  });
  test('fail-on warning fails by a warning', () => {
    const warned = withRecords(records().slice(1));
    expect(judged(warned).passed).toBe(true);
    expect(judged(by(warned, { failOn: 'warning' }))).toEqual({ outcome: 'identical', passed: false, exitCode: 1 });
  });
  test('switching checks off never turns a difference into a pass', () => {
    const severities = { 'weights/*': 'off', 'checkpoints/*': 'off', 'metrics/*': 'off', 'files/*': 'off' } as const;
    expect(judged(by(divergent, { checks: { severities, waivers: [] } })).outcome).toBe('divergent');
    expect(judged(by(unread, { checks: { severities, waivers: [] } })).outcome).toBe('inconclusive');
  });
});

describe('what is said', () => {
  test.each([
    ['identical', evidence()],
    ['equivalent', equivalent],
    ['equivalent-structure', withDifference(runGroup(fileGroup(checkpoint, 'checkpoint', [leaf.structure])))],
    ['within-tolerance', tolerated],
    ['divergent-tensor', divergent],
    [
      'divergent-metric',
      differing('outputs/metrics.jsonl', 'metrics', leaf.series('train/loss'), leaf.series('val/loss')),
    ],
    ['divergent-file', withDifference(runGroup(leaf.missing('outputs/x.bin', { what: 'file' })))],
    ['inconclusive', unread],
    ['run-failed', withRuns({}, { end: { kind: 'signalled', signal: 'SIGKILL' } })],
  ])('%s, with its evidence', async (name, given) => {
    const { sentence: said, reasons } = judge(given, inspect(given), null);
    await expect(`${[said, ...reasons].join('\n')}\n`).toMatchFileSnapshot(`golden/${name}.txt`);
  });
  test('the evidence of several comparisons is the least of them', () => {
    const given = evidence({
      runs: [run(1), run(2), run(3)],
      runsRequested: 3,
      inventories: [inventory(1), inventory(2), inventory(3)],
      comparisons: [comparison(), comparison({ second: 3, coverage: coverage({}, { tensors: 7 }) })],
    });
    expect(sentence(given)).toContain('3 runs agree byte for byte in 4 checkpoints (7 tensors');
  });
});

describe('always', () => {
  const anyLeaf: fc.Arbitrary<LeafDifference> = fc.constantFrom(
    leaf.values('a'),
    leaf.values('a', { tolerated: true }),
    leaf.series('a'),
    leaf.series('a', { decides: false }),
    leaf.structure,
    leaf.containerBytes,
    leaf.unread(),
    leaf.bytes(),
    leaf.line,
    leaf.missing('a'),
  );
  const anyEvidence = fc
    .record({
      leaves: fc.array(fc.tuple(anyLeaf, fc.boolean()), { maxLength: 4 }),
      elements: fc.constantFrom(0, 1, 4096),
      points: fc.constantFrom(0, 1, 40),
      allBytesEqual: fc.boolean(),
      require: fc.constantFrom('identical', 'equivalent', 'within-tolerance'),
      failOn: fc.constantFrom('error', 'warning', 'never'),
      runs: fc.constantFrom(1, 2),
    })
    .map(({ leaves, elements, points, allBytesEqual, require, failOn, runs }) =>
      evidence({
        policy: { ...policy, require, failOn } as Policy,
        runs: [run(1), run(2)].slice(0, runs),
        comparisons: [
          comparison({
            difference:
              leaves.length === 0
                ? null
                : runGroup(
                    ...leaves.map(([one, decides], index) => fileGroup(`f${index}`, 'checkpoint', [one], decides)),
                  ),
            coverage: coverage({ allBytesEqual }, { elements, points }),
          }),
        ],
      }),
    );

  test('a pass has at least one element or point compared, two runs, nothing unread and no difference beyond what is required', () => {
    fc.assert(
      fc.property(anyEvidence, (given) => {
        const { passed, exitCode } = judge(given, inspect(given), null);
        expect(passed).toBe(exitCode === 0);
        if (!passed) return;
        const [one] = given.comparisons;
        expect((one?.coverage.totals.elements ?? 0) + (one?.coverage.totals.points ?? 0)).toBeGreaterThan(0);
        expect(given.runs).toHaveLength(2);
        const text = JSON.stringify(one?.difference);
        const decidingUnread = text.includes('"decides":true},"children":[{"kind":"unread"');
        expect(decidingUnread).toBe(false);
      }),
    );
  });
});
