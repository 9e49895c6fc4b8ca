/** Hostile copies of a small database with MLflow's tables; only where Node brings SQLite (see scripts/ci.mjs). */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { noSurroundings } from '../../src/formats/metrics/metric-format.ts';
import { mlflowDatabase } from '../../src/formats/metrics/mlflow-database.ts';
import { sqliteUnavailable } from '../../src/formats/trackers/sqlite-copy.ts';
import { databaseBytes } from '../formats/writers/sqlite-bytes.ts';
import { expectTypedOutcome, hostileCases, hostileSource } from './hostile.ts';

const statements = [
  'CREATE TABLE experiments (experiment_id INTEGER, name TEXT)',
  'CREATE TABLE runs (run_uuid TEXT, experiment_id INTEGER, name TEXT, start_time BIGINT, end_time BIGINT)',
  'CREATE TABLE tags (run_uuid TEXT, key TEXT, value TEXT)',
  'CREATE TABLE metrics (run_uuid TEXT, key TEXT, value FLOAT, step BIGINT, is_nan BOOLEAN)',
  'CREATE TABLE params (run_uuid TEXT, key TEXT, value TEXT)',
  "INSERT INTO experiments VALUES (1, 'one')",
  "INSERT INTO runs VALUES ('r1', 1, 'train', 1000, 2000), ('r2', 1, 'fold', 1000, NULL)",
  "INSERT INTO tags VALUES ('r2', 'mlflow.parentRunId', 'r1')",
  "INSERT INTO metrics VALUES ('r1', 'loss', 0.5, 3, 0), ('r1', 'odd', 0, 4, 1), ('r2', 'loss', 1e308, -1, 0)",
  "INSERT INTO params VALUES ('r1', 'lr', '0.1'), ('r2', 'text', hex(zeroblob(900)))",
];
const words = (...texts: readonly string[]) => texts.map((text) => Buffer.from(text, 'latin1'));
const dictionary = words(
  'CREATE TABLE ',
  'CREATE VIEW ',
  'metrics',
  '\x0d',
  '\x05',
  '\x02',
  '\xff\xff\xff\xff',
  '\x81\x80\x00',
);

describe.runIf(sqliteUnavailable() === null)('hostile input: MLflow database', () => {
  const read = (bytes: Uint8Array) => {
    const source = hostileSource('mlflow.db', bytes);
    mlflowDatabase.recognizes(source, 'x.db');
    return mlflowDatabase.read(source, 'mlflow.db', noSurroundings);
  };

  it('answers every damage with a value or a typed Problem, and leaves no copy behind', async () => {
    const valid = databaseBytes(statements);
    expect(await read(valid)).toBeTruthy();
    const copies = () => readdirSync(tmpdir()).filter((name) => name.startsWith('train-twice-db-'));
    const before = copies().length;
    const cases = hostileCases(valid, { prefixes: false, bitFlips: false, mutations: 4000, dictionary });
    for (const { label, bytes } of cases) await expectTypedOutcome(() => read(bytes), label);
    for (let length = 0; length < valid.length; length += 97)
      await expectTypedOutcome(() => read(valid.slice(0, length)), `the first ${length} bytes`);
    expect(copies().length).toBeLessThanOrEqual(before);
  });

  it('answers every flipped bit of the header and the schema', async () => {
    const valid = databaseBytes(statements);
    for (let bit = 0; bit < 8 * 512; bit++) {
      const bytes = valid.slice();
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await expectTypedOutcome(() => read(bytes), `bit ${bit} flipped`);
    }
  });
});
