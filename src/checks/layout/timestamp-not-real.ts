/** Names that carry a date or a time that does not exist, or that is not the run's. */
import { defineCheck, type Found } from '../../model/check.ts';
import type { Evidence, InventorySummary } from '../../model/evidence.ts';
import { quote } from '../../model/format-number.ts';
import { type NamedTime, namedTime } from '../../model/stamped-name.ts';
import { layoutMatcher, stampedMoment } from '../layout-paths.ts';
import { recordsOf } from '../records-in-runs.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';

type Facts = {
  readonly name: string;
  /** Null where the calendar has no such moment. */
  readonly timestamp: string | null;
  readonly start: string | null;
  readonly lies: 'nowhere' | Exclude<NamedTime, 'within'>;
};

export const layoutTimestampNotReal = defineCheck<Facts>({
  id: 'layout/timestamp-not-real',
  title: "A folder's time is not the run's",
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The time in the name is how people find a run again. A time that does not exist, or that is not the time of this run, means
that the name was made up, or that an old folder was written into.`,
  fix: `Take the time from the clock, once, when the run starts:

\`\`\`python
stamp = datetime.now().strftime("%Y%m%d_%H%M%S")
\`\`\``,
  find: (evidence) =>
    sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) =>
        stampsOf(evidence, inventory).flatMap(({ name, timestamp }): readonly Found<Facts>[] => {
          const run = evidence.runs.find(({ number }) => number === inventory.run);
          const place = { run: inventory.run, file: name };
          if (timestamp === null) return [{ place, facts: { name, timestamp, start: null, lies: 'nowhere' } }];
          if (run === undefined || run.end === null) return [];
          const offset = run.machine?.utcOffsetMinutes ?? null;
          const lies = namedTime(timestamp, Date.parse(run.start), run.durationMs, offset);
          if (lies === 'within') return [];
          const facts = { name, timestamp, start: run.start, lies };
          // A training may keep the clock of another place; only somebody who looks can tell.
          return [{ place, facts, ...(lies === 'in-another-zone' ? { severity: 'notice' } : {}) }];
        }),
      ),
    ),
  message: ({ name, timestamp, start, lies }) => {
    if (lies === 'nowhere') return `The name ${quote(name)} carries a date and time that do not exist.`;
    const said = `The name ${quote(name)} says ${timestamp ?? ''}, and the run started at ${start ?? ''}`;
    return lies === 'in-another-zone'
      ? `${said}: a time within the run only in another time zone than that of this machine.`
      : `${said}; a time within the run was expected.`;
  },
});

interface Stamp {
  /** The folder, or the path of a layout of the user's own. */
  readonly name: string;
  readonly timestamp: string | null;
}

function stampsOf(evidence: Evidence, inventory: InventorySummary): readonly Stamp[] {
  const stamps = recordsOf(inventory, 'layout')
    .filter(
      ({ timestamp, problems }) => timestamp !== null || problems.some(({ code }) => code === 'TIMESTAMP_NOT_REAL'),
    )
    .map(({ folder, timestamp }) => ({ name: folder, timestamp }));
  return evidence.policy.layout === 'paths' ? [...stamps, ...ownStamps(evidence, inventory, stamps)] : stamps;
}

/** Of the user's own layout: each time once, by the first path that carries it, and none that a known layout told. */
function ownStamps(evidence: Evidence, inventory: InventorySummary, known: readonly Stamp[]): readonly Stamp[] {
  const { required, allowed } = evidence.policy.layoutPaths;
  const matchers = [...required, ...allowed].filter((glob) => glob.includes('{timestamp}')).map(layoutMatcher);
  const found = new Map<string, Stamp>();
  for (const { path } of inventory.files)
    for (const stamp of matchers.flatMap((matches) => matches(path)?.timestamps ?? [])) {
      const timestamp = stampedMoment(stamp);
      const told = known.some((one) => path.startsWith(`${one.name}/`) && one.timestamp === timestamp);
      if (!told && !found.has(stamp)) found.set(stamp, { name: path, timestamp });
    }
  return [...found.values()];
}
