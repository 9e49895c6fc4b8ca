import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  require_version
} from "./chunk-ZN3SLMWW.js";
import {
  formatBytes
} from "./chunk-7VT7PKHI.js";
import {
  require_dist
} from "./chunk-KTXJ6UXU.js";
import {
  readPythonJson
} from "./chunk-OJCESHJP.js";
import {
  floatScalar
} from "./chunk-ROV2ADHM.js";
import {
  LimitProblem,
  isProblem
} from "./chunk-B5J4NNO2.js";
import {
  __toESM
} from "./chunk-7ZPLETBH.js";

// src/formats/records/record-text.ts
var recordLimitBytes = 4 * 1024 * 1024;
function readRecordText(source) {
  if (source.byteLength > recordLimitBytes)
    throw new LimitProblem(
      "RECORD_TOO_LARGE",
      `the file has ${formatBytes(source.byteLength)}; a record may have at most ${formatBytes(recordLimitBytes)}`,
      { place: { file: source.name }, remedy: "Write the record as a small file, or rename this one if it is data." }
    );
  const bytes = source.read(0, source.byteLength);
  const encoding = bytes[0] === 255 && bytes[1] === 254 ? "utf-16le" : bytes[0] === 254 && bytes[1] === 255 ? "utf-16be" : "utf-8";
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), problems: [] };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    const before = text.slice(0, Math.max(0, text.indexOf("�")));
    const problem = { code: "BAD_ENCODING", message: `the file is not valid ${encoding.toUpperCase()}` };
    return { text, problems: [{ ...problem, line: before.split("\n").length }] };
  }
}
function baseName(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}

// src/formats/records/yaml-value.ts
var import_yaml = __toESM(require_dist(), 1);
var depthLimit = 64;
var nodeLimit = 2e5;
var nothing = { type: "map", items: [] };
function parseYaml(text) {
  const lines = new import_yaml.LineCounter();
  const tooDeep = bracketDepth(text) > depthLimit || indentDepth(text) > depthLimit;
  if (tooDeep) return refused("YAML_DEPTH", `the document is nested more than ${depthLimit} levels deep`);
  try {
    const document = (0, import_yaml.parseDocument)(text, {
      version: "1.1",
      uniqueKeys: false,
      logLevel: "silent",
      intAsBigInt: true,
      strict: false,
      prettyErrors: false,
      keepSourceTokens: false,
      lineCounter: lines
    });
    const problems = document.errors.slice(0, 20).map((error) => ({ code: `YAML_${error.code}`, message: error.message, line: lines.linePos(error.pos[0]).line }));
    if (document.contents === null) return { value: nothing, problems };
    const walk = {
      nodes: 0,
      problems,
      lines,
      resolve: (alias) => (0, import_yaml.isAlias)(alias) ? alias.resolve(document) : void 0
    };
    return { value: plainOf(document.contents, 0, walk), problems };
  } catch (error) {
    if (error instanceof LimitProblem) return refused(error.code, error.message);
    return refused(
      "YAML_UNREADABLE",
      `the YAML reader gave up: ${error instanceof Error ? error.message.split("\n")[0] : ""}`
    );
  }
}
function refused(code, message) {
  return { value: nothing, problems: [{ code, message }] };
}
function plainOf(node, depth, walk) {
  walk.nodes += 1;
  if (walk.nodes > nodeLimit) throw new LimitProblem("YAML_ALIAS", `aliases unfold to more than ${nodeLimit} values`);
  if (depth > depthLimit) throw new LimitProblem("YAML_DEPTH", `values are nested more than ${depthLimit} levels deep`);
  if ((0, import_yaml.isAlias)(node)) {
    const target = walk.resolve(node);
    if (target === void 0) {
      walk.problems.push({ code: "YAML_ALIAS", message: `alias "*${node.source}" has no anchor` });
      return { type: "none", text: "None" };
    }
    return plainOf(target, depth + 1, walk);
  }
  if ((0, import_yaml.isSeq)(node)) return { type: "list", items: node.items.map((item) => plainOf(item, depth + 1, walk)) };
  if ((0, import_yaml.isMap)(node)) {
    const items = /* @__PURE__ */ new Map();
    const written = /* @__PURE__ */ new Set();
    for (const pair of node.items) {
      const key = keyText(pair.key);
      if (key === "<<") mergeInto(items, plainOf(pair.value, depth + 1, walk));
      else {
        if (written.has(key)) {
          const line = lineOf(pair.key, walk.lines);
          const problem = { code: "DUPLICATE_KEY", message: `key "${key}" stands twice in one mapping` };
          walk.problems.push(line === null ? problem : { ...problem, line });
        }
        written.add(key);
        items.set(key, plainOf(pair.value, depth + 1, walk));
      }
    }
    return { type: "map", items: [...items] };
  }
  if ((0, import_yaml.isPair)(node)) return { type: "map", items: [[keyText(node.key), plainOf(node.value, depth + 1, walk)]] };
  return (0, import_yaml.isScalar)(node) ? scalarOf(node) : { type: "none", text: "None" };
}
function mergeInto(items, merged) {
  const sources = merged.type === "list" ? merged.items : [merged];
  for (const source of sources)
    if (source.type === "map") {
      for (const [key, value] of source.items) if (!items.has(key)) items.set(key, value);
    }
}
function keyText(key) {
  if ((0, import_yaml.isScalar)(key)) return key.source ?? String(key.value);
  if ((0, import_yaml.isAlias)(key)) return `*${key.source}`;
  return "(compound key)";
}
function lineOf(node, lines) {
  const range = (0, import_yaml.isScalar)(node) ? node.range : void 0;
  return range === void 0 || range === null ? null : lines.linePos(range[0]).line;
}
function scalarOf(node) {
  const { value } = node;
  if (typeof value === "string") return { type: "str", text: value };
  if (typeof value === "bigint") return { type: "int", text: value.toString() };
  if (typeof value === "number") return floatScalar(value);
  if (typeof value === "boolean") return { type: "bool", text: value ? "True" : "False" };
  if (value === null || value === void 0) return { type: "none", text: "None" };
  return { type: "str", text: node.source ?? String(value) };
}
function bracketDepth(text) {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if ((code === 93 || code === 125) && depth > 0) depth -= 1;
  }
  return deepest;
}
function indentDepth(text) {
  let deepest = 0;
  for (const [marks] of text.matchAll(/^(?:[ ]|[-?:][ ])+/gm)) {
    const dashes = marks.length - marks.replaceAll(/[-?:]/g, "").length;
    if (dashes > deepest) deepest = dashes;
  }
  return deepest;
}

