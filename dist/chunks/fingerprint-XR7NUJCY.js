import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  describeExisting,
  digestChunks,
  fingerprintTensor,
  takeInventory
} from "./chunk-LWLVPUKW.js";
import "./chunk-AZ4NMQGB.js";
import "./chunk-DSJQMWFX.js";
import "./chunk-YX5CR3BD.js";
import {
  formatEntryPath,
  sourceChunks
} from "./chunk-5G2ENKUY.js";
import "./chunk-3AHXOIDF.js";
import "./chunk-YBEHDBDE.js";
import "./chunk-QWE4LJPZ.js";
import "./chunk-4Y447LUC.js";
import "./chunk-ZFQAWAVQ.js";
import {
  dtypeFacts,
  numberBytes,
  numberReader
} from "./chunk-D7BS742Q.js";
import "./chunk-OJCESHJP.js";
import "./chunk-ROV2ADHM.js";
import {
  gather,
  toPolicy
} from "./chunk-TXW7MM4N.js";
import {
  nowMs,
  openConsole,
  wantsColor
} from "./chunk-HO2X7KDN.js";
import "./chunk-ER4I6IAB.js";
import "./chunk-CNPCB4CN.js";
import {
  escapeTerminal,
  paint
} from "./chunk-HB5ZGLCK.js";
import "./chunk-GHB6ORZY.js";
import {
  writeFileAtomically
} from "./chunk-LRL7OVBH.js";
import {
  exitCodes
} from "./chunk-E6RE6XD5.js";
import "./chunk-6MT5LYOK.js";
import "./chunk-UE43SUCS.js";
import "./chunk-PPUI4WL6.js";
import {
  isProblem
} from "./chunk-B5J4NNO2.js";
import "./chunk-DPIMJBII.js";
import "./chunk-JVLJLPS6.js";
import {
  startBreathing
} from "./chunk-FXEMV6M7.js";
import {
  formatBytes,
  formatFloat,
  formatShape,
  plural
} from "./chunk-5YLZBCQB.js";
import "./chunk-7ZPLETBH.js";

// src/config/default-policy.ts
var nowhere = {
  cwd: "/",
  environment: {},
  version: "",
  known: { checks: null, reporters: null, determinism: null },
  statKind: () => null,
  canWrite: () => true,
  readFile: () => null
};
function defaultPolicy() {
  return toPolicy(gather(nowhere, []));
}

// src/fingerprint/digest-file.ts
function digestFile(source) {
  return digestChunks(sourceChunks(source), source.byteLength);
}

// src/fingerprint/digest-series.ts
import { createHash } from "node:crypto";
function digestSeries(series) {
  const hash = createHash("sha256");
  const fixed = Buffer.alloc(20);
  for (const point of series.points) {
    const exact = Buffer.from(point.text ?? point.exact ?? "", "utf8");
    fixed.writeDoubleLE(point.step, 0);
    fixed.writeDoubleLE(Number.isNaN(point.value) ? Number.NaN : point.value, 8);
    fixed.writeUInt32LE(exact.byteLength, 16);
    hash.update(fixed);
    if (exact.byteLength > 0) hash.update(exact);
  }
  return hash.digest("hex");
}

