import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  parseYaml
} from "./chunk-DKZC3ZM6.js";
import {
  isKnownOption,
  parseRequirementLine,
  redactCredentials
} from "./chunk-CX76GRMT.js";
import {
  baseName,
  readRecordText
} from "./chunk-YBEHDBDE.js";
import {
  readPythonJson
} from "./chunk-OJCESHJP.js";
import {
  datasetClaims
} from "./chunk-WFZDG4J6.js";
import {
  digestIn,
  spokenOf,
  wordsOf
} from "./chunk-NBSSOJIC.js";
import {
  normalizePackageName,
  normalizeVersion
} from "./chunk-53VACBTN.js";
import {
  isProblem
} from "./chunk-B5J4NNO2.js";

// src/formats/records/plain-document.ts
var jsonLimits = { maxDepth: 64, maxValues: 2e5 };
var nothing = { type: "map", items: [] };
function readPlainDocument(identity, source) {
  const { text, problems } = readRecordText(source);
  const read = readPlainText(text, identity.path.toLowerCase().endsWith(".json") ? "json" : "yaml");
  return { ...identity, value: read.value, problems: [...problems, ...read.problems] };
}
function readPlainText(text, language) {
  return language === "json" ? readJson(text) : parseYaml(text);
}
function readJson(text) {
  try {
    const { value, duplicates } = readPythonJson(text.replace(/^\ufeff/, ""), jsonLimits);
    const problems = duplicates.map(({ key, pointer, line }) => ({
      code: "DUPLICATE_KEY",
      message: `key "${key}" stands twice in ${pointer === "" ? "the document" : `"${pointer}"`}`,
      line
    }));
    return { value, problems };
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { line } = error.place;
    const problem = { code: error.code, message: error.message.replace(/\.$/, "") };
    return { value: nothing, problems: [line === void 0 ? problem : { ...problem, line }] };
  }
}

