import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  scalarToNumber
} from "./chunk-ROV2ADHM.js";

// src/formats/metrics/metric-number.ts
var decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
var whole = /^[+-]?\d+$/;
var notFinite = /^([+-]?)(?:(nan)|inf(?:inity)?)$/i;
var absent = /^(?:|-|na|n\/a|null|none)$/i;
function numberFromText(text) {
  const trimmed = text.trim();
  if (decimal.test(trimmed)) {
    const value = Number(trimmed);
    return whole.test(trimmed) && !Number.isSafeInteger(value) ? { value, exact: String(BigInt(trimmed.replace("+", ""))) } : { value };
  }
  const special = notFinite.exec(trimmed);
  if (special === null) return null;
  if (special[2] !== void 0) return { value: Number.NaN };
  return { value: special[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY };
}
function numberFromScalar(scalar) {
  if (scalar.type === "str") return notFinite.test(scalar.text.trim()) ? numberFromText(scalar.text) : null;
  if (scalar.type !== "int" && scalar.type !== "float") return null;
  const value = scalarToNumber(scalar);
  return scalar.type === "int" && !Number.isSafeInteger(value) ? { value, exact: scalar.text } : { value };
}
function isAbsent(text) {
  return absent.test(text.trim());
}

export {
  numberFromText,
  numberFromScalar,
  isAbsent
};
