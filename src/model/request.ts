/** Everything that was asked for, complete: no field means "default" any more, nothing is looked up later. */
import type { Severity } from './finding.ts';
import type { LayoutName } from './record.ts';
import type { PassingVerdict } from './verdict.ts';

export type Command =
  /** Runs under `bash --noprofile --norc -e -o pipefail`. */
  | { readonly kind: 'script'; readonly script: string }
  /** Started as it is; `{seed}` in an argument is replaced. */
  | { readonly kind: 'argv'; readonly argv: readonly string[] };

/** `include` empty: whatever is recognised by its content. Patterns in picomatch's syntax, `dot: true`, no extglobs. */
export interface GlobSelection {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export interface MetricsSelection extends GlobSelection {
  /** RE2 patterns with named groups (`step` or `epoch`, every other group a series) for trainings that only print. */
  readonly stdout: readonly string[];
}

export interface ToleranceRule {
  readonly atol: number;
  readonly rtol: number;
  readonly maxUlp: number;
}

/** `rules` apply by glob on tensor path or series name, first match wins; `everywhere` where none matches; null = exact. */
export interface Tolerance {
  readonly everywhere: ToleranceRule | null;
  readonly rules: readonly { readonly glob: string; readonly rule: ToleranceRule }[];
}

/** What the user sets aside, on top of the volatile series (`volatile-series.ts`). */
export interface Ignore {
  readonly series: readonly string[];
  readonly scalars: readonly string[];
  readonly files: readonly string[];
}

export interface Waiver {
  readonly id: string;
  readonly place: string;
  readonly reason: string;
  /** ISO date; the waiver ends with this day. */
  readonly until: string;
}

export interface ChecksPolicy {
  /** By check id or `group/*`; the most specific wins. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly waivers: readonly Waiver[];
}

/** `paths`: the user's own, in `layoutPaths`. */
export type Layout = 'auto' | LayoutName | 'paths' | 'none';

/**
 * A layout of the user's own: globs relative to the run's outputs, in which `{experiment}`, `{timestamp}`, `{epoch}` and `{step}` stand
 * for what they say.
 */
export interface LayoutPaths {
  /** Each must match at least one file. */
  readonly required: readonly string[];
  /** Every file must match one of these or of the required ones; empty: any file may be there. */
  readonly allowed: readonly string[];
}

/** Data to recompute: a path relative to the folder where the training is started, and its SHA-256 where it is known. */
export interface DatasetRequest {
  readonly path: string;
  readonly sha256: string | null;
}

/** Where a record lies, for projects that follow no convention: globs relative to the run's outputs. Empty: found by itself. */
export interface RecordPaths {
  readonly environment: readonly string[];
  readonly requirements: readonly string[];
  readonly configuration: readonly string[];
  readonly dataset: readonly string[];
}

export type FailOn = 'error' | 'warning' | 'never';
export type CommentMode = 'never' | 'on-failure' | 'always';
export type UploadMode = 'report' | 'all' | 'never';
export type ValueOrigin = 'input' | 'flag' | 'config file' | 'default';

/** What judging and comparing need to know; the same for `run` and `compare`. */
export interface Policy {
  readonly require: PassingVerdict;
  readonly tolerance: Tolerance;
  readonly checkpoints: GlobSelection;
  readonly metrics: MetricsSelection;
  readonly ignore: Ignore;
  readonly layout: Layout;
  /** Both empty unless `layout` is `paths`. */
  readonly layoutPaths: LayoutPaths;
  readonly records: RecordPaths;
  readonly datasets: readonly DatasetRequest[];
  /** A run that never touched a GPU then proves nothing. */
  readonly requireGpu: boolean;
  /** The JSON Schema of the environment record, already parsed; null = ours. */
  readonly environmentSchema: unknown;
  readonly checks: ChecksPolicy;
  readonly failOn: FailOn;
}

export interface PublishRequest {
  /** Absolute. */
  readonly reportDir: string;
  readonly upload: UploadMode;
  readonly artifactName: string | null;
  readonly retentionDays: number | null;
  readonly maxUploadBytes: number;
  /** On the pull request. The token is no part of a Request: it is asked for where it is used. */
  readonly comment: CommentMode;
}

/** What it takes to train. */
export interface TrainingRequest {
  readonly command: Command;
  /** Absolute. */
  readonly workingDirectory: string;
  readonly seed: number;
  readonly runs: number;
  /** `auto`, or globs and folders relative to the working directory. */
  readonly outputs: 'auto' | readonly string[];
  readonly timeoutMs: number;
  readonly idleTimeoutMs: number | null;
  /** On top of the determinism set. */
  readonly environmentVariables: Readonly<Record<string, string>>;
  /** Names out of the determinism set that are not to be set. */
  readonly withoutDeterminism: readonly string[];
  /** Whether the observer rides in the training's Python processes. */
  readonly observe: boolean;
}

export interface Request {
  readonly training: TrainingRequest;
  readonly policy: Policy;
  readonly publish: PublishRequest;
  /** Where each option's value came from, by option name: shown in the report. */
  readonly origins: Readonly<Record<string, ValueOrigin>>;
}
