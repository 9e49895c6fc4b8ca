import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  gatherMlflowParameters
} from "./chunk-AZ4NMQGB.js";
import {
  look,
  recordedPath,
  snapshotAtOnce,
  unseenDoubts,
  writtenFiles
} from "./chunk-DSJQMWFX.js";
import {
  registeredFormats
} from "./chunk-YX5CR3BD.js";
import {
  formatEntryPath,
  memorySource
} from "./chunk-5G2ENKUY.js";
import {
  openFileSource
} from "./chunk-3AHXOIDF.js";
import {
  plainName,
  runNames
} from "./chunk-4Y447LUC.js";
import {
  mlflowPlace
} from "./chunk-ZFQAWAVQ.js";
import {
  readPythonJson
} from "./chunk-OJCESHJP.js";
import {
  require_picomatch
} from "./chunk-CNPCB4CN.js";
import {
  realTime
} from "./chunk-GHB6ORZY.js";
import {
  FormatProblem,
  InputProblem,
  isProblem
} from "./chunk-B5J4NNO2.js";
import {
  keyOf
} from "./chunk-JVLJLPS6.js";
import {
  startBreathing
} from "./chunk-FXEMV6M7.js";
import {
  __toESM
} from "./chunk-7ZPLETBH.js";

// src/collect/take-inventory.ts
import { posix as posix4 } from "node:path";

// src/formats/records/layout.ts
var stampAtEnd = /[._-](\d{4})(-?)(\d{2})\2(\d{2})[T_-](\d{2})([-:]?)(\d{2})\6(\d{2})$/;
var hydraFolder = /(?:^|\/)(\d{4})-(\d{2})-(\d{2})\/(\d{2})-(\d{2})-(\d{2})(?:\/\d+)?$/;
var lightningFile = /^(?:hparams\.yaml|metrics\.csv|checkpoints\/|events\.out\.tfevents\.)/;
var trainerFile = /^(?:trainer_state\.json|training_args\.bin|model(?:-\d+-of-\d+)?\.safetensors|pytorch_model[\w.-]*\.bin|adapter_model\.\w+)$/;
function findLayouts(paths) {
  const sorted = [...paths].sort();
  const hydraFolders = /* @__PURE__ */ new Set();
  const stampedFolders = /* @__PURE__ */ new Set();
  const versionFolders = /* @__PURE__ */ new Set();
  const trainerFolders = /* @__PURE__ */ new Set();
  for (const path of sorted) {
    const parts = path.split("/");
    const dotHydra = parts.indexOf(".hydra");
    if (dotHydra >= 0 && dotHydra < parts.length - 1) hydraFolders.add(parts.slice(0, dotHydra).join("/"));
    const stamped = parts.findIndex((part, index) => index < parts.length - 1 && stampAtEnd.test(part));
    if (stamped >= 0) stampedFolders.add(parts.slice(0, stamped + 1).join("/"));
    const version2 = parts.findIndex((part, index) => index < parts.length - 1 && /^version_\d+$/.test(part));
    if (version2 >= 0 && lightningFile.test(parts.slice(version2 + 1).join("/")))
      versionFolders.add(parts.slice(0, version2 + 1).join("/"));
    const parent = parts.at(-2) ?? "";
    if (/^checkpoint-\d+$/.test(parent) && trainerFile.test(parts.at(-1) ?? ""))
      trainerFolders.add(parts.slice(0, -1).join("/"));
  }
  return [
    ...[...hydraFolders].map((folder) => hydraLayout(folder, sorted)),
    ...[...stampedFolders].filter((folder) => !hydraFolders.has(folder)).map((folder) => stampedLayout(folder, sorted)),
    ...[...versionFolders].map((folder) => timelessLayout("lightning", folder, sorted)),
    ...[...trainerFolders].map((folder) => timelessLayout("hugging-face", folder, sorted))
  ];
}
function timelessLayout(layout, folder, paths) {
  return { ...base(folder, paths, "none"), layout, neutralPath: folder, timestamp: null, experiment: null };
}
function hydraLayout(folder, paths) {
  const match = hydraFolder.exec(folder);
  const time = match === null ? null : realTime(match.slice(1, 7));
  return {
    ...base(folder, paths, match === null ? "none" : time === null ? "false" : "true"),
    layout: "hydra",
    neutralPath: folder.replace(/\d{4}-\d{2}-\d{2}\/\d{2}-\d{2}-\d{2}/, "‹date›/‹time›"),
    timestamp: time,
    experiment: null
  };
}
function stampedLayout(folder, paths) {
  const name = folder.slice(folder.lastIndexOf("/") + 1);
  const match = stampAtEnd.exec(name);
  const [, year = "", , month = "", day = "", hour = "", , minute = "", second = ""] = match ?? [];
  const time = realTime([year, month, day, hour, minute, second]);
  return {
    ...base(folder, paths, time === null ? "false" : "true"),
    layout: "experiment-timestamp",
    neutralPath: folder.replace(stampAtEnd, (stamp2) => `${stamp2[0]}‹time›`),
    timestamp: time,
    experiment: name.slice(0, match?.index ?? name.length)
  };
}
function base(folder, paths, stamp2) {
  const inside = folder === "" ? "" : `${folder}/`;
  return {
    kind: "layout",
    path: folder,
    folder,
    format: "layout",
    files: paths.filter((path) => path.startsWith(inside)).map((path) => path.slice(inside.length)),
    problems: stamp2 === "false" ? [{ code: "TIMESTAMP_NOT_REAL", message: `the folder "${folder}" carries a date and time that do not exist` }] : []
  };
}

// src/collect/collect-file.ts
import { posix } from "node:path";

