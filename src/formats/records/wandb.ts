/**
 * `wandb-metadata.json`, which Weights & Biases writes beside its log where it is online or an older version: machine and
 * software, as one environment record in the words of ours (`trackers/wandb-environment.ts`).
 */
import type { DocumentRecord, PlainValue } from '../../model/record.ts';
import { wandbEnvironment } from '../trackers/wandb-environment.ts';
import { readPlainDocument } from './plain-document.ts';
import type { RecordFormat } from './record-format.ts';

export const wandbMetadata: RecordFormat = {
  id: 'wandb',
  title: "Weights & Biases' metadata",
  inTrackersPlaces: 'only',
  recognizes: (path) => /(?:^|\/)wandb\/[^/]+\/files\/wandb-metadata\.json$/.test(path),
  read(path, neutralPath, source): DocumentRecord {
    const document = readPlainDocument({ kind: 'environment', path, neutralPath, format: wandbMetadata.id }, source);
    const { value } = document;
    const facts = new Map<string, PlainValue>(
      value.type === 'map' ? value.items.filter(([, fact]) => fact.type !== 'none') : [],
    );
    // Older versions asked the driver.
    const cuda = facts.get('cuda');
    if (!facts.has('cudaVersion') && cuda !== undefined) facts.set('cudaVersion', cuda);
    return { ...document, value: wandbEnvironment(facts) ?? { type: 'map', items: [] } };
  },
};
