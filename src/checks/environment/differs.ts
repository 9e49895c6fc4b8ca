/** Environment records that differ between the runs. */
import { defineCheck } from '../../model/check.ts';
import { formatClauses, plural } from '../../model/format-number.ts';
import { plainDifferences, showPlain } from '../plain-values.ts';
import { pairedRecords } from '../records-in-runs.ts';

type Facts = {
  readonly differing: readonly { readonly pointer: string; readonly first: string; readonly second: string }[];
};

/** Keys that say when or as which process the record was written, and not on what. */
const volatile = /(?:^|[/_])(?:time|timestamp|date|datetime|created|created_at|pid|uptime|run_id)$/i;

export const environmentDiffers = defineCheck<Facts>({
  id: 'environment/differs',
  title: 'The environment records differ',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `Two runs on different software or hardware are two experiments. Where the results differ, this is the first place to look;
where they agree, they agree in spite of it.`,
  fix: `Run both on the same machine and in the same environment; in a workflow, pin the runner's labels and the image:

\`\`\`yaml
runs-on: [self-hosted, gpu, a100]
container: ghcr.io/you/train@sha256:…
\`\`\``,
  find: (evidence) =>
    pairedRecords(evidence, 'environment').flatMap(({ run, file, records, ownNames }) => {
      const differing = plainDifferences({ first: records.first.value, second: records.second.value }, ownNames)
        .filter(({ pointer }) => !volatile.test(pointer))
        .map(({ pointer, values }) => ({ pointer, first: showPlain(values.first), second: showPlain(values.second) }));
      const [example] = differing;
      return example === undefined
        ? []
        : [{ place: { run, file, entry: example.pointer }, facts: { differing: differing.slice(0, 50) } }];
    }),
  message: ({ differing }) =>
    `${plural(differing.length, 'value')} ${differing.length === 1 ? 'differs' : 'differ'}: ${formatClauses(
      differing.map(
        ({ pointer, first, second }) => `"${pointer}" is ${first} in the first run and ${second} in the second`,
      ),
      5,
    )}.`,
});
