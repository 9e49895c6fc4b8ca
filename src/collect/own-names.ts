/**
 * The names of one run that may be taken out of strings: those that its paths showed, its folders, its host.
 *
 * Being too generous here would hide a difference, so a name has to be unmistakable: no short number, no plain word, nothing
 * that stands in a placeholder (taking names out twice then changes nothing). Dropping a name can only show more.
 */
import type { OwnName, OwnNames } from '../model/own-names.ts';
import type { RunRecord } from '../model/run-record.ts';
import { isDistinctiveHost } from './neutral-path.ts';

/** Each name is searched for in each string; a run whose every file has an id of its own would make that slow. */
export const ownNamesLimit = 256;

/** A name with the number of paths it stands in. */
export interface CountedName {
  readonly name: OwnName;
  readonly count: number;
}

/** Distinct usable names, the longest first; of too many, those that stand in the most paths. */
export function selectOwnNames(names: readonly CountedName[]): OwnNames {
  const byText = new Map<string, CountedName>();
  const placeholders = [...new Set(names.map(({ name }) => name.placeholder))];
  for (const counted of names) {
    if (!isUsable(counted.name) || placeholders.some((placeholder) => placeholder.includes(counted.name.text)))
      continue;
    const known = byText.get(counted.name.text);
    byText.set(
      counted.name.text,
      known === undefined ? counted : { name: known.name, count: known.count + counted.count },
    );
  }
  return [...byText.values()]
    .toSorted((a, b) => b.count - a.count || longestFirst(a.name, b.name))
    .slice(0, ownNamesLimit)
    .map(({ name: { text, placeholder } }) => ({ text, placeholder }))
    .toSorted(longestFirst);
}

/** The folders and the host of a run, which no path below its root can show. */
export function givenNames(record: RunRecord): readonly OwnName[] {
  const output = record.environment.TRAIN_TWICE_OUTPUT_DIR ?? '';
  const root = record.workingDirectory;
  const names: OwnName[] = [];
  if (output !== '') {
    names.push({ text: output, placeholder: '‹folder›' });
    const relative = relativeTo(root, output);
    if (relative?.includes('/') === true) names.push({ text: relative, placeholder: '‹folder›' });
  }
  // Both runs of one audit share the working directory; of two folders that were there already each is a name of its own.
  if (record.end === null) {
    names.push({ text: root, placeholder: '‹folder›' });
    const [parent, base] = root
      .split(/[\\/]/)
      .filter((part) => part !== '')
      .slice(-2);
    if (parent !== undefined && base !== undefined) names.push({ text: `${parent}/${base}`, placeholder: '‹folder›' });
  }
  if (isDistinctiveHost(record.hostName)) names.push({ text: record.hostName, placeholder: '‹host›' });
  return names;
}

/** `path` below `root`, or null where it lies elsewhere. */
export function relativeTo(root: string, path: string): string | null {
  const base = root.endsWith('/') ? root : `${root}/`;
  return path.startsWith(base) && path.length > base.length ? path.slice(base.length) : null;
}

function isUsable({ text, placeholder }: OwnName): boolean {
  if (text.length < 4 || /[‹›]/.test(text) || /^[\s./\\]*$/.test(text)) return false;
  if (/^\d+$/.test(text)) return text.length >= 8;
  // An id of letters alone may be a word; one that stands in a word of ours would be taken out again and again.
  if (placeholder === '‹id›' && !/\d/.test(text)) return false;
  return !placeholderWords.some((word) => word.includes(text));
}

/** Of the placeholders that stand beside ours in the checks of records. */
const placeholderWords = ['folder', 'working directory', 'time', 'date', 'host'];

function longestFirst(a: OwnName, b: OwnName): number {
  return b.text.length - a.text.length || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
}
