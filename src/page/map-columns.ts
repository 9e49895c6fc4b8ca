/** Which checkpoints the map shows, and in what order. */
import type { TensorRow } from './tensor-rows.ts';

/** Columns before the first that differs. */
const columnsBefore = 20;

interface Columns {
  readonly checkpoints: readonly string[];
  /** How many are left out on each side. */
  readonly before: number;
  readonly after: number;
}

/** The checkpoints by epoch or step, those without one behind; of too many the ones around the first that differs. */
export function columnsOf(rows: readonly TensorRow[], most: number): Columns {
  const numbers = new Map(rows.map(({ checkpoint, checkpointNumber }) => [checkpoint, checkpointNumber]));
  const all = [...numbers].sort(([, a], [, b]) => (a === b ? 0 : a - b)).map(([checkpoint]) => checkpoint);
  const differing = new Set(rows.filter(({ state }) => state !== 'same').map(({ checkpoint }) => checkpoint));
  const first = Math.max(
    0,
    all.findIndex((checkpoint) => differing.has(checkpoint)),
  );
  const before = Math.max(0, Math.min(first - columnsBefore, all.length - most));
  const checkpoints = all.slice(before, before + most);
  return { checkpoints, before, after: all.length - before - checkpoints.length };
}
