/** Given options → TrainingRequest: what only the whole can tell (paths, globs, names) is checked here. */
import { resolve } from 'node:path';
import type { Command, TrainingRequest } from '../model/request.ts';
import { type Pointer, quotedText } from './complaint.ts';
import { type Given, listOf, textOf } from './given.ts';
import { globProblem } from './glob-problem.ts';
import { nearestName } from './nearest-name.ts';
import type { Json } from './option.ts';
import { isJsonArray, isJsonObject } from './option-schema.ts';
import { maxDurationMs, parseDuration } from './quantities.ts';

/** `noCommand`: how a command is given on this surface. */
export function toTraining(given: Given, noCommand: string): TrainingRequest {
  const variables = toVariables(given);
  return {
    command: toCommand(given, noCommand),
    workingDirectory: toWorkingDirectory(given),
    seed: Number(given.value('seed')),
    runs: Number(given.value('runs')),
    outputs: toOutputs(given),
    timeoutMs: toDuration(given, 'timeout') ?? maxDurationMs,
    idleTimeoutMs: given.value('idle-timeout') === 'off' ? null : toDuration(given, 'idle-timeout'),
    ...variables,
    observe: given.value('observe') !== false,
  };
}

function toCommand(given: Given, noCommand: string): Command {
  const value = given.value('command');
  if (isJsonArray(value)) {
    const argv = value.map(String);
    if ((argv[0] ?? '').trim() === '')
      given.complain('command', [0], 'the program is empty; expected its name or path');
    argv.forEach((argument, index) => {
      if (argument.includes('\0'))
        given.complain('command', [index], 'an argument holds a NUL, which no program can be given');
    });
    return { kind: 'argv', argv };
  }
  const script = textOf(value);
  if (script === null) {
    if (!given.isBroken('command')) given.complainAt({ label: 'command', place: {} }, `none given; ${noCommand}`);
    return { kind: 'script', script: '' };
  }
  if (script.includes('\0')) given.complain('command', [], 'the script holds a NUL, which no shell can read');
  return { kind: 'script', script: script.trim() };
}

function toWorkingDirectory(given: Given): string {
  const written = textOf(given.value('working-directory')) ?? '.';
  const path = resolve(given.host.cwd, written);
  const kind = given.host.statKind(path);
  if (kind === 'directory') return path;
  const found = kind === null ? 'does not exist' : 'is no folder';
  given.complain(
    'working-directory',
    [],
    `${quotedText(written)} ${found}; expected the folder where the training is started`,
  );
  return path;
}

function toOutputs(given: Given): 'auto' | readonly string[] {
  const value = given.value('outputs');
  if (value === 'auto') return 'auto';
  const globs = listOf(value);
  const folder = resolve(given.host.cwd, textOf(given.value('working-directory')) ?? '.');
  // Workflows like to write `${{ github.workspace }}/outputs`.
  const inside = (glob: string) => (glob.startsWith(`${folder}/`) ? glob.slice(folder.length + 1) : glob);
  globs.forEach((glob, index) => {
    const problem = outputProblem(inside(glob));
    if (problem !== null)
      given.complain('outputs', isJsonArray(value) ? [index] : [], `${quotedText(glob)} ${problem}`);
  });
  return globs.map(
    (glob) =>
      inside(glob)
        .replace(/^(?:\.\/)+/, '')
        .replace(/\/+$/, '') || '.',
  );
}

function outputProblem(glob: string): string | null {
  if (glob === 'auto') return 'stands in a list; expected it alone, or globs only';
  if (/^(?:\/|[A-Za-z]:[\\/]|~)/.test(glob)) return 'is no path below the working directory; expected one that is';
  if (glob.split('/').includes('..')) return 'leads out of the working directory; expected a path below it';
  return globProblem(glob);
}

function toDuration(given: Given, name: string): number | null {
  const value = given.value(name);
  const duration = parseDuration(String(value));
  if (duration === null) {
    given.complain(
      name,
      [],
      `${quotedText(String(value))}; expected a duration from 1s to 20 days, such as 6h or 1h30m`,
    );
  }
  return duration;
}

function toVariables(given: Given): Pick<TrainingRequest, 'environmentVariables' | 'withoutDeterminism'> {
  const value = given.value('environment-variables');
  const set: (readonly [string, string])[] = [];
  const without: string[] = [];
  for (const [name, content] of isJsonObject(value) ? Object.entries(value) : []) {
    checkVariable(given, name, content);
    if (content === null) without.push(name);
    else set.push([name, String(content)]);
  }
  return { environmentVariables: Object.fromEntries(set), withoutDeterminism: without };
}

function checkVariable(given: Given, name: string, content: Json): void {
  const complain = (pointer: Pointer, message: string) =>
    given.complain('environment-variables', pointer, message, 'key');
  if (/^TRAIN_TWICE(?:_|$)/.test(name)) {
    complain([name], `${quotedText(name)} is set by Train Twice itself; expected another name`);
  }
  if (String(content).includes('\0')) complain([name], `the value of ${quotedText(name)} holds a NUL`);
  const determinism = given.host.known.determinism;
  if (content !== null || determinism === null || determinism.includes(name)) return;
  const near = nearestName(name, determinism);
  const expected = near === null ? `expected one of ${determinism.join(', ')}` : `did you mean "${near}"?`;
  complain([name], `${quotedText(name)} is not in the determinism set, so it cannot be left out of it; ${expected}`);
}
