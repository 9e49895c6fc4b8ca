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
  const refusal = systemRefusal(error);
  if (refusal !== null) return { exitCode: exitCodes.internal, text: refusal };
  const shown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    exitCode: exitCodes.internal,
    text: `This is a fault of train-twice itself; please report it with the lines below.\n${shown
      .split('\n')
      .map((line) => escapeTerminal(line))
      .join('\n')}`,
  };
}

/** What a machine may refuse at any moment, whatever this tool does: no fault of its own, so no stack. */
const refusals: Readonly<Record<string, string>> = {
  ENOSPC: 'Free some space on that disk and start again.',
  EDQUOT: 'Free some of the quota on that disk and start again.',
  EROFS: 'Let the working directory and report-dir lie where this user may write.',
  EACCES: 'Give this user the right to it and start again.',
  EPERM: 'Give this user the right to it and start again.',
  EMFILE: 'Raise the limit of open files (ulimit -n) and start again.',
  ENFILE: 'Close some programs: this machine has no file handles left.',
  ENOMEM: 'Close some programs: this machine has no memory left.',
  EIO: 'Look at the disk: it could not read or write.',
};

function systemRefusal(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return null;
  const remedy = refusals[String(error.code)];
  if (remedy === undefined) return null;
  return `The system refused what the audit needed: ${escapeTerminal(error.message)}.\n  ${remedy}`;
}
