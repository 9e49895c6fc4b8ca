import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  context,
  getOctokit
} from "./chunk-NUBAZILQ.js";
import "./chunk-I7VIFQJD.js";
import "./chunk-7ZPLETBH.js";
export {
  context,
  getOctokit
};
