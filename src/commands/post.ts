/** The post step: a runner kills only the process of the action itself, never its tree; this finds the rest by its marker. */
import { plural } from '../model/format-number.ts';
import { annotate, readState } from '../publish/github.ts';
import { escapeTerminal } from '../report/text/escape-terminal.ts';
import { sweepSurvivors } from '../run/sweep-survivors.ts';
import { markerState } from './action.ts';

/** Says what it found and ended; silent where there was nothing. Never fails the job: the verdict was given already. */
export async function postCommand(): Promise<void> {
  const survivors = await sweepSurvivors(await readState(markerState));
  if (survivors.length === 0) return;
  const names = survivors.map(
    (one) => `${one.pid} (${escapeTerminal(one.command)})${one.killed ? '' : ', still alive'}`,
  );
  const message = `${plural(survivors.length, 'process', 'processes')} of the training had to be ended: ${names.join(', ')}.`;
  await annotate([{ level: 'warning', title: 'train-twice: run/left-processes', message }]);
}
