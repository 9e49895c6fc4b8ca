import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  require_dist
} from "./chunk-KTXJ6UXU.js";
import {
  quotedText
} from "./chunk-PPUI4WL6.js";
import "./chunk-B5J4NNO2.js";
import "./chunk-DPIMJBII.js";
import {
  __toESM
} from "./chunk-7ZPLETBH.js";

// src/config/located-yaml.ts
var import_yaml = __toESM(require_dist(), 1);
var yamlLimits = {
  /** A configuration of a thousand lines has 50 KB. */
  characters: 256 * 1024,
  /** The deepest option has five levels. */
  depth: 32,
  /** With aliases written out: what one alias bomb multiplies. */
  values: 2e4
};
function readLocatedYaml(text, places) {
  const counter = new import_yaml.LineCounter();
  const at = (offset) => {
    const { line, col } = counter.linePos(offset);
    return places.at(Math.max(line, 1), Math.max(col, 1));
  };
  const failed = (offset, message) => {
    const location = at(offset);
    return { value: null, complaints: [{ location, message }], locate: () => location };
  };
  if (text.length > yamlLimits.characters) {
    return failed(0, `${text.length} characters of YAML; expected at most ${yamlLimits.characters}`);
  }
  try {
    const tokens = [...new import_yaml.Parser(counter.addNewLine).parse(text)];
    const tooDeep = firstTooDeep(tokens);
    if (tooDeep !== null) return failed(tooDeep, `nested deeper than ${yamlLimits.depth} levels`);
    const composer = new import_yaml.Composer({ uniqueKeys: false, prettyErrors: false, schema: "core", logLevel: "silent" });
    const [document, second] = [...composer.compose(tokens, true, text.length)];
    if (document === void 0) return { value: null, complaints: [], locate: () => at(0) };
    if (second !== void 0) return failed(second.range[0], "a second YAML document begins here; expected one");
    const faults = [...document.errors, ...document.warnings];
    if (faults.length > 0) {
      const complaints = faults.map((fault) => ({ location: at(fault.pos[0]), message: faultMessage(fault.message) }));
      return { value: null, complaints, locate: () => at(0) };
    }
    return new Plain(document, at, places.isText).read();
  } catch (error) {
    return failed(0, `not readable as YAML (${error instanceof Error ? error.message : "unknown fault"})`);
  }
}
function faultMessage(message) {
  const sentence = message.charAt(0).toLowerCase() + message.slice(1);
  if (/alias/i.test(message)) return `${sentence}; a text that begins with * must be in quotes`;
  if (/unresolved tag/i.test(message))
    return `${sentence}; tags are not supported, and a text that begins with ! must be in quotes`;
  return sentence;
}
function firstTooDeep(tokens) {
  const stack = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = stack.pop(); next !== void 0; next = stack.pop()) {
    const { token, depth } = next;
    if (depth > yamlLimits.depth) return token.offset;
    if (token.type === "document") {
      if (token.value) stack.push({ token: token.value, depth });
    } else if (token.type === "block-map" || token.type === "block-seq" || token.type === "flow-collection") {
      for (const item of token.items) {
        if (item.key) stack.push({ token: item.key, depth: depth + 1 });
        if (item.value) stack.push({ token: item.value, depth: depth + 1 });
      }
    }
  }
  return null;
}
var Plain = class {
  #document;
  #at;
  #isText;
  #complaints = [];
  #offsets = /* @__PURE__ */ new Map();
  #anchors = /* @__PURE__ */ new Map();
  #pending = [];
  #values = 0;
  constructor(document, at, isText) {
    this.#document = document;
    this.#at = at;
    this.#isText = isText;
  }
  read() {
    let root = null;
    const put = (value) => {
      root = value;
    };
    this.#pending.push({ node: this.#document.contents, pointer: [], offset: 0, put });
    for (let next = this.#pending.pop(); next !== void 0; next = this.#pending.pop()) {
      this.#values += 1;
      if (this.#values > yamlLimits.values) {
        this.#complain(next.offset, `more than ${yamlLimits.values} values, aliases written out`);
        break;
      }
      this.#convert(next);
    }
    return {
      value: root,
      complaints: this.#complaints,
      locate: (pointer, part) => this.#at(this.#offsetOf(pointer, part ?? "value"))
    };
  }
  #convert({ node, pointer, offset, put }) {
    if ((0, import_yaml.isAlias)(node)) {
      if (this.#anchors.has(node.source)) {
        this.#pending.push({ node: this.#anchors.get(node.source), pointer, offset, put });
      } else {
        const written = quotedText(`*${node.source}`);
        this.#complain(offset, `${written} is an alias without an anchor; a text that begins with * must be in quotes`);
      }
    } else if ((0, import_yaml.isMap)(node)) {
      if (node.anchor !== void 0) this.#anchors.set(node.anchor, node);
      this.#convertMap(node.items, pointer, offset, put);
    } else if ((0, import_yaml.isSeq)(node)) {
      if (node.anchor !== void 0) this.#anchors.set(node.anchor, node);
      const list = node.items.map(() => null);
      put(list);
      const children = node.items.map((item, index) => {
        const at = offsetOfNode(item) ?? offset;
        const inner = [...pointer, index];
        this.#offsets.set(JSON.stringify(inner), { key: at, value: at });
        return { node: item, pointer: inner, offset: at, put: (value) => void list.splice(index, 1, value) };
      });
      this.#pending.push(...children.reverse());
    } else if ((0, import_yaml.isScalar)(node)) {
      if (node.anchor !== void 0) this.#anchors.set(node.anchor, node);
      put(this.#scalar(node, pointer));
    } else {
      put(null);
    }
  }
  #convertMap(pairs, pointer, offset, put) {
    const map = {};
    put(map);
    const seen = /* @__PURE__ */ new Map();
    const children = [];
    for (const pair of pairs) {
      const keyOffset = offsetOfNode(pair.key) ?? offset;
      const key = keyText(pair.key);
      if (key === null) {
        this.#complain(keyOffset, "a key that is no single text; expected a name");
        continue;
      }
      const first = seen.get(key);
      if (first !== void 0) {
        const at = this.#at(first);
        const where = at.place.line === void 0 ? "" : `; the first is in line ${at.place.line}`;
        this.#complain(keyOffset, `the key ${quotedText(key)} stands here a second time${where}`);
        continue;
      }
      seen.set(key, keyOffset);
      const inner = [...pointer, key];
      const valueOffset = offsetOfNode(pair.value) ?? keyOffset;
      this.#offsets.set(JSON.stringify(inner), { key: keyOffset, value: valueOffset });
      const place = (value) => void Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
      place(null);
      children.push({ node: pair.value, pointer: inner, offset: valueOffset, put: place });
    }
    this.#pending.push(...children.reverse());
  }
  #scalar(node, pointer) {
    const value = node.value;
    if (value === null || value === void 0 || typeof value === "string") return value ?? null;
    if (this.#isText(pointer)) return node.source ?? String(value);
    if (typeof value === "number" || typeof value === "boolean") return value;
    return String(value);
  }
  /** The nearest place that is known: a pointer to what is missing leads to what should hold it. */
  #offsetOf(pointer, part) {
    for (let length = pointer.length; length > 0; length--) {
      const found = this.#offsets.get(JSON.stringify(pointer.slice(0, length)));
      if (found !== void 0) return length === pointer.length ? found[part] : found.key;
    }
    return offsetOfNode(this.#document.contents) ?? 0;
  }
  #complain(offset, message) {
    this.#complaints.push({ location: this.#at(offset), message });
  }
};
function keyText(node) {
  if (!(0, import_yaml.isScalar)(node) || node.value === null || node.value === void 0) return null;
  return typeof node.value === "string" ? node.value : node.source ?? String(node.value);
}
function offsetOfNode(node) {
  if (!(0, import_yaml.isScalar)(node) && !(0, import_yaml.isMap)(node) && !(0, import_yaml.isSeq)(node) && !(0, import_yaml.isAlias)(node)) return null;
  return node.range?.[0] ?? null;
}
export {
  readLocatedYaml,
  yamlLimits
};
