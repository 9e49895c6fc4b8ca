import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  floatText
} from "./chunk-ROV2ADHM.js";
import {
  FormatProblem,
  LimitProblem
} from "./chunk-B5J4NNO2.js";

// src/formats/codecs/text.ts
var maxTextBytes = 256 * 1024 * 1024;
function readText(source, maxBytes = maxTextBytes) {
  const file = source.name;
  if (source.byteLength > maxBytes)
    throw new LimitProblem("TEXT_SIZE", `The text has ${source.byteLength} bytes; at most ${maxBytes} are read.`, {
      place: { file }
    });
  const bytes = source.read(0, source.byteLength);
  const mark = bytes[0] === 255 && bytes[1] === 254 ? "LE" : bytes[0] === 254 && bytes[1] === 255 ? "BE" : null;
  if (mark !== null)
    throw new FormatProblem("TEXT_ENCODING", `The text is UTF-16${mark}; UTF-8 was expected.`, {
      place: { file, offset: 0 },
      remedy: 'Write the file with encoding="utf-8".'
    });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new FormatProblem("TEXT_ENCODING", "The text is not UTF-8.", {
      place: { file, offset: firstInvalid(bytes) },
      remedy: 'Write the file with encoding="utf-8".',
      cause: error
    });
  }
}
function firstInvalid(bytes) {
  const decodes = (length) => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = good + bad >>> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
function peekText(source, bytes) {
  const head = source.read(0, Math.min(bytes, source.byteLength));
  return Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString("latin1");
}

// src/model/dtype.ts
var facts = {
  bool: { bytes: 1, kind: "bool" },
  uint8: { bytes: 1, kind: "uint" },
  uint16: { bytes: 2, kind: "uint" },
  uint32: { bytes: 4, kind: "uint" },
  uint64: { bytes: 8, kind: "uint" },
  int8: { bytes: 1, kind: "int" },
  int16: { bytes: 2, kind: "int" },
  int32: { bytes: 4, kind: "int" },
  int64: { bytes: 8, kind: "int" },
  float16: { bytes: 2, kind: "float" },
  bfloat16: { bytes: 2, kind: "float" },
  float32: { bytes: 4, kind: "float" },
  float64: { bytes: 8, kind: "float" },
  float8_e4m3fn: { bytes: 1, kind: "float" },
  float8_e4m3fnuz: { bytes: 1, kind: "float" },
  float8_e5m2: { bytes: 1, kind: "float" },
  float8_e5m2fnuz: { bytes: 1, kind: "float" },
  float8_e8m0fnu: { bytes: 1, kind: "float" },
  complex32: { bytes: 4, kind: "complex" },
  complex64: { bytes: 8, kind: "complex" },
  complex128: { bytes: 16, kind: "complex" },
  qint8: { bytes: 1, kind: "int" },
  quint8: { bytes: 1, kind: "uint" },
  qint32: { bytes: 4, kind: "int" },
  quint4x2: { bytes: 1, kind: "bits" },
  quint2x4: { bytes: 1, kind: "bits" },
  float4_e2m1fn_x2: { bytes: 1, kind: "bits" },
  bits8: { bytes: 1, kind: "bits" },
  bits1x8: { bytes: 1, kind: "bits" },
  bits2x4: { bytes: 1, kind: "bits" },
  bits4x2: { bytes: 1, kind: "bits" },
  bits16: { bytes: 2, kind: "bits" }
};
var dtypes = Object.keys(facts);
function dtypeFacts(dtype) {
  return facts[dtype];
}
function isDType(name) {
  return Object.hasOwn(facts, name);
}

// src/formats/codecs/float-decoders.ts
var half = { exponentBits: 5, mantissaBits: 10, bias: 15, special: "ieee" };
var e4m3fn = { exponentBits: 4, mantissaBits: 3, bias: 7, special: "fn" };
var e4m3fnuz = { exponentBits: 4, mantissaBits: 3, bias: 8, special: "fnuz" };
var e5m2 = { exponentBits: 5, mantissaBits: 2, bias: 15, special: "ieee" };
var e5m2fnuz = { exponentBits: 5, mantissaBits: 2, bias: 16, special: "fnuz" };
function decodeSmallFloat(format, bits) {
  const { exponentBits, mantissaBits, bias, special } = format;
  const topExponent = 2 ** exponentBits - 1;
  const sign = bits >> exponentBits + mantissaBits === 0 ? 1 : -1;
  const exponent = bits >> mantissaBits & topExponent;
  const mantissa = bits & 2 ** mantissaBits - 1;
  if (special === "fnuz" && sign === -1 && exponent === 0 && mantissa === 0) return Number.NaN;
  if (special === "fn" && exponent === topExponent && mantissa === 2 ** mantissaBits - 1) return Number.NaN;
  if (special === "ieee" && exponent === topExponent)
    return mantissa === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  const fraction = mantissa / 2 ** mantissaBits;
  return exponent === 0 ? sign * fraction * 2 ** (1 - bias) : sign * (1 + fraction) * 2 ** (exponent - bias);
}
function tabled(count, decode) {
  let table = null;
  let asked = 0;
  return (bits) => {
    if (table === null) {
      asked += 1;
      if (asked * 16 < count) return decode(bits);
      table = Float64Array.from({ length: count }, (_, pattern) => decode(pattern));
    }
    return table[bits] ?? Number.NaN;
  };
}
var halves = tabled(65536, (bits) => decodeSmallFloat(half, bits));
var eights = {
  float8_e4m3fn: tabled(256, (bits) => decodeSmallFloat(e4m3fn, bits)),
  float8_e4m3fnuz: tabled(256, (bits) => decodeSmallFloat(e4m3fnuz, bits)),
  float8_e5m2: tabled(256, (bits) => decodeSmallFloat(e5m2, bits)),
  float8_e5m2fnuz: tabled(256, (bits) => decodeSmallFloat(e5m2fnuz, bits)),
  float8_e8m0fnu: tabled(256, (bits) => bits === 255 ? Number.NaN : 2 ** (bits - 127))
};
var word = new DataView(new ArrayBuffer(4));
var readHalf = (view, offset) => halves(view.getUint16(offset, true));
var readBrain = (view, offset) => {
  word.setUint32(0, view.getUint16(offset, true) << 16);
  return word.getFloat32(0);
};
var readByte = (view, offset) => view.getUint8(offset);
function numberReader(dtype) {
  switch (dtype) {
    case "bool":
    case "uint8":
    case "quint8":
    case "quint4x2":
    case "quint2x4":
    case "float4_e2m1fn_x2":
    case "bits8":
    case "bits1x8":
    case "bits2x4":
    case "bits4x2":
      return readByte;
    case "int8":
    case "qint8":
      return (view, offset) => view.getInt8(offset);
    case "uint16":
    case "bits16":
      return (view, offset) => view.getUint16(offset, true);
    case "int16":
      return (view, offset) => view.getInt16(offset, true);
    case "uint32":
      return (view, offset) => view.getUint32(offset, true);
    case "int32":
    case "qint32":
      return (view, offset) => view.getInt32(offset, true);
    case "uint64":
      return (view, offset) => Number(view.getBigUint64(offset, true));
    case "int64":
      return (view, offset) => Number(view.getBigInt64(offset, true));
    case "float16":
    case "complex32":
      return readHalf;
    case "bfloat16":
      return readBrain;
    case "float32":
    case "complex64":
      return (view, offset) => view.getFloat32(offset, true);
    case "float64":
    case "complex128":
      return (view, offset) => view.getFloat64(offset, true);
    case "float8_e4m3fn":
    case "float8_e4m3fnuz":
    case "float8_e5m2":
    case "float8_e5m2fnuz":
    case "float8_e8m0fnu": {
      const decode = eights[dtype];
      return (view, offset) => decode(view.getUint8(offset));
    }
    default:
      dtype;
      return () => Number.NaN;
  }
}
function numberBytes(dtype) {
  const { bytes, kind } = dtypeFacts(dtype);
  return kind === "complex" ? bytes / 2 : bytes;
}
function decodeNumbers(dtype, bytes) {
  const read = numberReader(dtype);
  const size = numberBytes(dtype);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = new Float64Array(Math.floor(bytes.byteLength / size));
  for (let index = 0; index < numbers.length; index++) numbers[index] = read(view, index * size);
  return numbers;
}
function elementText(dtype, bytes, offset) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = numberReader(dtype);
  const { kind } = dtypeFacts(dtype);
  switch (kind) {
    case "bool":
      return read(view, offset) === 0 ? "False" : "True";
    case "uint":
    case "int":
      if (dtype === "uint64") return String(view.getBigUint64(offset, true));
      return dtype === "int64" ? String(view.getBigInt64(offset, true)) : String(read(view, offset));
    case "bits":
      return `0x${read(view, offset).toString(16).padStart(2 * numberBytes(dtype), "0")}`;
    case "float":
      return shortText(dtype, read(view, offset));
    case "complex":
      return `${shortText(dtype, read(view, offset))},${shortText(dtype, read(view, offset + numberBytes(dtype)))}`;
    default:
      kind;
      return "";
  }
}
var sufficientDigits = {
  float32: 9,
  complex64: 9,
  float16: 5,
  complex32: 5,
  bfloat16: 4
};
function shortText(dtype, value) {
  const most = sufficientDigits[dtype];
  if (most === void 0 || !Number.isFinite(value) || value === 0) return floatText(value);
  const same = (text) => roundTo(dtype, Number(text)) === value;
  for (let digits = 1; digits < most; digits++) {
    const text = value.toPrecision(digits);
    if (same(text)) return floatText(Number(text));
  }
  return floatText(Number(value.toPrecision(most)));
}
function roundTo(dtype, value) {
  if (dtype === "float32" || dtype === "complex64") return Math.fround(value);
  const [mantissaBits, lowest] = dtype === "bfloat16" ? [7, -126] : [10, -14];
  const exponent = Math.max(lowest, Math.floor(Math.log2(Math.abs(value))));
  const step = 2 ** (exponent - mantissaBits);
  const scaled = value / step;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  return (rest > 0.5 || rest === 0.5 && floor % 2 !== 0 ? floor + 1 : floor) * step;
}

export {
  readText,
  peekText,
  dtypeFacts,
  isDType,
  numberReader,
  numberBytes,
  decodeNumbers,
  elementText
};
