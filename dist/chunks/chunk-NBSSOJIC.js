import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);

// src/model/dataset-words.ts
var dataWords = /* @__PURE__ */ new Set([
  ...["data", "dataset", "datasets", "corpus", "corpora", "dvc"],
  ...["trainset", "valset", "testset", "traindata", "valdata", "testdata"]
]);
var splitWords = /* @__PURE__ */ new Set(["train", "training", "val", "valid", "validation", "test", "eval"]);
var afterSplit = /* @__PURE__ */ new Set(["data", "set", "file", "files", "split", "csv", "images", "samples"]);
var otherWords = /* @__PURE__ */ new Set([
  ...["model", "models", "checkpoint", "checkpoints", "ckpt", "weights", "optimizer", "state", "tokenizer"],
  ...["config", "cfg", "configuration", "settings", "hparams", "params", "args", "schema"],
  ...["code", "git", "commit", "revision", "branch", "script", "repo", "repository", "head"],
  ...["env", "environment", "requirements", "lock", "docker", "container", "wheel", "package", "metadata"],
  ...["run", "job", "session", "user", "password", "token", "secret", "id", "uuid", "python", "pythonhashseed"]
]);
function wordsOf(text) {
  return text.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase().replaceAll(/\b(sha)[-_ ]?(256|512|384|224|1)\b/g, "$1$2").split(/[^a-z0-9]+/).filter((word) => word !== "");
}
function spokenOf(words) {
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at] ?? "";
    if (dataWords.has(word) || afterSplit.has(word) && splitWords.has(words[at - 1] ?? "")) return "data";
    if (otherWords.has(word)) return "other";
  }
  return null;
}
function algorithmIn(words) {
  let generic = false;
  const isDvc = words.includes("dvc");
  for (const word of words) {
    if (word === "sha256" || word === "sha256sum") return "sha256";
    if (word === "md5" || word === "md5sum") return isDvc ? "dvc" : "md5";
    if (/^(?:sha1|sha224|sha384|sha512|xxh(?:ash)?\d*|xxh3|blake\d?[bs]?|crc\d*c?|adler\d*)(?:sum)?$/.test(word))
      return "other";
    if (/^(?:hash|checksum|digest|hexdigest|fingerprint|sha)$/.test(word)) generic = true;
  }
  return generic ? "unsaid" : null;
}
function digestIn(text, said) {
  const match = /^(?:(sha-?256|md5)[:=-])?([0-9a-f]{12,64})(\.dir)?(?:…|\.{2,3})?$/i.exec(text.trim());
  if (match === null || said === "other") return null;
  const [, label, written = "", folder] = match;
  if (label === void 0 && said === null && folder === void 0) return null;
  const digest = written.toLowerCase();
  const named = label === void 0 ? null : label.toLowerCase() === "md5" ? "md5" : "sha256";
  const algorithm = folder !== void 0 ? "dvc" : named ?? (said === "unsaid" ? null : said);
  if (algorithm === null && digest.length < 32 && (digest.length === 16 || !/[a-f]/.test(digest))) return null;
  if ((algorithm === "md5" || algorithm === "dvc") && digest.length > 32) return null;
  return { algorithm, digest };
}

export {
  wordsOf,
  spokenOf,
  algorithmIn,
  digestIn
};
