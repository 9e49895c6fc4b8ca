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
          const composed = composedBeside(inventory, record.path);
          if (composed === null || record.value.type !== 'list') return [];
          const wrong = record.value.items.flatMap((item) =>
            item.type === 'str' ? wrongOverride(item.text, composed) : [],
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

/** What Hydra made of the overrides: the configuration, and which option of each group was chosen. */
interface Composed {
  readonly config: PlainValue;
  readonly choices: PlainValue | null;
}

function composedBeside(inventory: InventorySummary, path: string): Composed | null {
  const beside = (name: string): PlainValue | null =>
    recordsOf(inventory, 'configuration').find(
      (record) => record.path === path.replace(/overrides\.yaml$/, name) && record.problems.length === 0,
    )?.value ?? null;
  const config = beside('config.yaml');
  const hydra = beside('hydra.yaml');
  if (config === null) return null;
  return { config, choices: hydra === null ? null : plainAt(hydra, ['hydra', 'runtime', 'choices']) };
}

interface WrongOverride {
  readonly override: string;
  readonly found: string;
}

const keyPattern = String.raw`[A-Za-z_][\w-]*(?:\.[\w-]+)*`;
const setting = new RegExp(String.raw`^\+{0,2}(${keyPattern})=([^\s,[\]{}$()]*|'[^']*'|"[^"]*"|\[[^[\]{}$()'"]*\])$`);
const deletion = new RegExp(`^~(${keyPattern})(?:=.*)?$`);
const choice = /^\+{0,2}([A-Za-z_][\w-]*(?:\/[\w-]+)*)=([\w./-]+)$/;

/**
 * Only what can be told without Hydra's grammar: a plain value or a plain list for a key, the choice of a group's option, a
 * deletion. Sweeps, interpolations, dictionaries and packages (`db@backup=…`) are passed over.
 */
function wrongOverride(override: string, composed: Composed): readonly WrongOverride[] {
  if (/^[~+]*hydra[./]/.test(override)) return [];
  const deleted = deletion.exec(override)?.[1];
  if (deleted !== undefined) {
    const found = plainAt(composed.config, deleted.split('.'));
    return found === null ? [] : [{ override, found: showPlain(found) }];
  }
  const [, group = '', option = ''] = choice.exec(override) ?? [];
  const chosen = composed.choices === null || group === '' ? null : plainAt(composed.choices, [group]);
  if (chosen?.type === 'str') return chosen.text === option ? [] : [{ override, found: showPlain(chosen) }];
  const [, key, given = ''] = setting.exec(override) ?? [];
  if (key === undefined) return [];
  const found = plainAt(composed.config, key.split('.'));
  if (found === null) return mustBeThere(override, key, given, composed) ? [{ override, found: 'nothing' }] : [];
  if (found.type === 'map' || (found.type === 'str' && found.text.includes('${'))) return [];
  const same = found.type === 'list' ? sameList(given, found.items) : sameValue(given, found);
  return same ? [] : [{ override, found: showPlain(found) }];
}

/** A word may be the option of a group, which leaves no key of that name; what else was set is in what Hydra composed. */
function mustBeThere(override: string, key: string, given: string, { config, choices }: Composed): boolean {
  const parts = key.split('.');
  const isInterpolated = parts.some((_, index) => {
    const above = plainAt(config, parts.slice(0, index));
    return above !== null && above.type !== 'map';
  });
  if (isInterpolated) return false;
  const isWord = !/^(?:[+-]?[\d.]|['"[]|(?:true|false|null)$)/i.test(given);
  return parts.length > 1 || !isWord || (override.startsWith('+') && choices !== null);
}

function sameList(given: string, items: readonly PlainValue[]): boolean {
  if (!given.startsWith('[')) return false;
  const inner = given.slice(1, -1).trim();
  const parts = inner === '' ? [] : inner.split(',').map((part) => part.trim());
  return parts.length === items.length && items.every((item, index) => sameValue(parts[index] ?? '', item));
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
