/**
 * Records out of the logs of a run: those that it wrote as files, and the one in which its output was caught. What stands in
 * several of them is told of the first: trainings print to the console what they also log to a file.
 */
import { setImmediate } from 'node:timers/promises';
import type { ByteSource } from '../model/byte-source.ts';
import type { InventoryFile } from '../model/inventory.ts';
import { isProblem } from '../model/problem.ts';
import type { DatasetRecord, DocumentRecord, RecordDocument } from '../model/record.ts';
import type { RunRecord } from '../model/run-record.ts';
import { openFileSource } from './file-source.ts';

/** The path of records out of the caught output, which is no file of the run. */
export const consoleLogPath = '(log)';
/** A training with a log for each of a thousand workers says the same in each. */
const mostLogs = 8;

/** Empty where no log can be read: the comparison of logs says why. */
export async function logRecords(run: RunRecord, files: readonly InventoryFile[]): Promise<readonly RecordDocument[]> {
  const logs = files.filter(({ role }) => role === 'log').slice(0, mostLogs);
  if (logs.length === 0 && run.logPath === null) return [];
  // The reader of YAML takes time to load: only for runs with a log.
  const { readLogRecords } = await import('../formats/records/log-records.ts');
  const records = new Map<string, DocumentRecord | DatasetRecord>();
  const read = (path: string, neutralPath: string, open: () => ByteSource & { close(): void }): void => {
    try {
      const source = open();
      try {
        for (const record of readLogRecords(path, neutralPath, source)) {
          const key = JSON.stringify(
            record.kind === 'dataset' ? record.claims.map(({ line: _line, ...claim }) => claim) : record.value,
          );
          if (!records.has(key)) records.set(key, record);
        }
      } finally {
        source.close();
      }
    } catch (error) {
      if (!isProblem(error)) throw error;
    }
  };
  for (const log of logs) {
    read(log.path, log.neutralPath, () => log.openBytes());
    await setImmediate();
  }
  const { logPath } = run;
  if (logPath !== null) read(consoleLogPath, consoleLogPath, () => openFileSource(logPath, null, consoleLogPath));
  return [...records.values()];
}
