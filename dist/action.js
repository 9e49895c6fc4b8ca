import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  failureOf
} from "./chunks/chunk-WCC7JGEI.js";
import {
  actionCommand,
  reportFailure
} from "./chunks/chunk-MHI542SE.js";
import "./chunks/chunk-2HPQIL27.js";
import "./chunks/chunk-JFZMIUW3.js";
import "./chunks/chunk-J65IGW3C.js";
import "./chunks/chunk-AZ4NMQGB.js";
import "./chunks/chunk-DSJQMWFX.js";
import "./chunks/chunk-7ZNDVG55.js";
import "./chunks/chunk-5G2ENKUY.js";
import "./chunks/chunk-3AHXOIDF.js";
import "./chunks/chunk-YBEHDBDE.js";
import "./chunks/chunk-QWE4LJPZ.js";
import "./chunks/chunk-4Y447LUC.js";
import "./chunks/chunk-ZFQAWAVQ.js";
import "./chunks/chunk-PQM6PUSA.js";
import "./chunks/chunk-D7BS742Q.js";
import "./chunks/chunk-OJCESHJP.js";
import "./chunks/chunk-ROV2ADHM.js";
import "./chunks/chunk-5MS2Y2XA.js";
import "./chunks/chunk-TXW7MM4N.js";
import "./chunks/chunk-AZF3MM6N.js";
import "./chunks/chunk-QOB774MD.js";
import "./chunks/chunk-SNCEHIUD.js";
import {
  thisProcess
} from "./chunks/chunk-HO2X7KDN.js";
import "./chunks/chunk-ER4I6IAB.js";
import "./chunks/chunk-CNPCB4CN.js";
import "./chunks/chunk-NAKMTSMG.js";
import "./chunks/chunk-HB5ZGLCK.js";
import "./chunks/chunk-EYEPROUW.js";
import "./chunks/chunk-GHB6ORZY.js";
import "./chunks/chunk-LRL7OVBH.js";
import "./chunks/chunk-3BT4K2KX.js";
import "./chunks/chunk-6MT5LYOK.js";
import "./chunks/chunk-WFZDG4J6.js";
import "./chunks/chunk-NBSSOJIC.js";
import "./chunks/chunk-53VACBTN.js";
import "./chunks/chunk-UE43SUCS.js";
import "./chunks/chunk-F5RMP2VC.js";
import "./chunks/chunk-WHHF6IZB.js";
import "./chunks/chunk-PPUI4WL6.js";
import "./chunks/chunk-B5J4NNO2.js";
import "./chunks/chunk-DPIMJBII.js";
import "./chunks/chunk-YNLPOWBW.js";
import "./chunks/chunk-JVLJLPS6.js";
import "./chunks/chunk-FXEMV6M7.js";
import "./chunks/chunk-BZ5MPCKK.js";
import "./chunks/chunk-4B3X5ZIL.js";
import "./chunks/chunk-5YLZBCQB.js";
import "./chunks/chunk-7ZPLETBH.js";

// src/action.ts
try {
  process.exitCode = await actionCommand(thisProcess());
} catch (error) {
  const failure = failureOf(error);
  process.exitCode = failure.exitCode;
  const core = await import("./chunks/core-XPYKE6EJ.js");
  core.error(failure.text, { title: "train-twice" });
  await reportFailure(failure.exitCode, failure.text);
}
