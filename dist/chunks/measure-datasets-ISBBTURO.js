import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  pathFrom,
  readSmallText
} from "./chunk-V3H2KL5C.js";
import {
  isCodePath
} from "./chunk-5TPXC3BE.js";
import {
  lookAtDataset
} from "./chunk-YNLPOWBW.js";
import {
  displayPath,
  systemPath
} from "./chunk-JVLJLPS6.js";
import {
  startBreathing
} from "./chunk-FXEMV6M7.js";
import {
  plainPath,
  samePlace
} from "./chunk-BZ5MPCKK.js";
import {
  runSucceeded
} from "./chunk-4B3X5ZIL.js";
import {
  formatBytes,
  quote
} from "./chunk-5YLZBCQB.js";
import "./chunk-7ZPLETBH.js";

// src/collect/datasets/changed-files.ts
var mostNames = 20;
var sameTimeMs = 0.01;
function changedFiles({ before, after }, name, wasWritten) {
  if (before.state === "unmeasured" || after.state === "unmeasured") return null;
  if (before.files.length === 0) return [];
  const changed = [];
  const now = new Map(after.files.map((file) => [file.key, file]));
  for (const file of before.files) {
    const same = now.get(file.key);
    now.delete(file.key);
    if (same === void 0 || !looksSame(file, same) || wasWritten(file.key)) changed.push(file.key);
  }
  changed.push(...now.keys());
  return changed.sort().slice(0, mostNames).map((key) => key === "" ? name : displayPath(key));
}
function filesToHash({ before, after }) {
  if (before.files.length === 0 || before.state !== after.state) return after.files;
  const known = new Set(before.files.map(({ key }) => key));
  return after.files.filter(({ key }) => known.has(key));
}
function looksSame(one, other) {
  return one.size === other.size && Math.abs(one.mtimeMs - other.mtimeMs) <= sameTimeMs;
}

// src/collect/datasets/dvc-ignored.ts
import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

