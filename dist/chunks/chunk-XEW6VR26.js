import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  writeReport
} from "./chunk-YZPRGMSU.js";
import {
  auditTraining,
  watchSignals
} from "./chunk-E5KLGAB7.js";
import {
  openConsole
} from "./chunk-OCISJFQC.js";
import {
  configHost,
  readTextOption,
  toRequest
} from "./chunk-4GMHWTEG.js";
import {
  gather,
  textOf
} from "./chunk-SPF6ZR5Z.js";
import {
  readConfigFile
} from "./chunk-HUCVO5NX.js";
import {
  auditMarker
} from "./chunk-QOB774MD.js";
import {
  hostForTraining,
  nowMs
} from "./chunk-YWM4KT4H.js";
import {
  annotationsOf,
  jsonText,
  renderSummary,
  summaryLimitBytes,
  terminalReporter
} from "./chunk-WXPPQZAZ.js";
import {
  shortened,
  visible
} from "./chunk-FZW2C3MZ.js";
import {
  optionsFor
} from "./chunk-2FVOLX7F.js";
import {
  formatBytes,
  plural
} from "./chunk-7VT7PKHI.js";

// src/config/from-action.ts
import { resolve } from "node:path";
async function readActionInputs(host) {
  const inputs = await readInputs(host);
  const config = inputs.settings.get("config");
  const folder = textOf(inputs.settings.get("working-directory")?.value ?? null) ?? ".";
  const path = textOf(config?.value ?? null);
  const named = config === void 0 || path === null ? null : { path, location: config.locate([]) };
  const file = await readConfigFile(host, resolve(host.cwd, folder), named);
  const given = gather(host, [inputs, file]);
  return toRequest(given, 'expected the input "command", or "command" in train-twice.yml');
}
async function readInputs(host) {
  const settings = /* @__PURE__ */ new Map();
  const mentioned = /* @__PURE__ */ new Set();
  const complaints = [];
  for (const option of optionsFor("action")) {
    const text = (host.environment[inputVariable(option.name)] ?? "").trim();
    if (text === "") continue;
    mentioned.add(option.name);
    const read = await readTextOption(option, [text], "input", `input "${option.name}"`);
    if (read.setting === null) complaints.push(...read.complaints);
    else settings.set(option.name, read.setting);
  }
  return { settings, mentioned, complaints };
}
function inputVariable(name) {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}

// src/publish/github.ts
import { appendFile, stat } from "node:fs/promises";

// src/publish/upload-artifact.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";

