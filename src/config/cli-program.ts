/**
 * The command line's grammar for commander, made from the table of options. Nothing is decided here: a parsed command
 * line is handed on as it is, and commander neither prints nor exits.
 */
import { Command, Option as Flag, type OutputConfiguration } from 'commander';
import { type CommandName, type Option, withDefault } from './option.ts';
import { optionsFor } from './options.ts';

/** A command line, taken apart and not yet understood. */
export interface ParsedLine {
  readonly command: CommandName;
  readonly operands: readonly string[];
  /** Every occurrence of each flag, by option name. */
  readonly flags: ReadonlyMap<string, readonly string[]>;
  /** Flags of this command, for "did you mean". */
  readonly knownFlags: readonly string[];
}

interface CommandText {
  readonly name: CommandName;
  readonly usage: string;
  readonly summary: string;
  readonly description: string;
}

const commands: readonly CommandText[] = [
  {
    name: 'run',
    usage: '[options] -- COMMAND…',
    summary: 'train twice and judge',
    description: 'Runs the training twice with the same seed, compares what the runs left behind, and judges.',
  },
  {
    name: 'compare',
    usage: '[options] RUN1 RUN2',
    summary: 'judge two folders (or two files) that exist already',
    description: 'Compares two folders (or two files) that exist already, and judges. Nothing is trained.',
  },
  {
    name: 'check',
    usage: '[options] RUN',
    summary: 'audit the record of one run',
    description:
      'Audits the record that one run kept of itself: layout, configuration, environment, requirements, dataset, checkpoints. Nothing is trained and nothing compared, so there is no verdict on reproducibility.',
  },
  {
    name: 'report',
    usage: '[options] REPORT',
    summary: 'show a saved report again, in any format',
    description:
      'Renders a report.json that an audit left (or the one in a folder) with any reporter, as the audit itself would have. Nothing is judged again: the exit code is 0 where it could be rendered, whatever the verdict.',
  },
  {
    name: 'fingerprint',
    usage: '[options] PATH',
    summary: 'digests of every tensor, scalar and series',
    description: 'Prints the digests of every tensor, scalar and series below a folder, or in a file.',
  },
  {
    name: 'explain',
    usage: '[CHECK]',
    summary: 'what a check means, why it matters, how to fix it',
    description: 'Explains one check; without a name it lists all of them.',
  },
  {
    name: 'init',
    usage: '[options]',
    summary: 'write a config and a workflow for this repository',
    description:
      'Looks at the repository in the current directory and writes a train-twice.yml and a workflow that fit it, with comments. What is there already is left alone; nothing of the repository is executed.',
  },
  {
    name: 'demo',
    usage: '[options]',
    summary: 'the whole thing on a small training that needs only Python 3',
    description:
      'Trains a small example twice and shows it reproducible, then one with a mistake, and shows it caught.',
  },
];

const exitCodeHelp = `
A flag is stronger than the configuration file (train-twice.yml), and that is stronger than the default.
Exit codes: 0 passed, 1 did not pass, 2 bad input, 3 inconclusive, 4 a run failed, 130 cancelled, 70 our own fault.`;

export const commandNames: readonly CommandName[] = commands.map((command) => command.name);

/** Wide enough for the longest sentence of the table on two lines, and the same everywhere, for the docs. */
const helpColumns = 100;

/** A fresh program: `write` gets help and version, `onParsed` the command line. Throws commander's CommanderError. */
export function cliProgram(
  version: string,
  write: (text: string) => void,
  onParsed: (line: ParsedLine) => void,
): Command {
  const output: OutputConfiguration = {
    writeOut: write,
    // What is wrong is said by our own problems.
    writeErr: () => {},
    getOutHelpWidth: () => helpColumns,
    getErrHelpWidth: () => helpColumns,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  };
  const program = new Command('train-twice')
    .description('Runs a training twice and proves whether the same thing comes out.')
    .version(version, '-V, --version', 'Print the version.')
    .helpOption('-h, --help', 'Print this help.')
    .helpCommand('help [COMMAND]', 'print the help of a command')
    .addHelpText('after', exitCodeHelp)
    .configureHelp({ subcommandTerm: (command) => `${command.name()} ${command.usage()}`.trim() })
    .exitOverride()
    .configureOutput(output);
  for (const text of commands) program.addCommand(subcommand(text, output, onParsed));
  return program;
}

function subcommand(text: CommandText, output: OutputConfiguration, onParsed: (line: ParsedLine) => void): Command {
  const options = optionsFor('cli', text.name);
  const command = new Command(text.name)
    .usage(text.usage)
    .summary(text.summary)
    .description(text.description)
    .helpOption('-h, --help', 'Print this help.')
    .argument('[OPERAND...]')
    .configureHelp({ visibleArguments: () => [] })
    .allowUnknownOption()
    .allowExcessArguments()
    .exitOverride()
    .configureOutput(output);
  const flags = new Map<string, readonly string[]>();
  for (const option of options) for (const flag of flagsOf(option, flags)) command.addOption(flag);
  const knownFlags = [...options.map((option) => `--${option.name}`), '--help'];
  command.action(() => onParsed({ command: text.name, operands: command.args, flags, knownFlags }));
  return command;
}

function flagsOf(option: Option, flags: Map<string, readonly string[]>): readonly Flag[] {
  const gather = (value: string) => {
    const all = [...(flags.get(option.name) ?? []), value];
    flags.set(option.name, all);
    return all;
  };
  const name = `--${option.name}`;
  if (option.type.kind === 'boolean') {
    // A flag without a value never reaches an argument parser unless it has a preset.
    const on = new Flag(name, helpText(option)).preset('true').argParser(gather);
    if (option.default !== true) return [on];
    const off = new Flag(`--no-${option.name}`, `Not so: ${helpText(option)}`).preset('false').argParser(gather);
    return [on.hideHelp(), off];
  }
  const flag = new Flag(`${name} <${placeholder(option)}>`, helpText(option)).argParser(gather);
  return [flag];
}

function helpText(option: Option): string {
  if (option.type.kind === 'boolean') return option.description;
  return withDefault(option);
}

function placeholder(option: Option): string {
  const type = option.type;
  switch (type.kind) {
    case 'path':
      return 'PATH';
    case 'command':
      return 'SCRIPT';
    case 'integer':
      return 'N';
    case 'duration':
      return 'TIME';
    case 'size':
      return 'SIZE';
    case 'globs':
      return 'GLOB';
    case 'enum':
      return 'WORD';
    case 'text':
      return 'NAME';
    case 'boolean':
    case 'secret':
    case 'context':
      return '';
    case 'structure':
      return type.form === 'selection' || type.form === 'metrics' ? 'GLOB' : 'TEXT';
    default:
      return type satisfies never;
  }
}
