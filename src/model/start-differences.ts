/** Whether the runs were started alike: command line, seed, folder, and the variables that were given. */
import type { RunRecord } from './run-record.ts';

export interface StartDifference {
  readonly run: number;
  /** What is not the same as in the first run: `command`, `seed`, `working directory`, names of variables. */
  readonly differing: readonly string[];
}

/** These tell a run who it is, and have to differ. */
const ownVariables = /^TRAIN_TWICE(?:_|$)/;

/** Runs that were started otherwise than the first; runs that we did not start (`compare`) are not held against it. */
export function startDifferences(runs: readonly RunRecord[]): readonly StartDifference[] {
  const [first, ...others] = runs.filter((run) => run.end !== null);
  if (first === undefined) return [];
  return others.flatMap((run) => {
    const differing = [
      ...(withoutOwn(first, JSON.stringify(first.argv)) === withoutOwn(run, JSON.stringify(run.argv))
        ? []
        : ['command']),
      ...(first.seed === run.seed ? [] : ['seed']),
      ...(first.workingDirectory === run.workingDirectory ? [] : ['working directory']),
      ...differingVariables(first, run),
    ];
    return differing.length === 0 ? [] : [{ run: run.number, differing }];
  });
}

function differingVariables(first: RunRecord, run: RunRecord): readonly string[] {
  const names = new Set([...Object.keys(first.environment), ...Object.keys(run.environment)]);
  return [...names]
    .filter((name) => !ownVariables.test(name))
    .filter((name) => withoutOwn(first, variableOf(first, name)) !== withoutOwn(run, variableOf(run, name)))
    .sort();
}

/** Names come out of a report that may have been written by anyone: `__proto__` is one like any other. */
function variableOf({ environment }: RunRecord, name: string): string | undefined {
  return Object.hasOwn(environment, name) ? environment[name] : undefined;
}

/** The text without the folder that this run was given; a missing text stays missing. */
function withoutOwn(run: RunRecord, text: string | undefined): string | undefined {
  const folder = run.environment.TRAIN_TWICE_OUTPUT_DIR;
  return folder === undefined || folder === '' ? text : text?.replaceAll(folder, '‹folder›');
}
