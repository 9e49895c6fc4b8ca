/** Training checkpoints without the state that a resumed training needs to go on as if it had never stopped. */
import { defineCheck } from '../../model/check.ts';
import type { CheckpointSummary, InventorySummary } from '../../model/evidence.ts';
import { formatList, quote } from '../../model/format-number.ts';
import { configurationsOf } from '../configurations.ts';
import { isLightning } from '../lightning-best.ts';
import { plainLeaves } from '../plain-values.ts';
import { looksLikeTraining } from '../training-keys.ts';

type Facts = { readonly missing: readonly string[]; readonly example: string };

export const checkpointsResumptionNotExact = defineCheck<Facts>({
  id: 'checkpoints/resumption-not-exact',
  title: 'A resumed training would not be the same',
  severity: 'notice',
  certainty: 'measured',
  since: '0.1.0',
  why: `Weights and optimizer are there, so the training can go on; but dropout, augmentation and the order of the data would be drawn anew
from where it stopped. A run that is resumed then differs from one that was not.`,
  fix: `Save the states of the generators too, and of the gradient scaler where there is one:

\`\`\`python
"rng_state": {
    "python": random.getstate(),
    "numpy": numpy.random.get_state(),
    "torch": torch.get_rng_state(),
    "cuda": torch.cuda.get_rng_state_all(),
    "order": loader.generator.get_state(),
},
"scaler": scaler.state_dict(),
\`\`\``,
  find: (evidence) => {
    const found = new Map<string, Facts>();
    for (const inventory of evidence.inventories) {
      const mixed = usesMixedPrecision(inventory);
      for (const checkpoint of inventory.checkpoints) {
        if (!canResume(checkpoint)) continue;
        const missing = missingState(checkpoint, inventory, mixed);
        if (missing.length > 0 && !found.has(missing.join()))
          found.set(missing.join(), { missing, example: checkpoint.neutralPath });
      }
    }
    return [...found.values()].map((facts) => ({ place: { file: facts.example }, facts }));
  },
  message: ({ missing, example }) =>
    `${quote(example, 80)} holds no ${formatList(missing)}: a training that is resumed from it draws other random numbers than one that never stopped.`,
});

/** With an optimizer in it: weights alone are not meant to go on from. */
function canResume(checkpoint: CheckpointSummary): boolean {
  const optimizer = checkpoint.keys.some((key) => /optim/i.test(key));
  return optimizer && (looksLikeTraining(checkpoint) || isLightning(checkpoint));
}

function missingState(checkpoint: CheckpointSummary, inventory: InventorySummary, mixed: boolean): readonly string[] {
  const has = (name: RegExp): boolean =>
    checkpoint.keys.some((key) => name.test(key)) || siblings(checkpoint, inventory).some((file) => name.test(file));
  return [
    ...(has(/rng|random|generator/i) ? [] : ['state of the random generators']),
    ...(!mixed || has(/scaler|amp|MixedPrecision/i) ? [] : ['state of the gradient scaler']),
  ];
}

/** The Trainer and accelerate keep them in files beside. */
function siblings({ path }: CheckpointSummary, inventory: InventorySummary): readonly string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return inventory.files
    .filter((file) => file.path.startsWith(folder) && !file.path.slice(folder.length).includes('/'))
    .map((file) => file.path.slice(folder.length))
    .filter((name) => /^(?:rng_state|random_states|scaler)/.test(name));
}

/** bfloat16 needs no scaler. */
function usesMixedPrecision(inventory: InventorySummary): boolean {
  return configurationsOf(inventory).some(({ value }) =>
    plainLeaves(value).some(
      ({ key, value: setting }) =>
        (/^(?:fp16|use_amp|amp|mixed_precision)$/i.test(key) &&
          ((setting.type === 'bool' && setting.text === 'True') ||
            (setting.type === 'str' && /^(?:fp16|float16)$/i.test(setting.text)))) ||
        (/^precision$/i.test(key) && setting.type === 'str' && /^16-(?:mixed|true)$/.test(setting.text)),
    ),
  );
}
