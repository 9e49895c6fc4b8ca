/**
 * `.dvcignore`: files that DVC leaves out of a folder, in the syntax of `.gitignore`
 * (https://git-scm.com/docs/gitignore#_pattern_format). The last pattern that matches decides; a folder that is ignored hides
 * what is in it. Matched without backtracking over the whole, because a pattern comes out of the repository.
 * Left out on purpose: `.dvcignore` inside the data itself, which DVC refuses; classes such as `[[:alpha:]]`.
 */
interface Rule {
  readonly again: boolean;
  readonly folderOnly: boolean;
  matches(path: string): boolean;
}

/** A file has a handful; each costs a look at every file of the data. */
const ruleLimit = 200;
const patternLimit = 500;

/** One `.dvcignore` with the folder it lies in, relative to the root that paths are given from (`''` for the root). */
export interface IgnoreFile {
  readonly folder: string;
  readonly text: string;
}

/**
 * A function that tells whether a file (path from the root, `/` between parts) is ignored.
 * @param files the outermost first
 */
export function dvcIgnored(files: readonly IgnoreFile[]): (path: string) => boolean {
  const rules = files.flatMap(({ folder, text }) =>
    text
      .split(/\r\n|\n|\r/)
      .slice(0, ruleLimit)
      .flatMap((line) => ruleOf(line, folder)),
  );
  if (rules.length === 0) return () => false;
  const isIgnored = (path: string, isFolder: boolean): boolean => {
    const rule = rules.findLast((one) => (isFolder || !one.folderOnly) && one.matches(path));
    return rule !== undefined && !rule.again;
  };
  // The folders of neighbouring files are the same: each is asked once.
  const folders = new Map<string, boolean>();
  const folderIgnored = (path: string): boolean => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const ignored = (parent !== '' && folderIgnored(parent)) || isIgnored(path, true);
    folders.set(path, ignored);
    return ignored;
  };
  return (path) => {
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    return (parent !== '' && folderIgnored(parent)) || isIgnored(path, false);
  };
}

function ruleOf(line: string, folder: string): readonly Rule[] {
  // Blanks at the end count only behind a backslash.
  let pattern = line.replace(/(?<!\\) +$/, '');
  if (pattern === '' || pattern.startsWith('#') || pattern.length > patternLimit) return [];
  const again = pattern.startsWith('!');
  if (again) pattern = pattern.slice(1);
  const folderOnly = pattern.endsWith('/');
  if (folderOnly) pattern = pattern.slice(0, -1);
  if (pattern === '') return [];
  const parts = pattern
    .replace(/^\//, '')
    .split('/')
    .filter((part, index, all) => part !== '**' || all[index - 1] !== '**');
  const tokens = (pattern.includes('/') ? parts : ['**', ...parts]).map((part) =>
    part === '**' ? null : tokensOf(part),
  );
  const inside = folder === '' ? '' : `${folder}/`;
  return [
    {
      again,
      folderOnly,
      matches: (path) => path.startsWith(inside) && matchesPath(tokens, path.slice(inside.length).split('/')),
    },
  ];
}

/** One character of a pattern: `*`, or a test on one character of a name. */
type Token = '*' | ((character: string) => boolean);

function tokensOf(part: string): readonly Token[] {
  const tokens: Token[] = [];
  const characters = [...part];
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    if (character === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*');
    } else if (character === '?') tokens.push(() => true);
    else if (character === '[' && characters.indexOf(']', at + 2) > 0) {
      const end = characters.indexOf(']', at + 2);
      tokens.push(classOf(characters.slice(at + 1, end)));
      at = end;
    } else {
      if (character === '\\') at += 1;
      const wanted = characters[at] ?? '\\';
      tokens.push((found) => found === wanted);
    }
  }
  return tokens;
}

function classOf(inside: readonly string[]): (character: string) => boolean {
  const not = inside[0] === '!' || inside[0] === '^';
  const ranges: (readonly [string, string])[] = [];
  for (let at = not ? 1 : 0; at < inside.length; at += 1) {
    const from = inside[at] ?? '';
    const to = inside[at + 1] === '-' && inside[at + 2] !== undefined ? inside[at + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) at += 2;
  }
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== not;
}

/** Parts of a path against those of a pattern, where null (`**`) stands for any number of them; at the end for at least one. */
function matchesPath(pattern: readonly (readonly Token[] | null)[], path: readonly string[]): boolean {
  // reached[i]: the pattern so far matches the first i parts.
  let reached: readonly boolean[] = [true, ...path.map(() => false)];
  for (const [index, part] of pattern.entries()) {
    const next: boolean[] = [];
    for (let at = 0; at <= path.length; at += 1) {
      if (part !== null) next.push(at > 0 && reached[at - 1] === true && matchesName(part, path[at - 1] ?? ''));
      else if (index === pattern.length - 1) next.push(at > 0 && (reached[at - 1] === true || next[at - 1] === true));
      else next.push(reached[at] === true || (at > 0 && next[at - 1] === true));
    }
    reached = next;
  }
  return reached[path.length] === true;
}

/** The latest star alone is ever gone back to. */
function matchesName(tokens: readonly Token[], name: string): boolean {
  const characters = [...name];
  let at = 0;
  let token = 0;
  let star = -1;
  let resume = 0;
  while (at < characters.length) {
    const wanted = tokens[token];
    if (wanted === '*') {
      star = token;
      resume = at;
      token += 1;
    } else if (wanted?.(characters[at] ?? '') === true) {
      at += 1;
      token += 1;
    } else if (star >= 0) {
      resume += 1;
      at = resume;
      token = star + 1;
    } else return false;
  }
  while (tokens[token] === '*') token += 1;
  return token === tokens.length;
}
