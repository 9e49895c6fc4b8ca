/** `checkpoint-N` folders from which the Trainer could not go on. */
import { defineCheck } from '../../model/check.ts';
import { formatList } from '../../model/format-number.ts';
import { recordsOf } from '../records-in-runs.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';

type Facts = { readonly missing: readonly string[]; readonly folders: number };

/** By transformers' Trainer; FSDP and DeepSpeed keep the same things under other names. */
const parts: readonly (readonly [what: string, there: RegExp])[] = [
  [
    'the model',
    /^(?:model|pytorch_model|adapter_model|tf_model|flax_model)[\w.-]*\.(?:safetensors|bin|h5|msgpack)$|^(?:model|pytorch_model)\.\w+\.index\.json$|^pytorch_model_fsdp|^global_step\d+\//,
  ],
  ['"trainer_state.json"', /^trainer_state\.json$/],
  ['"training_args.bin"', /^training_args\.bin$/],
  ["the optimizer's state", /^optimizer(?:_\d+)?\.(?:pt|bin)$|^optimizer_\d+\/|^global_step\d+\//],
  ["the scheduler's state", /^scheduler\.(?:pt|bin)$|^global_step\d+\//],
];

export const layoutHuggingFaceIncomplete = defineCheck<Facts>({
  id: 'layout/hugging-face-incomplete',
  title: "The Trainer's checkpoint is not whole",
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `The Trainer resumes from a \`checkpoint-N\` folder only where model, optimizer, scheduler and its own state are all in it; its
arguments in \`training_args.bin\` are the record of how it was trained.`,
  fix: `Leave \`save_only_model\` off:

\`\`\`python
TrainingArguments(output_dir="outputs", save_strategy="steps", save_steps=500, save_only_model=False)
\`\`\``,
  find: (evidence) =>
    sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) => {
        const byMissing = new Map<string, { missing: readonly string[]; folders: string[] }>();
        for (const record of recordsOf(inventory, 'layout')) {
          if (record.layout !== 'hugging-face') continue;
          const missing = parts
            .filter(([, there]) => !record.files.some((file) => there.test(file)))
            .map(([what]) => what);
          if (missing.length === 0) continue;
          const group = byMissing.get(missing.join()) ?? { missing, folders: [] };
          group.folders.push(record.neutralPath);
          byMissing.set(missing.join(), group);
        }
        return [...byMissing.values()].map(({ missing, folders }) => ({
          place: { run: inventory.run, file: folders[0] ?? null },
          facts: { missing, folders: folders.length },
        }));
      }),
    ),
  message: ({ missing, folders }) =>
    `${folders === 1 ? 'The folder lacks' : `${folders} folders lack`} ${formatList(missing)}; all that the Trainer resumes from was expected.`,
});
