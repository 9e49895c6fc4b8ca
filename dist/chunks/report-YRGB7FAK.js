import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  deliver
} from "./chunk-SNCEHIUD.js";
import {
  nowMs,
  openConsole
} from "./chunk-HO2X7KDN.js";
import "./chunk-ER4I6IAB.js";
import {
  branchFor,
  itemSchema,
  memberSchema,
  numberKey,
  reportSchema,
  resolveNode
} from "./chunk-NAKMTSMG.js";
import "./chunk-HB5ZGLCK.js";
import "./chunk-EYEPROUW.js";
import "./chunk-GHB6ORZY.js";
import "./chunk-LRL7OVBH.js";
import {
  exitCodes
} from "./chunk-3BT4K2KX.js";
import "./chunk-6MT5LYOK.js";
import "./chunk-WFZDG4J6.js";
import "./chunk-NBSSOJIC.js";
import "./chunk-53VACBTN.js";
import {
  require__
} from "./chunk-F5RMP2VC.js";
import "./chunk-WHHF6IZB.js";
import {
  InputProblem
} from "./chunk-B5J4NNO2.js";
import "./chunk-BZ5MPCKK.js";
import "./chunk-4B3X5ZIL.js";
import {
  formatBytes,
  formatInteger,
  quote
} from "./chunk-5YLZBCQB.js";
import {
  __toESM
} from "./chunk-7ZPLETBH.js";

// src/commands/report.ts
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

// src/report/read-json.ts
var import__ = __toESM(require__(), 1);
var deepest = 4e3;
function readReport(text) {
  const document = parse(text);
  const version = isObject(document) ? document.reportVersion : void 0;
  if (version !== 1) {
    throw new InputProblem(
      "REPORT_VERSION",
      version === void 0 ? 'This is no Train Twice report: "reportVersion" is missing, expected 1.' : `Report version ${quote(String(JSON.stringify(version)))} was found, expected 1.`,
      { remedy: "Read it with the version of train-twice that wrote it." }
    );
  }
  const validate = validator();
  if (!isValid(validate, document)) {
    throw new InputProblem("REPORT_INVALID", explainErrors(validate.errors ?? []), {
      remedy: "Take the report as it was written: schemas/report.v1.json describes its form."
    });
  }
  return decode(document, reportSchema);
}
function parse(text) {
  if (isTooDeep(text)) {
    throw new InputProblem("REPORT_TOO_DEEP", `The JSON is nested deeper than ${formatInteger(deepest)} levels.`, {
      remedy: "Take the report as it was written; no report of ours is nested so deep."
    });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputProblem(
      "REPORT_NOT_JSON",
      `The report is no JSON: ${cause instanceof Error ? cause.message : ""}.`,
      {
        remedy: "Take the report as it was written, whole and unchanged.",
        cause
      }
    );
  }
}
function isTooDeep(text) {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (token === "[" || token === "{") depth++;
    else if (token === "]" || token === "}") depth--;
    if (depth > deepest) return true;
  }
  return false;
}
var compiled = null;
function validator() {
  compiled ??= new import__.Ajv2020({ strict: true, strictTypes: false }).compile(reportSchema);
  return compiled;
}
function isValid(validate, document) {
  try {
    return validate(document);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new InputProblem("REPORT_TOO_DEEP", "The JSON is nested too deep to be checked.", { cause });
  }
}
function explainErrors(errors) {
  const depth = (error2) => error2.instancePath.split("/").length;
  const deepestError = errors.toSorted((a, b) => depth(b) - depth(a)).find((error2) => error2.keyword !== "oneOf");
  const error = deepestError ?? errors[0];
  if (error === void 0) return "The report does not follow its schema.";
  const named = error.params.additionalProperty ?? error.params.missingProperty;
  return `At ${quote(error.instancePath === "" ? "/" : error.instancePath)} the report ${error.message ?? "is not as expected"}${named === void 0 ? "" : `: ${quote(String(named))}`}.`;
}
function decode(value, unresolved) {
  const { node, name } = resolveNode(reportSchema, unresolved);
  if (name === "fact") return decodeFact(value);
  if (name === "number") return isNonFiniteName(value) ? numberOf(value) : value;
  if (node.oneOf !== void 0) return decode(value, branchFor(reportSchema, node.oneOf, value) ?? {});
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((item, index) => decode(item, itemSchema(node, index)));
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, decode(member, memberSchema(node, key))])
  );
}
function decodeFact(value) {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) return value.map(decodeFact);
  const members = Object.entries(value);
  const [only] = members;
  if (members.length === 1 && only?.[0] === numberKey && isNonFiniteName(only[1])) return numberOf(only[1]);
  return Object.fromEntries(
    members.map(([key, member]) => [key.startsWith("$$") ? key.slice(1) : key, decodeFact(member)])
  );
}
function isNonFiniteName(value) {
  return value === "nan" || value === "inf" || value === "-inf";
}
function numberOf(name) {
  if (name === "nan") return Number.NaN;
  return name === "inf" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/commands/report.ts
var mostBytes = 256 * 1024 * 1024;
async function reportCommand(path, output, world) {
  const report = readReport(readText(path));
  const { stdout, stderr } = world;
  await deliver(report, output, openConsole({ stdout, stderr, mode: "quiet", verbose: false, nowMs }), world);
  return exitCodes.passed;
}
function readText(path) {
  const bytes = readBytes(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputProblem("REPORT_NOT_JSON", "The report is no UTF-8 text.", {
      place: { file: path },
      remedy: "Take the report as it was written, whole and unchanged.",
      cause
    });
  }
}
function readBytes(path) {
  let handle = null;
  try {
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(handle);
    if (stats.size > mostBytes) {
      const found = `The file has ${formatBytes(stats.size)}; a report of at most ${formatBytes(mostBytes)} was expected.`;
      throw new InputProblem("REPORT_TOO_LARGE", found, { place: { file: path }, remedy: "Is it the right file?" });
    }
    return readAll(handle, stats.size);
  } catch (cause) {
    if (cause instanceof InputProblem) throw cause;
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new InputProblem("REPORT_UNREADABLE", `The report could not be read: ${said}.`, {
      place: { file: path },
      remedy: "Give this user the right to read it.",
      cause
    });
  } finally {
    if (handle !== null) closeSync(handle);
  }
}
function readAll(handle, size) {
  const bytes = new Uint8Array(size);
  for (let done = 0; done < size; ) {
    const count = readSync(handle, bytes, done, size - done, done);
    if (count === 0) return bytes.subarray(0, done);
    done += count;
  }
  return bytes;
}
export {
  reportCommand
};
