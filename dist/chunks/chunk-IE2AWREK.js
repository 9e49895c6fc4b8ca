import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  require_version
} from "./chunk-ZN3SLMWW.js";
import {
  formatFloat,
  formatInteger,
  formatUlp,
  plural,
  quote
} from "./chunk-7VT7PKHI.js";
import {
  __commonJS,
  __toESM
} from "./chunk-7ZPLETBH.js";

// node_modules/@renovatebot/pep440/lib/operator.js
var require_operator = __commonJS({
  "node_modules/@renovatebot/pep440/lib/operator.js"(exports, module) {
    var { parse } = require_version();
    module.exports = {
      compare,
      rcompare,
      lt,
      le,
      eq: eq2,
      ne,
      ge,
      gt,
      "<": lt,
      "<=": le,
      "==": eq2,
      "!=": ne,
      ">=": ge,
      ">": gt,
      "===": arbitrary
    };
    function lt(version, other) {
      return compare(version, other) < 0;
    }
    function le(version, other) {
      return compare(version, other) <= 0;
    }
    function eq2(version, other) {
      return compare(version, other) === 0;
    }
    function ne(version, other) {
      return compare(version, other) !== 0;
    }
    function ge(version, other) {
      return compare(version, other) >= 0;
    }
    function gt(version, other) {
      return compare(version, other) > 0;
    }
    function arbitrary(version, other) {
      return version.toLowerCase() === other.toLowerCase();
    }
    function compare(version, other) {
      const parsedVersion = parse(version);
      const parsedOther = parse(other);
      const keyVersion = calculateKey(parsedVersion);
      const keyOther = calculateKey(parsedOther);
      return pyCompare(keyVersion, keyOther);
    }
    function rcompare(version, other) {
      return -compare(version, other);
    }
    function pyCompare(elemIn, otherIn) {
      let elem = elemIn;
      let other = otherIn;
      if (elem === other) {
        return 0;
      }
      if (Array.isArray(elem) !== Array.isArray(other)) {
        elem = Array.isArray(elem) ? elem : [elem];
        other = Array.isArray(other) ? other : [other];
      }
      if (Array.isArray(elem)) {
        const len = Math.min(elem.length, other.length);
        for (let i = 0; i < len; i += 1) {
          const res = pyCompare(elem[i], other[i]);
          if (res !== 0) {
            return res;
          }
        }
        return elem.length - other.length;
      }
      if (elem === -Infinity || other === Infinity) {
        return -1;
      }
      if (elem === Infinity || other === -Infinity) {
        return 1;
      }
      return elem < other ? -1 : 1;
    }
    function calculateKey(input) {
      const { epoch } = input;
      let { release, pre, post, local, dev } = input;
      release = release.concat();
      release.reverse();
      while (release.length && release[0] === 0) {
        release.shift();
      }
      release.reverse();
      if (!pre && !post && dev) pre = -Infinity;
      else if (!pre) pre = Infinity;
      if (!post) post = -Infinity;
      if (!dev) dev = Infinity;
      if (!local) {
        local = -Infinity;
      } else {
        local = local.map(
          (i) => Number.isNaN(Number(i)) ? [-Infinity, i] : [Number(i), ""]
        );
      }
      return [epoch, release, pre, post, dev, local];
    }
  }
});

// src/model/own-names.ts
function withoutOwnNames(text, names) {
  let neutral2 = text;
  let replaced = 0;
  for (const name of names) {
    let from = neutral2.indexOf(name.text);
    if (from < 0 || name.text === "") continue;
    let result = "";
    let done = 0;
    while (from >= 0) {
      const end = from + name.text.length;
      if (splitsNumber(neutral2, from) || splitsNumber(neutral2, end)) {
        from = neutral2.indexOf(name.text, from + 1);
        continue;
      }
      result += neutral2.slice(done, from) + name.placeholder;
      done = end;
      replaced += 1;
      from = neutral2.indexOf(name.text, end);
    }
    neutral2 = result + neutral2.slice(done);
  }
  return { text: neutral2, replaced };
}
function splitsNumber(text, position) {
  return isDigit(text.charCodeAt(position - 1)) && isDigit(text.charCodeAt(position));
}
function isDigit(code) {
  return code >= 48 && code <= 57;
}

