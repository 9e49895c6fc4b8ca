/** A later run that took a small part of the first one's time. */
import { defineCheck } from '../../model/check.ts';
import { formatDuration } from '../../model/format-number.ts';
import { runSucceeded } from '../../model/run-record.ts';

type Facts = { readonly run: number; readonly firstMs: number; readonly ms: number };

/** Below 10 s a start-up (imports, a GPU that wakes) is most of the time; a tenth is less than any warm cache explains. */
const leastMs = 10_000;
const shareOfFirst = 0.1;

export const runMuchShorter = defineCheck<Facts>({
  id: 'run/much-shorter',
  title: 'A run took far less time than the first',
  severity: 'warning',
  certainty: 'inferred',
  since: '0.1.0',
  why: `The same work takes the same time. A run that is ten times faster probably found something that the first one had left:
a cache, a prepared data set, a checkpoint to resume from. Then the second run tested less than the first.`,
  fix: `Fill caches before the audit, in a step of its own, so that both runs find the same:

\`\`\`yaml
- run: python prepare_data.py
- uses: OWNER/train-twice@v1
\`\`\``,
  find: (evidence) => {
    const ended = evidence.runs.filter((run) => run.end !== null && runSucceeded(run.end));
    const [first, ...others] = ended;
    if (first === undefined || first.durationMs < leastMs) return [];
    return others
      .filter((run) => run.durationMs < first.durationMs * shareOfFirst)
      .map((run) => ({
        place: { run: run.number },
        facts: { run: run.number, firstMs: first.durationMs, ms: run.durationMs },
      }));
  },
  message: ({ run, firstMs, ms }) =>
    `Run ${run} took ${formatDuration(ms)}, the first one ${formatDuration(firstMs)}. Likely cause: it used what the first run had left.`,
});
