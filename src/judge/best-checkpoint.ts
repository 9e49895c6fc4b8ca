/**
 * Which checkpoint a run would be released by: what is called the best (`best_model`, else a name with the word), else what
 * Lightning's or the Trainer's own state says, else the newest. Pure; whether it really is the best is for the checks to tell.
 */
import { scriptName } from '../checks/checkpoint-names.ts';
import { globalStep, isLightning } from '../checks/lightning-best.ts';
import { plainAt } from '../checks/plain-values.ts';
import { trainerStates } from '../checks/trainer-best.ts';
import type { ChosenBy, ChosenCheckpoint } from '../model/best-checkpoint.ts';
import { checkpointNumber } from '../model/checkpoint-name.ts';
import type { CheckpointSummary, InventorySummary } from '../model/evidence.ts';
import type { RunRecord } from '../model/run-record.ts';
import { holdsNoWeights } from '../model/weights.ts';

/** A sweep may leave a best one in every folder. More are no choice, and every one is read once more. */
const most = 20;

/** The chosen ones, in order of path; empty where the run left no checkpoint with tensors. */
export function chooseBest(inventory: InventorySummary, run: RunRecord | null): readonly ChosenCheckpoint[] {
  const candidates = candidatesOf(inventory);
  const choices: readonly (readonly [ChosenBy, readonly CheckpointSummary[]])[] = [
    ['name', candidates.filter(({ neutralPath }) => scriptName(neutralPath)?.kind === 'best')],
    ['name', candidates.filter(({ path }) => /(?:^|[^a-z])best(?:[^a-z]|$)/i.test(baseName(path)))],
    ['lightning', lightningsBest(candidates)],
    ['trainer', trainersBest(inventory, candidates)],
    ['newest', newest(candidates, run)],
  ];
  const [chosenBy, chosen] = choices.find(([, found]) => found.length > 0) ?? ['newest', []];
  return chosen
    .map(({ path }) => ({ path, chosenBy }))
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .slice(0, most);
}

/** Models: files of other state only are none. Where the weights were not told apart, whatever holds tensors. */
function candidatesOf({ checkpoints }: InventorySummary): readonly CheckpointSummary[] {
  const models = checkpoints.filter(({ weights }) => weights !== null);
  if (models.length > 0) return models;
  return checkpoints.filter(({ path, tensors }) => tensors > 0 && !holdsNoWeights(path));
}

/** What the newest of Lightning's checkpoints names as the best, as far as that file is still there. */
function lightningsBest(candidates: readonly CheckpointSummary[]): readonly CheckpointSummary[] {
  const [last] = candidates.filter(isLightning).toSorted((a, b) => globalStep(b) - globalStep(a));
  const callbacks = last !== undefined && Object.hasOwn(last.values, 'callbacks') ? last.values.callbacks : undefined;
  if (callbacks?.type !== 'map') return [];
  const names = callbacks.items.flatMap(([key, state]) => {
    const path = key.startsWith('ModelCheckpoint') ? plainAt(state, ['best_model_path']) : null;
    return path?.type === 'str' && path.text !== '' ? [baseName(path.text.replaceAll('\\', '/'))] : [];
  });
  return candidates.filter(({ path }) => names.includes(baseName(path)));
}

function trainersBest(
  inventory: InventorySummary,
  candidates: readonly CheckpointSummary[],
): readonly CheckpointSummary[] {
  return trainerStates(inventory).flatMap(({ path, bestStep }) => {
    if (bestStep === null) return [];
    const folder = `${path.replace(/(?:checkpoint-\d+\/)?trainer_state\.json$/, '')}checkpoint-${bestStep}/`;
    return candidates.filter((candidate) => candidate.path.startsWith(folder));
  });
}

/** By the time at which it was written, then by epoch or step in its name, then by its path. */
function newest(candidates: readonly CheckpointSummary[], run: RunRecord | null): readonly CheckpointSummary[] {
  const times = new Map(run?.written.map(({ path, state }) => [path, BigInt(state?.mtimeNs ?? 0)]));
  const age = (a: CheckpointSummary, b: CheckpointSummary): number => {
    const [left, right] = [times.get(a.path) ?? 0n, times.get(b.path) ?? 0n];
    if (left !== right) return left < right ? -1 : 1;
    const numbers = (checkpointNumber(a.path)?.number ?? -1) - (checkpointNumber(b.path)?.number ?? -1);
    return numbers === 0 ? (a.path < b.path ? -1 : 1) : numbers;
  };
  return candidates.toSorted(age).slice(-1);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
