/** Configurations that differ between the runs, once each run's own folder, times and host are out. */
import { defineCheck } from '../../model/check.ts';
import { formatClauses, plural, quote } from '../../model/format-number.ts';
import { type PlainDifference, plainDifferences, showPlain } from '../plain-values.ts';
import { pairedRecords } from '../records-in-runs.ts';

type Told = { readonly pointer: string; readonly first: string; readonly second: string };

type Facts = {
  readonly differing: readonly Told[];
  /** Values under keys that name a time, a folder or an id: they belong to the run. */
  readonly ownValues: number;
  /** The first of them. */
  readonly own: readonly Told[];
};

/**
 * Last parts of a pointer whose values say when, where and as what a run ran, and not what it trained: a path of data or of a model is
 * none of them. The run's own folder, times and host are out of all texts already.
 */
const volatile =
  /\/(?:[\w-]*(?:timestamp|datetime)|time|date|now|(?:start|end)_time|(?:created|started|finished)(?:_at)?|pid|host|hostname|node|run_id|run_name|uuid|cwd|(?:out|output|log|logs|logging|save|run|runs|work|working|tmp|temp|results?|exp|experiment|artifacts?)[\w-]*[_-](?:dir|path|folder|root))(?:\/\d+)?$/i;

export const configurationDiffers = defineCheck<Facts>({
  id: 'configuration/differs',
  title: 'The configurations differ',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The two runs did not train the same thing. Something in the configuration comes from the time, from chance, or from what the
first run left behind.`,
  fix: `Take every value from the configuration, and none from the clock or from a random generator:

\`\`\`python
config.seed = int(os.environ["TRAIN_TWICE_SEED"])      # not: random.randint(...)
\`\`\``,
  find: (evidence) =>
    (['configuration', 'overrides'] as const).flatMap((kind) =>
      pairedRecords(evidence, kind).flatMap(({ run, file, records, ownNames }) => {
        const all = plainDifferences({ first: records.first.value, second: records.second.value }, ownNames);
        const own = all.filter(isOwn);
        const differing = all.filter((difference) => !isOwn(difference)).map(toldOf);
        if (all.length === 0) return [];
        return [
          {
            place: { run, file, entry: (differing[0] ?? own[0])?.pointer ?? null },
            facts: { differing: differing.slice(0, 50), ownValues: own.length, own: own.slice(0, 3).map(toldOf) },
            ...(differing.length === 0 ? { severity: 'notice' as const } : {}),
          },
        ];
      }),
    ),
  message: ({ differing, ownValues, own }) => {
    const ownText = `${plural(ownValues, 'value')} that ${ownValues === 1 ? 'names' : 'name'} a time, a place or an id ${ownValues === 1 ? 'differs' : 'differ'}`;
    if (differing.length === 0) return `Only ${ownText}: ${formatClauses(own.map(clauseOf), 3)}.`;
    const values = differing.map(clauseOf);
    return `${plural(differing.length, 'value')} ${differing.length === 1 ? 'differs' : 'differ'}: ${formatClauses(values, 5)}${
      ownValues === 0 ? '' : `; besides, ${ownText}`
    }.`;
  },
});

function toldOf({ pointer, values }: PlainDifference): Told {
  return { pointer, first: showPlain(values.first), second: showPlain(values.second) };
}

function clauseOf({ pointer, first, second }: Told): string {
  return `${quote(pointer)} is ${first} in the first run and ${second} in the second`;
}

/** Only texts and numbers under a volatile key: a whole subtree that is missing is a real difference. */
function isOwn({ pointer, values }: PlainDifference): boolean {
  return values.first !== null && values.second !== null && volatile.test(pointer);
}
