/** The checks as SARIF's rules. All of them are listed; the whole page stands only with those that found something. */
import { checkPage } from '../../checks/page.ts';
import { checks } from '../../checks/registry.ts';
import type { Check } from '../../model/check.ts';
import type { Severity } from '../../model/finding.ts';
import type { AppliedCheck, Report } from '../../model/report.ts';
import { checkPageUrl } from '../check-page-url.ts';
import type { JsonValue } from '../json-text.ts';
import { checkResults } from '../results/check-results.ts';
import { plainMessage } from './plain-message.ts';

/** GitHub takes no longer descriptions. */
const mostDescription = 1_000;

export const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', notice: 'note' };
const problemSeverities: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  notice: 'recommendation',
};

/** In the order of the report; `ruleIndex` of a result counts in it. */
export function rulesOf(report: Report): readonly JsonValue[] {
  const known = new Map(checks.map((check) => [check.id, check]));
  const severities = new Map(report.checks.map(({ id, severity }) => [id, severity]));
  return checkResults(report).map(({ id, title, findings }) => {
    const severity = severities.get(id) ?? findings[0]?.severity ?? 'warning';
    return rule(report, { id, title, severity }, known.get(id) ?? null, findings.length > 0);
  });
}

function rule(report: Report, { id, title, severity }: AppliedCheck, check: Check | null, whole: boolean): JsonValue {
  const page = checkPageUrl(report, id);
  const weight = severity === 'off' ? (check?.severity ?? 'warning') : severity;
  return {
    id: plainMessage(id, mostDescription),
    shortDescription: { text: plainMessage(title, mostDescription) },
    fullDescription: { text: plainMessage((check?.why ?? title).replaceAll('\n', ' '), mostDescription) },
    helpUri: page,
    help: {
      text: `How to fix it: ${page}`,
      ...(whole && check !== null ? { markdown: checkPage(check) } : {}),
    },
    defaultConfiguration: { enabled: severity !== 'off', level: levels[weight] },
    properties: {
      tags: [plainMessage(id.slice(0, Math.max(0, id.indexOf('/'))) || 'checks', 100)],
      precision: check?.certainty === 'inferred' ? 'medium' : 'very-high',
      'problem.severity': problemSeverities[weight],
    },
  };
}
