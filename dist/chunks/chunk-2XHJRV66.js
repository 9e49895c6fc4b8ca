import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  checkpointNumber,
  configurationsOf,
  describeDelta,
  leavesOf,
  mapPair,
  readClaims,
  recordsOf,
  seenProcesses
} from "./chunk-IE2AWREK.js";
import {
  describeRunEnd,
  runSucceeded
} from "./chunk-4B3X5ZIL.js";
import {
  escapeTerminal,
  paint,
  shortened,
  textWidth,
  visible,
  withoutCommands
} from "./chunk-FZW2C3MZ.js";
import {
  formatBytes,
  formatDuration,
  formatFloat,
  formatInteger,
  formatList,
  formatShape,
  formatSizes,
  formatUlp,
  plural,
  quote
} from "./chunk-7VT7PKHI.js";

// src/report/text/span.ts
function words(...parts) {
  return parts.flatMap(
    (part) => typeof part === "string" ? [{ text: part, style: "plain" }] : isText(part) ? part : [part]
  ).filter((span) => span.text !== "");
}
function isText(part) {
  return Array.isArray(part);
}
function code(text) {
  return { text, style: "code" };
}
function strong(text) {
  return { text, style: "strong" };
}
function quiet(text) {
  return { text, style: "quiet" };
}
function joined(texts, separator) {
  return texts.flatMap((text, index) => index === 0 ? text : words(separator, text));
}
function plainText(text) {
  return text.map((span) => span.text).join("");
}

// src/report/story/file-names.ts
function fileNames(inventories) {
  const files = inventories.flatMap((inventory) => inventory.files);
  const telling = files.filter((file) => file.role !== "bookkeeping" && file.role !== "ignored");
  return {
    folder: commonFolder(telling.map((file) => file.neutralPath)),
    known: new Set(files.map((file) => file.neutralPath)),
    neutral: new Map(
      inventories.map((inventory) => [
        inventory.run,
        new Map(inventory.files.map((file) => [file.path, file.neutralPath]))
      ])
    )
  };
}
function commonFolder(paths) {
  const [first, ...others] = paths.map((path) => path.split("/").slice(0, -1));
  if (first === void 0) return "";
  const shared = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  const parts = shared < 0 ? first : first.slice(0, shared);
  return parts.length === 0 ? "" : `${parts.join("/")}/`;
}
function shortName(names, path, run = null) {
  const neutral = neutralPath(names, path, run);
  if (names.folder === "") return neutral;
  if (neutral.startsWith(names.folder) && neutral.length > names.folder.length) {
    return neutral.slice(names.folder.length);
  }
  return names.known.has(neutral) ? `./${neutral}` : neutral;
}
function withShortNames(names, sentence) {
  return sentence.replace(
    /"([^"\\]+)"/g,
    (quoted2, text) => names.known.has(neutralPath(names, text, null)) ? `"${shortName(names, text)}"` : quoted2
  );
}
function liesOutside(names) {
  return names.folder !== "" && [...names.known].some((path) => !path.startsWith(names.folder));
}
function neutralPath(names, path, run) {
  if (names.known.has(path)) return path;
  const maps = run === null ? [...names.neutral.values()] : [names.neutral.get(run)];
  for (const map of maps) {
    const found = map?.get(path);
    if (found !== void 0) return found;
  }
  return path;
}

// src/report/story/run-names.ts
function runName(number) {
  return `run ${number}`;
}
function runNames(comparison) {
  return { first: runName(comparison.first), second: runName(comparison.second) };
}
function comparisonLabel(report, comparison) {
  return report.comparisons.length < 2 ? "" : `${runName(comparison.first)} and ${runName(comparison.second)}`;
}

// src/report/story/section.ts
function section(id, title, blocks, options = {}) {
  return { id, title, blocks, aside: options.aside ?? null, folded: options.folded ?? false };
}
function paragraph(...parts) {
  return { kind: "paragraph", text: words(...parts) };
}
function list(items, ordered = false) {
  return { kind: "list", ordered, items };
}
var left = (title) => ({ title, align: "left" });
var right = (title) => ({ title, align: "right" });
function cutTable(columns, rows, limit) {
  return [{ kind: "table", columns, rows: rows.slice(0, limit) }, ...more(rows.length - limit)];
}
function cutList(items, limit) {
  return [list(items.slice(0, limit)), ...more(items.length - limit)];
}
function more(count) {
  return count <= 0 ? [] : [paragraph(quiet(`… and ${formatInteger(count)} more: all of them are in report.json.`))];
}

// src/report/story/findings.ts
var severityRank = { error: 0, warning: 1, notice: 2 };
var severityStyle = { error: "bad", warning: "doubt", notice: "quiet" };
function isOpen(finding) {
  return finding.waived === null;
}
function worstFirst(findings) {
  const weight2 = (finding) => (isOpen(finding) ? 0 : 10) + severityRank[finding.severity] * 2 + (finding.certainty === "measured" ? 0 : 1);
  return findings.toSorted((a, b) => weight2(a) - weight2(b));
}
function placeText(place, files = null) {
  const parts = [];
  if (place.run !== null) parts.push({ text: runName(place.run), style: "plain" });
  if (place.file !== null) parts.push(code(files === null ? place.file : shortName(files, place.file, place.run)));
  if (place.entry !== null) parts.push(code(place.entry));
  if (place.line !== null) parts.push({ text: `line ${place.line}`, style: "plain" });
  return joined(
    parts.map((part) => words(part)),
    ", "
  );
}
function findingText(finding, files) {
  return words(code(finding.check), ": ", withShortNames(files, finding.message), placeAside(finding, files));
}
function placeAside(finding, files) {
  const { place } = finding;
  const message = withShortNames(files, finding.message);
  const named = (text2) => text2 !== null && message.includes(`"${text2}"`);
  const file = place.file === null ? null : shortName(files, place.file, place.run);
  if (file !== null && place.line !== null && message.includes(`${file}, line ${place.line}`)) return [];
  const rest = { ...place, file: named(file) ? null : place.file, entry: named(place.entry) ? null : place.entry };
  const text = plainText(placeText(rest, files));
  return text === "" ? [] : words(" ", quiet(`(${text})`));
}
function findingsSection(report, files, limits) {
  const findings = worstFirst(report.findings);
  if (findings.length === 0) return section("findings", "Findings", [paragraph("None.")]);
  const open = findings.filter(isOpen);
  const named = open.some((finding) => finding.severity !== "notice") ? open.filter((finding) => finding.severity === "notice") : [];
  const rows = groupsOf(findings.filter((finding) => !named.includes(finding))).flatMap(
    (group) => groupRows(group, files, limits)
  );
  const blocks = [...cutTable([left("Severity"), left(counted(findings, open))], rows, limits.rows)];
  if (named.length > 0) {
    const ids = groupsOf(named).map(
      (group) => group.length === 1 ? group[0].check : `${group[0].check} (${group.length})`
    );
    blocks.push(paragraph(quiet(`${plural(named.length, "notice")} in report.json: ${ids.join(", ")}.`)));
  }
  return section("findings", "Findings", blocks);
}
function counted(findings, open) {
  const count = (severity) => open.filter((finding) => finding.severity === severity).length;
  const counts = ["error", "warning", "notice"].filter((severity) => count(severity) > 0).map((severity) => plural(count(severity), severity));
  return [...counts, ...open.length < findings.length ? [`${findings.length - open.length} waived`] : []].join(", ");
}
function groupsOf(findings) {
  const groups = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const key = JSON.stringify([isOpen(finding), finding.severity, finding.check]);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}
function groupRows(group, files, limits) {
  const told = group.slice(0, limits.perCheck);
  const rest = group.slice(limits.perCheck);
  return told.map((finding, index) => [
    isOpen(finding) ? [{ text: finding.severity, style: severityStyle[finding.severity] }] : words({ text: "waived", style: "quiet" }),
    words(
      findingText(finding, files),
      finding.certainty === "inferred" ? " (inferred)" : "",
      finding.waived === null ? "" : ` Waived: ${finding.waived}`,
      index === told.length - 1 ? restText(rest, files) : ""
    )
  ]);
}
function restText([first, ...others], files) {
  if (first === void 0) return "";
  const place = plainText(placeText({ ...first.place, entry: null, line: null }, files));
  return ` And ${others.length + 1} more${others.length > 0 || place === "" ? "" : `: ${place}`}.`;
}

// src/report/story/advice.ts
var mostSteps = 6;
function advice(report, names, limits) {
  const steps2 = [...outcomeSteps(report, names), ...findingSteps(report)].slice(0, Math.min(mostSteps, limits.rows));
  return section("advice", "What to do", steps2.length === 0 ? [paragraph("Nothing.")] : [list(steps2, true)]);
}
function outcomeSteps(report, names) {
  const { outcome } = report.judgement;
  switch (outcome) {
    case "identical":
    case "equivalent":
    case "record-sound":
    case "record-faulty":
      return [];
    case "within-tolerance":
      return report.policy.require === "within-tolerance" ? [] : [
        words(
          "If differences inside the declared tolerance are acceptable, say so with ",
          code("require: within-tolerance"),
          "; else find out why the runs differ at all."
        )
      ];
    case "divergent":
      return divergentSteps(report);
    case "inconclusive":
      return inconclusiveSteps(report, names);
    case "run-failed":
      return report.runs.flatMap(failedRunStep);
    case "cancelled":
      return [words("Start the audit again: it was stopped before there was enough to judge.")];
    default:
      outcome;
      return [];
  }
}
function divergentSteps(report) {
  const leaves = report.comparisons.flatMap((comparison) => leavesOf(comparison.difference));
  const deciding = leaves.filter(({ effect }) => effect === "content").map(({ leaf }) => leaf);
  const steps2 = [];
  const causes = report.findings.filter((finding) => finding.certainty === "inferred" && isOpen(finding));
  if (causes.length > 0) {
    steps2.push(words("Begin with the likely cause: ", explain(causes.map((finding) => finding.check)), "."));
  }
  const where2 = metricStep(report, deciding);
  if (where2 !== null) steps2.push(where2);
  else if (report.comparisons.every((comparison) => comparison.coverage.totals.points === 0)) {
    steps2.push(
      words(
        "Let the training write a metric at every step (a JSON line is enough): the first divergent step then tells when the runs part."
      )
    );
  }
  const bytes = deciding.find((leaf) => leaf.kind === "bytes");
  if (bytes !== void 0) {
    steps2.push(
      words(
        "A file that is compared by bytes and differs by its nature can be named in ",
        code("ignore"),
        ", narrowed away with ",
        code("outputs"),
        ", or named in ",
        code("metrics"),
        " if it holds metrics."
      )
    );
  }
  if (deciding.length > 0 && deciding.every(isNumeric)) {
    steps2.push(
      words(
        "If differences of this size are acceptable, declare them with ",
        code("tolerance"),
        " and ",
        code("require: within-tolerance"),
        "."
      )
    );
  }
  return steps2;
}
function isNumeric(leaf) {
  return leaf.kind === "values" || leaf.kind === "series";
}
function metricStep(report, deciding) {
  const { metric } = report.firstDifference;
  if (metric === null) return null;
  const leaf = deciding.find((candidate) => candidate.kind === "series" && candidate.place === metric.series);
  const everyPoint = leaf?.kind === "series" && leaf.differing === leaf.of;
  const what2 = everyPoint ? " differs from its first point on: look at seeds, first weights and the order of data." : ` is the same before ${metric.stepKind} ${metric.step}: look at what happens for the first time there (a new epoch's shuffle, an evaluation, a restored state), and at operations that are not deterministic.`;
  return words(code(metric.series), what2);
}
function inconclusiveSteps(report, names) {
  const steps2 = [];
  const totals = report.comparisons.map((comparison) => comparison.coverage.totals);
  if (totals.length > 0 && totals.every((total) => total.tensors === 0 && total.points === 0)) {
    steps2.push(
      words(
        "Name the place where the training writes checkpoints and metrics in ",
        code("outputs"),
        ", or let it write below ",
        code("$TRAIN_TWICE_OUTPUT_DIR"),
        ". For a training that only prints, give a pattern in ",
        code("metrics.stdout"),
        "."
      )
    );
  }
  const remedies = /* @__PURE__ */ new Map();
  for (const unread of report.inventories.flatMap((inventory) => inventory.unread)) {
    if (unread.remedy !== "" && !remedies.has(unread.remedy))
      remedies.set(unread.remedy, shortName(names, unread.path));
  }
  for (const [remedy, path] of remedies) steps2.push(words(code(path), `: ${remedy}`));
  if (report.comparisons.some((comparison) => comparison.coverage.sameInode.length > 0)) {
    steps2.push(
      words("Let each run write its own files: ", code("$TRAIN_TWICE_OUTPUT_DIR"), " is a fresh folder per run.")
    );
  }
  if (report.comparisons.some((comparison) => comparison.coverage.ambiguous.length > 0)) {
    steps2.push(words("Give files that are not the same thing names that differ in more than times and ids."));
  }
  return steps2;
}
function failedRunStep(run) {
  if (run.end === null || runSucceeded(run.end)) return [];
  const log = words("the end of its log stands below, the whole in ", code(`run-${run.number}.log`), ".");
  switch (run.end.kind) {
    case "timed-out":
      return [words(`If ${runName(run.number)} needs more time, raise `, code(run.end.limit), "; if it hangs, ", log)];
    case "not-started":
      return [
        words("Correct ", code("command"), " or ", code("working-directory"), ": the training could not be started.")
      ];
    case "exited":
    case "signalled":
      return [words(`Make ${runName(run.number)} end with exit code 0: `, log)];
    case "cancelled":
      return [];
    default:
      run.end;
      return [];
  }
}
function findingSteps(report) {
  const open = worstFirst(report.findings).filter((finding) => isOpen(finding) && finding.certainty === "measured");
  const errors = open.filter((finding) => finding.severity === "error");
  if (errors.length > 0) {
    return [words("How to fix what was found: ", explain(errors.map((finding) => finding.check)), ".")];
  }
  const warnings = open.filter((finding) => finding.severity === "warning");
  if (warnings.length > 0) {
    return [
      words("Worth doing, though nothing fails for it: ", explain(warnings.map((finding) => finding.check)), ".")
    ];
  }
  return [];
}
function explain(ids) {
  const unique = [...new Set(ids)];
  const others = unique.length - 1;
  return words(
    code(`train-twice explain ${unique[0] ?? ""}`),
    others <= 0 ? "" : ` (and ${formatInteger(others)} more below)`
  );
}

// src/report/story/describe-leaf.ts
function describeLeaf(leaf, names) {
  switch (leaf.kind) {
    case "missing":
      return words(`${leaf.what} only in ${names[leaf.presentIn]}`, leaf.summary === "" ? "" : `: ${leaf.summary}`);
    case "dtype":
      return words("dtype ", ...sides(leaf.dtypes, names));
    case "shape":
      return words("shape ", ...sides(mapPair(leaf.shapes, formatShape), names), ` (${leaf.dtype})`);
    case "values":
      return words(describeDelta2(leaf.delta), tolerated(leaf.tolerated));
    case "scalar":
      return words("value ", ...sides(mapPair(leaf.values, scalarText), names), tolerated(leaf.tolerated));
    case "entry-kind":
      return words(...sides(leaf.kinds, names));
    case "series":
      return describeSeries(leaf, names);
    case "structure":
      return words(`${leaf.aspect} `, ...sides(leaf.values, names), " (structure, same content)");
    case "bytes":
      return leaf.sizes.first === leaf.sizes.second ? words(`${leaf.what}: bytes differ from byte ${formatInteger(leaf.firstOffset)} on`) : words(
        `${leaf.what}: ${plural(leaf.sizes.first, "byte")} in ${names.first}, ${plural(leaf.sizes.second, "byte")} in ${names.second}; bytes differ from byte ${formatInteger(leaf.firstOffset)} on`
      );
    case "line":
      return words(
        `line ${formatInteger(leaf.line)}: `,
        ...sides(
          mapPair(leaf.lines, (line) => line ?? "(no such line)"),
          names
        )
      );
    case "container-bytes":
      return words(
        `bytes of the file differ, content is the same; ${leaf.causes.length === 0 ? "what differs around it is not known" : `what differs: ${leaf.causes.join(", ")}`}`
      );
    case "unread":
      return words(
        `could not be read in ${leaf.side === "both" ? `${names.first} and ${names.second}` : names[leaf.side]}: ${leaf.reason} (`,
        code(leaf.code),
        ")"
      );
    default:
      leaf;
      return [];
  }
}
var mostUlp = 1e6;
function describeDelta2(delta) {
  const all = delta.differing === delta.of;
  const extent2 = delta.of === 1 ? "the only element" : all ? `all ${formatInteger(delta.of)} elements` : `${formatInteger(delta.differing)} of ${formatInteger(delta.of)} elements`;
  const { first, second } = delta.nonFinite;
  const odd = first + second === 0 ? "" : `; NaN or infinite among them: ${formatInteger(first)} and ${formatInteger(second)}`;
  const at = `${delta.of === 1 ? "" : `, first at ${formatShape(delta.firstIndex)}`}: ${delta.firstValues.first} and ${delta.firstValues.second}`;
  return `${extent2}${sizeOf(delta)}${all && delta.of > 1 ? "" : at}${odd}`;
}
function sizeOf({ differing, maxAbs, maxRel, maxUlp }) {
  const sizes = [
    ...maxAbs === null ? [] : [formatFloat(maxAbs)],
    ...maxUlp === null || Number(maxUlp) > mostUlp ? [] : [formatUlp(maxUlp)],
    ...maxRel === null ? [] : [`${formatFloat(maxRel)} relative`]
  ];
  const [most, ...others] = sizes;
  if (most === void 0) return "";
  return `, by ${differing === 1 ? "" : "up to "}${most}${others.length === 0 ? "" : ` (${others.join(", ")})`}`;
}
function describeSeries(leaf, names) {
  const counts = `${formatInteger(leaf.differing)} of ${plural(leaf.of, "point")} ${leaf.differing === 1 ? "differs" : "differ"}`;
  const lonely = [
    ...leaf.onlyFirst > 0 ? [`${formatInteger(leaf.onlyFirst)} only in ${names.first}`] : [],
    ...leaf.onlySecond > 0 ? [`${formatInteger(leaf.onlySecond)} only in ${names.second}`] : []
  ];
  const most = leaf.maxAbs === null ? "" : `, by at most ${formatFloat(leaf.maxAbs)}${leaf.maxAbsStep === null ? "" : ` (${leaf.stepKind} ${leaf.maxAbsStep})`}`;
  return words(
    `${counts}${lonely.length === 0 ? "" : ` (${lonely.join(", ")})`}${most}; first at ${leaf.stepKind} ${leaf.firstStep}: `,
    ...sides(
      mapPair(leaf.firstValues, (value) => value ?? "no point"),
      names
    ),
    tolerated(leaf.tolerated),
    leaf.decides ? "" : `; shown, never judged${leaf.policy === null ? "" : ` (${leaf.policy})`}`
  );
}
function sides(values, names) {
  return [code(values.first), ` in ${names.first}, `, code(values.second), ` in ${names.second}`];
}
function tolerated(yes) {
  return yes ? "; within the tolerance" : "";
}
function scalarText(scalar) {
  return scalar.type === "str" ? `"${scalar.text}"` : scalar.type === "bytes" ? `bytes ${scalar.text}` : scalar.text;
}

