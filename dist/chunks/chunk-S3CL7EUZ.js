import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  FormatProblem,
  LimitProblem
} from "./chunk-B5J4NNO2.js";

// src/collect/file-source.ts
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
var openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
function openFileSource(path, expected, name = String(path)) {
  const fd = openDescriptor(path, name);
  let before;
  try {
    before = fstatSync(fd, { bigint: true });
    if (!before.isFile()) throw notRegular(name, "is no regular file");
    if (expected !== null && !isStill(expected, before)) throw changed(name, "since the run ended");
  } catch (error) {
    closeSync(fd);
    throw error instanceof FormatProblem ? error : systemProblem(error, name, "looked at");
  }
  const byteLength = Number(before.size);
  let open = true;
  const readInto = (target, offset) => {
    const { byteLength: wanted } = target;
    if (!Number.isSafeInteger(offset) || offset < 0 || offset + wanted > byteLength)
      throw new FormatProblem(
        "TRUNCATED",
        `bytes ${offset} to ${offset + wanted} were asked for, but the file has ${byteLength}`,
        { place: { file: name, offset }, remedy: "The file is cut short or damaged; write it again." }
      );
    for (let done = 0; done < wanted; ) {
      const count = readOnce(fd, target, done, offset + done, name);
      if (count === 0) throw changed(name, "and became shorter while it was read");
      done += count;
    }
  };
  return {
    name,
    byteLength,
    readInto,
    read(offset, length) {
      if (!Number.isSafeInteger(length) || length < 0 || offset + length > byteLength)
        throw new FormatProblem(
          "TRUNCATED",
          `${length} bytes at ${offset} were asked for, but the file has ${byteLength}`,
          {
            place: { file: name, offset },
            remedy: "The file is cut short or damaged; write it again."
          }
        );
      const bytes = new Uint8Array(length);
      readInto(bytes, offset);
      return bytes;
    },
    close() {
      if (!open) return;
      open = false;
      let after;
      try {
        after = fstatSync(fd, { bigint: true });
      } finally {
        closeSync(fd);
      }
      if (!sameState(before, after)) throw changed(name, "while it was read");
    }
  };
}
function openDescriptor(path, name) {
  try {
    return openSync(path, openFlags);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ELOOP" || code === "EMLINK") throw notRegular(name, "is a symbolic link");
    if (code === "ENXIO" || code === "EOPNOTSUPP" || code === "ENODEV") throw notRegular(name, "is a socket or device");
    throw systemProblem(error, name, "opened");
  }
}
function readOnce(fd, target, at, position, name) {
  try {
    return readSync(fd, target, at, target.byteLength - at, position);
  } catch (error) {
    throw systemProblem(error, name, "read");
  }
}
function sameState(before, after) {
  return before.dev === after.dev && before.ino === after.ino && before.size === after.size && before.mtimeNs === after.mtimeNs && before.ctimeNs === after.ctimeNs;
}
function isStill(expected, now) {
  if (BigInt(expected.size) !== now.size) return false;
  const shift = BigInt(expected.mtimeNs) - now.mtimeNs;
  if (expected.device === String(now.dev)) return expected.inode === String(now.ino) && shift === 0n;
  return shift < 2000n && shift > -2000n;
}
function notRegular(name, what) {
  return new FormatProblem("NOT_A_REGULAR_FILE", `the path ${what}; a regular file was expected`, {
    place: { file: name },
    remedy: "Only regular files can be compared. Let the training write a regular file, or set this one aside with `ignore`."
  });
}
function changed(name, when) {
  return new FormatProblem("CHANGED_DURING_READ", `the file changed ${when}`, {
    place: { file: name },
    remedy: "Make sure that no process of the training is still writing when the command ends."
  });
}
function systemProblem(error, name, action) {
  const code = codeOf(error);
  return new FormatProblem(code, `the file could not be ${action}: ${meaning(code)}`, {
    place: { file: name },
    remedy: code === "EACCES" || code === "EPERM" ? "Let the training write files that the user of the runner can read." : "Look at the file and its file system, then run the audit again.",
    cause: error
  });
}
function codeOf(error) {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" ? code : "UNREADABLE";
}
var meanings = /* @__PURE__ */ new Map([
  ["EACCES", "permission denied (EACCES)"],
  ["EPERM", "not permitted (EPERM)"],
  ["ENOENT", "it is no longer there (ENOENT)"],
  ["EIO", "the device reports an error (EIO)"],
  ["ESTALE", "the network file system lost it (ESTALE)"],
  ["ENAMETOOLONG", "the name is too long (ENAMETOOLONG)"],
  ["EMFILE", "too many files are open (EMFILE)"]
]);
function meaning(code) {
  return meanings.get(code) ?? `the system says ${code}`;
}

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

