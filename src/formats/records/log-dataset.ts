/**
 * Digests of data in a line of a log: `Dataset: points.csv sha256 1a2b3c4d5e6f`, `data hash = …`, `SHA256(data/x.csv)= …`,
 * `loaded data/x.csv (md5: …)`, a line of `sha256sum`. A digest counts where a word before it says that it is one, and where
 * the nearest telling word is one of data: `Dataset loaded, model sha256 …` is about the model.
 */
import type { DatasetClaim } from '../../model/dataset.ts';
import { algorithmIn, digestIn, spokenOf, wordsOf } from '../../model/dataset-words.ts';

/** A message of a person's; JSON documents on one line have a reader of their own. */
const mostCharacters = 2_000;
const contextCharacters = 200;
const mostInLine = 4;

const quick = /(?:sha-?_?256|md5|hash|checksum|digest|fingerprint)/i;
const hex = /[0-9a-f]{12}/i;
/** A word for a digest, what may stand between, and the digest: no part of a longer word, and no end of a UUID. */
const claim =
  /(?<![A-Za-z0-9])(sha-?_?256(?:sum)?|sha2-256|md5(?:sum)?|hexdigest|hash|checksum|digest|fingerprint)(?![a-z])([^\n]{0,160}?)(?<![0-9A-Za-z]|[0-9a-f]{4}-)([0-9a-f]{12,64})(\.dir)?(?![0-9A-Za-z])/gi;
