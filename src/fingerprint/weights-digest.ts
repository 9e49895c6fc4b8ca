/**
 * One digest for the weights of a checkpoint: over the digests of its float tensors, whatever they are called and in whatever
 * order, so that `best_model` and `checkpoint_epoch_7` can be told to hold the same model.
 */
import { createHash } from 'node:crypto';
import { formatEntryPath } from '../model/entry-path.ts';
import type { Comparison } from '../model/evidence.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Side } from '../model/pair.ts';
import { isProblem } from '../model/problem.ts';
import { holdsNoWeights, isWeight } from '../model/weights.ts';
import { fingerprintTensor } from './hash-entry.ts';

/** By path of the checkpoint in its run; a checkpoint without weights is not there. */
export type WeightsDigests = ReadonlyMap<string, string>;

interface DigestedTensor {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly digest: string;
}

/** What the comparison computed for one of its runs: nothing is read again. */
export function weightsCompared({ coverage }: Comparison, side: Side): WeightsDigests {
  const found = new Map<string, string>();
  for (const { place, paths, digests } of coverage.checkpoints) {
    if (holdsNoWeights(place)) continue;
    const tensors = digests.filter(isWeight).map(({ dtype, shape, digests: both }) => ({
      dtype,
      shape,
      digest: both[side],
    }));
    if (tensors.length > 0) found.set(paths[side], digestOf(tensors));
  }
  return found;
}

/** Reads every checkpoint of a run that is audited alone; one that cannot be read is told elsewhere. */
export async function weightsOfRun(inventory: Inventory): Promise<WeightsDigests> {
  const found = new Map<string, string>();
  const parts = new Set(inventory.files.flatMap((file) => file.parts));
  for (const file of inventory.files) {
    if (file.role !== 'checkpoint' || file.format === null || parts.has(file.path)) continue;
    if (holdsNoWeights(file.neutralPath)) continue;
    try {
      const checkpoint = await inventory.openCheckpoint(file);
      try {
        const tensors: DigestedTensor[] = [];
        for (const entry of checkpoint.entries) {
          if (entry.kind !== 'tensor' || !isWeight({ path: formatEntryPath(entry.path), dtype: entry.dtype })) continue;
          tensors.push(await fingerprintTensor(entry));
        }
        if (tensors.length > 0) found.set(file.path, digestOf(tensors));
      } finally {
        checkpoint.close();
      }
    } catch (error) {
      if (!isProblem(error)) throw error;
    }
  }
  return found;
}

function digestOf(tensors: readonly DigestedTensor[]): string {
  const lines = tensors.map(({ dtype, shape, digest }) => `${dtype} ${shape.join('x')} ${digest}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