// src/formats/records/plain-document.ts
var jsonLimits = { maxDepth: 64, maxValues: 2e5 };
var nothing2 = { type: "map", items: [] };
function readPlainDocument(identity, source) {
  const { text, problems } = readRecordText(source);
  const read = identity.path.toLowerCase().endsWith(".json") ? readJson(text) : parseYaml(text);
  return { ...identity, value: read.value, problems: [...problems, ...read.problems] };
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
    return { value: nothing2, problems: [line === void 0 ? problem : { ...problem, line }] };
  }
}

// src/formats/records/configuration.ts
var names = /^(config|cfg|configuration|hparams|hyper_?parameters|params|args|arguments|training_args|train_config|generation_config|flags|options|settings)\.(json|ya?ml)$/i;
var configuration = {
  id: "configuration",
  title: "configuration file",
  recognizes: (path) => names.test(baseName(path)),
  read: (path, neutralPath, source) => readPlainDocument({ kind: "configuration", path, neutralPath, format: "configuration" }, source)
};

// src/formats/records/environment.ts
var environmentKeys = ["python_version", "torch_version", "cuda_version", "gpu_model", "gpu_count"];
var names2 = /^(environment|env|env[_-]info|environment[_-]info)\.json$/i;
var lookLimitBytes = 256 * 1024;
var environment = {
  id: "environment",
  title: "environment record",
  recognizes(path, source) {
    return names2.test(baseName(path)) || /\.json$/i.test(path) && hasFiveKeys(source);
  },
  read: (path, neutralPath, source) => readPlainDocument({ kind: "environment", path, neutralPath, format: "environment" }, source)
};
function hasFiveKeys(source) {
  if (source.byteLength > lookLimitBytes) return false;
  const text = new TextDecoder().decode(source.read(0, source.byteLength));
  if (!environmentKeys.every((key) => text.includes(`"${key}"`))) return false;
  try {
    const { value } = readPythonJson(text, jsonLimits);
    return value.type === "map" && environmentKeys.every((key) => value.items.some(([name]) => name === key));
  } catch (error) {
    if (isProblem(error)) return false;
    throw error;
  }
}

