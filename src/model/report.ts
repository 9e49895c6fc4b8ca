/**
 * The Report: a contract. `report/json.ts` writes it and `report/read-json.ts` reads it back, so that any reporter can
 * render yesterday's report. Clock, absolute paths and host name stand only in `meta` and `runs`.
 */

import type { BestCheckpoint } from './best-checkpoint.ts';
import type { Evidence } from './evidence.ts';
import type { Finding, Severity } from './finding.ts';
import type { StepKind } from './point.ts';
import type { Policy, ValueOrigin } from './request.ts';
import type { Judgement } from './verdict.ts';

export interface ReportMeta {
  readonly tool: { readonly name: 'train-twice'; readonly version: string };
  readonly subject: 'run' | 'compare' | 'check';
  /** ISO 8601, UTC: when the audit began. */
  readonly createdAt: string;
  /** Unique to this audit, so that an old report is never taken for a new one. */
  readonly auditId: string;
  readonly node: string;
  readonly platform: string;
  /** Address of the folder with the pages of the checks, `/` at its end; absent: that of the published project. */
  readonly checkPages?: string;
  readonly origins: Readonly<Record<string, ValueOrigin>>;
}

/** What a person reads first: measured, in the order in which it happened. */
export interface FirstDifference {
  /** The first divergent step of a deciding series; null where no series diverged. */
  readonly metric: {
    readonly series: string;
    readonly file: string;
    readonly stepKind: StepKind;
    readonly step: number;
    readonly values: { readonly first: string | null; readonly second: string | null };
  } | null;
  readonly tensor: { readonly file: string; readonly path: string; readonly summary: string } | null;
  /** One sentence; empty where nothing differs. */
  readonly sentence: string;
}

/** A check as this audit used it. */
export interface AppliedCheck {
  readonly id: string;
  readonly title: string;
  /** By the policy, else the check's own; a single finding may still have another. */
  readonly severity: Severity | 'off';
}

export interface Report {
  readonly reportVersion: 1;
  readonly meta: ReportMeta;
  readonly judgement: Judgement;
  readonly firstDifference: FirstDifference;
  /**
   * Every check of this audit, also those that found nothing: a later version knows further ones, and must not take them for passed.
   */
  readonly checks: readonly AppliedCheck[];
  readonly findings: readonly Finding[];
  readonly policy: Policy;
  readonly runs: Evidence['runs'];
  readonly runsRequested: number;
  readonly inventories: Evidence['inventories'];
  readonly comparisons: Evidence['comparisons'];
  readonly datasets: Evidence['datasets'];
  readonly locks: Evidence['locks'];
  /** Empty where no digest was taken: it costs another reading of the file. */
  readonly bestCheckpoints: readonly BestCheckpoint[];
}
