/**
 * What checks may know of a run's files: roles, and of each checkpoint its top-level keys and small values (`epoch`,
 * `config`), never a tensor. A checkpoint that was opened for the comparison is not opened again.
 */
import type { Checkpoint } from '../model/entry.ts';
import type { CheckpointSummary, InventorySummary } from '../model/evidence.ts';
import type { CheckpointOutline, Inventory, InventoryFile, Unread } from '../model/inventory.ts';
import { isProblem } from '../model/problem.ts';
import { summarizeSeries } from './series-summary.ts';
import { topLevel } from './top-level.ts';

/**
 * Plain data, nothing open. A checkpoint that cannot be opened is among `unread`. Never throws for what files hold.
 * @param weights digest of the weights by path of the checkpoint, where one was computed
 */
export async function summarizeInventory(
  inventory: Inventory,
  weights: ReadonlyMap<string, string> = new Map(),
): Promise<InventorySummary> {
  const checkpoints: CheckpointSummary[] = [];
  const unread: Unread[] = [...inventory.unread];
  const isUnread = new Set(unread.map(({ path }) => path));
  const parts = new Set(inventory.files.flatMap((file) => file.parts));
  for (const file of inventory.files) {
    if (file.role !== 'checkpoint' || file.format === null || isUnread.has(file.path) || parts.has(file.path)) continue;
    try {
      const outline = inventory.outlines?.get(file.path) ?? (await readOutline(inventory, file));
      const { path, neutralPath, format } = file;
      checkpoints.push({ path, neutralPath, format, ...outline, weights: weights.get(path) ?? null });
    } catch (error) {
      if (!isProblem(error)) throw error;
      const { code, message, remedy, place } = error;
      unread.push({
        path: file.path,
        role: file.role,
        code,
        reason: message,
        remedy,
        place: { ...place, file: file.path },
      });
    }
  }
  return {
    run: inventory.run,
    files: inventory.files.map(({ path, neutralPath, role, format, byteLength, because }) => ({
      path,
      neutralPath,
      role,
      format,
      byteLength,
      because,
    })),
    checkpoints,
    series: summarizeSeries(inventory.metrics),
    records: inventory.records,
    unread,
  };
}

async function readOutline(inventory: Inventory, file: InventoryFile): Promise<CheckpointOutline> {
  const checkpoint = await inventory.openCheckpoint(file);
  try {
    return outlineOf(checkpoint);
  } finally {
    checkpoint.close();
  }
}

/** What a checkpoint holds, in short: nothing of its tensors is read. */
export function outlineOf({ entries }: Checkpoint): CheckpointOutline {
  const { keys, values } = topLevel(entries);
  const tensors = entries.reduce((count, { kind }) => count + (kind === 'tensor' ? 1 : 0), 0);
  return { keys, values, tensors };
}
