import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  isJsonObject,
  quoted,
  quotedText
} from "./chunk-PPUI4WL6.js";
import {
  isProblem
} from "./chunk-B5J4NNO2.js";

// src/config/read-config-file.ts
import { dirname, isAbsolute, relative, resolve } from "node:path";

// src/config/text-places.ts
function isTextPlace(pointer) {
  return pointer.length === 2 && (pointer[0] === "environment-variables" || pointer[0] === "command");
}

// src/config/read-config-file.ts
var configFileNames = ["train-twice.yml", ".github/train-twice.yml"];
var none = { path: null, settings: /* @__PURE__ */ new Map(), mentioned: /* @__PURE__ */ new Set(), complaints: [], unreadable: false };
async function readConfigFile(host, folder, named) {
  const path = named === null ? findConfigFile(host, folder) : resolve(host.cwd, named.path);
  if (path === null) return none;
  const shown = shownPath(host.cwd, path);
  const here = named?.location ?? { label: shown, place: { file: shown } };
  const broken = (location, message) => ({
    ...none,
    path,
    complaints: [{ location, message }],
    unreadable: true
  });
  let text;
  try {
    text = host.readFile(path);
  } catch (error) {
    if (!isProblem(error)) throw error;
    return broken(here, error.message.replace(/\.$/, ""));
  }
  if (text === null) return broken(here, `${quotedText(shown)} does not exist; expected a configuration file`);
  return readConfigText(text, path, shown);
}
function findConfigFile(host, folder) {
  for (const name of configFileNames) {
    const path = resolve(folder, name);
    if (host.statKind(path) !== null) return path;
  }
  return null;
}
function shownPath(cwd, path) {
  const short = relative(cwd, path);
  const outside = short.startsWith("..") || isAbsolute(short) || dirname(path) === path;
  return (outside ? path : short).replaceAll("\\", "/");
}
async function readConfigText(text, path, shown) {
  const [{ readLocatedYaml }, { validateConfig }] = await Promise.all([
    import("./located-yaml-ILB5RH4G.js"),
    import("./validate-config-J36HP25T.js")
  ]);
  const yaml = readLocatedYaml(text, {
    at: (line, column) => ({ label: `${shown}:${line}:${column}`, place: { file: shown, line, column } }),
    isText: isTextPlace
  });
  const root = yaml.value ?? {};
  const mentioned = new Set(isJsonObject(root) ? Object.keys(root) : []);
  const syntax = yaml.complaints;
  if (!isJsonObject(root)) {
    const message = `the configuration is ${quoted(root)}; expected a mapping from options to values`;
    const complaints2 = [...syntax, { location: yaml.locate([]), message }];
    return { ...none, path, complaints: complaints2, unreadable: true };
  }
  const faults = validateConfig(root);
  const wrong = new Set(faults.map((fault) => fault.pointer[0]));
  const settings = /* @__PURE__ */ new Map();
  for (const [name, value] of Object.entries(root)) {
    if (wrong.has(name)) continue;
    const locate = (pointer, part) => yaml.locate([name, ...pointer], part);
    settings.set(name, { value, origin: "config file", locate });
  }
  const known = new Set(syntax.map((complaint) => complaint.location.label));
  const complaints = faults.map((fault) => ({ location: yaml.locate(fault.pointer, fault.part), message: fault.message })).filter((complaint) => !known.has(complaint.location.label));
  return { path, settings, mentioned, complaints: [...syntax, ...complaints], unreadable: syntax.length > 0 };
}

export {
  isTextPlace,
  configFileNames,
  readConfigFile
};
