import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  wantsColor
} from "./chunk-HO2X7KDN.js";
import {
  reporters,
  sealText,
  seals
} from "./chunk-NAKMTSMG.js";
import {
  writeFileAtomically
} from "./chunk-LRL7OVBH.js";
import {
  InputProblem
} from "./chunk-B5J4NNO2.js";

// src/commands/deliver.ts
var formats = [...reporters, ...seals].map(({ id }) => id);
function namesCheckpoints(format) {
  return seals.some(({ id }) => id === format);
}
async function deliver(report, output, console, world) {
  const text = rendered(report, output, world);
  const whole = text.endsWith("\n") ? text : `${text}
`;
  if (output.outputFile === null) await console.print(whole);
  else await writeFileAtomically(output.outputFile, whole);
}
function rendered(report, { format, outputFile, color, verbose }, world) {
  const seal = seals.find((one) => one.id === format);
  if (seal !== void 0) return sealText(seal, report);
  const reporter = reporters.find((one) => one.id === format);
  if (reporter === void 0) {
    throw new InputProblem("UNKNOWN_FORMAT", `There is no reporter "${format}".`, {
      remedy: `Use one of ${formats.join(", ")}.`
    });
  }
  const toFile = outputFile !== null;
  return reporter.render(report, {
    color: !toFile && wantsColor(color, world.stdout, world.environment),
    columns: toFile ? 100 : Math.min(world.stdout.columns ?? 100, 120),
    verbose
  });
}

export {
  formats,
  namesCheckpoints,
  deliver
};
