/**
 * The report as a workflow artifact, through the real @actions/artifact, loaded only here. Never fails an audit: where there
 * is no service to take it (local runners, GitHub Enterprise Server, Gitea, Forgejo), or the upload fails, one sentence says
 * so and the files stay where they are. What cannot work is found out first: the client would try for half a minute.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatBytes, plural } from '../model/format-number.ts';
import type { Report } from '../model/report.ts';
import type { PublishRequest } from '../model/request.ts';
import { shortened, visible } from '../report/text/visible.ts';
import { artifactName, otherArtifactName } from './artifact-name.ts';
import { outputCandidates, reportCandidates, type Staged, stageFiles } from './stage-files.ts';
import type { WrittenReport } from './write-report.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export type Upload =
  | {
      readonly kind: 'uploaded';
      readonly name: string;
      readonly id: string;
      readonly url: string;
      readonly digest: string;
      /** What did not go along, in a sentence; empty where everything did. */
      readonly notice: string;
    }
  | { readonly kind: 'kept'; readonly notice: string };

/** Why there is no use in trying, in half a sentence; null where there is. */
export function whyNoUpload(environment: Environment): string | null {
  if (environment.ACT === 'true') return 'act has no artifact service that the client can speak to';
  for (const name of ['GITEA_ACTIONS', 'FORGEJO_ACTIONS']) {
    if (environment[name] === 'true')
      return 'the artifact client of GitHub works on GitHub only, and this is Gitea or Forgejo';
  }
  if (!isGitHubHost(environment.GITHUB_SERVER_URL)) {
    return 'the artifact service is not available on GitHub Enterprise Server';
  }
  for (const name of ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL']) {
    if ((environment[name] ?? '') === '') return `this runner gives no ${name}`;
  }
  return null;
}

/** The client's own rule (config.ts, isGhes). */
function isGitHubHost(serverUrl: string | undefined): boolean {
  if (serverUrl === undefined || serverUrl === '') return true;
  if (!URL.canParse(serverUrl)) return false;
  const host = new URL(serverUrl).hostname.trimEnd().toLowerCase();
  return host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost');
}

/** Uploads what `request.upload` asks for. Resolves always; `kept` says why the files only lie in the report folder. */
export async function uploadReport(
  report: Report,
  written: WrittenReport,
  request: PublishRequest,
  environment: Environment,
): Promise<Upload> {
  const why = whyNoUpload(environment);
  if (why !== null) return kept(`${why}.`, written);
  const folder = await mkdtemp(join(environment.RUNNER_TEMP ?? tmpdir(), 'train-twice-upload-')).catch(() => null);
  if (folder === null) return kept('no temporary folder could be made.', written);
  try {
    const candidates = [...reportCandidates(written), ...(request.upload === 'all' ? outputCandidates(report) : [])];
    const staged = await stageFiles(candidates, folder, request.maxUploadBytes);
    if (staged.files.length === 0) {
      return kept(`nothing fits into max-upload-size (${formatBytes(request.maxUploadBytes)}).`, written);
    }
    return await send(staged, report, request, environment);
  } catch (error) {
    return kept(`${oneLine(error)}`, written);
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

async function send(
  staged: Staged,
  report: Report,
  request: PublishRequest,
  environment: Environment,
): Promise<Upload> {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const client = new DefaultArtifactClient();
  const options = {
    // Checkpoints hardly shrink; reports do.
    compressionLevel: request.upload === 'all' ? 1 : 6,
    ...(request.retentionDays === null ? {} : { retentionDays: request.retentionDays }),
  };
  const wanted = artifactName(request.artifactName, environment);
  const files = [...staged.files];
  let name = wanted;
  const sent = await client.uploadArtifact(name, files, staged.folder, options).catch((error: unknown) => {
    if (!isTaken(error)) throw error;
    name = otherArtifactName(wanted, report.meta.auditId);
    return client.uploadArtifact(name, files, staged.folder, options);
  });
  const id = String(sent.id ?? '');
  return {
    kind: 'uploaded',
    name,
    id,
    url: artifactUrl(id, environment),
    digest: sent.digest === undefined || sent.digest === '' ? '' : `sha256:${sent.digest}`,
    notice:
      staged.leftOut.length === 0
        ? ''
        : `${plural(staged.leftOut.length, 'file')} did not go into the artifact "${name}"; artifact-files.json in it says which and why.`,
  };
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && /\(409\)|already exists/i.test(error.message);
}

function artifactUrl(id: string, environment: Environment): string {
  const server = environment.GITHUB_SERVER_URL ?? 'https://github.com';
  const repository = environment.GITHUB_REPOSITORY ?? '';
  const run = environment.GITHUB_RUN_ID ?? '';
  return id === '' || repository === '' || run === ''
    ? ''
    : `${server}/${repository}/actions/runs/${run}/artifacts/${id}`;
}

function kept(why: string, written: WrittenReport): Upload {
  return {
    kind: 'kept',
    notice: `The report was not uploaded: ${why} It lies in "${written.reportDir}" on the runner.`,
  };
}

function oneLine(error: unknown): string {
  const said = shortened(visible(error instanceof Error ? error.message : String(error)), 500);
  return /[.!?]$/.test(said) ? said : `${said}.`;
}
