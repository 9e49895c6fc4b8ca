/** Configurations of one run that say different things in different places. */
import { defineCheck } from '../../model/check.ts';
import type { InventorySummary } from '../../model/evidence.ts';
import { formatClauses, plural } from '../../model/format-number.ts';
import type { PlainValue } from '../../model/record.ts';
import { type ConfigurationPlace, configurationsOf, placeText } from '../configurations.ts';
import { showPlain } from '../plain-values.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';

type Facts = {
  readonly disagreeing: readonly {
    readonly pointer: string;
    readonly values: readonly { readonly value: string; readonly place: string }[];
  }[];
};

export const configurationPlacesDisagree = defineCheck<Facts>({
  id: 'configuration/places-disagree',
  title: 'The configuration is not the same in all places',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `File, log and checkpoint each say what was trained, and they say different things. One of them is false, and nobody can tell
which: a value was changed after it had been written down, or the file belongs to another run.`,
  fix: `Resolve the configuration once, and write the same object everywhere:

\`\`\`python
config = OmegaConf.to_container(cfg, resolve=True)
(out / "config.json").write_text(json.dumps(config, indent=2))
log.info("Config: %s", json.dumps(config, sort_keys=True))
torch.save({"config": config, ...}, out / "best_model.pt")
\`\`\``,
  find: (evidence) =>
    sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) => {
        const disagreeing = disagreements(inventory);
        const [example] = disagreeing;
        if (example === undefined) return [];
        const facts = disagreeing.map(({ pointer, told }) => ({
          pointer,
          values: told.map(({ value, place }) => ({ value: showPlain(value), place: placeText(place) })),
        }));
        return [
          {
            place: { run: inventory.run, file: example.told[0]?.place.neutralFile ?? null, entry: example.pointer },
            facts: { disagreeing: facts.slice(0, 50) },
          },
        ];
      }),
    ),
  message: ({ disagreeing }) =>
    `${plural(disagreeing.length, 'value')} ${disagreeing.length === 1 ? 'disagrees' : 'disagree'}: ${formatClauses(
      disagreeing.map(
        ({ pointer, values }) =>
          `"${pointer}" is ${values.map(({ value, place }) => `${value} in ${place}`).join(' and ')}`,
      ),
      3,
    )}.`,
});

interface Told {
  readonly value: PlainValue;
  readonly place: ConfigurationPlace;
}

/** Settings by pointer, with the first two places that contradict each other. */
function disagreements(
  inventory: InventorySummary,
): readonly { readonly pointer: string; readonly told: readonly Told[] }[] {
  const places = configurationsOf(inventory).map((place) => ({ place, settings: settingsOf(place.value) }));
  const found = new Map<string, readonly Told[]>();
  for (const [index, first] of places.entries())
    for (const second of places.slice(index + 1)) {
      if (!speakOfTheSame(first.settings, second.settings)) continue;
      for (const [pointer, value] of first.settings) {
        const other = second.settings.get(pointer);
        if (other === undefined || found.has(pointer) || sameSetting(value, other)) continue;
        found.set(pointer, [
          { value, place: first.place },
          { value: other, place: second.place },
        ]);
      }
    }
  return [...found].map(([pointer, told]) => ({ pointer, told }));
}

type Settings = ReadonlyMap<string, PlainValue>;

/** Mappings taken apart; a list is one setting, because its length is a part of what it says. */
function settingsOf(root: PlainValue): Settings {
  const found = new Map<string, PlainValue>();
  const open: (readonly [string, PlainValue])[] = [['', root]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [pointer, value] = next;
    if (value.type !== 'map') found.set(pointer, value);
    else
      for (const [key, member] of value.items)
        open.push([`${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, member]);
  }
  return found;
}

/** A model's architecture and the training's arguments may share a name or two by chance. */
function speakOfTheSame(first: Settings, second: Settings): boolean {
  const common = [...first.keys()].filter((pointer) => second.has(pointer)).length;
  return common >= 2 && common * 2 >= Math.min(first.size, second.size);
}

/** `<HUB_TOKEN>` as the Trainer writes it, and our own. */
const inPlaceOfSecret = /^(?:<[A-Z][A-Z_]*(?:TOKEN|KEY|PASSWORD|SECRET)>|\*{3,})$/;

/** The same in what it means: writers differ in how they spell numbers, nothing, and paths. */
function sameSetting(a: PlainValue, b: PlainValue): boolean {
  if (a.type === 'list' && b.type === 'list')
    return (
      a.items.length === b.items.length && a.items.every((item, index) => sameSetting(item, b.items[index] ?? item))
    );
  if (a.type === 'map' || b.type === 'map' || a.type === 'list' || b.type === 'list') return false;
  const [first, second] = [a.text, b.text];
  // What is not resolved yet says nothing.
  if (first.includes('${') || second.includes('${')) return true;
  // Nor does what stands in the place of a secret, which writers put there whether one was given or not.
  if (inPlaceOfSecret.test(first) || inPlaceOfSecret.test(second)) return true;
  if (a.type === b.type && first === second) return true;
  // A class or dtype, and its name as a text.
  if (a.type === 'name' || b.type === 'name') return last(first) === last(second);
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
  if (a.type === 'bool' || b.type === 'bool') return first.toLowerCase() === second.toLowerCase();
  const numbers = [first, second].map((text) => (text.trim() === '' ? Number.NaN : Number(text.replaceAll('_', ''))));
  if (numbers[0] === numbers[1]) return true;
  if (a.type !== 'str' || b.type !== 'str') return first.toLowerCase() === second.toLowerCase();
  return first === second || first.endsWith(`/${second}`) || second.endsWith(`/${first}`);
}

function isNothing(value: PlainValue): boolean {
  return value.type === 'none' || (value.type === 'str' && /^(?:|null|none|~)$/i.test(value.text));
}

function last(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
