import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  deliver
} from "./chunk-6C6ZUI5G.js";
import {
  auditExisting,
  cancellationSource,
  writeReport
} from "./chunk-QUCITRCZ.js";
import {
  consoleMode,
  openConsole
} from "./chunk-ITZLMZD7.js";
import "./chunk-3AHXOIDF.js";
import "./chunk-UZ3TRT34.js";
import {
  hostForExisting,
  nowMs
} from "./chunk-5YBBCHS6.js";
import "./chunk-PUSK2E4F.js";
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
