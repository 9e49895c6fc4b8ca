import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  arrayOfTables,
  parseToml,
  tomlText,
  tomlValue
} from "./chunk-IBMENBN2.js";
import {
  normalizePackageName,
  normalizeVersion
} from "./chunk-53VACBTN.js";
import {
  formatBytes
} from "./chunk-7VT7PKHI.js";
import {
  require_dist
} from "./chunk-KTXJ6UXU.js";
import {
  peekText,
  readPythonJson
} from "./chunk-FKBIZTSJ.js";
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

// src/formats/records/requirement-location.ts
var nameInEgg = /(?:^|&)egg=([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)/;
var hashInFragment = /(?:^|&)(md5|sha1|sha224|sha256|sha384|sha512)=([0-9a-fA-F]{32,128})(?:&|$)/;
var archiveEnding = /\.(?:tar\.gz|tgz|tar\.bz2|tar\.xz|zip)$/i;
function parseLocation(written) {
  const marker = written.indexOf(" ;");
  const location = (marker < 0 ? written : written.slice(0, marker)).trim();
  const at = location.indexOf("#");
  const address = at < 0 ? location : location.slice(0, at);
  const fragment = at < 0 ? "" : location.slice(at + 1);
  const vcs = /^(git|hg|svn|bzr)\+/i.exec(address)?.[1]?.toLowerCase() ?? (/^git@/.test(address) ? "git" : null);
  const file = fileIn(address);
  const name = nameInEgg.exec(fragment)?.[1] ?? file?.name;
  return {
    name: name === void 0 ? null : normalizePackageName(name),
    pinned: vcs === null ? file?.version ?? commitArchive(address) ?? hashIn(fragment) : revisionIn(address, vcs),
    source: vcs !== null ? "vcs" : /^(?:https?|ftp|s3|gs):/i.test(address) ? "url" : "path"
  };
}
function revisionIn(address, vcs) {
  const revision = address.slice(address.lastIndexOf("@") + 1);
  if (vcs === "svn" || vcs === "bzr") return /^\d{1,12}$/.test(revision) ? revision : null;
  return wholeCommit(revision);
}
function wholeCommit(text) {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text) ? text.toLowerCase() : null;
}
function commitArchive(address) {
  return wholeCommit(lastPart(address).replace(archiveEnding, ""));
}
function hashIn(fragment) {
  const match = hashInFragment.exec(fragment);
  return match === null ? null : `${match[1]}=${(match[2] ?? "").toLowerCase()}`;
}
function fileIn(address) {
  const file = lastPart(address);
  if (/\.whl$/i.test(file.slice(-4))) return wheelParts(file.slice(0, -4));
  if (!archiveEnding.test(file.slice(-8))) return void 0;
  const stem = file.replace(archiveEnding, "");
  const dash = stem.lastIndexOf("-");
  const version = dash < 1 ? null : normalizeVersion(stem.slice(dash + 1));
  return version === null ? void 0 : { name: stem.slice(0, dash), version };
}
function wheelParts(stem) {
  const [name = "", version = "", ...tags] = stem.split("-");
  return tags.length < 3 || name === "" ? void 0 : { name, version: normalizeVersion(version) };
}
function lastPart(address) {
  const path = address.split("?")[0] ?? "";
  const part = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  return part.replaceAll(/%2b/gi, "+");
}

