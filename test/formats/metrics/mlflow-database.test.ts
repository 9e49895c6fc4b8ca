import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { type MetricContext, noSurroundings } from '../../../src/formats/metrics/metric-format.ts';
import { mlflowDatabase } from '../../../src/formats/metrics/mlflow-database.ts';
import { sqliteUnavailable } from '../../../src/formats/trackers/sqlite-copy.ts';
import { plain } from '../../fixtures/audits/evidence.ts';
import { codeOf } from '../read-entries.ts';
import { databaseBytes } from '../writers/sqlite-bytes.ts';
import { seriesLine, textSource } from './read-metrics.ts';

/** Left by the real package (test/fixtures/trackers). */
function fixture(name: string): Uint8Array {
  return gunzipSync(readFileSync(new URL(`../../fixtures/trackers/${name}.gz`, import.meta.url)));
}

const source = (bytes: Uint8Array) => memorySource('logs/mlflow.db', bytes);

function beside(files: Readonly<Record<string, Uint8Array>>, changes: Partial<MetricContext> = {}): MetricContext {
  const sibling = (name: string) => {
    const bytes = files[name];
    return bytes === undefined ? null : { ...memorySource(name, bytes), close: () => {} };
  };
  return { ...noSurroundings, sibling, ...changes };
}

const tables = [
  'CREATE TABLE experiments (experiment_id INTEGER, name TEXT)',
  "INSERT INTO experiments VALUES (1, 'one')",
  'CREATE TABLE runs (run_uuid TEXT, experiment_id INTEGER, name TEXT, start_time BIGINT, end_time BIGINT)',
  "INSERT INTO runs VALUES ('r1', 1, 'train', 1000, 2000)",
  'CREATE TABLE params (run_uuid TEXT, key TEXT, value TEXT)',
];
const metrics = 'CREATE TABLE metrics (run_uuid TEXT, key TEXT, value FLOAT, step BIGINT, is_nan BOOLEAN)';

describe("MLflow's database", () => {
  it('is told by its name, or by its tables under any other', () => {
    const bytes = fixture('mlflow-first.db');
    expect(mlflowDatabase.recognizes(source(bytes), 'a/mlflow.db')).toBe(true);
    expect(mlflowDatabase.recognizes(source(bytes), 'a/tracking.sqlite')).toBe(true);
    expect(mlflowDatabase.recognizes(textSource('x'), 'mlflow.db')).toBe(true);
    expect(mlflowDatabase.recognizes(textSource(''), 'mlflow.db')).toBe(false);
    expect(mlflowDatabase.recognizes(textSource('SQLite format 3\0'.padEnd(5000)), 'other.db')).toBe(false);
  });

  it('says which Node reads it, where this one does not', () => {
    const why = mlflowDatabase.unavailable?.() ?? null;
    const [major = 0] = process.versions.node.split('.').map(Number);
    if (major < 22) expect(why).toMatch(/needs Node 22\.13 or newer, and this is Node 20\./);
    else expect(why).toBeNull();
  });

  it('is read together with its write-ahead log', () => {
    expect(mlflowDatabase.parts?.('a/mlflow.db')).toContain('mlflow.db-wal');
  });
});

