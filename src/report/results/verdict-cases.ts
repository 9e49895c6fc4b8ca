/** The verdict and the runs as tests. A verdict that is missing or does not pass is never green, nor is a run that failed. */
import { plural } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import { describeRunEnd, type RunRecord, runSucceeded } from '../../model/run-record.ts';
import { satisfies } from '../../model/verdict.ts';
import { isOpen } from '../story/findings.ts';
import { runName } from '../story/run-names.ts';
import { checkResults } from './check-results.ts';
import type { CaseStatus, TestCase } from './test-case.ts';

/** What is judged: the record of one run, else whether the training is reproducible. */
export function verdictName({ meta }: Report): 'record' | 'reproducibility' {
  return meta.subject === 'check' ? 'record' : 'reproducibility';
}

/** The verdict as one test. Findings that fail the audit do not change it: each is a test of its own. */
export function verdictCase(report: Report): TestCase {
  const { judgement } = report;
  const status = verdictStatus(report);
  return {
    group: 'verdict',
    name: verdictName(report),
    status,
    message: judgement.sentence,
    lines: status === 'passed' ? [] : whatIsKnown(report),
    seconds: 0,
  };
}

function verdictStatus(report: Report): CaseStatus {
  const { outcome, passed } = report.judgement;
  switch (outcome) {
    case 'identical':
    case 'equivalent':
    case 'within-tolerance':
      if (passed) return 'passed';
      // Not passed, and no check says why: then it is the verdict that is below what is required.
      return satisfies(outcome, report.policy.require) && checkResults(report).some(({ status }) => status === 'failed')
        ? 'passed'
        : 'failed';
    case 'divergent':
    case 'record-faulty':
      return 'failed';
    case 'record-sound':
      return passed ? 'passed' : 'failed';
    case 'inconclusive':
    case 'run-failed':
    case 'cancelled':
      return 'error';
    default:
      outcome satisfies never;
      return 'error';
  }
}

/** The first difference, why the verdict is no better, and what probably caused it: measured and inferred kept apart. */
function whatIsKnown({ firstDifference, judgement, findings }: Report): readonly string[] {
  const causes = findings.filter((finding) => finding.certainty === 'inferred' && isOpen(finding));
  return [
    ...(firstDifference.sentence === '' ? [] : [`First difference: ${firstDifference.sentence}`]),
    ...judgement.reasons,
    ...causes.map(({ check, message }) => `Likely cause: ${message.replace(/^Likely cause: /, '')} (${check})`),
  ];
}

/** Each run that this audit made; those that were asked for and never began. */
export function runCases(report: Report): readonly TestCase[] {
  const made = report.runs.filter((run) => run.end !== null);
  if (made.length === 0 && report.meta.subject !== 'run') return [];
  const missing = Math.min(mostRuns, Math.max(0, report.runsRequested - report.runs.length));
  const notStarted = Array.from({ length: missing }, (_, index) => unstarted(report.runs.length + index + 1));
  return [...made.map(runCase), ...notStarted];
}

/** As many as can be asked for, whatever a report says. */
const mostRuns = 20;

function runCase(run: RunRecord): TestCase {
  const { number, end, durationMs, logTail, survivors } = run;
  const left =
    survivors.length === 0 ? [] : [`${plural(survivors.length, 'process', 'processes')} had to be ended after it.`];
  const failed = end !== null && !runSucceeded(end);
  return {
    group: 'runs',
    name: runName(number),
    status: failed ? 'error' : 'passed',
    message: end === null || !failed ? '' : `Run ${number} ${describeRunEnd(end)}.`,
    lines: failed ? [...left, ...logTail] : left,
    seconds: durationMs / 1000,
  };
}

function unstarted(number: number): TestCase {
  const message = 'It was asked for and never started.';
  return { group: 'runs', name: runName(number), status: 'skipped', message, lines: [], seconds: 0 };
}
