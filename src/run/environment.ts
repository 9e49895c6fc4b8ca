/**
 * What the training finds in its environment (product contract: "What the training gets"): the caller's environment
 * without what belongs to the Action, the determinism set, the user's own variables, and ours.
 *
 * Two decisions. A variable of the determinism set that is in the environment already is kept as it is: the user's image
 * or workflow chose it, and both runs get the same. Settings that can make a training fail or that change its results
 * for good (TF_DETERMINISTIC_OPS, NCCL_ALGO, XLA_FLAGS, MKL_CBWR, OMP_NUM_THREADS) are left out: an audit must judge the
 * training as it is used. Each setting names where it comes from.
 */
import { InputProblem } from '../model/problem.ts';
import type { TrainingRequest } from '../model/request.ts';
import { observerVariables } from './observer.ts';

export interface DeterminismVariable {
  readonly name: string;
  value(seed: number): string;
  readonly why: string;
  readonly source: string;
}

/** Set for every run unless named in `withoutDeterminism`, set by the user, or there already. */
export const determinismSet: readonly DeterminismVariable[] = [
  {
    name: 'PYTHONHASHSEED',
    // Python takes 0 to 2^32-1 and refuses to start with anything else.
    value: (seed) => String(((Math.trunc(seed) % 2 ** 32) + 2 ** 32) % 2 ** 32),
    why: 'Order of sets of strings; must be set before the interpreter starts [6].',
    source: 'https://docs.python.org/3/using/cmdline.html#envvar-PYTHONHASHSEED',
  },
  {
    name: 'CUBLAS_WORKSPACE_CONFIG',
    value: () => ':4096:8',
    why: 'Without it cuBLAS may choose other workspaces, and other sums, when several streams run [10]. About 24 MiB of GPU memory.',
    source: 'https://docs.nvidia.com/cuda/cublas/#results-reproducibility',
  },
  {
    name: 'FLASH_ATTENTION_DETERMINISTIC',
    value: () => '1',
    why: 'Backward pass of flash attention without atomic additions, where transformers uses it [16]. Slower; read by nothing else.',
    source: 'https://github.com/huggingface/transformers/blob/main/src/transformers/trainer_utils.py',
  },
  {
    name: 'NVTE_ALLOW_NONDETERMINISTIC_ALGO',
    value: () => '0',
    why: 'Keeps Transformer Engine to attention that repeats [17]. Slower; read by nothing else.',
    source: 'https://docs.nvidia.com/deeplearning/transformer-engine/user-guide/envvars.html',
  },
  {
    name: 'PYTHONUNBUFFERED',
    value: () => '1',
    why: 'Lines reach the log in their order and before a crash; the idle timeout sees them when they are printed.',
    source: 'https://docs.python.org/3/using/cmdline.html#envvar-PYTHONUNBUFFERED',
  },
  {
    name: 'PYTHONDONTWRITEBYTECODE',
    value: () => '1',
    why: 'No __pycache__ among the outputs, and run 2 does not start warmer than run 1.',
    source: 'https://docs.python.org/3/using/cmdline.html#envvar-PYTHONDONTWRITEBYTECODE',
  },
];

/** Every process that inherits this variable belongs to the audit: how leftovers are found. */
export const markerName = 'TRAIN_TWICE_AUDIT';

/** The entry of /proc/PID/environ that marks processes of this audit; what the Action's post step keeps. */
export function auditMarker(auditId: string): string {
  return `${markerName}=${auditId}`;
}

const actionOnly = new Set(
  ['OUTPUT', 'ENV', 'PATH', 'STATE', 'STEP_SUMMARY', 'ARTIFACTS', 'ARTIFACTS_LIST', 'TOKEN'].map((n) => `GITHUB_${n}`),
);

/** INPUT_ and STATE_ mean something only inside a runner; in a terminal `INPUT_DIR` may well be the training's own. */
const runnerSigns = ['GITHUB_ACTIONS', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'ACTIONS_RUNTIME_TOKEN', 'RUNNER_TRACKING_ID'];

function belongsToAction(name: string, insideRunner: boolean): boolean {
  if (actionOnly.has(name) || name.startsWith('ACTIONS_')) return true;
  return insideRunner && (name.startsWith('INPUT_') || name.startsWith('STATE_'));
}

export interface RunIdentity {
  readonly run: number;
  readonly auditId: string;
  /** Absolute, both. */
  readonly auditDir: string;
  readonly outputDir: string;
  /** Absolute: data whose reading the observer notes. */
  readonly datasets?: readonly string[];
}

export interface ChildEnvironment {
  readonly environment: Readonly<Record<string, string>>;
  /** What we added or changed, for the record: values of the user's variables that look like secrets are hidden. */
  readonly recorded: Readonly<Record<string, string>>;
}

const secretName = /KEY|TOKEN|SECRET|PASSW|CREDENTIAL|AUTH/i;

/**
 * The environment of one run. Nothing in it but TRAIN_TWICE_RUN differs between the runs.
 * @throws InputProblem `ENVIRONMENT_VARIABLE` for a name or value that no process can be given
 */
export function childEnvironment(
  request: Pick<TrainingRequest, 'seed' | 'environmentVariables' | 'withoutDeterminism' | 'observe'>,
  base: Readonly<Record<string, string | undefined>>,
  identity: RunIdentity,
): ChildEnvironment {
  const insideRunner = runnerSigns.some((name) => base[name] !== undefined);
  const environment = new Map<string, string>();
  for (const [name, value] of Object.entries(base)) {
    if (value !== undefined && !belongsToAction(name, insideRunner)) environment.set(name, value);
  }
  const added = new Map<string, string>();
  for (const variable of determinismSet) {
    if (request.withoutDeterminism.includes(variable.name) || !mustSet(variable.name, environment)) continue;
    added.set(variable.name, variable.value(request.seed));
  }
  const recorded = new Map(added);
  for (const [name, value] of Object.entries(request.environmentVariables)) {
    refuseImpossible(name, value);
    added.set(name, value);
    recorded.set(name, secretName.test(name) ? '(hidden: the name looks like a secret)' : value);
  }
  const ours = {
    TRAIN_TWICE: '1',
    TRAIN_TWICE_RUN: String(identity.run),
    TRAIN_TWICE_SEED: String(request.seed),
    TRAIN_TWICE_OUTPUT_DIR: identity.outputDir,
    [markerName]: identity.auditId,
    ...(request.observe
      ? observerVariables(
          identity.auditDir,
          added.get('PYTHONPATH') ?? environment.get('PYTHONPATH'),
          identity.datasets ?? [],
        )
      : {}),
  };
  for (const [name, value] of Object.entries(ours)) {
    added.set(name, value);
    recorded.set(name, value);
  }
  for (const [name, value] of added) environment.set(name, value);
  return { environment: Object.fromEntries(environment), recorded: Object.fromEntries(recorded) };
}

/** True where our value has to be set: nothing is there, or what is there asks for randomness. */
function mustSet(name: string, environment: ReadonlyMap<string, string>): boolean {
  const present = environment.get(name);
  if (present === undefined || present === '') return true;
  return name === 'PYTHONHASHSEED' && present === 'random';
}

function refuseImpossible(name: string, value: string): void {
  if (name !== '' && !/[=\0]/.test(name) && !value.includes('\0')) return;
  throw new InputProblem(
    'ENVIRONMENT_VARIABLE',
    `The environment variable ${JSON.stringify(name)} cannot be set: expected a name without "=" and a value without NUL bytes.`,
    { remedy: 'Correct `environment-variables`.' },
  );
}
