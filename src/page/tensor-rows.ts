/** Every tensor of every compared checkpoint as a row of plain values: what the map counts and the table shows. */
import { type LeafDifference, leavesOf } from '../model/difference.ts';
import type { Comparison } from '../model/evidence.ts';
import { formatShape } from '../model/format-number.ts';
import type { Report } from '../model/report.ts';
import { fileNames, shortName } from '../report/story/file-names.ts';
import { comparisonLabel, runNames } from '../report/story/run-names.ts';
import { numberOf } from './number-of.ts';
import { scaleStep } from './ulp-scale.ts';

/** `form`: another dtype or shape, or only in one run; `unread`: nothing is known of it. */
export type TensorState = 'same' | 'values' | 'form' | 'unread';

export interface TensorRow {
  /** Short name of the file, with the runs where there are several comparisons. */
  readonly checkpoint: string;
  readonly tensor: string;
  /** `float32 [64, 64]`. */
  readonly form: string;
  readonly state: TensorState;
  /** What differs, where that is not the values. */
  readonly note: string;
  readonly tolerated: boolean;
  readonly differing: number;
  readonly of: number;
  /** NaN where they have no meaning. */
  readonly maxAbs: number;
  readonly maxRel: number;
  readonly maxUlp: number;
  readonly firstIndex: string;
  readonly histogram: readonly number[];
  /** On the scale of `ulp-scale.ts`; 7 where elements differ that have no ulp. */
  readonly scale: number;
}

/** Leaves that say that a tensor has no counterpart of its form. */
type FormLeaf = LeafDifference & { readonly kind: 'missing' | 'dtype' | 'shape' | 'entry-kind' | 'unread' };
type RowLeaf = FormLeaf | (LeafDifference & { readonly kind: 'values' });

/** The rows in the order of the checkpoints and of the tensors in them. */
export function tensorRows(report: Report): readonly TensorRow[] {
  const names = fileNames(report.inventories);
  return report.comparisons.flatMap((comparison) => {
    const leaves = leavesByFile(comparison);
    const label = comparisonLabel(report, comparison);
    return comparison.coverage.checkpoints.flatMap(({ place, digests }) => {
      const checkpoint = `${shortName(names, place)}${label === '' ? '' : ` (${label})`}`;
      const found = leaves.get(place) ?? new Map<string, RowLeaf>();
      const known = new Set(digests.map(({ path }) => path));
      const extra = [...found.values()].filter((leaf) => leaf.kind !== 'values' && !known.has(leaf.place));
      return [
        ...digests.map(({ path, dtype, shape }) =>
          rowOf(checkpoint, path, `${dtype} ${formatShape(shape)}`, found.get(path), comparison),
        ),
        ...extra.map((leaf) => rowOf(checkpoint, leaf.place, '', leaf, comparison)),
      ];
    });
  });
}

function leavesByFile(comparison: Comparison): ReadonlyMap<string, ReadonlyMap<string, RowLeaf>> {
  const files = new Map<string, Map<string, RowLeaf>>();
  for (const { leaf, file } of leavesOf(comparison.difference)) {
    if (file === null || (leaf.kind !== 'values' && !isForm(leaf))) continue;
    const known = files.get(file.place) ?? new Map<string, RowLeaf>();
    files.set(file.place, known.set(leaf.place, leaf));
  }
  return files;
}

function isForm(leaf: LeafDifference): leaf is FormLeaf {
  const { kind } = leaf;
  return kind === 'missing' || kind === 'dtype' || kind === 'shape' || kind === 'entry-kind' || kind === 'unread';
}

function rowOf(
  checkpoint: string,
  tensor: string,
  form: string,
  leaf: RowLeaf | undefined,
  comparison: Comparison,
): TensorRow {
  const row: TensorRow = {
    checkpoint,
    tensor,
    form,
    state: 'same',
    note: '',
    tolerated: false,
    differing: 0,
    of: 0,
    maxAbs: Number.NaN,
    maxRel: Number.NaN,
    maxUlp: Number.NaN,
    firstIndex: '',
    histogram: [],
    scale: 0,
  };
  if (leaf === undefined) return row;
  if (leaf.kind !== 'values') {
    const state = leaf.kind === 'unread' ? 'unread' : 'form';
    return { ...row, state, note: noteOf(leaf, comparison), scale: 7 };
  }
  const { delta, tolerated } = leaf;
  return {
    ...row,
    state: 'values',
    tolerated,
    differing: delta.differing,
    of: delta.of,
    maxAbs: delta.maxAbs === null ? Number.NaN : numberOf(delta.maxAbs),
    maxRel: delta.maxRel === null ? Number.NaN : numberOf(delta.maxRel),
    maxUlp: delta.maxUlp === null ? Number.NaN : Number(delta.maxUlp),
    firstIndex: formatShape(delta.firstIndex),
    histogram: delta.histogram ?? [],
    scale: delta.maxUlp === null ? 7 : scaleStep(delta.maxUlp),
  };
}

function noteOf(leaf: FormLeaf, comparison: Comparison): string {
  const names = runNames(comparison);
  switch (leaf.kind) {
    case 'missing':
      return `only in ${names[leaf.presentIn]}`;
    case 'dtype':
      return `${leaf.dtypes.first} in ${names.first}, ${leaf.dtypes.second} in ${names.second}`;
    case 'shape':
      return `${formatShape(leaf.shapes.first)} in ${names.first}, ${formatShape(leaf.shapes.second)} in ${names.second}`;
    case 'entry-kind':
      return `${leaf.kinds.first} in ${names.first}, ${leaf.kinds.second} in ${names.second}`;
    case 'unread':
      return `not read: ${leaf.reason}`;
    default:
      leaf satisfies never;
      return '';
  }
}
