import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  deliver
} from "./chunk-MD5X3HWH.js";
import {
  auditExisting,
  cancellationSource,
  writeReport
} from "./chunk-U6MOQ3DT.js";
import {
  consoleMode,
  openConsole
} from "./chunk-VGFDMQKO.js";
import "./chunk-3AHXOIDF.js";
import "./chunk-EED3KUKS.js";
import "./chunk-IB7PAELN.js";
import {
  hostForExisting,
  nowMs
} from "./chunk-LHVSTRHF.js";
import "./chunk-3A2CYYEL.js";
import "./chunk-R2CHAMNU.js";
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
    if ((request.origins["report-dir"] ?? "default") !== "default") await writeReport(report, request.publish);
    await deliver(report, output, console, world);
    return report.judgement.exitCode;
  } finally {
    console.close();
  }
}
export {
  compareCommand
};
