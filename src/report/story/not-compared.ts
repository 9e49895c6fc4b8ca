/** Everything that was not compared, one line for each reason, with the names of the files that share it. */
import type { NotCompared } from '../../model/coverage.ts';
import type { Comparison } from '../../model/evidence.ts';
import { formatInteger, plural } from '../../model/format-number.ts';
import type { FileRole } from '../../model/inventory.ts';
import type { Report } from '../../model/report.ts';
import { code, joined, quiet, type Text, words } from '../text/span.ts';
import { type FileNames, shortName } from './file-names.ts';
import { comparisonLabel, runNames } from './run-names.ts';
import { type Block, cutList, type Limits, paragraph, type Section, section } from './section.ts';

/** So many files are named for one reason. */
const namesShown = 5;

const whyRank: Readonly<Record<NotCompared['why'], number>> = { unread: 0, special: 1, policy: 2, listed: 3 };

const nouns: Readonly<Record<FileRole, string>> = {
  checkpoint: 'checkpoint',
  metrics: 'metric file',
  record: 'record',
  log: 'log',
  bookkeeping: 'bookkeeping file',
  image: 'image',
  other: 'file',
  ignored: 'file',
};

export function notComparedSection(report: Report, files: FileNames, limits: Limits): Section | null {
  if (report.comparisons.length === 0) return null;
  const blocks: Block[] = [];
  for (const comparison of report.comparisons) {
    const label = comparisonLabel(report, comparison);
    const told = [
      ...reasons(comparison, files, limits),
      ...ambiguous(comparison, files, limits),
      ...sameFiles(comparison, files, limits),
    ];
    if (told.length > 0 && label !== '') blocks.push(paragraph({ text: label, style: 'strong' }));
    blocks.push(...told);
  }
  return section(
    'not-compared',
    'Not compared',
    blocks.length === 0 ? [paragraph('Nothing: every file that the runs left was compared.')] : blocks,
  );
}

function reasons(comparison: Comparison, files: FileNames, limits: Limits): readonly Block[] {
  const groups = new Map<string, [NotCompared, ...NotCompared[]]>();
  for (const entry of comparison.coverage.notCompared) {
    const key = JSON.stringify([entry.why, reasonText(entry), entry.role, entry.run]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  if (groups.size === 0) return [];
  const items = [...groups.values()]
    .toSorted(([a], [b]) => whyRank[a.why] - whyRank[b.why])
    .map((entries) => reasonLine(entries, comparison, files));
  return cutList(items, limits.rows);
}

function reasonLine(entries: readonly [NotCompared, ...NotCompared[]], comparison: Comparison, files: FileNames): Text {
  const [entry] = entries;
  const only = entry.run === 'both' ? '' : ` of ${runNames(comparison)[entry.run]}`;
  const count = `${plural(entries.length, nouns[entry.role])}${only}`;
  const paths = namesText(
    entries.map(({ path, run }) => shortName(files, path, run === 'both' ? null : comparison[run])),
  );
  const reason = reasonText(entry);
  const because = reason === '' ? [] : words(' ', quiet(`(${reason})`));
  switch (entry.why) {
    case 'unread':
      return words(count, ' ', { text: 'could not be read', style: 'doubt' }, ': ', paths, because);
    case 'special':
      return words(count, ' ', { text: 'not opened', style: 'doubt' }, ': ', paths, because);
    case 'policy':
      // Of a file that is compared only a part is set aside: the reason names it.
      return entry.role === 'ignored'
        ? words(count, ' set aside: ', paths, because)
        : words('Set aside in ', paths, `: ${reason}`);
    case 'listed':
      return entry.role === 'record'
        ? words(count, `, ${reason}: `, paths)
        : words(count, ', listed only: ', paths, because);
    default:
      entry.why satisfies never;
      return [];
  }
}

/** Of records the reason also says which kind each is: the names tell that well enough. */
function reasonText({ why, role, reason }: NotCompared): string {
  if (why !== 'listed' || role !== 'record') return reason;
  return reason.replace(/^records are /, '').replace(/ \([^()]*\)$/, '');
}

function namesText(names: readonly string[]): Text {
  const shown = joined(
    names.slice(0, namesShown).map((name) => words(code(name))),
    ', ',
  );
  const rest = names.length - namesShown;
  return rest <= 0 ? shown : words(shown, ` and ${formatInteger(rest)} more`);
}

function ambiguous(comparison: Comparison, files: FileNames, limits: Limits): readonly Block[] {
  const { ambiguous: pairings } = comparison.coverage;
  if (pairings.length === 0) return [];
  return [
    paragraph(
      `${plural(pairings.length, 'name')} could not be paired, since more than one file of a run could be meant. Nothing was guessed:`,
    ),
    ...cutList(
      pairings.map((pairing) =>
        words(
          code(shortName(files, pairing.neutralPath)),
          ': ',
          namesText(pairing.first),
          ' against ',
          namesText(pairing.second),
        ),
      ),
      limits.rows,
    ),
  ];
}

function sameFiles(comparison: Comparison, files: FileNames, limits: Limits): readonly Block[] {
  const { sameInode } = comparison.coverage;
  if (sameInode.length === 0) return [];
  return [
    paragraph('One and the same file on both sides (same device and inode), so that comparing proves nothing:'),
    ...cutList(
      sameInode.map((path) => words(code(shortName(files, path)))),
      limits.rows,
    ),
  ];
}
