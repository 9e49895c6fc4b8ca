/**
 * A command line → Invocation. Everything after the first `--` is the training's command, untouched; everything before
 * it is ours. All that is wrong is said at once.
 */
import { resolve } from 'node:path';
import { CommanderError } from 'commander';
import { InputProblem } from '../model/problem.ts';
import { cliProgram, commandNames, type ParsedLine } from './cli-program.ts';
import { type Complaint, type Location, quotedText } from './complaint.ts';
import type { ConfigHost } from './config-host.ts';
import { type Given, type GivenSource, gather, oneOf, textOf } from './given.ts';
import type { Invocation, OutputOptions } from './invocation.ts';
import { nearestName } from './nearest-name.ts';
import { findOption, optionsFor } from './options.ts';
import { readConfigFile } from './read-config-file.ts';
import { readTextOption } from './read-text-option.ts';
import { onePlace, type Setting } from './setting.ts';
import { throwComplaints, toComparisonRequest, toRequest } from './to-request.ts';
import { fileObstacle } from './writable-place.ts';

const noCommand =
  'expected it after --, as in: train-twice run -- python train.py (or "command" in train-twice.yml, or --command)';

/** `argv` without node and script. @throws InputProblem with everything that is wrong */
export async function parseCommandLine(argv: readonly string[], host: ConfigHost): Promise<Invocation> {
  const separator = argv.indexOf('--');
  const before = separator < 0 ? argv : argv.slice(0, separator);
  // The flag that every tool with colour has.
  const ours = before.map((argument) => (argument === '--no-color' ? '--color=never' : argument));
  const training = separator < 0 ? null : argv.slice(separator + 1);
  const parsed = parse(ours, host.version);
  return parsed.kind === 'line' ? understand(parsed.line, training, host) : parsed;
}

type Parsed = Extract<Invocation, { kind: 'help' | 'version' }> | { readonly kind: 'line'; readonly line: ParsedLine };

function parse(argv: readonly string[], version: string): Parsed {
  const written: string[] = [];
  const lines: ParsedLine[] = [];
  const program = cliProgram(
    version,
    (text) => void written.push(text),
    (line) => void lines.push(line),
  );
  const [first] = argv;
  // Help for nobody's question would exit with 0, and nothing was proven.
  if (first === undefined) throw wrongCommand('no command');
  if (!first.startsWith('-') && first !== 'help' && !commandNames.some((name) => name === first)) {
    throw wrongCommand(`unknown command ${quotedText(first)}`, first);
  }
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.version') return { kind: 'version', text: `${version}\n` };
    if (error.exitCode === 0) return { kind: 'help', text: written.join('') };
    throw commanderProblem(error);
  }
  const [line] = lines;
  if (line === undefined) throw wrongCommand('no command');
  return { kind: 'line', line };
}

function wrongCommand(found: string, name = ''): InputProblem {
  const near = nearestName(name, commandNames);
  const hint = near === null ? `expected one of ${commandNames.join(', ')}` : `did you mean "${near}"?`;
  return new InputProblem('UNKNOWN_COMMAND', `${found}; ${hint}`, {
    remedy: 'train-twice --help lists the commands.',
  });
}

/** What commander finds by itself: an unknown flag before the command, a flag without its value. */
function commanderProblem(error: CommanderError): InputProblem {
  const sentence = error.message
    .replace(/^error: /, '')
    .replace(/\s*\n\(Did you mean (.*)\?\)$/s, '; did you mean $1?');
  return new InputProblem('INVALID_COMMAND_LINE', sentence, {
    remedy: 'train-twice --help lists commands and flags; flags of a command stand after its name.',
  });
}

