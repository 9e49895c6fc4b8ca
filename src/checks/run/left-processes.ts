/** Processes of a run that outlived it. */
import { defineCheck } from '../../model/check.ts';
import { plural, quote } from '../../model/format-number.ts';

type Facts = {
  readonly run: number;
  readonly processes: number;
  readonly stillAlive: number;
  readonly example: string;
};

export const runLeftProcesses = defineCheck<Facts>({
  id: 'run/left-processes',
  title: 'A run left processes behind',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `A process that goes on after its training may still write files, hold GPU memory, or serve data to the next run. They were
stopped before the outputs were read.`,
  fix: `Close loaders, trackers and process groups before the script ends:

\`\`\`python
finally:
    wandb.finish()
    torch.distributed.destroy_process_group()
\`\`\``,
  find: (evidence) =>
    evidence.runs
      .filter((run) => run.survivors.length > 0)
      .map((run) => ({
        place: { run: run.number },
        facts: {
          run: run.number,
          processes: run.survivors.length,
          stillAlive: run.survivors.filter((survivor) => !survivor.killed).length,
          example: run.survivors[0]?.command ?? '',
        },
      })),
  message: ({ run, processes, stillAlive, example }) =>
    `${plural(processes, 'process', 'processes')} of run ${run} ${processes === 1 ? 'was' : 'were'} still alive when it ended, e.g. ${quote(example, 80)}; ${
      stillAlive === 0 ? 'all were stopped' : `${stillAlive} could not be stopped`
    }.`,
});
