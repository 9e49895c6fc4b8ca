/**
 * The one comment of this job on its pull request, through @actions/github, loaded only here: found by its hidden marker and
 * updated, else made. An ornament: whatever goes wrong (a token that may only read, no token, a rate limit, no network) is one
 * sentence for a notice, and never more than half a minute.
 *
 * Only a comment that this token's own account wrote is updated: anybody may write the marker, and what is changed under another
 * one's name would be theirs.
 */
import { inputVariable } from '../config/from-action.ts';
import type { Report } from '../model/report.ts';
import type { CommentMode } from '../model/request.ts';
import { renderComment } from '../report/comment.ts';
import { shortened, visible } from '../report/text/visible.ts';
import { commentMarker, isPullRequestEvent, jobName, type PullRequest, readPullRequest } from './pull-request.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** For all requests together. */
const defaultLimitMs = 30_000;
const perPage = 100;
/** Beyond so many pages the comment is looked for no further, and a second one is made. */
const mostPages = 30;

/** The token, where one was given. */
export function commentToken(environment: Environment): string {
  return (environment[inputVariable('github-token')] ?? '').trim();
}

/** Hides the token in the log, before anything else is printed. */
export async function maskToken(environment: Environment): Promise<void> {
  const token = commentToken(environment);
  if (token === '') return;
  const core = await import('@actions/core');
  core.setSecret(token);
}

/** Resolves always, with a sentence for a notice where a comment was wanted and could not be written; empty where all is well. */
export async function commentOnPullRequest(
  report: Report,
  mode: CommentMode,
  artifactUrl: string,
  environment: Environment,
  limitMs: number = defaultLimitMs,
): Promise<string> {
  // The runner grants a cancelled job some seconds only, and the next audit is on its way.
  if (mode === 'never' || report.judgement.outcome === 'cancelled' || !isPullRequestEvent(environment)) return '';
  const token = commentToken(environment);
  const why = token === '' ? `no github-token was given (github-token: \${{ github.token }})` : whyNot(environment);
  if (why !== '') return notice(`${why}.`);
  const pull = await readPullRequest(environment);
  if (pull === null) return notice('the event names no pull request.');
  try {
    const marker = commentMarker(environment);
    const text = renderComment(report, {
      job: jobName(environment),
      runUrl: runUrl(environment, pull),
      artifactUrl,
      commit: pull.commit,
    });
    const thread = await openThread(pull, token, environment, limitMs);
    await put(thread, marker, `${marker}\n${text}`, mode === 'always' || !report.judgement.passed);
    return '';
  } catch (error) {
    return notice(explain(error).replaceAll(token, '***'));
  }
}

function whyNot(environment: Environment): string {
  return environment.ACT === 'true' ? 'act runs for no pull request' : '';
}

function runUrl(environment: Environment, { owner, repository }: PullRequest): string {
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_RUN_ID: run = '' } = environment;
  return /^\d+$/.test(run) ? `${server}/${owner}/${repository}/actions/runs/${run}` : '';
}

interface FoundComment {
  readonly id: number;
  readonly login: string;
  readonly isBot: boolean;
}

/** The comments of one pull request. Each call may throw what the client throws. */
interface Thread {
  /** Those that hold the text, oldest first. */
  find(text: string): Promise<readonly FoundComment[]>;
  /** The login of the token's account; null for tokens of an app, which may not ask. */
  whoAmI(): Promise<string | null>;
  create(body: string): Promise<void>;
  /** False where it is not there any more. */
  update(id: number, body: string): Promise<boolean>;
}

async function openThread(
  { owner, repository: repo, number: issue_number }: PullRequest,
  token: string,
  environment: Environment,
  limitMs: number,
): Promise<Thread> {
  const { getOctokit } = await import('@actions/github');
  const silent = (): void => {};
  const { rest } = getOctokit(token, {
    baseUrl: environment.GITHUB_API_URL ?? 'https://api.github.com',
    userAgent: 'train-twice',
    // What goes wrong is told in a notice, and nothing else is printed.
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  const request = { signal: AbortSignal.timeout(limitMs) };
  const place = { owner, repo, request };
  return {
    async find(text) {
      const found: FoundComment[] = [];
      // Not by the client's own paging, which forgets the signal.
      for (let page = 1; page <= mostPages; page++) {
        const { data } = await rest.issues.listComments({ ...place, issue_number, per_page: perPage, page });
        for (const { id, body, user } of data) {
          if (body?.startsWith(text) === true)
            found.push({ id, login: user?.login ?? '', isBot: user?.type === 'Bot' });
        }
        if (data.length < perPage) break;
      }
      return found;
    },
    async whoAmI() {
      try {
        return (await rest.users.getAuthenticated({ request })).data.login;
      } catch (error) {
        if (statusOf(error) === null) throw error;
        return null;
      }
    },
    async create(body) {
      await rest.issues.createComment({ ...place, issue_number, body });
    },
    async update(comment_id, body) {
      try {
        await rest.issues.updateComment({ ...place, comment_id, body });
        return true;
      } catch (error) {
        if (statusOf(error) === 404 || statusOf(error) === 410) return false;
        throw error;
      }
    },
  };
}

async function put(thread: Thread, marker: string, body: string, mayCreate: boolean): Promise<void> {
  const found = await thread.find(marker);
  const me = found.length === 0 ? null : await thread.whoAmI();
  const own = found.find(({ login, isBot }) => (me === null ? isBot : login === me));
  if (own !== undefined && (await thread.update(own.id, body))) return;
  if (mayCreate) await thread.create(body);
}

function notice(why: string): string {
  return `The comment on the pull request was not written: ${why}`;
}

function explain(error: unknown): string {
  const status = statusOf(error);
  const said = shortened(visible(error instanceof Error ? error.message : String(error)), 300).replace(/\.+$/, '');
  const cause = error instanceof Error ? (error.cause ?? error) : null;
  if (cause instanceof Error && (cause.name === 'TimeoutError' || cause.name === 'AbortError')) {
    return 'GitHub gave no answer in time.';
  }
  if (status === 429 || (status === 403 && /rate limit/i.test(said)))
    return `GitHub's rate limit is reached (${said}).`;
  if (status === 401) return `the github-token is not accepted (${said}).`;
  if (status === 403 || status === 404) {
    return `the github-token may not write there (${said}). Give the job "permissions: pull-requests: write"; for pull requests from forks GitHub gives a token that may only read.`;
  }
  return status === null ? `GitHub could not be reached (${said}).` : `GitHub answered with ${status} (${said}).`;
}

/** Of an answer that is an error; null where there was no answer at all (then the client says 500 by itself). */
function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error) || !('response' in error)) return null;
  return typeof error.status === 'number' && error.response !== undefined ? error.status : null;
}
