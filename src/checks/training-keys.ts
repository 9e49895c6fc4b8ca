/** The six keys of a training checkpoint, and which checkpoints look like one. */
import type { CheckpointSummary } from '../model/evidence.ts';

export const trainingKeys = [
  'epoch',
  'model_state_dict',
  'optimizer_state_dict',
  'scheduler_state_dict',
  'best_metric',
  'config',
] as const;

export type TrainingKey = (typeof trainingKeys)[number];

/** True for a mapping that has the model's key, or any two of the six: a bare state dict has none of them. */
export function looksLikeTraining(checkpoint: CheckpointSummary): boolean {
  const found = trainingKeys.filter((key) => checkpoint.keys.includes(key));
  return found.length >= 2 || checkpoint.keys.includes('model_state_dict');
}
