/** The text of train-twice.yml: what was found in force, every alternative beside it as a comment, each with its reason. */
import type { Framework, Project } from './project.ts';
import { trainingCommand } from './training-command.ts';
import { aside, comment, yamlText } from './yaml-comments.ts';

/** The whole file. It is valid whatever was found; without a training it waits for its command. */
export function configText(project: Project): string {
  const blocks = [
    comment(
      'Train Twice runs the training twice with the same seed and proves whether the same thing comes out. Written by `train-twice init` from what it found in this repository: every line is yours to change. Started with: train-twice run',
    ),
    commandBlock(project),
    [...comment('The seed of both runs. Which one does not matter; that they share it does.'), 'seed: 42'],
    [
      ...comment(
        'What has to come out the same. `equivalent`: the content of every checkpoint and metric, to the last bit. `identical`: the bytes of the files as well. `within-tolerance`: numbers may differ by what `tolerance` allows, for trainings that cannot be made deterministic:',
      ),
      ...aside(['tolerance:', '  rtol: 1e-5']),
      'require: equivalent',
    ],
    outputsBlock(project),
    layoutBlock(project),
    datasetsBlock(project),
    gpuBlock(project),
    [
      ...comment('How long one run may take, and from which severity on findings about the record fail the audit:'),
      ...aside(['timeout: 6h', 'fail-on: error # or: warning, never']),
    ],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** How the steps of a training are cut, where the framework decides it. */
function shorter({ frameworks, seed }: Project): string {
  const uses = (framework: Framework): boolean => frameworks.some(({ value }) => value === framework);
  if (uses('lightning') && uses('hydra')) return 'such as trainer.max_steps=200';
  if (uses('lightning') && seed?.value.startsWith('--seed_everything')) return 'such as --trainer.max_steps 200';
  return uses('hugging-face') ? 'such as --max_steps 200' : 'with fewer steps';
}

function commandBlock(project: Project): readonly string[] {
  const { entry, seed } = project;
  const command = trainingCommand(project);
  if (entry === null || command === null)
    return [
      ...comment(
        'The training: a script for bash. None was found in this repository, so put its command here and take the `# ` away. $TRAIN_TWICE_SEED holds the seed; the training takes it as an argument, or reads the variable.',
      ),
      ...aside(['command: python train.py --seed $TRAIN_TWICE_SEED']),
    ];
  return [
    ...comment(`The training: a script for bash. ${entry.file} was taken, because ${entry.because}.`),
    ...seedComment(seed),
    ...comment(
      `A short training shows a divergence as well as a long one: an argument ${shorter(project)} makes the audit quick.`,
    ),
    `command: ${yamlText(command)}`,
  ];
}

function seedComment(seed: Project['seed']): readonly string[] {
  if (seed !== null) return comment(`$TRAIN_TWICE_SEED holds the seed and goes in as an argument: ${seed.because}.`);
  return [
    ...comment(
      '$TRAIN_TWICE_SEED holds the seed. Nothing shows how this training takes one as an argument, so let it read the variable before anything is drawn or built:',
    ),
    ...aside(['  seed = int(os.environ.get("TRAIN_TWICE_SEED", "42"))']),
  ];
}

function outputsBlock({ outputs }: Project): readonly string[] {
  const names = outputs.length === 0 ? [{ value: 'outputs', because: 'for example' }] : outputs;
  return [
    ...comment(
      'Where the training writes. `auto`: whatever a run creates or changes in this folder. Folders or globs look at these alone, and what a run writes elsewhere is then reported:',
    ),
    ...aside(['outputs:', ...names.map(({ value, because }) => `  - ${value} # ${because}`)]),
    'outputs: auto',
  ];
}

function layoutBlock({ layout }: Project): readonly string[] {
  const about =
    'The layout that the outputs have to follow: `hydra` (outputs/DATE/TIME), `lightning` (version_N), `hugging-face` (checkpoint-N), `experiment-timestamp` ({experiment}_{timestamp}), your own as globs, or `none`. `auto` takes whichever is there.';
  if (layout === null) return [...comment(about), 'layout: auto'];
  if (layout.sure) return [...comment(`${about} Asked for because ${layout.because}.`), `layout: ${layout.value}`];
  return [...comment(`${about} \`${layout.value}\` would fit: ${layout.because}.`), 'layout: auto'];
}

function datasetsBlock({ data, dvc }: Project): readonly string[] {
  const names = data.length === 0 ? [{ value: 'data/train.csv', because: 'for example' }] : data;
  const known = dvc === null ? '' : ` What DVC names (${dvc}) is found by itself.`;
  return [
    ...comment(
      `The data that the training reads: files or folders, with their SHA-256 where it is known. The audit hashes them, and holds what the runs recorded against it.${known}`,
    ),
    ...aside(['datasets:', ...names.map(({ value, because }) => `  - ${value} # ${because}`)]),
  ];
}

const onGpus: readonly Framework[] = ['lightning', 'hugging-face', 'torch', 'tensorflow', 'jax'];

function gpuBlock({ frameworks }: Project): readonly string[] {
  if (!frameworks.some(({ value }) => onGpus.includes(value))) return [];
  return [
    ...comment('A run that never touched a GPU proves nothing about one: the audit is then inconclusive.'),
    ...aside(['require-gpu: true']),
  ];
}
