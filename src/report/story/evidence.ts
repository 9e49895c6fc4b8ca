/** How the comparison was made: pairings of differing names, strings that only own names told apart, oddities of reading. */
import type { Comparison } from '../../model/evidence.ts';
import { formatInteger } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import { code, type Text, words } from '../text/span.ts';
import { type FileNames, shortName } from './file-names.ts';
import { comparisonLabel, runNames } from './run-names.ts';
import { type Block, cutList, cutTable, type Limits, left, paragraph, type Section, section } from './section.ts';

/** Null where there is nothing of the kind to tell. */
export function evidenceSection(report: Report, files: FileNames, limits: Limits): Section | null {
  const blocks = report.comparisons.flatMap((comparison) => {
    const told = [
      ...pairings(comparison, files, limits),
      ...ownNames(comparison, limits),
      ...readNotes(comparison, files, limits),
    ];
    const label = comparisonLabel(report, comparison);
    return told.length === 0 || label === '' ? told : [paragraph({ text: label, style: 'strong' }), ...told];
  });
  return blocks.length === 0 ? null : section('evidence', 'How it was compared', blocks, { folded: true });
}

function pairings(comparison: Comparison, files: FileNames, limits: Limits): readonly Block[] {
  const found = comparison.coverage.pairings;
  if (found.length === 0) return [];
  const names = runNames(comparison);
  return [
    paragraph('Files whose names differ and that were put together:'),
    ...cutTable(
      [left(`In ${names.first}`), left(`In ${names.second}`), left('Common name')],
      found.map((pairing): readonly Text[] => [
        words(code(pairing.paths.first)),
        words(code(pairing.paths.second)),
        words(code(shortName(files, pairing.neutralPath)), pairing.ambiguous ? ' (one of several ways)' : ''),
      ]),
      limits.rows,
    ),
  ];
}

function ownNames(comparison: Comparison, limits: Limits): readonly Block[] {
  const { ownNameStrings, totals } = comparison.coverage;
  if (ownNameStrings.length === 0) return [];
  const names = runNames(comparison);
  return [
    paragraph(
      `Strings that are equal once each run's own names (times, folders, host, ids) are taken out; ${formatInteger(totals.ownNamesReplaced)} names in all:`,
    ),
    ...cutTable(
      [left('Where'), left(`In ${names.first}`), left(`In ${names.second}`)],
      ownNameStrings.map((found): readonly Text[] => [
        words(code(found.place)),
        words(code(found.texts.first)),
        words(code(found.texts.second)),
      ]),
      limits.rows,
    ),
  ];
}

function readNotes(comparison: Comparison, files: FileNames, limits: Limits): readonly Block[] {
  const notes = comparison.coverage.readNotes;
  if (notes.length === 0) return [];
  const names = runNames(comparison);
  return [
    paragraph('Oddities met while reading, which did not stop it:'),
    ...cutList(
      notes.map((note) =>
        words(
          `${names[note.run]}, `,
          code(shortName(files, note.path, comparison[note.run])),
          `: ${note.message} (`,
          code(note.code),
          ')',
        ),
      ),
      limits.rows,
    ),
  ];
}
