import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  failureOf
} from "./chunks/chunk-FV3ODOCX.js";
import {
  actionCommand,
  reportFailure
} from "./chunks/chunk-XEW6VR26.js";
import "./chunks/chunk-YZPRGMSU.js";
import "./chunks/chunk-E5KLGAB7.js";
import "./chunks/chunk-OCISJFQC.js";
import "./chunks/chunk-JM3PEMPH.js";
import "./chunks/chunk-LQOLLXL2.js";
import "./chunks/chunk-PXQPFF5D.js";
import "./chunks/chunk-5G2ENKUY.js";
import "./chunks/chunk-3AHXOIDF.js";
import "./chunks/chunk-LRL7OVBH.js";
import "./chunks/chunk-2HQCLFRJ.js";
import "./chunks/chunk-QWE4LJPZ.js";
import "./chunks/chunk-4Y447LUC.js";
import "./chunks/chunk-ZFQAWAVQ.js";
import "./chunks/chunk-PQM6PUSA.js";
import "./chunks/chunk-D7BS742Q.js";
import "./chunks/chunk-OJCESHJP.js";
import "./chunks/chunk-ROV2ADHM.js";
import "./chunks/chunk-4GMHWTEG.js";
import "./chunks/chunk-SPF6ZR5Z.js";
import "./chunks/chunk-HUCVO5NX.js";
import "./chunks/chunk-QOB774MD.js";
import {
  thisProcess
} from "./chunks/chunk-YWM4KT4H.js";
import "./chunks/chunk-I7TI4JTI.js";
import "./chunks/chunk-CNPCB4CN.js";
import "./chunks/chunk-WXPPQZAZ.js";
import "./chunks/chunk-FZW2C3MZ.js";
import "./chunks/chunk-4OUPX2SB.js";
import "./chunks/chunk-GHB6ORZY.js";
import "./chunks/chunk-6MT5LYOK.js";
import "./chunks/chunk-WFZDG4J6.js";
import "./chunks/chunk-NBSSOJIC.js";
import "./chunks/chunk-53VACBTN.js";
import "./chunks/chunk-UE43SUCS.js";
import "./chunks/chunk-F5RMP2VC.js";
import "./chunks/chunk-WHHF6IZB.js";
import "./chunks/chunk-2FVOLX7F.js";
import "./chunks/chunk-B5J4NNO2.js";
import "./chunks/chunk-DPIMJBII.js";
import "./chunks/chunk-2H6T3AF5.js";
import "./chunks/chunk-JVLJLPS6.js";
import "./chunks/chunk-SMCQJRDH.js";
import "./chunks/chunk-BZ5MPCKK.js";
import "./chunks/chunk-4B3X5ZIL.js";
import "./chunks/chunk-7VT7PKHI.js";
import "./chunks/chunk-7ZPLETBH.js";

// src/action.ts
try {
  process.exitCode = await actionCommand(thisProcess());
} catch (error) {
  const failure = failureOf(error);
  process.exitCode = failure.exitCode;
  const core = await import("./chunks/core-JU5REOYF.js");
  core.error(failure.text, { title: "train-twice" });
  await reportFailure(failure.exitCode, failure.text);
}
