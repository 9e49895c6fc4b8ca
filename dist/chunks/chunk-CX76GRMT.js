import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  normalizePackageName,
  normalizeVersion
} from "./chunk-53VACBTN.js";

// src/formats/records/requirement-location.ts
var nameInEgg = /(?:^|&)egg=([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)/;
var hashInFragment = /(?:^|&)(md5|sha1|sha224|sha256|sha384|sha512)=([0-9a-fA-F]{32,128})(?:&|$)/;
var archiveEnding = /\.(?:tar\.gz|tgz|tar\.bz2|tar\.xz|zip)$/i;
function parseLocation(written) {
  const marker = written.indexOf(" ;");
  const location = (marker < 0 ? written : written.slice(0, marker)).trim();
  const at = location.indexOf("#");
  const address = at < 0 ? location : location.slice(0, at);
  const fragment = at < 0 ? "" : location.slice(at + 1);
  const vcs = /^(git|hg|svn|bzr)\+/i.exec(address)?.[1]?.toLowerCase() ?? (/^git@/.test(address) ? "git" : null);
  const file = fileIn(address);
  const name = nameInEgg.exec(fragment)?.[1] ?? file?.name;
  return {
    name: name === void 0 ? null : normalizePackageName(name),
    pinned: vcs === null ? file?.version ?? commitArchive(address) ?? hashIn(fragment) : revisionIn(address, vcs),
    source: vcs !== null ? "vcs" : /^(?:https?|ftp|s3|gs):/i.test(address) ? "url" : "path"
  };
}
function revisionIn(address, vcs) {
  const revision = address.slice(address.lastIndexOf("@") + 1);
  if (vcs === "svn" || vcs === "bzr") return /^\d{1,12}$/.test(revision) ? revision : null;
  return wholeCommit(revision);
}
function wholeCommit(text) {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text) ? text.toLowerCase() : null;
}
function commitArchive(address) {
  return wholeCommit(lastPart(address).replace(archiveEnding, ""));
}
function hashIn(fragment) {
  const match = hashInFragment.exec(fragment);
  return match === null ? null : `${match[1]}=${(match[2] ?? "").toLowerCase()}`;
}
function fileIn(address) {
  const file = lastPart(address);
  if (/\.whl$/i.test(file.slice(-4))) return wheelParts(file.slice(0, -4));
  if (!archiveEnding.test(file.slice(-8))) return void 0;
  const stem = file.replace(archiveEnding, "");
  const dash = stem.lastIndexOf("-");
  const version = dash < 1 ? null : normalizeVersion(stem.slice(dash + 1));
  return version === null ? void 0 : { name: stem.slice(0, dash), version };
}
function wheelParts(stem) {
  const [name = "", version = "", ...tags] = stem.split("-");
  return tags.length < 3 || name === "" ? void 0 : { name, version: normalizeVersion(version) };
}
function lastPart(address) {
  const path = address.split("?")[0] ?? "";
  const part = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  return part.replaceAll(/%2b/gi, "+");
}