// src/report/story/checkpoints.ts
function checkpointSections(report, files, limits) {
  if (report.comparisons.length === 0) return [];
  return [checkpointTable(report, files, limits), differenceTable(report, files, limits)];
}
function checkpointTable(report, files, limits) {
  const several = report.comparisons.length > 1;
  const all = report.comparisons.flatMap((comparison) => comparison.coverage.checkpoints);
  if (all.length === 0) return section("checkpoints", "Checkpoints", [paragraph("None was compared.")]);
  const formats = new Set(all.map(formatText));
  const rows = report.comparisons.flatMap((comparison) => {
    const effects = worstEffects(comparison);
    return comparison.coverage.checkpoints.map((checkpoint) => [
      ...several ? [words(comparisonLabel(report, comparison))] : [],
      words(code(shortName(files, checkpoint.place))),
      ...formats.size > 1 ? [words(formatText(checkpoint))] : [],
      words(both(formatBytes(checkpoint.byteLengths.first), formatBytes(checkpoint.byteLengths.second))),
      words(formatInteger(checkpoint.tensors)),
      words(formatInteger(checkpoint.scalars)),
      result(checkpoint, effects.get(checkpoint.place) ?? "none")
    ]);
  });
  const columns = [
    ...several ? [left("Runs")] : [],
    left("Checkpoint"),
    ...formats.size > 1 ? [left("Format")] : [],
    right("Size"),
    right("Tensors"),
    right("Scalars"),
    left("Result")
  ];
  return section("checkpoints", "Checkpoints", cutTable(columns, rows, limits.rows), {
    aside: formats.size === 1 ? formatText(all[0]) : null
  });
}
function formatText(checkpoint) {
  return checkpoint === void 0 ? "" : both(checkpoint.formats.first, checkpoint.formats.second);
}
function both(first, second) {
  return first === second ? first : `${first} / ${second}`;
}
var weight = { none: 0, structure: 1, tolerated: 2, content: 3, unknown: 4 };
function worstEffects(comparison) {
  const worst = /* @__PURE__ */ new Map();
  for (const { leaf, file, effect } of leavesOf(comparison.difference)) {
    const place = file?.place ?? leaf.place;
    if (weight[effect] > weight[worst.get(place) ?? "none"]) worst.set(place, effect);
  }
  return worst;
}
function result(checkpoint, effect) {
  const said = (text, style) => words({ text, style }, nonFinite(checkpoint));
  switch (effect) {
    case "unknown":
      return said("not read whole", "doubt");
    case "content":
      return said(
        checkpoint.differingTensors === 0 ? "differs" : `differs: ${formatInteger(checkpoint.differingTensors)} of ${formatInteger(checkpoint.tensors)} tensors`,
        "bad"
      );
    case "tolerated":
      return said("within tolerance", "doubt");
    case "structure":
    case "none":
      return said(checkpoint.sameBytes ? "same bytes" : "same content", "good");
    default:
      effect;
      return [];
  }
}
function nonFinite(checkpoint) {
  if (checkpoint.nonFiniteTensors === 0) return "";
  return `; without a finite number: ${formatInteger(checkpoint.nonFiniteTensors)} of ${formatInteger(checkpoint.floatTensors)} float tensors`;
}
function differenceTable(report, files, limits) {
  const found = report.comparisons.flatMap(
    (comparison) => leavesOf(comparison.difference).filter(({ leaf }) => leaf.kind !== "series").map((located) => ({ located, comparison }))
  );
  if (found.length === 0) return null;
  const sorted = found.toSorted((a, b) => rank(report, files, a) - rank(report, files, b));
  const shown = sorted.slice(0, limits.differences);
  const rows = shown.flatMap((row, index) => [
    ...fileRow(report, files, row, shown[index - 1]),
    [where(row.located, files), what(row)]
  ]);
  return section("differences", "Differences outside the metrics", [
    { kind: "table", columns: [left("Where"), left("What")], rows },
    ...more(sorted.length - shown.length)
  ]);
}
function rank(report, files, { located }) {
  const { tensor } = report.firstDifference;
  const isFile = tensor !== null && shortName(files, fileOf(located)) === shortName(files, tensor.file);
  const isTensor = isFile && located.leaf.place === tensor.path;
  return -weight[located.effect] * 4 - (isFile ? 1 : 0) - (isTensor ? 1 : 0);
}
function fileOf({ leaf, file }) {
  return file?.place ?? leaf.place;
}
function fileRow(report, files, row, before) {
  const label = comparisonLabel(report, row.comparison);
  const name = fileOf(row.located);
  const same = before?.comparison === row.comparison && fileOf(before.located) === name;
  if (same || row.located.leaf.place === "" && label === "") return [];
  return [[words(strong(shortName(files, name)), label === "" ? "" : quiet(` ${label}`)), []]];
}
function where({ leaf, file }, files) {
  return words(code(file === null || leaf.place === "" ? shortName(files, file?.place ?? leaf.place) : leaf.place));
}
function what({ located, comparison }) {
  const described = describeLeaf(located.leaf, runNames(comparison));
  return located.effect === "none" ? words(quiet("not judged: "), described) : described;
}

// src/report/story/evidence.ts
function evidenceSection(report, files, limits) {
  const blocks = report.comparisons.flatMap((comparison) => {
    const told = [
      ...pairings(comparison, files, limits),
      ...ownNames(comparison, limits),
      ...readNotes(comparison, files, limits)
    ];
    const label = comparisonLabel(report, comparison);
    return told.length === 0 || label === "" ? told : [paragraph({ text: label, style: "strong" }), ...told];
  });
  return blocks.length === 0 ? null : section("evidence", "How it was compared", blocks, { folded: true });
}
function pairings(comparison, files, limits) {
  const found = comparison.coverage.pairings;
  if (found.length === 0) return [];
  const names = runNames(comparison);
  return [
    paragraph("Files whose names differ and that were put together:"),
    ...cutTable(
      [left(`In ${names.first}`), left(`In ${names.second}`), left("Common name")],
      found.map((pairing) => [
        words(code(pairing.paths.first)),
        words(code(pairing.paths.second)),
        words(code(shortName(files, pairing.neutralPath)), pairing.ambiguous ? " (one of several ways)" : "")
      ]),
      limits.rows
    )
  ];
}
function ownNames(comparison, limits) {
  const { ownNameStrings, totals } = comparison.coverage;
  if (ownNameStrings.length === 0) return [];
  const names = runNames(comparison);
  return [
    paragraph(
      `Strings that are equal once each run's own names (times, folders, host, ids) are taken out; ${formatInteger(totals.ownNamesReplaced)} names in all:`
    ),
    ...cutTable(
      [left("Where"), left(`In ${names.first}`), left(`In ${names.second}`)],
      ownNameStrings.map((found) => [
        words(code(found.place)),
        words(code(found.texts.first)),
        words(code(found.texts.second))
      ]),
      limits.rows
    )
  ];
}
function readNotes(comparison, files, limits) {
  const notes = comparison.coverage.readNotes;
  if (notes.length === 0) return [];
  const names = runNames(comparison);
  return [
    paragraph("Oddities met while reading, which did not stop it:"),
    ...cutList(
      notes.map(
        (note) => words(
          `${names[note.run]}, `,
          code(shortName(files, note.path, comparison[note.run])),
          `: ${note.message} (`,
          code(note.code),
          ")"
        )
      ),
      limits.rows
    )
  ];
}

// src/report/story/first-difference.ts
function firstDifferenceSection(report, files) {
  if (report.comparisons.length === 0) return null;
  const places = [...metricPlace(report, files), ...tensorPlace(report, files)];
  const { sentence } = report.firstDifference;
  const nothing = report.comparisons.every(({ coverage }) => coverage.totals.files === 0);
  const none = nothing ? "None was seen, for nothing was compared." : "None.";
  return section(
    "first-difference",
    "First difference",
    [places.length > 0 ? list(places) : paragraph(sentence === "" ? none : withShortNames(files, sentence))],
    { aside: "measured" }
  );
}
function metricPlace(report, files) {
  const { metric } = report.firstDifference;
  const [only, ...others] = report.comparisons;
  if (metric === null || only === void 0) return [];
  const names = others.length === 0 ? runNames(only) : { first: "one run", second: "another" };
  const value = (text) => text === null ? words("no point") : words(code(text));
  return [
    words(
      strong(`${metric.stepKind.charAt(0).toUpperCase()}${metric.stepKind.slice(1)} ${metric.step}`),
      ", ",
      code(metric.series),
      " in ",
      code(shortName(files, metric.file)),
      ": ",
      value(metric.values.first),
      ` in ${names.first}, `,
      value(metric.values.second),
      ` in ${names.second}.`
    )
  ];
}
function tensorPlace(report, files) {
  const { tensor } = report.firstDifference;
  if (tensor === null) return [];
  return [
    words(
      strong("Tensor"),
      " ",
      code(tensor.path),
      " in ",
      code(shortName(files, tensor.file)),
      ...tensorDifference(report, files, tensor),
      "."
    )
  ];
}
function tensorDifference(report, files, tensor) {
  const name = shortName(files, tensor.file);
  for (const comparison of report.comparisons) {
    const found = leavesOf(comparison.difference).find(
      ({ leaf, file }) => leaf.kind === "values" && leaf.place === tensor.path && file !== null && shortName(files, file.place) === name
    );
    if (found !== void 0) return words(" differs in ", describeLeaf(found.leaf, runNames(comparison)));
  }
  return words(`: ${tensor.summary.replace(/\.$/, "")}`);
}
function likelyCauseSection(report, files, limits) {
  const inferred = report.findings.filter((finding) => finding.certainty === "inferred" && isOpen(finding));
  if (inferred.length > 0) {
    const items = inferred.map((finding) => findingText(finding, files));
    return section("likely-cause", "Likely cause", cutList(items, limits.rows), { aside: "inferred" });
  }
  if (report.judgement.outcome !== "divergent") return null;
  return section("likely-cause", "Likely cause", [paragraph("Not known; no check found grounds for one.")], {
    aside: "inferred"
  });
}

// src/report/story/not-compared.ts
var namesShown = 5;
var whyRank = { unread: 0, special: 1, policy: 2, listed: 3 };
var nouns = {
  checkpoint: "checkpoint",
  metrics: "metric file",
  record: "record",
  log: "log",
  bookkeeping: "bookkeeping file",
  image: "image",
  other: "file",
  ignored: "file"
};
function notComparedSection(report, files, limits) {
  if (report.comparisons.length === 0) return null;
  const blocks = [];
  for (const comparison of report.comparisons) {
    const label = comparisonLabel(report, comparison);
    const told = [
      ...reasons(comparison, files, limits),
      ...ambiguous(comparison, files, limits),
      ...sameFiles(comparison, files, limits)
    ];
    if (told.length > 0 && label !== "") blocks.push(paragraph({ text: label, style: "strong" }));
    blocks.push(...told);
  }
  return section(
    "not-compared",
    "Not compared",
    blocks.length === 0 ? [paragraph("Nothing: every file that the runs left was compared.")] : blocks
  );
}
function reasons(comparison, files, limits) {
  const groups = /* @__PURE__ */ new Map();
  for (const entry of comparison.coverage.notCompared) {
    const key = JSON.stringify([entry.why, reasonText(entry), entry.role, entry.run]);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [entry]);
    else group.push(entry);
  }
  if (groups.size === 0) return [];
  const items = [...groups.values()].toSorted(([a], [b]) => whyRank[a.why] - whyRank[b.why]).map((entries) => reasonLine(entries, comparison, files));
  return cutList(items, limits.rows);
}
function reasonLine(entries, comparison, files) {
  const [entry] = entries;
  const only = entry.run === "both" ? "" : ` of ${runNames(comparison)[entry.run]}`;
  const count = `${plural(entries.length, nouns[entry.role])}${only}`;
  const paths = namesText(
    entries.map(({ path, run }) => shortName(files, path, run === "both" ? null : comparison[run]))
  );
  const reason = reasonText(entry);
  const because = reason === "" ? [] : words(" ", quiet(`(${reason})`));
  switch (entry.why) {
    case "unread":
      return words(count, " ", { text: "could not be read", style: "doubt" }, ": ", paths, because);
    case "special":
      return words(count, " ", { text: "not opened", style: "doubt" }, ": ", paths, because);
    case "policy":
      return entry.role === "ignored" ? words(count, " set aside: ", paths, because) : words("Set aside in ", paths, `: ${reason}`);
    case "listed":
      return entry.role === "record" ? words(count, `, ${reason}: `, paths) : words(count, ", listed only: ", paths, because);
    default:
      entry.why;
      return [];
  }
}
function reasonText({ why, role, reason }) {
  if (why !== "listed" || role !== "record") return reason;
  return reason.replace(/^records are /, "").replace(/ \([^()]*\)$/, "");
}
function namesText(names) {
  const shown = joined(
    names.slice(0, namesShown).map((name) => words(code(name))),
    ", "
  );
  const rest = names.length - namesShown;
  return rest <= 0 ? shown : words(shown, ` and ${formatInteger(rest)} more`);
}
function ambiguous(comparison, files, limits) {
  const { ambiguous: pairings2 } = comparison.coverage;
  if (pairings2.length === 0) return [];
  return [
    paragraph(
      `${plural(pairings2.length, "name")} could not be paired, since more than one file of a run could be meant. Nothing was guessed:`
    ),
    ...cutList(
      pairings2.map(
        (pairing) => words(
          code(shortName(files, pairing.neutralPath)),
          ": ",
          namesText(pairing.first),
          " against ",
          namesText(pairing.second)
        )
      ),
      limits.rows
    )
  ];
}
function sameFiles(comparison, files, limits) {
  const { sameInode } = comparison.coverage;
  if (sameInode.length === 0) return [];
  return [
    paragraph("One and the same file on both sides (same device and inode), so that comparing proves nothing:"),
    ...cutList(
      sameInode.map((path) => words(code(shortName(files, path)))),
      limits.rows
    )
  ];
}

// src/report/story/record.ts
var namesShown2 = 3;
function recordSection(report, files) {
  const [first] = report.inventories;
  if (first === void 0 || report.inventories.every((inventory) => inventory.files.length === 0)) return null;
  const parts = partsOf(report, first, files).map((part) => ({
    ...part,
    findings: openOf(report.findings, part.groups)
  }));
  const told = parts.filter(({ found, findings }) => found.length > 0 || findings.length > 0);
  const absent = parts.filter((part) => !told.includes(part)).map(({ title }) => title.toLowerCase());
  const rows = told.map(({ title, found, against, findings }) => [
    words(title),
    found.length === 0 ? words(quiet("nothing")) : found,
    words(found.length === 0 ? "" : against.length === 0 ? quiet("nothing") : against.join(", ")),
    outcomeOf(findings)
  ]);
  const columns = [left(""), left("Found"), left("Held against"), left("Findings")];
  return section("record", "Record", [
    ...rows.length === 0 ? [] : [{ kind: "table", columns, rows }],
    ...absent.length === 0 ? [] : [paragraph(quiet(`Nothing was found of: ${absent.join(", ")}.`))]
  ]);
}
function partsOf(report, first, files) {
  const otherRun = report.inventories.length > 1 ? ["the other run"] : [];
  const names = (kind) => namesText2(recordsOf(first, kind).map(({ neutralPath: neutralPath2 }) => shortName(files, neutralPath2)));
  const configurations = configurationsOf(first);
  const ours = report.runs.some(({ end }) => end !== null);
  const seen = report.runs.flatMap((run) => seenProcesses(run.observed));
  const packages = new Set(seen.flatMap(({ distributions }) => distributions.map(({ name }) => name))).size;
  return [
    {
      title: "Layout",
      groups: ["layout"],
      found: names("layout"),
      against: [
        ...ours && recordsOf(first, "layout").some(({ timestamp }) => timestamp !== null) ? ["the run's clock"] : []
      ]
    },
    {
      title: "Configuration",
      groups: ["configuration"],
      found: namesText2(
        configurations.map(({ neutralFile, entry, line }) => {
          const name = shortName(files, neutralFile);
          return entry === null ? `${name}${line === null ? "" : `:${line}`}` : `${name}[${entry}]`;
        })
      ),
      against: configurations.length === 0 ? [] : [...configurations.length > 1 ? ["each other"] : [], ...otherRun, ...ours ? ["the seed"] : []]
    },
    {
      title: "Environment",
      groups: ["environment"],
      found: names("environment"),
      against: recordsOf(first, "environment").length === 0 ? [] : ["the schema", ...otherRun, ...claimsText(report, first)]
    },
    {
      title: "Packages",
      groups: ["requirements"],
      found: names("requirements").length > 0 ? names("requirements") : locksText(report),
      against: packages === 0 ? otherRun : [...otherRun, `${plural(packages, "imported package")}`]
    },
    {
      title: "Dataset",
      groups: ["dataset"],
      found: names("dataset"),
      against: [
        ...report.datasets.filter(({ digests }) => digests.length > 0).map(({ path }) => `${path} (hashed)`).slice(0, namesShown2),
        ...recordsOf(first, "dataset").length === 0 ? [] : otherRun
      ]
    },
    {
      title: "Checkpoints",
      groups: ["checkpoints"],
      found: first.checkpoints.length === 0 ? [] : words(plural(first.checkpoints.length, "checkpoint")),
      against: first.checkpoints.length === 0 ? [] : [...first.series.length > 0 ? [plural(first.series.length, "metric series", "metric series")] : []]
    },
    {
      title: "Seeds and settings",
      groups: ["seeds", "determinism", "record"],
      found: seen.length === 0 ? [] : words(`observed in ${plural(seen.length, "process", "processes")}`),
      against: seen.length === 0 ? [] : otherRun
    }
  ];
}
function namesText2(all) {
  const names = [...new Set(all)];
  const shown = joined(
    names.slice(0, namesShown2).map((name) => words(code(name))),
    ", "
  );
  return names.length <= namesShown2 ? shown : words(shown, ` and ${formatInteger(names.length - namesShown2)} more`);
}
function locksText({ locks }) {
  return locks.length === 0 ? [] : words(namesText2(locks.map(({ path }) => path)), quiet(" of the repository"));
}
function claimsText(report, first) {
  const run = report.runs.find(({ number }) => number === first.run);
  if (run === void 0 || run.end === null) return [];
  const verified = recordsOf(first, "environment").reduce((sum, { value }) => sum + readClaims(value, run).verified, 0);
  return verified === 0 ? [] : [`${plural(verified, "value")} that ${verified === 1 ? "was" : "were"} seen`];
}
function openOf(findings, groups) {
  return findings.filter((finding) => isOpen(finding) && groups.includes(finding.check.split("/")[0] ?? ""));
}
function outcomeOf(findings) {
  const styles = { error: "bad", warning: "doubt", notice: "quiet" };
  const counted2 = ["error", "warning", "notice"].flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [words({ text: plural(count, severity), style: styles[severity] })];
  });
  return counted2.length === 0 ? words({ text: "none", style: "good" }) : joined(counted2, ", ");
}

