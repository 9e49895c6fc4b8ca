/** How the runs are called: by number, since neither is "expected". `compare` knows two folders, no runs. */
import type { Comparison } from '../../model/evidence.ts';
import type { Pair } from '../../model/pair.ts';
import type { Report } from '../../model/report.ts';

export function runName(number: number): string {
  return `run ${number}`;
}

export function runNames(comparison: Comparison): Pair<string> {
  return { first: runName(comparison.first), second: runName(comparison.second) };
}

/** What stands before a row where there are several comparisons: `run 1 and run 3`; empty where there is one. */
export function comparisonLabel(report: Report, comparison: Comparison): string {
  return report.comparisons.length < 2 ? '' : `${runName(comparison.first)} and ${runName(comparison.second)}`;
}
