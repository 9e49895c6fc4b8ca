import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  jsonReporter,
  jsonText,
  reporters,
  seals,
  sha256Of
} from "./chunk-NAKMTSMG.js";
import {
  replaceAtomically,
  writeAll,
  writeFileAtomically
} from "./chunk-LRL7OVBH.js";
import {
  PublishProblem
} from "./chunk-B5J4NNO2.js";

// src/publish/write-report.ts
import { constants } from "node:fs";
import { mkdir, open, realpath, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";

// src/report/fingerprint-document.ts
function fingerprintDocument(report) {
  const checkpoints = groupBy(
    report.comparisons.flatMap((comparison) => comparison.coverage.checkpoints),
    (checkpoint) => checkpoint.place
  );
  const series = groupBy(
    report.comparisons.flatMap((comparison) => comparison.coverage.series).filter((one) => one.decides),
    (one) => JSON.stringify([one.place, one.name])
  );
  return jsonText({
    fingerprintVersion: 1,
    tool: { name: report.meta.tool.name, version: report.meta.tool.version },
    auditId: report.meta.auditId,
    createdAt: report.meta.createdAt,
    platform: report.meta.platform,
    outcome: report.judgement.outcome,
    seed: report.runs[0]?.seed ?? null,
    runs: report.runs.length,
    checkpoints: checkpoints.map(checkpointPart),
    series: series.map(seriesPart)
  });
}
function checkpointPart(seen) {
  const [base, ...others] = seen;
  const otherDigests = others.map((other) => new Map(other.digests.map((tensor) => [tensor.path, tensor])));
  const tensors = base.digests.flatMap((tensor) => {
    const again = otherDigests.map((digests) => digests.get(tensor.path));
    if (again.includes(void 0)) return [];
    const stable = isStable(tensor) && again.every((other) => other !== void 0 && isStable(other));
    return [{ path: tensor.path, dtype: tensor.dtype, shape: tensor.shape, sha256: tensor.digests.first, stable }];
  });
  return { path: base.place, format: base.formats.first, tensors };
}
function isStable(tensor) {
  return tensor.digests.first === tensor.digests.second;
}
function seriesPart(seen) {
  const [base] = seen;
  const last = base.last.first;
  return {
    path: base.place,
    name: base.name,
    stepKind: base.stepKind,
    points: base.points.first,
    last: last === null ? null : { step: last.step, value: last.value },
    stable: seen.every((one) => one.firstDivergentStep === null && one.points.first === one.points.second)
  };
}
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === void 0) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

// src/publish/write-report.ts
var fileOptions = { color: false, columns: 100, verbose: true };
var copyBytes = 1024 * 1024;
async function writeReport(report, options) {
  const { reportDir } = options;
  await makeFolder(reportDir);
  const written = {
    reportDir,
    reportJson: join(reportDir, "report.json"),
    reportHtml: join(reportDir, "report.html"),
    summary: join(reportDir, "summary.md"),
    fingerprint: join(reportDir, "fingerprint.json"),
    others: []
  };
  const named = reporters.flatMap(
    (reporter) => reporter.fileName === null ? [] : [{ path: join(reportDir, reporter.fileName), reporter }]
  );
  const sealed = seals.map((seal) => ({ path: join(reportDir, seal.fileName), seal }));
  for (const { path } of [...named, ...sealed, { path: written.fingerprint }]) await unlink(path).catch(() => {
  });
  const others = [];
  for (const run of report.runs) {
    if (run.logPath === null) continue;
    const target = join(reportDir, `run-${run.number}.log`);
    await copyLog(run.logPath, target);
    others.push(target);
  }
  await writeFileAtomically(written.fingerprint, fingerprintDocument(report));
  for (const { path, reporter } of named) {
    if (path === written.reportJson) continue;
    await writeFileAtomically(path, reporter.render(report, fileOptions));
    if (path !== written.summary && path !== written.reportHtml) others.push(path);
  }
  const text = jsonReporter.render(report, fileOptions);
  const digest = sha256Of(text);
  try {
    for (const { path, seal } of sealed) {
      await writeFileAtomically(path, seal.render(report, digest));
      others.push(path);
    }
    await writeFileAtomically(written.reportJson, text);
  } catch (problem) {
    for (const { path } of sealed) await unlink(path).catch(() => {
    });
    throw problem;
  }
  return { ...written, others };
}
async function makeFolder(path) {
  try {
    if (await makeOne(path)) await writeFileAtomically(join(path, ".gitignore"), "*\n");
  } catch (cause) {
    if (cause instanceof PublishProblem) throw cause;
    throw new PublishProblem(
      "WRITE_FAILED",
      `The report folder "${path}" could not be made: ${cause instanceof Error ? cause.message : ""}`,
      { place: { file: path }, remedy: "Set report-dir to a place that can be written to.", cause }
    );
  }
}
async function makeOne(path) {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() === true) return false;
  if (dirname(path) !== path) await makeOne(dirname(path));
  await mkdir(path);
  return true;
}
async function copyLog(from, to) {
  if (await isSameFile(from, to)) return;
  const source = await open(from, constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => null);
  if (source === null) return;
  try {
    await replaceAtomically(to, async (target) => {
      const buffer = new Uint8Array(copyBytes);
      let total = 0;
      for (; ; ) {
        const { bytesRead } = await source.read(buffer, 0, buffer.length);
        if (bytesRead === 0) return total;
        total += await writeAll(target, buffer.subarray(0, bytesRead));
      }
    });
  } finally {
    await source.close();
  }
}
async function isSameFile(a, b) {
  if (a === b) return true;
  const [one, other] = await Promise.all([realpath(a).catch(() => null), realpath(b).catch(() => null)]);
  return one !== null && one === other;
}

export {
  writeReport
};