// src/report/story/runs.ts
var tailLines = 20;
function runsSection(report, limits) {
  const { runs } = report;
  if (runs.length === 0) return section("runs", "Runs", [paragraph("None was started.")]);
  const blocks = [
    {
      kind: "table",
      columns: [left(""), ...runs.map((run) => left(runName(run.number)))],
      rows: rowsOf(report).filter((row) => row.slice(1).some((cell) => cell.length > 0))
    }
  ];
  if (runs.length < report.runsRequested) {
    blocks.push(paragraph(`${plural(report.runsRequested, "run")} were asked for.`));
  }
  const odd = runs.flatMap(oddities);
  if (odd.length > 0) blocks.push(...cutList(odd, limits.rows));
  for (const run of runs) {
    if (run.end === null || runSucceeded(run.end) || run.logTail.length === 0) continue;
    blocks.push(paragraph(`The last lines that ${runName(run.number)} printed:`));
    blocks.push({ kind: "output", lines: run.logTail.slice(-tailLines) });
  }
  const seed = sameSeed(report);
  return section("runs", "Runs", blocks, { aside: seed === null ? null : `seed ${seed}` });
}
function sameSeed({ runs }) {
  const seed = runs[0]?.seed ?? null;
  return runs.every((run) => run.seed === seed) ? seed : null;
}
function rowsOf(report) {
  const each = (title, cell) => [
    words(strong(title)),
    ...report.runs.map(cell)
  ];
  const inventory = (run) => report.inventories.find((candidate) => candidate.run === run.number) ?? null;
  return [
    each("End", (run) => endText(run)),
    ...sameSeed(report) === null ? [each("Seed", (run) => run.seed === null ? [] : words(String(run.seed)))] : [],
    each("Left", (run) => leftText(inventory(run))),
    each("Could not be read", (run) => {
      const unread = inventory(run)?.unread.length ?? 0;
      return unread === 0 ? [] : words({ text: plural(unread, "file"), style: "doubt" });
    })
  ];
}
function endText(run) {
  if (run.end === null) return words(quiet("not run by this audit"));
  return words(
    { text: describeRunEnd(run.end), style: runSucceeded(run.end) ? "plain" : "bad" },
    ` after ${formatDuration(run.durationMs)}`
  );
}
function leftText(inventory) {
  if (inventory === null) return [];
  const bytes = inventory.files.reduce((sum, file) => sum + file.byteLength, 0);
  const checkpoints = inventory.checkpoints.length;
  return words(
    `${plural(inventory.files.length, "file")} (${formatBytes(bytes)}), ${plural(checkpoints, "checkpoint")}`
  );
}
function oddities(run) {
  const name = runName(run.number);
  const survivors = run.survivors.map(
    (survivor) => words(
      `${name} left process ${survivor.pid} (`,
      code(survivor.command),
      survivor.killed ? ") behind; it was killed." : ") behind, and it could not be killed."
    )
  );
  const outside = run.outside.length === 0 ? [] : [words(`${name} changed ${plural(run.outside.length, "file")} outside its outputs.`)];
  return [
    ...run.doubts.map((doubt) => words(`${name}: ${doubt.message} (`, code(doubt.code), ")")),
    ...survivors,
    ...outside
  ];
}

// src/report/story/series.ts
function seriesSection(report, files, limits) {
  if (report.comparisons.length === 0) return null;
  const rows = report.comparisons.flatMap(rowsOf2);
  if (rows.length === 0) {
    return section("series", "Metrics", [paragraph("No metric series was compared.")]);
  }
  const [only] = report.comparisons.length === 1 ? report.comparisons : [];
  const places = new Set(rows.map((row) => row.series.place));
  const place = places.size === 1 ? rows[0]?.series.place : void 0;
  const columns = [
    ...only === void 0 ? [left("Runs")] : [],
    left("Series"),
    ...place === void 0 ? [left("File")] : [],
    right("Points"),
    ...only === void 0 ? [left("Last values")] : [left(`Last in ${runNames(only).first}`), left(`Last in ${runNames(only).second}`)],
    left("First divergent step"),
    right("Largest gap")
  ];
  const cells = rows.toSorted((a, b) => order(a) - order(b)).map((row) => [
    ...only === void 0 ? [words(comparisonLabel(report, row.comparison))] : [],
    words(code(row.series.name)),
    ...place === void 0 ? [words(code(shortName(files, row.series.place)))] : [],
    words(pairText(formatInteger(row.series.points.first), formatInteger(row.series.points.second))),
    ...only === void 0 ? [joined(lastValues(row.series), " / ")] : lastValues(row.series),
    divergence(row),
    words(row.leaf === null || row.leaf.maxAbs === null ? "" : formatFloat(row.leaf.maxAbs))
  ]);
  return section("series", "Metrics", cutTable(columns, cells, limits.rows), {
    aside: place === void 0 ? null : shortName(files, place)
  });
}
function rowsOf2(comparison) {
  const leaves = /* @__PURE__ */ new Map();
  for (const { leaf, file } of leavesOf(comparison.difference)) {
    if (leaf.kind === "series") leaves.set(JSON.stringify([file?.place ?? "", leaf.place]), leaf);
  }
  return comparison.coverage.series.map((series) => ({
    comparison,
    series,
    leaf: leaves.get(JSON.stringify([series.place, series.name])) ?? null
  }));
}
function order({ series }) {
  if (!series.decides) return Number.MAX_VALUE;
  return series.firstDivergentStep ?? Number.MAX_SAFE_INTEGER;
}
function divergence({ series, leaf }) {
  const step = series.firstDivergentStep;
  const shown = series.decides ? "" : "; shown, never judged";
  if (step === null) return words({ text: "none", style: "good" }, quiet(shown));
  if (!series.decides) return words(`${series.stepKind} ${step}`, quiet(shown));
  return leaf?.tolerated === true ? words({ text: `${series.stepKind} ${step}`, style: "doubt" }, ", within the tolerance") : words({ text: `${series.stepKind} ${step}`, style: "bad" });
}
function lastValues({ last, stepKind }) {
  const { first, second } = last;
  const short = { first: sixDigits(first?.value ?? ""), second: sixDigits(second?.value ?? "") };
  const exact = first?.value !== second?.value && short.first === short.second;
  const said = (point, text) => point === null ? words("no point") : words(code(exact ? point.value : text), first?.step === second?.step ? "" : ` (${stepKind} ${point.step})`);
  return first === null && second === null ? [[], []] : [said(first, short.first), said(second, short.second)];
}
function sixDigits(text) {
  const value = Number(text);
  if (!/[.e]/i.test(text) || !Number.isFinite(value)) return text;
  const short = String(Number(value.toPrecision(6)));
  return short.length < text.length ? short : text;
}
function pairText(first, second) {
  return first === second ? first : `${first} / ${second}`;
}

// src/report/story/settings.ts
var originOrder = ["input", "flag", "config file", "default"];
function settingsSection(report) {
  const { policy, meta } = report;
  const items = [
    words(strong("Required"), ": ", code(policy.require), "; findings fail the audit: ", code(policy.failOn)),
    words(strong("Tolerance"), ": ", ...toleranceText(report))
  ];
  for (const origin of originOrder) {
    const names = Object.entries(meta.origins).filter(([, from]) => from === origin).map(([name]) => words(code(name))).toSorted((a, b) => textOf(a) < textOf(b) ? -1 : 1);
    if (names.length > 0) items.push(words(strong(originTitle[origin]), ": ", joined(names, ", ")));
  }
  items.push(
    words(
      strong("Audit"),
      ": ",
      code(meta.auditId),
      `, ${meta.createdAt}, train-twice ${meta.tool.version}, Node ${meta.node}, ${meta.platform}`
    )
  );
  return section("settings", "Settings", [list(items)], { folded: true });
}
var originTitle = {
  input: "From inputs",
  flag: "From flags",
  "config file": "From the config file",
  default: "By default"
};
function toleranceText(report) {
  const { everywhere, rules } = report.policy.tolerance;
  const shown = [
    ...rules.map((entry) => words(code(entry.glob), ` ${ruleText(entry.rule)}`)),
    ...everywhere === null ? [] : [words(`everywhere else ${ruleText(everywhere)}`)]
  ];
  return [shown.length === 0 ? words("none, to the last bit") : joined(shown, "; ")];
}
function ruleText(rule) {
  return `atol ${formatFloat(rule.atol)}, rtol ${formatFloat(rule.rtol)}, max-ulp ${formatFloat(rule.maxUlp)}`;
}
function textOf(text) {
  return text.map((span) => span.text).join("");
}

// src/judge/effects.ts
function knownEffect(effect) {
  switch (effect) {
    case "content":
    case "tolerated":
    case "structure":
    case "none":
    case "unknown":
      return effect;
    default:
      effect;
      return "unknown";
  }
}
function leavesWith(comparison, effect) {
  return leavesOf(comparison.difference).filter((located) => knownEffect(located.effect) === effect);
}
function countDiffering(leaves) {
  const counts = { tensors: 0, values: 0, series: 0, files: 0 };
  for (const { leaf } of leaves) counts[whatDiffers(leaf)] += 1;
  return counts;
}
function whatDiffers(leaf) {
  switch (leaf.kind) {
    case "dtype":
    case "shape":
    case "values":
      return "tensors";
    case "missing":
      return leaf.what === "file" ? "files" : leaf.what === "series" ? "series" : "tensors";
    case "series":
      return "series";
    case "scalar":
    case "entry-kind":
    case "structure":
      return "values";
    case "bytes":
      return leaf.place === "" ? "files" : "values";
    case "line":
    case "container-bytes":
    case "unread":
      return "files";
    default:
      leaf;
      return "files";
  }
}

