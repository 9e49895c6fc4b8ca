/** Runs in which no Python process was observed: what their records claim is then held against less. */
import { defineCheck } from '../../model/check.ts';
import { formatList, quote } from '../../model/format-number.ts';
import { seenProcesses } from '../../model/observed-process.ts';

type Facts = {
  readonly runs: readonly number[];
  readonly of: number;
  /** Commands in which the observer could not ride, with what kept it out. */
  readonly isolated: readonly { readonly command: string; readonly why: string }[];
  /** What is known of processes that began and left no record. */
  readonly unrecorded: readonly string[];
};

export const recordNotObserved = defineCheck<Facts>({
  id: 'record/not-observed',
  title: 'The training was not observed',
  severity: 'notice',
  certainty: 'measured',
  since: '0.1.0',
  why: `Seeds, settings, imported packages and data that was read are known only where the observer rides in the training's Python processes.
Without it the records were read and compared, and their claims were not held against what was really used. It fails no audit.`,
  fix: `Start Python without \`-I\`, \`-E\` and \`-S\`, and leave the observer on:

\`\`\`yaml
observe: true
\`\`\`

A training that is no Python program, or runs in a container of its own, cannot be observed.`,
  find: (evidence) => {
    const ours = evidence.runs.filter(({ end }) => end !== null && end.kind !== 'not-started');
    const without = ours.filter((run) => seenProcesses(run.observed).length === 0);
    if (without.length === 0) return [];
    const isolated = without.flatMap(({ unobserved }) => unobserved);
    const unrecorded = without.flatMap(({ observed }) =>
      observed.flatMap((one) => (one.kind === 'unrecorded' ? [one.why] : [])),
    );
    return [
      {
        place: { run: without.length === ours.length ? null : (without[0]?.number ?? null) },
        facts: {
          runs: without.map(({ number }) => number),
          of: ours.length,
          isolated: [...new Map(isolated.map((one) => [one.command, { ...one }])).values()].slice(0, 5),
          unrecorded: [...new Set(unrecorded)].slice(0, 5),
        },
      },
    ];
  },
  message: ({ runs, of, isolated, unrecorded }) =>
    `${runs.length === of ? 'No Python process of the runs' : `No Python process of run ${runs.join(', ')}`} was observed${whyNot(
      isolated,
      unrecorded,
    )}: what the records claim was not held against what was used.`,
});

function whyNot(isolated: Facts['isolated'], unrecorded: Facts['unrecorded']): string {
  const [example] = isolated;
  if (example !== undefined)
    return ` (${quote(example.command, 80)} has the option ${example.why}, which keeps the observer out)`;
  if (unrecorded.length === 0) return '';
  return ` (${formatList(
    unrecorded.map((why) => why.replace(/\.$/, '')),
    2,
  )})`;
}