// src/checks/plain-values.ts
function plainLeaves(root) {
  const found = [];
  const open = [{ pointer: "", key: "", value: root }];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const { value, pointer } = next;
    const members = membersOf(value);
    if (members === null || members.length === 0) found.push(next);
    else
      for (const [key, member] of members.toReversed())
        open.push({ pointer: `${pointer}/${escapePart(key)}`, key, value: member });
  }
  return found;
}
function plainAt(root, keys) {
  let value = root;
  for (const key of keys) {
    const member = membersOf(value)?.findLast(([name]) => name === key);
    if (member === void 0) return null;
    value = member[1];
  }
  return value;
}
function plainDifferences(values, names = { first: [], second: [] }) {
  const first = leafMap(values.first, names.first);
  const second = leafMap(values.second, names.second);
  const pointers = /* @__PURE__ */ new Set([...first.keys(), ...second.keys()]);
  if (values.first.type === values.second.type && first.has("") !== second.has("")) pointers.delete("");
  return [...pointers].flatMap((pointer) => {
    const pair = { first: first.get(pointer) ?? null, second: second.get(pointer) ?? null };
    return sameLeaf(neutral(pair.first, names.first), neutral(pair.second, names.second)) ? [] : [{ pointer, values: pair }];
  });
}
function leafMap(value, names) {
  return new Map(plainLeaves(value).map((leaf) => [withoutOwnNames(leaf.pointer, names).text, leaf.value]));
}
function neutral(value, names) {
  return value !== null && value.type === "str" ? { type: "str", text: withoutOwnNames(value.text, names).text } : value;
}
function sameLeaf(a, b) {
  if (a === null || b === null) return a === b;
  if (a.type !== b.type) return false;
  return a.type === "list" || a.type === "map" || b.type === "list" || b.type === "map" ? true : a.text === b.text;
}
function membersOf(value) {
  if (value.type === "map") return value.items;
  if (value.type === "list") return value.items.map((item, index) => [String(index), item]);
  return null;
}
function escapePart(key) {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
var shownListCharacters = 60;
function showPlain(value) {
  if (value === null) return "nothing";
  if (value.type === "map") return value.items.length === 0 ? "{}" : "a mapping";
  if (value.type === "list") {
    const whole = `[${value.items.slice(0, shownListCharacters).map(showPlain).join(", ")}]`;
    return whole.length <= shownListCharacters ? whole : `a list of ${value.items.length}`;
  }
  if (value.type === "none") return "null";
  if (value.type === "bool") return value.text.toLowerCase();
  return value.type === "str" || value.type === "name" ? quote(value.text, 60) : value.text;
}
function plainToJson(value) {
  switch (value.type) {
    case "map": {
      const members = /* @__PURE__ */ Object.create(null);
      for (const [key, member] of value.items) members[key] = plainToJson(member);
      return members;
    }
    case "list":
      return value.items.map(plainToJson);
    case "none":
      return null;
    case "bool":
      return value.text === "True";
    case "int":
      return Number(value.text);
    case "float":
      return value.text === "inf" ? Number.POSITIVE_INFINITY : value.text === "-inf" ? Number.NEGATIVE_INFINITY : Number(value.text);
    case "str":
    case "name":
    case "bytes":
    case "complex":
      return value.text;
    default:
      value;
      return null;
  }
}

// src/model/pair.ts
function mapPair(pair, map) {
  return { first: map(pair.first, "first"), second: map(pair.second, "second") };
}

// src/model/checkpoint-name.ts
var patterns = [
  ["epoch", /(?:^|[_./-])checkpoint[_-]epoch[_-](\d{1,9})(?:\.[^/]*)?$/i],
  ["epoch", /(?:^|[/_.-])epoch[_=-]?(\d{1,9})(?=\D|$)[^/]*$/i],
  ["step", /(?:^|\/)(?:checkpoint|global_step|step)[_-]?(\d{1,9})(?:\/[^/]*|\.[^/]*)?$/i]
];
function checkpointNumber(path) {
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(path);
    if (match !== null) return { kind, number: Number(match[1]) };
  }
  return null;
}

