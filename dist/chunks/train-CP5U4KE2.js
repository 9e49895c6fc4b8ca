import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  argvOf,
  commandOf,
  hasMarker,
  hasProcessTable,
  isAlive,
  listPids,
  ownLine,
  readProcess
} from "./chunk-Q5QWFQTP.js";
import {
  auditFolderDoubt,
  byPath,
  changedBehindLinks,
  compareSnapshots,
  copiedDoubts,
  excludedKeys,
  isBelow,
  logDoubts,
  look,
  outputFolderName,
  readingDoubts,
  recordedPath,
  snapshot,
  staleDoubts,
  stateDoubts,
  survivorDoubts,
  unseenDoubts,
  walk,
  writingDoubts,
  writtenFiles
} from "./chunk-DSJQMWFX.js";
import {
  auditMarker,
  childEnvironment,
  observedFolder
} from "./chunk-QOB774MD.js";
import {
  require_picomatch
} from "./chunk-CNPCB4CN.js";
import "./chunk-6MT5LYOK.js";
import {
  InputProblem,
  RunProblem,
  isProblem
} from "./chunk-B5J4NNO2.js";
import {
  displayPath,
  parentOf,
  systemPath
} from "./chunk-JVLJLPS6.js";
import {
  describeRunEnd,
  runSucceeded
} from "./chunk-4B3X5ZIL.js";
import "./chunk-5YLZBCQB.js";
import {
  __toESM
} from "./chunk-7ZPLETBH.js";

// src/run/train.ts
import { existsSync, mkdirSync as mkdirSync5, rmSync as rmSync5 } from "node:fs";
import { join as join7, resolve as resolve3 } from "node:path";
import { setTimeout as sleep4 } from "node:timers/promises";

// src/run/keep-originals.ts
import { closeSync, constants, copyFileSync, lstatSync, mkdirSync, openSync, readSync, statfsSync } from "node:fs";
import { join } from "node:path";
var smallFileBytes = 4 * 1024 * 1024;
var smallTotalBytes = 128 * 1024 * 1024;
var smallTotalFiles = 5e3;
var selectedTotalBytes = 2 * 1024 * 1024 * 1024;
var freeSpacePart = 0.1;
async function keepOriginals(root, before, select, keepDir, stopped) {
  const kept = /* @__PURE__ */ new Map();
  const selected = [];
  const others = [];
  for (const entry of before) {
    if (entry[1].type !== "file") continue;
    if (select?.(displayPath(entry[0])) === true) selected.push(entry);
    else others.push(entry);
  }
  mkdirSync(keepDir, { recursive: true });
  const free = freeBytes(keepDir) * freeSpacePart;
  const budget = {
    selected: Math.min(selectedTotalBytes, free),
    small: Math.min(smallTotalBytes, free),
    files: smallTotalFiles
  };
  const newestFirst = (a, b) => a[1].mtimeNs === b[1].mtimeNs ? 0 : a[1].mtimeNs > b[1].mtimeNs ? -1 : 1;
  let clones = null;
  for (const [list2, isSelected] of [
    [selected.sort(newestFirst), true],
    [others.sort(newestFirst), false]
  ]) {
    for (const [key, node] of list2) {
      const size = Number(node.size);
      const affordable = isSelected ? size <= budget.selected : size <= smallFileBytes && size <= budget.small;
      if (budget.files <= 0) return kept;
      if (!affordable && clones === false) continue;
      const target = join(keepDir, String(kept.size));
      const source = systemPath(root, key);
      if (clones !== false) {
        clones = copy(source, target, constants.COPYFILE_FICLONE_FORCE);
        if (!clones && !affordable) continue;
      }
      if (clones !== true) {
        if (!copy(source, target, 0)) continue;
        if (isSelected) budget.selected -= size;
        else budget.small -= size;
      }
      budget.files -= 1;
      if (unchanged(source, node)) kept.set(key, target);
      if (kept.size % 100 === 99) {
        await new Promise((resolve4) => setImmediate(resolve4));
        if (stopped()) return kept;
      }
    }
  }
  return kept;
}
function sameAsOriginal(root, originals, key) {
  const original = originals.get(key);
  if (original === void 0) return null;
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  let one = null;
  let other = null;
  try {
    one = openSync(systemPath(root, key), flags);
    other = openSync(original, flags);
    const steps = compareBytes(one, other);
    for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
  } catch {
    return null;
  } finally {
    if (one !== null) closeSync(one);
    if (other !== null) closeSync(other);
  }
}
function* compareBytes(one, other) {
  const left = Buffer.allocUnsafe(256 * 1024);
  const right = Buffer.allocUnsafe(256 * 1024);
  for (let at = 0; ; ) {
    const got = readFully(one, left, at);
    if (readFully(other, right, at) !== got || left.compare(right, 0, got, 0, got) !== 0) return false;
    if (got < left.length) return true;
    at += got;
    if (at % (16 * 1024 * 1024) === 0) yield;
  }
}
function readFully(file, buffer, position) {
  let filled = 0;
  while (filled < buffer.length) {
    const got = readSync(file, buffer, filled, buffer.length - filled, position + filled);
    if (got === 0) break;
    filled += got;
  }
  return filled;
}
function copy(source, target, mode) {
  try {
    copyFileSync(source, target, mode);
    return true;
  } catch {
    return false;
  }
}
function unchanged(source, node) {
  try {
    const now = lstatSync(source, { bigint: true });
    return now.ino === node.inode && now.size === node.size && now.ctimeNs === node.ctimeNs;
  } catch {
    return false;
  }
}
function freeBytes(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}

