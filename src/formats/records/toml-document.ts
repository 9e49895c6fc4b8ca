/**
 * TOML 1.0 through the library `smol-toml`, which is loaded when the first TOML file is read: most audits have none. Depth is
 * bounded before and inside the parser, the size by whoever reads the file; integers stay exact; a key such as `__proto__`
 * is a key like any other. The parser gives no places, so the line of a `[[table]]` is counted beside it.
 */
import type { RecordProblem } from './record-text.ts';

export type TomlTable = Readonly<Record<string, unknown>>;

export interface TomlReading {
  readonly root: TomlTable;
  readonly problems: readonly RecordProblem[];
}

/** Deeper than any lock file nests. */
const depthLimit = 64;
/** Ten times the largest environment we know of. */
const tableLimit = 100_000;

/** The whole document. Never throws: what is wrong is a problem with its line, and the root is then empty. */
export async function parseToml(text: string): Promise<TomlReading> {
  const { parse, TomlError } = await import('smol-toml');
  try {
    return { root: parse(text.replace(/^\ufeff/, ''), { integersAsBigInt: true, maxDepth: depthLimit }), problems: [] };
  } catch (error) {
    if (error instanceof TomlError) {
      const said = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '') ?? '';
      return refused('TOML_SYNTAX', said, error.line);
    }
    return refused('TOML_UNREADABLE', `the TOML reader gave up: ${error instanceof Error ? error.message : ''}`, 1);
  }
}

function refused(code: string, message: string, line: number): TomlReading {
  return { root: {}, problems: [{ code, message, line }] };
}

/** The member of that name; undefined where there is none of its own. */
export function tomlValue(table: unknown, key: string): unknown {
  return isTable(table) && Object.hasOwn(table, key) ? table[key] : undefined;
}

/** A text that is not empty; null for everything else. */
export function tomlText(table: unknown, key: string): string | null {
  const value = tomlValue(table, key);
  return typeof value === 'string' && value !== '' ? value : null;
}

export function isTable(value: unknown): value is TomlTable {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export interface LocatedTable {
  readonly table: TomlTable;
  /** From 1; of the whole file where it cannot be told. */
  readonly line: number;
}

export interface ArrayOfTables {
  readonly tables: readonly LocatedTable[];
  readonly problems: readonly RecordProblem[];
}

/** The tables under `[[name]]` of the document, each with the line of its head. */
export function arrayOfTables(root: TomlTable, name: string, text: string): ArrayOfTables {
  const value = tomlValue(root, name);
  if (!Array.isArray(value))
    return { tables: [], problems: [{ code: 'NO_PACKAGES', message: `no "[[${name}]]" was found`, line: 1 }] };
  const heads = headLines(text, name);
  const known = heads.length === value.length;
  const tables = value
    .slice(0, tableLimit)
    .map((table: unknown, index) => ({ table: isTable(table) ? table : {}, line: known ? (heads[index] ?? 1) : 1 }));
  const rest = { code: 'TOO_MANY_LINES', message: `only the first ${tableLimit} packages were read`, line: 1 };
  return { tables, problems: value.length > tableLimit ? [rest] : [] };
}

function headLines(text: string, name: string): readonly number[] {
  const head = `[[${name}]]`;
  return text.split('\n').flatMap((line, index) => (line.startsWith(head) ? [index + 1] : []));
}
