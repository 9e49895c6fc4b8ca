import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  globProblem,
  listOf,
  oneOf,
  onePlace,
  textOf,
  toPolicy
} from "./chunk-TXW7MM4N.js";
import {
  isTextPlace
} from "./chunk-AZF3MM6N.js";
import {
  determinismSet
} from "./chunk-QOB774MD.js";
import {
  formats
} from "./chunk-SNCEHIUD.js";
import {
  version
} from "./chunk-HO2X7KDN.js";
import {
  checks
} from "./chunk-EYEPROUW.js";
import {
  nearestName
} from "./chunk-UE43SUCS.js";
import {
  complaintsProblem,
  expectation,
  fitsSchema,
  isJsonArray,
  isJsonObject,
  maxDurationMs,
  options,
  parseDuration,
  parseSize,
  quoted,
  quotedText,
  schemaOfOption
} from "./chunk-PPUI4WL6.js";
import {
  InputProblem
} from "./chunk-B5J4NNO2.js";

// src/config/node-config-host.ts
import { accessSync, closeSync, constants, fstatSync, openSync, readSync, statSync } from "node:fs";
var maxConfigBytes = 256 * 1024;
function nodeConfigHost(process, version2, known) {
  return { ...process, version: version2, known, statKind, canWrite, readFile: readTextFile };
}
function statKind(path) {
  try {
    const stats = statSync(path);
    return stats.isDirectory() ? "directory" : stats.isFile() ? "file" : "other";
  } catch {
    return null;
  }
}
function canWrite(folder) {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
function readTextFile(path) {
  let descriptor;
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw unreadable(path, `cannot be opened (${code})`, "Give this user the right to read it.");
  }
  try {
    return decode(path, readBytes(path, descriptor));
  } finally {
    closeSync(descriptor);
  }
}
function readBytes(path, descriptor) {
  const stats = fstatSync(descriptor);
  if (!stats.isFile()) throw unreadable(path, "is not a regular file", "Name a file.");
  const tooLarge = `is larger than ${maxConfigBytes / 1024} KiB, the most that is read`;
  if (stats.size > maxConfigBytes) throw unreadable(path, tooLarge, "Is it the right file?");
  const buffer = new Uint8Array(maxConfigBytes + 1);
  let length = 0;
  for (; ; ) {
    const got = readSync(descriptor, buffer, length, buffer.length - length, null);
    length += got;
    if (got === 0) return buffer.subarray(0, length);
    if (length > maxConfigBytes) throw unreadable(path, tooLarge, "Is it the right file?");
  }
}
function decode(path, bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(path, "is not UTF-8 text", "Save it as UTF-8.");
  }
}
function unreadable(path, what, remedy) {
  return new InputProblem("UNREADABLE_CONFIG", `${JSON.stringify(path)} ${what}.`, { place: { file: path }, remedy });
}
function errorCode(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}

// src/commands/config-host.ts
function configHost(world) {
  return nodeConfigHost(world, version, {
    checks: checks.map((check) => check.id),
    reporters: formats,
    determinism: determinismSet.map((variable) => variable.name)
  });
}

