/**
 * What became of each check, for formats that want one word a check. A check passes by finding nothing only where there was
 * something to find: in an audit without a verdict, or of one run alone, nothing found is no proof and never `passed`.
 */
import { findingsAt } from '../../judge/failing-findings.ts';
import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { hasVerdict } from '../../model/verdict.ts';
import { isOpen, worstFirst } from '../story/findings.ts';

/**
 * `failed` fails the audit by `fail-on`; `warned` found something that does not; `noted` found nothing but notices, which is no pass of
 * the check either. `waived`: all that was found is accepted. `unproven`: found nothing, which proves nothing here.
 */
export type CheckStatus = 'passed' | 'noted' | 'warned' | 'failed' | 'waived' | 'off' | 'unproven';

export interface CheckResult {
  readonly id: string;
  readonly title: string;
  readonly status: CheckStatus;
  /** The worst first, waived ones last. */
  readonly findings: readonly Finding[];
  /** Why there is no result; empty where there is one. */
  readonly reason: string;
}

/** One for each check that was applied, in their order, then for those that only findings know. */
export function checkResults(report: Report): readonly CheckResult[] {
  const byCheck = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    const found = byCheck.get(finding.check);
    if (found === undefined) byCheck.set(finding.check, [finding]);
    else found.push(finding);
  }
  const applied = new Map(report.checks.map((check) => [check.id, check]));
  for (const [id, [first]] of byCheck) {
    if (first !== undefined && !applied.has(id)) {
      applied.set(id, { id, title: first.title, severity: first.severity });
    }
  }
  return [...applied.values()].map(({ id, title, severity }) => {
    const findings = worstFirst(byCheck.get(id) ?? []);
    const status = statusOf(report, findings, severity === 'off');
    return { id, title, status, findings, reason: reasonOf(report, status, findings) };
  });
}

function statusOf(report: Report, findings: readonly Finding[], off: boolean): CheckStatus {
  if (findingsAt(findings, report.policy.failOn).length > 0) return 'failed';
  const open = findings.filter(isOpen);
  if (open.some((finding) => finding.severity !== 'notice')) return 'warned';
  if (open.length > 0) return 'noted';
  if (findings.length > 0) return 'waived';
  if (off) return 'off';
  return provesByFindingNothing(report) ? 'passed' : 'unproven';
}

function provesByFindingNothing({ meta, judgement }: Report): boolean {
  return hasVerdict(judgement.outcome) && meta.subject !== 'check';
}

function reasonOf(report: Report, status: CheckStatus, findings: readonly Finding[]): string {
  switch (status) {
    case 'passed':
    case 'noted':
    case 'warned':
    case 'failed':
      return '';
    case 'waived':
      return `Waived: ${findings.map((finding) => finding.waived ?? '').join('; ')}`;
    case 'off':
      return 'Switched off by the policy.';
    case 'unproven':
      return hasVerdict(report.judgement.outcome)
        ? 'One run alone was audited: many checks hold two runs against each other, so that finding nothing proves nothing.'
        : 'The audit came to no verdict: finding nothing proves nothing.';
    default:
      status satisfies never;
      return '';
  }
}
