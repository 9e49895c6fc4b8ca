/**
 * What the runs that one training logged to MLflow are called in both runs of an audit, although their ids are random: by
 * their own names, runs of one name by the run they are nested in, and then in the order in which they were started. Runs
 * that cannot be told apart get one name, so that nothing is paired by a guess.
 *
 * A run without a name of its own gets one by chance (`bedecked-carp-449`): that is none.
 */

export interface TrackedRun {
  readonly id: string;
  readonly experiment: string;
  readonly name: string | null;
  /** Id of the run that this one is nested in. */
  readonly parent: string | null;
  /** Milliseconds since the epoch; null where it is not known. */
  readonly startedMs: number | null;
}

/** Takes times, hosts and ids out of a name that someone chose (`train-20240115_143000`). */
export type Neutralize = (name: string) => string;

/** By id: `run`, `run train`, `run fold of cv`, `run fold 2`. */
export function runNames(runs: readonly TrackedRun[], neutralize: Neutralize): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const members of grouped(runs, ({ experiment }) => experiment).values()) {
    if (members.length === 1) {
      for (const { id } of members) names.set(id, 'run');
      continue;
    }
    const chosen = chosenNames(members, neutralize);
    const nameOf = (id: string | null): string => (id === null ? '' : (chosen.get(id) ?? ''));
    for (const alike of grouped(members, ({ id }) => nameOf(id)).values()) {
      const nested = grouped(alike, ({ parent }) => (alike.length > 1 ? nameOf(parent) : ''));
      for (const [parent, siblings] of nested) {
        const plain = [
          'run',
          nameOf(siblings[0]?.id ?? null),
          nested.size === 1 || parent === '' ? '' : `of ${parent}`,
        ];
        const name = plain.filter((word) => word !== '').join(' ');
        const turns = inOrder(siblings);
        for (const { id } of siblings) names.set(id, turns === null ? name : `${name} ${turns.get(id)}`);
      }
    }
  }
  return names;
}

/** A text as part of a placeholder: short, in one part of a path, without our own brackets. */
export function plainName(name: string, neutralize: Neutralize): string {
  const inOnePart = name.replaceAll(/[/\\‹›\p{Cc}]/gu, '_').trim();
  return neutralize(inOnePart).replaceAll('‹', '(').replaceAll('›', ')').slice(0, 60).trim();
}

/** From 1, in the order of their starts; null for one alone, and where the order cannot be told. */
function inOrder(runs: readonly TrackedRun[]): ReadonlyMap<string, number> | null {
  if (runs.length < 2 || runs.some(({ startedMs }) => startedMs === null)) return null;
  const sorted = runs.toSorted((a, b) => (a.startedMs ?? 0) - (b.startedMs ?? 0));
  const strict = sorted.every(({ startedMs }, index) => index === 0 || startedMs !== sorted[index - 1]?.startedMs);
  return strict ? new Map(sorted.map(({ id }, index) => [id, index + 1])) : null;
}

function chosenNames(runs: readonly TrackedRun[], neutralize: Neutralize): ReadonlyMap<string, string> {
  const stems = grouped(runs, ({ name }) => stemOf(name));
  const byChance = (name: string | null): boolean =>
    name === null || name.trim() === '' || (chanceName.test(name) && (stems.get(stemOf(name))?.length ?? 0) < 2);
  return new Map(runs.map(({ id, name }) => [id, byChance(name) ? '' : plainName(name ?? '', neutralize)]));
}

/** Two words and a number. That two runs get the same two words by chance is rare: then someone chose them (`cv-fold-1`). */
const chanceName = /^[a-z]{2,14}-[a-z]{2,9}-\d{1,4}$/;

function stemOf(name: string | null): string {
  return name?.replace(/\d+$/, '') ?? '';
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return groups;
}
