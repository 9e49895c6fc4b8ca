import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  require_picomatch
} from "./chunk-CNPCB4CN.js";
import {
  nearestName
} from "./chunk-UE43SUCS.js";
import {
  findOption,
  isJsonArray,
  isJsonObject,
  options,
  pointerText,
  quotedText
} from "./chunk-PPUI4WL6.js";
import {
  isProblem
} from "./chunk-B5J4NNO2.js";
import {
  maxGlobLength
} from "./chunk-DPIMJBII.js";
import {
  __toESM
} from "./chunk-7ZPLETBH.js";

// src/config/setting.ts
function onePlace(label) {
  return () => ({ label, place: {} });
}

// src/config/given.ts
function gather(host, sources) {
  const settings = /* @__PURE__ */ new Map();
  const someUnreadable = sources.some((source) => source.unreadable === true);
  const broken = /* @__PURE__ */ new Set();
  for (const option of options) {
    const source = sources.find((candidate) => candidate.mentioned.has(option.name));
    const found = source?.settings.get(option.name);
    if (found !== void 0) settings.set(option.name, found);
    else if (source !== void 0) broken.add(option.name);
  }
  const complaints = sources.flatMap((source) => source.complaints);
  const setting = (name) => settings.get(name) ?? defaultSetting(name);
  return {
    host,
    value: (name) => setting(name).value,
    isBroken: (name) => !settings.has(name) && (broken.has(name) || someUnreadable),
    origin: (name) => setting(name).origin,
    complain: (name, pointer, message, part) => void complaints.push({ location: setting(name).locate(pointer, part), message }),
    complainAt: (location, message) => void complaints.push({ location, message }),
    complaints
  };
}
function defaultSetting(name) {
  return { value: findOption(name)?.default ?? null, origin: "default", locate: onePlace(name) };
}
function textOf(value) {
  return typeof value === "string" ? value : null;
}
function oneOf(value, values, otherwise) {
  return values.find((candidate) => candidate === value) ?? otherwise;
}
function listOf(value) {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

// src/config/glob-problem.ts
var import_picomatch = __toESM(require_picomatch(), 1);
var maxStarsInPart = 3;
var maxGlobstars = 3;
var maxStars = 6;
var maxBraces = 4;
var maxAlternatives = 256;
function globProblem(glob) {
  if (glob.trim() === "") return "is empty; expected a glob";
  if (glob.length > maxGlobLength) return `has ${glob.length} characters; expected at most ${maxGlobLength}`;
  if (/[\u0000-\u001f]/.test(glob)) return "holds a control character; expected a glob on one line";
  if (glob.startsWith("!")) return 'begins with "!"; write it under "exclude"';
  if (glob.includes("\\")) return 'holds a backslash; expected "/" between folders, and [*] for a literal *';
  if (glob.includes("[!")) return 'holds "[!"; expected [^abc] for everything but a, b and c';
  const bare = glob.replace(/\[[^\]/]*\]/g, "x");
  if (/[()]/.test(bare)) return "holds a group in parentheses, which is not supported; expected {a,b} for alternatives";
  if (/[[\]]/.test(bare)) return "holds a bracket without its partner; expected [abc]";
  const braces = bracesProblem(bare);
  if (braces !== null) return braces;
  if (/\*{3,}/.test(bare)) return "holds three stars in a row; expected * or **";
  return tooManyWildcards(bare) ?? compileProblem(glob);
}
function bracesProblem(bare) {
  let depth = 0;
  let groups = 0;
  for (const character of bare) {
    if (character === "{") {
      depth += 1;
      groups += 1;
    } else if (character === "}") depth -= 1;
    if (depth < 0 || depth > 1) break;
  }
  if (depth !== 0) return "holds braces that are nested or without a partner; expected {a,b}";
  if (groups > maxBraces) return `holds ${groups} groups in braces; expected at most ${maxBraces}`;
  const alternatives = (bare.match(/\{[^{}]*\}/g) ?? []).reduce(
    (product, group) => product * group.split(",").length,
    1
  );
  if (alternatives > maxAlternatives) return `stands for ${alternatives} globs; expected at most ${maxAlternatives}`;
  if (/\{[^{},]*\}/.test(bare) && !bare.includes("..")) return "holds braces around one name; expected {a,b}";
  if (/\{[^{}]*\.\.[^{}]*\}/.test(bare)) return "holds a range in braces, which is not supported; expected {1,2,3}";
  return null;
}
function tooManyWildcards(bare) {
  const worst = bare.replace(
    /\{([^{}]*)\}/g,
    (_, inside) => inside.split(",").reduce((most, other) => starsIn(other) > starsIn(most) ? other : most)
  );
  const globstars = worst.match(/\*\*/g)?.length ?? 0;
  const parts = worst.split("/").map(starsIn);
  const inPart = Math.max(...parts);
  if (globstars > maxGlobstars) return `holds ${globstars} times **; expected at most ${maxGlobstars}`;
  if (inPart > maxStarsInPart) return `holds ${inPart} wildcards between two "/"; expected at most ${maxStarsInPart}`;
  if (parts.filter((count) => count === maxStarsInPart).length > 1) {
    return `holds ${maxStarsInPart} wildcards in several parts; expected so many in one at most`;
  }
  const stars = starsIn(worst);
  return stars > maxStars ? `holds ${stars} wildcards; expected at most ${maxStars}` : null;
}
function starsIn(text) {
  return text.match(/\*+/g)?.length ?? 0;
}
function compileProblem(glob) {
  try {
    import_picomatch.default.makeRe(glob, { dot: true, nonegate: true, noextglob: true, strictBrackets: true });
    return null;
  } catch {
    return "is not a glob that can be read; expected *, **, ?, [abc] or {a,b}";
  }
}
var everyShape = [
  "a",
  "zz.Q9",
  ".hidden",
  "train/loss",
  "model/layer.0.weight",
  "outputs/2024-01-15/checkpoint_3.pt",
  "a/b/c/d/e/f"
];
function matchesEverything(globs) {
  if (globs.length === 0) return false;
  const matchers = globs.map(
    (glob) => (0, import_picomatch.default)(glob, { dot: true, nonegate: true, noextglob: true, basename: !glob.includes("/") })
  );
  return everyShape.every((name) => matchers.some((matches) => matches(name)));
}

