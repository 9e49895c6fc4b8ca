/** A fault that every run has in the same way is one finding about the audit, not one for each run. */
import type { Found } from '../model/check.ts';
import type { Evidence } from '../model/evidence.ts';

/** What was found run by run (`place.run` is set), with what all runs share put together under no run. */
export function sameInAllRuns<F>(evidence: Evidence, found: readonly Found<F>[]): readonly Found<F>[] {
  const byContent = new Map<string, Found<F>[]>();
  for (const item of found) {
    const key = JSON.stringify([{ ...item.place, run: null }, item.facts, item.severity ?? null]);
    byContent.set(key, [...(byContent.get(key) ?? []), item]);
  }
  return [...byContent.values()].flatMap((items) => {
    const [item] = items;
    if (item === undefined || items.length === 1 || items.length < evidence.inventories.length) return items;
    return [{ ...item, place: { ...item.place, run: null } }];
  });
}
