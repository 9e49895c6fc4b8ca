/**
 * What a path alone says of a file: the places where trackers and tools keep their own books, and endings. Content is asked
 * first wherever it can be; these lists only speak where content does not (product page, role table).
 */
import { mlflowPlace } from '../formats/trackers/mlflow-place.ts';
import type { FileRole } from '../model/inventory.ts';

/** What the place of a file says of it. */
export interface Place {
  /** What the tool keeps there, for people. */
  readonly what: string;
  /** True for a file there that is looked into all the same: models, metrics and records that a training logged. */
  readonly lookedInto: boolean;
}

interface KnownPlace {
  readonly pattern: RegExp;
  readonly what: string;
}

const mlflowFiles = "MLflow's own files";

/** Listed, never compared: each of these holds ids, times or caches of a tool, and no result of the training. */
const bookkeepingPlaces: readonly KnownPlace[] = [
  { pattern: /(?:^|\/)mlruns\//, what: mlflowFiles },
  { pattern: /(?:^|\/)mlflow\.db(?:-(?:wal|shm|journal))?$/, what: "MLflow's database" },
  { pattern: /(?:^|\/)wandb\//, what: "Weights & Biases' own files" },
  { pattern: /(?:^|\/)\.aim\//, what: "Aim's own files" },
  { pattern: /(?:^|\/)\.neptune\//, what: "Neptune's own files" },
  { pattern: /(?:^|\/)dvc\.yaml$/, what: "DVC's index of what lies beside it" },
  { pattern: /(?:^|\/)dvclive\/report\.(?:html|md|ipynb)$/, what: "DVCLive's report, drawn from the files beside it" },
  { pattern: /(?:^|\/)\.dvc\/(?:tmp|cache)\//, what: "DVC's cache" },
  { pattern: /(?:^|\/)\.git\//, what: "Git's own files" },
  { pattern: /(?:^|\/)__pycache__\/|\.py[co]$/, what: "Python's compiled code" },
  { pattern: /(?:^|\/)\.ipynb_checkpoints\//, what: "Jupyter's own copies" },
  { pattern: /(?:^|\/)\.(?:pytest_cache|mypy_cache|ruff_cache|cache|triton)\//, what: 'a cache' },
  { pattern: /(?:^|\/)(?:torchinductor_[^/]+|\.nv\/ComputeCache)\//, what: "a compiler's cache" },
  { pattern: /(?:^|\/)(?:\.DS_Store|Thumbs\.db)$/, what: "the desktop's own file" },
];

/** The place of a tool's own books, or null. `stores` are folders of MLflow stores that are named otherwise. */
export function bookkeepingPlace(path: string, stores: ReadonlySet<string> = new Set()): Place | null {
  const what =
    bookkeepingPlaces.find(({ pattern }) => pattern.test(path))?.what ??
    (isInStore(path, stores) ? mlflowFiles : undefined);
  return what === undefined ? null : { what, lookedInto: holdsResults(path) };
}

/** Models, metrics and parameters that a training logs lie among the tracker's books, and are results all the same. */
function holdsResults(path: string): boolean {
  return (
    /(?:^|\/)mlruns\/(?:[^/]+\/)+artifacts\//.test(path) ||
    loggedParts.has(mlflowPlace(path)?.part ?? '') ||
    mlflowDatabase.test(path) ||
    wandbFiles.test(path) ||
    (/(?:^|\/)wandb\/[^/]+\/files\//.test(path) && looksLikeCheckpoint(path))
  );
}

const wandbFiles = /(?:^|\/)wandb\/[^/]+\/(?:run-[^/]+\.wandb|files\/(?:requirements\.txt|wandb-metadata\.json))$/;
const mlflowDatabase = /(?:^|\/)mlflow\.db$/;
const loggedParts: ReadonlySet<string> = new Set(['artifacts', 'metrics', 'params']);

/** Below the root of a store lie experiments by number, and what was deleted or registered. */
function isInStore(path: string, stores: ReadonlySet<string>): boolean {
  if (stores.size === 0) return false;
  const parts = path.split('/');
  return parts.some((part, depth) => {
    if (!/^(?:\d{1,19}|\.trash|models)$/.test(part) || depth === parts.length - 1) return false;
    return stores.has(parts.slice(0, depth).join('/'));
  });
}

const checkpointEnding =
  /\.(?:pt|pth|ckpt|safetensors|npz|npy|bin|h5|hdf5|keras|pkl|pickle|msgpack|onnx|gguf|joblib|distcp|pt2|tflite|orbax|eqx|flax)(?:\.(?:gz|z|xz|bz2|lz4|zst))?$/i;
/** Of `torch.distributed.checkpoint`: it holds a random id, so its bytes would tell two equal runs apart. */
const distributedMetadata = /(?:^|\/)\.metadata$/;
const imageEnding = /\.(?:png|jpe?g|gif|webp|bmp|tiff?|svg)$/i;
/** Points that a training logged: where they cannot be read, something that decides is missing. */
const trackerMetrics =
  /(?:^|\/)mlruns\/(?:[^/]+\/)*[\da-f]{32}\/metrics\/|(?:^|\/)mlflow\.db$|(?:^|\/)wandb\/[^/]+\/run-[^/]+\.wandb$/;
const metricEnding = /\.(?:jsonl|ndjson|csv|tsv)$|(?:^|\/)[^/]*tfevents[^/]*$|(?:^|\/)trainer_state\.json$/i;
const logEnding =
  /\.(?:log|err)(?:\.\d+)?$|(?:^|\/)(?:nohup\.out|stdout(?:\.txt)?|stderr(?:\.txt)?|(?:[^/]*[^a-z/])?(?:train(?:ing)?)?log\.txt)$/i;

/** True for the endings under which frameworks save models and arrays. */
export function looksLikeCheckpoint(path: string): boolean {
  return checkpointEnding.test(path) || distributedMetadata.test(path);
}

/** Settings that a framework saves as it saves models: asked by name first, so that a folder of checkpoints needs no readers of records. */
export function looksLikeFramedRecord(path: string): boolean {
  return /(?:^|\/)training_args\.bin$/.test(path);
}

export function looksLikeImage(path: string): boolean {
  return imageEnding.test(path);
}

export function looksLikeLog(path: string): boolean {
  return logEnding.test(path);
}

/** The role of a file whose content cannot be asked. */
export function roleByName(path: string): FileRole {
  if (trackerMetrics.test(path)) return 'metrics';
  if (bookkeepingPlace(path)?.lookedInto === false) return 'bookkeeping';
  if (looksLikeCheckpoint(path)) return 'checkpoint';
  if (looksLikeImage(path)) return 'image';
  if (metricEnding.test(path)) return 'metrics';
  if (looksLikeLog(path)) return 'log';
  return 'other';
}
