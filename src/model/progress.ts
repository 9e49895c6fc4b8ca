/** What happens while it happens: stages tell, one listener (terminal, log) shows. Never part of a result. */

export type Progress =
  | {
      readonly kind: 'run-started';
      readonly run: number;
      readonly of: number;
      readonly command: string;
      readonly expectedMs: number | null;
    }
  | { readonly kind: 'run-output'; readonly run: number; readonly line: string; readonly stream: 'stdout' | 'stderr' }
  | {
      readonly kind: 'run-tick';
      readonly run: number;
      readonly of: number;
      readonly elapsedMs: number;
      readonly silentMs: number;
      readonly expectedMs: number | null;
    }
  | {
      readonly kind: 'run-ended';
      readonly run: number;
      readonly of: number;
      readonly sentence: string;
      readonly success: boolean;
      readonly durationMs: number;
    }
  | { readonly kind: 'stopping'; readonly why: string }
  | {
      readonly kind: 'collected';
      readonly run: number;
      readonly files: number;
      readonly checkpoints: number;
      readonly series: number;
    }
  | { readonly kind: 'comparing'; readonly file: string; readonly bytesDone: number; readonly bytesTotal: number }
  | { readonly kind: 'hashing'; readonly file: string; readonly bytesDone: number; readonly bytesTotal: number }
  | { readonly kind: 'note'; readonly message: string };

export type ProgressListener = (progress: Progress) => void;

/** For callers that do not watch. */
export const silent: ProgressListener = () => {};
