import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  consoleFor
} from "./chunk-GWEBQSH4.js";
import {
  cancellationSource
} from "./chunk-JFZMIUW3.js";
import {
  deliver,
  namesCheckpoints
} from "./chunk-SNCEHIUD.js";
import {
  hostForExisting
} from "./chunk-HO2X7KDN.js";

// src/commands/audit-what-exists.ts
async function auditWhatExists(subject, request, output, world, audit) {
  const console = consoleFor(output, world);
  try {
    const { origins } = request;
    const basis = { subject, origins, listener: console.listener, cancellation: cancellationSource() };
    const keepsReport = (origins["report-dir"] ?? "default") !== "default";
    const identifiesBest = keepsReport || namesCheckpoints(output.format);
    const report = await audit(hostForExisting(basis, identifiesBest, world));
    if (keepsReport) {
      const { writeReport } = await import("./write-report-443VK2MF.js");
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
