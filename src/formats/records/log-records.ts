/**
 * Records that stand in a log: the configuration that was printed, and digests of the data. Streamed, and read up to a bound:
 * both are printed at the start. The same thing is told once, however often and by however many processes it was printed.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import type { DatasetClaim } from '../../model/dataset.ts';
import type { DatasetRecord, DocumentRecord } from '../../model/record.ts';
import { textLines } from '../codecs/text-lines.ts';
import { configurationCollector } from './log-configuration.ts';
import { datasetClaimsInLine } from './log-dataset.ts';

const limits = { characters: 1024 * 1024, bytes: 32 * 1024 * 1024 } as const;
const mostClaims = 20;

/**
 * The records of one log, in its order; of several configurations the second and later ones have a number in their neutral
 * path, so that they are held against their like. Never throws for what the log holds.
 */
export function readLogRecords(
  path: string,
  neutralPath: string,
  source: ByteSource,
): readonly (DocumentRecord | DatasetRecord)[] {
  const configurations = configurationCollector();
  const claims = new Map<string, DatasetClaim>();
  let number = 0;
  for (const line of textLines(source, limits)) {
    number += 1;
    if (line === null) continue;
    configurations.take(line, number);
    if (claims.size >= mostClaims) continue;
    for (const claim of datasetClaimsInLine(line)) {
      const key = JSON.stringify([claim.subject, claim.algorithm, claim.digest]);
      if (!claims.has(key)) claims.set(key, { ...claim, line: number });
    }
  }
  const base = { path, format: 'log', problems: [] };
  const documents = configurations.end().map(
    ({ value, line }, index): DocumentRecord => ({
      ...base,
      kind: 'configuration',
      neutralPath: index === 0 ? neutralPath : `${neutralPath} (${index + 1})`,
      value,
      line,
    }),
  );
  if (claims.size === 0) return documents;
  return [...documents, { ...base, kind: 'dataset', neutralPath, claims: [...claims.values()] }];
}