const camelCase = /([a-z])(Hash|Sha256|SHA256|Md5|MD5|Checksum|Digest|Fingerprint)(?=["']?\s*[:=])/g;
const sumLine = /(?:^|[\s:>\]])([0-9a-f]{64}|[0-9a-f]{32}) [ *](\S[^\n]{0,1000})$/i;

const dataEnding =
  'csv|tsv|parquet|arrow|feather|jsonl?|ndjson|txt|npz|npy|h5|hdf5|lmdb|tfrecords?|zarr|zip|tar|tgz|gz|zst|bz2|pkl|db|sqlite|bin|ya?ml|dvc|xlsx?|nii|wav|png|jpe?g';
const pathToken = new RegExp(
  String.raw`(?<![\w./\\-])((?:[\w.~@%+-]*[/\\])+[\w.~@%+-]+|[\w~@%+-][\w.~@%+-]*\.(?:${dataEnding}))(?![\w/\\])`,
  'gi',
);
const quoted = /(["'`])([^"'`\n]{1,300})\1/g;

/** The claims of one line, without its number. */
export function datasetClaimsInLine(line: string): readonly DatasetClaim[] {
  if (!hex.test(line)) return [];
  // `datasetHash=` is two words.
  const text = line.slice(0, mostCharacters).replaceAll(camelCase, '$1 $2');
  const found: DatasetClaim[] = [];
  if (quick.test(text))
    for (const match of text.matchAll(claim)) {
      if (found.length >= mostInLine) break;
      const one = claimOf(text, match);
      if (one !== null) found.push(one);
    }
  return found.length > 0 ? found : sumClaim(text);
}

function claimOf(text: string, match: RegExpExecArray): DatasetClaim | null {
  const [whole, word = '', between = '', digest = '', folder = ''] = match;
  const before = text.slice(Math.max(0, match.index - contextCharacters), match.index);
  const after = text.slice(match.index + whole.length, match.index + whole.length + contextCharacters);
  const said = saidBy(word, before, between);
  const read = digestIn(`${digest}${folder}`, said);
  if (read === null) return null;
  if (/fingerprint/i.test(word) && digest.length === 16) return null;
  const subject = subjectOf(before, between, after);
  // Between the word and the digest nothing may speak of something else: `hash of the model: …`.
  const inside = spokenOf(wordsOf(between));
  const spoken = inside ?? spokenOf(wordsOf(before)) ?? (subject !== null && isRead(subject, before) ? 'data' : null);
  return spoken === 'data' ? { ...read, subject, pointer: null, line: null } : null;
}

const reading = /\b(?:load(?:ed|ing)?|read(?:ing)?|using|input|open(?:ed|ing)?|from)\b/i;
const writing =
  /\b(?:sav(?:ed?|ing)|wr(?:ote|ites?|iting|itten)|export(?:ed|ing)?|outputs?|stor(?:ed?|ing)|upload(?:ed|ing)?)\b/i;

/** Where no word says what the file is: a message about reading it, or a folder of data. */
function isRead(subject: string, before: string): boolean {
  if (writing.test(before)) return false;
  return reading.test(before) || spokenOf(foldersOf(subject).flatMap(wordsOf)) === 'data';
}

function foldersOf(path: string): readonly string[] {
  return path.split(/[/\\]/).slice(0, -1);
}

/** `hash (sha256): …` names the algorithm after the word, `dvc md5 …` before it. */
function saidBy(word: string, before: string, between: string): ReturnType<typeof algorithmIn> {
  const near = wordsOf(before.slice(-40)).slice(-2);
  const own = algorithmIn([...near.filter((one) => one === 'dvc'), ...wordsOf(word)]);
  const later = algorithmIn(wordsOf(between));
  const earlier = algorithmIn(near);
  if (own !== 'unsaid') return own;
  if (later !== null && later !== 'unsaid') return later;
  return earlier !== null && earlier !== 'unsaid' ? earlier : own;
}

/** `Dataset: iris`, `dataset "iris"`: only what a colon or quotes set apart is a name. */
const nameAtEnd =
  /(?<![A-Za-z])(?:datasets?|data|corpus)["']?\s*(?:(?:[:=]|named|called)\s*["'`]?([^\s"'`:=,;()[\]{}]{1,200})["'`]?|["'`]([^"'`\n]{1,200})["'`])\s*[,;:([{-]*\s*$/i;

function subjectOf(before: string, between: string, after: string): string | null {
  const named = nameAtEnd
    .exec(before)
    ?.slice(1)
    .find((part) => part !== undefined);
  const words = named === undefined ? [] : wordsOf(named);
  const name = named !== undefined && spokenOf(words) === null && algorithmIn(words) === null ? named : null;
  return lastPath(between) ?? lastPath(before) ?? name ?? firstPath(after);
}

function lastPath(text: string): string | null {
  return pathsIn(text).at(-1) ?? null;
}

/** After the digest only a remark in brackets, or one that begins with a word such as `for`, belongs to it. */
function firstPath(text: string): string | null {
  const remark = /^\s*(?:[([]|(?:of|for|from|in|file|path)\b)(.*)$/i.exec(text)?.[1];
  return remark === undefined ? null : (pathsIn(remark)[0] ?? null);
}

/** What looks like a path: in quotes, with a slash, or with an ending of data; places in code are none. */
function pathsIn(text: string): readonly string[] {
  const found: { readonly at: number; readonly end: number; readonly text: string }[] = [];
  for (const match of text.matchAll(quoted)) {
    const inside = match[2] ?? '';
    const end = match.index + match[0].length;
    if (/[/\\]|\.[A-Za-z0-9]{1,8}$/.test(inside)) found.push({ at: match.index, end, text: inside });
  }
  for (const match of text.matchAll(pathToken)) {
    const end = match.index + match[0].length;
    const isInQuotes = found.some((one) => one.at < match.index && end < one.end);
    if (!isInQuotes) found.push({ at: match.index, end, text: match[1] ?? '' });
  }
  return found
    .filter((one) => !/\.py$|^\d+\/\d+$|^\d[\d/.-]*$/.test(one.text))
    .toSorted((a, b) => a.at - b.at)
    .map((one) => one.text.replace(/[.,;:]+$/, ''));
}

/** What `sha256sum data/*` printed into the log. */
function sumClaim(text: string): readonly DatasetClaim[] {
  const match = sumLine.exec(text);
  const [, digest = '', subject = ''] = match ?? [];
  const path = subject.trim();
  if (match === null || !isData(path)) return [];
  const algorithm = digest.length === 64 ? 'sha256' : 'md5';
  return [{ subject: path, algorithm, digest: digest.toLowerCase(), pointer: null, line: null }];
}

function isData(path: string): boolean {
  const folders = foldersOf(path);
  if (
    /\s/.test(path) ||
    folders.some((folder) => /^(?:outputs?|out|results?|runs?|logs?|checkpoints?|\.hydra)$/i.test(folder))
  )
    return false;
  if (spokenOf(wordsOf(path.slice(path.lastIndexOf('/') + 1))) === 'other') return false;
  return spokenOf(folders.flatMap(wordsOf)) === 'data' || new RegExp(String.raw`\.(?:${dataEnding})$`, 'i').test(path);
}
