import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  formatFloat,
  formatInteger,
  formatUlp,
  plural
} from "./chunk-7VT7PKHI.js";

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
  mapPair,
  leafEffect,
  leavesOf,
  checkpointNumber,
  describeDelta
};