// src/formats/records/dvc-ignore.ts
var ruleLimit = 200;
var patternLimit = 500;
function dvcIgnored(files) {
  const rules = files.flatMap(
    ({ folder, text }) => text.split(/\r\n|\n|\r/).slice(0, ruleLimit).flatMap((line) => ruleOf(line, folder))
  );
  if (rules.length === 0) return () => false;
  const isIgnored = (path, isFolder) => {
    const rule = rules.findLast((one) => (isFolder || !one.folderOnly) && one.matches(path));
    return rule !== void 0 && !rule.again;
  };
  const folders = /* @__PURE__ */ new Map();
  const folderIgnored = (path) => {
    const known = folders.get(path);
    if (known !== void 0) return known;
    const parent = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    const ignored = parent !== "" && folderIgnored(parent) || isIgnored(path, true);
    folders.set(path, ignored);
    return ignored;
  };
  return (path) => {
    const parent = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    return parent !== "" && folderIgnored(parent) || isIgnored(path, false);
  };
}
function ruleOf(line, folder) {
  let pattern = line.replace(/(?<!\\) +$/, "");
  if (pattern === "" || pattern.startsWith("#") || pattern.length > patternLimit) return [];
  const again = pattern.startsWith("!");
  if (again) pattern = pattern.slice(1);
  const folderOnly = pattern.endsWith("/");
  if (folderOnly) pattern = pattern.slice(0, -1);
  if (pattern === "") return [];
  const parts = pattern.replace(/^\//, "").split("/").filter((part, index, all) => part !== "**" || all[index - 1] !== "**");
  const tokens = (pattern.includes("/") ? parts : ["**", ...parts]).map(
    (part) => part === "**" ? null : tokensOf(part)
  );
  const inside = folder === "" ? "" : `${folder}/`;
  return [
    {
      again,
      folderOnly,
      matches: (path) => path.startsWith(inside) && matchesPath(tokens, path.slice(inside.length).split("/"))
    }
  ];
}
function tokensOf(part) {
  const tokens = [];
  const characters = [...part];
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? "";
    if (character === "*") {
      if (tokens.at(-1) !== "*") tokens.push("*");
    } else if (character === "?") tokens.push(() => true);
    else if (character === "[" && characters.indexOf("]", at + 2) > 0) {
      const end = characters.indexOf("]", at + 2);
      tokens.push(classOf(characters.slice(at + 1, end)));
      at = end;
    } else {
      if (character === "\\") at += 1;
      const wanted = characters[at] ?? "\\";
      tokens.push((found) => found === wanted);
    }
  }
  return tokens;
}
function classOf(inside) {
  const not = inside[0] === "!" || inside[0] === "^";
  const ranges = [];
  for (let at = not ? 1 : 0; at < inside.length; at += 1) {
    const from = inside[at] ?? "";
    const to = inside[at + 1] === "-" && inside[at + 2] !== void 0 ? inside[at + 2] : void 0;
    ranges.push([from, to ?? from]);
    if (to !== void 0) at += 2;
  }
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== not;
}
function matchesPath(pattern, path) {
  let reached = [true, ...path.map(() => false)];
  for (const [index, part] of pattern.entries()) {
    const next = [];
    for (let at = 0; at <= path.length; at += 1) {
      if (part !== null) next.push(at > 0 && reached[at - 1] === true && matchesName(part, path[at - 1] ?? ""));
      else if (index === pattern.length - 1) next.push(at > 0 && (reached[at - 1] === true || next[at - 1] === true));
      else next.push(reached[at] === true || at > 0 && next[at - 1] === true);
    }
    reached = next;
  }
  return reached[path.length] === true;
}
function matchesName(tokens, name) {
  const characters = [...name];
  let at = 0;
  let token = 0;
  let star = -1;
  let resume = 0;
  while (at < characters.length) {
    const wanted = tokens[token];
    if (wanted === "*") {
      star = token;
      resume = at;
      token += 1;
    } else if (wanted?.(characters[at] ?? "") === true) {
      at += 1;
      token += 1;
    } else if (star >= 0) {
      resume += 1;
      at = resume;
      token = star + 1;
    } else return false;
  }
  while (tokens[token] === "*") token += 1;
  return token === tokens.length;
}

// src/collect/datasets/dvc-ignored.ts
var levelsUp = 64;
function ignoredByDvc(folder) {
  const root = dvcRoot(folder);
  if (root === null) return () => false;
  const below = relative(root, folder).split(sep).filter((part) => part !== "");
  const folders = ["", ...below.slice(0, -1).map((_, index) => below.slice(0, index + 1).join("/"))];
  const files = folders.flatMap((at) => {
    const text = readSmallText(join(root, at, ".dvcignore"));
    return text === null ? [] : [{ folder: at, text }];
  });
  if (files.length === 0) return () => false;
  const isIgnored = dvcIgnored(files);
  return (path) => isIgnored([...below, path].join("/"));
}
function dvcRoot(folder) {
  let at = folder;
  for (let level = 0; level < levelsUp; level += 1) {
    if (existsSync(join(at, ".dvc"))) return at;
    const above = dirname(at);
    if (above === at) return null;
    at = above;
  }
  return null;
}

// src/collect/datasets/hash-dataset.ts
import { createHash as createHash2 } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