// src/publish/artifact-name.ts
var refused = /[":<>|*?\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
var longestName = 120;
function artifactName(wanted, environment) {
  const attempt2 = Number(environment.GITHUB_RUN_ATTEMPT ?? "1");
  const parts = ["train-twice-report", environment.GITHUB_JOB ?? ""];
  if (attempt2 > 1) parts.push(`attempt-${attempt2}`);
  const fallback = parts.filter((part) => part !== "").join("-");
  return safeName(wanted ?? fallback) ?? "train-twice-report";
}
function otherArtifactName(name, auditId) {
  const tail = (safeName(auditId) ?? "again").slice(-12);
  return `${name.slice(0, longestName - tail.length - 1)}-${tail}`;
}
function safeName(name) {
  const safe = name.replace(refused, "-").replaceAll("/", "-").trim().slice(0, longestName);
  return safe === "" || /^\.+$/.test(safe) ? null : safe;
}
function artifactPath(path) {
  return path.split("/").filter((part) => part !== "" && part !== "." && part !== "..").map((part) => part.replace(refused, "_")).join("/");
}

// src/publish/stage-files.ts
import { constants, createWriteStream } from "node:fs";
import { link, lstat, mkdir, open, realpath, unlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
var welcomeHidden = /* @__PURE__ */ new Set([".hydra"]);
var secretNames = /^(?:id_(?:rsa|dsa|ecdsa|ed25519).*|.*\.(?:pem|key|p12|pfx|jks|keystore|kdbx|ppk|asc|gpg)|_?netrc|credentials(?:\..*)?|secrets?\..*|service[-_]account.*\.json|kubeconfig|.*\.kubeconfig|.*token|wandb-settings|htpasswd)$/i;
function reportCandidates(written) {
  const paths = [written.reportJson, written.reportHtml, written.summary, written.fingerprint, ...written.others];
  return paths.map((absolutePath) => ({
    absolutePath,
    path: absolutePath.slice(written.reportDir.length).replaceAll("\\", "/").replace(/^\/+/, ""),
    root: null
  }));
}
function outputCandidates(report) {
  return report.runs.flatMap(
    (run) => run.written.filter((file) => file.type === "file" && file.change !== "deleted").map((file) => ({
      absolutePath: file.absolutePath,
      path: `run-${run.number}/${file.path}`,
      root: file.absolutePath.endsWith(`/${file.path}`) ? file.absolutePath.slice(0, -file.path.length - 1) : dirname(file.absolutePath)
    }))
  );
}
async function stageFiles(candidates, folder, maxBytes) {
  const files = [];
  const leftOut = [];
  const renamed = [];
  const taken = /* @__PURE__ */ new Set();
  let total = 0;
  for (const candidate of candidates) {
    const reason = await whyNot(candidate);
    const size = reason === null ? (await lstat(candidate.absolutePath).catch(() => null))?.size ?? 0 : 0;
    if (reason !== null || total + size > maxBytes) {
      leftOut.push({ path: candidate.path, reason: reason ?? "max-upload-size is reached" });
      continue;
    }
    const stored = freeName(artifactPath(candidate.path), taken);
    const target = join(folder, ...stored.split("/"));
    if (!await place(candidate.absolutePath, target)) {
      leftOut.push({ path: candidate.path, reason: "it could not be read as a regular file" });
      continue;
    }
    total += size;
    files.push(target);
    if (stored !== candidate.path) renamed.push({ path: candidate.path, storedAs: stored });
  }
  if (files.length > 0 && renamed.length + leftOut.length > 0) {
    const listing = join(folder, freeName("artifact-files.json", taken));
    await writeFile(listing, jsonText({ renamed, leftOut }));
    files.push(listing);
  }
  return { folder, files, leftOut };
}
async function whyNot(candidate) {
  const { absolutePath, path, root } = candidate;
  const found = await lstat(absolutePath).catch(() => null);
  if (found === null) return "it is not there any more";
  if (!found.isFile()) return "it is no regular file";
  if (root === null) return null;
  const parts = path.split("/");
  const hidden = parts.find((part) => part.startsWith(".") && !welcomeHidden.has(part));
  if (hidden !== void 0) return `hidden files are not uploaded ("${hidden}")`;
  if (parts.some((part) => secretNames.test(part))) return "its name is one that secrets have";
  const [realRoot, realFile] = await Promise.all([
    realpath(root).catch(() => null),
    realpath(absolutePath).catch(() => null)
  ]);
  if (realRoot === null || realFile !== join(realRoot, absolutePath.slice(root.length + 1))) {
    return "a symbolic link leads to it";
  }
  return null;
}
function freeName(name, taken) {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}~${number}`;
  taken.add(free.toLowerCase());
  return free;
}
async function place(from, to) {
  await mkdir(dirname(to), { recursive: true });
  const linked = await link(from, to).then(
    () => true,
    () => false
  );
  if (!linked && !await copyRegular(from, to)) return false;
  if ((await lstat(to)).isFile()) return true;
  await unlink(to);
  return false;
}
async function copyRegular(from, to) {
  const handle = await open(from, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(() => null);
  if (handle === null) return false;
  try {
    if (!(await handle.stat()).isFile()) return false;
    await pipeline(handle.createReadStream({ autoClose: false }), createWriteStream(to, { flags: "wx" }));
    return true;
  } catch {
    await unlink(to).catch(() => {
    });
    return false;
  } finally {
    await handle.close();
  }
}

// src/publish/upload-artifact.ts
function whyNoUpload(environment) {
  if (environment.ACT === "true") return "act has no artifact service that the client can speak to";
  for (const name of ["GITEA_ACTIONS", "FORGEJO_ACTIONS"]) {
    if (environment[name] === "true")
      return "the artifact client of GitHub works on GitHub only, and this is Gitea or Forgejo";
  }
  if (!isGitHubHost(environment.GITHUB_SERVER_URL)) {
    return "the artifact service is not available on GitHub Enterprise Server";
  }
  for (const name of ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_RESULTS_URL"]) {
    if ((environment[name] ?? "") === "") return `this runner gives no ${name}`;
  }
  return null;
}
function isGitHubHost(serverUrl) {
  if (serverUrl === void 0 || serverUrl === "") return true;
  if (!URL.canParse(serverUrl)) return false;
  const host = new URL(serverUrl).hostname.trimEnd().toLowerCase();
  return host === "github.com" || host.endsWith(".ghe.com") || host.endsWith(".localhost");
}
async function uploadReport(report, written, request, environment) {
  const why = whyNoUpload(environment);
  if (why !== null) return kept(`${why}.`, written);
  const folder = await mkdtemp(join2(environment.RUNNER_TEMP ?? tmpdir(), "train-twice-upload-")).catch(() => null);
  if (folder === null) return kept("no temporary folder could be made.", written);
  try {
    const candidates = [...reportCandidates(written), ...request.upload === "all" ? outputCandidates(report) : []];
    const staged = await stageFiles(candidates, folder, request.maxUploadBytes);
    if (staged.files.length === 0) {
      return kept(`nothing fits into max-upload-size (${formatBytes(request.maxUploadBytes)}).`, written);
    }
    return await send(staged, report, request, environment);
  } catch (error) {
    return kept(`${oneLine(error)}`, written);
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => {
    });
  }
}
async function send(staged, report, request, environment) {
  const { DefaultArtifactClient } = await import("./artifact-4SN3C6YL.js");
  const client = new DefaultArtifactClient();
  const options = {
    // Checkpoints hardly shrink; reports do.
    compressionLevel: request.upload === "all" ? 1 : 6,
    ...request.retentionDays === null ? {} : { retentionDays: request.retentionDays }
  };
  const wanted = artifactName(request.artifactName, environment);
  const files = [...staged.files];
  let name = wanted;
  const sent = await client.uploadArtifact(name, files, staged.folder, options).catch((error) => {
    if (!isTaken(error)) throw error;
    name = otherArtifactName(wanted, report.meta.auditId);
    return client.uploadArtifact(name, files, staged.folder, options);
  });
  const id = String(sent.id ?? "");
  return {
    kind: "uploaded",
    name,
    id,
    url: artifactUrl(id, environment),
    digest: sent.digest === void 0 || sent.digest === "" ? "" : `sha256:${sent.digest}`,
    notice: staged.leftOut.length === 0 ? "" : `${plural(staged.leftOut.length, "file")} did not go into the artifact "${name}"; artifact-files.json in it says which and why.`
  };
}
function isTaken(error) {
  return error instanceof Error && /\(409\)|already exists/i.test(error.message);
}
function artifactUrl(id, environment) {
  const server = environment.GITHUB_SERVER_URL ?? "https://github.com";
  const repository = environment.GITHUB_REPOSITORY ?? "";
  const run = environment.GITHUB_RUN_ID ?? "";
  return id === "" || repository === "" || run === "" ? "" : `${server}/${repository}/actions/runs/${run}/artifacts/${id}`;
}
function kept(why, written) {
  return {
    kind: "kept",
    notice: `The report was not uploaded: ${why} It lies in "${written.reportDir}" on the runner.`
  };
}
function oneLine(error) {
  const said = shortened(visible(error instanceof Error ? error.message : String(error)), 500);
  return /[.!?]$/.test(said) ? said : `${said}.`;
}

// src/publish/github.ts
var stepSummaryBytes = 1024 * 1024;
var outputLength = 2e3;
var pessimisticOutputs = {
  verdict: "inconclusive",
  passed: "false",
  "exit-code": "3",
  summary: "The audit did not come to its end.",
  "report-json": "",
  "report-html": "",
  fingerprint: "",
  "first-difference": "",
  "artifact-id": "",
  "artifact-url": "",
  "artifact-digest": ""
};
function outputsOf(report, written, upload) {
  const uploaded = upload?.kind === "uploaded" ? upload : null;
  return {
    verdict: report.judgement.outcome,
    passed: String(report.judgement.passed),
    "exit-code": String(report.judgement.exitCode),
    summary: oneLine2(report.judgement.sentence),
    "report-json": written?.reportJson ?? "",
    "report-html": written?.reportHtml ?? "",
    fingerprint: written?.fingerprint ?? "",
    "first-difference": oneLine2(report.firstDifference.sentence),
    "artifact-id": uploaded?.id ?? "",
    "artifact-url": uploaded?.url ?? "",
    "artifact-digest": uploaded?.digest ?? ""
  };
}
async function setOutputs(outputs) {
  const core = await import("./core-JU5REOYF.js");
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}
async function saveState(name, value) {
  const core = await import("./core-JU5REOYF.js");
  core.saveState(name, value);
}
async function readState(name) {
  const core = await import("./core-JU5REOYF.js");
  return core.getState(name);
}
async function publishToGitHub(report, written, request, environment) {
  const notices = [];
  await attempt(notices, "The step summary could not be written", () => appendSummary(report, environment));
  await attempt(notices, "The annotations could not be shown", () => annotate(annotationsOf(report)));
  const upload = await uploadWherePossible(report, written, request, environment);
  if (upload !== null && upload.notice !== "") notices.push(upload.notice);
  const outputs = outputsOf(report, written, upload);
  await attempt(notices, "The outputs could not be set", () => setOutputs(outputs));
  if (notices.length > 0) {
    await annotate([
      { level: "notice", title: "train-twice: publishing", message: notices.map(oneLine2).join(" ") }
    ]).catch(() => {
    });
  }
  return outputs;
}
async function uploadWherePossible(report, written, request, environment) {
  if (written === null || request.upload === "never" || report.judgement.outcome === "cancelled") return null;
  return uploadReport(report, written, request, environment);
}
async function appendSummary(report, environment) {
  const path = environment.GITHUB_STEP_SUMMARY ?? "";
  if (path === "") return;
  const before = (await stat(path).catch(() => null))?.size ?? 0;
  const room = Math.min(summaryLimitBytes, stepSummaryBytes - before - 1024);
  if (room < 1024) throw new Error("other output of this step left no room in it");
  await appendFile(path, `${before === 0 ? "" : "\n"}${renderSummary(report, room)}`, "utf8");
}
async function annotate(annotations) {
  const core = await import("./core-JU5REOYF.js");
  for (const { level, title, message } of annotations) core[level](message, { title });
}
async function attempt(notices, what, action) {
  try {
    await action();
  } catch (error) {
    notices.push(`${what}: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
function oneLine2(text) {
  return visible(shortened(text, outputLength));
}

// src/commands/action.ts
var markerState = "audit-marker";
async function actionCommand(world) {
  await setOutputs(pessimisticOutputs);
  const request = await readActionInputs(configHost(world));
  const cancellation = watchSignals();
  const console = openConsole({ stdout: world.stdout, stderr: world.stderr, mode: "action", verbose: true, nowMs });
  try {
    const basis = { subject: "run", origins: request.origins, listener: console.listener, cancellation };
    const host = hostForTraining(basis, request.training.workingDirectory, world);
    await saveState(markerState, auditMarker(host.meta.auditId));
    const report = await auditTraining(request, host);
    console.close();
    await console.print(terminalReporter.render(report, { color: true, columns: 100, verbose: false }));
    const written = await writeReport(report, request.publish);
    await publishToGitHub(report, written, request.publish, world.environment);
    return report.judgement.exitCode;
  } finally {
    console.close();
    cancellation.stop();
  }
}
async function reportFailure(exitCode, sentence) {
  await setOutputs({
    ...pessimisticOutputs,
    "exit-code": String(exitCode),
    summary: sentence.replace(/\s+/g, " ").slice(0, 2e3)
  });
}

export {
  readState,
  annotate,
  markerState,
  actionCommand,
  reportFailure
};
