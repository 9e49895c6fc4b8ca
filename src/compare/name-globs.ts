/**
 * Globs on names: tensor paths, scalar paths, names of series. As with files, `*` stays between two `/` and `**` does not,
 * a leading dot is nothing special, and a glob without `/` is held against the last part of a name.
 */
import picomatch from 'picomatch';

/** The first of the globs that matches the name; null where none does. */
export type GlobFinder = (name: string) => string | null;

/** Compiles the globs once; they are tried in their order. */
export function globFinder(globs: readonly string[]): GlobFinder {
  const matchers = globs.map((glob) => {
    const options = { dot: true, nonegate: true, noextglob: true, basename: !glob.includes('/'), windows: false };
    return { glob, matches: picomatch(glob, options) };
  });
  return (name) => matchers.find(({ matches }) => matches(name))?.glob ?? null;
}
