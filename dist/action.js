import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  failureOf
} from "./chunks/chunk-5AX62DI4.js";
import {
  actionCommand,
  reportFailure
} from "./chunks/chunk-NFDPUCP3.js";
import "./chunks/chunk-N5JHAVQQ.js";
import "./chunks/chunk-34QUSAJA.js";
import "./chunks/chunk-3AHXOIDF.js";
import "./chunks/chunk-J5IEHOQM.js";
import "./chunks/chunk-OVXR52CJ.js";
import "./chunks/chunk-A63UWRM7.js";
import {
  thisProcess
} from "./chunks/chunk-5YBBCHS6.js";
import "./chunks/chunk-ASG25XBJ.js";
import "./chunks/chunk-I7TI4JTI.js";
import "./chunks/chunk-7VT7PKHI.js";
import "./chunks/chunk-UE43SUCS.js";
import "./chunks/chunk-F5RMP2VC.js";
import "./chunks/chunk-WHHF6IZB.js";
import "./chunks/chunk-TRMBWC7O.js";
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
