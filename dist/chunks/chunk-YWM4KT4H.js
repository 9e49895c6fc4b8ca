import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  InputProblem
} from "./chunk-B5J4NNO2.js";

// src/commands/world.ts
import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

// src/version.ts
var version = "0.1.0";

// src/commands/world.ts
function thisProcess() {
  return { cwd: process.cwd(), environment: process.env, stdout: process.stdout, stderr: process.stderr };
}
function nowMs() {
  return performance.now();
}
function hostForExisting(basis, world) {
  return { ...basisOf(basis, world), auditDir: "" };
}
function hostForTraining(basis, workingDirectory, world) {
  const host = basisOf(basis, world);
  const folder = path.join(workingDirectory, ".train-twice");
  const auditDir = path.join(folder, host.meta.auditId);
  try {
    mkdirSync(path.join(auditDir, "logs"), { recursive: true });
    writeFileSync(path.join(folder, ".gitignore"), "*\n");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new InputProblem(
      "WORKING_DIRECTORY",
      `The folder ".train-twice" cannot be written in the working directory (${code}); the audit keeps its logs and what run 1 wrote there.`,
      {
        place: { file: workingDirectory },
        remedy: code === "ENOSPC" || code === "EDQUOT" ? "Free some space on its disk: the outputs of two runs must fit there." : "Let this user write to the working directory, or name another one in working-directory.",
        cause: error
      }
    );
  }
  return { ...host, auditDir };
}
function basisOf(basis, world) {
  return {
    meta: {
      tool: { name: "train-twice", version },
      subject: basis.subject,
      createdAt: (/* @__PURE__ */ new Date()).toISOString(),
      auditId: randomBytes(6).toString("hex"),
      node: process.version,
      platform: `${process.platform}-${process.arch}`,
      origins: basis.origins
    },
    cwd: world.cwd,
    environment: world.environment,
    listener: basis.listener,
    cancellation: basis.cancellation
  };
}

export {
  version,
  thisProcess,
  nowMs,
  hostForExisting,
  hostForTraining
};
