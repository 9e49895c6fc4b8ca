import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);

// src/formats/codecs/breath.ts
import { setImmediate } from "node:timers/promises";
var workMs = 50;
function startBreathing() {
  let since = performance.now();
  return () => {
    if (performance.now() - since < workMs) return void 0;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}

export {
  startBreathing
};
