import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  failureOf
} from "./chunks/chunk-FV3ODOCX.js";
import {
  actionCommand,
  reportFailure
} from "./chunks/chunk-XOL4LERE.js";
import "./chunks/chunk-7RX5727U.js";
import "./chunks/chunk-LE3YQZHA.js";
import "./chunks/chunk-TFGQA5VO.js";
import "./chunks/chunk-EED3KUKS.js";
import "./chunks/chunk-XRIYOEQF.js";
import "./chunks/chunk-3AHXOIDF.js";
import "./chunks/chunk-LRL7OVBH.js";
import "./chunks/chunk-7YCTADI4.js";
import "./chunks/chunk-J4AQMPEP.js";
import "./chunks/chunk-KKZVPPEX.js";
import "./chunks/chunk-QOB774MD.js";
import {
  thisProcess
} from "./chunks/chunk-WHFFYXFM.js";
import "./chunks/chunk-I7TI4JTI.js";
import "./chunks/chunk-CNPCB4CN.js";
import "./chunks/chunk-DEWNT2AE.js";
import "./chunks/chunk-FZW2C3MZ.js";
import "./chunks/chunk-4FORKT6V.js";
import "./chunks/chunk-GHB6ORZY.js";
import "./chunks/chunk-53VACBTN.js";
import "./chunks/chunk-4B3X5ZIL.js";
import "./chunks/chunk-6MT5LYOK.js";
import "./chunks/chunk-7VT7PKHI.js";
import "./chunks/chunk-UE43SUCS.js";
import "./chunks/chunk-F5RMP2VC.js";
import "./chunks/chunk-WHHF6IZB.js";
import "./chunks/chunk-JOK75NF6.js";
import "./chunks/chunk-DPIMJBII.js";
import "./chunks/chunk-PQM6PUSA.js";
import "./chunks/chunk-WYNFBJOV.js";
import "./chunks/chunk-FKBIZTSJ.js";
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
