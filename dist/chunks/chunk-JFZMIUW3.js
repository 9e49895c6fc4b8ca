import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  describeExisting,
  digestChunks,
  endsInStepWord,
  fingerprintTensor,
  lengthMismatch,
  onlyFilePlaceholder,
  selectOwnNames,
  summarizeInventory,
  takeInventory
} from "./chunk-J65IGW3C.js";
import {
  chunkBytes,
  formatEntryPath,
  sourceChunks
} from "./chunk-5G2ENKUY.js";
import {
  stepKindOf
} from "./chunk-PQM6PUSA.js";
import {
  decodeNumbers,
  dtypeFacts,
  elementText,
  numberBytes,
  numberReader
} from "./chunk-D7BS742Q.js";
import {
  scalarToNumber,
  scalarsEqual
} from "./chunk-ROV2ADHM.js";
import {
  require_picomatch
} from "./chunk-CNPCB4CN.js";
import {
  differingReasons,
  findingsAt,
  findingsReason,
  firstDifference,
  knownEffect,
  leavesWith,
  verdictSentence
} from "./chunk-NAKMTSMG.js";
import {
  checkpointNumber,
  checks,
  doubtMatters,
  failureShown,
  globalStep,
  holdsNoWeights,
  isLightning,
  isNonFiniteText,
  isWeight,
  leafEffect,
  leavesOf,
  mapPair,
  plainAt,
  policyWaiverUnused,
  require_posix,
  roleDecides,
  scriptName,
  seenProcesses,
  skippedWork,
  startDifferences,
  trainerStates,
  unchangedWeights,
  volatileSeriesPolicy,
  waiverHolds,
  withoutOwnNames
} from "./chunk-EYEPROUW.js";
import {
  exitCodes,
  satisfies
} from "./chunk-3BT4K2KX.js";
import {
  claimsOfRecord
} from "./chunk-WFZDG4J6.js";
import {
  isProblem
} from "./chunk-B5J4NNO2.js";
import {
  lookAtDataset
} from "./chunk-YNLPOWBW.js";
import {
  startBreathing
} from "./chunk-FXEMV6M7.js";
import {
  describeRunEnd,
  runSucceeded
} from "./chunk-4B3X5ZIL.js";
import {
  formatBytes,
  formatList,
  formatShape,
  plural,
  printable,
  quote
} from "./chunk-5YLZBCQB.js";
import {
  __toESM
} from "./chunk-7ZPLETBH.js";

// src/audit.ts
import { resolve as resolve2 } from "node:path";

// src/collect/datasets/datasets-now.ts
async function datasetsNow(watch, runs, inventories, host) {
  if (inventories.length === 0 || host.stopped()) return [];
  const claims = inventories.flatMap(({ records }) => records.flatMap(claimsOfRecord));
  if (watch.named.length === 0 && (watch.looks === null || claims.length === 0)) return [];
  const { measureDatasets } = await import("./measure-datasets-ISBBTURO.js");
  return measureDatasets(watch, runs, claims, host);
}

