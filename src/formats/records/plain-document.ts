/**
 * JSON and YAML files as plain data, by the ending of the name: what the environment and configuration records share.
 * Whatever is wrong with the text becomes a problem of the document, with as much of the value as could be read.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import { isProblem } from '../../model/problem.ts';
import type { DocumentRecord, PlainValue } from '../../model/record.ts';
import { readPythonJson } from '../codecs/python-json.ts';
import { type RecordProblem, readRecordText } from './record-text.ts';
import { parseYaml } from './yaml-value.ts';

/** The same bounds as for YAML: more than any record that a person reads. */
export const jsonLimits = { maxDepth: 64, maxValues: 200_000 } as const;

const nothing: PlainValue = { type: 'map', items: [] };

/** The file as a record of the given kind. @throws LimitProblem where the file is too large */
export function readPlainDocument(
  identity: Pick<DocumentRecord, 'kind' | 'path' | 'neutralPath' | 'format'>,
  source: ByteSource,
): DocumentRecord {
  const { text, problems } = readRecordText(source);
  const read = readPlainText(text, identity.path.toLowerCase().endsWith('.json') ? 'json' : 'yaml');
  return { ...identity, value: read.value, problems: [...problems, ...read.problems] };
}

export interface PlainReading {
  readonly value: PlainValue;
  readonly problems: readonly RecordProblem[];
}

/** A text in one of the two languages. Never throws: what is wrong with it is among the problems. */
export function readPlainText(text: string, language: 'json' | 'yaml'): PlainReading {
  return language === 'json' ? readJson(text) : parseYaml(text);
}

function readJson(text: string): PlainReading {
  try {
    const { value, duplicates } = readPythonJson(text.replace(/^\ufeff/, ''), jsonLimits);
    const problems = duplicates.map(({ key, pointer, line }) => ({
      code: 'DUPLICATE_KEY',
      message: `key "${key}" stands twice in ${pointer === '' ? 'the document' : `"${pointer}"`}`,
      line,
    }));
    return { value, problems };
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { line } = error.place;
    const problem = { code: error.code, message: error.message.replace(/\.$/, '') };
    return { value: nothing, problems: [line === undefined ? problem : { ...problem, line }] };
  }
}
