/** The Git working tree right before a run: which commit, and what differs from it. Only tracked files count. */
import { createHash } from 'node:crypto';
import type { WorkingTree } from '../model/machine.ts';
import { ask } from './ask.ts';

const mostNames = 50;
/** A difference to the commit beyond this size is told by its names alone. */
const mostDiffBytes = 256 * 1024 * 1024;

/** No optional locks, no helper programs that the repository's configuration could name. */
const quietly = ['-c', 'core.fsmonitor=false', '-c', 'diff.external='];

/** Null where `cwd` lies in no working tree, or Git is not there or refuses to look. */
export async function askWorkingTree(
  cwd: string,
  environment: Readonly<Record<string, string>>,
): Promise<WorkingTree | null> {
  const git = (args: readonly string[], mostBytes?: number): Promise<Buffer | null> =>
    ask({
      file: 'git',
      args: [...quietly, ...args],
      cwd,
      environment: { ...environment, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
      ...(mostBytes === undefined ? {} : { mostBytes }),
    });
  const place = (await git(['rev-parse', '--is-inside-work-tree', '--show-prefix']))?.toString('utf8') ?? '';
  if (!place.startsWith('true\n')) return null;
  const folder = place.slice('true\n'.length).replace(/\/?\n?$/, '');
  const head = (await git(['rev-parse', '--verify', '--quiet', 'HEAD']))?.toString('latin1').trim() ?? '';
  const commit = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(head) ? head : null;
  const status = await git(
    ['status', '--porcelain=v1', '-z', '--untracked-files=no', '--ignore-submodules=none'],
    1 << 26,
  );
  if (status === null) return null;
  const dirty = namesOf(status);
  const diff =
    dirty.length === 0 || commit === null
      ? null
      : await git(['diff', '--binary', '--no-ext-diff', '--no-textconv', 'HEAD'], mostDiffBytes);
  return {
    ...(folder === '' ? {} : { folder }),
    commit,
    dirty: dirty.slice(0, mostNames),
    dirtyCount: dirty.length,
    diffSha256: diff === null ? null : createHash('sha256').update(diff).digest('hex'),
  };
}

/** The paths of `git status -z`: two letters, a blank, the path; of a rename the old path follows on its own. */
function namesOf(status: Buffer): readonly string[] {
  const names: string[] = [];
  const parts = status.toString('utf8').split('\0');
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    if (part.length < 4) continue;
    names.push(part.slice(3));
    if (/^[RC]|^.[RC]/.test(part)) at += 1;
  }
  return names.sort();
}
