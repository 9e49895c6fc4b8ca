/** The last lines that each run printed, to unfold; those of a run that failed stand open in the story already. */
import type { Report } from '../../model/report.ts';
import { runSucceeded } from '../../model/run-record.ts';
import { runName } from '../story/run-names.ts';
import { renderOutput } from './blocks.ts';
import { html, type Markup } from './markup.ts';

export function renderLogTails(report: Report): Markup {
  const tails = report.runs.filter(({ end, logTail }) => end !== null && runSucceeded(end) && logTail.length > 0);
  return html`${tails.map((run) => {
    const title = `The last lines that ${runName(run.number)} printed`;
    return html`<details><summary>${title}</summary>${renderOutput(run.logTail, title)}</details>
`;
  })}`;
}
