/** The tables of options and outputs, in Markdown. */
import { actionOutputs } from '../action-outputs.ts';
import type { Option, OptionType } from '../option.ts';
import { options } from '../options.ts';

/** One row an option that is an input, a flag or a key; what only the command line has stands in docs/cli.md. */
export function renderOptionsTable(): string {
  const shown = options.filter(isShown);
  return table(
    ['option', 'default', 'meaning'],
    shown.map((option) => [link(option), option.shownDefault, option.description]),
  );
}

/** What people set: not what only the command line has, nor what the runner fills. */
export function isShown({ surfaces, type }: Option): boolean {
  return type.kind !== 'context' && (surfaces.includes('action') || surfaces.includes('config'));
}

/** The outputs of the Action. */
export function renderOutputsTable(): string {
  return table(
    ['output', 'meaning', 'example'],
    actionOutputs.map((output) => [`\`${output.name}\``, output.description, `\`${output.example}\``]),
  );
}

function link(option: Option): string {
  return `[\`${option.name}\`](docs/configuration.md#${option.name})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The type of an option in a few words. */
export function typeText(type: OptionType): string {
  switch (type.kind) {
    case 'text':
      return 'text';
    case 'path':
      return 'path';
    case 'command':
      return 'script, or list of arguments';
    case 'integer':
      return `integer, ${type.minimum} to ${type.maximum}`;
    case 'boolean':
      return 'yes or no';
    case 'duration':
      return type.canBeOff ? 'duration or `off`' : 'duration';
    case 'size':
      return 'size';
    case 'enum':
      return type.values.map((value) => `\`${value}\``).join(', ');
    case 'globs':
      return `\`${type.word}\`, or globs`;
    case 'structure':
      return type.form === 'selection' || type.form === 'metrics' ? 'globs, or mapping' : 'mapping';
    case 'secret':
      return 'secret';
    case 'context':
      return 'filled by the runner';
    default:
      return type satisfies never;
  }
}
