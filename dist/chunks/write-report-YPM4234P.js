import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  writeReport
} from "./chunk-CPLGZY23.js";
import "./chunk-B7FGDA4G.js";
import "./chunk-HB5ZGLCK.js";
import "./chunk-2EZWVQJS.js";
import "./chunk-GHB6ORZY.js";
import "./chunk-LRL7OVBH.js";
import "./chunk-E6RE6XD5.js";
import "./chunk-6MT5LYOK.js";
import "./chunk-WFZDG4J6.js";
import "./chunk-NBSSOJIC.js";
import "./chunk-53VACBTN.js";
import "./chunk-F5RMP2VC.js";
import "./chunk-WHHF6IZB.js";
import "./chunk-B5J4NNO2.js";
import "./chunk-BZ5MPCKK.js";
import "./chunk-4B3X5ZIL.js";
import "./chunk-7VT7PKHI.js";
import "./chunk-7ZPLETBH.js";
export {
  writeReport
};
