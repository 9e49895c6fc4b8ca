/**
 * Long synchronous work with pauses: reading and hashing would otherwise keep the event loop from Ctrl-C, timers and
 * progress, because `for await` over data that is already there never lets go of it.
 */
import { setImmediate } from 'node:timers/promises';

/** Longer is felt as a program that does not react; shorter costs measurable time at 512 KiB a chunk. */
const workMs = 50;

/** Call and await it between chunks: it comes back at once until 50 ms of work are done, then lets the event loop run. */
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
