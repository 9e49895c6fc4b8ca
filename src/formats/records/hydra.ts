/**
 * Hydra's record of a run: `.hydra/config.yaml` (what was used), `.hydra/hydra.yaml` (Hydra's own settings, with the run's
 * folder in it) and `.hydra/overrides.yaml` (what was said on the command line). Interpolations are shown, never resolved.
 */
import { readPlainDocument } from './plain-document.ts';
import type { RecordFormat } from './record-format.ts';

const place = /(?:^|\/)\.hydra\/(config|hydra|overrides)\.yaml$/;

export const hydra: RecordFormat = {
  id: 'hydra',
  title: 'Hydra configuration',
  recognizes: (path) => place.test(path),
  read(path, neutralPath, source) {
    const kind = place.exec(path)?.[1] === 'overrides' ? 'overrides' : 'configuration';
    return readPlainDocument({ kind, path, neutralPath, format: 'hydra' }, source);
  },
};
