import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  writeReport
} from "./chunk-2HPQIL27.js";
import "./chunk-NAKMTSMG.js";
import "./chunk-HB5ZGLCK.js";
import "./chunk-EYEPROUW.js";
import "./chunk-GHB6ORZY.js";
import "./chunk-LRL7OVBH.js";
import "./chunk-3BT4K2KX.js";
import "./chunk-6MT5LYOK.js";
import "./chunk-WFZDG4J6.js";
import "./chunk-NBSSOJIC.js";
import "./chunk-53VACBTN.js";
import "./chunk-F5RMP2VC.js";
import "./chunk-WHHF6IZB.js";
import "./chunk-B5J4NNO2.js";
import "./chunk-BZ5MPCKK.js";
import "./chunk-4B3X5ZIL.js";
import "./chunk-5YLZBCQB.js";
import "./chunk-7ZPLETBH.js";
export {
  writeReport
};
