import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  deliver
} from "./chunk-KFYPICKE.js";
import {
  auditExisting,
  cancellationSource
} from "./chunk-UHVMHQI4.js";
import {
  consoleMode,
  openConsole
} from "./chunk-VATKIMMY.js";
import "./chunk-3AHXOIDF.js";
import "./chunk-EED3KUKS.js";
import "./chunk-LRL7OVBH.js";
import "./chunk-FTH2SOHA.js";
import {
  hostForExisting,
  nowMs
} from "./chunk-WHFFYXFM.js";
import "./chunk-3A2CYYEL.js";
import "./chunk-FZW2C3MZ.js";
import "./chunk-7TKE6JV3.js";
import "./chunk-6PU6O3IH.js";
import "./chunk-4B3X5ZIL.js";
import "./chunk-I7TI4JTI.js";
import "./chunk-7VT7PKHI.js";
import "./chunk-F5RMP2VC.js";
import "./chunk-WHHF6IZB.js";
import "./chunk-PQM6PUSA.js";
import "./chunk-D7BS742Q.js";
import "./chunk-OJCESHJP.js";
import "./chunk-ROV2ADHM.js";
import "./chunk-B5J4NNO2.js";
import "./chunk-7ZPLETBH.js";

// src/commands/compare.ts
async function compareCommand(paths, request, output, world) {
  const console = openConsole({
    stdout: world.stdout,
    stderr: world.stderr,
    mode: consoleMode(world.stderr, world.environment, output.quiet),
    verbose: output.verbose,
    nowMs
  });
  try {
    const cancellation = cancellationSource();
    const host = hostForExisting(
      { subject: "compare", origins: request.origins, listener: console.listener, cancellation },
      world
    );
    const report = await auditExisting(paths, request.policy, host);
    if ((request.origins["report-dir"] ?? "default") !== "default") {
      const { writeReport } = await import("./write-report-MTU3CMTW.js");
      await writeReport(report, request.publish);
    }
    await deliver(report, output, console, world);
    return report.judgement.exitCode;
  } finally {
    console.close();
  }
}
export {
  compareCommand
};