// src/judge/first-difference.ts
function firstDifference(evidence) {
  for (const effect of ["content", "tolerated"]) {
    const leaves = evidence.comparisons.flatMap((comparison) => leavesWith(comparison, effect));
    if (leaves.length === 0) continue;
    const metric = firstMetric(leaves);
    const tensor = firstTensor(leaves);
    return { metric, tensor, sentence: sentenceOf(metric, tensor, leaves) };
  }
  return { metric: null, tensor: null, sentence: "" };
}
var stepKinds = ["step", "epoch", "row"];
function firstMetric(leaves) {
  const found = leaves.flatMap(
    ({ leaf, file }) => leaf.kind === "series" ? [
      {
        series: leaf.place,
        file: pathOf(file),
        stepKind: leaf.stepKind,
        step: leaf.firstStep,
        values: leaf.firstValues
      }
    ] : []
  );
  const order2 = (a, b) => stepKinds.indexOf(a.stepKind) - stepKinds.indexOf(b.stepKind) || a.step - b.step;
  return found.toSorted(order2)[0] ?? null;
}
function firstTensor(leaves) {
  const found = leaves.flatMap(({ leaf, file }) => {
    const summary = tensorSummary(leaf);
    return summary === null || file?.file?.role === "image" ? [] : [{ file: pathOf(file), path: leaf.place, summary }];
  });
  const age = (tensor) => checkpointNumber(tensor.file)?.number ?? Number.MAX_SAFE_INTEGER;
  return found.toSorted((a, b) => age(a) - age(b))[0] ?? null;
}
function tensorSummary(leaf) {
  if (leaf.kind === "values") return describeDelta(leaf.delta);
  if (leaf.kind === "dtype") return `${leaf.dtypes.first} in the first run, ${leaf.dtypes.second} in the second`;
  if (leaf.kind === "shape")
    return `${formatShape(leaf.shapes.first)} in the first run, ${formatShape(leaf.shapes.second)} in the second`;
  if (leaf.kind === "missing" && leaf.what === "entry") return `only in the ${leaf.presentIn} run`;
  return null;
}
function sentenceOf(metric, tensor, leaves) {
  const parts = [];
  if (metric !== null) {
    const { first, second } = metric.values;
    parts.push(
      `${quote(metric.series)} differs first at ${metric.stepKind} ${formatInteger(metric.step)}: ${first ?? "no point"} in the first run, ${second ?? "no point"} in the second`
    );
  }
  if (tensor !== null)
    parts.push(`the first tensor that differs is ${quote(tensor.path)} in ${quote(tensor.file)}: ${tensor.summary}`);
  const [other] = leaves;
  if (parts.length === 0 && other !== void 0) parts.push(otherSentence(other));
  const text = parts.join("; ");
  return text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
function otherSentence({ leaf, file }) {
  const path = file === null ? leaf.place : pathOf(file);
  if (leaf.kind === "missing")
    return `${quote(leaf.what === "file" ? path : leaf.place)} is only in the ${leaf.presentIn} run`;
  if (leaf.kind === "scalar")
    return `${quote(leaf.place)} in ${quote(path)} is ${quote(leaf.values.first.text, 60)} in the first run, ${quote(leaf.values.second.text, 60)} in the second`;
  if (leaf.kind === "bytes")
    return `the bytes of ${quote(path)} differ from byte ${formatInteger(leaf.firstOffset)} on (${formatSizes(leaf.sizes.first, leaf.sizes.second)})`;
  return `${quote(leaf.place === "" ? path : leaf.place)} differs`;
}
function pathOf(file) {
  const paths = file?.file?.paths;
  if (paths === void 0) return file?.place ?? "";
  return paths.first === paths.second ? paths.first ?? file?.place ?? "" : file?.place ?? paths.first ?? "";
}

// src/judge/verdict-sentence.ts
function verdictSentence(verdict, evidence, weak) {
  const totals = leastTotals(evidence.comparisons);
  const runs = `${formatInteger(evidence.runs.length)} runs`;
  switch (verdict) {
    case "identical":
      return `Identical: ${runs} agree byte for byte in ${extent(totals)}.`;
    case "equivalent":
      return `Equivalent: ${runs} agree in ${extent(totals)}; ${bytesClause(evidence.comparisons)}.`;
    case "within-tolerance": {
      const differing = evidence.comparisons.flatMap((comparison) => leavesWith(comparison, "tolerated"));
      return `Within tolerance: ${runs} agree in ${extent(totals)} save for ${differingText(countDiffering(differing), null)}, inside the declared tolerance.`;
    }
    case "divergent": {
      const { metric, tensor } = firstDifference(evidence);
      const first = metric !== null ? `; first at ${metric.stepKind} ${formatInteger(metric.step)} of ${quote(metric.series)}` : tensor !== null ? `; first in ${quote(tensor.path)} of ${quote(tensor.file)}` : "";
      return `Divergent: ${divergentText(evidence.comparisons, totals)}${first}.`;
    }
    case "inconclusive": {
      const [reason = "Nothing was compared."] = weak;
      return `Inconclusive: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
    }
    default:
      verdict;
      return "";
  }
}
function leastTotals(comparisons) {
  const least = (pick) => comparisons.length === 0 ? 0 : Math.min(...comparisons.map(({ coverage }) => pick(coverage.totals)));
  return {
    files: least((totals) => totals.files),
    checkpoints: least((totals) => totals.checkpoints),
    tensors: least((totals) => totals.tensors),
    elements: least((totals) => totals.elements),
    tensorBytes: least((totals) => totals.tensorBytes),
    scalars: least((totals) => totals.scalars),
    series: least((totals) => totals.series),
    points: least((totals) => totals.points),
    bytesComparedFiles: least((totals) => totals.bytesComparedFiles),
    ownNamesReplaced: least((totals) => totals.ownNamesReplaced)
  };
}
function extent(totals) {
  const parts = [];
  if (totals.checkpoints > 0)
    parts.push(
      `${plural(totals.checkpoints, "checkpoint")} (${plural(totals.tensors, "tensor")}, ${plural(totals.elements, "element")})`
    );
  if (totals.series > 0)
    parts.push(`${plural(totals.series, "metric series", "metric series")} (${plural(totals.points, "point")})`);
  if (totals.bytesComparedFiles > 0) parts.push(`${plural(totals.bytesComparedFiles, "other file")}`);
  return formatList(parts);
}
function bytesClause(comparisons) {
  const aspects = new Set(
    comparisons.flatMap(
      (comparison) => leavesWith(comparison, "structure").flatMap(
        ({ leaf }) => leaf.kind === "structure" && leaf.aspect !== "container" ? [leaf.aspect] : []
      )
    )
  );
  const names = Math.max(0, ...comparisons.map(({ coverage }) => coverage.totals.ownNamesReplaced));
  const where2 = ["the container"];
  if (aspects.size > 0) where2.push(`structure (${formatList([...aspects].sort(), 4)})`);
  if (names > 0) where2.push(`${plural(names, "name")} of the runs' own`);
  return `the bytes differ only in ${formatList(where2)}`;
}
function divergentText(comparisons, totals) {
  const counts = comparisons.map((comparison) => countDiffering(leavesWith(comparison, "content")));
  const most = (pick) => Math.max(0, ...counts.map(pick));
  const worst = {
    tensors: most((count) => count.tensors),
    values: most((count) => count.values),
    series: most((count) => count.series),
    files: most((count) => count.files)
  };
  const single = worst.tensors + worst.values + worst.series + worst.files === 1;
  return `${differingText(worst, totals)} ${single ? "differs" : "differ"}`;
}
function differingText(counts, totals) {
  const of2 = (count, all, one, many) => count === 0 ? [] : [
    all === null || all < count ? plural(count, one, many) : `${formatInteger(count)} of ${plural(all, one, many)}`
  ];
  return formatList([
    ...of2(counts.tensors, totals?.tensors ?? null, "tensor"),
    ...of2(counts.values, null, "value"),
    ...of2(counts.series, totals?.series ?? null, "metric series", "metric series"),
    ...of2(counts.files, null, "file")
  ]);
}
var mostReasons = 10;
function differingReasons(verdict, evidence) {
  if (verdict !== "divergent" && verdict !== "within-tolerance") return [];
  const effect = verdict === "divergent" ? "content" : "tolerated";
  const reasons2 = [];
  for (const comparison of evidence.comparisons) {
    const byFile = /* @__PURE__ */ new Map();
    for (const located of leavesWith(comparison, effect)) {
      const file = located.file?.place ?? located.leaf.place;
      const leaves = byFile.get(file);
      if (leaves === void 0) byFile.set(file, [located]);
      else leaves.push(located);
    }
    for (const [file, leaves] of byFile) {
      const what2 = differingText(countDiffering(leaves), null);
      reasons2.push(`Run ${comparison.first} and run ${comparison.second} differ in ${quote(file)}: ${what2}.`);
    }
  }
  const rest = reasons2.length - mostReasons;
  return rest > 0 ? [...reasons2.slice(0, mostReasons), `And ${plural(rest, "further file")}.`] : reasons2;
}

// src/report/story/verdict.ts
var labels = {
  identical: "Identical",
  equivalent: "Equivalent",
  "within-tolerance": "Within tolerance",
  divergent: "Divergent",
  inconclusive: "Inconclusive",
  "record-sound": "Record sound",
  "record-faulty": "Record faulty",
  "run-failed": "Run failed",
  cancelled: "Cancelled"
};
function outcomeLabel(outcome) {
  return labels[outcome];
}
var marks = { good: "✓", bad: "✗", doubt: "?" };
var notCorrectness = "Reproducible is not the same as correct: whether the model is any good was not judged.";
function verdictTone(report) {
  if (report.judgement.passed) return "good";
  const { outcome } = report.judgement;
  return outcome === "inconclusive" || outcome === "cancelled" ? "doubt" : "bad";
}
function sentenceWithoutWord(judgement) {
  const word = `${outcomeLabel(judgement.outcome)}: `;
  return judgement.sentence.startsWith(word) ? judgement.sentence.slice(word.length) : judgement.sentence;
}
function verdictSection(report, files, limits) {
  const { judgement } = report;
  const tone = verdictTone(report);
  const blocks = [
    {
      kind: "verdict",
      tone,
      mark: marks[tone],
      word: `${outcomeLabel(judgement.outcome)}${judgement.passed ? "" : notPassed(report)}`,
      text: words(withShortNames(files, sentenceWithoutWord(judgement)))
    }
  ];
  const reasons2 = furtherReasons(report);
  if (reasons2.length > 0) {
    blocks.push(
      ...cutList(
        reasons2.map((reason) => words(withShortNames(files, reason))),
        limits.rows
      )
    );
  }
  blocks.push(...report.comparisons.map((comparison) => paragraph(compared(report, files, comparison))));
  if (report.comparisons.length === 0 && report.meta.subject !== "check") {
    blocks.push(paragraph(strong("Compared"), ": nothing. There are no two runs to hold against each other."));
  }
  const names = namesText3(report, files);
  if (names.length > 0) blocks.push(paragraph(names));
  blocks.push(paragraph({ text: notCorrectness, style: "quiet" }));
  return section("verdict", "Verdict", blocks);
}
var failingFindings = /^[\d,]+ findings? fails? the audit: /;
function furtherReasons(report) {
  const { outcome, reasons: reasons2, sentence } = report.judgement;
  if (outcome === "run-failed" && reasons2.length === 1) return [];
  const said = sentence.slice(sentence.indexOf(": ") + 2);
  const told = outcome === "divergent" || outcome === "within-tolerance" ? differingReasons(outcome, { ...report, today: "" }) : [];
  return reasons2.filter(
    (reason) => !told.includes(reason) && reason.toLowerCase() !== said.toLowerCase() && !(outcome === "divergent" && failingFindings.test(reason))
  );
}
function namesText3(report, files) {
  const told = files.folder === "" || report.comparisons.length === 1;
  return words(
    ...told ? [] : ["Files are named as they lie below ", code(files.folder), ". "],
    liesOutside(files) ? "Names that begin with ./ lie outside that folder." : ""
  );
}
function notPassed(report) {
  const { outcome } = report.judgement;
  return outcome === "identical" || outcome === "equivalent" || outcome === "within-tolerance" ? ", not passed" : "";
}
function compared(report, files, comparison) {
  const label = comparisonLabel(report, comparison);
  const { totals, notCompared, sameInode, ambiguous: ambiguous2 } = comparison.coverage;
  const counts = [
    `${plural(totals.files, "file")} that ${totals.files === 1 ? "decides" : "decide"}`,
    plural(totals.checkpoints, "checkpoint"),
    `${plural(totals.tensors, "tensor")} (${plural(totals.elements, "element")}, ${formatBytes(totals.tensorBytes)})`,
    ...totals.scalars === 0 ? [] : [plural(totals.scalars, "scalar")],
    `${plural(totals.series, "metric series", "metric series")} (${plural(totals.points, "point")})`,
    ...totals.bytesComparedFiles === 0 ? [] : [`${plural(totals.bytesComparedFiles, "other file")} by bytes`]
  ];
  const unread = notCompared.filter((entry) => entry.why === "unread").length;
  return words(
    strong("Compared"),
    label === "" ? "" : `, ${label}`,
    ...label === "" && files.folder !== "" ? [" below ", code(files.folder)] : [],
    `: ${counts.join(", ")}.`,
    totals.ownNamesReplaced > 0 ? ` Own names taken out of strings: ${formatInteger(totals.ownNamesReplaced)}.` : "",
    unread > 0 ? ` Could not be read: ${plural(unread, "file")}.` : "",
    ambiguous2.length > 0 ? ` Could not be paired: ${plural(ambiguous2.length, "name")}.` : "",
    sameInode.length > 0 ? ` One and the same file on both sides, which proves nothing: ${plural(sameInode.length, "pair")}.` : ""
  );
}

// src/report/story.ts
function tellStory(report, limits) {
  const names = fileNames(report.inventories);
  const sections = [
    verdictSection(report, names, limits),
    firstDifferenceSection(report, names),
    likelyCauseSection(report, names, limits),
    advice(report, names, limits),
    runsSection(report, limits),
    ...checkpointSections(report, names, limits),
    seriesSection(report, names, limits),
    recordSection(report, names),
    findingsSection(report, names, limits),
    notComparedSection(report, names, limits),
    evidenceSection(report, names, limits),
    settingsSection(report)
  ];
  return sections.filter((section2) => section2 !== null);
}

// src/report/text/wrap.ts
function wrapText(text, columns) {
  const limit = Math.max(4, columns);
  const lines = [];
  let line = [];
  let used = 0;
  const flush = () => {
    const last = line.at(-1);
    if (last !== void 0) line[line.length - 1] = { ...last, text: last.text.trimEnd() };
    lines.push(merged(line));
    line = [];
    used = 0;
  };
  for (const word of wordsOf(text, limit)) {
    const width2 = widthOf(word);
    if (used > 0 && used + width2 - trailingSpaces(word) > limit) flush();
    line.push(...word);
    used += width2;
  }
  if (line.length > 0) flush();
  return lines;
}
function merged(line) {
  const spans = [];
  for (const span of line) {
    const last = spans.at(-1);
    if (last?.style === span.style) spans[spans.length - 1] = { ...last, text: last.text + span.text };
    else spans.push(span);
  }
  return spans;
}
function wordsOf(text, limit) {
  const found = [];
  let word = [];
  const end = () => {
    if (widthOf(word) - trailingSpaces(word) > limit) found.push(...word.map((piece) => [piece]));
    else if (word.length > 0) found.push(word);
    word = [];
  };
  for (const span of text) {
    for (const part of span.text.split(/(?<= )(?=[^ ])/)) {
      for (const piece of hardCut(part, limit)) word.push({ text: piece, style: span.style });
      if (part.endsWith(" ")) end();
    }
  }
  end();
  return found;
}
function hardCut(text, limit) {
  if (textWidth(text) <= limit) return [text];
  const pieces = [];
  let piece = "";
  for (const character of text) {
    if (piece !== "" && textWidth(piece) + textWidth(character) > limit) {
      const end = goodEnd(piece);
      pieces.push(piece.slice(0, end));
      piece = piece.slice(end);
    }
    piece += character;
  }
  pieces.push(piece);
  return pieces;
}
function goodEnd(piece) {
  const at = Math.max(piece.lastIndexOf("/"), piece.lastIndexOf("."), piece.lastIndexOf("_"), piece.lastIndexOf("-"));
  return at > piece.length / 2 ? at + 1 : piece.length;
}
function widthOf(text) {
  return text.reduce((sum, span) => sum + textWidth(span.text), 0);
}
function trailingSpaces(word) {
  const last = word.at(-1);
  return last === void 0 ? 0 : last.text.length - last.text.trimEnd().length;
}

// src/report/text/table.ts
var gap = 2;
var narrowest = 8;
var cramped = 14;
function layTable(columns, rows, available) {
  const widths = columnWidths(columns, rows, available);
  if (widths === null) return layStacked(columns, rows, available);
  return [columns.map((column) => column.title), ...rows].flatMap((row) => layRow(row, columns, widths));
}
function fitsColumns(columns, rows, available) {
  const widths = columnWidths(columns, rows, available);
  return widths?.every((one, index) => width(columns[index]?.title ?? []) <= one) ?? false;
}
function columnWidths(columns, rows, available) {
  const all = [columns.map((column) => column.title), ...rows];
  const natural = columns.map((_, index) => all.reduce((most, row) => Math.max(most, width(row[index] ?? [])), 0));
  const widths = fittingWidths(natural, available);
  return widths.some((one, index) => one < cramped && one < (natural[index] ?? 0)) ? null : widths;
}
function layStacked(columns, rows, available) {
  return rows.flatMap((row) => {
    const [head = [], ...rest] = row;
    const told = rest.flatMap((cell, index) => {
      const title = columns[index + 1]?.title ?? [];
      if (cell.length === 0) return [];
      return wrapText([...title, { text: ": ", style: "plain" }, ...cell], available - gap).map((line) => [
        { text: " ".repeat(gap), style: "plain" },
        ...line
      ]);
    });
    return [...wrapText(head, available), ...told];
  });
}
function fittingWidths(natural, available) {
  const widths = [...natural];
  const budget = available - gap * (widths.length - 1);
  let excess = widths.reduce((sum, one) => sum + one, 0) - budget;
  while (excess > 0) {
    const widest2 = Math.max(...widths);
    if (widest2 <= narrowest) break;
    const at = widths.indexOf(widest2);
    const second = Math.max(narrowest, ...widths.filter((_, index) => index !== at));
    const cut = Math.min(excess, Math.max(1, widest2 - second));
    widths[at] = widest2 - cut;
    excess -= cut;
  }
  return widths;
}
function layRow(row, columns, widths) {
  const cells = widths.map((columnWidth, index) => wrapText(row[index] ?? [], columnWidth));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const laid = widths.flatMap((columnWidth, index) => {
      const cell = cells[index]?.[line] ?? [];
      const space = " ".repeat(Math.max(0, columnWidth - width(cell)));
      const between = index === 0 ? "" : " ".repeat(gap);
      return columns[index]?.align === "right" ? [{ text: between + space, style: "plain" }, ...cell] : [{ text: between, style: "plain" }, ...cell, { text: space, style: "plain" }];
    });
    return withoutTrailingSpace(laid);
  });
}
function withoutTrailingSpace(line) {
  const kept = [...line];
  while (kept.at(-1)?.text.trim() === "") kept.pop();
  return kept;
}
function width(text) {
  return text.reduce((sum, span) => sum + textWidth(span.text), 0);
}

// src/report/terminal.ts
var shortLimits = { rows: 12, differences: 4, perCheck: 1 };
var everything = Number.POSITIVE_INFINITY;
var fullLimits = { rows: everything, differences: everything, perCheck: everything };
var shortText = 400;
var fullText = 2e4;
var widest = 140;
var narrowest2 = 40;
var longestAside = 60;
var indent = "  ";
var terminalReporter = {
  id: "terminal",
  title: "Text for a terminal",
  fileName: null,
  render: renderTerminal
};
function renderTerminal(report, options) {
  const columns = Math.min(widest, Math.max(narrowest2, options.columns));
  const textLength = options.verbose ? fullText : shortText;
  const story = tellStory(report, options.verbose ? fullLimits : shortLimits);
  const lines = [];
  let before = null;
  for (const part of story) {
    if (part.folded && !options.verbose) continue;
    const laid = laySection(part, textLength, columns);
    if (before !== null && (laid.length > 1 || before.id === "verdict" || endsInRows(before))) lines.push([]);
    lines.push(...laid);
    before = part;
  }
  if (!options.verbose) lines.push(words(quiet("More with --verbose, and in report.json.")));
  return `${lines.map((line) => printed(line, options.color)).join("\n")}
`;
}
function endsInRows(part) {
  const kind = part.blocks.at(-1)?.kind;
  return kind === "table" || kind === "output";
}
function laySection(part, textLength, columns) {
  const blocks = part.blocks.map((block) => escapeBlock(block, textLength));
  if (part.id === "verdict") return blocks.flatMap((block) => layBlock(block, columns));
  const aside = part.aside === null ? "" : quiet(` (${escapeTerminal(part.aside, longestAside)})`);
  const heading = words(strong(part.title), aside);
  const [first, ...others] = blocks;
  const line = first === void 0 || others.length > 0 ? null : oneLine(heading, first, columns);
  if (line !== null) return [line];
  const rest = others.flatMap((block) => layBlock(block, columns));
  const merged2 = first?.kind === "table" ? headedTable(heading, first, columns) : null;
  return merged2 === null ? [heading, ...first === void 0 ? [] : layBlock(first, columns), ...rest] : [...merged2, ...rest];
}
function oneLine(heading, block, columns) {
  const text = block.kind === "paragraph" ? block.text : block.kind === "list" ? block.items[0] : void 0;
  if (text === void 0 || block.kind === "list" && (block.items.length > 1 || block.ordered)) return null;
  const line = words(heading, ": ", text);
  return textWidth(plainText(line)) <= columns ? line : null;
}
function headedTable(heading, block, columns) {
  const inner = columns - indent.length;
  const [first, ...others] = tableColumns(block);
  if (first === void 0) return null;
  const headed = [{ ...first, title: heading }, ...others];
  if (textWidth(plainText(heading)) > columns / 2 || !fitsColumns(headed, block.rows, inner)) return null;
  const [head = [], ...rows] = layTable(headed, block.rows, inner);
  const behind = heading.length + 1;
  return [words(head.slice(0, behind), indent, head.slice(behind)), ...indented(rows, indent, indent)];
}
function tableColumns(block) {
  return block.columns.map((column) => ({ title: words(quiet(column.title)), align: column.align }));
}
function printed(line, color) {
  return withoutCommands(
    line.map((span) => paint(span.text, span.style, color)).join("").trimEnd()
  );
}
function layBlock(block, columns) {
  const inner = columns - indent.length;
  switch (block.kind) {
    case "verdict":
      return indented(
        wrapText(
          words(
            { text: `${block.mark} ${block.word}${block.text.length === 0 ? "" : ":"}`, style: block.tone },
            " ",
            block.text
          ),
          inner
        ),
        "",
        indent
      );
    case "paragraph":
      return indented(wrapText(block.text, inner), indent, indent);
    case "list":
      return block.items.flatMap((item, index) => {
        const mark = block.ordered ? `${index + 1}. ` : "· ";
        return indented(wrapText(item, inner - mark.length), indent + mark, indent + " ".repeat(mark.length));
      });
    case "table":
      return indented(layTable(tableColumns(block), block.rows, inner), indent, indent);
    case "output":
      return block.lines.flatMap(
        (line) => indented(wrapText(words(quiet(line)), inner - 2), `${indent}│ `, `${indent}│ `)
      );
    default:
      block;
      return [];
  }
}
function indented(lines, first, rest) {
  return lines.map((line, index) => words(index === 0 ? first : rest, line));
}
function escapeBlock(block, length) {
  const escaped2 = (text) => text.map((span) => ({ ...span, text: escapeTerminal(span.text, length) }));
  switch (block.kind) {
    case "verdict":
    case "paragraph":
      return { ...block, text: escaped2(block.text) };
    case "list":
      return { ...block, items: block.items.map(escaped2) };
    case "table":
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, title: escapeTerminal(column.title, length) })),
        rows: block.rows.map((row) => row.map(escaped2))
      };
    case "output":
      return { ...block, lines: block.lines.map((line) => escapeTerminal(line, length)) };
    default:
      block;
      return block;
  }
}

