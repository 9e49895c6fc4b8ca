import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  LimitProblem
} from "./chunk-B5J4NNO2.js";

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
  collectSeries,
  stepKindOf,
  seriesFromRows
};
