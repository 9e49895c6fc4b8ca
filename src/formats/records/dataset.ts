/**
 * The record of the data: `dataset.json`, `data_hash.txt`, `dataset.sha256`, `SHA256SUMS` and the like. Found by a name that
 * speaks of data or of digests, and only where digests of data stand in it: digests of models are results, and a file
 * that is read as a record no longer decides the verdict.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import type { DatasetClaim, DigestAlgorithm } from '../../model/dataset.ts';
import { datasetClaims } from '../../model/dataset-claims.ts';
import { spokenOf, wordsOf } from '../../model/dataset-words.ts';
import type { DatasetRecord, PlainValue } from '../../model/record.ts';
import { checksumLines } from './checksum-lines.ts';
import { readPlainText } from './plain-document.ts';
import type { RecordFormat } from './record-format.ts';
import { baseName, type RecordText, readRecordText } from './record-text.ts';

const names =
  /^(?:.*(?:data|dataset|corpus|hash|checksum|digest|fingerprint).*\.(?:json|ya?ml|txt)|.+\.(?:sha256(?:sums?)?|md5(?:sums?)?)|(?:sha256|md5)sums?(?:\.txt)?)$/i;

/** What is called so is meant as the record of the data also where it is broken. */
const recordNames = /^dataset(?:[._-]?(?:hash|sha256|checksum|digest|fingerprint|record|info))?\.(?:json|ya?ml)$/i;

/** Data itself, one object a line, under the ending of JSON. */
function isJsonLines(text: string): boolean {
  const [first = '', second = ''] = text.trim().split('\n', 2);
  return second !== '' && readPlainText(first, 'json').problems.length === 0;
}

/** A record of digests has some kilobytes; beyond this a listing of a million files would be read to be cut. */
const lookLimitBytes = 1024 * 1024;

export const dataset: RecordFormat = {
  id: 'dataset',
  title: 'dataset record',
  recognizes(path, source) {
    if (!names.test(baseName(path)) || source.byteLength > lookLimitBytes) return false;
    const text = readRecordText(source);
    const { claims, problems } = contentOf(path, text, speaksOfData(path));
    return claims.length > 0 || (problems.length > 0 && recordNames.test(baseName(path)) && !isJsonLines(text.text));
  },
  read: (path, neutralPath, source) => datasetRecord(path, neutralPath, source, speaksOfData(path)),
};

/**
 * The record whatever the name of the file is.
 * @param everyDigest whether each digest in it is one of data
 * @throws LimitProblem where the file is too large
 */
export function datasetRecord(
  path: string,
  neutralPath: string,
  source: ByteSource,
  everyDigest: boolean,
): DatasetRecord {
  const text = readRecordText(source);
  return {
    kind: 'dataset',
    path,
    neutralPath,
    format: 'dataset',
    ...contentOf(path, text, everyDigest),
  };
}

type Content = Pick<DatasetRecord, 'claims' | 'problems'> & { readonly value?: PlainValue };

function contentOf(path: string, { text, problems }: RecordText, everyDigest: boolean): Content {
  if (/\.(?:json|ya?ml)$/i.test(path) || /^\s*[{[]/.test(text)) {
    const read = readPlainText(text, /\.ya?ml$/i.test(path) ? 'yaml' : 'json');
    const claims = datasetClaims(read.value, everyDigest);
    return { claims, problems: [...problems, ...read.problems], value: read.value };
  }
  const lines = checksumLines(text, usualAlgorithm(path));
  const claims = lines
    .filter(({ strict, subject }) => everyDigest || (strict && subject !== null && looksLikeData(subject)))
    // A bare digest in `points.csv.sha256` is the one of `points.csv`.
    .map(({ strict: _strict, ...claim }) => ({ ...claim, subject: claim.subject ?? subjectByName(path) }));
  return { claims: lines.some(isOther) ? [] : claims, problems };
}

/** A listing in which one model or wheel stands is a listing of results or of software. */
function isOther({ subject }: DatasetClaim): boolean {
  if (subject === null) return false;
  return (
    /\.(?:pt|pth|ckpt|safetensors|onnx|keras|gguf|whl|py)$/i.test(subject) ||
    spokenOf(wordsOf(baseName(subject).replace(/\.[^.]+$/, ''))) === 'other'
  );
}

const dataEnding =
  /\.(?:csv|tsv|parquet|arrow|feather|jsonl?|ndjson|txt|xlsx?|npy|npz|h5|hdf5|lmdb|tfrecords?|zarr|zip|tar|tgz|gz|bz2|xz|zst|7z|png|jpe?g|tiff?|wav|flac|mp3|mp4|nii|dcm|db|sqlite)$/i;

function looksLikeData(subject: string): boolean {
  return dataEnding.test(subject) || spokenOf(subject.split(/[/\\]/).slice(0, -1).flatMap(wordsOf)) === 'data';
}

/** `dataset.json`, `train_data_hash.txt`, `points.csv.sha256`; not `metadata.json`, `model_hash.txt`, `checksums.txt`. */
function speaksOfData(path: string): boolean {
  const base = baseName(path);
  const spoken = spokenOf(wordsOf(base.replace(/\.[^.]+$/, '')));
  return (
    spoken === 'data' ||
    (spoken === null && dataEnding.test(base.replace(/\.(?:sha256|md5)$/i, '')) && /\.(?:sha256|md5)$/i.test(base))
  );
}

function usualAlgorithm(path: string): DigestAlgorithm | null {
  const words = wordsOf(baseName(path));
  if (words.some((word) => word.startsWith('sha256'))) return 'sha256';
  return words.some((word) => word.startsWith('md5')) ? 'md5' : null;
}

function subjectByName(path: string): string | null {
  return /^(.+\.[A-Za-z0-9]+)\.(?:sha256|md5)$/i.exec(baseName(path))?.[1] ?? null;
}
