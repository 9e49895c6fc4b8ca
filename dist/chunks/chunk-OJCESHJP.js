import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  floatScalar
} from "./chunk-ROV2ADHM.js";
import {
  FormatProblem,
  LimitProblem
} from "./chunk-B5J4NNO2.js";

// src/formats/codecs/python-json.ts
var mostDuplicates = 100;
var searchedKeys = 8;
var numberToken = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
var plainText = /[^"\\\u0000-\u001f]*/y;
var words = [
  ["true", { type: "bool", text: "True" }],
  ["false", { type: "bool", text: "False" }],
  ["null", { type: "none", text: "None" }],
  ["NaN", floatScalar(Number.NaN)],
  ["Infinity", floatScalar(Number.POSITIVE_INFINITY)],
  ["-Infinity", floatScalar(Number.NEGATIVE_INFINITY)]
];
var escapes = /* @__PURE__ */ new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "	"]
]);
function parsePythonJson(text, options = {}) {
  const { value, duplicates } = readPythonJson(text, options);
  const [first] = duplicates;
  if (first === void 0) return value;
  throw new FormatProblem(
    "JSON_DUPLICATE_KEY",
    `The object at "${first.pointer}" has the key ${quote(first.key)} twice.`,
    {
      place: { ...placeOf(text, first.offset, options), entry: first.pointer },
      remedy: "Keep one of the two: readers disagree on which counts."
    }
  );
}
function readPythonJson(text, options = {}) {
  const cursor = new JsonCursor(text, options);
  const maxDepth = options.maxDepth ?? 500;
  const maxValues = options.maxValues ?? 5e6;
  const frames = [];
  const duplicates = [];
  let values = 0;
  for (; ; ) {
    if (++values > maxValues) throw cursor.limit("JSON_VALUES", `The document has more than ${maxValues} values`);
    let value = cursor.open();
    if (value === "list" || value === "map") {
      if (frames.length >= maxDepth)
        throw cursor.limit("JSON_DEPTH", `The document is nested deeper than ${maxDepth} levels`);
      const frame = value === "list" ? { kind: "list", items: [] } : { kind: "map", items: [], index: null, key: "" };
      if (cursor.accept(frame.kind === "list" ? "]" : "}")) value = close(frame);
      else {
        frames.push(frame);
        if (frame.kind === "map") frame.key = cursor.key();
        continue;
      }
    }
    for (; ; ) {
      const frame = frames.at(-1);
      if (frame === void 0) {
        cursor.end();
        return { value, duplicates };
      }
      if (frame.kind === "list") frame.items.push(value);
      else if (!put(frame, value) && duplicates.length < mostDuplicates)
        duplicates.push({
          key: frame.key,
          pointer: pointerTo(frames),
          offset: cursor.position,
          line: cursor.place().line ?? 1
        });
      if (cursor.next(frame.kind)) {
        if (frame.kind === "map") frame.key = cursor.key();
        break;
      }
      frames.pop();
      value = close(frame);
    }
  }
}
function close(frame) {
  return frame.kind === "list" ? { type: "list", items: frame.items } : { type: "map", items: frame.items };
}
function put(frame, value) {
  const { items, key } = frame;
  if (frame.index === null && items.length > searchedKeys)
    frame.index = new Map(items.map(([name], position) => [name, position]));
  const at = frame.index === null ? items.findIndex(([name]) => name === key) : frame.index.get(key) ?? -1;
  if (at >= 0) {
    items[at] = [key, value];
    return false;
  }
  frame.index?.set(key, items.length);
  items.push([key, value]);
  return true;
}
function pointerTo(frames) {
  const steps = frames.slice(0, -1);
  return steps.map(
    (frame) => frame.kind === "list" ? frame.items.length : frame.key.replaceAll("~", "~0").replaceAll("/", "~1")
  ).map((step) => `/${step}`).join("");
}
function quote(text) {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
function placeOf(text, offset, options) {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  const column = offset - before.lastIndexOf("\n");
  return { ...options.file === void 0 ? {} : { file: options.file }, offset, line, column };
}
var JsonCursor = class {
  #text;
  #options;
  position;
  constructor(text, options) {
    this.#text = text;
    this.#options = options;
    this.position = text.startsWith("\uFEFF") ? 1 : 0;
  }
  /** The next value where it is a single one, else what begins here. */
  open() {
    this.#blank();
    const code = this.#text.charCodeAt(this.position);
    if (code === 34) return { type: "str", text: this.#string() };
    if (code === 123 || code === 91) {
      this.position++;
      return code === 123 ? "map" : "list";
    }
    numberToken.lastIndex = this.position;
    const match = numberToken.exec(this.#text);
    if (match !== null) {
      const [token, fraction, exponent] = match;
      this.position += token.length;
      if (fraction !== void 0 || exponent !== void 0) return floatScalar(Number(token));
      return { type: "int", text: token === "-0" ? "0" : token };
    }
    for (const [word, value] of words) {
      if (!this.#text.startsWith(word, this.position)) continue;
      this.position += word.length;
      return value;
    }
    throw this.syntax("a value");
  }
  key() {
    this.#blank();
    if (this.#text.charCodeAt(this.position) !== 34) throw this.syntax("a key in double quotes");
    const key = this.#string();
    if (!this.accept(":")) throw this.syntax('":"');
    return key;
  }
  /** True after a comma, false after the end of the list or map. */
  next(kind) {
    if (this.accept(",")) return true;
    const closing = kind === "list" ? "]" : "}";
    if (this.accept(closing)) return false;
    throw this.syntax(`"," or "${closing}"`);
  }
  accept(character) {
    this.#blank();
    if (this.#text[this.position] !== character) return false;
    this.position++;
    return true;
  }
  end() {
    this.#blank();
    if (this.position < this.#text.length) throw this.syntax("the end of the document");
  }
  place() {
    return placeOf(this.#text, this.position, this.#options);
  }
  limit(code, message) {
    return new LimitProblem(code, `${message}.`, { place: this.place() });
  }
  syntax(expected) {
    const found = this.position < this.#text.length ? quote(this.#text.slice(this.position, this.position + 20)) : "the end";
    return new FormatProblem("JSON_SYNTAX", `Found ${found} where ${expected} was expected.`, {
      place: this.place(),
      remedy: "Write the file again with json.dump."
    });
  }
  #blank() {
    for (; ; ) {
      const code = this.#text.charCodeAt(this.position);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.position++;
    }
  }
  #string() {
    this.position++;
    let whole = "";
    for (; ; ) {
      plainText.lastIndex = this.position;
      const plain = plainText.exec(this.#text)?.[0] ?? "";
      this.position += plain.length;
      whole = whole === "" ? plain : whole + plain;
      const stop = this.#text[this.position];
      if (stop === '"') {
        this.position++;
        return whole;
      }
      if (stop !== "\\") throw this.syntax("the end of a string (line breaks and control characters must be escaped)");
      const letter = this.#text[this.position + 1] ?? "";
      const simple = escapes.get(letter);
      const unit = this.#text.slice(this.position + 2, this.position + 6);
      if (simple !== void 0) {
        whole += simple;
        this.position += 2;
      } else if (letter === "u" && /^[0-9a-fA-F]{4}$/.test(unit)) {
        whole += String.fromCharCode(Number.parseInt(unit, 16));
        this.position += 6;
      } else throw this.syntax("an escape such as \\n or \\u00e9");
    }
  }
};

export {
  parsePythonJson,
  readPythonJson
};
