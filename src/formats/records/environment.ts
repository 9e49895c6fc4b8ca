/**
 * The environment record: one file in which a run wrote down what it ran on. Found by its name, by its five keys in any small
 * JSON file, or as the output of torch's `collect_env`. JSON, YAML or plain text by its content. `environment.yaml` is also
 * conda's name for a list of packages: what has dependencies is none of ours. Whether a record is complete and true is for the checks.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import { isProblem } from '../../model/problem.ts';
import type { DocumentRecord, PlainValue } from '../../model/record.ts';
import { readPythonJson } from '../codecs/python-json.ts';
import { environmentOfText, isCollectEnv } from './environment-text.ts';
import { jsonLimits, readPlainText } from './plain-document.ts';
import type { RecordFormat } from './record-format.ts';
import { baseName, readRecordText } from './record-text.ts';

/** The keys by which an environment record is known, and which `schemas/environment.v1.json` asks for. */
const environmentKeys = ['python_version', 'torch_version', 'cuda_version', 'gpu_model', 'gpu_count'] as const;

const names = /^(?:environment|env)(?:[._-]?info(?:rmation)?)?\.json$/i;
const yamlNames = /^(?:environment|env)(?:[._-]?info(?:rmation)?)?\.ya?ml$/i;
const textNames =
  /^(?:(?:environment|env)(?:[._-]?info(?:rmation)?)?|(?:torch[._-]?)?collect[._-]env(?:[._-]?output)?|system[._-]?info)(?:\.(?:txt|log))?$/i;

/** Any other file is only looked into when it is this small: an environment record has a few hundred bytes. */
const lookLimitBytes = 256 * 1024;

export const environment: RecordFormat = {
  id: 'environment',
  title: 'environment record',
  recognizes(path, source) {
    const base = baseName(path);
    if (names.test(base)) return true;
    if (yamlNames.test(base)) return source.byteLength <= lookLimitBytes && !isCondaFile(textOf(source));
    if (textNames.test(base)) return source.byteLength <= lookLimitBytes && isEnvironmentText(textOf(source));
    return /\.json$/i.test(path) && hasFiveKeys(source);
  },
  read: (path, neutralPath, source) => environmentRecord(path, neutralPath, source),
};

/** The record whatever the name of the file is. @throws LimitProblem where the file is too large */
export function environmentRecord(path: string, neutralPath: string, source: ByteSource): DocumentRecord {
  const { text, problems } = readRecordText(source);
  const base = { kind: 'environment', path, neutralPath, format: 'environment' } as const;
  const isJson = /\.json$/i.test(path) || /^\s*[{[]/.test(text);
  const plain = isJson || /\.ya?ml$/i.test(path) ? null : environmentOfText(text);
  if (plain !== null) return { ...base, value: plain, problems };
  const read = readPlainText(text, isJson ? 'json' : 'yaml');
  return { ...base, value: read.value, problems: [...problems, ...read.problems] };
}

function textOf(source: ByteSource): string {
  return new TextDecoder().decode(source.read(0, source.byteLength));
}

function isCondaFile(text: string): boolean {
  return /^(?:dependencies|channels)\s*:/m.test(text);
}

/** A list of packages is often called the same: at least two of the five keys must be told. */
function isEnvironmentText(text: string): boolean {
  if (isCollectEnv(text)) return true;
  if (/^\s*[{[]/.test(text)) return fiveKeysIn(text) >= 2;
  const value = environmentOfText(text);
  return value !== null && value.type === 'map' && countKeys(value) >= 2;
}

function countKeys(value: PlainValue): number {
  return value.type === 'map' ? environmentKeys.filter((key) => value.items.some(([name]) => name === key)).length : 0;
}

function hasFiveKeys(source: ByteSource): boolean {
  if (source.byteLength > lookLimitBytes) return false;
  return fiveKeysIn(textOf(source)) === environmentKeys.length;
}

function fiveKeysIn(text: string): number {
  const there = environmentKeys.filter((key) => text.includes(`"${key}"`)).length;
  if (there < 2) return 0;
  try {
    return countKeys(readPythonJson(text, jsonLimits).value);
  } catch (error) {
    if (isProblem(error)) return 0;
    throw error;
  }
}
