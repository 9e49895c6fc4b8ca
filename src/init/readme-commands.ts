/**
 * Commands of the README that start a Python file of the repository. Only plain words are taken: what is written into the
 * configuration is run later, so nothing with quotes, pipes or substitutions gets there without a person.
 */
import type { Repository } from './repository.ts';

export interface ReadmeCommand {
  readonly file: string;
  /** `python train.py`, `accelerate launch train.py`: without a package manager's prefix, arguments and seed. */
  readonly start: string;
  readonly args: string;
  readonly readme: string;
}

const mostLines = 5000;
const mostLine = 1000;
const mostArgs = 300;

const prefix = /^(?:uv run|poetry run|pdm run|pixi run|hatch run)(?: --?[\w-]+)* /;
const launcher = /^(?:python3?(?: -m torch\.distributed\.(?:run|launch))?|accelerate launch|torchrun|deepspeed) /;
const plainWord = /^[\w./=:,+@-]+$/;
/** Its value is ours to give. */
const seedWord = /^(?:-{0,2}|\+{0,2})(?:[\w.]*\.)?(?:random[-_])?(?:manual[-_]?)?seed(?:_everything)?(?:=.*)?$/i;

/** In the order of the README. */
export function readmeCommands(repository: Repository): readonly ReadmeCommand[] {
  const readme = repository.files.find((file) => /^readme(?:\.(?:md|rst|txt))?$/i.test(file));
  if (readme === undefined) return [];
  const lines = repository
    .text(readme)
    .replaceAll(/ {0,8}\\\n[ \t]*/g, ' ')
    .split('\n', mostLines)
    .filter((line) => line.length <= mostLine);
  return lines.flatMap((line) => {
    const command = line
      .trim()
      .replace(/^(?:[$>%] |`{1,3})/, '')
      .replace(/`{1,3}$/, '')
      .replace(/\s+#\s.*$/, '')
      .replace(prefix, '');
    const found = launcher.exec(command);
    return found === null ? [] : commandOf(found[0].trim(), command.slice(found[0].length), repository, readme);
  });
}

function commandOf(start: string, rest: string, { files }: Repository, readme: string): readonly ReadmeCommand[] {
  const words = rest.trim().split(/\s+/).slice(0, 60);
  const at = words.findIndex((word) => word.endsWith('.py') || word === '-m');
  const isModule = words[at] === '-m';
  const script = isModule ? `-m ${words[at + 1] ?? ''}` : (words[at] ?? '').replace(/^\.\//, '');
  const file = isModule ? moduleFile(words[at + 1] ?? '', files) : files.includes(script) ? script : null;
  // Words before the script are the launcher's own.
  const own = words.slice(0, Math.max(0, at));
  if (at < 0 || file === null || !own.every((word) => plainWord.test(word))) return [];
  const python = start.replace(/^python3/, 'python');
  const args = plainArguments(words.slice(isModule ? at + 2 : at + 1));
  return [{ file, start: [python, ...own, script].join(' '), args, readme }];
}

function moduleFile(module: string, files: readonly string[]): string | null {
  if (!/^[\w.]{1,200}$/.test(module)) return null;
  const path = module.replaceAll('.', '/');
  const names = [`${path}.py`, `src/${path}.py`, `${path}/__main__.py`, `src/${path}/__main__.py`];
  return names.find((name) => files.includes(name)) ?? null;
}

/** Up to the first word that is not plain; without a seed of the README's own. */
function plainArguments(words: readonly string[]): string {
  const kept: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!plainWord.test(word) || word === '...') return '';
    if (!seedWord.test(word)) kept.push(word);
    else if (!word.includes('=') && word.startsWith('-')) at += 1;
  }
  const text = kept.join(' ');
  return text.length > mostArgs ? '' : text;
}
