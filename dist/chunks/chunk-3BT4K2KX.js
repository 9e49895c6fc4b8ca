import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);

// src/model/verdict.ts
var exitCodes = {
  passed: 0,
  failed: 1,
  badInput: 2,
  inconclusive: 3,
  runFailed: 4,
  internal: 70,
  cancelled: 130
};
var rank = ["identical", "equivalent", "within-tolerance", "divergent", "inconclusive"];
function satisfies(verdict, required) {
  return rank.indexOf(verdict) <= rank.indexOf(required);
}
function hasVerdict(outcome) {
  return outcome !== "inconclusive" && outcome !== "run-failed" && outcome !== "cancelled";
}
function isPass({ outcome, passed }) {
  return passed && hasVerdict(outcome) && outcome !== "divergent" && outcome !== "record-faulty";
}

export {
  exitCodes,
  satisfies,
  hasVerdict,
  isPass
};