// src/collect/datasets/dos2unix-digest.ts
var lookBytes = 512;
var carriageReturn = 13;
var newline = 10;
var isTextByte = new Uint8Array(256);
for (let byte = 32; byte < 127; byte += 1) isTextByte[byte] = 1;
for (const byte of [newline, carriageReturn, 9, 12, 8]) isTextByte[byte] = 1;
function dos2UnixDigest() {
  let own = null;
  return {
    add(chunk, plain) {
      const text = chunk.length > 0 && isText(chunk.subarray(0, lookBytes)) ? withoutReturns(chunk) : chunk;
      if (own === null && text !== chunk) own = plain.copy();
      own?.update(text);
    },
    finish: () => own?.digest("hex") ?? null
  };
}
function isText(block) {
  let other = 0;
  for (const byte of block) {
    if (byte === 0) return false;
    if (isTextByte[byte] === 0) other += 1;
  }
  return other / block.length <= 0.3;
}
function withoutReturns(chunk) {
  let at = chunk.indexOf(carriageReturn);
  let kept = null;
  let length = 0;
  let from = 0;
  while (at !== -1) {
    if (chunk[at + 1] === newline) {
      kept ??= new Uint8Array(chunk.length);
      kept.set(chunk.subarray(from, at), length);
      length += at - from;
      from = at + 1;
    }
    at = chunk.indexOf(carriageReturn, at + 1);
  }
  if (kept === null) return chunk;
  kept.set(chunk.subarray(from), length);
  return kept.subarray(0, length + chunk.length - from);
}

// src/collect/datasets/folder-digests.ts
import { createHash } from "node:crypto";
function folderDigests(md5) {
  const streams = [];
  const open = (algorithm, scheme) => {
    const hash = newHash(algorithm);
    if (hash !== null) streams.push({ algorithm, scheme, hash });
  };
  for (const algorithm of md5 ? ["sha256", "md5"] : ["sha256"]) {
    open(algorithm, "contents");
    open(algorithm, "paths-and-contents");
  }
  const withPaths = streams.filter(({ scheme }) => scheme === "paths-and-contents");
  const manifest = createHash("sha256");
  const md5Manifest = newHash("md5");
  const dvc = dvcFolder((digests) => digests.md5);
  const legacyDvc = dvcFolder((digests) => digests.legacyMd5 ?? digests.md5);
  return {
    beginFile: (path) => {
      for (const { hash } of withPaths) hash.update(path);
    },
    bytes: (chunk) => {
      for (const { hash } of streams) hash.update(chunk);
    },
    endFile: (path, digests, ignoredByDvc2) => {
      manifest.update(`${digests.sha256}  `).update(path).update("\n");
      md5Manifest?.update(`${digests.md5}  `).update(path).update("\n");
      if (ignoredByDvc2) return;
      dvc.add(path, digests);
      legacyDvc.add(path, digests);
    },
    finish: () => {
      const dvcDigests = [.../* @__PURE__ */ new Set([dvc.finish(), legacyDvc.finish()])].filter((digest) => digest !== null);
      return [
        ...streams.map(({ hash, ...kind }) => ({ ...kind, digest: hash.digest("hex") })),
        { algorithm: "sha256", scheme: "manifest", digest: manifest.digest("hex") },
        ...md5Manifest === null ? [] : [{ algorithm: "md5", scheme: "manifest", digest: md5Manifest.digest("hex") }],
        ...dvcDigests.map((digest) => ({ algorithm: "md5", scheme: "dvc-folder", digest }))
      ];
    }
  };
}
function newHash(algorithm) {
  try {
    return createHash(algorithm);
  } catch (error) {
    if (algorithm === "md5") return null;
    throw error;
  }
}
function dvcFolder(digestOf) {
  let hash = newHash("md5")?.update("[") ?? null;
  let first = true;
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return {
    add(path, digests) {
      const md5 = digestOf(digests);
      let text = null;
      try {
        text = decoder.decode(path);
      } catch {
      }
      if (md5 === null || text === null) hash = null;
      hash?.update(`${first ? "" : ", "}{"md5": "${md5}", "relpath": ${asciiJson(text ?? "")}}`);
      first = false;
    },
    finish: () => hash?.update("]").digest("hex") ?? null
  };
}
function asciiJson(text) {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}

// src/collect/datasets/lfs-pointer.ts
var pointerLimitBytes = 1024;
var form = /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/v1\n(?:ext-\d-[a-z0-9.-]{1,80} sha256:[0-9a-f]{64}\n){0,10}oid sha256:([0-9a-f]{64})\nsize (\d{1,16})\n$/;
function lfsPointer(path, content) {
  if (content.length === 0 || content.length > pointerLimitBytes) return null;
  const match = form.exec(Buffer.from(content.buffer, content.byteOffset, content.length).toString("latin1"));
  const [, sha256 = "", size = ""] = match ?? [];
  return match === null ? null : { path, sha256, sizeBytes: Number(size) };
}

