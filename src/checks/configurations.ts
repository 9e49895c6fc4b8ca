/** The configurations of one run, wherever they stand: files, logs, checkpoints; and the seed in them. */
import type { InventorySummary } from '../model/evidence.ts';
import { quote } from '../model/format-number.ts';
import type { PlainValue } from '../model/record.ts';
import { plainLeaves } from './plain-values.ts';
import { recordsOf } from './records-in-runs.ts';

export interface ConfigurationPlace {
  /** As it lies in the run, and as it is called in both runs. */
  readonly file: string;
  readonly neutralFile: string;
  /** The key of a checkpoint; null for a file. */
  readonly entry: string | null;
  readonly line: number | null;
  readonly value: PlainValue;
}

/** The keys under which checkpoints keep what they were trained with. */
export const configurationKeys: readonly string[] = [
  'config',
  'cfg',
  'configuration',
  'hyper_parameters',
  'hparams',
  'args',
];

/** Readable configurations of one run, those in checkpoints once for each content. Hydra's own settings are none of the training's. */
export function configurationsOf(inventory: InventorySummary): readonly ConfigurationPlace[] {
  const files = recordsOf(inventory, 'configuration')
    .filter(({ path, problems }) => problems.length === 0 && !/(?:^|\/)\.hydra\/hydra\.yaml$/.test(path))
    .map(({ path, neutralPath, value, line }) => ({
      file: path,
      neutralFile: neutralPath,
      entry: null,
      line: line ?? null,
      value,
    }));
  const seen = new Set<string>();
  const checkpoints = inventory.checkpoints.flatMap(({ path, neutralPath, values }) =>
    configurationKeys.flatMap((key): readonly ConfigurationPlace[] => {
      const value = Object.hasOwn(values, key) ? values[key] : undefined;
      if (value?.type !== 'map' || value.items.length === 0) return [];
      const identity = JSON.stringify([key, value]);
      if (seen.has(identity)) return [];
      seen.add(identity);
      return [{ file: path, neutralFile: neutralPath, entry: key, line: null, value }];
    }),
  );
  return [...files, ...checkpoints];
}

/** `"config.json"`, `"train.log", line 3`, `"config" in "best_model.pt"`. */
export function placeText({ neutralFile, entry, line }: ConfigurationPlace): string {
  if (entry !== null) return `${quote(entry)} in ${quote(neutralFile, 80)}`;
  return `${quote(neutralFile, 80)}${line === null ? '' : `, line ${line}`}`;
}

export interface RecordedSeed {
  readonly place: ConfigurationPlace;
  readonly pointer: string;
  /** Decimal. */
  readonly seed: string;
}

/** Names by which trainings call the one seed, the plainest first. */
const seedNames: readonly RegExp[] = [
  /^seed$/i,
  /^(?:random|global|manual|rng|train(?:ing)?)[_-]?seed$/i,
  /^random_state$/i,
];

/** The one seed of a configuration: of several the plainest name, and of these the one that lies highest. */
export function recordedSeed(place: ConfigurationPlace): RecordedSeed | null {
  const leaves = plainLeaves(place.value);
  for (const name of seedNames) {
    const found = leaves
      .filter(({ key, value }) => name.test(key) && isWholeNumber(value))
      .toSorted((a, b) => a.pointer.split('/').length - b.pointer.split('/').length)[0];
    if (found !== undefined) return { place, pointer: found.pointer, seed: textOf(found.value) };
  }
  return null;
}

/** Also as a text: an argument that nobody converted. */
function isWholeNumber(value: PlainValue): boolean {
  return value.type === 'int' || (value.type === 'str' && /^\d{1,20}$/.test(value.text));
}

function textOf(value: PlainValue): string {
  return value.type === 'int' || value.type === 'str' ? value.text.replace(/^0+(?=\d)/, '') : '';
}

/** The seed that a run recorded first: in a file, else in a log, else in a checkpoint. */
export function seedOfRun(inventory: InventorySummary): RecordedSeed | null {
  for (const place of configurationsOf(inventory)) {
    const found = recordedSeed(place);
    if (found !== null) return found;
  }
  return null;
}

/** An empty mapping says nothing; what is too large to be shown is none. */
function isEmpty(value: PlainValue | undefined): boolean {
  return (value?.type === 'map' && value.items.length === 0) || value?.type === 'none';
}

/** True where the run left a configuration anywhere; also one that cannot be read: that it is broken is told by another check. */
export function hasConfiguration(inventory: InventorySummary): boolean {
  return (
    recordsOf(inventory, 'configuration').length > 0 ||
    inventory.checkpoints.some(({ keys, values }) =>
      configurationKeys.some(
        (key) => keys.includes(key) && !isEmpty(Object.hasOwn(values, key) ? values[key] : undefined),
      ),
    )
  );
}
