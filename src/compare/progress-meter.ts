/** Bytes compared so far, told to whoever watches: rarely enough to cost nothing. */
import type { ProgressListener } from '../model/progress.ts';

/** A terminal is redrawn at most ten times a second. */
const quietMs = 100;

export interface ProgressMeter {
  /** A new file begins; what was left of the one before counts as done. `bytes` of both sides together. */
  file(place: string, bytes: number): void;
  /** So many more bytes of the current file were read, on both sides together. */
  advance(bytes: number): void;
  /** Nothing to count, but work goes on: who watches hears of it, and may stop it. */
  pulse(): void;
  /** The last file is done. */
  done(): void;
}

/** A meter over `totalBytes` of both runs together. */
export function progressMeter(listener: ProgressListener, totalBytes: number): ProgressMeter {
  let name = '';
  let [before, inFile, fileBytes] = [0, 0, 0];
  let told = Number.NEGATIVE_INFINITY;
  const tell = () => {
    told = performance.now();
    listener({ kind: 'comparing', file: name, bytesDone: before + inFile, bytesTotal: totalBytes });
  };
  return {
    file(place, bytes) {
      before += fileBytes;
      [name, inFile, fileBytes] = [place, 0, bytes];
      tell();
    },
    advance(bytes) {
      // Views of one storage are read again for each of them: never tell of more than there is.
      inFile = Math.min(fileBytes, inFile + bytes);
      if (performance.now() - told >= quietMs) tell();
    },
    pulse() {
      if (performance.now() - told >= quietMs) tell();
    },
    done() {
      before += fileBytes;
      [inFile, fileBytes] = [0, 0];
      tell();
    },
  };
}
