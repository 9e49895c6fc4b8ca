/**
 * What MLflow's SQL store keeps of experiments and runs (mlflow/store/tracking/dbmodels/models.py), out of a database that is
 * open: plain rows, in the order in which they were written. Infinity is stored as the largest double, NaN as a flag.
 *
 * Traces, registered models, tags and inputs are not read.
 */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { ByteSource } from '../../model/byte-source.ts';
import { FormatProblem, LimitProblem } from '../../model/problem.ts';
import type { TrackedRun } from './run-names.ts';
import { plainTable, sqliteProblem } from './sqlite-copy.ts';

export interface DatabaseRun extends TrackedRun {
  /** Milliseconds since the epoch; null for a run that did not end. */
  readonly endedMs: number | null;
}

export interface DatabaseMetric {
  readonly run: string;
  readonly key: string;
  readonly value: number;
  /** Only where a double cannot hold it. */
  readonly exact?: string;
  readonly step: number;
}

export interface DatabaseParameter {
  readonly run: string;
  readonly key: string;
  readonly value: string;
}

/** What is longer was written by no MLflow. */
const maxCharacters = 64 * 1024;
const maxRuns = 100_000;
const maxParameters = 1_000_000;
const maxMetrics = 5_000_000;

/** True where the tables of MLflow's runs and metrics are there. @throws FormatProblem */
export function isMlflowDatabase(database: DatabaseSync, source: ByteSource): boolean {
  return ['experiments', 'runs', 'metrics', 'params'].every((name) => plainTable(database, name, source) !== null);
}

/** Names of experiments by id. @throws FormatProblem | LimitProblem */
export function readExperiments(database: DatabaseSync, source: ByteSource): ReadonlyMap<string, string> {
  const rows = rowsOf(database, source, 'experiments', ['experiment_id', 'name'], maxRuns);
  return new Map([...rows].map(([id = null, name = null]) => [idText(id, source), textOf(name, source)]));
}

/** All runs, nested ones with their parents. @throws FormatProblem | LimitProblem */
export function readRuns(database: DatabaseSync, source: ByteSource): readonly DatabaseRun[] {
  const parents = new Map<string, string>();
  if (plainTable(database, 'tags', source) !== null)
    for (const [run = null, key = null, value = null] of rowsOf(
      database,
      source,
      'tags',
      ['run_uuid', 'key', 'value'],
      maxParameters,
    ))
      if (key === 'mlflow.parentRunId') parents.set(textOf(run, source), textOf(value, source));
  const columns = ['run_uuid', 'experiment_id', 'name', 'start_time', 'end_time'];
  return [...rowsOf(database, source, 'runs', columns, maxRuns)].map(
    ([run = null, experiment = null, name, start, end]) => {
      const id = textOf(run, source);
      return {
        id,
        experiment: idText(experiment, source),
        name: typeof name === 'string' ? name : null,
        parent: parents.get(id) ?? null,
        startedMs: timeOf(start),
        endedMs: timeOf(end),
      };
    },
  );
}

/** Logged models, with the time of their making in place of a start; none where an old version knew none. */
export function readModels(database: DatabaseSync, source: ByteSource): readonly TrackedRun[] {
  if (plainTable(database, 'logged_models', source) === null) return [];
  const columns = ['model_id', 'experiment_id', 'name', 'creation_timestamp_ms'];
  return [...rowsOf(database, source, 'logged_models', columns, maxRuns)].map(
    ([model = null, experiment = null, name, made]) => ({
      id: textOf(model, source),
      experiment: idText(experiment, source),
      name: typeof name === 'string' ? name : null,
      parent: null,
      startedMs: timeOf(made),
    }),
  );
}

