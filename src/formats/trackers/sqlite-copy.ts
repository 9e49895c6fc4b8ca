/**
 * A SQLite database that nobody trusts, opened for reading: a copy of it, together with its write-ahead log, in a folder of
 * our own, through `node:sqlite` (Node 22.13 and newer). Nothing is written to the original, nothing is attached, no extension
 * is loaded, functions in the schema are not trusted; only plain tables and stored columns are read (`plainTable`).
 *
 * A database that was left in the middle of a transaction (a rollback journal beside it) is refused: to read it would be to
 * change it.
 */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { ByteSource } from '../../model/byte-source.ts';
import { formatBytes } from '../../model/format-number.ts';
import { FormatProblem, isProblem, LimitProblem } from '../../model/problem.ts';

/** A tracker's database of a thousand runs has some ten megabytes. */
const maxBytes = 512 * 1024 * 1024;
const blockBytes = 1024 * 1024;
const magic = 'SQLite format 3\0';

/** Opens a file beside the database by its base name; null where there is none. */
export type Sibling = (name: string) => (ByteSource & { close(): void }) | null;

/** Why databases cannot be read here; null where they can. */
export function sqliteUnavailable(): string | null {
  return sqlite() === null
    ? `it needs Node 22.13 or newer, and this is Node ${process.versions.node}; the Action brings Node 24`
    : null;
}

/** A build for Node 20 must not name the module where it is loaded: it is asked for at run time. */
function sqlite(): typeof import('node:sqlite') | null {
  const getBuiltinModule: typeof process.getBuiltinModule | undefined = process.getBuiltinModule;
  return getBuiltinModule?.('node:sqlite') ?? null;
}

/** True where the bytes begin as a database does. */
export function isSqlite(source: ByteSource): boolean {
  if (source.byteLength < 100) return false;
  return Buffer.from(source.read(0, magic.length)).toString('latin1') === magic;
}

/**
 * Opens a copy, gives it to `use`, and takes everything away again.
 * @throws FormatProblem `SQLITE_*`; LimitProblem `SQLITE_SIZE`
 */
export function withDatabase<T>(source: ByteSource, sibling: Sibling, use: (database: DatabaseSync) => T): T {
  const module = sqlite();
  if (module === null) throw sqliteProblem(source, 'UNAVAILABLE', `cannot be read: ${sqliteUnavailable() ?? ''}`);
  if (!isSqlite(source)) throw sqliteProblem(source, 'HEADER', 'does not begin as SQLite databases do');
  const baseName = source.name.slice(source.name.lastIndexOf('/') + 1);
  refuseJournal(source, sibling(`${baseName}-journal`));
  const log = sibling(`${baseName}-wal`);
  const folder = mkdtempSync(path.join(tmpdir(), 'train-twice-db-'));
  try {
    const copy = path.join(folder, 'copy.db');
    if (source.byteLength + (log?.byteLength ?? 0) > maxBytes)
      throw new LimitProblem(
        'SQLITE_SIZE',
        `The database has ${formatBytes(source.byteLength)}; at most ${formatBytes(maxBytes)} are read.`,
        { place: { file: source.name }, remedy: 'Log each training into a database of its own.' },
      );
    copyTo(copy, source);
    if (log !== null) copyTo(`${copy}-wal`, log);
    const database = new module.DatabaseSync(copy, {
      readOnly: true,
      allowExtension: false,
      enableForeignKeyConstraints: false,
      enableDoubleQuotedStringLiterals: false,
    });
    try {
      database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;');
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

/** What the engine and the system complain of; anything else is a fault of our own and stays what it is. */
function problemOf(source: ByteSource, error: unknown): unknown {
  if (isProblem(error) || !(error instanceof Error) || !('code' in error)) return error;
  const { code } = error;
  if (code === 'ERR_SQLITE_ERROR' || code === 'ERR_OUT_OF_RANGE' || code === 'ERR_STRING_TOO_LONG')
    return sqliteProblem(source, 'DAMAGED', `cannot be read: ${error.message}`, error);
  return 'syscall' in error ? sqliteProblem(source, 'COPY', `cannot be copied: ${error.message}`, error) : error;
}

function refuseJournal(source: ByteSource, journal: (ByteSource & { close(): void }) | null): void {
  if (journal === null) return;
  try {
    // A journal that was ended by zeroing its head means nothing any more.
    const begun = journal.byteLength >= 8 && journal.read(0, 8).some((byte) => byte !== 0);
    if (begun) throw sqliteProblem(source, 'JOURNAL', 'was left in the middle of a transaction');
  } finally {
    journal.close();
  }
}

function copyTo(file: string, source: ByteSource): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    for (let offset = 0; offset < source.byteLength; offset += blockBytes) {
      const block = source.read(offset, Math.min(blockBytes, source.byteLength - offset));
      for (let done = 0; done < block.length; ) done += writeSync(descriptor, block, done);
    }
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The names of the stored columns of a plain table, in lower case; null where there is no such table. A view, a virtual
 * table and columns that are computed on reading would run what someone wrote into the schema.
 * @throws FormatProblem `SQLITE_SCHEMA`
 */
export function plainTable(database: DatabaseSync, name: string, source: ByteSource): ReadonlySet<string> | null {
  const found = database
    .prepare(
      "SELECT type, substr(CAST(sql AS TEXT), 1, 200) AS sql FROM sqlite_schema WHERE name = ? COLLATE NOCASE AND type <> 'index' LIMIT 3",
    )
    .all(name);
  const [table] = found;
  if (table === undefined) return null;
  const isPlain = found.length === 1 && table.type === 'table' && /^\s*CREATE\s+TABLE\b/i.test(String(table.sql));
  if (!isPlain) throw sqliteProblem(source, 'SCHEMA', `has a "${name}" that is no plain table`);
  const columns = database.prepare('SELECT name, hidden FROM pragma_table_xinfo(?) LIMIT 1000').all(name);
  const computed = columns.find(({ hidden }) => hidden !== 0);
  if (computed !== undefined)
    throw sqliteProblem(source, 'SCHEMA', `computes the column "${String(computed.name)}" of "${name}" on reading`);
  return new Set(columns.map((column) => String(column.name).toLowerCase()));
}

/** A problem of the whole file. */
export function sqliteProblem(source: ByteSource, code: string, what: string, cause?: unknown): FormatProblem {
  return new FormatProblem(`SQLITE_${code}`, `The database ${what}.`, {
    place: { file: source.name },
    remedy:
      'Let the training end its last run and close the tracker; name the file in `ignore: files` if it holds no result.',
    ...(cause === undefined ? {} : { cause }),
  });
}
