import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  floatScalar
} from "./chunk-ROV2ADHM.js";

// src/formats/trackers/mlflow-place.ts
var place = /^(?:(?<store>.{0,4000}?)\/)??(?<experiment>\d{1,19})\/(?:(?<run>[\da-f]{32})|models\/(?<model>m-[\da-f]{32}))\/(?<part>[^/]+)(?:\/(?<key>.+))?$/s;
function mlflowPlace(path) {
  const groups = place.exec(path)?.groups;
  if (groups === void 0) return null;
  const { store = "", experiment = "", run, model, part = "", key = "" } = groups;
  const experimentFolder = store === "" ? experiment : `${store}/${experiment}`;
  return {
    store,
    experimentFolder,
    folder: `${experimentFolder}/${run ?? `models/${model ?? ""}`}`,
    experiment,
    owner: run === void 0 ? "model" : "run",
    id: run ?? model ?? "",
    part,
    key
  };
}

// src/formats/trackers/parameter-value.ts
var whole = /^(?:0|-?[1-9]\d*)$/;
var decimal = /^-?(?:0|[1-9]\d*)\.\d+$/;
var exponent = /^-?\d(?:\.\d+)?e[+-]\d{2,3}$/;
var longest = 40;
function parameterValue(text) {
  if (text === "True" || text === "False") return { type: "bool", text };
  if (text === "None") return { type: "none", text };
  if (text.length <= longest && whole.test(text)) return { type: "int", text };
  if (text === "inf" || text === "-inf" || text === "nan") return { type: "float", text };
  if (text.length <= longest && (decimal.test(text) || exponent.test(text)) && isShortest(text))
    return floatScalar(Number(text));
  return { type: "str", text };
}
function isShortest(text) {
  const value = Number(text);
  if (!Number.isFinite(value)) return false;
  const magnitude = Math.abs(value);
  const isPlain = value === 0 || magnitude >= 1e-4 && magnitude < 1e16;
  return isPlain === decimal.test(text) && digitsOf(text, isPlain) === digitsOf(spelled(value, isPlain), isPlain);
}
function spelled(value, isPlain) {
  const negative = Object.is(value, -0) ? "-" : "";
  if (!isPlain) return value.toExponential();
  const text = String(value);
  return `${negative}${text.includes(".") ? text : `${text}.0`}`;
}
function digitsOf(text, isPlain) {
  if (isPlain) return text;
  const [digits = "", power = ""] = text.split("e");
  return `${digits}e${Number(power)}`;
}

export {
  mlflowPlace,
  parameterValue
};
