/** Every record format, in the order in which they are asked: the more special one first. Written by hand. */
import { condaEnvironment } from './conda-environment.ts';
import { condaList } from './conda-list.ts';
import { configuration } from './configuration.ts';
import { dataset } from './dataset.ts';
import { dvc } from './dvc.ts';
import { dvcliveParameters } from './dvclive.ts';
import { environment } from './environment.ts';
import { hydra } from './hydra.ts';
import { mlflowParameter } from './mlflow.ts';
import { pipList } from './pip-list.ts';
import { pixiLock } from './pixi-lock.ts';
import { poetryLock } from './poetry-lock.ts';
import { pylock } from './pylock.ts';
import type { AnyRecordFormat } from './record-format.ts';
import { requirements } from './requirements.ts';
import { trainingArguments } from './training-args.ts';
import { uvLock } from './uv-lock.ts';
import { wandbMetadata } from './wandb.ts';
import { wandbRequirements } from './wandb-requirements.ts';

export const recordFormats: readonly AnyRecordFormat[] = [
  mlflowParameter,
  wandbMetadata,
  wandbRequirements,
  dvcliveParameters,
  trainingArguments,
  hydra,
  condaEnvironment,
  environment,
  condaList,
  pipList,
  uvLock,
  poetryLock,
  pylock,
  pixiLock,
  requirements,
  dvc,
  dataset,
  configuration,
];
