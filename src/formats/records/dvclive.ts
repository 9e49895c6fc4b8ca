/** The parameters that DVCLive wrote: `dvclive/params.yaml` (dvclive/live.py). In a folder of another name it is read as any configuration. */
import { readPlainDocument } from './plain-document.ts';
import type { RecordFormat } from './record-format.ts';

export const dvcliveParameters: RecordFormat = {
  id: 'dvclive',
  title: "DVCLive's parameters",
  recognizes: (path) => /(?:^|\/)dvclive\/params\.yaml$/.test(path),
  read: (path, neutralPath, source) =>
    readPlainDocument({ kind: 'configuration', path, neutralPath, format: dvcliveParameters.id }, source),
};