// src/checks/records-in-runs.ts
function recordsOf(inventory, kind) {
  return inventory.records.filter((record) => record.kind === kind);
}
function sharedRecords(evidence, kind) {
  const byPath = /* @__PURE__ */ new Map();
  for (const inventory of evidence.inventories)
    for (const record of recordsOf(inventory, kind)) {
      const copies = byPath.get(record.neutralPath) ?? [];
      copies.push({ run: inventory.run, record });
      byPath.set(record.neutralPath, copies);
    }
  return [...byPath].map(([neutralPath, copies]) => {
    const [first] = copies;
    const samePath = copies.every(({ record }) => record.path === first?.record.path);
    return {
      neutralPath,
      run: copies.length === 1 && evidence.inventories.length > 1 ? first?.run ?? null : null,
      file: samePath ? first?.record.path ?? neutralPath : neutralPath,
      copies
    };
  });
}
function pairedRecords(evidence, kind, accepts = () => true) {
  return evidence.comparisons.flatMap((comparison) => {
    const first = evidence.inventories.find(({ run }) => run === comparison.first);
    const second = evidence.inventories.find(({ run }) => run === comparison.second);
    if (first === void 0 || second === void 0) return [];
    const records = recordsOf(first, kind).filter(accepts);
    const others = recordsOf(second, kind).filter(accepts);
    const ownNames = {
      first: namesOf(evidence, comparison.first, comparison.ownNames?.first),
      second: namesOf(evidence, comparison.second, comparison.ownNames?.second)
    };
    return records.flatMap((record) => {
      const other = others.find(({ neutralPath }) => neutralPath === record.neutralPath) ?? (records.length === 1 && others.length === 1 ? others[0] : void 0);
      if (other === void 0) return [];
      const file = record.path === other.path ? record.path : record.neutralPath;
      const run = evidence.comparisons.length > 1 ? comparison.second : null;
      return [
        {
          neutralPath: record.neutralPath,
          file,
          run,
          second: comparison.second,
          records: { first: record, second: other },
          ownNames
        }
      ];
    });
  });
}
function namesOf(evidence, number, found = []) {
  const run = evidence.runs.find((candidate) => candidate.number === number);
  return [...found, ...run === void 0 ? [] : givenNames(run)].toSorted((a, b) => b.text.length - a.text.length);
}
function givenNames(run) {
  const names = [
    { text: run.environment.TRAIN_TWICE_OUTPUT_DIR ?? "", placeholder: "‹folder›" },
    { text: run.workingDirectory, placeholder: "‹working directory›" },
    { text: run.hostName, placeholder: "‹host›" }
  ];
  return names.filter(({ text }) => text.length >= 4);
}

// src/checks/configurations.ts
var configurationKeys = [
  "config",
  "cfg",
  "configuration",
  "hyper_parameters",
  "hparams",
  "args"
];
function configurationsOf(inventory) {
  const files = recordsOf(inventory, "configuration").filter(({ path, problems }) => problems.length === 0 && !/(?:^|\/)\.hydra\/hydra\.yaml$/.test(path)).map(({ path, neutralPath, value, line }) => ({
    file: path,
    neutralFile: neutralPath,
    entry: null,
    line: line ?? null,
    value
  }));
  const seen = /* @__PURE__ */ new Set();
  const checkpoints = inventory.checkpoints.flatMap(
    ({ path, neutralPath, values }) => configurationKeys.flatMap((key) => {
      const value = Object.hasOwn(values, key) ? values[key] : void 0;
      if (value?.type !== "map" || value.items.length === 0) return [];
      const identity = JSON.stringify([key, value]);
      if (seen.has(identity)) return [];
      seen.add(identity);
      return [{ file: path, neutralFile: neutralPath, entry: key, line: null, value }];
    })
  );
  return [...files, ...checkpoints];
}
function placeText({ neutralFile, entry, line }) {
  if (entry !== null) return `${quote(entry)} in ${quote(neutralFile, 80)}`;
  return `${quote(neutralFile, 80)}${line === null ? "" : `, line ${line}`}`;
}
var seedNames = [
  /^seed$/i,
  /^(?:random|global|manual|rng|train(?:ing)?)[_-]?seed$/i,
  /^random_state$/i
];
function recordedSeed(place) {
  const leaves = plainLeaves(place.value);
  for (const name of seedNames) {
    const found = leaves.filter(({ key, value }) => name.test(key) && value.type === "int").toSorted((a, b) => a.pointer.split("/").length - b.pointer.split("/").length)[0];
    if (found?.value.type === "int") return { place, pointer: found.pointer, seed: found.value.text };
  }
  return null;
}
function seedOfRun(inventory) {
  for (const place of configurationsOf(inventory)) {
    const found = recordedSeed(place);
    if (found !== null) return found;
  }
  return null;
}

