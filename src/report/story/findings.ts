/**
 * What the checks found: the worst first, each with its check's id and its place; waived ones last, with the reason. Of one
 * check only the first findings are told, the rest are counted. Notices beside errors are only named.
 */
import type { Finding, FindingPlace, Severity } from '../../model/finding.ts';
import { plural } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import { withInlineCode } from '../text/inline-code.ts';
import { code, joined, plainText, quiet, type Span, type Style, type Text, words } from '../text/span.ts';
import { type FileNames, shortName, withShortNames } from './file-names.ts';
import { runName } from './run-names.ts';
import { type Block, cutTable, type Limits, left, paragraph, type Section, section } from './section.ts';

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

/** Where a finding lies, e.g. `run 1, best.pt, model/weight, line 3`; empty for the audit as a whole. Without `files`: whole paths. */
export function placeText(place: FindingPlace, files: FileNames | null = null): Text {
  const parts: Span[] = [];
  if (place.run !== null) parts.push({ text: runName(place.run), style: 'plain' });
  if (place.file !== null) parts.push(code(files === null ? place.file : shortName(files, place.file, place.run)));
  if (place.entry !== null) parts.push(code(place.entry));
  if (place.line !== null) parts.push({ text: `line ${place.line}`, style: 'plain' });
  return joined(
    parts.map((part) => words(part)),
    ', ',
  );
}

/** The suspicions about runs that differ, the surest first; where the runs agree there is nothing to suspect. */
export function likelyCauses(report: Report): readonly Finding[] {
  const { outcome } = report.judgement;
  if (outcome !== 'divergent' && outcome !== 'within-tolerance') return [];
  return report.findings.filter((finding) => finding.certainty === 'inferred' && isOpen(finding));
}

/** One finding as a sentence with its check and place. */
export function findingText(finding: Finding, files: FileNames): Text {
  return words(code(finding.check), ': ', findingSentence(finding, files));
}

/** One finding as a sentence with its place. */
export function findingSentence(finding: Finding, files: FileNames): Text {
  return words(withInlineCode(withShortNames(files, finding.message)), placeAside(finding, files));
}

/** The place in brackets, without what the message names anyway. */
export function placeAside(finding: Finding, files: FileNames): Text {
  const { place } = finding;
  const message = withShortNames(files, finding.message);
  const named = (text: string | null): boolean => text !== null && message.includes(`"${text}"`);
  const file = place.file === null ? null : shortName(files, place.file, place.run);
  // `in train.py, line 26` in the sentence itself.
  if (file !== null && place.line !== null && message.includes(`${file}, line ${place.line}`)) return [];
  const rest = { ...place, file: named(file) ? null : place.file, entry: named(place.entry) ? null : place.entry };
  const text = plainText(placeText(rest, files));
  return text === '' ? [] : words(' ', quiet(`(${text})`));
}

export function findingsSection(report: Report, files: FileNames, limits: Limits): Section {
  const findings = worstFirst(report.findings);
  if (findings.length === 0) return section('findings', 'Findings', [paragraph('None.')]);
  const open = findings.filter(isOpen);
  const named = open.some((finding) => finding.severity !== 'notice')
    ? open.filter((finding) => finding.severity === 'notice')
    : [];
  const causes = likelyCauses(report);
  const rows = findingGroups(
    findings.filter((finding) => !named.includes(finding) && !causes.includes(finding)),
  ).flatMap((group) => groupRows(group, files, limits));
  const blocks: Block[] = [...cutTable([left('Severity'), left(countedFindings(findings))], rows, limits.rows)];
  if (causes.length > 0)
    blocks.push(
      paragraph(
        quiet(
          causes.length === 1 ? 'The likely cause stands above.' : `The ${causes.length} likely causes stand above.`,
        ),
      ),
    );
  if (named.length > 0) {
    const ids = findingGroups(named).map((group) =>
      group.length === 1 ? group[0].check : `${group[0].check} (${group.length})`,
    );
    blocks.push(paragraph(quiet(`${plural(named.length, 'notice')} in report.json: ${ids.join(', ')}.`)));
  }
  return section('findings', 'Findings', blocks);
}

/** `2 errors, 1 notice, 1 waived`: what there is. */
export function countedFindings(findings: readonly Finding[]): string {
  const open = findings.filter(isOpen);
  const count = (severity: Severity): number => open.filter((finding) => finding.severity === severity).length;
  const counts = (['error', 'warning', 'notice'] as const)
    .filter((severity) => count(severity) > 0)
    .map((severity) => plural(count(severity), severity));
  return [...counts, ...(open.length < findings.length ? [`${findings.length - open.length} waived`] : [])].join(', ');
}

export type FindingGroup = readonly [Finding, ...Finding[]];

/** Findings of one check with one severity, in the order of the first of each; waived ones apart. */
export function findingGroups(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = JSON.stringify([isOpen(finding), finding.severity, finding.check]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

function groupRows(group: FindingGroup, files: FileNames, limits: Limits): readonly (readonly Text[])[] {
  const told = group.slice(0, limits.perCheck);
  const rest = group.slice(limits.perCheck);
  return told.map((finding, index): readonly Text[] => [
    isOpen(finding)
      ? [{ text: finding.severity, style: severityStyle[finding.severity] }]
      : words({ text: 'waived', style: 'quiet' }),
    words(
      findingText(finding, files),
      finding.certainty === 'inferred' ? ' (inferred)' : '',
      finding.waived === null ? '' : ` Waived: ${finding.waived}`,
      index === told.length - 1 ? restText(rest, files) : '',
    ),
  ]);
}

/** One more finding is named by its place; many would make a list that nobody reads. */
function restText([first, ...others]: readonly Finding[], files: FileNames): string {
  if (first === undefined) return '';
  const place = plainText(placeText({ ...first.place, entry: null, line: null }, files));
  return ` And ${others.length + 1} more${others.length > 0 || place === '' ? '' : `: ${place}`}.`;
}
