/** Runs without an environment record. */
import { defineCheck } from '../../model/check.ts';
import { missingRecords } from '../missing-records.ts';

type Facts = { readonly runs: readonly number[]; readonly of: number };

export const environmentNotRecorded = defineCheck<Facts>({
  id: 'environment/not-recorded',
  title: 'The environment was not recorded',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `Results depend on the versions of Python, torch and CUDA, and on the model of the GPU. A year from now nobody knows them any
more, unless the run wrote them down.`,
  fix: `Write \`environment.json\` beside the results:

\`\`\`python
cuda = torch.cuda.is_available()
record = {
    "python_version": platform.python_version(),
    "torch_version": torch.__version__,
    "cuda_version": torch.version.cuda,
    "gpu_model": torch.cuda.get_device_name(0) if cuda else None,
    "gpu_count": torch.cuda.device_count(),
}
(out / "environment.json").write_text(json.dumps(record, indent=2))
\`\`\``,
  find: (evidence) =>
    missingRecords(evidence, (record) => record.kind === 'environment').map(({ place, facts, partly }) => ({
      place,
      facts,
      // One run that did record it and one that did not are different runs.
      ...(partly ? { severity: 'error' as const } : {}),
    })),
  message: ({ runs, of }) =>
    runs.length === of
      ? 'No run left a record of its environment; "environment.json" with the versions and the GPU was expected.'
      : `Run ${runs.join(', ')} left no record of its environment, the other did; "environment.json" was expected in both.`,
});
