/** Packages of a list that were imported otherwise: what `requirements/not-true` and `requirements/lock-drifted` say. */
import { formatClauses, quote } from '../model/format-number.ts';
import { type ImportedEnvironment, type ImportedPackage, isCommit, type PackageList } from './imported-packages.ts';

export type UntruePackage = {
  readonly name: string;
  /** What the lines say, in their order. */
  readonly listed: readonly string[];
  readonly imported: string;
  /** Other processes imported what the list says: two environments stand on one path. */
  readonly inSome: boolean;
};

/** The packages of the environment that no line of the list accepts, with the line of the first of them. */
export function untruePackages(
  list: PackageList,
  { packages }: ImportedEnvironment,
): { readonly untrue: readonly UntruePackage[]; readonly line: number | null } {
  const answers = packages.map((found) => ({ found, answer: list.agreement(found) }));
  const wrong = answers.flatMap(({ found, answer }) => (answer === 'false' ? [found] : []));
  const right = new Set(answers.flatMap(({ found, answer }) => (answer === 'true' ? [found.name] : [])));
  const first = wrong[0] === undefined ? undefined : list.linesOf(wrong[0])[0];
  const untrue = wrong.map((found) => {
    const listed = list.linesOf(found).flatMap(({ pinned }) => (pinned === null ? [] : [pinned]));
    const pins = [...new Set(listed)];
    return { name: found.name, listed: pins, imported: imported(found, pins), inSome: right.has(found.name) };
  });
  return { untrue, line: first?.line ?? null };
}

/** In the same unit as the list: a commit against a commit, a hash against a hash, a version against a version. */
function imported({ version, revision }: ImportedPackage, listed: readonly string[]): string {
  const byRevision = listed.some((pin) => isCommit(pin) || pin.includes('='));
  return byRevision && revision !== null ? revision.toLowerCase() : version;
}

/** `numpy is listed as 2.1.3 and was imported as 2.2.0; …` */
export function untrueText(untrue: readonly UntruePackage[]): string {
  return formatClauses(
    untrue.map(({ name, listed, imported: found, inSome }) => {
      const pins = listed.map(shown).join(' or ');
      const where = inSome ? ' in some processes' : '';
      return `${name} is listed ${at(listed[0] ?? '')} ${pins} and was imported ${at(found)} ${shown(found)}${where}`;
    }),
    5,
  );
}

function at(pin: string): string {
  return isCommit(pin) ? 'at commit' : 'as';
}

/** A commit by the digits that forges show; anything odd in quotes. */
function shown(pin: string): string {
  if (isCommit(pin)) return pin.slice(0, 12);
  return /^[\w.+!=-]{1,80}$/.test(pin) ? pin : quote(pin, 80);
}
