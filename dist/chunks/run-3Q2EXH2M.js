import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  deliver
} from "./chunk-T5WTDUWR.js";
import {
  writeReport
} from "./chunk-3WPGE6WD.js";
import {
  auditTraining,
  watchSignals
} from "./chunk-GSOGIYAV.js";
import {
  consoleMode,
  openConsole
} from "./chunk-DQ6XY2SI.js";
import "./chunk-3AHXOIDF.js";
import "./chunk-EED3KUKS.js";
import "./chunk-LRL7OVBH.js";
import "./chunk-2ZNDPCTN.js";
import "./chunk-FBFDKUHI.js";
import "./chunk-ZN3SLMWW.js";
import "./chunk-4B3X5ZIL.js";
import {
  hostForTraining,
  nowMs
} from "./chunk-WHFFYXFM.js";
import "./chunk-I7TI4JTI.js";
import "./chunk-CNPCB4CN.js";
import "./chunk-FZW2C3MZ.js";
import "./chunk-GHB6ORZY.js";
import "./chunk-6MT5LYOK.js";
import "./chunk-7VT7PKHI.js";
import "./chunk-F5RMP2VC.js";
import "./chunk-WHHF6IZB.js";
import "./chunk-PQM6PUSA.js";
import "./chunk-D7BS742Q.js";
import "./chunk-OJCESHJP.js";
import "./chunk-ROV2ADHM.js";
import "./chunk-B5J4NNO2.js";
import "./chunk-7ZPLETBH.js";

// src/commands/run.ts
async function runCommand(request, output, world) {
  const cancellation = watchSignals();
  const console = openConsole({
    stdout: world.stdout,
    stderr: world.stderr,
    mode: consoleMode(world.stderr, world.environment, output.quiet),
    verbose: output.verbose,
    nowMs
  });
  try {
    const basis = { subject: "run", origins: request.origins, listener: console.listener, cancellation };
    const host = hostForTraining(basis, request.training.workingDirectory, world);
    const report = await auditTraining(request, host);
    const written = await writeReport(report, request.publish).catch(async (problem) => {
      await deliver(report, output, console, world);
      throw problem;
    });
    await deliver(report, output, console, world);
    if (!output.quiet) console.note(`The report lies in ${written.reportDir}`);
    return report.judgement.exitCode;
  } finally {
    console.close();
    cancellation.stop();
  }
}
export {
  runCommand
};
