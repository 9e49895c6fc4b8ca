import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  LimitProblem
} from "./chunk-B5J4NNO2.js";
import {
  formatBytes
} from "./chunk-5YLZBCQB.js";

// src/formats/records/record-text.ts
var recordLimitBytes = 4 * 1024 * 1024;
var lockLimitBytes = 16 * 1024 * 1024;
function readRecordText(source, limitBytes = recordLimitBytes) {
  if (source.byteLength > limitBytes)
    throw new LimitProblem(
      "RECORD_TOO_LARGE",
      `the file has ${formatBytes(source.byteLength)}; a record may have at most ${formatBytes(limitBytes)}`,
      { place: { file: source.name }, remedy: "Write the record as a small file, or rename this one if it is data." }
    );
  const bytes = source.read(0, source.byteLength);
  const encoding = bytes[0] === 255 && bytes[1] === 254 ? "utf-16le" : bytes[0] === 254 && bytes[1] === 255 ? "utf-16be" : "utf-8";
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), problems: [] };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    const before = text.slice(0, Math.max(0, text.indexOf("�")));
    const problem = { code: "BAD_ENCODING", message: `the file is not valid ${encoding.toUpperCase()}` };
    return { text, problems: [{ ...problem, line: before.split("\n").length }] };
  }
}
function baseName(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}

export {
  lockLimitBytes,
  readRecordText,
  baseName
};
