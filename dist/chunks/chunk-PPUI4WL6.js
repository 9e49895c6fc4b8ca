import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  InputProblem
} from "./chunk-B5J4NNO2.js";
import {
  checksSchema,
  datasetsSchema,
  globsSchema,
  ignoreSchema,
  layoutSchema,
  metricsSchema,
  recordsSchema,
  selectionSchema,
  toleranceSchema,
  variablesSchema
} from "./chunk-DPIMJBII.js";

// src/config/options.ts
var everywhere = ["action", "cli", "config"];
var published = ["action", "config"];
var judging = ["run", "compare"];
var auditing = ["run", "compare", "check"];
var printing = ["run", "compare", "check", "fingerprint"];
var rendering = [...auditing, "report"];
var options = [
  {
    name: "command",
    type: { kind: "command" },
    default: null,
    shownDefault: "–",
    description: "The training: a script for bash.",
    doc: "A text runs as a script under `bash --noprofile --norc -e -o pipefail`; in the configuration file also a list, which is started as it is, without a shell, and where `{seed}` stands for the seed. In a terminal the training follows `--`.",
    example: "command: python train.py seed=$TRAIN_TWICE_SEED",
    surfaces: everywhere,
    commands: ["run"]
  },
  {
    name: "config",
    type: { kind: "path" },
    default: null,
    shownDefault: "`train-twice.yml` or `.github/train-twice.yml`, if there",
    description: "The configuration file (YAML).",
    doc: "Without it `train-twice.yml`, then `.github/train-twice.yml` is looked for in the working directory; the first that is there is read. A file that is named must be there. Relative to the current directory.",
    example: "--config ci/train-twice.yml",
    surfaces: ["action", "cli"],
    commands: auditing
  },
  {
    name: "working-directory",
    type: { kind: "path" },
    default: ".",
    shownDefault: "`.`",
    description: "Where the training is started.",
    doc: "Relative to the current directory (in a workflow: the workspace).",
    example: "working-directory: training",
    surfaces: everywhere,
    commands: ["run"]
  },
  {
    name: "seed",
    type: { kind: "integer", minimum: 0, maximum: 4294967295 },
    default: 42,
    shownDefault: "`42`",
    description: "The seed, given to the training as $TRAIN_TWICE_SEED.",
    doc: "Also as `{seed}` in the arguments of a command that runs without a shell. At most 4294967295, the largest seed that NumPy and `PYTHONHASHSEED` take.",
    example: "seed: 1234",
    surfaces: everywhere,
    commands: ["run"]
  },
  {
    name: "runs",
    type: { kind: "integer", minimum: 2, maximum: 20 },
    default: 2,
    shownDefault: "`2`",
    description: "How often the training runs: 2 to 20.",
    doc: "Every further run is held against the first.",
    example: "runs: 3",
    surfaces: everywhere,
    commands: ["run"]
  },
  {
    name: "outputs",
    type: { kind: "globs", word: "auto" },
    default: "auto",
    shownDefault: "`auto`",
    description: "Where the training writes: folders or globs, relative to the working directory.",
    doc: "`auto`: whatever the run created or changed in the working directory. Where nothing matches, the audit is inconclusive.",
    example: 'outputs:\n  - outputs\n  - "checkpoints/*.pt"',
    surfaces: everywhere,
    commands: ["run"]
  },
  {
    name: "timeout",
    type: { kind: "duration", canBeOff: false },
    default: "6h",
    shownDefault: "`6h`",
    description: "How long one run may take.",
    doc: "`6h`, `90s`, `1h30m`; a plain number is seconds. At most 20 days.",
    example: "timeout: 1h30m",
    surfaces: everywhere,
    commands: ["run"]
  },
  {
    name: "idle-timeout",
    type: { kind: "duration", canBeOff: true },
    default: "off",
    shownDefault: "`off`",
    description: "How long a run may be silent before it is stopped.",
    doc: "A training that hangs prints nothing. `off`: it may be silent for ever.",
    example: "idle-timeout: 30m",
    surfaces: everywhere,
    commands: ["run"]
  },
  {
    name: "require",
    type: { kind: "enum", values: ["identical", "equivalent", "within-tolerance"] },
    default: "equivalent",
    shownDefault: "`equivalent`",
    description: "The weakest verdict that passes.",
    doc: "`identical`: the same bytes. `equivalent`: the same content to the last bit. `within-tolerance`: every difference inside `tolerance`, which must then be given.",
    example: "require: identical",
    surfaces: everywhere,
    commands: judging
  },
  {
    name: "tolerance",
    type: { kind: "structure", form: "tolerance", schema: toleranceSchema },
    default: null,
    shownDefault: "none",
    description: "How far values may differ: atol, rtol, max-ulp, everywhere or by glob.",
    doc: "A bound that is not named is 0. A rule applies by glob on the path of a tensor or the name of a series; the first that matches applies, alone. As an input or flag: `atol=1e-6,rtol=1e-5,max-ulp=4`, with `GLOB:` in front for a rule; one a line, or the flag again.",
    example: 'tolerance:\n  rtol: 1e-5\n  rules:\n    - glob: "optimizer/**"\n      atol: 1e-6',
    surfaces: everywhere,
    commands: judging
  },
  {
    name: "checkpoints",
    type: { kind: "structure", form: "selection", schema: selectionSchema },
    default: null,
    shownDefault: "found by content",
    description: "Which files are read as checkpoints: globs, with ! to leave out.",
    doc: "In the configuration file also a mapping with `include` and `exclude`.",
    example: 'checkpoints:\n  include: "checkpoints/**"\n  exclude: "**/tmp_*"',
    surfaces: everywhere,
    commands: auditing
  },
  {
    name: "metrics",
    type: { kind: "structure", form: "metrics", schema: metricsSchema },
    default: null,
    shownDefault: "found by content",
    description: "Which files are read as metrics: globs, with ! to leave out; stdout=PATTERN reads them from the log.",
    doc: "A pattern is RE2 with named groups: `step` or `epoch`, and one group for each series. In the configuration file also a mapping with `include`, `exclude` and `stdout`.",
    example: "metrics:\n  stdout: 'epoch (?<epoch>\\d+) loss (?<loss>\\S+)'",
    surfaces: everywhere,
    commands: auditing
  },
  {
    name: "ignore",
    type: { kind: "structure", form: "ignore", schema: ignoreSchema },
    default: null,
    shownDefault: "volatile series only",
    description: "What does not decide: globs of metric series, scalars and files.",
    doc: "On top of the series that no two runs share (times, durations, throughput, memory), which never decide. Everything ignored is listed in the report, and ignoring everything is refused. A glob without `/` is held against the last part of a name. As an input or flag: `series=GLOB`, `scalars=GLOB`, `files=GLOB`.",
    example: 'ignore:\n  series: "lr-*"\n  scalars: "config/run_name"\n  files: "*.png"',
    surfaces: everywhere,
    commands: auditing
  },
  {
    name: "layout",
    type: { kind: "structure", form: "layout", schema: layoutSchema },
    default: "auto",
    shownDefault: "`auto`",
    description: "The layout of the outputs that is asked for: a known one by its name, or your own as globs.",
    doc: "`hydra`: Hydra's `outputs/DATE/TIME/.hydra`. `experiment-timestamp`: `{experiment}_{timestamp}`. `lightning`: `version_N`. `hugging-face`: `checkpoint-N`. `auto`: whichever of these is found. `none`: not looked at. Your own: `required` paths, each of which must be there, and `allowed` ones, beside which nothing may be; `{experiment}`, `{timestamp}`, `{epoch}` and `{step}` stand for what they say. As an input or flag: the name, or `required=GLOB` and `allowed=GLOB`.",
    example: 'layout:\n  required:\n    - "outputs/{experiment}_{timestamp}/config.yaml"\n    - "outputs/{experiment}_{timestamp}/epoch_{epoch}.pt"\n  allowed: "outputs/**"',
    surfaces: everywhere,
    commands: auditing
  },
  {
    name: "records",
    type: { kind: "structure", form: "records", schema: recordsSchema },
    default: null,
    shownDefault: "found by name and content",
    description: "Where the record lies, if it follows no convention: environment, requirements, configuration, dataset.",
    doc: "Globs relative to the outputs, for each kind of record. What is named is read as that kind, whatever its name. As an input or flag: `environment=GLOB`, `requirements=GLOB`, `configuration=GLOB`, `dataset=GLOB`.",
    example: 'records:\n  environment: "logs/machine.json"\n  requirements: "logs/packages.txt"',
    surfaces: everywhere,
    commands: auditing
  },
  {
    name: "datasets",
    type: { kind: "structure", form: "datasets", schema: datasetsSchema },
    default: null,
    shownDefault: "none; DVC's are found",
    description: "Data that the training reads: paths, with the SHA-256 where it is known.",
    doc: "Hashed by the audit, and held against what the runs recorded. Relative to the working directory. Of a file the SHA-256 is that of its bytes, of a folder that of its files one after the other in the order of their paths. What `.dvc` files and `dvc.lock` name is found by itself. As an input or flag: `PATH` or `PATH=SHA256`, one a line.",
    example: "datasets:\n  - data/train.csv\n  - path: data/images\n    sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    surfaces: everywhere,
    commands: auditing
  },
  {
    name: "environment-schema",
    type: { kind: "path" },
    default: null,
    shownDefault: "`schemas/environment.v1.json`",
    description: "Your own JSON Schema for the environment record.",
    doc: "JSON Schema draft-07 or 2020-12. Relative to the current directory.",
    example: "environment-schema: ci/environment.schema.json",
    surfaces: everywhere,
    commands: auditing
  },
  {
    name: "environment-variables",
    type: { kind: "structure", form: "variables", schema: variablesSchema },
    default: null,
    shownDefault: "none",
    description: "Further variables for the training: NAME=value, or !NAME to leave one of the determinism set alone.",
    doc: "The determinism set (`PYTHONHASHSEED`, `CUBLAS_WORKSPACE_CONFIG`, …) is set by default and printed; `null` (or `!NAME`) leaves a variable of it as it is. `TRAIN_TWICE…` is ours and cannot be set.",
    example: "environment-variables:\n  OMP_NUM_THREADS: 4\n  CUBLAS_WORKSPACE_CONFIG: null",
    surfaces: everywhere,
    commands: ["run"]
  },
  {
    name: "require-gpu",
    type: { kind: "boolean" },
    default: false,
    shownDefault: "`false`",
    description: "Whether a run that never touched a GPU proves nothing: the audit is then inconclusive.",
    doc: "The observer has to see it (`observe: true`): torch, TensorFlow or JAX took memory on a GPU in at least one process of each run.",
    example: "require-gpu: true",
    surfaces: everywhere,
    commands: ["run"]
  },
  {
    name: "observe",
    type: { kind: "boolean" },
    default: true,
    shownDefault: "`true`",
    description: "Whether an observer in the training's Python processes sees seeds and settings.",
    doc: "It comes in through `PYTHONPATH`, changes no result, and leaves its records in `.train-twice/`; from them come the likely causes. `false`: the training is not observed.",
    example: "observe: false",
    surfaces: everywhere,
    commands: ["run"]
  },
  {
    name: "checks",
    type: { kind: "structure", form: "checks", schema: checksSchema },
    default: null,
    shownDefault: "all on",
    description: "The severity of checks: ID=error, warning, notice or off.",
    doc: "By id or `group/*`; the most specific wins. `waivers` (in YAML) accept a known finding until the end of a day: id, place, reason, until.",
    example: 'checks:\n  "layout/*": error\n  waivers:\n    - id: requirements/not-pinned\n      place: requirements.txt\n      reason: The index has no wheel of the pinned version yet.\n      until: 2027-01-31',
    surfaces: everywhere,
    commands: auditing
  },
  {
    name: "fail-on",
    type: { kind: "enum", values: ["error", "warning", "never"] },
    default: "error",
    shownDefault: "`error`",
    description: "From which severity on findings of checks fail the audit.",
    doc: "The verdict on reproducibility is not affected: `require` decides about that.",
    example: "fail-on: warning",
    surfaces: everywhere,
    commands: auditing
  },
  {
    name: "report-dir",
    type: { kind: "path" },
    default: "train-twice-report",
    shownDefault: "`train-twice-report`",
    description: "Where the report is written.",
    doc: "Relative to the current directory. Made where it is not there.",
    example: "report-dir: reports/reproducibility",
    surfaces: everywhere,
    commands: auditing
  },
  {
    name: "upload",
    type: { kind: "enum", values: ["report", "all", "never"] },
    default: "report",
    shownDefault: "`report`",
    description: "What is uploaded as an artifact.",
    doc: "`all`: what the runs wrote, too. Where no artifact service can be reached the audit says so and keeps the files.",
    example: "upload: all",
    surfaces: published,
    commands: ["run"]
  },
  {
    name: "artifact-name",
    type: {
      kind: "text",
      schema: {
        title: 'a name of 1 to 200 characters without any of " : < > | * ? \\ /',
        type: "string",
        pattern: '^[^":<>|*?\\\\/\\r\\n]{1,200}$'
      }
    },
    default: null,
    shownDefault: "made from job and run",
    description: "The name of the artifact.",
    doc: "Artifacts cannot be overwritten: in a matrix each job needs a name of its own.",
    example: "artifact-name: reproducibility-a100",
    surfaces: published,
    commands: ["run"]
  },
  {
    name: "retention-days",
    type: { kind: "integer", minimum: 1, maximum: 400 },
    default: null,
    shownDefault: "the repository's",
    description: "How many days the artifact is kept.",
    doc: "Not longer than the repository allows.",
    example: "retention-days: 14",
    surfaces: published,
    commands: ["run"]
  },
  {
    name: "max-upload-size",
    type: { kind: "size" },
    default: "2GB",
    shownDefault: "`2GB`",
    description: "The most that is uploaded.",
    doc: "`500MiB`, `2GB`; a plain number is bytes. What does not fit stays out, and the report says so.",
    example: "max-upload-size: 500MiB",
    surfaces: published,
    commands: ["run"]
  },
  {
    name: "comment",
    type: { kind: "enum", values: ["never", "on-failure", "always"] },
    default: "never",
    shownDefault: "`never`",
    description: "Whether the result is told in a comment on the pull request.",
    doc: "One comment for each job (and each combination of its matrix), which is updated and never repeated. `on-failure`: only where the audit does not pass; one that stands there already is updated when it passes again. It needs `github-token`, and the permission `pull-requests: write` in the job. Where it cannot be written (a token that may only read, as for pull requests from forks) a notice says so, and the audit is as it is.",
    example: "comment: on-failure",
    surfaces: published,
    commands: ["run"]
  },
  {
    name: "github-token",
    type: { kind: "secret" },
    default: null,
    shownDefault: "none",
    description: "The token that writes the comment on the pull request.",
    doc: "An input only: it stands in no configuration file and in no report, is masked in the log, and does not reach the training. The training runs as the same user all the same: give no token with rights to code that you do not trust.",
    example: `github-token: \${{ github.token }}`,
    surfaces: ["action"],
    commands: ["run"]
  },
  {
    name: "matrix",
    type: { kind: "context", expression: "toJson(matrix)" },
    default: null,
    shownDefault: "filled by the runner",
    description: "Tells the jobs of a matrix apart; not to be set.",
    doc: "",
    example: "–",
    surfaces: ["action"],
    commands: ["run"]
  },
  {
    name: "format",
    type: { kind: "text", schema: { title: "the name of a reporter", type: "string", pattern: "^[a-z0-9-]+$" } },
    default: "terminal",
    shownDefault: "`terminal`",
    description: "What is printed: terminal, json, html, summary, junit, sarif, badge, intoto, or another of docs/reports.md.",
    doc: "Results go to stdout, progress and notes to stderr: `--format json` prints the report and nothing else on stdout.",
    example: "--format json",
    surfaces: ["cli"],
    commands: rendering
  },
  {
    name: "json",
    type: { kind: "boolean" },
    default: false,
    shownDefault: "`false`",
    description: "Print JSON.",
    doc: "",
    example: "--json",
    surfaces: ["cli"],
    commands: ["fingerprint"]
  },
  {
    name: "output",
    type: { kind: "path" },
    default: null,
    shownDefault: "stdout",
    description: "The file that is written instead of stdout.",
    doc: "",
    example: "--output audit.json",
    surfaces: ["cli"],
    commands: [...printing, "report"]
  },
  {
    name: "color",
    type: { kind: "enum", values: ["auto", "always", "never"] },
    default: "auto",
    shownDefault: "`auto`",
    description: "Colour: auto, always, never.",
    doc: "`auto`: on a terminal, unless `NO_COLOR` is set.",
    example: "--color never",
    surfaces: ["cli"],
    commands: [...printing, "report", "demo"]
  },
  {
    name: "quiet",
    type: { kind: "boolean" },
    default: false,
    shownDefault: "`false`",
    description: "No progress: the result only.",
    doc: "",
    example: "--quiet",
    surfaces: ["cli"],
    commands: [...printing, "demo"]
  },
  {
    name: "verbose",
    type: { kind: "boolean" },
    default: false,
    shownDefault: "`false`",
    description: "Everything, where the result is otherwise shortened.",
    doc: "",
    example: "--verbose",
    surfaces: ["cli"],
    commands: [...printing, "report"]
  },
  {
    name: "force",
    type: { kind: "boolean" },
    default: false,
    shownDefault: "`false`",
    description: "Overwrite the configuration and the workflow that are there.",
    doc: "",
    example: "--force",
    surfaces: ["cli"],
    commands: ["init"]
  },
  {
    name: "keep",
    type: { kind: "boolean" },
    default: false,
    shownDefault: "`false`",
    description: "Keep the folder of the demo.",
    doc: "",
    example: "--keep",
    surfaces: ["cli"],
    commands: ["demo"]
  }
];
function optionsFor(surface, command = null) {
  return options.filter(
    (option) => option.surfaces.includes(surface) && (command === null || option.commands.includes(command))
  );
}
function findOption(name) {
  return options.find((option) => option.name === name) ?? null;
}

