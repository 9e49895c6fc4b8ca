/**
 * What a path alone says of a file: the places where trackers and tools keep their own books, and endings. Content is asked
 * first wherever it can be; these lists only speak where content does not (product page, role table).
 */
import type { FileRole } from '../model/inventory.ts';

interface KnownPlace {
  readonly pattern: RegExp;
  readonly what: string;
}

/** Listed, never compared: each of these holds ids, times or caches of a tool, and no result of the training. */
const bookkeepingPlaces: readonly KnownPlace[] = [
  { pattern: /(?:^|\/)mlruns\//, what: "MLflow's own files" },
  { pattern: /(?:^|\/)mlflow\.db(?:-(?:wal|shm|journal))?$/, what: "MLflow's database" },
  { pattern: /(?:^|\/)wandb\//, what: "Weights & Biases' own files" },
  { pattern: /(?:^|\/)\.aim\//, what: "Aim's own files" },
  { pattern: /(?:^|\/)\.neptune\//, what: "Neptune's own files" },
  { pattern: /(?:^|\/)\.dvc\/(?:tmp|cache)\//, what: "DVC's cache" },
  { pattern: /(?:^|\/)\.git\//, what: "Git's own files" },
  { pattern: /(?:^|\/)__pycache__\/|\.py[co]$/, what: "Python's compiled code" },
  { pattern: /(?:^|\/)\.ipynb_checkpoints\//, what: "Jupyter's own copies" },
  { pattern: /(?:^|\/)\.(?:pytest_cache|mypy_cache|ruff_cache|cache|triton)\//, what: 'a cache' },
  { pattern: /(?:^|\/)(?:torchinductor_[^/]+|\.nv\/ComputeCache)\//, what: "a compiler's cache" },
  { pattern: /(?:^|\/)(?:\.DS_Store|Thumbs\.db)$/, what: "the desktop's own file" },
];

/** What the tracker keeps there, or null. */
export function bookkeepingPlace(path: string): string | null {
  return bookkeepingPlaces.find(({ pattern }) => pattern.test(path))?.what ?? null;
}

/** Models that a training logs to MLflow or Weights & Biases lie among their books; a checkpoint there is still a result. */
export function mayHoldResults(path: string): boolean {
  return (
    /(?:^|\/)mlruns\/(?:[^/]+\/)+artifacts\//.test(path) ||
    (/(?:^|\/)wandb\/[^/]+\/files\//.test(path) && looksLikeCheckpoint(path))
  );
}

const checkpointEnding =
  /\.(?:pt|pth|ckpt|safetensors|npz|npy|bin|h5|hdf5|keras|pkl|pickle|msgpack|onnx|gguf|joblib|distcp|pt2|tflite|orbax|eqx|flax)(?:\.(?:gz|z|xz|bz2|lz4|zst))?$/i;
/** Of `torch.distributed.checkpoint`: it holds a random id, so its bytes would tell two equal runs apart. */
const distributedMetadata = /(?:^|\/)\.metadata$/;
const imageEnding = /\.(?:png|jpe?g|gif|webp|bmp|tiff?|svg)$/i;
const metricEnding = /\.(?:jsonl|ndjson|csv|tsv)$|(?:^|\/)[^/]*tfevents[^/]*$|(?:^|\/)trainer_state\.json$/i;
const logEnding =
  /\.(?:log|err)(?:\.\d+)?$|(?:^|\/)(?:nohup\.out|stdout(?:\.txt)?|stderr(?:\.txt)?|(?:[^/]*[^a-z/])?(?:train(?:ing)?)?log\.txt)$/i;

/** True for the endings under which frameworks save models and arrays. */
export function looksLikeCheckpoint(path: string): boolean {
  return checkpointEnding.test(path) || distributedMetadata.test(path);
}

export function looksLikeImage(path: string): boolean {
  return imageEnding.test(path);
}

export function looksLikeLog(path: string): boolean {
  return logEnding.test(path);
}

/** The role of a file whose content cannot be asked. */
export function roleByName(path: string): FileRole {
  if (bookkeepingPlace(path) !== null && !mayHoldResults(path)) return 'bookkeeping';
  if (looksLikeCheckpoint(path)) return 'checkpoint';
  if (looksLikeImage(path)) return 'image';
  if (metricEnding.test(path)) return 'metrics';
  if (looksLikeLog(path)) return 'log';
  return 'other';
}
