/**
 * What Weights & Biases notes of machine and software, from the records of its log or from `wandb-metadata.json`, as one
 * environment record, in the words of ours where it says the same (`schemas/environment.v1.json`). It knows no version of torch,
 * and its CUDA version and number of GPUs are those of the driver and the machine, so they have names of their own.
 *
 * Left out on purpose: what no two runs share (start, free disk, ids) and what is nobody's business in a report (user, mail, host).
 */
import type { PlainValue } from '../../model/record.ts';
import type { Scalar } from '../../model/scalar.ts';
import { readFields, type WireField } from '../codecs/protobuf.ts';
import { redactCredentials } from '../records/requirement-line.ts';
import { textOf } from './wandb-record.ts';

type Facts = Map<string, PlainValue>;

/** EnvironmentRecord in wandb_internal.proto, by number, and what the same is called in `wandb-metadata.json`. */
const texts: ReadonlyMap<number, string> = new Map([
  [1, 'os'],
  [2, 'python'],
  [4, 'docker'],
  [6, 'program'],
  [7, 'codePath'],
  [14, 'executable'],
  [18, 'gpu'],
  [25, 'cudaVersion'],
]);
const counts: ReadonlyMap<number, string> = new Map([
  [16, 'cpu_count'],
  [17, 'cpu_count_logical'],
  [19, 'gpu_count'],
]);

/** Adds what one record of the log says; a run writes several, each with a part of it. */
export function addEnvironmentFields(facts: Facts, fields: readonly WireField[]): void {
  const args: PlainValue[] = [];
  const gpus: PlainValue[] = [];
  for (const field of fields) {
    if (field.wire === 'varint') {
      const name = counts.get(field.number);
      if (name !== undefined) facts.set(name, { type: 'int', text: String(field.bits) });
    } else if (field.wire === 'bytes') {
      const name = texts.get(field.number);
      if (name !== undefined) facts.set(name, text(field.bytes));
      else if (field.number === 5) args.push(text(field.bytes));
      else if (field.number === 9)
        facts.set('git', { type: 'map', items: named(field.bytes, { 1: 'remote', 2: 'commit' }) });
      else if (field.number === 22) facts.set('cpu', { type: 'map', items: named(field.bytes, { 3: 'model' }) });
      else if (field.number === 24) gpus.push({ type: 'map', items: named(field.bytes, { 1: 'name' }) });
    }
  }
  if (args.length > 0) facts.set('args', { type: 'list', items: args });
  if (gpus.length > 0) facts.set('gpu_nvidia', { type: 'list', items: gpus });
}

function text(bytes: Uint8Array): Scalar {
  return { type: 'str', text: textOf(bytes) };
}

function named(message: Uint8Array, names: Readonly<Record<number, string>>): readonly (readonly [string, Scalar])[] {
  return [...readFields(message)].flatMap((field): readonly (readonly [string, Scalar])[] => {
    const name = names[field.number];
    return name === undefined || field.wire !== 'bytes' ? [] : [[name, text(field.bytes)]];
  });
}

/** The record out of these facts, keys in alphabetical order; null where there are none. */
export function wandbEnvironment(facts: ReadonlyMap<string, PlainValue>): PlainValue | null {
  const items = new Map<string, PlainValue>();
  const set = (name: string, value: PlainValue | null | undefined): void => {
    if (value !== null && value !== undefined) items.set(name, value);
  };
  const python = stringIn(facts.get('python'));
  const git = facts.get('git');
  set('python_version', python === null ? null : str(python.replace(/^[^\d]+/, '')));
  set('python_implementation', python === null || !/^[A-Za-z]/.test(python) ? null : str(python.split(' ')[0] ?? ''));
  set('os', facts.get('os'));
  set('docker', facts.get('docker'));
  set('cpu_model', memberOf(facts.get('cpu'), 'model'));
  set('cpu_count', facts.get('cpu_count'));
  set('cpu_count_logical', facts.get('cpu_count_logical'));
  for (const [name, value] of gpusOf(facts)) set(name, value);
  set('executable', facts.get('executable'));
  set('program', facts.get('codePath') ?? facts.get('program'));
  set('args', facts.get('args'));
  set('git_commit', memberOf(git, 'commit'));
  const remote = stringIn(memberOf(git, 'remote') ?? memberOf(git, 'remote_url'));
  set('git_remote', remote === null ? null : str(redactCredentials(remote)));
  if (items.size === 0) return null;
  return { type: 'map', items: [...items].toSorted(([a], [b]) => (a < b ? -1 : 1)) };
}

/** A machine that was looked at and shows no GPU has none; one that was not looked at says nothing. */
function gpusOf(facts: ReadonlyMap<string, PlainValue>): readonly (readonly [string, PlainValue])[] {
  const listed = facts.get('gpu_nvidia');
  const names = listed?.type === 'list' ? listed.items.flatMap((gpu) => memberOf(gpu, 'name') ?? []) : [];
  const [firstName] = names;
  const same = names.every((name) => stringIn(name) === stringIn(firstName));
  const model = names.length > 0 ? (same ? firstName : ({ type: 'list', items: names } as const)) : facts.get('gpu');
  const count = facts.get('gpu_count') ?? (names.length > 0 ? int(names.length) : null);
  if (model === undefined && count === null)
    return facts.has('cpu_count')
      ? [
          ['machine_gpu_count', int(0)],
          ['gpu_model', none],
          ['driver_cuda_version', none],
        ]
      : [];
  return [
    ...(count === null ? [] : [['machine_gpu_count', count] as const]),
    ['gpu_model', model ?? none],
    ['driver_cuda_version', facts.get('cudaVersion') ?? none],
  ];
}

const none: Scalar = { type: 'none', text: 'None' };

function int(value: number): Scalar {
  return { type: 'int', text: String(value) };
}

function str(value: string): Scalar {
  return { type: 'str', text: value };
}

function memberOf(value: PlainValue | undefined, name: string): PlainValue | null {
  return value?.type === 'map' ? (value.items.find(([key]) => key === name)?.[1] ?? null) : null;
}

function stringIn(value: PlainValue | null | undefined): string | null {
  return value?.type === 'str' ? value.text : null;
}
