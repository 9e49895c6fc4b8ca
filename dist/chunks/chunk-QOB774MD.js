import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  InputProblem
} from "./chunk-B5J4NNO2.js";

// src/run/observer.ts
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
var folderName = "observed";
function observedFolder(auditDir, run) {
  return path.join(auditDir, folderName, `run-${run}`);
}
function observerVariables(auditDir, pythonPath, datasets = []) {
  const probe = findProbe();
  if (probe === null || probe.includes(path.delimiter)) return {};
  const own = pythonPath === void 0 || pythonPath === "" ? "" : `${path.delimiter}${pythonPath}`;
  return {
    PYTHONPATH: `${probe}${own}`,
    TRAIN_TWICE_OBSERVER_DIR: path.join(auditDir, folderName),
    ...datasets.length === 0 ? {} : { TRAIN_TWICE_OBSERVER_DATASETS: JSON.stringify(datasets) }
  };
}
function findProbe() {
  const here = path.dirname(fileURLToPath(import.meta.url));
  for (const up of ["..", "../.."]) {
    const folder = path.join(here, up, "probe");
    if (existsSync(path.join(folder, "sitecustomize.py"))) return folder;
  }
  return null;
}

// src/run/environment.ts
var determinismSet = [
  {
    name: "PYTHONHASHSEED",
    // Python takes 0 to 2^32-1 and refuses to start with anything else.
    value: (seed) => String((Math.trunc(seed) % 2 ** 32 + 2 ** 32) % 2 ** 32),
    why: "Order of sets of strings; must be set before the interpreter starts [6].",
    source: "https://docs.python.org/3/using/cmdline.html#envvar-PYTHONHASHSEED"
  },
  {
    name: "CUBLAS_WORKSPACE_CONFIG",
    value: () => ":4096:8",
    why: "Without it cuBLAS may choose other workspaces, and other sums, when several streams run [10]. About 24 MiB of GPU memory.",
    source: "https://docs.nvidia.com/cuda/cublas/#results-reproducibility"
  },
  {
    name: "FLASH_ATTENTION_DETERMINISTIC",
    value: () => "1",
    why: "Backward pass of flash attention without atomic additions, where transformers uses it [16]. Slower; read by nothing else.",
    source: "https://github.com/huggingface/transformers/blob/main/src/transformers/trainer_utils.py"
  },
  {
    name: "NVTE_ALLOW_NONDETERMINISTIC_ALGO",
    value: () => "0",
    why: "Keeps Transformer Engine to attention that repeats [17]. Slower; read by nothing else.",
    source: "https://docs.nvidia.com/deeplearning/transformer-engine/user-guide/envvars.html"
  },
  {
    name: "PYTHONUNBUFFERED",
    value: () => "1",
    why: "Lines reach the log in their order and before a crash; the idle timeout sees them when they are printed.",
    source: "https://docs.python.org/3/using/cmdline.html#envvar-PYTHONUNBUFFERED"
  },
  {
    name: "PYTHONDONTWRITEBYTECODE",
    value: () => "1",
    why: "No __pycache__ among the outputs, and run 2 does not start warmer than run 1.",
    source: "https://docs.python.org/3/using/cmdline.html#envvar-PYTHONDONTWRITEBYTECODE"
  }
];
var markerName = "TRAIN_TWICE_AUDIT";
function auditMarker(auditId) {
  return `${markerName}=${auditId}`;
}
var actionOnly = new Set(
  ["OUTPUT", "ENV", "PATH", "STATE", "STEP_SUMMARY", "ARTIFACTS", "ARTIFACTS_LIST", "TOKEN"].map((n) => `GITHUB_${n}`)
);
var runnerSigns = ["GITHUB_ACTIONS", "GITHUB_OUTPUT", "GITHUB_STATE", "ACTIONS_RUNTIME_TOKEN", "RUNNER_TRACKING_ID"];
function belongsToAction(name, insideRunner) {
  if (actionOnly.has(name) || name.startsWith("ACTIONS_")) return true;
  return insideRunner && (name.startsWith("INPUT_") || name.startsWith("STATE_"));
}
var secretName = /KEY|TOKEN|SECRET|PASSW|CREDENTIAL|AUTH/i;
function childEnvironment(request, base, identity) {
  const insideRunner = runnerSigns.some((name) => base[name] !== void 0);
  const environment = /* @__PURE__ */ new Map();
  for (const [name, value] of Object.entries(base)) {
    if (value !== void 0 && !belongsToAction(name, insideRunner)) environment.set(name, value);
  }
  const added = /* @__PURE__ */ new Map();
  for (const variable of determinismSet) {
    if (request.withoutDeterminism.includes(variable.name) || !mustSet(variable.name, environment)) continue;
    added.set(variable.name, variable.value(request.seed));
  }
  const recorded = new Map(added);
  for (const [name, value] of Object.entries(request.environmentVariables)) {
    refuseImpossible(name, value);
    added.set(name, value);
    recorded.set(name, secretName.test(name) ? "(hidden: the name looks like a secret)" : value);
  }
  const ours = {
    TRAIN_TWICE: "1",
    TRAIN_TWICE_RUN: String(identity.run),
    TRAIN_TWICE_SEED: String(request.seed),
    TRAIN_TWICE_OUTPUT_DIR: identity.outputDir,
    [markerName]: identity.auditId,
    ...request.observe ? observerVariables(
      identity.auditDir,
      added.get("PYTHONPATH") ?? environment.get("PYTHONPATH"),
      identity.datasets ?? []
    ) : {}
  };
  for (const [name, value] of Object.entries(ours)) {
    added.set(name, value);
    recorded.set(name, value);
  }
  for (const [name, value] of added) environment.set(name, value);
  return { environment: Object.fromEntries(environment), recorded: Object.fromEntries(recorded) };
}
function mustSet(name, environment) {
  const present = environment.get(name);
  if (present === void 0 || present === "") return true;
  return name === "PYTHONHASHSEED" && present === "random";
}
function refuseImpossible(name, value) {
  if (name !== "" && !/[=\0]/.test(name) && !value.includes("\0")) return;
  throw new InputProblem(
    "ENVIRONMENT_VARIABLE",
    `The environment variable ${JSON.stringify(name)} cannot be set: expected a name without "=" and a value without NUL bytes.`,
    { remedy: "Correct `environment-variables`." }
  );
}

export {
  observedFolder,
  determinismSet,
  auditMarker,
  childEnvironment
};
