#!/usr/bin/env node
import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  parseCommandLine
} from "./chunks/chunk-XOT4R5GR.js";
import {
  failureOf
} from "./chunks/chunk-5AX62DI4.js";
import {
  configHost
} from "./chunks/chunk-7ODCFXG6.js";
import "./chunks/chunk-UZ3TRT34.js";
import "./chunks/chunk-YF22A5XG.js";
import {
  thisProcess
} from "./chunks/chunk-5YBBCHS6.js";
import "./chunks/chunk-PUSK2E4F.js";
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
      return (await import("./chunks/run-GOUY7YOV.js")).runCommand(invocation.request, invocation.output, world);
    case "compare":
      return (await import("./chunks/compare-YFRIWYIL.js")).compareCommand(
        invocation.paths,
        invocation.request,
        invocation.output,
        world
      );
    case "fingerprint":
      return (await import("./chunks/fingerprint-FV5BSUVX.js")).fingerprintCommand(
        invocation.path,
        invocation.json,
        invocation.output,
        world
      );
    case "explain":
      return (await import("./chunks/explain-M6OJI7VY.js")).explainCommand(invocation.id, world);
    case "demo":
      return (await import("./chunks/demo-3EMNVUIF.js")).demoCommand(invocation.keep, invocation.output, world);
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
