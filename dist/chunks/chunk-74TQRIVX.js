import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  wantsColor
} from "./chunk-OCISJFQC.js";
import {
  writeFileAtomically
} from "./chunk-LRL7OVBH.js";
import {
  reporters
} from "./chunk-WXPPQZAZ.js";
import {
  InputProblem
} from "./chunk-B5J4NNO2.js";

// src/commands/deliver.ts
async function deliver(report, output, console, world) {
  const reporter = reporters.find((one) => one.id === output.format);
  if (reporter === void 0) {
    throw new InputProblem("UNKNOWN_FORMAT", `There is no reporter "${output.format}".`, {
      remedy: `Use one of ${reporters.map((one) => one.id).join(", ")}.`
    });
  }
  const toFile = output.outputFile !== null;
  const text = reporter.render(report, {
    color: !toFile && wantsColor(output.color, world.stdout, world.environment),
    columns: toFile ? 100 : Math.min(world.stdout.columns ?? 100, 120),
    verbose: output.verbose
  });
  const whole = text.endsWith("\n") ? text : `${text}
`;
  if (output.outputFile === null) await console.print(whole);
  else await writeFileAtomically(output.outputFile, whole);
}

export {
  deliver
};
