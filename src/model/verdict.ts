/** The three answers, in five words; and what a whole audit came to. */

export type PassingVerdict = 'identical' | 'equivalent' | 'within-tolerance';
export type Verdict = PassingVerdict | 'divergent' | 'inconclusive';

/** What the audit of one record comes to (`check`): nothing was compared, so this says nothing about reproducibility. */
export type RecordOutcome = 'record-sound' | 'record-faulty';

/** A failed, killed or timed-out run has no verdict on reproducibility; nor has an audit that was cancelled. */
export type Outcome = Verdict | RecordOutcome | 'run-failed' | 'cancelled';

/** The documented exit codes (product page). */
export const exitCodes = {
  passed: 0,
  failed: 1,
  badInput: 2,
  inconclusive: 3,
  runFailed: 4,
  internal: 70,
  cancelled: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface Judgement {
  readonly outcome: Outcome;
  readonly passed: boolean;
  readonly exitCode: ExitCode;
  /** One sentence for a person: the verdict with its evidence. */
  readonly sentence: string;
  /** Why not better: one sentence each, the weightiest first. Empty for a clean pass. */
  readonly reasons: readonly string[];
}

const rank: readonly Verdict[] = ['identical', 'equivalent', 'within-tolerance', 'divergent', 'inconclusive'];

/** True where the verdict is at least as strong as the one required. */
export function satisfies(verdict: Verdict, required: PassingVerdict): boolean {
  return rank.indexOf(verdict) <= rank.indexOf(required);
}

/** False for audits that came to no verdict. */
export function hasVerdict(outcome: Outcome): boolean {
  return outcome !== 'inconclusive' && outcome !== 'run-failed' && outcome !== 'cancelled';
}

/** True where the audit passed and its verdict is one that can: a report is read from a file, and may contradict itself. */
export function isPass({ outcome, passed }: Judgement): boolean {
  return passed && hasVerdict(outcome) && outcome !== 'divergent' && outcome !== 'record-faulty';
}
