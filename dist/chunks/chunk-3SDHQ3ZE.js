import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  cancellationSource
} from "./chunk-EYRTBNXS.js";
import {
  deliver,
  namesCheckpoints
} from "./chunk-FOTZT2GI.js";
import {
  consoleMode,
  hostForExisting,
  nowMs,
  openConsole
} from "./chunk-HO2X7KDN.js";

// src/commands/audit-what-exists.ts
async function auditWhatExists(subject, request, output, world, audit) {
  const console = openConsole({
    stdout: world.stdout,
    stderr: world.stderr,
    mode: consoleMode(world.stderr, world.environment, output.quiet),
    verbose: output.verbose,
    nowMs
  });
  try {
    const { origins } = request;
    const basis = { subject, origins, listener: console.listener, cancellation: cancellationSource() };
    const keepsReport = (origins["report-dir"] ?? "default") !== "default";
    const identifiesBest = keepsReport || namesCheckpoints(output.format);
    const report = await audit(hostForExisting(basis, identifiesBest, world));
    if (keepsReport) {
      const { writeReport } = await import("./write-report-5UZ3VV2Z.js");
      await writeReport(report, request.publish);
    }
    await deliver(report, output, console, world);
    return report.judgement.exitCode;
  } finally {
    console.close();
  }
}

export {
  auditWhatExists
};
