import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  plainTable,
  sqliteProblem
} from "./chunk-B32HKWQC.js";
import {
  FormatProblem,
  LimitProblem
} from "./chunk-B5J4NNO2.js";

// src/formats/trackers/mlflow-database.ts
var maxCharacters = 64 * 1024;
var maxRuns = 1e5;
var maxParameters = 1e6;
var maxMetrics = 5e6;
function isMlflowDatabase(database, source) {
  return ["experiments", "runs", "metrics", "params"].every((name) => plainTable(database, name, source) !== null);
}
function readExperiments(database, source) {
  const rows = rowsOf(database, source, "experiments", ["experiment_id", "name"], maxRuns);
  return new Map([...rows].map(([id = null, name = null]) => [idText(id, source), textOf(name, source)]));
}
function readRuns(database, source) {
  const parents = /* @__PURE__ */ new Map();
  if (plainTable(database, "tags", source) !== null) {
    for (const [run = null, key = null, value = null] of rowsOf(
      database,
      source,
      "tags",
      ["run_uuid", "key", "value"],
      maxParameters
    ))
      if (key === "mlflow.parentRunId") parents.set(textOf(run, source), textOf(value, source));
  }
  const columns = ["run_uuid", "experiment_id", "name", "start_time", "end_time"];
  return [...rowsOf(database, source, "runs", columns, maxRuns)].map(
    ([run = null, experiment = null, name, start, end]) => {
      const id = textOf(run, source);
      return {
        id,
        experiment: idText(experiment, source),
        name: typeof name === "string" ? name : null,
        parent: parents.get(id) ?? null,
        startedMs: timeOf(start),
        endedMs: timeOf(end)
      };
    }
  );
}
function readModels(database, source) {
  if (plainTable(database, "logged_models", source) === null) return [];
  const columns = ["model_id", "experiment_id", "name", "creation_timestamp_ms"];
  return [...rowsOf(database, source, "logged_models", columns, maxRuns)].map(
    ([model = null, experiment = null, name, made]) => ({
      id: textOf(model, source),
      experiment: idText(experiment, source),
      name: typeof name === "string" ? name : null,
      parent: null,
      startedMs: timeOf(made)
    })
  );
}
function* readMetrics(database, source) {
  const known = plainTable(database, "metrics", source) ?? /* @__PURE__ */ new Set();
  const optional = ["step", "is_nan"].filter((name) => known.has(name));
  for (const row of rowsOf(database, source, "metrics", ["run_uuid", "key", "value", ...optional], maxMetrics)) {
    const [run = null, key = null, value = null] = row;
    const step = known.has("step") ? row[3] ?? null : 0n;
    const notNumber = known.has("is_nan") ? row.at(-1) : 0n;
    if (typeof step !== "bigint" || !Number.isSafeInteger(Number(step))) throw rowProblem(source, "a step", step);
    yield {
      run: textOf(run, source),
      key: textOf(key, source),
      step: Number(step),
      ...numberOf(value, notNumber === 1n, source)
    };
  }
}
function readParameters(database, source) {
  const rows = rowsOf(database, source, "params", ["run_uuid", "key", "value"], maxParameters);
  return [...rows].map(([run = null, key = null, value = null]) => ({
    run: textOf(run, source),
    key: textOf(key, source),
    value: textOf(value, source)
  }));
}
function* rowsOf(database, source, table, columns, limit) {
  const known = plainTable(database, table, source);
  const missing = columns.find((name) => known?.has(name) !== true);
  if (missing !== void 0) throw sqliteProblem(source, "SCHEMA", `has no column "${missing}" in a table "${table}"`);
  const values = columns.map((name) => `CASE WHEN length("${name}") <= ${maxCharacters} THEN "${name}" END`);
  const statement = database.prepare(`SELECT ${values.join(", ")} FROM "${table}" NOT INDEXED LIMIT ${limit + 1}`);
  statement.setReadBigInts(true);
  let count = 0;
  for (const row of statement.iterate()) {
    count++;
    if (count > limit)
      throw new LimitProblem("SQLITE_ROWS", `The table "${table}" has more than ${limit} rows.`, {
        place: { file: source.name },
        remedy: "Log each training into a database of its own."
      });
    yield Object.values(row);
  }
}
function numberOf(value, notNumber, source) {
  if (notNumber) return { value: Number.NaN };
  if (typeof value === "bigint") {
    const near = Number(value);
    return Number.isSafeInteger(near) ? { value: near } : { value: near, exact: String(value) };
  }
  if (typeof value !== "number") throw rowProblem(source, "a number", value);
  return { value: Math.abs(value) === Number.MAX_VALUE ? value * 2 : value };
}
function textOf(value, source) {
  if (typeof value !== "string") throw rowProblem(source, "a text", value);
  return value;
}
function idText(value, source) {
  return typeof value === "bigint" ? String(value) : textOf(value, source);
}
function timeOf(value) {
  const time = typeof value === "bigint" || typeof value === "number" ? Number(value) : Number.NaN;
  return Number.isFinite(time) ? time : null;
}
function rowProblem(source, expected, found) {
  const type = found === null ? "nothing, or a text that is too long" : typeof found;
  return new FormatProblem("SQLITE_ROW", `The database has ${type} where MLflow keeps ${expected}.`, {
    place: { file: source.name },
    remedy: "The database was changed by hand or is damaged: let the training make a new one."
  });
}

export {
  isMlflowDatabase,
  readExperiments,
  readRuns,
  readModels,
  readMetrics,
  readParameters
};
