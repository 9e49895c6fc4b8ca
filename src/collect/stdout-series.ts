/** Series out of what a run printed (`metrics: stdout`): read from its log, as a metric file of the path `(stdout)`. */
import { compileStdoutPatterns, readStdoutMetrics } from '../formats/metrics/stdout.ts';
import type { SeriesFile, Unread } from '../model/inventory.ts';
import { isProblem } from '../model/problem.ts';
import type { RunRecord } from '../model/run-record.ts';
import { openFileSource } from './file-source.ts';

const stdoutPath = '(stdout)';

/**
 * The series that the patterns find, or why there are none.
 * @throws InputProblem `STDOUT_PATTERN` for patterns that the configuration should have refused
 */
export function readStdoutSeries(
  record: RunRecord,
  patterns: readonly string[],
): { readonly metrics: SeriesFile | null; readonly unread: Unread | null } {
  const compiled = compileStdoutPatterns(patterns);
  const base = { path: stdoutPath, neutralPath: stdoutPath, format: 'stdout' };
  if (record.logPath === null) {
    const message = '`metrics: stdout` was asked for, but these results carry no log of what was printed.';
    return { metrics: { ...base, series: [], notes: [{ code: 'STDOUT_NO_LOG', message }] }, unread: null };
  }
  try {
    const source = openFileSource(record.logPath, null, stdoutPath);
    try {
      const { series, notes } = readStdoutMetrics(source, compiled);
      const message = 'No line of the log matched a pattern of `metrics: stdout`.';
      const all = series.length > 0 ? notes : [...notes, { code: 'STDOUT_NO_MATCH', message }];
      return { metrics: { ...base, series, notes: all }, unread: null };
    } finally {
      source.close();
    }
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { code, message: reason, remedy } = error;
    return {
      metrics: null,
      unread: { path: stdoutPath, role: 'metrics', code, reason, remedy, place: { file: stdoutPath } },
    };
  }
}