describe.runIf(sqliteUnavailable() === null)("MLflow's database, read through node:sqlite", () => {
  const read = (bytes: Uint8Array, context = beside({})) =>
    mlflowDatabase.read(source(bytes), 'logs/mlflow.db', context);
  const whole = (name: string) =>
    read(fixture(`mlflow-${name}.db`), beside({ 'mlflow.db-wal': fixture(`mlflow-${name}.db-wal`) }));

  it('holds the points of each run, without times, under names that both runs share', async () => {
    const [first, second] = [await whole('first'), await whole('second')];
    const lines = (reading: typeof first) =>
      (reading.parts ?? []).flatMap(({ neutralName, series }) =>
        series.filter(({ name }) => !name.startsWith('system/')).map((one) => `${neutralName} ${seriesLine(one)}`),
      );
    expect(lines(first)).toEqual([
      expect.stringMatching(/^‹run train› loss by step: 0=1 1=0\.74.* 2=0\.25 3=.* 5=0\.22/),
      '‹run train› loss (overwritten) by row: 0=0.5488116360940264',
      expect.stringMatching(/^‹run train› val\/acc by step: 0=0\.5 1=0\.75 /),
      '‹run train› odd by step: 0=NaN 1=Infinity 2=-Infinity',
      '‹run train› late by step: 7=0.75',
      expect.stringMatching(/^‹run fold 1› loss by step: 0=1 /),
      expect.stringMatching(/^‹run fold 2› loss by step: 0=2 /),
      '‹run› final by step: 9=0.5',
    ]);
    expect(lines(second)).toEqual(lines(first));
    expect(first.series).toEqual([]);
  });

  it('holds the parameters of each run as a configuration', async () => {
    const { records = [] } = await whole('first');
    expect(records.map(({ part, record }) => [part?.neutralName, record.kind, record.format, record.value])).toEqual([
      [
        '‹run train›',
        'configuration',
        'mlflow',
        plain({ decay: 1e-5, lr: 0.1, nesterov: true, optimizer: 'adam', schedule: null, seed: 42 }),
      ],
      ['‹run fold 1›', 'configuration', 'mlflow', plain({ fold: 0 })],
      ['‹run fold 2›', 'configuration', 'mlflow', plain({ fold: 1 })],
    ]);
  });

  it('without its write-ahead log misses what was written last: so the log is read too', async () => {
    const { parts = [] } = await read(fixture('mlflow-first.db'));
    expect(parts.flatMap(({ series }) => series.map(({ name }) => name))).not.toContain('late');
  });

  it('has the points of one run alone as its own', async () => {
    const bytes = databaseBytes([...tables, metrics, "INSERT INTO metrics VALUES ('r1', 'loss', 0.5, 3, 0)"]);
    const { series, parts, notes } = await read(bytes);
    expect(series.map(seriesLine)).toEqual(['loss by step: 3=0.5']);
    expect({ parts, notes }).toEqual({ parts: [], notes: [] });
  });

  it('of a version without steps and flags is read as well', async () => {
    const old = 'CREATE TABLE metrics (run_uuid TEXT, key TEXT, value FLOAT)';
    const { series } = await read(databaseBytes([...tables, old, "INSERT INTO metrics VALUES ('r1', 'loss', 0.5)"]));
    expect(series.map(seriesLine)).toEqual(['loss by step: 0=0.5']);
  });

  it('keeps integers that no double holds', async () => {
    const big = 'CREATE TABLE metrics (run_uuid TEXT, key TEXT, value, step BIGINT, is_nan BOOLEAN)';
    const rows = "INSERT INTO metrics VALUES ('r1', 'count', 9007199254740993, 1, 0)";
    expect((await read(databaseBytes([...tables, big, rows]))).series.map(seriesLine)).toEqual([
      'count by step: 1=9007199254740993',
    ]);
  });

  it('sets aside runs that ended before this training began, and says so', async () => {
    const rows = [
      "INSERT INTO runs VALUES ('r2', 1, 'train', 9000, 9500)",
      "INSERT INTO metrics VALUES ('r1', 'loss', 0.5, 3, 0), ('r2', 'loss', 0.25, 3, 0)",
      "INSERT INTO params VALUES ('r1', 'lr', '1'), ('r2', 'lr', '2')",
    ];
    const bytes = databaseBytes([...tables, metrics, ...rows]);
    const { series, notes, parts, records } = await read(bytes, beside({}, { startedMs: 5000 }));
    expect(series.map(seriesLine)).toEqual(['loss by step: 3=0.25']);
    expect(notes.map(({ code }) => code)).toEqual(['MLFLOW_OLDER_RUNS']);
    expect({ parts, lr: records?.map(({ record }) => record.value) }).toEqual({ parts: [], lr: [plain({ lr: 2 })] });
    // A run that is still open, or was taken up again, belongs to this training.
    const { parts: both } = await read(bytes, beside({}, { startedMs: 2500 }));
    expect(both?.length).toBe(2);
  });

  it('names parts by their experiments where there are several', async () => {
    const rows = [
      "INSERT INTO experiments VALUES (2, 'two/b')",
      "INSERT INTO runs VALUES ('r2', 2, 'train', 9000, 9500)",
      "INSERT INTO metrics VALUES ('r1', 'loss', 0.5, 3, 0), ('r2', 'loss', 0.25, 3, 0)",
    ];
    const { parts } = await read(databaseBytes([...tables, metrics, ...rows]));
    expect(parts?.map(({ name, neutralName }) => `${name} ${neutralName}`)).toEqual([
      '1/r1 ‹experiment one›/‹run›',
      '2/r2 ‹experiment two_b›/‹run›',
    ]);
  });

  it('with runs that nothing tells apart is not read: which is which would be a guess', async () => {
    const rows = "INSERT INTO runs VALUES ('r2', 1, 'train', 1000, 9500)";
    expect(await codeOf(() => read(databaseBytes([...tables, metrics, rows])))).toBe('MLFLOW_RUNS_ALIKE');
  });

  it('without a point says that there is none', async () => {
    expect((await read(databaseBytes([...tables, metrics]))).notes.map(({ code }) => code)).toEqual(['METRICS_EMPTY']);
  });

  it.each([
    ['a view', 'SQLITE_SCHEMA', "CREATE VIEW metrics AS SELECT 'r1' AS run_uuid, 'loss' AS key, 0.5 AS value"],
    [
      'a column that is computed on reading',
      'SQLITE_SCHEMA',
      'CREATE TABLE metrics (run_uuid TEXT, key TEXT, value AS (hex(zeroblob(100000000))), step BIGINT, is_nan BOOLEAN)',
    ],
    ['a virtual table', 'SQLITE_SCHEMA', 'CREATE VIRTUAL TABLE metrics USING fts5(run_uuid, key, value, step, is_nan)'],
    ['no such table', 'SQLITE_SCHEMA', 'CREATE TABLE latest_metrics (key TEXT)'],
    ['another table of that name', 'SQLITE_SCHEMA', 'CREATE TABLE metrics (a TEXT)'],
  ])('with %s in place of its metrics is %s', async (_, code, statement) => {
    expect(await codeOf(() => read(databaseBytes([...tables, statement])))).toBe(code);
  });

  it.each([
    ['a blob for a name', "INSERT INTO metrics VALUES ('r1', x'00ff', 0.5, 3, 0)"],
    ['a text for a value', "INSERT INTO metrics VALUES ('r1', 'loss', 'high', 3, 0)"],
    ['nothing for a value', "INSERT INTO metrics VALUES ('r1', 'loss', NULL, 3, 0)"],
    ['a fraction for a step', "INSERT INTO metrics VALUES ('r1', 'loss', 0.5, 0.5, 0)"],
    ['a name without end', "INSERT INTO metrics VALUES ('r1', hex(zeroblob(50000)), 0.5, 3, 0)"],
  ])('with %s is damaged', async (_, statement) => {
    expect(await codeOf(() => read(databaseBytes([...tables, metrics, statement])))).toBe('SQLITE_ROW');
  });

  it.each([
    ['no database at all', new TextEncoder().encode('x'.repeat(200)), {}, 'SQLITE_HEADER'],
    ['cut off', fixture('mlflow-first.db').subarray(0, 100_000), {}, 'SQLITE_DAMAGED'],
    [
      'left in the middle of a transaction',
      fixture('mlflow-first.db'),
      { 'mlflow.db-journal': Uint8Array.of(0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7) },
      'SQLITE_JOURNAL',
    ],
  ])('that is %s is not read', async (_, bytes, files, code) => {
    expect(await codeOf(() => read(bytes, beside(files)))).toBe(code);
  });

  it('with a journal that was put to rest is read', async () => {
    const context = beside({ 'mlflow.db-journal': new Uint8Array(512) });
    expect((await read(fixture('mlflow-first.db'), context)).parts?.length).toBe(4);
  });
});
