/**
 * A wish to stop, as data: which signal came, and whoever wants to know about it. The runner sends SIGINT, waits 7.5 s and
 * sends SIGTERM; in a terminal the user presses Ctrl-C. Nothing here ends our process: the audit stops
 * its training and still writes a report. Windows' console events are left out: training does not run there.
 */

/** Called once for each signal; `times` counts them, so that a second signal can skip the grace. */
export type CancelCallback = (signal: string, times: number) => void;

export interface Cancellation {
  /** The first signal that came, or null. */
  readonly signal: string | null;
  /** Registers a callback and gives the function that removes it. After a signal the callback is called at once. */
  onCancel(callback: CancelCallback): () => void;
}

/** A Cancellation that someone else triggers: the signals below, a deadline, a test. */
export interface CancellationSource extends Cancellation {
  cancel(signal: string): void;
}

/** A fresh source, not cancelled. */
export function cancellationSource(): CancellationSource {
  const callbacks = new Set<CancelCallback>();
  let first: string | null = null;
  let times = 0;
  return {
    get signal() {
      return first;
    },
    onCancel(callback) {
      callbacks.add(callback);
      if (first !== null) callback(first, times);
      return () => {
        callbacks.delete(callback);
      };
    },
    cancel(signal) {
      first ??= signal;
      times += 1;
      for (const callback of [...callbacks]) callback(first, times);
    },
  };
}

/** For callers that cannot be stopped. */
export const neverCancelled: Cancellation = cancellationSource();

const watched = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** From the third signal on nobody is waiting for a report any more. */
const patience = 2;

/**
 * Watches the signals that ask a process to end. The third one ends our process as if nobody had watched.
 * `stop` gives the signals back to Node.
 */
export function watchSignals(): Cancellation & { stop(): void } {
  const source = cancellationSource();
  let times = 0;
  const onSignal = (signal: NodeJS.Signals): void => {
    times += 1;
    if (times > patience) {
      stop();
      process.kill(process.pid, signal);
      return;
    }
    source.cancel(signal);
  };
  const stop = (): void => {
    for (const signal of watched) process.removeListener(signal, onSignal);
  };
  for (const signal of watched) process.on(signal, onSignal);
  return {
    get signal() {
      return source.signal;
    },
    onCancel: (callback) => source.onCancel(callback),
    stop,
  };
}
