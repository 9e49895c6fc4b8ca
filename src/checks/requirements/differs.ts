/** Package lists that differ between the runs, package by package. */
import { defineCheck } from '../../model/check.ts';
import { formatClauses, plural } from '../../model/format-number.ts';
import { type OwnNames, withoutOwnNames } from '../../model/own-names.ts';
import { pairedRecords, type RecordOf } from '../records-in-runs.ts';

type Facts = {
  readonly differing: readonly {
    readonly name: string;
    readonly first: string | null;
    readonly second: string | null;
  }[];
};

export const requirementsDiffers = defineCheck<Facts>({
  id: 'requirements/differs',
  title: 'The package lists differ',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `Both runs were started from the same state, and one of them had other packages. Something installed or removed a package in
between, or the two runs used different interpreters.`,
  fix: `Install everything before the audit, in a step of its own, and let the training install nothing:

\`\`\`yaml
- run: python -m pip install --no-deps -r requirements.lock
- uses: OWNER/train-twice@v1
\`\`\``,
  find: (evidence) =>
    pairedRecords(evidence, 'requirements').flatMap(({ run, file, records, ownNames }) => {
      const first = packages(records.first, ownNames.first);
      const second = packages(records.second, ownNames.second);
      const differing = [...new Set([...first.keys(), ...second.keys()])]
        .sort()
        .map((name) => ({ name, first: first.get(name) ?? null, second: second.get(name) ?? null }))
        .filter((item) => item.first !== item.second);
      return differing.length === 0 ? [] : [{ place: { run, file }, facts: { differing: differing.slice(0, 200) } }];
    }),
  message: ({ differing }) =>
    `${plural(differing.length, 'package')} ${differing.length === 1 ? 'differs' : 'differ'}: ${formatClauses(
      differing.map(({ name, first, second }) =>
        first === null
          ? `${name} ${second} only in the second run`
          : second === null
            ? `${name} ${first} only in the first run`
            : `${name} ${first} in the first run and ${second} in the second`,
      ),
      5,
    )}.`,
});

/** Name to version, or to the whole line where there is no version; a line without a name stands for itself. */
function packages(record: RecordOf<'requirements'>, names: OwnNames): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of record.lines) {
    const text = withoutOwnNames(line.text, names).text;
    const name = line.name ?? text;
    const version = line.pinned ?? `"${text}"`;
    // One package may have several lines, with markers.
    found.set(name, found.has(name) ? `${found.get(name)}, ${version}` : version);
  }
  return found;
}
