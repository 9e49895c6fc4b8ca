import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);

// src/report/text/workflow-commands.ts
function withoutCommands(line) {
  return line.replaceAll("##[", "# #[").replace(/^([\s\u0085\u00a0]*)::/u, "$1: :");
}

// src/report/text/visible.ts
var invisible = new RegExp("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]|(?! )\\p{Zs}", "gu");
var short = /* @__PURE__ */ new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["	", "\\t"],
  ["\0", "\\0"]
]);
function visible(text) {
  return text.replace(invisible, (character) => {
    const known = short.get(character);
    if (known !== void 0) return known;
    const point = character.codePointAt(0) ?? 0;
    if (point < 256) return `\\x${point.toString(16).padStart(2, "0")}`;
    const digits = point.toString(16).padStart(4, "0");
    return digits.length === 4 ? `\\u${digits}` : `\\u{${digits}}`;
  });
}
function shortened(text, length) {
  if (text.length <= length) return text;
  const tail = Math.floor((length - 1) / 3);
  const head = length - 1 - tail;
  return `${wholeEnd(text.slice(0, head))}…${wholeStart(text.slice(text.length - tail))}`;
}
function wholeEnd(text) {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
function wholeStart(text) {
  return /^[\uDC00-\uDFFF]/.test(text) ? text.slice(1) : text;
}

// src/report/text/escape-terminal.ts
function escapeTerminal(text, length = 500) {
  return withoutCommands(visible(shortened(text, length)));
}

// src/report/text/width.ts
var simple = /^[\x20-\x7e]*$/;
var marks = new RegExp("\\p{M}", "u");
var wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{17000}-\u{18aff}\u{1b000}-\u{1b2ff}\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/u;
function textWidth(text) {
  if (simple.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}
function fitted(text, columns) {
  if (textWidth(text) <= columns) return text;
  if (columns <= 1) return "…".slice(0, Math.max(0, columns));
  const characters = [...text];
  const tailWidth = Math.floor((columns - 1) / 3);
  let tail = "";
  for (let at = characters.length - 1; at >= 0; at--) {
    const next = `${characters[at]}${tail}`;
    if (textWidth(next) > tailWidth) break;
    tail = next;
  }
  const headWidth = columns - 1 - textWidth(tail);
  let head = "";
  for (const character of characters) {
    if (textWidth(head) + characterWidth(character) > headWidth) break;
    head += character;
  }
  return `${head}…${tail}`;
}
function characterWidth(character) {
  if (marks.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

// src/report/text/ansi.ts
var codes = {
  plain: "",
  code: "36",
  strong: "1",
  quiet: "2",
  good: "32;1",
  bad: "31;1",
  doubt: "33;1"
};
function paint(text, style, color) {
  const sgr = codes[style];
  return color && sgr !== "" && text !== "" ? `\x1B[${sgr}m${text}\x1B[0m` : text;
}

export {
  visible,
  shortened,
  withoutCommands,
  escapeTerminal,
  textWidth,
  fitted,
  paint
};