// src/formats/records/requirement-line.ts
var lengthLimit = 64 * 1024;
var textLimit = 300;
var options = /^(?:-i|-f|--(?:index-url|extra-index-url|pypi-url|no-index|find-links|trusted-host|pre|all-releases|only-final|prefer-binary|require-hashes|no-binary|only-binary|use-feature|always-unzip|process-dependency-links))(?:[\s=]|$)/;
var lineOptions = /\s(?:--(?:hash|config-settings?|global-option|install-option)[\s=]|-C\s).*$/s;
function isKnownOption(line) {
  return options.test(line);
}
function parseRequirementLine(written, number) {
  const line = redactCredentials(written.slice(0, lengthLimit));
  const text = line.slice(0, textLimit);
  const make = (part) => ({
    name: null,
    pinned: null,
    source: "index",
    problem: null,
    text,
    line: number,
    ...part
  });
  if (written.length > lengthLimit) return make({ problem: `the line has more than ${lengthLimit} characters` });
  const editable = /^(?:-e|--editable)(?:\s+|=)(.+)$/.exec(line);
  if (editable !== null)
    return make({ ...fromEditable((editable[1] ?? "").replace(lineOptions, "")), source: "editable" });
  if (line.startsWith("-")) return make({ problem: "not an option that pip knows in a requirements file" });
  const body = line.replace(lineOptions, "").trim();
  return make(isAddress(body) ? parseLocation(body) : fromRequirement(body));
}
function isAddress(body) {
  return /^[A-Za-z][\w+.-]*:\/\//.test(body) || /^(?:file:|git@|\.{0,2}\/|\.{1,2}(?:\[|$)|[A-Za-z]:\\)/.test(body) || /\.whl$/i.test(body.slice(-4)) && !body.includes("@");
}
function fromEditable(body) {
  const named = /^[A-Za-z0-9][\w.-]*\s*(?:\[[\s\w.,-]*\]\s*)?@\s/.test(body.slice(0, textLimit));
  return named ? fromRequirement(body) : parseLocation(body);
}
var nameAtStart = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?/;
function fromRequirement(body) {
  const name = nameAtStart.exec(body)?.[0];
  if (name === void 0) return { problem: "no package name at the start of the line" };
  let rest = body.slice(name.length).trimStart();
  const normal = normalizePackageName(name);
  if (rest.startsWith("[")) {
    const end = rest.indexOf("]");
    if (end < 0 || !/^\[[\s\w.,-]*$/.test(rest.slice(0, end)))
      return { name: normal, problem: 'the extras are not closed by "]"' };
    rest = rest.slice(end + 1).trimStart();
  }
  if (rest.startsWith("@")) return { ...parseLocation(rest.slice(1).trim()), name: normal };
  const semicolon = rest.indexOf(";");
  const marker = semicolon < 0 ? null : rest.slice(semicolon + 1);
  if (marker !== null && !isMarker(marker))
    return { name: normal, problem: `"${marker.trim().slice(0, 80)}" is not a marker` };
  let specifiers = (semicolon < 0 ? rest : rest.slice(0, semicolon)).trim();
  if (specifiers.startsWith("(") && specifiers.endsWith(")")) specifiers = specifiers.slice(1, -1);
  return { name: normal, ...pinOf(specifiers) };
}
function pinOf(specifiers) {
  if (specifiers.trim() === "") return {};
  let pinned = null;
  for (const part of specifiers.split(",")) {
    const match = /^\s*(===|==|~=|!=|<=|>=|<|>)\s*(\S+)\s*$/.exec(part);
    if (match === null) return { problem: `"${part.trim().slice(0, 80)}" is not a version specifier` };
    const [, operator = "", version = ""] = match;
    if (operator === "===") {
      pinned = version;
      continue;
    }
    const wild = version.endsWith(".*");
    const normal = normalizeVersion(wild ? version.slice(0, -2) : version);
    const exact = operator === "==" || operator === "!=";
    if (normal === null || wild && (!exact || normal.includes("+")))
      return { problem: `"${version.slice(0, 80)}" is not a version by PEP 440` };
    if (!exact && normal.includes("+"))
      return { problem: `"${operator}" cannot stand before a local version such as "${version.slice(0, 80)}"` };
    if (operator === "~=" && !normal.includes("."))
      return { problem: `"~=" asks for a version of two parts or more, "${version.slice(0, 80)}" has one` };
    if (operator === "==" && !wild) pinned = normal;
  }
  return { pinned };
}
function isMarker(marker) {
  const tokens = /\s*(?:"[^"]*"|'[^']*'|(?:python_version|python_full_version|os_name|sys_platform|platform_release|platform_system|platform_version|platform_machine|platform_python_implementation|implementation_name|implementation_version|extra|extras|dependency_groups)\b|===|==|~=|!=|<=|>=|<|>|and\b|or\b|not\b|in\b|\(|\))\s*/y;
  let at = 0;
  while (at < marker.length) {
    tokens.lastIndex = at;
    const match = tokens.exec(marker);
    if (match === null) return false;
    at = tokens.lastIndex;
  }
  return marker.trim() !== "";
}
function shownRequirement(text) {
  return redactCredentials(text.slice(0, 4 * textLimit)).slice(0, textLimit);
}
var secretParameter = /([?&;](?:[\w-]*(?:token|secret|password|passwd|api[_-]?key|signature)|sig|key|auth)=)[^&#\s;]+/gi;
var channelToken = /(\/\/[^/\s]+\/t\/)[\w-]{6,}(?=\/)/g;
function redactCredentials(text) {
  return text.replaceAll(
    /(:\/\/)([^/\s@#?]+(?:@[^/\s@#?]+)*)@/g,
    (whole, slashes, user) => user === "git" ? whole : `${slashes}***@`
  ).replaceAll(secretParameter, "$1***").replaceAll(channelToken, "$1***");
}

export {
  parseLocation,
  wholeCommit,
  isKnownOption,
  parseRequirementLine,
  shownRequirement,
  redactCredentials
};
