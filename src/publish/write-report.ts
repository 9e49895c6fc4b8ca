/**
 * The report folder: report.json, report.html, summary.md, fingerprint.json, what other reporters write, the seals and the logs of
 * the runs. Each file is whole under its name or not there. An old report of another audit goes first, so that it is never taken for this one's.
 */
import { constants } from 'node:fs';
import { mkdir, open, realpath, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PublishProblem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { fingerprintDocument } from '../report/fingerprint-document.ts';
import { jsonReporter } from '../report/json.ts';
import { reporters } from '../report/registry.ts';
import { seals } from '../report/seal-registry.ts';
import { sha256Of } from './seal-report.ts';
import { replaceAtomically, writeAll, writeFileAtomically } from './write-file.ts';

/** What reporters that write files are given: none of it matters to them. */
const fileOptions = { color: false, columns: 100, verbose: true };

const copyBytes = 1024 * 1024;

/** Absolute paths of what was written; `others` are the logs and further reports, in order. */
export interface WrittenReport {
  readonly reportDir: string;
  readonly reportJson: string;
  readonly reportHtml: string;
  readonly summary: string;
  readonly fingerprint: string;
  readonly others: readonly string[];
}

/**
 * Writes everything into `reportDir`, which is made if need be. Logs that already lie there stay where they are.
 * @throws PublishProblem `WRITE_FAILED`, `NAME_IS_FOLDER`
 */
export async function writeReport(report: Report, options: { readonly reportDir: string }): Promise<WrittenReport> {
  const { reportDir } = options;
  await makeFolder(reportDir);
  const written: WrittenReport = {
    reportDir,
    reportJson: join(reportDir, 'report.json'),
    reportHtml: join(reportDir, 'report.html'),
    summary: join(reportDir, 'summary.md'),
    fingerprint: join(reportDir, 'fingerprint.json'),
    others: [],
  };
  const named = reporters.flatMap((reporter) =>
    reporter.fileName === null ? [] : [{ path: join(reportDir, reporter.fileName), reporter }],
  );
  const sealed = seals.map((seal) => ({ path: join(reportDir, seal.fileName), seal }));
  for (const { path } of [...named, ...sealed, { path: written.fingerprint }]) await unlink(path).catch(() => {});
  const others: string[] = [];
  for (const run of report.runs) {
    if (run.logPath === null) continue;
    const target = join(reportDir, `run-${run.number}.log`);
    await copyLog(run.logPath, target);
    others.push(target);
  }
  await writeFileAtomically(written.fingerprint, fingerprintDocument(report));
  for (const { path, reporter } of named) {
    if (path === written.reportJson) continue;
    await writeFileAtomically(path, reporter.render(report, fileOptions));
    if (path !== written.summary && path !== written.reportHtml) others.push(path);
  }
  const text = jsonReporter.render(report, fileOptions);
  const digest = sha256Of(text);
  try {
    for (const { path, seal } of sealed) {
      await writeFileAtomically(path, seal.render(report, digest));
      others.push(path);
    }
    // Last of all: where report.json stands, the report is complete.
    await writeFileAtomically(written.reportJson, text);
  } catch (problem) {
    // A seal must not outlive the report that it names.
    for (const { path } of sealed) await unlink(path).catch(() => {});
    throw problem;
  }
  return { ...written, others };
}

/** A folder that is made here keeps itself out of Git, as a coverage report does; one that was there is the user's. */
async function makeFolder(path: string): Promise<void> {
  try {
    if (await makeOne(path)) await writeFileAtomically(join(path, '.gitignore'), '*\n');
  } catch (cause) {
    if (cause instanceof PublishProblem) throw cause;
    throw new PublishProblem(
      'WRITE_FAILED',
      `The report folder "${path}" could not be made: ${cause instanceof Error ? cause.message : ''}`,
      { place: { file: path }, remedy: 'Set report-dir to a place that can be written to.', cause },
    );
  }
}

/**
 * True where the folder was not there. Not `mkdir` with `recursive`: where the system answers "no such file" although the
 * parent is there (in /proc), Node asks again for ever.
 */
async function makeOne(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() === true) return false;
  if (dirname(path) !== path) await makeOne(dirname(path));
  await mkdir(path);
  return true;
}

async function copyLog(from: string, to: string): Promise<void> {
  if (await isSameFile(from, to)) return;
  const source = await open(from, constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => null);
  // A log that is gone is no reason to lose the report; the report tells its size.
  if (source === null) return;
  try {
    await replaceAtomically(to, async (target) => {
      const buffer = new Uint8Array(copyBytes);
      let total = 0;
      for (;;) {
        const { bytesRead } = await source.read(buffer, 0, buffer.length);
        if (bytesRead === 0) return total;
        total += await writeAll(target, buffer.subarray(0, bytesRead));
      }
    });
  } finally {
    await source.close();
  }
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  if (a === b) return true;
  const [one, other] = await Promise.all([realpath(a).catch(() => null), realpath(b).catch(() => null)]);
  return one !== null && one === other;
}
