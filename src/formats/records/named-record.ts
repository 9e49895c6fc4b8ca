/**
 * A file that the user named as a record (`records: {environment: …}`): read as that kind whatever its name is. Where a format
 * of that kind knows the file it reads it (a lock file as requirements); else it is taken by its content.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import type { DocumentRecord, RecordDocument } from '../../model/record.ts';
import type { RecordPaths } from '../../model/request.ts';
import { datasetRecord } from './dataset.ts';
import { environmentRecord } from './environment.ts';
import { readPlainText } from './plain-document.ts';
import type { AnyRecordFormat, DeferredRecordFormat } from './record-format.ts';
import { readRecordText } from './record-text.ts';
import { requirements } from './requirements.ts';

export type NamedKind = keyof RecordPaths;

/** The reader for one file that was named as this kind. `formats`: those that are asked first. */
export function namedRecord(kind: NamedKind, formats: readonly AnyRecordFormat[]): DeferredRecordFormat {
  return {
    id: kind,
    title: titles[kind],
    recognizes: () => true,
    async read(path, neutralPath, source) {
      for (const format of formats) {
        if (!format.recognizes(path, source)) continue;
        const document = await format.read(path, neutralPath, source);
        if (document.kind === kind) return document;
      }
      return readAs(kind, path, neutralPath, source);
    },
  };
}

const titles: Readonly<Record<NamedKind, string>> = {
  environment: 'environment record',
  requirements: 'package list',
  configuration: 'configuration file',
  dataset: 'dataset record',
};

function readAs(kind: NamedKind, path: string, neutralPath: string, source: ByteSource): RecordDocument {
  switch (kind) {
    case 'environment':
      return withMapping(environmentRecord(path, neutralPath, source));
    case 'requirements':
      return requirements.read(path, neutralPath, source);
    case 'configuration': {
      const { text, problems } = readRecordText(source);
      const isJson = /\.json$/i.test(path) || /^\s*\{/.test(text);
      const read = readPlainText(text, isJson ? 'json' : 'yaml');
      const identity = { kind, path, neutralPath, format: 'configuration' };
      return withMapping({ ...identity, value: read.value, problems: [...problems, ...read.problems] });
    }
    case 'dataset': {
      const record = datasetRecord(path, neutralPath, source, true);
      const problem = { code: 'NO_DIGEST', message: 'no digest of 12 hexadecimal digits or more stands in it' };
      return record.claims.length > 0 ? record : { ...record, problems: [...record.problems, problem] };
    }
    default:
      kind satisfies never;
      return requirements.read(path, neutralPath, source);
  }
}

/** YAML reads any text as one long string: that is no record. */
function withMapping(record: DocumentRecord): DocumentRecord {
  if (record.value.type === 'map' || record.problems.length > 0) return record;
  const problem = { code: 'NOT_A_MAPPING', message: 'it holds no mapping of names to values' };
  return { ...record, problems: [problem] };
}