// src/fingerprint/tensor-statistics.ts
async function tensorStatistics(entry) {
  if (dtypeFacts(entry.dtype).kind === "bits") return { nonFinite: 0, min: null, max: null, mean: null };
  const read = numberReader(entry.dtype);
  const size = numberBytes(entry.dtype);
  const breath = startBreathing();
  let [finite, nonFinite, sum, min, max] = [0, 0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for await (const chunk of entry.chunks()) {
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let offset = 0; offset + size <= chunk.byteLength; offset += size) {
      const value = read(view, offset);
      if (!Number.isFinite(value)) {
        nonFinite++;
        continue;
      }
      finite++;
      sum += value;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    await breath();
  }
  if (finite === 0) return { nonFinite, min: null, max: null, mean: null };
  return { nonFinite, min, max, mean: Number.isFinite(sum) ? sum / finite : null };
}

// src/fingerprint/list-fingerprints.ts
async function listFingerprints(path, inventory) {
  const files = [];
  const unread = new Map(inventory.unread.map((item) => [item.path, item]));
  const series = seriesByFile(inventory);
  for (const file of inventory.files) {
    files.push(await listFile(file, inventory, series.get(file.path) ?? [], unread.get(file.path)));
    unread.delete(file.path);
  }
  for (const item of unread.values()) files.push({ ...nothing(item.path, item.role), problem: item.reason });
  files.sort((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
  return { listingVersion: 1, path, files };
}
function nothing(path, role) {
  const none = { tensors: [], scalars: [], opaques: [], series: [] };
  return { path, role, format: null, byteLength: 0, sha256: null, ...none, problem: null };
}
async function listFile(file, inventory, series, unread) {
  const listed = { ...nothing(file.path, file.role), format: file.format, byteLength: file.byteLength };
  try {
    const source = file.openBytes();
    let sha256;
    try {
      sha256 = await digestFile(source);
    } finally {
      source.close();
    }
    if (unread !== void 0) return { ...listed, sha256, problem: unread.reason };
    return { ...listed, sha256, ...await listContent(file, inventory), series };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { ...listed, problem: sentence(error) };
  }
}
function sentence(problem) {
  return `${problem.message}${problem.remedy === "" ? "" : ` ${problem.remedy}`}`;
}
function seriesByFile({ files, metrics }) {
  const neutral = new Map(files.map(({ path, neutralPath }) => [path, neutralPath]));
  const found = /* @__PURE__ */ new Map();
  for (const { path, neutralPath, series } of metrics) {
    let file = path;
    while (!neutral.has(file) && file.includes("/")) file = file.slice(0, file.lastIndexOf("/"));
    const run = neutralPath.slice((neutral.get(file) ?? neutralPath).length + 1);
    const listed = series.map((one) => ({ ...listSeries(one), name: run === "" ? one.name : `${run}/${one.name}` }));
    const known = found.get(file);
    if (known === void 0) found.set(file, listed);
    else known.push(...listed);
  }
  return found;
}
function listSeries(series) {
  const { name, stepKind, points } = series;
  return { name, stepKind, points: points.length, digest: digestSeries(series) };
}
async function listContent(file, inventory) {
  if (file.role !== "checkpoint" && file.role !== "image" || file.format === null) {
    return { tensors: [], scalars: [], opaques: [] };
  }
  const checkpoint = await inventory.openCheckpoint(file);
  try {
    return await listEntries(checkpoint.entries);
  } finally {
    checkpoint.close();
  }
}
async function listEntries(entries) {
  const tensors = [];
  const scalars = [];
  const opaques = [];
  for (const entry of entries) {
    const path = formatEntryPath(entry.path);
    switch (entry.kind) {
      case "tensor":
        tensors.push({ path, ...await fingerprintTensor(entry), ...await tensorStatistics(entry) });
        break;
      case "scalar":
        scalars.push({ path, ...entry.value });
        break;
      case "opaque": {
        const digest = await digestChunks(entry.chunks(), entry.byteLength);
        opaques.push({ path, what: entry.what, byteLength: entry.byteLength, digest });
        break;
      }
      case "container":
        break;
      default:
        entry;
    }
  }
  return { tensors, scalars, opaques };
}

// src/report/fingerprint-listing.ts
function fingerprintListingText(listing, options) {
  const blocks = listing.files.map((file) => fileBlock(file, options.color));
  const tensors = listing.files.reduce((sum, file) => sum + file.tensors.length, 0);
  const unread = listing.files.filter((file) => file.problem !== null).length;
  const total = `${plural(listing.files.length, "file")}, ${plural(tensors, "tensor")}${unread === 0 ? "" : `, ${unread} not read`}`;
  return `${[...blocks, total].join("\n\n")}
`;
}
function fileBlock(file, color) {
  const kind = file.format ?? file.role;
  const lines = [
    `${paint(escapeTerminal(file.path), "strong", color)}  ${kind}, ${formatBytes(file.byteLength)}`,
    `  sha256 of the file  ${file.sha256 ?? "not read"}`
  ];
  if (file.problem !== null) lines.push(`  ${paint(`not read: ${escapeTerminal(file.problem)}`, "bad", color)}`);
  for (const tensor of file.tensors) {
    const range = tensor.min === null || tensor.max === null ? "" : `, ${formatFloat(tensor.min)} to ${formatFloat(tensor.max)}${tensor.mean === null ? "" : `, mean ${formatFloat(tensor.mean)}`}`;
    const nonFinite = tensor.nonFinite === 0 ? "" : `, ${plural(tensor.nonFinite, "element")} not finite`;
    lines.push(
      `  ${tensor.digest}  ${escapeTerminal(tensor.path)}  ${tensor.dtype} ${formatShape(tensor.shape)}${paint(`${range}${nonFinite}`, "quiet", color)}`
    );
  }
  for (const opaque of file.opaques) {
    lines.push(
      `  ${opaque.digest}  ${escapeTerminal(opaque.path)}  ${escapeTerminal(opaque.what)}, ${formatBytes(opaque.byteLength)}`
    );
  }
  for (const series of file.series) {
    lines.push(
      `  ${series.digest}  ${escapeTerminal(series.name)}  series by ${series.stepKind}, ${plural(series.points, "point")}`
    );
  }
  for (const scalar of file.scalars) {
    lines.push(
      `  ${escapeTerminal(scalar.path)} = ${escapeTerminal(scalar.text, 200)}  ${paint(scalar.type, "quiet", color)}`
    );
  }
  return lines.join("\n");
}

// src/commands/fingerprint.ts
async function fingerprintCommand(path, json, output, world) {
  const console = openConsole({ stdout: world.stdout, stderr: world.stderr, mode: "quiet", verbose: false, nowMs });
  const inventory = await takeInventory(describeExisting(path, 1), await defaultPolicy());
  const listing = await listFingerprints(path, inventory);
  const color = output.outputFile === null && wantsColor(output.color, world.stdout, world.environment);
  const text = json ? JSON.stringify(listing, null, 2) : fingerprintListingText(listing, { color });
  const whole = text.endsWith("\n") ? text : `${text}
`;
  if (output.outputFile === null) await console.print(whole);
  else await writeFileAtomically(output.outputFile, whole);
  return listing.files.some((file) => file.problem !== null) ? exitCodes.inconclusive : exitCodes.passed;
}
export {
  fingerprintCommand
};
