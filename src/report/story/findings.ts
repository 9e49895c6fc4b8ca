/** What the checks found: the worst first, each with its check's id and place; waived ones last, with the reason. */
import type { Finding, FindingPlace, Severity } from '../../model/finding.ts';
import { plural } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import { code, type Span, type Style, strong, type Text, words } from '../text/span.ts';
import { runName } from './run-names.ts';
import { cutTable, type Limits, left, paragraph, type Section, section } from './section.ts';

const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };
const severityStyle: Readonly<Record<Severity, Style>> = { error: 'bad', warning: 'doubt', notice: 'quiet' };

/** True where no waiver covers the finding. */
export function isOpen(finding: Finding): boolean {
  return finding.waived === null;
}

/** Worst first; what was measured before what is inferred; then in the order of the checks. Waived ones last. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  const weight = (finding: Finding): number =>
    (isOpen(finding) ? 0 : 10) + severityRank[finding.severity] * 2 + (finding.certainty === 'measured' ? 0 : 1);
  return findings.toSorted((a, b) => weight(a) - weight(b));
}

/** Where a finding lies, e.g. `run 1, best.pt, model/weight, line 3`; empty for the audit as a whole. */
export function placeText(place: FindingPlace): Text {
  const parts: Span[] = [];
  if (place.run !== null) parts.push({ text: runName(place.run), style: 'plain' });
  if (place.file !== null) parts.push(code(place.file));
  if (place.entry !== null) parts.push(code(place.entry));
  if (place.line !== null) parts.push({ text: `line ${place.line}`, style: 'plain' });
  return parts.flatMap((part, index) => (index === 0 ? words(part) : words(', ', part)));
}

/** One finding as a sentence with its place and id. */
export function findingText(finding: Finding): Text {
  const place = placeText(finding.place);
  return words(...(place.length === 0 ? [] : [place, ': ']), finding.message, ' (', code(finding.check), ')');
}

export function findingsSection(report: Report, limits: Limits): Section {
  const findings = worstFirst(report.findings);
  if (findings.length === 0) return section('findings', 'Findings', [paragraph('None.')]);
  const open = findings.filter(isOpen);
  const count = (severity: Severity): number => open.filter((finding) => finding.severity === severity).length;
  const counts = [
    plural(count('error'), 'error'),
    plural(count('warning'), 'warning'),
    plural(count('notice'), 'notice'),
    ...(open.length < findings.length ? [`${findings.length - open.length} waived`] : []),
  ];
  const rows = findings.map((finding): readonly Text[] => [
    isOpen(finding)
      ? [{ text: finding.severity, style: severityStyle[finding.severity] }]
      : words({ text: 'waived', style: 'quiet' }),
    words(code(finding.check)),
    words(
      strong(finding.title),
      ': ',
      finding.message,
      finding.certainty === 'inferred' ? ' (inferred)' : '',
      finding.waived === null ? '' : ` Waived: ${finding.waived}`,
    ),
    placeText(finding.place),
  ]);
  return section('findings', 'Findings', [
    paragraph(`${counts.join(', ')}. What a check means and how to fix it: `, code('train-twice explain CHECK'), '.'),
    ...cutTable([left('Severity'), left('Check'), left('What was found'), left('Where')], rows, limits.rows),
  ]);
}
