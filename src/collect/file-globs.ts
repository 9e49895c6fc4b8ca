/** The user's globs on files, compiled once: `*.pt` also matches in any folder, `logs/` everything below that folder. */
import picomatch from 'picomatch';
import type { GlobSelection, Policy } from '../model/request.ts';

/** The first glob that matches, or null. */
export type GlobMatcher = (path: string) => string | null;

export interface FileGlobs {
  readonly ignored: GlobMatcher;
  readonly checkpoints: Selection;
  readonly metrics: Selection;
}

export interface Selection {
  readonly included: GlobMatcher;
  readonly excluded: GlobMatcher;
  /** True where `include` names some: then nothing else is read as one. */
  readonly narrowed: boolean;
}

/** The globs of a policy, ready to ask. */
export function fileGlobs(policy: Policy): FileGlobs {
  return {
    ignored: compile(policy.ignore.files),
    checkpoints: selection(policy.checkpoints),
    metrics: selection(policy.metrics),
  };
}

function selection({ include, exclude }: GlobSelection): Selection {
  return { included: compile(include), excluded: compile(exclude), narrowed: include.length > 0 };
}

function compile(globs: readonly string[]): GlobMatcher {
  const matchers = globs.map((glob) => {
    const plain = glob.replace(/^\.\//, '');
    const whole = plain.endsWith('/') ? `${plain}**` : plain;
    return {
      glob,
      matches: picomatch(whole, { dot: true, nonegate: true, noextglob: true, basename: !whole.includes('/') }),
    };
  });
  return (path) => matchers.find(({ matches }) => matches(path))?.glob ?? null;
}
