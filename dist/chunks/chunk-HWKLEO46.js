import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  namedTime,
  realTime,
  stampPattern
} from "./chunk-GHB6ORZY.js";
import {
  require_picomatch
} from "./chunk-6MT5LYOK.js";
import {
  claimsOfRecord
} from "./chunk-WFZDG4J6.js";
import {
  normalizePackageName,
  sameRelease,
  satisfiesPin
} from "./chunk-53VACBTN.js";
import {
  require__,
  require_dist
} from "./chunk-F5RMP2VC.js";
import {
  require_ajv
} from "./chunk-WHHF6IZB.js";
import {
  namesDataset,
  plainPath,
  samePlace
} from "./chunk-BZ5MPCKK.js";
import {
  describeRunEnd,
  runSucceeded
} from "./chunk-4B3X5ZIL.js";
import {
  formatBytes,
  formatClauses,
  formatDuration,
  formatFloat,
  formatInteger,
  formatList,
  formatShape,
  formatSizes,
  formatUlp,
  plural,
  quote
} from "./chunk-5YLZBCQB.js";
import {
  __commonJS,
  __toESM
} from "./chunk-7ZPLETBH.js";

// node_modules/picomatch/posix.js
var require_posix = __commonJS({
  "node_modules/picomatch/posix.js"(exports, module) {
    "use strict";
    module.exports = require_picomatch();
  }
});

// src/model/check.ts
function defineCheck(spec) {
  return {
    ...spec,
    find: (evidence) => spec.find(evidence).map((found) => ({
      place: { run: null, file: null, entry: null, line: null, ...found.place },
      facts: found.facts,
      message: spec.message(found.facts),
      ...found.severity === void 0 ? {} : { severity: found.severity },
      ...found.certainty === void 0 ? {} : { certainty: found.certainty }
    }))
  };
}

// src/model/volatile-series.ts
var qualityWords = new Set(
  "loss losses mae mape mse rmse error errors err acc accuracy auc auroc f1 score scores norm grad grads gradient gradients weight weights precision recall reward rewards return returns ppl perplexity kl entropy bias variance iou dice map ap wer cer bleu rouge corr correlation nll elbo likelihood logits prob probability regret series shift embed embedding".split(" ")
);
var durationWords = new Set("duration durations elapsed runtime uptime latency".split(" "));
var clockWords = new Set("wall walltime wallclock timestamp timestamps datetime clock".split(" "));
var rateWords = new Set("throughput mfu hfu tflops tflop gflops fps sps ips qps".split(" "));
var memoryWords = new Set("memory mem vram".split(" "));
var machineWords = new Set("util utilization utilisation temp temperature power watts fan hours".split(" "));
var secondWords = new Set("s sec secs second seconds ms msec us minute minutes min hour hours h".split(" "));
var perWords = new Set("s sec secs second seconds minute min hour ms".split(" "));
var workWords = new Set(
  "it its iter iters iteration iterations step steps batch batches epoch epochs sample samples token tokens image images img example examples frame frames".split(
    " "
  )
);
function volatileSeriesPolicy(name) {
  const segments = name.split("/").map(wordsOf);
  const words = segments.flat();
  if (words.some((word) => qualityWords.has(word))) return null;
  if (words.some((word) => clockWords.has(word))) return "clock";
  if (words.some((word) => durationWords.has(word))) return "duration";
  if (isRate(words, segments)) return "throughput";
  if (words.some((word) => memoryWords.has(word))) return "memory";
  if (isMachine(words) || isSystem(segments)) return "machine";
  if (words.some((word, index) => word === "time" && !countsSteps(words, index))) return "time";
  if (isEta(segments.at(-1) ?? [])) return "eta";
  return null;
}
function wordsOf(segment) {
  return segment.replace(new RegExp("([\\p{Ll}\\d])(\\p{Lu})", "gu"), "$1 $2").replace(new RegExp("(\\p{Lu})(\\p{Lu}\\p{Ll})", "gu"), "$1 $2").toLowerCase().split(/[^\p{L}\d]+/u).filter((word) => word !== "");
}
function countsSteps(words, index) {
  const next = words[index + 1];
  const unit = words[index + 2];
  return (next === "step" || next === "steps") && !(unit !== void 0 && secondWords.has(unit));
}
function isRate(words, segments) {
  if (words.some((word) => rateWords.has(word))) return true;
  const per = words.indexOf("per");
  const before = words[per - 1] ?? "";
  const after = words[per + 1] ?? "";
  if (per >= 0 && (perWords.has(after) || secondWords.has(before) && workWords.has(after))) return true;
  const last2 = segments.at(-1) ?? [];
  const [unit = ""] = last2;
  const thing = segments.at(-2)?.at(-1) ?? "";
  return last2.length === 1 && (perWords.has(unit) && workWords.has(thing) || workWords.has(unit) && perWords.has(thing));
}
function isMachine(words) {
  return words.some((word) => /^(gpu|cpu)\d*$/.test(word)) && words.some((word) => machineWords.has(word));
}
function isSystem([first = [], second = [], ...deeper]) {
  const [what = ""] = second;
  return first.join() === "system" && deeper.length === 0 && /^(?:cpu|gpu|disk|network|system)$/.test(what);
}
function isEta(last2) {
  const [first, unit, ...rest] = last2;
  return first === "eta" && rest.length === 0 && (unit === void 0 || unit !== "min" && secondWords.has(unit));
}

// src/checks/metric-courses.ts
var noResult = /(?:^|[/_])(?:epoch|step|global_step|lr|learning_rate|momentum|num_input_tokens_seen|total_flos)(?:[/_-]?\w*)?$/i;
function coursesOf(inventory) {
  return inventory.series.filter(({ name, stepKind, count, steps }) => {
    return stepKind !== "row" && steps.length === count && !noResult.test(name) && volatileSeriesPolicy(name) === null;
  }).map(({ name, path, stepKind, steps, values }) => {
    const epochs = stepKind === "step" ? epochsBeside(inventory, path) : null;
    return {
      name,
      path,
      points: steps.map((at2, index) => ({
        epoch: stepKind === "epoch" ? at2 : epochs?.get(at2) ?? null,
        step: stepKind === "step" ? at2 : null,
        value: values[index] ?? Number.NaN
      }))
    };
  });
}
function epochsBeside(inventory, path) {
  const beside = inventory.series.find((one) => one.path === path && one.name === "epoch" && one.stepKind === "step");
  return beside === void 0 ? null : new Map(beside.steps.map((step, index) => [step, beside.values[index] ?? 0]));
}
function bestOf(points, mode) {
  const finite = points.filter(({ value: value2 }) => Number.isFinite(value2));
  if (finite.length === 0) return null;
  const values = finite.map(({ value: value2 }) => value2);
  const value = values.reduce((best, next) => mode === "min" ? Math.min(best, next) : Math.max(best, next));
  return { value, at: finite.filter((point) => point.value === value) };
}
function sameMetric(a, b) {
  return a === b || Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b));
}
function isHeldOut(name) {
  return /(?:^|[/_. -])(?:val|valid|validation|eval|test|dev|holdout)(?=[/_. -]|$)/i.test(name);
}

// src/checks/same-in-all-runs.ts
function sameInAllRuns(evidence, found) {
  const byContent = /* @__PURE__ */ new Map();
  for (const item of found) {
    const key = JSON.stringify([{ ...item.place, run: null }, item.facts, item.severity ?? null]);
    byContent.set(key, [...byContent.get(key) ?? [], item]);
  }
  return [...byContent.values()].flatMap((items) => {
    const [item] = items;
    if (item === void 0 || items.length === 1 || items.length < evidence.inventories.length) return items;
    return [{ ...item, place: { ...item.place, run: null } }];
  });
}

// src/checks/checkpoint-names.ts
function scriptName(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/^best_model(?:\.|$)/.test(name)) return { kind: "best" };
  if (/^checkpoint_latest(?:\.|$)/.test(name)) return { kind: "latest" };
  const epoch = /^checkpoint_epoch_(\d{1,9})(?:\.|$)/.exec(name)?.[1];
  return epoch === void 0 ? null : { kind: "epoch", epoch: Number(epoch) };
}
function namesOfRun(inventory) {
  return inventory.files.filter((file) => file.role === "checkpoint").map((file) => file.neutralPath);
}
function conventionFolders(inventory) {
  const folders = /* @__PURE__ */ new Map();
  for (const path of namesOfRun(inventory)) {
    const name = scriptName(path);
    if (name === null) continue;
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    folders.set(folder, [...folders.get(folder) ?? [], name]);
  }
  return folders;
}

// src/checks/script-checkpoints.ts
function scriptCheckpoints(inventory) {
  const folders = /* @__PURE__ */ new Map();
  for (const checkpoint of inventory.checkpoints) {
    const name = scriptName(checkpoint.neutralPath);
    if (name === null) continue;
    const folder = checkpoint.neutralPath.slice(0, Math.max(0, checkpoint.neutralPath.lastIndexOf("/")));
    const found = folders.get(folder) ?? [];
    found.push({
      checkpoint,
      name,
      epoch: numberAt(checkpoint, "epoch"),
      bestMetric: numberAt(checkpoint, "best_metric")
    });
    folders.set(folder, found);
  }
  return folders;
}
function epochOf({ epoch, name }) {
  return epoch ?? (name.kind === "epoch" ? name.epoch : null);
}
function numberAt({ values }, key) {
  const value = Object.hasOwn(values, key) ? values[key] : void 0;
  if (value?.type !== "int" && value?.type !== "float") return null;
  const number = Number(value.text);
  return Number.isFinite(number) ? number : null;
}
function chosenBy(inventory, checkpoints) {
  const told = checkpoints.filter(({ epoch, bestMetric }) => epoch !== null && bestMetric !== null);
  if (told.length === 0) return null;
  const candidates = coursesOf(inventory).filter(({ points }) => points.some(({ epoch }) => epoch !== null)).flatMap(
    (course) => ["min", "max"].flatMap(
      (mode) => [0, -1, 1].map((shift) => {
        const reasons = told.map((one) => explanation(course, mode, shift, one));
        const unexplained = told.filter((_, index) => reasons[index] === null);
        const current = reasons.filter((reason) => reason === "current").length;
        return { course, mode, shift, unexplained, current };
      })
    )
  );
  const [best] = candidates.toSorted((a, b) => rank(a) - rank(b));
  return best === void 0 || best.unexplained.length * 2 >= told.length ? null : best;
}
function rank({ course, shift, unexplained, current }) {
  const moves = new Set(course.points.map(({ value }) => value)).size > 1;
  return unexplained.length * 1e3 + current * 8 + (moves ? 0 : 4) + (isHeldOut(course.name) ? 0 : 2) + (shift === 0 ? 0 : 1);
}
function explanation(course, mode, shift, { epoch, bestMetric }) {
  if (epoch === null || bestMetric === null) return null;
  const until = course.points.filter((point) => point.epoch !== null && point.epoch <= epoch + shift);
  const now = until.filter((point) => point.epoch === epoch + shift);
  if (now.length === 0) return null;
  const best = bestOf(until, mode);
  if (best !== null && sameMetric(best.value, bestMetric)) return "best";
  return now.some(({ value }) => sameMetric(value, bestMetric)) ? "current" : null;
}

// src/checks/trainer-best.ts
function trainerStates(inventory) {
  const newest = /* @__PURE__ */ new Map();
  for (const series of inventory.series) {
    const { path, neutralPath, name, values } = series;
    if (name !== "global_step" || !/(?:^|\/)trainer_state\.json$/.test(path)) continue;
    const best = inventory.series.find((one) => one.path === path && one.name === "final/best_metric");
    const state = {
      path,
      neutralPath,
      globalStep: values[0] ?? 0,
      bestMetric: best?.values[0] ?? null,
      bestStep: best?.stepKind === "step" ? best.steps[0] ?? null : null
    };
    const folder = outputFolder(path);
    const known = newest.get(folder);
    if (known === void 0 || state.globalStep > known.globalStep) newest.set(folder, state);
  }
  return [...newest.values()];
}
function outputFolder(path) {
  return path.replace(/(?:checkpoint-\d+\/)?trainer_state\.json$/, "");
}
function metricsOfBest(inventory, state) {
  const { bestMetric, bestStep } = state;
  if (bestMetric === null || bestStep === null) return [];
  return evaluated(inventory, state).filter(
    ({ points }) => points.some(({ step, value }) => step === bestStep && sameMetric(value, bestMetric))
  );
}
function evaluated(inventory, { path }) {
  return coursesOf(inventory).filter((course) => course.path === path && /^eval_/.test(course.name));
}
function trainerBest(inventory) {
  return trainerStates(inventory).flatMap((state) => {
    const { bestMetric, bestStep } = state;
    const courses = metricsOfBest(inventory, state);
    const [course] = courses;
    if (bestMetric === null || bestStep === null || course === void 0) return [];
    const modes = modesOf(course.name);
    const isExtreme = courses.some(
      ({ name, points }) => modesOf(name).some((mode2) => sameMetric(bestOf(points, mode2)?.value ?? Number.NaN, bestMetric))
    );
    const [mode = "min"] = modes;
    const extreme = bestOf(course.points, mode);
    if (extreme === null) return [];
    const told = { metric: course.name, mode, unit: "step", best: extreme.value };
    const bestAt = extreme.at.slice(0, 5).map(({ step }) => step ?? 0);
    if (!isExtreme)
      return [{ ...told, checkpoint: `checkpoint-${bestStep}`, holds: bestStep, value: bestMetric, bestAt }];
    return wrongCopies(inventory, state).map(({ checkpoint, holds: holds2 }) => {
      const value = course.points.find(({ step }) => step === holds2)?.value ?? null;
      return { ...told, checkpoint, holds: holds2, value, bestAt: [bestStep], best: bestMetric };
    });
  });
}
function wrongCopies({ checkpoints }, { path, bestStep }) {
  const folder = outputFolder(path);
  const models = checkpoints.filter((one) => one.weights !== null && one.path.startsWith(folder)).map((one) => ({ ...one, inside: one.path.slice(folder.length) }));
  const numbered = models.flatMap(({ inside, weights }) => {
    const step = /^checkpoint-(\d+)\//.exec(inside)?.[1];
    return step === void 0 ? [] : [{ step: Number(step), weights }];
  });
  const best = new Set(numbered.filter(({ step }) => step === bestStep).map(({ weights }) => weights));
  if (best.size === 0) return [];
  return models.flatMap(({ inside, neutralPath, weights }) => {
    if (!/(?:^|[^a-z])best(?:[^a-z]|$)/i.test(inside) || best.has(weights)) return [];
    const held = numbered.find((one) => one.weights === weights);
    return held === void 0 ? [] : [{ checkpoint: neutralPath, holds: held.step }];
  });
}
function modesOf(name) {
  if (/loss|error|perplexity|(?:^|_)(?:wer|cer|mae|mse|rmse|ppl)(?:_|$)/i.test(name)) return ["min"];
  if (/acc|(?:^|_)(?:f1|auc|auroc|bleu|rouge\w*|iou|map|precision|recall|reward)(?:_|$)/i.test(name)) return ["max"];
  return ["min", "max"];
}

// src/checks/checkpoints/best-metric-disagrees.ts
var checkpointsBestMetricDisagrees = defineCheck({
  id: "checkpoints/best-metric-disagrees",
  title: "The recorded best metric is not what the metrics show",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `\`best_metric\` is the number that stands in the model card. It has to be a number that the run really reached, by its own metrics, up
to the epoch of the checkpoint.`,
  fix: `Take both from the same variable, at full precision:

\`\`\`python
metrics.write(json.dumps({"epoch": epoch, "val_accuracy": val_accuracy}) + "\\n")
best_metric = max(best_metric, val_accuracy)
\`\`\``,
  find: (evidence) => sameInAllRuns(
    evidence,
    evidence.inventories.flatMap(
      (inventory) => [...scriptDisagreements(inventory), ...trainerDisagreements(inventory)].map(
        (facts) => ({
          place: { run: inventory.run, file: facts.checkpoint, entry: "best_metric" },
          facts
        })
      )
    )
  ),
  message: ({ checkpoint, recorded, at: at2, metric, shown: shown5, others }) => `${quote(checkpoint, 80)} records ${recorded} at ${at2}${others === 0 ? "" : ` (and ${plural(others, "more checkpoint")} disagree)`}; ${metric === null ? "no evaluated metric has that value there" : `${quote(metric)} was ${shown5 === null ? "not logged until then" : `at best ${shown5} until then`}`}.`
});
function scriptDisagreements(inventory) {
  return [...scriptCheckpoints(inventory).values()].flatMap((checkpoints) => {
    const chosen = chosenBy(inventory, checkpoints);
    const [first, ...others] = (chosen?.unexplained ?? []).filter(
      (one) => chosen?.course.points.some(({ epoch }) => epoch !== null && epoch === (one.epoch ?? 0) + chosen.shift)
    );
    if (chosen === null || first === void 0 || first.epoch === null || first.bestMetric === null) return [];
    const until = (one) => chosen.course.points.filter(({ epoch }) => epoch !== null && epoch <= (one.epoch ?? 0) + chosen.shift);
    return [
      {
        checkpoint: first.checkpoint.neutralPath,
        recorded: first.bestMetric,
        at: `epoch ${first.epoch}`,
        metric: chosen.course.name,
        shown: bestOf(until(first), chosen.mode)?.value ?? null,
        others: others.length
      }
    ];
  });
}
function trainerDisagreements(inventory) {
  return trainerStates(inventory).flatMap((state) => {
    const { bestMetric, bestStep, neutralPath } = state;
    if (bestMetric === null || bestStep === null || evaluated(inventory, state).length === 0) return [];
    if (metricsOfBest(inventory, state).length > 0) return [];
    return [
      { checkpoint: neutralPath, recorded: bestMetric, at: `step ${bestStep}`, metric: null, shown: null, others: 0 }
    ];
  });
}

// src/model/own-names.ts
function withoutOwnNames(text, names3) {
  let neutral2 = text;
  let replaced = 0;
  for (const name of names3) {
    let from = neutral2.indexOf(name.text);
    if (from < 0 || name.text === "") continue;
    let result = "";
    let done = 0;
    while (from >= 0) {
      const end = from + name.text.length;
      if (splitsNumber(neutral2, from) || splitsNumber(neutral2, end)) {
        from = neutral2.indexOf(name.text, from + 1);
        continue;
      }
      result += neutral2.slice(done, from) + name.placeholder;
      done = end;
      replaced += 1;
      from = neutral2.indexOf(name.text, end);
    }
    neutral2 = result + neutral2.slice(done);
  }
  return { text: neutral2, replaced };
}
function splitsNumber(text, position) {
  return isDigit(text.charCodeAt(position - 1)) && isDigit(text.charCodeAt(position));
}
function isDigit(code) {
  return code >= 48 && code <= 57;
}

