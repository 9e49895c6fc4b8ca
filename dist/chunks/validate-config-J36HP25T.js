import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  nearestName
} from "./chunk-UE43SUCS.js";
import {
  require_ajv
} from "./chunk-WHHF6IZB.js";
import {
  configSchema,
  expectation,
  findOption,
  pointerText,
  quoted,
  quotedText
} from "./chunk-PPUI4WL6.js";
import "./chunk-B5J4NNO2.js";
import "./chunk-DPIMJBII.js";
import {
  __toESM
} from "./chunk-7ZPLETBH.js";

// src/config/validate-config.ts
var import_ajv = __toESM(require_ajv(), 1);
var ajv = new import_ajv.Ajv({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true });
var validate = ajv.compile(configSchema());
function validateConfig(config) {
  if (validate(config)) return [];
  const faults = withoutBranches(validate.errors ?? []).map(toFault);
  const seen = /* @__PURE__ */ new Set();
  return faults.filter((fault) => {
    const key = JSON.stringify([fault.pointer, fault.part, fault.lacks]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
function withoutBranches(errors) {
  const dropped = /* @__PURE__ */ new Set();
  for (const choice of errors) {
    if (choice.keyword !== "anyOf") continue;
    const inside = errors.filter(
      (error) => error.schemaPath.startsWith(`${choice.schemaPath}/`) && (error.instancePath === choice.instancePath || error.instancePath.startsWith(`${choice.instancePath}/`))
    );
    const branchOf = (error) => error.schemaPath.slice(choice.schemaPath.length + 1).split("/")[0];
    const wrongType = new Set(
      inside.filter((error) => error.keyword === "type" && error.instancePath === choice.instancePath).filter((error) => error.schemaPath === `${choice.schemaPath}/${branchOf(error)}/type`).map(branchOf)
    );
    const isContainer = typeof choice.data === "object" && choice.data !== null;
    const telling = isContainer ? inside.filter((error) => !wrongType.has(branchOf(error))) : [];
    const unhelpful = telling.length > 0 ? [choice, ...inside.filter((error) => !telling.includes(error))] : inside;
    for (const error of unhelpful) dropped.add(error);
  }
  return errors.filter((error) => !dropped.has(error));
}
function toFault(error) {
  const pointer = parsePointer(error.instancePath, error);
  const schema = error.parentSchema ?? {};
  const params = error.params;
  if (error.keyword === "additionalProperties") {
    const key = String(params.additionalProperty);
    return { pointer: [...pointer, key], part: "key", message: unknownKey(key, pointer, schema), lacks: null };
  }
  if (error.keyword === "required") {
    const lacks = String(params.missingProperty);
    const message2 = `${quotedText(pointerText(pointer))} has no "${lacks}"; expected ${expectation(schema)}`;
    return { pointer, part: "value", message: message2, lacks };
  }
  const value = error.data;
  const name = pointer.length === 0 ? "the configuration" : quotedText(pointerText(pointer));
  const near = schema.enum !== void 0 && typeof value === "string" ? nearestName(value, schema.enum) : null;
  const hint = near === null ? "" : `; did you mean "${near}"?`;
  const message = `${name} is ${quoted(value)}; expected ${expectation(schema)}${hint}`;
  return { pointer, part: "value", message, lacks: null };
}
function unknownKey(key, parent, schema) {
  const names = Object.keys(schema.properties ?? {});
  const within = parent.length === 0 ? "" : ` in ${quotedText(pointerText(parent))}`;
  const found = `unknown key ${quotedText(key)}${within}`;
  if (parent.length === 0 && findOption(key) !== null) return `${found}: it is no option of the configuration file`;
  const near = nearestName(key, names);
  if (near !== null) return `${found}; did you mean "${near}"?`;
  if (schema.patternProperties !== void 0) return `${found}; expected ${expectation(schema)}`;
  return `${found}; expected one of ${names.map((name) => `"${name}"`).join(", ")}`;
}
function parsePointer(path, error) {
  if (path === "") return [];
  const parts = path.slice(1).split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const inList = /\/items(?=\/|$)/.test(error.schemaPath);
  return parts.map((part, index) => inList && index > 0 && /^\d+$/.test(part) ? Number(part) : part);
}
export {
  validateConfig
};
