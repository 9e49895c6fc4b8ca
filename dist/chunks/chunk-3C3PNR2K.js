import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
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

export {
  readText,
  peekText
};
