import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  textLines
} from "./chunk-SRILAZ7U.js";
import {
  parseYaml
} from "./chunk-DKZC3ZM6.js";
import {
  unescapedPython
} from "./chunk-QWE4LJPZ.js";
import {
  readPythonJson
} from "./chunk-OJCESHJP.js";
import {
  floatScalar
} from "./chunk-ROV2ADHM.js";
import {
  algorithmIn,
  digestIn,
  spokenOf,
  wordsOf
} from "./chunk-NBSSOJIC.js";
import "./chunk-KTXJ6UXU.js";
import {
  FormatProblem,
  isProblem
} from "./chunk-B5J4NNO2.js";
import "./chunk-7ZPLETBH.js";

// src/formats/codecs/python-repr.ts
var maxDepth = 64;
var maxValues = 5e4;
var maxLines = 5e3;
var blank = /\s*/y;
var number = /[+-]?(?:\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)(?![\w.])/y;
var string = /([bBuUrR]{0,2})(?:'((?:[^'\\\n]|\\[^\n])*)'|"((?:[^"\\\n]|\\[^\n])*)")/y;
var name = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y;
var object = /<[^<>\n]{0,300}(?:<[^<>\n]{0,300}>[^<>\n]{0,300})?>/y;
var keyword = /([A-Za-z_]\w*)\s*=(?!=)/y;
var restOfLine = /[ \t]*([^\n]*)(?=\n)/y;
var constants = /* @__PURE__ */ new Map([
  ["True", { type: "bool", text: "True" }],
  ["False", { type: "bool", text: "False" }],
  ["None", { type: "none", text: "None" }],
  ["inf", floatScalar(Number.POSITIVE_INFINITY)],
  ["nan", floatScalar(Number.NaN)],
  ["Ellipsis", { type: "name", text: "Ellipsis" }]
]);
var paths = /^(?:Pure)?(?:Posix|Windows)?Path$/;
function parsePythonRepr(text) {
  const reader = new ReprReader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}
