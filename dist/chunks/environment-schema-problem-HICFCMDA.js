import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  require__,
  require_dist
} from "./chunk-F5RMP2VC.js";
import {
  require_ajv
} from "./chunk-WHHF6IZB.js";
import {
  quotedText
} from "./chunk-PPUI4WL6.js";
import "./chunk-B5J4NNO2.js";
import "./chunk-DPIMJBII.js";
import {
  __toESM
} from "./chunk-7ZPLETBH.js";

// src/config/environment-schema-problem.ts
var import_ajv = __toESM(require_ajv(), 1);
var import__ = __toESM(require__(), 1);
var import_ajv_formats = __toESM(require_dist(), 1);
function environmentSchemaProblem(schema) {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema))
    return "is no JSON Schema; expected an object";
  const draft = "$schema" in schema ? String(schema.$schema) : "";
  const isDraft07 = /draft-07/.test(draft);
  if (draft !== "" && !isDraft07 && !/2020-12/.test(draft)) {
    return `names the draft ${quotedText(draft)}; expected draft-07 or 2020-12`;
  }
  const options = { allErrors: true, strict: false, logger: false };
  const ajv = isDraft07 ? new import_ajv.Ajv(options) : new import__.Ajv2020(options);
  try {
    import_ajv_formats.default.default(ajv);
    ajv.compile(schema);
    return null;
  } catch (error) {
    return `is no JSON Schema that can be used (${error instanceof Error ? error.message : "unknown fault"})`;
  }
}
export {
  environmentSchemaProblem
};
