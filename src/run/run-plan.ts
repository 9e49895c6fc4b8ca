/** What the runs of one audit share: the world they are started in, and where things lie. Types only. */
import type { ProgressListener } from '../model/progress.ts';
import type { TrainingRequest } from '../model/request.ts';
import type { Cancellation } from './cancellation.ts';
import type { LogLimits } from './log-file.ts';
import type { PreparedCommand } from './prepare-command.ts';
import type { OutputSelector } from './select-outputs.ts';
import type { Timing } from './supervise.ts';

export interface RunHost {
  /** Absolute; `<working directory>/.train-twice/<audit id>`. */
  readonly auditDir: string;
  readonly auditId: string;
  /** Absolute: run-N.log lie here. */
  readonly logDir: string;
  readonly baseEnvironment: Readonly<Record<string, string | undefined>>;
  readonly listener: ProgressListener;
  readonly cancellation: Cancellation;
  /** Absolute: data whose reading the observer notes. */
  readonly datasets?: readonly string[];
  /** Absolute paths below the working directory that are not the training's, such as a report that is written meanwhile. */
  readonly excluded?: readonly string[];
  /** Only tests choose other times and sizes. */
  readonly timing?: Partial<Timing>;
  readonly logLimits?: LogLimits;
}

export interface RunPlan {
  readonly request: TrainingRequest;
  readonly host: RunHost;
  /** The working directory: absolute, without a slash at the end. */
  readonly root: string;
  /** The fresh output folder of every run, at the same path in each, because paths leak into files. */
  readonly outputDir: string;
  readonly scriptFile: string;
  readonly command: PreparedCommand;
  /** Null for `auto`. */
  readonly select: OutputSelector | null;
  readonly excluded: ReadonlySet<string>;
  /** True once the audit is cancelled. */
  readonly stopped: () => boolean;
}
