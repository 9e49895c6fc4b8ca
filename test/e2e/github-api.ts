/**
 * A small part of GitHub's REST API on 127.0.0.1: the comments of pull requests, with pages, and who a token is. Tokens: `write` is
 * the bot of a job, `read` may only read (a pull request from a fork), `person` is a person's own; any other is refused. It can be
 * told to fail, to hang, or to lose a comment. Facts: docs.github.com, REST API, issues/comments.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StoredComment {
  readonly id: number;
  readonly author: string;
  body: string;
}

export interface GitHubApi {
  /** What a runner would put into the environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** By number of the pull request; tests may put comments of others there. */
  readonly comments: Map<number, StoredComment[]>;
  /** `GET /repos/…`, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export interface ApiFaults {
  /** Requests that begin so are answered with this status and message. */
  readonly failing?: { readonly request: string; readonly status: number; readonly message: string };
  /** Requests that begin so get no answer. */
  readonly hanging?: string;
  /** Comments are gone when they are to be updated. */
  readonly losing?: boolean;
}

const logins: Readonly<Record<string, string>> = {
  write: 'github-actions[bot]',
  read: 'github-actions[bot]',
  person: 'octocat',
};

/** Starts the API. Close it in a `finally`. */
export async function startGitHubApi(faults: ApiFaults = {}): Promise<GitHubApi> {
  const comments = new Map<number, StoredComment[]>();
  const requests: string[] = [];
  let lastId = 1_000;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const line = `${request.method} ${url.pathname}`;
    requests.push(line);
    const body = await readAll(request);
    if (faults.hanging !== undefined && line.startsWith(faults.hanging)) return;
    if (faults.failing !== undefined && line.startsWith(faults.failing.request)) {
      json(response, faults.failing.status, { message: faults.failing.message });
      return;
    }
    const token = /^(?:token|bearer) (.*)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const login = logins[token];
    if (login === undefined) {
      json(response, 401, { message: 'Bad credentials' });
      return;
    }
    if (line === 'GET /user') {
      if (login.endsWith('[bot]')) json(response, 403, { message: 'Resource not accessible by integration' });
      else json(response, 200, { login, type: 'User' });
      return;
    }
    const ofPull = /^\/repos\/octo\/model\/issues\/(\d+)\/comments$/.exec(url.pathname)?.[1];
    const ofOne = /^\/repos\/octo\/model\/issues\/comments\/(\d+)$/.exec(url.pathname)?.[1];
    if (request.method === 'GET' && ofPull !== undefined) {
      const perPage = Number(url.searchParams.get('per_page') ?? '30');
      const page = Number(url.searchParams.get('page') ?? '1');
      const all = comments.get(Number(ofPull)) ?? [];
      json(response, 200, all.slice((page - 1) * perPage, page * perPage).map(shown));
      return;
    }
    if (token === 'read') {
      json(response, 403, { message: 'Resource not accessible by integration' });
      return;
    }
    const text = String(fieldsOf(body).body ?? '');
    if (text.length > 65_536) {
      json(response, 422, { message: 'Body is too long (maximum is 65536 characters)' });
    } else if (request.method === 'POST' && ofPull !== undefined) {
      const made = { id: ++lastId, author: login, body: text };
      comments.set(Number(ofPull), [...(comments.get(Number(ofPull)) ?? []), made]);
      json(response, 201, shown(made));
    } else if (request.method === 'PATCH' && ofOne !== undefined) {
      const found = [...comments.values()].flat().find(({ id }) => id === Number(ofOne));
      if (found === undefined || faults.losing === true) {
        json(response, 404, { message: 'Not Found' });
        return;
      }
      found.body = text;
      json(response, 200, shown(found));
    } else json(response, 404, { message: 'Not Found' });
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => json(response, 500, { message: String(error) }));
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  return {
    environment: { GITHUB_API_URL: `http://127.0.0.1:${port}` },
    comments,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function shown({ id, author, body }: StoredComment): object {
  return { id, body, user: { login: author, type: author.endsWith('[bot]') ? 'Bot' : 'User' } };
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  const fields: unknown = JSON.parse(text);
  return typeof fields === 'object' && fields !== null ? { ...fields } : {};
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