// src/collect/datasets/hash-dataset.ts
var chunkBytes = 1024 * 1024;
var mostPointers = 20;
var mostMembers = 1e3;
async function hashDataset(absolutePath, files, isFolder, wishes) {
  const buffer = Buffer.allocUnsafe(chunkBytes);
  const breath = startBreathing();
  const folder = isFolder ? folderDigests(wishes.md5OfContents) : null;
  const digests = [];
  const members = [];
  const pointers = [];
  let done = 0;
  for (const file of files) {
    const shown = displayPath(file.key);
    const path = Buffer.from(file.key, "latin1");
    folder?.beginFile(path);
    const steps = hashFile(systemPath(absolutePath, file.key), file, buffer, folder);
    let hashed;
    for (; ; ) {
      const step = steps.next();
      if (step.done === true) {
        hashed = step.value;
        break;
      }
      done += step.value;
      wishes.onBytes(done);
      const pause2 = breath();
      if (pause2 !== void 0) await pause2;
      if (wishes.stopped()) {
        steps.return("");
        return "the audit was cancelled";
      }
    }
    if (typeof hashed === "string") return isFolder ? `"${shown}" in it ${hashed}` : `it ${hashed}`;
    const pause = breath();
    if (pause !== void 0) await pause;
    folder?.endFile(path, hashed, wishes.isIgnoredByDvc(shown));
    if (hashed.pointer !== null && pointers.length < mostPointers) pointers.push({ ...hashed.pointer, path: shown });
    if (folder === null) digests.push(...fileDigests(hashed));
    else if (members.length < mostMembers && wishes.isClaimed(shown))
      members.push({ path: shown, digests: fileDigests(hashed) });
  }
  return { digests: folder?.finish() ?? digests, members, pointers };
}
function fileDigests({ sha256, md5, legacyMd5 }) {
  const of = (algorithm, digest) => ({ algorithm, scheme: "file", digest });
  return [
    of("sha256", sha256),
    ...md5 === null ? [] : [of("md5", md5)],
    ...legacyMd5 === null ? [] : [of("md5", legacyMd5)]
  ];
}
function* hashFile(path, expected, buffer, folder) {
  let fd;
  try {
    fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return `cannot be opened (${codeOf(error)})`;
  }
  try {
    const before = fstatSync(fd);
    if (!before.isFile() || !isSame(expected, before)) return "changed while it was hashed";
    const sha256 = createHash2("sha256");
    const md5 = newHash("md5");
    const legacy = dos2UnixDigest();
    let pointer = null;
    for (let at = 0; at < before.size; ) {
      const length = readFully(fd, buffer, at, Math.min(buffer.length, before.size - at));
      if (length === 0) return "became shorter while it was hashed";
      const chunk = buffer.subarray(0, length);
      sha256.update(chunk);
      if (md5 !== null) legacy.add(chunk, md5);
      md5?.update(chunk);
      folder?.bytes(chunk);
      if (before.size <= pointerLimitBytes) pointer = lfsPointer("", chunk);
      at += length;
      yield length;
    }
    if (!isSame(expected, fstatSync(fd))) return "changed while it was hashed";
    return {
      sha256: sha256.digest("hex"),
      md5: md5?.digest("hex") ?? null,
      legacyMd5: legacy.finish(),
      pointer
    };
  } catch (error) {
    return `cannot be read (${codeOf(error)})`;
  } finally {
    closeSync(fd);
  }
}
function readFully(fd, buffer, position, wanted) {
  let filled = 0;
  while (filled < wanted) {
    const got = readSync(fd, buffer, filled, wanted - filled, position + filled);
    if (got === 0) break;
    filled += got;
  }
  return filled;
}
function isSame(file, now) {
  return file.device === now.dev && file.inode === now.ino && file.size === now.size && file.mtimeMs === now.mtimeMs;
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "unreadable";
}

