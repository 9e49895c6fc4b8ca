import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  isSqlite,
  plainTable,
  sqliteProblem,
  sqliteUnavailable,
  withDatabase
} from "./chunk-B32HKWQC.js";
import "./chunk-B5J4NNO2.js";
import "./chunk-5YLZBCQB.js";
import "./chunk-7ZPLETBH.js";
export {
  isSqlite,
  plainTable,
  sqliteProblem,
  sqliteUnavailable,
  withDatabase
};
