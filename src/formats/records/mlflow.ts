/**
 * Parameters in MLflow's file store: `params/KEY`, a file for each, with the value as text. Read one by one and put together
 * for each run by `gatherMlflowParameters`: all of them are one configuration.
 *
 * What a logged model keeps is a copy; tags and `meta.yaml` hold times and ids, and stay among MLflow's own books.
 */
import type { DocumentRecord, PlainValue, RecordDocument } from '../../model/record.ts';
import { mlflowPlace } from '../trackers/mlflow-place.ts';
import { parameterValue } from '../trackers/parameter-value.ts';
import type { RecordFormat } from './record-format.ts';
import { readRecordText } from './record-text.ts';

/** MLflow itself cuts values at 6,000 characters. */
const maxCharacters = 64 * 1024;
const maxParameters = 10_000;

export const mlflowParameter: RecordFormat = {
  id: 'mlflow',
  title: "MLflow's parameters",
  inTrackersPlaces: 'only',
  recognizes(path) {
    const place = mlflowPlace(path);
    return place !== null && place.owner === 'run' && place.part === 'params' && place.key !== '';
  },
  read(path, neutralPath, source) {
    const key = mlflowPlace(path)?.key ?? path;
    const { text, problems } = readRecordText(source);
    const value = parameterValue(text.slice(0, maxCharacters).replace(/\r?\n$/, ''));
    const cut = { code: 'PARAMETER_TOO_LONG', message: `the value of "${key}" has ${text.length} characters` };
    return {
      kind: 'configuration',
      path,
      neutralPath,
      format: mlflowParameter.id,
      value: { type: 'map', items: [[key, value]] },
      problems: [...problems, ...(text.length > maxCharacters ? [cut] : [])],
    };
  },
};

/** The records with all parameters of one run as one record, in the place of the first of them. */
export function gatherMlflowParameters(records: readonly RecordDocument[]): readonly RecordDocument[] {
  const runs = new Map<string, DocumentRecord[]>();
  for (const record of records) {
    const folder = parametersFolder(record);
    if (folder === null || record.kind !== 'configuration') continue;
    const known = runs.get(folder);
    if (known === undefined) runs.set(folder, [record]);
    else known.push(record);
  }
  const firstOf = new Map([...runs].map(([folder, members]) => [members[0] as RecordDocument, folder]));
  return records.flatMap((record) => {
    if (parametersFolder(record) === null) return [record];
    const folder = firstOf.get(record);
    return folder === undefined ? [] : [gathered(folder, runs.get(folder) ?? [])];
  });
}

/** The folder `…/params` of a record that holds one parameter; null for any other record. */
function parametersFolder({ format, path }: RecordDocument): string | null {
  const place = format === mlflowParameter.id ? mlflowPlace(path) : null;
  return place === null || place.key === '' ? null : `${place.folder}/params`;
}

function gathered(folder: string, members: readonly DocumentRecord[]): DocumentRecord {
  const items = members
    .slice(0, maxParameters)
    .flatMap(({ value }): readonly (readonly [string, PlainValue])[] => (value.type === 'map' ? value.items : []));
  const tooMany = {
    code: 'TOO_MANY_PARAMETERS',
    message: `the run has ${members.length} parameters; the first ${maxParameters} were read`,
  };
  const [first] = members;
  const depth = folder.split('/').length;
  return {
    kind: 'configuration',
    path: folder,
    // Own names stand in whole parts of these paths, so that as many parts are the neutral folder.
    neutralPath: (first?.neutralPath ?? folder).split('/').slice(0, depth).join('/'),
    format: mlflowParameter.id,
    value: { type: 'map', items: items.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) },
    problems: [
      ...members.flatMap(({ problems }) => problems).slice(0, 20),
      ...(members.length > maxParameters ? [tooMany] : []),
    ],
  };
}
