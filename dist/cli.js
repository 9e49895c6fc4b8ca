#!/usr/bin/env node
import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  parseCommandLine
} from "./chunks/chunk-UUQQECXC.js";
import {
  failureOf
} from "./chunks/chunk-DDQO5PJ4.js";
import {
  configHost
} from "./chunks/chunk-5UCVPSX7.js";
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
import {
  printTo
} from "./chunks/chunk-I7TI4JTI.js";
import "./chunks/chunk-7VT7PKHI.js";
import "./chunks/chunk-UE43SUCS.js";
import "./chunks/chunk-F5RMP2VC.js";
import "./chunks/chunk-WHHF6IZB.js";
import "./chunks/chunk-QHDEPCB6.js";
import "./chunks/chunk-CZCDMZ4U.js";
import "./chunks/chunk-B5J4NNO2.js";
import "./chunks/chunk-7ZPLETBH.js";

// src/commands/tune-engine.ts
import { setFlagsFromString } from "node:v8";
function tuneEngine(v8Version = process.versions.v8) {
  if (!v8Version.startsWith("11.")) return false;
  setFlagsFromString("--interrupt-budget=1000000");
  return true;
}

// src/cli.ts
async function main(argv, world) {
  const invocation = await parseCommandLine(argv, configHost(world));
  switch (invocation.kind) {
    case "run":
      return (await import("./chunks/run-JJL6DHU2.js")).runCommand(invocation.request, invocation.output, world);
    case "compare":
      return (await import("./chunks/compare-EEDTQFA6.js")).compareCommand(
        invocation.paths,
        invocation.request,
        invocation.output,
        world
      );
    case "fingerprint":
      return (await import("./chunks/fingerprint-NAVCITVZ.js")).fingerprintCommand(
        invocation.path,
        invocation.json,
        invocation.output,
        world
      );
    case "explain":
      return (await import("./chunks/explain-WPPHLXFG.js")).explainCommand(invocation.id, world);
    case "demo":
      return (await import("./chunks/demo-KKQMSM4N.js")).demoCommand(invocation.keep, invocation.output, world);
    case "help":
    case "version":
      await printTo(world.stdout, invocation.text.endsWith("\n") ? invocation.text : `${invocation.text}
`);
      return 0;
    default:
      invocation;
      return 70;
  }
}
tuneEngine();
try {
  process.exitCode = await main(process.argv.slice(2), thisProcess());
} catch (error) {
  const failure = failureOf(error);
  process.stderr.write(`train-twice: ${failure.text}
`);
  process.exitCode = failure.exitCode;
}
