import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  redactCredentials
} from "./chunk-CX76GRMT.js";
import {
  readPythonJson
} from "./chunk-OJCESHJP.js";
import {
  floatScalar
} from "./chunk-ROV2ADHM.js";
import {
  FormatProblem,
  isProblem
} from "./chunk-B5J4NNO2.js";

// src/formats/codecs/protobuf.ts
function* readFields(message) {
  let position = 0;
  const fail = (code, what, offset) => new FormatProblem(`PROTO_${code}`, `The protobuf message ${what}.`, {
    place: { offset },
    remedy: "The record is damaged, or it is of another kind."
  });
  const varint = () => {
    const start = position;
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message[position++];
      if (byte === void 0) throw fail("TRUNCATED", "ends inside a number", start);
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) break;
      if (shift >= 63n) throw fail("VARINT", "has a number of more than ten bytes", start);
    }
    return BigInt.asUintN(64, value);
  };
  const take = (length, start) => {
    if (length > message.length - position)
      throw fail("TRUNCATED", `has a field of ${length} bytes that reaches past its end`, start);
    position += length;
    return message.subarray(position - length, position);
  };
  while (position < message.length) {
    const start = position;
    const key = varint();
    const number = Number(key >> 3n);
    if (number === 0 || number > 536870911) throw fail("FIELD", `has the field number ${number}`, start);
    const wire = Number(key & 7n);
    if (wire === 0) yield { number, wire: "varint", bits: varint() };
    else if (wire === 1) yield { number, wire: "fixed64", bytes: take(8, start) };
    else if (wire === 2) yield { number, wire: "bytes", bytes: take(Number(varint()), start) };
    else if (wire === 5) yield { number, wire: "fixed32", bytes: take(4, start) };
    else throw fail("WIRE_TYPE", `has a field of the wire type ${wire}`, start);
  }
}
function fixedNumbers(field, size) {
  if (field.wire === "varint") return [];
  if (field.bytes.length % size !== 0)
    throw new FormatProblem(
      "PROTO_PACKED",
      `A packed field of ${field.bytes.length} bytes holds no whole number of ${size}-byte values.`,
      {
        place: { offset: 0 }
      }
    );
  return Array.from(
    { length: field.bytes.length / size },
    (_, index) => field.bytes.subarray(index * size, (index + 1) * size)
  );
}
function varints(field) {
  if (field.wire === "varint") return [field.bits];
  const found = [];
  let value = 0n;
  let shift = 0n;
  for (const byte of field.bytes) {
    value |= BigInt(byte & 127) << shift;
    shift = byte < 128 ? 0n : shift + 7n;
    if (shift > 63n) break;
    if (shift !== 0n) continue;
    found.push(BigInt.asUintN(64, value));
    value = 0n;
  }
  if (shift === 0n) return found;
  throw new FormatProblem("PROTO_PACKED", "A packed field ends inside a number.", { place: { offset: 0 } });
}

// src/formats/trackers/wandb-record.ts
var limits = { maxDepth: 64, maxValues: 2e5 };
var maxKeys = 64;
function readWandbRecord(message) {
  let record = { kind: "other" };
  for (const field of readFields(message)) {
    if (field.wire !== "bytes") continue;
    if (field.number === 2) record = historyOf(field.bytes);
    else if (field.number === 3) record = { kind: "summary", ...updateOf(field.bytes) };
    else if (field.number === 5) record = { kind: "config", ...updateOf(field.bytes) };
    else if (field.number === 7) record = { kind: "statistics" };
    else if (field.number === 17) record = { kind: "config", ...configOfRun(field.bytes) };
    else if (field.number === 18) record = { kind: "exit" };
    else if (field.number === 26) record = { kind: "environment", fields: [...readFields(field.bytes)] };
  }
  return record;
}
function historyOf(message) {
  const items = [];
  let step = null;
  for (const field of readFields(message)) {
    if (field.wire !== "bytes") continue;
    if (field.number === 1) items.push(itemOf(field.bytes));
    else if (field.number === 2) {
      step = 0;
      for (const part of readFields(field.bytes))
        if (part.number === 1 && part.wire === "varint") step = Number(BigInt.asIntN(64, part.bits));
    }
  }
  return { kind: "history", step, items };
}
function updateOf(message) {
  const updated = [];
  const removed = [];
  for (const field of readFields(message)) {
    if (field.wire !== "bytes") continue;
    if (field.number === 1) updated.push(itemOf(field.bytes));
    else if (field.number === 2) removed.push(itemOf(field.bytes).keys);
  }
  return { updated, removed };
}
function configOfRun(message) {
  let update = { updated: [], removed: [] };
  for (const field of readFields(message))
    if (field.number === 4 && field.wire === "bytes") update = updateOf(field.bytes);
  return update;
}
function itemOf(message) {
  let key = null;
  const nested = [];
  let value = { type: "none", text: "None" };
  let text2 = "null";
  for (const field of readFields(message)) {
    if (field.wire === "bytes") {
      const content = textOf(field.bytes);
      if (field.number === 1) key = content;
      else if (field.number === 2) nested.push(content);
      else if (field.number === 16 || field.number === 8) [value, text2] = [jsonOf(content), content];
      else if (field.number === 7) [value, text2] = [{ type: "str", text: content }, content];
    } else if (field.wire === "varint" && field.number === 4)
      value = { type: "bool", text: field.bits === 0n ? "False" : "True" };
    else if (field.wire === "varint" && field.number === 5) value = { type: "int", text: String(zigzag(field.bits)) };
    else if (field.wire === "fixed64" && field.number === 6) value = floatScalar(doubleOf(field.bytes));
  }
  if (text2 === "null" && value !== null && "text" in value) text2 = value.text;
  return { keys: nested.length > 0 ? nested.slice(0, maxKeys) : [key ?? ""], value, text: text2 };
}
function zigzag(bits) {
  return bits >> 1n ^ -(bits & 1n);
}
function doubleOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true);
}
function jsonOf(text2) {
  try {
    return readPythonJson(text2, limits).value;
  } catch (error) {
    if (isProblem(error)) return null;
    throw error;
  }
}
function textOf(bytes) {
  return new TextDecoder().decode(bytes);
}

