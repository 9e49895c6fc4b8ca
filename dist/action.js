import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  failureOf
} from "./chunks/chunk-DDQO5PJ4.js";
import {
  actionCommand,
  reportFailure
} from "./chunks/chunk-IM6NPCTC.js";
import "./chunks/chunk-BSZVKHHH.js";
import "./chunks/chunk-UHVMHQI4.js";
import "./chunks/chunk-VATKIMMY.js";
import "./chunks/chunk-3AHXOIDF.js";
import "./chunks/chunk-EED3KUKS.js";
import "./chunks/chunk-LRL7OVBH.js";
import "./chunks/chunk-5UCVPSX7.js";
import "./chunks/chunk-SNP7W76R.js";
import "./chunks/chunk-FTH2SOHA.js";
import "./chunks/chunk-KAMVBV5H.js";
import {
  thisProcess
} from "./chunks/chunk-WHFFYXFM.js";
import "./chunks/chunk-3A2CYYEL.js";
import "./chunks/chunk-FZW2C3MZ.js";
import "./chunks/chunk-7TKE6JV3.js";
import "./chunks/chunk-6PU6O3IH.js";
import "./chunks/chunk-4B3X5ZIL.js";
import "./chunks/chunk-I7TI4JTI.js";
import "./chunks/chunk-7VT7PKHI.js";
import "./chunks/chunk-UE43SUCS.js";
import "./chunks/chunk-F5RMP2VC.js";
import "./chunks/chunk-WHHF6IZB.js";
import "./chunks/chunk-QHDEPCB6.js";
import "./chunks/chunk-CZCDMZ4U.js";
import "./chunks/chunk-PQM6PUSA.js";
import "./chunks/chunk-D7BS742Q.js";
import "./chunks/chunk-OJCESHJP.js";
import "./chunks/chunk-ROV2ADHM.js";
import "./chunks/chunk-B5J4NNO2.js";
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