// src/formats/metrics/series-collector.ts
var maxSeries = 2e4;
function collectSeries(file) {
  const all = /* @__PURE__ */ new Map();
  const names = /* @__PURE__ */ new Set();
  const begin = (name, stepKind) => {
    if (all.size >= maxSeries)
      throw new LimitProblem("METRICS_SERIES", `The file has more than ${maxSeries} series.`, {
        place: { file },
        remedy: "If it holds no metrics, leave it out with `metrics: exclude`."
      });
    const unique = names.has(name) ? `${name} (by ${stepKind})` : name;
    names.add(unique);
    const growing = {
      name: unique,
      stepKind,
      points: /* @__PURE__ */ new Map(),
      overwritten: [],
      rewritten: 0,
      precision: "float32"
    };
    all.set(`${stepKind} ${name}`, growing);
    return growing;
  };
  return {
    add(name, stepKind, step, number, { precision = "float64", repeats = false } = {}) {
      const series = all.get(`${stepKind} ${name}`) ?? begin(name, stepKind);
      const point = { step, ...number };
      const before = series.points.get(step);
      if (before !== void 0) {
        const same = Object.is(before.value, point.value) && before.exact === point.exact;
        if (!same) series.overwritten.push({ ...before, step: series.overwritten.length });
        if (!same || !repeats) series.rewritten++;
      }
      if (precision === "float64") series.precision = precision;
      series.points.set(step, point);
    },
    finish() {
      return [...all.values()].flatMap(({ name, stepKind, points, overwritten, rewritten, precision }) => {
        const sorted = [...points.values()].sort((a, b) => a.step - b.step);
        const series = { name, stepKind, points: sorted, rewritten, precision };
        if (overwritten.length === 0) return [series];
        return [
          series,
          { name: `${name} (overwritten)`, stepKind: "row", points: overwritten, rewritten: 0, precision }
        ];
      });
    }
  };
}

// src/formats/metrics/rows.ts
var stepNames = [
  "step",
  "global_step",
  "trainer/global_step",
  "_step",
  "global step",
  "iteration",
  "iter",
  "num_updates"
];
var epochNames = ["epoch", "train/epoch", "epoch_num", "current_epoch"];
function stepKindOf(name) {
  const plain = name.trim().toLowerCase();
  return stepNames.includes(plain) ? "step" : epochNames.includes(plain) ? "epoch" : null;
}
function seriesFromRows(file, rows) {
  const names = new Set(rows.flatMap((row) => [...row.keys()]));
  const ranked = (kind, order) => [...names].filter((name) => stepKindOf(name) === kind).sort((a, b) => order.indexOf(a.trim().toLowerCase()) - order.indexOf(b.trim().toLowerCase()));
  const steps = ranked("step", stepNames);
  const epochs = ranked("epoch", epochNames);
  const usable = (row, columns) => columns.find((name) => Number.isFinite(row.get(name)?.value));
  const local = isLocal(
    rows,
    (row) => usable(row, steps),
    (row) => usable(row, epochs)
  );
  const collector = collectSeries(file);
  rows.forEach((row, position) => {
    const step = local ? void 0 : usable(row, steps);
    const axis = step ?? (local ? void 0 : usable(row, epochs));
    const kind = axis === void 0 ? "row" : step === void 0 ? "epoch" : "step";
    const at = axis === void 0 ? position : row.get(axis)?.value ?? position;
    for (const [name, number] of row)
      if (name !== axis) collector.add(name, kind, at, number, { repeats: stepKindOf(name) !== null });
  });
  const notes = local ? [
    {
      code: "STEP_WITHIN_EPOCH",
      message: "Steps begin anew in each epoch: points are placed by their row."
    }
  ] : [];
  return { series: collector.finish(), notes };
}
function isLocal(rows, stepOf, epochOf) {
  let before = null;
  let epochsBegun = 0;
  let sameStep = true;
  for (const row of rows) {
    const step = row.get(stepOf(row) ?? "")?.value;
    const epoch = row.get(epochOf(row) ?? "")?.value;
    if (step === void 0 || epoch === void 0) continue;
    if (before !== null) {
      if (epoch > before.epoch && step < before.step) return true;
      if (epoch >= before.epoch + 1) epochsBegun++;
      if (step !== before.step) sameStep = false;
    }
    before = { step, epoch };
  }
  return epochsBegun > 0 && sameStep;
}

export {
  openFileSource,
  scalarsEqual,
  floatScalar,
  floatText,
  scalarToNumber,
  numberFromText,
  numberFromScalar,
  isAbsent,
  collectSeries,
  stepKindOf,
  seriesFromRows
};
