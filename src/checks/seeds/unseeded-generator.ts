/** Generators that took their seed from the operating system: made without one, or drawn from and never seeded. */
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

type Facts = {
  readonly diverged: boolean;
  readonly what: string;
  /** Null for a global generator: what drew from it is not known. */
  readonly file: string | null;
  readonly line: number;
};

export const seedsUnseededGenerator = defineCheck<Facts>({
  id: 'seeds/unseeded-generator',
  title: 'A random generator has no seed',
  severity: 'warning',
  certainty: 'inferred',
  since: '0.1.0',
  why: `A generator without a seed takes one from the operating system, another one in each run. \`random.seed()\` and
\`numpy.random.seed()\` reach the global generators only, not those that the code makes for itself. The observer saw where it
was made; whether the results depend on it was not measured.`,
  fix: `Give each generator its seed, from the one seed of the training:

\`\`\`python
rng = random.Random(seed)
rng = numpy.random.default_rng(seed)
random.seed(seed); numpy.random.seed(seed); torch.manual_seed(seed)
\`\`\``,
  find: (evidence) => {
    const diverged = runsDiverged(evidence);
    // Installed libraries make many for names and retries; no result depends on those.
    const made = processesOf(evidence).flatMap(({ run, seen }) =>
      seen.unseeded
        .filter(({ origin }) => origin === 'own')
        .map((item) => ({ what: item.what, file: shownFile(run, item), line: item.line })),
    );
    const places = firstOfEach(made, ({ what, file, line }) => `${what}\n${file}\n${line}`);
    const global = diverged ? new Set(processesOf(evidence).flatMap(({ seen }) => seen.neverSeeded)) : [];
    return [
      ...places.slice(0, 20).map(({ what, file, line }) => ({
        place: codePlace(file, line),
        facts: { diverged, what, file, line },
        ...weightOf(diverged),
      })),
      ...[...global].sort().map((what) => ({ facts: { diverged, what, file: null, line: 0 } })),
    ];
  },
  message: ({ diverged, what, file, line }) => {
    if (file === null) return `Likely cause: the global generator of \`${what}\` was drawn from and never seeded.`;
    const { cause, seen } = sentences(what);
    const where = codeText(file, line);
    return suspicionText(diverged, `${cause} in ${where}`, `${seen} in ${where}`);
  },
});

function sentences(what: string): { readonly cause: string; readonly seen: string } {
  if (what === 'numpy.random generator')
    return { cause: 'a NumPy generator made without a seed', seen: 'A NumPy generator was made without a seed' };
  if (what === 'random.SystemRandom')
    return {
      cause: '`random.SystemRandom()`, which no seed reaches, made',
      seen: 'A generator that no seed reaches, `random.SystemRandom()`, was made',
    };
  const verb = /seed/.test(what) ? 'called' : 'made';
  return {
    cause: `\`${what}()\` ${verb} without a seed`,
    seen: `A generator was ${verb === 'made' ? 'made' : 'seeded'} without a seed, \`${what}()\`,`,
  };
}
