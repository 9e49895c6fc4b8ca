import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  floatScalar
} from "./chunk-ROV2ADHM.js";
import {
  require_dist
} from "./chunk-KTXJ6UXU.js";
import {
  LimitProblem
} from "./chunk-B5J4NNO2.js";
import {
  __toESM
} from "./chunk-7ZPLETBH.js";

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
    const problems = document.errors.slice(0, 20).map((error) => ({
      code: `YAML_${error.code}`,
      message: withoutSource(error.message),
      line: lines.linePos(error.pos[0]).line
    }));
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
function withoutSource(message) {
  return /^(?:Unexpected|Block scalar)\b/.test(message) ? message.split(": ")[0] ?? message : message;
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

export {
  parseYaml
};
