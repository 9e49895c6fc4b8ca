/**
 * `pixi.lock` (lock versions 4 to 7): conda's and PyPI's packages of every environment and platform. The `packages` list is cut
 * into its items, and each is read as a small YAML document of its own: that keeps a lock of several megabytes quick, and
 * gives every package its line.
 *
 * Conda's packages may say under which names PyPI knows them (`purls`); they then go by these.
 */
import { normalizePackageName } from '../../model/package-name.ts';
import { normalizeVersion } from '../../model/python-version.ts';
import type { PlainValue, RequirementLine, RequirementsRecord } from '../../model/record.ts';
import { archiveOf } from './conda-package.ts';
import type { RecordFormat } from './record-format.ts';
import { baseName, lockLimitBytes, type RecordProblem, readRecordText } from './record-text.ts';
import { shownRequirement } from './requirement-line.ts';
import { parseLocation, wholeCommit } from './requirement-location.ts';
import { parseYaml } from './yaml-value.ts';

/** Ten times the largest lock that we know of. */
const packageLimit = 50_000;
/** A package has some twenty lines; its dependencies are the longest part. */
const itemLimit = 64 * 1024;

export const pixiLock: RecordFormat = {
  id: 'pixi-lock',
  title: 'package list: pixi.lock',
  recognizes: (path) => /^(?:[\w-]+[._-])?pixi\.lock$/i.test(baseName(path)),
  read(path, neutralPath, source): RequirementsRecord {
    const { text, problems: textProblems } = readRecordText(source, lockLimitBytes);
    const problems: RecordProblem[] = [...textProblems];
    const items = packageItems(text);
    if (items === null) problems.push({ code: 'NO_PACKAGES', message: 'no list under "packages" was found', line: 1 });
    const lines: RequirementLine[] = [];
    for (const { text: item, line } of items ?? []) {
      if (lines.length >= packageLimit) {
        problems.push({ code: 'TOO_MANY_LINES', message: `only the first ${packageLimit} packages were read`, line });
        break;
      }
      const yaml = parseYaml(item.slice(0, itemLimit));
      const [problem] = yaml.problems;
      if (problem !== undefined) problems.push({ code: problem.code, message: problem.message, line });
      lines.push(...linesOf(yaml.value, line));
    }
    const identity = { kind: 'requirements', path, neutralPath, format: 'pixi-lock' } as const;
    return { ...identity, problems, scope: 'locked', manager: 'conda', lines };
  },
};

/** The rest of an item (hashes, dependencies, licences) is most of the file, and not looked at. */
const usedKeys: ReadonlySet<string> = new Set([
  'kind',
  'conda',
  'conda_source',
  'pypi',
  'name',
  'version',
  'url',
  'path',
  'purls',
]);

/** The items of the list under `packages:`, with the dash taken out; null where there is no such list. */
function packageItems(text: string): readonly { readonly text: string; readonly line: number }[] | null {
  const rows = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const start = rows.findIndex((row) => /^packages\s*:\s*(?:\[\s*\]\s*)?$/.test(row));
  if (start < 0) return null;
  const items: { rows: string[]; line: number }[] = [];
  let indent: string | null = null;
  let wanted = true;
  for (const [index, row] of rows.slice(start + 1).entries()) {
    const dash = /^( *)- /.exec(row);
    indent ??= dash?.[1] ?? null;
    const begins = dash !== null && dash[1] === indent;
    if (!begins && /^[^\s#]/.test(row)) break;
    if (begins) items.push({ rows: [], line: start + 2 + index });
    const plain = begins ? row.replace('- ', '  ') : row;
    const key = /^( *)([A-Za-z_]+)\s*:/.exec(plain);
    if (key !== null && key[1]?.length === (indent ?? '').length + 2) wanted = usedKeys.has(key[2] ?? '');
    if (wanted) items.at(-1)?.rows.push(plain);
  }
  return items.map(({ rows: own, line }) => ({ text: own.join('\n'), line }));
}

function linesOf(item: PlainValue, line: number): readonly RequirementLine[] {
  const kind = textAt(item, 'kind') ?? (textAt(item, 'pypi') === null ? 'conda' : 'pypi');
  const address = textAt(item, kind) ?? textAt(item, 'url') ?? textAt(item, 'path') ?? '';
  if (kind === 'pypi') return [pypiLine(item, address, line)];
  const file = archiveOf(address);
  const built = /^[\w.-]+/.exec(textAt(item, 'conda_source') ?? '')?.[0] ?? null;
  const name = textAt(item, 'name') ?? built ?? file.name;
  const version = textAt(item, 'version') ?? file.pinned;
  const make = (known: string | null): RequirementLine => ({
    name: known === null ? null : normalizePackageName(known.slice(0, 200)),
    pinned: version?.slice(0, 200) ?? null,
    text: shownRequirement(version === null ? address : `${name}=${version}`),
    line,
    problem: known === null ? 'a package without a name' : null,
    // What is built from a folder or a repository is the project's own.
    source: file.problem === null ? 'index' : 'editable',
  });
  const purls = pypiNames(item);
  return purls.length > 0 ? purls.map(make) : [make(name)];
}

function pypiLine(item: PlainValue, address: string, line: number): RequirementLine {
  const found = parseLocation(address);
  const name = textAt(item, 'name') ?? found.name;
  const version = textAt(item, 'version');
  const folder = found.source === 'path' && found.name === null;
  const vcs = found.source === 'vcs' ? 'vcs' : null;
  const commit = wholeCommit(address.slice(address.lastIndexOf('#') + 1));
  const pinned = version === null ? found.pinned : (normalizeVersion(version) ?? version.slice(0, 200));
  const shown = version === null ? `${name} @ ${address}` : `${name}==${version}`;
  return {
    name: name === null ? null : normalizePackageName(name.slice(0, 200)),
    pinned: vcs === null ? pinned : (found.pinned ?? commit),
    text: shownRequirement(vcs === null && !folder ? shown : `${name} @ ${address}`),
    line,
    problem: name === null ? 'a package without a name' : null,
    // Folders are the project's own, whether they are installed as editable or not.
    source: vcs ?? (folder ? 'editable' : 'index'),
  };
}

/** `pkg:pypi/torch?source=…`: the names by which PyPI knows a package of conda. */
function pypiNames(item: PlainValue): readonly string[] {
  const purls = valueAt(item, 'purls');
  if (purls?.type !== 'list') return [];
  return purls.items.slice(0, 20).flatMap((purl) => {
    const name = purl.type === 'str' ? /^pkg:pypi\/([A-Za-z0-9._-]{1,200})(?:[@?#]|$)/.exec(purl.text)?.[1] : undefined;
    return name === undefined ? [] : [name];
  });
}

function textAt(item: PlainValue, key: string): string | null {
  const value = valueAt(item, key);
  if (value === undefined || value.type === 'map' || value.type === 'list' || value.type === 'none') return null;
  return value.text === '' ? null : value.text;
}

function valueAt(item: PlainValue, key: string): PlainValue | undefined {
  return item.type === 'map' ? item.items.find(([name]) => name === key)?.[1] : undefined;
}
