import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  commandOf,
  hasMarker,
  hasProcessTable,
  isAlive,
  listPids,
  ownLine,
  readProcess
} from "./chunks/chunk-Q5QWFQTP.js";
import {
  annotate,
  markerState,
  readState
} from "./chunks/chunk-MHI542SE.js";
import "./chunks/chunk-2HPQIL27.js";
import "./chunks/chunk-JFZMIUW3.js";
import "./chunks/chunk-J65IGW3C.js";
import "./chunks/chunk-AZ4NMQGB.js";
import "./chunks/chunk-DSJQMWFX.js";
import "./chunks/chunk-7ZNDVG55.js";
import "./chunks/chunk-5G2ENKUY.js";
import "./chunks/chunk-3AHXOIDF.js";
import "./chunks/chunk-YBEHDBDE.js";
import "./chunks/chunk-QWE4LJPZ.js";
import "./chunks/chunk-4Y447LUC.js";
import "./chunks/chunk-ZFQAWAVQ.js";
import "./chunks/chunk-PQM6PUSA.js";
import "./chunks/chunk-D7BS742Q.js";
import "./chunks/chunk-OJCESHJP.js";
import "./chunks/chunk-ROV2ADHM.js";
import "./chunks/chunk-5MS2Y2XA.js";
import "./chunks/chunk-TXW7MM4N.js";
import "./chunks/chunk-AZF3MM6N.js";
import "./chunks/chunk-QOB774MD.js";
import "./chunks/chunk-SNCEHIUD.js";
import "./chunks/chunk-HO2X7KDN.js";
import "./chunks/chunk-ER4I6IAB.js";
import "./chunks/chunk-CNPCB4CN.js";
import "./chunks/chunk-NAKMTSMG.js";
import {
  escapeTerminal
} from "./chunks/chunk-HB5ZGLCK.js";
import "./chunks/chunk-EYEPROUW.js";
import "./chunks/chunk-GHB6ORZY.js";
import "./chunks/chunk-LRL7OVBH.js";
import "./chunks/chunk-3BT4K2KX.js";
import "./chunks/chunk-6MT5LYOK.js";
import "./chunks/chunk-WFZDG4J6.js";
import "./chunks/chunk-NBSSOJIC.js";
import "./chunks/chunk-53VACBTN.js";
import "./chunks/chunk-UE43SUCS.js";
import "./chunks/chunk-F5RMP2VC.js";
import "./chunks/chunk-WHHF6IZB.js";
import "./chunks/chunk-PPUI4WL6.js";
import "./chunks/chunk-B5J4NNO2.js";
import "./chunks/chunk-DPIMJBII.js";
import "./chunks/chunk-YNLPOWBW.js";
import "./chunks/chunk-JVLJLPS6.js";
import "./chunks/chunk-FXEMV6M7.js";
import "./chunks/chunk-BZ5MPCKK.js";
import "./chunks/chunk-4B3X5ZIL.js";
import {
  plural
} from "./chunks/chunk-5YLZBCQB.js";
import "./chunks/chunk-7ZPLETBH.js";

// src/run/sweep-survivors.ts
import { setTimeout as sleep } from "node:timers/promises";
var graceMs = 1e3;
var lookMs = 50;
var maxPasses = 20;
async function sweepSurvivors(marker) {
  if (!/^[A-Z_]+=.+/.test(marker) || !hasProcessTable()) return [];
  const untouchable = ownLine();
  const found = /* @__PURE__ */ new Map();
  const look = () => {
    const living2 = [];
    for (const pid of listPids()) {
      if (untouchable.has(pid) || !hasMarker(pid, marker)) continue;
      const info = readProcess(pid);
      if (info === null || !isAlive(info)) continue;
      const marked = { pid, startTicks: info.startTicks, command: commandOf(pid) };
      living2.push(marked);
      found.set(`${pid}:${info.startTicks}`, marked);
    }
    return living2;
  };
  let living = look();
  if (living.length === 0) return [];
  signalAll(living, "SIGTERM");
  const end = performance.now() + graceMs;
  for (living = look(); living.length > 0 && performance.now() < end; living = look()) await sleep(lookMs);
  for (let pass = 0; pass < maxPasses && living.length > 0; pass += 1) {
    signalAll(living, "SIGKILL");
    await sleep(lookMs);
    living = look();
  }
  const left = new Set(living.map((one) => `${one.pid}:${one.startTicks}`));
  return [...found].map(([key, { pid, command }]) => ({ pid, command, killed: !left.has(key) }));
}
function signalAll(processes, signal) {
  for (const { pid, startTicks } of processes) {
    if (readProcess(pid)?.startTicks !== startTicks) continue;
    try {
      process.kill(pid, signal);
    } catch {
    }
  }
}

// src/commands/post.ts
async function postCommand() {
  const survivors = await sweepSurvivors(await readState(markerState));
  if (survivors.length === 0) return;
  const names = survivors.map(
    (one) => `${one.pid} (${escapeTerminal(one.command)})${one.killed ? "" : ", still alive"}`
  );
  const message = `${plural(survivors.length, "process", "processes")} of the training had to be ended: ${names.join(", ")}.`;
  await annotate([{ level: "warning", title: "train-twice: run/left-processes", message }]);
}

// src/post.ts
await postCommand();