// src/model/observed-process.ts
function seenProcesses(observed) {
  return observed.filter((process) => process.kind === "seen");
}

// src/checks/versions.ts
var import_operator = __toESM(require_operator(), 1);
var import_version = __toESM(require_version(), 1);
function normalizedName(name) {
  return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}
function satisfiesVersion(recorded, installed) {
  if (recorded === installed) return true;
  const [said, real] = [(0, import_version.clean)(recorded), (0, import_version.clean)(installed)];
  if (said === null || real === null) return false;
  return (0, import_operator.eq)(said, real) || !said.includes("+") && (0, import_operator.eq)(said, real.split("+")[0] ?? real);
}

// src/checks/environment-claims.ts
function readClaims(record, run) {
  const truth = truthOf(run);
  const judged2 = plainLeaves(record).flatMap(({ pointer, key, value }) => {
    const name = /^\d+$/.test(key) ? pointer.split("/").at(-2) ?? key : key;
    const found = judgeClaim(name.toLowerCase(), value, truth);
    return found === null ? [] : [{ pointer, recorded: showPlain(value), found }];
  });
  return {
    wrong: judged2.filter(({ found }) => !found.holds).map(({ pointer, recorded, found }) => ({
      pointer,
      recorded,
      real: found.real.length === 0 ? "none" : found.real.join(", "),
      witness: found.witness
    })),
    verified: judged2.length
  };
}
function truthOf(run) {
  const seen = seenProcesses(run.observed);
  const distributions = /* @__PURE__ */ new Map();
  for (const { name, version } of seen.flatMap((one) => one.distributions)) {
    const versions = distributions.get(normalizedName(name)) ?? [];
    if (!versions.includes(version)) versions.push(version);
    distributions.set(normalizedName(name), versions);
  }
  return {
    seen,
    gpus: run.machine?.gpus ?? null,
    pythonVersion: run.machine?.pythonVersion ?? null,
    commit: run.workingTree?.commit ?? null,
    dirty: run.workingTree === null ? null : run.workingTree.dirtyCount > 0,
    distributions
  };
}
function judgeClaim(name, value, truth) {
  if (/^(?:python|python_?version|py_?version)$/.test(name)) return pythonClaim(value, truth);
  if (/^(?:py)?torch(?:_?version)?$/.test(name)) return torchClaim(value, truth);
  if (/^(?:torch_)?cuda(?:_?version)?$/.test(name)) return cudaClaim(value, truth);
  if (/^cudnn(?:_?version)?$/.test(name)) return cudnnClaim(value, truth);
  if (/^(?:gpus?|gpu_?(?:model|name|type)s?|gpu_?device_?names?|cuda_?device_?names?|device_?names?)$/.test(name))
    return gpuModelClaim(value, truth);
  if (/^(?:gpu_?count|num_?gpus?|n_?gpus?|cuda_?device_?count|device_?count)$/.test(name))
    return gpuCountClaim(value, truth);
  if (/^(?:git_?)?(?:commit|sha|revision|hash)(?:_?(?:hash|sha|id))?$|^git$/.test(name))
    return commitClaim(value, truth);
  if (/^(?:git_?)?(?:is_?)?dirty$/.test(name)) return dirtyClaim(value, truth);
  return libraryClaim(name, value, truth);
}
function judged(real, witness, holds) {
  return { real: [...new Set(real)], witness, holds };
}
function pythonClaim(value, truth) {
  const observed = truth.seen.map(({ interpreter }) => interpreter.version);
  const real = observed.length > 0 ? observed : truth.pythonVersion === null ? [] : [truth.pythonVersion];
  const claimed = value.type === "str" ? /^(?:Python )?(\d+(?:\.\d+)*)/.exec(value.text.trim())?.[1] : textOf(value);
  if (real.length === 0 || claimed === void 0 || claimed === null) return null;
  const holds = real.some((version) => version === claimed || version.startsWith(`${claimed}.`));
  return judged(real, observed.length > 0 ? "observer" : "python --version", holds);
}
function torchClaim(value, truth) {
  const loaded = truth.seen.flatMap(({ torch }) => torch?.version ?? []);
  if (truth.seen.length === 0) return null;
  const claimed = textOf(value);
  if (loaded.length === 0) return isNone(value) ? judged([], "observer", true) : null;
  return judged(loaded, "observer", claimed !== null && loaded.some((version) => satisfiesVersion(claimed, version)));
}
function cudaClaim(value, truth) {
  const torches = truth.seen.flatMap(({ torch }) => torch ?? []);
  if (torches.length === 0 || value.type === "bool") return null;
  const real = torches.flatMap(({ cuda }) => cuda ?? []);
  const claimed = textOf(value);
  if (isNone(value)) return judged(real, "observer", real.length === 0 || torches.every(({ cudaUsed }) => !cudaUsed));
  return judged(real, "observer", claimed !== null && real.some((version) => samePrefix(claimed, version)));
}
function cudnnClaim(value, truth) {
  const real = truth.seen.flatMap(({ torch }) => torch?.cudnn ?? []);
  const claimed = textOf(value);
  if (real.length === 0 || claimed === null) return null;
  return judged(
    real,
    "observer",
    real.some((version) => dottedCudnn(version) === dottedCudnn(claimed))
  );
}
function dottedCudnn(version) {
  const number = Number(version);
  if (!/^\d{4,6}$/.test(version)) return version;
  const [major, rest] = number >= 9e4 ? [Math.floor(number / 1e4), number % 1e4] : [Math.floor(number / 1e3), number % 1e3];
  return `${major}.${Math.floor(rest / 100)}.${rest % 100}`;
}
function gpuModelClaim(value, truth) {
  const used = truth.seen.flatMap(({ torch, tensorflow, jax }) => [
    ...torch?.devices.map(({ name }) => name) ?? [],
    ...tensorflow?.gpus ?? [],
    ...jax?.backend === "cpu" ? [] : jax?.devices ?? []
  ]);
  const there = truth.gpus?.map(({ name }) => name) ?? [];
  const torches = truth.seen.flatMap(({ torch }) => torch ?? []);
  const claimed = textOf(value);
  if (isNone(value) || claimed === null) {
    return truth.seen.length === 0 ? null : judged(used, "observer", used.length === 0);
  }
  if (value.type !== "str" || /^(?:cpu|cuda(?::\d+)?|mps|tpu)$/i.test(claimed)) return null;
  const known = [...used, ...there];
  if (known.length === 0 && torches.length === 0 && truth.gpus === null) return null;
  const holds = known.some((name) => sameModel(name, claimed));
  return judged(known, used.length > 0 || truth.gpus === null ? "observer" : "nvidia-smi", holds);
}
function sameModel(real, claimed) {
  const plain = (name) => name.trim().toLowerCase().replace(/^nvidia /, "");
  return plain(real) === plain(claimed);
}
function gpuCountClaim(value, truth) {
  const claimed = value.type === "none" ? 0 : value.type === "int" ? Number(value.text) : null;
  if (claimed === null) return null;
  const visible = truth.seen.flatMap(({ torch }) => torch?.deviceCount ?? []);
  if (visible.length > 0) return judged(visible.map(String), "observer", visible.includes(claimed));
  if (truth.gpus === null) return null;
  return judged([String(truth.gpus.length)], "nvidia-smi", claimed <= truth.gpus.length);
}
function commitClaim(value, truth) {
  const { commit } = truth;
  const claimed = value.type === "str" ? /^[0-9a-f]{7,64}$/i.exec(value.text.trim())?.[0].toLowerCase() : void 0;
  if (commit === null || claimed === void 0) return null;
  return judged([commit], "git", commit.startsWith(claimed));
}
function dirtyClaim(value, truth) {
  if (truth.dirty === null || value.type !== "bool") return null;
  return judged([truth.dirty ? "dirty" : "clean"], "git", truth.dirty === (value.text === "True"));
}
function libraryClaim(name, value, truth) {
  const claimed = value.type === "str" ? value.text.trim() : null;
  if (claimed === null || !/^v?\d+(?:\.\d+)+/.test(claimed)) return null;
  const versions = truth.distributions.get(normalizedName(name.replace(/_?version$/, "")));
  if (versions === void 0) return null;
  return judged(
    versions,
    "observer",
    versions.some((version) => satisfiesVersion(claimed, version))
  );
}
function samePrefix(claimed, version) {
  return version === claimed || version.startsWith(`${claimed}.`) || claimed.startsWith(`${version}.`);
}
function isNone(value) {
  return value.type === "none" || value.type === "str" && /^(?:|none|null|n\/a|na|cpu|not available|no gpu)$/i.test(value.text.trim());
}
function textOf(value) {
  return value.type === "str" || value.type === "int" || value.type === "float" ? value.text.trim() : null;
}

