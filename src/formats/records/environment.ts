/**
 * The environment record: one JSON file in which a run wrote down what it ran on. Found by its name, or by its five keys
 * in any small JSON file. Whether it is complete and true is for the checks.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import { isProblem } from '../../model/problem.ts';
import { readPythonJson } from '../codecs/python-json.ts';
import { jsonLimits, readPlainDocument } from './plain-document.ts';
import type { RecordFormat } from './record-format.ts';
import { baseName } from './record-text.ts';

/** The keys by which an environment record is known, and which `schemas/environment.v1.json` asks for. */
const environmentKeys = ['python_version', 'torch_version', 'cuda_version', 'gpu_model', 'gpu_count'] as const;

const names = /^(environment|env|env[_-]info|environment[_-]info)\.json$/i;

/** Any other JSON file is only looked into when it is this small: an environment record has a few hundred bytes. */
const lookLimitBytes = 256 * 1024;

export const environment: RecordFormat = {
  id: 'environment',
  title: 'environment record',
  recognizes(path, source) {
    return names.test(baseName(path)) || (/\.json$/i.test(path) && hasFiveKeys(source));
  },
  read: (path, neutralPath, source) =>
    readPlainDocument({ kind: 'environment', path, neutralPath, format: 'environment' }, source),
};

function hasFiveKeys(source: ByteSource): boolean {
  if (source.byteLength > lookLimitBytes) return false;
  const text = new TextDecoder().decode(source.read(0, source.byteLength));
  if (!environmentKeys.every((key) => text.includes(`"${key}"`))) return false;
  try {
    const { value } = readPythonJson(text, jsonLimits);
    return value.type === 'map' && environmentKeys.every((key) => value.items.some(([name]) => name === key));
  } catch (error) {
    if (isProblem(error)) return false;
    throw error;
  }
}
