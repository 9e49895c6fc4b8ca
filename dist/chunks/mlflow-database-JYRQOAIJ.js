import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  isMlflowDatabase,
  readExperiments,
  readMetrics,
  readModels,
  readParameters,
  readRuns
} from "./chunk-ZCBWIKAU.js";
import "./chunk-B32HKWQC.js";
import "./chunk-B5J4NNO2.js";
import "./chunk-5YLZBCQB.js";
import "./chunk-7ZPLETBH.js";
export {
  isMlflowDatabase,
  readExperiments,
  readMetrics,
  readModels,
  readParameters,
  readRuns
};