// src/formats/records/hydra.ts
var place = /(?:^|\/)\.hydra\/(config|hydra|overrides)\.yaml$/;
var hydra = {
  id: "hydra",
  title: "Hydra configuration",
  recognizes: (path) => place.test(path),
  read(path, neutralPath, source) {
    const kind = place.exec(path)?.[1] === "overrides" ? "overrides" : "configuration";
    return readPlainDocument({ kind, path, neutralPath, format: "hydra" }, source);
  }
};

// src/formats/records/requirement-line.ts
var import_version = __toESM(require_version(), 1);
var lengthLimit = 64 * 1024;
var textLimit = 300;
var options = /^(?:-i|-f|--(?:index-url|extra-index-url|no-index|find-links|trusted-host|pre|prefer-binary|require-hashes|no-binary|only-binary|use-feature))(?:[\s=]|$)/;
function isKnownOption(line) {
  return options.test(line);
}
function parseRequirementLine(written, number) {
  const line = redactCredentials(written.slice(0, lengthLimit));
  const text = line.slice(0, textLimit);
  const make = (part) => ({
    name: null,
    pinned: null,
    source: "index",
    problem: null,
    text,
    line: number,
    ...part
  });
  if (written.length > lengthLimit) return make({ problem: `the line has more than ${lengthLimit} characters` });
  const editable = /^(?:-e|--editable)(?:\s+|=)(.+)$/.exec(line);
  if (editable !== null) return make({ ...fromLocation(editable[1] ?? ""), source: "editable" });
  if (line.startsWith("-")) return make({ problem: "not an option that pip knows in a requirements file" });
  const body = line.replace(/\s--(?:hash|config-settings?|global-option|install-option)[\s=].*$/s, "").trim();
  if (/^[A-Za-z][\w+.-]*:\/\//.test(body) || /^(?:file:|\.{0,2}\/|[A-Za-z]:\\)/.test(body) || /\.whl$/i.test(body))
    return make(fromLocation(body));
  return make(fromRequirement(body));
}
var nameAtStart = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?/;
function fromRequirement(body) {
  const name = nameAtStart.exec(body)?.[0];
  if (name === void 0) return { problem: "no package name at the start of the line" };
  let rest = body.slice(name.length).trimStart();
  const normal = normalizeName(name);
  if (rest.startsWith("[")) {
    const end = rest.indexOf("]");
    if (end < 0 || !/^\[[\s\w.,-]*$/.test(rest.slice(0, end)))
      return { name: normal, problem: 'the extras are not closed by "]"' };
    rest = rest.slice(end + 1).trimStart();
  }
  if (rest.startsWith("@")) return { ...fromLocation(rest.slice(1).trim()), name: normal };
  const semicolon = rest.indexOf(";");
  const marker = semicolon < 0 ? null : rest.slice(semicolon + 1);
  if (marker !== null && !isMarker(marker))
    return { name: normal, problem: `"${marker.trim().slice(0, 80)}" is not a marker` };
  let specifiers = (semicolon < 0 ? rest : rest.slice(0, semicolon)).trim();
  if (specifiers.startsWith("(") && specifiers.endsWith(")")) specifiers = specifiers.slice(1, -1);
  return { name: normal, ...pinOf(specifiers) };
}
function pinOf(specifiers) {
  if (specifiers.trim() === "") return {};
  let pinned = null;
  for (const part of specifiers.split(",")) {
    const match = /^\s*(===|==|~=|!=|<=|>=|<|>)\s*(\S+)\s*$/.exec(part);
    if (match === null) return { problem: `"${part.trim().slice(0, 80)}" is not a version specifier` };
    const [, operator = "", version = ""] = match;
    if (operator === "===") pinned = version;
    else {
      const wild = version.endsWith(".*");
      const normal = (0, import_version.clean)(wild ? version.slice(0, -2) : version);
      if (normal === null || wild && operator !== "==" && operator !== "!=")
        return { problem: `"${version.slice(0, 80)}" is not a version by PEP 440` };
      if (operator === "==" && !wild) pinned = normal;
    }
  }
  return { pinned };
}
function fromLocation(location) {
  const marker = location.indexOf(" ;");
  const [address = "", fragment = ""] = (marker < 0 ? location : location.slice(0, marker)).trimEnd().split("#");
  const egg = /(?:^|&)egg=([A-Za-z0-9._-]+)/.exec(fragment)?.[1];
  const vcs = /^(?:git|hg|svn|bzr)\+/.test(address) || /^git@/.test(address);
  const commit = vcs ? /^@([0-9a-f]{40})$/i.exec(address.slice(-41))?.[1] : void 0;
  const wheel = wheelParts(address);
  const source = vcs ? "vcs" : /^(?:https?|ftp|s3|gs):/i.test(address) ? "url" : "path";
  const name = egg ?? wheel?.name;
  return {
    name: name === void 0 ? null : normalizeName(name),
    pinned: commit ?? (wheel === null ? null : (0, import_version.clean)(wheel.version)),
    source
  };
}
function wheelParts(address) {
  const path = address.split("?")[0] ?? "";
  if (!/\.whl$/i.test(path.slice(-4))) return null;
  const base = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1, -4);
  const [name = "", version = "", ...tags] = base.split("-");
  return tags.length < 3 ? null : { name, version: version.replaceAll(/%2b/gi, "+") };
}
function isMarker(marker) {
  const tokens = /\s*(?:"[^"]*"|'[^']*'|(?:python_version|python_full_version|os_name|sys_platform|platform_release|platform_system|platform_version|platform_machine|platform_python_implementation|implementation_name|implementation_version|extra|extras|dependency_groups)\b|===|==|~=|!=|<=|>=|<|>|and\b|or\b|not\b|in\b|\(|\))\s*/y;
  let at = 0;
  while (at < marker.length) {
    tokens.lastIndex = at;
    const match = tokens.exec(marker);
    if (match === null) return false;
    at = tokens.lastIndex;
  }
  return marker.trim() !== "";
}
function normalizeName(name) {
  return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}
var secretParameter = /([?&;](?:[\w-]*(?:token|secret|password|passwd|api[_-]?key|signature)|sig|key|auth)=)[^&#\s;]+/gi;
function redactCredentials(text) {
  return text.replaceAll(
    /(:\/\/)([^/\s@#?]+(?:@[^/\s@#?]+)*)@/g,
    (whole, slashes, user) => user === "git" ? whole : `${slashes}***@`
  ).replaceAll(secretParameter, "$1***");
}

// src/formats/records/requirements.ts
var names3 = /^(requirements([._-][\w.-]+)?|[\w.-]+[._-]requirements|pip[._-]?(freeze|list)|freeze)\.(txt|lock)$/i;
var lineLimit = 1e5;
var requirements = {
  id: "requirements",
  title: "package list",
  recognizes: (path) => names3.test(baseName(path)),
  read(path, neutralPath, source) {
    const { text, problems: textProblems } = readRecordText(source);
    const problems = [...textProblems];
    const lines = [];
    for (const { text: line, number } of logicalLines(text)) {
      if (lines.length >= lineLimit) {
        problems.push({ code: "TOO_MANY_LINES", message: `only the first ${lineLimit} lines were read`, line: number });
        break;
      }
      const include = /^(?:-r|-c|--requirement|--constraint)(?:[\s=]+|(?=[^\s-]))(.+)$/.exec(line);
      if (include !== null)
        problems.push({
          code: "INCLUDE_NOT_FOLLOWED",
          message: `"${redactCredentials(include[1] ?? "").trim()}" is included and not read: a record lists every package itself`,
          line: number
        });
      else if (!isKnownOption(line)) lines.push(parseRequirementLine(line, number));
    }
    const identity = { kind: "requirements", path, neutralPath, format: "requirements" };
    return { ...identity, problems, scope: "installed", manager: "pip", lines };
  }
};
function logicalLines(text) {
  const found = [];
  let pending = [];
  let start = 0;
  const flush = () => {
    const line = pending.join("").replace(/(^|\s)#.*$/s, "").trim();
    if (line !== "") found.push({ text: line, number: start });
    pending = [];
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
  }
  flush();
  return found;
}

// src/formats/records/registry.ts
var recordFormats = [hydra, environment, requirements, configuration];
export {
  recordFormats
};
