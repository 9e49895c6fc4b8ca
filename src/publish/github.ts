/**
 * The report on GitHub: outputs, step summary, annotations, artifact, comment. Outputs are set to the worst before the first run
 * starts and truly as the very last thing, so that a death in between never looks like a pass. Everything else is an
 * ornament: where it is not possible, one notice says so and the verdict stands. @actions/core is loaded only here.
 */
import { appendFile, stat } from 'node:fs/promises';
import type { Report } from '../model/report.ts';
import type { PublishRequest } from '../model/request.ts';
import { type Annotation, annotationsOf } from '../report/annotations.ts';
import { renderSummary, summaryLimitBytes } from '../report/summary.ts';
import { shortened, visible } from '../report/text/visible.ts';
import { commentOnPullRequest } from './comment.ts';
import { type Upload, uploadReport } from './upload-artifact.ts';
import type { WrittenReport } from './write-report.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** GitHub's limit for all that one step puts into its summary. */
const stepSummaryBytes = 1024 * 1024;
/** Outputs are handed on as text: a sentence, not a book. */
const outputLength = 2_000;

/** Every output of action.yml, as text. */
export interface ActionOutputs {
  readonly verdict: string;
  readonly passed: string;
  readonly 'exit-code': string;
  readonly summary: string;
  readonly 'report-json': string;
  readonly 'report-html': string;
  readonly fingerprint: string;
  readonly 'first-difference': string;
  readonly 'artifact-id': string;
  readonly 'artifact-url': string;
  readonly 'artifact-digest': string;
}

/** What is true as long as nothing is proven. */
export const pessimisticOutputs: ActionOutputs = {
  verdict: 'inconclusive',
  passed: 'false',
  'exit-code': '3',
  summary: 'The audit did not come to its end.',
  'report-json': '',
  'report-html': '',
  fingerprint: '',
  'first-difference': '',
  'artifact-id': '',
  'artifact-url': '',
  'artifact-digest': '',
};

/** The outputs of a finished audit. */
export function outputsOf(report: Report, written: WrittenReport | null, upload: Upload | null): ActionOutputs {
  const uploaded = upload?.kind === 'uploaded' ? upload : null;
  return {
    verdict: report.judgement.outcome,
    passed: String(report.judgement.passed),
    'exit-code': String(report.judgement.exitCode),
    summary: oneLine(report.judgement.sentence),
    'report-json': written?.reportJson ?? '',
    'report-html': written?.reportHtml ?? '',
    fingerprint: written?.fingerprint ?? '',
    'first-difference': oneLine(report.firstDifference.sentence),
    'artifact-id': uploaded?.id ?? '',
    'artifact-url': uploaded?.url ?? '',
    'artifact-digest': uploaded?.digest ?? '',
  };
}

/** Sets every output; to be called before the first run starts with `pessimisticOutputs`. */
export async function setOutputs(outputs: ActionOutputs): Promise<void> {
  const core = await import('@actions/core');
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

/** For the post step. */
export async function saveState(name: string, value: string): Promise<void> {
  const core = await import('@actions/core');
  core.saveState(name, value);
}

/** What the main step saved; empty where it saved nothing. */
export async function readState(name: string): Promise<string> {
  const core = await import('@actions/core');
  return core.getState(name);
}

/**
 * Publishes a report that is written already (`written` null: it could not be). After the console was closed: annotations are
 * commands, and a window that is still open would swallow them. Never throws for an ornament.
 */
export async function publishToGitHub(
  report: Report,
  written: WrittenReport | null,
  request: PublishRequest,
  environment: Environment,
): Promise<ActionOutputs> {
  const notices: string[] = [];
  await attempt(notices, 'The step summary could not be written', () => appendSummary(report, environment));
  await attempt(notices, 'The annotations could not be shown', () => annotate(annotationsOf(report)));
  const upload = await uploadWherePossible(report, written, request, environment);
  if (upload !== null && upload.notice !== '') notices.push(upload.notice);
  const outputs = outputsOf(report, written, upload);
  const uncommented = await commentOnPullRequest(report, request.comment, outputs['artifact-url'], environment);
  if (uncommented !== '') notices.push(uncommented);
  // Last, so that nothing a run or a leftover process wrote there has the last word.
  await attempt(notices, 'The outputs could not be set', () => setOutputs(outputs));
  if (notices.length > 0) {
    await annotate([
      { level: 'notice', title: 'train-twice: publishing', message: notices.map(oneLine).join(' ') },
    ]).catch(() => {});
  }
  return outputs;
}

/** Nothing is uploaded of a cancelled audit: the runner grants some seconds only, and the outputs matter more. */
async function uploadWherePossible(
  report: Report,
  written: WrittenReport | null,
  request: PublishRequest,
  environment: Environment,
): Promise<Upload | null> {
  if (written === null || request.upload === 'never' || report.judgement.outcome === 'cancelled') return null;
  return uploadReport(report, written, request, environment);
}

/** Appends the summary if the step has room for it; GitHub would drop all of it above its limit. */
async function appendSummary(report: Report, environment: Environment): Promise<void> {
  const path = environment.GITHUB_STEP_SUMMARY ?? '';
  if (path === '') return;
  const before = (await stat(path).catch(() => null))?.size ?? 0;
  const room = Math.min(summaryLimitBytes, stepSummaryBytes - before - 1024);
  if (room < 1024) throw new Error('other output of this step left no room in it');
  await appendFile(path, `${before === 0 ? '' : '\n'}${renderSummary(report, room)}`, 'utf8');
}

/** Annotations through the runner's own commands. */
export async function annotate(annotations: readonly Annotation[]): Promise<void> {
  const core = await import('@actions/core');
  for (const { level, title, message } of annotations) core[level](message, { title });
}

async function attempt(notices: string[], what: string, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    notices.push(`${what}: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function oneLine(text: string): string {
  return visible(shortened(text, outputLength));
}
