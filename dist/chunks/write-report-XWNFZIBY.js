import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  writeReport
} from "./chunk-WRT5SARR.js";
import "./chunk-LRL7OVBH.js";
import "./chunk-2XHJRV66.js";
import "./chunk-IE2AWREK.js";
import "./chunk-ZN3SLMWW.js";
import "./chunk-4B3X5ZIL.js";
import "./chunk-FZW2C3MZ.js";
import "./chunk-7VT7PKHI.js";
import "./chunk-B5J4NNO2.js";
import "./chunk-7ZPLETBH.js";
export {
  writeReport
};