// src/report/json-text.ts
var lineLength = 100;
function jsonText(value) {
  return `${spread(value, "")}
`;
}
function jsonLine(value) {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return numberText(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (isArray(value)) return `[${value.map(jsonLine).join(", ")}]`;
  const members = Object.entries(value).map(([key, member]) => `${quotedKey(key)}: ${jsonLine(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
function lineWithin(value, most) {
  let room = most;
  const visit = (part) => {
    if (typeof part !== "object" || part === null) {
      if (typeof part === "string" && part.length > room) return null;
      const text = jsonLine(part);
      room -= text.length;
      return room < 0 ? null : text;
    }
    const list2 = isArray(part);
    room -= 4;
    const texts = [];
    for (const [key, member] of list2 ? part.entries() : Object.entries(part)) {
      room -= typeof key === "string" ? key.length + 6 : 6;
      const text = room < 0 ? null : visit(member);
      if (text === null) return null;
      texts.push(typeof key === "string" ? `${quotedKey(key)}: ${text}` : text);
    }
    if (room < 0) return null;
    if (list2) return `[${texts.join(", ")}]`;
    return texts.length === 0 ? "{}" : `{ ${texts.join(", ")} }`;
  };
  return visit(value);
}
function spread(value, indent2) {
  const line = lineWithin(value, lineLength - indent2.length);
  if (line !== null) return line;
  if (typeof value !== "object" || value === null) return jsonLine(value);
  const inner = `${indent2}  `;
  if (isArray(value)) {
    if (value.length === 0) return "[]";
    return `[
${value.map((member) => `${inner}${spread(member, inner)}`).join(",\n")}
${indent2}]`;
  }
  const members = Object.entries(value).map(([key, member]) => `${inner}${quotedKey(key)}: ${spread(member, inner)}`);
  return members.length === 0 ? "{}" : `{
${members.join(",\n")}
${indent2}}`;
}
var knownKeys = /* @__PURE__ */ new Map();
function quotedKey(key) {
  const known = knownKeys.get(key);
  if (known !== void 0) return known;
  const text = quoted(key);
  if (knownKeys.size < 1e3) knownKeys.set(key, text);
  return text;
}
function numberText(value) {
  if (!Number.isFinite(value)) throw new TypeError("JSON has no number that is not finite");
  return Object.is(value, -0) ? "-0" : String(value);
}
function quoted(text) {
  const json = JSON.stringify(text);
  if (!/[^\x20-\x7e]|##\[/.test(json)) return json;
  return json.replace(/[\u007f-\u00a0\u00ad\p{Zl}\p{Zp}\p{Cf}]/gu, escaped).replaceAll("##[", "#\\u0023[");
}
function escaped(character) {
  let text = "";
  for (let at = 0; at < character.length; at++) {
    text += `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
  }
  return text;
}
function isArray(value) {
  return Array.isArray(value);
}

// src/report/annotations.ts
var mostOf = { error: 10, warning: 10, notice: 9 };
var titleLength = 200;
var messageLength = 3800;
var annotationsReporter = {
  id: "annotations",
  title: "Annotations of a GitHub job, one JSON object a line",
  fileName: null,
  render: (report) => annotationsOf(report).map((annotation) => `${jsonLine({ ...annotation })}
`).join("")
};
function annotationsOf(report) {
  const verdict = verdictAnnotation(report);
  const open = worstFirst(report.findings.filter(isOpen));
  return ["error", "warning", "notice"].flatMap((level) => {
    const own = [
      ...verdict.level === level ? [verdict] : [],
      ...open.filter((one) => one.severity === level).map(of)
    ];
    const most = mostOf[level];
    if (own.length <= most) return own;
    const rest = own.length - (most - 1);
    return [
      ...own.slice(0, most - 1),
      { level, title: "train-twice", message: `${plural(rest, `more ${level}`)}: see the summary or report.json.` }
    ];
  });
}
function verdictAnnotation(report) {
  const { judgement, firstDifference: firstDifference2 } = report;
  const sentence = sentenceWithoutWord(judgement);
  const first = firstDifference2.sentence === "" ? "" : ` First difference: ${firstDifference2.sentence}`;
  return {
    level: judgement.passed ? "notice" : "error",
    title: `train-twice: ${outcomeLabel(judgement.outcome)}`,
    message: oneLine2(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${first}`, messageLength)
  };
}
function of(finding) {
  const place = plainText(placeText(finding.place));
  const certainty = finding.certainty === "inferred" ? " (inferred)" : "";
  return {
    level: finding.severity,
    title: oneLine2(`${finding.check}: ${finding.title}`, titleLength),
    message: oneLine2(`${place === "" ? "" : `${place}: `}${finding.message}${certainty}`, messageLength)
  };
}
function oneLine2(text, length) {
  return visible(shortened(text, length));
}

// schemas/report.v1.json
var report_v1_default = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Train Twice report, version 1",
  description: "What an audit of a training's reproducibility came to, with its evidence. Written as report.json; reads back, so that it can be rendered again later. Clock, absolute paths and host name stand only in meta and runs.",
  type: "object",
  additionalProperties: false,
  required: [
    "reportVersion",
    "meta",
    "judgement",
    "firstDifference",
    "findings",
    "policy",
    "runsRequested",
    "runs",
    "comparisons",
    "datasets",
    "inventories",
    "locks"
  ],
  properties: {
    reportVersion: { const: 1, description: "Version of this document's form." },
    meta: {
      type: "object",
      description: "Which audit this is.",
      additionalProperties: false,
      required: ["tool", "subject", "createdAt", "auditId", "node", "platform", "origins"],
      properties: {
        tool: {
          type: "object",
          description: "What wrote the report.",
          additionalProperties: false,
          required: ["name", "version"],
          properties: {
            name: { const: "train-twice", description: "Name of the tool." },
            version: { type: "string", description: "Its version." }
          }
        },
        subject: {
          enum: ["run", "compare", "check"],
          description: "What was audited: runs of a command, two folders, one folder."
        },
        createdAt: { type: "string", description: "ISO 8601, UTC: when the audit began." },
        auditId: { type: "string", description: "Unique to this audit." },
        node: { type: "string", description: "Version of Node." },
        platform: { type: "string", description: "Operating system and processor." },
        origins: {
          type: "object",
          description: "Where each option's value came from.",
          additionalProperties: { enum: ["input", "flag", "config file", "default"] }
        }
      }
    },
    judgement: {
      type: "object",
      description: "What the audit came to.",
      additionalProperties: false,
      required: ["outcome", "passed", "exitCode", "sentence", "reasons"],
      properties: {
        outcome: {
          enum: [
            "identical",
            "equivalent",
            "within-tolerance",
            "divergent",
            "inconclusive",
            "run-failed",
            "cancelled",
            "record-sound",
            "record-faulty"
          ],
          description: "The verdict, or why there is none."
        },
        passed: { type: "boolean", description: "Whether the audit passed." },
        exitCode: {
          enum: [0, 1, 2, 3, 4, 70, 130],
          description: "0 passed, 1 failed, 2 bad input, 3 inconclusive, 4 a run failed, 70 a fault of the tool, 130 cancelled."
        },
        sentence: { type: "string", description: "The verdict with its evidence." },
        reasons: { type: "array", description: "Why not better, the weightiest first.", items: { type: "string" } }
      }
    },
    firstDifference: {
      type: "object",
      description: "What a person reads first: measured.",
      additionalProperties: false,
      required: ["sentence", "metric", "tensor"],
      properties: {
        sentence: { type: "string", description: "One sentence; empty where nothing differs." },
        metric: {
          description: "Where the metrics part first; null where they do not.",
          oneOf: [
            {
              type: "object",
              additionalProperties: false,
              required: ["series", "file", "stepKind", "step", "values"],
              properties: {
                series: { type: "string", description: "Name of the series." },
                file: { type: "string", description: "File." },
                stepKind: { type: "string", description: "What the steps count." },
                step: { type: "number", description: "First divergent step." },
                values: {
                  type: "object",
                  description: "Values there; null where a run has no point.",
                  additionalProperties: false,
                  required: ["first", "second"],
                  properties: {
                    first: { oneOf: [{ type: "string" }, { type: "null" }] },
                    second: { oneOf: [{ type: "string" }, { type: "null" }] }
                  }
                }
              }
            },
            { type: "null" }
          ]
        },
        tensor: {
          description: "The first differing tensor; null where none differs.",
          oneOf: [
            {
              type: "object",
              additionalProperties: false,
              required: ["file", "path", "summary"],
              properties: {
                file: { type: "string", description: "File." },
                path: { type: "string", description: "Path of the tensor." },
                summary: { type: "string", description: "How it differs." }
              }
            },
            { type: "null" }
          ]
        }
      }
    },
    findings: { type: "array", description: "What the checks found.", items: { $ref: "#/$defs/finding" } },
    policy: { $ref: "#/$defs/policy" },
    runsRequested: { type: "integer", minimum: 0, description: "How many runs were asked for." },
    runs: { type: "array", description: "The runs, as far as they came.", items: { $ref: "#/$defs/run" } },
    comparisons: {
      type: "array",
      description: "Every comparison.",
      items: {
        type: "object",
        description: "One run held against the first.",
        additionalProperties: false,
        required: ["first", "second", "difference", "coverage"],
        properties: {
          first: { type: "integer", minimum: 0, description: "Number of the first run." },
          second: { type: "integer", minimum: 0, description: "Number of the second run." },
          difference: {
            description: "Null: compared and equal.",
            oneOf: [{ $ref: "#/$defs/difference" }, { type: "null" }]
          },
          coverage: { $ref: "#/$defs/coverage" },
          ownNames: {
            type: "object",
            description: "Names of each run that the pairing took out.",
            additionalProperties: false,
            required: ["first", "second"],
            properties: { first: { $ref: "#/$defs/ownNames" }, second: { $ref: "#/$defs/ownNames" } }
          }
        }
      }
    },
    datasets: {
      type: "array",
      description: "The data that the training reads, as far as it was named.",
      items: { $ref: "#/$defs/dataset" }
    },
    inventories: { type: "array", description: "The runs' files.", items: { $ref: "#/$defs/inventory" } },
    locks: {
      type: "array",
      description: "Lock files beside the code, which no run wrote.",
      items: { $ref: "#/$defs/record" }
    }
  },
  $defs: {
    number: {
      description: "A number. JSON has none that is not finite: these are written as text.",
      oneOf: [{ type: "number" }, { enum: ["inf", "-inf", "nan"] }]
    },
    fact: {
      description: 'A plain value that a check found. A number that is not finite is written as {"$number": "inf"} (or "-inf", "nan"); a key of its own that begins with $ has one $ more.',
      oneOf: [
        { type: "null" },
        { type: "boolean" },
        { type: "number" },
        { type: "string" },
        { type: "array", items: { $ref: "#/$defs/fact" } },
        { type: "object", additionalProperties: { $ref: "#/$defs/fact" } }
      ]
    },
    any: { description: "Any JSON value, as it was given." },
    scalar: {
      type: "object",
      description: "A single exact value.",
      additionalProperties: false,
      required: ["type", "text"],
      properties: {
        type: {
          enum: ["none", "bool", "int", "float", "complex", "str", "bytes", "name"],
          description: "The type in Python's words; name is a dotted class or function name."
        },
        text: {
          type: "string",
          description: "The exact value: integers in decimal without limit, floats as the shortest decimal that reads back (-0.0, inf, nan), True, False, None, bytes in hexadecimal."
        }
      }
    },
    plainValue: {
      description: "Plain data with exact numbers; mappings keep their order.",
      oneOf: [
        { $ref: "#/$defs/scalar" },
        {
          type: "object",
          description: "A list.",
          additionalProperties: false,
          required: ["type", "items"],
          properties: {
            type: { const: "list" },
            items: { type: "array", description: "The items in order.", items: { $ref: "#/$defs/plainValue" } }
          }
        },
        {
          type: "object",
          description: "A mapping.",
          additionalProperties: false,
          required: ["type", "items"],
          properties: {
            type: { const: "map" },
            items: {
              type: "array",
              description: "The members in order.",
              items: {
                type: "array",
                description: "Key and value.",
                prefixItems: [{ type: "string" }, { $ref: "#/$defs/plainValue" }],
                items: false,
                minItems: 2,
                maxItems: 2
              }
            }
          }
        }
      ]
    },
    severity: { enum: ["error", "warning", "notice"], description: "GitHub's own three severities." },
    globs: {
      type: "object",
      description: "A selection of files by globs.",
      additionalProperties: false,
      required: ["include", "exclude"],
      properties: {
        include: {
          type: "array",
          description: "Globs of what is wanted; empty: whatever is found.",
          items: { type: "string" }
        },
        exclude: { type: "array", description: "Globs of what is not.", items: { type: "string" } }
      }
    },
    toleranceRule: {
      type: "object",
      description: "Differences up to the largest of these are tolerated.",
      additionalProperties: false,
      required: ["atol", "rtol", "maxUlp"],
      properties: {
        atol: { $ref: "#/$defs/number", description: "Absolute difference." },
        rtol: { $ref: "#/$defs/number", description: "Difference relative to the larger of the two." },
        maxUlp: { $ref: "#/$defs/number", description: "Units in the last place." }
      }
    },
    role: {
      enum: ["checkpoint", "metrics", "record", "log", "bookkeeping", "image", "other", "ignored"],
      description: "What the file is, which decides how it is compared and whether it decides the verdict."
    },
    fileState: {
      type: "object",
      description: "Identity and state of one file.",
      additionalProperties: false,
      required: ["device", "inode", "size", "mtimeNs", "ctimeNs"],
      properties: {
        device: { type: "string", description: "Device number, decimal." },
        inode: { type: "string", description: "Inode number, decimal." },
        size: { type: "integer", minimum: 0, description: "Size in bytes." },
        mtimeNs: { type: "string", description: "Time of the last change, nanoseconds since 1970, decimal." },
        ctimeNs: { type: "string", description: "Time of the last change of the inode, nanoseconds since 1970, decimal." }
      }
    },
    writtenFile: {
      type: "object",
      description: "One thing that a run wrote.",
      additionalProperties: false,
      required: ["path", "change", "type", "absolutePath", "state"],
      properties: {
        path: { type: "string", description: "Relative to the run's root, with /; odd bytes as \\xHH." },
        change: { enum: ["created", "changed", "deleted"], description: "What the run did to it." },
        type: {
          enum: ["file", "symlink", "fifo", "socket", "device", "unreadable", "deleted"],
          description: "What it is; only a file is ever opened."
        },
        absolutePath: { type: "string", description: "Where the bytes are now." },
        nameBytes: {
          type: "string",
          description: "Only where the name is not UTF-8: the true bytes of absolutePath in hexadecimal."
        },
        state: {
          description: "Its state after the run; null where there is none.",
          oneOf: [{ $ref: "#/$defs/fileState" }, { type: "null" }]
        },
        detail: { type: "string", description: "Why it cannot be read, or where a symlink points." }
      }
    },
    runEnd: {
      description: "How the training ended. Only exited with code 0 is success.",
      oneOf: [
        {
          type: "object",
          description: "It ended by itself.",
          additionalProperties: false,
          required: ["kind", "code"],
          properties: { kind: { const: "exited" }, code: { type: "integer", description: "Exit code." } }
        },
        {
          type: "object",
          description: "A signal killed it.",
          additionalProperties: false,
          required: ["kind", "signal"],
          properties: { kind: { const: "signalled" }, signal: { type: "string", description: "Name of the signal." } }
        },
        {
          type: "object",
          description: "It ran, or was silent, for too long.",
          additionalProperties: false,
          required: ["kind", "limit", "limitMs"],
          properties: {
            kind: { const: "timed-out" },
            limit: { enum: ["timeout", "idle-timeout"], description: "Which limit." },
            limitMs: { type: "number", description: "The limit in milliseconds." }
          }
        },
        {
          type: "object",
          description: "It never ran.",
          additionalProperties: false,
          required: ["kind", "why"],
          properties: {
            kind: { const: "not-started" },
            why: { type: "string", description: "Why it could not be started." }
          }
        },
        {
          type: "object",
          description: "The audit was cancelled.",
          additionalProperties: false,
          required: ["kind", "signal"],
          properties: {
            kind: { const: "cancelled" },
            signal: { type: "string", description: "The signal that asked for the end." }
          }
        }
      ]
    },
    observedProcess: {
      description: "A Python process of the run.",
      oneOf: [
        {
          type: "object",
          description: "A Python process and what the observer saw in it.",
          additionalProperties: false,
          required: [
            "kind",
            "pid",
            "parent",
            "forked",
            "signal",
            "interpreter",
            "seedings",
            "unseeded",
            "neverSeeded",
            "loaders",
            "torch",
            "numpy",
            "tensorflow",
            "jax",
            "variables",
            "reads",
            "distributions",
            "distributionsComplete",
            "dropped",
            "faults"
          ],
          properties: {
            kind: { const: "seen" },
            pid: { type: "integer", minimum: 0, description: "Process id." },
            parent: { type: "integer", minimum: 0, description: "Process id of the parent." },
            forked: { type: "boolean", description: "Whether it went on from its parent by fork." },
            signal: {
              description: "The signal that ended it; null where it ended by itself.",
              oneOf: [{ type: "string" }, { type: "null" }]
            },
            interpreter: {
              type: "object",
              description: "The Python that ran.",
              additionalProperties: false,
              required: [
                "implementation",
                "version",
                "executable",
                "platform",
                "argv",
                "flags",
                "hashSeed",
                "hashSeedAtEnd",
                "hashSeedFixed",
                "hashCanary"
              ],
              properties: {
                implementation: { type: "string", description: "Such as cpython." },
                version: { type: "string", description: "Such as 3.12.1." },
                executable: { type: "string", description: "Path." },
                platform: { type: "string", description: "System, release, machine." },
                argv: { type: "array", description: "As it was started.", items: { type: "string" } },
                flags: {
                  type: "object",
                  description: "Flags of the interpreter.",
                  additionalProperties: false,
                  required: ["hashRandomization", "ignoreEnvironment", "isolated", "noSite"],
                  properties: {
                    hashRandomization: { type: "integer", minimum: 0, description: "As in sys.flags." },
                    ignoreEnvironment: { type: "integer", minimum: 0, description: "As in sys.flags." },
                    isolated: { type: "integer", minimum: 0, description: "As in sys.flags." },
                    noSite: { type: "integer", minimum: 0, description: "As in sys.flags." }
                  }
                },
                hashSeed: {
                  description: "PYTHONHASHSEED at the start; null: not set.",
                  oneOf: [{ type: "string" }, { type: "null" }]
                },
                hashSeedAtEnd: { description: "The same at the end.", oneOf: [{ type: "string" }, { type: "null" }] },
                hashSeedFixed: { type: "boolean", description: "Whether it gives the same hashes in every start." },
                hashCanary: { type: "string", description: "Hash of a constant text." }
              }
            },
            seedings: {
              type: "array",
              description: "Seedings in order.",
              items: {
                type: "object",
                description: "A seeding.",
                additionalProperties: false,
                required: ["what", "value", "order", "drawnBefore", "file", "line", "origin"],
                properties: {
                  what: { type: "string", description: "The function." },
                  value: { description: "The seed.", oneOf: [{ type: "string" }, { type: "null" }] },
                  order: { type: "integer", minimum: 0, description: "1, 2, …" },
                  drawnBefore: {
                    description: "Whether the generator was drawn from before; null: not known.",
                    oneOf: [{ type: "boolean" }, { type: "null" }]
                  },
                  file: { type: "string", description: "Absolute path, or a name such as <string>." },
                  line: { type: "integer", minimum: 0, description: "Line, from 1." },
                  origin: { enum: ["own", "library", "standard"], description: "Whose code it is." }
                }
              }
            },
            unseeded: {
              type: "array",
              description: "Generators made without a seed, by line of code.",
              items: {
                type: "object",
                description: "Generators without a seed.",
                additionalProperties: false,
                required: ["what", "count", "file", "line", "origin"],
                properties: {
                  what: { type: "string", description: "The generator." },
                  count: { type: "integer", minimum: 0, description: "How often." },
                  file: { type: "string", description: "Absolute path, or a name such as <string>." },
                  line: { type: "integer", minimum: 0, description: "Line, from 1." },
                  origin: { enum: ["own", "library", "standard"], description: "Whose code it is." }
                }
              }
            },
            neverSeeded: {
              type: "array",
              description: "Global generators that were drawn from and never seeded.",
              items: { type: "string" }
            },
            loaders: {
              type: "array",
              description: "DataLoaders with workers, without worker_init_fn and generator.",
              items: {
                type: "object",
                description: "A DataLoader.",
                additionalProperties: false,
                required: ["workers", "torchSeeded", "file", "line", "origin"],
                properties: {
                  workers: { type: "integer", minimum: 0, description: "Workers." },
                  torchSeeded: { type: "boolean", description: "Whether torch was seeded before." },
                  file: { type: "string", description: "Absolute path, or a name such as <string>." },
                  line: { type: "integer", minimum: 0, description: "Line, from 1." },
                  origin: { enum: ["own", "library", "standard"], description: "Whose code it is." }
                }
              }
            },
            torch: {
              description: "Null where torch was not loaded.",
              oneOf: [
                {
                  type: "object",
                  description: "torch at the end of the process.",
                  additionalProperties: false,
                  required: [
                    "version",
                    "cuda",
                    "cudnn",
                    "cudaUsed",
                    "devices",
                    "deviceCount",
                    "deterministicAlgorithms",
                    "warnOnly",
                    "operations",
                    "cudnnDeterministic",
                    "cudnnBenchmark",
                    "matmulPrecision",
                    "matmulTf32",
                    "cudnnTf32",
                    "threads",
                    "initialSeed",
                    "defaultDtype"
                  ],
                  properties: {
                    version: { type: "string", description: "Version." },
                    cuda: { description: "CUDA version it was built for.", oneOf: [{ type: "string" }, { type: "null" }] },
                    cudnn: {
                      description: "cuDNN version, where a GPU was used.",
                      oneOf: [{ type: "string" }, { type: "null" }]
                    },
                    cudaUsed: { type: "boolean", description: "Whether CUDA was initialised." },
                    devices: {
                      type: "array",
                      description: "Devices on which memory was taken.",
                      items: {
                        type: "object",
                        description: "A device.",
                        additionalProperties: false,
                        required: ["index", "name"],
                        properties: {
                          index: { type: "integer", minimum: 0, description: "Index." },
                          name: { type: "string", description: "Model." }
                        }
                      }
                    },
                    deviceCount: {
                      description: "How many GPUs the process could see.",
                      oneOf: [{ type: "integer" }, { type: "null" }]
                    },
                    deterministicAlgorithms: { type: "boolean", description: "use_deterministic_algorithms." },
                    warnOnly: { type: "boolean", description: "Deterministic algorithms only warn where there is none." },
                    operations: {
                      type: "array",
                      description: "Operations without a deterministic form that torch warned of.",
                      items: { type: "string" }
                    },
                    cudnnDeterministic: { type: "boolean", description: "cudnn.deterministic." },
                    cudnnBenchmark: { type: "boolean", description: "cudnn.benchmark." },
                    matmulPrecision: {
                      description: "float32 matmul precision.",
                      oneOf: [{ type: "string" }, { type: "null" }]
                    },
                    matmulTf32: { description: "TF32 in matrix products.", oneOf: [{ type: "boolean" }, { type: "null" }] },
                    cudnnTf32: { description: "TF32 in cuDNN.", oneOf: [{ type: "boolean" }, { type: "null" }] },
                    threads: { description: "Threads.", oneOf: [{ type: "integer" }, { type: "null" }] },
                    initialSeed: {
                      description: "Seed of the CPU generator.",
                      oneOf: [{ type: "string" }, { type: "null" }]
                    },
                    defaultDtype: { description: "Default dtype.", oneOf: [{ type: "string" }, { type: "null" }] }
                  }
                },
                { type: "null" }
              ]
            },
            numpy: {
              description: "NumPy, where it was loaded.",
              oneOf: [
                {
                  type: "object",
                  description: "NumPy.",
                  additionalProperties: false,
                  required: ["version", "blas"],
                  properties: {
                    version: { type: "string", description: "Version." },
                    blas: { description: "Its linear algebra library.", oneOf: [{ type: "string" }, { type: "null" }] }
                  }
                },
                { type: "null" }
              ]
            },
            tensorflow: {
              description: "TensorFlow, where it was loaded.",
              oneOf: [
                {
                  type: "object",
                  description: "TensorFlow.",
                  additionalProperties: false,
                  required: ["version", "opDeterminism", "gpus", "interOpThreads", "intraOpThreads"],
                  properties: {
                    version: { type: "string", description: "Version." },
                    opDeterminism: {
                      description: "Whether operations are deterministic.",
                      oneOf: [{ type: "boolean" }, { type: "null" }]
                    },
                    gpus: { type: "array", description: "Devices.", items: { type: "string" } },
                    interOpThreads: { description: "Threads.", oneOf: [{ type: "integer" }, { type: "null" }] },
                    intraOpThreads: { description: "Threads.", oneOf: [{ type: "integer" }, { type: "null" }] }
                  }
                },
                { type: "null" }
              ]
            },
            jax: {
              description: "JAX, where it was loaded.",
              oneOf: [
                {
                  type: "object",
                  description: "JAX.",
                  additionalProperties: false,
                  required: ["version", "backend", "devices", "x64", "prng", "matmulPrecision"],
                  properties: {
                    version: { type: "string", description: "Version." },
                    backend: { description: "cpu, gpu or tpu.", oneOf: [{ type: "string" }, { type: "null" }] },
                    devices: { type: "array", description: "Devices.", items: { type: "string" } },
                    x64: { description: "Whether 64-bit types are on.", oneOf: [{ type: "boolean" }, { type: "null" }] },
                    prng: {
                      description: "Implementation of its random numbers.",
                      oneOf: [{ type: "string" }, { type: "null" }]
                    },
                    matmulPrecision: {
                      description: "Precision of matrix products.",
                      oneOf: [{ type: "string" }, { type: "null" }]
                    }
                  }
                },
                { type: "null" }
              ]
            },
            variables: {
              type: "object",
              description: "Variables that decide about determinism, as they stood at the end.",
              additionalProperties: { type: "string" }
            },
            reads: {
              description: "Files below the declared datasets that were opened for reading; null where none was declared.",
              oneOf: [
                {
                  type: "object",
                  description: "What was read.",
                  additionalProperties: false,
                  required: ["files", "dropped"],
                  properties: {
                    files: { type: "array", description: "Absolute paths.", items: { type: "string" } },
                    dropped: { type: "integer", minimum: 0, description: "Openings of further files." }
                  }
                },
                { type: "null" }
              ]
            },
            distributions: {
              type: "array",
              description: "Distributions imported.",
              items: {
                type: "object",
                description: "A distribution.",
                additionalProperties: false,
                required: ["name", "version", "source", "revision", "installer"],
                properties: {
                  name: { type: "string", description: "Name." },
                  version: { type: "string", description: "Version." },
                  source: { enum: ["index", "vcs", "archive", "folder", "editable"], description: "How it was installed." },
                  revision: {
                    description: "Commit, or hash of the archive.",
                    oneOf: [{ type: "string" }, { type: "null" }]
                  },
                  installer: { description: "Who installed it.", oneOf: [{ type: "string" }, { type: "null" }] }
                }
              }
            },
            distributionsComplete: { type: "boolean", description: "Whether all of them were found." },
            dropped: { type: "integer", minimum: 0, description: "Events beyond the bounds." },
            faults: { type: "array", description: "What went wrong in the observer.", items: { type: "string" } }
          }
        },
        {
          type: "object",
          description: "A Python process that left no record that can be read.",
          additionalProperties: false,
          required: ["kind", "pid", "why"],
          properties: {
            kind: { const: "unrecorded" },
            pid: { description: "Process id.", oneOf: [{ type: "integer" }, { type: "null" }] },
            why: { type: "string", description: "Why there is no record." }
          }
        }
      ]
    },
    run: {
      type: "object",
      description: "What is known of one run after it ended.",
      additionalProperties: false,
      required: [
        "number",
        "argv",
        "workingDirectory",
        "environment",
        "seed",
        "start",
        "end",
        "durationMs",
        "survivors",
        "logPath",
        "logBytes",
        "logTail",
        "written",
        "outside",
        "hostName",
        "pid",
        "observed",
        "unobserved",
        "machine",
        "workingTree",
        "doubts"
      ],
      properties: {
        number: { type: "integer", minimum: 1, description: "1, 2, …" },
        argv: { type: "array", description: "As it was started.", items: { type: "string" } },
        workingDirectory: { type: "string", description: "Absolute path." },
        environment: {
          type: "object",
          description: "Variables that the audit added or changed.",
          additionalProperties: { type: "string" }
        },
        seed: {
          description: "The seed given; null where the run was not ours.",
          oneOf: [{ type: "integer" }, { type: "null" }]
        },
        start: { type: "string", description: "ISO 8601, UTC." },
        end: {
          description: "Null where the run was not ours (compare).",
          oneOf: [{ $ref: "#/$defs/runEnd" }, { type: "null" }]
        },
        durationMs: { type: "number", description: "Milliseconds." },
        survivors: {
          type: "array",
          description: "Processes of the run that were alive when it ended.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["pid", "command", "killed"],
            properties: {
              pid: { type: "integer", description: "Process id." },
              command: { type: "string", description: "Its command line." },
              killed: { type: "boolean", description: "Whether it could be killed." }
            }
          }
        },
        logPath: {
          description: "Absolute path of the log; null for compare.",
          oneOf: [{ type: "string" }, { type: "null" }]
        },
        logBytes: { type: "integer", minimum: 0, description: "Size of the log in bytes." },
        logTail: { type: "array", description: "The last lines of the log.", items: { type: "string" } },
        written: {
          type: "array",
          description: "What the run left inside its outputs.",
          items: { $ref: "#/$defs/writtenFile" }
        },
        outside: {
          type: "array",
          description: "What it changed outside its outputs.",
          items: { $ref: "#/$defs/writtenFile" }
        },
        hostName: { type: "string", description: "Host name." },
        pid: { description: "Process id of the training.", oneOf: [{ type: "integer" }, { type: "null" }] },
        observed: {
          type: "array",
          description: "Python processes, as the observer saw them.",
          items: { $ref: "#/$defs/observedProcess" }
        },
        unobserved: {
          type: "array",
          description: "Python processes in which the observer could not ride.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["command", "why"],
            properties: {
              command: { type: "string", description: "Command line." },
              why: { type: "string", description: "What kept it out." }
            }
          }
        },
        machine: {
          description: "What the machine says; null where the run was not ours.",
          oneOf: [
            {
              type: "object",
              description: "The machine.",
              additionalProperties: false,
              required: ["utcOffsetMinutes", "pythonVersion", "gpus"],
              properties: {
                utcOffsetMinutes: { type: "integer", description: "Of local time from UTC, east positive." },
                pythonVersion: {
                  description: "Of the first Python on the training's PATH.",
                  oneOf: [{ type: "string" }, { type: "null" }]
                },
                gpus: {
                  description: "By nvidia-smi.",
                  oneOf: [
                    {
                      type: "array",
                      description: "In its order.",
                      items: {
                        type: "object",
                        additionalProperties: false,
                        required: ["name", "driver"],
                        properties: {
                          name: { type: "string", description: "Model." },
                          driver: { type: "string", description: "Version of the driver." }
                        }
                      }
                    },
                    { type: "null" }
                  ]
                }
              }
            },
            { type: "null" }
          ]
        },
        workingTree: {
          description: "The Git working tree right before the run; null where there is none.",
          oneOf: [
            {
              type: "object",
              description: "The working tree.",
              additionalProperties: false,
              required: ["commit", "dirty", "dirtyCount", "diffSha256"],
              properties: {
                commit: { description: "Commit.", oneOf: [{ type: "string" }, { type: "null" }] },
                dirty: {
                  type: "array",
                  description: "Tracked files that differ from it, at most 50.",
                  items: { type: "string" }
                },
                dirtyCount: { type: "integer", minimum: 0, description: "All of them." },
                diffSha256: {
                  description: "Over the difference to the commit.",
                  oneOf: [{ type: "string" }, { type: "null" }]
                }
              }
            },
            { type: "null" }
          ]
        },
        doubts: {
          type: "array",
          description: "Whatever weakens the comparison.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["code", "message"],
            properties: {
              code: { type: "string", description: "Stable name of the doubt." },
              message: { type: "string", description: "One sentence." }
            }
          }
        }
      }
    },
    problemPlace: {
      type: "object",
      description: "Where a problem lies.",
      additionalProperties: false,
      required: [],
      properties: {
        file: { type: "string", description: "File." },
        entry: { type: "string", description: "Entry inside it." },
        offset: { type: "integer", description: "Byte." },
        line: { type: "integer", description: "Line, from 1." },
        column: { type: "integer", description: "Column, from 1." }
      }
    },
    requirementLine: {
      type: "object",
      description: "One line of a requirements file.",
      additionalProperties: false,
      required: ["name", "pinned", "text", "line", "problem", "source"],
      properties: {
        name: {
          description: "Normalized by PEP 503; null where it is no requirement.",
          oneOf: [{ type: "string" }, { type: "null" }]
        },
        pinned: {
          description: "The exact version; null where it is not pinned.",
          oneOf: [{ type: "string" }, { type: "null" }]
        },
        text: { type: "string", description: "The line, credentials taken out." },
        line: { type: "integer", minimum: 0, description: "Line number, from 1." },
        problem: { description: "Why it could not be parsed.", oneOf: [{ type: "string" }, { type: "null" }] },
        source: { enum: ["index", "vcs", "url", "path", "editable"], description: "Where it is installed from." }
      }
    },
    record: {
      description: "What a run wrote down about itself.",
      oneOf: [
        {
          type: "object",
          description: "A document.",
          additionalProperties: false,
          required: ["kind", "path", "neutralPath", "format", "problems", "value"],
          properties: {
            kind: { enum: ["environment", "configuration", "overrides"], description: "What it records." },
            path: { type: "string", description: "Path in the run." },
            neutralPath: { type: "string", description: "Path without the run's own names." },
            format: { type: "string", description: "Id of the format that read it." },
            problems: {
              type: "array",
              description: "Problems met while reading.",
              items: {
                type: "object",
                additionalProperties: false,
                required: ["code", "message"],
                properties: {
                  code: { type: "string", description: "Stable name." },
                  message: { type: "string", description: "One sentence." },
                  line: { type: "integer", description: "Line, from 1." }
                }
              }
            },
            value: { $ref: "#/$defs/plainValue", description: "What could be read." },
            line: { type: "integer", description: "Where it begins in a log, from 1." }
          }
        },
        {
          type: "object",
          description: "A requirements file.",
          additionalProperties: false,
          required: ["kind", "path", "neutralPath", "format", "problems", "scope", "manager", "lines"],
          properties: {
            kind: { const: "requirements" },
            path: { type: "string", description: "Path in the run." },
            neutralPath: { type: "string", description: "Path without the run's own names." },
            format: { type: "string", description: "Id of the format that read it." },
            problems: {
              type: "array",
              description: "Problems met while reading.",
              items: {
                type: "object",
                additionalProperties: false,
                required: ["code", "message"],
                properties: {
                  code: { type: "string", description: "Stable name." },
                  message: { type: "string", description: "One sentence." },
                  line: { type: "integer", description: "Line, from 1." }
                }
              }
            },
            scope: {
              enum: ["installed", "locked"],
              description: "What was there, or what may be installed on any platform."
            },
            manager: { enum: ["pip", "conda"], description: "Whose names these are." },
            lines: { type: "array", description: "Every line.", items: { $ref: "#/$defs/requirementLine" } }
          }
        },
        {
          type: "object",
          description: "Digests of the data that a run says it read.",
          additionalProperties: false,
          required: ["kind", "path", "neutralPath", "format", "problems", "claims"],
          properties: {
            kind: { const: "dataset" },
            path: { type: "string", description: "Path in the run." },
            neutralPath: { type: "string", description: "Path without the run's own names." },
            format: { type: "string", description: "Id of the format that read it." },
            problems: {
              type: "array",
              description: "Problems met while reading.",
              items: {
                type: "object",
                additionalProperties: false,
                required: ["code", "message"],
                properties: {
                  code: { type: "string", description: "Stable name." },
                  message: { type: "string", description: "One sentence." },
                  line: { type: "integer", description: "Line, from 1." }
                }
              }
            },
            claims: {
              type: "array",
              description: "Each digest.",
              items: {
                type: "object",
                additionalProperties: false,
                required: ["subject", "algorithm", "digest", "pointer", "line"],
                properties: {
                  subject: { description: "Path or name beside it.", oneOf: [{ type: "string" }, { type: "null" }] },
                  algorithm: {
                    description: "As it is said.",
                    oneOf: [{ enum: ["sha256", "md5", "dvc"] }, { type: "null" }]
                  },
                  digest: { type: "string", description: "Hexadecimal, 12 digits or more." },
                  pointer: { description: "JSON pointer.", oneOf: [{ type: "string" }, { type: "null" }] },
                  line: { description: "Line, from 1.", oneOf: [{ type: "integer" }, { type: "null" }] }
                }
              }
            }
          }
        },
        {
          type: "object",
          description: "A folder that follows a layout.",
          additionalProperties: false,
          required: [
            "kind",
            "path",
            "neutralPath",
            "format",
            "problems",
            "layout",
            "folder",
            "timestamp",
            "experiment",
            "files"
          ],
          properties: {
            kind: { const: "layout" },
            path: { type: "string", description: "Path in the run." },
            neutralPath: { type: "string", description: "Path without the run's own names." },
            format: { type: "string", description: "Id of the format that read it." },
            problems: {
              type: "array",
              description: "Problems met while reading.",
              items: {
                type: "object",
                additionalProperties: false,
                required: ["code", "message"],
                properties: {
                  code: { type: "string", description: "Stable name." },
                  message: { type: "string", description: "One sentence." },
                  line: { type: "integer", description: "Line, from 1." }
                }
              }
            },
            layout: { enum: ["hydra", "experiment-timestamp", "lightning", "hugging-face"], description: "Which layout." },
            folder: { type: "string", description: "The folder." },
            timestamp: {
              description: "ISO local time in its name; null where it is no real time.",
              oneOf: [{ type: "string" }, { type: "null" }]
            },
            experiment: { description: "The experiment's name.", oneOf: [{ type: "string" }, { type: "null" }] },
            files: { type: "array", description: "Files inside, relative to it.", items: { type: "string" } }
          }
        }
      ]
    },
    dataset: {
      type: "object",
      description: "Data that the training reads, as it lay on the disk.",
      additionalProperties: false,
      required: ["path", "dvcFile", "expected", "state", "reason", "files", "sizeBytes", "digests", "pointers", "changed"],
      properties: {
        path: { type: "string", description: "As it was named." },
        dvcFile: { description: "The DVC file that names it.", oneOf: [{ type: "string" }, { type: "null" }] },
        expected: {
          description: "What it ought to be.",
          oneOf: [
            {
              type: "object",
              description: "A digest.",
              additionalProperties: false,
              required: ["algorithm", "digest"],
              properties: {
                algorithm: { enum: ["sha256", "md5"], description: "Algorithm." },
                digest: { type: "string", description: "Hexadecimal." }
              }
            },
            { type: "null" }
          ]
        },
        state: { enum: ["file", "folder", "missing", "unmeasured"], description: "What was found." },
        reason: { description: "Why it was not measured.", oneOf: [{ type: "string" }, { type: "null" }] },
        files: { type: "integer", minimum: 0, description: "How many files." },
        sizeBytes: { type: "integer", minimum: 0, description: "Bytes." },
        digests: {
          type: "array",
          description: "Every digest by which this content is rightly recorded.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["algorithm", "scheme", "digest"],
            properties: {
              algorithm: { enum: ["sha256", "md5"], description: "Algorithm." },
              scheme: {
                enum: ["file", "dvc-folder", "contents", "paths-and-contents", "manifest"],
                description: "What the bytes were."
              },
              digest: { type: "string", description: "Hexadecimal." }
            }
          }
        },
        pointers: {
          type: "array",
          description: "Git LFS pointers in the place of files.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["path", "sha256", "sizeBytes"],
            properties: {
              path: { type: "string", description: "Path." },
              sha256: { type: "string", description: "Of the data that is not there." },
              sizeBytes: { type: "integer", minimum: 0, description: "Its size." }
            }
          }
        },
        changed: {
          description: "Files that changed during the audit; null where nobody looked before.",
          oneOf: [{ type: "array", description: "Paths.", items: { type: "string" } }, { type: "null" }]
        }
      }
    },
    inventory: {
      type: "object",
      description: "One run on the table.",
      additionalProperties: false,
      required: ["run", "files", "checkpoints", "series", "records", "unread"],
      properties: {
        run: { type: "integer", minimum: 0, description: "Number of the run." },
        files: {
          type: "array",
          description: "Every file.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["path", "neutralPath", "role", "format", "byteLength", "because"],
            properties: {
              path: { type: "string", description: "Path in the run." },
              neutralPath: { type: "string", description: "Path without the run's own names." },
              role: { $ref: "#/$defs/role" },
              format: {
                description: "Id of the format that recognized the content; null where none did.",
                oneOf: [{ type: "string" }, { type: "null" }]
              },
              byteLength: { type: "integer", minimum: 0, description: "Size in bytes." },
              because: { type: "string", description: "Why it has this role." }
            }
          }
        },
        checkpoints: {
          type: "array",
          description: "Every checkpoint that could be opened.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["path", "neutralPath", "format", "keys", "values", "tensors", "weights"],
            properties: {
              path: { type: "string", description: "Path in the run." },
              neutralPath: { type: "string", description: "Path without the run's own names." },
              format: { type: "string", description: "Id of the format." },
              keys: { type: "array", description: "Top-level keys in order.", items: { type: "string" } },
              values: {
                type: "object",
                description: "Small values at the top level.",
                additionalProperties: { $ref: "#/$defs/plainValue" }
              },
              tensors: { type: "integer", minimum: 0, description: "How many tensors." },
              weights: {
                description: "One digest over the digests of the model's float tensors.",
                oneOf: [{ type: "string" }, { type: "null" }]
              }
            }
          }
        },
        series: {
          type: "array",
          description: "Every metric series.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["path", "neutralPath", "name", "stepKind", "count", "steps", "values"],
            properties: {
              path: { type: "string", description: "Path in the run." },
              neutralPath: { type: "string", description: "Path without the run's own names." },
              name: { type: "string", description: "Name." },
              stepKind: { enum: ["step", "epoch", "row"], description: "What the steps count." },
              count: { type: "integer", minimum: 0, description: "How many points there are." },
              steps: {
                type: "array",
                description: "Steps; thinned where there are fewer than points.",
                items: { $ref: "#/$defs/number" }
              },
              values: { type: "array", description: "As many values.", items: { $ref: "#/$defs/number" } }
            }
          }
        },
        records: {
          type: "array",
          description: "What the run wrote down about itself.",
          items: { $ref: "#/$defs/record" }
        },
        unread: {
          type: "array",
          description: "Files that could not be read.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["path", "role", "code", "reason", "remedy", "place"],
            properties: {
              path: { type: "string", description: "Path in the run." },
              role: { $ref: "#/$defs/role" },
              code: { type: "string", description: "Stable name of the reason." },
              reason: { type: "string", description: "Why it could not be read." },
              remedy: { type: "string", description: "What to do about it." },
              place: { $ref: "#/$defs/problemPlace" }
            }
          }
        }
      }
    },
    delta: {
      type: "object",
      description: "Sizes of numeric differences.",
      additionalProperties: false,
      required: ["differing", "of", "maxAbs", "maxRel", "maxUlp", "firstIndex", "firstValues", "nonFinite", "histogram"],
      properties: {
        differing: { type: "integer", minimum: 0, description: "Elements that differ." },
        of: { type: "integer", minimum: 0, description: "Elements compared." },
        maxAbs: {
          description: "Largest absolute difference; null where it has no meaning.",
          oneOf: [{ $ref: "#/$defs/number" }, { type: "null" }]
        },
        maxRel: {
          description: "Largest |a-b| / max(|a|, |b|); null where it has no meaning.",
          oneOf: [{ $ref: "#/$defs/number" }, { type: "null" }]
        },
        maxUlp: {
          description: "Largest distance in units in the last place, an exact integer; null where it has no meaning.",
          oneOf: [{ type: "string", pattern: "^[0-9]+$" }, { type: "null" }]
        },
        firstIndex: {
          type: "array",
          items: { type: "integer", minimum: 0 },
          description: "Index of the first differing element, in C order."
        },
        firstValues: {
          type: "object",
          description: "The first differing elements.",
          additionalProperties: false,
          required: ["first", "second"],
          properties: { first: { type: "string" }, second: { type: "string" } }
        },
        nonFinite: {
          type: "object",
          description: "NaN and infinities among the differing elements.",
          additionalProperties: false,
          required: ["first", "second"],
          properties: { first: { type: "integer", minimum: 0 }, second: { type: "integer", minimum: 0 } }
        },
        histogram: {
          description: "How many of a sample of the differing elements are 2^k to 2^(k+1)-1 steps apart, by k from 0: units in the last place of floats, ones of integers; null where sizes have no meaning.",
          oneOf: [{ type: "array", items: { type: "integer", minimum: 0 } }, { type: "null" }]
        }
      }
    },
    difference: {
      description: "One node of the tree of differences; what is not in it is equal.",
      oneOf: [
        {
          type: "object",
          description: "A group of differences.",
          additionalProperties: false,
          required: ["kind", "level", "place", "file", "children"],
          properties: {
            kind: { const: "group", description: "A run or a file." },
            level: { enum: ["run", "file"], description: "Which of the two." },
            place: { type: "string", description: "Neutral path of the file; empty for the run." },
            file: {
              description: "Facts of the file; null for the run.",
              oneOf: [
                {
                  type: "object",
                  additionalProperties: false,
                  required: ["role", "paths", "decides"],
                  properties: {
                    role: { $ref: "#/$defs/role" },
                    paths: {
                      type: "object",
                      description: "Path in each run; null where the run has none.",
                      additionalProperties: false,
                      required: ["first", "second"],
                      properties: {
                        first: { oneOf: [{ type: "string" }, { type: "null" }] },
                        second: { oneOf: [{ type: "string" }, { type: "null" }] }
                      }
                    },
                    decides: { type: "boolean", description: "Whether differences in it decide the verdict." }
                  }
                },
                { type: "null" }
              ]
            },
            children: { type: "array", description: "Differences inside.", items: { $ref: "#/$defs/difference" } }
          }
        },
        {
          type: "object",
          description: "Only one run has it.",
          additionalProperties: false,
          required: ["kind", "place", "presentIn", "what", "summary"],
          properties: {
            kind: { const: "missing", description: "Only one run has it." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            presentIn: { enum: ["first", "second"], description: "The run that has it." },
            what: { enum: ["file", "entry", "series"], description: "What is missing." },
            summary: { type: "string", description: "What it is." }
          }
        },
        {
          type: "object",
          description: "The element type differs.",
          additionalProperties: false,
          required: ["kind", "place", "dtypes"],
          properties: {
            kind: { const: "dtype", description: "The element type differs." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            dtypes: {
              type: "object",
              description: "Element types.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: { first: { type: "string" }, second: { type: "string" } }
            }
          }
        },
        {
          type: "object",
          description: "The shape differs.",
          additionalProperties: false,
          required: ["kind", "place", "dtype", "shapes"],
          properties: {
            kind: { const: "shape", description: "The shape differs." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            dtype: { type: "string", description: "Element type." },
            shapes: {
              type: "object",
              description: "Shapes.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: {
                first: { type: "array", items: { type: "integer", minimum: 0 } },
                second: { type: "array", items: { type: "integer", minimum: 0 } }
              }
            }
          }
        },
        {
          type: "object",
          description: "Elements of a tensor differ.",
          additionalProperties: false,
          required: ["kind", "place", "dtype", "shape", "delta", "digests", "tolerated"],
          properties: {
            kind: { const: "values", description: "Elements of a tensor differ." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            dtype: { type: "string", description: "Element type." },
            shape: { type: "array", items: { type: "integer", minimum: 0 }, description: "Shape." },
            delta: { $ref: "#/$defs/delta" },
            digests: {
              type: "object",
              description: "SHA-256 over the elements in C order, little-endian.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: { first: { type: "string" }, second: { type: "string" } }
            },
            tolerated: { type: "boolean", description: "Whether every difference lies inside the declared tolerance." }
          }
        },
        {
          type: "object",
          description: "A single value differs.",
          additionalProperties: false,
          required: ["kind", "place", "values", "tolerated"],
          properties: {
            kind: { const: "scalar", description: "A single value differs." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            values: {
              type: "object",
              description: "The values.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: { first: { $ref: "#/$defs/scalar" }, second: { $ref: "#/$defs/scalar" } }
            },
            tolerated: { type: "boolean", description: "Whether the difference lies inside the declared tolerance." }
          }
        },
        {
          type: "object",
          description: "Different kinds of thing.",
          additionalProperties: false,
          required: ["kind", "place", "kinds"],
          properties: {
            kind: { const: "entry-kind", description: "Different kinds of thing." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            kinds: {
              type: "object",
              description: "What each side is.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: { first: { type: "string" }, second: { type: "string" } }
            }
          }
        },
        {
          type: "object",
          description: "A metric series differs.",
          additionalProperties: false,
          required: [
            "kind",
            "place",
            "stepKind",
            "firstStep",
            "firstValues",
            "differing",
            "of",
            "onlyFirst",
            "onlySecond",
            "maxAbs",
            "maxRel",
            "maxAbsStep",
            "lastAbs",
            "tolerated",
            "decides",
            "policy"
          ],
          properties: {
            kind: { const: "series", description: "A metric series differs." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            stepKind: { enum: ["step", "epoch", "row"], description: "What the steps count." },
            firstStep: { type: "number", description: "First step at which the series differ." },
            firstValues: {
              type: "object",
              description: "Values there; null where a side has no point.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: {
                first: { oneOf: [{ type: "string" }, { type: "null" }] },
                second: { oneOf: [{ type: "string" }, { type: "null" }] }
              }
            },
            differing: { type: "integer", minimum: 0, description: "Steps that differ." },
            of: { type: "integer", minimum: 0, description: "Steps in the outer join." },
            onlyFirst: { type: "integer", minimum: 0, description: "Steps that only the first run has." },
            onlySecond: { type: "integer", minimum: 0, description: "Steps that only the second run has." },
            maxAbs: { description: "Largest absolute difference.", oneOf: [{ $ref: "#/$defs/number" }, { type: "null" }] },
            maxRel: { description: "Largest relative difference.", oneOf: [{ $ref: "#/$defs/number" }, { type: "null" }] },
            maxAbsStep: {
              description: "The step with the largest absolute difference.",
              oneOf: [{ type: "number" }, { type: "null" }]
            },
            lastAbs: {
              description: "Absolute difference at the last common step.",
              oneOf: [{ $ref: "#/$defs/number" }, { type: "null" }]
            },
            tolerated: { type: "boolean", description: "Whether every difference lies inside the declared tolerance." },
            decides: { type: "boolean", description: "False for what is shown and never judged, such as wall times." },
            policy: { description: "By which rule it does not decide.", oneOf: [{ type: "string" }, { type: "null" }] }
          }
        },
        {
          type: "object",
          description: "The content is the same, its structure differs.",
          additionalProperties: false,
          required: ["kind", "place", "aspect", "values"],
          properties: {
            kind: { const: "structure", description: "The content is the same, its structure differs." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            aspect: {
              enum: [
                "type",
                "order",
                "aliasing",
                "strides",
                "device",
                "byte-order",
                "requires-grad",
                "tensor-class",
                "attributes",
                "storage",
                "container"
              ],
              description: "Which aspect."
            },
            values: {
              type: "object",
              description: "The aspect on each side.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: { first: { type: "string" }, second: { type: "string" } }
            }
          }
        },
        {
          type: "object",
          description: "Bytes differ.",
          additionalProperties: false,
          required: ["kind", "place", "what", "sizes", "firstOffset", "digests"],
          properties: {
            kind: { const: "bytes", description: "Bytes differ." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            what: { type: "string", description: "What it is." },
            sizes: {
              type: "object",
              description: "Sizes in bytes.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: { first: { type: "integer", minimum: 0 }, second: { type: "integer", minimum: 0 } }
            },
            firstOffset: { type: "integer", minimum: 0, description: "First byte that differs." },
            digests: {
              type: "object",
              description: "SHA-256 of the bytes.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: { first: { type: "string" }, second: { type: "string" } }
            }
          }
        },
        {
          type: "object",
          description: "The first line that differs.",
          additionalProperties: false,
          required: ["kind", "place", "line", "lines"],
          properties: {
            kind: { const: "line", description: "The first line that differs." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            line: { type: "integer", minimum: 0, description: "Line number, from 1." },
            lines: {
              type: "object",
              description: "The lines; null where a side has none.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: {
                first: { oneOf: [{ type: "string" }, { type: "null" }] },
                second: { oneOf: [{ type: "string" }, { type: "null" }] }
              }
            }
          }
        },
        {
          type: "object",
          description: "Bytes of the file differ, all its content is the same.",
          additionalProperties: false,
          required: ["kind", "place", "causes"],
          properties: {
            kind: { const: "container-bytes", description: "Bytes of the file differ, all its content is the same." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            causes: {
              type: "array",
              description: "What differs around the content, where it is known.",
              items: { type: "string" }
            }
          }
        },
        {
          type: "object",
          description: "It could not be read.",
          additionalProperties: false,
          required: ["kind", "place", "side", "code", "reason"],
          properties: {
            kind: { const: "unread", description: "It could not be read." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            side: { enum: ["first", "second", "both"], description: "Where." },
            code: { type: "string", description: "Stable name of the reason." },
            reason: { type: "string", description: "Why." }
          }
        }
      ]
    },
    lastPoint: {
      description: "The last point; null where there is none.",
      oneOf: [
        {
          type: "object",
          additionalProperties: false,
          required: ["step", "value"],
          properties: {
            step: { type: "number", description: "Step." },
            value: { type: "string", description: "Value, exact." }
          }
        },
        { type: "null" }
      ]
    },
    coverage: {
      type: "object",
      description: "What was compared, and what was not.",
      additionalProperties: false,
      required: [
        "totals",
        "checkpoints",
        "series",
        "pairings",
        "ambiguous",
        "notCompared",
        "allBytesEqual",
        "sameInode",
        "ownNameStrings",
        "readNotes"
      ],
      properties: {
        totals: {
          type: "object",
          description: "Counts over everything that decides.",
          additionalProperties: false,
          required: [
            "files",
            "checkpoints",
            "tensors",
            "elements",
            "tensorBytes",
            "scalars",
            "series",
            "points",
            "bytesComparedFiles",
            "ownNamesReplaced"
          ],
          properties: {
            files: { type: "integer", minimum: 0, description: "Files that decide." },
            checkpoints: { type: "integer", minimum: 0, description: "Checkpoints." },
            tensors: { type: "integer", minimum: 0, description: "Tensors." },
            elements: { type: "integer", minimum: 0, description: "Elements of tensors." },
            tensorBytes: { type: "integer", minimum: 0, description: "Bytes of tensors, of one run." },
            scalars: { type: "integer", minimum: 0, description: "Single values." },
            series: { type: "integer", minimum: 0, description: "Metric series that decide." },
            points: { type: "integer", minimum: 0, description: "Metric points that decide." },
            bytesComparedFiles: { type: "integer", minimum: 0, description: "Files compared by their bytes." },
            ownNamesReplaced: { type: "integer", minimum: 0, description: "Own names taken out of strings." }
          }
        },
        checkpoints: {
          type: "array",
          description: "One line of the table of checkpoints.",
          items: {
            type: "object",
            additionalProperties: false,
            required: [
              "place",
              "paths",
              "formats",
              "byteLengths",
              "sameBytes",
              "tensors",
              "elements",
              "scalars",
              "differingTensors",
              "floatTensors",
              "nonFiniteTensors",
              "digests",
              "executableReferences"
            ],
            properties: {
              place: { type: "string", description: "Neutral path." },
              paths: {
                type: "object",
                description: "Path in each run.",
                additionalProperties: false,
                required: ["first", "second"],
                properties: { first: { type: "string" }, second: { type: "string" } }
              },
              formats: {
                type: "object",
                description: "Format in each run.",
                additionalProperties: false,
                required: ["first", "second"],
                properties: { first: { type: "string" }, second: { type: "string" } }
              },
              byteLengths: {
                type: "object",
                description: "Size in bytes.",
                additionalProperties: false,
                required: ["first", "second"],
                properties: { first: { type: "integer", minimum: 0 }, second: { type: "integer", minimum: 0 } }
              },
              sameBytes: { type: "boolean", description: "Whether the files are equal byte by byte." },
              tensors: { type: "integer", minimum: 0, description: "Tensors compared." },
              elements: { type: "integer", minimum: 0, description: "Elements compared." },
              scalars: { type: "integer", minimum: 0, description: "Single values compared." },
              differingTensors: { type: "integer", minimum: 0, description: "Tensors that differ." },
              floatTensors: { type: "integer", minimum: 0, description: "Tensors of floats." },
              nonFiniteTensors: {
                type: "integer",
                minimum: 0,
                description: "Float tensors without a finite element in either run: equal NaNs prove nothing."
              },
              digests: {
                type: "array",
                description: "Digest of every tensor that both runs have.",
                items: {
                  type: "object",
                  additionalProperties: false,
                  required: ["path", "dtype", "shape", "digests"],
                  properties: {
                    path: { type: "string", description: "Path of the tensor in the checkpoint." },
                    dtype: { type: "string", description: "Element type." },
                    shape: { type: "array", items: { type: "integer", minimum: 0 }, description: "Shape." },
                    digests: {
                      type: "object",
                      description: "SHA-256 over the elements in C order, little-endian.",
                      additionalProperties: false,
                      required: ["first", "second"],
                      properties: { first: { type: "string" }, second: { type: "string" } }
                    }
                  }
                }
              },
              executableReferences: {
                type: "array",
                description: "Dotted names that unpickling would import and call.",
                items: { type: "string" }
              }
            }
          }
        },
        series: {
          type: "array",
          description: "One line of the table of series.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["place", "name", "stepKind", "points", "last", "lastStep", "firstDivergentStep", "decides"],
            properties: {
              place: { type: "string", description: "Neutral path of the file." },
              name: { type: "string", description: "Name of the series." },
              stepKind: { enum: ["step", "epoch", "row"], description: "What the steps count." },
              points: {
                type: "object",
                description: "How many points.",
                additionalProperties: false,
                required: ["first", "second"],
                properties: { first: { type: "integer", minimum: 0 }, second: { type: "integer", minimum: 0 } }
              },
              last: {
                type: "object",
                description: "The last points.",
                additionalProperties: false,
                required: ["first", "second"],
                properties: { first: { $ref: "#/$defs/lastPoint" }, second: { $ref: "#/$defs/lastPoint" } }
              },
              lastStep: { description: "The last common step.", oneOf: [{ type: "number" }, { type: "null" }] },
              firstDivergentStep: {
                description: "Null where the series are equal.",
                oneOf: [{ type: "number" }, { type: "null" }]
              },
              decides: { type: "boolean", description: "False for what is shown and never judged." }
            }
          }
        },
        pairings: {
          type: "array",
          description: "Files put together although their paths differ.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["paths", "neutralPath", "ambiguous"],
            properties: {
              paths: {
                type: "object",
                description: "Path in each run.",
                additionalProperties: false,
                required: ["first", "second"],
                properties: { first: { type: "string" }, second: { type: "string" } }
              },
              neutralPath: { type: "string", description: "Common name." },
              ambiguous: { type: "boolean", description: "Whether there was more than one way." }
            }
          }
        },
        ambiguous: {
          type: "array",
          description: "Pairings that could not be decided.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["neutralPath", "first", "second"],
            properties: {
              neutralPath: { type: "string", description: "Common name." },
              first: { type: "array", description: "Candidates in the first run.", items: { type: "string" } },
              second: { type: "array", description: "Candidates in the second run.", items: { type: "string" } }
            }
          }
        },
        notCompared: {
          type: "array",
          description: "What was not compared.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["run", "path", "role", "why", "reason"],
            properties: {
              run: { enum: ["first", "second", "both"], description: "Where." },
              path: { type: "string", description: "Path." },
              role: { $ref: "#/$defs/role" },
              why: {
                enum: ["policy", "listed", "unread", "special"],
                description: "policy: was asked for; listed: follows from the role; unread: could not be read; special: no regular file."
              },
              reason: { type: "string", description: "One phrase." }
            }
          }
        },
        allBytesEqual: {
          type: "boolean",
          description: "Whether every file that decides has the same bytes on both sides."
        },
        sameInode: { type: "array", description: "Pairs that are one and the same file.", items: { type: "string" } },
        ownNameStrings: {
          type: "array",
          description: "Strings equal only after own names were taken out; at most 200.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["place", "texts"],
            properties: {
              place: { type: "string", description: "Where." },
              texts: {
                type: "object",
                description: "The strings.",
                additionalProperties: false,
                required: ["first", "second"],
                properties: { first: { type: "string" }, second: { type: "string" } }
              }
            }
          }
        },
        readNotes: {
          type: "array",
          description: "Oddities met while reading.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["run", "path", "code", "message"],
            properties: {
              run: { enum: ["first", "second"], description: "Which run." },
              path: { type: "string", description: "Path." },
              code: { type: "string", description: "Stable name." },
              message: { type: "string", description: "One sentence." }
            }
          }
        }
      }
    },
    ownNames: {
      type: "array",
      description: "A run's own names.",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["text", "placeholder"],
        properties: {
          text: { type: "string", description: "The text as it stands in the run." },
          placeholder: { type: "string", description: "What stands in its place." }
        }
      }
    },
    policy: {
      type: "object",
      description: "What judging and comparing were told.",
      additionalProperties: false,
      required: [
        "require",
        "tolerance",
        "checkpoints",
        "metrics",
        "ignore",
        "layout",
        "layoutPaths",
        "records",
        "datasets",
        "requireGpu",
        "environmentSchema",
        "checks",
        "failOn"
      ],
      properties: {
        require: { enum: ["identical", "equivalent", "within-tolerance"], description: "The weakest verdict that passes." },
        tolerance: {
          type: "object",
          description: "What differences are tolerated.",
          additionalProperties: false,
          required: ["everywhere", "rules"],
          properties: {
            everywhere: {
              description: "Where no other rule applies; null: exact.",
              oneOf: [{ $ref: "#/$defs/toleranceRule" }, { type: "null" }]
            },
            rules: {
              type: "array",
              description: "By glob; the first that matches wins.",
              items: {
                type: "object",
                additionalProperties: false,
                required: ["glob", "rule"],
                properties: {
                  glob: { type: "string", description: "Glob on a tensor's path or a series' name." },
                  rule: { $ref: "#/$defs/toleranceRule" }
                }
              }
            }
          }
        },
        checkpoints: { $ref: "#/$defs/globs" },
        metrics: {
          type: "object",
          description: "Which files hold metrics, and patterns for trainings that only print.",
          additionalProperties: false,
          required: ["include", "exclude", "stdout"],
          properties: {
            include: {
              type: "array",
              description: "Globs of what is wanted; empty: whatever is found.",
              items: { type: "string" }
            },
            exclude: { type: "array", description: "Globs of what is not.", items: { type: "string" } },
            stdout: { type: "array", description: "RE2 patterns with named groups.", items: { type: "string" } }
          }
        },
        ignore: {
          type: "object",
          description: "What is set aside.",
          additionalProperties: false,
          required: ["series", "scalars", "files"],
          properties: {
            series: { type: "array", description: "Globs of series.", items: { type: "string" } },
            scalars: { type: "array", description: "Globs of single values.", items: { type: "string" } },
            files: { type: "array", description: "Globs of files.", items: { type: "string" } }
          }
        },
        layout: {
          enum: ["auto", "hydra", "experiment-timestamp", "lightning", "hugging-face", "paths", "none"],
          description: "The layout asked for."
        },
        layoutPaths: {
          type: "object",
          description: "A layout of the user's own.",
          additionalProperties: false,
          required: ["required", "allowed"],
          properties: {
            required: { type: "array", description: "Globs, each of which must match.", items: { type: "string" } },
            allowed: {
              type: "array",
              description: "Globs, one of which every file must match.",
              items: { type: "string" }
            }
          }
        },
        records: {
          type: "object",
          description: "Where records lie; empty: found by themselves.",
          additionalProperties: false,
          required: ["environment", "requirements", "configuration", "dataset"],
          properties: {
            environment: { type: "array", description: "Globs.", items: { type: "string" } },
            requirements: { type: "array", description: "Globs.", items: { type: "string" } },
            configuration: { type: "array", description: "Globs.", items: { type: "string" } },
            dataset: { type: "array", description: "Globs.", items: { type: "string" } }
          }
        },
        datasets: {
          type: "array",
          description: "Data to recompute.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["path", "sha256"],
            properties: {
              path: { type: "string", description: "Path." },
              sha256: { description: "Its digest, where it is known.", oneOf: [{ type: "string" }, { type: "null" }] }
            }
          }
        },
        requireGpu: { type: "boolean", description: "A run that never touched a GPU proves nothing." },
        environmentSchema: { $ref: "#/$defs/any", description: "The JSON Schema of the environment record; null: ours." },
        checks: {
          type: "object",
          description: "What was said about checks.",
          additionalProperties: false,
          required: ["severities", "waivers"],
          properties: {
            severities: {
              type: "object",
              description: "Severity by check id or group/*.",
              additionalProperties: { enum: ["error", "warning", "notice", "off"] }
            },
            waivers: {
              type: "array",
              description: "Findings that are accepted for a time.",
              items: {
                type: "object",
                additionalProperties: false,
                required: ["id", "place", "reason", "until"],
                properties: {
                  id: { type: "string", description: "Check id." },
                  place: { type: "string", description: "Where it holds." },
                  reason: { type: "string", description: "Why." },
                  until: { type: "string", description: "ISO date of its last day." }
                }
              }
            }
          }
        },
        failOn: { enum: ["error", "warning", "never"], description: "From which severity on findings fail the audit." }
      }
    },
    finding: {
      type: "object",
      description: "What a check found.",
      additionalProperties: false,
      required: ["check", "title", "severity", "certainty", "message", "place", "facts", "waived"],
      properties: {
        check: { type: "string", description: "Id of the check, group/condition." },
        title: { type: "string", description: "What the check is about." },
        severity: { $ref: "#/$defs/severity" },
        certainty: { enum: ["measured", "inferred"], description: "Whether it was measured or is a likely cause." },
        message: { type: "string", description: "One sentence." },
        place: {
          type: "object",
          description: "Where.",
          additionalProperties: false,
          required: ["run", "file", "entry", "line"],
          properties: {
            run: {
              description: "Number of the run; null: both, or the audit.",
              oneOf: [{ type: "integer", minimum: 1 }, { type: "null" }]
            },
            file: { description: "File.", oneOf: [{ type: "string" }, { type: "null" }] },
            entry: { description: "Entry inside it.", oneOf: [{ type: "string" }, { type: "null" }] },
            line: { description: "Line.", oneOf: [{ type: "integer" }, { type: "null" }] }
          }
        },
        facts: {
          type: "object",
          description: "What the message is made of.",
          additionalProperties: { $ref: "#/$defs/fact" }
        },
        waived: {
          description: "Reason of the waiver that covers it; null where none does.",
          oneOf: [{ type: "string" }, { type: "null" }]
        }
      }
    }
  }
};

// src/report/document-schema.ts
var prefix = "#/$defs/";
function resolveNode(root, node) {
  if (node.$ref === void 0) return { node, name: null };
  const name = node.$ref.slice(prefix.length);
  const target = root.$defs?.[name];
  if (target === void 0) throw new TypeError(`the schema points to "${node.$ref}", which it does not define`);
  return { node: target, name };
}
function branchFor(root, branches, value) {
  return branches.find((branch) => accepts(root, branch, value)) ?? null;
}
function accepts(root, unresolved, value) {
  const { node } = resolveNode(root, unresolved);
  if (node.oneOf !== void 0) return branchFor(root, node.oneOf, value) !== null;
  if (node.const !== void 0) return value === node.const;
  if (node.enum !== void 0) return node.enum.some((allowed) => allowed === value);
  if (node.type !== void 0 && node.type !== typeName(value)) {
    return node.type === "integer" && typeof value === "number";
  }
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(node.properties ?? {}).every(([key, member]) => {
    const told = resolveNode(root, member).node;
    if (told.const === void 0 && told.enum === void 0) return true;
    return Object.hasOwn(value, key) && accepts(root, told, Reflect.get(value, key));
  });
}
function typeName(value) {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
function memberSchema(node, key) {
  const named = node.properties !== void 0 && Object.hasOwn(node.properties, key) ? node.properties[key] : void 0;
  return named ?? (typeof node.additionalProperties === "object" ? node.additionalProperties : {});
}
function itemSchema(node, index) {
  return node.prefixItems?.[index] ?? (typeof node.items === "object" ? node.items : {});
}

// src/report/json.ts
var reportSchema = report_v1_default;
var numberKey = "$number";
var jsonReporter = {
  id: "json",
  title: "The whole report as JSON",
  fileName: "report.json",
  render: (report) => jsonText(encode(report, reportSchema))
};
function encode(value, unresolved) {
  const { node, name } = resolveNode(reportSchema, unresolved);
  if (name === "fact") return encodeFact(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : nameOfNonFinite(value);
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) return null;
  if (node.oneOf !== void 0) return encode(value, branchFor(reportSchema, node.oneOf, value) ?? {});
  if (Array.isArray(value)) {
    return value.map((item, index) => encode(item, itemSchema(node, index)));
  }
  const keys = node.properties === void 0 ? Object.keys(value).sort() : Object.keys(node.properties);
  return Object.fromEntries(
    keys.map((key) => [key, Object.hasOwn(value, key) ? Reflect.get(value, key) : void 0]).filter(([, member]) => member !== void 0).map(([key, member]) => [key, encode(member, memberSchema(node, key))])
  );
}
function encodeFact(value) {
  if (typeof value === "number") return Number.isFinite(value) ? value : { [numberKey]: nameOfNonFinite(value) };
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) return value.map(encodeFact);
  return Object.fromEntries(
    Object.keys(value).sort().map((key) => [key.startsWith("$") ? `$${key}` : key, encodeFact(Reflect.get(value, key))])
  );
}
function nameOfNonFinite(value) {
  if (Number.isNaN(value)) return "nan";
  return value > 0 ? "inf" : "-inf";
}

// src/report/text/escape-markdown.ts
var structural = /(?<![\p{L}\p{N}])[-_+=]|[-_+=](?![\p{L}\p{N}])|:(?! )|[^\p{L}\p{N}\p{M} ,.;:/'"%()_+=\u00b1\u00b7\u00d7\u2010-\u2027\u2190-\u2bff-]/gu;
function escapeMarkdown(text, length = 500) {
  const escaped2 = visible(shortened(text, length)).replace(
    structural,
    (character) => `&#${character.codePointAt(0) ?? 65533};`
  );
  return escaped2.replaceAll("&#64;", "&#64;&#8203;").replace(/www\./gi, (match) => `${match.slice(0, 3)}&#46;`).replace(/^(\s*\d+)([.)])(?=\s|$)/, (_, digits, mark) => `${digits}&#${mark.codePointAt(0)};`);
}
function markdownCode(text, length = 500) {
  return text === "" ? "" : `<code>${escapeMarkdown(text, length)}</code>`;
}

// src/report/summary.ts
var summaryLimitBytes = 900 * 1024;
var steps = [
  { rows: 300, differences: 20, perCheck: 5, length: 500 },
  { rows: 100, differences: 20, perCheck: 3, length: 300 },
  { rows: 30, differences: 10, perCheck: 1, length: 200 },
  { rows: 8, differences: 6, perCheck: 1, length: 120 }
];
var leastUsefulFirst = [
  "settings",
  "evidence",
  "not-compared",
  "record",
  "differences",
  "series",
  "checkpoints",
  "findings",
  "runs",
  "likely-cause",
  "advice",
  "first-difference"
];
var summaryReporter = {
  id: "summary",
  title: "Markdown for the GitHub step summary",
  fileName: "summary.md",
  render: (report) => renderSummary(report, summaryLimitBytes)
};
function renderSummary(report, limitBytes) {
  let smallest = { story: [], length: 0 };
  for (const step of steps) {
    const story = tellStory(report, step);
    const text = markdown(story, step.length, []);
    if (byteLength(text) <= limitBytes) return text;
    smallest = { story, length: step.length };
  }
  const dropped = [];
  for (const id of leastUsefulFirst) {
    dropped.push(id);
    const text = markdown(smallest.story, smallest.length, dropped);
    if (byteLength(text) <= limitBytes) return text;
  }
  return `## ${escapeMarkdown(outcomeLabel(report.judgement.outcome))}

There is no room for more here; report.json holds all of it.
`;
}
function markdown(story, length, dropped) {
  const kept = story.filter((part) => !dropped.includes(part.id));
  const left2 = story.filter((part) => dropped.includes(part.id));
  const parts = kept.map((part) => renderSection(part, length));
  if (left2.length > 0) {
    const titles = left2.map((part) => escapeMarkdown(part.title)).join(", ");
    parts.splice(1, 0, `Left out, since GitHub takes no longer summary: ${titles}. All of it is in report.json.
`);
  }
  return parts.join("\n");
}
function renderSection(part, length) {
  const title = `${escapeMarkdown(part.title)}${part.aside === null ? "" : ` (${escapeMarkdown(part.aside, length)})`}`;
  const body = part.blocks.map((block) => renderBlock(block, length)).join("\n");
  if (part.id === "verdict") return body;
  return part.folded ? `<details><summary>${title}</summary>

${body}
</details>
` : `### ${title}

${body}`;
}
function renderBlock(block, length) {
  switch (block.kind) {
    case "verdict":
      return `## ${block.mark} ${escapeMarkdown(block.word, length)}
${block.text.length === 0 ? "" : `
<b>${inline(sentenceCase(block.text), length)}</b>
`}`;
    case "paragraph":
      return `${inline(block.text, length)}
`;
    case "list":
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${inline(item, length)}
`).join("");
    case "table": {
      const row = (cells) => `| ${cells.join(" | ")} |
`;
      return [
        row(block.columns.map((column) => escapeMarkdown(column.title, length))),
        row(block.columns.map((column) => column.align === "right" ? "---:" : "---")),
        ...block.rows.map((cells) => row(cells.map((cell) => inline(cell, length))))
      ].join("");
    }
    case "output":
      return `<pre>${block.lines.map((line) => escapeMarkdown(line, length)).join("\n")}</pre>
`;
    default:
      block;
      return "";
  }
}
function sentenceCase([first, ...rest]) {
  if (first === void 0) return [];
  return [{ ...first, text: `${first.text.charAt(0).toUpperCase()}${first.text.slice(1)}` }, ...rest];
}
function inline(text, length) {
  return text.map((span) => renderSpan(span, length)).join("").trim();
}
var wrapped = {
  strong: "b",
  quiet: "sub",
  bad: "b",
  doubt: "b"
};
var shortestSentence = 600;
function renderSpan(span, nameLength) {
  const length = span.style === "code" ? nameLength : Math.max(nameLength, shortestSentence);
  if (span.style === "plain" || span.style === "good") return escapeMarkdown(span.text, length);
  if (span.style === "code") return markdownCode(span.text, length);
  const tag = wrapped[span.style];
  return `<${tag}>${escapeMarkdown(span.text, length)}</${tag}>`;
}
function byteLength(text) {
  return new TextEncoder().encode(text).length;
}

// src/report/registry.ts
var reporters = [terminalReporter, jsonReporter, summaryReporter, annotationsReporter];

export {
  jsonText,
  knownEffect,
  leavesWith,
  firstDifference,
  verdictSentence,
  differingReasons,
  annotationsOf,
  summaryLimitBytes,
  renderSummary,
  terminalReporter,
  reporters
};