// src/collect/datasets/watch-datasets.ts
import { realpathSync } from "node:fs";
import { resolve } from "node:path";
async function watchDatasets(requests, root, how, host) {
  const dvc = how.dvc ? await (await import("./find-dvc-data-XHSVAVK5.js")).findDvcData(root, how.results, host.stopped) : { named: [], results: /* @__PURE__ */ new Set(), note: null };
  if (dvc.note !== null) host.listener({ kind: "note", message: `Datasets: ${dvc.note}.` });
  const named = merged(requests, root, dvc.named);
  if (!how.look) return { root, named, results: dvc.results, looks: null };
  const looks = /* @__PURE__ */ new Map();
  for (const { absolutePath } of named) looks.set(absolutePath, await lookAtDataset(absolutePath, host.stopped));
  return { root, named, results: dvc.results, looks };
}
function merged(requests, root, dvc) {
  const found = /* @__PURE__ */ new Map();
  for (const { path, sha256 } of requests) {
    const absolutePath = resolve(root, path);
    const known = dvc.find((one) => one.absolutePath === absolutePath);
    if (found.has(absolutePath)) continue;
    found.set(absolutePath, {
      path,
      absolutePath,
      origin: "option",
      dvcFile: sha256 === null ? known?.dvcFile ?? null : null,
      expected: sha256 === null ? known?.expected ?? null : { algorithm: "sha256", digest: sha256 }
    });
  }
  for (const one of dvc) if (!found.has(one.absolutePath)) found.set(one.absolutePath, one);
  return [...found.values()];
}
var pathsLimit = 6e4;
function watchedPaths({ named }) {
  const paths = /* @__PURE__ */ new Set();
  let length2 = 0;
  for (const { absolutePath } of named)
    for (const path of [absolutePath, realPath(absolutePath)]) {
      if (path === null || paths.has(path)) continue;
      length2 += Buffer.byteLength(JSON.stringify(path)) + 1;
      if (length2 > pathsLimit) return [...paths];
      paths.add(path);
    }
  return [...paths];
}
function realPath(path) {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

// src/collect/pair-by-random-id.ts
var partsLimit = 4e5;
var candidatesLimit = 1e4;
function pairByRandomId(first, second) {
  if (first.length === 0 || second.length === 0 || countParts(first) + countParts(second) > partsLimit)
    return { pairs: [], ambiguous: [] };
  const places = placesOf(first, second);
  const partners = /* @__PURE__ */ new Map();
  const edges = [];
  for (const place of places)
    for (const files of candidates(place)) {
      edges.push({ place, files });
      remember(partners, files.first, files.second);
      remember(partners, files.second, files.first);
    }
  const only = (file) => partners.get(file)?.size === 1;
  const pairs = [];
  const open2 = /* @__PURE__ */ new Map();
  const placed = /* @__PURE__ */ new Map();
  for (const { place, files } of edges) {
    if (only(files.first) && only(files.second)) {
      pairs.push({ neutralPath: place.neutralPath, position: place.position, files });
      continue;
    }
    const group = open2.get(place) ?? { first: /* @__PURE__ */ new Set(), second: /* @__PURE__ */ new Set() };
    open2.set(place, group);
    for (const side of ["first", "second"]) {
      const known = placed.get(files[side]);
      if (known !== void 0 && known !== place) continue;
      placed.set(files[side], place);
      group[side].add(files[side]);
    }
  }
  const ambiguous = [...open2].map(([{ neutralPath: neutralPath2 }, group]) => ({
    neutralPath: neutralPath2,
    files: { first: byPath(group.first), second: byPath(group.second) }
  }));
  return { pairs: pairs.toSorted((a, b) => compareText(a.neutralPath, b.neutralPath)), ambiguous };
}
function byPath(files) {
  return [...files].toSorted((a, b) => compareText(a.path, b.path));
}
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function placesOf(first, second) {
  const places = /* @__PURE__ */ new Map();
  for (const side of ["first", "second"])
    for (const file of side === "first" ? first : second) {
      const parts = file.neutralPath.split("/");
      for (const [position] of parts.entries()) {
        const neutralPath2 = parts.with(position, "‹id›").join("/");
        const key = `${position} ${neutralPath2}`;
        const place = places.get(key) ?? { neutralPath: neutralPath2, position, first: [], second: [] };
        places.set(key, place);
        place[side].push(file);
      }
    }
  return [...places.entries()].filter(([, place]) => place.first.length > 0 && place.second.length > 0).toSorted(([a], [b]) => a < b ? -1 : 1).map(([, place]) => place);
}
function candidates({ first, second, position }) {
  if (first.length * second.length > candidatesLimit) return [];
  return first.flatMap(
    (file) => second.filter((other2) => file.role === other2.role && areIds(partOf(file, position), partOf(other2, position))).map((other2) => ({ first: file, second: other2 }))
  );
}
function partOf(file, position) {
  return file.neutralPath.split("/")[position] ?? "";
}
function areIds(first, second) {
  const left = first.split(/([^A-Za-z\d]+)/);
  const right = second.split(/([^A-Za-z\d]+)/);
  if (first === second || left.length !== right.length) return false;
  return left.every((token, index) => {
    const other2 = right[index] ?? "";
    return token === other2 || index % 2 === 0 && areIdTokens(token, other2, left.slice(0, index).join(""));
  });
}
var runWord = /(?:^|[^a-z])(?:run|exp|experiment|trial|attempt|try|session|job|jobid|slurm|pid|proc|process|id)[-_=.]?$/i;
function areIdTokens(first, second, before) {
  if (endsInStepWord(before)) return false;
  const left = /^([A-Za-z]*)(\d*)$/.exec(first);
  const right = /^([A-Za-z]*)(\d*)$/.exec(second);
  if (left !== null && right !== null && left[1] === right[1]) return runWord.test(`${before}${left[1]}`);
  return first.length === second.length && isIdToken(first) && isIdToken(second);
}
function isIdToken(token) {
  return token.length >= 6 && /\d/.test(token) && /[A-Za-z]/.test(token) && !/^[A-Za-z]{3,}\d{1,3}$/.test(token);
}
function remember(partners, file, other2) {
  const known = partners.get(file) ?? /* @__PURE__ */ new Set();
  known.add(other2);
  partners.set(file, known);
}
function countParts(files) {
  return files.reduce((sum, { neutralPath: neutralPath2 }) => sum + neutralPath2.split("/").length, 0);
}

// src/collect/pair-group.ts
function pairGroup(first, second) {
  if (first.length !== second.length) return null;
  return zip(byPath2(first), byPath2(second), samePath) ?? (first.length === 1 ? zip(first, second) : zipOrdered(first, second));
}
function zipOrdered(first, second) {
  const left = inOrder(first);
  const right = inOrder(second);
  return left === null || right === null ? null : zip(left, right);
}
function inOrder(files) {
  const keyed = files.map((file) => ({ file, key: (file.taken ?? []).flatMap(({ order }) => order === null ? [] : [order]) })).toSorted((a, b) => compareKeys(a.key, b.key));
  const strict = keyed.every(({ key }, index) => {
    const before = keyed[index - 1];
    return key.length > 0 && (before === void 0 || compareKeys(before.key, key) < 0);
  });
  return strict ? keyed.map(({ file }) => file) : null;
}
function compareKeys(a, b) {
  for (const [index, text] of a.entries()) {
    const other2 = b[index];
    if (other2 === void 0 || text > other2) return 1;
    if (text < other2) return -1;
  }
  return a.length - b.length;
}
function byPath2(files) {
  return files.toSorted((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}
function samePath(first, second) {
  return first.path === second.path;
}
function zip(first, second, accepts = () => true) {
  const pairs = [];
  for (const [index, file] of first.entries()) {
    const other2 = second[index];
    if (other2 === void 0 || !accepts(file, other2)) return null;
    pairs.push({ first: file, second: other2 });
  }
  return pairs;
}

// src/collect/pairing-names.ts
function pairingNames(known, seen) {
  const families = familiesOf(seen);
  const inFamily = { first: /* @__PURE__ */ new Set(), second: /* @__PURE__ */ new Set() };
  const names = { first: [], second: [] };
  for (const { placeholder, texts, count } of numbered(families))
    for (const side of ["first", "second"])
      for (const text of texts[side]) names[side].push({ name: { text, placeholder }, count });
  for (const { texts } of families)
    for (const side of ["first", "second"]) for (const text of texts[side]) inFamily[side].add(text);
  const isShared = (name, other2) => known[other2].some(({ text }) => text === name.text);
  for (const name of known.first)
    if (!inFamily.first.has(name.text) && !isShared(name, "second")) names.first.push({ name, count: seen.length + 1 });
  for (const name of known.second)
    if (!inFamily.second.has(name.text) && !isShared(name, "first"))
      names.second.push({ name, count: seen.length + 1 });
  return { first: selectOwnNames(names.first), second: selectOwnNames(names.second) };
}
function familiesOf(seen) {
  const families = /* @__PURE__ */ new Set();
  const byText2 = { first: /* @__PURE__ */ new Map(), second: /* @__PURE__ */ new Map() };
  const join2 = (family, side, text) => {
    family.texts[side].add(text);
    byText2[side].set(text, family);
  };
  for (const [index, { first, second, placeholder }] of seen.entries()) {
    const left = byText2.first.get(first);
    const right = byText2.second.get(second);
    const texts = { first: /* @__PURE__ */ new Set(), second: /* @__PURE__ */ new Set() };
    const family = left ?? right ?? { placeholder, texts, first: index, count: 0 };
    families.add(family);
    if (right !== void 0 && right !== family) {
      for (const text of right.texts.first) join2(family, "first", text);
      for (const text of right.texts.second) join2(family, "second", text);
      family.first = Math.min(family.first, right.first);
      family.count += right.count;
      families.delete(right);
    }
    join2(family, "first", first);
    join2(family, "second", second);
    family.count += 1;
  }
  return [...families].toSorted((a, b) => a.first - b.first);
}
function numbered(families) {
  const own = families.filter(
    ({ texts }) => texts.first.size !== 1 || texts.second.size !== 1 || !isSubset(texts.first, texts.second)
  );
  const counts = /* @__PURE__ */ new Map();
  for (const { placeholder } of own) counts.set(placeholder, (counts.get(placeholder) ?? 0) + 1);
  const next = /* @__PURE__ */ new Map();
  return own.map((family) => {
    if (counts.get(family.placeholder) === 1) return family;
    const number = (next.get(family.placeholder) ?? 0) + 1;
    next.set(family.placeholder, number);
    return { ...family, placeholder: family.placeholder.replace(/›([^›]*)$/, ` ${number}›$1`) };
  });
}
function isSubset(a, b) {
  return [...a].every((text) => b.has(text));
}

// src/collect/pair-inventories.ts
function pairInventories(first, second) {
  const inventories = { first, second };
  const files = mapPair(inventories, ({ files: files2 }) => files2.toSorted((a, b) => byText(a.path, b.path)));
  const byPath4 = pairByNeutralPath(files);
  const onlyOne = pairOnlyFiles(byPath4.left);
  const byId = onlyOne === null ? pairByRandomId(byPath4.left.first, byPath4.left.second) : { pairs: [], ambiguous: [] };
  const found = [
    ...byPath4.pairs,
    ...onlyOne === null ? [] : [onlyOne],
    ...byId.pairs.map(({ neutralPath: neutralPath2, files: files2 }) => ({ neutralPath: neutralPath2, files: files2 }))
  ];
  const pairs = found.toSorted((a, b) => byText(a.neutralPath, b.neutralPath) || byText(pathsOf(a), pathsOf(b)));
  const ambiguous = [...byPath4.ambiguous, ...byId.ambiguous].toSorted((a, b) => byText(a.neutralPath, b.neutralPath));
  const settled = /* @__PURE__ */ new Set([
    ...pairs.flatMap(({ files: files2 }) => [files2.first, files2.second]),
    ...ambiguous.flatMap(({ files: files2 }) => [...files2.first, ...files2.second])
  ]);
  return {
    pairs,
    onlyFirst: files.first.filter((file) => !settled.has(file)),
    onlySecond: files.second.filter((file) => !settled.has(file)),
    ambiguous,
    ownNames: pairingNames(
      mapPair(inventories, ({ ownNames }) => ownNames),
      [...pairs.flatMap(namesInPaths), ...byId.pairs.flatMap(idNames)]
    )
  };
}
function pairByNeutralPath(files) {
  const groups = mapPair(files, groupByNeutralPath);
  const pairs = [];
  const ambiguous = [];
  for (const [neutralPath2, members] of groups.first) {
    const others = groups.second.get(neutralPath2);
    if (others === void 0) continue;
    const paired = pairGroup(members, others);
    if (paired === null) ambiguous.push({ neutralPath: neutralPath2, files: { first: members, second: others } });
    else pairs.push(...paired.map((files2) => ({ neutralPath: neutralPath2, files: files2 })));
  }
  return {
    pairs,
    ambiguous,
    left: {
      first: files.first.filter(({ neutralPath: neutralPath2 }) => !groups.second.has(neutralPath2)),
      second: files.second.filter(({ neutralPath: neutralPath2 }) => !groups.first.has(neutralPath2))
    }
  };
}
function groupByNeutralPath(files) {
  const groups = /* @__PURE__ */ new Map();
  for (const file of files) {
    const group = groups.get(file.neutralPath);
    if (group === void 0) groups.set(file.neutralPath, [file]);
    else group.push(file);
  }
  return groups;
}
function pairOnlyFiles({ first, second }) {
  const [one, ...more] = first;
  const [other2, ...others] = second;
  if (one === void 0 || other2 === void 0 || more.length + others.length > 0) return null;
  const marked = [one, other2].every(
    ({ taken = [] }) => taken.some(({ placeholder }) => placeholder === onlyFilePlaceholder)
  );
  return marked ? { neutralPath: onlyFilePlaceholder, files: { first: one, second: other2 } } : null;
}
function namesInPaths({ files: { first, second } }) {
  const left = first.taken ?? [];
  const right = second.taken ?? [];
  if (left.length !== right.length) return [];
  return left.flatMap(({ text, placeholder }, index) => {
    const other2 = right[index];
    const aligned = other2?.placeholder === placeholder && placeholder !== onlyFilePlaceholder;
    return aligned ? [{ first: text, second: other2.text, placeholder }] : [];
  });
}
function idNames({ files, position }) {
  const parts = mapPair(files, ({ path }) => path.split("/"));
  const ids = mapPair(parts, (names) => names[position] ?? "");
  const isPlain = [ids.first, ids.second].every((id) => id.length >= 6 && /\d/.test(id));
  if (isPlain) return [{ ...ids, placeholder: "‹id›" }];
  const parents = mapPair(parts, (names) => names[position - 1] ?? "");
  if (parents.first === "" || parents.first !== parents.second || /[‹›]/.test(parents.first)) return [];
  return [{ ...mapPair(ids, (id) => `${parents.first}/${id}`), placeholder: `${parents.first}/‹id›` }];
}
function pathsOf({ files }) {
  return [files.first.path, files.second.path].toSorted().join("\0");
}
function byText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/fingerprint/read-pair.ts
import { createHash } from "node:crypto";
async function readPair(streams, observer = {}) {
  const first = cursor(streams.first);
  const second = cursor(streams.second);
  const breath = startBreathing();
  const firstHash = createHash("sha256");
  let secondHash = null;
  let firstUnequal = null;
  try {
    for (let offset = 0; ; offset += chunkBytes) {
      const a = await first.next();
      const b = await second.next();
      if (first.problem() !== null || second.problem() !== null) {
        return { kind: "failed", problems: { first: first.problem(), second: second.problem() } };
      }
      if (a.byteLength === 0 && b.byteLength === 0) break;
      observer.both?.(a, b, offset);
      if (Buffer.compare(a, b) !== 0) {
        firstUnequal ??= offset + firstDifferentByte(a, b);
        secondHash ??= firstHash.copy();
        if (a.byteLength === b.byteLength) observer.unequal?.(a, b, offset);
      }
      firstHash.update(a);
      secondHash?.update(b);
      const pause = breath();
      if (pause !== void 0) await pause;
    }
  } finally {
    await first.close();
    await second.close();
  }
  const digest = firstHash.digest("hex");
  return {
    kind: "read",
    digests: { first: digest, second: secondHash === null ? digest : secondHash.digest("hex") },
    firstUnequal
  };
}
function firstDifferentByte(a, b) {
  const shared = Math.min(a.byteLength, b.byteLength);
  for (let index = 0; index < shared; index++) if (a[index] !== b[index]) return index;
  return shared;
}
var nothing = new Uint8Array(0);
function cursor(stream) {
  let iterator = null;
  let given = 0;
  let short = false;
  let open2 = true;
  let problem = null;
  return {
    async next() {
      if (!open2) return nothing;
      try {
        iterator ??= stream.chunks()[Symbol.asyncIterator]();
        const step = await iterator.next();
        if (step.done !== true) {
          const { byteLength: size } = step.value;
          if (short || size === 0 || size > chunkBytes) throw new Error(`A reader gave a chunk of ${size} bytes.`);
          short = size < chunkBytes;
          given += size;
          return step.value;
        }
        open2 = false;
        if (given !== stream.byteLength) problem = lengthMismatch(given, stream.byteLength);
      } catch (error) {
        open2 = false;
        if (!isProblem(error)) throw error;
        problem = error;
      }
      return nothing;
    },
    problem: () => problem,
    async close() {
      if (open2) await iterator?.return?.();
      open2 = false;
    }
  };
}

// src/compare/failure.ts
function failureOf(problem) {
  return { code: problem.code, reason: problem.message };
}
async function attempt(action) {
  try {
    return { value: await action(), failure: null };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { value: null, failure: failureOf(error) };
  }
}
function closing(open2) {
  try {
    open2?.close();
    return null;
  } catch (error) {
    if (!isProblem(error)) throw error;
    return failureOf(error);
  }
}

// src/compare/shared-order.ts
function inSharedOrder(tables2) {
  const ranks = /* @__PURE__ */ new Map();
  const nowhere = Number.POSITIVE_INFINITY;
  let rank2 = 0;
  for (const name of tables2.first.keys()) ranks.set(name, { first: rank2++, second: nowhere });
  rank2 = 0;
  for (const name of tables2.second.keys())
    ranks.set(name, { first: ranks.get(name)?.first ?? nowhere, second: rank2++ });
  return [...ranks].map(([name, { first, second }]) => ({ name, early: Math.min(first, second), late: Math.max(first, second) })).sort((a, b) => a.early - b.early || compareNumbers(a.late, b.late) || compareText2(a.name, b.name)).map(({ name }) => ({
    name,
    first: tables2.first.get(name) ?? null,
    second: tables2.second.get(name) ?? null
  }));
}
function compareNumbers(a, b) {
  return a === b ? 0 : a - b;
}
function compareText2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/compare/unread-leaf.ts
function unreadLeaves(place, failures) {
  const { first, second } = failures;
  if (first !== null && second !== null && first.code === second.code && first.reason === second.reason) {
    return [{ kind: "unread", place, side: "both", code: first.code, reason: first.reason }];
  }
  const leaf = (side, { code, reason }) => ({ kind: "unread", place, side, code, reason });
  return [
    ...first === null ? [] : [leaf("first", first)],
    ...second === null ? [] : [leaf("second", second)]
    // The same order from either side.
  ].sort((a, b) => compareText2(a.code, b.code) || compareText2(a.reason, b.reason));
}

// src/compare/compare-bytes.ts
async function compareBytes(files, what, meter) {
  const opened = {
    first: await attempt(() => files.first.openBytes()),
    second: await attempt(() => files.second.openBytes())
  };
  const { first, second } = mapPair(opened, ({ value }) => value);
  if (first === null || second === null) {
    const closed = { first: closing(first), second: closing(second) };
    const failures2 = mapPair(opened, ({ failure }, side) => failure ?? closed[side]);
    return { leaves: unreadLeaves("", failures2), sameBytes: false };
  }
  const sources = { first, second };
  const streams = mapPair(sources, (source) => ({ byteLength: source.byteLength, chunks: () => sourceChunks(source) }));
  let reading;
  let changed;
  try {
    reading = await readPair(streams, { both: (a, b) => meter.advance(a.byteLength + b.byteLength) });
  } finally {
    changed = mapPair(sources, closing);
  }
  const failures = reading.kind === "read" ? changed : mapPair(reading.problems, (problem, side) => problem === null ? changed[side] : failureOf(problem));
  const unread3 = unreadLeaves("", failures);
  if (reading.kind === "failed" || unread3.length > 0) return { leaves: unread3, sameBytes: false };
  const { firstUnequal: firstOffset, digests } = reading;
  if (firstOffset === null) return { leaves: [], sameBytes: true };
  return {
    leaves: [
      { kind: "bytes", place: "", what, sizes: mapPair(sources, ({ byteLength }) => byteLength), firstOffset, digests }
    ],
    sameBytes: false
  };
}

// src/fingerprint/finite-watch.ts
function canBeNonFinite(dtype) {
  const { kind } = dtypeFacts(dtype);
  return kind === "float" || kind === "complex";
}
function watchFinite(dtype) {
  if (!canBeNonFinite(dtype)) return { look: () => {
  }, seen: () => true };
  const read = numberReader(dtype);
  const size = numberBytes(dtype);
  let seen = false;
  return {
    look(chunk) {
      if (seen) return;
      const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      for (let offset = 0; !seen && offset + size <= chunk.byteLength; offset += size) {
        seen = Number.isFinite(read(view, offset));
      }
    },
    seen: () => seen
  };
}

// src/compare/compare-structure.ts
function structureLeaves(place, structures, ownNames, without = []) {
  const aspects = /* @__PURE__ */ new Set([
    ...Object.keys(structures.first),
    ...Object.keys(structures.second)
  ]);
  return [...aspects].sort(compareText2).flatMap((aspect) => {
    const values = mapPair(structures, (structure) => structure[aspect] ?? "");
    if (without.includes(aspect) || values.first === values.second) return [];
    const neutral = mapPair(values, (text, side) => withoutOwnNames(text, ownNames[side]).text);
    return neutral.first === neutral.second ? [] : [{ kind: "structure", place, aspect, values }];
  });
}
function containerLeaves(checkpoints) {
  const { first, second } = checkpoints;
  const leaf = (name, values) => ({
    kind: "structure",
    place: "",
    aspect: "container",
    values: mapPair(values, (text) => `${name}: ${text === "" ? "(none)" : text}`)
  });
  if (first.format !== second.format) return [leaf("format", { first: first.format, second: second.format })];
  const names = /* @__PURE__ */ new Set([...Object.keys(first.container), ...Object.keys(second.container)]);
  return [...names].sort(compareText2).flatMap((name) => {
    const values = { first: first.container[name] ?? "", second: second.container[name] ?? "" };
    return values.first === values.second ? [] : [leaf(name, values)];
  });
}
var mostCauses = 12;
function causesOf(leaves, further, unknown = "no difference in content was found; the bytes differ in the container") {
  const causes = leaves.map(({ place, aspect, values }) => {
    if (aspect === "container") return values.first.slice(0, values.first.indexOf(": "));
    return place === "" ? aspect : `${aspect} of ${place}`;
  });
  causes.push(...further);
  if (causes.length === 0) return [unknown];
  if (causes.length <= mostCauses) return causes;
  return [...causes.slice(0, mostCauses), `${causes.length - mostCauses} more`];
}

// src/compare/delta.ts
function deltaOf(findings, histogram, dtype, shape) {
  const { kind } = dtypeFacts(dtype);
  const hasSizes = kind !== "bool" && kind !== "bits" && findings.measured > 0;
  return {
    differing: findings.differing,
    of: elementCount(shape),
    maxAbs: hasSizes ? findings.maxAbs : null,
    maxRel: hasSizes ? findings.maxRel : null,
    maxUlp: hasSizes && findings.maxUlp !== null ? String(findings.maxUlp) : null,
    firstIndex: findings.first === null ? [] : indexOf(findings.first.element, shape),
    firstValues: findings.first === null ? { first: "", second: "" } : valueTexts(findings.first.bytes, dtype),
    nonFinite: findings.nonFinite,
    histogram: hasSizes ? histogram : null
  };
}
function elementCount(shape) {
  return shape.reduce((product, length2) => product * length2, 1);
}
function indexOf(element, shape) {
  const index = [];
  let rest = element;
  for (const length2 of shape.toReversed()) {
    index.unshift(rest % length2);
    rest = Math.floor(rest / length2);
  }
  return index;
}
function valueTexts(bytes, dtype) {
  const texts = mapPair(bytes, (element) => elementText(dtype, element, 0).replaceAll(/nan:[0-9a-f]+/g, "nan"));
  if (texts.first !== texts.second) return texts;
  return mapPair(bytes, (element, side) => `${texts[side]} (0x${Buffer.from(element).reverse().toString("hex")})`);
}

// src/compare/describe-entry.ts
var longestText = 80;
function describeEntry(entry) {
  switch (entry.kind) {
    case "tensor":
      return `${entry.dtype} tensor ${formatShape(entry.shape)}`;
    case "scalar": {
      const { type, text } = entry.value;
      if (type === "none") return "None";
      const short = text.length > longestText ? `${text.slice(0, longestText)}…` : text;
      return `${type} ${type === "str" ? `"${printable(short)}"` : printable(short)}`;
    }
    case "container":
      return `${containerName(entry)} of ${entry.size}`;
    case "opaque":
      return `${entry.what}, ${formatBytes(entry.byteLength)}`;
    default:
      entry;
      return "";
  }
}
function containerName(entry) {
  return entry.class === void 0 ? entry.container : `${entry.container} ${printable(entry.class)}`;
}
function describeBranch(entry, below) {
  if (below.length === 0) return describeEntry(entry);
  const tensors = below.filter(({ kind }) => kind === "tensor").length;
  const others = below.length - tensors;
  const parts = [
    ...tensors > 0 ? [plural(tensors, "tensor")] : [],
    ...others > 0 ? [`${plural(others, tensors > 0 ? "other entry" : "entry", tensors > 0 ? "other entries" : "entries")}`] : []
  ];
  return `${describeEntry(entry)}, with ${parts.join(" and ")} in it`;
}

// src/compare/kernels/difference-kernel.ts
var noFindings = {
  differing: 0,
  measured: 0,
  maxAbs: 0,
  maxRel: 0,
  maxUlp: null,
  first: null,
  nonFinite: { first: 0, second: 0 },
  outside: 0
};

// src/compare/kernels/first-differing-element.ts
function firstDifferingElement(first, second, firstElement, elementBytes) {
  const byte = firstDifferentByte(first, second);
  if (byte >= first.byteLength) return null;
  const index = Math.floor(byte / elementBytes);
  const copy = (chunk) => Uint8Array.from(chunk.subarray(index * elementBytes, (index + 1) * elementBytes));
  return { element: firstElement + index, bytes: { first: copy(first), second: copy(second) } };
}

// src/compare/kernels/number-pairs.ts
var memory = null;
function chunkMemory() {
  memory ??= { first: new ArrayBuffer(chunkBytes), second: new ArrayBuffer(chunkBytes) };
  return memory;
}
function loadChunks(first, second) {
  const target = chunkMemory();
  new Uint8Array(target.first).set(first);
  new Uint8Array(target.second).set(second);
}
function narrowNumberPairs(dtype, bytes) {
  const { first, second } = chunkMemory();
  const [x, y] = bytes === 1 ? [new Uint8Array(first), new Uint8Array(second)] : bytes === 2 ? [new Uint16Array(first), new Uint16Array(second)] : [new Uint32Array(first), new Uint32Array(second)];
  const [a, b] = bytes === 4 ? valueViews(dtype, first, second) : [null, null];
  const table = bytes === 4 ? null : valueTable(dtype, bytes);
  const order = orderOf(dtype, bytes);
  const valueA = (index) => a === null ? table?.[x[index]] : a[index];
  const valueB = (index) => b === null ? table?.[y[index]] : b[index];
  const distance = (index) => Math.abs(order(x[index]) - order(y[index]));
  return {
    load: loadChunks,
    differ: (index) => x[index] !== y[index],
    first: valueA,
    second: valueB,
    absolute: (index) => Math.abs(valueA(index) - valueB(index)),
    distance,
    exactDistance: (index) => BigInt(distance(index))
  };
}
function valueViews(dtype, first, second) {
  const { kind } = dtypeFacts(dtype);
  if (kind === "uint") return [new Uint32Array(first), new Uint32Array(second)];
  if (kind === "int") return [new Int32Array(first), new Int32Array(second)];
  return [new Float32Array(first), new Float32Array(second)];
}
var tables = /* @__PURE__ */ new Map();
function valueTable(dtype, bytes) {
  const known = tables.get(dtype);
  if (known !== void 0) return known;
  const patterns = bytes === 1 ? Uint8Array.from({ length: 256 }, (_, bits2) => bits2) : new Uint8Array(Uint16Array.from({ length: 65536 }, (_, bits2) => bits2).buffer);
  const table = decodeNumbers(dtype, patterns);
  tables.set(dtype, table);
  return table;
}
function orderOf(dtype, bytes) {
  const { kind } = dtypeFacts(dtype);
  const signBit = 2 ** (8 * bytes - 1);
  switch (kind) {
    case "int":
      return (bits2) => bits2 >= signBit ? bits2 - 2 * signBit : bits2;
    case "float":
    case "complex":
      if (dtype === "float8_e8m0fnu") return (bits2) => bits2;
      if (dtype === "float8_e4m3fnuz" || dtype === "float8_e5m2fnuz")
        return (bits2) => bits2 >= signBit ? signBit - bits2 : bits2;
      return (bits2) => bits2 >= signBit ? signBit - bits2 - 1 : bits2;
    case "uint":
    case "bool":
    case "bits":
      return (bits2) => bits2;
    default:
      kind;
      return (bits2) => bits2;
  }
}

// src/compare/kernels/wide-number-pairs.ts
var word = 2 ** 32;
function wideNumberPairs(dtype) {
  const { first, second } = chunkMemory();
  const [x, y] = [new Uint32Array(first), new Uint32Array(second)];
  const [a, b] = [new Float64Array(first), new Float64Array(second)];
  const { kind } = dtypeFacts(dtype);
  const integer = kind === "int" || kind === "uint";
  const signed = kind === "int";
  const mirrored = (high) => !integer && high >= 2147483648;
  const orderHigh = (high) => mirrored(high) ? ~high >>> 0 : kind === "uint" ? high : (high ^ 2147483648) >>> 0;
  const orderLow = (high, low) => mirrored(high) ? ~low >>> 0 : low;
  const words = (index) => {
    const highX = x[2 * index + 1];
    const highY = y[2 * index + 1];
    const high = orderHigh(highX) - orderHigh(highY);
    const low = orderLow(highX, x[2 * index]) - orderLow(highY, y[2 * index]);
    const negative = high < 0 || high === 0 && low < 0;
    const [h, l] = negative ? [-high, -low] : [high, low];
    return l < 0 ? [h - 1, l + word] : [h, l];
  };
  const distance = (index) => {
    const [high, low] = words(index);
    return high * word + low;
  };
  const integerAt = (words2, index) => {
    const high = words2[2 * index + 1];
    return (signed ? high | 0 : high) * word + words2[2 * index];
  };
  return {
    load: loadChunks,
    differ: (index) => x[2 * index] !== y[2 * index] || x[2 * index + 1] !== y[2 * index + 1],
    first: integer ? (index) => integerAt(x, index) : (index) => a[index],
    second: integer ? (index) => integerAt(y, index) : (index) => b[index],
    // The difference of two huge doubles of opposite sign overflows: the largest double stands for "at least so much".
    absolute: integer ? distance : (index) => Math.min(Number.MAX_VALUE, Math.abs(a[index] - b[index])),
    distance,
    exactDistance(index) {
      const [high, low] = words(index);
      return BigInt(high) * BigInt(word) + BigInt(low);
    }
  };
}

// src/compare/kernels/element-kernel.ts
function elementKernel(dtype, tolerance) {
  const { bytes: elementBytes, kind } = dtypeFacts(dtype);
  const parts = elementBytes / numberBytes(dtype);
  const pairs = numberPairs(dtype);
  const hasUlps = kind === "float" || kind === "complex";
  let found = null;
  let [differing, measured, outside, maxAbs, maxRel] = [0, 0, 0, 0, 0];
  let [nonFiniteFirst, nonFiniteSecond] = [0, 0];
  let maxDistance = -1;
  let maxUlp = 0n;
  const measure = (index) => {
    const [a, b] = [pairs.first(index), pairs.second(index)];
    if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
    measured++;
    const abs = pairs.absolute(index);
    const size = Math.max(Math.abs(a), Math.abs(b));
    const rel = abs === Number.MAX_VALUE ? Math.abs(a / 2 / size - b / 2 / size) * 2 : abs / size;
    if (abs > maxAbs) maxAbs = abs;
    if (rel > maxRel) maxRel = rel;
    const distance = hasUlps ? pairs.distance(index) : 0;
    if (hasUlps && distance >= maxDistance) {
      maxDistance = distance;
      const exact = pairs.exactDistance(index);
      if (exact > maxUlp) maxUlp = exact;
    }
    if (tolerance === null) return false;
    return abs <= tolerance.atol + tolerance.rtol * size || hasUlps && distance <= tolerance.maxUlp;
  };
  return {
    add(first, second, firstElement) {
      found ??= firstDifferingElement(first, second, firstElement, elementBytes);
      pairs.load(first, second);
      const numbers = first.byteLength / elementBytes * parts;
      for (let start = 0; start < numbers; start += parts) {
        let differs = false;
        for (let index = start; index < start + parts; index++) differs ||= pairs.differ(index);
        if (!differs) continue;
        differing++;
        let [finiteFirst, finiteSecond, within] = [true, true, true];
        for (let index = start; index < start + parts; index++) {
          finiteFirst &&= Number.isFinite(pairs.first(index));
          finiteSecond &&= Number.isFinite(pairs.second(index));
          if (pairs.differ(index) && !measure(index)) within = false;
        }
        if (!finiteFirst) nonFiniteFirst++;
        if (!finiteSecond) nonFiniteSecond++;
        if (!within) outside++;
      }
    },
    findings: () => ({
      differing,
      measured,
      maxAbs,
      maxRel,
      maxUlp: hasUlps ? maxUlp : null,
      first: found,
      nonFinite: { first: nonFiniteFirst, second: nonFiniteSecond },
      outside
    })
  };
}
function numberPairs(dtype) {
  const bytes = numberBytes(dtype);
  return bytes === 1 || bytes === 2 || bytes === 4 ? narrowNumberPairs(dtype, bytes) : wideNumberPairs(dtype);
}
function bitsKernel(dtype) {
  const { bytes } = dtypeFacts(dtype);
  let found = null;
  let differing = 0;
  return {
    add(first, second, firstElement) {
      found ??= firstDifferingElement(first, second, firstElement, bytes);
      for (let start = 0; start < first.byteLength; start += bytes) {
        let differs = false;
        for (let index = start; index < start + bytes; index++) differs ||= first[index] !== second[index];
        if (differs) differing++;
      }
    },
    findings: () => ({ ...noFindings, differing, outside: differing, first: found })
  };
}

// src/compare/kernels/float-difference-wasm.ts
var floatDifferenceWasm = "AGFzbQEAAAABCQFgBX9/fHx/AAMEAwAAAAUDAQARBykEBm1lbW9yeQIAB2Zsb2F0MzIAAAhiZmxvYXQxNgABB2Zsb2F0MTYAAgrTEgPcBQIBfxd7/QwAAIB/AACAfwAAgH8AAIB/IRwCQANAIAUgAE8NASAF/QAEgAghBiAF/QAEgIggIQcgBUEQaiEFIAYgB/04IQggCP1TRQ0AIBIgCP2xASESIAYhDSAHIQ4CQCABDQAgDSAO/eUB/eABIQ8gDf3gASAO/eAB/esBIRAgBiAH/VFBH/2sASAIIA8gGv1DIA8gEP3nASAb/UP9Tv1P/VD9Uw0AIBcgBiAH/bEB/aAB/bkBIRcMAQsgBiAc/U4gHP04IQkgByAc/U4gHP04IQogCCAJIAr9Tv1OIQsgEyAIIAn9T/2xASETIBQgCCAK/U/9sQEhFCAVIAggC/1P/bEBIRUgCyAN/U4hDSALIA79TiEOIAYgBkEf/awBQQH9rQH9UUEA/awBIQYgByAHQR/9rAFBAf2tAf1RQQD9rAEhByALIAYgB/24ASAGIAf9tgH9sQH9TiEMIBcgDEEA/asB/bkBIRcgDf1fIA79X/3xAf3sASEPIA394AEgDv3gAf3rAf1fIRAgGCAP/fcBIRggGSAPIBD98wH99wEhGSAPIAL9FCAD/RQgEP3yAf3wAf1LIREgDSAN/Q0ICQoLDA0ODwgJCgsMDQ4PIQ0gDiAO/Q0ICQoLDA0ODwgJCgsMDQ4PIQ4gDf1fIA79X/3xAf3sASEPIA394AEgDv3gAf3rAf1fIRAgGCAP/fcBIRggGSAPIBD98wH99wEhGSARIA8gAv0UIAP9FCAQ/fIB/fAB/Uv9DQABAgMICQoLEBESExgZGhshESALIBEgDCAE/RH9Pv1Q/U4hESAWIAggEf1P/bEBIRYgGP0hACAY/SEBpbb9EyEaRAAAAAD//+8/IBn9IQAgGf0hAaWitv0TIRsMAAsLQQAgEv0LBABBACAT/QsEEEEAIBT9CwQgQQAgFf0LBDBBACAW/QsEQEEAIBdBAP2tAf0LBFBBACAY/QsEYEEAIBn9CwRwC+YFAgF/F3v9DAAAgH8AAIB/AACAfwAAgH8hHAJAA0AgBSAATw0BIAX9BAOACEEQ/asBIQYgBf0EA4CIIEEQ/asBIQcgBUEIaiEFIAYgB/04IQggCP1TRQ0AIBIgCP2xASESIAYhDSAHIQ4CQCABDQAgDSAO/eUB/eABIQ8gDf3gASAO/eAB/esBIRAgBiAH/VFBH/2sASAIIA8gGv1DIA8gEP3nASAb/UP9Tv1P/VD9Uw0AIBcgBiAH/bEB/aAB/bkBIRcMAQsgBiAc/U4gHP04IQkgByAc/U4gHP04IQogCCAJIAr9Tv1OIQsgEyAIIAn9T/2xASETIBQgCCAK/U/9sQEhFCAVIAggC/1P/bEBIRUgCyAN/U4hDSALIA79TiEOIAYgBkEf/awBQQH9rQH9UUEQ/awBIQYgByAHQR/9rAFBAf2tAf1RQRD9rAEhByALIAYgB/24ASAGIAf9tgH9sQH9TiEMIBcgDEEQ/asB/bkBIRcgDf1fIA79X/3xAf3sASEPIA394AEgDv3gAf3rAf1fIRAgGCAP/fcBIRggGSAPIBD98wH99wEhGSAPIAL9FCAD/RQgEP3yAf3wAf1LIREgDSAN/Q0ICQoLDA0ODwgJCgsMDQ4PIQ0gDiAO/Q0ICQoLDA0ODwgJCgsMDQ4PIQ4gDf1fIA79X/3xAf3sASEPIA394AEgDv3gAf3rAf1fIRAgGCAP/fcBIRggGSAPIBD98wH99wEhGSARIA8gAv0UIAP9FCAQ/fIB/fAB/Uv9DQABAgMICQoLEBESExgZGhshESALIBEgDCAE/RH9Pv1Q/U4hESAWIAggEf1P/bEBIRYgGP0hACAY/SEBpbb9EyEaRAAAAAD//+8/IBn9IQAgGf0hAaWitv0TIRsMAAsLQQAgEv0LBABBACAT/QsEEEEAIBT9CwQgQQAgFf0LBDBBACAW/QsEQEEAIBdBEP2tAf0LBFBBACAY/QsEYEEAIBn9CwRwC4oHAgF/F3v9DAAAAHwAAAB8AAAAfAAAAHwhHAJAA0AgBSAATw0BIAX9BAOACEEQ/asBIQYgBf0EA4CIIEEQ/asBIQcgBUEIaiEFIAYgB/04IQggCP1TRQ0AIBIgCP2xASESIAb9DAAAAIAAAACAAAAAgAAAAID9TiAG/QwAAP9/AAD/fwAA/38AAP9//U5BA/2tAf0MAACAdwAAgHcAAIB3AACAd/3mAf1QIAYgHP1OIBz9N/1QIQ0gB/0MAAAAgAAAAIAAAACAAAAAgP1OIAf9DAAA/38AAP9/AAD/fwAA/3/9TkED/a0B/QwAAIB3AACAdwAAgHcAAIB3/eYB/VAgByAc/U4gHP03/VAhDgJAIAENACANIA795QH94AEhDyAN/eABIA794AH96wEhECAGIAf9UUEf/awBIAggDyAa/UMgDyAQ/ecBIBv9Q/1O/U/9UP1TDQAgFyAGIAf9sQH9oAH9uQEhFwwBCyAGIBz9TiAc/TghCSAHIBz9TiAc/TghCiAIIAkgCv1O/U4hCyATIAggCf1P/bEBIRMgFCAIIAr9T/2xASEUIBUgCCAL/U/9sQEhFSALIA39TiENIAsgDv1OIQ4gBiAGQR/9rAFBAf2tAf1RQRD9rAEhBiAHIAdBH/2sAUEB/a0B/VFBEP2sASEHIAsgBiAH/bgBIAYgB/22Af2xAf1OIQwgFyAMQRD9qwH9uQEhFyAN/V8gDv1f/fEB/ewBIQ8gDf3gASAO/eAB/esB/V8hECAYIA/99wEhGCAZIA8gEP3zAf33ASEZIA8gAv0UIAP9FCAQ/fIB/fAB/UshESANIA39DQgJCgsMDQ4PCAkKCwwNDg8hDSAOIA79DQgJCgsMDQ4PCAkKCwwNDg8hDiAN/V8gDv1f/fEB/ewBIQ8gDf3gASAO/eAB/esB/V8hECAYIA/99wEhGCAZIA8gEP3zAf33ASEZIBEgDyAC/RQgA/0UIBD98gH98AH9S/0NAAECAwgJCgsQERITGBkaGyERIAsgESAMIAT9Ef0+/VD9TiERIBYgCCAR/U/9sQEhFiAY/SEAIBj9IQGltv0TIRpEAAAAAP//7z8gGf0hACAZ/SEBpaK2/RMhGwwACwtBACAS/QsEAEEAIBP9CwQQQQAgFP0LBCBBACAV/QsEMEEAIBb9CwRAQQAgF0EQ/a0B/QsEUEEAIBj9CwRgQQAgGf0LBHAL";

// src/compare/kernels/simd-float-kernel.ts
var loaded;
function simdFloatKernel(dtype, tolerance) {
  if (dtype !== "float32" && dtype !== "bfloat16" && dtype !== "float16") return null;
  if (loaded === void 0) loaded = loadModule();
  const run = loaded?.functions.get(dtype);
  return loaded === null || run === void 0 ? null : kernelOf(loaded, run, dtypeFacts(dtype).bytes, tolerance);
}
function loadModule() {
  if (typeof WebAssembly === "undefined") return null;
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(floatDifferenceWasm, "base64")));
    const { buffer } = exports.memory;
    return {
      functions: new Map(["float32", "bfloat16", "float16"].map((dtype) => [dtype, exports[dtype]])),
      first: new Uint8Array(buffer, 1024, chunkBytes),
      second: new Uint8Array(buffer, 1024 + chunkBytes, chunkBytes),
      counts: new Uint32Array(buffer, 0, 24),
      sizes: new Float64Array(buffer, 96, 4)
    };
  } catch {
    return null;
  }
}
function kernelOf(module, run, elementBytes, tolerance) {
  const stepBytes = 4 * elementBytes;
  const judge2 = tolerance === null ? 0 : 1;
  const { atol, rtol } = tolerance ?? { atol: 0, rtol: 0 };
  const maxUlp = Math.min(tolerance?.maxUlp ?? 0, 4294967295);
  let found = null;
  let [differing, nonFiniteFirst, nonFiniteSecond, unmeasured, outside] = [0, 0, 0, 0, 0];
  let [maxUlpFound, maxAbs, maxRel] = [0, 0, 0];
  const sum = (row) => {
    let total = 0;
    for (let lane = 0; lane < 4; lane++) total += module.counts[4 * row + lane] ?? 0;
    return total;
  };
  return {
    add(first, second, firstElement) {
      found ??= firstDifferingElement(first, second, firstElement, elementBytes);
      const end = Math.ceil(first.byteLength / stepBytes) * stepBytes;
      module.first.set(first);
      module.second.set(second);
      module.first.fill(0, first.byteLength, end);
      module.second.fill(0, second.byteLength, end);
      run(end, judge2, atol, rtol, maxUlp);
      differing += sum(0);
      nonFiniteFirst += sum(1);
      nonFiniteSecond += sum(2);
      unmeasured += sum(3);
      outside += sum(4);
      maxUlpFound = Math.max(maxUlpFound, ...module.counts.subarray(20, 24));
      maxAbs = Math.max(maxAbs, ...module.sizes.subarray(0, 2));
      maxRel = Math.max(maxRel, ...module.sizes.subarray(2, 4));
    },
    findings: () => ({
      differing,
      measured: differing - unmeasured,
      maxAbs,
      maxRel,
      maxUlp: BigInt(maxUlpFound),
      first: found,
      nonFinite: { first: nonFiniteFirst, second: nonFiniteSecond },
      outside: tolerance === null ? differing : outside
    })
  };
}

