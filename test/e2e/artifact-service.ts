/**
 * A local artifact service that speaks the protocol of GitHub's (v4, Twirp with JSON, blocks as Azure's blob storage takes
 * them): CreateArtifact, blocks in any order, the block list that puts them in order, FinalizeArtifact with size and SHA-256,
 * 409 for a name that is taken. Bound to 127.0.0.1. It can be told to fail.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StoredArtifact {
  readonly id: string;
  readonly name: string;
  /** The zip file. */
  readonly bytes: Uint8Array;
  readonly blocks: number;
  /** `sha256:` and hexadecimal, as the client claimed it and the service verified it. */
  readonly digest: string;
}

export interface ArtifactService {
  /** What a runner would put into the environment of an Action. */
  readonly environment: Readonly<Record<string, string>>;
  readonly artifacts: readonly StoredArtifact[];
  /** Requests in order, e.g. `CreateArtifact`, `block`, `blocklist`, `FinalizeArtifact`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export interface ServiceFaults {
  /** The named call is answered with this status. */
  readonly failing?: { readonly call: 'CreateArtifact' | 'block' | 'FinalizeArtifact'; readonly status: number };
  /** Names that are taken from the start. */
  readonly taken?: readonly string[];
  /** The first block is answered last, so that blocks arrive out of order for certain. */
  readonly reorder?: boolean;
}

const twirp = '/twirp/github.actions.results.api.v1.ArtifactService/';

interface Upload {
  readonly blocks: Map<string, Buffer>;
  order: readonly string[];
}

/** Starts the service. Close it in a `finally`. */
export async function startArtifactService(faults: ServiceFaults = {}): Promise<ArtifactService> {
  const uploads = new Map<string, Upload>();
  const artifacts: StoredArtifact[] = [];
  const requests: string[] = [];
  const taken = new Set(faults.taken ?? []);
  let origin = '';

  const fails = (call: string, response: ServerResponse): boolean => {
    if (faults.failing?.call !== call) return false;
    json(response, faults.failing.status, { code: 'internal', msg: 'told to fail' });
    return true;
  };

  const create = (body: Readonly<Record<string, unknown>>, response: ServerResponse): void => {
    const name = String(body.name);
    if (taken.has(name)) {
      json(response, 409, {
        code: 'already_exists',
        msg: `an artifact with this name already exists on the workflow run`,
      });
      return;
    }
    taken.add(name);
    uploads.set(name, { blocks: new Map(), order: [] });
    json(response, 200, { ok: true, signed_upload_url: `${origin}/upload/${encodeURIComponent(name)}?sig=abc` });
  };

  const finalize = (body: Readonly<Record<string, unknown>>, response: ServerResponse): void => {
    const name = String(body.name);
    const upload = uploads.get(name);
    const bytes = Buffer.concat((upload?.order ?? []).map((id) => upload?.blocks.get(id) ?? Buffer.alloc(0)));
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    if (upload === undefined || String(body.size) !== String(bytes.length) || body.hash !== digest) {
      json(response, 400, { code: 'invalid_argument', msg: `size or hash do not fit: ${bytes.length} ${digest}` });
      return;
    }
    const id = String(101 + artifacts.length);
    artifacts.push({ id, name, bytes: new Uint8Array(bytes), blocks: upload.order.length, digest });
    json(response, 200, { ok: true, artifact_id: id });
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', origin);
    const body = await readAll(request);
    if (url.pathname.startsWith(twirp)) {
      const call = url.pathname.slice(twirp.length);
      requests.push(call);
      if (fails(call, response)) return;
      if (!(request.headers.authorization ?? '').startsWith('Bearer ')) {
        json(response, 401, { code: 'unauthenticated', msg: 'no token' });
        return;
      }
      const fields: unknown = JSON.parse(body.toString('utf8'));
      if (typeof fields !== 'object' || fields === null) throw new Error('a Twirp request is an object');
      if (call === 'CreateArtifact') create({ ...fields }, response);
      else if (call === 'FinalizeArtifact') finalize({ ...fields }, response);
      else json(response, 404, { code: 'bad_route', msg: call });
      return;
    }
    const upload = uploads.get(decodeURIComponent(url.pathname.replace('/upload/', '')));
    if (request.method !== 'PUT' || upload === undefined) {
      response.writeHead(404).end();
      return;
    }
    const component = url.searchParams.get('comp');
    if (component === 'block') {
      requests.push('block');
      if (fails('block', response)) return;
      const first = upload.blocks.size === 0;
      upload.blocks.set(url.searchParams.get('blockid') ?? '', body);
      if (faults.reorder === true && first) await new Promise((resolve) => setTimeout(resolve, 150));
    } else if (component === 'blocklist') {
      requests.push('blocklist');
      upload.order = [...body.toString('utf8').matchAll(/<(?:Latest|Uncommitted)>([^<]+)</g)].map(
        (found) => found[1] ?? '',
      );
    } else {
      // A small file may come as one whole blob.
      requests.push('blob');
      upload.blocks.set('whole', body);
      upload.order = ['whole'];
    }
    response
      .writeHead(201, { etag: '"1"', 'last-modified': new Date(0).toUTCString(), 'x-ms-version': '2026-04-06' })
      .end();
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => json(response, 500, { msg: String(error) }));
  });
  const { port } = await listen(server);
  origin = `http://127.0.0.1:${port}`;
  return {
    environment: {
      ACTIONS_RUNTIME_TOKEN: unsignedToken(),
      ACTIONS_RESULTS_URL: `${origin}/`,
    },
    artifacts,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A token as a runner has it: the client takes the ids of run and job out of its scope. */
function unsignedToken(): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ scp: 'Actions.Results:run-1:job-1' })}.x`;
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function listen(server: Server): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address);
      else reject(new Error('the service has no port'));
    });
  });
}
