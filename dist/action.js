import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  failureOf
} from "./chunks/chunk-5AX62DI4.js";
import {
  actionCommand,
  reportFailure
} from "./chunks/chunk-ZAITEKVC.js";
import "./chunks/chunk-QUCITRCZ.js";
import "./chunks/chunk-ITZLMZD7.js";
import "./chunks/chunk-3AHXOIDF.js";
import "./chunks/chunk-7ODCFXG6.js";
import "./chunks/chunk-UZ3TRT34.js";
import "./chunks/chunk-YF22A5XG.js";
import {
  thisProcess
} from "./chunks/chunk-5YBBCHS6.js";
import "./chunks/chunk-PUSK2E4F.js";
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
