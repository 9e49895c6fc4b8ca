import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  printTo
} from "./chunk-ER4I6IAB.js";
import {
  checkPage,
  checks
} from "./chunk-HWKLEO46.js";
import "./chunk-GHB6ORZY.js";
import {
  exitCodes
} from "./chunk-E6RE6XD5.js";
import "./chunk-6MT5LYOK.js";
import "./chunk-WFZDG4J6.js";
import "./chunk-NBSSOJIC.js";
import "./chunk-53VACBTN.js";
import {
  nearestName
} from "./chunk-UE43SUCS.js";
import "./chunk-F5RMP2VC.js";
import "./chunk-WHHF6IZB.js";
import {
  InputProblem
} from "./chunk-B5J4NNO2.js";
import "./chunk-BZ5MPCKK.js";
import "./chunk-4B3X5ZIL.js";
import "./chunk-5YLZBCQB.js";
import "./chunk-7ZPLETBH.js";

// src/commands/explain.ts
async function explainCommand(id, world) {
  if (id === null) {
    const width = Math.max(...checks.map((check2) => check2.id.length));
    const lines = checks.map((check2) => `${check2.id.padEnd(width)}  ${check2.severity.padEnd(7)}  ${check2.title}
`);
    await printTo(world.stdout, lines.join(""));
    return exitCodes.passed;
  }
  const check = checks.find((one) => one.id === id);
  if (check === void 0) {
    const nearest = nearestName(
      id,
      checks.map((one) => one.id)
    );
    throw new InputProblem("UNKNOWN_CHECK", `There is no check "${id}".`, {
      remedy: nearest === null ? "Run `train-twice explain` for the list." : `Did you mean "${nearest}"? Run \`train-twice explain\` for the list.`
    });
  }
  await printTo(world.stdout, checkPage(check));
  return exitCodes.passed;
}
export {
  explainCommand
};
