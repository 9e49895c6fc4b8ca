/** The command that starts the training, put together from what was found. */
import type { Project } from './project.ts';

/** One line for bash; null where no training was found. */
export function trainingCommand({ entry, packages, seed }: Project): string | null {
  if (entry === null) return null;
  // Lightning's own command line wants to know what to do before anything else.
  const todo = seed?.value.startsWith('--seed_everything') && entry.args === '' ? 'fit' : '';
  return [packages?.prefix ?? '', entry.start, todo, entry.args, seed?.value ?? '']
    .filter((part) => part !== '')
    .join(' ');
}