// src/checks/plain-values.ts
function plainLeaves(root) {
  const found = [];
  const open = [{ pointer: "", key: "", value: root }];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const { value, pointer } = next;
    const members = membersOf(value);
    if (members === null || members.length === 0) found.push(next);
    else
      for (const [key, member] of members.toReversed())
        open.push({ pointer: `${pointer}/${escapePart(key)}`, key, value: member });
  }
  return found;
}
function plainAt(root, keys) {
  let value = root;
  for (const key of keys) {
    const member = membersOf(value)?.findLast(([name]) => name === key);
    if (member === void 0) return null;
    value = member[1];
  }
  return value;
}
function plainDifferences(values, names3 = { first: [], second: [] }) {
  const first = leafMap(values.first, names3.first);
  const second = leafMap(values.second, names3.second);
  const pointers = /* @__PURE__ */ new Set([...first.keys(), ...second.keys()]);
  if (values.first.type === values.second.type && first.has("") !== second.has("")) pointers.delete("");
  return [...pointers].flatMap((pointer) => {
    const pair = { first: first.get(pointer) ?? null, second: second.get(pointer) ?? null };
    return sameLeaf(neutral(pair.first, names3.first), neutral(pair.second, names3.second)) ? [] : [{ pointer, values: pair }];
  });
}
function leafMap(value, names3) {
  return new Map(plainLeaves(value).map((leaf) => [withoutOwnNames(leaf.pointer, names3).text, leaf.value]));
}
function neutral(value, names3) {
  return value !== null && value.type === "str" ? { type: "str", text: withoutOwnNames(value.text, names3).text } : value;
}
function sameLeaf(a, b) {
  if (a === null || b === null) return a === b;
  if (a.type !== b.type) return false;
  return a.type === "list" || a.type === "map" || b.type === "list" || b.type === "map" ? true : a.text === b.text;
}
function membersOf(value) {
  if (value.type === "map") return value.items;
  if (value.type === "list") return value.items.map((item, index) => [String(index), item]);
  return null;
}
function escapePart(key) {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
var shownListCharacters = 60;
function showPlain(value) {
  if (value === null) return "nothing";
  if (value.type === "map") return value.items.length === 0 ? "{}" : "a mapping";
  if (value.type === "list") {
    const whole = `[${value.items.slice(0, shownListCharacters).map(showPlain).join(", ")}]`;
    return whole.length <= shownListCharacters ? whole : `a list of ${value.items.length}`;
  }
  if (value.type === "none") return "null";
  if (value.type === "bool") return value.text.toLowerCase();
  return value.type === "str" || value.type === "name" ? quote(value.text, 60) : value.text;
}
function plainToJson(value) {
  switch (value.type) {
    case "map": {
      const members = /* @__PURE__ */ Object.create(null);
      for (const [key, member] of value.items) members[key] = plainToJson(member);
      return members;
    }
    case "list":
      return value.items.map(plainToJson);
    case "none":
      return null;
    case "bool":
      return value.text === "True";
    case "int":
      return Number(value.text);
    case "float":
      return value.text === "inf" ? Number.POSITIVE_INFINITY : value.text === "-inf" ? Number.NEGATIVE_INFINITY : Number(value.text);
    case "str":
    case "name":
    case "bytes":
    case "complex":
      return value.text;
    default:
      value;
      return null;
  }
}

// src/checks/lightning-best.ts
var everyEpoch = /'every_n_train_steps': 0, 'every_n_epochs': 1\b/;
function isLightning({ keys }) {
  return keys.includes("pytorch-lightning_version");
}
function lightningClaims(inventory) {
  const newest = /* @__PURE__ */ new Map();
  for (const checkpoint of inventory.checkpoints.filter(isLightning)) {
    const folder = checkpoint.path.slice(0, Math.max(0, checkpoint.path.lastIndexOf("/")));
    const known = newest.get(folder);
    if (known === void 0 || globalStep(checkpoint) > globalStep(known)) newest.set(folder, checkpoint);
  }
  return [...newest.values()].flatMap((source) => {
    const callbacks = Object.hasOwn(source.values, "callbacks") ? source.values.callbacks : void 0;
    if (callbacks?.type !== "map") return [];
    return callbacks.items.flatMap(([key, state]) => claimOf(key, state, source));
  });
}
function claimOf(key, state, source) {
  const mode = /'mode': '(min|max)'/.exec(key)?.[1];
  const monitor = plainAt(state, ["monitor"]);
  const path = plainAt(state, ["best_model_path"]);
  if (!key.startsWith("ModelCheckpoint") || !everyEpoch.test(key)) return [];
  if (mode !== "min" && mode !== "max" || monitor?.type !== "str" || path?.type !== "str" || path.text === "")
    return [];
  return [{ monitor: monitor.text, mode, best: path.text.split(/[\\/]/).at(-1) ?? path.text, source }];
}
function globalStep({ values }) {
  const step = Object.hasOwn(values, "global_step") ? values.global_step : void 0;
  return step?.type === "int" ? Number(step.text) : -1;
}
function lightningBest(inventory) {
  return lightningClaims(inventory).flatMap(({ monitor, mode, best, source }) => {
    const course = coursesOf(inventory).find(
      ({ name, points }) => name === monitor && points.some(({ step: step2 }) => step2 !== null)
    );
    const step = Number(/step=(\d+)/.exec(best)?.[1] ?? Number.NaN);
    if (course === void 0 || Number.isNaN(step)) return [];
    const until = course.points.filter((point) => (point.step ?? 0) < globalStep(source));
    const held = until.find((point) => point.step === step - 1);
    const extreme = bestOf(until, mode);
    if (held === void 0 || extreme === null || held.value === extreme.value) return [];
    return [
      {
        checkpoint: best,
        metric: monitor,
        mode,
        unit: "step",
        holds: step,
        value: held.value,
        bestAt: extreme.at.slice(0, 5).map((point) => (point.step ?? 0) + 1),
        best: extreme.value
      }
    ];
  });
}

// src/checks/checkpoints/best-missing.ts
var checkpointsBestMissing = defineCheck({
  id: "checkpoints/best-missing",
  title: "The best checkpoint is not there",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `The run itself says which checkpoint is the best, and that one was not kept: it was deleted to save space, or moved away. What is
left is another model than the one that the record speaks of.`,
  fix: `Keep the best one whatever else is deleted:

\`\`\`python
ModelCheckpoint(monitor="val_loss", mode="min", save_top_k=1)          # Lightning
TrainingArguments(load_best_model_at_end=True, save_total_limit=2)     # Trainer: keeps the best beside the last
\`\`\``,
  find: (evidence) => sameInAllRuns(
    evidence,
    evidence.inventories.flatMap(
      (inventory) => missing(inventory).map((facts) => ({ place: { run: inventory.run, file: facts.source }, facts }))
    )
  ),
  message: ({ named, source }) => `${quote(source, 80)} names ${quote(named, 80)} as the best, and the run left no such checkpoint.`
});
function missing(inventory) {
  const paths = inventory.files.map(({ path }) => path);
  const lightning = lightningClaims(inventory).filter(({ best }) => !paths.some((path) => path === best || path.includes(`/${best}`))).map(({ best, source }) => ({ named: best, source: source.neutralPath }));
  const trainer = trainerStates(inventory).flatMap(({ bestStep, neutralPath }) => {
    const named = `checkpoint-${bestStep ?? ""}`;
    const elsewhere2 = paths.some((path) => /(?:^|\/)checkpoint-\d+\//.test(path));
    if (bestStep === null || !elsewhere2 || paths.some((path) => new RegExp(`(?:^|/)${named}/`).test(path))) return [];
    return [{ named, source: neutralPath }];
  });
  return [...lightning, ...trainer];
}

// src/checks/checkpoints/best-not-best.ts
var checkpointsBestNotBest = defineCheck({
  id: "checkpoints/best-not-best",
  title: "The best checkpoint is not the best",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The best checkpoint is the one that ships. The metrics of the same run show another epoch as the best: the file is left over from an
earlier epoch, was copied from the wrong one, or was chosen by another metric than the one it names.`,
  fix: `Compare, remember and save in one place:

\`\`\`python
if val_accuracy > best_metric:
    best_metric = val_accuracy
    torch.save(state_of(epoch, best_metric), out / "best_model.pt")
\`\`\``,
  find: (evidence) => sameInAllRuns(
    evidence,
    evidence.inventories.flatMap(
      (inventory) => [...scriptBest(inventory), ...lightningBest(inventory), ...trainerBest(inventory)].map((facts) => ({
        place: { run: inventory.run, file: facts.checkpoint },
        facts
      }))
    )
  ),
  message: ({ checkpoint, metric, mode, unit, holds: holds2, value, bestAt, best }) => `${quote(checkpoint, 80)} holds ${holds2 === null ? `another ${unit}` : `${unit} ${holds2}`}${value === null ? "" : ` (${quote(metric)} ${value})`}; ${quote(metric)} is ${mode === "min" ? "lowest" : "highest"} at ${unit} ${formatList(bestAt.map(String), 3)} (${best}).`
});
function scriptBest(inventory) {
  return [...scriptCheckpoints(inventory).values()].flatMap((checkpoints) => {
    const best = checkpoints.find(({ name }) => name.kind === "best");
    const chosen = chosenBy(inventory, checkpoints);
    if (best === void 0 || chosen === null) return [];
    const { course, mode, shift } = chosen;
    const extreme = bestOf(course.points, mode);
    if (extreme === null) return [];
    const bestAt = extreme.at.flatMap(({ epoch }) => epoch === null ? [] : [epoch - shift]);
    const holds2 = heldEpoch(best, checkpoints, bestAt);
    if (holds2 === "best") return [];
    const value = course.points.find(({ epoch }) => epoch !== null && epoch - shift === holds2)?.value ?? null;
    return [
      {
        checkpoint: best.checkpoint.neutralPath,
        metric: course.name,
        mode,
        unit: "epoch",
        holds: holds2,
        value,
        bestAt: bestAt.slice(0, 5),
        best: extreme.value
      }
    ];
  });
}
function heldEpoch(best, checkpoints, bestAt) {
  if (best.epoch !== null && !bestAt.includes(best.epoch)) return best.epoch;
  const { weights } = best.checkpoint;
  if (weights === null) return "best";
  const numbered = checkpoints.filter(({ name, checkpoint }) => name.kind === "epoch" && checkpoint.weights !== null);
  const same = numbered.find(({ checkpoint }) => checkpoint.weights === weights);
  if (same !== void 0) return bestAt.includes(epochOf(same) ?? Number.NaN) ? "best" : epochOf(same);
  const candidates = best.epoch === null ? bestAt : [best.epoch];
  const known = candidates.every((epoch) => numbered.some((one) => epochOf(one) === epoch));
  return known ? null : "best";
}

// src/model/pair.ts
function mapPair(pair, map) {
  return { first: map(pair.first, "first"), second: map(pair.second, "second") };
}

// src/model/difference.ts
function leafEffect(leaf) {
  switch (leaf.kind) {
    case "missing":
    case "dtype":
    case "shape":
    case "entry-kind":
    case "bytes":
      return "content";
    case "values":
    case "scalar":
      return leaf.tolerated ? "tolerated" : "content";
    case "series":
      return !leaf.decides ? "none" : leaf.tolerated ? "tolerated" : "content";
    case "structure":
    case "container-bytes":
      return "structure";
    case "line":
      return "none";
    case "unread":
      return "unknown";
    default:
      leaf;
      return "unknown";
  }
}
function leavesOf(difference) {
  const found = [];
  const visit = (node, file) => {
    if (node.kind === "group") {
      for (const child of node.children) visit(child, node.level === "file" ? node : file);
      return;
    }
    const decides = file?.file?.decides ?? true;
    found.push({ leaf: node, file, effect: decides ? leafEffect(node) : "none" });
  };
  if (difference !== null) visit(difference, null);
  return found;
}

// src/checks/leaves-per-file.ts
function leavesPerFile(evidence, kind, accepts = () => true) {
  return evidence.comparisons.flatMap((comparison) => {
    const groups = /* @__PURE__ */ new Map();
    for (const located of leavesOf(comparison.difference)) {
      if (!isKind(located.leaf, kind) || !accepts(located.leaf)) continue;
      const key = located.file?.place ?? (located.leaf.kind === "missing" ? `/${located.leaf.place}` : "");
      const group = groups.get(key);
      if (group === void 0) groups.set(key, { located, leaves: [located.leaf] });
      else group.leaves.push(located.leaf);
    }
    return [...groups.values()].map(({ located, leaves }) => describe(evidence, comparison, located, leaves));
  });
}
function isKind(leaf, kind) {
  return leaf.kind === kind;
}
function describe(evidence, comparison, located, leaves) {
  const group = located.file?.file;
  const file = group === void 0 || group === null ? located.leaf.place : shownPath(group.paths, located.file?.place);
  const role = group?.role ?? roleOf(evidence, file) ?? "other";
  const neutralPath = located.file?.place ?? file;
  const place = { run: shownRun(evidence, comparison), file };
  return { comparison, place, file, neutralPath, role, decides: group?.decides ?? true, leaves };
}
function shownPath(paths, neutral2 = "") {
  if (paths.first === null || paths.second === null || paths.first === paths.second)
    return paths.first ?? paths.second ?? neutral2;
  return neutral2;
}
function shownRun(evidence, comparison) {
  return evidence.comparisons.length > 1 ? comparison.second : null;
}
function roleOf(evidence, path) {
  for (const inventory of evidence.inventories)
    for (const file of inventory.files) if (file.path === path || file.neutralPath === path) return file.role;
  return null;
}

// src/checks/checkpoints/bytes-differ-content-equal.ts
var checkpointsBytesDifferContentEqual = defineCheck({
  id: "checkpoints/bytes-differ-content-equal",
  title: "Bytes differ, content is equal",
  severity: "notice",
  certainty: "measured",
  since: "0.1.0",
  why: `Every tensor and every value was compared and is the same to the last bit, so this is reproducible. A check by
\`sha256sum\` of the file would still fail: the container carries something that is not content, such as the file's name inside
the archive, or the order of keys.`,
  fix: `Nothing has to be done. To get the same bytes too, save under the same file name in every run (torch writes the name into
the archive), or save as safetensors:

\`\`\`python
safetensors.torch.save_file(model.state_dict(), out / "model.safetensors")
\`\`\``,
  find: (evidence) => leavesPerFile(evidence, "container-bytes").filter(({ decides, role }) => decides && role === "checkpoint").map(({ place, leaves }) => ({ place, facts: { causes: [...new Set(leaves.flatMap((leaf) => leaf.causes))] } })),
  message: ({ causes }) => causes.length === 0 ? "The bytes differ and the content is equal; the cause in the container is not known." : `The bytes differ and the content is equal; the container differs in ${formatList(causes, 8)}.`
});

// src/model/checkpoint-name.ts
var patterns = [
  ["epoch", /(?:^|[_./-])checkpoint[_-]epoch[_-](\d{1,9})(?:\.[^/]*)?$/i],
  ["epoch", /(?:^|[/_.-])epoch[_=-]?(\d{1,9})(?=\D|$)[^/]*$/i],
  ["step", /(?:^|\/)(?:checkpoint|global_step|step)[_-]?(\d{1,9})(?:\/[^/]*|\.[^/]*)?$/i]
];
function checkpointNumber(path) {
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(path);
    if (match !== null) return { kind, number: Number(match[1]) };
  }
  return null;
}

// src/checks/checkpoints/epoch-disagrees.ts
var checkpointsEpochDisagrees = defineCheck({
  id: "checkpoints/epoch-disagrees",
  title: "Name and content tell different epochs",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `One of the two is wrong, and whoever picks the file by its name gets another epoch than they think. Counting from 0 in one
place and from 1 in the other is accepted, as long as it is the same in all checkpoints of the run.`,
  fix: `Take both from one variable:

\`\`\`python
torch.save({"epoch": epoch, ...}, out / f"checkpoint_epoch_{epoch}.pt")
\`\`\``,
  find: (evidence) => sameInAllRuns(
    evidence,
    evidence.inventories.flatMap((inventory) => {
      const numbered = inventory.checkpoints.flatMap(namedAndInside);
      const bad = disagreeing(numbered);
      const [example] = bad;
      if (example === void 0) return [];
      return [
        {
          place: { run: inventory.run, file: example.path, entry: "epoch" },
          facts: {
            checkpoints: numbered.length,
            disagreeing: bad.length,
            example: example.path,
            named: example.named,
            inside: example.inside.toString()
          }
        }
      ];
    })
  ),
  message: ({ checkpoints, disagreeing: count, example, named, inside }) => `${formatInteger(count)} of ${plural(checkpoints, "checkpoint")} ${count === 1 ? "disagrees" : "disagree"} with the name: ${quote(
    example
  )} says epoch ${formatInteger(named)}, "epoch" inside is ${formatInteger(inside)}.`
});
function namedAndInside(checkpoint) {
  const number = checkpointNumber(checkpoint.neutralPath);
  const value = Object.hasOwn(checkpoint.values, "epoch") ? checkpoint.values.epoch : void 0;
  if (number?.kind !== "epoch" || value?.type !== "int") return [];
  return [{ path: checkpoint.neutralPath, named: number.number, inside: BigInt(value.text) }];
}
function disagreeing(numbered) {
  const off = (offset) => numbered.filter(({ named, inside }) => inside - BigInt(named) !== offset);
  return [off(0n), off(-1n), off(1n)].reduce((best, next) => next.length < best.length ? next : best);
}

// src/checks/records-in-runs.ts
function recordsOf(inventory, kind) {
  return inventory.records.filter((record) => record.kind === kind);
}
function sharedRecords(evidence, kind) {
  const byPath = /* @__PURE__ */ new Map();
  for (const inventory of evidence.inventories)
    for (const record of recordsOf(inventory, kind)) {
      const copies = byPath.get(record.neutralPath) ?? [];
      copies.push({ run: inventory.run, record });
      byPath.set(record.neutralPath, copies);
    }
  return [...byPath].map(([neutralPath, copies]) => {
    const [first] = copies;
    const samePath = copies.every(({ record }) => record.path === first?.record.path);
    return {
      neutralPath,
      run: copies.length === 1 && evidence.inventories.length > 1 ? first?.run ?? null : null,
      file: samePath ? first?.record.path ?? neutralPath : neutralPath,
      copies
    };
  });
}
function pairedRecords(evidence, kind, accepts = () => true) {
  return evidence.comparisons.flatMap((comparison) => {
    const first = evidence.inventories.find(({ run }) => run === comparison.first);
    const second = evidence.inventories.find(({ run }) => run === comparison.second);
    if (first === void 0 || second === void 0) return [];
    const records = recordsOf(first, kind).filter(accepts);
    const others = recordsOf(second, kind).filter(accepts);
    const ownNames = {
      first: namesOf(evidence, comparison.first, comparison.ownNames?.first),
      second: namesOf(evidence, comparison.second, comparison.ownNames?.second)
    };
    return records.flatMap((record) => {
      const other = others.find(({ neutralPath }) => neutralPath === record.neutralPath) ?? (records.length === 1 && others.length === 1 ? others[0] : void 0);
      if (other === void 0) return [];
      const file = record.path === other.path ? record.path : record.neutralPath;
      const run = evidence.comparisons.length > 1 ? comparison.second : null;
      return [
        {
          neutralPath: record.neutralPath,
          file,
          run,
          second: comparison.second,
          records: { first: record, second: other },
          ownNames
        }
      ];
    });
  });
}
function namesOf(evidence, number, found = []) {
  const run = evidence.runs.find((candidate) => candidate.number === number);
  return [...found, ...run === void 0 ? [] : givenNames(run)].toSorted((a, b) => b.text.length - a.text.length);
}
function givenNames(run) {
  const names3 = [
    { text: run.environment.TRAIN_TWICE_OUTPUT_DIR ?? "", placeholder: "‹folder›" },
    { text: run.workingDirectory, placeholder: "‹working directory›" },
    { text: run.hostName, placeholder: "‹host›" }
  ];
  return names3.filter(({ text }) => text.length >= 4);
}

// src/checks/configurations.ts
var configurationKeys = [
  "config",
  "cfg",
  "configuration",
  "hyper_parameters",
  "hparams",
  "args"
];
function configurationsOf(inventory) {
  const files = recordsOf(inventory, "configuration").filter(({ path, problems }) => problems.length === 0 && !/(?:^|\/)\.hydra\/hydra\.yaml$/.test(path)).map(({ path, neutralPath, value, line }) => ({
    file: path,
    neutralFile: neutralPath,
    entry: null,
    line: line ?? null,
    value
  }));
  const seen = /* @__PURE__ */ new Set();
  const checkpoints = inventory.checkpoints.flatMap(
    ({ path, neutralPath, values }) => configurationKeys.flatMap((key) => {
      const value = Object.hasOwn(values, key) ? values[key] : void 0;
      if (value?.type !== "map" || value.items.length === 0) return [];
      const identity = JSON.stringify([key, value]);
      if (seen.has(identity)) return [];
      seen.add(identity);
      return [{ file: path, neutralFile: neutralPath, entry: key, line: null, value }];
    })
  );
  return [...files, ...checkpoints];
}
function placeText({ neutralFile, entry, line }) {
  if (entry !== null) return `${quote(entry)} in ${quote(neutralFile, 80)}`;
  return `${quote(neutralFile, 80)}${line === null ? "" : `, line ${line}`}`;
}
var seedNames = [
  /^seed$/i,
  /^(?:random|global|manual|rng|train(?:ing)?)[_-]?seed$/i,
  /^random_state$/i
];
function recordedSeed(place) {
  const leaves = plainLeaves(place.value);
  for (const name of seedNames) {
    const found = leaves.filter(({ key, value }) => name.test(key) && value.type === "int").toSorted((a, b) => a.pointer.split("/").length - b.pointer.split("/").length)[0];
    if (found?.value.type === "int") return { place, pointer: found.pointer, seed: found.value.text };
  }
  return null;
}
function seedOfRun(inventory) {
  for (const place of configurationsOf(inventory)) {
    const found = recordedSeed(place);
    if (found !== null) return found;
  }
  return null;
}

// src/checks/checkpoints/epoch-gap.ts
var enoughEpochs = 4;
var checkpointsEpochGap = defineCheck({
  id: "checkpoints/epoch-gap",
  title: "An epoch has no checkpoint",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `Checkpoints were saved at a fixed interval, and some are missing in between: a save failed, or files were cleaned up by
hand. What is gone can be neither compared nor resumed from.`,
  fix: `Save at a fixed interval, and keep either all of them or the last N (which leaves no gap in between):

\`\`\`python
if epoch % config.save_every == 0:
    torch.save(state, out / f"checkpoint_epoch_{epoch}.pt")
\`\`\``,
  find: (evidence) => sameInAllRuns(
    evidence,
    evidence.inventories.flatMap(
      (inventory) => [...conventionFolders(inventory)].flatMap(([folder, names3]) => {
        const epochs = [...new Set(names3.flatMap((name) => name.kind === "epoch" ? [name.epoch] : []))].sort(
          (a, b) => a - b
        );
        const declared = declaredInterval(inventory);
        const gap = declared === null ? gapOf(epochs) : declaredGap(epochs, declared);
        return gap === null ? [] : [
          {
            place: { run: inventory.run, file: folder === "" ? null : folder },
            facts: { ...gap, found: epochs.slice(0, 50) }
          }
        ];
      })
    )
  ),
  message: ({ interval, missing: missing2, declaredBy }) => `Checkpoints were ${declaredBy === null ? "saved" : "to be saved"} every ${interval === 1 ? "epoch" : plural(interval, "epoch")}${declaredBy === null ? "" : ` by ${quote(declaredBy)} of the configuration`}, ${declaredBy === null ? "except" : "and there is none of"} epoch ${formatList(missing2.map(String))}.`
});
var intervalSettings = /^(?:(?:save|checkpoint|ckpt)[_-]?(?:every|interval|freq(?:uency)?|period)(?:_(?:n_)?epochs?)?|(?:save|checkpoint)_every_n_epochs|every_n_epochs)$/i;
var keepSettings = /^(?:keep_last(?:_n)?|save_total_limit|max_to_keep|save_top_k|keep_checkpoints)$/i;
function declaredInterval(inventory) {
  const leaves = configurationsOf(inventory).flatMap(({ value }) => plainLeaves(value));
  const found = leaves.filter(
    ({ key, value }) => intervalSettings.test(key) && value.type === "int" && Number(value.text) > 0
  );
  const [first] = found;
  if (first?.value.type !== "int" || found.some(
    ({ value }) => value.type === "int" && Number(value.text) !== Number(first.value.type === "int" ? first.value.text : 0)
  ))
    return null;
  const keepsAll = !leaves.some(
    ({ key, value }) => keepSettings.test(key) && value.type === "int" && Number(value.text) > 0
  );
  return { interval: Number(first.value.text), pointer: first.pointer, keepsAll };
}
function declaredGap(epochs, { interval, pointer, keepsAll }) {
  const last2 = epochs.at(-1);
  const first = epochs[0];
  if (last2 === void 0 || first === void 0) return null;
  const offset = epochs.filter((epoch) => epoch % interval === 0).length * 2 >= epochs.length ? 0 : interval - 1;
  const begin = keepsAll ? offset || interval : first;
  const there = new Set(epochs);
  const missing2 = [];
  for (let epoch = begin; epoch < last2 && missing2.length < 1e3; epoch += interval)
    if (!there.has(epoch)) missing2.push(epoch);
  return missing2.length === 0 ? null : { interval, missing: missing2, declaredBy: pointer };
}
function gapOf(epochs) {
  if (epochs.length < enoughEpochs) return null;
  const steps = epochs.slice(1).map((epoch, index) => epoch - (epochs[index] ?? 0));
  const interval = Math.min(...steps.slice(0, 1e3));
  const odd = steps.filter((step) => step !== interval);
  if (odd.length === 0 || odd.length * 3 > steps.length || odd.some((step) => step % interval !== 0)) return null;
  const missing2 = [];
  for (const [index, step] of steps.entries())
    for (let at2 = interval; at2 < step && missing2.length < 1e3; at2 += interval) missing2.push((epochs[index] ?? 0) + at2);
  return { interval, missing: missing2, declaredBy: null };
}

// src/checks/checkpoints/epoch-outside-run.ts
var checkpointsEpochOutsideRun = defineCheck({
  id: "checkpoints/epoch-outside-run",
  title: "A checkpoint is of an epoch that never was",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The number in the name lies beyond the last epoch of the run: the file is left over from a longer training, or was renamed. Whoever
takes the highest number takes a model of another run.`,
  fix: `Start every run in an empty folder:

\`\`\`python
out.mkdir(parents=True, exist_ok=False)
\`\`\``,
  find: (evidence) => sameInAllRuns(
    evidence,
    evidence.inventories.flatMap(
      (inventory) => ["epoch", "step"].flatMap((unit) => {
        const end = unit === "epoch" ? lastEpoch(inventory) : lastStep(inventory);
        if (end === null) return [];
        const [beyond] = inventory.checkpoints.flatMap(({ neutralPath }) => {
          const number2 = checkpointNumber(neutralPath);
          return number2?.kind === unit && number2.number > end.last ? [{ neutralPath, number: number2.number }] : [];
        }).toSorted((a, b) => b.number - a.number);
        if (beyond === void 0) return [];
        const { neutralPath: checkpoint, number } = beyond;
        return [
          {
            place: { run: inventory.run, file: checkpoint },
            facts: { checkpoint, unit, number, ...end }
          }
        ];
      })
    )
  ),
  message: ({ checkpoint, unit, number, last: last2, by }) => `${quote(checkpoint, 80)} is of ${unit} ${number}, and the run ended with ${unit} ${last2} by ${by}.`
});
var epochSettings = /^(?:epochs|max_epochs|num_epochs|n_epochs|num_train_epochs|total_epochs)$/i;
function lastEpoch(inventory) {
  const counted = inventory.series.filter(({ stepKind, steps }) => stepKind === "epoch" && steps.length > 0);
  const ends = counted.map(({ name, steps }) => {
    const fromZero = steps[0] === 0;
    return { last: (steps.at(-1) ?? 0) + (fromZero ? 1 : 0), by: quote(name) };
  });
  const [longest] = ends.toSorted((a, b) => b.last - a.last);
  if (longest !== void 0) return longest;
  for (const { value } of configurationsOf(inventory))
    for (const { key, pointer, value: setting2 } of plainLeaves(value))
      if (epochSettings.test(key) && setting2.type === "int")
        return { last: Number(setting2.text), by: `${quote(pointer)} of the configuration` };
  return null;
}
function lastStep(inventory) {
  const [longest] = trainerStates(inventory).toSorted((a, b) => b.globalStep - a.globalStep);
  return longest === void 0 || longest.globalStep <= 0 ? null : { last: longest.globalStep, by: quote(longest.neutralPath, 80) };
}

// src/checks/checkpoints/executable-references.ts
var checkpointsExecutableReferences = defineCheck({
  id: "checkpoints/executable-references",
  title: "Loading this checkpoint runs code",
  severity: "notice",
  certainty: "measured",
  since: "0.1.0",
  why: `\`torch.load(..., weights_only=False)\` imports and calls what the file names. This tool never does: it reads the file as
data. Whoever receives the checkpoint has to trust it like a program, and must have the same modules installed.`,
  fix: `Save tensors and plain values, and load with \`weights_only=True\`:

\`\`\`python
torch.save({"model_state_dict": model.state_dict(), "config": dict(config)}, path)
state = torch.load(path, weights_only=True)
\`\`\``,
  find: (evidence) => evidence.comparisons.flatMap(
    (comparison) => comparison.coverage.checkpoints.filter((checkpoint) => checkpoint.executableReferences.length > 0).map((checkpoint) => ({
      place: { run: shownRun(evidence, comparison), file: checkpoint.place },
      facts: { names: [...new Set(checkpoint.executableReferences)].sort() }
    }))
  ),
  message: ({ names: names3 }) => `Unpickling this file would import and call ${plural(names3.length, "name")} that ${names3.length === 1 ? "is" : "are"} no plain data: ${formatList(names3, 4)}.`
});

// src/checks/training-keys.ts
var trainingKeys = [
  "epoch",
  "model_state_dict",
  "optimizer_state_dict",
  "scheduler_state_dict",
  "best_metric",
  "config"
];
function looksLikeTraining(checkpoint) {
  const found = trainingKeys.filter((key) => checkpoint.keys.includes(key));
  return found.length >= 2 || checkpoint.keys.includes("model_state_dict");
}

// src/checks/checkpoints/key-types-wrong.ts
var allowed = {
  epoch: { types: ["int"], expected: "an int" },
  model_state_dict: { types: ["map"], expected: "a mapping of tensors" },
  optimizer_state_dict: { types: ["map"], expected: "a mapping" },
  scheduler_state_dict: { types: ["map", "none"], expected: "a mapping" },
  best_metric: { types: ["float", "int", "none", "map"], expected: "a number" },
  config: { types: ["map"], expected: "a mapping" }
};
var checkpointsKeyTypesWrong = defineCheck({
  id: "checkpoints/key-types-wrong",
  title: "A key of a checkpoint has the wrong type",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `Code that resumes or releases the model reads these keys. An epoch that is a text or a configuration that is one long
string is found out at the worst time.`,
  fix: `Save plain values of the expected type:

\`\`\`python
"epoch": int(epoch),
"best_metric": float(best_metric),
"config": OmegaConf.to_container(config, resolve=True),
\`\`\``,
  find: (evidence) => {
    const byWrong = /* @__PURE__ */ new Map();
    for (const inventory of evidence.inventories)
      for (const checkpoint of inventory.checkpoints.filter(looksLikeTraining)) {
        const wrong2 = wrongKeys(checkpoint);
        if (wrong2.length === 0) continue;
        const group = byWrong.get(wrong2.join()) ?? { wrong: wrong2, paths: /* @__PURE__ */ new Set() };
        group.paths.add(checkpoint.neutralPath);
        byWrong.set(wrong2.join(), group);
      }
    return [...byWrong.values()].map(({ wrong: wrong2, paths }) => ({
      place: { file: [...paths][0] ?? null },
      facts: { wrong: wrong2, checkpoints: paths.size }
    }));
  },
  message: ({ wrong: wrong2, checkpoints }) => `In ${plural(checkpoints, "checkpoint")}, ${formatClauses(wrong2, 6)}.`
});
function wrongKeys(checkpoint) {
  return trainingKeys.flatMap((key) => {
    const value = Object.hasOwn(checkpoint.values, key) ? checkpoint.values[key] : void 0;
    const { types, expected: expected2 } = allowed[key];
    if (value === void 0 || types.includes(value.type)) return [];
    return [`${quote(key)} is ${describe2(value)}, expected ${expected2}`];
  });
}
function describe2(value) {
  if (value.type === "map") return "a mapping";
  if (value.type === "list") return "a list";
  return value.type === "none" ? "None" : `the ${value.type} ${quote(value.text, 40)}`;
}

// src/checks/checkpoints/keys-missing.ts
var checkpointsKeysMissing = defineCheck({
  id: "checkpoints/keys-missing",
  title: "A checkpoint lacks a key",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `Without the optimizer's and the scheduler's state a training cannot be resumed as it was; without epoch, best metric and
configuration nobody can tell where the file came from.`,
  fix: `Save all six:

\`\`\`python
torch.save({
    "epoch": epoch,
    "model_state_dict": model.state_dict(),
    "optimizer_state_dict": optimizer.state_dict(),
    "scheduler_state_dict": scheduler.state_dict(),
    "best_metric": best_metric,
    "config": dict(config),
}, path)
\`\`\``,
  find: (evidence) => {
    const byMissing = /* @__PURE__ */ new Map();
    for (const inventory of evidence.inventories)
      for (const checkpoint of inventory.checkpoints.filter(looksLikeTraining)) {
        const missing2 = trainingKeys.filter((key) => !checkpoint.keys.includes(key));
        if (missing2.length === 0) continue;
        const group = byMissing.get(missing2.join()) ?? { missing: missing2, paths: /* @__PURE__ */ new Set() };
        group.paths.add(checkpoint.neutralPath);
        byMissing.set(missing2.join(), group);
      }
    return [...byMissing.values()].map(({ missing: missing2, paths }) => {
      const [example = ""] = paths;
      return { place: { file: example }, facts: { missing: missing2, checkpoints: paths.size, example } };
    });
  },
  message: ({ missing: missing2, checkpoints, example }) => `${plural(checkpoints, "checkpoint")} (${checkpoints === 1 ? "" : "e.g. "}${quote(example)}) ${checkpoints === 1 ? "lacks" : "lack"} ${formatList(
    missing2.map((key) => quote(key)),
    6
  )}; all of ${formatList(
    trainingKeys.map((key) => quote(key)),
    6
  )} were expected.`
});

// src/checks/checkpoints/kinds-differ.ts
var checkpointsKindsDiffer = defineCheck({
  id: "checkpoints/kinds-differ",
  title: "Entries are of different kinds",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The same place holds another kind of thing in each run: a tensor here, a number there; a list of another length. The two
files were not made by the same steps, even where their numbers look alike.`,
  fix: `Give each key one kind of value, and give lists a length that does not depend on the run:

\`\`\`python
state["best_metric"] = float(best)      # never sometimes a tensor, sometimes None
\`\`\``,
  find: (evidence) => leavesPerFile(evidence, "entry-kind").filter(({ decides }) => decides).flatMap(({ place, leaves }) => {
    const [example] = leaves;
    if (example === void 0) return [];
    const { first, second } = example.kinds;
    return [
      {
        place: { ...place, entry: example.place },
        facts: { differing: leaves.length, example: example.place, first, second }
      }
    ];
  }),
  message: ({ differing: differing2, example, first, second }) => `${plural(differing2, "entry", "entries")} ${differing2 === 1 ? "is" : "are"} of another kind in the second run: ${quote(
    example
  )} is ${quote(first, 80)} in the first and ${quote(second, 80)} in the second.`
});

// src/checks/checkpoints/latest-not-newest.ts
var checkpointsLatestNotNewest = defineCheck({
  id: "checkpoints/latest-not-newest",
  title: "The latest checkpoint is not the newest",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `A training that is resumed goes on from the latest checkpoint. Where that is an older one, epochs are trained twice, and nobody notices.`,
  fix: `Write the latest one at every save, from the same state:

\`\`\`python
torch.save(state, out / f"checkpoint_epoch_{epoch}.pt")
torch.save(state, out / "checkpoint_latest.pt")
\`\`\``,
  find: (evidence) => sameInAllRuns(
    evidence,
    evidence.inventories.flatMap(
      (inventory) => [...scriptLatest(inventory), ...lightningLast(inventory)].map((facts) => ({
        place: { run: inventory.run, file: facts.latest },
        facts
      }))
    )
  ),
  message: ({ latest, newest, unit, holds: holds2, of }) => holds2 === null ? `${quote(latest, 80)} says ${unit} ${of}, and does not hold the weights of ${quote(newest, 80)}.` : `${quote(latest, 80)} holds ${unit} ${holds2}, and ${quote(newest, 80)} holds ${unit} ${of}.`
});
function scriptLatest(inventory) {
  return [...scriptCheckpoints(inventory).values()].flatMap((checkpoints) => {
    const latest = checkpoints.find(({ name }) => name.kind === "latest");
    const [newest] = checkpoints.filter((one) => one.name.kind === "epoch" && epochOf(one) !== null).toSorted((a2, b2) => (epochOf(b2) ?? 0) - (epochOf(a2) ?? 0));
    const of = newest === void 0 ? null : epochOf(newest);
    if (latest === void 0 || newest === void 0 || of === null) return [];
    const facts = { latest: latest.checkpoint.neutralPath, newest: newest.checkpoint.neutralPath, unit: "epoch", of };
    if (latest.epoch !== null && latest.epoch < of) return [{ ...facts, holds: latest.epoch }];
    const [a, b] = [latest.checkpoint.weights, newest.checkpoint.weights];
    return latest.epoch === of && a !== null && b !== null && a !== b ? [{ ...facts, holds: null }] : [];
  });
}
function lightningLast(inventory) {
  const all = inventory.checkpoints.filter(isLightning);
  return all.filter(({ path }) => /(?:^|\/)last(?:-v\d+)?\.ckpt$/.test(path)).flatMap((last2) => {
    const folder = last2.path.slice(0, last2.path.lastIndexOf("/") + 1);
    const beside = all.filter(({ path }) => path.startsWith(folder) && !/\/last(?:-v\d+)?\.ckpt$/.test(`/${path}`));
    const [newest] = beside.toSorted((a, b) => globalStep(b) - globalStep(a));
    if (newest === void 0 || globalStep(newest) <= globalStep(last2)) return [];
    const { neutralPath } = newest;
    return [
      {
        latest: last2.neutralPath,
        newest: neutralPath,
        unit: "step",
        holds: globalStep(last2),
        of: globalStep(newest)
      }
    ];
  });
}

// src/checks/missing-files.ts
function missingFiles(evidence) {
  return leavesPerFile(evidence, "missing", (leaf) => leaf.what === "file").filter(({ decides }) => decides).flatMap(
    ({ comparison, file, role, leaves }) => leaves.map((leaf) => {
      const { first, second } = comparison;
      const [run, other] = leaf.presentIn === "first" ? [first, second] : [second, first];
      return { place: { run, file }, role, run, other, summary: leaf.summary };
    })
  );
}

// src/checks/checkpoints/missing-in-one-run.ts
var checkpointsMissingInOneRun = defineCheck({
  id: "checkpoints/missing-in-one-run",
  title: "A checkpoint stands in one run only",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The runs saved different sets of checkpoints: they took a different number of epochs, stopped early at different points,
or named another epoch the best. A name that carries a metric (\`epoch=3-val_loss=0.412.ckpt\`) shows the same: that metric differs.`,
  fix: `Look at the first metric that differs: it decided what was saved. Where the name itself carries something random or the
time, name checkpoints by epoch or step:

\`\`\`python
path = out / f"checkpoint_epoch_{epoch}.pt"
\`\`\``,
  find: (evidence) => missingFiles(evidence).filter(({ role }) => role === "checkpoint").map(({ place, run, other }) => ({
    place,
    facts: {
      run,
      other,
      checkpoints: evidence.inventories.find((inventory) => inventory.run === other)?.files.filter((file) => file.role === "checkpoint").length ?? 0
    }
  })),
  message: ({ run, other, checkpoints }) => `Only run ${run} has this checkpoint; run ${other} has ${plural(checkpoints, "checkpoint")}, none of which belongs to it.`
});

// src/checks/checkpoints/names-missing.ts
var spelled = { best: "best_model", epoch: "checkpoint_epoch_N", latest: "checkpoint_latest" };
var checkpointsNamesMissing = defineCheck({
  id: "checkpoints/names-missing",
  title: "A kind of checkpoint is missing",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `The best model is what is released, the latest is what a stopped training goes on from, and the ones by epoch show when two
runs parted. Each of the three answers a question that the others cannot.`,
  fix: `Save all three:

\`\`\`python
torch.save(state, out / f"checkpoint_epoch_{epoch}.pt")
torch.save(state, out / "checkpoint_latest.pt")
if metric > best:
    torch.save(state, out / "best_model.pt")
\`\`\``,
  find: (evidence) => [...missingByFolder(evidence)].map(([, { folder, present, missing: missing2, runs }]) => ({
    place: {
      file: folder === "" ? null : folder,
      run: runs.length === evidence.inventories.length ? null : runs[0] ?? null
    },
    facts: { present, missing: missing2, runs }
  })),
  message: ({ present, missing: missing2 }) => `${formatList(present.map((name) => quote(name)))} ${present.length === 1 ? "is" : "are"} there; ${formatList(
    missing2.map((name) => quote(name))
  )} ${missing2.length === 1 ? "was" : "were"} expected beside ${present.length === 1 ? "it" : "them"}.`
});
function missingByFolder(evidence) {
  const found = /* @__PURE__ */ new Map();
  for (const inventory of evidence.inventories)
    for (const [folder, names3] of conventionFolders(inventory)) {
      const kinds = ["best", "epoch", "latest"].map((kind) => ({
        kind,
        there: names3.some((name) => name.kind === kind)
      }));
      const missing2 = kinds.filter(({ there }) => !there).map(({ kind }) => spelled[kind]);
      if (missing2.length === 0) continue;
      const present = kinds.filter(({ there }) => there).map(({ kind }) => spelled[kind]);
      const key = JSON.stringify([folder, missing2]);
      const known = found.get(key);
      if (known === void 0) found.set(key, { folder, present, missing: missing2, runs: [inventory.run] });
      else known.runs.push(inventory.run);
    }
  return found;
}

// src/checks/checkpoints/names-unconventional.ts
var otherConventions = /(?:^|\/)(?:checkpoint-\d+\/|last(?:-v\d+)?\.ckpt|epoch=\d+|global_step\d+\/|adapter_model|model(?:-\d+-of-\d+)?\.safetensors|pytorch_model)/;
var checkpointsNamesUnconventional = defineCheck({
  id: "checkpoints/names-unconventional",
  title: "Checkpoint names follow no convention",
  severity: "notice",
  certainty: "measured",
  since: "0.1.0",
  why: `A name that says "best", "latest" or the epoch lets people and tools pick the right file, and lets this audit hold the
name against what is inside.`,
  fix: `Use \`best_model\`, \`checkpoint_epoch_N\` and \`checkpoint_latest\`:

\`\`\`python
torch.save(state, out / f"checkpoint_epoch_{epoch}.pt")
torch.save(state, out / "checkpoint_latest.pt")
if metric > best:
    torch.save(state, out / "best_model.pt")
\`\`\``,
  find: (evidence) => {
    const names3 = [...new Set(evidence.inventories.flatMap((inventory) => namesOfRun(inventory)))];
    const conventional = names3.some((name) => scriptName(name) !== null || otherConventions.test(name));
    return names3.length === 0 || conventional ? [] : [{ facts: { checkpoints: names3.length, names: names3.slice(0, 5) } }];
  },
  message: ({ checkpoints, names: names3 }) => `${plural(checkpoints, "checkpoint")} ${checkpoints === 1 ? "is" : "are"} named ${formatList(
    names3.map((name) => quote(name, 60)),
    3
  )}; "best_model", "checkpoint_epoch_N" or "checkpoint_latest" was expected.`
});

// src/checks/checkpoints/none-found.ts
var checkpointsNoneFound = defineCheck({
  id: "checkpoints/none-found",
  title: "No checkpoint was found",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `Weights are the strongest evidence that two trainings did the same: a metric that is printed in four digits agrees long
after the weights parted. Without a checkpoint the verdict rests on metrics alone.`,
  fix: `Save one, into the folder that the run was given:

\`\`\`python
out = pathlib.Path(os.environ.get("TRAIN_TWICE_OUTPUT_DIR", "outputs"))
torch.save({"epoch": epoch, "model_state_dict": model.state_dict()}, out / "checkpoint_latest.pt")
\`\`\`

If there is one and it was not found, it lies outside \`outputs\` or under an \`ignore\` glob: the table of files that were not
compared says which.`,
  find: (evidence) => {
    const files = evidence.inventories.reduce((sum, inventory) => sum + inventory.files.length, 0);
    const found = evidence.inventories.some((inventory) => inventory.files.some((file) => file.role === "checkpoint"));
    return found || evidence.inventories.length === 0 ? [] : [{ facts: { files, runs: evidence.inventories.length } }];
  },
  message: ({ files, runs }) => `None of the ${plural(files, "file")} of ${plural(runs, "run")} is a checkpoint in a format that can be read; at least one was expected.`
});

// src/checks/checkpoints/opaque-differs.ts
var checkpointsOpaqueDiffers = defineCheck({
  id: "checkpoints/opaque-differs",
  title: "Entries compared as bytes differ",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `Part of the checkpoint is something that this tool does not take apart. It is compared all the same, as bytes, because
what is left out of a comparison could be the very thing that differs.`,
  fix: `Save tensors and plain values only; make objects of your own into dictionaries:

\`\`\`python
torch.save({"config": dataclasses.asdict(config), "model_state_dict": model.state_dict()}, path)
\`\`\``,
  find: (evidence) => leavesPerFile(evidence, "bytes").filter(({ decides, role }) => decides && (role === "checkpoint" || role === "metrics")).flatMap(({ place, leaves }) => {
    const [example] = leaves;
    if (example === void 0) return [];
    const { sizes, what, firstOffset } = example;
    return [
      {
        place: { ...place, entry: example.place === "" ? null : example.place },
        facts: {
          differing: leaves.length,
          example: example.place,
          what,
          first: sizes.first,
          second: sizes.second,
          firstOffset
        }
      }
    ];
  }),
  message: ({ differing: differing2, example, what, first, second, firstOffset }) => `${plural(differing2, "part")} compared as bytes ${differing2 === 1 ? "differs" : "differ"}: ${example === "" ? "the file" : quote(example)} (${what}, ${formatSizes(first, second)}) from byte ${formatInteger(firstOffset)} on.`
});

// src/checks/checkpoints/resumption-not-exact.ts
var checkpointsResumptionNotExact = defineCheck({
  id: "checkpoints/resumption-not-exact",
  title: "A resumed training would not be the same",
  severity: "notice",
  certainty: "measured",
  since: "0.1.0",
  why: `Weights and optimizer are there, so the training can go on; but dropout, augmentation and the order of the data would be drawn anew
from where it stopped. A run that is resumed then differs from one that was not.`,
  fix: `Save the states of the generators too, and of the gradient scaler where there is one:

\`\`\`python
"rng_state": {
    "python": random.getstate(),
    "numpy": numpy.random.get_state(),
    "torch": torch.get_rng_state(),
    "cuda": torch.cuda.get_rng_state_all(),
    "order": loader.generator.get_state(),
},
"scaler": scaler.state_dict(),
\`\`\``,
  find: (evidence) => {
    const found = /* @__PURE__ */ new Map();
    for (const inventory of evidence.inventories) {
      const mixed = usesMixedPrecision(inventory);
      for (const checkpoint of inventory.checkpoints) {
        if (!canResume(checkpoint)) continue;
        const missing2 = missingState(checkpoint, inventory, mixed);
        if (missing2.length > 0 && !found.has(missing2.join()))
          found.set(missing2.join(), { missing: missing2, example: checkpoint.neutralPath });
      }
    }
    return [...found.values()].map((facts) => ({ place: { file: facts.example }, facts }));
  },
  message: ({ missing: missing2, example }) => `${quote(example, 80)} holds no ${formatList(missing2)}: a training that is resumed from it draws other random numbers than one that never stopped.`
});
function canResume(checkpoint) {
  const optimizer = checkpoint.keys.some((key) => /optim/i.test(key));
  return optimizer && (looksLikeTraining(checkpoint) || isLightning(checkpoint));
}
function missingState(checkpoint, inventory, mixed) {
  const has2 = (name) => checkpoint.keys.some((key) => name.test(key)) || siblings(checkpoint, inventory).some((file) => name.test(file));
  return [
    ...has2(/rng|random|generator/i) ? [] : ["state of the random generators"],
    ...!mixed || has2(/scaler|amp|MixedPrecision/i) ? [] : ["state of the gradient scaler"]
  ];
}
function siblings({ path }, inventory) {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return inventory.files.filter((file) => file.path.startsWith(folder) && !file.path.slice(folder.length).includes("/")).map((file) => file.path.slice(folder.length)).filter((name) => /^(?:rng_state|random_states|scaler)/.test(name));
}
function usesMixedPrecision(inventory) {
  return configurationsOf(inventory).some(
    ({ value }) => plainLeaves(value).some(
      ({ key, value: setting2 }) => /^(?:fp16|use_amp|amp|mixed_precision)$/i.test(key) && (setting2.type === "bool" && setting2.text === "True" || setting2.type === "str" && /^(?:fp16|float16)$/i.test(setting2.text)) || /^precision$/i.test(key) && setting2.type === "str" && /^16-(?:mixed|true)$/.test(setting2.text)
    )
  );
}

// src/checks/checkpoints/scalars-differ.ts
var checkpointsScalarsDiffer = defineCheck({
  id: "checkpoints/scalars-differ",
  title: "Values in a checkpoint differ",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `Counters, metrics, settings and the states of random generators belong to the result: a training that is resumed goes on
from them. Values are compared exactly (an int is no float, −0 is not +0). The folders and times of each run are taken out of
texts before, so what is left is a real difference.`,
  fix: `Where the value is a time, a duration, a random id or a path that no run can repeat, do not save it, or set it aside by name:

\`\`\`yaml
ignore:
  scalars: ["**/wall_time", "run_id"]
\`\`\``,
  find: (evidence) => leavesPerFile(evidence, "scalar", (leaf) => !leaf.tolerated).filter(({ decides }) => decides).flatMap(({ place, leaves }) => {
    const [example] = leaves;
    if (example === void 0) return [];
    const { first, second } = example.values;
    return [
      {
        place: { ...place, entry: example.place },
        facts: {
          differing: leaves.length,
          example: example.place,
          first: `${first.type} ${quote(first.text, 80)}`,
          second: `${second.type} ${quote(second.text, 80)}`
        }
      }
    ];
  }),
  message: ({ differing: differing2, example, first, second }) => `${plural(differing2, "value")} ${differing2 === 1 ? "differs" : "differ"}${differing2 === 1 ? "" : ", the first of them"}: ${quote(example)} is ${first} in the first run and ${second} in the second.`
});

// src/checks/checkpoints/structure-differs.ts
var checkpointsStructureDiffers = defineCheck({
  id: "checkpoints/structure-differs",
  title: "Structure differs, values are equal",
  severity: "notice",
  certainty: "measured",
  since: "0.1.0",
  why: `The numbers agree; how they are kept does not. Key order and storage sharing can matter to whoever loads the file (tied
weights that are no longer tied will part when training goes on), and another device or another class shows that the two runs
did not take quite the same path.`,
  fix: `For key order, build dictionaries from sorted or fixed lists, never from a set:

\`\`\`python
metrics = {name: values[name] for name in sorted(values)}
\`\`\``,
  find: (evidence) => leavesPerFile(evidence, "structure").filter(({ decides }) => decides).flatMap(({ place, leaves }) => {
    const [example] = leaves;
    if (example === void 0) return [];
    return [
      {
        place: { ...place, entry: example.place === "" ? null : example.place },
        facts: {
          places: leaves.length,
          aspects: [...new Set(leaves.map((leaf) => leaf.aspect))].sort(),
          example: example.place,
          aspect: example.aspect,
          first: example.values.first,
          second: example.values.second
        }
      }
    ];
  }),
  message: ({ places, aspects, example, aspect, first, second }) => `${plural(places, "fact")} about structure ${places === 1 ? "differs" : "differ"} (${formatList(aspects, 10)}), e.g. ${aspect}${example === "" ? "" : ` of ${quote(example)}`}: ${quote(first, 60)} in the first run, ${quote(second, 60)} in the second.`
});

// src/checks/unread-files.ts
function unreadFiles(evidence) {
  const found = /* @__PURE__ */ new Map();
  const add = (file, entry, role, code, text, runs) => {
    const key = JSON.stringify([file, code, entry]);
    const known = found.get(key);
    if (known === void 0)
      found.set(key, {
        place: { run: null, file, entry },
        role,
        code,
        reason: text.reason,
        remedy: text.remedy,
        runs: [...runs]
      });
    else for (const run of runs) if (!known.runs.includes(run)) known.runs.push(run);
  };
  for (const inventory of evidence.inventories)
    for (const unread of inventory.unread) {
      const file = neutralOf(evidence, inventory.run, unread.path);
      add(file, unread.place.entry ?? null, unread.role, unread.code, unread, [inventory.run]);
    }
  for (const { difference, first, second } of evidence.comparisons)
    for (const { leaf, file } of leavesOf(difference)) {
      if (leaf.kind !== "unread") continue;
      const runs = leaf.side === "both" ? [first, second] : [leaf.side === "first" ? first : second];
      const path = file?.place ?? leaf.place;
      const entry = file === null || leaf.place === "" ? null : leaf.place;
      if (found.has(JSON.stringify([path, leaf.code, null])))
        add(path, null, "other", leaf.code, { reason: leaf.reason, remedy: "" }, runs);
      else
        add(
          path,
          entry,
          file?.file?.role ?? roleOf(evidence, path) ?? "other",
          leaf.code,
          { reason: leaf.reason, remedy: "" },
          runs
        );
    }
  return [...found.values()].map((item) => ({
    ...item,
    runs: item.runs.toSorted((a, b) => a - b),
    place: { ...item.place, run: item.runs.length === 1 ? item.runs[0] ?? null : null }
  }));
}
function neutralOf(evidence, run, path) {
  const files = evidence.inventories.find((inventory) => inventory.run === run)?.files ?? [];
  return files.find((file) => file.path === path)?.neutralPath ?? path;
}

// src/checks/checkpoints/unreadable.ts
var checkpointsUnreadable = defineCheck({
  id: "checkpoints/unreadable",
  title: "A checkpoint could not be read",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `What could not be read could not be compared. Two files that cannot be read are not "equal": the audit is inconclusive.
The usual reasons are a training that was stopped while it saved, a full disk, and a file that is still being written.`,
  fix: `Save to a temporary name and rename it when it is whole:

\`\`\`python
torch.save(state, path.with_suffix(".tmp"))
os.replace(path.with_suffix(".tmp"), path)
\`\`\`

If the file is no checkpoint of yours, set it aside by name: \`ignore: { files: ["**/broken.pt"] }\`. It is then listed as not
compared.`,
  find: (evidence) => unreadFiles(evidence).filter((unread) => unread.role === "checkpoint").map(({ place, code, reason, runs, remedy }) => ({ place, facts: { code, reason, runs, remedy } })),
  message: ({ code, reason, runs, remedy }) => `Could not be read in run ${formatList(runs.map(String))}: ${quote(reason, 300)} (${code}).${remedy === "" ? "" : ` ${remedy}`}`
});

// src/checks/configuration/differs.ts
var volatile = /\/(?:[\w-]*(?:timestamp|datetime)|time|date|now|start_time|end_time|pid|host|hostname|node|run_id|run_name|uuid|id|cwd|[\w-]*_dir|[\w-]*_path|dir|path|version)(?:\/\d+)?$/i;
var configurationDiffers = defineCheck({
  id: "configuration/differs",
  title: "The configurations differ",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The two runs did not train the same thing. Something in the configuration comes from the time, from chance, or from what the
first run left behind.`,
  fix: `Take every value from the configuration, and none from the clock or from a random generator:

\`\`\`python
config.seed = int(os.environ["TRAIN_TWICE_SEED"])      # not: random.randint(...)
\`\`\``,
  find: (evidence) => ["configuration", "overrides"].flatMap(
    (kind) => pairedRecords(evidence, kind).flatMap(({ run, file, records, ownNames }) => {
      const all = plainDifferences({ first: records.first.value, second: records.second.value }, ownNames);
      const own = all.filter(isOwn);
      const differing2 = all.filter((difference) => !isOwn(difference)).map(({ pointer, values }) => ({
        pointer,
        first: showPlain(values.first),
        second: showPlain(values.second)
      }));
      if (all.length === 0) return [];
      return [
        {
          place: { run, file, entry: (differing2[0] ?? own[0])?.pointer ?? null },
          facts: { differing: differing2.slice(0, 50), ownValues: own.length },
          ...differing2.length === 0 ? { severity: "notice" } : {}
        }
      ];
    })
  ),
  message: ({ differing: differing2, ownValues }) => {
    const own = `${plural(ownValues, "value")} that ${ownValues === 1 ? "names" : "name"} a time, a place or an id ${ownValues === 1 ? "differs" : "differ"}`;
    if (differing2.length === 0) return `Only ${own}.`;
    const values = differing2.map(
      ({ pointer, first, second }) => `"${pointer}" is ${first} in the first run and ${second} in the second`
    );
    return `${plural(differing2.length, "value")} ${differing2.length === 1 ? "differs" : "differ"}: ${formatClauses(values, 5)}${ownValues === 0 ? "" : `; besides, ${own}`}.`;
  }
});
function isOwn({ pointer, values }) {
  return values.first !== null && values.second !== null && volatile.test(pointer);
}

// src/checks/missing-records.ts
function missingRecords(evidence, fits) {
  return runsWithout(evidence, (inventory) => inventory.records.some((record) => fits(record, inventory)));
}
function runsWithout(evidence, has2) {
  const inventories = evidence.inventories.filter((inventory) => inventory.files.length > 0);
  const without = inventories.filter((inventory) => !has2(inventory));
  if (without.length === 0) return [];
  const runs = without.map((inventory) => inventory.run);
  const run = runs.length === 1 && inventories.length > 1 ? runs[0] ?? null : null;
  return [{ place: { run }, facts: { runs, of: inventories.length }, partly: without.length < inventories.length }];
}

// src/checks/configuration/not-recorded.ts
var configurationNotRecorded = defineCheck({
  id: "configuration/not-recorded",
  title: "The configuration was not recorded",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `Defaults change with the code. Only the values that were really used, written down by the run itself, say what was trained.`,
  fix: `Write it beside the results, resolved:

\`\`\`python
(out / "config.json").write_text(json.dumps(vars(args), indent=2, sort_keys=True))
\`\`\`

Hydra does so by itself in \`.hydra/config.yaml\`, as long as \`hydra.output_subdir\` is not null.`,
  find: (evidence) => runsWithout(evidence, hasConfiguration).map(({ place, facts, partly }) => ({
    place,
    facts,
    ...partly ? { severity: "error" } : {}
  })),
  message: ({ runs, of }) => runs.length === of ? 'No run left its configuration; "config.json" or "config.yaml" was expected beside the results, or "config" in the checkpoint.' : `Run ${runs.join(", ")} left no configuration, the other did; it was expected in both.`
});
function hasConfiguration(inventory) {
  return recordsOf(inventory, "configuration").length > 0 || inventory.checkpoints.some(({ keys }) => configurationKeys.some((key) => keys.includes(key)));
}

// src/checks/configuration/overrides-not-applied.ts
var configurationOverridesNotApplied = defineCheck({
  id: "configuration/overrides-not-applied",
  title: "An override is not in the configuration",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `\`overrides.yaml\` says what was asked for on the command line, \`config.yaml\` what was used. Where they disagree, one of them is
false: the configuration was changed afterwards, or belongs to another run.`,
  fix: `Do not change the configuration after Hydra composed it; override it on the command line, or derive values by interpolation:

\`\`\`yaml
scheduler:
  total_steps: \${trainer.max_steps}
\`\`\``,
  find: (evidence) => sameInAllRuns(
    evidence,
    evidence.inventories.flatMap(
      (inventory) => recordsOf(inventory, "overrides").flatMap((record) => {
        const composed = composedBeside(inventory, record.path);
        if (composed === null || record.value.type !== "list") return [];
        const wrong2 = record.value.items.flatMap(
          (item) => item.type === "str" ? wrongOverride(item.text, composed) : []
        );
        return wrong2.length === 0 ? [] : [{ place: { run: inventory.run, file: record.neutralPath }, facts: { wrong: wrong2.slice(0, 20) } }];
      })
    )
  ),
  message: ({ wrong: wrong2 }) => `${plural(wrong2.length, "override")} ${wrong2.length === 1 ? "is" : "are"} not in "config.yaml": ${formatClauses(
    wrong2.map(({ override, found }) => `${quote(override, 80)} was given, ${found} was used`),
    3
  )}.`
});
function composedBeside(inventory, path) {
  const beside = (name) => recordsOf(inventory, "configuration").find(
    (record) => record.path === path.replace(/overrides\.yaml$/, name) && record.problems.length === 0
  )?.value ?? null;
  const config = beside("config.yaml");
  const hydra = beside("hydra.yaml");
  if (config === null) return null;
  return { config, choices: hydra === null ? null : plainAt(hydra, ["hydra", "runtime", "choices"]) };
}
var keyPattern = String.raw`[A-Za-z_][\w-]*(?:\.[\w-]+)*`;
var setting = new RegExp(String.raw`^\+{0,2}(${keyPattern})=([^\s,[\]{}$()]*|'[^']*'|"[^"]*"|\[[^[\]{}$()'"]*\])$`);
var deletion = new RegExp(`^~(${keyPattern})(?:=.*)?$`);
var choice = /^\+{0,2}([A-Za-z_][\w-]*(?:\/[\w-]+)*)=([\w./-]+)$/;
function wrongOverride(override, composed) {
  if (/^[~+]*hydra[./]/.test(override)) return [];
  const deleted = deletion.exec(override)?.[1];
  if (deleted !== void 0) {
    const found2 = plainAt(composed.config, deleted.split("."));
    return found2 === null ? [] : [{ override, found: showPlain(found2) }];
  }
  const [, group = "", option = ""] = choice.exec(override) ?? [];
  const chosen = composed.choices === null || group === "" ? null : plainAt(composed.choices, [group]);
  if (chosen?.type === "str") return chosen.text === option ? [] : [{ override, found: showPlain(chosen) }];
  const [, key, given = ""] = setting.exec(override) ?? [];
  if (key === void 0) return [];
  const found = plainAt(composed.config, key.split("."));
  if (found === null || found.type === "map" || found.type === "str" && found.text.includes("${")) return [];
  const same = found.type === "list" ? sameList(given, found.items) : sameValue(given, found);
  return same ? [] : [{ override, found: showPlain(found) }];
}
function sameList(given, items) {
  if (!given.startsWith("[")) return false;
  const inner = given.slice(1, -1).trim();
  const parts3 = inner === "" ? [] : inner.split(",").map((part) => part.trim());
  return parts3.length === items.length && items.every((item, index) => sameValue(parts3[index] ?? "", item));
}
function sameValue(given, found) {
  const text = given.replace(/^(['"])(.*)\1$/, "$2");
  if (found.type === "list" || found.type === "map") return true;
  if (found.type === "none") return /^(null|~)?$/i.test(text);
  if (found.type === "bool") return /^(true|yes|on)$/i.test(text) === (found.text === "True");
  if (found.type === "int" || found.type === "float") {
    const number = Number(text.replaceAll("_", ""));
    return text === found.text || number === Number(found.text) || /^[+-]?\.?(inf|nan)$/i.test(text);
  }
  return text === found.text || Number(text) === Number(found.text);
}

// src/checks/configuration/places-disagree.ts
var configurationPlacesDisagree = defineCheck({
  id: "configuration/places-disagree",
  title: "The configuration is not the same in all places",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `File, log and checkpoint each say what was trained, and they say different things. One of them is false, and nobody can tell
which: a value was changed after it had been written down, or the file belongs to another run.`,
  fix: `Resolve the configuration once, and write the same object everywhere:

\`\`\`python
config = OmegaConf.to_container(cfg, resolve=True)
(out / "config.json").write_text(json.dumps(config, indent=2))
log.info("Config: %s", json.dumps(config, sort_keys=True))
torch.save({"config": config, ...}, out / "best_model.pt")
\`\`\``,
  find: (evidence) => sameInAllRuns(
    evidence,
    evidence.inventories.flatMap((inventory) => {
      const disagreeing2 = disagreements(inventory);
      const [example] = disagreeing2;
      if (example === void 0) return [];
      const facts = disagreeing2.map(({ pointer, told }) => ({
        pointer,
        values: told.map(({ value, place }) => ({ value: showPlain(value), place: placeText(place) }))
      }));
      return [
        {
          place: { run: inventory.run, file: example.told[0]?.place.neutralFile ?? null, entry: example.pointer },
          facts: { disagreeing: facts.slice(0, 50) }
        }
      ];
    })
  ),
  message: ({ disagreeing: disagreeing2 }) => `${plural(disagreeing2.length, "value")} ${disagreeing2.length === 1 ? "disagrees" : "disagree"}: ${formatClauses(
    disagreeing2.map(
      ({ pointer, values }) => `"${pointer}" is ${values.map(({ value, place }) => `${value} in ${place}`).join(" and ")}`
    ),
    3
  )}.`
});
function disagreements(inventory) {
  const places = configurationsOf(inventory).map((place) => ({ place, settings: settingsOf(place.value) }));
  const found = /* @__PURE__ */ new Map();
  for (const [index, first] of places.entries())
    for (const second of places.slice(index + 1)) {
      if (!speakOfTheSame(first.settings, second.settings)) continue;
      for (const [pointer, value] of first.settings) {
        const other = second.settings.get(pointer);
        if (other === void 0 || found.has(pointer) || sameSetting(value, other)) continue;
        found.set(pointer, [
          { value, place: first.place },
          { value: other, place: second.place }
        ]);
      }
    }
  return [...found].map(([pointer, told]) => ({ pointer, told }));
}
function settingsOf(root) {
  const found = /* @__PURE__ */ new Map();
  const open = [["", root]];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const [pointer, value] = next;
    if (value.type !== "map") found.set(pointer, value);
    else
      for (const [key, member] of value.items)
        open.push([`${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, member]);
  }
  return found;
}
function speakOfTheSame(first, second) {
  const common = [...first.keys()].filter((pointer) => second.has(pointer)).length;
  return common >= 2 && common * 2 >= Math.min(first.size, second.size);
}
var inPlaceOfSecret = /^(?:<[A-Z][A-Z_]*(?:TOKEN|KEY|PASSWORD|SECRET)>|\*{3,})$/;
function sameSetting(a, b) {
  if (a.type === "list" && b.type === "list")
    return a.items.length === b.items.length && a.items.every((item, index) => sameSetting(item, b.items[index] ?? item));
  if (a.type === "map" || b.type === "map" || a.type === "list" || b.type === "list") return false;
  const [first, second] = [a.text, b.text];
  if (first.includes("${") || second.includes("${")) return true;
  if (inPlaceOfSecret.test(first) || inPlaceOfSecret.test(second)) return true;
  if (a.type === b.type && first === second) return true;
  if (a.type === "name" || b.type === "name") return last(first) === last(second);
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
  if (a.type === "bool" || b.type === "bool") return first.toLowerCase() === second.toLowerCase();
  const numbers = [first, second].map((text) => text.trim() === "" ? Number.NaN : Number(text.replaceAll("_", "")));
  if (numbers[0] === numbers[1]) return true;
  if (a.type !== "str" || b.type !== "str") return first.toLowerCase() === second.toLowerCase();
  return first === second || first.endsWith(`/${second}`) || second.endsWith(`/${first}`);
}
function isNothing(value) {
  return value.type === "none" || value.type === "str" && /^(?:|null|none|~)$/i.test(value.text);
}
function last(name) {
  return name.slice(name.lastIndexOf(".") + 1);
}

// src/checks/configuration/seed-missing.ts
var configurationSeedMissing = defineCheck({
  id: "configuration/seed-missing",
  title: "No seed stands in the configuration",
  severity: "notice",
  certainty: "measured",
  since: "0.1.0",
  why: `The seed is part of what was trained. Where it is not written down, the run cannot be repeated by anybody who was not there.`,
  fix: `Make the seed a setting like any other:

\`\`\`yaml
seed: 42
\`\`\``,
  find: (evidence) => {
    const places = evidence.inventories.flatMap(configurationsOf);
    const seeded = places.some(({ value }) => plainLeaves(value).some((leaf) => /seed/i.test(leaf.pointer)));
    if (places.length === 0 || seeded) return [];
    const files = [...new Set(places.map(({ neutralFile }) => neutralFile))];
    return [{ place: { file: files[0] ?? null }, facts: { files: files.slice(0, 10) } }];
  },
  message: ({ files }) => `No key with "seed" in its name stands in ${plural(files.length, "configuration")} (${formatList(
    files.map((file) => quote(file, 60)),
    3
  )}); one was expected.`
});

// src/checks/configuration/seed-not-given.ts
var configurationSeedNotGiven = defineCheck({
  id: "configuration/seed-not-given",
  title: "The seed in the configuration is not the one given",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `The audit gave the training a seed in \`$TRAIN_TWICE_SEED\`, and the training wrote down another one: the audit's \`seed\` has no effect, and
what was proven holds for the seed in the code only.`,
  fix: `Pass it on, or give the audit the seed that the training uses:

\`\`\`yaml
command: python train.py seed=$TRAIN_TWICE_SEED
seed: 1234
\`\`\``,
  find: (evidence) => sameInAllRuns(
    evidence,
    evidence.inventories.flatMap((inventory) => {
      const given = evidence.runs.find(({ number }) => number === inventory.run)?.seed ?? null;
      const found = seedOfRun(inventory);
      if (given === null || found === null || found.seed === String(given)) return [];
      const { place, pointer, seed } = found;
      return [
        {
          place: { run: inventory.run, file: place.neutralFile, entry: pointer, line: place.line },
          facts: { recorded: seed, given: String(given), place: placeText(place) }
        }
      ];
    })
  ),
  message: ({ recorded, given, place }) => `The seed ${quote(recorded)} stands in ${place}, and ${quote(given)} was given in $TRAIN_TWICE_SEED.`
});

// src/model/observed-process.ts
function seenProcesses(observed) {
  return observed.filter((process) => process.kind === "seen");
}

// src/checks/configuration/seed-not-used.ts
var configurationSeedNotUsed = defineCheck({
  id: "configuration/seed-not-used",
  title: "The seed in the configuration is not used",
  severity: "warning",
  certainty: "inferred",
  since: "0.1.0",
  why: `The configuration names a seed, and the generators of the training were given others, or none. Whoever runs the training again
with that seed trains something else. Generators inside of libraries in C are not seen.`,
  fix: `Seed from the configuration, before anything is drawn:

\`\`\`python
random.seed(config.seed)
numpy.random.seed(config.seed)
torch.manual_seed(config.seed)
\`\`\``,
  find: (evidence) => sameInAllRuns(
    evidence,
    evidence.inventories.flatMap((inventory) => {
      const run = evidence.runs.find(({ number }) => number === inventory.run);
      const found = seedOfRun(inventory);
      if (run === void 0 || found === null) return [];
      const seen = seenProcesses(run.observed);
      const used = [...new Set(seen.flatMap(seedsOf))].sort();
      const random = used.length > 0 || seen.some(({ neverSeeded }) => neverSeeded.length > 0);
      if (!random || used.includes(found.seed)) return [];
      const { place, pointer, seed } = found;
      return [
        {
          place: { run: inventory.run, file: place.neutralFile, entry: pointer, line: place.line },
          facts: { recorded: seed, place: placeText(place), used: used.slice(0, 20) }
        }
      ];
    })
  ),
  message: ({ recorded, place, used }) => `The seed ${quote(recorded)} stands in ${place}, and ${used.length === 0 ? "generators were drawn from that nobody had seeded" : `the generators were given ${formatList(
    used.map((value) => quote(value)),
    5
  )}`}.`
});
function seedsOf({ seedings, torch }) {
  const initial = torch?.initialSeed ?? null;
  return [
    ...seedings.flatMap(({ value }) => value ?? []),
    ...initial !== null && initial.length < 12 ? [initial] : []
  ];
}

// src/checks/configuration/unparsable.ts
var configurationUnparsable = defineCheck({
  id: "configuration/unparsable",
  title: "A configuration cannot be read",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `A record that no program can read is no record. A key that stands twice is read differently by different programs: the value
that was used is not the one that people see.`,
  fix: `Let a library write the file:

\`\`\`python
OmegaConf.save(config, out / "config.yaml", resolve=True)
\`\`\``,
  find: (evidence) => ["configuration", "overrides"].flatMap(
    (kind) => sharedRecords(evidence, kind).flatMap(({ file, copies }) => {
      const bad = copies.filter(({ record }) => record.problems.length > 0);
      const [example] = bad;
      if (example === void 0) return [];
      return [
        {
          place: {
            file,
            run: bad.length === copies.length && copies.length > 1 ? null : example.run,
            line: example.record.problems[0]?.line ?? null
          },
          facts: { runs: bad.map(({ run }) => run), problems: problemsOf(example.record) }
        }
      ];
    })
  ),
  message: ({ problems }) => `${plural(problems.length, "problem")}: ${formatClauses(problems, 3)}.`
});
function problemsOf(record) {
  return record.problems.slice(0, 20).map(({ message, line }) => `${line === void 0 ? "" : `line ${line}, `}${message.replace(/\.$/, "")}`);
}

// src/checks/coverage/nothing-compared.ts
var coverageNothingCompared = defineCheck({
  id: "coverage/nothing-compared",
  title: "No result was compared",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `A pass is proven, never the absence of a finding. Without one element of a tensor and without one point of a metric there is
no evidence that anything was trained, and the audit is inconclusive.`,
  fix: `See what was found and set aside in the report's table of files that were not compared. Then let the training save a
checkpoint or metrics into its outputs, or take less into \`ignore\`:

\`\`\`yaml
outputs: [outputs]
metrics:
  stdout: ['^step (?P<step>\\d+) loss (?P<loss>\\S+)']
\`\`\``,
  find: (evidence) => evidence.comparisons.filter(({ coverage }) => coverage.totals.elements === 0 && coverage.totals.points === 0).map((comparison) => ({
    place: { run: shownRun(evidence, comparison) },
    facts: {
      files: comparison.coverage.totals.files,
      checkpoints: comparison.coverage.totals.checkpoints,
      setAside: comparison.coverage.notCompared.length
    }
  })),
  message: ({ files, checkpoints, setAside }) => `${plural(files, "file")} and ${plural(checkpoints, "checkpoint")} were compared, with no tensor element and no metric point in them; ${plural(
    setAside,
    "file"
  )} ${setAside === 1 ? "was" : "were"} not compared. At least one element or point was expected.`
});

// src/checks/recorded-claims.ts
var mostOfRun = 2e3;
function recordedClaims(evidence) {
  return evidence.inventories.flatMap(
    ({ run, records }) => records.flatMap((record) => claimsOfRecord(record).map((claim) => ({ run, record, claim }))).slice(0, mostOfRun)
  );
}
function sameDigest(one, other) {
  return one.startsWith(other) || other.startsWith(one);
}
function groupedClaims(claims) {
  const groups = [];
  for (const one of claims) {
    const { digest } = one.claim;
    const known = groups.find((group) => sameDigest(group.digest, digest));
    if (known === void 0) groups.push({ digest, claims: [one] });
    else {
      known.claims.push(one);
      if (digest.length > known.digest.length) known.digest = digest;
    }
  }
  return groups.map((group) => ({
    ...group,
    subject: group.claims.find(({ claim }) => claim.subject !== null)?.claim.subject ?? null,
    algorithm: group.claims.find(({ claim }) => claim.algorithm !== null)?.claim.algorithm ?? null,
    runs: [...new Set(group.claims.map(({ run }) => run))]
  }));
}
function placeOfGroup(evidence, { claims, runs }) {
  const [first] = claims;
  if (first === void 0) return {};
  const alike = claims.filter(({ record }) => record.neutralPath === first.record.neutralPath);
  const samePath = alike.every(({ record }) => record.path === first.record.path);
  const alone = runs.length === 1 && evidence.inventories.length > 1;
  return {
    run: alone ? first.run : null,
    file: samePath ? first.record.path : first.record.neutralPath,
    entry: first.claim.pointer,
    line: alike.every(({ claim }) => claim.line === first.claim.line) ? first.claim.line : null
  };
}
function filesOfGroup({ claims }) {
  return [...new Set(claims.map(({ record }) => record.neutralPath.replace(/ \(\d+\)$/, "")))];
}
function inFiles(files) {
  return `in ${formatList(
    files.map((file) => quote(file, 80)),
    3
  )}`;
}
function shortDigest(digest) {
  return digest.length <= 20 ? digest : `${digest.slice(0, 16)}…`;
}
function schemeText({ algorithm, scheme }) {
  const name = algorithm === "sha256" ? "SHA-256" : "MD5";
  switch (scheme) {
    case "file":
      return name;
    case "dvc-folder":
      return "DVC's digest of the folder";
    case "contents":
      return `${name} of the contents`;
    case "paths-and-contents":
      return `${name} of paths and contents`;
    case "manifest":
      return `${name} of the list of digests`;
    default:
      scheme;
      return name;
  }
}
function isDeclared(evidence, { path }) {
  return evidence.policy.datasets.some((request) => request.path === path);
}

// src/checks/judged-claims.ts
function judgedClaims(evidence) {
  return recordedClaims(evidence).map((one) => ({ ...one, verdict: verdictOn(one, evidence) }));
}
function verdictOn({ claim }, evidence) {
  const named = claim.subject === null ? [] : candidatesFor(claim.subject, evidence.datasets);
  const candidates = named.length > 0 ? named : wholes(evidence.datasets);
  const holder = candidates.find((candidate) => has(candidate, claim.digest)) ?? pointerHolder(candidates, claim.digest);
  if (holder !== void 0) return { kind: "true", dataset: holder.dataset };
  const folder = claim.subject === null ? void 0 : folderOf(claim.subject, evidence.datasets);
  if (named.length === 0 && folder !== void 0) return { kind: "open", why: "unmeasured", dataset: folder };
  const near = candidates.map((candidate) => nearest(candidate, claim.digest)).find((found) => found !== null) ?? null;
  const isLoose = claim.subject !== null || candidates.every((one) => isUndeclared(one, evidence));
  if (named.length === 0 && isLoose && near === null) return { kind: "open", why: "unknown", dataset: null };
  const explained = candidates.map((candidate) => explanation2(candidate, claim.digest)).find((why) => why !== null);
  if (explained !== void 0 && explained !== null) return explained;
  const [only] = candidates;
  if (near === null && claim.algorithm === null && ([40, 56].includes(claim.digest.length) || candidates.every((one) => isUndeclared(one, evidence))))
    return { kind: "open", why: "other-way", dataset: only?.dataset ?? null };
  const isFile = only !== void 0 && candidates.length === 1 && (only.member !== null || only.dataset.state === "file");
  return { kind: "false", about: candidates, certain: isFile || near !== null || claim.algorithm === "dvc", near };
}
function wholes(datasets) {
  return datasets.map((dataset) => ({ dataset, member: null }));
}
function candidatesFor(subject, datasets) {
  const whole = datasets.filter(({ path }) => namesDataset(subject, path));
  const exact = whole.filter(({ path }) => plainPath(path) === plainPath(subject));
  if (exact.length > 0) return wholes(exact);
  if (whole.length > 0) return wholes(whole);
  return datasets.flatMap(
    (dataset) => (dataset.members ?? []).filter((member) => samePlace(subject, member.path)).map((member) => ({ dataset, member }))
  );
}
function folderOf(subject, datasets) {
  const path = `/${plainPath(subject)}`;
  return datasets.find(
    (dataset) => dataset.state === "folder" && path.includes(`/${plainPath(dataset.path).replace(/^(?:\.\.\/)+|^\//, "")}/`)
  );
}
function digestsOf({ dataset, member }) {
  return member?.digests ?? dataset.digests;
}
function has(candidate, digest) {
  return digestsOf(candidate).some((known) => known.digest.startsWith(digest));
}
function pointerHolder(candidates, digest) {
  return candidates.find(({ dataset }) => dataset.pointers.some(({ sha256 }) => sha256.startsWith(digest)));
}
function explanation2({ dataset }, digest) {
  const open = (why) => ({ kind: "open", why, dataset });
  if (dataset.state === "missing") return open("missing");
  if (dataset.state === "unmeasured" || dataset.digests.length === 0) return open("unmeasured");
  if (dataset.changed !== null && dataset.changed.length > 0) return open("changed");
  const declared = dataset.expected?.digest.replace(/\.dir$/, "");
  return declared !== void 0 && sameDigest(declared, digest) ? open("not-as-declared") : null;
}
function isUndeclared({ dataset }, evidence) {
  return dataset.dvcFile === null && !isDeclared(evidence, dataset);
}
function nearest(candidate, digest) {
  let best = null;
  for (const known of digestsOf(candidate)) {
    if (known.digest.length < digest.length) continue;
    let differing2 = 0;
    for (let at2 = 0; at2 < digest.length; at2 += 1) if (digest[at2] !== known.digest[at2]) differing2 += 1;
    if (differing2 <= digest.length / 6 && (best === null || differing2 < best.differing))
      best = { digest: known, differing: differing2 };
  }
  return best;
}

// src/checks/dataset/changed.ts
var datasetChanged = defineCheck({
  id: "dataset/changed",
  title: "The data changed while the audit ran",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The runs did not read the same data: what one of them changed, or another process in the meantime, the next one found changed.
Caches that a library writes beside the data count too; a second run reads them instead of the data.`,
  fix: `Let the training write nothing into its data, and make the data read-only while it is audited:

\`\`\`sh
chmod -R a-w data/
\`\`\`

A cache belongs into the outputs: \`cache_dir=os.environ["TRAIN_TWICE_OUTPUT_DIR"]\`.`,
  find: (evidence) => evidence.datasets.flatMap((dataset) => changeOf(dataset, evidence)),
  message: ({ dataset, isFolder, isGone, files, writers, everyRun }) => {
    const many = `${files.length === 20 ? "20 files or more" : plural(files.length, "file")} of ${quote(dataset)} changed (${formatList(
      files.map((file) => quote(file, 60)),
      3
    )})`;
    const removers = writers.length === 0 ? "while the audit ran" : `by run ${formatList(writers.map(String))}`;
    if (isGone) return `${quote(dataset)} was removed ${removers}.`;
    const what = isFolder ? many : `${quote(dataset)} changed`;
    if (everyRun) return `${what}: every run wrote ${files.length === 1 ? "it" : "them"} anew.`;
    if (writers.length === 0) return `${what} while the audit ran.`;
    return `${what}: run ${formatList(writers.map(String))} wrote ${files.length === 1 ? "it" : "them"}.`;
  }
});
function changeOf(dataset, evidence) {
  const files = dataset.changed ?? [];
  if (files.length === 0) return [];
  const writersByFile = files.map((file) => writersOf(dataset, file, evidence));
  const writers = [...new Set(writersByFile.flat())].toSorted((a, b) => a - b);
  const everyRun = evidence.runs.length > 0 && writersByFile.every((runs) => runs.length === evidence.runs.length);
  const found = {
    place: { file: dataset.path },
    facts: {
      dataset: dataset.path,
      isFolder: dataset.state === "folder",
      isGone: dataset.state === "missing",
      files,
      writers,
      everyRun
    }
  };
  if (!everyRun) return [found];
  const told = toldOf(dataset, evidence);
  if (told === "true") return [];
  return [told === "false" ? found : { ...found, severity: "notice" }];
}
function writersOf({ path, state }, file, { runs }) {
  const whole = plainPath(state === "folder" ? `${path}/${file}` : path);
  return runs.filter(
    (run) => [...run.written, ...run.outside].some(
      (written) => written.path === whole || `${run.workingDirectory}/${written.path}` === whole
    )
  ).map(({ number }) => number);
}
function toldOf(dataset, evidence) {
  const declared = dataset.expected?.digest.replace(/\.dir$/, "");
  if (declared !== void 0)
    return dataset.digests.some(({ digest }) => sameDigest(digest, declared)) ? "true" : "false";
  const verdicts = judgedClaims(evidence).map(({ verdict }) => verdict).filter((verdict) => verdict.kind !== "false" && verdict.dataset?.path === dataset.path);
  if (verdicts.length === 0) return "nothing";
  return verdicts.every(({ kind }) => kind === "true") ? "true" : "false";
}

// src/checks/dataset/differs.ts
var volatile2 = /(?:^|[/_])(?:time|timestamp|date|datetime|created|created_at|modified|mtime|pid|run_id|host|hostname)$/i;
var datasetDiffers = defineCheck({
  id: "dataset/differs",
  title: "The runs recorded different data",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `Two runs on different data are two experiments. Where their results differ, this is the first place to look; where they agree,
the record of one of them is wrong.`,
  fix: `Read the same data in both runs, from a path and a version that do not depend on the time:

\`\`\`python
dataset = load_dataset("you/data", revision="<commit>")   # not: the newest
\`\`\`

If the data is prepared by the training, prepare it from one seed.`,
  find: (evidence) => {
    const judged2 = judgedClaims(evidence);
    const told = /* @__PURE__ */ new Set();
    return pairedRecords(evidence, "dataset").flatMap((pair) => {
      const differing2 = [...digestsOf2(pair, judged2, evidence), ...valuesOf(pair)].filter((one) => {
        const key = `${one.first.slice(0, 12)} ${one.second.slice(0, 12)}`;
        if (told.has(key)) return false;
        told.add(key);
        return true;
      });
      const { run, file } = pair;
      return differing2.length === 0 ? [] : [{ place: { run, file }, facts: { differing: differing2.slice(0, 20) } }];
    });
  },
  message: ({ differing: differing2 }) => `${plural(differing2.length, "value")} ${differing2.length === 1 ? "differs" : "differ"}: ${formatClauses(
    differing2.map(({ what, first, second }) => `${what} is ${first} in the first run and ${second} in the second`),
    5
  )}.`
});
function digestsOf2({ records }, judged2, evidence) {
  const isOpen = (claim) => {
    const verdict = judged2.find((one) => one.claim === claim)?.verdict;
    return verdict?.kind === "open" && verdict.why !== "changed" && verdict.why !== "not-as-declared";
  };
  if (evidence.datasets.some(({ changed }) => changed !== null && changed.length > 0)) return [];
  return records.first.claims.flatMap((claim, index) => {
    const other = records.second.claims.find((one) => one.subject === claim.subject && one.pointer === claim.pointer) ?? records.second.claims[index];
    if (other === void 0 || sameDigest(claim.digest, other.digest) || !isOpen(claim) || !isOpen(other)) return [];
    const what = claim.subject === null ? "the digest" : `the digest of ${quote(claim.subject, 80)}`;
    return [{ what, first: quote(shortDigest(claim.digest)), second: quote(shortDigest(other.digest)) }];
  });
}
function valuesOf({ records, ownNames }) {
  const { first, second } = records;
  if (first.value === void 0 || second.value === void 0) return [];
  const digests = new Set([...first.claims, ...second.claims].map(({ pointer }) => pointer));
  return plainDifferences({ first: first.value, second: second.value }, ownNames).filter(({ pointer }) => !digests.has(pointer) && !volatile2.test(pointer)).map(({ pointer, values }) => ({
    what: `"${pointer}"`,
    first: showPlain(values.first),
    second: showPlain(values.second)
  }));
}

// src/checks/dataset/missing.ts
var datasetMissing = defineCheck({
  id: "dataset/missing",
  title: "Data that is named is not there",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `Data that is not there can be neither hashed nor held against the record. Either the path is wrong, or the data was not fetched,
and then the training read something else.`,
  fix: `Fetch the data before the audit, in a step of its own:

\`\`\`sh
dvc pull data/train.csv.dvc
\`\`\`

or write the path as it is seen from the working directory:

\`\`\`yaml
datasets: [data/train.csv]
\`\`\``,
  find: (evidence) => {
    const missing2 = evidence.datasets.filter(
      ({ state, changed }) => state === "missing" && (changed === null || changed.length === 0)
    );
    const declared = missing2.filter((dataset) => isDeclared(evidence, dataset));
    const dvc = missing2.filter((dataset) => !isDeclared(evidence, dataset));
    const [example] = dvc;
    return [
      ...declared.map(
        ({ path }) => ({
          place: { file: path },
          facts: { datasets: [path], count: 1, dvcFiles: [] }
        })
      ),
      // A repository names more data than one training reads.
      ...example === void 0 ? [] : [
        {
          place: { file: example.dvcFile ?? example.path },
          facts: {
            datasets: dvc.slice(0, 20).map(({ path }) => path),
            count: dvc.length,
            dvcFiles: [...new Set(dvc.map(({ dvcFile }) => dvcFile ?? ""))].slice(0, 20)
          },
          severity: "warning"
        }
      ]
    ];
  },
  message: ({ datasets, count, dvcFiles }) => {
    const names3 = formatList(
      datasets.map((name) => quote(name, 80)),
      3
    );
    if (dvcFiles.length === 0) return `${names3} is named in \`datasets\` and is not there.`;
    return `${count === 1 ? names3 : `${plural(count, "dataset")} (${names3})`} that DVC tracks ${count === 1 ? "is" : "are"} not there.`;
  }
});

// src/checks/dataset/not-as-declared.ts
var datasetNotAsDeclared = defineCheck({
  id: "dataset/not-as-declared",
  title: "The data is not what it was declared to be",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `Somebody wrote down which data this training is to use, and other data lies there. What was trained belongs to the data that was
there, and cannot be compared with results on the data that was meant.`,
  fix: `Fetch the right data (\`dvc checkout\`, \`git lfs pull\`), or write down what is right now:

\`\`\`yaml
datasets:
  - path: data/train.csv
    sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08   # sha256sum data/train.csv
\`\`\`

\`dvc add data/train.csv\` (or \`dvc commit\`) writes DVC's digest anew. Of a folder \`sha256\` is that of its files one after the other in
the order of their paths: \`find . -type f -print0 | LC_ALL=C sort -z | xargs -0 cat | sha256sum\`.`,
  find: (evidence) => evidence.datasets.flatMap(wrong),
  message: ({ dataset, dvcFile, expected: expected2, actual, isFolder, sizes, counts }) => {
    const source = dvcFile === null ? "`datasets` says" : `${quote(dvcFile, 80)} says`;
    const is = actual === null ? "" : ` has ${quote(shortDigest(actual))}${isFolder && dvcFile === null ? " over its contents" : ""}`;
    const differences2 = [
      ...counts === null ? [] : [`${plural(counts[1], "file")} instead of ${counts[0]}`],
      ...sizes === null ? [] : [sizeText(sizes)]
    ];
    const also = differences2.length === 0 ? "" : `${is === "" ? " has" : ","} ${differences2.join(", ")}`;
    return `${quote(dataset)}${is}${also}; ${source} ${quote(shortDigest(expected2))}.`;
  }
});
function sizeText([expected2, actual]) {
  const alike = formatBytes(expected2) === formatBytes(actual);
  const show = (size) => alike ? plural(size, "byte") : formatBytes(size);
  return `${show(actual)} instead of ${show(expected2)}`;
}
function wrong(dataset) {
  const { path, expected: expected2, state, digests, pointers, changed, dvcFile } = dataset;
  if (expected2 === null || state === "missing" || pointers.length > 0 || changed !== null && changed.length > 0)
    return [];
  const declared = expected2.digest.replace(/\.dir$/, "");
  const sizes = pairOf(expected2.sizeBytes, dataset.sizeBytes);
  const counts = expected2.digest.endsWith(".dir") ? pairOf(expected2.files, dataset.files) : null;
  const same = digests.some(
    ({ algorithm, digest }) => algorithm === expected2.algorithm && sameDigest(digest, declared)
  );
  if (same) return [];
  const lacks = [sizes, counts].some((pair) => pair !== null && pair[1] < pair[0]);
  if (digests.length === 0 && !lacks) return [];
  const wanted = digests.filter(({ algorithm }) => algorithm === expected2.algorithm);
  const isFolder = state === "folder";
  const actual = isFolder ? wanted.find(({ scheme }) => scheme === (dvcFile === null ? "contents" : "dvc-folder")) : wanted.find(({ scheme }) => scheme === "file");
  const facts = { dataset: path, dvcFile, expected: declared, actual: actual?.digest ?? null, isFolder, sizes, counts };
  const severity = dvcFile?.endsWith(".lock") === true ? { severity: "warning" } : {};
  return [{ place: { file: dvcFile ?? path }, facts, ...severity }];
}
function pairOf(expected2, actual) {
  return expected2 === void 0 || expected2 === actual ? null : [expected2, actual];
}

// src/checks/dataset/not-read.ts
var datasetNotRead = defineCheck({
  id: "dataset/not-read",
  title: "No process was seen to read the declared data",
  severity: "notice",
  certainty: "inferred",
  since: "0.1.0",
  why: `The digest of data that the training never opens says nothing about what was trained. The observer sees files that Python opens;
libraries in C (HDF5, Arrow, LMDB, image readers) open theirs unseen, so this is no proof.`,
  fix: `Name what the training really reads:

\`\`\`yaml
datasets: [data/processed/train.parquet]
\`\`\`

If a library in C reads it, nothing is wrong: \`checks: {dataset/not-read: off}\`.`,
  find: (evidence) => {
    const watched = evidence.runs.filter(wasWatched);
    return evidence.datasets.flatMap((dataset) => {
      if (!isDeclared(evidence, dataset) || dataset.state !== "file" && dataset.state !== "folder") return [];
      const runs = watched.filter((run2) => !readsOf(run2).some((reads) => touches(reads, dataset))).map(({ number }) => number);
      if (runs.length === 0) return [];
      const run = runs.length === 1 && evidence.runs.length > 1 ? runs[0] ?? null : null;
      return [{ place: { run, file: dataset.path }, facts: { dataset: dataset.path, runs, of: evidence.runs.length } }];
    });
  },
  message: ({ dataset, runs, of }) => `No Python process ${runs.length === of ? "of the training" : `of run ${runs.join(", ")}`} was seen to open ${quote(dataset)} for reading.`
});
function wasWatched(run) {
  const reads = readsOf(run);
  return reads.length > 0 && reads.every(({ dropped }) => dropped === 0) && run.unobserved.length === 0 && run.observed.every(({ kind }) => kind === "seen");
}
function readsOf({ observed }) {
  return seenProcesses(observed).flatMap(({ reads }) => reads === null ? [] : [reads]);
}
function touches({ files }, { path }) {
  const wanted = `/${plainPath(path).replace(/^(?:\.\.\/)+|^\//, "")}`;
  return files.some((file) => `${plainPath(file)}/`.includes(`${wanted}/`));
}

// src/checks/dataset/not-recorded.ts
var datasetNotRecorded = defineCheck({
  id: "dataset/not-recorded",
  title: "The data was not recorded",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `Code and configuration do not say what was trained: the same path holds other data next month. A digest beside the results, twelve
digits of it are enough, tells for ever whether the data is still the one.`,
  fix: `Write the digest of what the training reads beside the results, or into the log:

\`\`\`python
digest = hashlib.sha256(Path("data/train.csv").read_bytes()).hexdigest()
logging.info("Dataset: %s sha256 %s", "data/train.csv", digest[:12])
\`\`\`

Data that DVC tracks is recorded by its \`.dvc\` file. Which data that is, the audit learns from there, or from \`datasets\`:

\`\`\`yaml
datasets: [data/train.csv]
\`\`\``,
  find: (evidence) => {
    const inventories = evidence.inventories.filter(({ files }) => files.length > 0);
    const claims = judgedClaims(evidence);
    const isWithout = ({ run }) => !claims.some((one) => one.run === run);
    const known = evidence.datasets.filter((dataset) => dataset.dvcFile !== null || isDeclared(evidence, dataset));
    const lacking = known.filter(({ state }) => state !== "missing").map((dataset) => ({
      dataset,
      runs: inventories.filter(({ run }) => !isRecorded(dataset, run, claims)).map(({ run }) => run)
    })).filter(({ runs }) => runs.length > 0);
    const nowhere = lacking.filter(({ runs }) => runs.length === inventories.length).map(({ dataset }) => dataset);
    const partly = inventories.filter(isWithout).length > 0 && inventories.some((one) => !isWithout(one));
    const some = lacking.filter(({ runs }) => runs.length < inventories.length);
    return [
      ...unreadable(evidence),
      ...nowhere.length > 0 ? [
        notRecorded(
          nowhere,
          inventories.map(({ run }) => run),
          inventories.length
        )
      ] : [],
      ...some.map(({ dataset, runs }) => notRecorded([dataset], runs, inventories.length)),
      ...known.length === 0 && inventories.length > 0 && (partly || inventories.every(isWithout)) ? [
        notRecorded(
          [],
          inventories.filter(isWithout).map(({ run }) => run),
          inventories.length
        )
      ] : []
    ];
  },
  message: ({ datasets, count, runs, of, why }) => {
    if (why !== null) return `The file that is named as the record of the data is none: ${why}.`;
    const all = runs.length === of;
    const who = all ? "No run recorded" : `Run ${formatList(runs.map(String))} recorded`;
    const names3 = formatList(
      datasets.map((name) => quote(name, 80)),
      3
    );
    const what = count === 0 ? "its data" : count === 1 ? names3 : `${plural(count, "dataset")} (${names3})`;
    if (all && count === 0)
      return `No run recorded a digest of its data, and no data is known: neither \`datasets\` nor DVC names any.`;
    return all ? `${who} a digest of ${what}; one was expected in "dataset.json" or in the log.` : `${who} no digest of ${what}, the other did.`;
  }
});
function notRecorded(datasets, runs, of) {
  const all = runs.length === of;
  const names3 = datasets.map(({ path }) => path);
  return {
    place: {
      run: runs.length === 1 && of > 1 ? runs[0] ?? null : null,
      file: names3.length === 1 ? names3[0] ?? null : null
    },
    facts: { datasets: names3.slice(0, 20), count: names3.length, runs, of, why: null },
    // One run that did record it and one that did not are different runs.
    ...all ? datasets.length === 0 ? { severity: "notice" } : {} : { severity: "error" }
  };
}
function isRecorded(dataset, run, claims) {
  if (dataset.dvcFile !== null) return true;
  return claims.some(({ run: of, claim, verdict }) => {
    if (of !== run) return false;
    if (claim.subject === null || namesDataset(claim.subject, dataset.path)) return true;
    if (verdict.kind === "true" && verdict.dataset === dataset) return true;
    if (verdict.kind === "false" && verdict.near !== null && verdict.about.some((one) => one.dataset === dataset))
      return true;
    return dataset.state === "folder" && isInside(claim.subject, dataset);
  });
}
function isInside(subject, { path, members }) {
  const inside = `/${plainPath(path).replace(/^(?:\.\.\/)+|^\//, "")}/`;
  return `/${plainPath(subject)}`.includes(inside) || (members ?? []).some((member) => namesDataset(subject, member.path));
}
function unreadable(evidence) {
  return sameInAllRuns(
    evidence,
    evidence.inventories.flatMap(
      (inventory) => recordsOf(inventory, "dataset").flatMap(({ neutralPath, claims, problems }) => {
        const [problem] = problems;
        if (claims.length > 0 || problem === void 0) return [];
        const why = problem.message.replace(/\.$/, "");
        return [
          {
            place: { run: inventory.run, file: neutralPath, line: problem.line ?? null },
            facts: { datasets: [], count: 0, runs: [], of: evidence.inventories.length, why },
            severity: "error"
          }
        ];
      })
    )
  );
}

// src/checks/dataset/not-true.ts
var datasetNotTrue = defineCheck({
  id: "dataset/not-true",
  title: "A recorded digest is not that of the data",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The record says that the model was trained on data that is not here. Either the data was exchanged, or the digest was copied
from somewhere, computed before the data was changed, or cut and mistyped. Nobody can train on the right data by this record.`,
  fix: `Let the run compute the digest of the very file that it reads:

\`\`\`python
digest = hashlib.sha256(path.read_bytes()).hexdigest()
(out / "dataset.json").write_text(json.dumps({"path": str(path), "sha256": digest}))
\`\`\`

Of a folder, hash the files one after the other in the order of their paths:

\`\`\`python
digest = hashlib.sha256()
for file in sorted((p for p in path.rglob("*") if p.is_file()), key=lambda p: p.relative_to(path).as_posix()):
    digest.update(file.read_bytes())
\`\`\``,
  find: (evidence) => {
    const wrong2 = judgedClaims(evidence).filter(({ verdict }) => verdict.kind === "false");
    return groupedByData(wrong2).flatMap(
      (claims) => groupedClaims(claims).map((group) => {
        const verdicts = claims.filter((one) => group.claims.some(({ claim }) => claim === one.claim));
        const facts = { ...factsOf(verdicts, group.digest), files: filesOfGroup(group), runs: group.runs };
        const severity = facts.certain ? {} : { severity: "warning" };
        return { place: placeOfGroup(evidence, group), facts, ...severity };
      })
    );
  },
  message: ({ datasets, files, recorded, actual, differing: differing2, position, tried, certain }) => {
    const what = `${quote(shortDigest(recorded))} is recorded ${inFiles(files)}`;
    if (datasets.length > 1)
      return `${what}, and none of ${plural(datasets.length, "dataset")} (${names(datasets)}) has that digest.`;
    const [name = ""] = datasets;
    if (differing2 !== null && position !== null) {
      const digit = `digit ${position} is ${recorded[position - 1]} instead of ${actual[position - 1]}`;
      const first = differing2 === 1 ? `one digit differs: ${digit}` : `${differing2} digits differ; the first: ${digit}`;
      return `${what} for ${quote(name)}, and ${first}.`;
    }
    if (!certain)
      return `${what} for ${quote(name)}, and none of the usual ways to hash a folder gives it (tried: ${tried.join(", ")}).`;
    return `${what} for ${quote(name)}, which has ${quote(shortDigest(actual))}.`;
  }
});
function names(datasets) {
  return formatList(
    datasets.map((name) => quote(name, 60)),
    3
  );
}
function groupedByData(claims) {
  const groups = /* @__PURE__ */ new Map();
  for (const claim of claims) {
    const key = JSON.stringify(namesOf2(claim));
    groups.set(key, [...groups.get(key) ?? [], claim]);
  }
  return [...groups.values()];
}
function namesOf2({ verdict }) {
  if (verdict.kind !== "false") return [];
  return verdict.about.map(
    ({ dataset, member }) => member === null ? dataset.path : `${dataset.path}/${member.path}`
  );
}
function factsOf(claims, recorded) {
  const [first] = claims;
  const verdict = first?.verdict;
  if (first === void 0 || verdict?.kind !== "false")
    return { datasets: [], recorded, actual: "", differing: null, position: null, tried: [], certain: false };
  const [candidate] = verdict.about;
  const digests = candidate === void 0 ? [] : candidate.member?.digests ?? candidate.dataset.digests;
  const expected2 = verdict.near?.digest ?? likeliest(digests, first.claim.algorithm, candidate?.dataset.state ?? "file");
  const actual = expected2?.digest.slice(0, Math.max(recorded.length, 12)) ?? "";
  return {
    datasets: namesOf2(first).slice(0, 20),
    recorded,
    actual,
    differing: verdict.near?.differing ?? null,
    position: verdict.near === null ? null : firstDifference(recorded, actual),
    tried: [...new Set(digests.map(schemeText))],
    certain: claims.some(({ verdict: one }) => one.kind === "false" && one.certain)
  };
}
function likeliest(digests, algorithm, state) {
  if (algorithm === "dvc" && state === "folder") return digests.find(({ scheme }) => scheme === "dvc-folder");
  const wanted = algorithm === null ? null : algorithm === "sha256" ? "sha256" : "md5";
  return digests.find((digest) => wanted === null || digest.algorithm === wanted) ?? digests[0];
}
function firstDifference(one, other) {
  for (let at2 = 0; at2 < one.length; at2 += 1) if (one[at2] !== other[at2]) return at2 + 1;
  return null;
}

// src/checks/dataset/not-verified.ts
var untold = ["unknown", "other-way", "unmeasured"];
var datasetNotVerified = defineCheck({
  id: "dataset/not-verified",
  title: "A recorded digest could not be verified",
  severity: "notice",
  certainty: "measured",
  since: "0.1.0",
  why: `The run recorded a digest of its data, which is right. Whether it is true is not known: the audit does not know where that data
lies, or cannot compute that digest.`,
  fix: `Name the data, as it is seen from the working directory:

\`\`\`yaml
datasets:
  - data/train.csv
  - data/images
\`\`\`

SHA-256 and MD5 of a file are recomputed, and those of a folder in the ways that are in use: contents, paths and contents, the list of
\`sha256sum\`, and DVC's.`,
  find: (evidence) => {
    const judged2 = judgedClaims(evidence);
    const settled = judged2.filter(({ verdict }) => verdict.kind !== "open" || !untold.includes(verdict.why));
    const open = judged2.filter(
      (one) => one.verdict.kind === "open" && untold.includes(one.verdict.why) && // The same digest, with a name beside it elsewhere.
      !settled.some(({ claim }) => sameDigest(claim.digest, one.claim.digest))
    );
    const groups = groupedClaims(open);
    const [first] = groups;
    if (first === void 0) return [];
    const claims = groups.slice(0, 10).map((group) => {
      const verdict = open.find(({ claim }) => claim === group.claims[0]?.claim)?.verdict;
      const why = verdict?.kind === "open" ? reasonText(verdict.why, verdict.dataset?.path ?? null, verdict.dataset?.reason ?? null) : "";
      return { subject: group.subject, digest: shortDigest(group.digest), files: filesOfGroup(group), why };
    });
    return [{ place: placeOfGroup(evidence, first), facts: { claims, count: groups.length } }];
  },
  message: ({ claims, count }) => `${plural(count, "recorded digest")} could not be held against data: ${formatClauses(
    claims.map(
      ({ subject, digest, files, why }) => `${quote(digest)}${subject === null ? "" : ` of ${quote(subject, 60)}`} ${inFiles(files)}, ${why}`
    ),
    3
  )}.`
});
function reasonText(why, dataset, reason) {
  const name = dataset === null ? "the data" : quote(dataset, 60);
  switch (why) {
    case "unknown":
      return "for which no data is known";
    case "other-way":
      return `which is no SHA-256 or MD5 of ${name}, and does not say how it was made`;
    case "unmeasured":
      return reason === null ? `a file in ${name} that was not hashed by itself` : `because ${name} was not hashed: ${reason.replace(/\.$/, "")}`;
    case "missing":
    case "changed":
    case "not-as-declared":
      return "";
    default:
      why;
      return "";
  }
}

// src/checks/dataset/pointer-file.ts
var datasetPointerFile = defineCheck({
  id: "dataset/pointer-file",
  title: "Git LFS pointers stand in the place of data",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The repository was checked out without its large files: in their place stand texts of three lines. A training that reads them
reads no data, or fails; one that does not read them has its data from elsewhere.`,
  fix: `Fetch the files when the repository is checked out:

\`\`\`yaml
- uses: actions/checkout@v4
  with:
    lfs: true
\`\`\`

or with \`git lfs pull\`.`,
  find: (evidence) => evidence.datasets.flatMap(
    ({ path, pointers }) => pointers.length === 0 ? [] : [
      {
        place: { file: path },
        facts: {
          dataset: path,
          files: pointers.map((pointer) => pointer.path),
          sizeBytes: pointers.reduce((sum, pointer) => sum + pointer.sizeBytes, 0)
        }
      }
    ]
  ),
  message: ({ dataset, files, sizeBytes }) => {
    if (files.length === 1 && files[0] === "")
      return `${quote(dataset)} is a Git LFS pointer; the file of ${formatBytes(sizeBytes)} that it stands for was not fetched.`;
    const count = files.length === 20 ? "20 files or more" : plural(files.length, "file");
    return `${count} of ${quote(dataset)} ${files.length === 1 ? "is a Git LFS pointer" : "are Git LFS pointers"} (${formatList(
      files.map((file) => quote(file, 60)),
      3
    )}); their content was not fetched.`;
  }
});

// src/checks/suspicion.ts
function runsDiverged(evidence) {
  return evidence.comparisons.some(({ difference }) => leavesOf(difference).some(({ effect }) => effect === "content"));
}
function weightOf(diverged) {
  return diverged ? {} : { severity: "notice", certainty: "measured" };
}
function suspicionText(diverged, cause, seen) {
  return diverged ? `Likely cause: ${cause}.` : `${seen}.`;
}
function processesOf(evidence) {
  return evidence.runs.flatMap((run) => seenProcesses(run.observed).map((seen) => ({ run, seen })));
}
function shownFile(run, { file }) {
  const folder = run.workingDirectory.replace(/\/+$/, "");
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
}
function codeText(file, line) {
  return `${/^[\w./-]+$/.test(file) ? file : quote(file)}, line ${line}`;
}
function codePlace(file, line) {
  return line > 0 ? { file, line } : { file };
}
function firstOfEach(items, keyOf) {
  const found = /* @__PURE__ */ new Map();
  for (const item of items) if (!found.has(keyOf(item))) found.set(keyOf(item), item);
  return [...found.values()];
}

// src/checks/on-gpu.ts
function onGpu(evidence, isLoose) {
  const diverged = runsDiverged(evidence);
  const loose = processesOf(evidence).flatMap(
    ({ seen }) => seen.torch?.cudaUsed === true && isLoose(seen.torch, seen) ? [seen.torch] : []
  );
  if (loose.length === 0) return [];
  const devices = [...new Set(loose.flatMap((torch) => torch.devices.map(({ name }) => name)))].sort();
  return [{ facts: { diverged, devices }, ...weightOf(diverged) }];
}

// src/checks/determinism/algorithms-not-deterministic.ts
var determinismAlgorithmsNotDeterministic = defineCheck({
  id: "determinism/algorithms-not-deterministic",
  title: "Operations on the GPU may sum in any order",
  severity: "warning",
  certainty: "inferred",
  since: "0.1.0",
  why: `Many operations on a GPU add with atomic instructions, in the order in which threads happen to arrive: scatter_add, index_add,
backward passes of embeddings and of some convolutions. The same seed then gives sums that differ in the last bits.`,
  fix: `Ask for deterministic ones; an operation that has none then says so:

\`\`\`python
torch.use_deterministic_algorithms(True)
\`\`\``,
  find: (evidence) => onGpu(evidence, (torch) => !torch.deterministicAlgorithms),
  message: ({ diverged, devices }) => {
    const off = `\`torch.use_deterministic_algorithms\` was off when the training ended${devices.length === 0 ? "" : `, on ${formatList(devices)}`}`;
    return suspicionText(diverged, off, `The setting ${off}`);
  }
});

// src/checks/determinism/cublas-workspace-missing.ts
var determinismCublasWorkspaceMissing = defineCheck({
  id: "determinism/cublas-workspace-missing",
  title: "The workspace of cuBLAS is not fixed",
  severity: "warning",
  certainty: "inferred",
  since: "0.1.0",
  why: `When several streams multiply matrices at the same time, cuBLAS gives each the workspace that is free, and sums in another order.
torch no longer insists on the setting, so that its absence is silent.`,
  fix: `Leave it to the determinism set (it is set by default), or set it before the first use of the GPU:

\`\`\`yaml
environment-variables:
  CUBLAS_WORKSPACE_CONFIG: ":4096:8"   # about 24 MiB; ":16:8" is smaller and slower
\`\`\``,
  find: (evidence) => onGpu(evidence, (_torch, { variables }) => (variables.CUBLAS_WORKSPACE_CONFIG ?? "") === ""),
  message: ({ diverged, devices }) => {
    const missing2 = `\`CUBLAS_WORKSPACE_CONFIG\` was not set when the training ended${devices.length === 0 ? "" : `, on ${formatList(devices)}`}`;
    return suspicionText(diverged, missing2, `The variable ${missing2}`);
  }
});

// src/checks/determinism/cudnn-benchmark-on.ts
var determinismCudnnBenchmarkOn = defineCheck({
  id: "determinism/cudnn-benchmark-on",
  title: "Autotuning: cuDNN chooses its algorithms by timing them",
  severity: "warning",
  certainty: "inferred",
  since: "0.1.0",
  why: `With \`cudnn.benchmark\` the fastest of several algorithms is found out in each run anew. Another one may win, and sums in
another order.`,
  fix: `Switch it off; convolutions may become somewhat slower:

\`\`\`python
torch.backends.cudnn.benchmark = False
torch.backends.cudnn.deterministic = True
\`\`\``,
  find: (evidence) => onGpu(evidence, (torch) => torch.cudnnBenchmark),
  message: ({ diverged, devices }) => {
    const on = `\`torch.backends.cudnn.benchmark\` was on when the training ended${devices.length === 0 ? "" : `, on ${formatList(devices)}`}`;
    return suspicionText(diverged, on, `The setting ${on}`);
  }
});

// src/checks/determinism/cudnn-not-deterministic.ts
var determinismCudnnNotDeterministic = defineCheck({
  id: "determinism/cudnn-not-deterministic",
  title: "The algorithms of cuDNN need not repeat",
  severity: "warning",
  certainty: "inferred",
  since: "0.1.0",
  why: `Some of cuDNN's backward passes of convolutions and poolings add with atomic instructions. It uses them unless it is told not to.`,
  fix: `Either of the two tells it:

\`\`\`python
torch.use_deterministic_algorithms(True)
torch.backends.cudnn.deterministic = True
\`\`\``,
  // Where all algorithms are to be deterministic, cuDNN's are too.
  find: (evidence) => onGpu(evidence, (torch) => !torch.cudnnDeterministic && !torch.deterministicAlgorithms),
  message: ({ diverged, devices }) => {
    const off = `\`torch.backends.cudnn.deterministic\` was off when the training ended${devices.length === 0 ? "" : `, on ${formatList(devices)}`}`;
    return suspicionText(diverged, off, `The setting ${off}`);
  }
});

// src/checks/determinism/nondeterministic-operation.ts
var determinismNondeterministicOperation = defineCheck({
  id: "determinism/nondeterministic-operation",
  title: "An operation without a deterministic form was used",
  severity: "warning",
  certainty: "inferred",
  since: "0.1.0",
  why: `\`use_deterministic_algorithms(True, warn_only=True)\` lets operations through that have no deterministic form, and warns. Each of them may
give other sums in each run, whatever the seed is.`,
  fix: `Replace the operation, or move it to the CPU, and let torch refuse what is left:

\`\`\`python
torch.use_deterministic_algorithms(True)      # without warn_only
\`\`\``,
  find: (evidence) => {
    const diverged = runsDiverged(evidence);
    const operations = [...new Set(processesOf(evidence).flatMap(({ seen }) => seen.torch?.operations ?? []))].sort();
    return operations.length === 0 ? [] : [{ facts: { diverged, operations: operations.slice(0, 20) }, ...weightOf(diverged) }];
  },
  message: ({ diverged, operations }) => {
    const used = `${plural(operations.length, "operation")} that ${operations.length === 1 ? "has" : "have"} no deterministic form: ${formatList(
      operations.map((name) => `\`${name.replaceAll("`", "")}\``)
    )}`;
    return suspicionText(diverged, `torch warned of ${used}`, `Torch warned of ${used}`);
  }
});

// src/checks/determinism/reduced-precision.ts
var determinismReducedPrecision = defineCheck({
  id: "determinism/reduced-precision",
  title: "Products are rounded to TensorFloat-32",
  severity: "notice",
  certainty: "measured",
  since: "0.1.0",
  why: `TF32 keeps 10 bits of the mantissa, in units that differ between generations of GPUs: the same seed gives the same numbers on the same
model only. A baseline from another model will not be met.`,
  fix: `Switch it off where results must agree between models of GPUs; matrix products become slower:

\`\`\`python
torch.set_float32_matmul_precision("highest")
torch.backends.cudnn.allow_tf32 = False
\`\`\`

Or record the model of the GPU, and compare only runs of one model.`,
  find: (evidence) => {
    const seen = processesOf(evidence).map((one) => one.seen).filter(({ torch }) => torch?.cudaUsed === true && torch.matmulTf32 === true);
    if (seen.length === 0) return [];
    const devices = [...new Set(seen.flatMap(devicesOf))].sort();
    const several = devices.length > 1 && runsDiverged(evidence);
    return [
      {
        facts: { where: ["matrix products"], devices, several },
        ...several ? { severity: "warning", certainty: "inferred" } : {}
      }
    ];
  },
  message: ({ where, devices, several }) => several ? `Likely cause: the runs used ${formatList(devices)}, with TensorFloat-32 for ${formatList(where)}, which differs between them.` : `TensorFloat-32 was on for ${formatList(where)}${devices.length === 0 ? "" : `, on ${formatList(devices)}`}: another model of GPU gives other results.`
});
function devicesOf({ torch }) {
  return torch?.devices.map(({ name }) => name) ?? [];
}

// src/checks/determinism/settings-differ.ts
var determinismSettingsDiffer = defineCheck({
  id: "determinism/settings-differ",
  title: "The runs ended with different settings",
  severity: "warning",
  certainty: "inferred",
  since: "0.1.0",
  why: `Both runs were started alike, and something set threads, precision or determinism otherwise in one of them: a free core more, another
GPU, a switch that depends on the time. Sums over another number of threads come out otherwise in the last bits.`,
  fix: `Set what matters, and leave nothing to what happens to be free:

\`\`\`python
torch.set_num_threads(8)
torch.set_float32_matmul_precision("highest")
\`\`\``,
  find: (evidence) => {
    const diverged = runsDiverged(evidence);
    return differences(evidence).map(({ run, differing: differing2 }) => ({
      facts: { diverged, run, differing: differing2.slice(0, 20) },
      ...weightOf(diverged)
    }));
  },
  message: ({ diverged, run, differing: differing2 }) => {
    const clauses = formatClauses(
      differing2.map(({ setting: setting2, first, second }) => `\`${setting2}\` was ${first} in run 1 and ${second} in run ${run}`),
      4
    );
    return suspicionText(
      diverged,
      `${plural(differing2.length, "setting")} ${differing2.length === 1 ? "differs" : "differ"}, ${clauses}`,
      `${plural(differing2.length, "setting")} ${differing2.length === 1 ? "differs" : "differ"}: ${clauses}`
    );
  }
});
function differences(evidence) {
  const [first, ...others] = evidence.runs;
  if (first === void 0) return [];
  const before = settingsOf2(first);
  return others.flatMap((run) => {
    const after = settingsOf2(run);
    if (before.size === 0 || after.size === 0) return [];
    const differing2 = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].map((setting2) => ({
      setting: setting2,
      first: before.get(setting2) ?? "not set",
      second: after.get(setting2) ?? "not set"
    })).filter((one) => one.first !== one.second);
    return differing2.length === 0 ? [] : [{ run: run.number, differing: differing2 }];
  });
}
function settingsOf2(run) {
  const values = /* @__PURE__ */ new Map();
  for (const seen of seenProcesses(run.observed))
    for (const [setting2, value] of settingsOfProcess(seen))
      values.set(setting2, (values.get(setting2) ?? /* @__PURE__ */ new Set()).add(value));
  return new Map([...values].map(([setting2, found]) => [setting2, [...found].sort().join(", ")]));
}
function settingsOfProcess({ torch, tensorflow, jax, variables }) {
  const named = {
    ...torch === null ? {} : {
      "torch.get_num_threads()": torch.threads,
      "torch.are_deterministic_algorithms_enabled()": torch.deterministicAlgorithms,
      "torch.backends.cudnn.deterministic": torch.cudnnDeterministic,
      "torch.backends.cudnn.benchmark": torch.cudnnBenchmark,
      "torch.get_float32_matmul_precision()": torch.matmulPrecision,
      "torch.get_default_dtype()": torch.defaultDtype,
      "torch devices": torch.devices.map(({ name }) => name).join(", ")
    },
    ...tensorflow === null ? {} : {
      "TensorFlow determinism": tensorflow.opDeterminism,
      "TensorFlow devices": tensorflow.gpus.join(", "),
      "TensorFlow inter-op threads": tensorflow.interOpThreads,
      "TensorFlow intra-op threads": tensorflow.intraOpThreads
    },
    ...jax === null ? {} : { "jax.default_backend()": jax.backend, "JAX devices": jax.devices.join(", "), jax_enable_x64: jax.x64 }
  };
  return [
    ...Object.entries(named).flatMap(([name, value]) => value === null ? [] : [[name, String(value)]]),
    ...Object.entries(variables).filter(([name]) => name !== "PYTHONHASHSEED")
  ];
}

// src/checks/determinism/tensorflow-not-deterministic.ts
var determinismTensorflowNotDeterministic = defineCheck({
  id: "determinism/tensorflow-not-deterministic",
  title: "TensorFlow's operations need not repeat",
  severity: "warning",
  certainty: "inferred",
  since: "0.1.0",
  why: `Many of TensorFlow's operations on a GPU sum in an order that is another in each run, unless determinism is asked for.`,
  fix: `Ask for it before the first operation; an operation that has no deterministic form then says so:

\`\`\`python
tf.keras.utils.set_random_seed(seed)
tf.config.experimental.enable_op_determinism()
\`\`\``,
  find: (evidence) => {
    const diverged = runsDiverged(evidence);
    const loose = processesOf(evidence).flatMap(
      ({ seen: { tensorflow, variables } }) => tensorflow !== null && tensorflow.gpus.length > 0 && tensorflow.opDeterminism === false && !/^(?:1|true)$/i.test(variables.TF_DETERMINISTIC_OPS ?? "") ? [tensorflow] : []
    );
    if (loose.length === 0) return [];
    const devices = [...new Set(loose.flatMap(({ gpus }) => gpus))].sort();
    return [{ facts: { diverged, devices }, ...weightOf(diverged) }];
  },
  message: ({ diverged, devices }) => {
    const off = `determinism of TensorFlow's operations was off when the training ended, on ${formatList(devices)}`;
    return suspicionText(diverged, off, `D${off.slice(1)}`);
  }
});

// src/checks/determinism/worker-seeding.ts
var determinismWorkerSeeding = defineCheck({
  id: "determinism/worker-seeding",
  title: "The workers of a DataLoader have no fixed seed",
  severity: "warning",
  certainty: "inferred",
  since: "0.1.0",
  why: `Each worker is seeded out of the loader's generator, or out of torch's global one. Where neither had a seed, augmentation and
shuffling in the workers are another in each run.`,
  fix: `Seed torch first, and give the loader a generator:

\`\`\`python
def seed_worker(worker_id):
    seed = torch.initial_seed() % 2**32
    random.seed(seed)
    numpy.random.seed(seed)

DataLoader(data, num_workers=4, worker_init_fn=seed_worker, generator=torch.Generator().manual_seed(seed))
\`\`\``,
  find: (evidence) => {
    const diverged = runsDiverged(evidence);
    const loaders = processesOf(evidence).flatMap(
      ({ run, seen }) => seen.loaders.filter(({ torchSeeded, origin }) => !torchSeeded && origin !== "standard").map((item) => ({ workers: item.workers, file: shownFile(run, item), line: item.line }))
    );
    return firstOfEach(loaders, ({ file, line }) => `${file}
${line}`).slice(0, 20).map((facts) => ({
      place: codePlace(facts.file, facts.line),
      facts: { diverged, ...facts },
      ...weightOf(diverged)
    }));
  },
  message: ({ diverged, workers, file, line }) => {
    const made = `DataLoader with ${plural(workers, "worker")} made before torch was seeded, without \`worker_init_fn\` and \`generator\`, in ${codeText(file, line)}`;
    return suspicionText(diverged, `a ${made}`, `A ${made}`);
  }
});

// src/checks/determinism/xla-not-deterministic.ts
var determinismXlaNotDeterministic = defineCheck({
  id: "determinism/xla-not-deterministic",
  title: "XLA's operations need not repeat",
  severity: "warning",
  certainty: "inferred",
  since: "0.1.0",
  why: `On a GPU XLA chooses kernels by timing them, and scatters with atomic additions, unless deterministic ones are asked for.`,
  fix: `Set the flag before JAX is imported:

\`\`\`yaml
environment-variables:
  XLA_FLAGS: "--xla_gpu_deterministic_ops=true"
\`\`\``,
  find: (evidence) => {
    const diverged = runsDiverged(evidence);
    const loose = processesOf(evidence).filter(
      ({ seen: { jax, variables } }) => jax?.backend === "gpu" && !/--xla_gpu_(?:deterministic_ops|exclude_nondeterministic_ops)(?:=true|\s|$)/.test(variables.XLA_FLAGS ?? "")
    );
    const [example] = loose;
    if (example === void 0) return [];
    const devices = [...new Set(loose.flatMap(({ seen }) => seen.jax?.devices ?? []))].sort();
    return [{ facts: { diverged, devices, flags: example.seen.variables.XLA_FLAGS ?? null }, ...weightOf(diverged) }];
  },
  message: ({ diverged, devices, flags }) => {
    const off = `\`XLA_FLAGS\` ${flags === null ? "was not set" : `was ${quote(flags, 80)}`} when JAX ended on ${formatList(devices)}, without \`--xla_gpu_deterministic_ops\``;
    return suspicionText(diverged, off, `The variable ${off}`);
  }
});

// src/checks/environment/differs.ts
var volatile3 = /(?:^|[/_])(?:time|timestamp|date|datetime|created|created_at|pid|uptime|run_id)$/i;
var environmentDiffers = defineCheck({
  id: "environment/differs",
  title: "The environment records differ",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `Two runs on different software or hardware are two experiments. Where the results differ, this is the first place to look;
where they agree, they agree in spite of it.`,
  fix: `Run both on the same machine and in the same environment; in a workflow, pin the runner's labels and the image:

\`\`\`yaml
runs-on: [self-hosted, gpu, a100]
container: ghcr.io/you/train@sha256:…
\`\`\``,
  find: (evidence) => pairedRecords(evidence, "environment").flatMap(({ run, file, records, ownNames }) => {
    const differing2 = plainDifferences({ first: records.first.value, second: records.second.value }, ownNames).filter(({ pointer }) => !volatile3.test(pointer)).map(({ pointer, values }) => ({ pointer, first: showPlain(values.first), second: showPlain(values.second) }));
    const [example] = differing2;
    return example === void 0 ? [] : [{ place: { run, file, entry: example.pointer }, facts: { differing: differing2.slice(0, 50) } }];
  }),
  message: ({ differing: differing2 }) => `${plural(differing2.length, "value")} ${differing2.length === 1 ? "differs" : "differ"}: ${formatClauses(
    differing2.map(
      ({ pointer, first, second }) => `"${pointer}" is ${first} in the first run and ${second} in the second`
    ),
    5
  )}.`
});

// src/checks/environment/not-recorded.ts
var environmentNotRecorded = defineCheck({
  id: "environment/not-recorded",
  title: "The environment was not recorded",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `Results depend on the versions of Python, torch and CUDA, and on the model of the GPU. A year from now nobody knows them any
more, unless the run wrote them down.`,
  fix: `Write \`environment.json\` beside the results:

\`\`\`python
cuda = torch.cuda.is_available()
record = {
    "python_version": platform.python_version(),
    "torch_version": torch.__version__,
    "cuda_version": torch.version.cuda,
    "gpu_model": torch.cuda.get_device_name(0) if cuda else None,
    "gpu_count": torch.cuda.device_count(),
}
(out / "environment.json").write_text(json.dumps(record, indent=2))
\`\`\``,
  find: (evidence) => missingRecords(evidence, (record) => record.kind === "environment").map(({ place, facts, partly }) => ({
    place,
    facts,
    // One run that did record it and one that did not are different runs.
    ...partly ? { severity: "error" } : {}
  })),
  message: ({ runs, of }) => runs.length === of ? 'No run left a record of its environment; "environment.json" with the versions and the GPU was expected.' : `Run ${runs.join(", ")} left no record of its environment, the other did; "environment.json" was expected in both.`
});

// src/checks/environment-claims.ts
function readClaims(record, run) {
  const truth = truthOf(run);
  const judged2 = plainLeaves(record).flatMap(({ pointer, key, value }) => {
    const name = /^\d+$/.test(key) ? pointer.split("/").at(-2) ?? key : key;
    const found = judgeClaim(name.toLowerCase(), value, truth);
    return found === null ? [] : [{ pointer, recorded: showPlain(value), found }];
  });
  return {
    wrong: judged2.filter(({ found }) => !found.holds).map(({ pointer, recorded, found }) => ({
      pointer,
      recorded,
      real: found.real.length === 0 ? "none" : found.real.join(", "),
      witness: found.witness
    })),
    verified: judged2.length
  };
}
function truthOf(run) {
  const seen = seenProcesses(run.observed);
  const distributions = /* @__PURE__ */ new Map();
  for (const { name, version } of seen.flatMap((one) => one.distributions)) {
    const versions = distributions.get(normalizePackageName(name)) ?? [];
    if (!versions.includes(version)) versions.push(version);
    distributions.set(normalizePackageName(name), versions);
  }
  return {
    seen,
    gpus: run.machine?.gpus ?? null,
    pythonVersion: run.machine?.pythonVersion ?? null,
    commit: run.workingTree?.commit ?? null,
    dirty: run.workingTree === null ? null : run.workingTree.dirtyCount > 0,
    distributions
  };
}
function judgeClaim(name, value, truth) {
  if (/^(?:python|python_?version|py_?version)$/.test(name)) return pythonClaim(value, truth);
  if (/^(?:py)?torch(?:_?version)?$/.test(name)) return torchClaim(value, truth);
  if (/^(?:torch_)?cuda(?:_?version)?$/.test(name)) return cudaClaim(value, truth);
  if (/^cudnn(?:_?version)?$/.test(name)) return cudnnClaim(value, truth);
  if (/^(?:gpus?|gpu_?(?:model|name|type)s?|gpu_?device_?names?|cuda_?device_?names?|device_?names?)$/.test(name))
    return gpuModelClaim(value, truth);
  if (/^(?:gpu_?count|num_?gpus?|n_?gpus?|cuda_?device_?count|device_?count)$/.test(name))
    return gpuCountClaim(value, truth);
  if (/^(?:git_?)?(?:commit|sha|revision|hash)(?:_?(?:hash|sha|id))?$|^git$/.test(name))
    return commitClaim(value, truth);
  if (/^(?:git_?)?(?:is_?)?dirty$/.test(name)) return dirtyClaim(value, truth);
  return libraryClaim(name, value, truth);
}
function judged(real, witness, holds2) {
  return { real: [...new Set(real)], witness, holds: holds2 };
}
function pythonClaim(value, truth) {
  const observed = truth.seen.map(({ interpreter }) => interpreter.version);
  const real = observed.length > 0 ? observed : truth.pythonVersion === null ? [] : [truth.pythonVersion];
  const claimed = value.type === "str" ? /^(?:Python )?(\d+(?:\.\d+)*)/.exec(value.text.trim())?.[1] : textOf(value);
  if (real.length === 0 || claimed === void 0 || claimed === null) return null;
  const holds2 = real.some((version) => version === claimed || version.startsWith(`${claimed}.`));
  return judged(real, observed.length > 0 ? "observer" : "python --version", holds2);
}
function torchClaim(value, truth) {
  const loaded = truth.seen.flatMap(({ torch }) => torch?.version ?? []);
  if (truth.seen.length === 0) return null;
  const claimed = textOf(value);
  if (loaded.length === 0) return isNone(value) ? judged([], "observer", true) : null;
  return judged(loaded, "observer", claimed !== null && loaded.some((version) => satisfiesPin(version, claimed)));
}
function cudaClaim(value, truth) {
  const torches = truth.seen.flatMap(({ torch }) => torch ?? []);
  if (torches.length === 0 || value.type === "bool") return null;
  const real = torches.flatMap(({ cuda }) => cuda ?? []);
  const claimed = textOf(value);
  if (isNone(value)) return judged(real, "observer", real.length === 0 || torches.every(({ cudaUsed }) => !cudaUsed));
  return judged(real, "observer", claimed !== null && real.some((version) => samePrefix(claimed, version)));
}
function cudnnClaim(value, truth) {
  const real = truth.seen.flatMap(({ torch }) => torch?.cudnn ?? []);
  const claimed = textOf(value);
  if (real.length === 0 || claimed === null) return null;
  return judged(
    real,
    "observer",
    real.some((version) => dottedCudnn(version) === dottedCudnn(claimed))
  );
}
function dottedCudnn(version) {
  const number = Number(version);
  if (!/^\d{4,6}$/.test(version)) return version;
  const [major, rest] = number >= 9e4 ? [Math.floor(number / 1e4), number % 1e4] : [Math.floor(number / 1e3), number % 1e3];
  return `${major}.${Math.floor(rest / 100)}.${rest % 100}`;
}
function gpuModelClaim(value, truth) {
  const used = truth.seen.flatMap(({ torch, tensorflow, jax }) => [
    ...torch?.devices.map(({ name }) => name) ?? [],
    ...tensorflow?.gpus ?? [],
    ...jax?.backend === "cpu" ? [] : jax?.devices ?? []
  ]);
  const there = truth.gpus?.map(({ name }) => name) ?? [];
  const torches = truth.seen.flatMap(({ torch }) => torch ?? []);
  const claimed = textOf(value);
  if (isNone(value) || claimed === null) {
    return truth.seen.length === 0 ? null : judged(used, "observer", used.length === 0);
  }
  if (value.type !== "str" || /^(?:cpu|cuda(?::\d+)?|mps|tpu)$/i.test(claimed)) return null;
  const known = [...used, ...there];
  if (known.length === 0 && torches.length === 0 && truth.gpus === null) return null;
  const holds2 = known.some((name) => sameModel(name, claimed));
  return judged(known, used.length > 0 || truth.gpus === null ? "observer" : "nvidia-smi", holds2);
}
function sameModel(real, claimed) {
  const plain = (name) => name.trim().toLowerCase().replace(/^nvidia /, "");
  return plain(real) === plain(claimed);
}
function gpuCountClaim(value, truth) {
  const claimed = value.type === "none" ? 0 : value.type === "int" ? Number(value.text) : null;
  if (claimed === null) return null;
  const visible = truth.seen.flatMap(({ torch }) => torch?.deviceCount ?? []);
  if (visible.length > 0) return judged(visible.map(String), "observer", visible.includes(claimed));
  if (truth.gpus === null) return null;
  return judged([String(truth.gpus.length)], "nvidia-smi", claimed <= truth.gpus.length);
}
function commitClaim(value, truth) {
  const { commit } = truth;
  const claimed = value.type === "str" ? /^[0-9a-f]{7,64}$/i.exec(value.text.trim())?.[0].toLowerCase() : void 0;
  if (commit === null || claimed === void 0) return null;
  return judged([commit], "git", commit.startsWith(claimed));
}
function dirtyClaim(value, truth) {
  if (truth.dirty === null || value.type !== "bool") return null;
  return judged([truth.dirty ? "dirty" : "clean"], "git", truth.dirty === (value.text === "True"));
}
function libraryClaim(name, value, truth) {
  const claimed = value.type === "str" ? value.text.trim() : null;
  if (claimed === null || !/^v?\d+(?:\.\d+)+/.test(claimed)) return null;
  const versions = truth.distributions.get(normalizePackageName(name.replace(/_?version$/, "")));
  if (versions === void 0) return null;
  return judged(
    versions,
    "observer",
    versions.some((version) => satisfiesPin(version, claimed))
  );
}
function samePrefix(claimed, version) {
  return version === claimed || version.startsWith(`${claimed}.`) || claimed.startsWith(`${version}.`);
}
function isNone(value) {
  return value.type === "none" || value.type === "str" && /^(?:|none|null|n\/a|na|cpu|not available|no gpu)$/i.test(value.text.trim());
}
function textOf(value) {
  return value.type === "str" || value.type === "int" || value.type === "float" ? value.text.trim() : null;
}

// src/checks/environment/not-true.ts
var said = {
  observer: "the training ran on",
  "python --version": '"python --version" says',
  "nvidia-smi": "nvidia-smi names",
  git: "Git says"
};
var environmentNotTrue = defineCheck({
  id: "environment/not-true",
  title: "The environment record is not true",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The record names another Python, another library or another GPU than the run really had: it was written by hand, copied from
another run, or by another interpreter than the training's. Whoever rebuilds the environment from it gets something else.`,
  fix: `Let the training itself ask the libraries that it uses, in every run:

\`\`\`python
record = {
    "python_version": platform.python_version(),
    "torch_version": torch.__version__,
    "cuda_version": torch.version.cuda,
    "gpu_model": torch.cuda.get_device_name(0) if torch.cuda.is_available() else None,
    "gpu_count": torch.cuda.device_count(),
}
\`\`\``,
  find: (evidence) => sameInAllRuns(
    evidence,
    evidence.inventories.flatMap((inventory) => {
      const run = evidence.runs.find(({ number }) => number === inventory.run);
      if (run === void 0 || run.end === null) return [];
      return recordsOf(inventory, "environment").flatMap((record) => {
        const { wrong: wrong2 } = readClaims(record.value, run);
        const [example] = wrong2;
        if (example === void 0) return [];
        const guessed = wrong2.every(({ witness }) => witness === "python --version");
        return [
          {
            place: { run: inventory.run, file: record.neutralPath, entry: example.pointer },
            facts: { wrong: wrong2.slice(0, 50).map((claim) => ({ ...claim })) },
            ...guessed ? { severity: "warning", certainty: "inferred" } : {}
          }
        ];
      });
    })
  ),
  message: ({ wrong: wrong2 }) => `${plural(wrong2.length, "value")} ${wrong2.length === 1 ? "is" : "are"} not true: ${formatClauses(
    wrong2.map(
      ({ pointer, recorded, real, witness }) => `"${pointer}" is ${recorded}, ${Object.hasOwn(said, witness) ? said[witness] : witness} ${real}`
    ),
    5
  )}.`
});

// schemas/environment.v1.json
var environment_v1_default = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://train-twice.dev/schemas/environment.v1.json",
  title: "Environment record of a training run, version 1",
  description: "What a run wrote down about the machine and the software that it ran on: environment.json beside its results. Further keys are welcome.",
  type: "object",
  required: ["python_version", "torch_version", "cuda_version", "gpu_model", "gpu_count"],
  properties: {
    python_version: {
      description: "Version of the interpreter: platform.python_version(), or sys.version.",
      type: "string",
      pattern: "^[0-9]+\\.[0-9]+"
    },
    torch_version: {
      description: "torch.__version__; null where the training does not use torch.",
      type: ["string", "null"],
      pattern: "^[0-9]+\\.[0-9]+"
    },
    cuda_version: {
      description: "torch.version.cuda; null on a machine without CUDA.",
      type: ["string", "null"],
      pattern: "^[0-9]+\\.[0-9]+"
    },
    gpu_model: {
      description: "torch.cuda.get_device_name(0), or one name for each GPU; null without a GPU.",
      anyOf: [
        { type: "string", minLength: 1 },
        { type: "null" },
        { type: "array", items: { type: "string", minLength: 1 } }
      ]
    },
    gpu_count: {
      description: "torch.cuda.device_count(): 0 without a GPU.",
      type: "integer",
      minimum: 0
    }
  },
  allOf: [
    {
      if: { properties: { gpu_count: { type: "integer", minimum: 1 } }, required: ["gpu_count"] },
      then: { properties: { gpu_model: { type: ["string", "array"] } } }
    }
  ]
};

// src/checks/schema-problems.ts
var import_ajv = __toESM(require_ajv(), 1);
var import__ = __toESM(require__(), 1);
var import_ajv_formats = __toESM(require_dist(), 1);
var mostProblems = 50;
function schemaProblems(schema, document) {
  if (typeof schema !== "object" || schema === null) return schema === false ? [unusable("it accepts nothing")] : [];
  try {
    const validate = compiled.get(schema) ?? compile(schema);
    if (validate(plainToJson(document))) return [];
    const errors = (validate.errors ?? []).filter((error) => !summary.has(error.keyword));
    return (errors.length === 0 ? validate.errors ?? [] : errors).slice(0, mostProblems).map((error) => ({ pointer: pointerOf(error), message: describe3(error, document) }));
  } catch (error) {
    return [unusable(error instanceof Error ? error.message.split("\n")[0] ?? "" : "")];
  }
}
var compiled = /* @__PURE__ */ new WeakMap();
function compile(schema) {
  const draft7 = "$schema" in schema && typeof schema.$schema === "string" && schema.$schema.includes("draft-07");
  const options = {
    allErrors: true,
    strict: false,
    strictNumbers: true,
    validateFormats: true,
    logger: false
  };
  const ajv = draft7 ? new import_ajv.Ajv(options) : new import__.Ajv2020(options);
  import_ajv_formats.default.default(ajv);
  const validate = ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
}
var summary = /* @__PURE__ */ new Set(["if", "allOf", "anyOf", "oneOf"]);
function unusable(why) {
  return { pointer: "", message: `the schema itself cannot be used: ${quote(why, 200)}` };
}
function pointerOf(error) {
  const key = error.params.missingProperty ?? error.params.additionalProperty ?? error.params.unevaluatedProperty;
  return typeof key === "string" ? `${error.instancePath}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}` : error.instancePath;
}
function describe3(error, document) {
  const { params } = error;
  const found = showPlain(plainAt(document, pointerParts(error.instancePath)));
  switch (error.keyword) {
    case "required":
      return "is missing";
    case "additionalProperties":
    case "unevaluatedProperties":
      return "is not a key that the schema knows";
    case "type":
      return `is ${found}, expected ${typeNames(params.type)}`;
    case "pattern":
      return `is ${found}, expected a text that matches ${quote(String(params.pattern), 80)}`;
    case "format":
      return `is ${found}, expected the format ${quote(String(params.format))}`;
    case "enum":
      return `is ${found}, expected one of ${formatList(
        (Array.isArray(params.allowedValues) ? params.allowedValues : []).map((value) => JSON.stringify(value)),
        8
      )}`;
    case "const":
      return `is ${found}, expected ${JSON.stringify(params.allowedValue)}`;
    default:
      return `is ${found}; it ${error.message ?? "does not fit"}`;
  }
}
function typeNames(type) {
  const names3 = Array.isArray(type) ? type.map(String) : String(type).split(",");
  return names3.length > 1 ? `${names3.slice(0, -1).join(", ")} or ${names3.at(-1)}` : names3[0] ?? "";
}
function pointerParts(pointer) {
  if (pointer === "") return [];
  return pointer.slice(1).split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

// src/checks/environment/schema-invalid.ts
var environmentSchemaInvalid = defineCheck({
  id: "environment/schema-invalid",
  title: "The environment record does not fit its schema",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `A record with a missing version, or with "unknown" where a number should stand, looks like a record and tells nothing. It can
be neither compared across runs nor read by a program.`,
  fix: `Write the five keys with values that the libraries themselves give, and null where there is none:

\`\`\`json
{
  "python_version": "3.12.4",
  "torch_version": "2.6.0+cu124",
  "cuda_version": "12.4",
  "gpu_model": "NVIDIA A100-SXM4-80GB",
  "gpu_count": 1
}
\`\`\`

If your record has another form, bring its JSON Schema: \`environment-schema: schemas/our-environment.json\`.`,
  find: (evidence) => {
    const schema = evidence.policy.environmentSchema ?? environment_v1_default;
    return sharedRecords(evidence, "environment").flatMap(({ file, copies: all }) => {
      const copies = all.filter(({ record }) => record.format !== "wandb" || record.problems.length > 0);
      const byProblems = /* @__PURE__ */ new Map();
      for (const { run, record } of copies) {
        const problems = record.problems.length > 0 ? record.problems.map(({ message, line }) => ({
          pointer: "",
          message: `cannot be read${line === void 0 ? "" : ` (line ${line})`}: ${message}`
        })) : schemaProblems(schema, record.value).map(({ pointer, message }) => ({ pointer, message }));
        if (problems.length === 0) continue;
        const known = byProblems.get(JSON.stringify(problems));
        if (known === void 0) byProblems.set(JSON.stringify(problems), { runs: [run], problems });
        else known.runs.push(run);
      }
      return [...byProblems.values()].map((facts) => ({
        place: {
          file,
          run: facts.runs.length === copies.length && copies.length > 1 ? null : facts.runs[0] ?? null,
          entry: facts.problems[0]?.pointer ?? null
        },
        facts
      }));
    });
  },
  message: ({ problems }) => `${plural(problems.length, "problem")}: ${formatClauses(
    problems.map(({ pointer, message }) => `${pointer === "" ? "the document" : `"${pointer}"`} ${message}`),
    10
  )}.`
});

// src/checks/files/ambiguous-pairing.ts
var filesAmbiguousPairing = defineCheck({
  id: "files/ambiguous-pairing",
  title: "It is not clear which files belong together",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `Once times and ids are taken out of the names, several files are called the same. Comparing a wrong pair would show a
difference that is none, or hide one; so they were not compared, and the audit is inconclusive.`,
  fix: `Write each run into one folder of its own, and name files by what they are:

\`\`\`python
out = pathlib.Path(os.environ.get("TRAIN_TWICE_OUTPUT_DIR", "outputs"))
\`\`\``,
  find: (evidence) => evidence.comparisons.flatMap(
    (comparison) => comparison.coverage.ambiguous.map(({ neutralPath, first, second }) => ({
      place: { run: shownRun(evidence, comparison), file: neutralPath },
      facts: { first: first.slice(0, 20), second: second.slice(0, 20) }
    }))
  ),
  message: ({ first, second }) => `${shown(first)} of the first run could each belong to ${shown(second)} of the second; one of each was expected.`
});
function shown(paths) {
  return paths.length === 0 ? "no file" : formatList(
    paths.map((path) => quote(path)),
    3
  );
}

// src/checks/files/bytes-differ.ts
var elsewhere = /* @__PURE__ */ new Set(["checkpoint", "metrics", "image"]);
var filesBytesDiffer = defineCheck({
  id: "files/bytes-differ",
  title: "A file has other bytes in each run",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The run wrote this file, and nothing is known about it but its bytes, so its bytes decide. It may be a result (predictions,
an exported model), or it may carry the time of day.`,
  fix: `If it is a result, find out why it differs. If it cannot be the same twice, set it aside by name; it is then listed as not
compared:

\`\`\`yaml
ignore:
  files: ["**/profile.json"]
\`\`\`

If it holds metrics, name it in \`metrics.include\`.`,
  find: (evidence) => leavesPerFile(evidence, "bytes").filter(({ decides, role }) => decides && !elsewhere.has(role)).flatMap(
    ({ place, leaves }) => leaves.slice(0, 1).map(({ what, sizes, firstOffset }) => ({
      place,
      facts: { what, first: sizes.first, second: sizes.second, firstOffset }
    }))
  ),
  message: ({ what, first, second, firstOffset }) => `The bytes differ from byte ${formatInteger(firstOffset)} on (${quote(what, 60)}, ${formatSizes(first, second)}). If it cannot be the same twice, name it in "ignore".`
});

// src/model/describe-delta.ts
var tellingDigits = 6;
function describeDelta(delta) {
  const extent = `${formatInteger(delta.differing)} of ${plural(delta.of, "element")} ${delta.differing === 1 ? "differs" : "differ"}`;
  const absolute = delta.maxAbs === null ? null : `${formatFloat(delta.maxAbs)} absolute`;
  const ulp = delta.maxUlp !== null && (absolute === null || delta.maxUlp.length <= tellingDigits) ? formatUlp(delta.maxUlp) : null;
  const size = ulp === null && absolute === null ? "" : `, by at most ${ulp ?? absolute}${ulp === null || absolute === null ? "" : ` (${absolute})`}`;
  const { first, second } = delta.nonFinite;
  const odd = first === 0 && second === 0 ? "" : `; among them are ${formatInteger(first)} NaN or infinite in the first run and ${formatInteger(second)} in the second`;
  return `${extent}${size}${odd}`;
}

// src/checks/files/image-differs.ts
var filesImageDiffers = defineCheck({
  id: "files/image-differs",
  title: "A picture differs",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `A plot of the same numbers by the same program has the same pixels. Where it has not, the numbers differ, or the picture
shows something of the run itself, such as the date.`,
  fix: `Compare the numbers behind it first. A picture that shows the time or a folder can be set aside:

\`\`\`yaml
ignore:
  files: ["**/*.png"]
\`\`\``,
  find: (evidence) => [
    ...leavesPerFile(evidence, "values", (leaf) => !leaf.tolerated).filter(({ decides, role }) => decides && role === "image").flatMap(
      ({ place, leaves }) => leaves.slice(0, 1).map((leaf) => ({ place, facts: { how: `Of the pixels, ${describeDelta(leaf.delta)}` } }))
    ),
    ...leavesPerFile(evidence, "shape").filter(({ decides, role }) => decides && role === "image").flatMap(
      ({ place, leaves }) => leaves.slice(0, 1).map(({ shapes }) => ({
        place,
        facts: {
          how: `The picture is ${formatShape(shapes.first)} in the first run and ${formatShape(shapes.second)} in the second`
        }
      }))
    ),
    ...leavesPerFile(evidence, "dtype").filter(({ decides, role }) => decides && role === "image").flatMap(
      ({ place, leaves }) => leaves.slice(0, 1).map(({ dtypes }) => ({
        place,
        facts: { how: `The pixels are ${dtypes.first} in the first run and ${dtypes.second} in the second` }
      }))
    ),
    ...leavesPerFile(evidence, "bytes").filter(({ decides, role }) => decides && role === "image").flatMap(
      ({ place, leaves }) => leaves.slice(0, 1).map((leaf) => ({
        place,
        facts: { how: `The bytes differ from byte ${formatInteger(leaf.firstOffset)} on` }
      }))
    )
  ],
  message: ({ how }) => `${how}.`
});

// src/checks/files/log-differs.ts
var filesLogDiffers = defineCheck({
  id: "files/log-differs",
  title: "The logs differ",
  severity: "notice",
  certainty: "measured",
  since: "0.1.0",
  why: `Logs never decide. But the first line that differs often names the cause before any number does: another device, another
number of workers, a warning in one run only.`,
  fix: `Read the two logs around that line. Nothing has to be changed for the verdict:

\`\`\`sh
diff train-twice-report/run-1.log train-twice-report/run-2.log | head
\`\`\``,
  find: (evidence) => leavesPerFile(evidence, "line").flatMap(
    ({ place, leaves }) => leaves.slice(0, 1).map(({ line, lines }) => ({
      place: { ...place, line },
      facts: { line, first: lines.first, second: lines.second }
    }))
  ),
  message: ({ line, first, second }) => `The first line that differs is ${formatInteger(line)}: ${shown2(first)} in the first run, ${shown2(second)} in the second.`
});
function shown2(line) {
  return line === null ? "the end of the log" : quote(line.trim());
}

// src/checks/files/missing-in-one-run.ts
var filesMissingInOneRun = defineCheck({
  id: "files/missing-in-one-run",
  title: "A file stands in one run only",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The runs did not leave the same files. One of them did something that the other did not, or the file's name carries something
that the pairing could not recognize as a time or an id.`,
  fix: `Give files names that do not change from run to run, or set the file aside by name:

\`\`\`yaml
ignore:
  files: ["**/core.*"]
\`\`\``,
  find: (evidence) => missingFiles(evidence).filter(({ role }) => role !== "checkpoint").map(({ place, role, run, other }) => ({ place, facts: { run, other, role } })),
  message: ({ run, other, role }) => `Only run ${run} has this file (${role === "metrics" ? "metrics" : role === "image" ? "a picture" : "compared by bytes"}); run ${other} has none that belongs to it.`
});

// src/checks/notes-per-file.ts
function notesPerFile(evidence, accepts) {
  const found = /* @__PURE__ */ new Map();
  for (const { first, second, coverage } of evidence.comparisons)
    for (const note of coverage.readNotes) {
      if (!accepts(note.code)) continue;
      const run = note.run === "first" ? first : second;
      const key = JSON.stringify([run, note.path]);
      const item = found.get(key) ?? { place: { run, file: note.path }, codes: /* @__PURE__ */ new Set(), messages: /* @__PURE__ */ new Set() };
      item.codes.add(note.code);
      item.messages.add(note.message);
      found.set(key, item);
    }
  return [...found.values()].map(({ place, codes, messages }) => ({
    place,
    codes: [...codes].sort(),
    messages: [...messages]
  }));
}

// src/checks/files/read-notes.ts
var filesReadNotes = defineCheck({
  id: "files/read-notes",
  title: "Something odd was met while reading",
  severity: "notice",
  certainty: "measured",
  since: "0.1.0",
  why: `The file was read and compared. It holds something that is unusual for its format, and that you may not know of.`,
  fix: `Nothing has to be done for the verdict. To see all of them:

\`\`\`sh
train-twice compare run-1 run-2 --format json | jq '.comparisons[].coverage.readNotes'
\`\`\``,
  find: (evidence) => notesPerFile(evidence, (code) => code !== "REWRITTEN_STEPS").map(({ place, codes, messages }) => ({
    place,
    facts: { codes, notes: messages.length, example: messages[0] ?? "" }
  })),
  message: ({ codes, notes, example }) => `${plural(notes, "note")} (${formatList(codes, 5)}): ${example.replace(/\.$/, "")}.`
});

// src/checks/files/same-inode.ts
var filesSameInode = defineCheck({
  id: "files/same-inode",
  title: "Both runs point to one and the same file",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `A hard link, a bind mount or the same folder given twice makes a file agree with itself. Nothing was compared there, so the
audit is inconclusive.`,
  fix: `Compare two folders that were written by two runs, and copy instead of linking:

\`\`\`sh
cp -r --no-preserve=links outputs/run-1 kept/run-1
\`\`\``,
  find: (evidence) => evidence.comparisons.filter((comparison) => comparison.coverage.sameInode.length > 0).map((comparison) => ({
    place: { run: shownRun(evidence, comparison), file: comparison.coverage.sameInode[0] ?? null },
    facts: { files: [...comparison.coverage.sameInode] }
  })),
  message: ({ files }) => `${plural(files.length, "file")} ${files.length === 1 ? "has" : "have"} the same device and inode in both runs: ${formatList(
    files.slice(0, 50).map((path) => quote(path)),
    3
  )}; two files were expected.`
});

// src/model/inventory.ts
function roleDecides(role) {
  return role === "checkpoint" || role === "metrics" || role === "image" || role === "other";
}

// src/checks/files/unread.ts
var filesUnread = defineCheck({
  id: "files/unread",
  title: "A file could not be read",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `What could not be read could not be compared. Where the file would decide the verdict, the audit is inconclusive: a pass is
proven, or it is no pass.`,
  fix: `Make the file readable for the user who runs the audit and whole before the training ends, or set it aside by name:

\`\`\`yaml
ignore:
  files: ["**/half-written.json"]
\`\`\``,
  find: (evidence) => unreadFiles(evidence).filter((unread) => unread.role !== "checkpoint").map(({ place, role, code, reason, runs, remedy }) => ({
    place,
    facts: { code, reason, runs, remedy },
    ...roleDecides(role) ? {} : { severity: "warning" }
  })),
  message: ({ code, reason, runs, remedy }) => `Could not be read in run ${formatList(runs.map(String))}: ${quote(reason, 300)} (${code}).${remedy === "" ? "" : ` ${remedy}`}`
});

// src/checks/layout/hugging-face-incomplete.ts
var parts = [
  [
    "the model",
    /^(?:model|pytorch_model|adapter_model|tf_model|flax_model)[\w.-]*\.(?:safetensors|bin|h5|msgpack)$|^(?:model|pytorch_model)\.\w+\.index\.json$|^pytorch_model_fsdp|^global_step\d+\//
  ],
  ['"trainer_state.json"', /^trainer_state\.json$/],
  ['"training_args.bin"', /^training_args\.bin$/],
  ["the optimizer's state", /^optimizer(?:_\d+)?\.(?:pt|bin)$|^optimizer_\d+\/|^global_step\d+\//],
  ["the scheduler's state", /^scheduler\.(?:pt|bin)$|^global_step\d+\//]
];
var layoutHuggingFaceIncomplete = defineCheck({
  id: "layout/hugging-face-incomplete",
  title: "The Trainer's checkpoint is not whole",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `The Trainer resumes from a \`checkpoint-N\` folder only where model, optimizer, scheduler and its own state are all in it; its
arguments in \`training_args.bin\` are the record of how it was trained.`,
  fix: `Leave \`save_only_model\` off:

\`\`\`python
TrainingArguments(output_dir="outputs", save_strategy="steps", save_steps=500, save_only_model=False)
\`\`\``,
  find: (evidence) => sameInAllRuns(
    evidence,
    evidence.inventories.flatMap((inventory) => {
      const byMissing = /* @__PURE__ */ new Map();
      for (const record of recordsOf(inventory, "layout")) {
        if (record.layout !== "hugging-face") continue;
        const missing2 = parts.filter(([, there]) => !record.files.some((file) => there.test(file))).map(([what]) => what);
        if (missing2.length === 0) continue;
        const group = byMissing.get(missing2.join()) ?? { missing: missing2, folders: [] };
        group.folders.push(record.neutralPath);
        byMissing.set(missing2.join(), group);
      }
      return [...byMissing.values()].map(({ missing: missing2, folders }) => ({
        place: { run: inventory.run, file: folders[0] ?? null },
        facts: { missing: missing2, folders: folders.length }
      }));
    })
  ),
  message: ({ missing: missing2, folders }) => `${folders === 1 ? "The folder lacks" : `${folders} folders lack`} ${formatList(missing2)}; all that the Trainer resumes from was expected.`
});

// src/checks/layout/hydra-incomplete.ts
var expected = ["config.yaml", "hydra.yaml", "overrides.yaml"];
var layoutHydraIncomplete = defineCheck({
  id: "layout/hydra-incomplete",
  title: "Hydra's record is not whole",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `The three files together say what was used, what was asked for, and how Hydra itself was set. Hydra writes them before the
training begins; where one is missing, it was removed, or not kept.`,
  fix: `Leave \`hydra.output_subdir\` at its default, and keep the whole folder:

\`\`\`yaml
hydra:
  output_subdir: .hydra
\`\`\``,
  find: (evidence) => sameInAllRuns(
    evidence,
    evidence.inventories.flatMap(
      (inventory) => recordsOf(inventory, "layout").filter((record) => record.layout === "hydra").flatMap((record) => {
        const missing2 = expected.filter((name) => !record.files.includes(`.hydra/${name}`));
        return missing2.length === 0 ? [] : [{ place: { run: inventory.run, file: record.neutralPath }, facts: { missing: missing2 } }];
      })
    )
  ),
  message: ({ missing: missing2 }) => `${formatList(missing2.map((name) => quote(`.hydra/${name}`)))} ${missing2.length === 1 ? "is" : "are"} missing; all of ${formatList(
    expected.map((name) => quote(name))
  )} were expected.`
});

// src/checks/layout/lightning-incomplete.ts
var parts2 = [
  ['"hparams.yaml"', /^hparams\.yaml$/],
  ['metrics ("metrics.csv" or TensorBoard events)', /(?:^|\/)(?:metrics\.csv$|events\.out\.tfevents\.)/],
  ["a checkpoint", /\.ckpt(?:$|\/)/]
];
var layoutLightningIncomplete = defineCheck({
  id: "layout/lightning-incomplete",
  title: "Lightning's record is not whole",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `Lightning keeps hyperparameters, metrics and checkpoints of a run together in \`version_N\`. Where one of them is missing, a
logger or the checkpoint callback was switched off, or writes to another place.`,
  fix: `Save the hyperparameters, and leave logger and checkpoints on:

\`\`\`python
class Model(L.LightningModule):
    def __init__(self, lr: float, seed: int):
        super().__init__()
        self.save_hyperparameters()

trainer = L.Trainer(logger=CSVLogger("outputs"), enable_checkpointing=True)
\`\`\``,
  find: (evidence) => sameInAllRuns(
    evidence,
    evidence.inventories.flatMap(
      (inventory) => recordsOf(inventory, "layout").filter((record) => record.layout === "lightning").flatMap((record) => {
        const missing2 = parts2.filter(([, there]) => !record.files.some((file) => there.test(file))).map(([what]) => what);
        return missing2.length === 0 ? [] : [{ place: { run: inventory.run, file: record.neutralPath }, facts: { missing: missing2 } }];
      })
    )
  ),
  message: ({ missing: missing2 }) => `The folder lacks ${formatList(missing2)}; hyperparameters, metrics and a checkpoint were expected.`
});

// src/checks/layout-paths.ts
var import_posix = __toESM(require_posix(), 1);
var meanings = {
  experiment: "[^/]+?",
  // Anything that could be meant as a time: whether it is one is asked afterwards.
  timestamp: stampPattern.replaceAll("(", "(?:"),
  epoch: "\\d+",
  step: "\\d+"
};
function layoutMatcher(glob) {
  const marked = glob.replaceAll(/\{(experiment|timestamp|epoch|step)\}/g, (_, name) => `QxZ${name}ZxQ`);
  const whole = marked.endsWith("/") ? `${marked}**` : marked;
  const { source } = import_posix.default.makeRe(whole.replace(/^\.\//, ""), { dot: true, nonegate: true, noextglob: true });
  let times = 0;
  const pattern = source.replaceAll(/QxZ(experiment|timestamp|epoch|step)ZxQ/g, (_, name) => {
    if (name !== "timestamp") return meanings[name];
    times += 1;
    return `(?<t${times}>${meanings.timestamp})`;
  });
  const regexp = new RegExp(pattern);
  return (path) => {
    const match = regexp.exec(path);
    return match === null ? null : { glob, timestamps: Object.values(match.groups ?? {}) };
  };
}
var stampParts = new RegExp(`^${stampPattern}$`);
function stampedMoment(stamp) {
  const parts3 = stampParts.exec(stamp);
  return parts3 === null ? null : realTime(parts3.slice(1, 7));
}

// src/checks/layout/not-allowed.ts
var layoutNotAllowed = defineCheck({
  id: "layout/not-allowed",
  title: "A file has no place in the layout",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The configuration says where a run may write. A file elsewhere is left behind by something that nobody planned: a debugging
dump, a cache, another program.`,
  fix: `Let the training write it elsewhere, or allow it:

\`\`\`yaml
layout:
  allowed:
    - "outputs/**"
    - "cache/**"
\`\`\``,
  find: (evidence) => {
    const { layout, layoutPaths } = evidence.policy;
    if (layout !== "paths" || layoutPaths.allowed.length === 0) return [];
    const matchers = [...layoutPaths.allowed, ...layoutPaths.required].map(layoutMatcher);
    return sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) => {
        const files = inventory.files.filter(({ path, role }) => role !== "ignored" && !matchers.some((matches) => matches(path) !== null)).map(({ neutralPath }) => neutralPath);
        const [first] = files;
        return first === void 0 ? [] : [
          {
            place: { run: inventory.run, file: first },
            facts: { files: files.slice(0, 50), count: files.length, allowed: layoutPaths.allowed.slice(0, 20) }
          }
        ];
      })
    );
  },
  message: ({ files, count, allowed: allowed2 }) => `${plural(count, "file")} ${count === 1 ? "matches" : "match"} none of the ${plural(allowed2.length, "allowed path")} (${formatList(
    allowed2.map((glob) => quote(glob, 60)),
    3
  )}): ${formatList(
    files.slice(0, 3).map((file) => quote(file, 80))
  )}${count > 3 ? ` and ${formatInteger(count - 3)} more` : ""}.`
});

// src/checks/layout/not-followed.ts
var spelled2 = {
  hydra: '"outputs/DATE/TIME/.hydra"',
  "experiment-timestamp": '"{experiment}_{timestamp}"',
  lightning: '"version_N"',
  "hugging-face": '"checkpoint-N"',
  auto: '"{experiment}_{timestamp}", "outputs/DATE/TIME/.hydra", "version_N" or "checkpoint-N"'
};
var layoutNotFollowed = defineCheck({
  id: "layout/not-followed",
  title: "The outputs follow no layout",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `A folder for each run, named by experiment and time, keeps runs apart. Where every run writes to the same place, the second
overwrites or, worse, resumes from the first.`,
  fix: `Make one folder for each run:

\`\`\`python
stamp = datetime.now().strftime("%Y%m%d_%H%M%S")
out = root / f"{config.experiment}_{stamp}"
\`\`\`

Or say that the layout does not matter here: \`layout: none\`.`,
  find: (evidence) => {
    const { layout } = evidence.policy;
    if (layout === "none" || layout === "paths") return [];
    const inventories = evidence.inventories.filter((inventory) => inventory.files.length > 0);
    const without = inventories.filter(
      (inventory) => !recordsOf(inventory, "layout").some((record) => layout === "auto" || record.layout === layout)
    );
    if (without.length === 0) return [];
    const folders = [
      ...new Set(
        without.flatMap(
          (inventory) => inventory.files.map((file) => file.neutralPath.split("/").slice(0, -1).join("/"))
        )
      )
    ];
    return [
      {
        place: { run: without.length === 1 && inventories.length > 1 ? without[0]?.run ?? null : null },
        facts: {
          runs: without.map((inventory) => inventory.run),
          of: inventories.length,
          expected: spelled2[layout],
          folders: folders.map((folder) => folder === "" ? "." : folder).slice(0, 3)
        },
        // Nobody asked for a layout: then it is only advice.
        ...layout === "auto" ? { severity: "notice" } : {}
      }
    ];
  },
  message: ({ runs, of, expected: expected2, folders }) => `${runs.length === of ? "No run" : `Run ${runs.join(", ")} does not`} ${runs.length === of ? "wrote" : "write"} into a folder like ${expected2}; found ${formatList(
    folders.map((folder) => quote(folder, 60)),
    3
  )}.`
});

// src/checks/layout/required-missing.ts
var layoutRequiredMissing = defineCheck({
  id: "layout/required-missing",
  title: "A required file is missing",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The configuration says which files every run leaves. Whoever relies on that (a release job, a person who looks for the
configuration a year later) finds nothing there.`,
  fix: `Let the training write the file, or correct the path; \`{experiment}\`, \`{timestamp}\`, \`{epoch}\` and \`{step}\` stand for what they say:

\`\`\`yaml
layout:
  required:
    - "outputs/{experiment}_{timestamp}/config.yaml"
\`\`\``,
  find: (evidence) => {
    const { layout, layoutPaths } = evidence.policy;
    if (layout !== "paths") return [];
    const required = layoutPaths.required.map((glob) => ({ glob, matches: layoutMatcher(glob) }));
    return sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) => {
        const missing2 = required.filter(({ matches }) => !inventory.files.some((file) => matches(file.path) !== null)).map(({ glob }) => glob);
        return missing2.length === 0 ? [] : [{ place: { run: inventory.run }, facts: { missing: missing2.slice(0, 50), of: required.length } }];
      })
    );
  },
  message: ({ missing: missing2, of }) => `${missing2.length} of ${plural(of, "required path")} ${missing2.length === 1 ? "matches" : "match"} no file: ${formatList(
    missing2.map((glob) => quote(glob))
  )}.`
});

// src/checks/layout/timestamp-not-real.ts
var layoutTimestampNotReal = defineCheck({
  id: "layout/timestamp-not-real",
  title: "A folder's time is not the run's",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The time in the name is how people find a run again. A time that does not exist, or that is not the time of this run, means
that the name was made up, or that an old folder was written into.`,
  fix: `Take the time from the clock, once, when the run starts:

\`\`\`python
stamp = datetime.now().strftime("%Y%m%d_%H%M%S")
\`\`\``,
  find: (evidence) => sameInAllRuns(
    evidence,
    evidence.inventories.flatMap(
      (inventory) => stampsOf(evidence, inventory).flatMap(({ name, timestamp }) => {
        const run = evidence.runs.find(({ number }) => number === inventory.run);
        const place = { run: inventory.run, file: name };
        if (timestamp === null) return [{ place, facts: { name, timestamp, start: null, lies: "nowhere" } }];
        if (run === void 0 || run.end === null) return [];
        const offset = run.machine?.utcOffsetMinutes ?? null;
        const lies = namedTime(timestamp, Date.parse(run.start), run.durationMs, offset);
        if (lies === "within") return [];
        const facts = { name, timestamp, start: run.start, lies };
        return [{ place, facts, ...lies === "in-another-zone" ? { severity: "notice" } : {} }];
      })
    )
  ),
  message: ({ name, timestamp, start, lies }) => {
    if (lies === "nowhere") return `The name ${quote(name)} carries a date and time that do not exist.`;
    const said2 = `The name ${quote(name)} says ${timestamp ?? ""}, and the run started at ${start ?? ""}`;
    return lies === "in-another-zone" ? `${said2}: a time within the run only in another time zone than that of this machine.` : `${said2}; a time within the run was expected.`;
  }
});
function stampsOf(evidence, inventory) {
  const stamps = recordsOf(inventory, "layout").filter(
    ({ timestamp, problems }) => timestamp !== null || problems.some(({ code }) => code === "TIMESTAMP_NOT_REAL")
  ).map(({ folder, timestamp }) => ({ name: folder, timestamp }));
  return evidence.policy.layout === "paths" ? [...stamps, ...ownStamps(evidence, inventory, stamps)] : stamps;
}
function ownStamps(evidence, inventory, known) {
  const { required, allowed: allowed2 } = evidence.policy.layoutPaths;
  const matchers = [...required, ...allowed2].filter((glob) => glob.includes("{timestamp}")).map(layoutMatcher);
  const found = /* @__PURE__ */ new Map();
  for (const { path } of inventory.files)
    for (const stamp of matchers.flatMap((matches) => matches(path)?.timestamps ?? [])) {
      const timestamp = stampedMoment(stamp);
      const told = known.some((one) => path.startsWith(`${one.name}/`) && one.timestamp === timestamp);
      if (!told && !found.has(stamp)) found.set(stamp, { name: path, timestamp });
    }
  return [...found.values()];
}

// src/checks/metrics/bytes-differ-content-equal.ts
var metricsBytesDifferContentEqual = defineCheck({
  id: "metrics/bytes-differ-content-equal",
  title: "Bytes differ, points are equal",
  severity: "notice",
  certainty: "measured",
  since: "0.1.0",
  why: `Every point that decides is the same. The rest of the file is not: wall times, host names and durations belong to the run and
not to the result.`,
  fix: `Nothing has to be done. To get the same bytes too, keep times out of the file:

\`\`\`python
log.write(json.dumps({"step": step, "loss": loss}, sort_keys=True) + "\\n")
\`\`\``,
  find: (evidence) => leavesPerFile(evidence, "container-bytes").filter(({ decides, role }) => decides && role !== "checkpoint").map(({ place, leaves }) => ({ place, facts: { causes: [...new Set(leaves.flatMap((leaf) => leaf.causes))] } })),
  message: ({ causes }) => causes.length === 0 ? "The bytes differ and everything that decides is equal." : `The bytes differ and everything that decides is equal; the rest differs in ${formatList(causes, 8)}.`
});

// src/model/non-finite-text.ts
function isNonFiniteText(text) {
  return /^[+-]?(?:nan(?::[0-9a-f]+)?|inf|infinity)$/i.test(text.trim());
}

// src/checks/metrics/ends-non-finite.ts
var metricsEndsNonFinite = defineCheck({
  id: "metrics/ends-non-finite",
  title: "A metric ends in NaN or infinity",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `Two trainings that both break down agree. The numbers are the same, and worth nothing.`,
  fix: `Stop at the first value that is not finite:

\`\`\`python
if not math.isfinite(loss):
    raise RuntimeError(f"loss is {loss} at step {step}")
\`\`\``,
  find: (evidence) => evidence.comparisons.flatMap((comparison) => {
    const deciding = comparison.coverage.series.filter((series) => series.decides);
    const bad = deciding.flatMap((series) => {
      const { first, second } = series.last;
      return first !== null && second !== null && isNonFiniteText(first.value) && isNonFiniteText(second.value) ? [{ series, last: first }] : [];
    });
    const [example] = bad;
    if (example === void 0) return [];
    return [
      {
        place: { run: shownRun(evidence, comparison), file: example.series.place, entry: example.series.name },
        facts: {
          series: bad.length,
          of: deciding.length,
          example: example.series.name,
          step: example.last.step,
          value: example.last.value
        }
      }
    ];
  }),
  message: ({ series, of, example, step, value }) => `${formatInteger(series)} of ${plural(of, "series", "series")} ${series === 1 ? "ends" : "end"} in a value that is not finite, e.g. ${quote(
    example
  )} with ${value} at ${formatInteger(step)}.`
});

// src/checks/metrics/none-found.ts
var metricsNoneFound = defineCheck({
  id: "metrics/none-found",
  title: "No metrics were found",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `A metric at every step is the only thing that tells *when* two runs parted. Without one, a difference in the final weights
has no beginning to look at.`,
  fix: `Write one JSON object a line, with a step:

\`\`\`python
with open(out / "metrics.jsonl", "a") as log:
    log.write(json.dumps({"step": step, "train/loss": loss.item()}) + "\\n")
\`\`\`

or let the audit read what the training prints:

\`\`\`yaml
metrics:
  stdout: ['^step (?P<step>\\d+) loss (?P<loss>\\S+)']
\`\`\``,
  find: (evidence) => {
    if (evidence.inventories.length === 0) return [];
    const files = evidence.inventories.reduce((sum, inventory) => sum + inventory.files.length, 0);
    const found = evidence.inventories.some((inventory) => inventory.files.some((file) => file.role === "metrics")) || evidence.comparisons.some((comparison) => comparison.coverage.series.length > 0);
    return found ? [] : [{ facts: { files, runs: evidence.inventories.length } }];
  },
  message: ({ files, runs }) => `None of the ${plural(files, "file")} of ${plural(runs, "run")} holds a metric series, nor was one read from the log; at least one was expected.`
});

// src/checks/metrics/rewritten-steps.ts
var metricsRewrittenSteps = defineCheck({
  id: "metrics/rewritten-steps",
  title: "Steps were written more than once",
  severity: "notice",
  certainty: "measured",
  since: "0.1.0",
  why: `The last value of a step counts, as in TensorBoard. In a fresh run no step comes twice, unless the file was appended to, or
several processes log under one name: then the values of one hide those of another.`,
  fix: `Log from one process, and write into a fresh folder:

\`\`\`python
if torch.distributed.get_rank() == 0:
    logger.log(metrics, step=step)
\`\`\``,
  find: (evidence) => notesPerFile(evidence, (code) => code === "REWRITTEN_STEPS").map(({ place, messages }) => ({
    place,
    facts: { series: messages.length, example: messages[0] ?? "" }
  })),
  message: ({ series, example }) => `${plural(series, "series", "series")} ${series === 1 ? "has" : "have"} steps that were written more than once: ${example.replace(/\.$/, "")}.`
});

// src/checks/metrics/series-missing.ts
var metricsSeriesMissing = defineCheck({
  id: "metrics/series-missing",
  title: "A series stands in one run only",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `One run measured something that the other did not: it took another branch, or got further. What is missing cannot agree.`,
  fix: `Log every series in every run, with NaN where there is no value, and under names that do not carry times or ids:

\`\`\`python
log({"step": step, "val/loss": val_loss if evaluated else float("nan")})
\`\`\``,
  find: (evidence) => leavesPerFile(evidence, "missing", (leaf) => leaf.what === "series").filter(({ decides }) => decides).map(({ place, leaves }) => ({
    place: { ...place, entry: leaves[0]?.place ?? null },
    facts: {
      onlyFirst: leaves.filter((leaf) => leaf.presentIn === "first").map((leaf) => leaf.place),
      onlySecond: leaves.filter((leaf) => leaf.presentIn === "second").map((leaf) => leaf.place)
    }
  })),
  message: ({ onlyFirst, onlySecond }) => `${plural(onlyFirst.length + onlySecond.length, "series", "series")} ${onlyFirst.length + onlySecond.length === 1 ? "stands" : "stand"} in one run only: ${formatList(
    [
      ...onlyFirst.slice(0, 3).map((name) => `${quote(name)} in the first`),
      ...onlySecond.slice(0, 3).map((name) => `${quote(name)} in the second`)
    ],
    6
  )}.`
});

// src/checks/earliest-series.ts
function earliestSeries(leaves) {
  return leaves.reduce((earliest, leaf) => leaf.firstStep < earliest.firstStep ? leaf : earliest);
}

// src/checks/metrics/values-diverge.ts
var metricsValuesDiverge = defineCheck({
  id: "metrics/values-diverge",
  title: "Metrics diverge",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The first step at which a metric differs is where the two trainings parted; everything after it is consequence. A series that
stops earlier in one run counts as different where it stops.`,
  fix: `Look at what happens at that step. At the first step: seeding, the order of the data, the initial weights. At the first step
of an epoch: the shuffling. Much later, and by little: a nondeterministic kernel.

\`\`\`python
generator = torch.Generator().manual_seed(seed)
loader = DataLoader(data, shuffle=True, generator=generator, worker_init_fn=seed_worker)
\`\`\`

A series that cannot repeat (times, throughput, memory) does not decide; name further ones in \`ignore.series\`.`,
  find: (evidence) => leavesPerFile(evidence, "series", (leaf) => leaf.decides && !leaf.tolerated).filter(({ decides }) => decides).map(({ place, leaves }) => {
    const leaf = earliestSeries(leaves);
    return {
      place: { ...place, entry: leaf.place },
      facts: {
        diverging: leaves.length,
        series: leaf.place,
        stepKind: leaf.stepKind,
        step: leaf.firstStep,
        first: leaf.firstValues.first,
        second: leaf.firstValues.second,
        differing: leaf.differing,
        of: leaf.of,
        maxAbs: leaf.maxAbs
      }
    };
  }),
  message: ({ diverging, series, stepKind, step, first, second, differing: differing2, of, maxAbs }) => `${diverging === 1 ? quote(series) : `${plural(diverging, "series", "series")} diverge, first ${quote(series)}:`} ${diverging === 1 ? "diverges at" : "at"} ${stepKind} ${formatInteger(step)}, ${first ?? "no point"} in the first run and ${second ?? "no point"} in the second; ${formatInteger(
    differing2
  )} of ${plural(of, "point")} ${differing2 === 1 ? "differs" : "differ"}${maxAbs === null ? "" : `, by at most ${formatFloat(maxAbs)}`}.`
});

// src/checks/metrics/within-tolerance.ts
var metricsWithinTolerance = defineCheck({
  id: "metrics/within-tolerance",
  title: "Metrics differ within the tolerance",
  severity: "notice",
  certainty: "measured",
  since: "0.1.0",
  why: `The difference passes because you declared a tolerance. It still has a first step, and a cause.`,
  fix: `Keep the tolerance as small as what you see, by glob where only some series need it:

\`\`\`yaml
tolerance:
  rules:
    - glob: "val/*"
      rtol: 1.0e-6
\`\`\``,
  find: (evidence) => leavesPerFile(evidence, "series", (leaf) => leaf.decides && leaf.tolerated).filter(({ decides }) => decides).map(({ place, leaves }) => {
    const leaf = earliestSeries(leaves);
    return {
      place: { ...place, entry: leaf.place },
      facts: {
        diverging: leaves.length,
        series: leaf.place,
        stepKind: leaf.stepKind,
        step: leaf.firstStep,
        maxAbs: leaf.maxAbs
      }
    };
  }),
  message: ({ diverging, series, stepKind, step, maxAbs }) => `${plural(diverging, "series", "series")} ${diverging === 1 ? "differs" : "differ"} inside the tolerance, first ${quote(
    series
  )} at ${stepKind} ${formatInteger(step)}${maxAbs === null ? "" : `, by at most ${formatFloat(maxAbs)}`}.`
});

// src/model/waiver.ts
function waiverHolds(waiver, today) {
  return /^\d{4}-\d{2}-\d{2}$/.test(waiver.until) && waiver.until >= today;
}

// src/checks/policy/waiver-expired.ts
var policyWaiverExpired = defineCheck({
  id: "policy/waiver-expired",
  title: "A waiver has ended",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `A waiver is a promise to come back. From the day after its end the finding counts again.`,
  fix: `Repair what it was made for, or give it a new end and a reason that still holds:

\`\`\`yaml
checks:
  waivers:
    - id: weights/values-differ
      place: "**/checkpoint_latest.pt"
      reason: "atomic adds in scatter; issue 42"
      until: 2027-03-31
\`\`\``,
  find: (evidence) => evidence.policy.checks.waivers.filter((waiver) => !waiverHolds(waiver, evidence.today)).map(({ id, place, until }) => ({ facts: { id, place, until, today: evidence.today } })),
  message: ({ id, place, until, today }) => `The waiver for ${quote(id)} at ${quote(place)} ended on ${until}, and today is ${today}.`
});

// src/checks/policy/waiver-unused.ts
var policyWaiverUnused = defineCheck({
  id: "policy/waiver-unused",
  title: "A waiver covers nothing",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `What it was made for is gone, or it never fitted because of a typing mistake. Left in place it will one day cover something
that nobody meant.`,
  fix: `Remove it from \`checks.waivers\`, or correct its \`id\` and \`place\`:

\`\`\`yaml
checks:
  waivers:
    - id: files/bytes-differ
      place: "**/predictions.bin"
      reason: "written by the vendor's exporter; ticket 123"
      until: 2027-03-31
\`\`\``,
  find: (evidence) => evidence.policy.checks.waivers.map(({ id, place, until }) => ({ facts: { id, place, until } })),
  message: ({ id, place }) => `The waiver for ${quote(id)} at ${quote(place)} covers no finding; one was expected.`
});

// src/checks/record/not-observed.ts
var recordNotObserved = defineCheck({
  id: "record/not-observed",
  title: "The training was not observed",
  severity: "notice",
  certainty: "measured",
  since: "0.1.0",
  why: `Seeds, settings, imported packages and data that was read are known only where the observer rides in the training's Python processes.
Without it the records were read and compared, and their claims were not held against what was really used. It fails no audit.`,
  fix: `Start Python without \`-I\`, \`-E\` and \`-S\`, and leave the observer on:

\`\`\`yaml
observe: true
\`\`\`

A training that is no Python program, or runs in a container of its own, cannot be observed.`,
  find: (evidence) => {
    const ours = evidence.runs.filter(({ end }) => end !== null && end.kind !== "not-started");
    const without = ours.filter((run) => seenProcesses(run.observed).length === 0);
    if (without.length === 0) return [];
    const isolated = without.flatMap(({ unobserved }) => unobserved);
    const unrecorded = without.flatMap(
      ({ observed }) => observed.flatMap((one) => one.kind === "unrecorded" ? [one.why] : [])
    );
    return [
      {
        place: { run: without.length === ours.length ? null : without[0]?.number ?? null },
        facts: {
          runs: without.map(({ number }) => number),
          of: ours.length,
          isolated: [...new Map(isolated.map((one) => [one.command, { ...one }])).values()].slice(0, 5),
          unrecorded: [...new Set(unrecorded)].slice(0, 5)
        }
      }
    ];
  },
  message: ({ runs, of, isolated, unrecorded }) => `${runs.length === of ? "No Python process of the runs" : `No Python process of run ${runs.join(", ")}`} was observed${whyNot(
    isolated,
    unrecorded
  )}: what the records claim was not held against what was used.`
});
function whyNot(isolated, unrecorded) {
  const [example] = isolated;
  if (example !== void 0)
    return ` (${quote(example.command, 80)} has the option ${example.why}, which keeps the observer out)`;
  if (unrecorded.length === 0) return "";
  return ` (${formatList(
    unrecorded.map((why) => why.replace(/\.$/, "")),
    2
  )})`;
}

// src/checks/requirements/differs.ts
var requirementsDiffers = defineCheck({
  id: "requirements/differs",
  title: "The package lists differ",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `Both runs were started from the same state, and one of them had other packages. Something installed or removed a package in
between, or the two runs used different interpreters.`,
  fix: `Install everything before the audit, in a step of its own, and let the training install nothing:

\`\`\`yaml
- run: python -m pip install --no-deps -r requirements.lock
- uses: OWNER/train-twice@v1
\`\`\``,
  find: (evidence) => pairedRecords(evidence, "requirements").flatMap(({ run, file, records, ownNames }) => {
    const first = packages(records.first, ownNames.first);
    const second = packages(records.second, ownNames.second);
    const differing2 = [.../* @__PURE__ */ new Set([...first.keys(), ...second.keys()])].sort().map((name) => ({ name, first: first.get(name) ?? null, second: second.get(name) ?? null })).filter((item) => item.first !== item.second);
    return differing2.length === 0 ? [] : [{ place: { run, file }, facts: { differing: differing2.slice(0, 200) } }];
  }),
  message: ({ differing: differing2 }) => `${plural(differing2.length, "package")} ${differing2.length === 1 ? "differs" : "differ"}: ${formatClauses(
    differing2.map(
      ({ name, first, second }) => first === null ? `${name} ${second} only in the second run` : second === null ? `${name} ${first} only in the first run` : `${name} ${first} in the first run and ${second} in the second`
    ),
    5
  )}.`
});
function packages(record, names3) {
  const found = /* @__PURE__ */ new Map();
  for (const line of record.lines) {
    const text = withoutOwnNames(line.text, names3).text;
    const name = line.name ?? text;
    const version = line.pinned ?? `"${text}"`;
    found.set(name, found.has(name) ? `${found.get(name)}, ${version}` : version);
  }
  return found;
}

// src/checks/conda-names.ts
var otherNames = {
  "faiss-cpu": "faiss",
  "faiss-gpu": "faiss",
  ignite: "pytorch-ignite",
  "nvidia-ml": "nvidia-ml-py",
  opencv: "opencv-python",
  "py-opencv": "opencv-python",
  pyg: "torch-geometric",
  pysoundfile: "soundfile",
  pytables: "tables",
  pytorch: "torch",
  "pytorch-cluster": "torch-cluster",
  "pytorch-cpu": "torch",
  "pytorch-geometric": "torch-geometric",
  "pytorch-gpu": "torch",
  "pytorch-scatter": "torch-scatter",
  "pytorch-sparse": "torch-sparse",
  "pytorch-spline-conv": "torch-spline-conv",
  "ruamel-yaml-conda": "ruamel-yaml",
  "tensorflow-cpu": "tensorflow",
  "tensorflow-gpu": "tensorflow"
};
var pythonSide = /^(?:python|py)-(.+)$|^(.+)-(?:python|base|core)$/;
function distributionNames(condaName) {
  const [, behind, before] = pythonSide.exec(condaName) ?? [];
  const other = Object.hasOwn(otherNames, condaName) ? otherNames[condaName] : void 0;
  return [...new Set([condaName, other, behind ?? before].filter((name) => name !== void 0))];
}

// src/checks/imported-packages.ts
var mostEnvironments = 8;
var mostPackages = 2e3;
var mostPinsOfName = 20;
function importedEnvironments(run) {
  const environments = /* @__PURE__ */ new Map();
  for (const { interpreter, distributions } of seenProcesses(run.observed)) {
    if (distributions.length === 0) continue;
    const folder = interpreter.executable.replace(/[/\\][^/\\]*$/, "");
    if (!environments.has(folder) && environments.size >= mostEnvironments) continue;
    const packages2 = environments.get(folder) ?? /* @__PURE__ */ new Map();
    for (const distribution of distributions) {
      if (packages2.size >= mostPackages) break;
      const name = normalizePackageName(distribution.name);
      packages2.set(`${name}
${distribution.version}
${distribution.revision ?? ""}`, { ...distribution, name });
    }
    environments.set(folder, packages2);
  }
  return [...environments].map(([folder, packages2]) => ({
    folder,
    packages: [...packages2].toSorted(([a], [b]) => a < b ? -1 : 1).map(([, found]) => found)
  }));
}
function sawImports(evidence) {
  return evidence.runs.length > 0 && evidence.runs.every((run) => importedEnvironments(run).length > 0);
}
function packageList(record) {
  const byName = /* @__PURE__ */ new Map();
  for (const line of record.lines) {
    if (line.name === null) continue;
    const names3 = record.manager === "conda" ? distributionNames(line.name) : [line.name];
    for (const name of names3) {
      const lines = byName.get(name) ?? [];
      byName.set(name, lines);
      const isNew = !lines.some(({ pinned, source }) => pinned === line.pinned && source === line.source);
      if (isNew && lines.length < mostPinsOfName) lines.push(line);
    }
  }
  const linesOf = (found) => byName.get(found.name) ?? [];
  const answer = (found) => {
    const lines = linesOf(found);
    if (lines.length === 0) return "unlisted";
    const answers = lines.map((line) => holds(line, found, record));
    if (answers.includes(true)) return "true";
    const whole = lines.length < mostPinsOfName;
    return answers.includes(null) || !whole ? "open" : "false";
  };
  const known = /* @__PURE__ */ new Map();
  return {
    record,
    linesOf,
    agreement(found) {
      const agreement = known.get(found) ?? answer(found);
      known.set(found, agreement);
      return agreement;
    }
  };
}
function holds({ pinned, problem, source }, found, record) {
  if (pinned === null || problem !== null) return null;
  const hash = /^(md5|sha\d+)=/.exec(pinned)?.[1];
  if (hash !== void 0)
    return found.source === "archive" && found.revision?.startsWith(`${hash}=`) === true ? found.revision === pinned : null;
  if (source === "vcs" || isCommit(pinned))
    return found.source === "vcs" && found.revision !== null ? found.revision.toLowerCase() === pinned : null;
  if (satisfiesPin(found.version, pinned)) return true;
  if (record.manager === "pip" || isFromPip(found)) return false;
  return found.version.startsWith(`${pinned}.`) || (sameRelease(found.version, pinned) ?? null);
}
function isCommit(pinned) {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(pinned);
}
function isFromPip({ installer }) {
  return installer !== null && /^(?:pip|uv|poetry|pdm)\b/i.test(installer);
}
function listsOf(run, shared) {
  return shared.flatMap(
    ({ file, copies }) => copies.flatMap(({ run: number, record }) => number === run.number ? [{ file, list: packageList(record) }] : [])
  );
}
function describedEnvironment(environments, lists) {
  if (environments.length < 2) return environments[0] ?? null;
  const weights = environments.map(({ packages: packages2 }) => {
    const of = (fits) => packages2.filter((found) => lists.some((list) => fits(list.agreement(found)))).length;
    return of((answer) => answer === "true") * (mostPackages + 1) + of((answer) => answer !== "unlisted");
  });
  return environments[weights.indexOf(Math.max(...weights))] ?? null;
}

// src/checks/requirements/incomplete.ts
var neverListed = /* @__PURE__ */ new Set(["pip", "setuptools", "wheel", "distribute", "pkg-resources"]);
var mostNameless = 200;
var requirementsIncomplete = defineCheck({
  id: "requirements/incomplete",
  title: "The package list is incomplete",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The training imported distributions that its own package list does not name. Who installs the list gets an ImportError, or
whatever version of them is there by chance. This happens where the list is written by hand, or by another interpreter than the
one that trained. Each Python environment that takes part needs a list of its own.`,
  fix: `List what is installed, not what is asked for, with the interpreter that trains:

\`\`\`python
freeze = subprocess.run([sys.executable, "-m", "pip", "freeze"], capture_output=True, text=True, check=True)
(out / "requirements.txt").write_text(freeze.stdout)
\`\`\``,
  find: (evidence) => {
    const shared = sharedRecords(evidence, "requirements");
    const found = evidence.runs.flatMap((run) => missingOf(run, listsOf(run, shared)));
    return sameInAllRuns(evidence, found);
  },
  message: ({ missing: missing2, count, of, environment }) => {
    const names3 = formatClauses(missing2.map(shown3), 10);
    return environment === null ? `${count} of ${plural(of, "imported distribution")} ${count === 1 ? "is" : "are"} not in the list: ${names3}.` : `${plural(count, "distribution")} ${count === 1 ? "was" : "were"} imported in a Python environment that no list describes (${quote(environment)}): ${names3}; a list of its own was expected.`;
  }
});
function shown3({ name, version, source }) {
  const how = source === "editable" ? " (editable)" : source === "folder" ? " (from a folder)" : "";
  return `${name} ${/^[\w.+!-]{1,60}$/.test(version) ? version : quote(version, 60)}${how}`;
}
function missingOf(run, own) {
  if (own.length === 0 || own.some(({ list }) => list.record.problems.length > 0)) return [];
  const lists = own.map(({ list }) => list);
  const nameless = lists.flatMap((list) => list.record.lines.filter(({ name }) => name === null));
  if (nameless.length > mostNameless) return [];
  const environments = importedEnvironments(run);
  const described = describedEnvironment(environments, lists);
  const [first, ...others] = own;
  const place = { run: run.number, file: others.length === 0 ? first?.file ?? null : null };
  return environments.flatMap(({ folder, packages: packages2 }) => {
    const isDescribed = folder === described?.folder;
    const listable = packages2.filter(({ name }) => !neverListed.has(name));
    const missing2 = listable.filter(
      (found) => isDescribed ? !lists.some((list) => names2(list, found)) && !nameless.some((line) => mayBe(line, found)) : !lists.some((list) => list.agreement(found) === "true")
    );
    if (missing2.length === 0) return [];
    const facts = {
      missing: missing2.slice(0, 100).map(({ name, version, source }) => ({ name, version, source })),
      count: missing2.length,
      of: listable.length,
      environment: isDescribed ? null : folder
    };
    const severity = !isDescribed ? "warning" : missing2.every(isOwnCode) ? "notice" : null;
    return [{ place, facts, ...severity === null ? {} : { severity } }];
  });
}
function isOwnCode({ source }) {
  return source === "editable" || source === "folder";
}
function names2(list, found) {
  if (list.agreement(found) !== "unlisted") return true;
  return list.record.manager === "conda" && !isFromPip(found);
}
function mayBe(line, found) {
  const { source } = found;
  const address = line.text.replace(/^(?:-e|--editable)[\s=]+/, "").split(/[#?\s]/)[0] ?? "";
  const called = address.replace(/\/+$/, "").replace(/\.git(?:@.*)?$/, "").replace(/^.*[/\\]/s, "");
  if (normalizePackageName(called) === found.name) return true;
  switch (line.source) {
    case "editable":
    case "path":
      return source === "editable" || source === "folder" || source === "archive" && line.source === "path";
    case "vcs":
      return source === "vcs";
    case "url":
      return source === "archive";
    case "index":
      return line.problem !== null && line.text.toLowerCase().includes(found.name);
    default:
      return line.source;
  }
}

// src/checks/untrue-packages.ts
function untruePackages(list, { packages: packages2 }) {
  const answers = packages2.map((found) => ({ found, answer: list.agreement(found) }));
  const wrong2 = answers.flatMap(({ found, answer }) => answer === "false" ? [found] : []);
  const right = new Set(answers.flatMap(({ found, answer }) => answer === "true" ? [found.name] : []));
  const first = wrong2[0] === void 0 ? void 0 : list.linesOf(wrong2[0])[0];
  const untrue = wrong2.map((found) => {
    const listed = list.linesOf(found).flatMap(({ pinned }) => pinned === null ? [] : [pinned]);
    const pins = [...new Set(listed)];
    return { name: found.name, listed: pins, imported: imported(found, pins), inSome: right.has(found.name) };
  });
  return { untrue, line: first?.line ?? null };
}
function imported({ version, revision }, listed) {
  const byRevision = listed.some((pin) => isCommit(pin) || pin.includes("="));
  return byRevision && revision !== null ? revision.toLowerCase() : version;
}
function untrueText(untrue) {
  return formatClauses(
    untrue.map(({ name, listed, imported: found, inSome }) => {
      const pins = listed.map(shown4).join(" or ");
      const where = inSome ? " in some processes" : "";
      return `${name} is listed ${at(listed[0] ?? "")} ${pins} and was imported ${at(found)} ${shown4(found)}${where}`;
    }),
    5
  );
}
function at(pin) {
  return isCommit(pin) ? "at commit" : "as";
}
function shown4(pin) {
  if (isCommit(pin)) return pin.slice(0, 12);
  return /^[\w.+!=-]{1,80}$/.test(pin) ? pin : quote(pin, 80);
}

// src/checks/requirements/lock-drifted.ts
var requirementsLockDrifted = defineCheck({
  id: "requirements/lock-drifted",
  title: "The lock file was not followed",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `The lock file in the repository says which versions belong to this commit. The training imported others, so a checkout of the
commit together with its lock does not bring this run back. A lock may name several versions of a package, for several platforms
and Python versions: only what none of them accepts counts as drift.`,
  fix: `Install from the lock and from nothing else, in a step before the audit:

\`\`\`yaml
- run: uv sync --locked        # or: poetry sync, pixi install --locked,
- uses: OWNER/train-twice@v1   # or: pip install --no-deps -r requirements.lock
\`\`\`

If the newer versions are wanted, lock them and commit the lock: \`uv lock --upgrade\`, \`poetry update\`, \`pixi update\`.`,
  find: (evidence) => {
    const found = evidence.locks.map(packageList).flatMap(
      (list) => evidence.runs.flatMap((run) => {
        const environment = describedEnvironment(importedEnvironments(run), [list]);
        if (environment === null) return [];
        const { untrue, line } = untruePackages(list, environment);
        if (untrue.length === 0) return [];
        const facts = { drifted: untrue.slice(0, 100), count: untrue.length };
        return [{ place: { run: run.number, file: list.record.path, line }, facts }];
      })
    );
    return sameInAllRuns(evidence, found);
  },
  message: ({ drifted, count }) => `${plural(count, "imported package")} ${count === 1 ? "differs" : "differ"} from the lock: ${untrueText(drifted)}.`
});

// src/checks/requirements/not-pinned.ts
var requirementsNotPinned = defineCheck({
  id: "requirements/not-pinned",
  title: "Packages are not pinned",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `\`torch>=2\` is another torch next month. What was installed is only known where every line names one version, one commit, or
one wheel.`,
  fix: `Record what is installed, not what is asked for:

\`\`\`sh
python -m pip freeze > "$TRAIN_TWICE_OUTPUT_DIR/requirements.txt"
\`\`\`

Install from a commit instead of a branch: \`pip install git+https://github.com/you/lib@<40 hex digits>\`.`,
  find: (evidence) => sharedRecords(evidence, "requirements").flatMap(({ file, run, copies }) => {
    const lines = /* @__PURE__ */ new Map();
    for (const { run: number, record } of copies) {
      const owner = evidence.runs.find((one) => one.number === number);
      for (const line of record.lines)
        if (line.problem === null && !isProjectItself(line, record, owner)) lines.set(line.text, line);
    }
    const unpinned = [...lines.values()].filter((line) => line.pinned === null);
    const [example] = unpinned;
    if (example === void 0) return [];
    return [
      {
        place: { file, run, line: example.line },
        facts: { unpinned: unpinned.slice(0, 20).map((line) => line.text), count: unpinned.length, of: lines.size }
      }
    ];
  }),
  message: ({ unpinned, count, of }) => `${count} of ${plural(of, "package")} ${count === 1 ? "has" : "have"} no exact version, e.g. ${formatList(
    unpinned.slice(0, 3).map((text) => quote(text, 80))
  )}; "name==version" was expected.`
});
function isProjectItself({ source, text }, { scope }, run) {
  if (scope === "locked") return source === "editable" || source === "path";
  if (source !== "editable") return false;
  const address = text.replace(/^(?:-e|--editable)[\s=]+/, "").replace(/^file:(?:\/\/)?/, "").split(/[#[\s]/)[0] ?? "";
  if (/^\.{1,2}(?:\/|$)/.test(address)) return true;
  if (run === void 0 || !address.startsWith("/")) return false;
  const [folder, own] = [`${address.replace(/\/+$/, "")}/`, `${run.workingDirectory.replace(/\/+$/, "")}/`];
  return own.startsWith(folder) || folder.startsWith(own);
}

// src/checks/requirements/not-recorded.ts
var requirementsNotRecorded = defineCheck({
  id: "requirements/not-recorded",
  title: "The packages were not recorded",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `A \`requirements.txt\` in the repository says what was asked for; only \`pip freeze\` at the time of the run says what was there.`,
  fix: `Write it beside the results:

\`\`\`python
freeze = subprocess.run([sys.executable, "-m", "pip", "freeze"], capture_output=True, text=True, check=True)
(out / "requirements.txt").write_text(freeze.stdout)
\`\`\`

A lock file beside the code (\`uv.lock\`, \`poetry.lock\`, \`pixi.lock\`, a pinned \`requirements.txt\`) does not go with the results, but it is held
against what was imported.`,
  find: (evidence) => missingRecords(evidence, (record) => record.kind === "requirements").map(({ place, facts, partly }) => {
    const readable = evidence.locks.filter(({ lines }) => lines.length > 0).map(({ path }) => path);
    const locks = !partly && sawImports(evidence) ? readable : [];
    const severity = partly ? "error" : locks.length > 0 ? "notice" : "warning";
    return { place, facts: { ...facts, locks }, severity };
  }),
  message: ({ runs, of, locks }) => locks.length > 0 ? `No run left a list of its packages; ${locks.map((lock) => quote(lock)).join(" and ")} beside the code ${locks.length === 1 ? "was" : "were"} held against the imported packages instead.` : runs.length === of ? 'No run left a list of its packages; "requirements.txt" from pip freeze was expected beside the results.' : `Run ${runs.join(", ")} left no list of its packages, the other did; "requirements.txt" was expected in both.`
});

// src/checks/requirements/not-true.ts
var requirementsNotTrue = defineCheck({
  id: "requirements/not-true",
  title: "The package list is not true",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The list says which packages to install to do this again. It names other versions than those that the training imported, so
who follows it runs something else. This happens where the list was copied from an older run, or written by another interpreter
than the one that trained. A version is compared as pip does: \`==2.6.0\` accepts the build \`2.6.0+cu124\`.`,
  fix: `Let the interpreter that trains write the list, at the time of the run:

\`\`\`python
freeze = subprocess.run([sys.executable, "-m", "pip", "freeze"], capture_output=True, text=True, check=True)
(out / "requirements.txt").write_text(freeze.stdout)
\`\`\``,
  find: (evidence) => {
    const shared = sharedRecords(evidence, "requirements");
    const found = evidence.runs.flatMap((run) => {
      const own = listsOf(run, shared);
      const environments = importedEnvironments(run);
      const environment = describedEnvironment(
        environments,
        own.map(({ list }) => list)
      );
      if (environment === null) return [];
      return own.flatMap(({ file, list }) => {
        const { untrue, line } = untruePackages(list, environment);
        if (untrue.length === 0) return [];
        const facts = { untrue: untrue.slice(0, 100), count: untrue.length, environments: environments.length };
        return [{ place: { run: run.number, file, line }, facts }];
      });
    });
    return sameInAllRuns(evidence, found);
  },
  message: ({ untrue, count, environments }) => `${plural(count, "package")} ${count === 1 ? "is" : "are"} not what the list says: ${untrueText(untrue)}${environments > 1 ? ` (of ${environments} Python environments, held against the one that the list fits best)` : ""}.`
});

// src/checks/requirements/unparsable.ts
var requirementsUnparsable = defineCheck({
  id: "requirements/unparsable",
  title: "The package list cannot be read",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `A line that pip cannot read is a package that nobody can install again. An included file (\`-r other.txt\`) is not part of the
record: next year it may say something else.`,
  fix: `Write the list with pip itself, and not by hand:

\`\`\`sh
python -m pip freeze > "$TRAIN_TWICE_OUTPUT_DIR/requirements.txt"
\`\`\``,
  find: (evidence) => [
    ...sharedRecords(evidence, "requirements").flatMap(({ file, copies }) => {
      const found = /* @__PURE__ */ new Map();
      for (const { run, record } of copies) {
        const bad = badLines(record);
        if (bad.length === 0) continue;
        const known = found.get(JSON.stringify(bad));
        if (known === void 0) found.set(JSON.stringify(bad), { runs: /* @__PURE__ */ new Set([run]), bad });
        else known.runs.add(run);
      }
      return [...found.values()].map(({ runs, bad }) => ({
        place: {
          file,
          run: runs.size === copies.length && copies.length > 1 ? null : [...runs][0] ?? null,
          line: bad[0]?.line ?? null
        },
        facts: { bad: bad.slice(0, 50) }
      }));
    }),
    // No run wrote it: what it says is then only missing from what could be checked.
    ...evidence.locks.flatMap((lock) => {
      const bad = badLines(lock);
      const place = { file: lock.path, line: bad[0]?.line ?? null };
      return bad.length === 0 ? [] : [{ place, facts: { bad: bad.slice(0, 50) }, severity: "warning" }];
    })
  ],
  message: ({ bad }) => `${plural(bad.length, "line")} cannot be read: ${formatClauses(
    bad.map(({ line, what }) => `${line === null ? "" : `line ${line}, `}${what}`),
    3
  )}.`
});
function badLines(record) {
  return [
    ...record.problems.map(({ line, message }) => ({ line: line ?? null, what: message })),
    ...record.lines.flatMap(
      ({ problem, text, line }) => problem === null ? [] : [{ line, what: `${quote(text, 80)}: ${problem}` }]
    )
  ];
}

// src/checks/run/cancelled.ts
var runCancelled = defineCheck({
  id: "run/cancelled",
  title: "A run was cancelled",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The audit was stopped from outside before there was anything to judge.`,
  fix: `Start it again. If nobody stopped it, look for a time limit around it, such as the job's own:

\`\`\`yaml
timeout-minutes: 720
\`\`\``,
  find: (evidence) => evidence.runs.flatMap(
    (run) => run.end?.kind === "cancelled" ? [{ place: { run: run.number }, facts: { run: run.number, signal: run.end.signal, ranMs: run.durationMs } }] : []
  ),
  message: ({ run, signal, ranMs }) => `Run ${run} was cancelled by ${signal} after ${formatDuration(ranMs)}.`
});

// src/model/doubt-weight.ts
var harmless = /* @__PURE__ */ new Set(["SURVIVORS", "OLD_OUTPUTS"]);
var aboutLogs = /* @__PURE__ */ new Set(["LOG_CUT", "LOG_INCOMPLETE"]);
function doubtMatters(code, policy) {
  if (aboutLogs.has(code)) return policy.metrics.stdout.length > 0;
  return !harmless.has(code);
}

// src/checks/run/doubt.ts
var runDoubt = defineCheck({
  id: "run/doubt",
  title: "Something weakens the comparison",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `The two runs must start from the same state, and their files must be theirs and whole. Something was seen that puts this in
question, so agreement may have another reason than a reproducible training; the audit is then inconclusive.`,
  fix: `Remove what the message names, and audit again from a clean checkout:

\`\`\`sh
git clean -xdn        # lists what would go; -xdf removes it
\`\`\``,
  find: (evidence) => evidence.runs.flatMap(
    (run) => run.doubts.filter(({ code }) => code !== "SURVIVORS" && code !== "SURVIVORS_LEFT").map(({ code, message }) => ({
      place: { run: run.number },
      facts: { run: run.number, code, sentence: message },
      ...doubtMatters(code, evidence.policy) ? {} : { severity: "notice" }
    }))
  ),
  message: ({ sentence }) => `${sentence.replace(/\.$/, "")}.`
});

// src/checks/run/failed.ts
var runFailed = defineCheck({
  id: "run/failed",
  title: "A run failed",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `A training that did not end by itself with exit code 0 left results of unknown worth: two runs that crash at the same line
agree in every file. There is no verdict on reproducibility.`,
  fix: `Read the end of the run's log, and start the command by hand in the same environment. Killed by SIGKILL usually means that
the machine ran out of memory. A command that fails on purpose needs its own handling:

\`\`\`yaml
command: python train.py seed=$TRAIN_TWICE_SEED
\`\`\``,
  find: (evidence) => evidence.runs.flatMap((run) => {
    const { end } = run;
    if (end === null || end.kind === "timed-out" || end.kind === "cancelled") return [];
    if (end.kind === "exited" && end.code === 0) return [];
    const lastLine = run.logTail.findLast((line) => line.trim() !== "") ?? "";
    return [{ place: { run: run.number }, facts: { run: run.number, end: describeRunEnd(end), lastLine } }];
  }),
  message: ({ run, end, lastLine }) => `Run ${run} ${end}; exit code 0 was expected.${lastLine === "" ? " It printed nothing." : ` The last line of its log: ${quote(lastLine.trim(), 200)}.`}`
});

// src/checks/run/left-processes.ts
var runLeftProcesses = defineCheck({
  id: "run/left-processes",
  title: "A run left processes behind",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `A process that goes on after its training may still write files, hold GPU memory, or serve data to the next run. They were
stopped before the outputs were read.`,
  fix: `Close loaders, trackers and process groups before the script ends:

\`\`\`python
finally:
    wandb.finish()
    torch.distributed.destroy_process_group()
\`\`\``,
  find: (evidence) => evidence.runs.filter((run) => run.survivors.length > 0).map((run) => ({
    place: { run: run.number },
    facts: {
      run: run.number,
      processes: run.survivors.length,
      stillAlive: run.survivors.filter((survivor) => !survivor.killed).length,
      example: run.survivors[0]?.command ?? ""
    }
  })),
  message: ({ run, processes, stillAlive, example }) => `${plural(processes, "process", "processes")} of run ${run} ${processes === 1 ? "was" : "were"} still alive when it ended, e.g. ${quote(example, 80)}; ${stillAlive === 0 ? "all were stopped" : `${stillAlive} could not be stopped`}.`
});

// src/model/log-signs.ts
var exceptionLine = /^(?:[A-Za-z_][\w.]*\.)?[A-Z]\w*(?:Error|Exception|Interrupt|Exit)(?::|$)/;
var linesAfter = 2;
var killedChild = /(?:^|: line \d+: +)\d+ (?:Killed|Segmentation fault|Aborted|Bus error|Illegal instruction|Floating point exception)\b/;
function failureShown(tail) {
  return errorAtEnd(tail) ?? tail.find((line) => killedChild.test(line))?.trimEnd() ?? null;
}
function errorAtEnd(tail) {
  const lines = tail.map((line) => line.trimEnd()).filter((line) => line !== "");
  if (lines.some((line) => line.startsWith("Exception ignored in"))) return null;
  if (!lines.some((line) => line.startsWith("Traceback (most recent call last)") || /^\s+File ".*", line \d+/.test(line)))
    return null;
  return lines.slice(-1 - linesAfter).findLast((line) => exceptionLine.test(line)) ?? null;
}
var skipping = [
  /skipping training (?:since|because|as)\b/i,
  /^Stage '[^']*' (?:didn't change|is cached)/,
  /^Restored stage '/,
  /^Nothing to be done(?: \(all requested files are present|\.?$)/,
  /^make: (?:'[^']*' is up to date|Nothing to be done for)/
];
function skippedWork(tail) {
  return tail.map((line) => line.trim()).find((line) => skipping.some((sign) => sign.test(line))) ?? null;
}

// src/checks/run/log-shows-error.ts
var runLogShowsError = defineCheck({
  id: "run/log-shows-error",
  title: "The log ends in an error, the exit code is 0",
  severity: "warning",
  certainty: "inferred",
  since: "0.1.0",
  why: `A shell that swallows the failure (\`|| true\`, a pipe, a wrapper script) turns a crash into a success. Both runs may have
crashed at the same place and left the same files; the audit is therefore inconclusive.`,
  fix: `Let the training's own exit code through:

\`\`\`sh
set -euo pipefail
python train.py 2>&1 | tee train.log
\`\`\``,
  find: (evidence) => evidence.runs.flatMap((run) => {
    const line = run.end !== null && runSucceeded(run.end) ? failureShown(run.logTail) : null;
    return line === null ? [] : [{ place: { run: run.number }, facts: { run: run.number, line } }];
  }),
  message: ({ run, line }) => `Run ${run} exited with code 0, and its log ends in ${quote(line, 200)}. Likely cause: the command hides its failure.`
});

// src/checks/run/much-shorter.ts
var leastMs = 1e4;
var shareOfFirst = 0.1;
var runMuchShorter = defineCheck({
  id: "run/much-shorter",
  title: "A run took far less time than the first",
  severity: "warning",
  certainty: "inferred",
  since: "0.1.0",
  why: `The same work takes the same time. A run that is ten times faster probably found something that the first one had left:
a cache, a prepared data set, a checkpoint to resume from. Then the second run tested less than the first.`,
  fix: `Fill caches before the audit, in a step of its own, so that both runs find the same:

\`\`\`yaml
- run: python prepare_data.py
- uses: OWNER/train-twice@v1
\`\`\``,
  find: (evidence) => {
    const ended = evidence.runs.filter((run) => run.end !== null && runSucceeded(run.end));
    const [first, ...others] = ended;
    if (first === void 0 || first.durationMs < leastMs) return [];
    return others.filter((run) => run.durationMs < first.durationMs * shareOfFirst).map((run) => ({
      place: { run: run.number },
      facts: { run: run.number, firstMs: first.durationMs, ms: run.durationMs }
    }));
  },
  message: ({ run, firstMs, ms }) => `Run ${run} took ${formatDuration(ms)}, the first one ${formatDuration(firstMs)}. Likely cause: it used what the first run had left.`
});

// src/checks/run/skipped-work.ts
var runSkippedWork = defineCheck({
  id: "run/skipped-work",
  title: "A run did not train",
  severity: "warning",
  certainty: "inferred",
  since: "0.1.0",
  why: `A second run that finds the first one's results and keeps them agrees with it by construction. The audit is inconclusive.`,
  fix: `Make each run train anew: no \`resume\`, no run cache.

\`\`\`sh
dvc repro --force --no-run-cache
\`\`\``,
  find: (evidence) => evidence.runs.flatMap((run) => {
    const line = run.end === null ? null : skippedWork(run.logTail);
    return line === null ? [] : [{ place: { run: run.number }, facts: { run: run.number, line } }];
  }),
  message: ({ run, line }) => `Run ${run} printed ${quote(line, 200)}. Likely cause: it took an earlier result instead of training.`
});

// src/model/start-differences.ts
var ownVariables = /^TRAIN_TWICE(?:_|$)/;
function startDifferences(runs) {
  const [first, ...others] = runs.filter((run) => run.end !== null);
  if (first === void 0) return [];
  return others.flatMap((run) => {
    const differing2 = [
      ...withoutOwn(first, JSON.stringify(first.argv)) === withoutOwn(run, JSON.stringify(run.argv)) ? [] : ["command"],
      ...first.seed === run.seed ? [] : ["seed"],
      ...first.workingDirectory === run.workingDirectory ? [] : ["working directory"],
      ...differingVariables(first, run)
    ];
    return differing2.length === 0 ? [] : [{ run: run.number, differing: differing2 }];
  });
}
function differingVariables(first, run) {
  const names3 = /* @__PURE__ */ new Set([...Object.keys(first.environment), ...Object.keys(run.environment)]);
  return [...names3].filter((name) => !ownVariables.test(name)).filter((name) => withoutOwn(first, variableOf(first, name)) !== withoutOwn(run, variableOf(run, name))).sort();
}
function variableOf({ environment }, name) {
  return Object.hasOwn(environment, name) ? environment[name] : void 0;
}
function withoutOwn(run, text) {
  const folder = run.environment.TRAIN_TWICE_OUTPUT_DIR;
  return folder === void 0 || folder === "" ? text : text?.replaceAll(folder, "‹folder›");
}

// src/checks/run/started-differently.ts
var runStartedDifferently = defineCheck({
  id: "run/started-differently",
  title: "The runs were not started alike",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The question is whether the *same* training gives the same result. Two different trainings answer another question; the
audit is inconclusive unless a difference was found anyway.`,
  fix: `Leave the choice of the folder to the variable that each run gets, and nothing else to the run's number:

\`\`\`yaml
command: python train.py out=$TRAIN_TWICE_OUTPUT_DIR seed=$TRAIN_TWICE_SEED
\`\`\``,
  find: (evidence) => startDifferences(evidence.runs).map(({ run, differing: differing2 }) => ({ place: { run }, facts: { run, differing: differing2 } })),
  message: ({ run, differing: differing2 }) => `Run ${run} was started with another ${formatList(differing2.map((name) => quote(name)))} than run 1; the same was expected.`
});

// src/checks/run/timed-out.ts
var runTimedOut = defineCheck({
  id: "run/timed-out",
  title: "A run was stopped at the time limit",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `What a stopped training left is a matter of when it was stopped. Two runs that are cut off are not compared: agreement would
prove nothing, and difference neither.`,
  fix: `Train for fewer steps in the audit, or raise the limit:

\`\`\`yaml
timeout: 12h
idle-timeout: 30m
\`\`\``,
  find: (evidence) => evidence.runs.flatMap((run) => {
    if (run.end?.kind !== "timed-out") return [];
    const lastLine = run.logTail.findLast((line) => line.trim() !== "") ?? "";
    const facts = { run: run.number, end: describeRunEnd(run.end), ranMs: run.durationMs, lastLine };
    return [{ place: { run: run.number }, facts }];
  }),
  message: ({ run, end, ranMs, lastLine }) => `Run ${run} ${end}, and was stopped after ${formatDuration(ranMs)}.${lastLine === "" ? "" : ` The last line of its log: ${quote(lastLine.trim(), 200)}.`}`
});

// src/checks/run/working-tree-differs.ts
var runWorkingTreeDiffers = defineCheck({
  id: "run/working-tree-differs",
  title: "The code changed between the runs",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The second run was started from other code than the first: the training changes files of the repository, or somebody else did
meanwhile. Whatever came out, two different programs were compared.`,
  fix: `Let the training write to its outputs only, and keep generated files out of Git:

\`\`\`sh
git status --short      # after a run: nothing that is tracked may stand here
\`\`\``,
  find: (evidence) => {
    const [first, ...others] = evidence.runs;
    const before = first?.workingTree ?? null;
    if (before === null) return [];
    return others.flatMap(({ number, workingTree }) => {
      if (workingTree === null) return [];
      const commits = before.commit === workingTree.commit ? null : [before.commit, workingTree.commit];
      const files = changedFiles(before, workingTree);
      return commits === null && files.length === 0 ? [] : [{ place: { run: number }, facts: { run: number, commits, files: files.slice(0, 20) } }];
    });
  },
  message: ({ run, commits, files }) => {
    const clauses = [
      ...commits === null ? [] : [`the commit was ${commits[0] ?? "none"} before run 1 and ${commits[1] ?? "none"} before run ${run}`],
      ...files.length === 0 ? [] : [
        `the changes to ${formatList(
          files.map((file) => quote(file, 80)),
          3
        )} were not the same before run 1 and run ${run}`
      ]
    ];
    const text = clauses.join("; ");
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }
});
function changedFiles(first, second) {
  const inOne = [
    ...first.dirty.filter((file) => !second.dirty.includes(file)),
    ...second.dirty.filter((file) => !first.dirty.includes(file))
  ];
  if (inOne.length > 0) return inOne;
  return first.diffSha256 === second.diffSha256 ? [] : second.dirty;
}

// src/checks/run/working-tree-dirty.ts
var runWorkingTreeDirty = defineCheck({
  id: "run/working-tree-dirty",
  title: "The code is not that of a commit",
  severity: "notice",
  certainty: "measured",
  since: "0.1.0",
  why: `Whoever checks out the commit gets other code than what was trained here.`,
  fix: `Commit before a run that is to be kept:

\`\`\`sh
git commit -am "What this run trains"
\`\`\``,
  find: (evidence) => {
    const tree = evidence.runs[0]?.workingTree ?? null;
    if (tree === null || tree.dirtyCount === 0) return [];
    return [{ facts: { commit: tree.commit, files: tree.dirty.slice(0, 20), count: tree.dirtyCount } }];
  },
  message: ({ commit, files, count }) => `${plural(count, "tracked file")} ${count === 1 ? "differs" : "differ"} from ${commit === null ? "the index (there is no commit yet)" : `commit ${commit.slice(0, 12)}`}: ${formatList(
    files.map((file) => quote(file, 80)),
    3
  )}.`
});

// src/checks/run/wrote-nothing.ts
var runWroteNothing = defineCheck({
  id: "run/wrote-nothing",
  title: "A run wrote nothing",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `Where there is no result there is nothing to compare, and two runs that write nothing always agree.`,
  fix: `Let \`outputs\` name the place where the training writes, or let the training write where it is told:

\`\`\`python
out = pathlib.Path(os.environ.get("TRAIN_TWICE_OUTPUT_DIR", "outputs"))
\`\`\`

A training that only prints needs \`metrics.stdout\`, a pattern with named groups:

\`\`\`yaml
metrics:
  stdout: ['^step (?P<step>\\d+) loss (?P<loss>\\S+)']
\`\`\``,
  find: (evidence) => evidence.runs.filter(
    (run) => (run.end === null || run.end.kind === "exited" && run.end.code === 0) && run.written.length === 0
  ).map((run) => ({
    place: { run: run.number },
    facts: { run: run.number, ranMs: run.durationMs, compared: run.end === null }
  })),
  message: ({ run, ranMs, compared }) => compared ? `Run ${run} has no file at all; at least one checkpoint or metric file was expected.` : `Run ${run} took ${formatDuration(ranMs)} and left no file in its outputs; at least one was expected.`
});

// src/checks/run/wrote-outside-outputs.ts
var runWroteOutsideOutputs = defineCheck({
  id: "run/wrote-outside-outputs",
  title: "A run changed files outside its outputs",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `What run 1 leaves outside its outputs is still there when run 2 starts: a cache, a downloaded data set, a checkpoint that run
2 resumes from. Both runs may then agree although two fresh ones would not.`,
  fix: `Write everything into the folder that the run was given, or name the place in \`outputs\`:

\`\`\`yaml
outputs: [outputs, cache]
\`\`\`

A cache that may be shared can be filled before the audit, in a step of its own.`,
  find: (evidence) => evidence.runs.filter((run) => run.outside.length > 0).map((run) => ({
    place: { run: run.number, file: run.outside[0]?.path ?? null },
    facts: {
      run: run.number,
      created: run.outside.filter((file) => file.change === "created").length,
      changed: run.outside.filter((file) => file.change === "changed").length,
      deleted: run.outside.filter((file) => file.change === "deleted").length,
      examples: run.outside.slice(0, 3).map((file) => file.path)
    }
  })),
  message: ({ run, created, changed, deleted, examples }) => `Run ${run} created ${plural(created, "file")}, changed ${changed} and deleted ${deleted} outside its outputs: ${formatList(
    examples.map((path) => quote(path)),
    3
  )}${created + changed + deleted > examples.length ? " among them" : ""}.`
});

// src/checks/seeds/differ-between-runs.ts
var seedsDifferBetweenRuns = defineCheck({
  id: "seeds/differ-between-runs",
  title: "The runs used different seeds",
  severity: "warning",
  certainty: "inferred",
  since: "0.1.0",
  why: `The same line of code seeded a generator with one value in the first run and with another in a later one, so the seed comes
from something that is not the same twice: the clock, a process id, a draw from a generator that nobody seeded.`,
  fix: `Take the seed from the configuration, or from the variable that each run is given:

\`\`\`python
seed = int(os.environ.get("TRAIN_TWICE_SEED", 42))
\`\`\``,
  find: (evidence) => {
    const diverged = runsDiverged(evidence);
    return differing(evidence).slice(0, 20).map((facts) => ({
      place: codePlace(facts.file, facts.line),
      facts: { diverged, ...facts },
      ...weightOf(diverged)
    }));
  },
  message: ({ diverged, what, file, line, run, first, second }) => {
    const values = `was given ${first} in run 1 and ${second} in run ${run}`;
    const where = codeText(file, line);
    return suspicionText(
      diverged,
      `\`${what}\` in ${where}, ${values}`,
      `The seed of \`${what}\` in ${where}, ${values}`
    );
  }
});
function differing(evidence) {
  const [first, ...others] = evidence.runs;
  if (first === void 0) return [];
  const firstSeeds = seedsByLine(first);
  const reported = /* @__PURE__ */ new Set();
  return others.flatMap(
    (run) => [...seedsByLine(run)].flatMap(([key, found]) => {
      const before = firstSeeds.get(key);
      if (before === void 0 || reported.has(key) || before.values.length !== found.values.length) return [];
      const at2 = found.values.findIndex((value, index) => value !== before.values[index]);
      if (at2 < 0) return [];
      reported.add(key);
      const { what, line } = found.seeding;
      const values = { first: before.values[at2] ?? "", second: found.values[at2] ?? "" };
      return [{ what, file: shownFile(run, found.seeding), line, run: run.number, ...values }];
    })
  );
}
function seedsByLine(run) {
  const found = /* @__PURE__ */ new Map();
  for (const seeding of seenProcesses(run.observed).flatMap((seen) => seen.seedings)) {
    const key = `${seeding.what}
${seeding.file}
${seeding.line}`;
    const entry = found.get(key) ?? { seeding, values: [] };
    entry.values.push(seeding.value ?? "none");
    found.set(key, entry);
  }
  return new Map([...found].map(([key, { seeding, values }]) => [key, { seeding, values: values.toSorted() }]));
}

// src/checks/seeds/hash-seed-not-in-force.ts
var seedsHashSeedNotInForce = defineCheck({
  id: "seeds/hash-seed-not-in-force",
  title: "PYTHONHASHSEED is not in force",
  severity: "warning",
  certainty: "inferred",
  since: "0.1.0",
  why: `Without it Python draws a new key for the hashes of texts at each start, and sets of texts come in another order: classes, file
names, vocabularies. Setting it inside the program has no effect on that program: it is read once, before the first line.`,
  fix: `Leave it to the determinism set, or set it before Python starts:

\`\`\`sh
PYTHONHASHSEED=42 python train.py
\`\`\``,
  find: (evidence) => {
    const diverged = runsDiverged(evidence);
    const loose = processesOf(evidence).filter(({ seen }) => !seen.forked && !seen.interpreter.hashSeedFixed);
    const [example] = loose;
    if (example === void 0) return [];
    const { hashSeed, argv } = example.seen.interpreter;
    const command = argv.join(" ").slice(0, 200);
    return [{ facts: { diverged, processes: loose.length, variable: hashSeed, command }, ...weightOf(diverged) }];
  },
  message: ({ diverged, processes, variable, command }) => {
    const found = `PYTHONHASHSEED was ${variable === null ? "not set" : quote(variable)} when ${processes === 1 ? "" : `${plural(processes, "process", "processes")} such as `}${quote(command)} started`;
    return suspicionText(diverged, `${found}, so sets of texts have another order in each run`, found);
  }
});

// src/checks/seeds/not-the-given-seed.ts
var global = /* @__PURE__ */ new Set([
  "random.seed",
  "numpy.random.seed",
  "torch.manual_seed",
  "torch.cuda.manual_seed",
  "torch.cuda.manual_seed_all",
  "tensorflow.random.set_seed",
  "jax.random.PRNGKey",
  "jax.random.key"
]);
var seedsNotTheGivenSeed = defineCheck({
  id: "seeds/not-the-given-seed",
  title: "The training does not use the seed that it is given",
  severity: "notice",
  certainty: "measured",
  since: "0.1.0",
  why: `The seed stands in the code, or is read from elsewhere: the audit's \`seed\` has no effect, and what was proven holds for that one
seed only. A training that can be given its seed can be audited with several.`,
  fix: `Pass it on:

\`\`\`yaml
command: python train.py seed=$TRAIN_TWICE_SEED
\`\`\``,
  find: (evidence) => {
    const [run] = evidence.runs;
    if (run === void 0 || run.seed === null) return [];
    const given = String(run.seed);
    if (evidence.inventories.some((inventory) => seedOfRun(inventory) !== null)) return [];
    const seedings = seenProcesses(run.observed).flatMap(
      ({ seedings: found }) => found.filter(({ what: what2 }) => global.has(what2))
    );
    const [first] = seedings;
    if (first === void 0 || seedings.some(({ value }) => value === given)) return [];
    const { what, line } = first;
    const file = shownFile(run, first);
    return [{ place: codePlace(file, line), facts: { what, value: first.value ?? "nothing", file, line, given } }];
  },
  message: ({ what, value, file, line, given }) => `The seed ${quote(value)} was given to \`${what}\` in ${codeText(file, line)}, and ${quote(given)} of $TRAIN_TWICE_SEED to no generator.`
});

// src/checks/seeds/seeded-after-use.ts
var seedsSeededAfterUse = defineCheck({
  id: "seeds/seeded-after-use",
  title: "A generator was seeded after it had been used",
  severity: "warning",
  certainty: "inferred",
  since: "0.1.0",
  why: `What is drawn before the seed is set comes from a state that the operating system chose: weights that a module makes when it
is imported, a split that is drawn before \`main()\`. The seed then comes too late for it.`,
  fix: `Seed before anything else is imported or built:

\`\`\`python
random.seed(seed); numpy.random.seed(seed); torch.manual_seed(seed)
model = build_model()
\`\`\``,
  find: (evidence) => {
    const diverged = runsDiverged(evidence);
    const late = processesOf(evidence).filter(({ seen }) => !seen.forked).flatMap(
      ({ run, seen }) => firstOfEach(seen.seedings, ({ what }) => what).filter(({ drawnBefore, what }) => drawnBefore === true && (diverged || what !== "random.seed")).map((item) => ({ what: item.what, file: shownFile(run, item), line: item.line }))
    );
    return firstOfEach(late, ({ what, file, line }) => `${what}
${file}
${line}`).slice(0, 20).map((facts) => ({
      place: codePlace(facts.file, facts.line),
      facts: { diverged, ...facts },
      ...weightOf(diverged)
    }));
  },
  message: ({ diverged, what, file, line }) => {
    const where = codeText(file, line);
    return suspicionText(
      diverged,
      `\`${what}\` in ${where}, came after the first draw from its generator`,
      `The first draw came before \`${what}\` in ${where}`
    );
  }
});

// src/checks/seeds/unseeded-generator.ts
var seedsUnseededGenerator = defineCheck({
  id: "seeds/unseeded-generator",
  title: "A random generator has no seed",
  severity: "warning",
  certainty: "inferred",
  since: "0.1.0",
  why: `A generator without a seed takes one from the operating system, another one in each run. \`random.seed()\` and
\`numpy.random.seed()\` reach the global generators only, not those that the code makes for itself. The observer saw where it
was made; whether the results depend on it was not measured.`,
  fix: `Give each generator its seed, from the one seed of the training:

\`\`\`python
rng = random.Random(seed)
rng = numpy.random.default_rng(seed)
random.seed(seed); numpy.random.seed(seed); torch.manual_seed(seed)
\`\`\``,
  find: (evidence) => {
    const diverged = runsDiverged(evidence);
    const made = processesOf(evidence).flatMap(
      ({ run, seen }) => seen.unseeded.filter(({ origin }) => origin === "own").map((item) => ({ what: item.what, file: shownFile(run, item), line: item.line }))
    );
    const places = firstOfEach(made, ({ what, file, line }) => `${what}
${file}
${line}`);
    const global2 = diverged ? new Set(processesOf(evidence).flatMap(({ seen }) => seen.neverSeeded)) : [];
    return [
      ...places.slice(0, 20).map(({ what, file, line }) => ({
        place: codePlace(file, line),
        facts: { diverged, what, file, line },
        ...weightOf(diverged)
      })),
      ...[...global2].sort().map((what) => ({ facts: { diverged, what, file: null, line: 0 } }))
    ];
  },
  message: ({ diverged, what, file, line }) => {
    if (file === null) return `Likely cause: the global generator of \`${what}\` was drawn from and never seeded.`;
    const { cause, seen } = sentences(what);
    const where = codeText(file, line);
    return suspicionText(diverged, `${cause} in ${where}`, `${seen} in ${where}`);
  }
});
function sentences(what) {
  if (what === "numpy.random generator")
    return { cause: "a NumPy generator made without a seed", seen: "A NumPy generator was made without a seed" };
  if (what === "random.SystemRandom")
    return {
      cause: "`random.SystemRandom()`, which no seed reaches, made",
      seen: "A generator that no seed reaches, `random.SystemRandom()`, was made"
    };
  const verb = /seed/.test(what) ? "called" : "made";
  return {
    cause: `\`${what}()\` ${verb} without a seed`,
    seen: `A generator was ${verb === "made" ? "made" : "seeded"} without a seed, \`${what}()\`,`
  };
}

// src/checks/weights/dtype-differs.ts
var weightsDtypeDiffers = defineCheck({
  id: "weights/dtype-differs",
  title: "Tensors have different element types",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The same tensor in another precision is another result, even where rounding makes the numbers look alike. It usually
means that the two runs took different paths: autocast on or off, another device, another default dtype.`,
  fix: `Set the precision explicitly, and not from what the machine offers:

\`\`\`python
torch.set_default_dtype(torch.float32)
with torch.autocast("cuda", dtype=torch.bfloat16, enabled=config.amp):
    ...
\`\`\``,
  find: (evidence) => leavesPerFile(evidence, "dtype").filter(({ decides, role }) => decides && role !== "image").flatMap(({ place, leaves }) => {
    const [worst] = leaves;
    if (worst === void 0) return [];
    const { first, second } = worst.dtypes;
    return [
      {
        place: { ...place, entry: worst.place },
        facts: { differing: leaves.length, example: worst.place, first, second }
      }
    ];
  }),
  message: ({ differing: differing2, example, first, second }) => `${plural(differing2, "tensor")} ${differing2 === 1 ? "has" : "have"} another element type in the second run: ${quote(example)} is ${first} in the first and ${second} in the second.`
});

// src/checks/weights/missing-tensor.ts
var weightsMissingTensor = defineCheck({
  id: "weights/missing-tensor",
  title: "Entries stand in one run only",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `What one run saved and the other did not cannot be compared, and loading the checkpoint gives another object. Typical
reasons: a wrapper that renames keys (\`module.\`, \`_orig_mod.\`), optimizer state that was only made after the first step,
keys that come from a set or from the time of day.`,
  fix: `Save under names that do not depend on how the model was wrapped:

\`\`\`python
bare = getattr(model, "_orig_mod", model)
torch.save({"model_state_dict": bare.state_dict(), ...}, path)
\`\`\``,
  find: (evidence) => leavesPerFile(evidence, "missing", (leaf) => leaf.what === "entry").filter(({ decides }) => decides).flatMap(({ comparison, place, leaves }) => {
    const [example] = leaves;
    if (example === void 0) return [];
    const onlyFirst = leaves.filter((leaf) => leaf.presentIn === "first").length;
    return [
      {
        place: { ...place, entry: example.place },
        facts: {
          onlyFirst,
          onlySecond: leaves.length - onlyFirst,
          example: example.place,
          summary: example.summary,
          run: example.presentIn === "first" ? comparison.first : comparison.second
        }
      }
    ];
  }),
  message: ({ onlyFirst, onlySecond, example, summary: summary2, run }) => `${plural(onlyFirst, "entry", "entries")} ${onlyFirst === 1 ? "stands" : "stand"} in the first run only and ${plural(
    onlySecond,
    "entry",
    "entries"
  )} in the second only, e.g. ${quote(example)} (${summary2}) in run ${run}.`
});

// src/model/weights.ts
var noWeight = /(?:^|\/)[^/]*(?:optim|sched|rng|random|scaler|sampler|callback|loop)[^/]*(?:\/|\[|$)/i;
function holdsNoWeights(place) {
  return noWeight.test(place);
}
function isWeight({ path, dtype }) {
  return dtype.includes("float") && !noWeight.test(path);
}

// src/model/unchanged-weights.ts
function unchangedWeights(checkpoints) {
  const families = /* @__PURE__ */ new Map();
  for (const checkpoint of checkpoints) {
    const number = checkpointNumber(checkpoint.place);
    if (number === null) continue;
    const family = checkpoint.place.replaceAll(/\d+/g, "#");
    families.set(family, [...families.get(family) ?? [], { number: number.number, checkpoint }]);
  }
  return [...families.values()].flatMap((members) => {
    const sorted = members.toSorted((a, b) => a.number - b.number);
    const first = sorted[0];
    const last2 = sorted.at(-1);
    if (first === void 0 || last2 === void 0 || first.number === last2.number) return [];
    const tensors = equalWeights(first.checkpoint, last2.checkpoint);
    return tensors === 0 ? [] : [{ first: first.checkpoint.place, last: last2.checkpoint.place, tensors }];
  });
}
function equalWeights(a, b) {
  const first = weightsOf(a);
  const last2 = new Map(weightsOf(b).map((tensor) => [tensor.path, tensor]));
  const same = first.every((tensor) => {
    const other = last2.get(tensor.path);
    return other !== void 0 && other.digests.first === tensor.digests.first;
  });
  return same && first.length === last2.size ? first.length : 0;
}
function weightsOf(checkpoint) {
  return holdsNoWeights(checkpoint.place) ? [] : checkpoint.digests.filter(isWeight);
}

// src/checks/weights/never-changed.ts
var weightsNeverChanged = defineCheck({
  id: "weights/never-changed",
  title: "The weights never changed",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `Two runs that train nothing always agree. Equal weights in checkpoints of different epochs mean that the optimizer never
stepped, that the learning rate was 0, or that the same file was written under several names: agreement then proves nothing,
and the audit is inconclusive.`,
  fix: `Look whether the optimizer holds the parameters of the model that is saved, and whether \`optimizer.step()\` is reached:

\`\`\`python
optimizer = torch.optim.AdamW(model.parameters(), lr=config.lr)   # after model.to(device), after wrapping
\`\`\``,
  find: (evidence) => evidence.comparisons.flatMap(
    (comparison) => unchangedWeights(comparison.coverage.checkpoints).map(({ first, last: last2, tensors }) => ({
      place: { run: shownRun(evidence, comparison), file: last2 },
      facts: { first, last: last2, tensors }
    }))
  ),
  message: ({ first, last: last2, tensors }) => `${tensors === 1 ? "The only float tensor of the model is" : `All ${plural(tensors, "float tensor")} of the model are`} the same in ${quote(first)} and ${quote(last2)}; training was expected to change some.`
});

// src/checks/weights/non-finite.ts
var weightsNonFinite = defineCheck({
  id: "weights/non-finite",
  title: "Tensors hold only NaN or infinity",
  severity: "warning",
  certainty: "measured",
  since: "0.1.0",
  why: `A training whose weights became NaN is reproducible in a way that helps nobody: every seed ends there. Where *all* float
tensors of a checkpoint are like this, the audit is inconclusive.`,
  fix: `Stop at the first bad step, so that the cause is near:

\`\`\`python
if not torch.isfinite(loss):
    raise RuntimeError(f"loss is {loss.item()} at step {step}")
torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
\`\`\``,
  find: (evidence) => evidence.comparisons.flatMap(
    (comparison) => comparison.coverage.checkpoints.filter((checkpoint) => checkpoint.nonFiniteTensors > 0).map(({ place, nonFiniteTensors, floatTensors }) => ({
      place: { run: shownRun(evidence, comparison), file: place },
      facts: { nonFinite: nonFiniteTensors, floatTensors }
    }))
  ),
  message: ({ nonFinite, floatTensors }) => `${nonFinite} of ${plural(floatTensors, "float tensor")} ${nonFinite === 1 ? "holds" : "hold"} not a single finite number; at least one was expected in each.`
});

// src/checks/weights/shape-differs.ts
var weightsShapeDiffers = defineCheck({
  id: "weights/shape-differs",
  title: "Tensors have different shapes",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The two runs built different models. A shape usually follows from the data (vocabulary, number of classes) or from the
configuration: one of these was not the same in both runs.`,
  fix: `Build vocabularies and label maps from sorted input, and write their sizes into the configuration:

\`\`\`python
labels = sorted({sample.label for sample in dataset})
\`\`\``,
  find: (evidence) => leavesPerFile(evidence, "shape").filter(({ decides, role }) => decides && role !== "image").flatMap(({ place, leaves }) => {
    const [example] = leaves;
    if (example === void 0) return [];
    const { first, second } = example.shapes;
    return [
      {
        place: { ...place, entry: example.place },
        facts: { differing: leaves.length, example: example.place, first, second }
      }
    ];
  }),
  message: ({ differing: differing2, example, first, second }) => `${plural(differing2, "tensor")} ${differing2 === 1 ? "has" : "have"} another shape in the second run: ${quote(example)} is ${formatShape(first)} in the first and ${formatShape(second)} in the second.`
});

// src/checks/worst-values.ts
function worstValues(leaves) {
  return leaves.reduce((worst, leaf) => sizeOf(leaf) > sizeOf(worst) ? leaf : worst);
}
function sizeOf({ delta }) {
  return delta.maxRel ?? delta.maxAbs ?? 0;
}

// src/checks/weights/values-differ.ts
var weightsValuesDiffer = defineCheck({
  id: "weights/values-differ",
  title: "Tensors have different values",
  severity: "error",
  certainty: "measured",
  since: "0.1.0",
  why: `The two runs had the same command, the same seed and the same starting state, and trained different numbers. Whoever
runs this training again will get a third result: a measured improvement may then be chance, and a model that was released
cannot be made again.`,
  fix: `Find the first point in time at which the runs part: the report names the first divergent step. At step 0 or 1 look at
seeding and at the order of the data; later, look at nondeterministic kernels. Seed everything before the model is built:

\`\`\`python
import os, random, numpy, torch

def set_seed(seed: int) -> None:
    random.seed(seed)
    numpy.random.seed(seed)
    torch.manual_seed(seed)            # seeds all CUDA devices too
    torch.backends.cudnn.benchmark = False
    torch.backends.cudnn.deterministic = True
    torch.use_deterministic_algorithms(True)

set_seed(int(os.environ["TRAIN_TWICE_SEED"]))
\`\`\`

Give every \`DataLoader\` a \`generator\` and a \`worker_init_fn\`. If the kernels you need have no deterministic form, declare a
\`tolerance\` and \`require: within-tolerance\`.`,
  find: (evidence) => leavesPerFile(evidence, "values", (leaf) => !leaf.tolerated).filter(({ decides, role }) => decides && role !== "image").map(({ comparison, place, neutralPath, leaves }) => {
    const worst = worstValues(leaves);
    const compared = comparison.coverage.checkpoints.find((checkpoint) => checkpoint.place === neutralPath);
    return {
      place: { ...place, entry: worst.place },
      facts: {
        differing: leaves.length,
        tensors: Math.max(compared?.tensors ?? 0, leaves.length),
        worst: worst.place,
        dtype: worst.dtype,
        shape: worst.shape,
        size: describeDelta(worst.delta)
      }
    };
  }),
  message: ({ differing: differing2, tensors, worst, dtype, shape, size }) => `${formatInteger(differing2)} of ${plural(tensors, "tensor")} ${differing2 === 1 ? "differs" : "differ"}; ${differing2 === 1 ? "it is" : "the most in"} ${quote(worst)} (${dtype} ${formatShape(shape)}): ${size}.`
});

// src/checks/weights/within-tolerance.ts
var weightsWithinTolerance = defineCheck({
  id: "weights/within-tolerance",
  title: "Tensors differ within the tolerance",
  severity: "notice",
  certainty: "measured",
  since: "0.1.0",
  why: `The tolerance was declared by you, so the difference passes; it is still a difference. A tolerance hides a cause, and the
distance between two runs grows with the length of the training.`,
  fix: `Keep the tolerance as small as the differences that you see, by glob where only some tensors need it:

\`\`\`yaml
tolerance:
  rules:
    - glob: "model/attention.**"
      max-ulp: 4
\`\`\``,
  find: (evidence) => leavesPerFile(evidence, "values", (leaf) => leaf.tolerated).filter(({ decides }) => decides).map(({ place, leaves }) => {
    const worst = worstValues(leaves);
    return {
      place: { ...place, entry: worst.place },
      facts: { differing: leaves.length, worst: worst.place, size: describeDelta(worst.delta) }
    };
  }),
  message: ({ differing: differing2, worst, size }) => `${plural(differing2, "tensor")} ${differing2 === 1 ? "differs" : "differ"} inside the tolerance; ${differing2 === 1 ? "it is" : "the most in"} ${quote(worst)}: ${size}.`
});

// src/checks/registry.ts
var checks = [
  runCancelled,
  runDoubt,
  runFailed,
  runLeftProcesses,
  runLogShowsError,
  runMuchShorter,
  runSkippedWork,
  runStartedDifferently,
  runTimedOut,
  runWorkingTreeDiffers,
  runWorkingTreeDirty,
  runWroteNothing,
  runWroteOutsideOutputs,
  coverageNothingCompared,
  metricsBytesDifferContentEqual,
  metricsEndsNonFinite,
  metricsNoneFound,
  metricsRewrittenSteps,
  metricsSeriesMissing,
  metricsValuesDiverge,
  metricsWithinTolerance,
  weightsDtypeDiffers,
  weightsMissingTensor,
  weightsNeverChanged,
  weightsNonFinite,
  weightsShapeDiffers,
  weightsValuesDiffer,
  weightsWithinTolerance,
  checkpointsBestNotBest,
  checkpointsBestMetricDisagrees,
  checkpointsBestMissing,
  checkpointsLatestNotNewest,
  checkpointsEpochOutsideRun,
  checkpointsBytesDifferContentEqual,
  checkpointsEpochDisagrees,
  checkpointsEpochGap,
  checkpointsExecutableReferences,
  checkpointsKeyTypesWrong,
  checkpointsKeysMissing,
  checkpointsKindsDiffer,
  checkpointsMissingInOneRun,
  checkpointsNamesMissing,
  checkpointsNamesUnconventional,
  checkpointsNoneFound,
  checkpointsOpaqueDiffers,
  checkpointsResumptionNotExact,
  checkpointsScalarsDiffer,
  checkpointsStructureDiffers,
  checkpointsUnreadable,
  filesAmbiguousPairing,
  filesBytesDiffer,
  filesImageDiffers,
  filesLogDiffers,
  filesMissingInOneRun,
  filesReadNotes,
  filesSameInode,
  filesUnread,
  // Likely causes: the surest first.
  seedsUnseededGenerator,
  seedsDifferBetweenRuns,
  seedsSeededAfterUse,
  determinismSettingsDiffer,
  determinismNondeterministicOperation,
  seedsHashSeedNotInForce,
  determinismWorkerSeeding,
  determinismCudnnBenchmarkOn,
  determinismAlgorithmsNotDeterministic,
  determinismCudnnNotDeterministic,
  determinismTensorflowNotDeterministic,
  determinismXlaNotDeterministic,
  determinismCublasWorkspaceMissing,
  determinismReducedPrecision,
  seedsNotTheGivenSeed,
  recordNotObserved,
  environmentNotTrue,
  environmentDiffers,
  environmentNotRecorded,
  environmentSchemaInvalid,
  requirementsDiffers,
  requirementsNotTrue,
  requirementsIncomplete,
  requirementsLockDrifted,
  requirementsNotPinned,
  requirementsNotRecorded,
  requirementsUnparsable,
  configurationDiffers,
  configurationPlacesDisagree,
  configurationOverridesNotApplied,
  configurationSeedNotUsed,
  configurationSeedNotGiven,
  configurationNotRecorded,
  configurationSeedMissing,
  configurationUnparsable,
  // What the data is comes before what was said of it.
  datasetChanged,
  datasetMissing,
  datasetPointerFile,
  datasetNotAsDeclared,
  datasetNotTrue,
  datasetDiffers,
  datasetNotRecorded,
  datasetNotRead,
  datasetNotVerified,
  layoutRequiredMissing,
  layoutNotAllowed,
  layoutHydraIncomplete,
  layoutLightningIncomplete,
  layoutHuggingFaceIncomplete,
  layoutNotFollowed,
  layoutTimestampNotReal,
  policyWaiverExpired,
  policyWaiverUnused
];

// src/checks/examples.json
var examples_default = {
  "run/cancelled": {
    severity: "error",
    place: "run 2",
    message: "Run 2 was cancelled by SIGINT after 42.0 s."
  },
  "run/doubt": {
    severity: "warning",
    place: "run 2",
    message: '2 outputs still changed after run 2 had ended: "outputs/a.pt", "outputs/b.pt".'
  },
  "run/failed": {
    severity: "error",
    place: "run 2",
    message: 'Run 2 was killed by SIGKILL (often the kernel, out of memory); exit code 0 was expected. The last line of its log: "step 12 loss 0.693".'
  },
  "run/left-processes": {
    severity: "warning",
    place: "run 1",
    message: '1 process of run 1 was still alive when it ended, e.g. "python -m wandb.service"; all were stopped.'
  },
  "run/log-shows-error": {
    severity: "warning",
    place: "run 1",
    message: 'Run 1 exited with code 0, and its log ends in "RuntimeError: CUDA error: out of memory". Likely cause: the command hides its failure.'
  },
  "run/much-shorter": {
    severity: "warning",
    place: "run 2",
    message: "Run 2 took 3.0 s, the first one 2 min 0 s. Likely cause: it used what the first run had left."
  },
  "run/skipped-work": {
    severity: "warning",
    place: "run 2",
    message: `Run 2 printed "Stage 'train' didn't change, skipping". Likely cause: it took an earlier result instead of training.`
  },
  "run/started-differently": {
    severity: "error",
    place: "run 2",
    message: 'Run 2 was started with another "command" and "seed" than run 1; the same was expected.'
  },
  "run/timed-out": {
    severity: "error",
    place: "run 1",
    message: 'Run 1 ran longer than the timeout of 3600 s, and was stopped after 1 h 0 min. The last line of its log: "done".'
  },
  "run/working-tree-differs": {
    severity: "error",
    place: "run 2",
    message: 'The changes to "src/data.py" were not the same before run 1 and run 2.'
  },
  "run/working-tree-dirty": {
    severity: "notice",
    place: "",
    message: '2 tracked files differ from commit 4f1d2c3b4f1d: "src/data.py" and "train.py".'
  },
  "run/wrote-nothing": {
    severity: "error",
    place: "run 2",
    message: "Run 2 took 2.1 s and left no file in its outputs; at least one was expected."
  },
  "run/wrote-outside-outputs": {
    severity: "warning",
    place: "run 1, cache/data.bin",
    message: 'Run 1 created 1 file, changed 1 and deleted 0 outside its outputs: "cache/data.bin" and "data/index.json".'
  },
  "coverage/nothing-compared": {
    severity: "error",
    place: "",
    message: "2 files and 0 checkpoints were compared, with no tensor element and no metric point in them; 0 files were not compared. At least one element or point was expected."
  },
  "metrics/bytes-differ-content-equal": {
    severity: "notice",
    place: "outputs/metrics.jsonl",
    message: "The bytes differ and everything that decides is equal; the rest differs in wall time."
  },
  "metrics/ends-non-finite": {
    severity: "warning",
    place: "outputs/metrics.jsonl, train/loss",
    message: '1 of 2 series ends in a value that is not finite, e.g. "train/loss" with nan at 19.'
  },
  "metrics/none-found": {
    severity: "warning",
    place: "",
    message: "None of the 2 files of 2 runs holds a metric series, nor was one read from the log; at least one was expected."
  },
  "metrics/rewritten-steps": {
    severity: "notice",
    place: "run 1, outputs/metrics.jsonl",
    message: '1 series has steps that were written more than once: "train/loss" has 12 steps that were written again.'
  },
  "metrics/series-missing": {
    severity: "error",
    place: "outputs/metrics.jsonl, val/loss",
    message: '1 series stands in one run only: "val/loss" in the first.'
  },
  "metrics/values-diverge": {
    severity: "error",
    place: "outputs/metrics.jsonl, train/loss",
    message: '2 series diverge, first "train/loss": at step 12, 0.6931 in the first run and 0.6932 in the second; 8 of 20 points differ, by at most 0.0125.'
  },
  "metrics/within-tolerance": {
    severity: "notice",
    place: "outputs/metrics.jsonl, train/loss",
    message: '1 series differs inside the tolerance, first "train/loss" at step 12, by at most 0.0125.'
  },
  "weights/dtype-differs": {
    severity: "error",
    place: "outputs/checkpoint_epoch_1.pt, model/fc.weight",
    message: '1 tensor has another element type in the second run: "model/fc.weight" is float32 in the first and bfloat16 in the second.'
  },
  "weights/missing-tensor": {
    severity: "error",
    place: "outputs/checkpoint_epoch_1.pt, model_state_dict/fc.weight",
    message: '1 entry stands in the first run only and 1 entry in the second only, e.g. "model_state_dict/fc.weight" (tensor float32 [64]) in run 1.'
  },
  "weights/never-changed": {
    severity: "warning",
    place: "outputs/checkpoint_epoch_2.pt",
    message: 'The only float tensor of the model is the same in "outputs/checkpoint_epoch_1.pt" and "outputs/checkpoint_epoch_2.pt"; training was expected to change some.'
  },
  "weights/non-finite": {
    severity: "warning",
    place: "outputs/checkpoint_epoch_1.pt",
    message: "3 of 14 float tensors hold not a single finite number; at least one was expected in each."
  },
  "weights/shape-differs": {
    severity: "error",
    place: "outputs/checkpoint_epoch_1.pt, model/fc.weight",
    message: '1 tensor has another shape in the second run: "model/fc.weight" is [10, 64] in the first and [11, 64] in the second.'
  },
  "weights/values-differ": {
    severity: "error",
    place: "outputs/checkpoint_epoch_1.pt, model_state_dict/layer.0.weight",
    message: '2 of 14 tensors differ; the most in "model_state_dict/layer.0.weight" (float32 [64, 64]): 37 of 4,096 elements differ, by at most 2 ulp (1.192e-7 absolute).'
  },
  "weights/within-tolerance": {
    severity: "notice",
    place: "outputs/checkpoint_epoch_1.pt, model_state_dict/layer.0.weight",
    message: '1 tensor differs inside the tolerance; it is "model_state_dict/layer.0.weight": 37 of 4,096 elements differ, by at most 2 ulp (1.192e-7 absolute).'
  },
  "checkpoints/best-not-best": {
    severity: "error",
    place: "outputs/best_model.pt",
    message: '"outputs/best_model.pt" holds epoch 2 ("val/loss" 0.5); "val/loss" is lowest at epoch 3 (0.3).'
  },
  "checkpoints/best-metric-disagrees": {
    severity: "error",
    place: "outputs/checkpoint_epoch_2.pt, best_metric",
    message: '"outputs/checkpoint_epoch_2.pt" records 0.25 at epoch 2; "val/loss" was at best 0.5 until then.'
  },
  "checkpoints/best-missing": {
    severity: "warning",
    place: "outputs/last.ckpt",
    message: '"outputs/last.ckpt" names "epoch=1-step=16.ckpt" as the best, and the run left no such checkpoint.'
  },
  "checkpoints/latest-not-newest": {
    severity: "error",
    place: "outputs/checkpoint_latest.pt",
    message: '"outputs/checkpoint_latest.pt" holds epoch 2, and "outputs/checkpoint_epoch_3.pt" holds epoch 3.'
  },
  "checkpoints/epoch-outside-run": {
    severity: "error",
    place: "outputs/checkpoint_epoch_7.pt",
    message: '"outputs/checkpoint_epoch_7.pt" is of epoch 7, and the run ended with epoch 2 by "train/loss".'
  },
  "checkpoints/bytes-differ-content-equal": {
    severity: "notice",
    place: "outputs/checkpoint_epoch_1.pt",
    message: "The bytes differ and the content is equal; the container differs in archive name and padding."
  },
  "checkpoints/epoch-disagrees": {
    severity: "error",
    place: "outputs/checkpoint_epoch_3.pt, epoch",
    message: '1 of 3 checkpoints disagrees with the name: "outputs/checkpoint_epoch_3.pt" says epoch 3, "epoch" inside is 7.'
  },
  "checkpoints/epoch-gap": {
    severity: "warning",
    place: "outputs",
    message: "Checkpoints were saved every 2 epochs, except epoch 6."
  },
  "checkpoints/executable-references": {
    severity: "notice",
    place: "outputs/checkpoint_epoch_1.pt",
    message: "Unpickling this file would import and call 2 names that are no plain data: __main__.Config and builtins.eval."
  },
  "checkpoints/key-types-wrong": {
    severity: "error",
    place: "outputs/checkpoint_epoch_1.pt",
    message: 'In 1 checkpoint, "epoch" is the str "1", expected an int; "config" is the str "lr=0.1 seed=42", expected a mapping.'
  },
  "checkpoints/keys-missing": {
    severity: "warning",
    place: "outputs/checkpoint_epoch_1.pt",
    message: '1 checkpoint ("outputs/checkpoint_epoch_1.pt") lacks "optimizer_state_dict", "scheduler_state_dict", "best_metric" and "config"; all of "epoch", "model_state_dict", "optimizer_state_dict", "scheduler_state_dict", "best_metric" and "config" were expected.'
  },
  "checkpoints/kinds-differ": {
    severity: "error",
    place: "outputs/checkpoint_epoch_1.pt, best_metric",
    message: '1 entry is of another kind in the second run: "best_metric" is "tensor float32 []" in the first and "float" in the second.'
  },
  "checkpoints/missing-in-one-run": {
    severity: "error",
    place: "run 1, outputs/checkpoint_epoch_1.pt",
    message: "Only run 1 has this checkpoint; run 2 has 3 checkpoints, none of which belongs to it."
  },
  "checkpoints/names-missing": {
    severity: "warning",
    place: "outputs",
    message: '"checkpoint_epoch_N" is there; "best_model" and "checkpoint_latest" were expected beside it.'
  },
  "checkpoints/names-unconventional": {
    severity: "notice",
    place: "",
    message: '2 checkpoints are named "outputs/net.pt" and "outputs/final-2.pt"; "best_model", "checkpoint_epoch_N" or "checkpoint_latest" was expected.'
  },
  "checkpoints/none-found": {
    severity: "warning",
    place: "",
    message: "None of the 4 files of 2 runs is a checkpoint in a format that can be read; at least one was expected."
  },
  "checkpoints/opaque-differs": {
    severity: "error",
    place: "outputs/checkpoint_epoch_1.pt, callbacks/state",
    message: '1 part compared as bytes differs: "callbacks/state" (bytes, 2,048 bytes in the first run, 2,050 bytes in the second) from byte 1,234 on.'
  },
  "checkpoints/resumption-not-exact": {
    severity: "notice",
    place: "outputs/checkpoint_epoch_1.pt",
    message: '"outputs/checkpoint_epoch_1.pt" holds no state of the random generators: a training that is resumed from it draws other random numbers than one that never stopped.'
  },
  "checkpoints/scalars-differ": {
    severity: "error",
    place: "outputs/checkpoint_epoch_1.pt, best_metric",
    message: '2 values differ, the first of them: "best_metric" is float "0.41" in the first run and float "0.42" in the second.'
  },
  "checkpoints/structure-differs": {
    severity: "notice",
    place: "outputs/checkpoint_epoch_1.pt, model_state_dict",
    message: '2 facts about structure differ (order and type), e.g. order of "model_state_dict": "fc.weight, fc.bias" in the first run, "fc.bias, fc.weight" in the second.'
  },
  "checkpoints/unreadable": {
    severity: "error",
    place: "run 2, outputs/checkpoint_epoch_1.pt",
    message: 'Could not be read in run 2: "the file ends at byte 512, and its directory was expected at byte 1,024" (TRUNCATED).'
  },
  "files/ambiguous-pairing": {
    severity: "error",
    place: "outputs/‹id›/model.pt",
    message: '"outputs/a81f/model.pt" and "outputs/77c0/model.pt" of the first run could each belong to "outputs/19be/model.pt" and "outputs/c02d/model.pt" of the second; one of each was expected.'
  },
  "files/bytes-differ": {
    severity: "error",
    place: "outputs/predictions.bin",
    message: 'The bytes differ from byte 1,234 on ("file", 2,048 bytes in the first run, 2,050 bytes in the second). If it cannot be the same twice, name it in "ignore".'
  },
  "files/image-differs": {
    severity: "error",
    place: "outputs/plot.png",
    message: "Of the pixels, 512 of 921,600 elements differ, by at most 12 absolute."
  },
  "files/log-differs": {
    severity: "notice",
    place: "outputs/train.log:17",
    message: 'The first line that differs is 17: "using device cuda:0" in the first run, "using device cpu" in the second.'
  },
  "files/missing-in-one-run": {
    severity: "error",
    place: "run 2, outputs/core.4711",
    message: "Only run 2 has this file (compared by bytes); run 1 has none that belongs to it."
  },
  "files/read-notes": {
    severity: "notice",
    place: "run 2, outputs/metrics.jsonl",
    message: "1 note (PARTIAL_LINE): The last line is cut off after 17 bytes."
  },
  "files/same-inode": {
    severity: "error",
    place: "outputs/checkpoint_epoch_1.pt",
    message: '1 file has the same device and inode in both runs: "outputs/checkpoint_epoch_1.pt"; two files were expected.'
  },
  "files/unread": {
    severity: "error",
    place: "run 2, outputs/metrics.jsonl",
    message: 'Could not be read in run 2: "line 7: expected \\",\\" or \\"}\\", found the end of the line" (JSON_SYNTAX).'
  },
  "seeds/unseeded-generator": {
    severity: "warning",
    place: "data/loader.py:31",
    message: "Likely cause: `random.Random()` made without a seed in data/loader.py, line 31."
  },
  "seeds/differ-between-runs": {
    severity: "warning",
    place: "train.py:12",
    message: "Likely cause: `random.seed` in train.py, line 12, was given 42 in run 1 and 1763904 in run 2."
  },
  "seeds/seeded-after-use": {
    severity: "warning",
    place: "train.py:12",
    message: "Likely cause: `random.seed` in train.py, line 12, came after the first draw from its generator."
  },
  "determinism/settings-differ": {
    severity: "warning",
    place: "",
    message: "Likely cause: 2 settings differ, `torch.get_num_threads()` was 16 in run 1 and 15 in run 2; `torch devices` was NVIDIA A100-SXM4-80GB in run 1 and NVIDIA L4 in run 2."
  },
  "determinism/nondeterministic-operation": {
    severity: "warning",
    place: "",
    message: "Likely cause: torch warned of 2 operations that have no deterministic form: `cumsum_cuda_kernel` and `scatter_add_cuda_kernel`."
  },
  "seeds/hash-seed-not-in-force": {
    severity: "warning",
    place: "",
    message: 'Likely cause: PYTHONHASHSEED was not set when 2 processes such as "python train.py" started, so sets of texts have another order in each run.'
  },
  "determinism/worker-seeding": {
    severity: "warning",
    place: "train.py:55",
    message: "Likely cause: a DataLoader with 4 workers made before torch was seeded, without `worker_init_fn` and `generator`, in train.py, line 55."
  },
  "determinism/cudnn-benchmark-on": {
    severity: "warning",
    place: "",
    message: "Likely cause: `torch.backends.cudnn.benchmark` was on when the training ended, on NVIDIA A100-SXM4-80GB."
  },
  "determinism/algorithms-not-deterministic": {
    severity: "warning",
    place: "",
    message: "Likely cause: `torch.use_deterministic_algorithms` was off when the training ended, on NVIDIA A100-SXM4-80GB."
  },
  "determinism/cudnn-not-deterministic": {
    severity: "warning",
    place: "",
    message: "Likely cause: `torch.backends.cudnn.deterministic` was off when the training ended, on NVIDIA A100-SXM4-80GB."
  },
  "determinism/tensorflow-not-deterministic": {
    severity: "warning",
    place: "",
    message: "Likely cause: determinism of TensorFlow's operations was off when the training ended, on NVIDIA A100-SXM4-80GB."
  },
  "determinism/xla-not-deterministic": {
    severity: "warning",
    place: "",
    message: 'Likely cause: `XLA_FLAGS` was "--xla_gpu_autotune_level=0" when JAX ended on NVIDIA A100-SXM4-80GB, without `--xla_gpu_deterministic_ops`.'
  },
  "determinism/cublas-workspace-missing": {
    severity: "warning",
    place: "",
    message: "Likely cause: `CUBLAS_WORKSPACE_CONFIG` was not set when the training ended, on NVIDIA A100-SXM4-80GB."
  },
  "determinism/reduced-precision": {
    severity: "notice",
    place: "",
    message: "TensorFloat-32 was on for matrix products, on NVIDIA A100-SXM4-80GB: another model of GPU gives other results."
  },
  "seeds/not-the-given-seed": {
    severity: "notice",
    place: "train.py:12",
    message: 'The seed "1234" was given to `random.seed` in train.py, line 12, and "42" of $TRAIN_TWICE_SEED to no generator.'
  },
  "record/not-observed": {
    severity: "notice",
    place: "",
    message: 'No Python process of the runs was observed ("python -I train.py seed=42" has the option -I, which keeps the observer out): what the records claim was not held against what was used.'
  },
  "environment/not-true": {
    severity: "error",
    place: "outputs/environment.json, /python_version",
    message: '3 values are not true: "/python_version" is "3.11.2", the training ran on 3.12.4; "/gpu_model" is "NVIDIA H100 80GB HBM3", the training ran on NVIDIA A100-SXM4-80GB; "/packages/numpy" is "2.1.3", the training ran on 2.2.0.'
  },
  "environment/differs": {
    severity: "error",
    place: "outputs/environment.json, /gpu_model",
    message: '1 value differs: "/gpu_model" is "NVIDIA A100-SXM4-80GB" in the first run and "NVIDIA L4" in the second.'
  },
  "environment/not-recorded": {
    severity: "warning",
    place: "",
    message: 'No run left a record of its environment; "environment.json" with the versions and the GPU was expected.'
  },
  "environment/schema-invalid": {
    severity: "error",
    place: "outputs/environment.json, /torch_version",
    message: '2 problems: "/torch_version" is "unknown", expected a text that matches "^[0-9]+\\.[0-9]+"; "/gpu_count" is "two", expected integer.'
  },
  "requirements/differs": {
    severity: "error",
    place: "outputs/requirements.txt",
    message: "2 packages differ: numpy 2.1.3 in the first run and 2.2.0 in the second; tqdm 4.67.0 only in the second run."
  },
  "requirements/not-true": {
    severity: "error",
    place: "outputs/requirements.txt:1",
    message: "2 packages are not what the list says: numpy is listed as 2.1.3 and was imported as 2.2.0; tiny-lib is listed at commit a8f051a450b0 and was imported at commit 5db42103943c."
  },
  "requirements/incomplete": {
    severity: "error",
    place: "outputs/requirements.txt",
    message: "2 of 4 imported distributions are not in the list: einops 0.8.0; my-project 0.1.0 (editable)."
  },
  "requirements/lock-drifted": {
    severity: "warning",
    place: "uv.lock:1",
    message: "1 imported package differs from the lock: numpy is listed as 2.1.3 and was imported as 2.2.0."
  },
  "requirements/not-pinned": {
    severity: "warning",
    place: "outputs/requirements.txt:1",
    message: '1 of 2 packages has no exact version, e.g. "numpy>=1"; "name==version" was expected.'
  },
  "requirements/not-recorded": {
    severity: "warning",
    place: "",
    message: 'No run left a list of its packages; "requirements.txt" from pip freeze was expected beside the results.'
  },
  "requirements/unparsable": {
    severity: "error",
    place: "outputs/requirements.txt:3",
    message: '1 line cannot be read: line 3, "numpy=2.1": "=2.1" is not a version specifier.'
  },
  "configuration/differs": {
    severity: "error",
    place: "outputs/config.json, /seed",
    message: '2 values differ: "/seed" is 917 in the first run and 340 in the second; "/run_id" is nothing in the first run and "a" in the second.'
  },
  "configuration/places-disagree": {
    severity: "error",
    place: "outputs/config.json, /layers",
    message: '2 values disagree: "/layers" is [64, 32] in "outputs/config.json" and [64] in "config" in "outputs/checkpoint_epoch_1.pt"; "/lr" is 0.2 in "outputs/config.json" and 0.1 in "config" in "outputs/checkpoint_epoch_1.pt".'
  },
  "configuration/overrides-not-applied": {
    severity: "error",
    place: "outputs/.hydra/overrides.yaml",
    message: '4 overrides are not in "config.yaml": "optimizer.lr=0.2" was given, 0.1 was used; "model=vit" was given, "resnet" was used; "~callbacks" was given, a mapping was used; and 1 more.'
  },
  "configuration/seed-not-used": {
    severity: "warning",
    place: "outputs/config.json, /seed",
    message: 'The seed "42" stands in "outputs/config.json", and the generators were given "1".'
  },
  "configuration/seed-not-given": {
    severity: "warning",
    place: "outputs/config.json, /seed",
    message: 'The seed "1234" stands in "outputs/config.json", and "42" was given in $TRAIN_TWICE_SEED.'
  },
  "configuration/not-recorded": {
    severity: "warning",
    place: "",
    message: 'No run left its configuration; "config.json" or "config.yaml" was expected beside the results, or "config" in the checkpoint.'
  },
  "configuration/seed-missing": {
    severity: "notice",
    place: "outputs/config.json",
    message: 'No key with "seed" in its name stands in 1 configuration ("outputs/config.json"); one was expected.'
  },
  "configuration/unparsable": {
    severity: "error",
    place: "outputs/config.yaml:4",
    message: '1 problem: line 4, key "lr" stands twice in one mapping.'
  },
  "dataset/changed": {
    severity: "error",
    place: "data/points.csv",
    message: '"data/points.csv" changed: run 1 wrote it.'
  },
  "dataset/missing": {
    severity: "error",
    place: "data/points.csv",
    message: '"data/points.csv" is named in `datasets` and is not there.'
  },
  "dataset/pointer-file": {
    severity: "error",
    place: "data/points.csv",
    message: '"data/points.csv" is a Git LFS pointer; the file of 70.0 MiB that it stands for was not fetched.'
  },
  "dataset/not-as-declared": {
    severity: "error",
    place: "data/points.csv",
    message: '"data/points.csv" has "4e1c9d27a05b836f…"; `datasets` says "d5d5d5d5d5d5d5d5…".'
  },
  "dataset/not-true": {
    severity: "error",
    place: "outputs/dataset.json, /sha256",
    message: '"4e1c9d27a05b836f…" is recorded in "outputs/dataset.json" and "(log)" for "data/points.csv", and one digit differs: digit 21 is 0 instead of 9.'
  },
  "dataset/differs": {
    severity: "error",
    place: "outputs/dataset.json",
    message: '1 value differs: the digest of "data/points.csv" is "4e1c9d27a05b836f…" in the first run and "d5d5d5d5d5d5d5d5…" in the second.'
  },
  "dataset/not-recorded": {
    severity: "warning",
    place: "data/points.csv",
    message: 'No run recorded a digest of "data/points.csv"; one was expected in "dataset.json" or in the log.'
  },
  "dataset/not-read": {
    severity: "notice",
    place: "data/points.csv",
    message: 'No Python process of the training was seen to open "data/points.csv" for reading.'
  },
  "dataset/not-verified": {
    severity: "notice",
    place: "outputs/dataset.json, /sha256",
    message: '1 recorded digest could not be held against data: "4e1c9d27a05b836f…" of "data/points.csv" in "outputs/dataset.json", for which no data is known.'
  },
  "layout/required-missing": {
    severity: "error",
    place: "",
    message: '1 of 2 required paths matches no file: "outputs/{experiment}_{timestamp}/config.yaml".'
  },
  "layout/not-allowed": {
    severity: "error",
    place: "outputs/metrics.jsonl",
    message: '1 file matches none of the 2 allowed paths ("outputs/*.json" and "outputs/requirements.txt"): "outputs/metrics.jsonl".'
  },
  "layout/hydra-incomplete": {
    severity: "warning",
    place: "outputs/baseline_‹time›",
    message: '".hydra/hydra.yaml" and ".hydra/overrides.yaml" are missing; all of "config.yaml", "hydra.yaml" and "overrides.yaml" were expected.'
  },
  "layout/lightning-incomplete": {
    severity: "warning",
    place: "outputs/version_0",
    message: 'The folder lacks "hparams.yaml"; hyperparameters, metrics and a checkpoint were expected.'
  },
  "layout/hugging-face-incomplete": {
    severity: "warning",
    place: "outputs/checkpoint-500",
    message: "The folder lacks the optimizer's state and the scheduler's state; all that the Trainer resumes from was expected."
  },
  "layout/not-followed": {
    severity: "notice",
    place: "",
    message: 'No run wrote into a folder like "{experiment}_{timestamp}", "outputs/DATE/TIME/.hydra", "version_N" or "checkpoint-N"; found "outputs".'
  },
  "layout/timestamp-not-real": {
    severity: "error",
    place: "outputs/baseline_20260230_100102",
    message: 'The name "outputs/baseline_20260230_100102" carries a date and time that do not exist.'
  },
  "policy/waiver-expired": {
    severity: "warning",
    place: "",
    message: 'The waiver for "weights/values-differ" at "**/checkpoint_latest.pt" ended on 2026-11-22, and today is 2026-11-23.'
  },
  "policy/waiver-unused": {
    severity: "warning",
    place: "",
    message: 'The waiver for "weights/values-differ" at "**/checkpoint_latest.pt" covers no finding; one was expected.'
  }
};

// src/checks/page.ts
var examplesById = examples_default;
function checkPage(check, example = exampleOf(check.id)) {
  const group = check.id.slice(0, check.id.indexOf("/"));
  const parts3 = [
    `# ${check.id}`,
    `${check.title}.`,
    [
      "| severity | certainty | since | group |",
      "| --- | --- | --- | --- |",
      `| ${check.severity} | ${check.certainty} | ${check.since} | \`${group}/*\` |`
    ].join("\n")
  ];
  if (example !== null)
    parts3.push(
      "## What it looks like",
      [
        "```text",
        `${example.severity}: ${check.title}${example.place === "" ? "" : ` (${example.place})`}`,
        `  ${example.message}`,
        "```"
      ].join("\n")
    );
  parts3.push(
    "## Why it matters",
    check.why,
    "## How to fix it",
    check.fix,
    "## How to change or waive it",
    waiving(check)
  );
  return `${parts3.join("\n\n")}
`;
}
function exampleOf(id) {
  return Object.hasOwn(examplesById, id) ? examplesById[id] ?? null : null;
}
function waiving(check) {
  const other = check.severity === "error" ? "warning" : check.severity === "warning" ? "error" : "warning";
  return [
    `In \`train-twice.yml\`, for this check or for all of its group. ${check.severity === "error" ? "Neither changes the verdict: that follows from the comparison alone." : "The verdict does not depend on it."}`,
    "",
    "```yaml",
    "checks:",
    `  ${check.id}: ${other}   # or: error, warning, notice, off`,
    "  waivers:",
    `    - id: ${check.id}`,
    '      place: "**"          # a glob on the file, or on file:entry',
    '      reason: "why this is accepted, and until when"',
    "      until: 2027-06-30    # the last day",
    "```"
  ].join("\n");
}

export {
  volatileSeriesPolicy,
  scriptName,
  trainerStates,
  withoutOwnNames,
  plainAt,
  isLightning,
  globalStep,
  mapPair,
  leafEffect,
  leavesOf,
  checkpointNumber,
  recordsOf,
  configurationsOf,
  seenProcesses,
  readClaims,
  describeDelta,
  roleDecides,
  require_posix,
  isNonFiniteText,
  waiverHolds,
  policyWaiverUnused,
  doubtMatters,
  failureShown,
  skippedWork,
  startDifferences,
  holdsNoWeights,
  isWeight,
  unchangedWeights,
  checks,
  checkPage
};
