/** An error that ended a command: its exit code, and what a person gets to read. */
import { isProblem } from '../model/problem.ts';
import { type ExitCode, exitCodes } from '../model/verdict.ts';
import { problemText } from '../report/problem-text.ts';
import { escapeTerminal } from '../report/text/escape-terminal.ts';

export interface Failure {
  readonly exitCode: ExitCode;
  readonly text: string;
}

/** Bad input is the user's (2); everything else that stops an audit is ours (70), and a pass is never among them. */
export function failureOf(error: unknown): Failure {
  if (isProblem(error)) {
    return { exitCode: error.tag === 'input' ? exitCodes.badInput : exitCodes.internal, text: problemText(error) };
  }
  const shown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    exitCode: exitCodes.internal,
    text: `This is a fault of train-twice itself; please report it with the lines below.\n${shown
      .split('\n')
      .map((line) => escapeTerminal(line))
      .join('\n')}`,
  };
}
