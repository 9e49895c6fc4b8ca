/** Settings that were not the same at the end of the two runs: threads, precision, determinism. */
import { defineCheck } from '../../model/check.ts';
import type { Evidence } from '../../model/evidence.ts';
import { formatClauses, plural } from '../../model/format-number.ts';
import { type SeenProcess, seenProcesses } from '../../model/observed-process.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { runsDiverged, suspicionText, weightOf } from '../suspicion.ts';

type Facts = {
  readonly diverged: boolean;
  readonly run: number;
  readonly differing: readonly { readonly setting: string; readonly first: string; readonly second: string }[];
};

export const determinismSettingsDiffer = defineCheck<Facts>({
  id: 'determinism/settings-differ',
  title: 'The runs ended with different settings',
  severity: 'warning',
  certainty: 'inferred',
  since: '0.1.0',
  why: `Both runs were started alike, and something set threads, precision or determinism otherwise in one of them: a free core more, another
GPU, a switch that depends on the time. Sums over another number of threads come out otherwise in the last bits.`,
  fix: `Set what matters, and leave nothing to what happens to be free:

\`\`\`python
torch.set_num_threads(8)
torch.set_float32_matmul_precision("highest")
\`\`\``,
  find: (evidence) => {
    const diverged = runsDiverged(evidence);
    return differences(evidence).map(({ run, differing }) => ({
      facts: { diverged, run, differing: differing.slice(0, 20) },
      ...weightOf(diverged),
    }));
  },
  message: ({ diverged, run, differing }) => {
    const clauses = formatClauses(
      differing.map(({ setting, first, second }) => `\`${setting}\` was ${first} in run 1 and ${second} in run ${run}`),
      4,
    );
    return suspicionText(
      diverged,
      `${plural(differing.length, 'setting')} ${differing.length === 1 ? 'differs' : 'differ'}, ${clauses}`,
      `${plural(differing.length, 'setting')} ${differing.length === 1 ? 'differs' : 'differ'}: ${clauses}`,
    );
  },
});

type Differing = Facts['differing'][number];

function differences(
  evidence: Evidence,
): readonly { readonly run: number; readonly differing: readonly Differing[] }[] {
  const [first, ...others] = evidence.runs;
  if (first === undefined) return [];
  const before = settingsOf(first);
  return others.flatMap((run) => {
    const after = settingsOf(run);
    if (before.size === 0 || after.size === 0) return [];
    const differing = [...new Set([...before.keys(), ...after.keys()])]
      .map((setting) => ({
        setting,
        first: before.get(setting) ?? 'not set',
        second: after.get(setting) ?? 'not set',
      }))
      .filter((one) => one.first !== one.second);
    return differing.length === 0 ? [] : [{ run: run.number, differing }];
  });
}

/** Of all processes of a run together: each setting with every value that it had, in order. */
function settingsOf(run: RunRecord): ReadonlyMap<string, string> {
  const values = new Map<string, Set<string>>();
  for (const seen of seenProcesses(run.observed))
    for (const [setting, value] of settingsOfProcess(seen))
      values.set(setting, (values.get(setting) ?? new Set()).add(value));
  return new Map([...values].map(([setting, found]) => [setting, [...found].sort().join(', ')]));
}

/** Seeds are compared line by line, by another check; the hash seed too. */
function settingsOfProcess({ torch, tensorflow, jax, variables }: SeenProcess): readonly (readonly [string, string])[] {
  const named: Readonly<Record<string, unknown>> = {
    ...(torch === null
      ? {}
      : {
          'torch.get_num_threads()': torch.threads,
          'torch.are_deterministic_algorithms_enabled()': torch.deterministicAlgorithms,
          'torch.backends.cudnn.deterministic': torch.cudnnDeterministic,
          'torch.backends.cudnn.benchmark': torch.cudnnBenchmark,
          'torch.get_float32_matmul_precision()': torch.matmulPrecision,
          'torch.get_default_dtype()': torch.defaultDtype,
          'torch devices': torch.devices.map(({ name }) => name).join(', '),
        }),
    ...(tensorflow === null
      ? {}
      : {
          'TensorFlow determinism': tensorflow.opDeterminism,
          'TensorFlow devices': tensorflow.gpus.join(', '),
          'TensorFlow inter-op threads': tensorflow.interOpThreads,
          'TensorFlow intra-op threads': tensorflow.intraOpThreads,
        }),
    ...(jax === null
      ? {}
      : { 'jax.default_backend()': jax.backend, 'JAX devices': jax.devices.join(', '), jax_enable_x64: jax.x64 }),
  };
  return [
    ...Object.entries(named).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)] as const])),
    ...Object.entries(variables).filter(([name]) => name !== 'PYTHONHASHSEED'),
  ];
}
