/** Trainings that seed their generators, and never with the seed that they were given. */
import { defineCheck } from '../../model/check.ts';
import { quote } from '../../model/format-number.ts';
import { seenProcesses } from '../../model/observed-process.ts';
import { seedOfRun } from '../configurations.ts';
import { codePlace, codeText, shownFile } from '../suspicion.ts';

type Facts = {
  readonly what: string;
  readonly value: string;
  readonly file: string;
  readonly line: number;
  readonly given: string;
};

/** A generator of its own may well have another seed; these are the training's. */
const global = new Set([
  'random.seed',
  'numpy.random.seed',
  'torch.manual_seed',
  'torch.cuda.manual_seed',
  'torch.cuda.manual_seed_all',
  'tensorflow.random.set_seed',
  'jax.random.PRNGKey',
  'jax.random.key',
]);

export const seedsNotTheGivenSeed = defineCheck<Facts>({
  id: 'seeds/not-the-given-seed',
  title: 'The training does not use the seed that it is given',
  severity: 'notice',
  certainty: 'measured',
  since: '0.1.0',
  why: `The seed stands in the code, or is read from elsewhere: the audit's \`seed\` has no effect, and what was proven holds for that one
seed only. A training that can be given its seed can be audited with several.`,
  fix: `Pass it on:

\`\`\`yaml
command: python train.py seed=$TRAIN_TWICE_SEED
\`\`\``,
  find: (evidence) => {
    const [run] = evidence.runs;
    if (run === undefined || run.seed === null) return [];
    const given = String(run.seed);
    // Where a configuration names a seed, the checks of the configuration say what is wrong with it.
    if (evidence.inventories.some((inventory) => seedOfRun(inventory) !== null)) return [];
    const seedings = seenProcesses(run.observed).flatMap(({ seedings: found }) =>
      found.filter(({ what }) => global.has(what)),
    );
    const [first] = seedings;
    if (first === undefined || seedings.some(({ value }) => value === given)) return [];
    const { what, line } = first;
    const file = shownFile(run, first);
    return [{ place: codePlace(file, line), facts: { what, value: first.value ?? 'nothing', file, line, given } }];
  },
  message: ({ what, value, file, line, given }) =>
    `The seed ${quote(value)} was given to \`${what}\` in ${codeText(file, line)}, and ${quote(given)} of $TRAIN_TWICE_SEED to no generator.`,
});
