/** The names that a plain training script gives its checkpoints: `best_model`, `checkpoint_epoch_N`, `checkpoint_latest`. */
import type { InventorySummary } from '../model/evidence.ts';

export type ScriptName =
  | { readonly kind: 'best' }
  | { readonly kind: 'latest' }
  | { readonly kind: 'epoch'; readonly epoch: number };

/** What the base name says by the convention; null where it does not follow it. */
export function scriptName(path: string): ScriptName | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^best_model(?:\.|$)/.test(name)) return { kind: 'best' };
  if (/^checkpoint_latest(?:\.|$)/.test(name)) return { kind: 'latest' };
  const epoch = /^checkpoint_epoch_(\d{1,9})(?:\.|$)/.exec(name)?.[1];
  return epoch === undefined ? null : { kind: 'epoch', epoch: Number(epoch) };
}

/** Neutral paths of a run's checkpoint files. */
export function namesOfRun(inventory: InventorySummary): readonly string[] {
  return inventory.files.filter((file) => file.role === 'checkpoint').map((file) => file.neutralPath);
}

/** Checkpoints of one run by the folder that they lie in, for the folders that use the convention at all. */
export function conventionFolders(inventory: InventorySummary): ReadonlyMap<string, readonly ScriptName[]> {
  const folders = new Map<string, ScriptName[]>();
  for (const path of namesOfRun(inventory)) {
    const name = scriptName(path);
    if (name === null) continue;
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    folders.set(folder, [...(folders.get(folder) ?? []), name]);
  }
  return folders;
}
