import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  readRecordText
} from "./chunk-YBEHDBDE.js";
import {
  mlflowPlace,
  parameterValue
} from "./chunk-ZFQAWAVQ.js";

// src/formats/records/mlflow.ts
var maxCharacters = 64 * 1024;
var maxParameters = 1e4;
var mlflowParameter = {
  id: "mlflow",
  title: "MLflow's parameters",
  inTrackersPlaces: "only",
  recognizes(path) {
    const place = mlflowPlace(path);
    return place !== null && place.owner === "run" && place.part === "params" && place.key !== "";
  },
  read(path, neutralPath, source) {
    const key = mlflowPlace(path)?.key ?? path;
    const { text, problems } = readRecordText(source);
    const value = parameterValue(text.slice(0, maxCharacters).replace(/\r?\n$/, ""));
    const cut = { code: "PARAMETER_TOO_LONG", message: `the value of "${key}" has ${text.length} characters` };
    return {
      kind: "configuration",
      path,
      neutralPath,
      format: mlflowParameter.id,
      value: { type: "map", items: [[key, value]] },
      problems: [...problems, ...text.length > maxCharacters ? [cut] : []]
    };
  }
};
function gatherMlflowParameters(records) {
  const runs = /* @__PURE__ */ new Map();
  for (const record of records) {
    const folder = parametersFolder(record);
    if (folder === null || record.kind !== "configuration") continue;
    const known = runs.get(folder);
    if (known === void 0) runs.set(folder, [record]);
    else known.push(record);
  }
  const firstOf = new Map([...runs].map(([folder, members]) => [members[0], folder]));
  return records.flatMap((record) => {
    if (parametersFolder(record) === null) return [record];
    const folder = firstOf.get(record);
    return folder === void 0 ? [] : [gathered(folder, runs.get(folder) ?? [])];
  });
}
function parametersFolder({ format, path }) {
  const place = format === mlflowParameter.id ? mlflowPlace(path) : null;
  return place === null || place.key === "" ? null : `${place.folder}/params`;
}
function gathered(folder, members) {
  const items = members.slice(0, maxParameters).flatMap(({ value }) => value.type === "map" ? value.items : []);
  const tooMany = {
    code: "TOO_MANY_PARAMETERS",
    message: `the run has ${members.length} parameters; the first ${maxParameters} were read`
  };
  const [first] = members;
  const depth = folder.split("/").length;
  return {
    kind: "configuration",
    path: folder,
    // Own names stand in whole parts of these paths, so that as many parts are the neutral folder.
    neutralPath: (first?.neutralPath ?? folder).split("/").slice(0, depth).join("/"),
    format: mlflowParameter.id,
    value: { type: "map", items: items.toSorted(([a], [b]) => a < b ? -1 : a > b ? 1 : 0) },
    problems: [
      ...members.flatMap(({ problems }) => problems).slice(0, 20),
      ...members.length > maxParameters ? [tooMany] : []
    ]
  };
}

export {
  mlflowParameter,
  gatherMlflowParameters
};
