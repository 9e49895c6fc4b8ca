/**
 * The place of a value inside a checkpoint, container-neutral, and its one unambiguous spelling.
 *
 * `model/layer.0.weight`, `optimizer/state[0]/exp_avg`, `betas[1]`: string keys are joined by `/` (`~` → `~0`, `/` → `~1`,
 * as in RFC 6901, a leading `[` → `~2`, the empty key → `~3`); every other step stands in brackets: a position in a sequence, or a key that
 * is not a string (`[0]`, `[1.5]`, `[True]`). Whether `[0]` is a position or a key is told by the container entry above it.
 */
import type { Scalar } from './scalar.ts';

export type Segment =
  | string
  | { readonly index: number }
  | { readonly key: Scalar }
  /** A key that is itself a compound (a tuple, say), by a short exact spelling made by the reader. */
  | { readonly compound: string };

export type EntryPath = readonly Segment[];

/** The spelling described above; `(root)` for the empty path. */
export function formatEntryPath(path: EntryPath): string {
  if (path.length === 0) return '(root)';
  let text = '';
  for (const segment of path) {
    if (typeof segment === 'string') {
      // Most keys need no escape, and large checkpoints have a hundred thousand of them.
      const escaped = /[~/]/.test(segment) ? segment.replaceAll('~', '~0').replaceAll('/', '~1') : segment;
      const key = escaped === '' ? '~3' : escaped.startsWith('[') ? `~2${escaped.slice(1)}` : escaped;
      text += `${text === '' ? '' : '/'}${key}`;
    } else if ('index' in segment) text += `[${segment.index}]`;
    else if ('key' in segment) text += `[${segment.key.type === 'bytes' ? `b:${segment.key.text}` : segment.key.text}]`;
    else text += `[${segment.compound}]`;
  }
  return text;
}
