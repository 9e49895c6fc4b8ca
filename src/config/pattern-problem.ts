/** Why a stdout pattern is refused: RE2 (linear in the text, whatever the pattern) must take it, and its groups must be named. */
import { RE2JS } from 're2js';
import { maxPatternLength } from './structure-schemas.ts';

/** The groups that count; everything else that is named is a series. */
const stepGroups: readonly string[] = ['step', 'epoch'];

/** What is wrong with a pattern, as the end of a sentence that begins with it; null where nothing is. */
export function patternProblem(pattern: string): string | null {
  if (pattern.length > maxPatternLength) {
    return `has ${pattern.length} characters; expected at most ${maxPatternLength}`;
  }
  let names: readonly string[];
  try {
    names = Object.keys(RE2JS.compile(pattern).namedGroups());
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown fault';
    return `is not an RE2 pattern (${why}); look-around and back-references do not exist there`;
  }
  const steps = names.filter((name) => stepGroups.includes(name));
  if (steps.length === 0) return 'has no group "step" or "epoch"; expected for example step=(?<step>\\d+)';
  if (steps.length === names.length) return 'has no group for a series; expected for example loss=(?<loss>\\S+)';
  return null;
}
