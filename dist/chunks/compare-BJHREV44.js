import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  auditWhatExists
} from "./chunk-FICZHYXO.js";
import "./chunk-GWEBQSH4.js";
import {
  auditExisting
} from "./chunk-JFZMIUW3.js";
import "./chunk-J65IGW3C.js";
import "./chunk-AZ4NMQGB.js";
import "./chunk-DSJQMWFX.js";
import "./chunk-7ZNDVG55.js";
import "./chunk-5G2ENKUY.js";
import "./chunk-3AHXOIDF.js";
import "./chunk-YBEHDBDE.js";
import "./chunk-QWE4LJPZ.js";
import "./chunk-4Y447LUC.js";
import "./chunk-ZFQAWAVQ.js";
import "./chunk-PQM6PUSA.js";
import "./chunk-D7BS742Q.js";
import "./chunk-OJCESHJP.js";
import "./chunk-ROV2ADHM.js";
import "./chunk-SNCEHIUD.js";
import "./chunk-HO2X7KDN.js";
import "./chunk-ER4I6IAB.js";
import "./chunk-CNPCB4CN.js";
import "./chunk-NAKMTSMG.js";
import "./chunk-HB5ZGLCK.js";
import "./chunk-EYEPROUW.js";
import "./chunk-GHB6ORZY.js";
import "./chunk-LRL7OVBH.js";
import "./chunk-3BT4K2KX.js";
import "./chunk-6MT5LYOK.js";
import "./chunk-WFZDG4J6.js";
import "./chunk-NBSSOJIC.js";
import "./chunk-53VACBTN.js";
import "./chunk-F5RMP2VC.js";
import "./chunk-WHHF6IZB.js";
import "./chunk-B5J4NNO2.js";
import "./chunk-YNLPOWBW.js";
import "./chunk-JVLJLPS6.js";
import "./chunk-FXEMV6M7.js";
import "./chunk-BZ5MPCKK.js";
import "./chunk-4B3X5ZIL.js";
import "./chunk-5YLZBCQB.js";
import "./chunk-7ZPLETBH.js";

// src/commands/compare.ts
function compareCommand(paths, request, output, world) {
  return auditWhatExists("compare", request, output, world, (host) => auditExisting(paths, request.policy, host));
}
export {
  compareCommand
};
