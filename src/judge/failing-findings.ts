/** Findings that fail an audit: those from `fail-on` upwards that no waiver covers. */
import type { Finding } from '../model/finding.ts';
import { formatList, plural } from '../model/format-number.ts';
import type { FailOn } from '../model/request.ts';

/** The findings that count, in their order. */
export function findingsAt(findings: readonly Finding[], failOn: FailOn): readonly Finding[] {
  const counting = findings.filter((finding) => finding.waived === null);
  switch (failOn) {
    case 'never':
      return [];
    case 'error':
      return counting.filter((finding) => finding.severity === 'error');
    case 'warning':
      return counting.filter((finding) => finding.severity !== 'notice');
    default:
      failOn satisfies never;
      return counting;
  }
}

/** `2 findings fail the audit: a/b, c/d.` */
export function findingsReason(failing: readonly Finding[]): string {
  const ids = [...new Set(failing.map((finding) => finding.check))];
  return `${plural(failing.length, 'finding')} ${failing.length === 1 ? 'fails' : 'fail'} the audit: ${formatList(ids, 5)}.`;
}
