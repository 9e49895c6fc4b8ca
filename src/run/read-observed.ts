/**
 * The records that the observer left, read back. The training could have written or damaged each of them, so everything is
 * bounded and checked; what is not as it should be becomes an `unrecorded` process that says why, and nothing else.
 * Form: probe/train_twice_probe/record.py.
 */
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CodePlace,
  ObservedDistribution,
  ObservedInterpreter,
  ObservedJax,
  ObservedNumpy,
  ObservedProcess,
  ObservedReads,
  ObservedTensorflow,
  ObservedTorch,
  SeenProcess,
} from '../model/observed-process.ts';

/** Processes beyond the first ones are counted, not read. */
const mostProcesses = 256;
const mostBytes = 1 << 20;
const mostItems = 1000;
const longestText = 1000;

/** What was seen in one run, in the order in which the processes began; empty where no Python process was observed. */
export function readObserved(folder: string): readonly ObservedProcess[] {
  const stems = new Map<string, Set<string>>();
  for (const name of namesIn(folder)) {
    const match = /^(\d{1,20}-\d{1,10})\.(json|started|failed)$/.exec(name);
    if (match === null) continue;
    const [, stem = '', ending = ''] = match;
    stems.set(stem, (stems.get(stem) ?? new Set()).add(ending));
  }
  const sorted = [...stems].toSorted(([a], [b]) => beganAt(a) - beganAt(b) || (a < b ? -1 : 1));
  const first = sorted
    .slice(0, mostProcesses)
    .map(([stem, endings]) => processOf(join(folder, stem), pidOf(stem), endings));
  const processes = first.filter((process, index) => !wentOn(process, first.slice(index + 1))).map(({ told }) => told);
  const rest = sorted.length - first.length;
  if (rest > 0) processes.push({ kind: 'unrecorded', pid: null, why: `${rest} further processes were not read` });
  return processes;
}

/** What a process told, and which process started it, as far as either is known. */
interface Told {
  readonly told: ObservedProcess;
  readonly parent: number | null;
}

/**
 * A process that became another program (`exec`, as `jupyter` does and scripts that set PYTHONHASHSEED) and was observed there
 * again, under the same number and with the same parent: what it was before decided nothing.
 */
function wentOn({ told, parent }: Told, later: readonly Told[]): boolean {
  if (told.kind !== 'unrecorded' || parent === null) return false;
  return later.some((other) => other.told.pid === told.pid && other.parent === parent);
}

function beganAt(stem: string): number {
  return Number(stem.split('-')[0]);
}

function pidOf(stem: string): number {
  return Number(stem.split('-')[1]);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function processOf(path: string, pid: number, endings: ReadonlySet<string>): Told {
  const unrecorded = (why: string, parent: number | null = null): Told => {
    return { told: { kind: 'unrecorded', pid, why }, parent };
  };
  try {
    if (endings.has('json')) {
      const told = seen(JSON.parse(readBounded(`${path}.json`)));
      return { told, parent: told.parent };
    }
    if (endings.has('failed')) {
      const line = readBounded(`${path}.failed`).split('\n')[0] ?? '';
      return unrecorded(`the observer failed: ${line.slice(0, longestText)}`);
    }
    const parent = readBounded(`${path}.started`);
    const why = 'it was killed, or left without the end of a Python process (os._exit, exec)';
    return unrecorded(why, /^\d{1,10}$/.test(parent) ? Number(parent) : null);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return unrecorded(`its record could not be read: ${why.slice(0, longestText)}`);
  }
}

/** Regular files only, without following a link. */
function readBounded(path: string): string {
  const handle = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const about = fstatSync(handle);
    if (!about.isFile()) throw new TypeError('it is no regular file');
    if (about.size > mostBytes) throw new RangeError(`it has ${about.size} bytes, at most ${mostBytes} were expected`);
    const bytes = Buffer.alloc(about.size);
    let length = 0;
    while (length < bytes.length) {
      const got = readSync(handle, bytes, length, bytes.length - length, length);
      if (got === 0) break;
      length += got;
    }
    return bytes.toString('utf8', 0, length);
  } finally {
    closeSync(handle);
  }
}

/** A value of the record with its name, for messages. */
interface Field {
  readonly name: string;
  readonly value: unknown;
}

function seen(document: unknown): SeenProcess {
  const at = members({ name: 'the record', value: document });
  if (at('recordVersion').value !== 1) throw new TypeError('"recordVersion" is not 1');
  return {
    kind: 'seen',
    pid: integer(at('pid')),
    parent: integer(at('parent')),
    forked: truth(at('forked')),
    signal: orNull(at('signal'), text),
    interpreter: interpreter(at('interpreter')),
    seedings: list(at('seedings'), (item) => ({
      what: text(item('what')),
      value: orNull(item('value'), text),
      order: integer(item('order')),
      drawnBefore: orNull(item('drawnBefore'), truth),
      ...place(item),
    })),
    unseeded: list(at('unseeded'), (item) => ({
      what: text(item('what')),
      count: integer(item('count')),
      ...place(item),
    })),
    neverSeeded: texts(at('neverSeeded')),
    loaders: list(at('loaders'), (item) => ({
      workers: integer(item('workers')),
      torchSeeded: truth(item('torchSeeded')),
      ...place(item),
    })),
    torch: orNull(at('torch'), torch),
    numpy: orNull(at('numpy'), numpy),
    tensorflow: orNull(at('tensorflow'), tensorflow),
    jax: orNull(at('jax'), jax),
    variables: variables(at('variables')),
    reads: orNull(at('reads'), reads),
    distributions: list(at('distributions'), distribution),
    distributionsComplete: truth(at('distributionsComplete')),
    dropped: integer(at('dropped')),
    faults: texts(at('faults')),
  };
}

