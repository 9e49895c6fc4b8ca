/** `train-twice report`: a saved report, rendered again. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { OutputOptions } from '../config/invocation.ts';
import { formatBytes } from '../model/format-number.ts';
import { InputProblem } from '../model/problem.ts';
import { type ExitCode, exitCodes } from '../model/verdict.ts';
import { openConsole } from '../publish/console.ts';
import { readReport } from '../report/read-json.ts';
import { deliver } from './deliver.ts';
import { nowMs, type World } from './world.ts';

/** Far above any report of ours (the largest hold some tens of megabytes), and a text that Node can hold. */
const mostBytes = 256 * 1024 * 1024;

/**
 * Gives 0 once it is rendered: the verdict was given when the report was made.
 * @throws InputProblem for what is no report, PublishProblem where the result cannot be written
 */
export async function reportCommand(path: string, output: OutputOptions, world: World): Promise<ExitCode> {
  const report = readReport(readText(path));
  const { stdout, stderr } = world;
  await deliver(report, output, openConsole({ stdout, stderr, mode: 'quiet', verbose: false, nowMs }), world);
  return exitCodes.passed;
}

/** @throws InputProblem `REPORT_UNREADABLE`, `REPORT_TOO_LARGE`, `REPORT_NOT_JSON` */
function readText(path: string): string {
  const bytes = readBytes(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputProblem('REPORT_NOT_JSON', 'The report is no UTF-8 text.', {
      place: { file: path },
      remedy: 'Take the report as it was written, whole and unchanged.',
      cause,
    });
  }
}

function readBytes(path: string): Uint8Array {
  let handle: number | null = null;
  try {
    // Without O_NONBLOCK opening a FIFO waits for a writer, for ever.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(handle);
    if (stats.size > mostBytes) {
      const found = `The file has ${formatBytes(stats.size)}; a report of at most ${formatBytes(mostBytes)} was expected.`;
      throw new InputProblem('REPORT_TOO_LARGE', found, { place: { file: path }, remedy: 'Is it the right file?' });
    }
    return readAll(handle, stats.size);
  } catch (cause) {
    if (cause instanceof InputProblem) throw cause;
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new InputProblem('REPORT_UNREADABLE', `The report could not be read: ${said}.`, {
      place: { file: path },
      remedy: 'Give this user the right to read it.',
      cause,
    });
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

/** As many bytes as the file had when it was opened: what grows behind them is another report. */
function readAll(handle: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let done = 0; done < size; ) {
    const count = readSync(handle, bytes, done, size - done, done);
    if (count === 0) return bytes.subarray(0, done);
    done += count;
  }
  return bytes;
}
