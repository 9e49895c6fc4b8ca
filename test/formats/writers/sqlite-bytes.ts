/** The bytes of a small SQLite database, made by `node:sqlite`: only called where Node has it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A database with pages of 512 bytes in which these statements were run. */
export function databaseBytes(statements: readonly string[]): Uint8Array {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const folder = mkdtempSync(path.join(tmpdir(), 'sqlite-bytes-'));
  try {
    const file = path.join(folder, 'made.db');
    const database = new DatabaseSync(file);
    database.exec('PRAGMA page_size = 512');
    for (const statement of statements) database.exec(statement);
    database.close();
    return Uint8Array.from(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
