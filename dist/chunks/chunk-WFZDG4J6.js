import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  algorithmIn,
  digestIn,
  spokenOf,
  wordsOf
} from "./chunk-NBSSOJIC.js";

// src/model/dataset-claims.ts
var claimLimit = 1e3;
var depthLimit = 64;
function datasetClaims(root, everyDigest) {
  const claims = [];
  const open = [{ value: root, keys: [], siblings: [] }];
  for (let place = open.pop(); place !== void 0 && claims.length < claimLimit; place = open.pop()) {
    const { value, keys } = place;
    if (value.type === "map" || value.type === "list") {
      if (keys.length >= depthLimit) continue;
      const members = value.type === "map" ? value.items : value.items.map((item, index) => [String(index), item]);
      const siblings = value.type === "map" ? value.items : place.siblings;
      for (const [key, member] of members.toReversed()) open.push({ value: member, keys: [...keys, key], siblings });
    } else if (value.type === "str" || value.type === "int") {
      const claim = claimAt(value.text, place, everyDigest);
      if (claim !== null) claims.push(claim);
    }
  }
  return claims;
}
function claimAt(text, { keys, siblings }, everyDigest) {
  if (text.length < 12 || text.length > 100 || !/[0-9a-f]{12}/i.test(text)) return null;
  const key = keys.at(-1) ?? "";
  const byKey = algorithmIn(wordsOf(key));
  const file = isFileName(key) ? key : null;
  const said = byKey ?? (file === null ? null : algorithmAbove(keys) ?? (everyDigest ? "unsaid" : null));
  const found = digestIn(text, said);
  if (found === null) return null;
  if (file !== null && byKey === null && found.digest.length < 32 && algorithmAbove(keys) === null) return null;
  const spoken = spokenOf(keys.flatMap(tellingWords));
  if (spoken === "other" || spoken === null && !everyDigest) return null;
  const subject = file !== null && byKey === null ? file : subjectOf(key, keys, siblings);
  return { ...found, subject, pointer: keys.map((name) => `/${escaped(name)}`).join(""), line: null };
}
function algorithmAbove(keys) {
  for (const key of keys.slice(0, -1).toReversed()) {
    const found = algorithmIn(wordsOf(key));
    if (found !== null) return found;
  }
  return null;
}
var pathKeys = ["path", "file", "filename", "filepath", "relpath", "location", "uri", "url", "source", "root", "dir"];
var nameKeys = ["name", "dataset", "data"];
function subjectOf(key, keys, siblings) {
  const stem = wordsOf(key).filter((word) => algorithmIn([word]) === null);
  const texts = siblings.flatMap(([name, value]) => {
    if (value.type !== "str" || name === key || value.text === "" || value.text.length > 4096) return [];
    const words = wordsOf(name);
    return isDigest(value.text) || words.some((word) => /^(?:out|outputs?|save|log|logs)$/.test(word)) ? [] : [{ words, text: value.text }];
  });
  const alike = texts.filter(({ words }) => stem.length > 0 && stem.every((word, index) => words[index] === word));
  const plain = texts.flatMap(({ words, text }) => {
    const word = words.join("");
    return words.length === 1 || pathKeys.includes(word) ? [{ words: [word], text }] : [];
  });
  const endsIn = (list, wanted) => list.find(({ words }) => wanted.includes(words.at(-1) ?? ""))?.text;
  const found = endsIn(alike, pathKeys) ?? endsIn(alike, nameKeys) ?? endsIn(plain, pathKeys) ?? (stem.length === 0 ? endsIn(plain, nameKeys) ?? endsIn(texts, pathKeys) : void 0);
  return found ?? nameAbove(keys);
}
function nameAbove(keys) {
  const above = keys.at(-2);
  if (above === void 0 || /^\d+$/.test(above)) return null;
  if (isFileName(above)) return above;
  const words = wordsOf(above);
  return spokenOf(words) === null && algorithmIn(words) === null ? above : null;
}
function isDigest(text) {
  return digestIn(text, "unsaid") !== null;
}
function tellingWords(key) {
  return wordsOf(isFileName(key) ? key.slice(0, Math.max(0, key.lastIndexOf("/"))) : key);
}
function isFileName(key) {
  return /[^/\\]\.[A-Za-z][A-Za-z0-9]{0,7}$|.[/\\]./.test(key) && key.length <= 4096;
}
function escaped(key) {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
function claimsOfRecord(record) {
  const { kind } = record;
  switch (kind) {
    case "dataset":
      return record.claims;
    case "configuration":
    case "environment":
      return datasetClaims(record.value, false);
    case "overrides":
    case "requirements":
    case "layout":
      return [];
    default:
      kind;
      return [];
  }
}

export {
  datasetClaims,
  claimsOfRecord
};
