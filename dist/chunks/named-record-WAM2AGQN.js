import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  datasetRecord,
  environmentRecord,
  readPlainText,
  requirements
} from "./chunk-7DQ27AJP.js";
import "./chunk-DKZC3ZM6.js";
import "./chunk-CX76GRMT.js";
import {
  readRecordText
} from "./chunk-YBEHDBDE.js";
import "./chunk-OJCESHJP.js";
import "./chunk-ROV2ADHM.js";
import "./chunk-WFZDG4J6.js";
import "./chunk-NBSSOJIC.js";
import "./chunk-53VACBTN.js";
import "./chunk-KTXJ6UXU.js";
import "./chunk-B5J4NNO2.js";
import "./chunk-5YLZBCQB.js";
import "./chunk-7ZPLETBH.js";

// src/formats/records/named-record.ts
function namedRecord(kind, formats) {
  return {
    id: kind,
    title: titles[kind],
    recognizes: () => true,
    async read(path, neutralPath, source) {
      for (const format of formats) {
        if (!format.recognizes(path, source)) continue;
        const document = await format.read(path, neutralPath, source);
        if (document.kind === kind) return document;
      }
      return readAs(kind, path, neutralPath, source);
    }
  };
}
var titles = {
  environment: "environment record",
  requirements: "package list",
  configuration: "configuration file",
  dataset: "dataset record"
};
function readAs(kind, path, neutralPath, source) {
  switch (kind) {
    case "environment":
      return withMapping(environmentRecord(path, neutralPath, source));
    case "requirements":
      return requirements.read(path, neutralPath, source);
    case "configuration": {
      const { text, problems } = readRecordText(source);
      const isJson = /\.json$/i.test(path) || /^\s*\{/.test(text);
      const read = readPlainText(text, isJson ? "json" : "yaml");
      const identity = { kind, path, neutralPath, format: "configuration" };
      return withMapping({ ...identity, value: read.value, problems: [...problems, ...read.problems] });
    }
    case "dataset": {
      const record = datasetRecord(path, neutralPath, source, true);
      const problem = { code: "NO_DIGEST", message: "no digest of 12 hexadecimal digits or more stands in it" };
      return record.claims.length > 0 ? record : { ...record, problems: [...record.problems, problem] };
    }
    default:
      kind;
      return requirements.read(path, neutralPath, source);
  }
}
function withMapping(record) {
  if (record.value.type === "map" || record.problems.length > 0) return record;
  const problem = { code: "NOT_A_MAPPING", message: "it holds no mapping of names to values" };
  return { ...record, problems: [problem] };
}
export {
  namedRecord
};
