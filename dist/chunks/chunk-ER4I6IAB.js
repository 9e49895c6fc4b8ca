import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  PublishProblem
} from "./chunk-B5J4NNO2.js";

// src/publish/print-to.ts
var surviving = /* @__PURE__ */ new WeakSet();
function surviveBreaks(stream) {
  if (surviving.has(stream)) return;
  surviving.add(stream);
  stream.on("error", () => {
  });
}
function printTo(stream, text) {
  surviveBreaks(stream);
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      const code = error && "code" in error ? error.code : null;
      if (!error || code === "EPIPE" || code === "ERR_STREAM_DESTROYED") resolve();
      else
        reject(
          new PublishProblem("WRITE_FAILED", `The result could not be printed: ${error.message}.`, {
            remedy: "Free some space where stdout leads to, or name a file on another disk with --output.",
            cause: error
          })
        );
    });
  });
}

export {
  surviveBreaks,
  printTo
};
