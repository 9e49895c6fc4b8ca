/** Waivers whose last day has passed: they cover nothing any more. */
import { defineCheck } from '../../model/check.ts';
import { quote } from '../../model/format-number.ts';
import { waiverHolds } from '../../model/waiver.ts';

type Facts = { readonly id: string; readonly place: string; readonly until: string; readonly today: string };

export const policyWaiverExpired = defineCheck<Facts>({
  id: 'policy/waiver-expired',
  title: 'A waiver has ended',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `A waiver is a promise to come back. From the day after its end the finding counts again.`,
  fix: `Repair what it was made for, or give it a new end and a reason that still holds:

\`\`\`yaml
checks:
  waivers:
    - id: weights/values-differ
      place: "**/checkpoint_latest.pt"
      reason: "atomic adds in scatter; issue 42"
      until: 2027-03-31
\`\`\``,
  find: (evidence) =>
    evidence.policy.checks.waivers
      .filter((waiver) => !waiverHolds(waiver, evidence.today))
      .map(({ id, place, until }) => ({ facts: { id, place, until, today: evidence.today } })),
  message: ({ id, place, until, today }) =>
    `The waiver for ${quote(id)} at ${quote(place)} ended on ${until}, and today is ${today}.`,
});
