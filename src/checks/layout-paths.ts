/** A layout of the user's own: globs with `{experiment}`, `{timestamp}`, `{epoch}` and `{step}`, held against the paths of a run. */
import picomatch from 'picomatch/posix.js';
import { realTime, stampPattern } from '../model/stamped-name.ts';

/** What a placeholder may stand for, once the glob around it has become a pattern. */
const meanings = {
  experiment: '[^/]+?',
  // Anything that could be meant as a time: whether it is one is asked afterwards.
  timestamp: stampPattern.replaceAll('(', '(?:'),
  epoch: '\\d+',
  step: '\\d+',
} as const;

export interface PathMatch {
  readonly glob: string;
  /** As they stand in the path. */
  readonly timestamps: readonly string[];
}

export type PathMatcher = (path: string) => PathMatch | null;

/** A glob with its placeholders, ready to ask. Picomatch's syntax as for every other glob of the configuration. */
export function layoutMatcher(glob: string): PathMatcher {
  // Letters only: picomatch leaves them as they are.
  const marked = glob.replaceAll(/\{(experiment|timestamp|epoch|step)\}/g, (_, name: string) => `QxZ${name}ZxQ`);
  const whole = marked.endsWith('/') ? `${marked}**` : marked;
  const { source } = picomatch.makeRe(whole.replace(/^\.\//, ''), { dot: true, nonegate: true, noextglob: true });
  let times = 0;
  const pattern = source.replaceAll(/QxZ(experiment|timestamp|epoch|step)ZxQ/g, (_, name: keyof typeof meanings) => {
    if (name !== 'timestamp') return meanings[name];
    times += 1;
    return `(?<t${times}>${meanings.timestamp})`;
  });
  const regexp = new RegExp(pattern);
  return (path) => {
    const match = regexp.exec(path);
    return match === null ? null : { glob, timestamps: Object.values(match.groups ?? {}) };
  };
}

const stampParts = new RegExp(`^${stampPattern}$`);

/** The moment that a `{timestamp}` says; null where the calendar has none such. */
export function stampedMoment(stamp: string): string | null {
  const parts = stampParts.exec(stamp);
  return parts === null ? null : realTime(parts.slice(1, 7));
}