async function understand(line: ParsedLine, training: readonly string[] | null, host: ConfigHost): Promise<Invocation> {
  const flags = await readFlags(line, training);
  const { operands, complaints: strays } = sortOperands(line, training);
  const start: GivenSource = { ...flags, complaints: [...strays, ...flags.complaints] };
  switch (line.command) {
    case 'run': {
      const given = await withConfigFile(start, host);
      const output = toOutput(given);
      return { kind: 'run', request: await toRequest(given, noCommand), output };
    }
    case 'compare': {
      const given = await withConfigFile(start, host);
      const output = toOutput(given);
      const paths = existingPaths(given, operands, ['RUN1', 'RUN2']);
      const request = await toComparisonRequest(given, 'compare');
      return { kind: 'compare', paths: { first: paths[0] ?? '', second: paths[1] ?? '' }, request, output };
    }
    case 'check': {
      const given = await withConfigFile(start, host);
      const output = toOutput(given);
      const [path = ''] = existingPaths(given, operands, ['RUN']);
      return { kind: 'check', path, request: await toComparisonRequest(given, 'check'), output };
    }
    case 'report': {
      const given = gather(host, [start]);
      checkFormat(given);
      const output = toOutput(given);
      const path = savedReport(given, operands[0]);
      throwComplaints(given);
      return { kind: 'report', path, output };
    }
    case 'fingerprint': {
      const given = gather(host, [start]);
      const output = toOutput(given);
      const [path = ''] = existingPaths(given, operands, ['PATH']);
      throwComplaints(given);
      return { kind: 'fingerprint', path, json: given.value('json') === true, output };
    }
    case 'explain': {
      throwComplaints(start);
      const [id = null] = operands;
      return { kind: 'explain', id };
    }
    case 'init': {
      const given = gather(host, [start]);
      throwComplaints(given);
      return { kind: 'init', force: given.value('force') === true };
    }
    case 'demo': {
      const given = gather(host, [start]);
      const output = toOutput(given);
      throwComplaints(given);
      return { kind: 'demo', keep: given.value('keep') === true, output };
    }
    default:
      return line.command satisfies never;
  }
}

async function withConfigFile(flags: GivenSource, host: ConfigHost): Promise<Given> {
  const config = flags.settings.get('config');
  const folder = textOf(flags.settings.get('working-directory')?.value ?? null) ?? '.';
  const path = textOf(config?.value ?? null);
  const named = config === undefined || path === null ? null : { path, location: config.locate([]) };
  const file = await readConfigFile(host, resolve(host.cwd, folder), named);
  const given = gather(host, [flags, file]);
  checkFormat(given);
  return given;
}

async function readFlags(line: ParsedLine, training: readonly string[] | null): Promise<GivenSource> {
  const settings = new Map<string, Setting>();
  const mentioned = new Set<string>();
  const complaints: Complaint[] = [];
  for (const option of optionsFor('cli', line.command)) {
    const texts = line.flags.get(option.name);
    if (texts === undefined) continue;
    mentioned.add(option.name);
    const read = await readTextOption(option, texts, 'flag', `--${option.name}`);
    if (read.setting === null) complaints.push(...read.complaints);
    else settings.set(option.name, read.setting);
  }
  if (line.command === 'run' && training !== null && training.length > 0) {
    if (mentioned.has('command')) {
      complaints.push({
        location: place('--command'),
        message: 'a second command stands after --; expected one of the two',
      });
    }
    mentioned.add('command');
    settings.set('command', { value: [...training], origin: 'flag', locate: onePlace('the command after --') });
  }
  return { settings, mentioned, complaints };
}

/** Unknown flags come from commander among the operands: everything behind the first one may be its value. */
function sortOperands(
  line: ParsedLine,
  training: readonly string[] | null,
): { readonly operands: readonly string[]; readonly complaints: readonly Complaint[] } {
  const firstUnknown = line.operands.findIndex((text) => text.startsWith('-') && text !== '-');
  const operands = firstUnknown < 0 ? line.operands : line.operands.slice(0, firstUnknown);
  const unknown = firstUnknown < 0 ? [] : line.operands.slice(firstUnknown).filter((text) => /^-./.test(text));
  const complaints = unknown.map(
    (flag): Complaint => ({ location: place(`train-twice ${line.command}`), message: unknownFlag(flag, line) }),
  );
  const most = { run: 0, compare: 2, check: 1, report: 1, fingerprint: 1, explain: 1, init: 0, demo: 0 }[line.command];
  const [extra] = operands.slice(most);
  if (extra !== undefined) {
    const hint = line.command === 'run' ? `; the training's command stands after --` : '';
    const message = `${quotedText(extra)} is one argument too many${hint}`;
    complaints.push({ location: place(`train-twice ${line.command}`), message });
  }
  // After -- only arguments that begin with a hyphen make sense for the others.
  if (line.command === 'run' || training === null) return { operands, complaints };
  return { operands: [...operands, ...training].slice(0, Math.max(most, operands.length)), complaints };
}

