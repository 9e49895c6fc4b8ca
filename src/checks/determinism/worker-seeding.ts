/** DataLoaders whose workers take their seeds from a torch generator that nobody had seeded. */
import { defineCheck } from '../../model/check.ts';
import { plural } from '../../model/format-number.ts';
import {
  codePlace,
  codeText,
  firstOfEach,
  processesOf,
  runsDiverged,
  shownFile,
  suspicionText,
  weightOf,
} from '../suspicion.ts';

type Facts = { readonly diverged: boolean; readonly workers: number; readonly file: string; readonly line: number };

export const determinismWorkerSeeding = defineCheck<Facts>({
  id: 'determinism/worker-seeding',
  title: 'The workers of a DataLoader have no fixed seed',
  severity: 'warning',
  certainty: 'inferred',
  since: '0.1.0',
  why: `Each worker is seeded out of the loader's generator, or out of torch's global one. Where neither had a seed, augmentation and
shuffling in the workers are another in each run.`,
  fix: `Seed torch first, and give the loader a generator:

\`\`\`python
def seed_worker(worker_id):
    seed = torch.initial_seed() % 2**32
    random.seed(seed)
    numpy.random.seed(seed)

DataLoader(data, num_workers=4, worker_init_fn=seed_worker, generator=torch.Generator().manual_seed(seed))
\`\`\``,
  find: (evidence) => {
    const diverged = runsDiverged(evidence);
    const loaders = processesOf(evidence).flatMap(({ run, seen }) =>
      seen.loaders
        .filter(({ torchSeeded, origin }) => !torchSeeded && origin !== 'standard')
        .map((item) => ({ workers: item.workers, file: shownFile(run, item), line: item.line })),
    );
    return firstOfEach(loaders, ({ file, line }) => `${file}\n${line}`)
      .slice(0, 20)
      .map((facts) => ({
        place: codePlace(facts.file, facts.line),
        facts: { diverged, ...facts },
        ...weightOf(diverged),
      }));
  },
  message: ({ diverged, workers, file, line }) => {
    const made = `DataLoader with ${plural(workers, 'worker')} made before torch was seeded, without \`worker_init_fn\` and \`generator\`, in ${codeText(file, line)}`;
    return suspicionText(diverged, `a ${made}`, `A ${made}`);
  },
});
