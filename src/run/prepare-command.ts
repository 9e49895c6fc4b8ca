/**
 * The command as it will be started, and everything that can be known to be wrong with it before anything runs. A script
 * runs as GitHub runs `shell: bash` (ScriptHandlerHelpers.cs): `bash --noprofile --norc -e -o pipefail FILE`.
 */
import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { InputProblem } from '../model/problem.ts';
import type { TrainingRequest } from '../model/request.ts';

/** Where execvp looks when PATH is not set. */
const defaultSearchPath = '/usr/local/bin:/usr/bin:/bin';

export interface PreparedCommand {
  readonly argv: readonly string[];
  /** To be written to the script file before each run; null for a command without a shell. */
  readonly script: string | null;
  /** As a person would type it. */
  readonly text: string;
}

/**
 * The argument vector of the training, the same for every run; a script is expected in `scriptFile`.
 * @throws InputProblem `COMMAND_EMPTY`, `COMMAND_NOT_FOUND`, `COMMAND_NOT_EXECUTABLE`
 */
export function prepareCommand(
  request: Pick<TrainingRequest, 'command' | 'workingDirectory' | 'seed'>,
  environment: Readonly<Record<string, string>>,
  scriptFile: string,
): PreparedCommand {
  const { command } = request;
  switch (command.kind) {
    case 'argv': {
      const argv = command.argv.map((argument) => argument.replaceAll('{seed}', String(request.seed)));
      refuseEmpty(argv[0] ?? '', argv);
      requireExecutable(argv[0] ?? '', request.workingDirectory, environment, '');
      return { argv, script: null, text: argv.map(shellWord).join(' ') };
    }
    case 'script': {
      refuseEmpty(command.script, [command.script]);
      const hint = ' A command given as one string runs under bash; give it as a list to run it without a shell.';
      requireExecutable('bash', request.workingDirectory, environment, hint);
      // A configuration written on Windows must not give bash a \r in every line.
      const script = `${command.script.replaceAll('\r\n', '\n')}\n`;
      const argv = ['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail', scriptFile];
      return { argv, script, text: script.trim() };
    }
    default:
      command satisfies never;
      return { argv: [], script: null, text: '' };
  }
}

/** Programs that start processes elsewhere, where no signal of ours arrives. */
const startsElsewhere = /(?:^|[\s;|&(/])(docker|podman|sudo|srun|sbatch|ssh|systemd-run|kubectl)(?=\s)/gm;

/** The names of such programs in a command's text, each once. */
export function unreachableStarters(text: string): readonly string[] {
  return [...new Set([...text.matchAll(startsElsewhere)].map((match) => match[1] ?? ''))];
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./{}-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** @throws InputProblem `WORKING_DIRECTORY` where it is missing, no folder, not ours to use, or the root itself */
export function requireWorkingDirectory(path: string): void {
  const remedy = 'Set `working-directory` to the folder in which the training is to run.';
  const refuse = (found: string): never => {
    throw new InputProblem('WORKING_DIRECTORY', `The working directory "${path}" ${found}.`, { remedy });
  };
  if (resolve(path) === '/') refuse('is the root of the file system: everything on the machine would count as output');
  const found = statOrNull(path);
  if (found === null) refuse('does not exist');
  else if (!found.isDirectory()) refuse('is not a folder');
  try {
    accessSync(path, constants.R_OK | constants.X_OK);
  } catch {
    refuse('cannot be read by this user');
  }
}

function refuseEmpty(text: string, argv: readonly string[]): void {
  if (text.trim() === '') {
    throw new InputProblem('COMMAND_EMPTY', 'The command is empty: expected the command that trains.', {
      remedy: 'Set `command`, for example: python train.py seed=$TRAIN_TWICE_SEED',
    });
  }
  if (argv.some((argument) => argument.includes('\0'))) {
    throw new InputProblem('COMMAND_EMPTY', 'The command contains a NUL byte, which no process can be given.', {
      remedy: 'Correct `command`.',
    });
  }
}

function requireExecutable(
  name: string,
  workingDirectory: string,
  environment: Readonly<Record<string, string>>,
  hint: string,
): void {
  const searchPath = environment.PATH ?? defaultSearchPath;
  const candidates = name.includes('/')
    ? [isAbsolute(name) ? name : join(workingDirectory, name)]
    : searchPath.split(':').map((folder) => resolve(workingDirectory, folder === '' ? '.' : folder, name));
  let present: string | null = null;
  for (const candidate of candidates) {
    const found = statOrNull(candidate);
    if (found === null) continue;
    present ??= candidate;
    if (found.isFile() && isExecutable(candidate)) return;
  }
  if (present !== null) {
    throw new InputProblem(
      'COMMAND_NOT_EXECUTABLE',
      `The command "${name}" was found (${present}), but it cannot be executed.${hint}`,
      {
        remedy: `Make it executable (chmod +x), or name its interpreter first, for example: python ${name}`,
      },
    );
  }
  throw new InputProblem(
    'COMMAND_NOT_FOUND',
    name.includes('/')
      ? `The command "${name}" does not exist in "${workingDirectory}".${hint}`
      : `The command "${name}" was not found on PATH (${searchPath}).${hint}`,
    { remedy: 'Check the spelling, install it, or give its path.' },
  );
}

function statOrNull(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
