/** The records of the runs, by kind, and paired across runs: what the checks about the record start from. */
import type { Evidence, InventorySummary } from '../model/evidence.ts';
import type { OwnNames } from '../model/own-names.ts';
import type { Pair } from '../model/pair.ts';
import type { RecordDocument } from '../model/record.ts';
import type { RunRecord } from '../model/run-record.ts';

export type RecordOf<K extends RecordDocument['kind']> = RecordDocument & { readonly kind: K };

/** The records of one kind in one run. */
export function recordsOf<K extends RecordDocument['kind']>(
  inventory: InventorySummary,
  kind: K,
): readonly RecordOf<K>[] {
  return inventory.records.filter((record): record is RecordOf<K> => record.kind === kind);
}

/** A record that stands in one or several runs under one neutral path. */
export interface SharedRecord<K extends RecordDocument['kind']> {
  readonly neutralPath: string;
  /** The run to name as the place: null where every run has the record with the same path. */
  readonly run: number | null;
  readonly file: string;
  readonly copies: readonly { readonly run: number; readonly record: RecordOf<K> }[];
}

/** The records of one kind over all runs, those of the same neutral path put together. */
export function sharedRecords<K extends RecordDocument['kind']>(
  evidence: Evidence,
  kind: K,
): readonly SharedRecord<K>[] {
  const byPath = new Map<string, { run: number; record: RecordOf<K> }[]>();
  for (const inventory of evidence.inventories)
    for (const record of recordsOf(inventory, kind)) {
      const copies = byPath.get(record.neutralPath) ?? [];
      copies.push({ run: inventory.run, record });
      byPath.set(record.neutralPath, copies);
    }
  return [...byPath].map(([neutralPath, copies]) => {
    const [first] = copies;
    const samePath = copies.every(({ record }) => record.path === first?.record.path);
    return {
      neutralPath,
      run: copies.length === 1 && evidence.inventories.length > 1 ? (first?.run ?? null) : null,
      file: samePath ? (first?.record.path ?? neutralPath) : neutralPath,
      copies,
    };
  });
}

export interface PairedRecords<K extends RecordDocument['kind']> {
  readonly neutralPath: string;
  readonly file: string;
  readonly run: number | null;
  readonly second: number;
  readonly records: Pair<RecordOf<K>>;
  readonly ownNames: Pair<OwnNames>;
}

/**
 * Records of one kind that belong together, for each comparison: by neutral path; or, where each run has just one, those.
 * With every pair come the names of the two runs, to be taken out of texts before these are compared.
 */
export function pairedRecords<K extends RecordDocument['kind']>(
  evidence: Evidence,
  kind: K,
  accepts: (record: RecordOf<K>) => boolean = () => true,
): readonly PairedRecords<K>[] {
  return evidence.comparisons.flatMap((comparison) => {
    const first = evidence.inventories.find(({ run }) => run === comparison.first);
    const second = evidence.inventories.find(({ run }) => run === comparison.second);
    if (first === undefined || second === undefined) return [];
    const records = recordsOf(first, kind).filter(accepts);
    const others = recordsOf(second, kind).filter(accepts);
    const ownNames = {
      first: namesOf(evidence, comparison.first, comparison.ownNames?.first),
      second: namesOf(evidence, comparison.second, comparison.ownNames?.second),
    };
    return records.flatMap((record) => {
      const other =
        others.find(({ neutralPath }) => neutralPath === record.neutralPath) ??
        (records.length === 1 && others.length === 1 ? others[0] : undefined);
      if (other === undefined) return [];
      const file = record.path === other.path ? record.path : record.neutralPath;
      const run = evidence.comparisons.length > 1 ? comparison.second : null;
      return [
        {
          neutralPath: record.neutralPath,
          file,
          run,
          second: comparison.second,
          records: { first: record, second: other },
          ownNames,
        },
      ];
    });
  });
}

/** The names that the pairing found, and those that we gave to the run ourselves. */
function namesOf(evidence: Evidence, number: number, found: OwnNames = []): OwnNames {
  const run = evidence.runs.find((candidate) => candidate.number === number);
  return [...found, ...(run === undefined ? [] : givenNames(run))].toSorted((a, b) => b.text.length - a.text.length);
}

function givenNames(run: RunRecord): OwnNames {
  const names = [
    { text: run.environment.TRAIN_TWICE_OUTPUT_DIR ?? '', placeholder: '‹folder›' },
    { text: run.workingDirectory, placeholder: '‹working directory›' },
    { text: run.hostName, placeholder: '‹host›' },
  ];
  return names.filter(({ text }) => text.length >= 4);
}
