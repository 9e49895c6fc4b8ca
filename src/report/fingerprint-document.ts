/**
 * `fingerprint.json`: what a later comparison needs without the checkpoints, small enough to be committed
 * (`schemas/fingerprint.v1.json`). Digests and last points are those of the first run; `stable` says whether all runs agree,
 * so that nobody takes a number for a promise. Single values and their digests stay in the checkpoints.
 */
import type { ComparedCheckpoint, ComparedSeries, TensorDigest } from '../model/coverage.ts';
import type { Report } from '../model/report.ts';
import { type JsonValue, jsonText } from './json-text.ts';

/** The text of `fingerprint.json`. */
export function fingerprintDocument(report: Report): string {
  const checkpoints = groupBy(
    report.comparisons.flatMap((comparison) => comparison.coverage.checkpoints),
    (checkpoint) => checkpoint.place,
  );
  const series = groupBy(
    report.comparisons.flatMap((comparison) => comparison.coverage.series).filter((one) => one.decides),
    (one) => JSON.stringify([one.place, one.name]),
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
    series: series.map(seriesPart),
  });
}

/** One checkpoint as every comparison saw it; only what all of them saw is kept. */
function checkpointPart(seen: readonly [ComparedCheckpoint, ...ComparedCheckpoint[]]): JsonValue {
  const [base, ...others] = seen;
  const otherDigests = others.map((other) => new Map(other.digests.map((tensor) => [tensor.path, tensor])));
  const tensors = base.digests.flatMap((tensor) => {
    const again = otherDigests.map((digests) => digests.get(tensor.path));
    if (again.includes(undefined)) return [];
    const stable = isStable(tensor) && again.every((other) => other !== undefined && isStable(other));
    return [{ path: tensor.path, dtype: tensor.dtype, shape: tensor.shape, sha256: tensor.digests.first, stable }];
  });
  return { path: base.place, format: base.formats.first, tensors };
}

function isStable(tensor: TensorDigest): boolean {
  return tensor.digests.first === tensor.digests.second;
}

function seriesPart(seen: readonly [ComparedSeries, ...ComparedSeries[]]): JsonValue {
  const [base] = seen;
  const last = base.last.first;
  return {
    path: base.place,
    name: base.name,
    stepKind: base.stepKind,
    points: base.points.first,
    last: last === null ? null : { step: last.step, value: last.value },
    stable: seen.every((one) => one.firstDivergentStep === null && one.points.first === one.points.second),
  };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
