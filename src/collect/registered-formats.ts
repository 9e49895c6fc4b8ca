/** The registries that an inventory is taken with. */
import { checkpointFormats } from '../formats/checkpoints/registry.ts';
import type { Formats } from './identify-file.ts';

export const registeredFormats: Formats = {
  checkpoints: checkpointFormats,
  metrics: async () => (await import('../formats/metrics/registry.ts')).metricFormats,
  records: async () => (await import('../formats/records/registry.ts')).recordFormats,
};
