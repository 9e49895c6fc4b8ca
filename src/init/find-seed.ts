/**
 * How the training takes its seed: an override of Hydra, an option of its command line (argparse, click, typer, fire, tyro, absl,
 * Hugging Face's and Lightning's own parsers). Told from text; where nothing shows it, the training can read the variable.
 */
import type { Shown } from './project.ts';
import { importsModule, usesHydra } from './python-source.ts';
import type { Repository } from './repository.ts';

const variable = '$TRAIN_TWICE_SEED';

/** What is put behind the command; null where nothing shows how the training takes a seed. `entry` is the file that trains. */
export function findSeed(repository: Repository, entry: string, configFolder: string | null): Shown<string> | null {
  if (usesHydra(repository.text(entry)))
    return configFolder === null ? null : hydraSeed(repository, configFolder, repository.text(entry));
  const own = seedOption(repository.text(entry));
  if (own !== null) return { value: own, because: `${entry} has that option` };
  // Parsers often stand in a file of their own, beside the training.
  const folder = entry.includes('/') ? entry.slice(0, entry.lastIndexOf('/') + 1) : '';
  const parsers = repository.files
    .filter((file) => file.endsWith('.py') && file !== entry && file.startsWith(folder))
    .filter((file) => /(?:^|\/)(?:\w*(?:args?|arguments|options?|opts|config|cfg|parser|cli|utils?))\.py$/.test(file))
    .slice(0, 50);
  for (const file of parsers) {
    const option = seedOption(repository.text(file));
    if (option !== null) return { value: option, because: `${file} has that option` };
  }
  return null;
}

const optionNames = /["'](--(?:random[-_]|manual[-_]?|global[-_])?seed)["']/i;

/** The option with the variable behind it, in the way of the parser that the text uses. */
function seedOption(text: string): string | null {
  if (/\bLightningCLI\(/.test(text)) return `--seed_everything ${variable}`;
  if (/\badd_argument\(|\bclick\.option\(|\btyper\.Option\(|@option\(/.test(text)) {
    const name = optionNames.exec(text)?.[1];
    if (name !== undefined) return `${name} ${variable}`;
  }
  if (/\bHfArgumentParser\(/.test(text) && /\bTrainingArguments\b/.test(text)) return `--seed ${variable}`;
  const flag = /\bDEFINE_integer\(\s{0,40}["']((?:random_|manual_)?seed)["']/.exec(text)?.[1];
  if (flag !== undefined) return `--${flag}=${variable}`;
  const derives =
    /\b(?:typer\.run|fire\.Fire|tyro\.cli|Typer|jsonargparse\.CLI|auto_cli|ArgumentParser\.from_dataclass)\(/.test(
      text,
    );
  const field =
    /^[ \t]{1,12}(seed|random_seed)[ \t]{0,4}:[ \t]{0,4}int\b|\bdef \w+\([^)]{0,2000}\b(seed|random_seed)\b/m.exec(
      text,
    );
  const name = field?.[1] ?? field?.[2];
  if (!derives || name === undefined) return null;
  const dashes = importsModule(text, 'fire') ? name : name.replace('_', '-');
  return `--${dashes} ${variable}`;
}

/** Files of a configuration beyond so many are not opened. */
const mostOpened = 200;

/** The key of a seed in Hydra's configuration: of the files at its root as it stands, of a group's file below the group. */
function hydraSeed(repository: Repository, configFolder: string, entry: string): Shown<string> | null {
  const below = `${configFolder}/`;
  const name = /\bconfig_name\s{0,8}=\s{0,8}["']([\w-]{1,80})(?:\.ya?ml)?["']/.exec(entry)?.[1] ?? 'config';
  const isPrimary = (file: string): boolean => file === `${below}${name}.yaml` || file === `${below}${name}.yml`;
  const files = repository.files
    .filter((file) => file.startsWith(below) && /\.ya?ml$/.test(file))
    .sort(
      (a, b) =>
        Number(isPrimary(b)) - Number(isPrimary(a)) || a.split('/').length - b.split('/').length || (a < b ? -1 : 1),
    )
    .slice(0, mostOpened);
  for (const file of files) {
    const key = seedKey(repository.text(file));
    if (key === null) continue;
    const isGlobal = /^# *@package +_global_/m.test(repository.text(file));
    const group = isGlobal ? '' : file.slice(below.length).split('/').slice(0, -1).join('.');
    if (!/^[\w.]*$/.test(group)) continue;
    return { value: `${group === '' ? '' : `${group}.`}${key}=${variable}`, because: `"${key}" in ${file}` };
  }
  return null;
}

const mostLines = 5000;

/** `seed`, or `training.seed` where it is nested. */
function seedKey(text: string): string | null {
  const open: { readonly indent: number; readonly key: string }[] = [];
  for (const line of text.split('\n', mostLines)) {
    const match = /^( {0,40})([A-Za-z_]\w{0,60}):(?: |$)/.exec(line);
    if (match === null) continue;
    const indent = (match[1] ?? '').length;
    const key = match[2] ?? '';
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    if (/^(?:random_|manual_|global_)?seed$/.test(key)) return [...open.map((one) => one.key), key].join('.');
    open.push({ indent, key });
  }
  return null;
}