// src/compare/kernels/choose-kernel.ts
var chooseKernel = (dtype, tolerance) => {
  const { kind } = dtypeFacts(dtype);
  if (kind === "bool" || kind === "bits") return bitsKernel(dtype);
  return simdFloatKernel(dtype, tolerance) ?? elementKernel(dtype, tolerance);
};

// src/compare/kernels/difference-histogram.ts
var windowNumbers = 256;
var windowsOfChunk = 8;
function differenceHistogram(dtype) {
  const { kind } = dtypeFacts(dtype);
  const counts = [];
  if (kind === "bool" || kind === "bits") return { add: () => void 0, counts: () => counts };
  const bytes = numberBytes(dtype);
  const pairs = numberPairs(dtype);
  const count = (index) => {
    if (!pairs.differ(index) || !Number.isFinite(pairs.first(index)) || !Number.isFinite(pairs.second(index))) return;
    const distance = pairs.distance(index);
    const rounded = Math.floor(Math.log2(distance));
    const power = 2 ** rounded > distance ? rounded - 1 : rounded;
    while (counts.length <= power) counts.push(0);
    counts[power] = (counts[power] ?? 0) + 1;
  };
  return {
    add(first, second) {
      let at = 0;
      for (let window = 0; window < windowsOfChunk; window++) {
        const differing = nextDifferentByte(first, second, at);
        if (differing === null) return;
        const start = differing - differing % bytes;
        at = Math.min(first.byteLength, start + windowNumbers * bytes);
        pairs.load(first.subarray(start, at), second.subarray(start, at));
        for (let index = 0; index < (at - start) / bytes; index++) count(index);
      }
    },
    counts: () => counts
  };
}
function nextDifferentByte(first, second, from) {
  const same = (start2, end2) => Buffer.compare(first.subarray(start2, end2), second.subarray(start2, end2)) === 0;
  let [start, end] = [from, first.byteLength];
  if (same(start, end)) return null;
  while (end - start > 1) {
    const middle = start + end >>> 1;
    if (same(start, middle)) start = middle;
    else end = middle;
  }
  return start;
}

