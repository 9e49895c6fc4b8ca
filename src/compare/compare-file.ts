/**
 * Two files that belong together, each by its role (the table in the product page): checkpoints leaf by leaf, metrics point
 * by point, logs line by line as a note, everything else that decides by its bytes. Nothing is left out in silence.
 */
import type { NotCompared } from '../model/coverage.ts';
import { type FileRole, type InventoryFile, roleDecides } from '../model/inventory.ts';
import { mapPair, type Pair } from '../model/pair.ts';
import { compareBytes } from './compare-bytes.ts';
import { compareCheckpoints } from './compare-checkpoints.ts';
import { compareLogs } from './compare-logs.ts';
import { compareMetricFiles } from './compare-metric-files.ts';
import { compareUnread } from './compare-unread.ts';
import { noCoverage } from './coverage-parts.ts';
import { attempt, closing } from './failure.ts';
import { type Compared, type FileComparison, type FileContext, groupOf } from './file-comparison.ts';
import { failureAt, partsOf } from './inventory-index.ts';

/** Compares two files; problems of reading become `unread` leaves. */
export async function compareFile(
  place: string,
  files: Pair<InventoryFile>,
  context: FileContext,
): Promise<FileComparison> {
  const roles = mapPair(files, ({ role }) => role);
  const role = weightier(roles.first, roles.second);
  const decides = roleDecides(role);
  const failures = mapPair(files, ({ path }, side) => failureAt(path, context.inventories[side]));
  const compared =
    failures.first !== null || failures.second !== null
      ? await compareUnread(place, files, role, failures, context.meter)
      : roles.first === roles.second
        ? await compareByRole(place, files, role, context)
        : await compareRoles(files, role, context);
  const sameInode = decides && isSameInode(files) ? [place] : [];
  return {
    group: groupOf(
      place,
      mapPair(files, ({ path }) => path),
      role,
      compared.leaves,
    ),
    decides,
    sameBytes: compared.sameBytes,
    coverage: { ...compared.coverage, sameInode },
  };
}

const weights: readonly FileRole[] = [
  'checkpoint',
  'metrics',
  'image',
  'other',
  'record',
  'log',
  'bookkeeping',
  'ignored',
];

/** The same file may have other roles in the two runs: then the one that decides counts. */
function weightier(a: FileRole, b: FileRole): FileRole {
  return weights.indexOf(a) <= weights.indexOf(b) ? a : b;
}

function isSameInode({ first, second }: Pair<InventoryFile>): boolean {
  const [a, b] = [first.state, second.state];
  return a !== null && b !== null && a.device === b.device && a.inode === b.inode;
}

async function compareByRole(
  place: string,
  files: Pair<InventoryFile>,
  role: FileRole,
  context: FileContext,
): Promise<Compared> {
  switch (role) {
    case 'checkpoint':
      return compareAsCheckpoint(place, files, context);
    case 'image':
      return compareAsImage(place, files, context);
    case 'metrics':
      return compareMetricFiles(place, files, context);
    case 'other':
      return compareAsBytes(files, 'file', context);
    case 'log':
      return compareAsLog(place, files, context);
    case 'record':
      return listed({
        run: 'both',
        path: place,
        role,
        why: 'listed',
        reason: `records are judged by checks (${files.first.because})`,
      });
    case 'bookkeeping':
      return listed({ run: 'both', path: place, role, why: 'listed', reason: files.first.because });
    case 'ignored':
      return listed({ run: 'both', path: place, role, why: 'policy', reason: files.first.because });
    default:
      role satisfies never;
      return listed({ run: 'both', path: place, role, why: 'listed', reason: '' });
  }
}

function listed(...notCompared: readonly NotCompared[]): Compared {
  return { leaves: [], sameBytes: false, coverage: { ...noCoverage, notCompared } };
}

