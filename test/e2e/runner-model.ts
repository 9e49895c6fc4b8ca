/**
 * A model of the GitHub runner for one step of a JavaScript action: environment files, `INPUT_*` out of action.yml, an empty
 * working folder, the node that is asked for; then whatever the step printed and wrote, read as the runner reads it. Facts:
 * actions/runner NodeScriptActionHandler.cs, FileCommandManager.cs, ActionCommandManager.cs. Leaves out: problem matchers, the
 * tool cache, containers.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseRunnerOutput, type WorkflowCommand } from './runner-commands.ts';
import { parseEnvironmentFile, summaryLimitBytes } from './runner-files.ts';

export interface StepRequest {
  /** Absolute path of the file to run, e.g. `dist/action.js`. */
  readonly main: string;
  /** Absolute path of action.yml: inputs get their defaults from it. */
  readonly actionYml: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** On top of what a runner gives; `undefined` takes a variable away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The workspace; a fresh empty folder where none is given. */
  readonly workspace?: string;
  /** Node to run it with; this one where none is given. */
  readonly node?: string;
  /** Sends signals once `when` holds for what was printed so far; later ones `afterMs` after the one before. */
  readonly signals?: readonly {
    readonly signal: NodeJS.Signals;
    readonly when?: (printed: string) => boolean;
    readonly afterMs?: number;
  }[];
  /** The values of the job's matrix; none where it has none. */
  readonly matrix?: Readonly<Record<string, unknown>>;
  /** What a main step saved: for post steps. */
  readonly state?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

export interface StepResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** As a runner would show the step: exit code 0, no broken file command, no forbidden command. */
  readonly succeeded: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly exportedEnvironment: Readonly<Record<string, string>>;
  /** What GitHub would show: empty where it was too long and hence dropped. */
  readonly summary: string;
  readonly summaryDropped: boolean;
  readonly commands: readonly WorkflowCommand[];
  /** Errors, warnings and notices as annotations: ten of a level, messages cut at 4,096 characters. */
  readonly annotations: readonly { readonly level: string; readonly title: string; readonly message: string }[];
  /** Lines shown in the log, masked. */
  readonly log: readonly string[];
  readonly masks: readonly string[];
  readonly stdout: string;
  readonly stderr: string;
  readonly workspace: string;
  readonly runnerTemp: string;
  /** Why the runner itself would fail the step. */
  readonly faults: readonly string[];
}

const fileCommands = ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'] as const;

/** Runs one step to its end. */
export async function runStep(request: StepRequest): Promise<StepResult> {
  const runnerTemp = mkdtempSync(join(tmpdir(), 'runner-temp-'));
  const workspace = request.workspace ?? mkdtempSync(join(tmpdir(), 'runner-workspace-'));
  mkdirSync(join(runnerTemp, '_runner_file_commands'));
  const files = Object.fromEntries(
    fileCommands.map((name) => [name, join(runnerTemp, '_runner_file_commands', `${name.toLowerCase()}_1`)]),
  );
  for (const path of Object.values(files)) writeFileSync(path, '');
  const eventPath = join(runnerTemp, 'event.json');
  writeFileSync(eventPath, '{}');

  const environment: Record<string, string | undefined> = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_JOB: 'reproducible',
    GITHUB_REPOSITORY: 'octo/model',
    GITHUB_RUN_ID: '1234567',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_NUMBER: '7',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '0123456789012345678901234567890123456789',
    GITHUB_WORKSPACE: workspace,
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: runnerTemp,
    RUNNER_TRACKING_ID: 'github_7f5a',
    ...Object.fromEntries(Object.entries(files).map(([name, path]) => [`GITHUB_${name}`, path])),
    ...inputVariables(request),
    ...Object.fromEntries(Object.entries(request.state ?? {}).map(([name, value]) => [`STATE_${name}`, value])),
    ...request.environment,
  };
  const ended = await start(request, workspace, environment);

  const out = parseRunnerOutput(ended.stdout);
  const err = parseRunnerOutput(ended.stderr);
  // The runner drains stderr first; which of the two comes first is nothing to rely on.
  const commands = [...err.commands, ...out.commands];
  const output = parseEnvironmentFile(read(files.OUTPUT));
  const state = parseEnvironmentFile(read(files.STATE));
  const exported = parseEnvironmentFile(read(files.ENV));
  const summaryBytes = statSync(files.STEP_SUMMARY ?? '').size;
  const faults = [...out.faults, ...err.faults, output.fault, state.fault, exported.fault].filter(
    (fault) => fault !== null,
  );
  const masks = commands.filter((command) => command.name === 'add-mask').map((command) => command.data);
  return {
    exitCode: ended.exitCode,
    signal: ended.signal,
    succeeded: ended.exitCode === 0 && faults.length === 0,
    outputs: output.values,
    state: state.values,
    exportedEnvironment: exported.values,
    summary: summaryBytes > summaryLimitBytes ? '' : read(files.STEP_SUMMARY),
    summaryDropped: summaryBytes > summaryLimitBytes,
    commands,
    annotations: annotationsOf(commands),
    log: [...err.lines, ...out.lines].map((line) => masked(line, masks)),
    masks,
    stdout: ended.stdout,
    stderr: ended.stderr,
    workspace,
    runnerTemp,
    faults,
  };
}