var ReprReader = class {
  #text;
  #position = 0;
  #values = 0;
  #lines = 0;
  constructor(text) {
    this.#text = text;
  }
  value(depth) {
    this.#values += 1;
    if (depth > maxDepth || this.#values > maxValues) throw this.#fail("fewer values, nested less deep");
    if (this.#accept("[")) return { type: "list", items: this.#members("]", depth) };
    if (this.#accept("(")) return this.#parentheses(depth);
    if (this.#accept("{")) return this.#braces(depth);
    const quoted2 = this.#match(string);
    if (quoted2 !== null) return this.#withNextStrings(stringOf(quoted2));
    const infinite = this.#match(/[+-]inf\b/y);
    if (infinite !== null)
      return floatScalar(infinite[0] === "-inf" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
    const digits = this.#match(number);
    if (digits !== null) return numberOf(digits[0]);
    const shown = this.#match(object);
    if (shown !== null) return { type: "name", text: shown[0].replaceAll(/0x[0-9a-fA-F]+/g, "0x…") };
    const start = this.#position;
    const word2 = this.#match(name)?.[0];
    const constant = word2 === void 0 ? void 0 : constants.get(word2);
    if (constant !== void 0) return constant;
    if (word2 !== void 0 && this.#text[this.#position] === "(") {
      this.#position += 1;
      return this.#call(word2, depth);
    }
    if (word2?.includes(".") === true) return { type: "name", text: word2 };
    this.#position = start;
    throw this.#fail("a value");
  }
  end() {
    this.#match(blank);
    if (this.#position < this.#text.length) throw this.#fail("the end");
  }
  /** `pprint` breaks a long text into several, which belong together. */
  #withNextStrings(first) {
    const texts = [first.text];
    for (; ; ) {
      const start = this.#position;
      this.#match(blank);
      const next = this.#match(string);
      if (next === null) {
        this.#position = start;
        return { type: first.type, text: texts.join("") };
      }
      texts.push(stringOf(next).text);
    }
  }
  /** Without a comma it is no tuple. */
  #parentheses(depth) {
    const items = [];
    let isTuple = false;
    while (!this.#accept(")")) {
      items.push(this.value(depth + 1));
      if (this.#accept(",")) isTuple = true;
      else if (this.#accept(")")) break;
      else throw this.#fail('"," or ")"');
    }
    const [only] = items;
    return isTuple || only === void 0 ? { type: "list", items } : only;
  }
  #braces(depth) {
    const items = /* @__PURE__ */ new Map();
    const members = [];
    while (!this.#accept("}")) {
      const key = this.value(depth + 1);
      if (this.#accept(":")) {
        if (key.type === "list" || key.type === "map") throw this.#fail("a plain key before this");
        items.set(key.text, this.value(depth + 1));
      } else members.push(key);
      if (this.#accept(",")) continue;
      if (this.#accept("}")) break;
      throw this.#fail('"," or "}"');
    }
    if (members.length === 0) return { type: "map", items: [...items] };
    if (items.size > 0) throw this.#fail('":" after each key');
    return { type: "list", items: members };
  }
  #members(closing, depth) {
    const items = [];
    while (!this.#accept(closing)) {
      items.push(this.value(depth + 1));
      if (this.#accept(",")) continue;
      if (this.#accept(closing)) break;
      throw this.#fail(`"," or "${closing}"`);
    }
    return items;
  }
  #call(word2, depth) {
    const byLine = this.#text[this.#position] === "\n";
    const positional = [];
    const keywords = /* @__PURE__ */ new Map();
    while (!this.#accept(")")) {
      const key = this.#match(keyword)?.[1];
      if (key !== void 0 && byLine) {
        keywords.set(key, this.#valueOfLine());
        continue;
      }
      if (key === void 0) positional.push(this.value(depth + 1));
      else {
        this.#match(blank);
        keywords.set(key, this.value(depth + 1));
      }
      if (this.#accept(",")) continue;
      if (this.#accept(")")) break;
      throw this.#fail('"," or ")"');
    }
    return callOf(word2, positional, keywords);
  }
  #valueOfLine() {
    const line = this.#match(restOfLine);
    if (line === null) throw this.#fail("a value and the end of the line");
    const text = (line[1] ?? "").trimEnd().replace(/,$/, "");
    this.#lines += 1;
    if (this.#lines > maxLines) throw this.#fail(`at most ${maxLines} lines`);
    try {
      return parsePythonRepr(text);
    } catch (error) {
      if (!(error instanceof FormatProblem)) throw error;
      return { type: "str", text };
    }
  }
  #match(pattern) {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#text);
    if (found !== null) this.#position += found[0].length;
    return found;
  }
  #accept(character) {
    this.#match(blank);
    if (this.#text[this.#position] !== character) return false;
    this.#position += 1;
    this.#match(blank);
    return true;
  }
  #fail(expected) {
    const found = JSON.stringify(this.#text.slice(this.#position, this.#position + 20));
    return new FormatProblem("PYTHON_REPR", `Found ${found} where ${expected} was expected.`, {
      place: { offset: this.#position }
    });
  }
};
function stringOf([, prefix = "", single, double]) {
  const body = single ?? double ?? "";
  if (/b/i.test(prefix)) return { type: "bytes", text: Buffer.from(unescapedPython(body), "latin1").toString("hex") };
  return { type: "str", text: /r/i.test(prefix) ? body : unescapedPython(body) };
}
function numberOf(text) {
  return /^[+-]?\d+$/.test(text) ? { type: "int", text: text.replace(/^\+/, "").replace(/^(-?)0+(?=\d)/, "$1") } : floatScalar(Number(text));
}
function callOf(word2, positional, keywords) {
  const [only] = positional;
  if (keywords.size > 0)
    return { type: "map", items: [...positional.map((item, index) => [String(index), item]), ...keywords] };
  if (only === void 0) return { type: "name", text: `${word2}()` };
  const last = positional.at(-1);
  if (positional.length === 2 && last?.type === "map") return last;
  if (positional.length > 1) return { type: "list", items: positional };
  if (paths.test(word2.slice(word2.lastIndexOf(".") + 1)) && only.type === "str") return only;
  return pairsAsMapping(only) ?? only;
}
function pairsAsMapping(value) {
  if (value.type !== "list" || value.items.length === 0) return null;
  const items = /* @__PURE__ */ new Map();
  for (const pair of value.items) {
    const [key, member] = pair.type === "list" && pair.items.length === 2 ? pair.items : [];
    if (key?.type !== "str" || member === void 0) return null;
    items.set(key.text, member);
  }
  return { type: "map", items: [...items] };
}

// src/formats/records/log-configuration.ts
var mostFound = 4;
var mostLines = 2e3;
var mostCharacters = 1024 * 1024;
var mostYamlReadings = 8;
var mostAliases = 100;
var wordWithin = 300;
var mostCuts = 30;
var word = /(?<![\w./"'-])(?<lead>(?:[\w-]{0,40}[_ -])?)(?<word>configurations?|config|cfg|conf|hyper-?_?param(?:eter)?s|hparams|parameters|params|arguments|args|settings|options|opts?|flags)(?:\s+(?:is|are|used|values?))?\s*(?::|=|->)?\s*(?=$|\{|[A-Z]\w*\(|\w{0,20}dict\()/i;
var namespace = /(?<![\w.])Namespace\(/;
var valueStart = /^(?:\{|[A-Z]\w*\(|\w{0,20}[dD]ict\()/;
var ruler = /^[-=*#~_]{3,}$/;
var beforeYaml = /^(?:configurations?|config|cfg|hyper-?_?parameters|hparams|arguments|args|settings)$/i;
var yamlLine = /^(?:- .*|-$|["']?[A-Za-z_][\w./-]*["']?:(?:\s.*)?)$/;
function configurationCollector() {
  const found = /* @__PURE__ */ new Map();
  let state = { kind: "idle" };
  let yamlReadings = 0;
  const shapes = /* @__PURE__ */ new Map();
  const keep = (value, { line }) => {
    state = { kind: "idle" };
    if (value === null || value.type !== "map" || value.items.length === 0 || found.size >= mostFound) return;
    const key = JSON.stringify(value);
    if (!found.has(key)) found.set(key, { value, line });
  };
  const begin = (from, text) => {
    const brackets = new Bracketed();
    state = { kind: "brackets", from, text: brackets };
    if (brackets.add(text)) keep(readValue(brackets.text), from);
  };
  const start = (line, number2) => {
    const head = line.slice(0, wordWithin);
    const match = word.exec(head) ?? namespace.exec(head);
    if (match === null) return false;
    const { lead = "", word: written = "" } = match.groups ?? {};
    const from = {
      line: number2,
      mayBeYaml: beforeYaml.test(written),
      prefixes: prefixesOf(line.slice(0, match.index + lead.length), shapes)
    };
    const rest = line.slice(written === "" ? match.index : match.index + match[0].length);
    if (rest.trim() !== "" && valueStart.test(rest)) begin(from, rest);
    else if (rest.trim() === "") state = { kind: "waiting", from, lines: 0 };
    else return false;
    return true;
  };
  const endYaml = () => {
    if (state.kind !== "yaml") return;
    const { lines, from } = state;
    const text = lines.join("\n");
    const isReadable = lines.length > 1 && yamlReadings < mostYamlReadings && aliasesIn(text) <= mostAliases;
    yamlReadings += 1;
    const { value, problems } = isReadable ? parseYaml(text) : { value: null, problems: [] };
    keep(problems.length === 0 ? value : null, from);
  };
  const take = (line, number2) => {
    const now = state;
    const { kind } = now;
    switch (kind) {
      case "idle":
        start(line, number2);
        return;
      case "waiting": {
        const message = withoutPrefix(line, now.from).text;
        const text = message.trimStart();
        if (valueStart.test(text)) begin(now.from, text);
        else if ((text === "" || ruler.test(text)) && now.lines < 3) state = { ...now, lines: now.lines + 1 };
        else if (now.from.mayBeYaml && yamlLine.test(message) && !endsInValue(message))
          state = { kind: "yaml", from: now.from, lines: [message], characters: message.length };
        else {
          state = { kind: "idle" };
          start(line, number2);
        }
        return;
      }
      case "brackets": {
        const { text, hasPrefix } = withoutPrefix(line, now.from);
        if (hasPrefix && start(line, number2)) return;
        if (now.text.add(`
${text}`)) keep(readValue(now.text.text), now.from);
        else if (now.text.isTooLong) state = { kind: "idle" };
        return;
      }
      case "yaml": {
        const isMessage = withoutPrefix(line, now.from).hasPrefix;
        const belongs = !isMessage && (/^\s+\S/.test(line) || yamlLine.test(line));
        if (belongs && now.lines.length < mostLines && now.characters < mostCharacters) {
          now.lines.push(line);
          now.characters += line.length;
          return;
        }
        if (belongs) state = { kind: "idle" };
        else endYaml();
        start(line, number2);
        return;
      }
      default:
        kind;
    }
  };
  return {
    take,
    end: () => {
      endYaml();
      return [...found.values()];
    }
  };
}
function endsInValue(message) {
  const match = word.exec(message.slice(0, wordWithin));
  return match !== null && valueStart.test(message.slice(match.index + match[0].length));
}
var Bracketed = class {
  #parts = [];
  #depth = 0;
  #quote = "";
  #escaped = false;
  #characters = 0;
  /** True once the bracket that opened first is closed; what comes after it is dropped. */
  add(text) {
    this.#characters += text.length;
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at] ?? "";
      if (this.#quote !== "") {
        if (this.#escaped) this.#escaped = false;
        else if (character === "\\") this.#escaped = true;
        else if (character === this.#quote || character === "\n") this.#quote = "";
      } else if (character === '"' || character === "'") this.#quote = character;
      else if (character === "{" || character === "[" || character === "(") this.#depth += 1;
      else if (character === "}" || character === "]" || character === ")") {
        this.#depth -= 1;
        if (this.#depth > 0) continue;
        this.#parts.push(text.slice(0, at + 1));
        return true;
      }
    }
    this.#parts.push(text);
    return false;
  }
  get isTooLong() {
    return this.#parts.length > mostLines || this.#characters > mostCharacters;
  }
  get text() {
    return this.#parts.join("");
  }
};
var jsonLimits = { maxDepth: 64, maxValues: 5e4 };
function readValue(text) {
  for (const read of [(json) => readPythonJson(json, jsonLimits).value, parsePythonRepr])
    try {
      return read(text);
    } catch (error) {
      if (!isProblem(error)) throw error;
    }
  return null;
}
function aliasesIn(text) {
  return text.match(/[&*][A-Za-z0-9_]/g)?.length ?? 0;
}
var mostShapes = 200;
function prefixesOf(before, known) {
  const key = before.replaceAll(/\d+/g, "0");
  const found = known.get(key);
  if (found !== void 0) return found;
  const ends = [];
  for (let at = before.length; at > 0 && ends.length < mostCuts; at -= 1)
    if (/[\s\]|>:)]/.test(before[at - 1] ?? "")) ends.push(at);
  const parts = ends.map((end) => before.slice(0, end)).filter((part) => part.trim() !== "");
  const prefixes = parts.map((part) => {
    const shape = part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replaceAll(/\d+/g, "\\d+").replaceAll(/ +/g, " +");
    return new RegExp(`^${shape}`);
  });
  if (known.size < mostShapes) known.set(key, prefixes);
  return prefixes;
}
function withoutPrefix(line, { prefixes }) {
  for (const prefix of prefixes) {
    const match = prefix.exec(line);
    if (match !== null) return { text: line.slice(match[0].length), hasPrefix: true };
  }
  return { text: line, hasPrefix: false };
}

// src/formats/records/log-dataset.ts
var mostCharacters2 = 2e3;
var contextCharacters = 200;
var mostInLine = 4;
var quick = /(?:sha-?_?256|md5|hash|checksum|digest|fingerprint)/i;
var hex = /[0-9a-f]{12}/i;
var claim = /(?<![A-Za-z0-9])(sha-?_?256(?:sum)?|sha2-256|md5(?:sum)?|hexdigest|hash|checksum|digest|fingerprint)(?![a-z])([^\n]{0,160}?)(?<![0-9A-Za-z]|[0-9a-f]{4}-)([0-9a-f]{12,64})(\.dir)?(?![0-9A-Za-z])/gi;
var camelCase = /([a-z])(Hash|Sha256|SHA256|Md5|MD5|Checksum|Digest|Fingerprint)(?=["']?\s*[:=])/g;
var sumLine = /(?:^|[\s:>\]])([0-9a-f]{64}|[0-9a-f]{32}) [ *](\S[^\n]{0,1000})$/i;
var dataEnding = "csv|tsv|parquet|arrow|feather|jsonl?|ndjson|txt|npz|npy|h5|hdf5|lmdb|tfrecords?|zarr|zip|tar|tgz|gz|zst|bz2|pkl|db|sqlite|bin|ya?ml|dvc|xlsx?|nii|wav|png|jpe?g";
var pathToken = new RegExp(
  String.raw`(?<![\w./\\-])((?:[\w.~@%+-]*[/\\])+[\w.~@%+-]+|[\w~@%+-][\w.~@%+-]*\.(?:${dataEnding}))(?![\w/\\])`,
  "gi"
);
var quoted = /(["'`])([^"'`\n]{1,300})\1/g;
function datasetClaimsInLine(line) {
  if (!hex.test(line)) return [];
  const text = line.slice(0, mostCharacters2).replaceAll(camelCase, "$1 $2");
  const found = [];
  if (quick.test(text))
    for (const match of text.matchAll(claim)) {
      if (found.length >= mostInLine) break;
      const one = claimOf(text, match);
      if (one !== null) found.push(one);
    }
  return found.length > 0 ? found : sumClaim(text);
}
function claimOf(text, match) {
  const [whole, word2 = "", between = "", digest = "", folder = ""] = match;
  const before = text.slice(Math.max(0, match.index - contextCharacters), match.index);
  const after = text.slice(match.index + whole.length, match.index + whole.length + contextCharacters);
  const said = saidBy(word2, before, between);
  const read = digestIn(`${digest}${folder}`, said);
  if (read === null) return null;
  if (/fingerprint/i.test(word2) && digest.length === 16) return null;
  const subject = subjectOf(before, between, after);
  const inside = spokenOf(wordsOf(between));
  const spoken = inside ?? spokenOf(wordsOf(before)) ?? (subject !== null && isRead(subject, before) ? "data" : null);
  return spoken === "data" ? { ...read, subject, pointer: null, line: null } : null;
}
var reading = /\b(?:load(?:ed|ing)?|read(?:ing)?|using|input|open(?:ed|ing)?|from)\b/i;
var writing = /\b(?:sav(?:ed?|ing)|wr(?:ote|ites?|iting|itten)|export(?:ed|ing)?|outputs?|stor(?:ed?|ing)|upload(?:ed|ing)?)\b/i;
function isRead(subject, before) {
  if (writing.test(before)) return false;
  return reading.test(before) || spokenOf(foldersOf(subject).flatMap(wordsOf)) === "data";
}
function foldersOf(path) {
  return path.split(/[/\\]/).slice(0, -1);
}
function saidBy(word2, before, between) {
  const near = wordsOf(before.slice(-40)).slice(-2);
  const own = algorithmIn([...near.filter((one) => one === "dvc"), ...wordsOf(word2)]);
  const later = algorithmIn(wordsOf(between));
  const earlier = algorithmIn(near);
  if (own !== "unsaid") return own;
  if (later !== null && later !== "unsaid") return later;
  return earlier !== null && earlier !== "unsaid" ? earlier : own;
}
var nameAtEnd = /(?<![A-Za-z])(?:datasets?|data|corpus)["']?\s*(?:(?:[:=]|named|called)\s*["'`]?([^\s"'`:=,;()[\]{}]{1,200})["'`]?|["'`]([^"'`\n]{1,200})["'`])\s*[,;:([{-]*\s*$/i;
function subjectOf(before, between, after) {
  const named = nameAtEnd.exec(before)?.slice(1).find((part) => part !== void 0);
  const words = named === void 0 ? [] : wordsOf(named);
  const name2 = named !== void 0 && spokenOf(words) === null && algorithmIn(words) === null ? named : null;
  return lastPath(between) ?? lastPath(before) ?? name2 ?? firstPath(after);
}
function lastPath(text) {
  return pathsIn(text).at(-1) ?? null;
}
function firstPath(text) {
  const remark = /^\s*(?:[([]|(?:of|for|from|in|file|path)\b)(.*)$/i.exec(text)?.[1];
  return remark === void 0 ? null : pathsIn(remark)[0] ?? null;
}
function pathsIn(text) {
  const found = [];
  for (const match of text.matchAll(quoted)) {
    const inside = match[2] ?? "";
    const end = match.index + match[0].length;
    if (/[/\\]|\.[A-Za-z0-9]{1,8}$/.test(inside)) found.push({ at: match.index, end, text: inside });
  }
  for (const match of text.matchAll(pathToken)) {
    const end = match.index + match[0].length;
    const isInQuotes = found.some((one) => one.at < match.index && end < one.end);
    if (!isInQuotes) found.push({ at: match.index, end, text: match[1] ?? "" });
  }
  return found.filter((one) => !/\.py$|^\d+\/\d+$|^\d[\d/.-]*$/.test(one.text)).toSorted((a, b) => a.at - b.at).map((one) => one.text.replace(/[.,;:]+$/, ""));
}
function sumClaim(text) {
  const match = sumLine.exec(text);
  const [, digest = "", subject = ""] = match ?? [];
  const path = subject.trim();
  if (match === null || !isData(path)) return [];
  const algorithm = digest.length === 64 ? "sha256" : "md5";
  return [{ subject: path, algorithm, digest: digest.toLowerCase(), pointer: null, line: null }];
}
function isData(path) {
  const folders = foldersOf(path);
  if (/\s/.test(path) || folders.some((folder) => /^(?:outputs?|out|results?|runs?|logs?|checkpoints?|\.hydra)$/i.test(folder)))
    return false;
  if (spokenOf(wordsOf(path.slice(path.lastIndexOf("/") + 1))) === "other") return false;
  return spokenOf(folders.flatMap(wordsOf)) === "data" || new RegExp(String.raw`\.(?:${dataEnding})$`, "i").test(path);
}

// src/formats/records/log-records.ts
var limits = { characters: 1024 * 1024, bytes: 32 * 1024 * 1024 };
var mostClaims = 20;
function readLogRecords(path, neutralPath, source) {
  const configurations = configurationCollector();
  const claims = /* @__PURE__ */ new Map();
  let number2 = 0;
  for (const line of textLines(source, limits)) {
    number2 += 1;
    if (line === null) continue;
    configurations.take(line, number2);
    if (claims.size >= mostClaims) continue;
    for (const claim2 of datasetClaimsInLine(line)) {
      const key = JSON.stringify([claim2.subject, claim2.algorithm, claim2.digest]);
      if (!claims.has(key)) claims.set(key, { ...claim2, line: number2 });
    }
  }
  const base = { path, format: "log", problems: [] };
  const documents = configurations.end().map(
    ({ value, line }, index) => ({
      ...base,
      kind: "configuration",
      neutralPath: index === 0 ? neutralPath : `${neutralPath} (${index + 1})`,
      value,
      line
    })
  );
  if (claims.size === 0) return documents;
  return [...documents, { ...base, kind: "dataset", neutralPath, claims: [...claims.values()] }];
}
export {
  readLogRecords
};
