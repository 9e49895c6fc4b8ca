/**
 * Which words speak of data, of a digest, and of other things that have digests too (models, commits): by them a digest in a
 * record is taken for one of the data, or left alone. One place for keys of documents and for lines of logs.
 */
import type { DatasetClaim } from './dataset.ts';

const dataWords: ReadonlySet<string> = new Set([
  ...['data', 'dataset', 'datasets', 'corpus', 'corpora', 'dvc'],
  ...['trainset', 'valset', 'testset', 'traindata', 'valdata', 'testdata'],
]);
const splitWords: ReadonlySet<string> = new Set(['train', 'training', 'val', 'valid', 'validation', 'test', 'eval']);
const afterSplit: ReadonlySet<string> = new Set(['data', 'set', 'file', 'files', 'split', 'csv', 'images', 'samples']);
const otherWords: ReadonlySet<string> = new Set([
  ...['model', 'models', 'checkpoint', 'checkpoints', 'ckpt', 'weights', 'optimizer', 'state', 'tokenizer'],
  ...['config', 'cfg', 'configuration', 'settings', 'hparams', 'params', 'args', 'schema'],
  ...['code', 'git', 'commit', 'revision', 'branch', 'script', 'repo', 'repository', 'head'],
  ...['env', 'environment', 'requirements', 'lock', 'docker', 'container', 'wheel', 'package', 'metadata'],
  ...['run', 'job', 'session', 'user', 'password', 'token', 'secret', 'id', 'uuid', 'python', 'pythonhashseed'],
]);

/** The words of a key or of some text, lower case, camel case taken apart. */
export function wordsOf(text: string): readonly string[] {
  return text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/\b(sha)[-_ ]?(256|512|384|224|1)\b/g, '$1$2')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** What the last telling word speaks of; null where none tells. */
export function spokenOf(words: readonly string[]): 'data' | 'other' | null {
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at] ?? '';
    if (dataWords.has(word) || (afterSplit.has(word) && splitWords.has(words[at - 1] ?? ''))) return 'data';
    if (otherWords.has(word)) return 'other';
  }
  return null;
}

/** The algorithm that the words name; `other` for one that is not computed here; `unsaid` for `hash`, `checksum`, …; null: no digest. */
export function algorithmIn(words: readonly string[]): DatasetClaim['algorithm'] | 'other' | 'unsaid' {
  let generic = false;
  const isDvc = words.includes('dvc');
  for (const word of words) {
    if (word === 'sha256' || word === 'sha256sum') return 'sha256';
    if (word === 'md5' || word === 'md5sum') return isDvc ? 'dvc' : 'md5';
    if (/^(?:sha1|sha224|sha384|sha512|xxh(?:ash)?\d*|xxh3|blake\d?[bs]?|crc\d*c?|adler\d*)(?:sum)?$/.test(word))
      return 'other';
    if (/^(?:hash|checksum|digest|hexdigest|fingerprint|sha)$/.test(word)) generic = true;
  }
  return generic ? 'unsaid' : null;
}

/**
 * The digest as it is compared, or null for what is none: `sha256:` before it, `.dir` and dots of omission after it are taken
 * away. Without a named algorithm a short number is no digest, nor are the 16 digits that Hugging Face's `datasets` calls a
 * fingerprint: those are of its own processing, and nobody can recompute them from files.
 */
export function digestIn(
  text: string,
  said: ReturnType<typeof algorithmIn>,
): Pick<DatasetClaim, 'algorithm' | 'digest'> | null {
  const match = /^(?:(sha-?256|md5)[:=-])?([0-9a-f]{12,64})(\.dir)?(?:…|\.{2,3})?$/i.exec(text.trim());
  if (match === null || said === 'other') return null;
  const [, label, written = '', folder] = match;
  if (label === undefined && said === null && folder === undefined) return null;
  const digest = written.toLowerCase();
  const named = label === undefined ? null : label.toLowerCase() === 'md5' ? 'md5' : 'sha256';
  const algorithm = folder !== undefined ? 'dvc' : (named ?? (said === 'unsaid' ? null : said));
  if (algorithm === null && digest.length < 32 && (digest.length === 16 || !/[a-f]/.test(digest))) return null;
  if ((algorithm === 'md5' || algorithm === 'dvc') && digest.length > 32) return null;
  return { algorithm, digest };
}
