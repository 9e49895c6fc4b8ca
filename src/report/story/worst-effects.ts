/** The weightiest effect of all differences in each file: what a line about that file has to say. */
import { type Effect, leavesOf } from '../../model/difference.ts';
import type { Comparison } from '../../model/evidence.ts';

/** The higher, the weightier. */
export const effectWeight: Readonly<Record<Effect, number>> = {
  none: 0,
  structure: 1,
  tolerated: 2,
  content: 3,
  unknown: 4,
};

/** By neutral path; a file in which nothing differs is not there. */
export function worstEffects(comparison: Comparison): ReadonlyMap<string, Effect> {
  const worst = new Map<string, Effect>();
  for (const { leaf, file, effect } of leavesOf(comparison.difference)) {
    const place = file?.place ?? leaf.place;
    if (effectWeight[effect] > effectWeight[worst.get(place) ?? 'none']) worst.set(place, effect);
  }
  return worst;
}
