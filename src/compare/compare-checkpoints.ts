/**
 * Two checkpoints, leaf by leaf, whatever containers they came in. Three truths are kept apart: same bytes, same content,
 * and content that differs. Where bytes differ and content does not, the cause is named, or it is said that none is known.
 *
 * Files of the same bytes are read once: their digests are still wanted, and content that cannot be read proves nothing.
 */
import { canBeNonFinite } from '../fingerprint/finite-watch.ts';
import type { ComparedCheckpoint, Coverage, NotCompared } from '../model/coverage.ts';
import { type LeafDifference, leafEffect } from '../model/difference.ts';
import { dtypeFacts } from '../model/dtype.ts';
import type { Checkpoint } from '../model/entry.ts';
import { formatList, plural } from '../model/format-number.ts';
import type { Inventory, InventoryFile } from '../model/inventory.ts';
import { mapPair, type Pair } from '../model/pair.ts';
import { type ComparedContent, type ContentContext, compareContent, readContent } from './checkpoint-content.ts';
import { withSameBytes } from './compare-entries.ts';
import { causesOf, containerLeaves, type StructureLeaf } from './compare-structure.ts';
import { type Attempt, attempt, closing, type Failure } from './failure.ts';
import type { ProgressMeter } from './progress-meter.ts';
import { sameFileBytes } from './same-bytes.ts';
import { unreadLeaves } from './unread-leaf.ts';

/** One side: the file, the run that it belongs to, and the files that are parts of it. */
export interface CheckpointSide {
  readonly file: InventoryFile;
  readonly inventory: Inventory;
  readonly parts: readonly InventoryFile[];
}

export interface CheckpointComparison {
  readonly leaves: readonly LeafDifference[];
  readonly sameBytes: boolean;
  /** Null where a side could not be opened. */
  readonly checkpoint: ComparedCheckpoint | null;
  /** Of the tensors that both runs have, of one run. */
  readonly tensorBytes: number;
  readonly ownNameStrings: Coverage['ownNameStrings'];
  readonly ownNamesReplaced: number;
  readonly notCompared: readonly NotCompared[];
  readonly readNotes: Coverage['readNotes'];
}

/** Compares two checkpoint files; what cannot be read becomes `unread` leaves. Never throws a Problem. */
export async function compareCheckpoints(
  place: string,
  sides: Pair<CheckpointSide>,
  context: ContentContext,
): Promise<CheckpointComparison> {
  const sameBytes = await filesHaveSameBytes(sides, context.meter);
  const first = await open(sides.first);
  const second = sameBytes ? first : await open(sides.second);
  if (first.value === null || second.value === null) {
    const closed = { first: closing(first.value), second: closing(second.value) };
    const failures = { first: first.failure ?? closed.first, second: second.failure ?? closed.second };
    return unopened(place, sides, failures, sameBytes);
  }
  const checkpoints = { first: first.value, second: second.value };
  let content: ComparedContent;
  let changed: Pair<Failure | null>;
  try {
    content = sameBytes
      ? await readContent(checkpoints.first.entries, context)
      : await compareContent(
          mapPair(checkpoints, ({ entries }) => entries),
          context,
        );
  } finally {
    // A file that changed while it was read says so when it is closed.
    changed = { first: closing(first.value), second: sameBytes ? null : closing(second.value) };
  }
  const structure = sameBytes ? [] : containerLeaves(checkpoints);
  const unread = unreadLeaves('', sameBytes ? { first: changed.first, second: changed.first } : changed);
  const leaves = [...structure, ...content.leaves, ...unread];
  return {
    leaves: sameBytes ? leaves : [...leaves, ...containerBytes(leaves, content)],
    sameBytes,
    checkpoint: describe(place, sides, checkpoints, content, sameBytes),
    tensorBytes: content.tensors.reduce(
      (sum, { entry, elements }) => sum + elements * dtypeFacts(entry.dtype).bytes,
      0,
    ),
    ownNameStrings: content.ownNameStrings.map((one) => ({ ...one, place: `${place}: ${one.place}` })),
    ownNamesReplaced: content.ownNamesReplaced,
    notCompared: setAside(place, sides, content),
    readNotes: notesOf(sides, checkpoints),
  };
}

function open({ file, inventory }: CheckpointSide): Promise<Attempt<Checkpoint>> {
  return attempt(() => inventory.openCheckpoint(file));
}