// src/compare/compare-tensors.ts
async function compareTensors(place, tensors, rule, meter) {
  const { first, second } = tensors;
  if (first.dtype !== second.dtype || !sameShape(first.shape, second.shape)) {
    return compareForms(place, tensors, meter);
  }
  const { dtype, shape } = first;
  const elementBytes = dtypeFacts(dtype).bytes;
  const watches = { first: watchFinite(dtype), second: watchFinite(dtype) };
  let kernel = null;
  const histogram = differenceHistogram(dtype);
  const reading = await readPair(tensors, {
    both(a, b) {
      watches.first.look(a);
      watches.second.look(b);
      meter.advance(a.byteLength + b.byteLength);
    },
    unequal(a, b, offset) {
      kernel ??= chooseKernel(dtype, rule);
      kernel.add(a, b, offset / elementBytes);
      histogram.add(a, b);
    }
  });
  if (reading.kind === "failed") return unread(place, reading.problems);
  const { digests } = reading;
  const finite = watches.first.seen() && watches.second.seen();
  const digest = { path: place, dtype, shape, digests };
  const found = findingsOf(kernel);
  if (found === null) return { leaves: [], digest, finite };
  const tolerated = rule !== null && found.outside === 0;
  const delta = deltaOf(found, histogram.counts(), dtype, shape);
  return { leaves: [{ kind: "values", place, dtype, shape, delta, digests, tolerated }], digest, finite };
}
function findingsOf(kernel) {
  return kernel === null ? null : kernel.findings();
}
async function compareForms(place, tensors, meter) {
  const first = await readOne(tensors.first, meter);
  const second = await readOne(tensors.second, meter);
  const leaf = formLeaf(place, tensors);
  if (first.digest === null || second.digest === null) {
    const { leaves } = unread(place, { first: first.problem, second: second.problem });
    return { leaves: [leaf, ...leaves], digest: null, finite: true };
  }
  const { dtype, shape } = tensors.first;
  const digest = { path: place, dtype, shape, digests: { first: first.digest, second: second.digest } };
  return { leaves: [leaf], digest, finite: first.finite && second.finite };
}
function formLeaf(place, { first, second }) {
  if (first.dtype === second.dtype) {
    return { kind: "shape", place, dtype: first.dtype, shapes: { first: first.shape, second: second.shape } };
  }
  if (sameShape(first.shape, second.shape)) {
    return { kind: "dtype", place, dtypes: { first: first.dtype, second: second.dtype } };
  }
  return { kind: "entry-kind", place, kinds: { first: describeEntry(first), second: describeEntry(second) } };
}
async function readOne(tensor2, meter) {
  const watch = watchFinite(tensor2.dtype);
  try {
    const digest = await digestChunks(tensor2.chunks(), tensor2.byteLength, (chunk) => {
      watch.look(chunk);
      meter.advance(chunk.byteLength);
    });
    return { digest, finite: watch.seen(), problem: null };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { digest: null, finite: false, problem: error };
  }
}
function unread(place, problems) {
  const first = problems.first === null ? null : failureOf(problems.first);
  const second = problems.second === null ? null : failureOf(problems.second);
  return { leaves: unreadLeaves(place, { first, second }), digest: null, finite: true };
}
function sameShape(a, b) {
  return a.length === b.length && a.every((length2, dimension) => length2 === b[dimension]);
}

// src/compare/name-globs.ts
var import_picomatch = __toESM(require_picomatch(), 1);
function globFinder(globs) {
  const matchers = globs.map((glob) => {
    const options = { dot: true, nonegate: true, noextglob: true, basename: !glob.includes("/"), windows: false };
    return { glob, matches: (0, import_picomatch.default)(glob, options) };
  });
  return (name) => matchers.find(({ matches }) => matches(name))?.glob ?? null;
}

// src/compare/tolerance.ts
function ruleFinder(tolerance) {
  if (tolerance.rules.length === 0) return () => tolerance.everywhere;
  const find = globFinder(tolerance.rules.map(({ glob }) => glob));
  const byGlob = new Map(tolerance.rules.toReversed().map(({ glob, rule }) => [glob, rule]));
  return (name) => {
    const glob = find(name);
    return glob === null ? tolerance.everywhere : byGlob.get(glob) ?? null;
  };
}
function numbersWithin(a, b, rule, precision) {
  if (rule === null || !Number.isFinite(a) || !Number.isFinite(b)) return false;
  const size = Math.max(Math.abs(a), Math.abs(b));
  return Math.abs(a - b) <= rule.atol + rule.rtol * size || Number(ulpsBetween(a, b, precision)) <= rule.maxUlp;
}
function scalarsWithin(a, b, rule) {
  if (rule === null || a.type !== b.type) return false;
  if (a.type === "float") return numbersWithin(scalarToNumber(a), scalarToNumber(b), rule, "float64");
  if (a.type === "int") return integersWithin(a.text, b.text, rule);
  if (a.type !== "complex") return false;
  const partsOfA = a.text.split(",");
  const partsOfB = b.text.split(",");
  return partsOfA.every((text, index) => {
    const other2 = partsOfB[index] ?? "";
    const [x, y] = [scalarToNumber({ type: "float", text }), scalarToNumber({ type: "float", text: other2 })];
    return text === other2 || numbersWithin(x, y, rule, "float64");
  });
}
function integersWithin(a, b, rule) {
  const [x, y] = [BigInt(a), BigInt(b)];
  const size = Math.max(Math.abs(Number(x)), Math.abs(Number(y)));
  return Number(x > y ? x - y : y - x) <= rule.atol + rule.rtol * size;
}
var bits = new DataView(new ArrayBuffer(8));
function ulpsBetween(a, b, precision) {
  const place = (value) => {
    if (precision === "float32") {
      bits.setFloat32(0, value);
      const signed2 = BigInt(bits.getInt32(0));
      return signed2 < 0n ? signed2 ^ 0x7fffffffn : signed2;
    }
    bits.setFloat64(0, value);
    const signed = bits.getBigInt64(0);
    return signed < 0n ? signed ^ 0x7fffffffffffffffn : signed;
  };
  const distance = place(a) - place(b);
  return distance < 0n ? -distance : distance;
}

// src/compare/compare-entries.ts
async function compareEntries(place, entries, incomplete, context) {
  const { first, second } = entries;
  if (first.kind === "tensor" && second.kind === "tensor") {
    const { leaves, digest, finite } = await compareTensors(
      place,
      { first, second },
      context.ruleFor(place),
      context.meter
    );
    const formed = leaves.some(({ kind }) => kind === "shape" || kind === "entry-kind" || kind === "dtype");
    const structure = structureOf(place, entries, context, formed ? ["strides", "storage"] : []);
    const elements = formed ? 0 : elementCount(first.shape);
    const tensor2 = digest === null ? {} : { tensor: { entry: first, elements, digest, finite } };
    return { leaves: [...leaves, ...structure], ...tensor2 };
  }
  if (first.kind === "scalar" && second.kind === "scalar") {
    const compared = compareScalars(place, { first, second }, context);
    return { ...compared, leaves: [...compared.leaves, ...structureOf(place, entries, context)] };
  }
  if (first.kind === "container" && second.kind === "container") {
    const leaves = compareContainers(place, { first, second }, incomplete);
    const structure = structureOf(place, entries, context, incomplete || leaves.length > 0 ? ["order"] : []);
    return { leaves: [...leaves, ...structure] };
  }
  if (first.kind === "opaque" && second.kind === "opaque") {
    const leaves = await compareOpaques(place, { first, second }, context);
    return { leaves: [...leaves, ...structureOf(place, entries, context)] };
  }
  return { leaves: [kindLeaf(place, entries)] };
}
async function readEntry(place, entry, context) {
  if (entry.kind === "scalar") return { leaves: [], scalar: true };
  if (entry.kind === "container") return { leaves: [] };
  try {
    if (entry.kind === "opaque") {
      await digestChunks(entry.chunks(), entry.byteLength);
      return { leaves: [] };
    }
    const { digest, finite, problem } = await readOne(entry, context.meter);
    if (problem !== null) throw problem;
    if (digest === null) return { leaves: [] };
    const { dtype, shape } = entry;
    const digests = { first: digest, second: digest };
    return {
      leaves: [],
      tensor: { entry, elements: elementCount(shape), digest: { path: place, dtype, shape, digests }, finite }
    };
  } catch (error) {
    if (!isProblem(error)) throw error;
    const failure = { code: error.code, reason: withSameBytes(error.message) };
    return { leaves: unreadLeaves(place, { first: failure, second: failure }) };
  }
}
function withSameBytes(reason) {
  return `${reason} (The bytes of both files are the same, but their content was not verified.)`;
}
function areOpposed(entries) {
  const { first, second } = entries;
  if (first.kind !== second.kind) return true;
  return first.kind === "container" && second.kind === "container" && first.container !== second.container;
}
function kindLeaf(place, entries) {
  return { kind: "entry-kind", place, kinds: mapPair(entries, describeEntry) };
}
function structureOf(place, entries, context, without = []) {
  return structureLeaves(
    place,
    mapPair(entries, ({ structure }) => structure),
    context.ownNames,
    without
  );
}
function compareContainers(place, { first, second }, incomplete) {
  const same = first.container === second.container && first.class === second.class;
  if (same && (first.size === second.size || incomplete)) return [];
  return [kindLeaf(place, { first, second })];
}
function compareScalars(place, scalars, context) {
  const values = mapPair(scalars, ({ value }) => value);
  const { first, second } = values;
  if (scalarsEqual(first, second)) return { leaves: [], scalar: true };
  if (first.type === second.type && (first.type === "str" || first.type === "name")) {
    const neutral = mapPair(values, ({ text }, side) => withoutOwnNames(text, context.ownNames[side]));
    if (neutral.first.text === neutral.second.text) {
      const replaced = neutral.first.replaced + neutral.second.replaced;
      return { leaves: [], scalar: true, ownNames: { place, texts: mapPair(values, ({ text }) => text), replaced } };
    }
  }
  const tolerated = scalarsWithin(first, second, context.ruleFor(place));
  return { leaves: [{ kind: "scalar", place, values, tolerated }], scalar: true };
}
async function compareOpaques(place, { first, second }, context) {
  const reading = await readPair(
    { first, second },
    { both: (a, b) => context.meter.advance(a.byteLength + b.byteLength) }
  );
  if (reading.kind === "failed") {
    return unreadLeaves(
      place,
      mapPair(reading.problems, (problem) => problem === null ? null : failureOf(problem))
    );
  }
  if (first.what !== second.what) return [kindLeaf(place, { first, second })];
  if (reading.firstUnequal === null) return [];
  return [
    {
      kind: "bytes",
      place,
      what: first.what,
      sizes: { first: first.byteLength, second: second.byteLength },
      firstOffset: reading.firstUnequal,
      digests: reading.digests
    }
  ];
}

// src/compare/missing-entries.ts
function findMissing(pairs, opposed) {
  const summaries = /* @__PURE__ */ new Map();
  const incomplete = /* @__PURE__ */ new Set();
  for (const side of ["first", "second"]) {
    const ofSide = pairs.filter(({ entries }) => entries[side] !== null);
    const missing = ofSide.filter(({ entries }) => entries[other(side)] === null);
    if (missing.length === 0) continue;
    const covering = /* @__PURE__ */ new Map();
    for (const pair of [...missing, ...opposed]) {
      const entry = pair.entries[side];
      if (entry !== null) covering.set(formatEntryPath(entry.path), pair);
    }
    const below = /* @__PURE__ */ new Map();
    const holders = /* @__PURE__ */ new Set();
    for (const pair of missing) {
      const entry = pair.entries[side];
      if (entry === null) continue;
      const top = topmostAbove(entry, covering);
      const branch = below.get(top ?? pair) ?? [];
      below.set(top ?? pair, branch);
      if (top !== null) branch.push(entry);
      else if (entry.path.length > 0) holders.add(formatEntryPath(entry.path.slice(0, -1)));
    }
    for (const [pair, entries] of below) {
      const entry = pair.entries[side];
      if (entry !== null && pair.entries[other(side)] === null) summaries.set(pair, describeBranch(entry, entries));
    }
    for (const pair of ofSide) {
      const entry = pair.entries[side];
      if (entry?.kind === "container" && holders.has(formatEntryPath(entry.path))) incomplete.add(pair);
    }
  }
  return { summaries, incomplete };
}
function other(side) {
  return side === "first" ? "second" : "first";
}
function topmostAbove(entry, covering) {
  for (let length2 = 0; length2 < entry.path.length; length2++) {
    const found = covering.get(formatEntryPath(entry.path.slice(0, length2)));
    if (found !== void 0) return found;
  }
  return null;
}

// src/compare/name-tables.ts
function nameTables(lists) {
  const collisions = /* @__PURE__ */ new Set([...repeated(lists.first), ...repeated(lists.second)]);
  return mapPair(lists, (list) => {
    const table = /* @__PURE__ */ new Map();
    for (const one of list) {
      const key = collisions.has(one.neutral) ? one.exact : one.neutral;
      let free = key;
      for (let turn = 2; table.has(free); turn++) free = `${key} (${turn})`;
      table.set(free, one);
    }
    return table;
  });
}
function repeated(list) {
  const seen = /* @__PURE__ */ new Set();
  return list.filter(({ neutral }) => seen.size === seen.add(neutral).size).map(({ neutral }) => neutral);
}

// src/compare/pair-entries.ts
function pairEntries(entries, ownNames) {
  const tables2 = nameTables(mapPair(entries, (list, side) => keyAll(list, ownNames[side])));
  const pairs = [];
  const ownNameKeys = [];
  for (const { name, ...both } of inSharedOrder(tables2)) {
    const { first, second } = both;
    pairs.push({ place: name, entries: { first: first?.entry ?? null, second: second?.entry ?? null } });
    if (first === null || second === null || first.exact === second.exact) continue;
    const replaced = first.replaced + second.replaced;
    if (replaced > 0) ownNameKeys.push({ place: name, texts: { first: first.exact, second: second.exact }, replaced });
  }
  return { pairs, ownNameKeys };
}
function keyAll(entries, names) {
  const known = /* @__PURE__ */ new Map();
  const neutralText = (text) => {
    const found = known.get(text) ?? withoutOwnNames(text, names);
    known.set(text, found);
    return found;
  };
  return entries.map((entry) => {
    const exact = formatEntryPath(entry.path);
    if (names.length === 0) return { entry, exact, neutral: exact, replaced: 0 };
    const { path, replaced } = neutralPath(entry.path, neutralText);
    return { entry, exact, neutral: path === entry.path ? exact : formatEntryPath(path), replaced };
  });
}
function neutralPath(path, neutralText) {
  let changed = false;
  let replaced = 0;
  const segments = path.map((segment) => {
    const text = textOf(segment);
    if (text === null) return segment;
    const neutral = neutralText(text);
    replaced = neutral.replaced;
    if (neutral.replaced === 0) return segment;
    changed = true;
    return withText(segment, neutral.text);
  });
  if (textOf(path.at(-1)) === null) replaced = 0;
  return changed ? { path: segments, replaced } : { path, replaced: 0 };
}
function textOf(segment) {
  if (segment === void 0 || typeof segment === "string") return segment ?? null;
  if ("compound" in segment) return segment.compound;
  return "key" in segment && segment.key.type === "str" ? segment.key.text : null;
}
function withText(segment, text) {
  if (typeof segment === "string") return text;
  return "compound" in segment ? { compound: text } : { key: { type: "str", text } };
}

// src/compare/checkpoint-content.ts
function compareContent(entries, context) {
  return walk(entries, context, (place, both, incomplete) => compareEntries(place, both, incomplete, context));
}
function readContent(entries, context) {
  return walk({ first: entries, second: entries }, context, (place, { first }) => readEntry(place, first, context));
}
async function walk(entries, context, visit) {
  const sameFile = entries.first === entries.second;
  const { first: ownOfFirst } = context.ownNames;
  const { pairs, ownNameKeys } = pairEntries(
    entries,
    sameFile ? { first: ownOfFirst, second: ownOfFirst } : context.ownNames
  );
  const missing = findMissing(pairs, new Set(pairs.filter(isOpposed)));
  const leaves = [];
  const tensors = [];
  const ownNameStrings = ownNameKeys.map(({ place, texts }) => ({
    place,
    texts
  }));
  const ignored = /* @__PURE__ */ new Map();
  let ownNamesReplaced = ownNameKeys.reduce((sum, { replaced }) => sum + replaced, 0);
  let [scalars, ignoredDiffering] = [0, 0];
  for (const pair of pairs) {
    const { place } = pair;
    const glob = isScalar(pair) ? context.ignoredBy(place) : null;
    if (glob !== null) {
      const places = ignored.get(glob) ?? [];
      ignored.set(glob, places);
      places.push(place);
      if (!sameScalars(pair)) ignoredDiffering++;
      continue;
    }
    const { first, second } = pair.entries;
    if (first === null || second === null) {
      const summary = missing.summaries.get(pair);
      const presentIn = second === null ? "first" : "second";
      if (summary !== void 0) leaves.push({ kind: "missing", place, presentIn, what: "entry", summary });
      continue;
    }
    const compared = await visit(place, { first, second }, missing.incomplete.has(pair));
    leaves.push(...compared.leaves);
    if (compared.tensor !== void 0)
      tensors.push({ ...compared.tensor, differs: compared.leaves.some(tellsOfTensor) });
    if (compared.scalar === true) scalars++;
    if (compared.ownNames !== void 0) {
      ownNameStrings.push({ place, texts: compared.ownNames.texts });
      ownNamesReplaced += compared.ownNames.replaced;
    }
  }
  return { leaves, tensors, scalars, ownNameStrings, ownNamesReplaced, ignored, ignoredDiffering };
}
function isOpposed({ entries: { first, second } }) {
  return first !== null && second !== null && areOpposed({ first, second });
}
function isScalar({ entries: { first, second } }) {
  return (first?.kind ?? "scalar") === "scalar" && (second?.kind ?? "scalar") === "scalar";
}
function sameScalars({ entries: { first, second } }) {
  return first?.kind === "scalar" && second?.kind === "scalar" && scalarsEqual(first.value, second.value);
}
function tellsOfTensor(leaf) {
  return leaf.kind === "values" || leaf.kind === "dtype" || leaf.kind === "shape" || leaf.kind === "entry-kind";
}

