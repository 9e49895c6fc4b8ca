/** Metric series that differ at some step, beyond the tolerance: one finding a file, the earliest step first. */
import { defineCheck } from '../../model/check.ts';
import { formatFloat, formatInteger, formatStep, plural, quote } from '../../model/format-number.ts';
import { earliestSeries } from '../earliest-series.ts';
import { leavesPerFile } from '../leaves-per-file.ts';

type Facts = {
  readonly diverging: number;
  readonly series: string;
  readonly stepKind: string;
  readonly step: number;
  readonly first: string | null;
  readonly second: string | null;
  readonly differing: number;
  readonly of: number;
  readonly maxAbs: number | null;
};

export const metricsValuesDiverge = defineCheck<Facts>({
  id: 'metrics/values-diverge',
  title: 'Metrics diverge',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The first step at which a metric differs is where the two trainings parted; everything after it is consequence. A series that
stops earlier in one run counts as different where it stops.`,
  fix: `Look at what happens at that step. At the first step: seeding, the order of the data, the initial weights. At the first step
of an epoch: the shuffling. Much later, and by little: a nondeterministic kernel.

\`\`\`python
generator = torch.Generator().manual_seed(seed)
loader = DataLoader(data, shuffle=True, generator=generator, worker_init_fn=seed_worker)
\`\`\`

A series that cannot repeat (times, throughput, memory) does not decide; name further ones in \`ignore.series\`.`,
  find: (evidence) =>
    leavesPerFile(evidence, 'series', (leaf) => leaf.decides && !leaf.tolerated)
      .filter(({ decides }) => decides)
      .map(({ place, leaves }) => {
        const leaf = earliestSeries(leaves);
        return {
          place: { ...place, entry: leaf.place },
          facts: {
            diverging: leaves.length,
            series: leaf.place,
            stepKind: leaf.stepKind,
            step: leaf.firstStep,
            first: leaf.firstValues.first,
            second: leaf.firstValues.second,
            differing: leaf.differing,
            of: leaf.of,
            maxAbs: leaf.maxAbs,
          },
        };
      }),
  message: ({ diverging, series, stepKind, step, first, second, differing, of, maxAbs }) =>
    `${diverging === 1 ? quote(series) : `${plural(diverging, 'series', 'series')} diverge, first ${quote(series)}:`} ${
      diverging === 1 ? 'diverges at' : 'at'
    } ${stepKind} ${formatStep(step)}, ${first ?? 'no point'} in the first run and ${second ?? 'no point'} in the second; ${formatInteger(
      differing,
    )} of ${plural(of, 'point')} ${differing === 1 ? 'differs' : 'differ'}${maxAbs === null ? '' : `, by at most ${formatFloat(maxAbs)}`}.`,
});
