import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  FormatProblem
} from "./chunk-B5J4NNO2.js";

// src/formats/codecs/python-literal.ts
var maxDepth = 32;
var blank = /\s*/y;
var integer = /[+-]?\d+L?/y;
var string = /[uUbB]?(?:'((?:[^'\\\n]|\\[^\n])*)'|"((?:[^"\\\n]|\\[^\n])*)")/y;
var word = /[A-Za-z_]+/y;
var escapeSequence = /\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^xuU])/g;
var escapes = /* @__PURE__ */ new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "	"],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"']
]);
var words = /* @__PURE__ */ new Map([
  ["True", { type: "bool", text: "True" }],
  ["False", { type: "bool", text: "False" }],
  ["None", { type: "none", text: "None" }]
]);
function parsePythonLiteral(text) {
  let position = 0;
  const fail = (expected) => new FormatProblem(
    "PYTHON_LITERAL",
    `Found ${JSON.stringify(text.slice(position, position + 20))} where ${expected} was expected.`,
    {
      place: { offset: position }
    }
  );
  const match = (pattern) => {
    pattern.lastIndex = position;
    const found = pattern.exec(text);
    if (found !== null) position += found[0].length;
    return found;
  };
  const accept = (character) => {
    match(blank);
    if (text[position] !== character) return false;
    position++;
    return true;
  };
  const members = (closing, depth) => {
    const items = [];
    while (!accept(closing)) {
      items.push(value(depth + 1));
      if (accept(",")) continue;
      if (accept(closing)) break;
      throw fail(`"," or "${closing}"`);
    }
    return items;
  };
  const value = (depth) => {
    if (depth > maxDepth) throw fail(`nesting of at most ${maxDepth} levels`);
    if (accept("[")) return { type: "list", items: members("]", depth) };
    if (accept("(")) return { type: "list", items: members(")", depth) };
    if (accept("{")) return dict(depth);
    const quoted = match(string);
    if (quoted !== null) return { type: "str", text: unescapedPython(quoted[1] ?? quoted[2] ?? "") };
    const number = match(integer);
    if (number !== null) return { type: "int", text: String(BigInt(number[0].replace(/^\+|L$/g, ""))) };
    const start = position;
    const named = words.get(match(word)?.[0] ?? "");
    if (named !== void 0) return named;
    position = start;
    throw fail("a literal");
  };
  const dict = (depth) => {
    const items = [];
    while (!accept("}")) {
      const key = value(depth + 1);
      if (key.type !== "str") throw fail("a string as key before this");
      if (!accept(":")) throw fail('":"');
      if (items.some(([known]) => known === key.text)) throw fail(`no second key ${JSON.stringify(key.text)}`);
      items.push([key.text, value(depth + 1)]);
      if (accept(",")) continue;
      if (accept("}")) break;
      throw fail('"," or "}"');
    }
    return { type: "map", items };
  };
  const whole = value(0);
  match(blank);
  if (position < text.length) throw fail("the end");
  return whole;
}
function unescapedPython(text) {
  return text.replace(escapeSequence, (sequence, code) => {
    if (/^[xuU]./.test(code)) {
      const point = Number.parseInt(code.slice(1), 16);
      return point > 1114111 ? sequence : String.fromCodePoint(point);
    }
    return escapes.get(code) ?? sequence;
  });
}

export {
  parsePythonLiteral,
  unescapedPython
};
