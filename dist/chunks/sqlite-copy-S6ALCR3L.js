import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  isSqlite,
  plainTable,
  sqliteProblem,
  sqliteUnavailable,
  withDatabase
} from "./chunk-ECJ2ZHTJ.js";
import "./chunk-B5J4NNO2.js";
import "./chunk-7VT7PKHI.js";
import "./chunk-7ZPLETBH.js";
export {
  isSqlite,
  plainTable,
  sqliteProblem,
  sqliteUnavailable,
  withDatabase
};
