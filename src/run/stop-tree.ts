/**
 * The kill ladder: ask, ask again, then end. Every rung goes to the whole tree. SIGKILL is repeated until two looks in a
 * row find nobody, because a process may fork while it is looked for.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessTree, TreeProcess } from './process-tree.ts';

export interface Rung {
  readonly signal: NodeJS.Signals;
  /** How long the processes have to go before the next rung. */
  readonly graceMs: number;
}

/** Time to write a last checkpoint, as torchrun and Lightning give it. */
export const timeoutLadder: readonly Rung[] = [
  { signal: 'SIGINT', graceMs: 5000 },
  { signal: 'SIGTERM', graceMs: 5000 },
];

/** The runner kills us 7.5 s after its SIGINT, and a report has to be written: ladder and report fit into 6 s. */
export const cancelLadder: readonly Rung[] = [
  { signal: 'SIGINT', graceMs: 2000 },
  { signal: 'SIGTERM', graceMs: 1500 },
];

/** For processes that outlived their training: nobody waits for what they still want to do. */
export const survivorLadder: readonly Rung[] = [{ signal: 'SIGTERM', graceMs: 1000 }];

const lookMs = 50;
/** With `lookMs` a second; what lives on then is stuck in the kernel or not ours to kill. */
const maxPasses = 20;

/**
 * Ends every process of the tree.
 * @param inHurry true as soon as the grace is to be skipped (a second signal)
 * @returns the processes that could not be ended: empty when all is well
 */
export async function stopTree(
  tree: ProcessTree,
  ladder: readonly Rung[],
  inHurry: () => boolean = () => false,
): Promise<readonly TreeProcess[]> {
  for (const rung of ladder) {
    if (inHurry()) break;
    tree.signal(rung.signal);
    if (await goneWithin(tree, rung.graceMs, inHurry)) return [];
  }
  let empty = 0;
  let living: readonly TreeProcess[] = [];
  for (let pass = 0; pass < maxPasses && empty < 2; pass += 1) {
    tree.signal('SIGKILL');
    await sleep(pass === 0 ? 10 : lookMs);
    living = tree.alive();
    empty = living.length === 0 ? empty + 1 : 0;
  }
  return living;
}

/** Waits until nobody is alive; false when the time is over first. */
export async function goneWithin(tree: ProcessTree, graceMs: number, inHurry: () => boolean): Promise<boolean> {
  const end = performance.now() + graceMs;
  while (performance.now() < end && !inHurry()) {
    // Two looks: a fork in flight hides from one.
    if (tree.alive().length === 0 && tree.alive().length === 0) return true;
    await sleep(lookMs);
  }
  return tree.alive().length === 0;
}
