/** What was seen first (measured), and what probably caused it (inferred): two sections, never one. */
import { leavesOf } from '../../model/difference.ts';
import type { Report } from '../../model/report.ts';
import { code, strong, type Text, words } from '../text/span.ts';
import { describeLeaf } from './describe-leaf.ts';
import { type FileNames, shortName, withShortNames } from './file-names.ts';
import { findingText, isOpen } from './findings.ts';
import { runNames } from './run-names.ts';
import { cutList, type Limits, list, paragraph, type Section, section } from './section.ts';

type Tensor = NonNullable<Report['firstDifference']['tensor']>;

/** Null where nothing was compared: then there is no first difference to speak of. */
export function firstDifferenceSection(report: Report, files: FileNames): Section | null {
  if (report.comparisons.length === 0) return null;
  const places = [...metricPlace(report, files), ...tensorPlace(report, files)];
  const { sentence } = report.firstDifference;
  const nothing = report.comparisons.every(({ coverage }) => coverage.totals.files === 0);
  const none = nothing ? 'None was seen, for nothing was compared.' : 'None.';
  return section(
    'first-difference',
    'First difference',
    [places.length > 0 ? list(places) : paragraph(sentence === '' ? none : withShortNames(files, sentence))],
    { aside: 'measured' },
  );
}

function metricPlace(report: Report, files: FileNames): readonly Text[] {
  const { metric } = report.firstDifference;
  const [only, ...others] = report.comparisons;
  if (metric === null || only === undefined) return [];
  const names = others.length === 0 ? runNames(only) : { first: 'one run', second: 'another' };
  const value = (text: string | null): Text => (text === null ? words('no point') : words(code(text)));
  return [
    words(
      strong(`${metric.stepKind.charAt(0).toUpperCase()}${metric.stepKind.slice(1)} ${metric.step}`),
      ', ',
      code(metric.series),
      ' in ',
      code(shortName(files, metric.file)),
      ': ',
      value(metric.values.first),
      ` in ${names.first}, `,
      value(metric.values.second),
      ` in ${names.second}.`,
    ),
  ];
}

function tensorPlace(report: Report, files: FileNames): readonly Text[] {
  const { tensor } = report.firstDifference;
  if (tensor === null) return [];
  return [
    words(
      strong('Tensor'),
      ' ',
      code(tensor.path),
      ' in ',
      code(shortName(files, tensor.file)),
      ...tensorDifference(report, files, tensor),
      '.',
    ),
  ];
}

/** In the words of the list of differences; in the judge's where the leaf is not there. */
function tensorDifference(report: Report, files: FileNames, tensor: Tensor): Text {
  const name = shortName(files, tensor.file);
  for (const comparison of report.comparisons) {
    const found = leavesOf(comparison.difference).find(
      ({ leaf, file }) =>
        leaf.kind === 'values' && leaf.place === tensor.path && file !== null && shortName(files, file.place) === name,
    );
    if (found !== undefined) return words(' differs in ', describeLeaf(found.leaf, runNames(comparison)));
  }
  return words(`: ${tensor.summary.replace(/\.$/, '')}`);
}

/** Findings that infer. Null where the runs agree and nothing is suspected. */
export function likelyCauseSection(report: Report, files: FileNames, limits: Limits): Section | null {
  const inferred = report.findings.filter((finding) => finding.certainty === 'inferred' && isOpen(finding));
  if (inferred.length > 0) {
    const items = inferred.map((finding) => findingText(finding, files));
    return section('likely-cause', 'Likely cause', cutList(items, limits.rows), { aside: 'inferred' });
  }
  if (report.judgement.outcome !== 'divergent') return null;
  return section('likely-cause', 'Likely cause', [paragraph('Not known; no check found grounds for one.')], {
    aside: 'inferred',
  });
}
