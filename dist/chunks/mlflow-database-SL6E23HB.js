import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  isMlflowDatabase,
  readExperiments,
  readMetrics,
  readModels,
  readParameters,
  readRuns
} from "./chunk-47TFGDTB.js";
import "./chunk-ECJ2ZHTJ.js";
import "./chunk-B5J4NNO2.js";
import "./chunk-7VT7PKHI.js";
import "./chunk-7ZPLETBH.js";
export {
  isMlflowDatabase,
  readExperiments,
  readMetrics,
  readModels,
  readParameters,
  readRuns
};
