/**
 * What `pip list` and `uv pip list` print: the table with its row of dashes, and `--format=json`. (`--format=freeze` is a
 * requirements file.) A table says no more than name and version: what came from a VCS looks as if it came from the index.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import { normalizePackageName } from '../../model/package-name.ts';
import { normalizeVersion } from '../../model/python-version.ts';
import type { PlainValue, RequirementLine, RequirementsRecord } from '../../model/record.ts';
import { peekText } from '../codecs/text.ts';
import { readPlainDocument } from './plain-document.ts';
import type { RecordFormat } from './record-format.ts';
import { baseName, type RecordProblem, readRecordText } from './record-text.ts';
import { shownRequirement } from './requirement-line.ts';

const jsonNames = /^((pip|uv|conda)[._-]?(pip[._-]?)?(list|freeze)|installed[._-]packages)\.json$/i;

/** In UTF-16, as PowerShell writes it, every other byte is 0. A blank line or a warning may stand above the table, a whole log may not. */
const peekBytes = 2048;
const tableHead = /^[^\w\n]{0,8}Package +Version\b[^\n]*\r?\n-{2,} +-{2,}/m;

/** Ten times the largest environment we know of. */
const rowLimit = 100_000;

export const pipList: RecordFormat = {
  id: 'pip-list',
  title: 'package list: pip list, as a table or as JSON',
  recognizes(path, source) {
    if (jsonNames.test(baseName(path))) return true;
    return /\.(?:txt|lock)$/i.test(path) && tableHead.test(peekText(source, peekBytes).replaceAll('\0', ''));
  },
  read(path, neutralPath, source): RequirementsRecord {
    const identity = { kind: 'requirements', path, neutralPath, format: 'pip-list', scope: 'installed' } as const;
    return /\.json$/i.test(path)
      ? { ...identity, ...readJson(path, neutralPath, source) }
      : { ...identity, manager: 'pip', ...readTable(source) };
  },
};

type Rows = Pick<RequirementsRecord, 'lines' | 'problems'>;

function readTable(source: ByteSource): Rows {
  const { text, problems: textProblems } = readRecordText(source);
  const problems: RecordProblem[] = [...textProblems];
  const rows = text.replace(/^\ufeff/, '').split(/\r\n|\n/);
  const dashes = rows.findIndex((row) => /^-{2,} +-{2,}/.test(row));
  const head = rows[dashes - 1] ?? '';
  const columns = columnsOf(rows[dashes] ?? '');
  const locationAt = columns.findIndex((start) => head.startsWith('Editable project location', start));
  const lines: RequirementLine[] = [];
  for (const [index, row] of rows.slice(dashes + 1).entries()) {
    // pip advertises its next version below the table.
    if (row.trim() === '' || row.startsWith('[notice]')) continue;
    const line = dashes + 2 + index;
    if (lines.length >= rowLimit) {
      problems.push({ code: 'TOO_MANY_LINES', message: `only the first ${rowLimit} rows were read`, line });
      break;
    }
    const cells = columns.map((start, at) => row.slice(start, columns[at + 1]).trim());
    const location = locationAt < 0 ? '' : (cells[locationAt] ?? '');
    lines.push(lineOf({ name: cells[0] ?? '', version: cells[1] ?? '', location, shown: row.trim(), line }));
  }
  return { lines, problems };
}

/** Where each column begins. pip has at most six: a row is not cut into more, however many dashes there are. */
function columnsOf(dashes: string): readonly number[] {
  return [...dashes.slice(0, 2000).matchAll(/-+/g)].slice(0, 8).map(({ index }) => index);
}

interface Row {
  readonly name: string;
  readonly version: string;
  readonly location: string;
  readonly shown: string;
  readonly line: number;
}

function lineOf({ name, version, location, shown, line }: Row): RequirementLine {
  const fits = /^[A-Za-z0-9](?:[\w.-]{0,200}[A-Za-z0-9])?$/.test(name) && /^\S+$/.test(version);
  return {
    name: fits ? normalizePackageName(name) : null,
    pinned: fits ? (normalizeVersion(version) ?? version.slice(0, 200)) : null,
    text: shownRequirement(shown),
    line,
    problem: fits ? null : 'not a row of name and version',
    source: location === '' ? 'index' : 'editable',
  };
}

/** A list of objects with name and version; conda's have the channel beside them. */
function readJson(path: string, neutralPath: string, source: ByteSource): Rows & Pick<RequirementsRecord, 'manager'> {
  const { value, problems } = readPlainDocument({ kind: 'environment', path, neutralPath, format: 'pip-list' }, source);
  if (value.type !== 'list') {
    const expected = { code: 'NOT_A_LIST', message: 'a list of objects with "name" and "version" was expected' };
    return { lines: [], problems: problems.length > 0 ? problems : [expected], manager: 'pip' };
  }
  const items = value.items.slice(0, rowLimit);
  const lines = items.map((item): RequirementLine => {
    const [name, version] = [textAt(item, 'name'), textAt(item, 'version')];
    const location = textAt(item, 'editable_project_location');
    // JSON is one line as pip prints it.
    return lineOf({ name, version, location, shown: `${name} ${version}`.trim(), line: 1 });
  });
  const conda = items.some((item) => textAt(item, 'build_string') !== '');
  return { lines, problems, manager: conda ? 'conda' : 'pip' };
}

function textAt(item: PlainValue, key: string): string {
  const found = item.type === 'map' ? item.items.find(([name]) => name === key)?.[1] : undefined;
  return found?.type === 'str' ? found.text : '';
}
