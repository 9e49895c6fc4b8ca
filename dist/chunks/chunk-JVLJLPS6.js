import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);

// src/run/path-bytes.ts
function systemPath(root, key) {
  if (key === "") return root;
  const bytes = Buffer.from(key, "latin1");
  const text = typeof root === "string" ? decode(bytes) : null;
  if (text !== null) return `${root}/${text}`;
  return Buffer.concat([typeof root === "string" ? Buffer.from(root) : root, Buffer.from("/"), bytes]);
}
function parentOf(key) {
  const slash = key.lastIndexOf("/");
  return slash === -1 ? "" : key.slice(0, slash);
}
function keyOf(relativePath) {
  return Buffer.from(relativePath, "utf8").toString("latin1");
}
function displayPath(key) {
  const bytes = Buffer.from(key, "latin1");
  const whole = decode(bytes);
  if (whole !== null) return escapeText(whole);
  let shown = "";
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] ?? 0);
    const text = length === 0 ? null : decode(bytes.subarray(at, at + length));
    if (text === null) {
      shown += hex(bytes[at] ?? 0);
      at += 1;
    } else {
      shown += escapeText(text);
      at += length;
    }
  }
  return shown;
}
function location(root, key) {
  const path = systemPath(root, key);
  if (typeof path === "string") return { absolutePath: path };
  return { absolutePath: `${root}/${displayPath(key)}`, nameBytes: path.toString("hex") };
}
var decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function decode(bytes) {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
function sequenceLength(lead) {
  if (lead < 128) return 1;
  if (lead >= 194 && lead < 224) return 2;
  if (lead >= 224 && lead < 240) return 3;
  return lead >= 240 && lead < 245 ? 4 : 0;
}
function escapeText(text) {
  return text.replace(/[\u0000-\u001f\u007f\\]/g, (character) => hex(character.charCodeAt(0)));
}
function hex(byte) {
  return `\\x${byte.toString(16).padStart(2, "0")}`;
}

export {
  systemPath,
  parentOf,
  keyOf,
  displayPath,
  location
};