// src/config/read-environment-schema.ts
import { resolve } from "node:path";
async function readEnvironmentSchema(given) {
  const written = textOf(given.value("environment-schema"));
  if (written === null) return null;
  const complain = (message) => {
    given.complain("environment-schema", [], `${quotedText(written)} ${message}`);
    return null;
  };
  let text;
  try {
    text = given.host.readFile(resolve(given.host.cwd, written));
  } catch (error) {
    if (!isProblem(error)) throw error;
    return complain(`cannot be read: ${error.message.replace(/\.$/, "")}`);
  }
  if (text === null) return complain("does not exist; expected a JSON Schema");
  let schema;
  try {
    schema = JSON.parse(text);
  } catch (error) {
    return complain(`is not JSON (${error instanceof Error ? error.message : "unknown fault"})`);
  }
  const { environmentSchemaProblem } = await import("./environment-schema-problem-HICFCMDA.js");
  const problem = environmentSchemaProblem(schema);
  return problem === null ? schema : complain(problem);
}

// src/config/to-policy.ts
var verdicts = ["identical", "equivalent", "within-tolerance"];
var layouts = ["auto", "hydra", "experiment-timestamp", "lightning", "hugging-face", "none"];
var failOns = ["error", "warning", "never"];
async function toPolicy(given) {
  const require2 = oneOf(given.value("require"), verdicts, "equivalent");
  const tolerance = toTolerance(given);
  const isExact = tolerance.everywhere === null && tolerance.rules.length === 0;
  if (require2 === "within-tolerance" && isExact && !given.isBroken("tolerance")) {
    given.complain(
      "require",
      [],
      '"within-tolerance" without a tolerance; expected "tolerance" to be given, e.g. rtol=1e-5'
    );
  }
  return {
    require: require2,
    tolerance,
    checkpoints: toSelection(given, "checkpoints"),
    metrics: await toMetrics(given),
    ignore: toIgnore(given),
    ...toLayout(given),
    records: toRecords(given),
    datasets: toDatasets(given),
    requireGpu: given.value("require-gpu") === true,
    environmentSchema: await readEnvironmentSchema(given),
    checks: toChecks(given),
    failOn: oneOf(given.value("fail-on"), failOns, "error")
  };
}
function toTolerance(given) {
  const value = given.value("tolerance");
  if (!isJsonObject(value)) return { everywhere: null, rules: [] };
  const rules = isJsonArray(value.rules ?? null) ? value.rules : [];
  return {
    everywhere: toRule(given, value, []),
    rules: rules.filter(isJsonObject).map((rule, index) => {
      const pointer = ["rules", index];
      const glob = textOf(rule.glob ?? null) ?? "";
      checkGlob(given, "tolerance", [...pointer, "glob"], glob);
      const bounds = toRule(given, rule, pointer);
      if (bounds === null) {
        const name = pointerText(["tolerance", ...pointer]);
        given.complain(
          "tolerance",
          pointer,
          `"${name}" has no bound; expected "atol", "rtol" or "max-ulp" (0 for exact)`
        );
      }
      return { glob, rule: bounds ?? { atol: 0, rtol: 0, maxUlp: 0 } };
    })
  };
}
function toRule(given, value, pointer) {
  const bounds = ["atol", "rtol", "max-ulp"].filter((name) => value[name] !== void 0);
  if (bounds.length === 0) return null;
  if (Number(value.atol ?? 0) > 1e6) {
    given.complain(
      "tolerance",
      [...pointer, "atol"],
      `an atol of ${String(value.atol)} lets everything pass; expected at most 1e6`
    );
  }
  return { atol: Number(value.atol ?? 0), rtol: Number(value.rtol ?? 0), maxUlp: Number(value["max-ulp"] ?? 0) };
}
function toSelection(given, name) {
  const value = given.value(name);
  const include = [];
  const exclude = [];
  const add = (list, glob, pointer) => {
    checkGlob(given, name, pointer, glob);
    list.push(glob);
  };
  if (isJsonObject(value)) {
    each(value.include, ["include"], (glob, pointer) => add(include, glob, pointer));
    each(value.exclude, ["exclude"], (glob, pointer) => add(exclude, glob, pointer));
  } else {
    each(
      value,
      [],
      (glob, pointer) => glob.startsWith("!") ? add(exclude, glob.slice(1), pointer) : add(include, glob, pointer)
    );
  }
  if (matchesEverything(exclude)) {
    given.complain(
      name,
      ["exclude"],
      `${name} leave out everything, and nothing would be compared; expected narrower globs`
    );
  }
  return { include, exclude };
}
async function toMetrics(given) {
  const value = given.value("metrics");
  const stdout = isJsonObject(value) ? listOf(value.stdout) : [];
  if (stdout.length > 0) {
    const { patternProblem } = await import("./pattern-problem-Y4CBJNHK.js");
    each(isJsonObject(value) ? value.stdout : null, ["stdout"], (pattern, pointer) => {
      const problem = patternProblem(pattern);
      if (problem !== null) given.complain("metrics", pointer, `${quotedText(pattern)} ${problem}`);
    });
  }
  return { ...toSelection(given, "metrics"), stdout };
}
function toIgnore(given) {
  const value = given.value("ignore");
  const lists = isJsonObject(value) ? value : {};
  const take = (kind) => {
    const globs = listOf(lists[kind]);
    each(lists[kind], [kind], (glob, pointer) => checkGlob(given, "ignore", pointer, glob));
    if (matchesEverything(globs.filter((glob) => globProblem(glob) === null))) {
      given.complain("ignore", [kind], `${quotedText(globs.join(", "))} ignores all ${kind}; expected narrower globs`);
    }
    return globs;
  };
  return { series: take("series"), scalars: take("scalars"), files: take("files") };
}
function toLayout(given) {
  const value = given.value("layout");
  if (!isJsonObject(value))
    return { layout: oneOf(value, layouts, "auto"), layoutPaths: { required: [], allowed: [] } };
  const take = (kind) => {
    each(value[kind], [kind], (glob, pointer) => {
      const unknown = /\{(?!experiment\}|timestamp\}|epoch\}|step\})([^{},]*)\}/.exec(glob);
      if (unknown !== null) {
        const message = `${quotedText(glob)} has an unknown placeholder ${quotedText(unknown[0])}; expected {experiment}, {timestamp}, {epoch} or {step}`;
        given.complain("layout", pointer, message);
      } else checkGlob(given, "layout", pointer, glob.replaceAll(/\{(?:experiment|timestamp|epoch|step)\}/g, "*"));
    });
    return listOf(value[kind]);
  };
  const layoutPaths = { required: take("required"), allowed: take("allowed") };
  if (layoutPaths.required.length + layoutPaths.allowed.length === 0) {
    given.complain("layout", [], 'a layout without paths asks for nothing; expected "required" or "allowed"');
  }
  return { layout: "paths", layoutPaths };
}
function toRecords(given) {
  const value = given.value("records");
  const lists = isJsonObject(value) ? value : {};
  const take = (kind) => {
    each(lists[kind], [kind], (glob, pointer) => checkGlob(given, "records", pointer, glob));
    return listOf(lists[kind]);
  };
  return {
    environment: take("environment"),
    requirements: take("requirements"),
    configuration: take("configuration"),
    dataset: take("dataset")
  };
}
function toDatasets(given) {
  const value = given.value("datasets");
  if (value === null) return [];
  const items = isJsonArray(value) ? value : [value];
  return items.map((item) => {
    const written = textOf(isJsonObject(item) ? item.path ?? null : item) ?? "";
    const path = written.replace(/^(?:\.\/)+/, "").replace(/(?<=.)\/+$/, "");
    const sha256 = isJsonObject(item) ? textOf(item.sha256 ?? null) : null;
    return { path, sha256: sha256?.toLowerCase() ?? null };
  });
}
function toChecks(given) {
  const value = given.value("checks");
  if (!isJsonObject(value)) return { severities: {}, waivers: [] };
  const severities = [];
  for (const [id, severity] of Object.entries(value)) {
    if (id === "waivers") continue;
    checkId(given, id, [id], "key");
    severities.push([id, oneOf(severity, ["error", "warning", "notice", "off"], "error")]);
  }
  const waivers = isJsonArray(value.waivers ?? null) ? value.waivers : [];
  return {
    severities: Object.fromEntries(severities),
    waivers: waivers.filter(isJsonObject).map((waiver, index) => toWaiver(given, waiver, index))
  };
}
function toWaiver(given, value, index) {
  const text = (key) => textOf(value[key] ?? null) ?? "";
  const waiver = { id: text("id"), place: text("place"), reason: text("reason"), until: text("until") };
  checkId(given, waiver.id, ["waivers", index, "id"], "value");
  if (!isRealDate(waiver.until)) {
    const message = `${quotedText(waiver.until)} is no real date; expected a day of the calendar, such as 2027-01-31`;
    given.complain("checks", ["waivers", index, "until"], message);
  }
  return waiver;
}
function isRealDate(text) {
  const date = /* @__PURE__ */ new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
function checkId(given, id, pointer, part) {
  const known = given.host.known.checks;
  if (known === null || known.includes(id)) return;
  const groups = [...new Set(known.map((name) => `${name.split("/")[0]}/*`))];
  if (groups.includes(id)) return;
  const near = nearestName(id, [...known, ...groups]);
  const hint = near === null ? `expected a check's id or one of ${groups.join(", ")}` : `did you mean "${near}"?`;
  given.complain("checks", pointer, `there is no check ${quotedText(id)}; ${hint}`, part);
}
function checkGlob(given, name, pointer, glob) {
  const problem = globProblem(glob);
  if (problem !== null) given.complain(name, pointer, `${quotedText(glob)} ${problem}`);
}
function each(value, pointer, visit) {
  const isList = value !== void 0 && isJsonArray(value);
  listOf(value).forEach((text, index) => {
    visit(text, isList ? [...pointer, index] : pointer);
  });
}

export {
  onePlace,
  gather,
  textOf,
  oneOf,
  listOf,
  globProblem,
  toPolicy
};
