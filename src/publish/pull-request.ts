/** The pull request that a workflow was started for, out of the event that the runner left; and what tells one job's comment from another's. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

type Environment = Readonly<Record<string, string | undefined>>;

/** GitHub's own payloads end at 25 MB. */
const mostEventBytes = 32 * 1024 * 1024;

export interface PullRequest {
  readonly owner: string;
  readonly repository: string;
  readonly number: number;
  /** Of its head, 40 hexadecimal digits; empty where the event does not tell. */
  readonly commit: string;
}

/** True for the events that are about a pull request. */
export function isPullRequestEvent(environment: Environment): boolean {
  return ['pull_request', 'pull_request_target'].includes(environment.GITHUB_EVENT_NAME ?? '');
}

/** Null where the event names none. */
export async function readPullRequest(environment: Environment): Promise<PullRequest | null> {
  const [owner = '', repository = '', ...rest] = (environment.GITHUB_REPOSITORY ?? '').split('/');
  const event = await readEvent(environment.GITHUB_EVENT_PATH ?? '');
  const pull = isRecord(event) && isRecord(event.pull_request) ? event.pull_request : {};
  const { number } = pull;
  if (!isName(owner) || !isName(repository) || rest.length > 0) return null;
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1) return null;
  const sha = isRecord(pull.head) ? pull.head.sha : '';
  return { owner, repository, number, commit: typeof sha === 'string' ? sha : '' };
}

function isName(text: string): boolean {
  return /^[\w.-]{1,100}$/.test(text) && !/^\.+$/.test(text);
}

async function readEvent(path: string): Promise<unknown> {
  if (path === '') return null;
  try {
    const handle = await open(path, 'r');
    try {
      if ((await handle.stat()).size > mostEventBytes) return null;
      return JSON.parse(await handle.readFile('utf8'));
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}

/** The values of the job's matrix in their order, bounded; empty where there is none. Out of the input that the runner fills. */
export function matrixValues(environment: Environment): readonly string[] {
  try {
    const matrix: unknown = JSON.parse(environment.INPUT_MATRIX ?? '');
    if (!isRecord(matrix)) return [];
    return Object.values(matrix)
      .slice(0, 20)
      .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  } catch {
    // A runner that does not know the expression hands it on as it is.
    return [];
  }
}

/** Workflow, job and matrix, for people. */
export function jobName(environment: Environment): string {
  const { GITHUB_WORKFLOW: workflow = '', GITHUB_JOB: job = '' } = environment;
  const values = matrixValues(environment);
  const name = values.length === 0 ? job : `${job} (${values.join(', ')})`;
  return [workflow, name].filter((part) => part !== '').join(' / ');
}

/**
 * The hidden line by which a comment is found again: the same for the same step of the same job and matrix, whatever the commit; another
 * for any other, so that several jobs (and several audits in one job) do not overwrite each other's.
 */
export function commentMarker(environment: Environment): string {
  const { GITHUB_WORKFLOW, GITHUB_JOB, GITHUB_ACTION } = environment;
  const identity = JSON.stringify([
    GITHUB_WORKFLOW ?? '',
    GITHUB_JOB ?? '',
    GITHUB_ACTION ?? '',
    environment.INPUT_MATRIX ?? '',
  ]);
  return `<!-- train-twice ${createHash('sha256').update(identity).digest('hex').slice(0, 32)} -->`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
