/** Runs that left no configuration: neither a file nor a key in a checkpoint. */
import { defineCheck } from '../../model/check.ts';
import { hasConfiguration } from '../configurations.ts';
import { runsWithout } from '../missing-records.ts';

type Facts = { readonly runs: readonly number[]; readonly of: number };

export const configurationNotRecorded = defineCheck<Facts>({
  id: 'configuration/not-recorded',
  title: 'The configuration was not recorded',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `Defaults change with the code. Only the values that were really used, written down by the run itself, say what was trained.`,
  fix: `Write it beside the results, resolved:

\`\`\`python
(out / "config.json").write_text(json.dumps(vars(args), indent=2, sort_keys=True))
\`\`\`

Hydra does so by itself in \`.hydra/config.yaml\`, as long as \`hydra.output_subdir\` is not null.`,
  find: (evidence) =>
    runsWithout(evidence, hasConfiguration).map(({ place, facts, partly }) => ({
      place,
      facts,
      ...(partly ? { severity: 'error' as const } : {}),
    })),
  message: ({ runs, of }) =>
    runs.length === of
      ? 'No run left its configuration; "config.json" or "config.yaml" was expected beside the results, or "config" in the checkpoint.'
      : `Run ${runs.join(', ')} left no configuration, the other did; it was expected in both.`,
});
