import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);

// src/model/dataset-subject.ts
function plainPath(text) {
  const path = text.trim().replaceAll("\\", "/").replace(/^file:\/\//, "").replaceAll(/\/(?:\.\/)+/g, "/").replaceAll(/\/{2,}/g, "/").replace(/^(?:\.\/)+/, "");
  return path.length > 1 ? path.replace(/\/$/, "") : path;
}
function samePlace(one, other) {
  const a = ending(one);
  const b = ending(other);
  if (a === "" || b === "") return false;
  return a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`);
}
function namesDataset(subject, path) {
  if (samePlace(subject, path)) return true;
  if (/[/\\]/.test(subject.trim())) return false;
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/(?<=.)\.[A-Za-z][A-Za-z0-9.]{0,15}$/, "");
  return name !== "" && subject.trim().toLowerCase() === name.toLowerCase();
}
function ending(path) {
  return plainPath(path).replace(/^(?:\.\.\/)+|^\//, "");
}

export {
  plainPath,
  samePlace,
  namesDataset
};
