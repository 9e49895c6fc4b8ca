import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  consoleMode,
  nowMs,
  openConsole
} from "./chunk-HO2X7KDN.js";

// src/commands/console-for.ts
function consoleFor({ quiet, verbose }, { stdout, stderr, environment }) {
  return openConsole({ stdout, stderr, mode: consoleMode(stderr, environment, quiet), verbose, nowMs });
}

export {
  consoleFor
};
