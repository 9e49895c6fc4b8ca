import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  failureOf
} from "./chunks/chunk-DDQO5PJ4.js";
import {
  actionCommand,
  reportFailure
} from "./chunks/chunk-MSPXJSSU.js";
import "./chunks/chunk-7IPIO5DJ.js";
import "./chunks/chunk-WXBW3IFW.js";
import "./chunks/chunk-OH5UAFTV.js";
import "./chunks/chunk-76KNRYBO.js";
import "./chunks/chunk-LRL7OVBH.js";
import "./chunks/chunk-QWE4LJPZ.js";
import "./chunks/chunk-WYNFBJOV.js";
import "./chunks/chunk-3C3PNR2K.js";
import "./chunks/chunk-OJCESHJP.js";
import "./chunks/chunk-3AHXOIDF.js";
import "./chunks/chunk-PQM6PUSA.js";
import "./chunks/chunk-ROV2ADHM.js";
import "./chunks/chunk-LQOLLXL2.js";
import "./chunks/chunk-I3YCHCWK.js";
import "./chunks/chunk-M32WKMFR.js";
import "./chunks/chunk-SPF6ZR5Z.js";
import {
  thisProcess
} from "./chunks/chunk-YWM4KT4H.js";
import "./chunks/chunk-FZW2C3MZ.js";
import "./chunks/chunk-GRNKUFHM.js";
import "./chunks/chunk-GHB6ORZY.js";
import "./chunks/chunk-HUCVO5NX.js";
import "./chunks/chunk-I7TI4JTI.js";
import "./chunks/chunk-KT33HQ5V.js";
import "./chunks/chunk-NBSSOJIC.js";
import "./chunks/chunk-QOB774MD.js";
import "./chunks/chunk-CNPCB4CN.js";
import "./chunks/chunk-6MT5LYOK.js";
import "./chunks/chunk-UE43SUCS.js";
import "./chunks/chunk-F5RMP2VC.js";
import "./chunks/chunk-WHHF6IZB.js";
import "./chunks/chunk-2FVOLX7F.js";
import "./chunks/chunk-B5J4NNO2.js";
import "./chunks/chunk-DPIMJBII.js";
import "./chunks/chunk-CJQ4OKP5.js";
import "./chunks/chunk-SMCQJRDH.js";
import "./chunks/chunk-JVLJLPS6.js";
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
