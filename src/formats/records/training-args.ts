/**
 * Hugging Face's `training_args.bin`: all settings of a Trainer, pickled by torch.save. Read by the symbolic machine for
 * pickles, which executes nothing, as the configuration that it is; it holds no weights.
 *
 * Tokens of the hub are hidden: they are no setting, and a report is public.
 */

import { isProblem } from '../../model/problem.ts';
import type { PlainValue } from '../../model/record.ts';
import { noSiblings } from '../checkpoints/checkpoint-format.ts';
import { torchLegacy } from '../checkpoints/torch-legacy.ts';
import { torchZip } from '../checkpoints/torch-zip.ts';
import { entriesAsPlain } from './entries-as-plain.ts';
import type { DeferredRecordFormat } from './record-format.ts';
import { baseName } from './record-text.ts';

const secret = /token$/i;

export const trainingArguments: DeferredRecordFormat = {
  id: 'training-args',
  title: "Hugging Face's training arguments",
  framedAsCheckpoint: true,
  recognizes: (path) => baseName(path) === 'training_args.bin',
  async read(path, neutralPath, source) {
    const identity = { kind: 'configuration', path, neutralPath, format: trainingArguments.id } as const;
    try {
      const format = (await torchZip.recognizes(source)) ? torchZip : torchLegacy;
      const checkpoint = await format.open(source, noSiblings);
      try {
        return { ...identity, value: withoutSecrets(await entriesAsPlain(checkpoint.entries)), problems: [] };
      } finally {
        checkpoint.close();
      }
    } catch (error) {
      if (!isProblem(error)) throw error;
      const { code, message } = error;
      return {
        ...identity,
        value: { type: 'map', items: [] },
        problems: [{ code, message: message.replace(/\.$/, '') }],
      };
    }
  },
};

function withoutSecrets(value: PlainValue): PlainValue {
  if (value.type !== 'map') return value;
  const hidden: PlainValue = { type: 'str', text: '***' };
  return {
    type: 'map',
    items: value.items.map(([key, item]) => [key, secret.test(key) && item.type === 'str' ? hidden : item]),
  };
}
