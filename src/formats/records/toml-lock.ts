/** What the lock files in TOML share: an array of tables, each of which is a package with a name, a version and a source. */
import type { ByteSource } from '../../model/byte-source.ts';
import type { RequirementsRecord } from '../../model/record.ts';
import { lockedLine, type PackageOrigin } from './locked-package.ts';
import { lockLimitBytes, readRecordText } from './record-text.ts';
import { arrayOfTables, parseToml, type TomlTable, tomlText } from './toml-document.ts';

export interface TomlLock {
  readonly format: string;
  /** The name of the array of tables. */
  readonly packages: string;
  originOf(table: TomlTable): PackageOrigin;
}

/** The file as a package list. @throws LimitProblem where it is too large */
export async function readTomlLock(
  path: string,
  neutralPath: string,
  source: ByteSource,
  { format, packages, originOf }: TomlLock,
): Promise<RequirementsRecord> {
  const { text, problems } = readRecordText(source, lockLimitBytes);
  const toml = await parseToml(text);
  const found = toml.problems.length > 0 ? { tables: [], problems: [] } : arrayOfTables(toml.root, packages, text);
  return {
    kind: 'requirements',
    path,
    neutralPath,
    format,
    problems: [...problems, ...toml.problems, ...found.problems],
    scope: 'locked',
    manager: 'pip',
    lines: found.tables.map(({ table, line }) =>
      lockedLine({ name: tomlText(table, 'name'), version: tomlText(table, 'version'), origin: originOf(table), line }),
    ),
  };
}
