/**
 * Digests of data that stand in plain data: `{"path": "points.csv", "sha256": "…"}`, `dataset_sha256: …`,
 * `data: {sha256: …}`, `{"points.csv": "…"}`. Used by the reader of a dataset's own record, where every digest counts, and
 * by checks on configurations and environment records, where only those count that speak of data.
 */
import type { DatasetClaim } from './dataset.ts';
import { algorithmIn, digestIn, spokenOf, wordsOf } from './dataset-words.ts';
import type { PlainValue, RecordDocument } from './record.ts';

/** More digests than this are a listing that belongs into a file of its own. */
const claimLimit = 1000;
/** The readers bound depth and size; values of checkpoints come from elsewhere. */
const depthLimit = 64;

interface Place {
  readonly value: PlainValue;
  readonly keys: readonly string[];
  /** The mapping that the value stands in. */
  readonly siblings: readonly (readonly [string, PlainValue])[];
}

/**
 * Every claim, in the document's order.
 * @param everyDigest the whole document is about data: a digest needs no word that says so
 */
export function datasetClaims(root: PlainValue, everyDigest: boolean): readonly DatasetClaim[] {
  const claims: DatasetClaim[] = [];
  const open: Place[] = [{ value: root, keys: [], siblings: [] }];
  for (let place = open.pop(); place !== undefined && claims.length < claimLimit; place = open.pop()) {
    const { value, keys } = place;
    if (value.type === 'map' || value.type === 'list') {
      if (keys.length >= depthLimit) continue;
      const members =
        value.type === 'map' ? value.items : value.items.map((item, index) => [String(index), item] as const);
      const siblings = value.type === 'map' ? value.items : place.siblings;
      for (const [key, member] of members.toReversed()) open.push({ value: member, keys: [...keys, key], siblings });
    } else if (value.type === 'str' || value.type === 'int') {
      const claim = claimAt(value.text, place, everyDigest);
      if (claim !== null) claims.push(claim);
    }
  }
  return claims;
}

function claimAt(text: string, { keys, siblings }: Place, everyDigest: boolean): DatasetClaim | null {
  if (text.length < 12 || text.length > 100 || !/[0-9a-f]{12}/i.test(text)) return null;
  const key = keys.at(-1) ?? '';
  const byKey = algorithmIn(wordsOf(key));
  // `sha256: {train.csv: …}`: the key is the file, what it is stands above.
  const file = isFileName(key) ? key : null;
  const said = byKey ?? (file === null ? null : (algorithmAbove(keys) ?? (everyDigest ? 'unsaid' : null)));
  const found = digestIn(text, said);
  if (found === null) return null;
  if (file !== null && byKey === null && found.digest.length < 32 && algorithmAbove(keys) === null) return null;
  const spoken = spokenOf(keys.flatMap(tellingWords));
  if (spoken === 'other' || (spoken === null && !everyDigest)) return null;
  const subject = file !== null && byKey === null ? file : subjectOf(key, keys, siblings);
  return { ...found, subject, pointer: keys.map((name) => `/${escaped(name)}`).join(''), line: null };
}

function algorithmAbove(keys: readonly string[]): ReturnType<typeof algorithmIn> {
  for (const key of keys.slice(0, -1).toReversed()) {
    const found = algorithmIn(wordsOf(key));
    if (found !== null) return found;
  }
  return null;
}

const pathKeys = ['path', 'file', 'filename', 'filepath', 'relpath', 'location', 'uri', 'url', 'source', 'root', 'dir'];
const nameKeys = ['name', 'dataset', 'data'];

/** The path or name beside a digest: first under a key with the same beginning (`data_path`, `data_hash`), then a plain one. */
function subjectOf(
  key: string,
  keys: readonly string[],
  siblings: readonly (readonly [string, PlainValue])[],
): string | null {
  const stem = wordsOf(key).filter((word) => algorithmIn([word]) === null);
  const texts = siblings.flatMap(([name, value]) => {
    if (value.type !== 'str' || name === key || value.text === '' || value.text.length > 4096) return [];
    const words = wordsOf(name);
    return isDigest(value.text) || words.some((word) => /^(?:out|outputs?|save|log|logs)$/.test(word))
      ? []
      : [{ words, text: value.text }];
  });
  const alike = texts.filter(({ words }) => stem.length > 0 && stem.every((word, index) => words[index] === word));
  // `fileName` is one word here.
  const plain = texts.flatMap(({ words, text }) => {
    const word = words.join('');
    return words.length === 1 || pathKeys.includes(word) ? [{ words: [word], text }] : [];
  });
  const endsIn = (list: typeof texts, wanted: readonly string[]): string | undefined =>
    list.find(({ words }) => wanted.includes(words.at(-1) ?? ''))?.text;
  const found =
    endsIn(alike, pathKeys) ??
    endsIn(alike, nameKeys) ??
    endsIn(plain, pathKeys) ??
    (stem.length === 0 ? (endsIn(plain, nameKeys) ?? endsIn(texts, pathKeys)) : undefined);
  return found ?? nameAbove(keys);
}

/** `points.csv: {sha256: …}`: the key above, unless it is a word such as `data`. */
function nameAbove(keys: readonly string[]): string | null {
  const above = keys.at(-2);
  if (above === undefined || /^\d+$/.test(above)) return null;
  if (isFileName(above)) return above;
  const words = wordsOf(above);
  return spokenOf(words) === null && algorithmIn(words) === null ? above : null;
}

function isDigest(text: string): boolean {
  return digestIn(text, 'unsaid') !== null;
}

/** Of a file only its folders tell: `data/model.csv` is data. */
function tellingWords(key: string): readonly string[] {
  return wordsOf(isFileName(key) ? key.slice(0, Math.max(0, key.lastIndexOf('/'))) : key);
}

/** `train.csv`, `images/cat.png`: no key that a setting would have. */
function isFileName(key: string): boolean {
  return /[^/\\]\.[A-Za-z][A-Za-z0-9]{0,7}$|.[/\\]./.test(key) && key.length <= 4096;
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The claims of a record: a dataset's own, or what a configuration or an environment record says of data by the way. */
export function claimsOfRecord(record: RecordDocument): readonly DatasetClaim[] {
  const { kind } = record;
  switch (kind) {
    case 'dataset':
      return record.claims;
    case 'configuration':
    case 'environment':
      return datasetClaims(record.value, false);
    case 'overrides':
    case 'requirements':
    case 'layout':
      return [];
    default:
      kind satisfies never;
      return [];
  }
}
