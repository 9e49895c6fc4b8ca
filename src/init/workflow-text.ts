/** The text of the workflow: an audit for every pull request that can change the result, safe by default. */
import type { Project } from './project.ts';
import { aside, comment } from './yaml-comments.ts';

export interface WorkflowPlace {
  /** From the root of the repository to the folder of the training, `/` between parts; empty where they are the same. */
  readonly below: string;
  /** The configuration file, from the folder of the training. */
  readonly configFile: string;
}

/** The whole file; what is trained stands in the configuration, so that both surfaces share it. */
export function workflowText(project: Project, { below, configFile }: WorkflowPlace): string {
  const inside = (path: string): string => (below === '' ? path : `${below}/${path}`);
  const config = inside(configFile);
  const lines = [
    ...comment(
      `The training, twice, for every pull request that can change what comes out; red where it is not the same. Written by \`train-twice init\`. What is trained, and how strictly it is judged, stands in ${config}.`,
    ),
    'name: train-twice',
    'on:',
    ...indented(2, comment('Documentation needs no GPU: only these files start an audit.')),
    '  pull_request:',
    '    paths:',
    ...indented(6, pathsOf(project, inside, config)),
    ...indented(2, comment('By hand, on any branch.')),
    '  workflow_dispatch:',
    'permissions:',
    '  contents: read',
    'concurrency:',
    ...indented(2, comment('A newer push makes the audit of an older one pointless.')),
    `  group: train-twice-${expression('github.ref')}`,
    '  cancel-in-progress: true',
    'jobs:',
    '  train-twice:',
    ...indented(
      4,
      comment(
        'A self-hosted runner runs whatever the pull request contains: never offer one to forks of a public repository.',
      ),
    ),
    "    if: github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository",
    ...indented(4, comment('The labels of a runner with the GPU that the training is made for.')),
    '    runs-on: [self-hosted, gpu]',
    ...indented(4, comment(`Two runs of at most 6 hours (\`timeout\` in ${config}), and the time to compare them.`)),
    '    timeout-minutes: 750',
    ...(below === '' ? [] : ['    defaults:', '      run:', `        working-directory: ${quoted(below)}`]),
    '    steps:',
    ...indented(6, checkout(project)),
    ...indented(6, packages(project)),
    ...indented(6, data(project)),
    ...indented(6, audit(project, below, config)),
  ];
  return `${lines.join('\n')}\n`;
}

function pathsOf(project: Project, inside: (path: string) => string, config: string): readonly string[] {
  const { packages: found, configFolder, dvc } = project;
  const paths = [
    inside('**.py'),
    ...(configFolder === null ? [] : [inside(`${configFolder}/**`)]),
    ...(found?.files ?? []).map(inside),
    ...(dvc === null ? [] : [inside('**.dvc'), inside('dvc.lock')]),
    config,
    '.github/workflows/train-twice.yml',
  ];
  return paths.map((path) => `- ${quoted(path)}`);
}

function checkout({ gitLfs, submodules }: Project): readonly string[] {
  return [
    '- uses: actions/checkout@v4 # pin to a commit',
    '  with:',
    '    persist-credentials: false',
    ...(gitLfs ? ['    lfs: true # .gitattributes keeps files in Git LFS'] : []),
    ...(submodules ? ['    submodules: true'] : []),
  ];
}

function packages({ packages: found }: Project): readonly string[] {
  if (found === null)
    return [
      ...comment('Nothing in the repository says which packages the training needs. Install them here, pinned:'),
      ...aside(['- run: python -m pip install -r requirements.txt']),
    ];
  const steps = 'before the audit, because a run that installs something has other packages than the next';
  return [...comment(`What the training imports (${found.because}), ${steps}.`), ...found.steps];
}

function data({ dvc }: Project): readonly string[] {
  if (dvc === null) return [];
  return [
    ...comment(
      `The data is kept by DVC (${dvc}). Where the runner does not have it, pull it here; the remote's credentials come from a secret, and only this step needs them:`,
    ),
    ...aside(['- run: dvc pull', '  env:', `    AWS_ACCESS_KEY_ID: ${expression('secrets.DVC_KEY_ID')}`]),
  ];
}

function audit({ entry }: Project, below: string, config: string): readonly string[] {
  return [
    ...(entry === null ? comment(`No training was found: this fails until its command stands in ${config}.`) : []),
    '- id: audit',
    '  uses: OWNER/train-twice@v1 # put in the owner, pin to a commit',
    ...(below === '' ? [] : ['  with:', `    working-directory: ${quoted(below)}`]),
    ...comment('An input here is stronger than the configuration file, for what a pull request should do otherwise:'),
    ...aside([
      ...(below === '' ? ['  with:'] : []),
      '    timeout: 30m',
      '    upload: never # the report stays on the runner; or: report, all',
    ]),
    ...comment('Later steps read steps.audit.outputs.verdict, passed, summary and others.'),
  ];
}

/** What GitHub puts in when the workflow runs. */
function expression(text: string): string {
  return `\${{ ${text} }}`;
}

/** In quotes: a glob that begins with a star would be an alias. What single quotes cannot hold goes into double ones. */
function quoted(path: string): string {
  return /^[ -~]*$/.test(path) ? `'${path.replaceAll("'", "''")}'` : JSON.stringify(path);
}

function indented(columns: number, lines: readonly string[]): readonly string[] {
  return lines.map((line) => `${' '.repeat(columns)}${line}`);
}