// src/collect/datasets/named-by-records.ts
import { existsSync as existsSync2, realpathSync } from "node:fs";
import { isAbsolute, relative as relative2, resolve, sep as sep2 } from "node:path";
var mostNamed = 20;
function namedByRecords(claims, root, known, isResult2) {
  const found = /* @__PURE__ */ new Map();
  for (const { subject } of claims) {
    if (found.size >= mostNamed) break;
    if (subject === null || subject.length > 1024 || subject.includes("\0") || !isPath(subject)) continue;
    const absolutePath = resolve(root, plainPath(subject));
    if (found.has(absolutePath) || !isBelow(root, absolutePath) || !existsSync2(absolutePath)) continue;
    if (!isBelow(realpathSync(root), realpathSync(absolutePath))) continue;
    if (known.some((one) => one.absolutePath === absolutePath || isBelow(one.absolutePath, absolutePath))) continue;
    if (isResult2(absolutePath)) continue;
    found.set(absolutePath, {
      path: pathFrom(root, absolutePath),
      absolutePath,
      origin: "record",
      dvcFile: null,
      expected: null
    });
  }
  return [...found.values()];
}
function isPath(subject) {
  return /[/\\]|.\.[A-Za-z][A-Za-z0-9]*$/.test(subject) && !isCodePath(subject);
}
function isBelow(folder, path) {
  const below = relative2(folder, path);
  return below !== "" && !isAbsolute(below) && below.split(sep2)[0] !== ".." && below.split(sep2)[0] !== ".train-twice";
}