/** Another role means another content, unless the bytes are the same and only a policy tells them apart. */
async function compareRoles(files: Pair<InventoryFile>, role: FileRole, context: FileContext): Promise<Compared> {
  if (!roleDecides(role)) {
    const { path, because } = files.first;
    return listed({ run: 'both', path, role, why: 'listed', reason: because });
  }
  const { leaves, ...rest } = await compareAsBytes(files, 'file', context);
  const kinds = mapPair(files, ({ role, because }) => `${role} (${because})`);
  const told = leaves.map((leaf) => (leaf.kind === 'bytes' ? { kind: 'entry-kind' as const, place: '', kinds } : leaf));
  return { leaves: told, ...rest };
}

async function compareAsCheckpoint(place: string, files: Pair<InventoryFile>, context: FileContext): Promise<Compared> {
  const sides = mapPair(files, (file, side) => {
    const indexed = context.inventories[side];
    return { file, inventory: indexed.inventory, parts: partsOf(file, indexed) };
  });
  const { ownNames, ruleFor, meter, ignored } = context;
  const compared = await compareCheckpoints(place, sides, { ownNames, ruleFor, meter, ignoredBy: ignored.scalars });
  const { leaves, sameBytes, checkpoint, notCompared, readNotes, ownNameStrings, ownNamesReplaced } = compared;
  if (checkpoint === null) return { leaves, sameBytes, coverage: { ...noCoverage, notCompared } };
  const { tensors, elements, scalars } = checkpoint;
  const { tensorBytes } = compared;
  const totals = { files: 1, checkpoints: 1, tensors, elements, tensorBytes, scalars, ownNamesReplaced };
  const coverage = { ...noCoverage, checkpoints: [checkpoint], notCompared, readNotes, ownNameStrings, totals };
  return { leaves, sameBytes, coverage };
}

/** By pixels where a format reads them, else by bytes. An image is no evidence of a checkpoint: it counts as a file. */
async function compareAsImage(place: string, files: Pair<InventoryFile>, context: FileContext): Promise<Compared> {
  if (files.first.format === null || files.second.format === null) return compareAsBytes(files, 'image', context);
  const { leaves, sameBytes, coverage } = await compareAsCheckpoint(place, files, context);
  if (coverage.checkpoints.length === 0) return compareAsBytes(files, 'image', context);
  const { notCompared, readNotes } = coverage;
  return { leaves, sameBytes, coverage: { ...noCoverage, notCompared, readNotes, totals: { files: 1 } } };
}

async function compareAsBytes(files: Pair<InventoryFile>, what: string, context: FileContext): Promise<Compared> {
  const { leaves, sameBytes } = await compareBytes(files, what, context.meter);
  const unread = leaves.flatMap((leaf) => (leaf.kind === 'unread' ? [leaf] : []));
  const notCompared = unread.map(({ side, reason }) => ({
    run: side,
    path: files[side === 'second' ? 'second' : 'first'].path,
    role: files.first.role,
    why: 'unread' as const,
    reason,
  }));
  const totals = unread.length > 0 ? {} : { files: 1, bytesComparedFiles: 1 };
  return { leaves, sameBytes, coverage: { ...noCoverage, notCompared, totals } };
}

async function compareAsLog(place: string, files: Pair<InventoryFile>, context: FileContext): Promise<Compared> {
  const opened = {
    first: await attempt(() => files.first.openBytes()),
    second: await attempt(() => files.second.openBytes()),
  };
  const { first, second } = mapPair(opened, ({ value }) => value);
  const line =
    first === null || second === null ? null : await attempt(() => compareLogs({ first, second }, context.ownNames));
  const closed = { first: closing(first), second: closing(second) };
  const reason = opened.first.failure ?? opened.second.failure ?? line?.failure ?? closed.first ?? closed.second;
  if (reason !== null && reason !== undefined) {
    return listed({ run: 'both', path: place, role: 'log', why: 'unread', reason: reason.reason });
  }
  return { leaves: line === null || line.value === null ? [] : [line.value], sameBytes: false, coverage: noCoverage };
}