// src/config/quantities.ts
var maxDurationMs = 20 * 24 * 60 * 60 * 1e3;
var durationPattern = "^(?:[0-9]{1,9}|(?:[0-9]{1,9}d)?(?:[0-9]{1,9}h)?(?:[0-9]{1,9}m)?(?:[0-9]{1,9}s)?)$";
var durationParts = /^(?:(\d{1,9})d)?(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9})s)?$/;
function parseDuration(text) {
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : secondsOfParts(text);
  if (seconds === null || seconds === 0 || seconds * 1e3 > maxDurationMs) return null;
  return seconds * 1e3;
}
function secondsOfParts(text) {
  const match = durationParts.exec(text);
  if (match === null) return null;
  const [, days = "0", hours = "0", minutes = "0", seconds = "0"] = match;
  return Number(days) * 86400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
var unitBytes = /* @__PURE__ */ new Map([
  ["", 1],
  ["B", 1],
  ["kB", 1e3],
  ["KB", 1e3],
  ["MB", 1e6],
  ["GB", 1e9],
  ["TB", 1e12],
  ["KiB", 2 ** 10],
  ["MiB", 2 ** 20],
  ["GiB", 2 ** 30],
  ["TiB", 2 ** 40]
]);
var sizePattern = "^[0-9]{1,16}(?:\\.[0-9]{1,6})? ?(?:B|kB|KB|MB|GB|TB|KiB|MiB|GiB|TiB)?$";
var sizeParts = /^(\d{1,16}(?:\.\d{1,6})?) ?([A-Za-z]{0,3})$/;
function parseSize(text) {
  const match = sizeParts.exec(text);
  if (match === null) return null;
  const [, amount = "", unit = ""] = match;
  const factor = unitBytes.get(unit);
  if (factor === void 0) return null;
  const bytes = Math.round(Number(amount) * factor);
  return bytes >= 1 && Number.isSafeInteger(bytes) ? bytes : null;
}

// src/config/option-schema.ts
function schemaOfOption(option) {
  const type = option.type;
  switch (type.kind) {
    case "text":
    case "structure":
      return type.schema;
    case "path":
      return { title: "a path", type: "string", pattern: "^[^\\u0000]{1,4096}$" };
    case "command": {
      const text = { title: "a text", type: "string", pattern: "\\S" };
      return {
        title: "a script, or a list of a program and its arguments",
        // Arguments reach the program as they are spelled, numbers too.
        anyOf: [
          text,
          { type: "array", minItems: 1, items: { title: "a text", type: ["string", "number", "boolean"] } }
        ]
      };
    }
    case "integer":
      return {
        title: `an integer from ${type.minimum} to ${type.maximum}`,
        type: "integer",
        minimum: type.minimum,
        maximum: type.maximum
      };
    case "boolean":
      return { title: "`true` or `false`", type: "boolean" };
    case "duration": {
      const off = type.canBeOff ? [{ enum: ["off"] }] : [];
      return {
        title: `a duration such as 6h, 90s or 1h30m (at most 20 days)${type.canBeOff ? ", or off" : ""}`,
        anyOf: [
          { type: "integer", minimum: 1, maximum: 1728e3 },
          { type: "string", minLength: 1, pattern: durationPattern },
          ...off
        ]
      };
    }
    case "size":
      return {
        title: "a size such as 2GB or 500MiB",
        anyOf: [
          { type: "integer", minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
          { type: "string", pattern: sizePattern }
        ]
      };
    case "enum":
      return { enum: type.values };
    case "globs":
      return { ...globsSchema, title: `\`${type.word}\`, ${globsSchema.title ?? ""}` };
    case "secret":
    case "context":
      return { title: "an input of the Action", type: "string" };
    default:
      return type;
  }
}
function configSchema() {
  const properties = optionsFor("config").map((option) => [option.name, schemaOfOption(option)]);
  return {
    title: "a mapping from options to values",
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(properties)
  };
}
function expectation(schema) {
  if (schema.title !== void 0) return schema.title;
  if (schema.enum !== void 0) return `one of ${schema.enum.map((value) => `"${value}"`).join(", ")}`;
  switch (schema.type) {
    case "object":
      return "a mapping";
    case "array":
      return schema.minItems === void 0 ? "a list" : "a list with at least one item";
    case "string":
      return "a text";
    default:
      return `a value of type ${String(schema.type)}`;
  }
}
function fitsSchema(schema, value) {
  if (schema.anyOf !== void 0) return schema.anyOf.some((branch) => fitsSchema(branch, value));
  if (schema.enum !== void 0) return typeof value === "string" && schema.enum.includes(value);
  switch (schema.type) {
    case "string": {
      if (typeof value !== "string") return false;
      const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = schema;
      const length = [...value].length;
      return length >= minLength && length <= maxLength && (pattern === void 0 || new RegExp(pattern, "u").test(value));
    }
    case "integer":
    case "number": {
      if (typeof value !== "number" || !Number.isFinite(value)) return false;
      if (schema.type === "integer" && !Number.isInteger(value)) return false;
      return value >= (schema.minimum ?? Number.NEGATIVE_INFINITY) && value <= (schema.maximum ?? Number.POSITIVE_INFINITY);
    }
    case "boolean":
      return typeof value === "boolean";
    case "array": {
      const items = schema.items;
      if (!isJsonArray(value) || value.length < (schema.minItems ?? 0)) return false;
      return items === void 0 || value.every((item) => fitsSchema(items, item));
    }
    default:
      return false;
  }
}
function isJsonArray(value) {
  return Array.isArray(value);
}
function isJsonObject(value) {
  return typeof value === "object" && value !== null && !isJsonArray(value);
}

// src/config/complaint.ts
var maxListed = 40;
var maxQuoted = 60;
function complaintsProblem(complaints) {
  const sorted = complaints.map((complaint, index) => ({ complaint, index })).sort(inOrder);
  const lines = sorted.slice(0, maxListed).map(({ complaint }) => `${complaint.location.label}: ${complaint.message}`);
  const left = sorted.length - lines.length;
  if (left > 0) lines.push(`… and ${left} more`);
  const [only] = lines;
  const message = lines.length === 1 && only !== void 0 ? only : `${sorted.length} problems:
  ${lines.join("\n  ")}`;
  return new InputProblem("INVALID_OPTIONS", message, {
    remedy: "Correct what is listed and start again; nothing was started."
  });
}
function inOrder(a, b) {
  const first = a.complaint.location.place;
  const second = b.complaint.location.place;
  if (first.file === void 0 || second.file === void 0) {
    return Number(first.file === void 0) - Number(second.file === void 0) || a.index - b.index;
  }
  return (first.line ?? 0) - (second.line ?? 0) || (first.column ?? 0) - (second.column ?? 0) || a.index - b.index;
}
function pointerText(pointer) {
  return pointer.map((part, index) => typeof part === "number" ? `[${part}]` : index === 0 ? part : `.${part}`).join("");
}
function quoted(value) {
  if (value === null) return "nothing";
  if (typeof value === "string") return quotedText(value);
  if (isJsonArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (isJsonObject(value)) return "a mapping";
  return typeof value === "number" ? `the number ${value}` : `the boolean ${value}`;
}
function quotedText(text) {
  const cut = [...text.slice(0, 2 * maxQuoted)];
  const short = cut.length > maxQuoted ? `${cut.slice(0, maxQuoted).join("")}…` : cut.join("");
  return JSON.stringify(short).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}

export {
  options,
  optionsFor,
  findOption,
  maxDurationMs,
  parseDuration,
  parseSize,
  schemaOfOption,
  configSchema,
  expectation,
  fitsSchema,
  isJsonArray,
  isJsonObject,
  complaintsProblem,
  pointerText,
  quoted,
  quotedText
};
