/**
 * Symbolic links among the outputs. A link is never followed: what it points to inside the outputs is
 * compared itself, and the link counts by the name of its target. A link that leaves the outputs, or leads nowhere, hides
 * what the run produced; that is said.
 */
import { posix } from 'node:path';
import { FormatProblem } from '../model/problem.ts';
import type { RunRecord, WrittenFile } from '../model/run-record.ts';
import { relativeTo } from './own-names.ts';

/** What the run room calls the fresh output folder in recorded paths. */
const outputFolderName = '$TRAIN_TWICE_OUTPUT_DIR';

/** Longer chains than the kernel follows lead nowhere. */
const chainLimit = 40;

/** Where the link leads: a recorded path of the same run. @throws FormatProblem `SYMLINK_LOOP`, `SYMLINK_OUTSIDE` */
export type ResolveLink = (link: WrittenFile) => string;

/** Resolves links by the recorded paths alone, because the outputs of an earlier run are no longer where they were. */
export function linkResolver(record: RunRecord): ResolveLink {
  const links = new Map<string, WrittenFile>();
  const inside = new Set<string>();
  for (const file of record.written) {
    if (file.type === 'deleted') continue;
    if (file.type === 'symlink') links.set(file.path, file);
    for (let path = file.path; path !== '.' && path !== '/' && !inside.has(path); path = posix.dirname(path))
      inside.add(path);
  }
  return (link) => {
    let at = link;
    for (let step = 0; step < chainLimit; step += 1) {
      const target = targetOf(at, record);
      if (target === null || !inside.has(target)) throw outside(link);
      const next = links.get(target);
      if (next === undefined) return target;
      at = next;
    }
    throw new FormatProblem('SYMLINK_LOOP', `the symbolic link to ${quoted(link)} leads in a circle`, {
      place: { file: link.path },
      remedy: 'Let the training write a link that leads to a file.',
    });
  };
}

function targetOf(link: WrittenFile, record: RunRecord): string | null {
  const text = link.detail ?? '';
  if (text === '') return null;
  if (!text.startsWith('/')) return posix.normalize(posix.join(posix.dirname(link.path), text)).replace(/\/$/, '');
  const target = posix.normalize(text).replace(/\/$/, '');
  const inOutput = relativeTo(record.environment.TRAIN_TWICE_OUTPUT_DIR || '\0', target);
  return inOutput === null ? relativeTo(record.workingDirectory, target) : `${outputFolderName}/${inOutput}`;
}

function outside(link: WrittenFile): FormatProblem {
  return new FormatProblem(
    'SYMLINK_OUTSIDE',
    `the symbolic link leads to ${quoted(link)}, which is not among what the run wrote`,
    {
      place: { file: link.path },
      remedy:
        'Let the training write the file itself into its outputs, or name the link in `ignore: files` if it leads to no result.',
    },
  );
}

function quoted(link: WrittenFile): string {
  return JSON.stringify(link.detail ?? '');
}
