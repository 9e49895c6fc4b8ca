import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  isTable,
  parseToml,
  tomlText,
  tomlValue
} from "./chunk-IBMENBN2.js";
import {
  configFileNames
} from "./chunk-AZF3MM6N.js";
import {
  printTo
} from "./chunk-ER4I6IAB.js";
import {
  writeFileAtomically
} from "./chunk-LRL7OVBH.js";
import {
  exitCodes
} from "./chunk-E6RE6XD5.js";
import "./chunk-PPUI4WL6.js";
import {
  PublishProblem
} from "./chunk-B5J4NNO2.js";
import "./chunk-DPIMJBII.js";
import {
  printable
} from "./chunk-5YLZBCQB.js";
import "./chunk-7ZPLETBH.js";

// src/commands/init.ts
import { mkdirSync } from "node:fs";
import path from "node:path";

// src/init/training-command.ts
function trainingCommand({ entry, packages: packages2, seed }) {
  if (entry === null) return null;
  const todo = seed?.value.startsWith("--seed_everything") && entry.args === "" ? "fit" : "";
  return [packages2?.prefix ?? "", entry.start, todo, entry.args, seed?.value ?? ""].filter((part) => part !== "").join(" ");
}

// src/init/yaml-comments.ts
var columns = 100;
function comment(text) {
  const lines = [];
  let line = "";
  for (const word of printable(text).split(" ")) {
    if (line !== "" && line.length + 1 + word.length > columns - 2) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => `# ${one}`);
}
function aside(lines) {
  return lines.map((line) => `# ${printable(line)}`);
}
function yamlText(text) {
  return /^[A-Za-z][\w./=,+$@ -]*$/.test(text) && !/ $/.test(text) ? text : JSON.stringify(text);
}

// src/init/config-text.ts
function configText(project) {
  const blocks = [
    comment(
      "Train Twice runs the training twice with the same seed and proves whether the same thing comes out. Written by `train-twice init` from what it found in this repository: every line is yours to change. Started with: train-twice run"
    ),
    commandBlock(project),
    [...comment("The seed of both runs. Which one does not matter; that they share it does."), "seed: 42"],
    [
      ...comment(
        "What has to come out the same. `equivalent`: the content of every checkpoint and metric, to the last bit. `identical`: the bytes of the files as well. `within-tolerance`: numbers may differ by what `tolerance` allows, for trainings that cannot be made deterministic:"
      ),
      ...aside(["tolerance:", "  rtol: 1e-5"]),
      "require: equivalent"
    ],
    outputsBlock(project),
    layoutBlock(project),
    datasetsBlock(project),
    gpuBlock(project),
    [
      ...comment("How long one run may take, and from which severity on findings about the record fail the audit:"),
      ...aside(["timeout: 6h", "fail-on: error # or: warning, never"])
    ]
  ];
  return `${blocks.filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}
`;
}
function shorter({ frameworks, seed }) {
  const uses = (framework) => frameworks.some(({ value }) => value === framework);
  if (uses("lightning") && uses("hydra")) return "such as trainer.max_steps=200";
  if (uses("lightning") && seed?.value.startsWith("--seed_everything")) return "such as --trainer.max_steps 200";
  return uses("hugging-face") ? "such as --max_steps 200" : "with fewer steps";
}
function commandBlock(project) {
  const { entry, seed } = project;
  const command = trainingCommand(project);
  if (entry === null || command === null)
    return [
      ...comment(
        "The training: a script for bash. None was found in this repository, so put its command here and take the `# ` away. $TRAIN_TWICE_SEED holds the seed; the training takes it as an argument, or reads the variable."
      ),
      ...aside(["command: python train.py --seed $TRAIN_TWICE_SEED"])
    ];
  return [
    ...comment(`The training: a script for bash. ${entry.file} was taken, because ${entry.because}.`),
    ...seedComment(seed),
    ...comment(
      `A short training shows a divergence as well as a long one: an argument ${shorter(project)} makes the audit quick.`
    ),
    `command: ${yamlText(command)}`
  ];
}
function seedComment(seed) {
  if (seed !== null) return comment(`$TRAIN_TWICE_SEED holds the seed and goes in as an argument: ${seed.because}.`);
  return [
    ...comment(
      "$TRAIN_TWICE_SEED holds the seed. Nothing shows how this training takes one as an argument, so let it read the variable before anything is drawn or built:"
    ),
    ...aside(['  seed = int(os.environ.get("TRAIN_TWICE_SEED", "42"))'])
  ];
}
function outputsBlock({ outputs }) {
  const names = outputs.length === 0 ? [{ value: "outputs", because: "for example" }] : outputs;
  return [
    ...comment(
      "Where the training writes. `auto`: whatever a run creates or changes in this folder. Folders or globs look at these alone, and what a run writes elsewhere is then reported:"
    ),
    ...aside(["outputs:", ...names.map(({ value, because }) => `  - ${value} # ${because}`)]),
    "outputs: auto"
  ];
}
function layoutBlock({ layout }) {
  const about = "The layout that the outputs have to follow: `hydra` (outputs/DATE/TIME), `lightning` (version_N), `hugging-face` (checkpoint-N), `experiment-timestamp` ({experiment}_{timestamp}), your own as globs, or `none`. `auto` takes whichever is there.";
  if (layout === null) return [...comment(about), "layout: auto"];
  if (layout.sure) return [...comment(`${about} Asked for because ${layout.because}.`), `layout: ${layout.value}`];
  return [...comment(`${about} \`${layout.value}\` would fit: ${layout.because}.`), "layout: auto"];
}
function datasetsBlock({ data: data2, dvc }) {
  const names = data2.length === 0 ? [{ value: "data/train.csv", because: "for example" }] : data2;
  const known = dvc === null ? "" : ` What DVC names (${dvc}) is found by itself.`;
  return [
    ...comment(
      `The data that the training reads: files or folders, with their SHA-256 where it is known. The audit hashes them, and holds what the runs recorded against it.${known}`
    ),
    ...aside(["datasets:", ...names.map(({ value, because }) => `  - ${value} # ${because}`)])
  ];
}
var onGpus = ["lightning", "hugging-face", "torch", "tensorflow", "jax"];
function gpuBlock({ frameworks }) {
  if (!frameworks.some(({ value }) => onGpus.includes(value))) return [];
  return [
    ...comment("A run that never touched a GPU proves nothing about one: the audit is then inconclusive."),
    ...aside(["require-gpu: true"])
  ];
}

