import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  arrayOfTables,
  parseToml,
  tomlText,
  tomlValue
} from "./chunk-IBMENBN2.js";
import {
  isDvcFile,
  parseDvcFile
} from "./chunk-3KEFOMGN.js";
import {
  dataset,
  environment,
  includeProblem,
  readPlainDocument,
  requirements
} from "./chunk-7DQ27AJP.js";
import {
  parseYaml
} from "./chunk-DKZC3ZM6.js";
import {
  wandbEnvironment
} from "./chunk-FB5D3F5R.js";
import {
  parseLocation,
  parseRequirementLine,
  shownRequirement,
  wholeCommit
} from "./chunk-CX76GRMT.js";
import {
  mlflowParameter
} from "./chunk-AZ4NMQGB.js";
import {
  formatEntryPath,
  torchLegacy,
  torchZip
} from "./chunk-5G2ENKUY.js";
import {
  baseName,
  lockLimitBytes,
  readRecordText
} from "./chunk-YBEHDBDE.js";
import "./chunk-ZFQAWAVQ.js";
import {
  peekText
} from "./chunk-D7BS742Q.js";
import "./chunk-OJCESHJP.js";
import "./chunk-ROV2ADHM.js";
import "./chunk-WFZDG4J6.js";
import "./chunk-NBSSOJIC.js";
import {
  normalizePackageName,
  normalizeVersion
} from "./chunk-53VACBTN.js";
import "./chunk-KTXJ6UXU.js";
import {
  LimitProblem,
  isProblem
} from "./chunk-B5J4NNO2.js";
import "./chunk-5TPXC3BE.js";
import "./chunk-5YLZBCQB.js";
import "./chunk-7ZPLETBH.js";

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
  return make({ name: normalizePackageName(name), pinned: end < 0 ? null : pinOf(bare.slice(end).trim()) });
}
function pinOf(rest) {
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

// src/formats/records/conda-environment.ts
var names = /^(?:[\w.-]+[._-])?(?:environment|env|conda)(?:[._-][\w.-]+)?\.ya?ml$/i;
var peekBytes = 64 * 1024;
var condaEnvironment = {
  id: "conda-environment",
  title: "package list: conda's environment.yml",
  recognizes: (path, source) => names.test(baseName(path)) && hasDependencyList(peekText(source, peekBytes)),
  read(path, neutralPath, source) {
    const { text, problems: textProblems } = readRecordText(source);
    const yaml = parseYaml(text);
    const problems = [...textProblems, ...yaml.problems];
    const lines = [];
    const lineOf2 = lineFinder(text);
    const dependencies = memberOf(yaml.value, "dependencies");
    for (const item of dependencies?.type === "list" ? dependencies.items : []) {
      if (item.type === "str") lines.push(condaSpecLine(item.text, lineOf2(item.text)));
      else if (item.type === "map") addPip(item, lineOf2, lines, problems);
      else lines.push(strange(item, lineOf2("")));
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
function addPip(item, lineOf2, lines, problems) {
  const pip = memberOf(item, "pip");
  for (const requirement of pip?.type === "list" ? pip.items : []) {
    if (requirement.type !== "str") {
      lines.push(strange(requirement, lineOf2("")));
      continue;
    }
    const line = lineOf2(requirement.text);
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
var lineLimit = 1e5;
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
      if (lines.length >= lineLimit) {
        const message = `only the first ${lineLimit} lines were read`;
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

// src/formats/records/configuration.ts
var names2 = /^(config|cfg|configuration|hparams|hyper_?parameters|params|args|arguments|training_args|train_config|generation_config|flags|options|settings)\.(json|ya?ml)$/i;
var configuration = {
  id: "configuration",
  title: "configuration file",
  recognizes: (path) => names2.test(baseName(path)),
  read: (path, neutralPath, source) => readPlainDocument({ kind: "configuration", path, neutralPath, format: "configuration" }, source)
};

// src/formats/records/dvc.ts
var claimLimit = 1e3;
var dvc = {
  id: "dvc",
  title: "DVC file",
  recognizes: (path) => isDvcFile(path),
  read(path, neutralPath, source) {
    const { text, problems } = readRecordText(source);
    const read = parseDvcFile(path, text);
    const claims = read.data.slice(0, claimLimit).flatMap(
      (entry) => entry.expected === null ? [] : [
        {
          subject: entry.path,
          algorithm: "dvc",
          digest: entry.expected.digest.replace(/\.dir$/, ""),
          pointer: null,
          line: null
        }
      ]
    );
    return {
      kind: "dataset",
      path,
      neutralPath,
      format: "dvc",
      problems: [...problems, ...read.problems],
      claims,
      value: read.value
    };
  }
};

// src/formats/records/dvclive.ts
var dvcliveParameters = {
  id: "dvclive",
  title: "DVCLive's parameters",
  recognizes: (path) => /(?:^|\/)dvclive\/params\.yaml$/.test(path),
  read: (path, neutralPath, source) => readPlainDocument({ kind: "configuration", path, neutralPath, format: dvcliveParameters.id }, source)
};

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
    return /\.json$/i.test(path) ? { ...identity, ...readJson(path, neutralPath, source) } : { ...identity, manager: "pip", ...readTable(source) };
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
    lines.push(lineOf({ name: cells[0] ?? "", version: cells[1] ?? "", location, shown: row.trim(), line }));
  }
  return { lines, problems };
}
function columnsOf(dashes) {
  return [...dashes.slice(0, 2e3).matchAll(/-+/g)].slice(0, 8).map(({ index }) => index);
}
function lineOf({ name, version, location, shown, line }) {
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
function readJson(path, neutralPath, source) {
  const { value, problems } = readPlainDocument({ kind: "environment", path, neutralPath, format: "pip-list" }, source);
  if (value.type !== "list") {
    const expected = { code: "NOT_A_LIST", message: 'a list of objects with "name" and "version" was expected' };
    return { lines: [], problems: problems.length > 0 ? problems : [expected], manager: "pip" };
  }
  const items = value.items.slice(0, rowLimit);
  const lines = items.map((item) => {
    const [name, version] = [textAt(item, "name"), textAt(item, "version")];
    const location = textAt(item, "editable_project_location");
    return lineOf({ name, version, location, shown: `${name} ${version}`.trim(), line: 1 });
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

// src/formats/checkpoints/checkpoint-format.ts
var noSiblings = { sibling: () => null };

// src/formats/records/entries-as-plain.ts
import { createHash } from "node:crypto";
var maxEntries = 2e4;
var maxDigestBytes = 16 * 1024 * 1024;
var classKey = "(class)";
async function entriesAsPlain(entries) {
  if (entries.length > maxEntries)
    throw new LimitProblem("RECORD_ENTRIES", `it holds ${entries.length} values; at most ${maxEntries} are read`);
  const nodes = /* @__PURE__ */ new Map();
  let root = { type: "map", items: [] };
  for (const entry of entries) {
    const value = await readEntry(entry);
    if ("members" in value) nodes.set(formatEntryPath(entry.path), value);
    const last = entry.path.at(-1);
    const parent = nodes.get(formatEntryPath(entry.path.slice(0, -1)));
    if (last === void 0) root = value;
    else parent?.members.push([keyText(last), value]);
  }
  return plainOf(root);
}
async function readEntry(entry) {
  const { kind } = entry;
  switch (kind) {
    case "scalar":
      return entry.value;
    case "container": {
      const isList = entry.container === "sequence" || entry.container === "set";
      return { container: isList ? "list" : "map", className: entry.class ?? null, members: [] };
    }
    case "tensor":
    case "opaque": {
      const what = kind === "tensor" ? `${entry.dtype} tensor [${entry.shape.join(", ")}]` : entry.what;
      if (entry.byteLength > maxDigestBytes)
        throw new LimitProblem(
          "RECORD_ENTRIES",
          `${formatEntryPath(entry.path)} has ${entry.byteLength} bytes of data`
        );
      const hash = createHash("sha256");
      for await (const chunk of entry.chunks()) hash.update(chunk);
      return { type: "str", text: `${what}, sha256:${hash.digest("hex")}` };
    }
    default:
      return kind;
  }
}
function plainOf(value) {
  if (!("members" in value)) return value;
  const members = value.members.map(([key, member]) => [key, plainOf(member)]);
  if (value.container === "list") return { type: "list", items: members.map(([, member]) => member) };
  if (value.className === null) return { type: "map", items: members };
  const [only] = members;
  if (members.length === 1 && only?.[0] === "[argument 0]") return only[1];
  return { type: "map", items: [[classKey, { type: "name", text: value.className }], ...members] };
}
function keyText(segment) {
  return typeof segment === "string" ? segment : formatEntryPath([segment]);
}

// src/formats/records/training-args.ts
var secret = /token$/i;
var trainingArguments = {
  id: "training-args",
  title: "Hugging Face's training arguments",
  framedAsCheckpoint: true,
  recognizes: (path) => baseName(path) === "training_args.bin",
  async read(path, neutralPath, source) {
    const identity = { kind: "configuration", path, neutralPath, format: trainingArguments.id };
    try {
      const format = await torchZip.recognizes(source) ? torchZip : torchLegacy;
      const checkpoint = await format.open(source, noSiblings);
      try {
        return { ...identity, value: withoutSecrets(await entriesAsPlain(checkpoint.entries)), problems: [] };
      } finally {
        checkpoint.close();
      }
    } catch (error) {
      if (!isProblem(error)) throw error;
      const { code, message } = error;
      return {
        ...identity,
        value: { type: "map", items: [] },
        problems: [{ code, message: message.replace(/\.$/, "") }]
      };
    }
  }
};
function withoutSecrets(value) {
  if (value.type !== "map") return value;
  const hidden = { type: "str", text: "***" };
  return {
    type: "map",
    items: value.items.map(([key, item]) => [key, secret.test(key) && item.type === "str" ? hidden : item])
  };
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

// src/formats/records/wandb.ts
var wandbMetadata = {
  id: "wandb",
  title: "Weights & Biases' metadata",
  inTrackersPlaces: "only",
  recognizes: (path) => /(?:^|\/)wandb\/[^/]+\/files\/wandb-metadata\.json$/.test(path),
  read(path, neutralPath, source) {
    const document = readPlainDocument({ kind: "environment", path, neutralPath, format: wandbMetadata.id }, source);
    const { value } = document;
    const facts = new Map(
      value.type === "map" ? value.items.filter(([, fact]) => fact.type !== "none") : []
    );
    const cuda = facts.get("cuda");
    if (!facts.has("cudaVersion") && cuda !== void 0) facts.set("cudaVersion", cuda);
    return { ...document, value: wandbEnvironment(facts) ?? { type: "map", items: [] } };
  }
};

// src/formats/records/wandb-requirements.ts
var wandbRequirements = {
  id: "wandb-requirements",
  title: "Weights & Biases' package list",
  inTrackersPlaces: "only",
  recognizes: (path) => /(?:^|\/)wandb\/[^/]+\/files\/requirements\.txt$/.test(path),
  read: requirements.read
};

// src/formats/records/registry.ts
var recordFormats = [
  mlflowParameter,
  wandbMetadata,
  wandbRequirements,
  dvcliveParameters,
  trainingArguments,
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
  dvc,
  dataset,
  configuration
];
export {
  recordFormats
};