// src/model/describe-delta.ts
var tellingDigits = 6;
function describeDelta(delta) {
  const extent = `${formatInteger(delta.differing)} of ${plural(delta.of, "element")} ${delta.differing === 1 ? "differs" : "differ"}`;
  const absolute = delta.maxAbs === null ? null : `${formatFloat(delta.maxAbs)} absolute`;
  const ulp = delta.maxUlp !== null && (absolute === null || delta.maxUlp.length <= tellingDigits) ? formatUlp(delta.maxUlp) : null;
  const size = ulp === null && absolute === null ? "" : `, by at most ${ulp ?? absolute}${ulp === null || absolute === null ? "" : ` (${absolute})`}`;
  const { first, second } = delta.nonFinite;
  const odd = first === 0 && second === 0 ? "" : `; among them are ${formatInteger(first)} NaN or infinite in the first run and ${formatInteger(second)} in the second`;
  return `${extent}${size}${odd}`;
}

// src/model/difference.ts
function leafEffect(leaf) {
  switch (leaf.kind) {
    case "missing":
    case "dtype":
    case "shape":
    case "entry-kind":
    case "bytes":
      return "content";
    case "values":
    case "scalar":
      return leaf.tolerated ? "tolerated" : "content";
    case "series":
      return !leaf.decides ? "none" : leaf.tolerated ? "tolerated" : "content";
    case "structure":
    case "container-bytes":
      return "structure";
    case "line":
      return "none";
    case "unread":
      return "unknown";
    default:
      leaf;
      return "unknown";
  }
}
function leavesOf(difference) {
  const found = [];
  const visit = (node, file) => {
    if (node.kind === "group") {
      for (const child of node.children) visit(child, node.level === "file" ? node : file);
      return;
    }
    const decides = file?.file?.decides ?? true;
    found.push({ leaf: node, file, effect: decides ? leafEffect(node) : "none" });
  };
  if (difference !== null) visit(difference, null);
  return found;
}

export {
  withoutOwnNames,
  plainLeaves,
  plainAt,
  plainDifferences,
  showPlain,
  plainToJson,
  mapPair,
  leafEffect,
  leavesOf,
  checkpointNumber,
  recordsOf,
  sharedRecords,
  pairedRecords,
  configurationKeys,
  configurationsOf,
  placeText,
  seedOfRun,
  seenProcesses,
  readClaims,
  describeDelta
};
