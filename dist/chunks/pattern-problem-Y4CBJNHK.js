import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  RE2JS
} from "./chunk-VKVGQ27Q.js";
import {
  maxPatternLength
} from "./chunk-DPIMJBII.js";
import "./chunk-7ZPLETBH.js";

// src/config/pattern-problem.ts
var stepGroups = ["step", "epoch"];
function patternProblem(pattern) {
  if (pattern.length > maxPatternLength) {
    return `has ${pattern.length} characters; expected at most ${maxPatternLength}`;
  }
  let names;
  try {
    names = Object.keys(RE2JS.compile(pattern).namedGroups());
  } catch (error) {
    const why = error instanceof Error ? error.message : "unknown fault";
    return `is not an RE2 pattern (${why}); look-around and back-references do not exist there`;
  }
  const steps = names.filter((name) => stepGroups.includes(name));
  if (steps.length === 0) return 'has no group "step" or "epoch"; expected for example step=(?<step>\\d+)';
  if (steps.length === names.length) return "has no group for a series; expected for example loss=(?<loss>\\S+)";
  return null;
}
export {
  patternProblem
};
