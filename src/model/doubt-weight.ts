/** What a doubt about a run does: most take agreement its worth, some are only worth saying. */
import type { Policy } from './request.ts';

/**
 * They do not touch what was compared: processes that were stopped before the outputs were read, old files beside fresh ones.
 * Every other code, also one that nobody knows yet, makes the audit inconclusive.
 */
const harmless: ReadonlySet<string> = new Set(['SURVIVORS', 'OLD_OUTPUTS']);
/** A log that is not whole matters where metrics are read from it. */
const aboutLogs: ReadonlySet<string> = new Set(['LOG_CUT', 'LOG_INCOMPLETE']);

/** True where agreement of the runs would prove nothing. */
export function doubtMatters(code: string, policy: Policy): boolean {
  if (aboutLogs.has(code)) return policy.metrics.stdout.length > 0;
  return !harmless.has(code);
}
