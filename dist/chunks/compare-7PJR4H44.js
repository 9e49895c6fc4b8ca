import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  auditWhatExists
} from "./chunk-5745Y4U3.js";
import "./chunk-JLU7EOYX.js";
import {
  auditExisting
} from "./chunk-LE3YQZHA.js";
import "./chunk-TFGQA5VO.js";
import "./chunk-EED3KUKS.js";
import "./chunk-XRIYOEQF.js";
import "./chunk-3AHXOIDF.js";
import "./chunk-LRL7OVBH.js";
import "./chunk-WHFFYXFM.js";
import "./chunk-I7TI4JTI.js";
import "./chunk-CNPCB4CN.js";
import "./chunk-DEWNT2AE.js";
import "./chunk-FZW2C3MZ.js";
import "./chunk-4FORKT6V.js";
import "./chunk-GHB6ORZY.js";
import "./chunk-53VACBTN.js";
import "./chunk-4B3X5ZIL.js";
import "./chunk-6MT5LYOK.js";
import "./chunk-7VT7PKHI.js";
import "./chunk-F5RMP2VC.js";
import "./chunk-WHHF6IZB.js";
import "./chunk-PQM6PUSA.js";
import "./chunk-WYNFBJOV.js";
import "./chunk-FKBIZTSJ.js";
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
