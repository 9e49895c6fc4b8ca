/** Every record format, in the order in which they are asked: the more special one first. Written by hand. */
import { configuration } from './configuration.ts';
import { dvcliveParameters } from './dvclive.ts';
import { environment } from './environment.ts';
import { hydra } from './hydra.ts';
import { mlflowParameter } from './mlflow.ts';
import type { AnyRecordFormat } from './record-format.ts';
import { requirements } from './requirements.ts';
import { trainingArguments } from './training-args.ts';
import { wandbMetadata } from './wandb.ts';
import { wandbRequirements } from './wandb-requirements.ts';

export const recordFormats: readonly AnyRecordFormat[] = [
  mlflowParameter,
  wandbMetadata,
  wandbRequirements,
  dvcliveParameters,
  trainingArguments,
  hydra,
  environment,
  requirements,
  configuration,
];
