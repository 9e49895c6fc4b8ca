/**
 * Results on their way to stdout. A reader that closes the pipe early (`… | head`) is no error; a disk that takes no more is
 * one: half a result must never end with the exit code of a whole one.
 */
import type { Writable } from 'node:stream';
import { PublishProblem } from '../model/problem.ts';

const surviving = new WeakSet<Writable>();

/** Keeps a broken stream from ending the process before the report is written; `printTo` tells of what was lost. */
export function surviveBreaks(stream: Writable): void {
  if (surviving.has(stream)) return;
  surviving.add(stream);
  stream.on('error', () => {});
}

/** Resolves once the stream has taken the text, or nobody reads it any more. @throws PublishProblem `WRITE_FAILED` */
export function printTo(stream: Writable, text: string): Promise<void> {
  surviveBreaks(stream);
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      const code = error && 'code' in error ? error.code : null;
      if (!error || code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') resolve();
      else
        reject(
          new PublishProblem('WRITE_FAILED', `The result could not be printed: ${error.message}.`, {
            remedy: 'Free some space where stdout leads to, or name a file on another disk with --output.',
            cause: error,
          }),
        );
    });
  });
}