// src/run/prepare-command.ts
import { accessSync, constants as constants2, statSync } from "node:fs";
import { isAbsolute, join as join2, resolve } from "node:path";
var defaultSearchPath = "/usr/local/bin:/usr/bin:/bin";
function prepareCommand(request, environment, scriptFile) {
  const { command } = request;
  switch (command.kind) {
    case "argv": {
      const argv = command.argv.map((argument) => argument.replaceAll("{seed}", String(request.seed)));
      refuseEmpty(argv[0] ?? "", argv);
      requireExecutable(argv[0] ?? "", request.workingDirectory, environment, "");
      return { argv, script: null, text: argv.map(shellWord).join(" ") };
    }
    case "script": {
      refuseEmpty(command.script, [command.script]);
      const hint = " A command given as one string runs under bash; give it as a list to run it without a shell.";
      requireExecutable("bash", request.workingDirectory, environment, hint);
      const script = `${command.script.replaceAll("\r\n", "\n")}
`;
      const argv = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", scriptFile];
      return { argv, script, text: script.trim() };
    }
    default:
      command;
      return { argv: [], script: null, text: "" };
  }
}
var startsElsewhere = /(?:^|[\s;|&(/])(docker|podman|sudo|srun|sbatch|ssh|systemd-run|kubectl)(?=\s)/gm;
function unreachableStarters(text2) {
  return [...new Set([...text2.matchAll(startsElsewhere)].map((match) => match[1] ?? ""))];
}
function shellWord(word) {
  return /^[\w@%+=:,./{}-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
function requireWorkingDirectory(path) {
  const remedy = "Set `working-directory` to the folder in which the training is to run.";
  const refuse = (found2) => {
    throw new InputProblem("WORKING_DIRECTORY", `The working directory "${path}" ${found2}.`, { remedy });
  };
  if (resolve(path) === "/") refuse("is the root of the file system: everything on the machine would count as output");
  const found = statOrNull(path);
  if (found === null) refuse("does not exist");
  else if (!found.isDirectory()) refuse("is not a folder");
  try {
    accessSync(path, constants2.R_OK | constants2.X_OK);
  } catch {
    refuse("cannot be read by this user");
  }
}
function refuseEmpty(text2, argv) {
  if (text2.trim() === "") {
    throw new InputProblem("COMMAND_EMPTY", "The command is empty: expected the command that trains.", {
      remedy: "Set `command`, for example: python train.py seed=$TRAIN_TWICE_SEED"
    });
  }
  if (argv.some((argument) => argument.includes("\0"))) {
    throw new InputProblem("COMMAND_EMPTY", "The command contains a NUL byte, which no process can be given.", {
      remedy: "Correct `command`."
    });
  }
}
function requireExecutable(name, workingDirectory, environment, hint) {
  const searchPath = environment.PATH ?? defaultSearchPath;
  const candidates = name.includes("/") ? [isAbsolute(name) ? name : join2(workingDirectory, name)] : searchPath.split(":").map((folder) => resolve(workingDirectory, folder === "" ? "." : folder, name));
  let present = null;
  for (const candidate of candidates) {
    const found = statOrNull(candidate);
    if (found === null) continue;
    present ??= candidate;
    if (found.isFile() && isExecutable(candidate)) return;
  }
  if (present !== null) {
    throw new InputProblem(
      "COMMAND_NOT_EXECUTABLE",
      `The command "${name}" was found (${present}), but it cannot be executed.${hint}`,
      {
        remedy: `Make it executable (chmod +x), or name its interpreter first, for example: python ${name}`
      }
    );
  }
  throw new InputProblem(
    "COMMAND_NOT_FOUND",
    name.includes("/") ? `The command "${name}" does not exist in "${workingDirectory}".${hint}` : `The command "${name}" was not found on PATH (${searchPath}).${hint}`,
    { remedy: "Check the spelling, install it, or give its path." }
  );
}
function statOrNull(path) {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}
function isExecutable(path) {
  try {
    accessSync(path, constants2.X_OK);
    return true;
  } catch {
    return false;
  }
}

// src/run/read-marks.ts
import { lstatSync as lstatSync2, utimesSync } from "node:fs";
var longAgo = 946684800;
function markUnread(changes, rootOf) {
  return changes.flatMap(({ key, change, node }) => {
    const root = rootOf(key);
    if (root === null || change === "deleted" || node.type !== "file" || node.size === 0n) return [];
    const path = systemPath(root, key);
    try {
      const { mtimeMs, nlink } = lstatSync2(path);
      if (nlink !== 1) return [];
      utimesSync(path, longAgo, mtimeMs / 1e3);
      return lstatSync2(path).atimeMs === longAgo * 1e3 ? [{ path, name: displayPath(key) }] : [];
    } catch {
      return [];
    }
  });
}
function readSince(marked) {
  return marked.filter(({ path }) => (accessedMs(path) ?? longAgo * 1e3) !== longAgo * 1e3).map(({ name }) => name);
}
function accessedMs(path) {
  try {
    return lstatSync2(path, { throwIfNoEntry: false })?.atimeMs ?? null;
  } catch {
    return null;
  }
}

// src/run/select-outputs.ts
var import_picomatch = __toESM(require_picomatch(), 1);
import { lstatSync as lstatSync3, readlinkSync, statSync as statSync2 } from "node:fs";
import { isAbsolute as isAbsolute2, join as join3, relative, resolve as resolve2 } from "node:path";
var everything = () => true;
function selectOutputs(outputs, workingDirectory) {
  if (outputs === "auto") return everything;
  const wanted = [];
  const unwanted = [];
  for (const written of outputs) {
    const negated = written.startsWith("!");
    const pattern = normalize(negated ? written.slice(1) : written, workingDirectory);
    (negated ? unwanted : wanted).push(selector(pattern));
  }
  return (path) => (wanted.length === 0 || wanted.some((select) => select(path))) && !unwanted.some((select) => select(path));
}
function refuseLinkedOutputs(outputs, workingDirectory) {
  if (outputs === "auto") return;
  for (const written of outputs) {
    if (written.startsWith("!")) continue;
    const parts = normalize(written, workingDirectory).split("/");
    const firstGlob = parts.findIndex((part) => /[*?[\]{}()!+@]/.test(part));
    const literal = firstGlob === -1 ? parts : parts.slice(0, firstGlob);
    for (let depth = 1; depth <= literal.length; depth += 1) {
      const path = join3(workingDirectory, ...literal.slice(0, depth));
      const target = linkedFolder(path);
      if (target === null) continue;
      throw new InputProblem(
        "OUTPUTS_BEHIND_SYMLINK",
        `The output "${written}" lies behind the symlink "${path}" (to "${target}"): symlinks are not followed, so nothing there would be compared.`,
        { remedy: "Name a folder in the working directory, or let the training write to $TRAIN_TWICE_OUTPUT_DIR." }
      );
    }
  }
}
function linkedFolder(path) {
  try {
    if (!lstatSync3(path).isSymbolicLink() || !statSync2(path).isDirectory()) return null;
    return readlinkSync(path);
  } catch {
    return null;
  }
}
function normalize(pattern, workingDirectory) {
  const inside = isAbsolute2(pattern) ? relative(workingDirectory, pattern) : pattern;
  const parts = inside.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..") || isAbsolute2(inside)) {
    throw new InputProblem(
      "OUTPUTS_OUTSIDE",
      `The output "${pattern}" lies outside of the working directory "${resolve2(workingDirectory)}": expected a folder or glob below it.`,
      { remedy: "Set `working-directory` higher, or let the training write to $TRAIN_TWICE_OUTPUT_DIR." }
    );
  }
  return parts.join("/");
}
function selector(pattern) {
  if (pattern === "") return everything;
  const itself = (0, import_picomatch.default)(pattern, { dot: true });
  const below = (0, import_picomatch.default)(`${pattern}/**`, { dot: true });
  return (path) => path === pattern || path.startsWith(`${pattern}/`) || itself(path) || below(path);
}

// src/run/train-once.ts
import { lstatSync as lstatSync5, mkdirSync as mkdirSync4, rmdirSync, rmSync as rmSync4, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join as join6 } from "node:path";

// src/run/ask.ts
import { execFile } from "node:child_process";
var limitMs = 5e3;
function ask({ file, args, cwd, environment, mostBytes: mostBytes2 = 1 << 20 }) {
  return new Promise((resolve4) => {
    try {
      execFile(
        file,
        args,
        {
          cwd,
          env: { ...environment },
          timeout: limitMs,
          killSignal: "SIGKILL",
          maxBuffer: mostBytes2,
          encoding: "buffer"
        },
        (error, stdout) => resolve4(error === null ? stdout : null)
      );
    } catch {
      resolve4(null);
    }
  });
}

// src/run/ask-machine.ts
var mostGpus = 64;
async function askMachine(cwd, environment) {
  const { TRAIN_TWICE_OBSERVER_DIR: _observer, PYTHONPATH: _path, ...plain } = environment;
  const [version, gpus] = await Promise.all([
    ask({ file: "python", args: ["--version"], cwd, environment: plain }).then(
      (answer) => answer ?? ask({ file: "python3", args: ["--version"], cwd, environment: plain })
    ),
    ask({
      file: "nvidia-smi",
      args: ["--query-gpu=name,driver_version", "--format=csv,noheader"],
      cwd,
      environment: plain
    })
  ]);
  return {
    utcOffsetMinutes: offsetOf(environment.TZ),
    pythonVersion: /^Python (\d+\.\d+\.\d+\S*)/.exec(version?.toString("utf8") ?? "")?.[1] ?? null,
    gpus: gpus === null ? null : gpusOf(gpus.toString("utf8"))
  };
}
function gpusOf(text2) {
  return text2.split("\n").map((line) => /^(.{1,200}?),\s*([\w.]{1,50})\s*$/.exec(line.trim())).flatMap((match) => match === null ? [] : [{ name: match[1] ?? "", driver: match[2] ?? "" }]).slice(0, mostGpus);
}
function offsetOf(zone, now = /* @__PURE__ */ new Date()) {
  if (zone === void 0 || zone === "") return -now.getTimezoneOffset();
  try {
    const parts = new Intl.DateTimeFormat("en-US", {
      timeZone: zone.replace(/^:/, ""),
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric"
    }).formatToParts(now);
    const part = (type) => Number(parts.find((one) => one.type === type)?.value ?? Number.NaN);
    const local = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
    const minutes = Math.round(local / 6e4) - Math.floor(now.getTime() / 6e4);
    return Number.isFinite(minutes) ? minutes : -now.getTimezoneOffset();
  } catch {
    return -now.getTimezoneOffset();
  }
}

// src/run/ask-working-tree.ts
import { createHash } from "node:crypto";
var mostNames = 50;
var mostDiffBytes = 256 * 1024 * 1024;
var quietly = ["-c", "core.fsmonitor=false", "-c", "diff.external="];
async function askWorkingTree(cwd, environment) {
  const git = (args, mostBytes2) => ask({
    file: "git",
    args: [...quietly, ...args],
    cwd,
    environment: { ...environment, GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
    ...mostBytes2 === void 0 ? {} : { mostBytes: mostBytes2 }
  });
  const place2 = (await git(["rev-parse", "--is-inside-work-tree", "--show-prefix"]))?.toString("utf8") ?? "";
  if (!place2.startsWith("true\n")) return null;
  const folder = place2.slice("true\n".length).replace(/\/?\n?$/, "");
  const head = (await git(["rev-parse", "--verify", "--quiet", "HEAD"]))?.toString("latin1").trim() ?? "";
  const commit = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(head) ? head : null;
  const status = await git(
    ["status", "--porcelain=v1", "-z", "--untracked-files=no", "--ignore-submodules=none"],
    1 << 26
  );
  if (status === null) return null;
  const dirty = namesOf(status);
  const diff = dirty.length === 0 || commit === null ? null : await git(["diff", "--binary", "--no-ext-diff", "--no-textconv", "HEAD"], mostDiffBytes);
  return {
    ...folder === "" ? {} : { folder },
    commit,
    dirty: dirty.slice(0, mostNames),
    dirtyCount: dirty.length,
    diffSha256: diff === null ? null : createHash("sha256").update(diff).digest("hex")
  };
}
function namesOf(status) {
  const names = [];
  const parts = status.toString("utf8").split("\0");
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? "";
    if (part.length < 4) continue;
    names.push(part.slice(3));
    if (/^[RC]|^.[RC]/.test(part)) at += 1;
  }
  return names.sort();
}

// src/run/list-outcome.ts
import { setTimeout as sleep } from "node:timers/promises";

// src/run/open-writers.ts
import { readdirSync, readFileSync, readlinkSync as readlinkSync2 } from "node:fs";
var maxWriters = 10;
function openWriters(paths) {
  const found = [];
  if (paths.size === 0 || !hasProcessTable()) return found;
  for (const pid of listPids()) {
    if (pid === process.pid) continue;
    for (const fd of descriptors(pid)) {
      const path = pathBehind(pid, fd);
      if (path === null || !paths.has(path) || !isForWriting(pid, fd)) continue;
      found.push({ pid, command: commandOf(pid), path });
      if (found.length >= maxWriters) return found;
      break;
    }
  }
  return found;
}
function descriptors(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`);
  } catch {
    return [];
  }
}
function pathBehind(pid, fd) {
  try {
    return readlinkSync2(`/proc/${pid}/fd/${fd}`);
  } catch {
    return null;
  }
}
function isForWriting(pid, fd) {
  try {
    const flags = /^flags:\s*([0-7]+)/m.exec(readFileSync(`/proc/${pid}/fdinfo/${fd}`, "latin1"))?.[1];
    return flags !== void 0 && (Number.parseInt(flags, 8) & 3) !== 0;
  } catch {
    return false;
  }
}

// src/run/list-outcome.ts
var restMs = 250;
var maxRests = 8;
async function listOutcome(run, watched, select, stopped) {
  const folders = [];
  const restless = [];
  const unreadable = [];
  const behindLinks = [];
  const stale = [];
  for (const folder of watched) {
    const settled = await changesAtRest(folder, stopped);
    if (settled === null) return null;
    const { after, changes } = settled;
    const nameOf = (key) => recordedPath(folder, key);
    restless.push(...settled.restless.map(nameOf));
    behindLinks.push(...changedBehindLinks(folder.before, after).map(nameOf));
    const touched = new Set(changes.map(({ key }) => key));
    for (const [key, node] of after) {
      if (node.type === "unreadable") unreadable.push(nameOf(key));
      if (node.type === "file" && !touched.has(key) && select?.(displayPath(key)) === true) stale.push(nameOf(key));
    }
    folders.push({ root: folder.root, isOutputDir: folder.isOutputDir, before: folder.before, changes });
  }
  const written = folders.flatMap(
    (folder) => writtenFiles(folder, folder.changes).filter((file) => folder.isOutputDir || select === null || select(file.path))
  );
  const paths = new Set(written.filter(({ type }) => type === "file").map(({ absolutePath }) => absolutePath));
  const doubts = [
    ...writingDoubts(run, restless, openWriters(paths)),
    ...staleDoubts(run, stale, written),
    ...unseenDoubts(run, unreadable, behindLinks)
  ];
  return { folders, doubts };
}
async function changesAtRest(folder, stopped) {
  for (let rests = 0; ; rests += 1) {
    const after = await snapshot(folder.root, folder.excluded, stopped);
    if (after === null) return null;
    const changes = compareSnapshots(folder.before, after, folder.sameContent);
    const restless = changes.filter((change) => !isAtRest(folder.root, change)).map(({ key }) => key);
    if (restless.length === 0 || rests === maxRests) return { after, changes, restless };
    await sleep(restMs);
  }
}
function isAtRest(root, { key, change, node }) {
  if (node.type === "folder" || node.type === "unreadable") return true;
  const now = look(root, key);
  if (change === "deleted") return now === null || now.type !== node.type || now.inode !== node.inode;
  return now !== null && now.inode === node.inode && now.size === node.size && now.mtimeNs === node.mtimeNs;
}

// src/run/move-tree.ts
import {
  chmodSync,
  closeSync as closeSync2,
  constants as constants3,
  copyFileSync as copyFileSync2,
  mkdirSync as mkdirSync2,
  openSync as openSync2,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync as utimesSync2
} from "node:fs";
async function moveTree(source, target) {
  try {
    renameSync(source, target);
    return;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EXDEV")) throw cannotMove(source, error);
  }
  await moveByCopy(source, target);
}
async function moveByCopy(source, target) {
  try {
    await copyTree(source, target);
  } catch (error) {
    rmSync(target, { recursive: true, force: true });
    throw cannotMove(source, error);
  }
  rmSync(source, { recursive: true, force: true });
}
function copyFileWithTimes(source, target, node) {
  copyFileSync2(source, target, constants3.COPYFILE_FICLONE);
  chmodSync(target, Number(node.mode) & 4095);
  const mtime = Number(node.mtimeNs / 1000n) / 1e6;
  utimesSync2(target, mtime, mtime);
}
async function copyTree(source, target) {
  const top = look(source, "");
  if (top === null) throw new Error("it is gone");
  if (top.type !== "folder") {
    await copyNode(source, target, top);
    return;
  }
  mkdirSync2(target, { mode: Number(top.mode) & 4095 });
  const steps = walk(source, null);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  for (const [key, node] of step.value) {
    if (node.type === "folder") mkdirSync2(systemPath(target, key), { mode: Number(node.mode) & 4095 });
    else await copyNode(systemPath(source, key), systemPath(target, key), node);
  }
}
async function copyNode(source, target, node) {
  if (node.type === "symlink" && node.linkTarget !== null) {
    symlinkSync(Buffer.from(node.linkTarget, "latin1"), target);
  } else if (node.type === "file") {
    copyFileWithTimes(source, target, node);
    if (!await sameContent(source, target)) throw new Error("the copy is not the same as the file");
  } else if (node.type === "unreadable") {
    throw new Error(node.detail ?? "it cannot be read");
  }
}
async function sameContent(source, target) {
  const one = openSync2(source, constants3.O_RDONLY | constants3.O_NOFOLLOW);
  const other = openSync2(target, constants3.O_RDONLY | constants3.O_NOFOLLOW);
  try {
    const steps = compareBytes(one, other);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value;
      await new Promise((resolve4) => setImmediate(resolve4));
    }
  } finally {
    closeSync2(one);
    closeSync2(other);
  }
}
function cannotMove(source, cause) {
  const why = cause instanceof Error ? "code" in cause ? cause.code : cause.message : String(cause);
  return new RunProblem(
    "CANNOT_MOVE",
    `What a run wrote could not be moved away from "${source.toString()}" (${why}).`,
    {
      remedy: "The next run must start without it. Let the training write files that this user may move, or write to $TRAIN_TWICE_OUTPUT_DIR.",
      cause
    }
  );
}

// src/run/read-observed.ts
import { closeSync as closeSync3, constants as constants4, fstatSync, openSync as openSync3, readdirSync as readdirSync2, readSync as readSync2 } from "node:fs";
import { join as join4 } from "node:path";
var mostProcesses = 256;
var mostBytes = 1 << 20;
var mostItems = 1e3;
var longestText = 1e3;
function readObserved(folder) {
  const stems = /* @__PURE__ */ new Map();
  for (const name of namesIn(folder)) {
    const match = /^(\d{1,20}-\d{1,10})\.(json|started|failed)$/.exec(name);
    if (match === null) continue;
    const [, stem = "", ending = ""] = match;
    stems.set(stem, (stems.get(stem) ?? /* @__PURE__ */ new Set()).add(ending));
  }
  const sorted = [...stems].toSorted(([a], [b]) => beganAt(a) - beganAt(b) || (a < b ? -1 : 1));
  const first = sorted.slice(0, mostProcesses).map(([stem, endings]) => processOf(join4(folder, stem), pidOf(stem), endings));
  const processes = first.filter((process2, index) => !wentOn(process2, first.slice(index + 1))).map(({ told }) => told);
  const rest = sorted.length - first.length;
  if (rest > 0) processes.push({ kind: "unrecorded", pid: null, why: `${rest} further processes were not read` });
  return processes;
}
function wentOn({ told, parent }, later) {
  if (told.kind !== "unrecorded" || parent === null) return false;
  return later.some((other) => other.told.pid === told.pid && other.parent === parent);
}
function beganAt(stem) {
  return Number(stem.split("-")[0]);
}
function pidOf(stem) {
  return Number(stem.split("-")[1]);
}
function namesIn(folder) {
  try {
    return readdirSync2(folder);
  } catch {
    return [];
  }
}
function processOf(path, pid, endings) {
  const unrecorded = (why, parent = null) => {
    return { told: { kind: "unrecorded", pid, why }, parent };
  };
  try {
    if (endings.has("json")) {
      const told = seen(JSON.parse(readBounded(`${path}.json`)));
      return { told, parent: told.parent };
    }
    if (endings.has("failed")) {
      const line = readBounded(`${path}.failed`).split("\n")[0] ?? "";
      return unrecorded(`the observer failed: ${line.slice(0, longestText)}`);
    }
    const parent = readBounded(`${path}.started`);
    const why = "it was killed, or left without the end of a Python process (os._exit, exec)";
    return unrecorded(why, /^\d{1,10}$/.test(parent) ? Number(parent) : null);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return unrecorded(`its record could not be read: ${why.slice(0, longestText)}`);
  }
}
function readBounded(path) {
  const handle = openSync3(path, constants4.O_RDONLY | constants4.O_NOFOLLOW | constants4.O_NONBLOCK);
  try {
    const about = fstatSync(handle);
    if (!about.isFile()) throw new TypeError("it is no regular file");
    if (about.size > mostBytes) throw new RangeError(`it has ${about.size} bytes, at most ${mostBytes} were expected`);
    const bytes = Buffer.alloc(about.size);
    let length = 0;
    while (length < bytes.length) {
      const got = readSync2(handle, bytes, length, bytes.length - length, length);
      if (got === 0) break;
      length += got;
    }
    return bytes.toString("utf8", 0, length);
  } finally {
    closeSync3(handle);
  }
}
function seen(document) {
  const at = members({ name: "the record", value: document });
  if (at("recordVersion").value !== 1) throw new TypeError('"recordVersion" is not 1');
  return {
    kind: "seen",
    pid: integer(at("pid")),
    parent: integer(at("parent")),
    forked: truth(at("forked")),
    signal: orNull(at("signal"), text),
    interpreter: interpreter(at("interpreter")),
    seedings: list(at("seedings"), (item) => ({
      what: text(item("what")),
      value: orNull(item("value"), text),
      order: integer(item("order")),
      drawnBefore: orNull(item("drawnBefore"), truth),
      ...place(item)
    })),
    unseeded: list(at("unseeded"), (item) => ({
      what: text(item("what")),
      count: integer(item("count")),
      ...place(item)
    })),
    neverSeeded: texts(at("neverSeeded")),
    loaders: list(at("loaders"), (item) => ({
      workers: integer(item("workers")),
      torchSeeded: truth(item("torchSeeded")),
      ...place(item)
    })),
    torch: orNull(at("torch"), torch),
    numpy: orNull(at("numpy"), numpy),
    tensorflow: orNull(at("tensorflow"), tensorflow),
    jax: orNull(at("jax"), jax),
    variables: variables(at("variables")),
    reads: orNull(at("reads"), reads),
    distributions: list(at("distributions"), distribution),
    distributionsComplete: truth(at("distributionsComplete")),
    dropped: integer(at("dropped")),
    faults: texts(at("faults"))
  };
}
function interpreter(field) {
  const at = members(field);
  const flag = members(at("flags"));
  return {
    implementation: text(at("implementation")),
    version: text(at("version")),
    executable: text(at("executable")),
    platform: text(at("platform")),
    argv: texts(at("argv")),
    flags: {
      hashRandomization: integer(flag("hashRandomization")),
      ignoreEnvironment: integer(flag("ignoreEnvironment")),
      isolated: integer(flag("isolated")),
      noSite: integer(flag("noSite"))
    },
    hashSeed: orNull(at("hashSeed"), text),
    hashSeedAtEnd: orNull(at("hashSeedAtEnd"), text),
    hashSeedFixed: truth(at("hashSeedFixed")),
    hashCanary: text(at("hashCanary"))
  };
}
function torch(field) {
  const at = members(field);
  return {
    version: text(at("version")),
    cuda: orNull(at("cuda"), text),
    cudnn: orNull(at("cudnn"), text),
    cudaUsed: truth(at("cudaUsed")),
    devices: list(at("devices"), (item) => ({ index: integer(item("index")), name: text(item("name")) })),
    deviceCount: orNull(at("deviceCount"), integer),
    deterministicAlgorithms: truth(at("deterministicAlgorithms")),
    warnOnly: truth(at("warnOnly")),
    operations: texts(at("operations")),
    cudnnDeterministic: truth(at("cudnnDeterministic")),
    cudnnBenchmark: truth(at("cudnnBenchmark")),
    matmulPrecision: orNull(at("matmulPrecision"), text),
    matmulTf32: orNull(at("matmulTf32"), truth),
    cudnnTf32: orNull(at("cudnnTf32"), truth),
    threads: orNull(at("threads"), integer),
    initialSeed: orNull(at("initialSeed"), text),
    defaultDtype: orNull(at("defaultDtype"), text)
  };
}
function numpy(field) {
  const at = members(field);
  return { version: text(at("version")), blas: orNull(at("blas"), text) };
}
function tensorflow(field) {
  const at = members(field);
  return {
    version: text(at("version")),
    opDeterminism: orNull(at("opDeterminism"), truth),
    gpus: texts(at("gpus")),
    interOpThreads: orNull(at("interOpThreads"), integer),
    intraOpThreads: orNull(at("intraOpThreads"), integer)
  };
}
function jax(field) {
  const at = members(field);
  return {
    version: text(at("version")),
    backend: orNull(at("backend"), text),
    devices: texts(at("devices")),
    x64: orNull(at("x64"), truth),
    prng: orNull(at("prng"), text),
    matmulPrecision: orNull(at("matmulPrecision"), text)
  };
}
function reads(field) {
  const at = members(field);
  return { files: texts(at("files")), dropped: integer(at("dropped")) };
}
function variables(field) {
  const { value } = field;
  members(field);
  const entries = Object.entries(value ?? {});
  if (entries.length > mostItems) throw wrong(field, `an object of at most ${mostItems} members`);
  return Object.fromEntries(entries.map(([name, one]) => [name.slice(0, longestText), text({ name, value: one })]));
}
var sources = ["index", "vcs", "archive", "folder", "editable"];
function distribution(at) {
  const source = sources.find((one) => one === at("source").value);
  if (source === void 0) throw wrong(at("source"), "a way to install");
  return {
    name: text(at("name")),
    version: text(at("version")),
    source,
    revision: orNull(at("revision"), text),
    installer: orNull(at("installer"), text)
  };
}
function place(at) {
  const origin = text(at("origin"));
  if (origin !== "own" && origin !== "library" && origin !== "standard") throw wrong(at("origin"), "an origin");
  return { file: text(at("file")), line: integer(at("line")), origin };
}
function members({ name, value }) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong({ name, value }, "an object");
  return (member) => ({ name: member, value: Object.hasOwn(value, member) ? Reflect.get(value, member) : void 0 });
}
function list(field, read) {
  return items(field).map((value) => read(members({ name: field.name, value })));
}
function texts(field) {
  return items(field).map((value) => text({ name: field.name, value }));
}
function items(field) {
  if (!Array.isArray(field.value)) throw wrong(field, "a list");
  if (field.value.length > mostItems) throw wrong(field, `a list of at most ${mostItems}`);
  return field.value;
}
function text(field) {
  if (typeof field.value !== "string") throw wrong(field, "a text");
  return field.value.slice(0, longestText);
}
function integer(field) {
  if (typeof field.value !== "number" || !Number.isSafeInteger(field.value) || field.value < 0)
    throw wrong(field, "a whole number");
  return field.value;
}
function truth(field) {
  if (typeof field.value !== "boolean") throw wrong(field, "true or false");
  return field.value;
}
function orNull(field, read) {
  return field.value === null ? null : read(field);
}
function wrong({ name }, expected) {
  return new TypeError(`"${name}" is not ${expected}`);
}

// src/run/set-aside.ts
import { lstatSync as lstatSync4, mkdirSync as mkdirSync3, symlinkSync as symlinkSync2 } from "node:fs";
async function setAside(root, before, changes, originals, target, stopped) {
  const taken = [];
  try {
    return await setAllAside(root, before, changes, originals, target, stopped, taken);
  } catch (error) {
    for (const key of taken.reverse()) await moveTree(systemPath(target, key), systemPath(root, key)).catch(() => {
    });
    throw error;
  }
}
async function setAllAside(root, before, changes, originals, target, stopped, taken) {
  const moved = /* @__PURE__ */ new Set();
  const restored = /* @__PURE__ */ new Set();
  const takeAway = async (key) => {
    makeFolder(target, parentOf(key));
    await moveTree(systemPath(root, key), systemPath(target, key));
    moved.add(key);
    taken.push(key);
  };
  const created = new Set(changes.filter(({ change }) => change === "created").map(({ key }) => key));
  for (const key of created) {
    if (stopped()) break;
    if (!created.has(parentOf(key))) await takeAway(key);
  }
  for (const { key, change, node } of changes) {
    if (stopped()) break;
    const old = before.get(key);
    if (change === "created" || old === void 0) continue;
    const original = originals.get(key);
    if (change === "changed") {
      if (canRestore(old, original)) await takeAway(key);
      else if (node.type === "file") {
        makeFolder(target, parentOf(key));
        copyFileWithTimes(systemPath(root, key), systemPath(target, key), node);
        moved.add(key);
        continue;
      } else if (node.type === "symlink") {
        await takeAway(key);
        continue;
      } else continue;
    }
    if (restore(systemPath(root, key), old, original)) restored.add(key);
  }
  return { moved, restored };
}
function canRestore(old, original) {
  return old.type === "file" && original !== void 0 || old.type === "symlink" && old.linkTarget !== null;
}
function restore(path, old, original) {
  try {
    if (old.type === "folder") mkdirSync3(path, { mode: Number(old.mode) & 4095 });
    else if (old.type === "file" && original !== void 0) copyFileWithTimes(original, path, old);
    else if (old.type === "symlink" && old.linkTarget !== null)
      symlinkSync2(Buffer.from(old.linkTarget, "latin1"), path);
    else return false;
    return true;
  } catch {
    return false;
  }
}
function makeFolder(target, key) {
  const parts = key === "" ? [] : key.split("/");
  mkdirSync3(target, { recursive: true });
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const folder = parts.slice(0, depth).join("/");
    if (lstatSync4(systemPath(target, folder), { throwIfNoEntry: false }) === void 0) {
      mkdirSync3(systemPath(target, folder));
    }
  }
}

// src/run/supervise.ts
import { spawn } from "node:child_process";
import { setTimeout as sleep3 } from "node:timers/promises";

// src/run/log-file.ts
import { constants as constants5, rmSync as rmSync2 } from "node:fs";
import { open, rm } from "node:fs/promises";
var defaultLimits = { headBytes: 96 * 1024 * 1024, tailBytes: 32 * 1024 * 1024 };
var maxHeldBytes = 64 * 1024;
var tailLines = 20;
var tailCharacters = 500;
async function openLog(path, limits = defaultLimits) {
  const head = await openNew(path);
  let ring = null;
  let headBytes = 0;
  let problem = null;
  const held = { stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
  const ringPath = `${path}.tail`;
  const store = async (bytes) => {
    if (bytes.length === 0 || problem !== null) return;
    try {
      if (ring === null && headBytes + bytes.length <= limits.headBytes) {
        await writeFully(head, bytes, headBytes);
        headBytes += bytes.length;
        return;
      }
      ring ??= { file: await openNew(ringPath), written: 0 };
      for (let at = 0; at < bytes.length; ) {
        const position = ring.written % limits.tailBytes;
        const piece = bytes.subarray(at, at + Math.min(bytes.length - at, limits.tailBytes - position));
        await writeFully(ring.file, piece, position);
        ring.written += piece.length;
        at += piece.length;
      }
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
  };
  const accept = async (chunk, stream) => {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    const border = Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13)) + 1;
    const before = held[stream];
    if (border > 0) {
      await store(before);
      await store(bytes.subarray(0, border));
      held[stream] = Buffer.from(bytes.subarray(border));
    } else {
      held[stream] = Buffer.concat([before, bytes]);
    }
    if (held[stream].length > maxHeldBytes) {
      await store(held[stream]);
      held[stream] = Buffer.alloc(0);
    }
  };
  const joinTail = async () => {
    if (ring === null) return 0;
    const kept = Math.min(ring.written, limits.tailBytes);
    let start = ring.written - kept;
    if (ring.written > kept) start += await bytesToNextLine(ring.file, start, limits.tailBytes, kept);
    const leftOut = ring.written > kept ? start : 0;
    if (leftOut > 0) {
      const note = Buffer.from(`
[train-twice] ${leftOut} bytes of output are left out here: the log is limited.
`);
      await writeFully(head, note, headBytes);
      headBytes += note.length;
    }
    const buffer = Buffer.allocUnsafe(256 * 1024);
    while (start < ring.written) {
      const position = start % limits.tailBytes;
      const wanted = Math.min(buffer.length, ring.written - start, limits.tailBytes - position);
      const { bytesRead } = await ring.file.read(buffer, 0, wanted, position);
      if (bytesRead === 0) throw new Error(`${ringPath} is shorter than what was written to it`);
      await writeFully(head, buffer.subarray(0, bytesRead), headBytes);
      headBytes += bytesRead;
      start += bytesRead;
    }
    return leftOut;
  };
  let last = Promise.resolve();
  const inTurn = (work) => {
    last = last.then(work);
    return last;
  };
  return {
    write: (chunk, stream) => inTurn(() => accept(chunk, stream)),
    async close() {
      await inTurn(async () => {
        await store(held.stdout);
        if (held.stdout.length > 0 && held.stderr.length > 0) await store(Buffer.from("\n"));
        await store(held.stderr);
      });
      let leftOut = 0;
      try {
        leftOut = await joinTail();
      } catch (error) {
        problem ??= error instanceof Error ? error.message : String(error);
      }
      const tail = await readTail(head, headBytes);
      await head.close();
      if (ring !== null) {
        await ring.file.close();
        await rm(ringPath, { force: true });
      }
      return { bytes: headBytes, leftOut, tail, problem };
    }
  };
}
async function openNew(path) {
  rmSync2(path, { force: true });
  return open(path, constants5.O_RDWR | constants5.O_CREAT | constants5.O_EXCL | (constants5.O_NOFOLLOW ?? 0), 420);
}
async function writeFully(file, bytes, position) {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, at, bytes.length - at, position + at);
    at += bytesWritten;
  }
}
async function bytesToNextLine(ring, start, size, kept) {
  const buffer = Buffer.allocUnsafe(Math.min(maxHeldBytes, kept));
  const position = start % size;
  const { bytesRead } = await ring.read(buffer, 0, Math.min(buffer.length, size - position), position);
  const found = buffer.subarray(0, bytesRead).findIndex((byte) => byte === 10 || byte === 13);
  return found === -1 ? 0 : found + 1;
}
async function readTail(file, size) {
  const length = Math.min(size, 2 * 4 * tailLines * tailCharacters);
  const buffer = Buffer.alloc(length);
  try {
    await file.read(buffer, 0, length, size - length);
  } catch {
    return [];
  }
  const lines = buffer.toString("utf8").split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  return lines.slice(-tailLines).map((line) => line.slice(0, tailCharacters));
}

// src/run/open-pipe.ts
import { execFileSync } from "node:child_process";
import { closeSync as closeSync4, constants as constants6, mkdtempSync, openSync as openSync4, rmSync as rmSync3 } from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join as join5 } from "node:path";
function openPipe() {
  let folder = null;
  try {
    folder = mkdtempSync(join5(tmpdir(), "train-twice-"));
    const path = join5(folder, "pipe");
    execFileSync("mkfifo", ["-m", "600", path], { stdio: "ignore" });
    const readFd = openSync4(path, constants6.O_RDONLY | constants6.O_NONBLOCK);
    const writeFd = openSync4(path, constants6.O_WRONLY);
    let open2 = true;
    return {
      writeEnd: writeFd,
      readEnd: new Socket({ fd: readFd, readable: true, writable: false }),
      closeWriteEnd() {
        if (open2) closeSync4(writeFd);
        open2 = false;
      }
    };
  } catch {
    return null;
  } finally {
    if (folder !== null) rmSync3(folder, { recursive: true, force: true });
  }
}

// src/run/isolated-python.ts
var interpreter2 = /(?:^|\/)(?:python|pypy)(?:\d+(?:\.\d+)?)?$/;
var withValue = /* @__PURE__ */ new Set(["-W", "-X", "--check-hash-based-pycs"]);
function isolatingOption(argv) {
  const [program = "", ...rest] = argv;
  if (!interpreter2.test(program)) return null;
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? "";
    if (!word.startsWith("-") || word === "-" || word === "--") return null;
    if (withValue.has(word)) {
      at += 1;
      continue;
    }
    if (word.startsWith("--")) continue;
    for (const letter of word.slice(1)) {
      if (letter === "I" || letter === "E" || letter === "S") return `-${letter}`;
      if (letter === "c" || letter === "m" || letter === "W" || letter === "X") break;
    }
    if (/^-[a-zA-Z]*[cm]/.test(word)) return null;
  }
  return null;
}

// src/run/process-tree.ts
var mostIsolated = 20;
var pollMs = 250;
function watchTree(leader, marker) {
  const start = hasProcessTable() ? readProcess(leader) : null;
  return start === null ? groupOnly(leader) : linuxTree(start, marker);
}
function linuxTree(leader, marker) {
  const members2 = /* @__PURE__ */ new Map([[leader.pid, leader.startTicks]]);
  const sessions = /* @__PURE__ */ new Set([leader.pid]);
  const elders = /* @__PURE__ */ new Set();
  const untouchable = ownLine();
  const commands = /* @__PURE__ */ new Map();
  const isolated = /* @__PURE__ */ new Map();
  const ourOwnSession = readProcess(process.pid)?.session;
  const ourSession = (session, byPid) => {
    if (!sessions.has(session)) return false;
    const holder = byPid.get(session);
    return holder === void 0 || members2.get(session) === holder.startTicks;
  };
  const adopt = (infos, byMarker) => {
    for (const [pid, ticks] of members2) {
      const now = infos.get(pid);
      if (now === void 0 || now.startTicks !== ticks) members2.delete(pid);
    }
    for (let grown = true; grown; ) {
      grown = false;
      for (const info of infos.values()) {
        if (members2.has(info.pid) || untouchable.has(info.pid) || info.startTicks < leader.startTicks) continue;
        const belongs = members2.has(info.parent) || ourSession(info.session, infos) || byMarker && hasMarker(info.pid, marker);
        if (!belongs) continue;
        members2.set(info.pid, info.startTicks);
        if (info.session !== ourOwnSession) sessions.add(info.session);
        grown = true;
      }
    }
  };
  const lookAtCommands = () => {
    for (const pid of commands.keys()) if (!members2.has(pid)) commands.delete(pid);
    for (const pid of members2.keys()) {
      if (isolated.size >= mostIsolated) return;
      const argv = argvOf(pid);
      const command = argv.join(" ").slice(0, 200);
      if (argv.length === 0 || commands.get(pid) === command) continue;
      commands.set(pid, command);
      const why = isolatingOption(argv);
      if (why !== null) isolated.set(command, { command, why });
    }
  };
  const thoroughLook = () => {
    const infos = /* @__PURE__ */ new Map();
    for (const pid of listPids()) {
      const info = readProcess(pid);
      if (info !== null) infos.set(pid, info);
    }
    adopt(infos, true);
    return [...infos.values()].filter((info) => members2.has(info.pid) && isAlive(info));
  };
  return {
    look() {
      const pids = listPids();
      const present = new Set(pids);
      for (const pid of elders) if (!present.has(pid)) elders.delete(pid);
      const infos = /* @__PURE__ */ new Map();
      for (const pid of pids) {
        if (elders.has(pid)) continue;
        const info = readProcess(pid);
        if (info === null) continue;
        if (info.startTicks < leader.startTicks) elders.add(pid);
        else infos.set(pid, info);
      }
      adopt(infos, false);
      lookAtCommands();
    },
    isolated: () => [...isolated.values()],
    alive: () => thoroughLook().map(({ pid, startTicks }) => ({ pid, startTicks, command: commandOf(pid) })),
    signal(signal) {
      const living = thoroughLook();
      const groupIsOurs = living.some((info) => info.pid === leader.pid);
      if (groupIsOurs) send(-leader.pid, signal);
      for (const info of living) {
        if (groupIsOurs && info.group === leader.pid) continue;
        if (readProcess(info.pid)?.startTicks === info.startTicks) send(info.pid, signal);
      }
    }
  };
}
function groupOnly(leader) {
  return {
    look() {
    },
    isolated: () => [],
    alive: () => send(-leader, 0) ? [{ pid: leader, startTicks: 0, command: `process group ${leader}` }] : [],
    signal: (signal) => {
      send(-leader, signal);
    }
  };
}
function send(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

// src/run/line-splitter.ts
var defaultMaxLineBytes = 4096;
var newline = 10;
var carriageReturn = 13;
function lineSplitter(take, maxLineBytes = defaultMaxLineBytes) {
  const partial = Buffer.allocUnsafe(maxLineBytes);
  let held = 0;
  let cut = 0;
  let returnSeen = false;
  const keep = (piece) => {
    const fitting = Math.min(piece.length, maxLineBytes - held);
    partial.set(piece.subarray(0, fitting), held);
    held += fitting;
    cut += piece.length - fitting;
  };
  const finish = (ending) => {
    const empty = held === 0 && cut === 0;
    if (!(empty && ending !== "newline")) take(partial.subarray(0, held), ending, cut);
    held = 0;
    cut = 0;
  };
  return {
    push(chunk) {
      let at = 0;
      let nextNewline = -2;
      let nextReturn = -2;
      while (at < chunk.length) {
        if (returnSeen) {
          returnSeen = false;
          const pair = chunk[at] === newline;
          finish(pair ? "newline" : "return");
          if (pair) {
            at += 1;
            continue;
          }
        }
        if (nextNewline !== -1 && nextNewline < at) nextNewline = chunk.indexOf(newline, at);
        if (nextReturn !== -1 && nextReturn < at) nextReturn = chunk.indexOf(carriageReturn, at);
        const isReturn = nextReturn !== -1 && (nextNewline === -1 || nextReturn < nextNewline);
        const stop = isReturn ? nextReturn : nextNewline;
        if (stop === -1) {
          keep(chunk.subarray(at));
          return;
        }
        keep(chunk.subarray(at, stop));
        at = stop + 1;
        if (isReturn) returnSeen = true;
        else finish("newline");
      }
    },
    end() {
      if (returnSeen) finish("return");
      else finish("none");
      returnSeen = false;
    }
  };
}

// src/run/relay-output.ts
var linesPerSecond = 100;
var burst = 1e3;
var refreshesPerSecond = 2;
function relayOutput(run, listener, nowMs) {
  let tokens = burst;
  let refilled = nowMs();
  let lastRefresh = Number.NEGATIVE_INFINITY;
  let dropped = 0;
  const tellDropped = () => {
    if (dropped === 0) return;
    const lines = dropped === 1 ? "1 line" : `${dropped.toLocaleString("en-US")} lines`;
    listener({ kind: "note", message: `Run ${run}: ${lines} of output not shown here; run-${run}.log has them.` });
    dropped = 0;
  };
  const admits = (isRefresh) => {
    const now = nowMs();
    if (isRefresh) {
      if (now - lastRefresh < 1e3 / refreshesPerSecond) return false;
      lastRefresh = now;
      return true;
    }
    tokens = Math.min(burst, tokens + (now - refilled) / 1e3 * linesPerSecond);
    refilled = now;
    if (tokens < (dropped > 0 ? linesPerSecond / 4 : 1)) {
      dropped += 1;
      return false;
    }
    tellDropped();
    tokens -= 1;
    return true;
  };
  const splitterFor = (stream) => lineSplitter((bytes, ending, cut) => {
    if (!admits(ending === "return")) return;
    const text2 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
    listener({ kind: "run-output", run, stream, line: cut === 0 ? text2 : `${text2} … (${cut} bytes more)` });
  });
  const stdout = splitterFor("stdout");
  const stderr = splitterFor("stderr");
  return {
    stdout,
    stderr,
    end() {
      stdout.end();
      stderr.end();
      tellDropped();
    }
  };
}

// src/run/stop-tree.ts
import { setTimeout as sleep2 } from "node:timers/promises";
var timeoutLadder = [
  { signal: "SIGINT", graceMs: 5e3 },
  { signal: "SIGTERM", graceMs: 5e3 }
];
var cancelLadder = [
  { signal: "SIGINT", graceMs: 2e3 },
  { signal: "SIGTERM", graceMs: 1500 }
];
var survivorLadder = [{ signal: "SIGTERM", graceMs: 1e3 }];
var lookMs = 50;
var maxPasses = 20;
async function stopTree(tree, ladder, inHurry = () => false) {
  for (const rung of ladder) {
    if (inHurry()) break;
    tree.signal(rung.signal);
    if (await goneWithin(tree, rung.graceMs, inHurry)) return [];
  }
  let empty = 0;
  let living = [];
  for (let pass = 0; pass < maxPasses && empty < 2; pass += 1) {
    tree.signal("SIGKILL");
    await sleep2(pass === 0 ? 10 : lookMs);
    living = tree.alive();
    empty = living.length === 0 ? empty + 1 : 0;
  }
  return living;
}
async function goneWithin(tree, graceMs, inHurry) {
  const end = performance.now() + graceMs;
  while (performance.now() < end && !inHurry()) {
    if (tree.alive().length === 0 && tree.alive().length === 0) return true;
    await sleep2(lookMs);
  }
  return tree.alive().length === 0;
}

// src/run/supervise.ts
var defaultTiming = { lingerMs: 2e3, timeoutLadder, cancelLadder, survivorLadder, tickMs: 1e3 };
var drainMs = 1e3;
async function supervise(assignment, supervision) {
  const log = await openLog(assignment.logPath, supervision.logLimits);
  const start = (/* @__PURE__ */ new Date()).toISOString();
  const startedMs = performance.now();
  const started = await startProcess(assignment);
  if ("why" in started) {
    const end = { kind: "not-started", why: started.why };
    return { pid: null, start, end, durationMs: 0, survivors: [], unobserved: [], log: await log.close() };
  }
  const { child, pid, streams } = started;
  const relay = relayOutput(assignment.run, supervision.listener, () => performance.now());
  let lastOutputMs = startedMs;
  const onOutput = () => {
    lastOutputMs = performance.now();
  };
  const drained = Promise.all([
    drain(streams.stdout, "stdout", log, relay, onOutput),
    drain(streams.stderr, "stderr", log, relay, onOutput)
  ]);
  const tree = watchTree(pid, assignment.marker);
  const { ended, survivors } = await watch(assignment, supervision, child, tree, startedMs, () => lastOutputMs);
  const durationMs = ended.durationMs;
  if (!await settledWithin(drained, drainMs)) {
    streams.stdout.destroy();
    streams.stderr.destroy();
    await drained;
  }
  relay.end();
  return { pid, start, end: ended.end, durationMs, survivors, unobserved: tree.isolated(), log: await log.close() };
}
async function startProcess(assignment) {
  const [file, ...rest] = assignment.argv;
  const pipes = { stdout: openPipe(), stderr: openPipe() };
  let child;
  try {
    child = spawn(file ?? "", rest, {
      cwd: assignment.workingDirectory,
      env: { ...assignment.environment },
      detached: true,
      stdio: ["ignore", pipes.stdout?.writeEnd ?? "pipe", pipes.stderr?.writeEnd ?? "pipe"]
    });
  } catch (error) {
    pipes.stdout?.readEnd.destroy();
    pipes.stderr?.readEnd.destroy();
    return { why: error instanceof Error ? error.message : String(error) };
  } finally {
    pipes.stdout?.closeWriteEnd();
    pipes.stderr?.closeWriteEnd();
  }
  const stdout = pipes.stdout?.readEnd ?? child.stdout;
  const stderr = pipes.stderr?.readEnd ?? child.stderr;
  if (child.pid === void 0 || stdout === null || stderr === null) {
    const why = await new Promise((resolve4) => {
      child.once("error", (error) => resolve4(error.message));
    });
    stdout?.destroy();
    stderr?.destroy();
    return { why };
  }
  child.on("error", () => {
  });
  return { child, pid: child.pid, streams: { stdout, stderr } };
}
async function drain(stream, name, log, relay, onOutput) {
  try {
    for await (const chunk of stream) {
      onOutput();
      await log.write(chunk, name);
      relay[name].push(chunk);
    }
  } catch {
  }
}
async function watch(assignment, supervision, child, tree, startedMs, lastOutputMs) {
  const { run, of, timeoutMs, idleTimeoutMs, expectedMs } = assignment;
  const timing = { ...defaultTiming, ...supervision.timing };
  let times = 0;
  let exited = false;
  let callStop = () => {
  };
  const stopCalled = new Promise((resolve4) => {
    callStop = resolve4;
  });
  const exit = new Promise((resolve4) => {
    child.once("exit", (code, signal) => {
      exited = true;
      resolve4(code === null ? { kind: "signalled", signal: signal ?? "an unknown signal" } : { kind: "exited", code });
    });
  });
  const forget = supervision.cancellation.onCancel((signal, count) => {
    times = count;
    callStop({ kind: "cancelled", signal });
  });
  let lastTickMs = startedMs;
  const timer = setInterval(
    () => {
      tree.look();
      const now = performance.now();
      const silentMs = now - lastOutputMs();
      if (now - startedMs >= timeoutMs) callStop({ kind: "timed-out", limit: "timeout", limitMs: timeoutMs });
      else if (idleTimeoutMs !== null && silentMs >= idleTimeoutMs) {
        callStop({ kind: "timed-out", limit: "idle-timeout", limitMs: idleTimeoutMs });
      }
      if (now - lastTickMs >= timing.tickMs) {
        lastTickMs = now;
        supervision.listener({ kind: "run-tick", run, of, elapsedMs: now - startedMs, silentMs, expectedMs });
      }
    },
    Math.min(pollMs, timeoutMs, idleTimeoutMs ?? pollMs)
  );
  tree.look();
  try {
    const first = await Promise.race([exit, stopCalled]);
    const inHurry = () => times > 1;
    if (first.kind === "timed-out" || first.kind === "cancelled") {
      const why = first.kind === "cancelled" ? first.signal : `the ${first.limit.replace("-", " ")} of run ${run}`;
      supervision.listener({ kind: "stopping", why });
      const left2 = await stopTree(
        tree,
        first.kind === "cancelled" ? timing.cancelLadder : timing.timeoutLadder,
        () => first.kind === "cancelled" ? inHurry() : times > 0
      );
      await settledWithin(exit, drainMs);
      const durationMs = performance.now() - startedMs;
      return { ended: { end: first, durationMs }, survivors: left2.map((one) => survivor(one, false)) };
    }
    const ended = { end: first, durationMs: performance.now() - startedMs };
    const wanted = () => times > 0;
    if (await goneWithin(tree, timing.lingerMs, wanted)) return { ended, survivors: [] };
    const found = tree.alive();
    if (found.length > 0) supervision.listener({ kind: "note", message: survivorsNote(run, found) });
    const left = await stopTree(tree, timing.survivorLadder, wanted);
    const stillThere = new Set(left.map((one) => one.pid));
    const all = [...found, ...left.filter((one) => !found.some((other) => other.pid === one.pid))];
    return { ended, survivors: all.map((one) => survivor(one, !stillThere.has(one.pid))) };
  } finally {
    clearInterval(timer);
    forget();
    if (!exited) child.unref();
  }
}
function survivor(found, killed) {
  return { pid: found.pid, command: found.command, killed };
}
function survivorsNote(run, found) {
  const names = found.slice(0, 3).map((one) => `${one.pid} (${one.command})`);
  return `Run ${run} ended, but ${found.length} of its processes did not: ${names.join(", ")}. They are being stopped.`;
}
async function settledWithin(promise, limitMs2) {
  const limit = new AbortController();
  const settled = promise.then(() => true);
  try {
    return await Promise.race([settled, sleep3(limitMs2, false, { signal: limit.signal })]);
  } finally {
    limit.abort();
  }
}

// src/run/train-once.ts
function freshOutputDir(path) {
  try {
    if (lstatSync5(path, { throwIfNoEntry: false }) !== void 0) rmdirSync(path);
    mkdirSync4(path);
  } catch (cause) {
    throw new RunProblem("CANNOT_MOVE", `The folder "${path}" could not be made fresh for the next run: ${cause}.`, {
      remedy: "Give the audit a folder of its own that this user may write to.",
      cause
    });
  }
}
async function trainOnce(plan, number, before, originals, expectedMs) {
  const { request, host, root, command } = plan;
  const of = request.runs;
  const identity = {
    run: number,
    auditId: host.auditId,
    auditDir: host.auditDir,
    outputDir: plan.outputDir,
    datasets: host.datasets ?? []
  };
  const { environment, recorded } = childEnvironment(request, host.baseEnvironment, identity);
  const logPath = join6(host.logDir, `run-${number}.log`);
  const [machine, workingTree] = await Promise.all([askMachine(root, environment), askWorkingTree(root, environment)]);
  if (command.script !== null) {
    rmSync4(plan.scriptFile, { force: true });
    writeFileSync(plan.scriptFile, command.script, { mode: 384, flag: "wx" });
  }
  const startNs = look(plan.outputDir, "")?.mtimeNs ?? null;
  host.listener({ kind: "run-started", run: number, of, command: command.text, expectedMs });
  const ran = await supervise(
    {
      run: number,
      of,
      argv: command.argv,
      workingDirectory: root,
      environment,
      marker: auditMarker(host.auditId),
      logPath,
      timeoutMs: request.timeoutMs,
      idleTimeoutMs: request.idleTimeoutMs,
      expectedMs
    },
    host
  );
  host.listener({
    kind: "run-ended",
    run: number,
    of,
    sentence: describeRunEnd(ran.end),
    success: runSucceeded(ran.end),
    durationMs: ran.durationMs
  });
  const listed = ran.end.kind !== "cancelled" && !plan.stopped();
  const watched = [watchedRoot(plan, before, originals), ...watchedOutputDir(plan)];
  let notListed = `What run ${number} wrote was not listed: the audit was cancelled.`;
  let outcome = null;
  try {
    outcome = listed ? await listOutcome(number, watched, plan.select, plan.stopped) : null;
  } catch (error) {
    if (!isProblem(error)) throw error;
    notListed = `What run ${number} wrote could not be listed: ${error.message}`;
  }
  const files = outcome?.folders.flatMap((folder) => [...writtenFiles(folder, folder.changes)]) ?? [];
  const divided = divide(plan, files);
  const record = {
    number,
    argv: command.argv,
    workingDirectory: root,
    environment: recorded,
    seed: request.seed,
    start: ran.start,
    end: ran.end,
    durationMs: ran.durationMs,
    survivors: ran.survivors,
    logPath,
    logBytes: ran.log.bytes,
    logTail: ran.log.tail,
    ...divided,
    hostName: hostname(),
    pid: ran.pid,
    observed: request.observe ? readObserved(observedFolder(host.auditDir, number)) : [],
    unobserved: request.observe ? ran.unobserved : [],
    machine,
    workingTree,
    doubts: [
      ...survivorDoubts(number, ran.survivors),
      ...outcome?.doubts ?? [{ code: "NOT_LISTED", message: notListed }],
      ...replacedOutputDir(plan, number),
      ...copiedDoubts(number, startNs, divided.written),
      ...logDoubts(number, ran.log)
    ]
  };
  return { record, outcome };
}
async function setRunAside(plan, record, outcome, originals) {
  const files = [];
  const restless = [];
  const restored = /* @__PURE__ */ new Set();
  const marked = [];
  for (const folder of outcome.folders) {
    const target = join6(plan.host.auditDir, `run-${record.number}${folder.isOutputDir ? "-output" : ""}`);
    mkdirSync4(target, { recursive: true });
    const kept = folder.isOutputDir ? /* @__PURE__ */ new Map() : originals;
    const aside = await setAside(folder.root, folder.before, folder.changes, kept, target, plan.stopped);
    if (!folder.isOutputDir) for (const key of aside.restored) restored.add(key);
    const rootOf = (key) => isBelow(key, aside.moved) ? target : folder.root;
    marked.push(...markUnread(folder.changes, (key) => isBelow(key, aside.moved) ? target : null));
    const changes = folder.changes.map((change) => lookAgain(change, rootOf(change.key)));
    files.push(...writtenFiles(folder, changes, rootOf));
    for (const [index, change] of changes.entries()) {
      if (!isSame(folder.changes[index], change)) restless.push(recordedPath(folder, change.key));
    }
  }
  const replaced = look(plan.outputDir, "");
  if (replaced !== null && replaced.type !== "folder") {
    await moveTree(plan.outputDir, join6(plan.host.auditDir, `run-${record.number}-output`));
  }
  const doubts = restless.length === 0 ? [] : [
    {
      code: "STILL_WRITING",
      message: `Outputs of run ${record.number} changed while they were moved: ${restless.slice(0, 3).join(", ")}.`
    }
  ];
  return { record: { ...record, ...divide(plan, files), doubts: [...record.doubts, ...doubts] }, restored, marked };
}
function lookAgain(change, root) {
  if (change.change === "deleted" || change.node.type === "unreadable") return change;
  const node = look(root, change.key);
  return node === null ? { ...change, node: { ...change.node, type: "unreadable", detail: "it is gone" } } : { ...change, node };
}
var copiedTimeNs = 10000n;
function isSame(then, now) {
  if (then === void 0 || then.change === "deleted" || then.node.type === "folder") return true;
  if (then.node.type !== now.node.type) return false;
  if (then.node.type !== "file") return true;
  const apart = then.node.mtimeNs - now.node.mtimeNs;
  return then.node.size === now.node.size && apart <= copiedTimeNs && apart >= -copiedTimeNs;
}
function watchedRoot(plan, before, originals) {
  const { root, excluded } = plan;
  return { root, isOutputDir: false, before, excluded, sameContent: (key) => sameAsOriginal(root, originals, key) };
}
function watchedOutputDir(plan) {
  if (look(plan.outputDir, "")?.type !== "folder") return [];
  const nothing = { before: /* @__PURE__ */ new Map(), excluded: null, sameContent: () => null };
  return [{ root: plan.outputDir, isOutputDir: true, ...nothing }];
}
function divide(plan, files) {
  const { select } = plan;
  const isOutput = ({ path }) => select === null || path.startsWith(`${outputFolderName}/`) || select(path.replace(/^\.\//, ""));
  return {
    written: files.filter(isOutput).sort(byPath),
    outside: files.filter((file) => !isOutput(file)).sort(byPath)
  };
}
function replacedOutputDir(plan, number) {
  const type = look(plan.outputDir, "")?.type ?? "folder";
  if (type === "folder") return [];
  const message = `Run ${number} put a ${type} in the place of $TRAIN_TWICE_OUTPUT_DIR: what it wrote there is not compared.`;
  return [{ code: "OUTPUT_DIR_REPLACED", message }];
}

// src/run/train.ts
async function train(request, host) {
  refuseWindows(process.platform);
  requireWorkingDirectory(request.workingDirectory);
  const root = resolve3(request.workingDirectory);
  refuseLinkedOutputs(request.outputs, root);
  const outputDir = join7(host.auditDir, "output");
  const scriptFile = join7(host.auditDir, "command.sh");
  const { environment } = childEnvironment(request, host.baseEnvironment, {
    run: 1,
    auditId: host.auditId,
    auditDir: host.auditDir,
    outputDir
  });
  const plan = {
    request,
    host,
    root,
    outputDir,
    scriptFile,
    command: prepareCommand(request, environment, scriptFile),
    select: request.outputs === "auto" ? null : selectOutputs(request.outputs, root),
    excluded: excludedKeys(root, [host.auditDir, host.logDir, ...host.excluded ?? []]),
    stopped: () => host.cancellation.signal !== null
  };
  const originalsDir = join7(host.auditDir, "originals");
  mkdirSync5(host.auditDir, { recursive: true });
  mkdirSync5(host.logDir, { recursive: true });
  for (const name of unreachableStarters(plan.command.text)) {
    const message = `"${name}" starts processes that cannot be stopped from here when the audit is cancelled or a run times out.`;
    host.listener({ kind: "note", message });
  }
  try {
    return await trainAll(plan, originalsDir);
  } finally {
    rmSync5(originalsDir, { recursive: true, force: true });
  }
}
function refuseWindows(platform) {
  if (platform !== "win32") return;
  throw new InputProblem(
    "WINDOWS",
    "A training cannot be run on Windows: its processes could not be stopped reliably.",
    {
      remedy: "Run it in WSL (Windows Subsystem for Linux), or on Linux or macOS. `compare` works on Windows."
    }
  );
}
async function trainAll(plan, originalsDir) {
  const { request, host, stopped } = plan;
  const first = await firstState(plan, originalsDir);
  const records = [];
  const restored = /* @__PURE__ */ new Set();
  const marked = [];
  let before = first?.snapshot ?? null;
  while (first !== null && before !== null && !stopped()) {
    const number = records.length + 1;
    await clockTick(before);
    if (stopped()) break;
    const expectedMs = records[0]?.durationMs ?? null;
    const { record, outcome } = await trainOnce(plan, number, before, first.originals, expectedMs);
    records.push(record);
    addToLast(records, readingDoubts(number, readSince(marked)));
    if (!existsSync(host.logDir)) {
      addToLast(records, [auditFolderDoubt(number)]);
      break;
    }
    if (record.end === null || !runSucceeded(record.end) || outcome === null) break;
    if (number === request.runs || stopped()) break;
    try {
      const aside = await setRunAside(plan, records.at(-1) ?? record, outcome, first.originals);
      marked.push(...aside.marked);
      records[number - 1] = aside.record;
      for (const key of aside.restored) restored.add(key);
      freshOutputDir(plan.outputDir);
      before = await snapshot(plan.root, plan.excluded, stopped);
    } catch (error) {
      if (!isProblem(error)) throw error;
      const message = `Run ${number + 1} was not started: ${error.message} ${error.remedy}`.trimEnd();
      addToLast(records, [{ code: "NOT_REPEATED", message }]);
      break;
    }
    if (before !== null) addToLast(records, stateDoubts(number + 1, first.snapshot, before, restored));
  }
  return records;
}
async function firstState(plan, originalsDir) {
  if (plan.stopped()) return null;
  freshOutputDir(plan.outputDir);
  const before = await snapshot(plan.root, plan.excluded, plan.stopped);
  if (before === null) return null;
  return {
    snapshot: before,
    originals: await keepOriginals(plan.root, before, plan.select, originalsDir, plan.stopped)
  };
}
function addToLast(records, doubts) {
  const last = records.pop();
  if (last !== void 0) records.push({ ...last, doubts: [...last.doubts, ...doubts] });
}
var tickMs = 20;
var coarseTickMs = 2e3;
async function clockTick(before) {
  const recent = BigInt(Date.now() - 2 * coarseTickMs) * 1000000n;
  let coarse = before.size > 0;
  let anyRecent = false;
  for (const node of before.values()) {
    if (node.ctimeNs % 1000000000n !== 0n) coarse = false;
    if (node.ctimeNs > recent) anyRecent = true;
  }
  await sleep4(coarse && anyRecent ? coarseTickMs : tickMs);
}
export {
  refuseWindows,
  train
};
