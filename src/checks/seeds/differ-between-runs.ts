/** Seedings by one line of code whose values are not the same in the runs: seeds out of the clock, a process id, a hash. */
import { defineCheck } from '../../model/check.ts';
import type { Evidence } from '../../model/evidence.ts';
import { type ObservedSeeding, seenProcesses } from '../../model/observed-process.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { codePlace, codeText, runsDiverged, shownFile, suspicionText, weightOf } from '../suspicion.ts';

type Facts = {
  readonly diverged: boolean;
  readonly what: string;
  readonly file: string;
  readonly line: number;
  readonly run: number;
  readonly first: string;
  readonly second: string;
};

export const seedsDifferBetweenRuns = defineCheck<Facts>({
  id: 'seeds/differ-between-runs',
  title: 'The runs used different seeds',
  severity: 'warning',
  certainty: 'inferred',
  since: '0.1.0',
  why: `The same line of code seeded a generator with one value in the first run and with another in a later one, so the seed comes
from something that is not the same twice: the clock, a process id, a draw from a generator that nobody seeded.`,
  fix: `Take the seed from the configuration, or from the variable that each run is given:

\`\`\`python
seed = int(os.environ.get("TRAIN_TWICE_SEED", 42))
\`\`\``,
  find: (evidence) => {
    const diverged = runsDiverged(evidence);
    return differing(evidence)
      .slice(0, 20)
      .map((facts) => ({
        place: codePlace(facts.file, facts.line),
        facts: { diverged, ...facts },
        ...weightOf(diverged),
      }));
  },
  message: ({ diverged, what, file, line, run, first, second }) => {
    const values = `was given ${first} in run 1 and ${second} in run ${run}`;
    const where = codeText(file, line);
    return suspicionText(
      diverged,
      `\`${what}\` in ${where}, ${values}`,
      `The seed of \`${what}\` in ${where}, ${values}`,
    );
  },
});

function differing(evidence: Evidence): readonly Omit<Facts, 'diverged'>[] {
  const [first, ...others] = evidence.runs;
  if (first === undefined) return [];
  const firstSeeds = seedsByLine(first);
  const reported = new Set<string>();
  return others.flatMap((run) =>
    [...seedsByLine(run)].flatMap(([key, found]) => {
      const before = firstSeeds.get(key);
      // Another number of seedings is another course of events, not another seed.
      if (before === undefined || reported.has(key) || before.values.length !== found.values.length) return [];
      const at = found.values.findIndex((value, index) => value !== before.values[index]);
      if (at < 0) return [];
      reported.add(key);
      const { what, line } = found.seeding;
      const values = { first: before.values[at] ?? '', second: found.values[at] ?? '' };
      return [{ what, file: shownFile(run, found.seeding), line, run: run.number, ...values }];
    }),
  );
}

interface SeedsOfLine {
  readonly seeding: ObservedSeeding;
  /** Sorted: processes end in any order. */
  readonly values: readonly string[];
}

function seedsByLine(run: RunRecord): ReadonlyMap<string, SeedsOfLine> {
  const found = new Map<string, { readonly seeding: ObservedSeeding; readonly values: string[] }>();
  for (const seeding of seenProcesses(run.observed).flatMap((seen) => seen.seedings)) {
    const key = `${seeding.what}\n${seeding.file}\n${seeding.line}`;
    const entry = found.get(key) ?? { seeding, values: [] };
    entry.values.push(seeding.value ?? 'none');
    found.set(key, entry);
  }
  return new Map([...found].map(([key, { seeding, values }]) => [key, { seeding, values: values.toSorted() }]));
}
