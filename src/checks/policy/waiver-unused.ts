/**
 * Waivers that covered no finding. Only `inspect` knows which these are: it hands this check an Evidence whose policy holds
 * the unused waivers alone, so that a check stays a function of Evidence.
 */
import { defineCheck } from '../../model/check.ts';
import { quote } from '../../model/format-number.ts';

type Facts = { readonly id: string; readonly place: string; readonly until: string };

export const policyWaiverUnused = defineCheck<Facts>({
  id: 'policy/waiver-unused',
  title: 'A waiver covers nothing',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `What it was made for is gone, or it never fitted because of a typing mistake. Left in place it will one day cover something
that nobody meant.`,
  fix: `Remove it from \`checks.waivers\`, or correct its \`id\` and \`place\`:

\`\`\`yaml
checks:
  waivers:
    - id: files/bytes-differ
      place: "**/predictions.bin"
      reason: "written by the vendor's exporter; ticket 123"
      until: 2027-03-31
\`\`\``,
  find: (evidence) => evidence.policy.checks.waivers.map(({ id, place, until }) => ({ facts: { id, place, until } })),
  message: ({ id, place }) => `The waiver for ${quote(id)} at ${quote(place)} covers no finding; one was expected.`,
});
