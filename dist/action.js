import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  failureOf
} from "./chunks/chunk-EDTHRQHU.js";
import {
  actionCommand,
  reportFailure
} from "./chunks/chunk-4JXROSPB.js";
import {
  thisProcess
} from "./chunks/chunk-MNJSO5XZ.js";
import "./chunks/chunk-S3CL7EUZ.js";
import "./chunks/chunk-KTXJ6UXU.js";
import "./chunks/chunk-UE43SUCS.js";
import "./chunks/chunk-F5RMP2VC.js";
import "./chunks/chunk-WHHF6IZB.js";
import "./chunks/chunk-CFMRHE6P.js";
import "./chunks/chunk-B5J4NNO2.js";
import "./chunks/chunk-CZCDMZ4U.js";
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