// src/collect/datasets/measure-datasets.ts
var unaskedLimitBytes = 50 * 1e3 ** 3;
var progressBytes = 64 * 1024 * 1024;
async function measureDatasets(watch, runs, claims, host, unaskedBytes = unaskedLimitBytes) {
  const writers = writersOf(runs);
  const named = [
    ...watch.named,
    ...watch.looks === null ? [] : namedByRecords(claims, watch.root, watch.named, (path) => writers.below(path).length > 0)
  ];
  const datasets = [];
  let bytesLeft = unaskedBytes;
  for (const one of named) {
    const after = await lookAtDataset(one.absolutePath, host.stopped);
    const looks = { before: watch.looks?.get(one.absolutePath) ?? null, after };
    if (isResult(one, looks, watch, writers, runs)) {
      const message = `${quote(one.path)} is tracked by DVC and written by the training: a result, not its data.`;
      if (one.dvcFile !== null && after.state !== "missing") host.listener({ kind: "note", message });
      continue;
    }
    if (one.origin === "dvc-lock" && after.files.some(({ key }) => isCodePath(displayPath(key)))) continue;
    const asked = one.origin === "option";
    if (!asked && after.sizeBytes > bytesLeft) datasets.push(tooLarge(one, after, unaskedBytes));
    else {
      if (!asked) bytesLeft -= after.sizeBytes;
      datasets.push(await measure(one, looks, writers, claims, host));
    }
  }
  return datasets;
}
async function measure(named, { before, after }, writers, claims, host) {
  const { path, absolutePath, dvcFile, expected } = named;
  const looks = before === null ? null : { before, after };
  const name = path.slice(path.lastIndexOf("/") + 1);
  const changed = looks === null ? null : changedFiles(looks, name, (key) => writers.of(filePath(absolutePath, key)).length > 0);
  const base = { path, dvcFile, expected, state: after.state, reason: after.reason, changed };
  const nothing = { files: after.files.length, sizeBytes: after.sizeBytes, digests: [], pointers: [] };
  if (after.state === "missing" || after.state === "unmeasured") return { ...base, ...nothing };
  const files = looks === null ? after.files : filesToHash(looks);
  const sizeBytes = files.reduce((sum, file) => sum + file.size, 0);
  const isFolder = after.state === "folder";
  const within = (subject, file) => samePlace(subject, file) && !samePlace(subject, path);
  const subjects = /* @__PURE__ */ new Map();
  for (const { subject } of claims) {
    const base2 = subject?.slice(Math.max(subject.lastIndexOf("/"), subject.lastIndexOf("\\")) + 1);
    if (subject !== null && base2 !== void 0) subjects.set(base2, [...subjects.get(base2) ?? [], subject]);
  }
  let told = 0;
  const tell = (bytesDone) => {
    if (bytesDone < sizeBytes && bytesDone - told < progressBytes && told > 0) return;
    told = bytesDone;
    host.listener({ kind: "hashing", file: path, bytesDone, bytesTotal: sizeBytes });
  };
  const hashed = await hashDataset(absolutePath, files, isFolder, {
    md5OfContents: claims.some(({ algorithm, digest }) => algorithm !== "sha256" && digest.length <= 32),
    isClaimed: (file) => (subjects.get(file.slice(file.lastIndexOf("/") + 1)) ?? []).some((subject) => within(subject, file)),
    isIgnoredByDvc: isFolder ? ignoredByDvc(absolutePath) : () => false,
    onBytes: tell,
    stopped: host.stopped
  });
  if (typeof hashed === "string") return { ...base, ...nothing, state: "unmeasured", reason: hashed };
  const { digests, members, pointers } = hashed;
  return {
    ...base,
    files: files.length,
    sizeBytes,
    digests: usualFirst(digests, dvcFile !== null),
    ...members.length === 0 ? {} : { members },
    pointers
  };
}
function usualFirst(digests, isDvc) {
  if (!isDvc) return digests;
  const usual = digests.filter(
    ({ algorithm, scheme }) => algorithm === "md5" && scheme !== "manifest" && scheme !== "contents"
  );
  return [...usual, ...digests.filter((digest) => !usual.includes(digest))];
}
function tooLarge(named, after, limit) {
  const { path, dvcFile, expected } = named;
  const reason = `it has ${formatBytes(after.sizeBytes)}, and data that is not named in \`datasets\` is hashed up to ${formatBytes(limit)} in all; name it there to have it hashed`;
  const measured = { files: after.files.length, sizeBytes: after.sizeBytes, digests: [], pointers: [], changed: null };
  return { path, dvcFile, expected, state: "unmeasured", reason, ...measured };
}
function isResult(named, { before, after }, watch, writers, runs) {
  if (named.origin !== "dvc-file" && named.origin !== "dvc-lock") return false;
  const staged = watch.results.has(named.path);
  if (staged && (after.state === "missing" || writers.below(named.absolutePath).length > 0)) return true;
  const ended = runs.filter(({ end }) => end !== null && runSucceeded(end));
  if (ended.length === 0) return false;
  const files = before === null || before.files.length === 0 ? after.files : before.files;
  return files.length > 0 && files.every(({ key }) => writers.of(filePath(named.absolutePath, key)).length >= ended.length);
}
function writersOf(runs) {
  const files = /* @__PURE__ */ new Map();
  const folders = /* @__PURE__ */ new Map();
  const note = (map, path, run) => {
    map.set(path, (map.get(path) ?? /* @__PURE__ */ new Set()).add(run));
  };
  for (const { number, workingDirectory, written, outside } of runs)
    for (const { path } of [...written, ...outside]) {
      const whole = `${workingDirectory}/${path.replace(/^\.\//, "")}`;
      note(files, whole, number);
      for (let at = whole.lastIndexOf("/"); at > workingDirectory.length; at = whole.lastIndexOf("/", at - 1))
        note(folders, whole.slice(0, at), number);
    }
  return {
    of: (path) => [...files.get(path) ?? []],
    below: (path) => [.../* @__PURE__ */ new Set([...files.get(path) ?? [], ...folders.get(path) ?? []])]
  };
}
function filePath(absolutePath, key) {
  return key === "" ? absolutePath : `${absolutePath}/${displayPath(key)}`;
}
export {
  measureDatasets
};
