import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  parseCommandLine
} from "./chunk-372RPLX7.js";
import {
  writeReport
} from "./chunk-2HPQIL27.js";
import {
  auditTraining,
  watchSignals
} from "./chunk-JFZMIUW3.js";
import "./chunk-J65IGW3C.js";
import "./chunk-AZ4NMQGB.js";
import "./chunk-DSJQMWFX.js";
import "./chunk-7ZNDVG55.js";
import "./chunk-5G2ENKUY.js";
import "./chunk-3AHXOIDF.js";
import "./chunk-YBEHDBDE.js";
import "./chunk-QWE4LJPZ.js";
import "./chunk-4Y447LUC.js";
import "./chunk-ZFQAWAVQ.js";
import "./chunk-PQM6PUSA.js";
import "./chunk-D7BS742Q.js";
import "./chunk-OJCESHJP.js";
import "./chunk-ROV2ADHM.js";
import {
  configHost
} from "./chunk-5MS2Y2XA.js";
import "./chunk-TXW7MM4N.js";
import "./chunk-AZF3MM6N.js";
import "./chunk-QOB774MD.js";
import "./chunk-SNCEHIUD.js";
import {
  hostForTraining,
  nowMs,
  openConsole,
  wantsColor
} from "./chunk-HO2X7KDN.js";
import {
  printTo
} from "./chunk-ER4I6IAB.js";
import "./chunk-CNPCB4CN.js";
import {
  terminalReporter
} from "./chunk-NAKMTSMG.js";
import "./chunk-HB5ZGLCK.js";
import "./chunk-EYEPROUW.js";
import "./chunk-GHB6ORZY.js";
import "./chunk-LRL7OVBH.js";
import {
  exitCodes
} from "./chunk-3BT4K2KX.js";
import "./chunk-6MT5LYOK.js";
import "./chunk-WFZDG4J6.js";
import "./chunk-NBSSOJIC.js";
import "./chunk-53VACBTN.js";
import "./chunk-UE43SUCS.js";
import "./chunk-F5RMP2VC.js";
import "./chunk-WHHF6IZB.js";
import "./chunk-PPUI4WL6.js";
import {
  InputProblem
} from "./chunk-B5J4NNO2.js";
import "./chunk-DPIMJBII.js";
import "./chunk-YNLPOWBW.js";
import "./chunk-JVLJLPS6.js";
import "./chunk-FXEMV6M7.js";
import "./chunk-BZ5MPCKK.js";
import "./chunk-4B3X5ZIL.js";
import "./chunk-5YLZBCQB.js";
import "./chunk-7ZPLETBH.js";

// src/commands/demo.ts
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
var acts = [
  {
    example: "minimal",
    says: "A training that seeds everything it uses, run twice:",
    asItShould: (report) => report.judgement.passed,
    good: "As it should be: reproducible.",
    bad: "This should have been reproducible."
  },
  {
    example: "unseeded",
    says: "The same training with one honest mistake: its data loader brings a generator that nobody seeds.",
    asItShould: (report) => report.judgement.outcome === "divergent" && report.firstDifference.tensor !== null && report.firstDifference.metric !== null,
    good: "As it should be: caught.",
    bad: "This should have been caught as divergent, with the first differing tensor and the first divergent step."
  }
];
async function demoCommand(keep, output, world) {
  const python = findPython();
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "train-twice-demo-")));
  const cancellation = watchSignals();
  const print = (text) => printTo(world.stdout, text);
  try {
    const examples = findExamples();
    for (const act of acts)
      cpSync(path.join(examples, act.example), path.join(folder, act.example), { recursive: true });
    let asItShould = true;
    for (const act of acts) {
      await print(`
${act.says}

`);
      const report = await auditExample(path.join(folder, act.example), python, cancellation, output, world);
      await print(
        terminalReporter.render(report, {
          color: wantsColor(output.color, world.stdout, world.environment),
          columns: Math.min(world.stdout.columns ?? 100, 100),
          verbose: false
        })
      );
      const holds = act.asItShould(report);
      asItShould = asItShould && holds;
      await print(`
${holds ? act.good : act.bad}
`);
      if (report.judgement.outcome === "cancelled") return exitCodes.cancelled;
    }
    if (keep) await print(`
Everything lies in ${folder}
`);
    return asItShould ? exitCodes.passed : exitCodes.failed;
  } finally {
    cancellation.stop();
    if (!keep) rmSync(folder, { recursive: true, force: true });
  }
}
async function auditExample(folder, python, cancellation, output, world) {
  const words = ["run", "--working-directory", folder, "--report-dir", path.join(folder, "train-twice-report")];
  const invocation = await parseCommandLine(
    [...words, "--", python, "train.py", "--seed", "{seed}"],
    configHost({ ...world, cwd: folder })
  );
  if (invocation.kind !== "run") throw new InputProblem("DEMO", "The demo could not be configured.");
  const console = openConsole({
    stdout: world.stdout,
    stderr: world.stderr,
    mode: output.quiet ? "quiet" : "plain",
    verbose: false,
    nowMs
  });
  try {
    const listener = (progress) => {
      if (progress.kind !== "run-output" && progress.kind !== "comparing") console.listener(progress);
    };
    const basis = { subject: "run", origins: invocation.request.origins, listener, cancellation };
    const report = await auditTraining(invocation.request, hostForTraining(basis, folder, world));
    await writeReport(report, invocation.request.publish);
    return report;
  } finally {
    console.close();
  }
}
function findPython() {
  for (const name of ["python3", "python"]) {
    const answer = spawnSync(name, ["-c", "import sys; print(sys.version_info[0])"], { encoding: "utf8" });
    if (answer.status === 0 && answer.stdout.trim() === "3") return name;
  }
  throw new InputProblem("NO_PYTHON", "The demo trains with Python 3, which was not found on PATH.", {
    remedy: "Install Python 3.8 or newer; nothing else is needed."
  });
}
function findExamples() {
  const here = path.dirname(fileURLToPath(import.meta.url));
  for (const up of ["..", "../.."]) {
    const folder = path.join(here, up, "examples");
    if (existsSync(path.join(folder, "minimal", "train.py"))) return folder;
  }
  throw new InputProblem("NO_EXAMPLES", "The examples of this tool were not found beside it.", {
    remedy: "Run the demo from a clone of the repository."
  });
}
export {
  demoCommand
};
