/** A ConfigHost over files in memory, and short ways to ask it. */
import type { ConfigHost, KnownNames } from '../../src/config/config-host.ts';
import { inputVariable, readActionInputs } from '../../src/config/from-action.ts';
import { parseCommandLine } from '../../src/config/from-cli.ts';
import { isProblem } from '../../src/model/problem.ts';
import type { Request } from '../../src/model/request.ts';

const known: KnownNames = {
  checks: ['record/requirements-unpinned', 'record/environment-differs', 'weights/values-differ'],
  reporters: ['terminal', 'json', 'summary'],
  determinism: ['PYTHONHASHSEED', 'CUBLAS_WORKSPACE_CONFIG'],
};

export interface MemoryFiles {
  /** Paths below `/here`; null is a folder. */
  readonly [path: string]: string | null;
}

export function memoryHost(files: MemoryFiles = {}, environment: Readonly<Record<string, string>> = {}): ConfigHost {
  const tree = new Map(Object.entries(files).map(([path, text]) => [`/here/${path}`, text]));
  return {
    cwd: '/here',
    environment,
    version: '1.2.3',
    known,
    statKind: (path) => {
      if (path === '/' || path === '/here') return 'directory';
      const found = tree.get(path);
      return found === undefined ? null : found === null ? 'directory' : 'file';
    },
    canWrite: (folder) => folder !== '/here/read-only',
    readFile: (path) => tree.get(path) ?? null,
  };
}

/** The Request of an Action with these inputs. */
export function actionRequest(inputs: Readonly<Record<string, string>>, files: MemoryFiles = {}): Promise<Request> {
  const environment = Object.entries(inputs).map(([name, value]) => [inputVariable(name), value] as const);
  return readActionInputs(memoryHost(files, Object.fromEntries(environment)));
}

/** The Request of `train-twice run`. */
export async function runRequest(argv: readonly string[], files: MemoryFiles = {}): Promise<Request> {
  const invocation = await parseCommandLine(['run', ...argv], memoryHost(files));
  if (invocation.kind !== 'run') throw new Error(`expected a run, found ${invocation.kind}`);
  return invocation.request;
}

/** The Request of a run with nothing but this configuration file. */
export function fileRequest(text: string, files: MemoryFiles = {}): Promise<Request> {
  return runRequest([], { 'train-twice.yml': text, ...files });
}

/** The message of the InputProblem with which a promise ends. */
export async function refusal(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (isProblem(error) && error.tag === 'input') return error.message;
    throw error;
  }
  throw new Error('expected an InputProblem, found none');
}