/** Removes what a step left on this machine. */
export function cleanUp(result: StepResult): void {
  for (const folder of [result.workspace, result.runnerTemp]) rmSync(folder, { recursive: true, force: true });
}

/** Every input of action.yml, given or by default; unknown ones are passed on as well, as the runner does. */
function inputVariables(request: StepRequest): Readonly<Record<string, string>> {
  const document: unknown = parse(readFileSync(request.actionYml, 'utf8'));
  const declared = isRecord(document) && isRecord(document.inputs) ? document.inputs : {};
  const defaults = Object.entries(declared).map(([name, input]): [string, string] => {
    const value = isRecord(input) ? input.default : undefined;
    return [name, value === undefined || value === null ? '' : evaluated(String(value), request)];
  });
  return Object.fromEntries(
    [...defaults, ...Object.entries(request.inputs)].map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  );
}

/** Defaults may be expressions; ours asks for one thing. */
function evaluated(text: string, { matrix }: StepRequest): string {
  return text === `\${{ toJson(matrix) }}` ? JSON.stringify(matrix ?? null, null, 2) : text;
}

interface Ended {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(
  request: StepRequest,
  workspace: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(request.node ?? process.execPath, [request.main], {
      cwd: workspace,
      env: Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined)),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const printed = { stdout: '', stderr: '' };
    const pending = [...(request.signals ?? [])];
    const limit = setTimeout(() => child.kill('SIGKILL'), request.timeoutMs ?? 120_000);
    const watch = (): void => {
      const [next] = pending;
      if (next?.when === undefined || !next.when(printed.stdout + printed.stderr)) return;
      pending.shift();
      child.kill(next.signal);
      sendLater(child, pending);
    };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8');
      child[name].on('data', (text: string) => {
        printed[name] += text;
        watch();
      });
    }
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      clearTimeout(limit);
      resolve({ exitCode, signal, ...printed });
    });
  });
}

/** The signals behind the first, each after its time: as on cancelling, SIGINT, 7.5 s, SIGTERM, 2.5 s, SIGKILL. */
function sendLater(child: ChildProcess, pending: NonNullable<StepRequest['signals']>): void {
  let wait = 0;
  for (const next of pending) {
    if (next.when !== undefined) return;
    wait += next.afterMs ?? 0;
    setTimeout(() => child.kill(next.signal), wait).unref();
  }
}

const levels = ['error', 'warning', 'notice'];

function annotationsOf(commands: readonly WorkflowCommand[]): StepResult['annotations'] {
  return levels.flatMap((level) =>
    commands
      .filter((command) => command.name === level)
      .slice(0, 10)
      .map((command) => ({
        level,
        title: command.properties.title ?? '',
        message: command.data.slice(0, 4_096),
      })),
  );
}

function masked(line: string, masks: readonly string[]): string {
  return masks.filter((mask) => mask !== '').reduce((text, mask) => text.replaceAll(mask, '***'), line);
}

function read(path: string | undefined): string {
  return path === undefined ? '' : readFileSync(path, 'utf8');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
