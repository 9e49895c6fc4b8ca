import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  FormatProblem,
  LimitProblem,
  isProblem
} from "./chunk-B5J4NNO2.js";
import {
  formatBytes
} from "./chunk-5YLZBCQB.js";

// src/formats/trackers/sqlite-copy.ts
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
var maxBytes = 512 * 1024 * 1024;
var blockBytes = 1024 * 1024;
var magic = "SQLite format 3\0";
function sqliteUnavailable() {
  return sqlite() === null ? `it needs Node 22.13 or newer, and this is Node ${process.versions.node}; the Action brings Node 24` : null;
}
function sqlite() {
  const getBuiltinModule = process.getBuiltinModule;
  return getBuiltinModule?.("node:sqlite") ?? null;
}
function isSqlite(source) {
  if (source.byteLength < 100) return false;
  return Buffer.from(source.read(0, magic.length)).toString("latin1") === magic;
}
function withDatabase(source, sibling, use) {
  const module = sqlite();
  if (module === null) throw sqliteProblem(source, "UNAVAILABLE", `cannot be read: ${sqliteUnavailable() ?? ""}`);
  if (!isSqlite(source)) throw sqliteProblem(source, "HEADER", "does not begin as SQLite databases do");
  const baseName = source.name.slice(source.name.lastIndexOf("/") + 1);
  refuseJournal(source, sibling(`${baseName}-journal`));
  const log = sibling(`${baseName}-wal`);
  const folder = mkdtempSync(path.join(tmpdir(), "train-twice-db-"));
  try {
    const copy = path.join(folder, "copy.db");
    if (source.byteLength + (log?.byteLength ?? 0) > maxBytes)
      throw new LimitProblem(
        "SQLITE_SIZE",
        `The database has ${formatBytes(source.byteLength)}; at most ${formatBytes(maxBytes)} are read.`,
        { place: { file: source.name }, remedy: "Log each training into a database of its own." }
      );
    copyTo(copy, source);
    if (log !== null) copyTo(`${copy}-wal`, log);
    const database = new module.DatabaseSync(copy, {
      readOnly: true,
      allowExtension: false,
      enableForeignKeyConstraints: false,
      enableDoubleQuotedStringLiterals: false
    });
    try {
      database.exec("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;");
      return use(database);
    } finally {
      database.close();
    }
  } catch (error) {
    throw problemOf(source, error);
  } finally {
    try {
      log?.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
function problemOf(source, error) {
  if (isProblem(error) || !(error instanceof Error) || !("code" in error)) return error;
  const { code } = error;
  if (code === "ERR_SQLITE_ERROR" || code === "ERR_OUT_OF_RANGE" || code === "ERR_STRING_TOO_LONG")
    return sqliteProblem(source, "DAMAGED", `cannot be read: ${error.message}`, error);
  return "syscall" in error ? sqliteProblem(source, "COPY", `cannot be copied: ${error.message}`, error) : error;
}
function refuseJournal(source, journal) {
  if (journal === null) return;
  try {
    const begun = journal.byteLength >= 8 && journal.read(0, 8).some((byte) => byte !== 0);
    if (begun) throw sqliteProblem(source, "JOURNAL", "was left in the middle of a transaction");
  } finally {
    journal.close();
  }
}
function copyTo(file, source) {
  const descriptor = openSync(file, "wx", 384);
  try {
    for (let offset = 0; offset < source.byteLength; offset += blockBytes) {
      const block = source.read(offset, Math.min(blockBytes, source.byteLength - offset));
      for (let done = 0; done < block.length; ) done += writeSync(descriptor, block, done);
    }
  } finally {
    closeSync(descriptor);
  }
}
function plainTable(database, name, source) {
  const found = database.prepare(
    "SELECT type, substr(CAST(sql AS TEXT), 1, 200) AS sql FROM sqlite_schema WHERE name = ? COLLATE NOCASE AND type <> 'index' LIMIT 3"
  ).all(name);
  const [table] = found;
  if (table === void 0) return null;
  const isPlain = found.length === 1 && table.type === "table" && /^\s*CREATE\s+TABLE\b/i.test(String(table.sql));
  if (!isPlain) throw sqliteProblem(source, "SCHEMA", `has a "${name}" that is no plain table`);
  const columns = database.prepare("SELECT name, hidden FROM pragma_table_xinfo(?) LIMIT 1000").all(name);
  const computed = columns.find(({ hidden }) => hidden !== 0);
  if (computed !== void 0)
    throw sqliteProblem(source, "SCHEMA", `computes the column "${String(computed.name)}" of "${name}" on reading`);
  return new Set(columns.map((column) => String(column.name).toLowerCase()));
}
function sqliteProblem(source, code, what, cause) {
  return new FormatProblem(`SQLITE_${code}`, `The database ${what}.`, {
    place: { file: source.name },
    remedy: "Let the training end its last run and close the tracker; name the file in `ignore: files` if it holds no result.",
    ...cause === void 0 ? {} : { cause }
  });
}

export {
  sqliteUnavailable,
  isSqlite,
  withDatabase,
  plainTable,
  sqliteProblem
};