// src/formats/trackers/wandb-environment.ts
var texts = /* @__PURE__ */ new Map([
  [1, "os"],
  [2, "python"],
  [4, "docker"],
  [6, "program"],
  [7, "codePath"],
  [14, "executable"],
  [18, "gpu"],
  [25, "cudaVersion"]
]);
var counts = /* @__PURE__ */ new Map([
  [16, "cpu_count"],
  [17, "cpu_count_logical"],
  [19, "gpu_count"]
]);
function addEnvironmentFields(facts, fields) {
  const args = [];
  const gpus = [];
  for (const field of fields) {
    if (field.wire === "varint") {
      const name = counts.get(field.number);
      if (name !== void 0) facts.set(name, { type: "int", text: String(field.bits) });
    } else if (field.wire === "bytes") {
      const name = texts.get(field.number);
      if (name !== void 0) facts.set(name, text(field.bytes));
      else if (field.number === 5) args.push(text(field.bytes));
      else if (field.number === 9)
        facts.set("git", { type: "map", items: named(field.bytes, { 1: "remote", 2: "commit" }) });
      else if (field.number === 22) facts.set("cpu", { type: "map", items: named(field.bytes, { 3: "model" }) });
      else if (field.number === 24) gpus.push({ type: "map", items: named(field.bytes, { 1: "name" }) });
    }
  }
  if (args.length > 0) facts.set("args", { type: "list", items: args });
  if (gpus.length > 0) facts.set("gpu_nvidia", { type: "list", items: gpus });
}
function text(bytes) {
  return { type: "str", text: textOf(bytes) };
}
function named(message, names) {
  return [...readFields(message)].flatMap((field) => {
    const name = names[field.number];
    return name === void 0 || field.wire !== "bytes" ? [] : [[name, text(field.bytes)]];
  });
}
function wandbEnvironment(facts) {
  const items = /* @__PURE__ */ new Map();
  const set = (name, value) => {
    if (value !== null && value !== void 0) items.set(name, value);
  };
  const python = stringIn(facts.get("python"));
  const git = facts.get("git");
  set("python_version", python === null ? null : str(python.replace(/^[^\d]+/, "")));
  set("python_implementation", python === null || !/^[A-Za-z]/.test(python) ? null : str(python.split(" ")[0] ?? ""));
  set("os", facts.get("os"));
  set("docker", facts.get("docker"));
  set("cpu_model", memberOf(facts.get("cpu"), "model"));
  set("cpu_count", facts.get("cpu_count"));
  set("cpu_count_logical", facts.get("cpu_count_logical"));
  for (const [name, value] of gpusOf(facts)) set(name, value);
  set("executable", facts.get("executable"));
  set("program", facts.get("codePath") ?? facts.get("program"));
  set("args", facts.get("args"));
  set("git_commit", memberOf(git, "commit"));
  const remote = stringIn(memberOf(git, "remote") ?? memberOf(git, "remote_url"));
  set("git_remote", remote === null ? null : str(redactCredentials(remote)));
  if (items.size === 0) return null;
  return { type: "map", items: [...items].toSorted(([a], [b]) => a < b ? -1 : 1) };
}
function gpusOf(facts) {
  const listed = facts.get("gpu_nvidia");
  const names = listed?.type === "list" ? listed.items.flatMap((gpu) => memberOf(gpu, "name") ?? []) : [];
  const [firstName] = names;
  const same = names.every((name) => stringIn(name) === stringIn(firstName));
  const model = names.length > 0 ? same ? firstName : { type: "list", items: names } : facts.get("gpu");
  const count = facts.get("gpu_count") ?? (names.length > 0 ? int(names.length) : null);
  if (model === void 0 && count === null)
    return facts.has("cpu_count") ? [
      ["machine_gpu_count", int(0)],
      ["gpu_model", none],
      ["driver_cuda_version", none]
    ] : [];
  return [
    ...count === null ? [] : [["machine_gpu_count", count]],
    ["gpu_model", model ?? none],
    ["driver_cuda_version", facts.get("cudaVersion") ?? none]
  ];
}
var none = { type: "none", text: "None" };
function int(value) {
  return { type: "int", text: String(value) };
}
function str(value) {
  return { type: "str", text: value };
}
function memberOf(value, name) {
  return value?.type === "map" ? value.items.find(([key]) => key === name)?.[1] ?? null : null;
}
function stringIn(value) {
  return value?.type === "str" ? value.text : null;
}

export {
  readFields,
  fixedNumbers,
  varints,
  readWandbRecord,
  addEnvironmentFields,
  wandbEnvironment
};
