import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  failureOf
} from "./chunks/chunk-FV3ODOCX.js";
import {
  actionCommand,
  reportFailure
} from "./chunks/chunk-3XXMTQHZ.js";
import "./chunks/chunk-3WPGE6WD.js";
import "./chunks/chunk-GSOGIYAV.js";
import "./chunks/chunk-DQ6XY2SI.js";
import "./chunks/chunk-3AHXOIDF.js";
import "./chunks/chunk-EED3KUKS.js";
import "./chunks/chunk-LRL7OVBH.js";
import "./chunks/chunk-GNYK7CI6.js";
import "./chunks/chunk-QOB774MD.js";
import "./chunks/chunk-2ZNDPCTN.js";
import "./chunks/chunk-FBFDKUHI.js";
import "./chunks/chunk-ZN3SLMWW.js";
import "./chunks/chunk-4B3X5ZIL.js";
import "./chunks/chunk-M4NFTNFL.js";
import {
  thisProcess
} from "./chunks/chunk-WHFFYXFM.js";
import "./chunks/chunk-I7TI4JTI.js";
import "./chunks/chunk-CNPCB4CN.js";
import "./chunks/chunk-FZW2C3MZ.js";
import "./chunks/chunk-GHB6ORZY.js";
import "./chunks/chunk-6MT5LYOK.js";
import "./chunks/chunk-7VT7PKHI.js";
import "./chunks/chunk-UE43SUCS.js";
import "./chunks/chunk-F5RMP2VC.js";
import "./chunks/chunk-WHHF6IZB.js";
import "./chunks/chunk-5NS65A4B.js";
import "./chunks/chunk-DPIMJBII.js";
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
