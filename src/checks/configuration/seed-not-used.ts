/** A seed in the configuration that no generator was given, as far as the observer saw. */
import { defineCheck } from '../../model/check.ts';
import { formatList, quote } from '../../model/format-number.ts';
import { type SeenProcess, seenProcesses } from '../../model/observed-process.ts';
import { placeText, seedOfRun } from '../configurations.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';

type Facts = { readonly recorded: string; readonly place: string; readonly used: readonly string[] };

export const configurationSeedNotUsed = defineCheck<Facts>({
  id: 'configuration/seed-not-used',
  title: 'The seed in the configuration is not used',
  severity: 'warning',
  certainty: 'inferred',
  since: '0.1.0',
  why: `The configuration names a seed, and the generators of the training were given others, or none. Whoever runs the training again
with that seed trains something else. Generators inside of libraries in C are not seen.`,
  fix: `Seed from the configuration, before anything is drawn:

\`\`\`python
random.seed(config.seed)
numpy.random.seed(config.seed)
torch.manual_seed(config.seed)
\`\`\``,
  find: (evidence) =>
    sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) => {
        const run = evidence.runs.find(({ number }) => number === inventory.run);
        const found = seedOfRun(inventory);
        if (run === undefined || found === null) return [];
        const seen = seenProcesses(run.observed);
        const used = [...new Set(seen.flatMap(seedsOf))].sort();
        const random = used.length > 0 || seen.some(({ neverSeeded }) => neverSeeded.length > 0);
        if (!random || used.includes(found.seed)) return [];
        const { place, pointer, seed } = found;
        return [
          {
            place: { run: inventory.run, file: place.neutralFile, entry: pointer, line: place.line },
            facts: { recorded: seed, place: placeText(place), used: used.slice(0, 20) },
          },
        ];
      }),
    ),
  message: ({ recorded, place, used }) =>
    `The seed ${quote(recorded)} stands in ${place}, and ${
      used.length === 0
        ? 'generators were drawn from that nobody had seeded'
        : `the generators were given ${formatList(
            used.map((value) => quote(value)),
            5,
          )}`
    }.`,
});

function seedsOf({ seedings, torch }: SeenProcess): readonly string[] {
  // torch's own seed tells also of one that was given where nobody could look; where none was, it is a number of 64 bits.
  const initial = torch?.initialSeed ?? null;
  return [
    ...seedings.flatMap(({ value }) => value ?? []),
    ...(initial !== null && initial.length < 12 ? [initial] : []),
  ];
}
