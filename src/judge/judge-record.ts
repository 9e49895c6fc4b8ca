/**
 * The audit of one record (`check`): nothing was compared, so there is no verdict on reproducibility, only whether the record is
 * sound by the findings. A folder in which nothing could be audited is no sound record.
 */
import type { Evidence } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import { formatList, plural } from '../model/format-number.ts';
import { exitCodes, type Judgement } from '../model/verdict.ts';
import { findingsAt, findingsReason } from './failing-findings.ts';

/** What the audit of one record came to. */
export function judgeRecord(evidence: Evidence, findings: readonly Finding[]): Judgement {
  const audited = auditedKinds(evidence);
  if (audited.length === 0) {
    const reason = 'Nothing that could be audited was found: no record, no checkpoint, no metric series.';
    return {
      outcome: 'inconclusive',
      passed: false,
      exitCode: exitCodes.inconclusive,
      sentence: `Inconclusive: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
      reasons: [reason],
    };
  }
  const failing = findingsAt(findings, evidence.policy.failOn);
  const extent = `${formatList(audited, audited.length)} ${audited.length === 1 ? 'was' : 'were'} audited`;
  if (failing.length > 0)
    return {
      outcome: 'record-faulty',
      passed: false,
      exitCode: exitCodes.failed,
      sentence: `Record faulty: ${plural(failing.length, 'finding')} ${failing.length === 1 ? 'fails' : 'fail'} the audit; ${extent}.`,
      reasons: [findingsReason(failing)],
    };
  return {
    outcome: 'record-sound',
    passed: true,
    exitCode: exitCodes.passed,
    sentence: `Record sound: ${extent}, and no finding fails the audit; nothing was compared.`,
    reasons: [],
  };
}

/** `2 configurations`, `1 environment record`, …: what there was, counted. */
function auditedKinds(evidence: Evidence): readonly string[] {
  const records = evidence.inventories.flatMap((inventory) => inventory.records);
  const count = (kind: string): number => records.filter((record) => record.kind === kind).length;
  const checkpoints = evidence.inventories.reduce((sum, inventory) => sum + inventory.checkpoints.length, 0);
  const series = evidence.inventories.reduce((sum, inventory) => sum + inventory.series.length, 0);
  const counted: readonly (readonly [number, string, string?])[] = [
    [count('configuration'), 'configuration'],
    [count('environment'), 'environment record'],
    [count('requirements'), 'package list'],
    [count('dataset'), 'dataset record'],
    [checkpoints, 'checkpoint'],
    [series, 'metric series', 'metric series'],
  ];
  return counted.filter(([number]) => number > 0).map(([number, one, many]) => plural(number, one, many));
}
