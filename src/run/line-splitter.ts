/**
 * Bytes of a training's output cut into lines at \n, \r and \r\n, as the runner cuts them. Linear in its input whatever the
 * input is (progress bars print megabytes without one \n), in constant memory: of a longer line only the start is kept.
 */

export type LineEnding = 'newline' | 'return' | 'none';

/** `bytes` is only valid during the call; `cut` counts the bytes of the line that are not in it. */
export type LineTaker = (bytes: Uint8Array, ending: LineEnding, cut: number) => void;

export interface LineSplitter {
  push(chunk: Uint8Array): void;
  /** Gives the last line where it has no ending. */
  end(): void;
}

/** No terminal and no report shows more of one line. */
const defaultMaxLineBytes = 4096;

const newline = 0x0a;
const carriageReturn = 0x0d;

/** A splitter for one stream. Segments that a \r leaves empty are not given: a progress bar starts with its \r. */
export function lineSplitter(take: LineTaker, maxLineBytes: number = defaultMaxLineBytes): LineSplitter {
  const partial = Buffer.allocUnsafe(maxLineBytes);
  let held = 0;
  let cut = 0;
  let returnSeen = false;

  const keep = (piece: Uint8Array): void => {
    const fitting = Math.min(piece.length, maxLineBytes - held);
    partial.set(piece.subarray(0, fitting), held);
    held += fitting;
    cut += piece.length - fitting;
  };
  const finish = (ending: LineEnding): void => {
    const empty = held === 0 && cut === 0;
    if (!(empty && ending !== 'newline')) take(partial.subarray(0, held), ending, cut);
    held = 0;
    cut = 0;
  };

  return {
    push(chunk) {
      let at = 0;
      let nextNewline = -2;
      let nextReturn = -2;
      while (at < chunk.length) {
        if (returnSeen) {
          returnSeen = false;
          const pair = chunk[at] === newline;
          finish(pair ? 'newline' : 'return');
          if (pair) {
            at += 1;
            continue;
          }
        }
        // Each search goes on from where it ended: without that, a chunk full of \r would be searched for \n at every line.
        if (nextNewline !== -1 && nextNewline < at) nextNewline = chunk.indexOf(newline, at);
        if (nextReturn !== -1 && nextReturn < at) nextReturn = chunk.indexOf(carriageReturn, at);
        const isReturn = nextReturn !== -1 && (nextNewline === -1 || nextReturn < nextNewline);
        const stop = isReturn ? nextReturn : nextNewline;
        if (stop === -1) {
          keep(chunk.subarray(at));
          return;
        }
        keep(chunk.subarray(at, stop));
        at = stop + 1;
        // Whether a \n follows decides what the \r was, and the \n may come with the next chunk.
        if (isReturn) returnSeen = true;
        else finish('newline');
      }
    },
    end() {
      if (returnSeen) finish('return');
      else finish('none');
      returnSeen = false;
    },
  };
}
