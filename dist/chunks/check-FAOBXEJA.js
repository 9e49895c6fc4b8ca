import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  auditWhatExists
} from "./chunk-CIXT5X5K.js";
import "./chunk-M53VOVGF.js";
import {
  auditRecord
} from "./chunk-ID2W4RAN.js";
import "./chunk-XCEX44SU.js";
import "./chunk-3AHXOIDF.js";
import "./chunk-EED3KUKS.js";
import "./chunk-LRL7OVBH.js";
import "./chunk-SAJH4QBY.js";
import "./chunk-2XHJRV66.js";
import "./chunk-IE2AWREK.js";
import "./chunk-ZN3SLMWW.js";
import "./chunk-4B3X5ZIL.js";
import "./chunk-WHFFYXFM.js";
import "./chunk-HOEDLT6K.js";
import "./chunk-CNPCB4CN.js";
import "./chunk-6MT5LYOK.js";
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

// src/commands/check.ts
function checkCommand(path, request, output, world) {
  return auditWhatExists("check", request, output, world, (host) => auditRecord(path, request.policy, host));
}
export {
  checkCommand
};
