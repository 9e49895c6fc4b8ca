/** Folders whose names carry a date or a time that does not exist, or that lies outside the run. */
import { defineCheck } from '../../model/check.ts';
import { quote } from '../../model/format-number.ts';
import type { LayoutRecord } from '../../model/record.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { recordsOf } from '../records-in-runs.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';

type Facts = { readonly folder: string; readonly timestamp: string | null; readonly start: string | null };

/** Time zones reach from −12 to +14 hours, and a name is local time: what lies further off cannot be this run's. */
const zoneHours = 15;
const hourMs = 3_600_000;

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
      evidence.inventories.flatMap((inventory) => {
        const run = evidence.runs.find((candidate) => candidate.number === inventory.run);
        return recordsOf(inventory, 'layout').flatMap((record) => {
          const outside = run !== undefined && run.end !== null && liesOutside(record, run);
          if (!outside && !record.problems.some(({ code }) => code === 'TIMESTAMP_NOT_REAL')) return [];
          return [
            {
              place: { run: inventory.run, file: record.folder },
              facts: {
                folder: record.folder,
                timestamp: record.timestamp,
                start: outside ? (run?.start ?? null) : null,
              },
            },
          ];
        });
      }),
    ),
  message: ({ folder, timestamp, start }) =>
    start === null
      ? `The name ${quote(folder)} carries a date and time that do not exist.`
      : `The name ${quote(folder)} says ${timestamp ?? ''}, and the run started at ${start}; a time within the run was expected.`,
});

function liesOutside(record: LayoutRecord, run: RunRecord): boolean {
  if (record.timestamp === null) return false;
  const named = Date.parse(`${record.timestamp}Z`);
  const start = Date.parse(run.start);
  if (Number.isNaN(named) || Number.isNaN(start)) return false;
  return named < start - zoneHours * hourMs || named > start + run.durationMs + zoneHours * hourMs;
}
