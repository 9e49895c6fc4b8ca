/**
 * Which file trains, and how it is started: by the scripts of pyproject.toml, the commands of the README, and by names and signs
 * in the code. The best of all candidates is taken; a file that only looks like a test or an example has to be very good.
 */
import { isTable, type TomlTable, tomlValue } from '../formats/records/toml-document.ts';
import type { EntryPoint } from './project.ts';
import { canBeStarted, trains, usesHydra } from './python-source.ts';
import { readmeCommands } from './readme-commands.ts';
import type { Repository } from './repository.ts';

/** Files beyond so many are not opened: the training is among those with the better names. */
const mostOpened = 300;

/** The path becomes part of a command for bash: anything that would have to be quoted is left to the person. */
const plainFile = /^[A-Za-z0-9_][\w./-]*\.py$/;

/** Below it, a file is not taken for the training: `main.py` alone says nothing. */
const enough = 60;

/** `pyproject` is the parsed pyproject.toml, empty where there is none. */
export function findEntryPoint(repository: Repository, pyproject: TomlTable): EntryPoint | null {
  const commands = readmeCommands(repository);
  const scripts = scriptsOf(pyproject, repository);
  const candidates = repository.files
    .filter((file) => plainFile.test(file))
    .map((file) => ({ file, byName: nameScore(file) }))
    .sort((a, b) => b.byName - a.byName)
    .slice(0, mostOpened)
    .map(({ file, byName }) => {
      const named = commands.some((command) => command.file === file) ? 60 : 0;
      const script = scripts.some((one) => one.file === file) ? 50 : 0;
      return { file, score: byName + codeScore(repository.text(file)) + named + script };
    })
    .filter(({ score }) => score >= enough)
    .sort((a, b) => b.score - a.score || a.file.length - b.file.length || (a.file < b.file ? -1 : 1));
  const [best] = candidates;
  if (best === undefined) return null;
  const { file } = best;
  const script = scripts.find((one) => one.file === file);
  const command = commands.find((one) => one.file === file);
  if (script !== undefined)
    return { file, start: script.name, args: command?.args ?? '', because: `${script.where} in pyproject.toml` };
  if (command !== undefined)
    return { file, start: command.start, args: command.args, because: `${command.readme} starts it` };
  return { file, start: startOf(file, repository), args: '', because: reasonOf(repository.text(file)) };
}

function nameScore(file: string): number {
  const parts = file.split('/');
  const name = parts.at(-1) ?? '';
  const folders = parts.slice(0, -1).join('/');
  const byName = /^(?:train|training)\.py$/.test(name)
    ? 60
    : /^(?:pre|fine)?_?(?:train|tune)(?:[_-]\w+)?\.py$|^\w+_train\.py$/.test(name)
      ? 45
      : /^run_\w+\.py$/.test(name)
        ? 25
        : /^(?:main|run|__main__|cli)\.py$/.test(name)
          ? 20
          : 0;
  const aside = /(?:^|\/)(?:tests?|examples?|notebooks?|docs?|benchmarks?|legacy|old|third_party|vendor)(?:\/|$)/i.test(
    folders,
  );
  const isTest = /^(?:test_|conftest)|_test\.py$/.test(name);
  return byName - 5 * (parts.length - 1) - (aside || isTest ? 60 : 0);
}

function codeScore(text: string): number {
  return (trains(text) ? 30 : 0) + (usesHydra(text) ? 30 : 0) + (canBeStarted(text) ? 20 : 0);
}

function reasonOf(text: string): string {
  if (usesHydra(text)) return '@hydra.main stands in it';
  return trains(text) ? 'its code trains' : 'its name says so';
}

/** `python train.py`, or `python -m package.train` for a module of a package. */
function startOf(file: string, { files }: Repository): string {
  const parts = file.replace(/\.py$/, '').split('/');
  const folder = file.split('/').slice(0, -1).join('/');
  if (folder === '' || !files.includes(`${folder}/__init__.py`)) return `python ${file}`;
  const module = parts[0] === 'src' ? parts.slice(1) : parts;
  return `python -m ${(module.at(-1) === '__main__' ? module.slice(0, -1) : module).join('.')}`;
}

interface Script {
  readonly name: string;
  readonly file: string;
  readonly where: string;
}

/** Scripts that are named after training, with the file that they run. */
function scriptsOf(pyproject: TomlTable, { files }: Repository): readonly Script[] {
  const tables = [
    { table: tomlValue(tomlValue(pyproject, 'project'), 'scripts'), where: '[project.scripts]' },
    { table: tomlValue(tomlValue(tomlValue(pyproject, 'tool'), 'poetry'), 'scripts'), where: '[tool.poetry.scripts]' },
  ];
  return tables.flatMap(({ table, where }) =>
    (isTable(table) ? Object.entries(table) : []).flatMap(([name, target]) => {
      if (!/^[\w.-]{1,80}$/.test(name) || !/train|fit/i.test(name) || typeof target !== 'string') return [];
      const module = /^([\w.]{1,200}):/.exec(target)?.[1]?.replaceAll('.', '/') ?? '';
      const file = [`${module}.py`, `src/${module}.py`].find((one) => files.includes(one));
      return file === undefined ? [] : [{ name, file, where }];
    }),
  );
}
