/** The user's globs on files, compiled once: `*.pt` also matches in any folder, `logs/` everything below that folder. */
import { posix } from 'node:path';
import picomatch from 'picomatch';
import type { GlobSelection, Policy, RecordPaths } from '../model/request.ts';

/** The first glob that matches, or null. */
export type GlobMatcher = (path: string) => string | null;

export interface FileGlobs {
  /** The declared dataset (`datasets`) in which the file lies. */
  readonly data: GlobMatcher;
  readonly ignored: GlobMatcher;
  readonly checkpoints: Selection;
  readonly metrics: Selection;
  /** As which record the user named the file, and by which glob; null where none was. */
  readonly record: (path: string) => { readonly kind: keyof RecordPaths; readonly glob: string } | null;
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
    data: below(policy.datasets.map(({ path }) => path)),
    ignored: compile(policy.ignore.files),
    checkpoints: selection(policy.checkpoints),
    metrics: selection(policy.metrics),
    record: recordMatcher(policy.records),
  };
}

const recordKinds = ['environment', 'requirements', 'configuration', 'dataset'] as const;

function recordMatcher(paths: RecordPaths): FileGlobs['record'] {
  const matchers = recordKinds.map((kind) => ({ kind, match: compile(paths[kind]) }));
  return (path) => {
    for (const { kind, match } of matchers) {
      const glob = match(path);
      if (glob !== null) return { kind, glob };
    }
    return null;
  };
}

function selection({ include, exclude }: GlobSelection): Selection {
  return { included: compile(include), excluded: compile(exclude), narrowed: include.length > 0 };
}

/** Paths, not globs; those that lead out of the run's root match nothing. */
function below(paths: readonly string[]): GlobMatcher {
  const plain = paths.map((path) => ({ path, start: posix.normalize(path).replace(/\/+$/, '') }));
  return (file) => plain.find(({ start }) => file === start || file.startsWith(`${start}/`))?.path ?? null;
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