// src/compare/same-bytes.ts
var buffers = null;
async function haveSameBytes(sources, pulse) {
  const { first, second } = sources;
  const length2 = first.byteLength;
  if (length2 !== second.byteLength) return false;
  if (!sameAt(sources, Math.max(0, length2 - chunkBytes))) return false;
  const breath = startBreathing();
  for (let offset = 0; offset < length2 - chunkBytes; offset += chunkBytes) {
    if (!sameAt(sources, offset)) return false;
    const pause = breath();
    if (pause === void 0) continue;
    await pause;
    pulse();
  }
  return true;
}
function sameAt({ first, second }, offset) {
  buffers ??= { first: Buffer.allocUnsafeSlow(chunkBytes), second: Buffer.allocUnsafeSlow(chunkBytes) };
  const size = Math.min(chunkBytes, first.byteLength - offset);
  const [a, b] = [buffers.first.subarray(0, size), buffers.second.subarray(0, size)];
  first.readInto(a, offset);
  second.readInto(b, offset);
  return Buffer.compare(a, b) === 0;
}
async function sameFileBytes(files, pulse) {
  if (files.first.byteLength !== files.second.byteLength) return false;
  const first = await attempt(() => files.first.openBytes());
  const second = await attempt(() => files.second.openBytes());
  let same = false;
  let changed = [];
  try {
    if (first.value !== null && second.value !== null) {
      const sources = { first: first.value, second: second.value };
      same = (await attempt(() => haveSameBytes(sources, pulse))).value === true;
    }
  } finally {
    changed = [closing(first.value), closing(second.value)];
  }
  return same && changed.every((failure) => failure === null);
}

// src/compare/compare-checkpoints.ts
async function compareCheckpoints(place, sides, context) {
  const sameBytes = await filesHaveSameBytes(sides, context.meter);
  const first = await open(sides.first);
  const second = sameBytes ? first : await open(sides.second);
  if (first.value === null || second.value === null) {
    const closed = { first: closing(first.value), second: closing(second.value) };
    const failures = { first: first.failure ?? closed.first, second: second.failure ?? closed.second };
    return unopened(place, sides, failures, sameBytes);
  }
  const checkpoints = { first: first.value, second: second.value };
  let content;
  let changed;
  try {
    content = sameBytes ? await readContent(checkpoints.first.entries, context) : await compareContent(
      mapPair(checkpoints, ({ entries }) => entries),
      context
    );
  } finally {
    changed = { first: closing(first.value), second: sameBytes ? null : closing(second.value) };
  }
  const structure = sameBytes ? [] : containerLeaves(checkpoints);
  const unread3 = unreadLeaves("", sameBytes ? { first: changed.first, second: changed.first } : changed);
  const leaves = [...structure, ...content.leaves, ...unread3];
  return {
    leaves: sameBytes ? leaves : [...leaves, ...containerBytes(leaves, content)],
    sameBytes,
    checkpoint: describe(place, sides, checkpoints, content, sameBytes),
    tensorBytes: content.tensors.reduce(
      (sum, { entry, elements }) => sum + elements * dtypeFacts(entry.dtype).bytes,
      0
    ),
    ownNameStrings: content.ownNameStrings.map((one) => ({ ...one, place: `${place}: ${one.place}` })),
    ownNamesReplaced: content.ownNamesReplaced,
    notCompared: setAside(place, sides, content),
    readNotes: notesOf(sides, checkpoints)
  };
}
function open({ file, inventory }) {
  return attempt(() => inventory.openCheckpoint(file));
}
async function filesHaveSameBytes(sides, meter) {
  const files = mapPair(sides, ({ file, parts }) => [file, ...parts]);
  if (files.first.length !== files.second.length) return false;
  for (const [index, first] of files.first.entries()) {
    const second = files.second[index];
    if (second === void 0 || !await sameFileBytes({ first, second }, meter.pulse)) return false;
  }
  return true;
}
function unopened(place, sides, failures, sameBytes) {
  const said = sameBytes ? mapPair(failures, (failure) => failure && { ...failure, reason: withSameBytes(failure.reason) }) : failures;
  const leaves = unreadLeaves("", said);
  const notCompared = leaves.map(({ side, reason }) => ({
    run: side,
    path: side === "both" ? place : sides[side].file.path,
    role: sides.first.file.role,
    why: "unread",
    reason
  }));
  return {
    leaves,
    sameBytes,
    checkpoint: null,
    tensorBytes: 0,
    ownNameStrings: [],
    ownNamesReplaced: 0,
    notCompared,
    readNotes: []
  };
}
function containerBytes(leaves, content) {
  if (leaves.some((leaf) => leafEffect(leaf) !== "structure")) return [];
  const further = [
    ...content.ownNameStrings.length > 0 ? [`the runs' own names in ${plural(content.ownNameStrings.length, "text")}`] : [],
    ...content.ignoredDiffering > 0 ? [`${plural(content.ignoredDiffering, "scalar")} set aside by ignore.scalars`] : []
  ];
  return [{ kind: "container-bytes", place: "", causes: causesOf(leaves.filter(isStructure), further) }];
}
function isStructure(leaf) {
  return leaf.kind === "structure";
}
function describe(place, sides, checkpoints, { tensors, scalars }, sameBytes) {
  const floats = tensors.filter(({ entry }) => canBeNonFinite(entry.dtype) && entry.byteLength > 0);
  return {
    place,
    paths: mapPair(sides, ({ file }) => file.path),
    formats: mapPair(checkpoints, ({ format }) => format),
    byteLengths: mapPair(
      sides,
      ({ file, parts }) => [file, ...parts].reduce((sum, { byteLength }) => sum + byteLength, 0)
    ),
    sameBytes,
    tensors: tensors.length,
    elements: tensors.reduce((sum, { elements }) => sum + elements, 0),
    scalars,
    differingTensors: tensors.filter(({ differs }) => differs).length,
    floatTensors: floats.length,
    nonFiniteTensors: floats.filter(({ finite }) => !finite).length,
    digests: tensors.map(({ digest }) => digest),
    executableReferences: [
      .../* @__PURE__ */ new Set([...checkpoints.first.executableReferences, ...checkpoints.second.executableReferences])
    ]
  };
}
function setAside(place, sides, { ignored }) {
  return [...ignored].map(([glob, places]) => ({
    run: "both",
    path: place,
    role: sides.first.file.role,
    why: "policy",
    reason: `ignore.scalars "${glob}": ${plural(places.length, "scalar")} (${formatList(places)})`
  }));
}
function notesOf(sides, checkpoints) {
  return ["first", "second"].flatMap(
    (run) => checkpoints[run].notes.map(({ code, message, entry }) => ({
      run,
      path: sides[run].file.path,
      code,
      message: entry === void 0 ? message : `${entry}: ${message}`
    }))
  );
}

