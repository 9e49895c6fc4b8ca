#!/usr/bin/env node
import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  parseCommandLine
} from "./chunks/chunk-TZYUJP57.js";
import {
  failureOf
} from "./chunks/chunk-FV3ODOCX.js";
import {
  configHost
} from "./chunks/chunk-7YCTADI4.js";
import "./chunks/chunk-J4AQMPEP.js";
import "./chunks/chunk-KKZVPPEX.js";
import "./chunks/chunk-QOB774MD.js";
import {
  thisProcess
} from "./chunks/chunk-WHFFYXFM.js";
import {
  printTo
} from "./chunks/chunk-I7TI4JTI.js";
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
      return (await import("./chunks/run-RYPWAP3O.js")).runCommand(invocation.request, invocation.output, world);
    case "compare":
      return (await import("./chunks/compare-7PJR4H44.js")).compareCommand(
        invocation.paths,
        invocation.request,
        invocation.output,
        world
      );
    case "check":
      return (await import("./chunks/check-ZFCOWGMV.js")).checkCommand(
        invocation.path,
        invocation.request,
        invocation.output,
        world
      );
    case "fingerprint":
      return (await import("./chunks/fingerprint-UBFYKHVM.js")).fingerprintCommand(
        invocation.path,
        invocation.json,
        invocation.output,
        world
      );
    case "explain":
      return (await import("./chunks/explain-VPQVDST5.js")).explainCommand(invocation.id, world);
    case "init":
      return (await import("./chunks/init-YDBDMZDI.js")).initCommand(invocation.force, world);
    case "demo":
      return (await import("./chunks/demo-6K5O7HS2.js")).demoCommand(invocation.keep, invocation.output, world);
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