// src/collect/begins-like-log.ts
var lookBytes = 4096;
var level = "(?:DEBUG|INFO|WARN(?:ING)?|ERROR|CRITICAL|FATAL|TRACE|SUCCESS|NOTSET)";
var stamp = String.raw`\d{4}[-/]\d{2}[-/]\d{2}[ T]\d{2}:\d{2}:\d{2}(?:[.,]\d+)?`;
var lineForms = [
  // [2024-01-15 14:30:00,123][__main__][INFO] - …   2024-01-15 14:30:00,123 - name - INFO - …   … | INFO | …
  new RegExp(`^\\[?${stamp}\\]?.{0,120}?\\b${level}\\b`),
  // INFO:root:…   [INFO] …   INFO 01-15 14:30:00 …
  new RegExp(`^(?:${level}:[\\w.]+:|\\[${level}\\]|${level} \\d{2}[-/]\\d{2} )`),
  // I0115 14:30:00.123456 12345 file.py:10] …  (glog, absl)
  /^[IWEF]\d{4} \d{2}:\d{2}:\d{2}\.\d{6} /
];
function beginsLikeLog(source) {
  const text = beginning(source);
  if (text === null) return false;
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  return lines.slice(0, 3).some((line) => lineForms.some((form2) => form2.test(line.slice(0, 400))));
}
function isText(source) {
  return beginning(source) !== null;
}
function beginning(source) {
  const bytes = source.read(0, Math.min(source.byteLength, lookBytes));
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

// src/collect/known-places.ts
var mlflowFiles = "MLflow's own files";
var bookkeepingPlaces = [
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
  { pattern: /(?:^|\/)\.(?:pytest_cache|mypy_cache|ruff_cache|cache|triton)\//, what: "a cache" },
  { pattern: /(?:^|\/)(?:torchinductor_[^/]+|\.nv\/ComputeCache)\//, what: "a compiler's cache" },
  { pattern: /(?:^|\/)(?:\.DS_Store|Thumbs\.db)$/, what: "the desktop's own file" }
];
function bookkeepingPlace(path, stores = /* @__PURE__ */ new Set()) {
  const what = bookkeepingPlaces.find(({ pattern }) => pattern.test(path))?.what ?? (isInStore(path, stores) ? mlflowFiles : void 0);
  return what === void 0 ? null : { what, lookedInto: holdsResults(path) };
}
function holdsResults(path) {
  return /(?:^|\/)mlruns\/(?:[^/]+\/)+artifacts\//.test(path) || loggedParts.has(mlflowPlace(path)?.part ?? "") || mlflowDatabase.test(path) || wandbFiles.test(path) || /(?:^|\/)wandb\/[^/]+\/files\//.test(path) && looksLikeCheckpoint(path);
}
var wandbFiles = /(?:^|\/)wandb\/[^/]+\/(?:run-[^/]+\.wandb|files\/(?:requirements\.txt|wandb-metadata\.json))$/;
var mlflowDatabase = /(?:^|\/)mlflow\.db$/;
var loggedParts = /* @__PURE__ */ new Set(["artifacts", "metrics", "params"]);
function isInStore(path, stores) {
  if (stores.size === 0) return false;
  const parts = path.split("/");
  return parts.some((part, depth) => {
    if (!/^(?:\d{1,19}|\.trash|models)$/.test(part) || depth === parts.length - 1) return false;
    return stores.has(parts.slice(0, depth).join("/"));
  });
}
var checkpointEnding = /\.(?:pt|pth|ckpt|safetensors|npz|npy|bin|h5|hdf5|keras|pkl|pickle|msgpack|onnx|gguf|joblib|distcp|pt2|tflite|orbax|eqx|flax)(?:\.(?:gz|z|xz|bz2|lz4|zst))?$/i;
var distributedMetadata = /(?:^|\/)\.metadata$/;
var imageEnding = /\.(?:png|jpe?g|gif|webp|bmp|tiff?|svg)$/i;
var trackerMetrics = /(?:^|\/)mlruns\/(?:[^/]+\/)*[\da-f]{32}\/metrics\/|(?:^|\/)mlflow\.db$|(?:^|\/)wandb\/[^/]+\/run-[^/]+\.wandb$/;
var metricEnding = /\.(?:jsonl|ndjson|csv|tsv)$|(?:^|\/)[^/]*tfevents[^/]*$|(?:^|\/)trainer_state\.json$/i;
var logEnding = /\.(?:log|err)(?:\.\d+)?$|(?:^|\/)(?:nohup\.out|stdout(?:\.txt)?|stderr(?:\.txt)?|(?:[^/]*[^a-z/])?(?:train(?:ing)?)?log\.txt)$/i;
function looksLikeCheckpoint(path) {
  return checkpointEnding.test(path) || distributedMetadata.test(path);
}
function looksLikeFramedRecord(path) {
  return /(?:^|\/)training_args\.bin$/.test(path);
}
function looksLikeImage(path) {
  return imageEnding.test(path);
}
function looksLikeLog(path) {
  return logEnding.test(path);
}
function roleByName(path) {
  if (trackerMetrics.test(path)) return "metrics";
  if (bookkeepingPlace(path)?.lookedInto === false) return "bookkeeping";
  if (looksLikeCheckpoint(path)) return "checkpoint";
  if (looksLikeImage(path)) return "image";
  if (metricEnding.test(path)) return "metrics";
  if (looksLikeLog(path)) return "log";
  return "other";
}

// src/collect/identify-file.ts
function identityByPolicy(path, globs, place) {
  const ignored = globs.ignored(path);
  if (ignored !== null) return { role: "ignored", reader: null, because: `\`ignore: files\` names it: ${ignored}` };
  const wanted = globs.checkpoints.included(path) !== null || globs.metrics.included(path) !== null || globs.record(path) !== null;
  if (place === null || wanted || place.lookedInto) return null;
  return { role: "bookkeeping", reader: null, because: `the path is known: ${place.what}` };
}
async function identifyFile(path, source, globs, formats, place) {
  const { checkpoints, metrics } = globs;
  const excluded = checkpoints.excluded(path);
  const included = excluded === null ? checkpoints.included(path) : null;
  const checkpoint = excluded === null ? await recognize(formats.checkpoints, (format) => format.recognizes(source)) : null;
  if (checkpoint?.role === "image")
    return { role: "image", reader: { kind: "checkpoint", format: checkpoint }, because: checkpoint.title };
  const setAside = checkpoints.narrowed && included === null;
  if (checkpoint !== null && included === null && looksLikeFramedRecord(path)) {
    const framed = (await formats.records()).filter(({ framedAsCheckpoint }) => framedAsCheckpoint === true);
    const record2 = await recognize(framed, (format) => format.recognizes(path, source));
    if (record2 !== null) return asRecord(record2);
  }
  if (checkpoint !== null && !setAside)
    return { role: "checkpoint", reader: { kind: "checkpoint", format: checkpoint }, because: checkpoint.title };
  const named = checkpoint === null ? globs.record(path) : null;
  if (place !== null && included === null && metrics.included(path) === null && named === null)
    return amongBooks(path, source, globs, formats, place);
  if (included !== null) return unknown(path, source, "checkpoint", `\`checkpoints: include\` names it: ${included}`);
  const asMetrics = metrics.excluded(path) === null ? metrics.included(path) : null;
  const recognizesMetrics = (format) => (place !== null || format.inTrackersPlaces !== "only") && format.recognizes(source, path);
  if (asMetrics !== null) {
    const because = `\`metrics: include\` names it: ${asMetrics}`;
    const format = await recognize(await formats.metrics(), recognizesMetrics);
    return format === null ? unknown(path, source, "metrics", because) : asMetricFile(format, because);
  }
  if (named !== null) {
    const { namedRecord } = await import("./named-record-WAM2AGQN.js");
    const format = namedRecord(named.kind, await formats.records());
    return {
      role: "record",
      reader: { kind: "record", format },
      because: `\`records: ${named.kind}\` names it: ${named.glob}`
    };
  }
  const byBytes = checkpoint !== null || excluded !== null;
  const records = checkpoint === null ? (await formats.records()).filter(isPlainRecord(place)) : [];
  const record = await recognize(records, (format) => format.recognizes(path, source));
  if (record !== null) return asRecord(record);
  if (!byBytes && looksLikeCheckpoint(path))
    return unknown(path, source, "checkpoint", "its name ends as checkpoints do");
  const mayBeMetrics = checkpoint === null && !metrics.narrowed && metrics.excluded(path) === null;
  const metric = mayBeMetrics ? await recognize(await formats.metrics(), recognizesMetrics) : null;
  if (metric !== null) return asMetricFile(metric, metric.title);
  return withoutFormat(path, source, excluded, checkpoint !== null);
}
async function amongBooks(path, source, { metrics }, formats, place) {
  if (!metrics.narrowed && metrics.excluded(path) === null) {
    const known2 = (await formats.metrics()).filter(({ inTrackersPlaces }) => inTrackersPlaces !== void 0);
    const metric = await recognize(known2, (format) => format.recognizes(source, path));
    if (metric !== null) return asMetricFile(metric, metric.title);
  }
  const known = (await formats.records()).filter(({ inTrackersPlaces }) => inTrackersPlaces !== void 0);
  const record = await recognize(known, (format) => format.recognizes(path, source));
  if (record !== null) return asRecord(record);
  return { role: "bookkeeping", reader: null, because: `the path is known: ${place.what}` };
}
function asRecord(format) {
  return { role: "record", reader: { kind: "record", format }, because: format.title };
}
function isPlainRecord(place) {
  return ({ inTrackersPlaces, framedAsCheckpoint }) => framedAsCheckpoint !== true && (place !== null || inTrackersPlaces !== "only");
}
function asMetricFile(format, because) {
  const why = format.unavailable?.() ?? null;
  return why === null ? { role: "metrics", reader: { kind: "metrics", format }, because } : { role: "bookkeeping", reader: null, because: `${because}, not read: ${why}` };
}
function withoutFormat(path, source, excluded, setAside) {
  if (excluded !== null)
    return {
      role: looksLikeImage(path) ? "image" : "other",
      reader: null,
      because: `\`checkpoints: exclude\` names it: ${excluded}`
    };
  if (setAside) return { role: "other", reader: null, because: "`checkpoints: include` does not name it" };
  if (looksLikeLog(path)) return { role: "log", reader: null, because: "its name is that of a log" };
  if (/\.out(?:\.\d+)?$/i.test(path) && isText(source))
    return { role: "log", reader: null, because: "text in a file named .out" };
  if (beginsLikeLog(source)) return { role: "log", reader: null, because: "its first lines are those of a logger" };
  if (looksLikeImage(path)) return { role: "image", reader: null, because: "its name is that of an image" };
  return { role: "other", reader: null, because: "no format and no rule knows it" };
}
async function recognize(formats, ask) {
  for (const format of formats) if (await ask(format)) return format;
  return null;
}
function unknown(path, source, role, because) {
  const empty = source.byteLength === 0;
  const ending = /\.[^./]+$/.exec(path)?.[0] ?? "";
  const remedy = role === "checkpoint" ? byBytesRemedy : "Take it out of `metrics: include`, or write it in a format that is known.";
  const problem = new FormatProblem(
    empty ? "EMPTY" : "UNKNOWN_FORMAT",
    empty ? `the file has 0 bytes; a ${role === "metrics" ? "metric file" : "checkpoint"} was expected, because ${because}` : `no ${role} format recognizes the content${ending === "" ? "" : ` of this "${ending}" file`}, although ${because}`,
    { place: { file: path }, remedy: empty ? "Look at why the training left an empty file." : remedy }
  );
  return { role, reader: null, because, problem };
}
var byBytesRemedy = "To compare it by its bytes, name it in `checkpoints: exclude`; to set it aside, in `ignore: files`; or save it as safetensors, NPZ or with torch.save.";

// src/collect/collect-file.ts
var nothing = { file: null, unread: null, metrics: [], records: [], checkpoint: null };
async function collectFile(written, context) {
  const { type: kind } = written;
  switch (kind) {
    case "file":
      return collectRegular(written, context);
    case "symlink":
      return collectLink(written, context);
    case "unreadable":
      return collectUnreadable(written, context);
    case "fifo":
    case "socket":
    case "device":
      return collectSpecial(written, kind, context);
    case "deleted":
      return nothing;
    default:
      kind;
      return nothing;
  }
}
function openWritten(written) {
  const path = written.nameBytes === void 0 ? written.absolutePath : Buffer.from(written.nameBytes, "hex");
  return openFileSource(path, written.state, written.path);
}
var noReadings = { metrics: [], records: [], checkpoint: null, parts: [] };
function changedData({ path, change }, { globs }) {
  const dataset = change === "changed" ? globs.data(path) : null;
  if (dataset === null) return null;
  return { role: "ignored", reader: null, because: `\`datasets\` names it: ${dataset}` };
}
async function collectRegular(written, context) {
  const { path } = written;
  const neutral = context.neutralOf(path);
  let identity = changedData(written, context) ?? identityByPolicy(path, context.globs, context.placeOf(path));
  let readings = noReadings;
  let problem = null;
  if (identity === null)
    try {
      const source = openWritten(written);
      try {
        identity = await identifyFile(path, source, context.globs, context.formats, context.placeOf(path));
        if (identity.problem !== void 0) throw identity.problem;
        readings = await read({ path, neutralPath: neutral.neutralPath }, identity, source, context);
      } finally {
        source.close();
      }
    } catch (error) {
      if (!isProblem(error)) throw error;
      problem = error;
    }
  const role = identity?.role ?? roleByName(path);
  const checkpoint = identity?.reader?.kind === "checkpoint" ? identity.reader.format : null;
  const { parts, ...known } = problem === null ? readings : { ...noReadings, checkpoint };
  const file = {
    path,
    ...neutral,
    role,
    format: identity?.reader?.format.id ?? null,
    byteLength: written.state?.size ?? 0,
    state: written.state,
    because: identity?.because ?? "it could not be read, so its name decides",
    parts,
    openBytes: () => openWritten(written)
  };
  return { file, unread: problem === null ? null : unreadOf(path, role, problem), ...known };
}
async function read(where, identity, source, context) {
  const { path, neutralPath: neutralPath2 } = where;
  const { reader } = identity;
  if (reader === null) return noReadings;
  const { kind } = reader;
  switch (kind) {
    case "checkpoint": {
      const names = reader.format.parts?.(source) ?? [];
      return { ...noReadings, checkpoint: reader.format, parts: partPaths(path, names) };
    }
    case "metrics": {
      const surroundings = {
        sibling: (name) => context.siblingOf(path, name),
        startedMs: context.startedMs,
        neutralize: (name) => context.neutralOf(name).neutralPath
      };
      const reading = await reader.format.read(source, path, surroundings);
      const parts = partPaths(path, reader.format.parts?.(path) ?? []);
      return { ...noReadings, ...placed(where, reader.format.id, reading), parts };
    }
    case "record":
      return { ...noReadings, records: [await reader.format.read(path, neutralPath2, source)] };
    default:
      kind;
      return noReadings;
  }
}
function placed(where, format, reading) {
  const { series, notes, parts = [], records = [] } = reading;
  const inside = (part) => part === null ? where : { path: `${where.path}/${part.name}`, neutralPath: `${where.neutralPath}/${part.neutralName}` };
  return {
    metrics: [
      { ...where, format, series, notes },
      ...parts.map((part) => ({ ...inside(part), format, series: part.series, notes: part.notes }))
    ],
    records: records.map(({ part, record }) => ({ ...record, ...inside(part) }))
  };
}
function partPaths(path, names) {
  const folder = posix.dirname(path);
  const plain = names.filter(isPlainName).map((name) => folder === "." ? name : `${folder}/${name}`);
  return [...new Set(plain)].filter((part) => part !== path);
}
function isPlainName(name) {
  return name !== "" && name !== "." && name !== ".." && !/[/\\\0]/.test(name);
}
function collectLink(written, context) {
  const { path } = written;
  const byPolicy = identityByPolicy(path, context.globs, context.placeOf(path));
  let target;
  try {
    target = context.resolveLink(written);
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (byPolicy === null) return { ...nothing, unread: unreadOf(path, roleOfThing(path, "other"), error) };
    target = written.detail ?? "";
  }
  const text = new TextEncoder().encode(context.neutralOf(target).neutralPath);
  const file = {
    path,
    ...context.neutralOf(path),
    role: byPolicy?.role ?? "other",
    format: null,
    byteLength: text.byteLength,
    state: written.state,
    because: byPolicy?.because ?? `a symbolic link to ${JSON.stringify(target)}; its target's name is compared, it is not followed`,
    parts: [],
    openBytes: () => ({ ...memorySource(path, text), close: () => {
    } })
  };
  return { ...nothing, file };
}
function collectUnreadable(written, context) {
  const { path } = written;
  const byPolicy = identityByPolicy(path, context.globs, context.placeOf(path));
  const role = byPolicy?.role ?? roleByName(path);
  const problem = new FormatProblem(
    "UNREADABLE",
    `it could not be read: ${written.detail ?? "the system gave no reason"}`,
    {
      place: { file: path },
      remedy: "Let the training write files that the user of the runner can read, or name it in `ignore: files`."
    }
  );
  const file = {
    path,
    ...context.neutralOf(path),
    role,
    format: null,
    byteLength: written.state?.size ?? 0,
    state: written.state,
    because: byPolicy?.because ?? "it could not be read, so its name decides",
    parts: [],
    openBytes: () => {
      throw problem;
    }
  };
  return { ...nothing, file, unread: unreadOf(path, role, problem) };
}
var specialWords = { fifo: "a FIFO", socket: "a socket", device: "a device" };
function collectSpecial(written, type, context) {
  const { path } = written;
  const role = identityByPolicy(path, context.globs, context.placeOf(path))?.role ?? roleOfThing(path, "bookkeeping");
  const problem = new FormatProblem(
    "NOT_A_REGULAR_FILE",
    `${specialWords[type]} has no content that could be compared`,
    {
      place: { file: path },
      remedy: "Let the training write results to regular files, and remove pipes and sockets when it ends."
    }
  );
  return { ...nothing, unread: unreadOf(path, role, problem) };
}
function roleOfThing(path, otherwise) {
  return looksLikeCheckpoint(path) ? "checkpoint" : otherwise;
}
function unreadOf(path, role, problem) {
  const { code, message, remedy, place } = problem;
  return { path, role, code, reason: message, remedy, place: { ...place, file: path } };
}

// src/collect/file-globs.ts
var import_picomatch = __toESM(require_picomatch(), 1);
import { posix as posix2 } from "node:path";
function fileGlobs(policy) {
  return {
    data: below(policy.datasets.map(({ path }) => path)),
    ignored: compile(policy.ignore.files),
    checkpoints: selection(policy.checkpoints),
    metrics: selection(policy.metrics),
    record: recordMatcher(policy.records)
  };
}
var recordKinds = ["environment", "requirements", "configuration", "dataset"];
function recordMatcher(paths) {
  const matchers = recordKinds.map((kind) => ({ kind, match: compile(paths[kind]) }));
  return (path) => {
    for (const { kind, match } of matchers) {
      const glob = match(path);
      if (glob !== null) return { kind, glob };
    }
    return null;
  };
}
function selection({ include, exclude }) {
  return { included: compile(include), excluded: compile(exclude), narrowed: include.length > 0 };
}
function below(paths) {
  const plain = paths.map((path) => ({ path, start: posix2.normalize(path).replace(/\/+$/, "") }));
  return (file) => plain.find(({ start }) => file === start || file.startsWith(`${start}/`))?.path ?? null;
}
function compile(globs) {
  const matchers = globs.map((glob) => {
    const plain = glob.replace(/^\.\//, "");
    const whole = plain.endsWith("/") ? `${plain}**` : plain;
    return {
      glob,
      matches: (0, import_picomatch.default)(whole, { dot: true, nonegate: true, noextglob: true, basename: !whole.includes("/") })
    };
  });
  return (path) => matchers.find(({ matches }) => matches(path))?.glob ?? null;
}

// src/collect/log-records.ts
import { setImmediate } from "node:timers/promises";
var consoleLogPath = "(log)";
var mostLogs = 8;
async function logRecords(run, files) {
  const logs = files.filter(({ role }) => role === "log").slice(0, mostLogs);
  if (logs.length === 0 && run.logPath === null) return [];
  const { readLogRecords } = await import("./log-records-7L6H53FT.js");
  const records = /* @__PURE__ */ new Map();
  const read2 = (path, neutralPath2, open) => {
    try {
      const source = open();
      try {
        for (const record of readLogRecords(path, neutralPath2, source)) {
          const key = JSON.stringify(
            record.kind === "dataset" ? record.claims.map(({ line: _line, ...claim }) => claim) : record.value
          );
          if (!records.has(key)) records.set(key, record);
        }
      } finally {
        source.close();
      }
    } catch (error) {
      if (!isProblem(error)) throw error;
    }
  };
  for (const log of logs) {
    read2(log.path, log.neutralPath, () => log.openBytes());
    await setImmediate();
  }
  const { logPath } = run;
  if (logPath !== null) read2(consoleLogPath, consoleLogPath, () => openFileSource(logPath, null, consoleLogPath));
  return [...records.values()];
}

// src/collect/mlflow-database-names.ts
async function mlflowDatabaseNames(paths, known, open, neutralize) {
  const databases = paths.filter((path) => /(?:^|\/)mlflow\.db$/.test(path));
  const unnamed = databases.length === 0 ? /* @__PURE__ */ new Set() : ownersOfArtifacts(paths, known);
  if (unnamed.size < 2) return /* @__PURE__ */ new Map();
  const { sqliteUnavailable, withDatabase } = await import("./sqlite-copy-72LE57HW.js");
  const { isMlflowDatabase, readModels, readRuns } = await import("./mlflow-database-JYRQOAIJ.js");
  if (sqliteUnavailable() !== null) return /* @__PURE__ */ new Map();
  const names = /* @__PURE__ */ new Map();
  for (const path of databases) {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    let source = null;
    try {
      source = open(path);
      if (source === null) continue;
      const opened = source;
      const owners = withDatabase(
        opened,
        (name) => open(`${folder}${name}`),
        (database) => isMlflowDatabase(database, opened) ? { runs: readRuns(database, opened), models: readModels(database, opened) } : { runs: [], models: [] }
      );
      const here = ({ id }) => unnamed.has(id);
      for (const [id, name] of runNames(owners.runs.filter(here), neutralize)) names.set(id, `‹${name}›`);
      for (const [id, name] of runNames(owners.models.filter(here), neutralize))
        names.set(id, `‹${name.replace(/^run/, "model")}›`);
    } catch (error) {
      if (!isProblem(error)) throw error;
    } finally {
      closeQuietly(source);
    }
  }
  return names;
}
function ownersOfArtifacts(paths, known) {
  const owners = /* @__PURE__ */ new Set();
  for (const path of paths) {
    const place = path.includes("/artifacts/") ? mlflowPlace(path) : null;
    if (place?.part === "artifacts" && !known.has(place.id)) owners.add(place.id);
  }
  return owners;
}
function closeQuietly(source) {
  try {
    source?.close();
  } catch (error) {
    if (!isProblem(error)) throw error;
  }
}

// src/collect/mlflow-names.ts
var maxOwners = 2e4;
var maxBytes = 64 * 1024;
function mlflowStores(paths) {
  const stores = /* @__PURE__ */ new Set();
  for (const path of paths) {
    if (!path.endsWith("/meta.yaml")) continue;
    const place = mlflowPlace(path);
    if (place?.part === "meta.yaml") stores.add(place.store);
  }
  return stores;
}
async function mlflowNames(paths, readFile, neutralize) {
  const { parseYaml } = await import("./yaml-value-WSTPHQ7B.js");
  const read2 = (path) => {
    const text = readFile(path, maxBytes);
    return text === null ? null : parseYaml(text).value;
  };
  const owners = paths.flatMap((path) => {
    const place = path.endsWith("/meta.yaml") ? mlflowPlace(path) : null;
    return place?.part === "meta.yaml" ? [place] : [];
  }).slice(0, maxOwners).flatMap((place) => {
    const meta = read2(`${place.folder}/meta.yaml`);
    return meta === null ? [] : [{ place, meta }];
  });
  const names = /* @__PURE__ */ new Map();
  const set = (id, name) => {
    names.set(id, `‹${name}›`);
  };
  for (const [id, name] of experimentNames(owners, read2, neutralize)) set(id, name);
  const tag = (place, key) => readFile(`${place.folder}/tags/${key}`, maxBytes);
  const runs = owners.filter(({ place }) => place.owner === "run").map((owner) => trackedRun(owner, tag));
  for (const [id, name] of runNames(runs, neutralize)) set(id, name);
  for (const [id, name] of modelNames(owners, neutralize)) set(id, name);
  return names;
}
function experimentNames(owners, read2, neutralize) {
  const folders = new Map(owners.map(({ place }) => [place.experimentFolder, place]));
  const random = [...folders].filter(([, { experiment }]) => experiment.length >= 15);
  return new Map(
    random.map(([folder, { experiment, store }]) => {
      const others = random.filter(([, other]) => other.store === store).length > 1;
      const name = others ? textAt(read2(`${folder}/meta.yaml`), "name") : null;
      return [experiment, name === null ? "experiment" : `experiment ${plainName(name, neutralize)}`];
    })
  );
}
function trackedRun({ place, meta }, tag) {
  const started = Number(textAt(meta, "start_time") ?? Number.NaN);
  return {
    id: place.id,
    experiment: place.experimentFolder,
    name: textAt(meta, "run_name") ?? textAt(meta, "name") ?? tag(place, "mlflow.runName"),
    parent: tag(place, "mlflow.parentRunId"),
    startedMs: Number.isFinite(started) ? started : null
  };
}
function modelNames(owners, neutralize) {
  const models = owners.filter(({ place }) => place.owner === "model").map(({ place, meta }) => {
    const created = Number(textAt(meta, "creation_timestamp") ?? Number.NaN);
    const startedMs = Number.isFinite(created) ? created : null;
    const name = textAt(meta, "name");
    return { id: place.id, experiment: place.experimentFolder, name, parent: null, startedMs };
  });
  return new Map([...runNames(models, neutralize)].map(([id, name]) => [id, name.replace(/^run/, "model")]));
}
function textAt(value, key) {
  const found = value?.type === "map" ? value.items.find(([name]) => name === key)?.[1] : void 0;
  return found === void 0 || found.type === "list" || found.type === "map" || found.type === "none" || found.text === "" ? null : found.text;
}
function smallFileReader(open) {
  return (path, limit) => {
    let source = null;
    try {
      source = open(path);
      if (source === null || source.byteLength > limit) return null;
      return new TextDecoder().decode(source.read(0, source.byteLength));
    } catch (error) {
      if (isProblem(error)) return null;
      throw error;
    } finally {
      close(source);
    }
  };
}
function close(source) {
  try {
    source?.close();
  } catch (error) {
    if (!isProblem(error)) throw error;
  }
}

// src/collect/path-times.ts
var date = String.raw`(?<year>(?:19|20)\d{2})(?<sep>[-_.]?)(?<month>\d{2})\k<sep>(?<day>\d{2})`;
var clock = String.raw`(?<hour>\d{2})(?:(?<tsep>[-_.:]?)(?<minute>\d{2})\k<tsep>(?<second>\d{2})|h(?<minuteH>\d{2})m(?<secondS>\d{2})s?)`;
var fraction = String.raw`(?:[._,-](?<fraction>\d{6}|\d{9})|\.(?<millis>\d{3}))?`;
var zone = String.raw`(?:Z|[+-]\d{2}:?\d{2})?`;
var months = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
var forms = [
  { kind: "moment", placeholder: "‹time›", pattern: form(`${date}[T_ -]?${clock}${fraction}${zone}`) },
  {
    kind: "moment",
    placeholder: "‹time›",
    pattern: form(
      String.raw`(?<year>(?:19|20)\d{2})(?<sep>-?)(?<month>\d{2})\k<sep>(?<day>\d{2})[T_-](?<hour>\d{2})[-:]?(?<minute>\d{2})`
    )
  },
  {
    kind: "moment",
    placeholder: "‹time›",
    pattern: form(String.raw`(?<day>\d{2})(?<sep>[-_.])(?<month>\d{2})\k<sep>(?<year>20\d{2})[T_ -]${clock}`)
  },
  {
    kind: "moment",
    placeholder: "‹time›",
    pattern: form(
      String.raw`(?<yy>\d{2})(?<month>\d{2})(?<day>\d{2})[_-](?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})`
    )
  },
  // torch.utils.tensorboard.SummaryWriter and %b%d_%H-%M-%S in general.
  {
    kind: "moment",
    placeholder: "‹time›",
    pattern: new RegExp(`(?<![A-Za-z\\d›])(?<name>${months})(?<day>\\d{2})_${clock}(?!\\d)`, "g")
  },
  // Hydra: a folder for the day, one for the time in it.
  {
    kind: "clock",
    placeholder: "‹time›",
    pattern: new RegExp(`(?<=/\\d{4}-\\d{2}-\\d{2}/)${clock}${fraction}(?=/|$)`, "g")
  },
  {
    kind: "clock",
    placeholder: "‹time›",
    pattern: /(?<=^|\/)(?<hour>\d{2})(?<tsep>[-_:])(?<minute>\d{2})\k<tsep>(?<second>\d{2})(?=\/|$)/g
  },
  { kind: "date", placeholder: "‹date›", needsNoStepWord: true, pattern: form(date) }
];
function form(source) {
  return new RegExp(`(?<![\\d›])${source}(?![\\d‹])`, "g");
}
var epochForm = /(?<![\d›]|\d\.)(?:(?<seconds>\d{10})(?:\.(?<part>\d{1,9}))?|(?<finer>\d{13}|\d{16}|\d{19}))(?![\d‹]|\.[\d‹])/g;
var stepWord = /(?:^|[^A-Za-z])(?:global)?[-_]?(?:steps?|epochs?|ep|iter|iters|iteration|iterations|it|checkpoint|ckpt|batch|tokens|samples|seed|rank|shard|fold|part|layer)[-_=. ]?$/i;
function endsInStepWord(before) {
  return stepWord.test(before.slice(-24));
}
function findTimes(path, window) {
  const found = [];
  const add = (start, text, placeholder, order) => {
    const end = start + text.length;
    if (!found.some((span) => start < span.end && span.start < end))
      found.push({ start, end, text, placeholder, order });
  };
  for (const { pattern, placeholder, kind, needsNoStepWord } of forms)
    for (const match of path.matchAll(pattern)) {
      const moment = momentOf(match.groups ?? {}, window);
      if (moment === null || kind !== "clock" && !isNear(utc(moment), window)) continue;
      if (needsNoStepWord && endsInStepWord(path.slice(0, match.index))) continue;
      add(match.index, match[0], placeholder, orderOf(moment));
    }
  for (const match of path.matchAll(epochForm)) {
    const { seconds, part = "", finer } = match.groups ?? {};
    const nanoseconds = seconds !== void 0 ? seconds + part.padEnd(9, "0") : (finer ?? "").padEnd(19, "0");
    if (endsInStepWord(path.slice(0, match.index)) || !isNear(Number(nanoseconds) / 1e6, window ?? anyRecentTime))
      continue;
    add(match.index, match[0], "‹time›", nanoseconds);
  }
  return found.toSorted((a, b) => a.start - b.start);
}
var anyRecentTime = { fromMs: 14e11, toMs: 25e11 };
function isNear(timeMs, window) {
  return window === null || timeMs >= window.fromMs && timeMs <= window.toMs;
}
function momentOf(groups, window) {
  const { name } = groups;
  const midYear = window === null ? 2e3 : new Date((window.fromMs + window.toMs) / 2).getUTCFullYear();
  const year = groups.year !== void 0 ? Number(groups.year) : groups.yy !== void 0 ? 2e3 + Number(groups.yy) : midYear;
  const moment = {
    year,
    month: name !== void 0 ? months.split("|").indexOf(name) + 1 : Number(groups.month ?? 1),
    day: Number(groups.day ?? 1),
    hour: Number(groups.hour ?? 0),
    minute: Number(groups.minute ?? groups.minuteH ?? 0),
    second: Number(groups.second ?? groups.secondS ?? 0),
    fraction: groups.fraction ?? groups.millis ?? ""
  };
  const real = new Date(utc(moment));
  const exists = real.getUTCMonth() === moment.month - 1 && real.getUTCDate() === moment.day && moment.hour < 24 && moment.minute < 60 && moment.second < 61;
  return exists ? moment : null;
}
function utc({ year, month, day, hour, minute, second }) {
  return Date.UTC(year, month - 1, day, Math.min(hour, 23), Math.min(minute, 59), Math.min(second, 59));
}
function orderOf({ year, month, day, hour, minute, second, fraction: fraction2 }) {
  const two = (value) => String(value).padStart(2, "0");
  return `${year}${two(month)}${two(day)}${two(hour)}${two(minute)}${two(second)}${fraction2.padEnd(9, "0")}`;
}

// src/collect/neutral-path.ts
var onlyFilePlaceholder = "‹file›";
var eventFile = /(?<=events\.out\.tfevents\.)(?<seconds>\d{9,11})\.(?<host>[^/]+?)(?<pid>\.\d+(?=\.\d+(?:\.[^/\d][^/]*)?$))?(?=(?:\.\d+)?(?:\.(?:v2|profile-empty)[^/]*)?$)/;
var uuid = /(?<![\da-f›])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\da-f‹])/gi;
var hex32 = /(?<![\dA-Za-z›])[\da-f]{32}(?![\dA-Za-z‹])/g;
var mlflowExperiment = /(?<=(?:^|\/)mlruns\/)\d{15,19}(?=\/|$)/g;
var wandbId = /(?<=(?:^|\/)(?:offline-)?run-(?:\d{8}_\d{6}-)?)[\da-z]{8}(?=\.wandb$|\/|$)/g;
var temporaryName = /(?<![\dA-Za-z›])tmp[\da-z_]{8}(?![\dA-Za-z_‹])/g;
var version = /(?<![\dA-Za-z›])version_\d+(?![\d‹])/g;
var processId = /(?<![\dA-Za-z›])pid[-_=]?\d+(?![\d‹])/gi;
var slurmJob = /(?<![\dA-Za-z›])slurm[-_]\d+(?:_\d+)?(?![\dA-Za-z‹])/g;
function hostOfEventFile(path) {
  return eventFile.exec(path)?.groups?.host ?? null;
}
function neutralPath(path, context) {
  const spans = [];
  const add = (span) => {
    if (span.text !== "" && !spans.some((other) => span.start < other.end && other.start < span.end)) spans.push(span);
  };
  const addAll = (pattern, placeholder, order) => {
    for (const match of path.matchAll(pattern))
      add(spanOf(match.index, match[0], placeholder(match[0]), order(match[0])));
  };
  addEventFile(path, add);
  const noOrder = () => null;
  const { named = /* @__PURE__ */ new Map() } = context;
  if (named.size > 0)
    for (const match of path.matchAll(/[^/]+/g)) {
      const name = named.get(match[0]);
      if (name !== void 0) add(spanOf(match.index, match[0], name, null));
    }
  addAll(uuid, () => "‹id›", noOrder);
  addAll(hex32, (text) => named.get(text) ?? "‹id›", noOrder);
  addAll(mlflowExperiment, () => "‹id›", noOrder);
  for (const match of path.matchAll(wandbId))
    if (isWandbFolder(path, match.index, match[0])) add(spanOf(match.index, match[0], "‹id›", null));
  for (const span of findTimes(path, context.window)) add(span);
  addAll(temporaryName, () => "tmp‹id›", noOrder);
  addAll(version, () => "version_‹n›", counterOrder);
  addAll(processId, (text) => text.replace(/\d+$/, "‹pid›"), noOrder);
  addAll(slurmJob, (text) => `slurm${text.charAt(5)}‹job›`, counterOrder);
  addHosts(path, context.hosts, add);
  return render(path, spans);
}
function addEventFile(path, add) {
  const match = eventFile.exec(path);
  if (match === null) return;
  const { seconds = "", pid } = match.groups ?? {};
  const placeholder = pid === void 0 ? "‹time›.‹host›" : "‹time›.‹host›.‹pid›";
  add(spanOf(match.index, match[0], placeholder, seconds.padEnd(19, "0")));
}
function isWandbFolder(path, index, id) {
  const framed = /run-\d{8}_\d{6}-$/.test(path.slice(0, index)) || path.startsWith(".wandb", index + id.length);
  return framed || /\d/.test(id) && /[a-z]/.test(id) && /(?:^|\/)wandb\//.test(path.slice(0, index));
}
function addHosts(path, hosts, add) {
  for (const host of hosts) {
    if (host === "") continue;
    for (let at = path.indexOf(host); at >= 0; at = path.indexOf(host, at + 1)) {
      const afterStamp = /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\d{2}_\d{2}-\d{2}-\d{2}_$/.test(
        path.slice(0, at)
      );
      const whole = !isWordAt(path, at - 1) && !isWordAt(path, at + host.length);
      if (afterStamp || whole && isDistinctiveHost(host)) add(spanOf(at, host, "‹host›", null));
    }
  }
}
function isDistinctiveHost(host) {
  return host.length >= 4 && /[\d.-]/.test(host) && new RegExp("\\p{L}", "u").test(host) && host !== "localhost";
}
function isWordAt(path, index) {
  return index >= 0 && index < path.length && /[\p{L}\d‹›]/u.test(path.charAt(index));
}
function counterOrder(text) {
  return (text.match(/\d+/g) ?? []).map((digits) => digits.padStart(20, "0")).join(".");
}
function spanOf(start, text, placeholder, order) {
  return { start, end: start + text.length, text, placeholder, order };
}
function render(path, spans) {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  let neutral = "";
  let done = 0;
  for (const { start, end, placeholder } of sorted) {
    neutral += path.slice(done, start) + placeholder;
    done = end;
  }
  return {
    neutralPath: neutral + path.slice(done),
    taken: sorted.map(({ text, placeholder, order }) => ({ text, placeholder, order }))
  };
}

// src/collect/own-names.ts
var ownNamesLimit = 256;
function selectOwnNames(names) {
  const byText = /* @__PURE__ */ new Map();
  const placeholders = [...new Set(names.map(({ name }) => name.placeholder))];
  for (const counted of names) {
    if (!isUsable(counted.name) || placeholders.some((placeholder) => placeholder.includes(counted.name.text)))
      continue;
    const known = byText.get(counted.name.text);
    byText.set(
      counted.name.text,
      known === void 0 ? counted : { name: known.name, count: known.count + counted.count }
    );
  }
  return [...byText.values()].toSorted((a, b) => b.count - a.count || longestFirst(a.name, b.name)).slice(0, ownNamesLimit).map(({ name: { text, placeholder } }) => ({ text, placeholder })).toSorted(longestFirst);
}
function givenNames(record) {
  const output = record.environment.TRAIN_TWICE_OUTPUT_DIR ?? "";
  const root = record.workingDirectory;
  const names = [];
  if (output !== "") {
    names.push({ text: output, placeholder: "‹folder›" });
    const relative = relativeTo(root, output);
    if (relative?.includes("/") === true) names.push({ text: relative, placeholder: "‹folder›" });
  }
  if (record.end === null) {
    names.push({ text: root, placeholder: "‹folder›" });
    const [parent, base2] = root.split(/[\\/]/).filter((part) => part !== "").slice(-2);
    if (parent !== void 0 && base2 !== void 0) names.push({ text: `${parent}/${base2}`, placeholder: "‹folder›" });
  }
  if (isDistinctiveHost(record.hostName)) names.push({ text: record.hostName, placeholder: "‹host›" });
  return names;
}
function relativeTo(root, path) {
  const base2 = root.endsWith("/") ? root : `${root}/`;
  return path.startsWith(base2) && path.length > base2.length ? path.slice(base2.length) : null;
}
function isUsable({ text, placeholder }) {
  if (text.length < 4 || /[‹›]/.test(text) || /^[\s./\\]*$/.test(text)) return false;
  if (/^\d+$/.test(text)) return text.length >= 8;
  if (placeholder === "‹id›" && !/\d/.test(text)) return false;
  return !placeholderWords.some((word) => word.includes(text));
}
var placeholderWords = ["folder", "working directory", "time", "date", "host"];
function longestFirst(a, b) {
  return b.text.length - a.text.length || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
}

// src/collect/series-summary.ts
var pointsLimit = 5e4;
var pointsOfOne = 64;
function summarizeSeries(files) {
  const numeric = files.flatMap(
    ({ path, neutralPath: neutralPath2, series }) => series.filter(({ points }) => points.some(({ text }) => text === void 0)).map((one) => ({ path, neutralPath: neutralPath2, one }))
  );
  const total = numeric.reduce((sum, { one }) => sum + one.points.length, 0);
  const share = Math.max(pointsOfOne, Math.floor(pointsLimit / Math.max(1, numeric.length)));
  return numeric.map(({ path, neutralPath: neutralPath2, one: { name, stepKind, points } }) => {
    const kept = total <= pointsLimit ? points : thin(points, share);
    return {
      path,
      neutralPath: neutralPath2,
      name,
      stepKind,
      count: points.length,
      steps: kept.map(({ step }) => step),
      values: kept.map(({ value }) => value)
    };
  });
}
function thin(points, most) {
  if (points.length <= most) return points;
  const stretches = Math.max(1, Math.floor((most - 2) / 3));
  const inner = points.length - 2;
  const kept = /* @__PURE__ */ new Set([0, points.length - 1]);
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const from = 1 + Math.floor(stretch * inner / stretches);
    const to = 1 + Math.floor((stretch + 1) * inner / stretches);
    let low = from;
    let high = from;
    for (let index = from; index < to; index += 1) {
      const value = points[index]?.value ?? Number.NaN;
      if (!Number.isFinite(value)) {
        if (Number.isFinite(points[high]?.value ?? 0)) high = index;
      } else {
        if (value < (points[low]?.value ?? Number.NaN) || !Number.isFinite(points[low]?.value)) low = index;
        if (value > (points[high]?.value ?? Number.NaN)) high = index;
      }
    }
    if (from < to) kept.add(from).add(low).add(high);
  }
  return [...kept].sort((a, b) => a - b).flatMap((index) => points[index] ?? []);
}

// src/collect/flat-top-level.ts
var metadataKey = "__metadata__";
var limits = { maxDepth: 32, maxValues: 2e3 };
function flatMembers(entries) {
  if (!entries.some(({ path }) => path.length === 2 && path[0] === metadataKey)) return null;
  const members = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const [first, second] = entry.path;
    if (first === void 0) continue;
    if (typeof first !== "string") return null;
    if (first !== metadataKey) {
      const group = first.split(/[./]/, 1)[0] ?? first;
      if (!members.has(group)) members.set(group, null);
    } else if (typeof second === "string" && entry.kind === "scalar") members.set(second, meaningOf(entry.value.text));
  }
  return [...members].map(([key, value]) => ({ key, value }));
}
function meaningOf(text) {
  if (!/^\s*(?:[[{]|-?\d|true\s*$|false\s*$|null\s*$|None\s*$|True\s*$|False\s*$)/.test(text))
    return { type: "str", text };
  const spelled = { None: "null", True: "true", False: "false" };
  try {
    return readPythonJson(spelled[text.trim()] ?? text, limits).value;
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { type: "str", text };
  }
}

// src/collect/top-level.ts
var leavesLimit = 2e3;
var textLimit = 16 * 1024;
var textTotalLimit = 256 * 1024;
var keysLimit = 5e3;
var mixedKeys = /* @__PURE__ */ new Set(["callbacks"]);
function topLevel(entries) {
  const flat = flatMembers(entries);
  if (flat !== null) return flatTopLevel(flat);
  const root = entries.find(({ path }) => path.length === 0);
  if (root !== void 0 && (root.kind !== "container" || root.container === "sequence" || root.container === "set"))
    return { keys: [], values: {} };
  const members = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const [segment] = entry.path;
    if (segment === void 0) continue;
    const key = keyText(segment);
    const known = members.get(key);
    if (known !== void 0) known.push(entry);
    else if (members.size < keysLimit) members.set(key, [entry]);
  }
  const values = [];
  let textLeft = textTotalLimit;
  for (const [key, all] of members) {
    const found = mixedKeys.has(key) ? all.filter(({ kind }) => kind === "scalar" || kind === "container") : all;
    const length = plainLength(found);
    if (length === null || length > textLeft) continue;
    const value = build(found);
    if (value === null) continue;
    textLeft -= length;
    values.push([key, value]);
  }
  return { keys: [...members.keys()], values: Object.fromEntries(values) };
}
function flatTopLevel(members) {
  let textLeft = textTotalLimit;
  const values = members.flatMap(({ key, value }) => {
    const length = value === null ? 0 : JSON.stringify(value).length;
    if (value === null || length > textLimit || length > textLeft) return [];
    textLeft -= length;
    return [[key, value]];
  });
  return { keys: members.slice(0, keysLimit).map(({ key }) => key), values: Object.fromEntries(values) };
}
function keyText(segment) {
  return typeof segment === "string" ? segment : formatEntryPath([segment]);
}
function plainLength(entries) {
  let length = 0;
  let leaves = 0;
  for (const entry of entries) {
    if (entry.kind === "tensor" || entry.kind === "opaque") return null;
    length += (entry.kind === "scalar" ? entry.value.text.length : 0) + keyText(entry.path.at(-1) ?? "").length;
    if (entry.kind === "scalar" && entry.value.text.length > textLimit) return null;
    leaves += 1;
    if (leaves > leavesLimit) return null;
  }
  return length;
}
function build(entries) {
  const nodes = /* @__PURE__ */ new Map();
  for (const entry of entries)
    if (entry.kind === "container") {
      const isList = entry.container === "sequence" || entry.container === "set";
      nodes.set(formatEntryPath(entry.path), isList ? { type: "list", items: [] } : { type: "map", items: [] });
    }
  let top = null;
  for (const entry of entries) {
    const { path } = entry;
    const value = entry.kind === "scalar" ? entry.value : nodes.get(formatEntryPath(path));
    const last = path.at(-1);
    if (value === void 0 || last === void 0) return null;
    if (path.length === 1) {
      top = value;
      continue;
    }
    const parent = nodes.get(formatEntryPath(path.slice(0, -1)));
    if (parent === void 0) return null;
    if (parent.type === "list") parent.items.push(value);
    else parent.items.push([keyText(last), value]);
  }
  return top;
}

// src/collect/summarize.ts
async function summarizeInventory(inventory, weights = /* @__PURE__ */ new Map()) {
  const checkpoints = [];
  const unread = [...inventory.unread];
  const isUnread = new Set(unread.map(({ path }) => path));
  const parts = new Set(inventory.files.flatMap((file) => file.parts));
  for (const file of inventory.files) {
    if (file.role !== "checkpoint" || file.format === null || isUnread.has(file.path) || parts.has(file.path)) continue;
    try {
      const outline = inventory.outlines?.get(file.path) ?? await readOutline(inventory, file);
      const { path, neutralPath: neutralPath2, format } = file;
      checkpoints.push({ path, neutralPath: neutralPath2, format, ...outline, weights: weights.get(path) ?? null });
    } catch (error) {
      if (!isProblem(error)) throw error;
      const { code, message, remedy, place } = error;
      unread.push({
        path: file.path,
        role: file.role,
        code,
        reason: message,
        remedy,
        place: { ...place, file: file.path }
      });
    }
  }
  return {
    run: inventory.run,
    files: inventory.files.map(({ path, neutralPath: neutralPath2, role, format, byteLength, because }) => ({
      path,
      neutralPath: neutralPath2,
      role,
      format,
      byteLength,
      because
    })),
    checkpoints,
    series: summarizeSeries(inventory.metrics),
    records: inventory.records,
    unread
  };
}
async function readOutline(inventory, file) {
  const checkpoint = await inventory.openCheckpoint(file);
  try {
    return outlineOf(checkpoint);
  } finally {
    checkpoint.close();
  }
}
function outlineOf({ entries }) {
  const { keys, values } = topLevel(entries);
  const tensors = entries.reduce((count, { kind }) => count + (kind === "tensor" ? 1 : 0), 0);
  return { keys, values, tensors };
}

// src/collect/symlink.ts
import { posix as posix3 } from "node:path";
var outputFolderName = "$TRAIN_TWICE_OUTPUT_DIR";
var chainLimit = 40;
function linkResolver(record) {
  const links = /* @__PURE__ */ new Map();
  const inside = /* @__PURE__ */ new Set();
  for (const file of record.written) {
    if (file.type === "deleted") continue;
    if (file.type === "symlink") links.set(file.path, file);
    for (let path = file.path; path !== "." && path !== "/" && !inside.has(path); path = posix3.dirname(path))
      inside.add(path);
  }
  return (link) => {
    let at = link;
    for (let step = 0; step < chainLimit; step += 1) {
      const target = targetOf(at, record);
      if (target === null || !inside.has(target)) throw outside(link);
      const next = links.get(target);
      if (next === void 0) return target;
      at = next;
    }
    throw new FormatProblem("SYMLINK_LOOP", `the symbolic link to ${quoted(link)} leads in a circle`, {
      place: { file: link.path },
      remedy: "Let the training write a link that leads to a file."
    });
  };
}
function targetOf(link, record) {
  const text = link.detail ?? "";
  if (text === "") return null;
  if (!text.startsWith("/")) return posix3.normalize(posix3.join(posix3.dirname(link.path), text)).replace(/\/$/, "");
  const target = posix3.normalize(text).replace(/\/$/, "");
  const inOutput = relativeTo(record.environment.TRAIN_TWICE_OUTPUT_DIR || "\0", target);
  return inOutput === null ? relativeTo(record.workingDirectory, target) : `${outputFolderName}/${inOutput}`;
}
function outside(link) {
  return new FormatProblem(
    "SYMLINK_OUTSIDE",
    `the symbolic link leads to ${quoted(link)}, which is not among what the run wrote`,
    {
      place: { file: link.path },
      remedy: "Let the training write the file itself into its outputs, or name the link in `ignore: files` if it leads to no result."
    }
  );
}
function quoted(link) {
  return JSON.stringify(link.detail ?? "");
}

// src/collect/take-inventory.ts
var filesLimit = 25e4;
var windowMarginMs = 2 * 24 * 60 * 60 * 1e3;
async function takeInventory(record, policy, formats = registeredFormats) {
  const written = record.written.filter((file) => file.type !== "deleted").toSorted(byPath);
  const open = fileOpener(written);
  const stores = mlflowStores(written.map(({ path }) => path));
  const context = await withTrackersNames(pathContext(record, written), written, stores, open);
  const stage = {
    globs: fileGlobs(policy),
    formats,
    resolveLink: linkResolver(record),
    startedMs: startOf(record),
    neutralOf: (path) => neutralPath(path, context),
    placeOf: (path) => bookkeepingPlace(path, stores),
    siblingOf: (path, name) => isPlainName(name) ? open(posix4.join(posix4.dirname(path), name)) : null
  };
  const collected = [];
  const breath = startBreathing();
  for (const file of written.slice(0, filesLimit)) {
    collected.push(await collectFile(file, stage));
    await breath();
  }
  const stdout = await stdoutSeries(record, policy.metrics.stdout);
  const files = withParts(present(collected.map(({ file }) => file)), record);
  const layouts = policy.layout === "none" ? [] : layoutsOf(files, context, record);
  const checkpoints = new Map(
    collected.flatMap(
      ({ file, checkpoint }) => file === null || checkpoint === null ? [] : [[file.path, checkpoint]]
    )
  );
  const outlines = /* @__PURE__ */ new Map();
  return {
    run: record.number,
    files,
    metrics: [...collected.flatMap(({ metrics }) => metrics), ...present([stdout?.metrics ?? null])],
    records: [
      ...gatherMlflowParameters(collected.flatMap(({ records }) => records)),
      ...await logRecords(record, files),
      ...layouts
    ],
    unread: present([
      ...collected.map(({ unread }) => unread),
      stdout?.unread ?? null,
      written.length > filesLimit ? tooMany(written.length) : null
    ]),
    ownNames: ownNamesOf(record, files),
    outlines,
    openCheckpoint: checkpointOpener(stage.siblingOf, checkpoints, outlines)
  };
}
async function stdoutSeries(record, patterns) {
  if (patterns.length === 0) return null;
  const { readStdoutSeries } = await import("./stdout-series-J2UFJCHS.js");
  return readStdoutSeries(record, patterns);
}
function pathContext(record, written) {
  const hosts = new Set(present(written.map(({ path }) => hostOfEventFile(path))));
  if (record.hostName !== "") hosts.add(record.hostName);
  const startMs = startOf(record);
  return {
    hosts: [...hosts].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)),
    window: startMs === null ? null : { fromMs: startMs - windowMarginMs, toMs: startMs + record.durationMs + windowMarginMs }
  };
}
function startOf(record) {
  const startMs = Date.parse(record.start);
  return record.end !== null && Number.isFinite(startMs) ? startMs : null;
}
function fileOpener(written) {
  const regular = new Map(written.filter(({ type }) => type === "file").map((file) => [file.path, file]));
  return (path) => {
    const file = regular.get(path);
    return file === void 0 ? null : openWritten(file);
  };
}
async function withTrackersNames(context, written, stores, open) {
  const neutralize = (name) => neutralPath(name, context).neutralPath;
  const paths = written.map(({ path }) => path);
  const named = stores.size === 0 ? /* @__PURE__ */ new Map() : await mlflowNames(paths, smallFileReader(open), neutralize);
  return { ...context, named: new Map([...named, ...await mlflowDatabaseNames(paths, named, open, neutralize)]) };
}
function withParts(files, record) {
  const paths = new Set(files.map(({ path }) => path));
  const [only] = files;
  if (record.end === null && record.written.length === 1 && only !== void 0) {
    const mark = { text: posix4.basename(only.path), placeholder: onlyFilePlaceholder, order: null };
    return [{ ...only, parts: [], taken: [...only.taken ?? [], mark] }];
  }
  return files.map(
    (file) => file.parts.length === 0 ? file : { ...file, parts: file.parts.filter((part) => paths.has(part)) }
  );
}
function layoutsOf(files, context, record) {
  const above = record.end === null ? `${record.workingDirectory.split("/").slice(-2).join("/")}/` : "";
  return findLayouts(files.map(({ path }) => above + path)).flatMap((layout) => {
    const inside = `${layout.folder}/`.startsWith(above);
    if (!inside) return [];
    const folder = layout.folder.slice(above.length) || ".";
    return [{ ...layout, path: folder, folder, neutralPath: neutralPath(folder, context).neutralPath }];
  });
}
function ownNamesOf(record, files) {
  const counted = givenNames(record).map((name) => ({ name, count: files.length + 1 }));
  const root = record.end === null ? neutralPath(record.workingDirectory, { hosts: [], window: null }).taken : [];
  for (const name of root) counted.push({ name, count: files.length + 1 });
  for (const { taken = [] } of files)
    for (const name of taken) if (name.placeholder !== onlyFilePlaceholder) counted.push({ name, count: 1 });
  return selectOwnNames(counted);
}
function checkpointOpener(siblingOf, checkpoints, outlines) {
  return async (file) => {
    const format = checkpoints.get(file.path);
    if (format === void 0)
      throw new FormatProblem("UNKNOWN_FORMAT", "no checkpoint format recognizes the content", {
        place: { file: file.path },
        remedy: "Look at why this file is listed as unread."
      });
    const sources = [];
    try {
      const source = file.openBytes();
      sources.push(source);
      const opened = await format.open(source, {
        sibling: (name) => {
          const beside = siblingOf(file.path, name);
          if (beside !== null) sources.push(beside);
          return beside;
        }
      });
      if (!outlines.has(file.path)) outlines.set(file.path, outlineOf(opened));
      return { ...opened, close: () => closeAll([opened, ...sources]) };
    } catch (error) {
      closeAll(sources);
      throw error;
    }
  };
}
function closeAll(opened) {
  const problems = [];
  for (const one of opened)
    try {
      one.close();
    } catch (error) {
      problems.push(error);
    }
  if (problems.length > 0) throw problems[0];
}
function tooMany(count) {
  return {
    path: `(${count - filesLimit} more files)`,
    role: "other",
    code: "TOO_MANY_FILES",
    reason: `the run wrote ${count} files; at most ${filesLimit} are looked at`,
    remedy: "Name the folders with results in `outputs`.",
    place: {}
  };
}
function present(values) {
  return values.filter((value) => value !== null);
}
function byPath(a, b) {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

// src/run/describe-existing.ts
import { realpathSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
function describeExisting(path, number) {
  const { real, isFolder, mtime } = locate(path);
  const root = isFolder ? real : dirname(real);
  const folder = { root, isOutputDir: false };
  const found = isFolder ? listFolder(path, root) : oneFile(root, keyOf(basename(real)));
  const written = writtenFiles(
    folder,
    [...found].map(([key, node]) => ({ key, change: "created", node }))
  );
  const unreadable = [...found].filter(([, node]) => node.type === "unreadable").map(([key]) => recordedPath(folder, key));
  return {
    number,
    argv: [],
    workingDirectory: root,
    environment: {},
    seed: null,
    start: mtime.toISOString(),
    end: null,
    durationMs: 0,
    survivors: [],
    logPath: null,
    logBytes: 0,
    logTail: [],
    written,
    outside: [],
    hostName: "",
    pid: null,
    observed: [],
    unobserved: [],
    machine: null,
    workingTree: null,
    doubts: unseenDoubts(number, unreadable, [])
  };
}
function locate(path) {
  const absolute = resolve(path);
  try {
    const found = statSync(absolute);
    if (!found.isFile() && !found.isDirectory()) {
      throw new InputProblem("PATH_SPECIAL", `"${path}" is neither a folder nor a regular file: it is not opened.`, {
        remedy: "Name the folder that a run wrote, or one file of it."
      });
    }
    return { real: realpathSync(absolute), isFolder: found.isDirectory(), mtime: found.mtime };
  } catch (error) {
    if (isProblem(error)) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT" || code === "ENOTDIR") {
      throw new InputProblem("PATH_NOT_FOUND", `"${path}" does not exist (looked for "${absolute}").`, {
        remedy: "Name the folder that a run wrote, or one file of it."
      });
    }
    throw unreadableProblem(path, code);
  }
}
function listFolder(path, root) {
  try {
    return snapshotAtOnce(root);
  } catch (error) {
    if (isProblem(error) && error.code === "FOLDER_UNREADABLE") throw unreadableProblem(path, error.message);
    throw error;
  }
}
function oneFile(root, key) {
  const node = look(root, key);
  return new Map(node === null ? [] : [[key, node]]);
}
function unreadableProblem(path, why) {
  return new InputProblem("PATH_UNREADABLE", `"${path}" cannot be read: ${why}`, {
    remedy: "Give this user the right to read it, or name another folder."
  });
}

// src/fingerprint/digest-chunks.ts
import { createHash } from "node:crypto";
async function digestChunks(chunks, byteLength, onChunk = () => {
}) {
  const hash = createHash("sha256");
  const breath = startBreathing();
  let given = 0;
  for await (const chunk of chunks) {
    given += chunk.byteLength;
    hash.update(chunk);
    onChunk(chunk);
    const pause = breath();
    if (pause !== void 0) await pause;
  }
  if (given !== byteLength) throw lengthMismatch(given, byteLength);
  return hash.digest("hex");
}
function lengthMismatch(given, expected) {
  return new FormatProblem("LENGTH_MISMATCH", `Reading gave ${given} bytes, ${expected} bytes were expected.`, {
    remedy: "Make sure that the file is whole and that nothing writes to it any more."
  });
}

// src/fingerprint/hash-entry.ts
async function fingerprintTensor(entry) {
  const digest = await digestChunks(entry.chunks(), entry.byteLength);
  return { digest, dtype: entry.dtype, shape: entry.shape, byteLength: entry.byteLength };
}

export {
  endsInStepWord,
  onlyFilePlaceholder,
  selectOwnNames,
  summarizeInventory,
  takeInventory,
  digestChunks,
  lengthMismatch,
  fingerprintTensor,
  describeExisting
};
