/**
 * All metric formats, in the order in which they are asked.
 *
 * What a tracker keeps is told by where it lies, databases and event files by their bytes; JSON Lines comes before JSON,
 * because the first line of a log may be a whole document; tables, which almost any text can look like, come last. What a
 * training printed is read by `stdout.ts`.
 */
import { csv } from './csv.ts';
import { dvclive } from './dvclive.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import type { MetricFormat } from './metric-format.ts';
import { mlflow } from './mlflow.ts';
import { mlflowDatabase } from './mlflow-database.ts';
import { tensorboard } from './tensorboard.ts';
import { trainerState } from './trainer-state.ts';
import { wandb } from './wandb.ts';

export const metricFormats: readonly MetricFormat[] = [
  mlflow,
  mlflowDatabase,
  wandb,
  dvclive,
  trainerState,
  tensorboard,
  jsonl,
  json,
  csv,
];
