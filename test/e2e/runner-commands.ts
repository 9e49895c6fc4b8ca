/**
 * What a GitHub runner takes out of the output of a step, after actions/runner `ActionCommandManager.cs` and `ActionCommand.cs`:
 * `::name key=value::data` at the start of a line (white space before it trimmed, U+0085 and U+00A0 included), the old
 * `##[name key=value]data` anywhere (the first of a line), `stop-commands` with its token. Lines end at `\r`, `\n`, `\r\n`.
 */

export interface WorkflowCommand {
  /** In lower case: the runner ignores case. */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

export interface ParsedOutput {
  readonly commands: readonly WorkflowCommand[];
  /** Everything else, in order. */
  readonly lines: readonly string[];
  /** True where a stop window was still open at the end. */
  readonly stopped: boolean;
  /** An invalid stop token: the runner fails the step. */
  readonly faults: readonly string[];
}

const known = new Set([
  'internal-set-repo-path',
  'set-env',
  'set-output',
  'save-state',
  'add-path',
  'add-mask',
  'add-matcher',
  'remove-matcher',
  'warning',
  'error',
  'notice',
  'debug',
  'group',
  'endgroup',
  'echo',
  'stop-commands',
]);

/** Commands and plain lines of one stream. */
export function parseRunnerOutput(text: string): ParsedOutput {
  const commands: WorkflowCommand[] = [];
  const lines: string[] = [];
  const faults: string[] = [];
  let stopToken: string | null = null;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (stopToken !== null) {
      const command =
        parseV2(line, new Set([stopToken.toLowerCase()])) ?? parseV1(line, new Set([stopToken.toLowerCase()]));
      if (command?.name === stopToken.toLowerCase()) stopToken = null;
      else lines.push(line);
      continue;
    }
    const command = parseV2(line, known) ?? parseV1(line, known);
    if (command === null) {
      lines.push(line);
      continue;
    }
    if (command.name === 'stop-commands') {
      const token = command.data;
      if (token === '' || token === 'pause-logging' || known.has(token.toLowerCase()))
        faults.push(`stop token "${token}"`);
      else stopToken = token;
    } else if (command.name === 'set-env' || command.name === 'add-path') {
      faults.push(`::${command.name} is disabled and fails the step`);
    }
    commands.push(command);
  }
  return { commands, lines, stopped: stopToken !== null, faults };
}

/** .NET's `Trim` takes every Unicode white space, U+0085 and U+00A0 among them; U+FEFF is none. */
const leadingSpace = /^[\s\u0085\u00a0]+/u;

function parseV2(line: string, names: ReadonlySet<string>): WorkflowCommand | null {
  const message = line.startsWith('\ufeff') ? line : line.replace(leadingSpace, '');
  if (!message.startsWith('::')) return null;
  const end = message.indexOf('::', 2);
  if (end < 0) return null;
  const info = message.slice(2, end);
  const space = info.indexOf(' ');
  const name = (space < 0 ? info : info.slice(0, space)).toLowerCase();
  if (!names.has(name)) return null;
  return {
    name,
    properties: properties(space < 0 ? '' : info.slice(space + 1), ',', unescapeProperty),
    data: unescapeData(message.slice(end + 2)),
  };
}

function parseV1(line: string, names: ReadonlySet<string>): WorkflowCommand | null {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return null;
  const info = line.slice(start + 3, end);
  const space = info.indexOf(' ');
  const name = (space < 0 ? info : info.slice(0, space)).toLowerCase();
  if (!names.has(name)) return null;
  return {
    name,
    properties: properties(space < 0 ? '' : info.slice(space + 1), ';', unescapeV1),
    data: unescapeV1(line.slice(end + 1)),
  };
}

function properties(
  text: string,
  separator: string,
  plain: (text: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text
      .trim()
      .split(separator)
      .filter((pair) => pair.includes('='))
      .map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), plain(pair.slice(pair.indexOf('=') + 1))]),
  );
}

/** Lower-case `%0a` is no escape for the runner. */
function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}

function unescapeV1(text: string): string {
  return text.replaceAll('%3B', ';').replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%5D', ']');
}
