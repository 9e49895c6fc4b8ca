/** Global generators that were drawn from before they were seeded for the first time. */
import { defineCheck } from '../../model/check.ts';
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

type Facts = { readonly diverged: boolean; readonly what: string; readonly file: string; readonly line: number };

export const seedsSeededAfterUse = defineCheck<Facts>({
  id: 'seeds/seeded-after-use',
  title: 'A generator was seeded after it had been used',
  severity: 'warning',
  certainty: 'inferred',
  since: '0.1.0',
  why: `What is drawn before the seed is set comes from a state that the operating system chose: weights that a module makes when it
is imported, a split that is drawn before \`main()\`. The seed then comes too late for it.`,
  fix: `Seed before anything else is imported or built:

\`\`\`python
random.seed(seed); numpy.random.seed(seed); torch.manual_seed(seed)
model = build_model()
\`\`\``,
  find: (evidence) => {
    const diverged = runsDiverged(evidence);
    const late = processesOf(evidence)
      .filter(({ seen }) => !seen.forked)
      .flatMap(({ run, seen }) =>
        firstOfEach(seen.seedings, ({ what }) => what)
          // Libraries draw from `random` while they are imported: where the runs agree, that says nothing.
          .filter(({ drawnBefore, what }) => drawnBefore === true && (diverged || what !== 'random.seed'))
          .map((item) => ({ what: item.what, file: shownFile(run, item), line: item.line })),
      );
    return firstOfEach(late, ({ what, file, line }) => `${what}\n${file}\n${line}`)
      .slice(0, 20)
      .map((facts) => ({
        place: codePlace(facts.file, facts.line),
        facts: { diverged, ...facts },
        ...weightOf(diverged),
      }));
  },
  message: ({ diverged, what, file, line }) => {
    const where = codeText(file, line);
    return suspicionText(
      diverged,
      `\`${what}\` in ${where}, came after the first draw from its generator`,
      `The first draw came before \`${what}\` in ${where}`,
    );
  },
});
