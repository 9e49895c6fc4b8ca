/**
 * MLflow's database (`mlflow.db`; any SQLite file with its tables): the points of each run as series, its parameters as one
 * configuration, read from a copy through `node:sqlite` where Node has it (see `trackers/sqlite-copy.ts`).
 *
 * Ids and times are left out. Several runs become parts of the file, named as in the file store. Runs that had ended before
 * this training began belong to another one and are set aside, which a note says.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { ByteSource } from '../../model/byte-source.ts';
import type { ReadNote } from '../../model/entry.ts';
import { FormatProblem } from '../../model/problem.ts';
import type { PlainValue } from '../../model/record.ts';
import { peekText } from '../codecs/text.ts';
import {
  type DatabaseRun,
  isMlflowDatabase,
  readExperiments,
  readMetrics,
  readParameters,
  readRuns,
} from '../trackers/mlflow-database.ts';
import { parameterValue } from '../trackers/parameter-value.ts';
import { plainName, runNames } from '../trackers/run-names.ts';
import { isSqlite, sqliteProblem, sqliteUnavailable, withDatabase } from '../trackers/sqlite-copy.ts';
import {
  type FoundRecord,
  type MetricContext,
  type MetricFormat,
  type MetricPart,
  type MetricReading,
  noSurroundings,
  type PartName,
} from './metric-format.ts';
import { collectSeries, type SeriesCollector } from './series-collector.ts';

/** The schema stands at the beginning of a database; MLflow's has fifty pages of it. */
const peekBytes = 4 * 1024 * 1024;
/** Clocks of one machine; MLflow rounds to milliseconds. */
const marginMs = 1000;

export const mlflowDatabase: MetricFormat = {
  id: 'mlflow-database',
  title: "MLflow's database (SQLite)",
  inTrackersPlaces: 'also',
  recognizes(source, path) {
    if (/(?:^|\/)mlflow\.db$/.test(path)) return source.byteLength > 0;
    return isSqlite(source) && /CREATE TABLE "?latest_metrics"?\s*\(/i.test(peekText(source, peekBytes));
  },
  parts: (path) => ['-wal', '-shm', '-journal'].map((ending) => `${path.slice(path.lastIndexOf('/') + 1)}${ending}`),
  unavailable: sqliteUnavailable,
  async read(source, path, context = noSurroundings) {
    return withDatabase(source, context.sibling, (database) => readDatabase(database, source, path, context));
  },
};

function readDatabase(
  database: DatabaseSync,
  source: ByteSource,
  path: string,
  { startedMs, neutralize }: MetricContext,
): MetricReading {
  if (!isMlflowDatabase(database, source)) throw sqliteProblem(source, 'SCHEMA', 'does not have the tables of MLflow');
  const all = readRuns(database, source);
  const runs = all.filter((run) => startedMs === null || !endedBefore(run, startedMs - marginMs));
  const names = partNames(runs, readExperiments(database, source), neutralize);
  refuseAlike(names, source);
  const points = new Map<string, SeriesCollector>(runs.map(({ id }) => [id, collectSeries(path)]));
  let count = 0;
  for (const { run, key, step, ...number } of readMetrics(database, source)) {
    const collector = points.get(run);
    if (collector !== undefined) count++;
    collector?.add(key, 'step', step, number);
  }
  const notes: ReadNote[] = [];
  const older = all.length - runs.length;
  if (older > 0)
    notes.push({
      code: 'MLFLOW_OLDER_RUNS',
      message: `${older} runs in the database had ended before this training began, and were not compared.`,
    });
  if (count === 0) notes.push({ code: 'METRICS_EMPTY', message: 'The database holds no point of this training.' });
  const parts = runs.flatMap(({ id }): readonly (MetricPart & { readonly id: string })[] => {
    const name = names.get(id) ?? null;
    const series = points.get(id)?.finish() ?? [];
    return name === null || series.length === 0 ? [] : [{ ...name, id, series, notes: [] }];
  });
  const only = runs.length === 1 ? (points.get(runs[0]?.id ?? '')?.finish() ?? []) : [];
  return { series: only, notes, parts, records: parametersOf(database, source, runs, names) };
}

function endedBefore({ startedMs, endedMs }: DatabaseRun, timeMs: number): boolean {
  const last = endedMs ?? startedMs;
  return last !== null && last < timeMs;
}

/** Where there are several runs, each has a part of its own, below its experiment where there are several of these too. */
function partNames(
  runs: readonly DatabaseRun[],
  experiments: ReadonlyMap<string, string>,
  neutralize: (name: string) => string,
): ReadonlyMap<string, PartName> {
  if (runs.length < 2) return new Map();
  const several = new Set(runs.map(({ experiment }) => experiment)).size > 1;
  const names = runNames(runs, neutralize);
  return new Map(
    runs.map(({ id, experiment }) => {
      const within = experiments.get(experiment) ?? experiment;
      const neutralName = `‹${names.get(id) ?? 'run'}›`;
      return [
        id,
        several
          ? { name: `${experiment}/${id}`, neutralName: `‹experiment ${plainName(within, neutralize)}›/${neutralName}` }
          : { name: id, neutralName },
      ];
    }),
  );
}

/** Two runs under one name could be taken for each other, and nothing is paired by a guess. @throws FormatProblem */
function refuseAlike(names: ReadonlyMap<string, PartName>, source: ByteSource): void {
  const seen = new Set<string>();
  for (const { neutralName } of names.values()) {
    if (seen.has(neutralName))
      throw new FormatProblem(
        'MLFLOW_RUNS_ALIKE',
        `Two runs in the database are both ${JSON.stringify(neutralName)} and nothing tells which of them belongs to which of the other run.`,
        { place: { file: source.name }, remedy: 'Give each a name of its own: mlflow.start_run(run_name=…).' },
      );
    seen.add(neutralName);
  }
}

function parametersOf(
  database: DatabaseSync,
  source: ByteSource,
  runs: readonly DatabaseRun[],
  names: ReadonlyMap<string, PartName>,
): readonly FoundRecord[] {
  const values = new Map<string, (readonly [string, PlainValue])[]>(runs.map(({ id }) => [id, []]));
  for (const { run, key, value } of readParameters(database, source))
    values.get(run)?.push([key, parameterValue(value)]);
  return [...values].flatMap(([id, items]): readonly FoundRecord[] => {
    if (items.length === 0) return [];
    const value = { type: 'map', items: items.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) } as const;
    return [{ part: names.get(id) ?? null, record: { kind: 'configuration', format: 'mlflow', problems: [], value } }];
  });
}