// src/formats/records/requirement-line.ts
var lengthLimit = 64 * 1024;
var textLimit = 300;
var options = /^(?:-i|-f|--(?:index-url|extra-index-url|pypi-url|no-index|find-links|trusted-host|pre|all-releases|only-final|prefer-binary|require-hashes|no-binary|only-binary|use-feature|always-unzip|process-dependency-links))(?:[\s=]|$)/;
var lineOptions = /\s(?:--(?:hash|config-settings?|global-option|install-option)[\s=]|-C\s).*$/s;
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
  if (editable !== null)
    return make({ ...fromEditable((editable[1] ?? "").replace(lineOptions, "")), source: "editable" });
  if (line.startsWith("-")) return make({ problem: "not an option that pip knows in a requirements file" });
  const body = line.replace(lineOptions, "").trim();
  return make(isAddress(body) ? parseLocation(body) : fromRequirement(body));
}
function isAddress(body) {
  return /^[A-Za-z][\w+.-]*:\/\//.test(body) || /^(?:file:|git@|\.{0,2}\/|\.{1,2}(?:\[|$)|[A-Za-z]:\\)/.test(body) || /\.whl$/i.test(body.slice(-4)) && !body.includes("@");
}
function fromEditable(body) {
  const named = /^[A-Za-z0-9][\w.-]*\s*(?:\[[\s\w.,-]*\]\s*)?@\s/.test(body.slice(0, textLimit));
  return named ? fromRequirement(body) : parseLocation(body);
}
var nameAtStart = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?/;
function fromRequirement(body) {
  const name = nameAtStart.exec(body)?.[0];
  if (name === void 0) return { problem: "no package name at the start of the line" };
  let rest = body.slice(name.length).trimStart();
  const normal = normalizePackageName(name);
  if (rest.startsWith("[")) {
    const end = rest.indexOf("]");
    if (end < 0 || !/^\[[\s\w.,-]*$/.test(rest.slice(0, end)))
      return { name: normal, problem: 'the extras are not closed by "]"' };
    rest = rest.slice(end + 1).trimStart();
  }
  if (rest.startsWith("@")) return { ...parseLocation(rest.slice(1).trim()), name: normal };
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
    if (operator === "===") {
      pinned = version;
      continue;
    }
    const wild = version.endsWith(".*");
    const normal = normalizeVersion(wild ? version.slice(0, -2) : version);
    const exact = operator === "==" || operator === "!=";
    if (normal === null || wild && (!exact || normal.includes("+")))
      return { problem: `"${version.slice(0, 80)}" is not a version by PEP 440` };
    if (!exact && normal.includes("+"))
      return { problem: `"${operator}" cannot stand before a local version such as "${version.slice(0, 80)}"` };
    if (operator === "~=" && !normal.includes("."))
      return { problem: `"~=" asks for a version of two parts or more, "${version.slice(0, 80)}" has one` };
    if (operator === "==" && !wild) pinned = normal;
  }
  return { pinned };
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
function shownRequirement(text) {
  return redactCredentials(text.slice(0, 4 * textLimit)).slice(0, textLimit);
}
var secretParameter = /([?&;](?:[\w-]*(?:token|secret|password|passwd|api[_-]?key|signature)|sig|key|auth)=)[^&#\s;]+/gi;
var channelToken = /(\/\/[^/\s]+\/t\/)[\w-]{6,}(?=\/)/g;
function redactCredentials(text) {
  return text.replaceAll(
    /(:\/\/)([^/\s@#?]+(?:@[^/\s@#?]+)*)@/g,
    (whole, slashes, user) => user === "git" ? whole : `${slashes}***@`
  ).replaceAll(secretParameter, "$1***").replaceAll(channelToken, "$1***");
}

// src/formats/records/conda-package.ts
var packageName = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}$/;
function condaSpecLine(written, line) {
  const text = shownRequirement(written);
  const spec = written.slice(0, 2e3).trim();
  const make = (part) => ({
    name: null,
    pinned: null,
    source: "index",
    problem: null,
    text,
    line,
    ...part
  });
  if (/^[a-z]+:\/\//i.test(spec) || /\.(?:conda|tar\.bz2)(?:#|$)/.test(spec)) return make(archiveOf(spec));
  const bare = spec.replace(/^[^\s=<>!~[]*::/, "").replace(/\[[^\]]*\]$/, "");
  const end = bare.search(/[\s=<>!~]/);
  const name = end < 0 ? bare : bare.slice(0, end);
  if (!packageName.test(name)) return make({ problem: "no package name at the start of the line" });
  return make({ name: normalizePackageName(name), pinned: end < 0 ? null : pinOf2(bare.slice(end).trim()) });
}
function pinOf2(rest) {
  const match = /^(?:={1,2}\s*)?([A-Za-z0-9][A-Za-z0-9._+!-]*)(?:(?:=|\s+)[^\s=,|*]+)?$/.exec(rest);
  return match?.[1] ?? null;
}
function archiveOf(address) {
  const file = (address.split(/[?#]/)[0] ?? "").replace(/^.*\//s, "");
  const stem = file.replace(/\.(?:conda|tar\.bz2)$/, "");
  if (stem === file) {
    const found = parseLocation(address);
    return { ...found, problem: found.name === null ? "not the address of a package" : null };
  }
  const build = stem.lastIndexOf("-");
  const version = stem.lastIndexOf("-", build - 1);
  const name = stem.slice(0, Math.max(0, version));
  if (build < 1 || !packageName.test(name))
    return { name: null, pinned: null, source: "index", problem: "not the name of a conda package" };
  return { name: normalizePackageName(name), pinned: stem.slice(version + 1, build), source: "index", problem: null };
}

// src/formats/records/record-text.ts
var recordLimitBytes = 4 * 1024 * 1024;
var lockLimitBytes = 16 * 1024 * 1024;
function readRecordText(source, limitBytes = recordLimitBytes) {
  if (source.byteLength > limitBytes)
    throw new LimitProblem(
      "RECORD_TOO_LARGE",
      `the file has ${formatBytes(source.byteLength)}; a record may have at most ${formatBytes(limitBytes)}`,
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

// src/formats/records/requirements.ts
var names = /^(requirements([._-][\w.-]+)?|[\w.-]+[._-]requirements|(pip|uv)[._-]?(pip[._-]?)?(freeze|list|export)([._-][\w.-]+)?|freeze|installed[._-](packages|requirements))\.(txt|lock)$/i;
var lineLimit = 1e5;
var requirements = {
  id: "requirements",
  title: "package list: requirements files, pip freeze, uv pip freeze, pip-compile, uv export",
  recognizes: (path) => names.test(baseName(path)),
  read(path, neutralPath, source) {
    const { text, problems: textProblems } = readRecordText(source);
    const problems = [...textProblems];
    const lines = [];
    let forms = false;
    for (const { text: line, number, comment } of logicalLines(text)) {
      if (lines.length >= lineLimit) {
        problems.push({ code: "TOO_MANY_LINES", message: `only the first ${lineLimit} lines were read`, line: number });
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

// src/formats/records/conda-environment.ts
var names2 = /^(?:[\w.-]+[._-])?(?:environment|env|conda)(?:[._-][\w.-]+)?\.ya?ml$/i;
var peekBytes = 64 * 1024;
var condaEnvironment = {
  id: "conda-environment",
  title: "package list: conda's environment.yml",
  recognizes: (path, source) => names2.test(baseName(path)) && hasDependencyList(peekText(source, peekBytes)),
  read(path, neutralPath, source) {
    const { text, problems: textProblems } = readRecordText(source);
    const yaml = parseYaml(text);
    const problems = [...textProblems, ...yaml.problems];
    const lines = [];
    const lineOf3 = lineFinder(text);
    const dependencies = memberOf(yaml.value, "dependencies");
    for (const item of dependencies?.type === "list" ? dependencies.items : []) {
      if (item.type === "str") lines.push(condaSpecLine(item.text, lineOf3(item.text)));
      else if (item.type === "map") addPip(item, lineOf3, lines, problems);
      else lines.push(strange(item, lineOf3("")));
    }
    const identity = { kind: "requirements", path, neutralPath, format: "conda-environment" };
    return { ...identity, problems, scope: "installed", manager: "conda", lines };
  }
};
function hasDependencyList(head) {
  const lines = head.split("\n");
  const at = lines.findIndex((line) => /^dependencies\s*:\s*(?:#.*)?$/.test(line));
  if (at < 0) return /^dependencies\s*:\s*\[/m.test(head);
  const next = lines.slice(at + 1).find((line) => !/^\s*(?:#.*)?$/.test(line));
  return next !== void 0 && /^\s*-(?:\s|$)/.test(next);
}
function addPip(item, lineOf3, lines, problems) {
  const pip = memberOf(item, "pip");
  for (const requirement of pip?.type === "list" ? pip.items : []) {
    if (requirement.type !== "str") {
      lines.push(strange(requirement, lineOf3("")));
      continue;
    }
    const line = lineOf3(requirement.text);
    const include = includeProblem(requirement.text, line);
    if (include === null) lines.push(parseRequirementLine(requirement.text, line));
    else problems.push(include);
  }
}
function strange(item, line) {
  const text = "text" in item ? shownRequirement(item.text) : `a ${item.type}`;
  return { name: null, pinned: null, text, line, problem: "not a text; a package was expected", source: "index" };
}
function memberOf(value, key) {
  return value.type === "map" ? value.items.find(([name]) => name === key)?.[1] : void 0;
}
var farthestLine = 100;
function lineFinder(text) {
  const lines = text.split("\n");
  let next = lines.findIndex((line) => line.startsWith("dependencies")) + 1;
  return (item) => {
    const found = lines.slice(next, next + farthestLine).findIndex((line) => item !== "" && line.includes(item));
    next = Math.min(next + (found < 0 ? 0 : found) + 1, lines.length);
    return next;
  };
}

// src/formats/records/conda-list.ts
var peekBytes2 = 2048;
var lineLimit2 = 1e5;
var condaList = {
  id: "conda-list",
  title: "package list: conda list, as a table, exported or explicit",
  recognizes: (path, source) => /\.(?:txt|lock|list|export|explicit)$/i.test(path) && startsWithSign(peekText(source, peekBytes2)),
  read(path, neutralPath, source) {
    const { text, problems: textProblems } = readRecordText(source);
    const problems = [...textProblems];
    const lines = [];
    for (const [index, raw] of text.replace(/^\ufeff/, "").split(/\r\n|\n/).entries()) {
      const line = raw.replace(/(?:^|\s)#\s.*$/s, "").trim();
      if (line === "" || line.startsWith("#") || line === "@EXPLICIT") continue;
      if (lines.length >= lineLimit2) {
        const message = `only the first ${lineLimit2} lines were read`;
        problems.push({ code: "TOO_MANY_LINES", message, line: index + 1 });
        break;
      }
      lines.push(/^\S*=|:\/\//.test(line) ? condaSpecLine(line, index + 1) : rowLine(line, index + 1));
    }
    const identity = { kind: "requirements", path, neutralPath, format: "conda-list" };
    return { ...identity, problems, scope: "installed", manager: "conda", lines };
  }
};
function startsWithSign(head) {
  for (const line of head.split("\n").slice(0, 40)) {
    const text = line.replace(/^\u00ef\u00bb\u00bf/, "").trim();
    if (text === "@EXPLICIT") return true;
    if (/^# (?:This file may be used to create an environment using:|packages in environment at )/.test(text))
      return true;
    if (text !== "" && !text.startsWith("#")) return false;
  }
  return false;
}
function rowLine(row, line) {
  const [name = "", version = "", ...rest] = row.slice(0, 2e3).split(/\s+/);
  const fits = /^[A-Za-z0-9_][\w.-]{0,199}$/.test(name) && version !== "";
  return {
    name: fits ? normalizePackageName(name) : null,
    pinned: fits ? version.slice(0, 200) : null,
    text: shownRequirement(row.replaceAll(/\s+/g, " ")),
    line,
    problem: fits ? null : "not a row of name, version and build",
    source: rest.includes("<develop>") ? "editable" : "index"
  };
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
var names3 = /^(config|cfg|configuration|hparams|hyper_?parameters|params|args|arguments|training_args|train_config|generation_config|flags|options|settings)\.(json|ya?ml)$/i;
var configuration = {
  id: "configuration",
  title: "configuration file",
  recognizes: (path) => names3.test(baseName(path)),
  read: (path, neutralPath, source) => readPlainDocument({ kind: "configuration", path, neutralPath, format: "configuration" }, source)
};

// src/formats/records/environment.ts
var environmentKeys = ["python_version", "torch_version", "cuda_version", "gpu_model", "gpu_count"];
var names4 = /^(environment|env|env[_-]info|environment[_-]info)\.json$/i;
var lookLimitBytes = 256 * 1024;
var environment = {
  id: "environment",
  title: "environment record",
  recognizes(path, source) {
    return names4.test(baseName(path)) || /\.json$/i.test(path) && hasFiveKeys(source);
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

// src/formats/records/pip-list.ts
var jsonNames = /^((pip|uv|conda)[._-]?(pip[._-]?)?(list|freeze)|installed[._-]packages)\.json$/i;
var peekBytes3 = 2048;
var tableHead = /^Package +Version\b[^\n]*\r?\n-{2,} +-{2,}/m;
var rowLimit = 1e5;
var pipList = {
  id: "pip-list",
  title: "package list: pip list, as a table or as JSON",
  recognizes(path, source) {
    if (jsonNames.test(baseName(path))) return true;
    return /\.(?:txt|lock)$/i.test(path) && tableHead.test(peekText(source, peekBytes3));
  },
  read(path, neutralPath, source) {
    const identity = { kind: "requirements", path, neutralPath, format: "pip-list", scope: "installed" };
    return /\.json$/i.test(path) ? { ...identity, ...readJson2(path, neutralPath, source) } : { ...identity, manager: "pip", ...readTable(source) };
  }
};
function readTable(source) {
  const { text, problems: textProblems } = readRecordText(source);
  const problems = [...textProblems];
  const rows = text.replace(/^\ufeff/, "").split(/\r\n|\n/);
  const dashes = rows.findIndex((row) => /^-{2,} +-{2,}/.test(row));
  const head = rows[dashes - 1] ?? "";
  const columns = columnsOf(rows[dashes] ?? "");
  const locationAt = columns.findIndex((start) => head.startsWith("Editable project location", start));
  const lines = [];
  for (const [index, row] of rows.slice(dashes + 1).entries()) {
    if (row.trim() === "" || row.startsWith("[notice]")) continue;
    const line = dashes + 2 + index;
    if (lines.length >= rowLimit) {
      problems.push({ code: "TOO_MANY_LINES", message: `only the first ${rowLimit} rows were read`, line });
      break;
    }
    const cells = columns.map((start, at) => row.slice(start, columns[at + 1]).trim());
    const location = locationAt < 0 ? "" : cells[locationAt] ?? "";
    lines.push(lineOf2({ name: cells[0] ?? "", version: cells[1] ?? "", location, shown: row.trim(), line }));
  }
  return { lines, problems };
}
function columnsOf(dashes) {
  return [...dashes.slice(0, 2e3).matchAll(/-+/g)].slice(0, 8).map(({ index }) => index);
}
function lineOf2({ name, version, location, shown, line }) {
  const fits = /^[A-Za-z0-9](?:[\w.-]{0,200}[A-Za-z0-9])?$/.test(name) && /^\S+$/.test(version);
  return {
    name: fits ? normalizePackageName(name) : null,
    pinned: fits ? normalizeVersion(version) ?? version.slice(0, 200) : null,
    text: shownRequirement(shown),
    line,
    problem: fits ? null : "not a row of name and version",
    source: location === "" ? "index" : "editable"
  };
}
function readJson2(path, neutralPath, source) {
  const { value, problems } = readPlainDocument({ kind: "environment", path, neutralPath, format: "pip-list" }, source);
  if (value.type !== "list") {
    const expected = { code: "NOT_A_LIST", message: 'a list of objects with "name" and "version" was expected' };
    return { lines: [], problems: problems.length > 0 ? problems : [expected], manager: "pip" };
  }
  const items = value.items.slice(0, rowLimit);
  const lines = items.map((item) => {
    const [name, version] = [textAt(item, "name"), textAt(item, "version")];
    const location = textAt(item, "editable_project_location");
    return lineOf2({ name, version, location, shown: `${name} ${version}`.trim(), line: 1 });
  });
  const conda = items.some((item) => textAt(item, "build_string") !== "");
  return { lines, problems, manager: conda ? "conda" : "pip" };
}
function textAt(item, key) {
  const found = item.type === "map" ? item.items.find(([name]) => name === key)?.[1] : void 0;
  return found?.type === "str" ? found.text : "";
}

// src/formats/records/pixi-lock.ts
var packageLimit = 5e4;
var itemLimit = 64 * 1024;
var pixiLock = {
  id: "pixi-lock",
  title: "package list: pixi.lock",
  recognizes: (path) => /^(?:[\w-]+[._-])?pixi\.lock$/i.test(baseName(path)),
  read(path, neutralPath, source) {
    const { text, problems: textProblems } = readRecordText(source, lockLimitBytes);
    const problems = [...textProblems];
    const items = packageItems(text);
    if (items === null) problems.push({ code: "NO_PACKAGES", message: 'no list under "packages" was found', line: 1 });
    const lines = [];
    for (const { text: item, line } of items ?? []) {
      if (lines.length >= packageLimit) {
        problems.push({ code: "TOO_MANY_LINES", message: `only the first ${packageLimit} packages were read`, line });
        break;
      }
      const yaml = parseYaml(item.slice(0, itemLimit));
      const [problem] = yaml.problems;
      if (problem !== void 0) problems.push({ code: problem.code, message: problem.message, line });
      lines.push(...linesOf(yaml.value, line));
    }
    const identity = { kind: "requirements", path, neutralPath, format: "pixi-lock" };
    return { ...identity, problems, scope: "locked", manager: "conda", lines };
  }
};
var usedKeys = /* @__PURE__ */ new Set([
  "kind",
  "conda",
  "conda_source",
  "pypi",
  "name",
  "version",
  "url",
  "path",
  "purls"
]);
function packageItems(text) {
  const rows = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const start = rows.findIndex((row) => /^packages\s*:\s*(?:\[\s*\]\s*)?$/.test(row));
  if (start < 0) return null;
  const items = [];
  let indent = null;
  let wanted = true;
  for (const [index, row] of rows.slice(start + 1).entries()) {
    const dash = /^( *)- /.exec(row);
    indent ??= dash?.[1] ?? null;
    const begins = dash !== null && dash[1] === indent;
    if (!begins && /^[^\s#]/.test(row)) break;
    if (begins) items.push({ rows: [], line: start + 2 + index });
    const plain = begins ? row.replace("- ", "  ") : row;
    const key = /^( *)([A-Za-z_]+)\s*:/.exec(plain);
    if (key !== null && key[1]?.length === (indent ?? "").length + 2) wanted = usedKeys.has(key[2] ?? "");
    if (wanted) items.at(-1)?.rows.push(plain);
  }
  return items.map(({ rows: own, line }) => ({ text: own.join("\n"), line }));
}
function linesOf(item, line) {
  const kind = textAt2(item, "kind") ?? (textAt2(item, "pypi") === null ? "conda" : "pypi");
  const address = textAt2(item, kind) ?? textAt2(item, "url") ?? textAt2(item, "path") ?? "";
  if (kind === "pypi") return [pypiLine(item, address, line)];
  const file = archiveOf(address);
  const built = /^[\w.-]+/.exec(textAt2(item, "conda_source") ?? "")?.[0] ?? null;
  const name = textAt2(item, "name") ?? built ?? file.name;
  const version = textAt2(item, "version") ?? file.pinned;
  const make = (known) => ({
    name: known === null ? null : normalizePackageName(known.slice(0, 200)),
    pinned: version?.slice(0, 200) ?? null,
    text: shownRequirement(version === null ? address : `${name}=${version}`),
    line,
    problem: known === null ? "a package without a name" : null,
    // What is built from a folder or a repository is the project's own.
    source: file.problem === null ? "index" : "editable"
  });
  const purls = pypiNames(item);
  return purls.length > 0 ? purls.map(make) : [make(name)];
}
function pypiLine(item, address, line) {
  const found = parseLocation(address);
  const name = textAt2(item, "name") ?? found.name;
  const version = textAt2(item, "version");
  const folder = found.source === "path" && found.name === null;
  const vcs = found.source === "vcs" ? "vcs" : null;
  const commit = wholeCommit(address.slice(address.lastIndexOf("#") + 1));
  const pinned = version === null ? found.pinned : normalizeVersion(version) ?? version.slice(0, 200);
  const shown = version === null ? `${name} @ ${address}` : `${name}==${version}`;
  return {
    name: name === null ? null : normalizePackageName(name.slice(0, 200)),
    pinned: vcs === null ? pinned : found.pinned ?? commit,
    text: shownRequirement(vcs === null && !folder ? shown : `${name} @ ${address}`),
    line,
    problem: name === null ? "a package without a name" : null,
    // Folders are the project's own, whether they are installed as editable or not.
    source: vcs ?? (folder ? "editable" : "index")
  };
}
function pypiNames(item) {
  const purls = valueAt(item, "purls");
  if (purls?.type !== "list") return [];
  return purls.items.slice(0, 20).flatMap((purl) => {
    const name = purl.type === "str" ? /^pkg:pypi\/([A-Za-z0-9._-]{1,200})(?:[@?#]|$)/.exec(purl.text)?.[1] : void 0;
    return name === void 0 ? [] : [name];
  });
}
function textAt2(item, key) {
  const value = valueAt(item, key);
  if (value === void 0 || value.type === "map" || value.type === "list" || value.type === "none") return null;
  return value.text === "" ? null : value.text;
}
function valueAt(item, key) {
  return item.type === "map" ? item.items.find(([name]) => name === key)?.[1] : void 0;
}

// src/formats/records/locked-package.ts
function lockedLine({ name, version, origin, line }) {
  const { kind } = origin;
  const pin = version === null ? null : normalizeVersion(version) ?? version.slice(0, 200);
  return {
    name: name === null ? null : normalizePackageName(name.slice(0, 200)),
    pinned: kind === "vcs" ? origin.commit : pin,
    text: shownRequirement(textOf(name ?? "(no name)", version, origin)),
    line,
    problem: name === null ? "a package without a name" : null,
    source: kind
  };
}
function textOf(name, version, origin) {
  const { kind } = origin;
  switch (kind) {
    case "index":
      return version === null ? name : `${name}==${version}`;
    case "vcs":
      return `${name} @ ${origin.tool}+${origin.address}${origin.commit === null ? "" : `@${origin.commit}`}`;
    case "url":
    case "path":
      return `${name} @ ${origin.address}`;
    case "editable":
      return `-e ${origin.address} (${version === null ? name : `${name}==${version}`})`;
    default:
      return kind;
  }
}

// src/formats/records/toml-lock.ts
async function readTomlLock(path, neutralPath, source, { format, packages, originOf: originOf4 }) {
  const { text, problems } = readRecordText(source, lockLimitBytes);
  const toml = await parseToml(text);
  const found = toml.problems.length > 0 ? { tables: [], problems: [] } : arrayOfTables(toml.root, packages, text);
  return {
    kind: "requirements",
    path,
    neutralPath,
    format,
    problems: [...problems, ...toml.problems, ...found.problems],
    scope: "locked",
    manager: "pip",
    lines: found.tables.map(
      ({ table, line }) => lockedLine({ name: tomlText(table, "name"), version: tomlText(table, "version"), origin: originOf4(table), line })
    )
  };
}

// src/formats/records/poetry-lock.ts
var poetryLock = {
  id: "poetry-lock",
  title: "package list: poetry.lock",
  recognizes: (path) => /^(?:[\w-]+[._-])?poetry\.lock$/i.test(baseName(path)),
  read: (path, neutralPath, source) => readTomlLock(path, neutralPath, source, { format: "poetry-lock", packages: "package", originOf })
};
function originOf(table) {
  const source = tomlValue(table, "source");
  const address = tomlText(source, "url") ?? "";
  switch (tomlText(source, "type")) {
    case "git":
      return { kind: "vcs", tool: "git", address, commit: wholeCommit(tomlText(source, "resolved_reference") ?? "") };
    case "url":
      return { kind: "url", address };
    case "file":
      return { kind: "path", address };
    case "directory":
      return { kind: tomlValue(table, "develop") === true ? "editable" : "path", address };
    default:
      return { kind: "index" };
  }
}

// src/formats/records/pylock.ts
var pylock = {
  id: "pylock",
  title: "package list: pylock.toml",
  recognizes: (path) => /^pylock(?:\.[\w-]+)?\.toml$/.test(baseName(path)),
  read: (path, neutralPath, source) => readTomlLock(path, neutralPath, source, { format: "pylock", packages: "packages", originOf: originOf2 })
};
function originOf2(table) {
  const vcs = tomlValue(table, "vcs");
  const commit = tomlText(vcs, "commit-id");
  if (commit !== null) {
    const address = tomlText(vcs, "url") ?? tomlText(vcs, "path") ?? "";
    return { kind: "vcs", tool: tomlText(vcs, "type") ?? "git", address, commit: wholeCommit(commit) };
  }
  const directory = tomlValue(table, "directory");
  const folder = tomlText(directory, "path");
  if (folder !== null)
    return { kind: tomlValue(directory, "editable") === true ? "editable" : "path", address: folder };
  const archive = tomlValue(table, "archive");
  const url = tomlText(archive, "url");
  if (url !== null) return { kind: "url", address: url };
  const path = tomlText(archive, "path");
  return path === null ? { kind: "index" } : { kind: "path", address: path };
}

// src/formats/records/uv-lock.ts
var uvLock = {
  id: "uv-lock",
  title: "package list: uv.lock",
  recognizes: (path) => /^(?:[\w-]+[._-])?uv\.lock$/i.test(baseName(path)),
  read: (path, neutralPath, source) => readTomlLock(path, neutralPath, source, { format: "uv-lock", packages: "package", originOf: originOf3 })
};
function originOf3(table) {
  const source = tomlValue(table, "source");
  const git = tomlText(source, "git");
  if (git !== null) {
    const [url2 = "", commit = ""] = git.split("#");
    return { kind: "vcs", tool: "git", address: url2.split("?")[0] ?? "", commit: wholeCommit(commit) };
  }
  const url = tomlText(source, "url");
  if (url !== null) return { kind: "url", address: url };
  const path = tomlText(source, "path") ?? tomlText(source, "directory");
  if (path !== null) return { kind: "path", address: path };
  const editable = tomlText(source, "editable") ?? tomlText(source, "virtual");
  return editable === null ? { kind: "index" } : { kind: "editable", address: editable };
}

// src/formats/records/registry.ts
var recordFormats = [
  hydra,
  condaEnvironment,
  environment,
  condaList,
  pipList,
  uvLock,
  poetryLock,
  pylock,
  pixiLock,
  requirements,
  configuration
];
export {
  recordFormats
};
