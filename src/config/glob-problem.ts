/**
 * Why a glob is refused. Globs are matched by picomatch, which turns them into backtracking regular expressions against
 * names that a training chose: so what can grow without bound is refused here, never "matches nothing" later.
 *
 * Allowed: `*`, `**`, `?`, `[abc]`, `{a,b}`. Refused: extended globs and groups (`+(a|b)`), negation, ranges in braces.
 */
import picomatch from 'picomatch';
import { maxGlobLength } from './structure-schemas.ts';

/** With four, one name of 255 letters costs a second: each wildcard multiplies by the length of the name. */
const maxStarsInPart = 3;
const maxGlobstars = 3;
const maxStars = 6;
const maxBraces = 4;
/** Each is tried at each place: 41 × 41 of them cost half a second a name. */
const maxAlternatives = 256;

/** What is wrong with a glob, as the end of a sentence that begins with it; null where nothing is. */
export function globProblem(glob: string): string | null {
  if (glob.trim() === '') return 'is empty; expected a glob';
  if (glob.length > maxGlobLength) return `has ${glob.length} characters; expected at most ${maxGlobLength}`;
  if (/[\u0000-\u001f]/.test(glob)) return 'holds a control character; expected a glob on one line';
  if (glob.startsWith('!')) return 'begins with "!"; write it under "exclude"';
  if (glob.includes('\\')) return 'holds a backslash; expected "/" between folders, and [*] for a literal *';
  // picomatch takes the exclamation mark for one of the letters.
  if (glob.includes('[!')) return 'holds "[!"; expected [^abc] for everything but a, b and c';
  const bare = glob.replace(/\[[^\]/]*\]/g, 'x');
  if (/[()]/.test(bare)) return 'holds a group in parentheses, which is not supported; expected {a,b} for alternatives';
  if (/[[\]]/.test(bare)) return 'holds a bracket without its partner; expected [abc]';
  const braces = bracesProblem(bare);
  if (braces !== null) return braces;
  if (/\*{3,}/.test(bare)) return 'holds three stars in a row; expected * or **';
  return tooManyWildcards(bare) ?? compileProblem(glob);
}

function bracesProblem(bare: string): string | null {
  let depth = 0;
  let groups = 0;
  for (const character of bare) {
    if (character === '{') {
      depth += 1;
      groups += 1;
    } else if (character === '}') depth -= 1;
    if (depth < 0 || depth > 1) break;
  }
  if (depth !== 0) return 'holds braces that are nested or without a partner; expected {a,b}';
  if (groups > maxBraces) return `holds ${groups} groups in braces; expected at most ${maxBraces}`;
  const alternatives = (bare.match(/\{[^{}]*\}/g) ?? []).reduce(
    (product, group) => product * group.split(',').length,
    1,
  );
  if (alternatives > maxAlternatives) return `stands for ${alternatives} globs; expected at most ${maxAlternatives}`;
  if (/\{[^{},]*\}/.test(bare) && !bare.includes('..')) return 'holds braces around one name; expected {a,b}';
  if (/\{[^{}]*\.\.[^{}]*\}/.test(bare)) return 'holds a range in braces, which is not supported; expected {1,2,3}';
  return null;
}

function tooManyWildcards(bare: string): string | null {
  // The alternatives of one group are tried one after the other: the one with the most wildcards counts.
  const worst = bare.replace(/\{([^{}]*)\}/g, (_, inside: string) =>
    inside.split(',').reduce((most, other) => (starsIn(other) > starsIn(most) ? other : most)),
  );
  const globstars = worst.match(/\*\*/g)?.length ?? 0;
  const parts = worst.split('/').map(starsIn);
  const inPart = Math.max(...parts);
  if (globstars > maxGlobstars) return `holds ${globstars} times **; expected at most ${maxGlobstars}`;
  if (inPart > maxStarsInPart) return `holds ${inPart} wildcards between two "/"; expected at most ${maxStarsInPart}`;
  if (parts.filter((count) => count === maxStarsInPart).length > 1) {
    return `holds ${maxStarsInPart} wildcards in several parts; expected so many in one at most`;
  }
  const stars = starsIn(worst);
  return stars > maxStars ? `holds ${stars} wildcards; expected at most ${maxStars}` : null;
}

function starsIn(text: string): number {
  return text.match(/\*+/g)?.length ?? 0;
}

function compileProblem(glob: string): string | null {
  try {
    picomatch.makeRe(glob, { dot: true, nonegate: true, noextglob: true, strictBrackets: true });
    return null;
  } catch {
    return 'is not a glob that can be read; expected *, **, ?, [abc] or {a,b}';
  }
}

/** Names of every shape: a set of globs that matches all of them leaves nothing. */
const everyShape: readonly string[] = [
  'a',
  'zz.Q9',
  '.hidden',
  'train/loss',
  'model/layer.0.weight',
  'outputs/2024-01-15/checkpoint_3.pt',
  'a/b/c/d/e/f',
];

/** True where the globs together match every name there could be. */
export function matchesEverything(globs: readonly string[]): boolean {
  if (globs.length === 0) return false;
  // As the rooms that match them do: without a slash a glob is held against the last part of a name.
  const matchers = globs.map((glob) =>
    picomatch(glob, { dot: true, nonegate: true, noextglob: true, basename: !glob.includes('/') }),
  );
  return everyShape.every((name) => matchers.some((matches) => matches(name)));
}
