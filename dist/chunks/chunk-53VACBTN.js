import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);

// src/model/package-name.ts
function normalizePackageName(name) {
  return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}

// src/model/python-version.ts
var longestVersion = 500;
var form = /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|beta|preview|pre|a|b|c|rc)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;
var preNames = { alpha: "a", beta: "b", c: "rc", pre: "rc", preview: "rc" };
function parse(text) {
  const match = text.length > longestVersion ? null : form.exec(text.trim().toLowerCase());
  if (match === null) return null;
  const [, epoch = "", release = "", pre, preNumber = "", implicitPost, post, postNumber = "", dev, devNumber = ""] = match;
  const numbers = release.split(".").map(plain);
  const suffix = [
    pre === void 0 ? "" : `${preNames[pre] ?? pre}${plain(preNumber)}`,
    implicitPost === void 0 && post === void 0 ? "" : `.post${plain(implicitPost ?? postNumber)}`,
    dev === void 0 ? "" : `.dev${plain(devNumber)}`
  ].join("");
  const prefix = plain(epoch) === "0" ? "" : `${plain(epoch)}!`;
  const significant = numbers.slice(0, numbers.findLastIndex((part) => part !== "0") + 1);
  const local = match[10];
  return {
    public: `${prefix}${numbers.join(".")}${suffix}`,
    key: `${prefix}${significant.join(".")}${suffix}`,
    release: `${prefix}${significant.join(".")}`,
    local: local === void 0 ? null : local.split(/[-_.]/).map((part) => /^\d+$/.test(part) ? plain(part) : part).join(".")
  };
}
function plain(digits) {
  return digits.replace(/^0+(?=\d)/, "") || "0";
}
function normalizeVersion(text) {
  const version = parse(text);
  if (version === null) return null;
  return version.local === null ? version.public : `${version.public}+${version.local}`;
}
function satisfiesPin(version, pin) {
  const found = parse(version);
  const wanted = parse(pin);
  if (found === null || wanted === null) return version.trim().toLowerCase() === pin.trim().toLowerCase();
  return found.key === wanted.key && (wanted.local === null || wanted.local === found.local);
}
function sameRelease(a, b) {
  const first = parse(a);
  const second = parse(b);
  return first === null || second === null ? null : first.release === second.release;
}

export {
  normalizePackageName,
  normalizeVersion,
  satisfiesPin,
  sameRelease
};
