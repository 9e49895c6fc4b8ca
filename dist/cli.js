#!/usr/bin/env node
import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  parseCommandLine
} from "./chunks/chunk-5YQJ5XMZ.js";
import {
  failureOf
} from "./chunks/chunk-FV3ODOCX.js";
import {
  configHost
} from "./chunks/chunk-4GMHWTEG.js";
import "./chunks/chunk-SPF6ZR5Z.js";
import "./chunks/chunk-HUCVO5NX.js";
import "./chunks/chunk-QOB774MD.js";
import {
  thisProcess
} from "./chunks/chunk-YWM4KT4H.js";
import {
  printTo
} from "./chunks/chunk-I7TI4JTI.js";
import "./chunks/chunk-CNPCB4CN.js";
import "./chunks/chunk-WXPPQZAZ.js";
import "./chunks/chunk-FZW2C3MZ.js";
import "./chunks/chunk-4OUPX2SB.js";
import "./chunks/chunk-GHB6ORZY.js";
import "./chunks/chunk-6MT5LYOK.js";
import "./chunks/chunk-WFZDG4J6.js";
import "./chunks/chunk-NBSSOJIC.js";
import "./chunks/chunk-53VACBTN.js";
import "./chunks/chunk-UE43SUCS.js";
import "./chunks/chunk-F5RMP2VC.js";
import "./chunks/chunk-WHHF6IZB.js";
import "./chunks/chunk-2FVOLX7F.js";
import "./chunks/chunk-B5J4NNO2.js";
import "./chunks/chunk-DPIMJBII.js";
import "./chunks/chunk-BZ5MPCKK.js";
import "./chunks/chunk-4B3X5ZIL.js";
import "./chunks/chunk-7VT7PKHI.js";
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
      return (await import("./chunks/run-Z3Y6YYMU.js")).runCommand(invocation.request, invocation.output, world);
    case "compare":
      return (await import("./chunks/compare-KK7Q3HQF.js")).compareCommand(
        invocation.paths,
        invocation.request,
        invocation.output,
        world
      );
    case "check":
      return (await import("./chunks/check-Z7DCUNNF.js")).checkCommand(
        invocation.path,
        invocation.request,
        invocation.output,
        world
      );
    case "fingerprint":
      return (await import("./chunks/fingerprint-EAQHSPBD.js")).fingerprintCommand(
        invocation.path,
        invocation.json,
        invocation.output,
        world
      );
    case "explain":
      return (await import("./chunks/explain-7ISHNHXY.js")).explainCommand(invocation.id, world);
    case "init":
      return (await import("./chunks/init-6HF73MUX.js")).initCommand(invocation.force, world);
    case "demo":
      return (await import("./chunks/demo-3BAXTYEK.js")).demoCommand(invocation.keep, invocation.output, world);
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
