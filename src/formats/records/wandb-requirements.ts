/** The packages that Weights & Biases noted in `files/requirements.txt` of a run: a list like any other, among its own files. */
import type { RecordFormat } from './record-format.ts';
import { requirements } from './requirements.ts';

export const wandbRequirements: RecordFormat = {
  id: 'wandb-requirements',
  title: "Weights & Biases' package list",
  inTrackersPlaces: 'only',
  recognizes: (path) => /(?:^|\/)wandb\/[^/]+\/files\/requirements\.txt$/.test(path),
  read: requirements.read,
};
