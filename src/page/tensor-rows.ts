/** Every tensor of every compared checkpoint as a row of plain values: what the map counts and the table shows. */
import { checkpointNumber } from '../model/checkpoint-name.ts';
import { type Delta, type LeafDifference, leavesOf } from '../model/difference.ts';
import { dtypeFacts } from '../model/dtype.ts';
import type { Comparison } from '../model/evidence.ts';
import { formatFloat, formatInteger, formatShape, formatUlp } from '../model/format-number.ts';
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
  /** Its epoch or step, by its path; infinite where it names none. */
  readonly checkpointNumber: number;
  /** As the program calls it: without the escapes of the report. */
  readonly tensor: string;
  /** `float32 [64, 64]`. */
  readonly form: string;
  readonly state: TensorState;
  /** What differs beyond what numbers tell. */
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
  /** In ulp, of integers in ones; infinite where a number cannot tell: NaN, another form, missing, not read, no size. */
  readonly size: number;
  /** The size with its unit. */
  readonly extent: string;
  /** What one step of the sizes is: integers have no units in the last place. */
  readonly unit: 'ulp' | '';
  /** The size on the scale of `ulp-scale.ts`. */
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
      const at: Placed = { checkpoint, checkpointNumber: checkpointNumber(place)?.number ?? Number.POSITIVE_INFINITY };
      const found = leaves.get(place) ?? new Map<string, RowLeaf>();
      const known = new Set(digests.map(({ path }) => path));
      const extra = [...found.values()].filter((leaf) => leaf.kind !== 'values' && !known.has(leaf.place));
      return [
        ...digests.map(({ path, dtype, shape }) =>
          rowOf(at, path, `${dtype} ${formatShape(shape)}`, found.get(path), comparison),
        ),
        ...extra.map((leaf) => rowOf(at, leaf.place, '', leaf, comparison)),
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

type Placed = Pick<TensorRow, 'checkpoint' | 'checkpointNumber'>;

/** An entry path as the program spells its keys: `layer1/w`, not `layer1~1w` (see `model/entry-path.ts`). */
export function plainPath(path: string): string {
  const keys: Readonly<Record<string, string>> = { '~0': '~', '~1': '/', '~2': '[', '~3': '' };
  return path.replace(/~[0-3]/g, (escaped) => keys[escaped] ?? escaped);
}

function rowOf(
  placed: Placed,
  path: string,
  form: string,
  leaf: RowLeaf | undefined,
  comparison: Comparison,
): TensorRow {
  const row: TensorRow = {
    ...placed,
    tensor: plainPath(path),
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
    size: 0,
    extent: '',
    unit: '',
    scale: 0,
  };
  if (leaf === undefined) return row;
  if (leaf.kind !== 'values') {
    const state = leaf.kind === 'unread' ? 'unread' : 'form';
    return {
      ...row,
      state,
      note: noteOf(leaf, comparison),
      size: Number.POSITIVE_INFINITY,
      scale: scaleStep(Number.POSITIVE_INFINITY),
    };
  }
  const { delta, tolerated, dtype } = leaf;
  const { first, second } = delta.nonFinite;
  const integers = dtypeFacts(dtype)?.kind === 'int' || dtypeFacts(dtype)?.kind === 'uint';
  const size = first + second > 0 ? Number.POSITIVE_INFINITY : sizeOf(delta, integers);
  return {
    ...row,
    state: 'values',
    note: first + second > 0 ? `NaN or infinite: ${formatInteger(first)} and ${formatInteger(second)}` : '',
    tolerated,
    differing: delta.differing,
    of: delta.of,
    maxAbs: delta.maxAbs === null ? Number.NaN : numberOf(delta.maxAbs),
    maxRel: delta.maxRel === null ? Number.NaN : numberOf(delta.maxRel),
    maxUlp: delta.maxUlp === null ? Number.NaN : Number(delta.maxUlp),
    firstIndex: formatShape(delta.firstIndex),
    histogram: delta.histogram ?? [],
    size,
    extent: !Number.isFinite(size) ? '' : integers ? formatFloat(size) : formatUlp(delta.maxUlp ?? ''),
    unit: integers ? '' : 'ulp',
    scale: scaleStep(size),
  };
}

function sizeOf({ maxAbs, maxUlp }: Delta, integers: boolean): number {
  if (integers) return maxAbs === null ? Number.POSITIVE_INFINITY : numberOf(maxAbs);
  return maxUlp === null ? Number.POSITIVE_INFINITY : Number(maxUlp);
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
