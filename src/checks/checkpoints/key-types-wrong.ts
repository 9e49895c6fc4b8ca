/** Keys of a training checkpoint that are there and hold something else than they should. */
import { defineCheck } from '../../model/check.ts';
import type { CheckpointSummary } from '../../model/evidence.ts';
import { formatClauses, plural, quote } from '../../model/format-number.ts';
import type { PlainValue } from '../../model/record.ts';
import { looksLikeTraining, type TrainingKey, trainingKeys } from '../training-keys.ts';

type Facts = { readonly wrong: readonly string[]; readonly checkpoints: number };

/** What a small value under the key may be. State dicts hold tensors and are never small values. */
const allowed: Readonly<
  Record<TrainingKey, { readonly types: readonly PlainValue['type'][]; readonly expected: string }>
> = {
  epoch: { types: ['int'], expected: 'an int' },
  model_state_dict: { types: ['map'], expected: 'a mapping of tensors' },
  optimizer_state_dict: { types: ['map'], expected: 'a mapping' },
  scheduler_state_dict: { types: ['map', 'none'], expected: 'a mapping' },
  best_metric: { types: ['float', 'int', 'none', 'map'], expected: 'a number' },
  config: { types: ['map'], expected: 'a mapping' },
};

export const checkpointsKeyTypesWrong = defineCheck<Facts>({
  id: 'checkpoints/key-types-wrong',
  title: 'A key of a checkpoint has the wrong type',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `Code that resumes or releases the model reads these keys. An epoch that is a text or a configuration that is one long
string is found out at the worst time.`,
  fix: `Save plain values of the expected type:

\`\`\`python
"epoch": int(epoch),
"best_metric": float(best_metric),
"config": OmegaConf.to_container(config, resolve=True),
\`\`\``,
  find: (evidence) => {
    const byWrong = new Map<string, { wrong: readonly string[]; paths: Set<string> }>();
    for (const inventory of evidence.inventories)
      for (const checkpoint of inventory.checkpoints.filter(looksLikeTraining)) {
        const wrong = wrongKeys(checkpoint);
        if (wrong.length === 0) continue;
        const group = byWrong.get(wrong.join()) ?? { wrong, paths: new Set() };
        group.paths.add(checkpoint.neutralPath);
        byWrong.set(wrong.join(), group);
      }
    return [...byWrong.values()].map(({ wrong, paths }) => ({
      place: { file: [...paths][0] ?? null },
      facts: { wrong, checkpoints: paths.size },
    }));
  },
  message: ({ wrong, checkpoints }) => `In ${plural(checkpoints, 'checkpoint')}, ${formatClauses(wrong, 6)}.`,
});

function wrongKeys(checkpoint: CheckpointSummary): readonly string[] {
  return trainingKeys.flatMap((key) => {
    const value = Object.hasOwn(checkpoint.values, key) ? checkpoint.values[key] : undefined;
    const { types, expected } = allowed[key];
    if (value === undefined || types.includes(value.type)) return [];
    return [`${quote(key)} is ${describe(value)}, expected ${expected}`];
  });
}

function describe(value: PlainValue): string {
  if (value.type === 'map') return 'a mapping';
  if (value.type === 'list') return 'a list';
  return value.type === 'none' ? 'None' : `the ${value.type} ${quote(value.text, 40)}`;
}
