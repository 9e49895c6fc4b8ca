import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  writeReport
} from "./chunk-2HPQIL27.js";
import {
  auditTraining,
  watchSignals
} from "./chunk-JFZMIUW3.js";
import {
  configHost,
  isSetting,
  readTextOption,
  toRequest
} from "./chunk-5MS2Y2XA.js";
import {
  gather,
  textOf
} from "./chunk-TXW7MM4N.js";
import {
  readConfigFile
} from "./chunk-AZF3MM6N.js";
import {
  auditMarker
} from "./chunk-QOB774MD.js";
import {
  hostForTraining,
  nowMs,
  openConsole
} from "./chunk-HO2X7KDN.js";
import {
  annotationsOf,
  jsonText,
  renderComment,
  renderSummary,
  summaryLimitBytes,
  terminalReporter
} from "./chunk-NAKMTSMG.js";
import {
  shortened,
  visible
} from "./chunk-HB5ZGLCK.js";
import {
  optionsFor
} from "./chunk-PPUI4WL6.js";
import {
  formatBytes,
  plural
} from "./chunk-5YLZBCQB.js";

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
  for (const option of optionsFor("action").filter(isSetting)) {
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

// src/publish/pull-request.ts
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
var mostEventBytes = 32 * 1024 * 1024;
function isPullRequestEvent(environment) {
  return ["pull_request", "pull_request_target"].includes(environment.GITHUB_EVENT_NAME ?? "");
}
async function readPullRequest(environment) {
  const [owner = "", repository = "", ...rest] = (environment.GITHUB_REPOSITORY ?? "").split("/");
  const event = await readEvent(environment.GITHUB_EVENT_PATH ?? "");
  const pull = isRecord(event) && isRecord(event.pull_request) ? event.pull_request : {};
  const { number } = pull;
  if (!isName(owner) || !isName(repository) || rest.length > 0) return null;
  if (typeof number !== "number" || !Number.isSafeInteger(number) || number < 1) return null;
  const sha = isRecord(pull.head) ? pull.head.sha : "";
  return { owner, repository, number, commit: typeof sha === "string" ? sha : "" };
}
function isName(text) {
  return /^[\w.-]{1,100}$/.test(text) && !/^\.+$/.test(text);
}
async function readEvent(path) {
  if (path === "") return null;
  try {
    const handle = await open(path, "r");
    try {
      if ((await handle.stat()).size > mostEventBytes) return null;
      return JSON.parse(await handle.readFile("utf8"));
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}
function matrixValues(environment) {
  try {
    const matrix = JSON.parse(environment.INPUT_MATRIX ?? "");
    if (!isRecord(matrix)) return [];
    return Object.values(matrix).slice(0, 20).map((value) => typeof value === "string" ? value : JSON.stringify(value));
  } catch {
    return [];
  }
}
function jobName(environment) {
  const { GITHUB_WORKFLOW: workflow = "", GITHUB_JOB: job = "" } = environment;
  const values = matrixValues(environment);
  const name = values.length === 0 ? job : `${job} (${values.join(", ")})`;
  return [workflow, name].filter((part) => part !== "").join(" / ");
}
function commentMarker(environment) {
  const { GITHUB_WORKFLOW, GITHUB_JOB, GITHUB_ACTION } = environment;
  const identity = JSON.stringify([
    GITHUB_WORKFLOW ?? "",
    GITHUB_JOB ?? "",
    GITHUB_ACTION ?? "",
    environment.INPUT_MATRIX ?? ""
  ]);
  return `<!-- train-twice ${createHash("sha256").update(identity).digest("hex").slice(0, 32)} -->`;
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/publish/comment.ts
var defaultLimitMs = 3e4;
var perPage = 100;
var mostPages = 30;
function commentToken(environment) {
  return (environment[inputVariable("github-token")] ?? "").trim();
}
async function maskToken(environment) {
  const token = commentToken(environment);
  if (token === "") return;
  const core = await import("./core-XPYKE6EJ.js");
  core.setSecret(token);
}
async function commentOnPullRequest(report, mode, artifactUrl2, environment, limitMs = defaultLimitMs) {
  if (mode === "never" || report.judgement.outcome === "cancelled" || !isPullRequestEvent(environment)) return "";
  const token = commentToken(environment);
  const why = token === "" ? `no github-token was given (github-token: \${{ github.token }})` : whyNot(environment);
  if (why !== "") return notice(`${why}.`);
  const pull = await readPullRequest(environment);
  if (pull === null) return notice("the event names no pull request.");
  try {
    const marker = commentMarker(environment);
    const text = renderComment(report, {
      job: jobName(environment),
      runUrl: runUrl(environment, pull),
      artifactUrl: artifactUrl2,
      commit: pull.commit
    });
    const thread = await openThread(pull, token, environment, limitMs);
    await put(thread, marker, `${marker}
${text}`, mode === "always" || !report.judgement.passed);
    return "";
  } catch (error) {
    return notice(explain(error).replaceAll(token, "***"));
  }
}
function whyNot(environment) {
  return environment.ACT === "true" ? "act runs for no pull request" : "";
}
function runUrl(environment, { owner, repository }) {
  const { GITHUB_SERVER_URL: server = "https://github.com", GITHUB_RUN_ID: run = "" } = environment;
  return /^\d+$/.test(run) ? `${server}/${owner}/${repository}/actions/runs/${run}` : "";
}
async function openThread({ owner, repository: repo, number: issue_number }, token, environment, limitMs) {
  const { getOctokit } = await import("./github-5SN5ZCPO.js");
  const silent = () => {
  };
  const { rest } = getOctokit(token, {
    baseUrl: environment.GITHUB_API_URL ?? "https://api.github.com",
    userAgent: "train-twice",
    // What goes wrong is told in a notice, and nothing else is printed.
    log: { debug: silent, info: silent, warn: silent, error: silent }
  });
  const request = { signal: AbortSignal.timeout(limitMs) };
  const place2 = { owner, repo, request };
  return {
    async find(text) {
      const found = [];
      for (let page = 1; page <= mostPages; page++) {
        const { data } = await rest.issues.listComments({ ...place2, issue_number, per_page: perPage, page });
        for (const { id, body, user } of data) {
          if (body?.startsWith(text) === true)
            found.push({ id, login: user?.login ?? "", isBot: user?.type === "Bot" });
        }
        if (data.length < perPage) break;
      }
      return found;
    },
    async whoAmI() {
      try {
        return (await rest.users.getAuthenticated({ request })).data.login;
      } catch (error) {
        if (statusOf(error) === null) throw error;
        return null;
      }
    },
    async create(body) {
      await rest.issues.createComment({ ...place2, issue_number, body });
    },
    async update(comment_id, body) {
      try {
        await rest.issues.updateComment({ ...place2, comment_id, body });
        return true;
      } catch (error) {
        if (statusOf(error) === 404 || statusOf(error) === 410) return false;
        throw error;
      }
    }
  };
}
async function put(thread, marker, body, mayCreate) {
  const found = await thread.find(marker);
  const me = found.length === 0 ? null : await thread.whoAmI();
  const own = found.find(({ login, isBot }) => me === null ? isBot : login === me);
  if (own !== void 0 && await thread.update(own.id, body)) return;
  if (mayCreate) await thread.create(body);
}
function notice(why) {
  return `The comment on the pull request was not written: ${why}`;
}
function explain(error) {
  const status = statusOf(error);
  const said = shortened(visible(error instanceof Error ? error.message : String(error)), 300).replace(/\.+$/, "");
  const cause = error instanceof Error ? error.cause ?? error : null;
  if (cause instanceof Error && (cause.name === "TimeoutError" || cause.name === "AbortError")) {
    return "GitHub gave no answer in time.";
  }
  if (status === 429 || status === 403 && /rate limit/i.test(said))
    return `GitHub's rate limit is reached (${said}).`;
  if (status === 401) return `the github-token is not accepted (${said}).`;
  if (status === 403 || status === 404) {
    return `the github-token may not write there (${said}). Give the job "permissions: pull-requests: write"; for pull requests from forks GitHub gives a token that may only read.`;
  }
  return status === null ? `GitHub could not be reached (${said}).` : `GitHub answered with ${status} (${said}).`;
}
function statusOf(error) {
  if (typeof error !== "object" || error === null || !("status" in error) || !("response" in error)) return null;
  return typeof error.status === "number" && error.response !== void 0 ? error.status : null;
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
import { link, lstat, mkdir, open as open2, realpath, unlink, writeFile } from "node:fs/promises";
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
    const reason = await whyNot2(candidate);
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
async function whyNot2(candidate) {
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
  const handle = await open2(from, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(() => null);
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
  const { DefaultArtifactClient } = await import("./artifact-M7K5X2C3.js");
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
  const core = await import("./core-XPYKE6EJ.js");
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}
async function saveState(name, value) {
  const core = await import("./core-XPYKE6EJ.js");
  core.saveState(name, value);
}
async function readState(name) {
  const core = await import("./core-XPYKE6EJ.js");
  return core.getState(name);
}
async function publishToGitHub(report, written, request, environment) {
  const notices = [];
  await attempt(notices, "The step summary could not be written", () => appendSummary(report, environment));
  await attempt(notices, "The annotations could not be shown", () => annotate(annotationsOf(report)));
  const upload = await uploadWherePossible(report, written, request, environment);
  if (upload !== null && upload.notice !== "") notices.push(upload.notice);
  const outputs = outputsOf(report, written, upload);
  const uncommented = await commentOnPullRequest(report, request.comment, outputs["artifact-url"], environment);
  if (uncommented !== "") notices.push(uncommented);
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
  const core = await import("./core-XPYKE6EJ.js");
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
  await maskToken(world.environment);
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
