/**
 * From evidence and findings to one outcome. A pass is proven: it takes comparisons without a difference that decides, with
 * at least one tensor element or metric point in them, and nothing in question. A difference that was measured is proven
 * too: it stays `divergent` where something else could not be read.
 *
 * Precedence of the exit codes: cancelled (130), a run failed (4), divergent (1), inconclusive (3), below `require` or findings at `fail-on` (1).
 */
import type { Comparison, Evidence } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import { formatList, plural, quote } from '../model/format-number.ts';
import { describeRunEnd, runSucceeded } from '../model/run-record.ts';
import { exitCodes, type Judgement, type PassingVerdict, satisfies, type Verdict } from '../model/verdict.ts';
import { leavesWith } from './effects.ts';
import { findingsAt, findingsReason } from './failing-findings.ts';
import { differingReasons, verdictSentence } from './verdict-sentence.ts';
import { weakEvidence } from './weak-evidence.ts';

/** The whole judgement; `cancelled` is the signal that stopped the audit, or null. */
export function judge(evidence: Evidence, findings: readonly Finding[], cancelled: string | null): Judgement {
  return judgeCancelled(evidence, cancelled) ?? judgeFailedRuns(evidence) ?? judgeComparisons(evidence, findings);
}

function judgeCancelled(evidence: Evidence, cancelled: string | null): Judgement | null {
  const signal = cancelled ?? evidence.runs.flatMap(({ end }) => (end?.kind === 'cancelled' ? [end.signal] : []))[0];
  if (signal === undefined) return null;
  return {
    outcome: 'cancelled',
    passed: false,
    exitCode: exitCodes.cancelled,
    sentence: `Cancelled: the audit was stopped by ${signal} before it was finished.`,
    reasons: [],
  };
}

function judgeFailedRuns(evidence: Evidence): Judgement | null {
  const failed = evidence.runs.flatMap(({ number, end }) =>
    end === null || runSucceeded(end) ? [] : [`run ${number} ${describeRunEnd(end)}`],
  );
  if (failed.length === 0) return null;
  return {
    outcome: 'run-failed',
    passed: false,
    exitCode: exitCodes.runFailed,
    sentence: `Run failed: ${formatList(failed, 3)}; there is no verdict on reproducibility.`,
    reasons: failed.map((reason) => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`),
  };
}

function judgeComparisons(evidence: Evidence, findings: readonly Finding[]): Judgement {
  const weak = weakEvidence(evidence);
  const verdict = verdictOf(evidence.comparisons, weak);
  const failing = findingsAt(findings, evidence.policy.failOn);
  const { require } = evidence.policy;
  const sentence = verdictSentence(verdict, evidence, weak);
  const reasons = [...differingReasons(verdict, evidence), ...weak];
  if (failing.length > 0) reasons.push(findingsReason(failing));
  if (verdict === 'inconclusive')
    return { outcome: verdict, passed: false, exitCode: exitCodes.inconclusive, sentence, reasons };
  if (verdict === 'divergent')
    return { outcome: verdict, passed: false, exitCode: exitCodes.failed, sentence, reasons };
  if (!satisfies(verdict, require))
    return {
      outcome: verdict,
      passed: false,
      exitCode: exitCodes.failed,
      sentence: `${sentence} This is below what is required: ${quote(require)}.`,
      reasons: [`The verdict is ${quote(verdict)}, and ${quote(require)} is required.`, ...reasons],
    };
  if (failing.length > 0)
    return {
      outcome: verdict,
      passed: false,
      exitCode: exitCodes.failed,
      sentence: `${sentence} The audit fails by ${plural(failing.length, 'finding')}.`,
      reasons,
    };
  return { outcome: verdict, passed: true, exitCode: exitCodes.passed, sentence, reasons };
}

/** The worst of all comparisons: a measured difference first, then doubt, then the weakest pass. */
function verdictOf(comparisons: readonly Comparison[], weak: readonly string[]): Verdict {
  if (comparisons.some((comparison) => leavesWith(comparison, 'content').length > 0)) return 'divergent';
  if (weak.length > 0 || comparisons.length === 0) return 'inconclusive';
  const verdicts = comparisons.map(passingVerdict);
  return verdicts.includes('within-tolerance')
    ? 'within-tolerance'
    : verdicts.every((verdict) => verdict === 'identical')
      ? 'identical'
      : 'equivalent';
}

function passingVerdict(comparison: Comparison): PassingVerdict {
  if (leavesWith(comparison, 'tolerated').length > 0) return 'within-tolerance';
  const structure = leavesWith(comparison, 'structure').length > 0;
  return comparison.coverage.allBytesEqual && !structure ? 'identical' : 'equivalent';
}
