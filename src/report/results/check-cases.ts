/** The checks as tests: what fails the audit by `fail-on` fails, what is waived, switched off or proves nothing is skipped. */
import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { hasVerdict } from '../../model/verdict.ts';
import { isOpen, placeText } from '../story/findings.ts';
import { plainText } from '../text/span.ts';
import { type CheckResult, checkResults } from './check-results.ts';
import type { CaseStatus, TestCase } from './test-case.ts';

/** Findings of one check that its test tells; the rest is counted. */
const mostFindings = 20;

export function checkCases(report: Report): readonly TestCase[] {
  return checkResults(report).map((result) => ({
    group: groupOf(result.id),
    name: result.id,
    status: statusOf(result, report),
    message: messageOf(result),
    lines: linesOf(result.findings),
    seconds: 0,
  }));
}

function groupOf(id: string): string {
  const slash = id.indexOf('/');
  return slash > 0 ? id.slice(0, slash) : 'checks';
}

function statusOf({ status }: CheckResult, { judgement }: Report): CaseStatus {
  switch (status) {
    case 'passed':
    case 'warned':
      return 'passed';
    case 'noted':
      return hasVerdict(judgement.outcome) ? 'passed' : 'skipped';
    case 'failed':
      return 'failed';
    case 'waived':
    case 'off':
    case 'unproven':
      return 'skipped';
    default:
      status satisfies never;
      return 'error';
  }
}

function messageOf({ title, status, findings, reason }: CheckResult): string {
  if (status === 'passed' && findings.length === 0) return '';
  if (reason !== '') return reason;
  const open = findings.filter(isOpen).length;
  return open > 1 ? `${title} (${open} findings)` : title;
}

function linesOf(findings: readonly Finding[]): readonly string[] {
  const told = findings.slice(0, mostFindings).map((finding) => {
    const place = plainText(placeText(finding.place));
    const word = isOpen(finding) ? finding.severity : 'waived';
    const certainty = finding.certainty === 'inferred' ? ' (inferred)' : '';
    return `${word}: ${place === '' ? '' : `${place}: `}${finding.message}${certainty}`;
  });
  const rest = findings.length - mostFindings;
  return rest > 0 ? [...told, `… and ${rest} more.`] : told;
}
