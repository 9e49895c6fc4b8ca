/** Checkpoints none of which is named by any convention that tells what it is. */
import { defineCheck } from '../../model/check.ts';
import { formatList, plural, quote } from '../../model/format-number.ts';
import { namesOfRun, scriptName } from '../checkpoint-names.ts';

type Facts = { readonly checkpoints: number; readonly names: readonly string[] };

/** Names by which Lightning, Hugging Face, Keras and plain state dicts are known: they say what they are in their own way. */
const otherConventions =
  /(?:^|\/)(?:checkpoint-\d+\/|last(?:-v\d+)?\.ckpt|epoch=\d+|global_step\d+\/|adapter_model|model(?:-\d+-of-\d+)?\.safetensors|pytorch_model)/;

export const checkpointsNamesUnconventional = defineCheck<Facts>({
  id: 'checkpoints/names-unconventional',
  title: 'Checkpoint names follow no convention',
  severity: 'notice',
  certainty: 'measured',
  since: '0.1.0',
  why: `A name that says "best", "latest" or the epoch lets people and tools pick the right file, and lets this audit hold the
name against what is inside.`,
  fix: `Use \`best_model\`, \`checkpoint_epoch_N\` and \`checkpoint_latest\`:

\`\`\`python
torch.save(state, out / f"checkpoint_epoch_{epoch}.pt")
torch.save(state, out / "checkpoint_latest.pt")
if metric > best:
    torch.save(state, out / "best_model.pt")
\`\`\``,
  find: (evidence) => {
    const names = [...new Set(evidence.inventories.flatMap((inventory) => namesOfRun(inventory)))];
    const conventional = names.some((name) => scriptName(name) !== null || otherConventions.test(name));
    return names.length === 0 || conventional
      ? []
      : [{ facts: { checkpoints: names.length, names: names.slice(0, 5) } }];
  },
  message: ({ checkpoints, names }) =>
    `${plural(checkpoints, 'checkpoint')} ${checkpoints === 1 ? 'is' : 'are'} named ${formatList(
      names.map((name) => quote(name, 60)),
      3,
    )}; "best_model", "checkpoint_epoch_N" or "checkpoint_latest" was expected.`,
});