// src/config/text-forms.ts
function looksLikeYaml(text) {
  const [first = ""] = text.trim().split("\n", 1);
  return /^\{?\s*(?:"[^"]*"|'[^']*'|[^\s{}[\]"':,=!]+)\s*:(?:\s|$)/.test(first) || /^\{\s*\}?$/.test(first);
}
function readShortForm(form, lines) {
  switch (form) {
    case "selection":
    case "metrics":
      return readSelection(lines, form === "metrics");
    case "tolerance":
      return readTolerance(lines);
    case "ignore":
      return readLists(lines, "series=GLOB, scalars=GLOB or files=GLOB");
    case "layout":
      return readLayout(lines);
    case "records":
      return readLists(lines, "environment=GLOB, requirements=GLOB, configuration=GLOB or dataset=GLOB");
    case "datasets":
      return readDatasets(lines);
    case "checks":
      return readChecks(lines);
    case "variables":
      return readVariables(lines);
    default:
      return form;
  }
}
function splitList(text) {
  const parts = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") depth -= 1;
    else if (character === "," && depth <= 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
function readSelection(lines, withStdout) {
  const include = [];
  const exclude = [];
  const stdout = [];
  for (const line of lines) {
    if (withStdout && line.startsWith("stdout=")) {
      stdout.push(line.slice("stdout=".length));
      continue;
    }
    for (const glob of splitList(line)) {
      if (glob.startsWith("!")) exclude.push(glob.slice(1));
      else include.push(glob);
    }
  }
  return given(withoutEmpty({ include, exclude, stdout }));
}
var boundsForm = /^(?:(.+):)?((?:atol|rtol|max-ulp)=[^,:]*(?:,\s*[a-z-]+=[^,:]*)*)$/;
function readTolerance(lines) {
  let everywhere = null;
  const rules = [];
  for (const line of lines) {
    const match = boundsForm.exec(line);
    if (match === null) return refused(line, "[GLOB:]atol=1e-6,rtol=1e-5,max-ulp=4 (any of the three)");
    const bounds = /* @__PURE__ */ new Map();
    for (const part of splitList(match[2] ?? "")) {
      const [key, text] = splitOnce(part, "=");
      if (bounds.has(key)) return { value: null, problem: `${quotedText(key)} stands twice in ${quotedText(line)}` };
      bounds.set(key, numberOrText((text ?? "").trim()));
    }
    const glob = match[1]?.trim();
    if (glob !== void 0) rules.push({ glob, ...Object.fromEntries(bounds) });
    else if (everywhere === null) everywhere = Object.fromEntries(bounds);
    else
      return {
        value: null,
        problem: `a second tolerance for everything, ${quotedText(line)}; expected one, or GLOB: in front`
      };
  }
  return given({ ...everywhere, ...rules.length > 0 ? { rules } : {} });
}
function numberOrText(text) {
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : text;
}
function readLayout(lines) {
  const [only = ""] = lines;
  return lines.length === 1 && !only.includes("=") ? given(only) : readLists(lines, "the name of a layout, or required=GLOB and allowed=GLOB");
}
var digestAtEnd = /^(.+)=([0-9A-Fa-f]{64})$/;
function readDatasets(lines) {
  return given(
    lines.map((line) => {
      const [, path, sha256] = digestAtEnd.exec(line) ?? [];
      return path === void 0 || sha256 === void 0 ? line : { path, sha256 };
    })
  );
}
function readLists(lines, expected) {
  const lists = /* @__PURE__ */ new Map();
  for (const line of lines) {
    const [kind, text] = splitOnce(line, "=");
    if (text === null) return refused(line, expected);
    const list = lists.get(kind) ?? [];
    list.push(...splitList(text));
    lists.set(kind, list);
  }
  return given(Object.fromEntries(lists));
}
function readChecks(lines) {
  const severities = /* @__PURE__ */ new Map();
  for (const item of lines.flatMap(splitList)) {
    const [id, severity] = splitOnce(item, "=");
    if (severity === null) return refused(item, "ID=SEVERITY, for example layout/*=notice");
    if (severities.has(id)) return { value: null, problem: `${quotedText(id)} is given twice` };
    severities.set(id, severity);
  }
  return given(Object.fromEntries(severities));
}
function readVariables(lines) {
  const variables = /* @__PURE__ */ new Map();
  for (const line of lines) {
    const [name, value] = line.startsWith("!") ? [line.slice(1).trim(), null] : splitOnce(line, "=");
    if (value === null && !line.startsWith("!")) return refused(line, "NAME=value or !NAME");
    if (variables.has(name)) return { value: null, problem: `${quotedText(name)} is given twice` };
    variables.set(name, value);
  }
  return given(Object.fromEntries(variables));
}
function splitOnce(text, separator) {
  const index = text.indexOf(separator);
  if (index < 0) return [text.trim(), null];
  return [text.slice(0, index).trim(), text.slice(index + separator.length)];
}
function withoutEmpty(lists) {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}
function given(value) {
  return { value, problem: null };
}
function refused(text, expected) {
  return { value: null, problem: `${quotedText(text)} is not readable; expected ${expected}` };
}

// src/config/read-text-option.ts
async function readTextOption(option, texts, origin, label) {
  const locate = onePlace(label);
  const type = option.type;
  if (type.kind === "structure") return readStructure(option.name, type.form, texts, origin, label);
  if (type.kind === "globs") {
    const list = texts.flatMap(listItems);
    const [only] = list;
    return flat(option, list.length === 1 && only !== void 0 ? only : list, origin, locate);
  }
  const [text = "", ...more] = texts;
  if (more.length > 0) return refuse(locate, `given ${texts.length} times; expected once`);
  switch (type.kind) {
    case "integer":
      return flat(option, /^[-+]?\d{1,16}$/.test(text.trim()) ? Number(text) : text, origin, locate);
    case "boolean":
      return flat(option, text === "true" ? true : text === "false" ? false : text, origin, locate);
    case "duration":
    case "size":
    case "enum":
    case "path":
      return flat(option, text.trim(), origin, locate);
    case "text":
    case "command":
      return flat(option, text, origin, locate);
    case "secret":
    case "context":
      return refuse(locate, "no setting; expected it as an input of the Action only");
    default:
      return type;
  }
}
function listItems(text) {
  const lines = nonBlankLines(text);
  return lines.length > 1 ? lines : splitList(text);
}
function nonBlankLines(text) {
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
}
function flat(option, value, origin, locate) {
  const schema = schemaOfOption(option);
  if (fitsSchema(schema, value)) return { setting: { value, origin, locate }, complaints: [] };
  const near = schema.enum !== void 0 && typeof value === "string" ? nearestName(value, schema.enum) : null;
  const hint = near === null ? "" : `; did you mean "${near}"?`;
  return refuse(locate, `${quoted(value)}; expected ${expectation(schema)}${hint}`);
}
async function readStructure(name, form, texts, origin, label) {
  const yaml = texts.find(looksLikeYaml);
  if (yaml !== void 0 && texts.length > 1) {
    return refuse(
      onePlace(label),
      `given ${texts.length} times, once as YAML; expected YAML once, or short forms only`
    );
  }
  const read = yaml === void 0 ? readShort(form, texts, label) : await readYamlText(name, yaml, label);
  if (read.complaints.length > 0) return { setting: null, complaints: read.complaints };
  const { validateConfig } = await import("./validate-config-J36HP25T.js");
  const complaints = validateConfig({ [name]: read.value }).map((fault) => ({
    location: read.locate(fault.pointer.slice(1), fault.part),
    message: fault.message
  }));
  if (complaints.length > 0) return { setting: null, complaints };
  return { setting: { value: read.value, origin, locate: read.locate }, complaints: [] };
}
function readShort(form, texts, label) {
  const locate = onePlace(label);
  const short = readShortForm(form, texts.flatMap(nonBlankLines));
  const complaints = short.problem === null ? [] : [{ location: locate([]), message: short.problem }];
  return { value: short.value, locate, complaints };
}
async function readYamlText(name, text, label) {
  const { readLocatedYaml } = await import("./located-yaml-ILB5RH4G.js");
  const severalLines = text.trim().includes("\n");
  return readLocatedYaml(text, {
    at: (line) => ({ label: severalLines ? `${label}, line ${line}` : label, place: {} }),
    isText: (pointer) => isTextPlace([name, ...pointer])
  });
}
function refuse(locate, message) {
  return { setting: null, complaints: [{ location: locate([]), message }] };
}

// src/config/writable-place.ts
import { dirname } from "node:path";
function folderObstacle(path, host) {
  const kind = host.statKind(path);
  if (kind !== null && kind !== "directory")
    return "is no folder; expected a folder, or a path where there is nothing yet";
  let folder = path;
  while (host.statKind(folder) === null && dirname(folder) !== folder) folder = dirname(folder);
  if (host.statKind(folder) !== "directory") return `cannot be made: ${JSON.stringify(folder)} is no folder`;
  return host.canWrite(folder) ? null : `cannot be written: this user has no right to make files in ${JSON.stringify(folder)}`;
}
function fileObstacle(path, host) {
  const kind = host.statKind(path);
  if (kind === "directory") return "is a folder; expected a file";
  if (kind === "other" || path.startsWith("/dev/"))
    return "is no regular file; without this option the result goes to stdout";
  const folder = dirname(path);
  if (host.statKind(folder) !== "directory") return "lies in a folder that does not exist";
  return host.canWrite(folder) ? null : "lies in a folder where this user has no right to make files";
}

// src/config/to-request.ts
import { resolve as resolve2 } from "node:path";

// src/config/to-training.ts
import { resolve } from "node:path";
function toTraining(given2, noCommand) {
  const variables = toVariables(given2);
  return {
    command: toCommand(given2, noCommand),
    workingDirectory: toWorkingDirectory(given2),
    seed: Number(given2.value("seed")),
    runs: Number(given2.value("runs")),
    outputs: toOutputs(given2),
    timeoutMs: toDuration(given2, "timeout") ?? maxDurationMs,
    idleTimeoutMs: given2.value("idle-timeout") === "off" ? null : toDuration(given2, "idle-timeout"),
    ...variables,
    observe: given2.value("observe") !== false
  };
}
function toCommand(given2, noCommand) {
  const value = given2.value("command");
  if (isJsonArray(value)) {
    const argv = value.map(String);
    if ((argv[0] ?? "").trim() === "")
      given2.complain("command", [0], "the program is empty; expected its name or path");
    argv.forEach((argument, index) => {
      if (argument.includes("\0"))
        given2.complain("command", [index], "an argument holds a NUL, which no program can be given");
    });
    return { kind: "argv", argv };
  }
  const script = textOf(value);
  if (script === null) {
    if (!given2.isBroken("command")) given2.complainAt({ label: "command", place: {} }, `none given; ${noCommand}`);
    return { kind: "script", script: "" };
  }
  if (script.includes("\0")) given2.complain("command", [], "the script holds a NUL, which no shell can read");
  return { kind: "script", script: script.trim() };
}
function toWorkingDirectory(given2) {
  const written = textOf(given2.value("working-directory")) ?? ".";
  const path = resolve(given2.host.cwd, written);
  const kind = given2.host.statKind(path);
  if (kind === "directory") return path;
  const found = kind === null ? "does not exist" : "is no folder";
  given2.complain(
    "working-directory",
    [],
    `${quotedText(written)} ${found}; expected the folder where the training is started`
  );
  return path;
}
function toOutputs(given2) {
  const value = given2.value("outputs");
  if (value === "auto") return "auto";
  const globs = listOf(value);
  const folder = resolve(given2.host.cwd, textOf(given2.value("working-directory")) ?? ".");
  const inside = (glob) => glob.startsWith(`${folder}/`) ? glob.slice(folder.length + 1) : glob;
  globs.forEach((glob, index) => {
    const problem = outputProblem(inside(glob));
    if (problem !== null)
      given2.complain("outputs", isJsonArray(value) ? [index] : [], `${quotedText(glob)} ${problem}`);
  });
  return globs.map(
    (glob) => inside(glob).replace(/^(?:\.\/)+/, "").replace(/\/+$/, "") || "."
  );
}
function outputProblem(glob) {
  if (glob === "auto") return "stands in a list; expected it alone, or globs only";
  if (/^(?:\/|[A-Za-z]:[\\/]|~)/.test(glob)) return "is no path below the working directory; expected one that is";
  if (glob.split("/").includes("..")) return "leads out of the working directory; expected a path below it";
  return globProblem(glob);
}
function toDuration(given2, name) {
  const value = given2.value(name);
  const duration = parseDuration(String(value));
  if (duration === null) {
    given2.complain(
      name,
      [],
      `${quotedText(String(value))}; expected a duration from 1s to 20 days, such as 6h or 1h30m`
    );
  }
  return duration;
}
function toVariables(given2) {
  const value = given2.value("environment-variables");
  const set = [];
  const without = [];
  for (const [name, content] of isJsonObject(value) ? Object.entries(value) : []) {
    checkVariable(given2, name, content);
    if (content === null) without.push(name);
    else set.push([name, String(content)]);
  }
  return { environmentVariables: Object.fromEntries(set), withoutDeterminism: without };
}
function checkVariable(given2, name, content) {
  const complain = (pointer, message) => given2.complain("environment-variables", pointer, message, "key");
  if (/^TRAIN_TWICE(?:_|$)/.test(name)) {
    complain([name], `${quotedText(name)} is set by Train Twice itself; expected another name`);
  }
  if (String(content).includes("\0")) complain([name], `the value of ${quotedText(name)} holds a NUL`);
  const determinism = given2.host.known.determinism;
  if (content !== null || determinism === null || determinism.includes(name)) return;
  const near = nearestName(name, determinism);
  const expected = near === null ? `expected one of ${determinism.join(", ")}` : `did you mean "${near}"?`;
  complain([name], `${quotedText(name)} is not in the determinism set, so it cannot be left out of it; ${expected}`);
}

// src/config/to-request.ts
async function toRequest(given2, noCommand) {
  const request = { training: toTraining(given2, noCommand), ...await toComparison(given2, "run") };
  throwComplaints(given2);
  return request;
}
async function toComparisonRequest(given2, command) {
  const request = await toComparison(given2, command);
  throwComplaints(given2);
  return request;
}
function throwComplaints(given2) {
  if (given2.complaints.length > 0) throw complaintsProblem(given2.complaints);
}
async function toComparison(given2, command) {
  return { policy: await toPolicy(given2), publish: toPublish(given2, command), origins: originsOf(given2, command) };
}
var commentModes = ["never", "on-failure", "always"];
var uploadModes = ["report", "all", "never"];
function toPublish(given2, command) {
  const reportDir = textOf(given2.value("report-dir")) ?? ".";
  const path = resolve2(given2.host.cwd, reportDir);
  const isWritten = command === "run" || given2.origin("report-dir") !== "default";
  const obstacle = isWritten ? folderObstacle(path, given2.host) : null;
  if (obstacle !== null) given2.complain("report-dir", [], `${quotedText(reportDir)} ${obstacle}`);
  const size = given2.value("max-upload-size");
  const maxUploadBytes = parseSize(String(size));
  if (maxUploadBytes === null) {
    given2.complain(
      "max-upload-size",
      [],
      `${quotedText(String(size))}; expected a size of at least 1 byte, such as 2GB`
    );
  }
  const retention = given2.value("retention-days");
  return {
    reportDir: path,
    upload: oneOf(given2.value("upload"), uploadModes, "report"),
    artifactName: textOf(given2.value("artifact-name")),
    retentionDays: typeof retention === "number" ? retention : null,
    maxUploadBytes: maxUploadBytes ?? 0,
    comment: oneOf(given2.value("comment"), commentModes, "never")
  };
}
function originsOf(given2, command) {
  const shown = options.filter(
    (option) => option.commands.includes(command) && (option.surfaces.includes("config") || option.name === "config")
  );
  return Object.fromEntries(shown.map((option) => [option.name, given2.origin(option.name)]));
}

// src/config/option.ts
function isSetting({ type }) {
  return type.kind !== "secret" && type.kind !== "context";
}
function withDefault(option) {
  const shown = option.shownDefault.replaceAll("`", "");
  return /^(?:–|none)$/.test(shown) ? option.description : `${option.description.replace(/\.$/, "")} (default: ${shown}).`;
}

export {
  configHost,
  isSetting,
  withDefault,
  readTextOption,
  fileObstacle,
  toRequest,
  toComparisonRequest,
  throwComplaints
};
