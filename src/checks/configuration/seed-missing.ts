/** Configurations in which no seed stands. */
import { defineCheck } from '../../model/check.ts';
import { formatList, plural, quote } from '../../model/format-number.ts';
import { configurationsOf } from '../configurations.ts';
import { plainLeaves } from '../plain-values.ts';

type Facts = { readonly files: readonly string[] };

export const configurationSeedMissing = defineCheck<Facts>({
  id: 'configuration/seed-missing',
  title: 'No seed stands in the configuration',
  severity: 'notice',
  certainty: 'measured',
  since: '0.1.0',
  why: `The seed is part of what was trained. Where it is not written down, the run cannot be repeated by anybody who was not there.`,
  fix: `Make the seed a setting like any other:

\`\`\`yaml
seed: 42
\`\`\``,
  find: (evidence) => {
    const places = evidence.inventories.flatMap(configurationsOf);
    const seeded = places.some(({ value }) => plainLeaves(value).some((leaf) => /seed/i.test(leaf.pointer)));
    if (places.length === 0 || seeded) return [];
    const files = [...new Set(places.map(({ neutralFile }) => neutralFile))];
    return [{ place: { file: files[0] ?? null }, facts: { files: files.slice(0, 10) } }];
  },
  message: ({ files }) =>
    `No key with "seed" in its name stands in ${plural(files.length, 'configuration')} (${formatList(
      files.map((file) => quote(file, 60)),
      3,
    )}); one was expected.`,
});