// src/formats/records/checksum-lines.ts
var claimLimit = 1e3;
var lineLimit = 5e3;
var sumLine = /^\\?([0-9a-f]{32}|[0-9a-f]{64}) [ *](\S.*)$/i;
var tagLine = /^\\?(SHA2?-?256|MD5) ?\((.+)\) ?= ?([0-9a-f]{32,64})$/i;
var digestAtEnd = /(?:^|[\s:=("'@])(?:(sha-?256|md5)[\s:=]{1,3})?([0-9a-f]{12,64})(?:\.dir)?["')]?$/i;
function checksumLines(text, usual) {
  const claims = [];
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    if (claims.length >= claimLimit) break;
    const line = raw.trim();
    if (line === "" || line.length > lineLimit || line.startsWith("#")) continue;
    const found = claimIn(line, usual);
    if (found !== null) claims.push({ ...found, pointer: null, line: index + 1 });
  }
  return claims;
}
function claimIn(line, usual) {
  const sum = sumLine.exec(line);
  if (sum !== null) {
    const [, digest = "", subject2 = ""] = sum;
    return { subject: subject2, digest: digest.toLowerCase(), algorithm: digest.length === 64 ? "sha256" : "md5", strict: true };
  }
  const tag = tagLine.exec(line);
  if (tag !== null) {
    const [, name = "", subject2 = "", digest = ""] = tag;
    const algorithm = name.toLowerCase() === "md5" ? "md5" : "sha256";
    return digest.length === (algorithm === "md5" ? 32 : 64) ? { subject: subject2, digest: digest.toLowerCase(), algorithm, strict: true } : null;
  }
  const ending = digestAtEnd.exec(line);
  if (ending === null) return null;
  const label = ending[1]?.toLowerCase().replace("-", "");
  const said = label === "md5" ? "md5" : label === "sha256" ? "sha256" : usual ?? "unsaid";
  const written = ending[0].slice(ending[0].toLowerCase().lastIndexOf((ending[2] ?? "").toLowerCase()));
  const found = digestIn(written.replace(/["')]$/, ""), said);
  const subject = line.slice(0, ending.index).replace(/[\s:=(-]+$/, "").replace(/^["']|["']$/g, "");
  return found === null ? null : { ...found, subject: subject === "" ? null : subject, strict: false };
}

// src/formats/records/dataset.ts
var names = /^(?:.*(?:data|dataset|corpus|hash|checksum|digest|fingerprint).*\.(?:json|ya?ml|txt)|.+\.(?:sha256(?:sums?)?|md5(?:sums?)?)|(?:sha256|md5)sums?(?:\.txt)?)$/i;
var lookLimitBytes = 1024 * 1024;
var dataset = {
  id: "dataset",
  title: "dataset record",
  recognizes(path, source) {
    if (!names.test(baseName(path)) || source.byteLength > lookLimitBytes) return false;
    const { claims } = contentOf(path, readRecordText(source), speaksOfData(path));
    return claims.length > 0;
  },
  read: (path, neutralPath, source) => datasetRecord(path, neutralPath, source, speaksOfData(path))
};
function datasetRecord(path, neutralPath, source, everyDigest) {
  const text = readRecordText(source);
  return {
    kind: "dataset",
    path,
    neutralPath,
    format: "dataset",
    ...contentOf(path, text, everyDigest)
  };
}
function contentOf(path, { text, problems }, everyDigest) {
  if (/\.(?:json|ya?ml)$/i.test(path) || /^\s*[{[]/.test(text)) {
    const read = readPlainText(text, /\.ya?ml$/i.test(path) ? "yaml" : "json");
    const claims2 = datasetClaims(read.value, everyDigest);
    return { claims: claims2, problems: [...problems, ...read.problems], value: read.value };
  }
  const lines = checksumLines(text, usualAlgorithm(path));
  const claims = lines.filter(({ strict, subject }) => everyDigest || strict && subject !== null && looksLikeData(subject)).map(({ strict: _strict, ...claim }) => ({ ...claim, subject: claim.subject ?? subjectByName(path) }));
  return { claims: lines.some(isOther) ? [] : claims, problems };
}
function isOther({ subject }) {
  if (subject === null) return false;
  return /\.(?:pt|pth|ckpt|safetensors|onnx|keras|gguf|whl|py)$/i.test(subject) || spokenOf(wordsOf(baseName(subject).replace(/\.[^.]+$/, ""))) === "other";
}
var dataEnding = /\.(?:csv|tsv|parquet|arrow|feather|jsonl?|ndjson|txt|xlsx?|npy|npz|h5|hdf5|lmdb|tfrecords?|zarr|zip|tar|tgz|gz|bz2|xz|zst|7z|png|jpe?g|tiff?|wav|flac|mp3|mp4|nii|dcm|db|sqlite)$/i;
function looksLikeData(subject) {
  return dataEnding.test(subject) || spokenOf(subject.split(/[/\\]/).slice(0, -1).flatMap(wordsOf)) === "data";
}
function speaksOfData(path) {
  const base = baseName(path);
  const spoken = spokenOf(wordsOf(base.replace(/\.[^.]+$/, "")));
  return spoken === "data" || spoken === null && dataEnding.test(base.replace(/\.(?:sha256|md5)$/i, "")) && /\.(?:sha256|md5)$/i.test(base);
}
function usualAlgorithm(path) {
  const words = wordsOf(baseName(path));
  if (words.some((word) => word.startsWith("sha256"))) return "sha256";
  return words.some((word) => word.startsWith("md5")) ? "md5" : null;
}
function subjectByName(path) {
  return /^(.+\.[A-Za-z0-9]+)\.(?:sha256|md5)$/i.exec(baseName(path))?.[1] ?? null;
}

// src/formats/records/environment-text.ts
var lineLimit2 = 2e3;
var textLimit = 400;
function isCollectEnv(text) {
  return /^PyTorch version: /m.test(text) && /^(?:Is debug build|CUDA used to build PyTorch): /m.test(text);
}
function environmentOfText(text) {
  if (isCollectEnv(text)) return collectEnv(text);
  const items = /* @__PURE__ */ new Map();
  for (const line of text.split(/\r\n|\n|\r/).slice(0, lineLimit2)) {
    const match = /^\s*([A-Za-z][\w .()/-]{0,60}?)\s*[:=]\s*(.*)$/.exec(line.slice(0, textLimit));
    const [, written = "", value = ""] = match ?? [];
    if (match === null) continue;
    const word = written.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_").replace(/_$/, "");
    const key = ownKeys.get(word) ?? word;
    if (!items.has(key)) items.set(key, typedValue(key, value.trim()));
  }
  return items.size < 2 ? null : { type: "map", items: [...items] };
}
var ownKeys = new Map([
  ...["python", "python_version"].map((word) => [word, "python_version"]),
  ...["torch", "pytorch", "torch_version", "pytorch_version"].map((word) => [word, "torch_version"]),
  ...["cuda", "cuda_version", "torch_cuda_version"].map((word) => [word, "cuda_version"]),
  ...["gpu", "gpu_model", "gpu_name", "device_name"].map((word) => [word, "gpu_model"]),
  ...["gpus", "gpu_count", "num_gpus", "n_gpus", "n_gpu", "number_of_gpus"].map((word) => [word, "gpu_count"])
]);
function typedValue(key, text) {
  const bare = text.replace(/^(["'])(.*)\1$/, "$2");
  if (/^(?:none|null|n\/a|-|)$/i.test(bare)) return { type: "none", text: "None" };
  if (/count|^num_|^n_|^number_of_/.test(key) && /^\d{1,9}$/.test(bare))
    return { type: "int", text: String(Number(bare)) };
  if (/^(?:true|false)$/i.test(bare)) return { type: "bool", text: /^true$/i.test(bare) ? "True" : "False" };
  return { type: "str", text: bare };
}
var kept = [
  "Is debug build",
  "ROCm used to build PyTorch",
  "OS",
  "GCC version",
  "Clang version",
  "Libc version",
  "Python platform",
  "Is CUDA available",
  "CUDA runtime version",
  "Nvidia driver version",
  "cuDNN version"
];
function collectEnv(text) {
  const lines = text.split(/\r\n|\n|\r/).slice(0, lineLimit2);
  const at = (key) => {
    const line = lines.find((one) => one.startsWith(`${key}: `));
    const value = line?.slice(key.length + 2, textLimit).trim() ?? "";
    return /^(?:could not collect|no cuda|n\/a|none|)$/i.test(value) ? null : value;
  };
  const gpus = lines.flatMap((line) => {
    const name = /^(?:GPU models and configuration: )?GPU \d+: (.+?)(?: \(UUID: [^)]*\))?$/.exec(
      line.slice(0, textLimit)
    )?.[1];
    return name === void 0 ? [] : [name.trim()];
  });
  const plainText = (value) => value === null ? { type: "none", text: "None" } : { type: "str", text: value };
  const items = [];
  const python = at("Python version");
  if (python !== null) items.push(["python_version", plainText(python.split(" ")[0] ?? python)]);
  const torch = at("PyTorch version");
  if (torch !== null) items.push(["torch_version", plainText(torch)]);
  items.push(["cuda_version", plainText(at("CUDA used to build PyTorch"))]);
  const models = [...new Set(gpus)];
  items.push([
    "gpu_model",
    models.length > 1 ? { type: "list", items: gpus.map(plainText) } : plainText(models[0] ?? null)
  ]);
  if (gpus.length > 0 || lines.some((line) => /^(?:GPU models and configuration: No CUDA|Is CUDA available: (?:False|No))/.test(line)))
    items.push(["gpu_count", { type: "int", text: String(gpus.length) }]);
  for (const key of kept) {
    const value = at(key);
    if (value !== null) items.push([key, plainText(value)]);
  }
  return { type: "map", items };
}

// src/formats/records/environment.ts
var environmentKeys = ["python_version", "torch_version", "cuda_version", "gpu_model", "gpu_count"];
var names2 = /^(?:environment|env)(?:[._-]?info(?:rmation)?)?\.json$/i;
var yamlNames = /^(?:environment|env)(?:[._-]?info(?:rmation)?)?\.ya?ml$/i;
var textNames = /^(?:(?:environment|env)(?:[._-]?info(?:rmation)?)?|(?:torch[._-]?)?collect[._-]env(?:[._-]?output)?|system[._-]?info)(?:\.(?:txt|log))?$/i;
var lookLimitBytes2 = 256 * 1024;
var environment = {
  id: "environment",
  title: "environment record",
  recognizes(path, source) {
    const base = baseName(path);
    if (names2.test(base)) return true;
    if (yamlNames.test(base)) return source.byteLength <= lookLimitBytes2 && !isCondaFile(textOf(source));
    if (textNames.test(base)) return source.byteLength <= lookLimitBytes2 && isEnvironmentText(textOf(source));
    return /\.json$/i.test(path) && hasFiveKeys(source);
  },
  read: (path, neutralPath, source) => environmentRecord(path, neutralPath, source)
};
function environmentRecord(path, neutralPath, source) {
  const { text, problems } = readRecordText(source);
  const base = { kind: "environment", path, neutralPath, format: "environment" };
  const isJson = /\.json$/i.test(path) || /^\s*[{[]/.test(text);
  const plain = isJson || /\.ya?ml$/i.test(path) ? null : environmentOfText(text);
  if (plain !== null) return { ...base, value: plain, problems };
  const read = readPlainText(text, isJson ? "json" : "yaml");
  return { ...base, value: read.value, problems: [...problems, ...read.problems] };
}
function textOf(source) {
  return new TextDecoder().decode(source.read(0, source.byteLength));
}
function isCondaFile(text) {
  return /^(?:dependencies|channels)\s*:/m.test(text);
}
function isEnvironmentText(text) {
  if (isCollectEnv(text)) return true;
  if (/^\s*[{[]/.test(text)) return fiveKeysIn(text) >= 2;
  const value = environmentOfText(text);
  return value !== null && value.type === "map" && countKeys(value) >= 2;
}
function countKeys(value) {
  return value.type === "map" ? environmentKeys.filter((key) => value.items.some(([name]) => name === key)).length : 0;
}
function hasFiveKeys(source) {
  if (source.byteLength > lookLimitBytes2) return false;
  return fiveKeysIn(textOf(source)) === environmentKeys.length;
}
function fiveKeysIn(text) {
  const there = environmentKeys.filter((key) => text.includes(`"${key}"`)).length;
  if (there < 2) return 0;
  try {
    return countKeys(readPythonJson(text, jsonLimits).value);
  } catch (error) {
    if (isProblem(error)) return 0;
    throw error;
  }
}

// src/formats/records/requirements.ts
var names3 = /^(requirements([._-][\w.-]+)?|[\w.-]+[._-]requirements|(pip|uv)[._-]?(pip[._-]?)?(freeze|list|export)([._-][\w.-]+)?|freeze|installed[._-](packages|requirements))\.(txt|lock)$/i;
var lineLimit3 = 1e5;
var requirements = {
  id: "requirements",
  title: "package list: requirements files, pip freeze, uv pip freeze, pip-compile, uv export",
  recognizes: (path) => names3.test(baseName(path)),
  read(path, neutralPath, source) {
    const { text, problems: textProblems } = readRecordText(source);
    const problems = [...textProblems];
    const lines = [];
    let forms = false;
    for (const { text: line, number, comment } of logicalLines(text)) {
      if (lines.length >= lineLimit3) {
        problems.push({ code: "TOO_MANY_LINES", message: `only the first ${lineLimit3} lines were read`, line: number });
        break;
      }
      const include = includeProblem(line, number);
      if (include !== null) problems.push(include);
      else if (!isKnownOption(line)) {
        lines.push(withComment(parseRequirementLine(line, number), comment));
        forms ||= hasFormsOfLocks(line);
      }
    }
    const scope = forms || isGenerated(text) ? "locked" : "installed";
    return {
      kind: "requirements",
      path,
      neutralPath,
      format: "requirements",
      problems,
      scope,
      manager: "pip",
      lines
    };
  }
};
function includeProblem(line, number) {
  const include = /^(?:-r|-c|--requirement|--constraint)(?:[\s=]+|(?=[^\s-]))(.+)$/.exec(line);
  if (include === null) return null;
  const message = `"${redactCredentials(include[1] ?? "").trim()}" is included and not read: a record lists every package itself`;
  return { code: "INCLUDE_NOT_FOLLOWED", message, line: number };
}
function hasFormsOfLocks(line) {
  return /\s--hash[\s=]/.test(line) || /^[^:;]*;|\s;/.test(line);
}
function isGenerated(text) {
  return /^#\s*This file (?:is|was) autogenerated by (?:pip-compile|uv)\b/m.test(text.slice(0, 2e3));
}
var editableComment = /^#\s*Editable\b[^()]*\(([A-Za-z0-9][\w.-]*?)===?([^()\s]+)\)/;
function withComment(line, comment) {
  if (comment === null || line.source !== "editable" || line.name !== null) return line;
  const [, name = "", version = ""] = editableComment.exec(comment) ?? [];
  return name === "" ? line : { ...line, name: normalizePackageName(name), pinned: line.pinned ?? normalizeVersion(version) ?? version };
}
function logicalLines(text) {
  const found = [];
  let pending = [];
  let start = 0;
  let comment = null;
  const flush = () => {
    const line = pending.join("").replace(/(^|\s)#.*$/s, "").trim();
    pending = [];
    if (line === "") return;
    found.push({ text: line, number: start, comment });
    comment = null;
  };
  for (const [index, raw] of text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/).entries()) {
    if (pending.length === 0) start = index + 1;
    const isComment = /^\s*#/.test(raw);
    if (!isComment && raw.endsWith("\\")) {
      pending.push(raw.slice(0, -1));
      continue;
    }
    if (!isComment || pending.length === 0) pending.push(isComment ? "" : raw);
    flush();
    if (isComment && raw.startsWith("# Editable")) comment = raw.slice(0, 1e3);
  }
  flush();
  return found;
}

export {
  readPlainDocument,
  readPlainText,
  dataset,
  datasetRecord,
  environment,
  environmentRecord,
  requirements,
  includeProblem
};
