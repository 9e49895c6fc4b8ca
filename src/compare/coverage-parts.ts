/** Coverage, put together from what the comparison of each file contributes. */
import type { Coverage, CoverageTotals } from '../model/coverage.ts';
import { roleDecides } from '../model/inventory.ts';
import { mapPair } from '../model/pair.ts';
import type { Pairing } from '../model/pairing.ts';

/** At most so many strings that are equal only without own names are shown; all are counted. */
const shownStrings = 200;

export interface CoveragePart {
  readonly checkpoints: Coverage['checkpoints'];
  readonly series: Coverage['series'];
  readonly notCompared: Coverage['notCompared'];
  readonly ownNameStrings: Coverage['ownNameStrings'];
  readonly readNotes: Coverage['readNotes'];
  readonly sameInode: readonly string[];
  readonly totals: Partial<CoverageTotals>;
}

export const noCoverage: CoveragePart = {
  checkpoints: [],
  series: [],
  notCompared: [],
  ownNameStrings: [],
  readNotes: [],
  sameInode: [],
  totals: {},
};

const noTotals: CoverageTotals = {
  files: 0,
  checkpoints: 0,
  tensors: 0,
  elements: 0,
  tensorBytes: 0,
  scalars: 0,
  series: 0,
  points: 0,
  bytesComparedFiles: 0,
  ownNamesReplaced: 0,
};

/** The whole, in the order of the parts; pairings come from the pairing as it is. */
export function joinCoverage(parts: readonly CoveragePart[], pairing: Pairing): Omit<Coverage, 'allBytesEqual'> {
  return {
    totals: sumTotals(parts),
    checkpoints: parts.flatMap(({ checkpoints }) => checkpoints),
    series: parts.flatMap(({ series }) => series),
    pairings: pairing.pairs
      .filter(({ files }) => files.first.path !== files.second.path)
      .map(({ neutralPath, files }) => ({ paths: mapPair(files, ({ path }) => path), neutralPath, ambiguous: false })),
    ambiguous: pairing.ambiguous
      .filter(({ files }) => [...files.first, ...files.second].some(({ role }) => roleDecides(role)))
      .map(({ neutralPath, files }) => ({ neutralPath, ...mapPair(files, (list) => list.map(({ path }) => path)) })),
    notCompared: parts.flatMap(({ notCompared }) => notCompared),
    sameInode: parts.flatMap(({ sameInode }) => sameInode),
    ownNameStrings: parts.flatMap(({ ownNameStrings }) => ownNameStrings).slice(0, shownStrings),
    readNotes: parts.flatMap(({ readNotes }) => readNotes),
  };
}

function sumTotals(parts: readonly CoveragePart[]): CoverageTotals {
  const sums = { ...noTotals };
  const names = Object.keys(noTotals) as (keyof CoverageTotals)[];
  for (const { totals } of parts) for (const name of names) sums[name] += totals[name] ?? 0;
  return sums;
}
