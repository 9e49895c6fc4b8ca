/** What to do about what the checks found: in their own words where that is what fails the audit. */
import { findingsAt } from '../../judge/failing-findings.ts';
import type { Finding } from '../../model/finding.ts';
import { formatInteger } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import { withInlineCode } from '../text/inline-code.ts';
import { type Text, words } from '../text/span.ts';
import { type FileNames, withShortNames } from './file-names.ts';
import { isOpen, likelyCauses, placeAside, worstFirst } from './findings.ts';
import { explainText } from './fix.ts';

/** These say that the runs differ, or that one failed: the steps above are about that. */
const saysTheSame =
  /^(?:weights|metrics|coverage)\/|^run\/(?:failed|timed-out|cancelled)$|^checkpoints\/(?:scalars-differ|unreadable)$/;

/** Findings that fail the audit and are not about the outcome itself, the worst first. */
export function failingFindings(report: Report): readonly Finding[] {
  const causes = likelyCauses(report);
  return worstFirst(findingsAt(report.findings, report.policy.failOn)).filter(
    (finding) => !saysTheSame.test(finding.check) && !causes.includes(finding),
  );
}

/** More failing checks than these are counted. */
const failingShown = 3;

/** Steps that follow from findings, beside those that follow from the outcome. */
export function findingSteps(report: Report, names: FileNames): readonly Text[] {
  const { outcome } = report.judgement;
  const failing = failingFindings(report);
  if (outcome === 'divergent') {
    if (failing.length > 0)
      return [words('How to fix what else was found: ', explain(failing.map(({ check }) => check)), '.')];
    // Without a cause and a place to look, the page of what differs is the best that there is.
    const told = report.firstDifference.metric !== null || likelyCauses(report).length > 0;
    const found = worstFirst(report.findings).find((finding) => isOpen(finding) && finding.severity === 'error');
    return told || found === undefined ? [] : [words('More on what was found: ', explain([found.check]), '.')];
  }
  if (failing.length > 0) return failingSteps(failing, names);
  if (outcome === 'run-failed' || outcome === 'cancelled') return [];
  const others = worstFirst(report.findings).filter(
    (finding) => isOpen(finding) && finding.severity !== 'notice' && !saysTheSame.test(finding.check),
  );
  return others.length === 0
    ? []
    : [words('Worth doing, though nothing fails for it: ', explain(others.map(({ check }) => check)), '.')];
}

/** What fails the audit, check by check, in the words of the first finding of each. */
function failingSteps(failing: readonly Finding[], names: FileNames): readonly Text[] {
  const firsts = failing.filter(({ check }, index) => failing.findIndex((one) => one.check === check) === index);
  const rest = firsts.length - failingShown;
  return [
    ...firsts
      .slice(0, failingShown)
      .map((finding) =>
        words(
          withInlineCode(withShortNames(names, finding.message)),
          placeAside(finding, names),
          ' See ',
          explainText(finding.check),
          '.',
        ),
      ),
    ...(rest > 0 ? [words(`${formatInteger(rest)} more failing ${rest === 1 ? 'check' : 'checks'}: below.`)] : []),
  ];
}

/** The command for the first check; the others stand with the findings. */
function explain(ids: readonly string[]): Text {
  const unique = [...new Set(ids)];
  const others = unique.length - 1;
  return words(explainText(unique[0] ?? ''), others <= 0 ? '' : ` (and ${formatInteger(others)} more below)`);
}
