import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  parseYaml
} from "./chunk-DKZC3ZM6.js";
import "./chunk-ROV2ADHM.js";
import "./chunk-KTXJ6UXU.js";
import "./chunk-B5J4NNO2.js";
import "./chunk-7ZPLETBH.js";
export {
  parseYaml
};
