/**
 * `badge.json`: what shields.io's endpoint badge reads (`https://img.shields.io/endpoint?url=…`; it refuses unknown keys). Green is
 * for audits that passed and for nothing else; an audit that could not judge is grey.
 */
import type { Report } from '../model/report.ts';
import { hasVerdict, isPass, type Outcome } from '../model/verdict.ts';
import { jsonText } from './json-text.ts';
import type { Reporter } from './reporter.ts';

export const badgeReporter: Reporter = {
  id: 'badge',
  title: 'A badge for shields.io',
  fileName: 'badge.json',
  render: (report) =>
    jsonText({
      schemaVersion: 1,
      label: report.meta.subject === 'check' ? 'record' : 'reproducible',
      message: messageOf(report),
      color: colorOf(report),
      // With it nobody can set another colour in the badge's address.
      isError: !isPass(report.judgement),
    }),
};

const messages: Readonly<Record<Outcome, string>> = {
  identical: 'identical',
  equivalent: 'equivalent',
  'within-tolerance': 'within tolerance',
  divergent: 'divergent',
  inconclusive: 'inconclusive',
  'record-sound': 'sound',
  'record-faulty': 'faulty',
  'run-failed': 'run failed',
  cancelled: 'cancelled',
};

function messageOf({ judgement }: Report): string {
  const { outcome, passed } = judgement;
  if (passed) return messages[outcome];
  const good = outcome === 'identical' || outcome === 'equivalent' || outcome === 'within-tolerance';
  // The word alone would mislead: it is below what is required, or findings fail the audit.
  return good ? `${messages[outcome]}, not passed` : messages[outcome];
}

function colorOf({ judgement, findings }: Report): string {
  if (!hasVerdict(judgement.outcome)) return 'lightgrey';
  if (!isPass(judgement)) return 'red';
  const warned = findings.some(({ severity, waived }) => severity !== 'notice' && waived === null);
  return warned || judgement.outcome === 'within-tolerance' ? 'green' : 'brightgreen';
}
