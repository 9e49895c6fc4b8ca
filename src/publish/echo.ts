/**
 * Lines of a training, made harmless for a console that may belong to a GitHub runner: a prefix in front of every line (so
 * that nothing of it begins one), no command forms, no control sequences, capped in length and in number. The log file keeps
 * every byte; what is left out here is counted and said.
 */
import { formatInteger } from '../model/format-number.ts';
import { shortened, visible } from '../report/text/visible.ts';
import { withoutCommands } from '../report/text/workflow-commands.ts';

/** Longer lines are no text for reading. */
const longestLine = 1_000;
/** A console takes so many lines in a window of so long; the runner's log service chokes on more. */
const linesPerWindow = 500;
const windowMs = 5_000;
/** Per run: beyond this nobody scrolls. */
const linesPerRun = 20_000;

/** Everything that ends a line for a runner, a terminal or a log viewer. */
const lineEnds = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/;
/** ECMA-48 control sequences, operating system commands with their text, and other escapes, in 7-bit and 8-bit form. */
const sequences =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;

/** The printable lines in a piece of output. */
export function harmlessLines(output: string): readonly string[] {
  return output
    .slice(0, longestLine * 64)
    .split(lineEnds)
    .map((line) => line.replace(sequences, '').replaceAll('\t', '    ').trimEnd())
    .filter((line, _, all) => line !== '' || all.length === 1)
    .map((line) => withoutCommands(visible(shortened(line, longestLine))));
}

export interface EchoState {
  readonly windowStartMs: number;
  readonly inWindow: number;
  readonly inRun: number;
  readonly leftOut: number;
}

export const echoStart: EchoState = { windowStartMs: 0, inWindow: 0, inRun: 0, leftOut: 0 };

/** What of the output is shown at `nowMs`, each line behind `prefix`, and the next state. */
export function echo(
  state: EchoState,
  output: string,
  prefix: string,
  nowMs: number,
): { readonly state: EchoState; readonly lines: readonly string[] } {
  const fresh = nowMs - state.windowStartMs >= windowMs;
  let inWindow = fresh ? 0 : state.inWindow;
  let { inRun, leftOut } = state;
  const lines: string[] = [];
  for (const line of harmlessLines(output)) {
    if (inWindow >= linesPerWindow || inRun >= linesPerRun) {
      leftOut++;
      continue;
    }
    if (leftOut > 0) lines.push(leftOutLine(leftOut, prefix));
    leftOut = 0;
    inWindow++;
    inRun++;
    lines.push(`${prefix}${line}`);
  }
  return { state: { windowStartMs: fresh ? nowMs : state.windowStartMs, inWindow, inRun, leftOut }, lines };
}

/** The line that tells what was left out since the last one shown; for the end of a run. */
export function echoRest(state: EchoState, prefix: string): readonly string[] {
  return state.leftOut === 0 ? [] : [leftOutLine(state.leftOut, prefix)];
}

function leftOutLine(count: number, prefix: string): string {
  return `${prefix}… ${formatInteger(count)} lines left out here; the log file has them.`;
}
