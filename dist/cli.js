#!/usr/bin/env node
import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  parseCommandLine
} from "./chunks/chunk-372RPLX7.js";
import {
  failureOf
} from "./chunks/chunk-WCC7JGEI.js";
import {
  configHost
} from "./chunks/chunk-5MS2Y2XA.js";
import "./chunks/chunk-TXW7MM4N.js";
import "./chunks/chunk-AZF3MM6N.js";
import "./chunks/chunk-QOB774MD.js";
import "./chunks/chunk-SNCEHIUD.js";
import {
  thisProcess
} from "./chunks/chunk-HO2X7KDN.js";
import {
  printTo
} from "./chunks/chunk-ER4I6IAB.js";
import "./chunks/chunk-CNPCB4CN.js";
import "./chunks/chunk-NAKMTSMG.js";
import "./chunks/chunk-HB5ZGLCK.js";
import "./chunks/chunk-EYEPROUW.js";
import "./chunks/chunk-GHB6ORZY.js";
import "./chunks/chunk-LRL7OVBH.js";
import "./chunks/chunk-3BT4K2KX.js";
import "./chunks/chunk-6MT5LYOK.js";
import "./chunks/chunk-WFZDG4J6.js";
import "./chunks/chunk-NBSSOJIC.js";
import "./chunks/chunk-53VACBTN.js";
import "./chunks/chunk-UE43SUCS.js";
import "./chunks/chunk-F5RMP2VC.js";
import "./chunks/chunk-WHHF6IZB.js";
import "./chunks/chunk-PPUI4WL6.js";
import "./chunks/chunk-B5J4NNO2.js";
import "./chunks/chunk-DPIMJBII.js";
import "./chunks/chunk-BZ5MPCKK.js";
import "./chunks/chunk-4B3X5ZIL.js";
import "./chunks/chunk-5YLZBCQB.js";
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
      return (await import("./chunks/run-AKJ2DBUQ.js")).runCommand(invocation.request, invocation.output, world);
    case "compare":
      return (await import("./chunks/compare-BJHREV44.js")).compareCommand(
        invocation.paths,
        invocation.request,
        invocation.output,
        world
      );
    case "check":
      return (await import("./chunks/check-X4TNC5ZA.js")).checkCommand(
        invocation.path,
        invocation.request,
        invocation.output,
        world
      );
    case "report":
      return (await import("./chunks/report-YRGB7FAK.js")).reportCommand(invocation.path, invocation.output, world);
    case "fingerprint":
      return (await import("./chunks/fingerprint-RQGM3IIO.js")).fingerprintCommand(
        invocation.path,
        invocation.json,
        invocation.output,
        world
      );
    case "explain":
      return (await import("./chunks/explain-FII7RZ2F.js")).explainCommand(invocation.id, world);
    case "init":
      return (await import("./chunks/init-ORCGAEVB.js")).initCommand(invocation.force, world);
    case "demo":
      return (await import("./chunks/demo-XS2LTSXI.js")).demoCommand(invocation.keep, invocation.output, world);
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