// src/compare/log-lines.ts
var longestLine = 16 * 1024;
function* logLines(source) {
  const buffer = Buffer.allocUnsafeSlow(chunkBytes);
  const decoder = new TextDecoder();
  let held = new Uint8Array(0);
  for (let offset = 0; offset < source.byteLength; ) {
    const chunk = buffer.subarray(0, Math.min(chunkBytes, source.byteLength - offset));
    source.readInto(chunk, offset);
    offset += chunk.byteLength;
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield lineOf(decoder.decode(join(held, chunk.subarray(start, end))));
      held = new Uint8Array(0);
      start = end + 1;
    }
    held = join(held, chunk.subarray(start));
  }
  if (held.byteLength > 0) yield lineOf(decoder.decode(held));
}
function join(held, more) {
  const drawn = more.lastIndexOf(13, more.byteLength - 2);
  const [before, after] = drawn >= 0 ? [new Uint8Array(0), more.subarray(drawn + 1)] : [held, more];
  const room = longestLine - before.byteLength;
  const joined = new Uint8Array(before.byteLength + Math.min(room, after.byteLength));
  joined.set(before);
  joined.set(after.subarray(0, room), before.byteLength);
  return joined;
}
function lineOf(text) {
  const line = text.endsWith("\r") ? text.slice(0, -1) : text;
  return line.slice(line.lastIndexOf("\r") + 1);
}
var volatileTexts = [
  [/\b0x[0-9a-f]{4,}\b/gi, "‹address›"],
  [/\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}[:-]\d{2}[:-]\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/g, "‹time›"],
  [/\b\d{4}\/\d{2}\/\d{2}\b/g, "‹time›"],
  [/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?:[A-Z][a-z]{2} +\d{1,2}|\d{1,2} [A-Z][a-z]{2})(?: \d{4})?/g, "‹time›"],
  [/\b(?:\d+:)?\d{1,2}:\d{2}(?:[.,]\d+)?\b/g, "‹time›"],
  [/\b1[5-9]\d{8}(?:\.\d+)?\b/g, "‹time›"],
  [
    /(?<![\w.])\d+(?:\.\d+)?(?:e[+-]?\d+)?\s?(?:it|its|iter|iters|step|steps|sample|samples|token|tokens|tok|img|images|batch|batches|ex|[kMG]i?B|B)\/(?:s|sec|second)\b/gi,
    "‹rate›"
  ],
  [/(?<![\w.])\d+(?:\.\d+)?\s?(?:s|sec|ms)\/(?:it|iter|step|batch|sample|epoch|token)\b/gi, "‹rate›"],
  [
    /(?<![\w.])\d+(?:\.\d+)?(?:e[+-]?\d+)?\s?(?:ns|us|µs|ms|s|sec|secs|seconds?|m|min|mins|minutes?|h|hr|hrs|hours?|d|days?)\b(?![/\w])/g,
    "‹duration›"
  ],
  [/\b(pid|process(?: id)?)([ =:#[(]+)\d+/gi, "$1$2‹pid›"]
];
function neutralLine(line, names) {
  let text = withoutOwnNames(line, names).text;
  for (const [pattern, placeholder] of volatileTexts) text = text.replace(pattern, placeholder);
  return text.replace(/\s+/g, " ").trim();
}

// src/compare/compare-logs.ts
var shownCharacters = 500;
async function compareLogs(sources, ownNames) {
  const first = logLines(sources.first);
  const second = logLines(sources.second);
  const breath = startBreathing();
  for (let line = 1; ; line++) {
    const a = first.next();
    const b = second.next();
    if (a.done === true && b.done === true) return null;
    const texts = { first: a.done === true ? null : a.value, second: b.done === true ? null : b.value };
    if (texts.first !== texts.second) {
      const same = texts.first !== null && texts.second !== null && neutralLine(texts.first, ownNames.first) === neutralLine(texts.second, ownNames.second);
      if (!same)
        return { kind: "line", place: "", line, lines: { first: shown(texts.first), second: shown(texts.second) } };
    }
    const pause = breath();
    if (pause !== void 0) await pause;
  }
}
function shown(line) {
  return line === null || line.length <= shownCharacters ? line : `${line.slice(0, shownCharacters)}…`;
}

// src/compare/compare-series.ts
function compareSeries(series, rule, ownNames = { first: [], second: [] }) {
  const precision = series.first.precision === "float32" && series.second.precision === "float32" ? "float32" : "float64";
  let [both, common, differing, onlyFirst, onlySecond] = [0, 0, 0, 0, 0];
  let earliest = null;
  let lastCommonStep = null;
  let maxAbs = null;
  let maxRel = null;
  let maxAbsStep = null;
  let lastAbs = null;
  let tolerated = rule !== null;
  const named = [];
  for (const { step, first, second } of outerJoin(series)) {
    if (first !== null && second !== null) {
      both++;
      if (first.text === void 0 && second.text === void 0) common++;
      lastCommonStep = step;
      lastAbs = absoluteOf(first, second);
      if (samePoints(first, second)) continue;
      const replaced = sameButForNames({ first, second }, ownNames);
      if (replaced !== null) {
        named.push(replaced);
        continue;
      }
      const abs = lastAbs;
      if (abs !== null && (maxAbs === null || abs > maxAbs)) [maxAbs, maxAbsStep] = [abs, step];
      const rel = abs === null ? null : relativeOf(first, second);
      if (rel !== null && (maxRel === null || rel > maxRel)) maxRel = rel;
      if (!numbersWithin(first.value, second.value, rule, precision)) tolerated = false;
    } else {
      if (second === null) onlyFirst++;
      else onlySecond++;
      tolerated = false;
    }
    differing++;
    earliest ??= { step, values: { first: first && pointText(first), second: second && pointText(second) } };
  }
  if (earliest === null) return { delta: null, common, lastCommonStep, ownNames: named };
  const delta = {
    firstStep: earliest.step,
    firstValues: earliest.values,
    differing,
    of: both + onlyFirst + onlySecond,
    onlyFirst,
    onlySecond,
    maxAbs,
    maxRel,
    maxAbsStep,
    lastAbs,
    tolerated
  };
  return { delta, common, lastCommonStep, ownNames: named };
}
function pointText(point) {
  if (point.text !== void 0) return shownText(point.text);
  if (point.exact !== void 0) return point.exact;
  if (Number.isNaN(point.value)) return "nan";
  if (!Number.isFinite(point.value)) return point.value > 0 ? "inf" : "-inf";
  return Object.is(point.value, -0) ? "-0" : String(point.value);
}
var shownCharacters2 = 200;
function shownText(text) {
  return text.length <= shownCharacters2 ? text : `${text.slice(0, shownCharacters2)}… (${text.length} characters)`;
}
function samePoints(a, b) {
  return Object.is(a.value, b.value) && a.exact === b.exact && a.text === b.text;
}
function sameButForNames(points, ownNames) {
  const { first, second } = mapPair(points, ({ text }) => text);
  if (first === void 0 || second === void 0) return null;
  const texts = { first, second };
  const neutral = mapPair(texts, (text, side) => withoutOwnNames(text, ownNames[side]));
  if (neutral.first.text !== neutral.second.text) return null;
  return { texts: mapPair(texts, shownText), replaced: neutral.first.replaced + neutral.second.replaced };
}
function absoluteOf(a, b) {
  if (!Number.isFinite(a.value) || !Number.isFinite(b.value)) return null;
  const exact = exactDifference(a, b);
  return Math.min(Number.MAX_VALUE, exact ?? Math.abs(a.value - b.value));
}
function relativeOf(a, b) {
  const size = Math.max(Math.abs(a.value), Math.abs(b.value));
  const exact = exactDifference(a, b);
  if (exact !== null) return size === 0 ? 0 : exact / size;
  return size === 0 ? 0 : Math.abs(a.value / 2 / size - b.value / 2 / size) * 2;
}
function exactDifference(a, b) {
  if (a.exact === void 0 && b.exact === void 0) return null;
  const [x, y] = [exactInteger(a), exactInteger(b)];
  return x === null || y === null ? null : Number(x > y ? x - y : y - x);
}
function exactInteger({ exact, value }) {
  if (exact !== void 0) return /^-?\d+$/.test(exact) ? BigInt(exact) : null;
  return Number.isInteger(value) ? BigInt(value) : null;
}
function* outerJoin({ first, second }) {
  let [i, j] = [0, 0];
  for (; ; ) {
    const a = first.points[i];
    const b = second.points[j];
    if (a === void 0 && b === void 0) return;
    if (b === void 0 || a !== void 0 && a.step < b.step) {
      if (a !== void 0) yield { step: a.step, first: a, second: null };
      i++;
    } else if (a === void 0 || b.step < a.step) {
      yield { step: b.step, first: null, second: b };
      j++;
    } else {
      yield { step: a.step, first: a, second: b };
      i++;
      j++;
    }
  }
}

// src/compare/compare-metrics.ts
function compareMetrics(place, files, context) {
  const named = pairSeries(
    mapPair(files, ({ series }) => series),
    context.ownNames
  );
  const leaves = [];
  const compared = [];
  const undecided = [];
  const setAside2 = /* @__PURE__ */ new Map();
  const ownNameStrings = [...named.ownNameStrings];
  let { replaced: ownNamesReplaced } = named;
  let [decidingSeries, decidingPoints] = [0, 0];
  for (const { name, first, second } of named.joined) {
    const policy = policyOf(name, context);
    if (policy !== null) setAside2.set(policy, [...setAside2.get(policy) ?? [], name]);
    const { line, leaf } = compareOne(place, name, { first, second }, policy, context);
    if (line !== null) compared.push(line.series);
    if (line !== null && policy === null && line.series.proves !== false) {
      decidingSeries++;
      decidingPoints += line.common;
    }
    for (const { texts, replaced } of line?.ownNames ?? []) {
      ownNameStrings.push({ place: name, texts });
      ownNamesReplaced += replaced;
    }
    if (leaf !== null) leaves.push(leaf);
    if (leaf !== null && policy !== null) undecided.push(name);
  }
  return {
    leaves,
    series: compared,
    decidingSeries,
    decidingPoints,
    undecided,
    ownNameStrings: ownNameStrings.map((one) => ({ ...one, place: `${place}: ${one.place}` })),
    ownNamesReplaced,
    notCompared: [...setAside2].map(([policy, names]) => ({
      run: "both",
      path: place,
      role: "metrics",
      why: "policy",
      reason: `${plural(names.length, "series", "series")} shown, not judged, by ${policy}: ${formatList(names)}`
    }))
  };
}
function policyOf(name, { ignoredBy }) {
  const glob = ignoredBy(name);
  if (glob !== null) return `ignore.series "${glob}"`;
  const volatile = volatileSeriesPolicy(name);
  return volatile === null ? null : `the list of volatile series (${volatile})`;
}
function compareOne(place, name, sides, policy, context) {
  const { first, second } = sides;
  const decides = policy === null;
  if (decides && (first === null || second === null)) {
    const present = first ?? second;
    const summary = present === null ? "" : plural(present.points.length, "point");
    return {
      line: null,
      leaf: { kind: "missing", place: name, presentIn: second === null ? "first" : "second", what: "series", summary }
    };
  }
  const pair = { first: first ?? emptyLike(second), second: second ?? emptyLike(first) };
  const { delta, common, lastCommonStep, ownNames } = compareSeries(pair, context.ruleFor(name), context.ownNames);
  const stepKind = pair.first.stepKind === pair.second.stepKind ? pair.first.stepKind : "row";
  const line = {
    common,
    ownNames,
    series: {
      place,
      name,
      stepKind,
      points: mapPair(pair, ({ points }) => points.length),
      last: mapPair(pair, ({ points }) => {
        const last = points.at(-1);
        return last === void 0 ? null : { step: last.step, value: pointText(last) };
      }),
      lastStep: lastCommonStep,
      firstDivergentStep: delta?.firstStep ?? null,
      decides,
      ...isCounter(name) || isText(pair) ? { proves: false } : {}
    }
  };
  if (decides && pair.first.stepKind !== pair.second.stepKind) {
    const kinds = mapPair(pair, (series) => `series by ${series.stepKind}, ${plural(series.points.length, "point")}`);
    return { line, leaf: { kind: "entry-kind", place: name, kinds } };
  }
  if (delta === null) return { line, leaf: null };
  return { line, leaf: { kind: "series", place: name, stepKind, ...delta, decides, policy } };
}
function isCounter(name) {
  return stepKindOf(name) !== null;
}
function isText({ first, second }) {
  const points = [...first.points, ...second.points];
  return points.length > 0 && points.every(({ text }) => text !== void 0);
}
function emptyLike(other2) {
  const { name = "", stepKind = "step", precision = "float64" } = other2 ?? {};
  return { name, stepKind, precision, points: [], rewritten: 0 };
}
function pairSeries(series, ownNames) {
  const tables2 = nameTables(
    mapPair(
      series,
      (list, side) => list.map((one) => {
        const { text, replaced: replaced2 } = withoutOwnNames(one.name, ownNames[side]);
        return { exact: one.name, neutral: text, replaced: replaced2, series: one };
      })
    )
  );
  const joined = [];
  const ownNameStrings = [];
  let replaced = 0;
  for (const { name, first, second } of inSharedOrder(tables2)) {
    joined.push({ name, first: first?.series ?? null, second: second?.series ?? null });
    if (first === null || second === null || first.exact === second.exact) continue;
    ownNameStrings.push({ place: name, texts: { first: first.exact, second: second.exact } });
    replaced += first.replaced + second.replaced;
  }
  return { joined, ownNameStrings, replaced };
}

// src/compare/coverage-parts.ts
var shownStrings = 200;
var noCoverage = {
  checkpoints: [],
  series: [],
  notCompared: [],
  ownNameStrings: [],
  readNotes: [],
  sameInode: [],
  totals: {}
};
var noTotals = {
  files: 0,
  checkpoints: 0,
  tensors: 0,
  elements: 0,
  tensorBytes: 0,
  scalars: 0,
  series: 0,
  points: 0,
  bytesComparedFiles: 0,
  ownNamesReplaced: 0
};
function joinCoverage(parts, pairing) {
  return {
    totals: sumTotals(parts),
    checkpoints: parts.flatMap(({ checkpoints }) => checkpoints),
    series: parts.flatMap(({ series }) => series),
    pairings: pairing.pairs.filter(({ files }) => files.first.path !== files.second.path).map(({ neutralPath: neutralPath2, files }) => ({ paths: mapPair(files, ({ path }) => path), neutralPath: neutralPath2, ambiguous: false })),
    ambiguous: pairing.ambiguous.filter(({ files }) => [...files.first, ...files.second].some(({ role }) => roleDecides(role))).map(({ neutralPath: neutralPath2, files }) => ({ neutralPath: neutralPath2, ...mapPair(files, (list) => list.map(({ path }) => path)) })),
    notCompared: parts.flatMap(({ notCompared }) => notCompared),
    sameInode: parts.flatMap(({ sameInode }) => sameInode),
    ownNameStrings: parts.flatMap(({ ownNameStrings }) => ownNameStrings).slice(0, shownStrings),
    readNotes: parts.flatMap(({ readNotes }) => readNotes)
  };
}
function sumTotals(parts) {
  const sums = { ...noTotals };
  const names = Object.keys(noTotals);
  for (const { totals } of parts) for (const name of names) sums[name] += totals[name] ?? 0;
  return sums;
}

// src/compare/compare-unread.ts
async function compareUnread(place, files, role, failures, meter) {
  const sameBytes = await sameFileBytes(files, meter.pulse);
  const said = sameBytes ? mapPair(failures, (failure) => failure && { ...failure, reason: withSameBytes(failure.reason) }) : failures;
  const leaves = unreadLeaves("", said);
  const notCompared = leaves.map(({ side, reason }) => ({
    run: side,
    path: side === "both" ? place : files[side].path,
    role,
    why: "unread",
    reason
  }));
  return { leaves, sameBytes, coverage: { ...noCoverage, notCompared } };
}

// src/compare/compare-metric-files.ts
async function compareMetricFiles(place, files, context) {
  const series = mapPair(files, ({ path }, side) => context.inventories[side].metrics.get(path) ?? null);
  const { first, second } = series;
  if (first === null || second === null) {
    const failure = { code: "NOT_READ", reason: "The series of this file are not in the inventory." };
    return compareUnread(
      place,
      files,
      "metrics",
      mapPair(series, (one) => one === null ? failure : null),
      context.meter
    );
  }
  context.meter.advance(files.first.byteLength + files.second.byteLength);
  const sameBytes = await sameFileBytes(files, context.meter.pulse);
  const { leaves, metrics, coverage } = compareSeriesFiles(place, { first, second }, context);
  const { totals } = coverage;
  return {
    leaves: sameBytes ? leaves : [...leaves, ...metricBytes(leaves, metrics)],
    sameBytes,
    coverage: { ...coverage, totals: { ...totals, files: 1 } }
  };
}
function compareSeriesFiles(place, files, context) {
  const { ownNames, ruleFor, ignored } = context;
  const metrics = compareMetrics(place, files, { ownNames, ruleFor, ignoredBy: ignored.series });
  const format = files.first.format === files.second.format ? [] : [
    {
      kind: "structure",
      place: "",
      aspect: "container",
      values: mapPair(files, ({ format: format2 }) => `format: ${format2}`)
    }
  ];
  const readNotes = ["first", "second"].flatMap(
    (run) => files[run].notes.map(({ code, message }) => ({ run, path: files[run].path, code, message }))
  );
  const { series, notCompared, ownNameStrings, ownNamesReplaced, decidingSeries, decidingPoints } = metrics;
  const totals = { series: decidingSeries, points: decidingPoints, ownNamesReplaced };
  const coverage = { ...noCoverage, series, notCompared, ownNameStrings, readNotes, totals };
  return { leaves: [...format, ...metrics.leaves], metrics, coverage };
}
function metricBytes(leaves, metrics) {
  const plain = leaves.every((leaf) => leafEffect(leaf) === "structure" || leafEffect(leaf) === "none");
  if (!plain) return [];
  const { undecided, ownNamesReplaced } = metrics;
  const further = [
    ...undecided.length > 0 ? [`series that do not decide: ${formatList(undecided)}`] : [],
    ...ownNamesReplaced > 0 ? ["the runs' own names in names or texts of series"] : []
  ];
  const structure = leaves.flatMap((leaf) => leaf.kind === "structure" ? [leaf] : []);
  const unknown = "the points are the same; the bytes differ in what is no point (wall times, spelling, order)";
  return [{ kind: "container-bytes", place: "", causes: causesOf(structure, further, unknown) }];
}

// src/compare/file-comparison.ts
function groupOf(place, paths, role, children) {
  if (children.length === 0) return null;
  return { kind: "group", level: "file", place, file: { role, paths, decides: roleDecides(role) }, children };
}

// src/compare/inventory-index.ts
function indexInventory(inventory) {
  return {
    inventory,
    files: byPath3(inventory.files),
    metrics: byPath3(inventory.metrics),
    unread: byPath3(inventory.unread),
    parts: new Set(inventory.files.flatMap(({ parts }) => parts))
  };
}
function partsOf(file, { files }) {
  return file.parts.flatMap((path) => files.get(path) ?? []);
}
function failureAt(path, { unread: unread3 }) {
  const found = unread3.get(path);
  return found === void 0 ? null : { code: found.code, reason: found.reason };
}
function byPath3(list) {
  return new Map(list.map((one) => [one.path, one]));
}

// src/compare/compare-file.ts
async function compareFile(place, files, context) {
  const roles = mapPair(files, ({ role: role2 }) => role2);
  const role = weightier(roles.first, roles.second);
  const decides = roleDecides(role);
  const failures = mapPair(files, ({ path }, side) => failureAt(path, context.inventories[side]));
  const compared = failures.first !== null || failures.second !== null ? await compareUnread(place, files, role, failures, context.meter) : roles.first === roles.second ? await compareByRole(place, files, role, context) : await compareRoles(files, role, context);
  const sameInode = decides && isSameInode(files) ? [place] : [];
  return {
    group: groupOf(
      place,
      mapPair(files, ({ path }) => path),
      role,
      compared.leaves
    ),
    decides,
    sameBytes: compared.sameBytes,
    coverage: { ...compared.coverage, sameInode }
  };
}
var weights = [
  "checkpoint",
  "metrics",
  "image",
  "other",
  "record",
  "log",
  "bookkeeping",
  "ignored"
];
function weightier(a, b) {
  return weights.indexOf(a) <= weights.indexOf(b) ? a : b;
}
function isSameInode({ first, second }) {
  const [a, b] = [first.state, second.state];
  return a !== null && b !== null && a.device === b.device && a.inode === b.inode;
}
async function compareByRole(place, files, role, context) {
  switch (role) {
    case "checkpoint":
      return compareAsCheckpoint(place, files, context);
    case "image":
      return compareAsImage(place, files, context);
    case "metrics":
      return compareMetricFiles(place, files, context);
    case "other":
      return compareAsBytes(files, "file", context);
    case "log":
      return compareAsLog(place, files, context);
    case "record":
      return listed({
        run: "both",
        path: place,
        role,
        why: "listed",
        reason: `records are judged by checks (${files.first.because})`
      });
    case "bookkeeping":
      return listed({ run: "both", path: place, role, why: "listed", reason: files.first.because });
    case "ignored":
      return listed({ run: "both", path: place, role, why: "policy", reason: files.first.because });
    default:
      role;
      return listed({ run: "both", path: place, role, why: "listed", reason: "" });
  }
}
function listed(...notCompared) {
  return { leaves: [], sameBytes: false, coverage: { ...noCoverage, notCompared } };
}
async function compareRoles(files, role, context) {
  if (!roleDecides(role)) {
    const { path, because } = files.first;
    return listed({ run: "both", path, role, why: "listed", reason: because });
  }
  const { leaves, ...rest } = await compareAsBytes(files, "file", context);
  const kinds = mapPair(files, ({ role: role2, because }) => `${role2} (${because})`);
  const told = leaves.map((leaf) => leaf.kind === "bytes" ? { kind: "entry-kind", place: "", kinds } : leaf);
  return { leaves: told, ...rest };
}
async function compareAsCheckpoint(place, files, context) {
  const sides = mapPair(files, (file, side) => {
    const indexed = context.inventories[side];
    return { file, inventory: indexed.inventory, parts: partsOf(file, indexed) };
  });
  const { ownNames, ruleFor, meter, ignored } = context;
  const compared = await compareCheckpoints(place, sides, { ownNames, ruleFor, meter, ignoredBy: ignored.scalars });
  const { leaves, sameBytes, checkpoint, notCompared, readNotes, ownNameStrings, ownNamesReplaced } = compared;
  if (checkpoint === null) return { leaves, sameBytes, coverage: { ...noCoverage, notCompared } };
  const { tensors, elements, scalars } = checkpoint;
  const { tensorBytes } = compared;
  const totals = { files: 1, checkpoints: 1, tensors, elements, tensorBytes, scalars, ownNamesReplaced };
  const coverage = { ...noCoverage, checkpoints: [checkpoint], notCompared, readNotes, ownNameStrings, totals };
  return { leaves, sameBytes, coverage };
}
async function compareAsImage(place, files, context) {
  if (files.first.format === null || files.second.format === null) return compareAsBytes(files, "image", context);
  const { leaves, sameBytes, coverage } = await compareAsCheckpoint(place, files, context);
  if (coverage.checkpoints.length === 0) return compareAsBytes(files, "image", context);
  const { notCompared, readNotes } = coverage;
  return { leaves, sameBytes, coverage: { ...noCoverage, notCompared, readNotes, totals: { files: 1 } } };
}
async function compareAsBytes(files, what, context) {
  const { leaves, sameBytes } = await compareBytes(files, what, context.meter);
  const unread3 = leaves.flatMap((leaf) => leaf.kind === "unread" ? [leaf] : []);
  const notCompared = unread3.map(({ side, reason }) => ({
    run: side,
    path: files[side === "second" ? "second" : "first"].path,
    role: files.first.role,
    why: "unread",
    reason
  }));
  const totals = unread3.length > 0 ? {} : { files: 1, bytesComparedFiles: 1 };
  return { leaves, sameBytes, coverage: { ...noCoverage, notCompared, totals } };
}
async function compareAsLog(place, files, context) {
  const opened = {
    first: await attempt(() => files.first.openBytes()),
    second: await attempt(() => files.second.openBytes())
  };
  const { first, second } = mapPair(opened, ({ value }) => value);
  const line = first === null || second === null ? null : await attempt(() => compareLogs({ first, second }, context.ownNames));
  const closed = { first: closing(first), second: closing(second) };
  const reason = opened.first.failure ?? opened.second.failure ?? line?.failure ?? closed.first ?? closed.second;
  if (reason !== null && reason !== void 0) {
    return listed({ run: "both", path: place, role: "log", why: "unread", reason: reason.reason });
  }
  return { leaves: line === null || line.value === null ? [] : [line.value], sameBytes: false, coverage: noCoverage };
}

// src/compare/progress-meter.ts
var quietMs = 100;
function progressMeter(listener, totalBytes) {
  let name = "";
  let [before, inFile, fileBytes] = [0, 0, 0];
  let told = Number.NEGATIVE_INFINITY;
  const tell = () => {
    told = performance.now();
    listener({ kind: "comparing", file: name, bytesDone: before + inFile, bytesTotal: totalBytes });
  };
  return {
    file(place, bytes) {
      before += fileBytes;
      [name, inFile, fileBytes] = [place, 0, bytes];
      tell();
    },
    advance(bytes) {
      inFile = Math.min(fileBytes, inFile + bytes);
      if (performance.now() - told >= quietMs) tell();
    },
    pulse() {
      if (performance.now() - told >= quietMs) tell();
    },
    done() {
      before += fileBytes;
      [inFile, fileBytes] = [0, 0];
      tell();
    }
  };
}

// src/compare/self-test.ts
import { createHash as createHash2 } from "node:crypto";
var probed = [
  { dtype: "float64", bytes: 8 },
  { dtype: "int64", bytes: 8 },
  { dtype: "uint8", bytes: 1 }
];
var length = 128;
var flippedByte = length - 23;
var proven = null;
function proveComparison(compare = compareTensors) {
  if (compare !== compareTensors) return prove(compare);
  proven ??= prove(compare);
  return proven;
}
async function prove(compare) {
  const meter = progressMeter(() => {
  }, 0);
  const data = Uint8Array.from({ length }, (_, index) => index * 7 % 113);
  const same = data.slice();
  const damaged = data.slice();
  damaged[flippedByte] = (damaged[flippedByte] ?? 0) ^ 1;
  const digest = createHash2("sha256").update(data).digest("hex");
  for (const { dtype, bytes } of probed) {
    const first = tensor(dtype, bytes, data);
    const equal = await compare("equal", { first, second: tensor(dtype, bytes, same) }, null, meter);
    if (equal.leaves.length > 0 || equal.digest?.digests.first !== digest || equal.digest.digests.second !== digest)
      throw broken(`two equal ${dtype} tensors did not come out equal`);
    const { leaves } = await compare("flipped", { first, second: tensor(dtype, bytes, damaged) }, null, meter);
    const [leaf] = leaves;
    const index = Math.floor(flippedByte / bytes);
    if (leaf?.kind !== "values" || leaf.delta.differing !== 1 || leaf.delta.firstIndex[0] !== index || leaf.tolerated)
      throw broken(`one flipped bit in a ${dtype} tensor was not found`);
  }
}
function broken(what) {
  return new Error(`The comparison failed its own test: ${what}. No verdict can be trusted on this machine.`);
}
function tensor(dtype, bytes, data) {
  return {
    kind: "tensor",
    path: [],
    structure: {},
    dtype,
    shape: [length / bytes],
    byteLength: length,
    async *chunks() {
      yield data;
    }
  };
}

// src/compare/unpaired.ts
function missingFiles(inventories, pairing) {
  const ofSide = (side, files) => files.filter(({ path }) => !inventories[side].parts.has(path)).map((file) => ({ place: file.neutralPath, result: missingFile(side, file, inventories[side]) }));
  return [...ofSide("first", pairing.onlyFirst), ...ofSide("second", pairing.onlySecond)];
}
function missingFile(side, file, { unread: unread3 }) {
  const { role, path, neutralPath: neutralPath2, because } = file;
  const decides = roleDecides(role);
  if (!decides) {
    const why = role === "ignored" ? "policy" : "listed";
    return listed2({ run: side, path, role, why, reason: `only the ${side} run has it; ${because}` });
  }
  const leaf = {
    kind: "missing",
    place: "",
    presentIn: side,
    what: "file",
    summary: `${because}, ${formatBytes(file.byteLength)}`
  };
  const reason = unread3.get(path)?.reason;
  const notCompared = reason === void 0 ? [] : [{ run: side, path, role, why: "unread", reason }];
  const group = groupOf(neutralPath2, onlyOn(side, path), role, [leaf]);
  return { group, decides, sameBytes: false, coverage: { ...noCoverage, notCompared } };
}
function listed2(line) {
  return { group: null, decides: false, sameBytes: false, coverage: { ...noCoverage, notCompared: [line] } };
}
function onlyOn(side, path) {
  return { first: side === "first" ? path : null, second: side === "second" ? path : null };
}
function looseSeries(context) {
  const loose = mapPair(context.inventories, ({ inventory, files }) => {
    const without = inventory.metrics.filter(({ path }) => !files.has(path));
    return new Map(without.map((file) => [file.neutralPath, file]));
  });
  return [.../* @__PURE__ */ new Set([...loose.first.keys(), ...loose.second.keys()])].flatMap((place) => {
    const first = loose.first.get(place);
    const second = loose.second.get(place);
    if (first !== void 0 && second !== void 0) {
      const { leaves, coverage } = compareSeriesFiles(place, { first, second }, context);
      const group = groupOf(
        place,
        mapPair({ first, second }, ({ path }) => path),
        "metrics",
        leaves
      );
      return [{ place, result: { group, decides: false, sameBytes: true, coverage } }];
    }
    const side = second === void 0 ? "first" : "second";
    const present = first ?? second;
    const other2 = context.inventories[side === "first" ? "second" : "first"];
    return present === void 0 || other2.unread.has(present.path) ? [] : [{ place, result: missingSeries(side, present) }];
  });
}
function missingSeries(side, { path, neutralPath: neutralPath2, series }) {
  const summary = plural(series.length, "series", "series");
  const leaf = { kind: "missing", place: "", presentIn: side, what: "file", summary };
  const group = groupOf(neutralPath2, onlyOn(side, path), "metrics", [leaf]);
  return { group, decides: true, sameBytes: false, coverage: noCoverage };
}
function unreadThings(inventories) {
  const things = mapPair(
    inventories,
    ({ inventory, files }) => inventory.unread.filter(({ path }) => !files.has(path))
  );
  const paths = new Set([...things.first, ...things.second].map(({ path }) => path));
  const at = (path, { files, unread: unread3 }) => files.has(path) ? null : unread3.get(path) ?? null;
  return [...paths].map((path) => ({
    place: path,
    result: unreadThing(
      path,
      mapPair(inventories, (indexed) => at(path, indexed))
    )
  }));
}
function unreadThing(path, found) {
  const roles = [found.first?.role, found.second?.role].filter((role2) => role2 !== void 0);
  const role = roles.find(roleDecides) ?? roles[0] ?? "other";
  const leaves = unreadLeaves("", found);
  const notCompared = leaves.map(({ side, code, reason }) => {
    const why = code === "NOT_A_REGULAR_FILE" ? "special" : "unread";
    return { run: side, path, role, why, reason };
  });
  const group = groupOf(
    path,
    mapPair(found, (unread3) => unread3 && path),
    role,
    leaves
  );
  return { group, decides: roleDecides(role), sameBytes: false, coverage: { ...noCoverage, notCompared } };
}
function ambiguousListed(pairing) {
  return pairing.ambiguous.flatMap(({ neutralPath: neutralPath2, files }) => {
    const all = [...files.first, ...files.second];
    const [file] = all;
    if (file === void 0 || all.some(({ role }) => roleDecides(role))) return [];
    const counts = `${plural(files.first.length, "file")} of the first run and ${files.second.length} of the second`;
    const reason = `${counts} could belong together`;
    const line = { run: "both", path: neutralPath2, role: file.role, why: "listed", reason };
    return [{ place: neutralPath2, result: listed2(line) }];
  });
}

// src/compare/compare-runs.ts
async function compareRuns(inventories, pairing, policy, listener) {
  await proveComparison();
  const indexed = mapPair(inventories, indexInventory);
  const pairs = pairing.pairs.filter(({ files }) => !areParts(files, indexed));
  const bytesTotal = pairs.reduce((sum, { files }) => sum + bytesOf(files, indexed), 0);
  const context = {
    inventories: indexed,
    ownNames: pairing.ownNames,
    ruleFor: ruleFinder(policy.tolerance),
    ignored: { scalars: globFinder(policy.ignore.scalars), series: globFinder(policy.ignore.series) },
    meter: progressMeter(listener, bytesTotal)
  };
  const compared = [
    ...await comparePairs(pairs, context),
    ...missingFiles(indexed, pairing),
    ...looseSeries(context),
    ...unreadThings(indexed),
    ...ambiguousListed(pairing)
  ].sort((a, b) => compareText2(a.place, b.place));
  const results = compared.map(({ result }) => result);
  const children = results.flatMap(({ group }) => group ?? []);
  const deciding = results.filter(({ decides }) => decides);
  const parts = results.map(({ coverage: coverage2 }) => coverage2);
  const coverage = joinCoverage(parts, pairing);
  return {
    difference: children.length === 0 ? null : { kind: "group", level: "run", place: "", file: null, children },
    coverage: {
      ...coverage,
      // Of nothing at all, nothing is said: no deciding file means no equal bytes.
      allBytesEqual: deciding.length > 0 && deciding.every(({ sameBytes }) => sameBytes) && coverage.ambiguous.length === 0
    }
  };
}
async function comparePairs(pairs, context) {
  const compared = [];
  const breath = startBreathing();
  for (const { neutralPath: place, files } of pairs) {
    await breath();
    context.meter.pulse();
    const bytes = bytesOf(files, context.inventories);
    if (bytes > 0) context.meter.file(place, bytes);
    compared.push({ place, result: await compareFile(place, files, context) });
  }
  context.meter.done();
  return compared;
}
function areParts({ first, second }, indexed) {
  return indexed.first.parts.has(first.path) && indexed.second.parts.has(second.path);
}
function bytesOf(files, indexed) {
  const { first, second } = mapPair(files, (file, side) => {
    const whole = [file, ...partsOf(file, indexed[side])];
    return roleDecides(file.role) ? whole.reduce((sum, { byteLength }) => sum + byteLength, 0) : 0;
  });
  return first + second;
}

// src/fingerprint/digest-best.ts
async function digestBest(choices, inventories, comparisons, host) {
  const best = [];
  const known = /* @__PURE__ */ new Map();
  for (const { run, chosen } of choices) {
    const inventory = inventories.find((candidate) => candidate.run === run);
    for (const { path, chosenBy } of chosen) {
      const whole = inventory === void 0 ? [] : wholeCheckpoint(inventory, path);
      const twin = known.get(twinOf(run, path, comparisons));
      const files = twin === void 0 ? await digestAll(whole, host) : sameAs(twin, whole);
      if (host.stopped()) return [];
      if (files === null) continue;
      known.set(keyOf(run, path), files);
      best.push({ run, path, chosenBy, files });
    }
  }
  return best;
}
function wholeCheckpoint({ files }, path) {
  const file = files.find((candidate) => candidate.path === path);
  if (file === void 0) return [];
  return [file, ...file.parts.flatMap((part) => files.find((candidate) => candidate.path === part) ?? [])];
}
async function digestAll(files, host) {
  const digests = [];
  for (const file of files) {
    const sha256 = await digestOne(file, host);
    if (sha256 === null) return null;
    digests.push({ path: file.path, byteLength: file.byteLength, sha256 });
  }
  return digests.length === 0 ? null : digests;
}
var givenUp = new Error("The digest is not wanted any more.");
async function digestOne(file, { listener, stopped }) {
  try {
    const source = file.openBytes();
    let bytesDone = 0;
    try {
      return await digestChunks(sourceChunks(source), source.byteLength, (chunk) => {
        if (stopped()) throw givenUp;
        bytesDone += chunk.byteLength;
        listener({ kind: "hashing", file: file.path, bytesDone, bytesTotal: source.byteLength });
      });
    } finally {
      source.close();
    }
  } catch (error) {
    if (error === givenUp || isProblem(error)) return null;
    throw error;
  }
}
function keyOf(run, path) {
  return `${run} ${path}`;
}
function twinOf(run, path, comparisons) {
  const comparison = comparisons.find(({ second }) => second === run);
  const same = (compared2) => compared2.sameBytes && compared2.paths.second === path;
  const compared = comparison?.coverage.checkpoints.find(same);
  return comparison === void 0 || compared === void 0 ? "" : keyOf(comparison.first, compared.paths.first);
}
function sameAs(twin, files) {
  if (twin.length !== files.length) return null;
  return files.map(({ path }, index) => {
    const { byteLength = 0, sha256 = "" } = twin[index] ?? {};
    return { path, byteLength, sha256 };
  });
}

// src/fingerprint/weights-digest.ts
import { createHash as createHash3 } from "node:crypto";
function weightsCompared({ coverage }, side) {
  const found = /* @__PURE__ */ new Map();
  for (const { place, paths, digests } of coverage.checkpoints) {
    if (holdsNoWeights(place)) continue;
    const tensors = digests.filter(isWeight).map(({ dtype, shape, digests: both }) => ({
      dtype,
      shape,
      digest: both[side]
    }));
    if (tensors.length > 0) found.set(paths[side], digestOf(tensors));
  }
  return found;
}
async function weightsOfRun(inventory) {
  const found = /* @__PURE__ */ new Map();
  const parts = new Set(inventory.files.flatMap((file) => file.parts));
  for (const file of inventory.files) {
    if (file.role !== "checkpoint" || file.format === null || parts.has(file.path)) continue;
    if (holdsNoWeights(file.neutralPath)) continue;
    try {
      const checkpoint = await inventory.openCheckpoint(file);
      try {
        const tensors = [];
        for (const entry of checkpoint.entries) {
          if (entry.kind !== "tensor" || !isWeight({ path: formatEntryPath(entry.path), dtype: entry.dtype })) continue;
          tensors.push(await fingerprintTensor(entry));
        }
        if (tensors.length > 0) found.set(file.path, digestOf(tensors));
      } finally {
        checkpoint.close();
      }
    } catch (error) {
      if (!isProblem(error)) throw error;
    }
  }
  return found;
}
function digestOf(tensors) {
  const lines = tensors.map(({ dtype, shape, digest }) => `${dtype} ${shape.join("x")} ${digest}`).sort();
  return createHash3("sha256").update(lines.join("\n")).digest("hex");
}

// src/judge/best-checkpoint.ts
var most = 20;
function chooseBest(inventory, run) {
  const candidates2 = candidatesOf(inventory);
  const choices = [
    ["name", candidates2.filter(({ neutralPath: neutralPath2 }) => scriptName(neutralPath2)?.kind === "best")],
    ["name", candidates2.filter(({ path }) => /(?:^|[^a-z])best(?:[^a-z]|$)/i.test(baseName(path)))],
    ["lightning", lightningsBest(candidates2)],
    ["trainer", trainersBest(inventory, candidates2)],
    ["newest", newest(candidates2, run)]
  ];
  const [chosenBy, chosen] = choices.find(([, found]) => found.length > 0) ?? ["newest", []];
  return chosen.map(({ path }) => ({ path, chosenBy })).toSorted((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0).slice(0, most);
}
function candidatesOf({ checkpoints }) {
  const models = checkpoints.filter(({ weights: weights2 }) => weights2 !== null);
  if (models.length > 0) return models;
  return checkpoints.filter(({ path, tensors }) => tensors > 0 && !holdsNoWeights(path));
}
function lightningsBest(candidates2) {
  const [last] = candidates2.filter(isLightning).toSorted((a, b) => globalStep(b) - globalStep(a));
  const callbacks = last !== void 0 && Object.hasOwn(last.values, "callbacks") ? last.values.callbacks : void 0;
  if (callbacks?.type !== "map") return [];
  const names = callbacks.items.flatMap(([key, state]) => {
    const path = key.startsWith("ModelCheckpoint") ? plainAt(state, ["best_model_path"]) : null;
    return path?.type === "str" && path.text !== "" ? [baseName(path.text.replaceAll("\\", "/"))] : [];
  });
  return candidates2.filter(({ path }) => names.includes(baseName(path)));
}
function trainersBest(inventory, candidates2) {
  return trainerStates(inventory).flatMap(({ path, bestStep }) => {
    if (bestStep === null) return [];
    const folder = `${path.replace(/(?:checkpoint-\d+\/)?trainer_state\.json$/, "")}checkpoint-${bestStep}/`;
    return candidates2.filter((candidate) => candidate.path.startsWith(folder));
  });
}
function newest(candidates2, run) {
  const times = new Map(run?.written.map(({ path, state }) => [path, BigInt(state?.mtimeNs ?? 0)]));
  const age = (a, b) => {
    const [left, right] = [times.get(a.path) ?? 0n, times.get(b.path) ?? 0n];
    if (left !== right) return left < right ? -1 : 1;
    const numbers = (checkpointNumber(a.path)?.number ?? -1) - (checkpointNumber(b.path)?.number ?? -1);
    return numbers === 0 ? a.path < b.path ? -1 : 1 : numbers;
  };
  return candidates2.toSorted(age).slice(-1);
}
function baseName(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}

// src/judge/inspect.ts
var import_posix = __toESM(require_posix(), 1);
function inspect(evidence) {
  const { waivers } = evidence.policy.checks;
  const holding = waivers.filter((waiver) => waiverHolds(waiver, evidence.today)).map(compileWaiver);
  const used = /* @__PURE__ */ new Set();
  const found = checks.filter((check) => check !== policyWaiverUnused).flatMap((check) => findingsOf2(check, evidence, evidence, holding, used));
  const unused = holding.map(({ waiver }) => waiver).filter((waiver) => !used.has(waiver));
  const onlyUnused = { ...evidence.policy, checks: { ...evidence.policy.checks, waivers: unused } };
  const aboutPolicy = findingsOf2(policyWaiverUnused, { ...evidence, policy: onlyUnused }, evidence, [], used);
  return [...found, ...aboutPolicy].toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}
function appliedChecks({ checks: policy }) {
  return checks.map(({ id, title, severity }) => ({
    id,
    title,
    severity: askedSeverity(id, policy.severities) ?? severity
  }));
}
var rank = { error: 0, warning: 1, notice: 2 };
function findingsOf2(check, seen, evidence, waivers, used) {
  const asked = askedSeverity(check.id, evidence.policy.checks.severities);
  if (asked === "off") return [];
  return check.find(seen).map((observation) => {
    const waiver = waivers.find((candidate) => candidate.covers(check.id, observation.place))?.waiver ?? null;
    if (waiver !== null) used.add(waiver);
    return {
      ...observation,
      check: check.id,
      title: check.title,
      severity: asked ?? observation.severity ?? check.severity,
      certainty: observation.certainty ?? check.certainty,
      waived: waiver === null ? null : waiver.reason
    };
  });
}
function askedSeverity(id, severities) {
  for (const key of [id, `${groupOf2(id)}/*`]) {
    const severity = Object.hasOwn(severities, key) ? severities[key] : void 0;
    if (severity !== void 0) return severity;
  }
  return null;
}
function groupOf2(id) {
  return id.slice(0, id.indexOf("/"));
}
function compileWaiver(waiver) {
  const everywhere = ["", "*", "**"].includes(waiver.place);
  const matches = everywhere ? () => true : (0, import_posix.default)(waiver.place, { dot: true, nonegate: true });
  return {
    waiver,
    covers: (id, place) => {
      if (waiver.id !== id && waiver.id !== `${groupOf2(id)}/*`) return false;
      if (everywhere) return true;
      if (place.file === null) return false;
      return matches(place.file) || place.entry !== null && matches(`${place.file}:${place.entry}`);
    }
  };
}

// src/judge/weak-evidence.ts
function weakEvidence(evidence) {
  return [
    ...missingRuns(evidence),
    ...evidence.comparisons.flatMap((comparison) => weakComparison(evidence, comparison)),
    ...unread2(evidence),
    ...doubts(evidence),
    ...withoutGpu(evidence)
  ];
}
function withoutGpu(evidence) {
  if (!evidence.policy.requireGpu) return [];
  return evidence.runs.filter((run) => !seenProcesses(run.observed).some(usedGpu)).map(
    ({ number, observed }) => observed.length === 0 ? `A GPU is required, and run ${number} was not observed, so that nobody knows whether it used one.` : `A GPU is required, and no process of run ${number} was seen to use one.`
  );
}
function usedGpu({ torch, tensorflow, jax }) {
  return torch?.cudaUsed === true || tensorflow !== null && tensorflow.gpus.length > 0 || jax !== null && jax.backend !== null && jax.backend !== "cpu";
}
function missingRuns(evidence) {
  const asked = Math.max(2, evidence.runsRequested);
  if (evidence.runs.length < asked) return [`Only ${plural(evidence.runs.length, "run")} of ${asked} took place.`];
  if (evidence.comparisons.length < asked - 1)
    return [`Only ${plural(evidence.comparisons.length, "comparison")} of ${asked - 1} took place.`];
  return [];
}
function weakComparison(evidence, comparison) {
  const { coverage } = comparison;
  const { totals } = coverage;
  const reasons = [];
  if (!(totals.elements > 0) && !(totals.points > 0))
    reasons.push(
      totals.files > 0 ? `${plural(totals.files, "file")} ${totals.files === 1 ? "was" : "were"} compared, and not one tensor element or metric point is among them.` : "Nothing was compared: no file that decides is in both runs."
    );
  if (lostCheckpoints(evidence, comparison)) reasons.push("Checkpoints were found, and none was compared.");
  if (coverage.sameInode.length > 0)
    reasons.push(
      `${shown2(coverage.sameInode)} ${coverage.sameInode.length === 1 ? "is" : "are"} one and the same file in both runs.`
    );
  const ambiguous = coverage.ambiguous.filter((item) => couldDecide(evidence, [...item.first, ...item.second]));
  if (ambiguous.length > 0)
    reasons.push(`It is not clear which files belong together: ${shown2(ambiguous.map((item) => item.neutralPath))}.`);
  return [...reasons, ...degenerate(coverage)];
}
function lostCheckpoints(evidence, comparison) {
  const { coverage, difference } = comparison;
  const both = [comparison.first, comparison.second].every(
    (run) => evidence.inventories.some(
      (inventory) => inventory.run === run && inventory.files.some((file) => file.role === "checkpoint")
    )
  );
  const told = coverage.notCompared.length > 0 || coverage.ambiguous.length > 0 || leavesOf(difference).length > 0;
  return both && coverage.totals.checkpoints === 0 && coverage.checkpoints.length === 0 && !told;
}
function couldDecide(evidence, paths) {
  const files = evidence.inventories.flatMap((inventory) => inventory.files);
  return paths.length === 0 || paths.some((path) => roleDecides(files.find((file) => file.path === path)?.role ?? "other"));
}
function degenerate(coverage) {
  const nonFinite = coverage.checkpoints.filter(
    ({ floatTensors, nonFiniteTensors }) => floatTensors > 0 && nonFiniteTensors >= floatTensors
  );
  const reasons = nonFinite.length === 0 ? [] : [`No float tensor of ${shown2(nonFinite.map(({ place }) => place))} holds a single finite number.`];
  const series = coverage.series.filter(({ decides, proves }) => decides && proves !== false);
  const ends = series.flatMap(({ last }) => [last.first, last.second]).filter((last) => last !== null);
  if (!(coverage.totals.elements > 0) && ends.length > 0 && ends.every(({ value }) => isNonFiniteText(value)))
    reasons.push("Every metric ends in a value that is not finite, and no tensor was compared.");
  for (const { first, last } of unchangedWeights(coverage.checkpoints))
    reasons.push(`The weights in ${quote(first)} and ${quote(last)} are the same: nothing was trained in between.`);
  return reasons;
}
function unread2(evidence) {
  const paths = /* @__PURE__ */ new Set();
  for (const inventory of evidence.inventories)
    for (const item of inventory.unread) if (roleDecides(item.role)) paths.add(neutralOf(evidence, item.path));
  for (const { difference, coverage } of evidence.comparisons) {
    for (const { leaf, file, effect } of leavesOf(difference))
      if (knownEffect(effect) === "unknown") paths.add(file?.place ?? leaf.place);
    for (const item of coverage.notCompared)
      if (item.why === "unread" && roleDecides(item.role)) paths.add(neutralOf(evidence, item.path));
  }
  const found = [...paths];
  if (found.length === 0) return [];
  return [
    `${plural(found.length, "file")} that ${found.length === 1 ? "decides" : "decide"} could not be read: ${shown2(found)}.`
  ];
}
function neutralOf(evidence, path) {
  const files = evidence.inventories.flatMap((inventory) => inventory.files);
  return files.find((file) => file.path === path)?.neutralPath ?? path;
}
function doubts(evidence) {
  const ended = evidence.runs.filter((run) => run.end !== null && runSucceeded(run.end));
  return [
    ...startDifferences(evidence.runs).map(
      ({ run, differing }) => `Run ${run} was started with another ${formatList(differing.map((name) => quote(name)))} than run 1.`
    ),
    ...evidence.runs.flatMap(
      (run) => run.doubts.filter(({ code }) => doubtMatters(code, evidence.policy)).map(({ message }) => `${message.replace(/\.$/, "")}.`)
    ),
    ...ended.flatMap((run) => {
      const line = failureShown(run.logTail);
      return line === null ? [] : [`Run ${run.number} exited with code 0, and its log ends in ${quote(line)}.`];
    }),
    ...ended.flatMap((run) => {
      const line = skippedWork(run.logTail);
      return line === null ? [] : [`Run ${run.number} seems not to have trained: it printed ${quote(line)}.`];
    })
  ];
}
function shown2(paths) {
  return formatList(
    paths.map((path) => quote(path)),
    3
  );
}

// src/judge/judge.ts
function judge(evidence, findings, cancelled) {
  return judgeCancelled(evidence, cancelled) ?? judgeFailedRuns(evidence) ?? judgeComparisons(evidence, findings);
}
function judgeCancelled(evidence, cancelled) {
  const signal = cancelled ?? evidence.runs.flatMap(({ end }) => end?.kind === "cancelled" ? [end.signal] : [])[0];
  if (signal === void 0) return null;
  return {
    outcome: "cancelled",
    passed: false,
    exitCode: exitCodes.cancelled,
    sentence: `Cancelled: the audit was stopped by ${signal} before it was finished.`,
    reasons: []
  };
}
function judgeFailedRuns(evidence) {
  const failed = evidence.runs.flatMap(
    ({ number, end }) => end === null || runSucceeded(end) ? [] : [`run ${number} ${describeRunEnd(end)}`]
  );
  if (failed.length === 0) return null;
  return {
    outcome: "run-failed",
    passed: false,
    exitCode: exitCodes.runFailed,
    sentence: `Run failed: ${formatList(failed, 3)}; there is no verdict on reproducibility.`,
    reasons: failed.map((reason) => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`)
  };
}
function judgeComparisons(evidence, findings) {
  const weak = weakEvidence(evidence);
  const verdict = verdictOf(evidence.comparisons, weak);
  const failing = findingsAt(findings, evidence.policy.failOn);
  const { require: require2 } = evidence.policy;
  const sentence = verdictSentence(verdict, evidence, weak);
  const reasons = [...differingReasons(verdict, evidence), ...weak];
  if (failing.length > 0) reasons.push(findingsReason(failing));
  if (verdict === "inconclusive")
    return { outcome: verdict, passed: false, exitCode: exitCodes.inconclusive, sentence, reasons };
  if (verdict === "divergent")
    return { outcome: verdict, passed: false, exitCode: exitCodes.failed, sentence, reasons };
  if (!satisfies(verdict, require2))
    return {
      outcome: verdict,
      passed: false,
      exitCode: exitCodes.failed,
      sentence: `${sentence} This is below what is required: ${quote(require2)}.`,
      reasons: [`The verdict is ${quote(verdict)}, and ${quote(require2)} is required.`, ...reasons]
    };
  if (failing.length > 0)
    return {
      outcome: verdict,
      passed: false,
      exitCode: exitCodes.failed,
      sentence: `${sentence} The audit fails by ${plural(failing.length, "finding")}.`,
      reasons
    };
  return { outcome: verdict, passed: true, exitCode: exitCodes.passed, sentence, reasons };
}
function verdictOf(comparisons, weak) {
  if (comparisons.some((comparison) => leavesWith(comparison, "content").length > 0)) return "divergent";
  if (weak.length > 0 || comparisons.length === 0) return "inconclusive";
  const verdicts = comparisons.map(passingVerdict);
  return verdicts.includes("within-tolerance") ? "within-tolerance" : verdicts.every((verdict) => verdict === "identical") ? "identical" : "equivalent";
}
function passingVerdict(comparison) {
  if (leavesWith(comparison, "tolerated").length > 0) return "within-tolerance";
  const structure = leavesWith(comparison, "structure").length > 0;
  return comparison.coverage.allBytesEqual && !structure ? "identical" : "equivalent";
}

// src/judge/judge-record.ts
function judgeRecord(evidence, findings) {
  const audited = auditedKinds(evidence);
  if (audited.length === 0) {
    const reason = "Nothing that could be audited was found: no record, no checkpoint, no metric series.";
    return {
      outcome: "inconclusive",
      passed: false,
      exitCode: exitCodes.inconclusive,
      sentence: `Inconclusive: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
      reasons: [reason]
    };
  }
  const failing = findingsAt(findings, evidence.policy.failOn);
  const extent = `${formatList(audited, audited.length)} ${audited.length === 1 ? "was" : "were"} audited`;
  if (failing.length > 0)
    return {
      outcome: "record-faulty",
      passed: false,
      exitCode: exitCodes.failed,
      sentence: `Record faulty: ${plural(failing.length, "finding")} ${failing.length === 1 ? "fails" : "fail"} the audit; ${extent}.`,
      reasons: [findingsReason(failing)]
    };
  return {
    outcome: "record-sound",
    passed: true,
    exitCode: exitCodes.passed,
    sentence: `Record sound: ${extent}, and no finding fails the audit; nothing was compared.`,
    reasons: []
  };
}
function auditedKinds(evidence) {
  const records = evidence.inventories.flatMap((inventory) => inventory.records);
  const count = (kind) => records.filter((record) => record.kind === kind).length;
  const checkpoints = evidence.inventories.reduce((sum, inventory) => sum + inventory.checkpoints.length, 0);
  const series = evidence.inventories.reduce((sum, inventory) => sum + inventory.series.length, 0);
  const counted = [
    [count("configuration"), "configuration"],
    [count("environment"), "environment record"],
    [count("requirements"), "package list"],
    [count("dataset"), "dataset record"],
    [checkpoints, "checkpoint"],
    [series, "metric series", "metric series"]
  ];
  return counted.filter(([number]) => number > 0).map(([number, one, many]) => plural(number, one, many));
}

// src/audit.ts
async function auditTraining(request, host) {
  const { train } = await import("./train-CP5U4KE2.js");
  const { findLocks, withoutWritten } = await import("./find-locks-2CO3PZ5W.js");
  const folder = resolve2(request.training.workingDirectory);
  const locks = await findLocks(folder);
  const watch = await watchDatasets(
    request.policy.datasets,
    folder,
    { dvc: true, look: true, results: [] },
    hashingHost(host)
  );
  const runs = await train(request.training, {
    auditId: host.meta.auditId,
    auditDir: host.auditDir,
    logDir: `${host.auditDir}/logs`,
    baseEnvironment: host.environment,
    listener: host.listener,
    cancellation: host.cancellation,
    datasets: watchedPaths(watch)
  });
  return examine(runs, request.training.runs, request.policy, { watch, locks: withoutWritten(locks, runs) }, host);
}
async function auditExisting(paths, policy, host) {
  const runs = [describeExisting(paths.first, 1), describeExisting(paths.second, 2)];
  return examine(runs, 2, policy, await besideExisting(policy, host, { dvc: false, results: [] }), host);
}
async function auditRecord(path, policy, host) {
  return examine(
    [describeExisting(path, 1)],
    1,
    policy,
    await besideExisting(policy, host, { dvc: true, results: [path] }),
    host
  );
}
async function besideExisting(policy, host, how) {
  const results = how.results.map((path) => resolve2(host.cwd, path));
  const watch = await watchDatasets(policy.datasets, host.cwd, { ...how, results, look: false }, hashingHost(host));
  return { watch, locks: [] };
}
function hashingHost({ listener, cancellation }) {
  return { listener, stopped: () => cancellation.signal !== null };
}
async function examine(runs, runsRequested, policy, { watch, locks }, host) {
  const inventories = await takeStock(runs, policy, host);
  const comparisons = await compareWithFirst(inventories, policy, host);
  const evidence = {
    policy,
    runs,
    runsRequested,
    inventories: await summarizeAll(inventories, comparisons, runsRequested === 1),
    comparisons,
    datasets: await datasetsNow(watch, runs, inventories, hashingHost(host)),
    locks,
    today: host.meta.createdAt.slice(0, 10)
  };
  const findings = inspect(evidence);
  const { today: _today, ...measured } = evidence;
  return {
    reportVersion: 1,
    meta: host.meta,
    judgement: runsRequested === 1 ? judgeRecord(evidence, findings) : judge(evidence, findings, host.cancellation.signal),
    firstDifference: firstDifference(evidence),
    checks: appliedChecks(policy),
    findings,
    ...measured,
    bestCheckpoints: host.identifiesBest ? await identifyBest(evidence, inventories, host) : []
  };
}
function identifyBest(evidence, inventories, host) {
  const choices = evidence.inventories.map((inventory) => ({
    run: inventory.run,
    chosen: chooseBest(inventory, evidence.runs.find(({ number }) => number === inventory.run) ?? null)
  }));
  return digestBest(choices, inventories, evidence.comparisons, hashingHost(host));
}
async function takeStock(runs, policy, host) {
  const inventories = [];
  for (const run of runs) {
    if (run.end !== null && !runSucceeded(run.end)) continue;
    if (host.cancellation.signal !== null && inventories.length > 0) break;
    const inventory = await takeInventory(run, policy);
    host.listener({
      kind: "collected",
      run: run.number,
      files: inventory.files.length,
      checkpoints: inventory.files.filter((file) => file.role === "checkpoint").length,
      series: inventory.metrics.reduce((sum, file) => sum + file.series.length, 0)
    });
    inventories.push(inventory);
  }
  return inventories;
}
async function compareWithFirst(inventories, policy, host) {
  const [first, ...others] = inventories;
  const comparisons = [];
  if (first === void 0) return comparisons;
  for (const second of others) {
    const pairing = pairInventories(first, second);
    const compared = await untilCancelled(
      host,
      (listener) => compareRuns({ first, second }, pairing, policy, listener)
    );
    if (compared === null) break;
    comparisons.push({ first: first.run, second: second.run, ...compared, ownNames: pairing.ownNames });
  }
  return comparisons;
}
async function untilCancelled(host, work) {
  const givenUp2 = new Error("The audit was cancelled while it compared.");
  const listener = (progress) => {
    if (host.cancellation.signal !== null) throw givenUp2;
    host.listener(progress);
  };
  try {
    return await work(listener);
  } catch (error) {
    if (error === givenUp2) return null;
    throw error;
  }
}
async function summarizeAll(inventories, comparisons, alone) {
  const summaries = [];
  for (const inventory of inventories) {
    const weights2 = alone ? await weightsOfRun(inventory) : weightsOf(inventory.run, comparisons);
    summaries.push(await summarizeInventory(inventory, weights2));
  }
  return summaries;
}
function weightsOf(run, comparisons) {
  const first = comparisons.find((comparison) => comparison.first === run);
  if (first !== void 0) return weightsCompared(first, "first");
  const second = comparisons.find((comparison) => comparison.second === run);
  return second === void 0 ? /* @__PURE__ */ new Map() : weightsCompared(second, "second");
}

// src/run/cancellation.ts
function cancellationSource() {
  const callbacks = /* @__PURE__ */ new Set();
  let first = null;
  let times = 0;
  return {
    get signal() {
      return first;
    },
    onCancel(callback) {
      callbacks.add(callback);
      if (first !== null) callback(first, times);
      return () => {
        callbacks.delete(callback);
      };
    },
    cancel(signal) {
      first ??= signal;
      times += 1;
      for (const callback of [...callbacks]) callback(first, times);
    }
  };
}
var neverCancelled = cancellationSource();
var watched = ["SIGINT", "SIGTERM", "SIGHUP"];
var patience = 2;
function watchSignals() {
  const source = cancellationSource();
  let times = 0;
  const onSignal = (signal) => {
    times += 1;
    if (times > patience) {
      stop();
      process.kill(process.pid, signal);
      return;
    }
    source.cancel(signal);
  };
  const stop = () => {
    for (const signal of watched) process.removeListener(signal, onSignal);
  };
  for (const signal of watched) process.on(signal, onSignal);
  return {
    get signal() {
      return source.signal;
    },
    onCancel: (callback) => source.onCancel(callback),
    stop
  };
}

export {
  auditTraining,
  auditExisting,
  auditRecord,
  cancellationSource,
  watchSignals
};