function interpreter(field: Field): ObservedInterpreter {
  const at = members(field);
  const flag = members(at('flags'));
  return {
    implementation: text(at('implementation')),
    version: text(at('version')),
    executable: text(at('executable')),
    platform: text(at('platform')),
    argv: texts(at('argv')),
    flags: {
      hashRandomization: integer(flag('hashRandomization')),
      ignoreEnvironment: integer(flag('ignoreEnvironment')),
      isolated: integer(flag('isolated')),
      noSite: integer(flag('noSite')),
    },
    hashSeed: orNull(at('hashSeed'), text),
    hashSeedAtEnd: orNull(at('hashSeedAtEnd'), text),
    hashSeedFixed: truth(at('hashSeedFixed')),
    hashCanary: text(at('hashCanary')),
  };
}

function torch(field: Field): ObservedTorch {
  const at = members(field);
  return {
    version: text(at('version')),
    cuda: orNull(at('cuda'), text),
    cudnn: orNull(at('cudnn'), text),
    cudaUsed: truth(at('cudaUsed')),
    devices: list(at('devices'), (item) => ({ index: integer(item('index')), name: text(item('name')) })),
    deviceCount: orNull(at('deviceCount'), integer),
    deterministicAlgorithms: truth(at('deterministicAlgorithms')),
    warnOnly: truth(at('warnOnly')),
    operations: texts(at('operations')),
    cudnnDeterministic: truth(at('cudnnDeterministic')),
    cudnnBenchmark: truth(at('cudnnBenchmark')),
    matmulPrecision: orNull(at('matmulPrecision'), text),
    matmulTf32: orNull(at('matmulTf32'), truth),
    cudnnTf32: orNull(at('cudnnTf32'), truth),
    threads: orNull(at('threads'), integer),
    initialSeed: orNull(at('initialSeed'), text),
    defaultDtype: orNull(at('defaultDtype'), text),
  };
}

function numpy(field: Field): ObservedNumpy {
  const at = members(field);
  return { version: text(at('version')), blas: orNull(at('blas'), text) };
}

function tensorflow(field: Field): ObservedTensorflow {
  const at = members(field);
  return {
    version: text(at('version')),
    opDeterminism: orNull(at('opDeterminism'), truth),
    gpus: texts(at('gpus')),
    interOpThreads: orNull(at('interOpThreads'), integer),
    intraOpThreads: orNull(at('intraOpThreads'), integer),
  };
}

function jax(field: Field): ObservedJax {
  const at = members(field);
  return {
    version: text(at('version')),
    backend: orNull(at('backend'), text),
    devices: texts(at('devices')),
    x64: orNull(at('x64'), truth),
    prng: orNull(at('prng'), text),
    matmulPrecision: orNull(at('matmulPrecision'), text),
  };
}

function reads(field: Field): ObservedReads {
  const at = members(field);
  return { files: texts(at('files')), dropped: integer(at('dropped')) };
}

function variables(field: Field): Readonly<Record<string, string>> {
  const { value } = field;
  members(field);
  const entries = Object.entries(value ?? {});
  if (entries.length > mostItems) throw wrong(field, `an object of at most ${mostItems} members`);
  return Object.fromEntries(entries.map(([name, one]) => [name.slice(0, longestText), text({ name, value: one })]));
}

const sources = ['index', 'vcs', 'archive', 'folder', 'editable'] as const;

function distribution(at: Members): ObservedDistribution {
  const source = sources.find((one) => one === at('source').value);
  if (source === undefined) throw wrong(at('source'), 'a way to install');
  return {
    name: text(at('name')),
    version: text(at('version')),
    source,
    revision: orNull(at('revision'), text),
    installer: orNull(at('installer'), text),
  };
}

type Members = (name: string) => Field;

function place(at: Members): CodePlace {
  const origin = text(at('origin'));
  if (origin !== 'own' && origin !== 'library' && origin !== 'standard') throw wrong(at('origin'), 'an origin');
  return { file: text(at('file')), line: integer(at('line')), origin };
}

function members({ name, value }: Field): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong({ name, value }, 'an object');
  return (member) => ({ name: member, value: Object.hasOwn(value, member) ? Reflect.get(value, member) : undefined });
}

function list<T>(field: Field, read: (item: Members) => T): readonly T[] {
  return items(field).map((value) => read(members({ name: field.name, value })));
}

function texts(field: Field): readonly string[] {
  return items(field).map((value) => text({ name: field.name, value }));
}

function items(field: Field): readonly unknown[] {
  if (!Array.isArray(field.value)) throw wrong(field, 'a list');
  if (field.value.length > mostItems) throw wrong(field, `a list of at most ${mostItems}`);
  return field.value;
}

function text(field: Field): string {
  if (typeof field.value !== 'string') throw wrong(field, 'a text');
  return field.value.slice(0, longestText);
}

function integer(field: Field): number {
  if (typeof field.value !== 'number' || !Number.isSafeInteger(field.value) || field.value < 0)
    throw wrong(field, 'a whole number');
  return field.value;
}

function truth(field: Field): boolean {
  if (typeof field.value !== 'boolean') throw wrong(field, 'true or false');
  return field.value;
}

function orNull<T>(field: Field, read: (field: Field) => T): T | null {
  return field.value === null ? null : read(field);
}

function wrong({ name }: Field, expected: string): TypeError {
  return new TypeError(`"${name}" is not ${expected}`);
}
