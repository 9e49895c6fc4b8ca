/** Which rows of the table of tensors are shown, and in what order: plain functions of what was typed and chosen. */
import type { TensorRow } from './tensor-rows.ts';

export const sortKeys = [
  'tensor',
  'checkpoint',
  'form',
  'differing',
  'maxAbs',
  'maxRel',
  'maxUlp',
  'firstIndex',
] as const;
export type SortKey = (typeof sortKeys)[number];

export interface TableView {
  /** All of its words must be in the names of the row. */
  readonly search: string;
  readonly checkpoint: string | null;
  readonly group: string | null;
  readonly onlyDiffering: boolean;
  readonly sort: SortKey | null;
  readonly descending: boolean;
}

/** The rows that are shown, in their order; without a sort, in the order of the report. */
export function viewRows(
  rows: readonly TensorRow[],
  groups: ReadonlyMap<string, string>,
  view: TableView,
): readonly TensorRow[] {
  const words = view.search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const kept = rows.filter(
    (row) =>
      (!view.onlyDiffering || row.state !== 'same') &&
      (view.checkpoint === null || row.checkpoint === view.checkpoint) &&
      (view.group === null || groups.get(row.tensor) === view.group) &&
      words.every((word) => `${row.checkpoint} ${row.tensor} ${row.form}`.toLowerCase().includes(word)),
  );
  const { sort } = view;
  if (sort === null) return kept;
  const sign = view.descending ? -1 : 1;
  return kept.toSorted((a, b) => {
    if (sort === 'checkpoint' && a.checkpointNumber !== b.checkpointNumber)
      return sign * (a.checkpointNumber < b.checkpointNumber ? -1 : 1);
    const [x, y] = [weightOf(a, sort), weightOf(b, sort)];
    if (typeof x === 'string' || typeof y === 'string') return sign * (x < y ? -1 : x > y ? 1 : 0);
    // What has no size stands last, whichever way it is sorted.
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    return x === y ? 0 : sign * (x - y);
  });
}

const numeric: ReadonlySet<SortKey> = new Set(['differing', 'maxAbs', 'maxRel', 'maxUlp']);

/** What no number can tell (NaN, another form, missing, not read) is farther apart than any number. */
function weightOf(row: TensorRow, sort: SortKey): string | number {
  const beyond = row.state === 'form' || row.state === 'unread' || (row.state === 'values' && row.note !== '');
  return beyond && numeric.has(sort) ? Number.POSITIVE_INFINITY : row[sort];
}
