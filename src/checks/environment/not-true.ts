/** Environment records that say something else than what the run really ran on. */
import { defineCheck, type Found } from '../../model/check.ts';
import { formatClauses, plural } from '../../model/format-number.ts';
import { readClaims } from '../environment-claims.ts';
import { recordsOf } from '../records-in-runs.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';

type Facts = {
  readonly wrong: readonly {
    readonly pointer: string;
    readonly recorded: string;
    readonly real: string;
    readonly witness: string;
  }[];
};

const said = {
  observer: 'the training ran on',
  'python --version': '"python --version" says',
  'nvidia-smi': 'nvidia-smi names',
  git: 'Git says',
} as const;

export const environmentNotTrue = defineCheck<Facts>({
  id: 'environment/not-true',
  title: 'The environment record is not true',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The record names another Python, another library or another GPU than the run really had: it was written by hand, copied from
another run, or by another interpreter than the training's. Whoever rebuilds the environment from it gets something else.`,
  fix: `Let the training itself ask the libraries that it uses, in every run:

\`\`\`python
record = {
    "python_version": platform.python_version(),
    "torch_version": torch.__version__,
    "cuda_version": torch.version.cuda,
    "gpu_model": torch.cuda.get_device_name(0) if torch.cuda.is_available() else None,
    "gpu_count": torch.cuda.device_count(),
}
\`\`\``,
  find: (evidence) =>
    sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) => {
        const run = evidence.runs.find(({ number }) => number === inventory.run);
        if (run === undefined || run.end === null) return [];
        return recordsOf(inventory, 'environment').flatMap((record): readonly Found<Facts>[] => {
          const { wrong } = readClaims(record.value, run);
          const [example] = wrong;
          if (example === undefined) return [];
          // The first Python on PATH need not be the one that trained.
          const guessed = wrong.every(({ witness }) => witness === 'python --version');
          return [
            {
              place: { run: inventory.run, file: record.neutralPath, entry: example.pointer },
              facts: { wrong: wrong.slice(0, 50).map((claim) => ({ ...claim })) },
              ...(guessed ? { severity: 'warning', certainty: 'inferred' } : {}),
            },
          ];
        });
      }),
    ),
  message: ({ wrong }) =>
    `${plural(wrong.length, 'value')} ${wrong.length === 1 ? 'is' : 'are'} not true: ${formatClauses(
      wrong.map(
        ({ pointer, recorded, real, witness }) =>
          `"${pointer}" is ${recorded}, ${Object.hasOwn(said, witness) ? said[witness as keyof typeof said] : witness} ${real}`,
      ),
      5,
    )}.`,
});
