/** The false greens that Evidence can show, by their ids in the hazard table: each ends in the right outcome, and none passes. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/judge/inspect.ts';
import { judge } from '../../src/judge/judge.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { SeenProcess } from '../../src/model/observed-process.ts';
import type { Outcome } from '../../src/model/verdict.ts';
import {
  comparedCheckpoint,
  comparedSeries,
  comparison,
  coverage,
  differing,
  document,
  environmentRecord,
  evidence,
  inventory,
  observedTorch,
  policy,
  records,
  run,
  runGroup,
  seen,
  withCoverage,
  withDifference,
  withRecords,
  withRuns,
} from '../fixtures/audits/evidence.ts';
import * as leaf from '../fixtures/audits/leaves.ts';

const nothing = { files: 0, checkpoints: 0, tensors: 0, elements: 0, series: 0, points: 0 };
const checkpoint = 'outputs/checkpoint_epoch_1.pt';
const metrics = 'outputs/metrics.jsonl';
const unreadItem = {
  path: checkpoint,
  role: 'checkpoint' as const,
  code: 'TRUNCATED',
  reason: 'the file ends early',
  remedy: '',
  place: {},
};

const onCpu = [seen({ torch: observedTorch({ cudaUsed: false, devices: [] }) })];

/** Two runs of which a GPU is required, each with what was observed in it. */
const gpuRequired = (...observed: readonly (readonly SeenProcess[])[]): Evidence =>
  evidence({
    policy: { ...policy, requireGpu: true },
    runs: observed.map((seenInRun, index) => run(index + 1, { observed: seenInRun })),
  });
const usedGpu = seen({ torch: observedTorch() });

const rows: readonly (readonly [string, string, Outcome, Evidence])[] = [
  [
    'FG01',
    'no checkpoint and no metric matched',
    'inconclusive',
    withCoverage({ checkpoints: [], series: [] }, nothing),
  ],
  [
    'FG02',
    'a checkpoint is in one run only',
    'divergent',
    withDifference(runGroup(leaf.missing(checkpoint, { what: 'file' }))),
  ],
  [
    'FG03',
    'checkpoints paired, no tensor in them',
    'inconclusive',
    withCoverage({ series: [] }, { ...nothing, files: 4, checkpoints: 4 }),
  ],
  [
    'FG03',
    'tensors without a single element',
    'inconclusive',
    withCoverage({ series: [] }, { ...nothing, files: 4, checkpoints: 4, tensors: 9 }),
  ],
  [
    'FG03',
    'checkpoints on both sides that the coverage lost',
    'inconclusive',
    withCoverage({ checkpoints: [] }, { checkpoints: 0, tensors: 0, elements: 0 }),
  ],
  [
    'FG04',
    'both runs crashed, same leftovers',
    'run-failed',
    withRuns({ end: { kind: 'exited', code: 1 } }, { end: { kind: 'exited', code: 1 } }),
  ],
  ['FG05', 'killed by a signal', 'run-failed', withRuns({}, { end: { kind: 'signalled', signal: 'SIGKILL' } })],
  ['FG05', 'exit code 137 of a shell', 'run-failed', withRuns({}, { end: { kind: 'exited', code: 137 } })],
  [
    'FG06',
    'the command swallowed a traceback',
    'inconclusive',
    withRuns({ logTail: ['Traceback (most recent call last):', '  File "t.py", line 1', 'ValueError: x', 'done'] }),
  ],
  [
    'FG07',
    'both timed out',
    'run-failed',
    withRuns(
      { end: { kind: 'timed-out', limit: 'timeout', limitMs: 1 } },
      { end: { kind: 'timed-out', limit: 'timeout', limitMs: 1 } },
    ),
  ],
  [
    'FG08',
    'run 2 skipped its training',
    'inconclusive',
    withRuns({}, { logTail: ['Skipping training since max_steps has already saved.'] }),
  ],
  [
    'FG09',
    'run 2 came from the run cache',
    'inconclusive',
    withRuns({}, { logTail: ["Stage 'train' didn't change, skipping"] }),
  ],
  ['FG10', 'the same files on both sides', 'inconclusive', withCoverage({ sameInode: [checkpoint] })],
  [
    'FG12',
    'stale outputs',
    'inconclusive',
    withRuns({}, { doubts: [{ code: 'STALE_OUTPUTS', message: 'Run 2 wrote none of its outputs anew.' }] }),
  ],
  [
    'FG12',
    'a doubt that nobody knows yet',
    'inconclusive',
    withRuns({ doubts: [{ code: 'FROM_THE_FUTURE', message: 'x' }] }),
  ],
  [
    'FG13',
    'the weights never changed',
    'inconclusive',
    withCoverage({
      checkpoints: [1, 9].map((epoch) =>
        comparedCheckpoint(`outputs/checkpoint_epoch_${epoch}.pt`, { digests: comparedCheckpoint('x').digests }),
      ),
    }),
  ],
  [
    'FG15',
    'all float tensors are NaN',
    'inconclusive',
    withCoverage({ checkpoints: [comparedCheckpoint(checkpoint, { nonFiniteTensors: 14 })] }),
  ],
  [
    'FG15',
    'metrics alone, all NaN',
    'inconclusive',
    withCoverage(
      {
        checkpoints: [],
        series: [
          comparedSeries('loss', { last: { first: { step: 1, value: 'nan' }, second: { step: 1, value: 'nan' } } }),
        ],
      },
      { checkpoints: 0, tensors: 0, elements: 0 },
    ),
  ],
  [
    'FG18',
    'everything was set aside by policy',
    'inconclusive',
    withCoverage(
      {
        checkpoints: [],
        series: [comparedSeries('loss', { decides: false })],
        notCompared: [{ run: 'both', path: checkpoint, role: 'ignored', why: 'policy', reason: '**' }],
      },
      nothing,
    ),
  ],
  [
    'FG19',
    'a metric file without a point',
    'inconclusive',
    withCoverage({ checkpoints: [] }, { ...nothing, files: 1, series: 1 }),
  ],
  [
    'FG20',
    'metrics are shorter in one run',
    'divergent',
    differing(metrics, 'metrics', leaf.series('loss', { firstValues: { first: '0.1', second: null }, onlyFirst: 5 })),
  ],
  [
    'FG28',
    'an earlier checkpoint differs, the last one agrees',
    'divergent',
    differing(checkpoint, 'checkpoint', leaf.values('w')),
  ],
  [
    'FG29',
    'the optimizer alone differs',
    'divergent',
    differing(checkpoint, 'checkpoint', leaf.values('optimizer/state[0]/exp_avg')),
  ],
  [
    'FG31',
    'both sides unreadable in the same way',
    'inconclusive',
    differing(checkpoint, 'checkpoint', leaf.unread({ side: 'both' })),
  ],
  [
    'FG31',
    'unread in the inventories only',
    'inconclusive',
    evidence({ inventories: [inventory(1, { unread: [unreadItem] }), inventory(2, { unread: [unreadItem] })] }),
  ],
  [
    'FG32',
    'a checkpoint that was listed as unread only',
    'inconclusive',
    withCoverage({ notCompared: [{ run: 'both', path: checkpoint, role: 'checkpoint', why: 'unread', reason: 'x' }] }),
  ],
  ['FG33', 'another dtype', 'divergent', differing(checkpoint, 'checkpoint', leaf.dtype)],
  ['FG33', 'another shape', 'divergent', differing(checkpoint, 'checkpoint', leaf.shape)],
  ['FG34', 'an int and a float', 'divergent', differing(checkpoint, 'checkpoint', leaf.scalar('epoch', '1', '1.0'))],
  ['FG36', 'still being written', 'inconclusive', withRuns({}, { doubts: [{ code: 'STILL_WRITING', message: 'x' }] })],
  [
    'FG38',
    'a file that may not be read',
    'inconclusive',
    evidence({ inventories: [inventory(1, { unread: [{ ...unreadItem, path: 'x', role: 'other' }] }), inventory(2)] }),
  ],
  ['FG44', 'run 2 had another command', 'inconclusive', withRuns({}, { argv: ['bash', 'other.sh'] })],
  [
    'FG44',
    'run 2 had another variable',
    'inconclusive',
    withRuns({}, { environment: { ...run(2).environment, LR: '0.2' } }),
  ],
  [
    'FG45',
    'run 2 did not start from the same state',
    'inconclusive',
    withRuns({ doubts: [{ code: 'STATE_CHANGED', message: 'x' }] }),
  ],
  [
    '–',
    'fewer runs than asked for',
    'inconclusive',
    evidence({ runs: [run(1)], inventories: [inventory(1)], comparisons: [] }),
  ],
  [
    '–',
    'three runs asked for, one comparison',
    'inconclusive',
    evidence({ runs: [run(1), run(2), run(3)], runsRequested: 3 }),
  ],
  ['–', 'no run at all', 'inconclusive', evidence({ runs: [], inventories: [], comparisons: [] })],
  [
    '–',
    'pairings that are not clear',
    'inconclusive',
    withCoverage({ ambiguous: [{ neutralPath: 'x', first: ['a', 'b'], second: ['c', 'd'] }] }),
  ],
  ['–', 'counts that are no numbers', 'inconclusive', withCoverage({}, { elements: Number.NaN, points: Number.NaN })],
  ['FG24', 'the training fell back to the CPU', 'inconclusive', gpuRequired(onCpu, onCpu)],
  ['FG24', 'only the first run found the GPU', 'inconclusive', gpuRequired([usedGpu], onCpu)],
  ['FG24', 'nobody saw whether a GPU was used', 'inconclusive', gpuRequired([], [])],
];

