/** The registries that an inventory is taken with. */
import { checkpointFormats } from '../formats/checkpoints/registry.ts';
import { metricFormats } from '../formats/metrics/registry.ts';
import { recordFormats } from '../formats/records/registry.ts';
import type { Formats } from './identify-file.ts';

export const registeredFormats: Formats = {
  checkpoints: checkpointFormats,
  metrics: metricFormats,
  records: recordFormats,
};