/** Every point, in the order in which they were written. @throws FormatProblem | LimitProblem */
export function* readMetrics(database: DatabaseSync, source: ByteSource): Generator<DatabaseMetric, void> {
  const known = plainTable(database, 'metrics', source) ?? new Set();
  // Old versions had neither.
  const optional = ['step', 'is_nan'].filter((name) => known.has(name));
  for (const row of rowsOf(database, source, 'metrics', ['run_uuid', 'key', 'value', ...optional], maxMetrics)) {
    const [run = null, key = null, value = null] = row;
    const step = known.has('step') ? (row[3] ?? null) : 0n;
    const notNumber = known.has('is_nan') ? row.at(-1) : 0n;
    if (typeof step !== 'bigint' || !Number.isSafeInteger(Number(step))) throw rowProblem(source, 'a step', step);
    yield {
      run: textOf(run, source),
      key: textOf(key, source),
      step: Number(step),
      ...numberOf(value, notNumber === 1n, source),
    };
  }
}

/** Every parameter, as the text that it is stored as. @throws FormatProblem | LimitProblem */
export function readParameters(database: DatabaseSync, source: ByteSource): readonly DatabaseParameter[] {
  const rows = rowsOf(database, source, 'params', ['run_uuid', 'key', 'value'], maxParameters);
  return [...rows].map(([run = null, key = null, value = null]) => ({
    run: textOf(run, source),
    key: textOf(key, source),
    value: textOf(value, source),
  }));
}

/**
 * Rows of a plain table as they lie, which is the order in which they were written; integers as BigInt. No index and no
 * sorting, so that a table whose pages lead in circles ends at the limit.
 */
function* rowsOf(
  database: DatabaseSync,
  source: ByteSource,
  table: string,
  columns: readonly string[],
  limit: number,
): Generator<readonly SQLOutputValue[], void> {
  const known = plainTable(database, table, source);
  const missing = columns.find((name) => known?.has(name) !== true);
  if (missing !== undefined) throw sqliteProblem(source, 'SCHEMA', `has no column "${missing}" in a table "${table}"`);
  const values = columns.map((name) => `CASE WHEN length("${name}") <= ${maxCharacters} THEN "${name}" END`);
  const statement = database.prepare(`SELECT ${values.join(', ')} FROM "${table}" NOT INDEXED LIMIT ${limit + 1}`);
  statement.setReadBigInts(true);
  let count = 0;
  for (const row of statement.iterate()) {
    count++;
    if (count > limit)
      throw new LimitProblem('SQLITE_ROWS', `The table "${table}" has more than ${limit} rows.`, {
        place: { file: source.name },
        remedy: 'Log each training into a database of its own.',
      });
    yield Object.values(row);
  }
}

function numberOf(
  value: SQLOutputValue,
  notNumber: boolean,
  source: ByteSource,
): Pick<DatabaseMetric, 'value' | 'exact'> {
  if (notNumber) return { value: Number.NaN };
  if (typeof value === 'bigint') {
    const near = Number(value);
    return Number.isSafeInteger(near) ? { value: near } : { value: near, exact: String(value) };
  }
  if (typeof value !== 'number') throw rowProblem(source, 'a number', value);
  return { value: Math.abs(value) === Number.MAX_VALUE ? value * 2 : value };
}

function textOf(value: SQLOutputValue, source: ByteSource): string {
  if (typeof value !== 'string') throw rowProblem(source, 'a text', value);
  return value;
}

/** Experiments have numbers for ids. */
function idText(value: SQLOutputValue, source: ByteSource): string {
  return typeof value === 'bigint' ? String(value) : textOf(value, source);
}

function timeOf(value: SQLOutputValue | undefined): number | null {
  const time = typeof value === 'bigint' || typeof value === 'number' ? Number(value) : Number.NaN;
  return Number.isFinite(time) ? time : null;
}

function rowProblem(source: ByteSource, expected: string, found: SQLOutputValue): FormatProblem {
  const type = found === null ? 'nothing, or a text that is too long' : typeof found;
  return new FormatProblem('SQLITE_ROW', `The database has ${type} where MLflow keeps ${expected}.`, {
    place: { file: source.name },
    remedy: 'The database was changed by hand or is damaged: let the training make a new one.',
  });
}
