/** Long synchronous work with pauses, in which Ctrl-C, timers and progress get their turn. */
import { setImmediate } from 'node:timers/promises';

/** Longer is felt as a program that does not react. */
const workMs = 50;

/** Await it between two steps: it comes back at once until 50 ms of work are done, then lets the event loop run. */
export type Breath = () => Promise<void> | undefined;

/** A Breath whose first 50 ms begin now. */
export function startBreathing(): Breath {
  let since = performance.now();
  return () => {
    if (performance.now() - since < workMs) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}
