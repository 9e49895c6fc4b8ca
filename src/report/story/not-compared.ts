/** Everything that was not compared, with the reason: files with the same reason stand together. */
import type { NotCompared } from '../../model/coverage.ts';
import type { Comparison } from '../../model/evidence.ts';
import { formatInteger, plural } from '../../model/format-number.ts';
import type { Pair } from '../../model/pair.ts';
import type { Report } from '../../model/report.ts';
import { code, joined, type Style, type Text, words } from '../text/span.ts';
import { comparisonLabel, runNames } from './run-names.ts';
import {
  type Block,
  cutList,
  cutTable,
  type Limits,
  left,
  paragraph,
  right,
  type Section,
  section,
} from './section.ts';

/** So many paths are named for one reason. */
const pathsShown = 5;

const whyTexts: Readonly<Record<NotCompared['why'], { readonly text: string; readonly style: Style }>> = {
  unread: { text: 'could not be read', style: 'doubt' },
  special: { text: 'no regular file', style: 'doubt' },
  policy: { text: 'set aside', style: 'quiet' },
  listed: { text: 'listed only', style: 'quiet' },
};

const whyRank: Readonly<Record<NotCompared['why'], number>> = { unread: 0, special: 1, policy: 2, listed: 3 };

export function notComparedSection(report: Report, limits: Limits): Section | null {
  if (report.comparisons.length === 0) return null;
  const blocks: Block[] = [];
  for (const comparison of report.comparisons) {
    const label = comparisonLabel(report, comparison);
    const told = [...groupsOf(comparison, limits), ...ambiguous(comparison, limits), ...sameFiles(comparison, limits)];
    if (told.length > 0 && label !== '') blocks.push(paragraph({ text: label, style: 'strong' }));
    blocks.push(...told);
  }
  return section(
    'not-compared',
    'Not compared',
    blocks.length === 0 ? [paragraph('Nothing: every file that the runs left was compared.')] : blocks,
  );
}

function groupsOf(comparison: Comparison, limits: Limits): readonly Block[] {
  const groups = new Map<string, NotCompared[]>();
  for (const entry of comparison.coverage.notCompared) {
    const key = JSON.stringify([entry.why, entry.reason, entry.role, entry.run]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  if (groups.size === 0) return [];
  const names = runNames(comparison);
  const rows = [...groups.values()]
    .flatMap((entries) => {
      const [entry] = entries;
      return entry === undefined ? [] : [{ entry, entries }];
    })
    .toSorted((a, b) => whyRank[a.entry.why] - whyRank[b.entry.why])
    .map(({ entry, entries }): readonly Text[] => [
      words(whyTexts[entry.why]),
      words(entry.reason),
      words(entry.role),
      words(runText(entry.run, names)),
      words(formatInteger(entries.length)),
      pathsText(entries.map((one) => one.path)),
    ]);
  return cutTable(
    [left('Why'), left('Reason'), left('Role'), left('Runs'), right('Files'), left('Paths')],
    rows,
    limits.rows,
  );
}

function runText(run: NotCompared['run'], names: Pair<string>): string {
  return run === 'both' ? 'both' : names[run];
}

function pathsText(paths: readonly string[]): Text {
  const shown = joined(
    paths.slice(0, pathsShown).map((path) => words(code(path))),
    ', ',
  );
  const rest = paths.length - pathsShown;
  return rest <= 0 ? shown : words(shown, ` and ${formatInteger(rest)} more`);
}

function ambiguous(comparison: Comparison, limits: Limits): readonly Block[] {
  const { ambiguous: pairings } = comparison.coverage;
  if (pairings.length === 0) return [];
  return [
    paragraph(
      `${plural(pairings.length, 'name')} could not be paired, since more than one file of a run could be meant. Nothing was guessed:`,
    ),
    ...cutList(
      pairings.map((pairing) =>
        words(code(pairing.neutralPath), ': ', pathsText(pairing.first), ' against ', pathsText(pairing.second)),
      ),
      limits.rows,
    ),
  ];
}

function sameFiles(comparison: Comparison, limits: Limits): readonly Block[] {
  const { sameInode } = comparison.coverage;
  if (sameInode.length === 0) return [];
  return [
    paragraph('One and the same file on both sides (same device and inode), so that comparing proves nothing:'),
    ...cutList(
      sameInode.map((path) => words(code(path))),
      limits.rows,
    ),
  ];
}
