/** Hydra overrides that are not in the configuration which the run says it used. */
import { defineCheck } from '../../model/check.ts';
import type { InventorySummary } from '../../model/evidence.ts';
import { formatClauses, plural, quote } from '../../model/format-number.ts';
import type { PlainValue } from '../../model/record.ts';
import { plainAt, showPlain } from '../plain-values.ts';
import { recordsOf } from '../records-in-runs.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';

type Facts = { readonly wrong: readonly { readonly override: string; readonly found: string }[] };

export const configurationOverridesNotApplied = defineCheck<Facts>({
  id: 'configuration/overrides-not-applied',
  title: 'An override is not in the configuration',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `\`overrides.yaml\` says what was asked for on the command line, \`config.yaml\` what was used. Where they disagree, one of them is
false: the configuration was changed afterwards, or belongs to another run.`,
  fix: `Do not change the configuration after Hydra composed it; override it on the command line, or derive values by interpolation:

\`\`\`yaml
scheduler:
  total_steps: \${trainer.max_steps}
\`\`\``,
  find: (evidence) =>
    sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) =>
        recordsOf(inventory, 'overrides').flatMap((record) => {
          const config = configBeside(inventory, record.path);
          if (config === null || record.value.type !== 'list') return [];
          const wrong = record.value.items.flatMap((item) =>
            item.type === 'str' ? wrongOverride(item.text, config) : [],
          );
          return wrong.length === 0
            ? []
            : [{ place: { run: inventory.run, file: record.neutralPath }, facts: { wrong: wrong.slice(0, 20) } }];
        }),
      ),
    ),
  message: ({ wrong }) =>
    `${plural(wrong.length, 'override')} ${wrong.length === 1 ? 'is' : 'are'} not in "config.yaml": ${formatClauses(
      wrong.map(({ override, found }) => `${quote(override, 80)} was given, ${found} was used`),
      3,
    )}.`,
});

function configBeside(inventory: InventorySummary, path: string): PlainValue | null {
  const beside = path.replace(/overrides\.yaml$/, 'config.yaml');
  return (
    recordsOf(inventory, 'configuration').find((record) => record.path === beside && record.problems.length === 0)
      ?.value ?? null
  );
}

/**
 * Only what can be told without Hydra's grammar and config groups: a plain value for a key that holds a plain value.
 * Deletions, sweeps, lists, interpolations and choices of a group (whose key holds a mapping) are passed over.
 */
function wrongOverride(
  override: string,
  config: PlainValue,
): readonly { readonly override: string; readonly found: string }[] {
  const match = /^\+{0,2}([A-Za-z_][\w-]*(?:\.[\w-]+)*)=([^\s,[\]{}$()]*|'[^']*'|"[^"]*")$/.exec(override);
  const [, key = '', given = ''] = match ?? [];
  if (match === null || key.startsWith('hydra.')) return [];
  const found = plainAt(config, key.split('.'));
  if (found === null || found.type === 'map' || found.type === 'list') return [];
  if (found.type === 'str' && found.text.includes('${')) return [];
  return sameValue(given, found) ? [] : [{ override, found: showPlain(found) }];
}

function sameValue(given: string, found: PlainValue): boolean {
  const text = given.replace(/^(['"])(.*)\1$/, '$2');
  if (found.type === 'list' || found.type === 'map') return true;
  if (found.type === 'none') return /^(null|~)?$/i.test(text);
  if (found.type === 'bool') return /^(true|yes|on)$/i.test(text) === (found.text === 'True');
  if (found.type === 'int' || found.type === 'float') {
    const number = Number(text.replaceAll('_', ''));
    return text === found.text || number === Number(found.text) || /^[+-]?\.?(inf|nan)$/i.test(text);
  }
  return text === found.text || Number(text) === Number(found.text);
}