describe('false greens', () => {
  test.each(rows)('%s: %s ends as %s', (_id, _how, outcome, given) => {
    const judgement = judge(given, inspect(given), null);
    expect({ outcome: judgement.outcome, passed: judgement.passed }).toEqual({ outcome, passed: false });
    expect(judgement.exitCode).not.toBe(0);
    expect(judgement.sentence).toMatch(/\.$/);
  });

  test('none of them passes by the mildest policy either', () => {
    for (const [, , outcome, given] of rows) {
      const mild = {
        ...given,
        policy: { ...given.policy, require: 'within-tolerance' as const, failOn: 'never' as const },
      };
      expect(judge(mild, inspect(mild), null).outcome).toBe(outcome);
    }
  });

  test('FG25: another GPU fails by its finding, although the results agree', () => {
    const other = [
      ...records().slice(1),
      document('environment', 'outputs/environment.json', { ...environmentRecord, gpu_model: 'NVIDIA L4' }),
    ];
    const given = withRecords(records(), other);
    expect(judge(given, inspect(given), null)).toMatchObject({ outcome: 'identical', passed: false, exitCode: 1 });
  });

  test('FG24: a required GPU that both runs used is no reason to doubt', () => {
    const given = gpuRequired([usedGpu], [seen(), usedGpu]);
    expect(judge(given, inspect(given), null)).toMatchObject({ outcome: 'identical', passed: true });
  });

  test('an effect that nobody knows is no agreement', () => {
    const strange = JSON.parse('{"kind":"from-the-future","place":"x"}');
    const given = evidence({
      comparisons: [comparison({ difference: runGroup(strange), coverage: coverage({ allBytesEqual: false }) })],
    });
    expect(judge(given, [], null)).toMatchObject({ outcome: 'inconclusive', passed: false });
  });
});
