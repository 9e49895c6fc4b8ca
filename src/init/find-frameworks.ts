/** What the training is written with, the most special first: by the imports of its file, then of the other files. */
import type { Framework, Shown } from './project.ts';
import { importsModule, usesHydra } from './python-source.ts';
import type { Repository } from './repository.ts';

const modules: readonly { readonly framework: Framework; readonly names: readonly string[] }[] = [
  { framework: 'lightning', names: ['lightning', 'pytorch_lightning'] },
  { framework: 'hugging-face', names: ['transformers', 'trl'] },
  { framework: 'torch', names: ['torch'] },
  { framework: 'tensorflow', names: ['tensorflow', 'keras'] },
  { framework: 'jax', names: ['jax', 'flax'] },
  { framework: 'scikit-learn', names: ['sklearn', 'xgboost', 'lightgbm'] },
];

/** Files beyond so many are not opened. */
const mostOpened = 200;

/** `entry` is the file that trains; null where none was found. */
export function findFrameworks(repository: Repository, entry: string | null): readonly Shown<Framework>[] {
  const sources = repository.files.filter((file) => file.endsWith('.py') && file !== entry).slice(0, mostOpened);
  const ordered = entry === null ? sources : [entry, ...sources];
  const found: Shown<Framework>[] = [];
  if (entry !== null && usesHydra(repository.text(entry)))
    found.push({ value: 'hydra', because: `@hydra.main in ${entry}` });
  for (const { framework, names } of modules) {
    const file = ordered.find((one) => names.some((name) => isUsed(framework, name, repository.text(one))));
    if (file !== undefined) found.push({ value: framework, because: `imported in ${file}` });
  }
  return found;
}

/** Many import transformers for a tokenizer; only its Trainer decides how a training is run. */
function isUsed(framework: Framework, module: string, text: string): boolean {
  if (!importsModule(text, module)) return false;
  return framework !== 'hugging-face' || /\b(?:Seq2Seq|SFT|DPO|GRPO)?Trainer\(|\bTrainingArguments\b/.test(text);
}
