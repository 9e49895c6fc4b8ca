import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);

// src/model/scalar.ts
function scalarsEqual(a, b) {
  return a.type === b.type && a.text === b.text;
}
var canonicalNaN = 0x7ff8000000000000n;
function floatScalar(value) {
  return { type: "float", text: floatText(value) };
}
function floatText(value) {
  if (Number.isNaN(value)) {
    const bits = new DataView(new ArrayBuffer(8));
    bits.setFloat64(0, value);
    const payload = bits.getBigUint64(0);
    return payload === canonicalNaN ? "nan" : `nan:${payload.toString(16).padStart(16, "0")}`;
  }
  if (value === Number.POSITIVE_INFINITY) return "inf";
  if (value === Number.NEGATIVE_INFINITY) return "-inf";
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
function scalarToNumber(scalar) {
  if (scalar.type === "bool") return scalar.text === "True" ? 1 : 0;
  if (scalar.type !== "float" && scalar.type !== "int") return Number.NaN;
  if (scalar.text === "inf") return Number.POSITIVE_INFINITY;
  if (scalar.text === "-inf") return Number.NEGATIVE_INFINITY;
  return Number(scalar.text);
}

export {
  scalarsEqual,
  floatScalar,
  floatText,
  scalarToNumber
};
