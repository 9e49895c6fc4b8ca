import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  auditWhatExists
} from "./chunk-JGAAU3ME.js";
import "./chunk-4MEFGBCF.js";
import {
  auditExisting
} from "./chunk-THQTNYR4.js";
import "./chunk-LYWQ562D.js";
import "./chunk-3AHXOIDF.js";
import "./chunk-EED3KUKS.js";
import "./chunk-LRL7OVBH.js";
import "./chunk-IJZTXIXV.js";
import "./chunk-PV6ZQERW.js";
import "./chunk-6PU6O3IH.js";
import "./chunk-4B3X5ZIL.js";
import "./chunk-WHFFYXFM.js";
import "./chunk-I7TI4JTI.js";
import "./chunk-3A2CYYEL.js";
import "./chunk-FZW2C3MZ.js";
import "./chunk-7VT7PKHI.js";
import "./chunk-F5RMP2VC.js";
import "./chunk-WHHF6IZB.js";
import "./chunk-PQM6PUSA.js";
import "./chunk-D7BS742Q.js";
import "./chunk-OJCESHJP.js";
import "./chunk-ROV2ADHM.js";
import "./chunk-B5J4NNO2.js";
import "./chunk-7ZPLETBH.js";

// src/commands/compare.ts
function compareCommand(paths, request, output, world) {
  return auditWhatExists("compare", request, output, world, (host) => auditExisting(paths, request.policy, host));
}
export {
  compareCommand
};