// src/init/describe-project.ts
function describeProject(project) {
  const { entry, frameworks, seed, packages: packages2, data: data2, outputs, dvc } = project;
  const rows = [
    ["training", entry === null ? "none found" : `${entry.file} (${entry.because})`],
    ["written with", listed(frameworks) || "nothing that was recognized"],
    ["command", trainingCommand(project) ?? "to be put into the configuration"],
    ["seed", seed === null ? "not seen; $TRAIN_TWICE_SEED holds it" : `${seed.value} (${seed.because})`],
    ["packages", packages2 === null ? "nothing says which" : `${packages2.manager} (${packages2.because})`],
    ["data", [listed(data2), dvc === null ? "" : `kept by DVC (${dvc})`].filter((text) => text !== "").join(", ")],
    ["outputs", listed(outputs)]
  ];
  return rows.filter(([, text]) => text !== "").map(([name, text]) => `  ${name.padEnd(14)}${printable(text)}`);
}
function listed(found) {
  return found.map(({ value, because }) => `${value} (${because})`).join(", ");
}

// src/init/find-data.ts
var plainPath = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;
var dataFolder = /^(?:data|datasets?|inputs?|corpus|corpora)$/i;
var outputFolder = /^(?:outputs?|out|results?|runs|exp(?:eriment)?s?|checkpoints?|ckpts?|lightning_logs|logs?|multirun|saved?_models?|weights|artifacts|work_dirs?)$/i;
var most = 8;
function named(repository, pattern) {
  const found = /* @__PURE__ */ new Map();
  for (const folder of repository.folders)
    if (!folder.includes("/") && pattern.test(folder)) found.set(folder, "a folder");
  for (const name of ignored(repository)) if (pattern.test(name)) found.set(name, ".gitignore");
  return [...found].filter(([name]) => plainPath.test(name)).slice(0, most).map(([value, because]) => ({ value, because }));
}
function ignored(repository) {
  return repository.text(".gitignore").split("\n", 2e3).map((line) => line.trim()).filter((line) => line !== "" && !/^[#!]/.test(line) && line.length < 100).map((line) => line.replace(/^\/+/, "").replace(/\/\*{0,2}$/, "")).filter((line) => plainPath.test(line));
}
function findData(repository) {
  const byDvc = repository.files.filter((file) => file.endsWith(".dvc")).map((file) => ({ value: file.slice(0, -".dvc".length), because: file })).filter(({ value }) => plainPath.test(value));
  const byName = named(repository, dataFolder);
  const rest = byName.filter(
    ({ value }) => !byDvc.some((one) => one.value === value || one.value.startsWith(`${value}/`))
  );
  return [...byDvc, ...rest].slice(0, most);
}
function findOutputs(repository, frameworks) {
  const uses = (framework) => frameworks.some(({ value }) => value === framework);
  const own = [];
  if (uses("hydra")) own.push({ value: "outputs", because: "Hydra's default" });
  else if (uses("lightning")) own.push({ value: "lightning_logs", because: "Lightning's default" });
  const others = named(repository, outputFolder).filter(({ value }) => !own.some((one) => one.value === value));
  return [...own, ...others].slice(0, most);
}
function findLayout(repository, frameworks, configFolder) {
  const [first] = frameworks;
  const sources = repository.files.filter((file) => file.endsWith(".py")).slice(0, 200);
  switch (first?.value) {
    case "hydra": {
      const configs = repository.files.filter((file) => configFolder !== null && file.startsWith(`${configFolder}/`) && /\.ya?ml$/.test(file)).slice(0, 200);
      const moved = configs.find(
        (file) => /^[ \t]{0,20}(?:run|sweep):[^\n]{0,80}\n[ \t]{1,20}dir:|\bhydra\.run\.dir\b/m.test(repository.text(file))
      );
      const because = moved === void 0 ? "no configuration moves its folder" : `${moved} gives it a folder of its own`;
      return { value: "hydra", sure: moved === void 0, because };
    }
    case "lightning": {
      const logger = sources.find(
        (file) => /\b(?:logger|default_root_dir)[ \t]{0,4}=|Logger\(/.test(repository.text(file))
      );
      const because = logger === void 0 ? "no logger of its own" : `${logger} chooses a logger or a folder`;
      return { value: "lightning", sure: logger === void 0, because };
    }
    case "hugging-face":
      return { value: "hugging-face", sure: false, because: "its Trainer writes checkpoint-N where it saves by steps" };
    default:
      return null;
  }
}
function findDvc({ files, folders }) {
  if (files.includes("dvc.lock")) return "dvc.lock";
  const pointer = files.find((file) => file.endsWith(".dvc") && plainPath.test(file));
  return pointer ?? (folders.includes(".dvc") ? ".dvc" : null);
}

// src/init/python-source.ts
function importsModule(text, module) {
  return new RegExp(`^[ \\t]{0,40}(?:import|from)[ \\t]{1,8}(?:[^\\n]{0,200}, ?)?${module}\\b`, "m").test(text);
}
var trainingSigns = /\.backward\(|\.fit\(|\boptimizer\.step\(|\btrainer\.train\(|\bTrainer\(|\bmodel\.train\(|\bjax\.(?:value_and_)?grad\b|\bGradientTape\b|\btrain_step\b|\.train_on_batch\(|\bSFTTrainer\(|\bLightningCLI\(/;
function trains(text) {
  return trainingSigns.test(text);
}
function usesHydra(text) {
  return /^[ \t]{0,8}@(?:hydra\.)?main\b/m.test(text) && importsModule(text, "hydra");
}
function canBeStarted(text) {
  return /^if __name__ *== *["']__main__["']/m.test(text);
}

// src/init/readme-commands.ts
var mostLines = 5e3;
var mostLine = 1e3;
var mostArgs = 300;
var prefix = /^(?:uv run|poetry run|pdm run|pixi run|hatch run)(?: --?[\w-]+)* /;
var launcher = /^(?:python3?(?: -m torch\.distributed\.(?:run|launch))?|accelerate launch|torchrun|deepspeed) /;
var plainWord = /^[\w./=:,+@-]+$/;
var seedWord = /^(?:-{0,2}|\+{0,2})(?:[\w.]*\.)?(?:random[-_])?(?:manual[-_]?)?seed(?:_everything)?(?:=.*)?$/i;
function readmeCommands(repository) {
  const readme = repository.files.find((file) => /^readme(?:\.(?:md|rst|txt))?$/i.test(file));
  if (readme === void 0) return [];
  const lines = repository.text(readme).replaceAll(/ {0,8}\\\n[ \t]*/g, " ").split("\n", mostLines).filter((line) => line.length <= mostLine);
  return lines.flatMap((line) => {
    const command = line.trim().replace(/^(?:[$>%] |`{1,3})/, "").replace(/`{1,3}$/, "").replace(/\s+#\s.*$/, "").replace(prefix, "");
    const found = launcher.exec(command);
    return found === null ? [] : commandOf(found[0].trim(), command.slice(found[0].length), repository, readme);
  });
}
function commandOf(start, rest, { files }, readme) {
  const words = rest.trim().split(/\s+/).slice(0, 60);
  const at = words.findIndex((word) => word.endsWith(".py") || word === "-m");
  const isModule = words[at] === "-m";
  const script = isModule ? `-m ${words[at + 1] ?? ""}` : (words[at] ?? "").replace(/^\.\//, "");
  const file = isModule ? moduleFile(words[at + 1] ?? "", files) : files.includes(script) ? script : null;
  const own = words.slice(0, Math.max(0, at));
  if (at < 0 || file === null || !own.every((word) => plainWord.test(word))) return [];
  const python = start.replace(/^python3/, "python");
  const args = plainArguments(words.slice(isModule ? at + 2 : at + 1));
  return [{ file, start: [python, ...own, script].join(" "), args, readme }];
}
function moduleFile(module, files) {
  if (!/^[\w.]{1,200}$/.test(module)) return null;
  const path2 = module.replaceAll(".", "/");
  const names = [`${path2}.py`, `src/${path2}.py`, `${path2}/__main__.py`, `src/${path2}/__main__.py`];
  return names.find((name) => files.includes(name)) ?? null;
}
function plainArguments(words) {
  const kept = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (!plainWord.test(word) || word === "...") return "";
    if (!seedWord.test(word)) kept.push(word);
    else if (!word.includes("=") && word.startsWith("-")) at += 1;
  }
  const text = kept.join(" ");
  return text.length > mostArgs ? "" : text;
}

// src/init/find-entry-point.ts
var mostOpened = 300;
var plainFile = /^[A-Za-z0-9_][\w./-]*\.py$/;
var enough = 60;
function findEntryPoint(repository, pyproject) {
  const commands = readmeCommands(repository);
  const scripts = scriptsOf(pyproject, repository);
  const candidates = repository.files.filter((file2) => plainFile.test(file2)).map((file2) => ({ file: file2, byName: nameScore(file2) })).sort((a, b) => b.byName - a.byName).slice(0, mostOpened).map(({ file: file2, byName }) => {
    const named2 = commands.some((command2) => command2.file === file2) ? 60 : 0;
    const script2 = scripts.some((one) => one.file === file2) ? 50 : 0;
    return { file: file2, score: byName + codeScore(repository.text(file2)) + named2 + script2 };
  }).filter(({ score }) => score >= enough).sort((a, b) => b.score - a.score || a.file.length - b.file.length || (a.file < b.file ? -1 : 1));
  const [best] = candidates;
  if (best === void 0) return null;
  const { file } = best;
  const script = scripts.find((one) => one.file === file);
  const command = commands.find((one) => one.file === file);
  if (script !== void 0)
    return { file, start: script.name, args: command?.args ?? "", because: `${script.where} in pyproject.toml` };
  if (command !== void 0)
    return { file, start: command.start, args: command.args, because: `${command.readme} starts it` };
  return { file, start: startOf(file, repository), args: "", because: reasonOf(repository.text(file)) };
}
function nameScore(file) {
  const parts = file.split("/");
  const name = parts.at(-1) ?? "";
  const folders = parts.slice(0, -1).join("/");
  const byName = /^(?:train|training)\.py$/.test(name) ? 60 : /^(?:pre|fine)?_?(?:train|tune)(?:[_-]\w+)?\.py$|^\w+_train\.py$/.test(name) ? 45 : /^run_\w+\.py$/.test(name) ? 25 : /^(?:main|run|__main__|cli)\.py$/.test(name) ? 20 : 0;
  const aside2 = /(?:^|\/)(?:tests?|examples?|notebooks?|docs?|benchmarks?|legacy|old|third_party|vendor)(?:\/|$)/i.test(
    folders
  );
  const isTest = /^(?:test_|conftest)|_test\.py$/.test(name);
  return byName - 5 * (parts.length - 1) - (aside2 || isTest ? 60 : 0);
}
function codeScore(text) {
  return (trains(text) ? 30 : 0) + (usesHydra(text) ? 30 : 0) + (canBeStarted(text) ? 20 : 0);
}
function reasonOf(text) {
  if (usesHydra(text)) return "@hydra.main stands in it";
  return trains(text) ? "its code trains" : "its name says so";
}
function startOf(file, { files }) {
  const parts = file.replace(/\.py$/, "").split("/");
  const folder = file.split("/").slice(0, -1).join("/");
  if (folder === "" || !files.includes(`${folder}/__init__.py`)) return `python ${file}`;
  const module = parts[0] === "src" ? parts.slice(1) : parts;
  return `python -m ${(module.at(-1) === "__main__" ? module.slice(0, -1) : module).join(".")}`;
}
function scriptsOf(pyproject, { files }) {
  const tables = [
    { table: tomlValue(tomlValue(pyproject, "project"), "scripts"), where: "[project.scripts]" },
    { table: tomlValue(tomlValue(tomlValue(pyproject, "tool"), "poetry"), "scripts"), where: "[tool.poetry.scripts]" }
  ];
  return tables.flatMap(
    ({ table, where }) => (isTable(table) ? Object.entries(table) : []).flatMap(([name, target]) => {
      if (!/^[\w.-]{1,80}$/.test(name) || !/train|fit/i.test(name) || typeof target !== "string") return [];
      const module = /^([\w.]{1,200}):/.exec(target)?.[1]?.replaceAll(".", "/") ?? "";
      const file = [`${module}.py`, `src/${module}.py`].find((one) => files.includes(one));
      return file === void 0 ? [] : [{ name, file, where }];
    })
  );
}

// src/init/find-frameworks.ts
var modules = [
  { framework: "lightning", names: ["lightning", "pytorch_lightning"] },
  { framework: "hugging-face", names: ["transformers", "trl"] },
  { framework: "torch", names: ["torch"] },
  { framework: "tensorflow", names: ["tensorflow", "keras"] },
  { framework: "jax", names: ["jax", "flax"] },
  { framework: "scikit-learn", names: ["sklearn", "xgboost", "lightgbm"] }
];
var mostOpened2 = 200;
function findFrameworks(repository, entry) {
  const sources = repository.files.filter((file) => file.endsWith(".py") && file !== entry).slice(0, mostOpened2);
  const ordered = entry === null ? sources : [entry, ...sources];
  const found = [];
  if (entry !== null && usesHydra(repository.text(entry)))
    found.push({ value: "hydra", because: `@hydra.main in ${entry}` });
  for (const { framework, names } of modules) {
    const file = ordered.find((one) => names.some((name) => isUsed(framework, name, repository.text(one))));
    if (file !== void 0) found.push({ value: framework, because: `imported in ${file}` });
  }
  return found;
}
function isUsed(framework, module, text) {
  if (!importsModule(text, module)) return false;
  return framework !== "hugging-face" || /\b(?:Seq2Seq|SFT|DPO|GRPO)?Trainer\(|\bTrainingArguments\b/.test(text);
}

// src/init/find-packages.ts
function findPackages(repository, pyproject) {
  const has = (file) => repository.files.includes(file);
  const tool = (name) => tomlValue(tomlValue(pyproject, "tool"), name) !== void 0;
  if (has("uv.lock") || tool("uv")) return uv(has("uv.lock"));
  if (has("poetry.lock") || tool("poetry")) return poetry(repository.text("poetry.lock"), has("poetry.lock"));
  if (has("pixi.lock") || has("pixi.toml") || tool("pixi")) return pixi(has("pixi.lock"), has("pixi.toml"));
  const conda = ["environment.yml", "environment.yaml", "conda.yml", "conda.yaml"].find(
    (file) => has(file) && /^dependencies:/m.test(repository.text(file))
  );
  if (conda !== void 0) return byConda(conda, repository);
  return pip(repository, pyproject);
}
function uv(locked) {
  return {
    manager: "uv",
    prefix: "uv run --no-sync",
    steps: [
      "- uses: astral-sh/setup-uv@v5 # pin to a commit",
      locked ? "- run: uv sync --locked" : "- run: uv sync # commit the uv.lock that it makes, and say --locked: then every audit installs the same"
    ],
    because: locked ? "uv.lock" : "[tool.uv] in pyproject.toml",
    files: ["pyproject.toml", ...locked ? ["uv.lock"] : []]
  };
}
function poetry(lock, locked) {
  const second = /^# This file is automatically @generated by Poetry (?:[2-9]|\d{2})/.test(lock);
  return {
    manager: "poetry",
    prefix: "poetry run",
    steps: [
      "- run: pipx install poetry",
      second || !locked ? "- run: poetry sync" : "- run: poetry install --sync # with Poetry 2: poetry sync"
    ],
    because: locked ? "poetry.lock" : "[tool.poetry] in pyproject.toml",
    files: ["pyproject.toml", ...locked ? ["poetry.lock"] : []]
  };
}
function pixi(locked, manifest) {
  return {
    manager: "pixi",
    prefix: "pixi run",
    steps: [
      "- uses: prefix-dev/setup-pixi@v0.8.1 # pin to a commit",
      "  with:",
      "    run-install: false",
      locked ? "- run: pixi install --locked" : "- run: pixi install # commit the pixi.lock that it makes, and say --locked"
    ],
    because: locked ? "pixi.lock" : manifest ? "pixi.toml" : "[tool.pixi] in pyproject.toml",
    files: [manifest ? "pixi.toml" : "pyproject.toml", ...locked ? ["pixi.lock"] : []]
  };
}
function byConda(file, repository) {
  const name = /^name: {0,8}["']?([\w.-]{1,80})["']? {0,8}$/m.exec(repository.text(file))?.[1] ?? "train";
  return {
    manager: "conda",
    prefix: `conda run --no-capture-output -n ${name}`,
    steps: [
      "- uses: conda-incubator/setup-miniconda@v3 # pin to a commit",
      "  with:",
      `    environment-file: ${fromRoot(file, repository)}`,
      `    activate-environment: ${name}`,
      "# An environment.yml says what was asked for. To install the same every time, keep `conda list --explicit --md5`",
      "# in the repository and name that file in environment-file."
    ],
    because: file,
    files: [file]
  };
}
var lists = ["requirements.lock", "requirements-lock.txt", "requirements.txt", "requirements/base.txt"];
function pip(repository, pyproject) {
  const has = (file) => repository.files.includes(file);
  const list = lists.find(has) ?? repository.files.find((file) => /^requirements[\w.-]{0,60}\.txt$/.test(file));
  const isProject = tomlText(tomlValue(pyproject, "project"), "name") !== null;
  const source = list ?? (isProject ? "pyproject.toml" : has("setup.py") ? "setup.py" : void 0);
  if (source === void 0) return null;
  const install = list === void 0 ? "- run: python -m pip install ." : `- run: python -m pip install -r ${list}`;
  return {
    manager: "pip",
    prefix: "",
    steps: [...pythonStep(repository, isProject), install],
    because: source,
    files: [source]
  };
}
function pythonStep(repository, isProject) {
  const { files } = repository;
  const requires = isProject && /^requires-python\b/m.test(repository.text("pyproject.toml"));
  const file = files.includes(".python-version") ? ".python-version" : requires ? "pyproject.toml" : null;
  return [
    "- uses: actions/setup-python@v5 # pin to a commit",
    "  with:",
    file === null ? "    python-version: '3.11' # the one that the training is made for" : `    python-version-file: ${fromRoot(file, repository)}`
  ];
}
function fromRoot(file, { below }) {
  return yamlText(below === "" ? file : `${below}/${file}`);
}

// src/init/find-seed.ts
var variable = "$TRAIN_TWICE_SEED";
function findSeed(repository, entry, configFolder) {
  if (usesHydra(repository.text(entry)))
    return configFolder === null ? null : hydraSeed(repository, configFolder, repository.text(entry));
  const own = seedOption(repository.text(entry));
  if (own !== null) return { value: own, because: `${entry} has that option` };
  const folder = entry.includes("/") ? entry.slice(0, entry.lastIndexOf("/") + 1) : "";
  const parsers = repository.files.filter((file) => file.endsWith(".py") && file !== entry && file.startsWith(folder)).filter((file) => /(?:^|\/)(?:\w*(?:args?|arguments|options?|opts|config|cfg|parser|cli|utils?))\.py$/.test(file)).slice(0, 50);
  for (const file of parsers) {
    const option = seedOption(repository.text(file));
    if (option !== null) return { value: option, because: `${file} has that option` };
  }
  return null;
}
var optionNames = /["'](--(?:random[-_]|manual[-_]?|global[-_])?seed)["']/i;
function seedOption(text) {
  if (/\bLightningCLI\(/.test(text)) return `--seed_everything ${variable}`;
  if (/\badd_argument\(|\bclick\.option\(|\btyper\.Option\(|@option\(/.test(text)) {
    const name2 = optionNames.exec(text)?.[1];
    if (name2 !== void 0) return `${name2} ${variable}`;
  }
  if (/\bHfArgumentParser\(/.test(text) && /\bTrainingArguments\b/.test(text)) return `--seed ${variable}`;
  const flag = /\bDEFINE_integer\(\s{0,40}["']((?:random_|manual_)?seed)["']/.exec(text)?.[1];
  if (flag !== void 0) return `--${flag}=${variable}`;
  const derives = /\b(?:typer\.run|fire\.Fire|tyro\.cli|Typer|jsonargparse\.CLI|auto_cli|ArgumentParser\.from_dataclass)\(/.test(
    text
  );
  const field = /^[ \t]{1,12}(seed|random_seed)[ \t]{0,4}:[ \t]{0,4}int\b|\bdef \w+\([^)]{0,2000}\b(seed|random_seed)\b/m.exec(
    text
  );
  const name = field?.[1] ?? field?.[2];
  if (!derives || name === void 0) return null;
  const dashes = importsModule(text, "fire") ? name : name.replace("_", "-");
  return `--${dashes} ${variable}`;
}
var mostOpened3 = 200;
function hydraSeed(repository, configFolder, entry) {
  const below = `${configFolder}/`;
  const name = /\bconfig_name\s{0,8}=\s{0,8}["']([\w-]{1,80})(?:\.ya?ml)?["']/.exec(entry)?.[1] ?? "config";
  const isPrimary = (file) => file === `${below}${name}.yaml` || file === `${below}${name}.yml`;
  const files = repository.files.filter((file) => file.startsWith(below) && /\.ya?ml$/.test(file)).sort(
    (a, b) => Number(isPrimary(b)) - Number(isPrimary(a)) || a.split("/").length - b.split("/").length || (a < b ? -1 : 1)
  ).slice(0, mostOpened3);
  for (const file of files) {
    const key = seedKey(repository.text(file));
    if (key === null) continue;
    const isGlobal = /^# *@package +_global_/m.test(repository.text(file));
    const group = isGlobal ? "" : file.slice(below.length).split("/").slice(0, -1).join(".");
    if (!/^[\w.]*$/.test(group)) continue;
    return { value: `${group === "" ? "" : `${group}.`}${key}=${variable}`, because: `"${key}" in ${file}` };
  }
  return null;
}
var mostLines2 = 5e3;
function seedKey(text) {
  const open = [];
  for (const line of text.split("\n", mostLines2)) {
    const match = /^( {0,40})([A-Za-z_]\w{0,60}):(?: |$)/.exec(line);
    if (match === null) continue;
    const indent = (match[1] ?? "").length;
    const key = match[2] ?? "";
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    if (/^(?:random_|manual_|global_)?seed$/.test(key)) return [...open.map((one) => one.key), key].join(".");
    open.push({ indent, key });
  }
  return null;
}

// src/init/inspect-repository.ts
async function inspectRepository(repository) {
  const { root: pyproject } = await parseToml(repository.text("pyproject.toml"));
  const entry = findEntryPoint(repository, pyproject);
  const frameworks = findFrameworks(repository, entry?.file ?? null);
  const configFolder = entry === null ? null : hydraFolder(repository, entry.file);
  return {
    entry,
    frameworks,
    seed: entry === null ? null : findSeed(repository, entry.file, configFolder),
    packages: findPackages(repository, pyproject),
    data: findData(repository),
    outputs: findOutputs(repository, frameworks),
    layout: findLayout(repository, frameworks, configFolder),
    dvc: findDvc(repository),
    gitLfs: /\bfilter=lfs\b/.test(repository.text(".gitattributes")),
    submodules: repository.files.includes(".gitmodules"),
    configFolder
  };
}
function hydraFolder(repository, entry) {
  const text = repository.text(entry);
  if (!usesHydra(text)) return null;
  const named2 = /\bconfig_path\s{0,8}=\s{0,8}["']([\w./-]{1,200})["']/.exec(text)?.[1];
  const base = entry.split("/").slice(0, -1);
  const guesses = named2 === void 0 ? ["conf", "configs", "config"] : [named2];
  const folders = guesses.map((guess) => joined([...base, ...guess.split("/")]));
  return folders.find((folder) => folder !== null && repository.folders.includes(folder)) ?? null;
}
function joined(parts) {
  const path2 = [];
  for (const part of parts) {
    if (part === ".." && path2.pop() === void 0) return null;
    if (part !== "" && part !== "." && part !== "..") path2.push(part);
  }
  return path2.join("/");
}

// src/init/repository.ts
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
var mostDepth = 5;
var mostEntries = 2e4;
var mostBytes = 256 * 1024;
var mostBytesInAll = 16 * 1024 * 1024;
var mostInFolder = 2e3;
var skipped = /^(?:\.(?!github$|dvc$).*|__pycache__|node_modules|site-packages|venv|env|virtualenv|build|dist|[\w.-]+\.egg-info|wandb|mlruns|lightning_logs|outputs?|runs|checkpoints?|logs?|artifacts|results)$/i;
var shallow = /^(?:data|datasets?)$/i;
function lookAtRepository(folder) {
  const files = [];
  const folders = [];
  const queue = [{ path: "", depth: 0 }];
  for (let next = queue.shift(); next !== void 0; next = queue.shift()) {
    for (const entry of entriesOf(join(folder, next.path))) {
      if (files.length + folders.length >= mostEntries) break;
      const path2 = next.path === "" ? entry.name : `${next.path}/${entry.name}`;
      if (entry.isFile()) files.push(path2);
      if (!entry.isDirectory()) continue;
      folders.push(path2);
      if (next.depth >= mostDepth || skipped.test(entry.name)) continue;
      queue.push({ path: path2, depth: shallow.test(entry.name) ? mostDepth : next.depth + 1 });
    }
  }
  const root = workingTreeRoot(folder) ?? folder;
  let left = mostBytesInAll;
  const known = new Set(files);
  const texts = /* @__PURE__ */ new Map();
  const text = (path2) => {
    const kept = texts.get(path2);
    if (kept !== void 0) return kept;
    const read = known.has(path2) && left > 0 ? readText(join(folder, path2)) : "";
    left -= read.length;
    texts.set(path2, read);
    return read;
  };
  const below = relative(root, folder).split(sep).join("/");
  return { folder, root, below, files: files.sort(), folders: folders.sort(), text };
}
function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1).slice(0, mostInFolder);
  } catch {
    return [];
  }
}
function workingTreeRoot(folder) {
  for (let at = folder, up = 0; up < 64; up += 1) {
    if (isThere(join(at, ".git"))) return at;
    const above = dirname(at);
    if (above === at) return null;
    at = above;
  }
  return null;
}
function isThere(path2) {
  try {
    lstatSync(path2);
    return true;
  } catch {
    return false;
  }
}
function readText(path2) {
  let descriptor;
  try {
    descriptor = openSync(path2, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch {
    return "";
  }
  try {
    const { size } = fstatSync(descriptor);
    if (!fstatSync(descriptor).isFile()) return "";
    const bytes = Buffer.alloc(Math.min(size, mostBytes));
    const got = readSync(descriptor, bytes, 0, bytes.length, 0);
    const text = bytes.toString("utf8", 0, got);
    return text.includes("\0") ? "" : text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  } catch {
    return "";
  } finally {
    closeSync(descriptor);
  }
}

// src/init/workflow-text.ts
function workflowText(project, { below, configFile }) {
  const inside = (path2) => below === "" ? path2 : `${below}/${path2}`;
  const config = inside(configFile);
  const lines = [
    ...comment(
      `The training, twice, for every pull request that can change what comes out; red where it is not the same. Written by \`train-twice init\`. What is trained, and how strictly it is judged, stands in ${config}.`
    ),
    "name: train-twice",
    "on:",
    ...indented(2, comment("Documentation needs no GPU: only these files start an audit.")),
    "  pull_request:",
    "    paths:",
    ...indented(6, pathsOf(project, inside, config)),
    ...indented(2, comment("By hand, on any branch.")),
    "  workflow_dispatch:",
    "permissions:",
    "  contents: read",
    "concurrency:",
    ...indented(2, comment("A newer push makes the audit of an older one pointless.")),
    `  group: train-twice-${expression("github.ref")}`,
    "  cancel-in-progress: true",
    "jobs:",
    "  train-twice:",
    ...indented(
      4,
      comment(
        "A self-hosted runner runs whatever the pull request contains: never offer one to forks of a public repository."
      )
    ),
    "    if: github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository",
    ...indented(4, comment("The labels of a runner with the GPU that the training is made for.")),
    "    runs-on: [self-hosted, gpu]",
    ...indented(4, comment(`Two runs of at most 6 hours (\`timeout\` in ${config}), and the time to compare them.`)),
    "    timeout-minutes: 750",
    ...below === "" ? [] : ["    defaults:", "      run:", `        working-directory: ${quoted(below)}`],
    "    steps:",
    ...indented(6, checkout(project)),
    ...indented(6, packages(project)),
    ...indented(6, data(project)),
    ...indented(6, audit(project, below, config))
  ];
  return `${lines.join("\n")}
`;
}
function pathsOf(project, inside, config) {
  const { packages: found, configFolder, dvc } = project;
  const paths = [
    inside("**.py"),
    ...configFolder === null ? [] : [inside(`${configFolder}/**`)],
    ...(found?.files ?? []).map(inside),
    ...dvc === null ? [] : [inside("**.dvc"), inside("dvc.lock")],
    config,
    ".github/workflows/train-twice.yml"
  ];
  return paths.map((path2) => `- ${quoted(path2)}`);
}
function checkout({ gitLfs, submodules }) {
  return [
    "- uses: actions/checkout@v4 # pin to a commit",
    "  with:",
    "    persist-credentials: false",
    ...gitLfs ? ["    lfs: true # .gitattributes keeps files in Git LFS"] : [],
    ...submodules ? ["    submodules: true"] : []
  ];
}
function packages({ packages: found }) {
  if (found === null)
    return [
      ...comment("Nothing in the repository says which packages the training needs. Install them here, pinned:"),
      ...aside(["- run: python -m pip install -r requirements.txt"])
    ];
  const steps = "before the audit, because a run that installs something has other packages than the next";
  return [...comment(`What the training imports (${found.because}), ${steps}.`), ...found.steps];
}
function data({ dvc }) {
  if (dvc === null) return [];
  return [
    ...comment(
      `The data is kept by DVC (${dvc}). Where the runner does not have it, pull it here; the remote's credentials come from a secret, and only this step needs them:`
    ),
    ...aside(["- run: dvc pull", "  env:", `    AWS_ACCESS_KEY_ID: ${expression("secrets.DVC_KEY_ID")}`])
  ];
}
function audit({ entry }, below, config) {
  return [
    ...entry === null ? comment(`No training was found: this fails until its command stands in ${config}.`) : [],
    "- id: audit",
    "  uses: OWNER/train-twice@v1 # put in the owner, pin to a commit",
    ...below === "" ? [] : ["  with:", `    working-directory: ${quoted(below)}`],
    ...comment("An input here is stronger than the configuration file, for what a pull request should do otherwise:"),
    ...aside([
      ...below === "" ? ["  with:"] : [],
      "    timeout: 30m",
      "    upload: never # the report stays on the runner; or: report, all"
    ]),
    ...comment("Later steps read steps.audit.outputs.verdict, passed, summary and others.")
  ];
}
function expression(text) {
  return `\${{ ${text} }}`;
}
function quoted(path2) {
  return /^[ -~]*$/.test(path2) ? `'${path2.replaceAll("'", "''")}'` : JSON.stringify(path2);
}
function indented(columns2, lines) {
  return lines.map((line) => `${" ".repeat(columns2)}${line}`);
}

// src/commands/init.ts
var workflowFile = ".github/workflows/train-twice.yml";
async function initCommand(force, world) {
  const repository = lookAtRepository(world.cwd);
  const project = await inspectRepository(repository);
  const configFile = configFileNames.find((name) => isThere(path.join(repository.folder, name))) ?? "train-twice.yml";
  const targets = [
    { file: path.join(repository.folder, configFile), text: configText(project) },
    {
      file: path.join(repository.root, workflowFile),
      text: workflowText(project, { below: repository.below, configFile })
    }
  ];
  const written = [];
  const kept = [];
  for (const { file, text } of targets) {
    const name = path.relative(world.cwd, file).replaceAll("\\", "/");
    if (!force && isThere(file)) {
      kept.push(name);
      continue;
    }
    await write(file, text);
    written.push(name);
  }
  await printTo(world.stdout, summary(describeProject(project), written, kept, project.entry !== null, configFile));
  return exitCodes.passed;
}
function summary(found, written, kept, hasTraining, configFile) {
  const blocks = [["Found in this repository:", ...found]];
  if (written.length > 0) blocks.push(["Written:", ...written.map((name) => `  ${name}`)]);
  if (kept.length > 0)
    blocks.push(["There already, and left alone (--force overwrites):", ...kept.map((name) => `  ${name}`)]);
  if (written.length === 0) blocks.push(["Nothing was written."]);
  const next = hasTraining ? "Next: look through the two files, then try it here with: train-twice run" : `Next: no training was found, so put its command into ${configFile}, then try it here with: train-twice run`;
  return `${[...blocks, [next]].map((block) => block.join("\n")).join("\n\n")}
`;
}
async function write(file, text) {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    await writeFileAtomically(file, text);
  } catch (error) {
    const said = error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
    throw new PublishProblem("WRITE_FAILED", `"${path.basename(file)}" could not be written: ${said}.`, {
      place: { file },
      remedy: "Let this user write there, and remove what stands in the way.",
      cause: error
    });
  }
}
export {
  initCommand
};
