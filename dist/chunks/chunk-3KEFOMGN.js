import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  parseYaml
} from "./chunk-DKZC3ZM6.js";
import {
  isCodePath
} from "./chunk-5TPXC3BE.js";

// src/formats/records/dvc-file.ts
var entryLimit = 1e4;
function parseDvcFile(path, text) {
  const { value, problems } = parseYaml(text);
  const base = { value, problems, wdir: textAt(value, "wdir") ?? "." };
  if (!isDvcLock(path)) {
    const outs = entriesAt(value, "outs", null);
    if (memberOf(value, "cmd") !== null)
      return { ...base, data: entriesAt(value, "deps", null).filter(isNoCode), results: outs };
    return { ...base, data: outs, results: [] };
  }
  const stages = memberOf(value, "schema") === null ? value : memberOf(value, "stages");
  const data = [];
  const results = [];
  for (const [name, stage] of stages?.type === "map" ? stages.items : []) {
    if (data.length + results.length > entryLimit) break;
    data.push(...entriesAt(stage, "deps", name).filter(isNoCode));
    results.push(...entriesAt(stage, "outs", name));
  }
  return { ...base, data, results };
}
function isDvcFile(path) {
  return /(?:^|\/)[^/]+\.dvc$/.test(path) || isDvcLock(path);
}
function isDvcLock(path) {
  return /(?:^|\/)dvc\.lock$/.test(path);
}
function stageFolders(dvcYaml) {
  const stages = memberOf(parseYaml(dvcYaml).value, "stages");
  const folders = /* @__PURE__ */ new Map();
  for (const [name, stage] of stages?.type === "map" ? stages.items : []) {
    const wdir = textAt(stage, "wdir") ?? textAt(memberOf(stage, "do") ?? stage, "wdir");
    if (wdir !== null) folders.set(name, wdir.includes("${") ? null : wdir);
  }
  return folders;
}
function entriesAt(value, key, stage) {
  const list = memberOf(value, key);
  if (list?.type !== "list") return [];
  return list.items.slice(0, entryLimit).flatMap((item) => {
    const path = textAt(item, "path");
    if (path === null || path === "" || /^[a-z][a-z0-9+.-]*:\/\//i.test(path) || path.includes("\0")) return [];
    return [{ path, stage, expected: expectedOf(item) }];
  });
}
function expectedOf(entry) {
  const md5 = textAt(entry, "md5")?.toLowerCase() ?? "";
  if (!/^[0-9a-f]{32}(?:\.dir)?$/.test(md5)) return null;
  const sizeBytes = countAt(entry, "size");
  const files = countAt(entry, "nfiles");
  return {
    algorithm: "md5",
    digest: md5,
    ...sizeBytes === null ? {} : { sizeBytes },
    ...files === null ? {} : { files }
  };
}
function isNoCode({ path }) {
  return !isCodePath(path);
}
function memberOf(value, key) {
  return value.type === "map" ? value.items.find(([name]) => name === key)?.[1] ?? null : null;
}
function textAt(value, key) {
  const member = memberOf(value, key);
  return member?.type === "str" || member?.type === "int" ? member.text : null;
}
function countAt(value, key) {
  const member = memberOf(value, key);
  return member?.type === "int" && /^\d{1,15}$/.test(member.text) ? Number(member.text) : null;
}

export {
  parseDvcFile,
  isDvcFile,
  stageFolders
};