/** The files and, where they are spread over several, all their parts. */
async function filesHaveSameBytes(sides: Pair<CheckpointSide>, meter: ProgressMeter): Promise<boolean> {
  const files = mapPair(sides, ({ file, parts }) => [file, ...parts]);
  if (files.first.length !== files.second.length) return false;
  for (const [index, first] of files.first.entries()) {
    const second = files.second[index];
    if (second === undefined || !(await sameFileBytes({ first, second }, meter.pulse))) return false;
  }
  return true;
}

function unopened(
  place: string,
  sides: Pair<CheckpointSide>,
  failures: Pair<Failure | null>,
  sameBytes: boolean,
): CheckpointComparison {
  const said = sameBytes
    ? mapPair(failures, (failure) => failure && { ...failure, reason: withSameBytes(failure.reason) })
    : failures;
  const leaves = unreadLeaves('', said);
  const notCompared = leaves.map(({ side, reason }) => ({
    run: side,
    path: side === 'both' ? place : sides[side].file.path,
    role: sides.first.file.role,
    why: 'unread' as const,
    reason,
  }));
  return {
    leaves,
    sameBytes,
    checkpoint: null,
    tensorBytes: 0,
    ownNameStrings: [],
    ownNamesReplaced: 0,
    notCompared,
    readNotes: [],
  };
}

/** The leaf for bytes that differ although nothing that decides does. */
function containerBytes(leaves: readonly LeafDifference[], content: ComparedContent): readonly LeafDifference[] {
  if (leaves.some((leaf) => leafEffect(leaf) !== 'structure')) return [];
  const further = [
    ...(content.ownNameStrings.length > 0
      ? [`the runs' own names in ${plural(content.ownNameStrings.length, 'text')}`]
      : []),
    ...(content.ignoredDiffering > 0
      ? [`${plural(content.ignoredDiffering, 'scalar')} set aside by ignore.scalars`]
      : []),
  ];
  return [{ kind: 'container-bytes', place: '', causes: causesOf(leaves.filter(isStructure), further) }];
}

function isStructure(leaf: LeafDifference): leaf is StructureLeaf {
  return leaf.kind === 'structure';
}

function describe(
  place: string,
  sides: Pair<CheckpointSide>,
  checkpoints: Pair<Checkpoint>,
  { tensors, scalars }: ComparedContent,
  sameBytes: boolean,
): ComparedCheckpoint {
  const floats = tensors.filter(({ entry }) => canBeNonFinite(entry.dtype) && entry.byteLength > 0);
  return {
    place,
    paths: mapPair(sides, ({ file }) => file.path),
    formats: mapPair(checkpoints, ({ format }) => format),
    byteLengths: mapPair(sides, ({ file, parts }) =>
      [file, ...parts].reduce((sum, { byteLength }) => sum + byteLength, 0),
    ),
    sameBytes,
    tensors: tensors.length,
    elements: tensors.reduce((sum, { elements }) => sum + elements, 0),
    scalars,
    differingTensors: tensors.filter(({ differs }) => differs).length,
    floatTensors: floats.length,
    nonFiniteTensors: floats.filter(({ finite }) => !finite).length,
    digests: tensors.map(({ digest }) => digest),
    executableReferences: [
      ...new Set([...checkpoints.first.executableReferences, ...checkpoints.second.executableReferences]),
    ],
  };
}

/** What a policy set aside is listed with the policy: one line for each glob. */
function setAside(place: string, sides: Pair<CheckpointSide>, { ignored }: ComparedContent): readonly NotCompared[] {
  return [...ignored].map(([glob, places]) => ({
    run: 'both',
    path: place,
    role: sides.first.file.role,
    why: 'policy',
    reason: `ignore.scalars "${glob}": ${plural(places.length, 'scalar')} (${formatList(places)})`,
  }));
}

function notesOf(sides: Pair<CheckpointSide>, checkpoints: Pair<Checkpoint>): Coverage['readNotes'] {
  return (['first', 'second'] as const).flatMap((run) =>
    checkpoints[run].notes.map(({ code, message, entry }) => ({
      run,
      path: sides[run].file.path,
      code,
      message: entry === undefined ? message : `${entry}: ${message}`,
    })),
  );
}
