import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  deliver
} from "./chunk-74TQRIVX.js";
import {
  cancellationSource
} from "./chunk-E5KLGAB7.js";
import {
  consoleMode,
  openConsole
} from "./chunk-OCISJFQC.js";
import {
  hostForExisting,
  nowMs
} from "./chunk-YWM4KT4H.js";

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
    const report = await audit(hostForExisting(basis, world));
    if ((origins["report-dir"] ?? "default") !== "default") {
      const { writeReport } = await import("./write-report-KQLC73HO.js");
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
