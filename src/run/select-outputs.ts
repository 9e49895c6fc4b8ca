/**
 * The option `outputs`: which of the things that a run wrote are its outputs. Globs as picomatch reads them (a leading dot
 * is nothing special) or folders, relative to the working directory; a folder stands for all below it; `!` takes out.
 */
import { lstatSync, readlinkSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import picomatch from 'picomatch';
import { InputProblem } from '../model/problem.ts';

/** Tells for a path as it is displayed (relative, with `/`) whether it is an output. */
export type OutputSelector = (path: string) => boolean;

const everything: OutputSelector = () => true;

/**
 * The selector for an option's value.
 * @throws InputProblem `OUTPUTS_OUTSIDE` for a pattern that leaves the working directory
 */
export function selectOutputs(outputs: 'auto' | readonly string[], workingDirectory: string): OutputSelector {
  if (outputs === 'auto') return everything;
  const wanted: OutputSelector[] = [];
  const unwanted: OutputSelector[] = [];
  for (const written of outputs) {
    const negated = written.startsWith('!');
    const pattern = normalize(negated ? written.slice(1) : written, workingDirectory);
    (negated ? unwanted : wanted).push(selector(pattern));
  }
  return (path) =>
    (wanted.length === 0 || wanted.some((select) => select(path))) && !unwanted.some((select) => select(path));
}

/**
 * Symlinks are never followed, so an output that is named and lies behind one would be an output that is never seen.
 * @throws InputProblem `OUTPUTS_BEHIND_SYMLINK`
 */
export function refuseLinkedOutputs(outputs: 'auto' | readonly string[], workingDirectory: string): void {
  if (outputs === 'auto') return;
  for (const written of outputs) {
    if (written.startsWith('!')) continue;
    const parts = normalize(written, workingDirectory).split('/');
    const firstGlob = parts.findIndex((part) => /[*?[\]{}()!+@]/.test(part));
    const literal = firstGlob === -1 ? parts : parts.slice(0, firstGlob);
    for (let depth = 1; depth <= literal.length; depth += 1) {
      const path = join(workingDirectory, ...literal.slice(0, depth));
      const target = linkedFolder(path);
      if (target === null) continue;
      throw new InputProblem(
        'OUTPUTS_BEHIND_SYMLINK',
        `The output "${written}" lies behind the symlink "${path}" (to "${target}"): symlinks are not followed, so nothing there would be compared.`,
        { remedy: 'Name a folder in the working directory, or let the training write to $TRAIN_TWICE_OUTPUT_DIR.' },
      );
    }
  }
}

function linkedFolder(path: string): string | null {
  try {
    if (!lstatSync(path).isSymbolicLink() || !statSync(path).isDirectory()) return null;
    return readlinkSync(path);
  } catch {
    return null;
  }
}

function normalize(pattern: string, workingDirectory: string): string {
  const inside = isAbsolute(pattern) ? relative(workingDirectory, pattern) : pattern;
  const parts = inside.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..') || isAbsolute(inside)) {
    throw new InputProblem(
      'OUTPUTS_OUTSIDE',
      `The output "${pattern}" lies outside of the working directory "${resolve(workingDirectory)}": expected a folder or glob below it.`,
      { remedy: 'Set `working-directory` higher, or let the training write to $TRAIN_TWICE_OUTPUT_DIR.' },
    );
  }
  return parts.join('/');
}

function selector(pattern: string): OutputSelector {
  if (pattern === '') return everything;
  const itself = picomatch(pattern, { dot: true });
  const below = picomatch(`${pattern}/**`, { dot: true });
  // A folder may be called `run[1]`: the plain reading comes first.
  return (path) => path === pattern || path.startsWith(`${pattern}/`) || itself(path) || below(path);
}