function unknownFlag(text: string, line: ParsedLine): string {
  const [flag = text] = text.split('=', 1);
  const near = nearestName(flag, line.knownFlags);
  const option = flag.startsWith('--') ? findOption(flag.slice(2)) : null;
  if (option !== null && !option.surfaces.includes('cli')) {
    const where = option.surfaces.includes('config') ? 'the Action and the configuration file' : 'the Action';
    return `unknown flag ${quotedText(flag)}: it is an option of ${where} only`;
  }
  if (option !== null) return `unknown flag ${quotedText(flag)}: it belongs to ${option.commands.join(', ')}`;
  return near === null
    ? `unknown flag ${quotedText(flag)}; train-twice ${line.command} --help lists the flags`
    : `unknown flag ${quotedText(flag)}; did you mean "${near}"?`;
}

function existingPaths(given: Given, operands: readonly string[], names: readonly string[]): readonly string[] {
  const paths = names.map((name, index) => {
    const written = operands[index];
    if (written === undefined) {
      given.complainAt(place(name), 'not given; expected a folder or a file');
      return null;
    }
    const path = resolve(given.host.cwd, written);
    const kind = given.host.statKind(path);
    if (kind === null)
      given.complainAt(place(name), `${quotedText(written)} does not exist; expected a folder or a file`);
    if (kind === 'other')
      given.complainAt(place(name), `${quotedText(written)} is neither a folder nor a regular file`);
    return { path, written, kind };
  });
  const [first, second] = paths;
  if (first?.kind && second?.kind && first.kind !== second.kind) {
    given.complainAt(
      place('RUN2'),
      `${quotedText(second.written)} is a ${second.kind}, RUN1 a ${first.kind}; expected two of a kind`,
    );
  }
  return paths.map((path) => path?.path ?? '');
}

/** The file that is named, or the report.json in the folder that is. */
function savedReport({ host, complainAt }: Given, written: string | undefined): string {
  if (written === undefined) {
    complainAt(place('REPORT'), 'not given; expected a report.json, or the folder that it lies in');
    return '';
  }
  const named = resolve(host.cwd, written);
  const path = host.statKind(named) === 'directory' ? resolve(named, 'report.json') : named;
  if (host.statKind(path) !== 'file') {
    const what = path === named ? 'is no file' : 'holds no report.json';
    complainAt(
      place('REPORT'),
      `${quotedText(written)} ${what}; expected a report.json, or the folder that it lies in`,
    );
  }
  return path;
}

function checkFormat(given: Given): void {
  const reporters = given.host.known.reporters;
  const format = textOf(given.value('format')) ?? '';
  if (reporters === null || reporters.includes(format)) return;
  const near = nearestName(format, reporters);
  const hint = near === null ? `expected one of ${reporters.join(', ')}` : `did you mean "${near}"?`;
  given.complain('format', [], `there is no reporter ${quotedText(format)}; ${hint}`);
}

function toOutput(given: Given): OutputOptions {
  const file = textOf(given.value('output'));
  const path = file === null ? null : resolve(given.host.cwd, file);
  const obstacle = path === null ? null : fileObstacle(path, given.host);
  if (file !== null && obstacle !== null) given.complain('output', [], `${quotedText(file)} ${obstacle}`);
  if (given.value('quiet') === true && given.value('verbose') === true) {
    given.complain('quiet', [], '--verbose is given too; expected one of the two');
  }
  return {
    format: textOf(given.value('format')) ?? 'terminal',
    outputFile: path,
    color: oneOf(given.value('color'), ['auto', 'always', 'never'], 'auto'),
    quiet: given.value('quiet') === true,
    verbose: given.value('verbose') === true,
  };
}

function place(label: string): Location {
  return { label, place: {} };
}
