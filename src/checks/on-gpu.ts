/** Settings of torch at the end of the processes that used a GPU: at most one finding for all of them. */
import type { Found } from '../model/check.ts';
import type { Evidence } from '../model/evidence.ts';
import type { ObservedTorch, SeenProcess } from '../model/observed-process.ts';
import { processesOf, runsDiverged, weightOf } from './suspicion.ts';

/** A finding with the models of the devices, where any process that used a GPU ended with a setting that `isLoose`. */
export function onGpu(
  evidence: Evidence,
  isLoose: (torch: ObservedTorch, seen: SeenProcess) => boolean,
): readonly Found<{ readonly diverged: boolean; readonly devices: readonly string[] }>[] {
  const diverged = runsDiverged(evidence);
  const loose = processesOf(evidence).flatMap(({ seen }) =>
    seen.torch?.cudaUsed === true && isLoose(seen.torch, seen) ? [seen.torch] : [],
  );
  if (loose.length === 0) return [];
  const devices = [...new Set(loose.flatMap((torch) => torch.devices.map(({ name }) => name)))].sort();
  return [{ facts: { diverged, devices }, ...weightOf(diverged) }];
}
