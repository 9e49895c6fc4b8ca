/** Python processes whose hashes of texts are drawn anew at each start. */
import { defineCheck } from '../../model/check.ts';
import { plural, quote } from '../../model/format-number.ts';
import { processesOf, runsDiverged, suspicionText, weightOf } from '../suspicion.ts';

type Facts = {
  readonly diverged: boolean;
  readonly processes: number;
  readonly variable: string | null;
  readonly command: string;
};

export const seedsHashSeedNotInForce = defineCheck<Facts>({
  id: 'seeds/hash-seed-not-in-force',
  title: 'PYTHONHASHSEED is not in force',
  severity: 'warning',
  certainty: 'inferred',
  since: '0.1.0',
  why: `Without it Python draws a new key for the hashes of texts at each start, and sets of texts come in another order: classes, file
names, vocabularies. Setting it inside the program has no effect on that program: it is read once, before the first line.`,
  fix: `Leave it to the determinism set, or set it before Python starts:

\`\`\`sh
PYTHONHASHSEED=42 python train.py
\`\`\``,
  find: (evidence) => {
    const diverged = runsDiverged(evidence);
    const loose = processesOf(evidence).filter(({ seen }) => !seen.forked && !seen.interpreter.hashSeedFixed);
    const [example] = loose;
    if (example === undefined) return [];
    const { hashSeed, argv } = example.seen.interpreter;
    const command = argv.join(' ').slice(0, 200);
    return [{ facts: { diverged, processes: loose.length, variable: hashSeed, command }, ...weightOf(diverged) }];
  },
  message: ({ diverged, processes, variable, command }) => {
    const found = `PYTHONHASHSEED was ${variable === null ? 'not set' : quote(variable)} when ${
      processes === 1 ? '' : `${plural(processes, 'process', 'processes')} such as `
    }${quote(command)} started`;
    return suspicionText(diverged, `${found}, so sets of texts have another order in each run`, found);
  },
});
