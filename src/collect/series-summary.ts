/**
 * Metric series as reports and checks see them: every point where there are few, and a thinned line where there are many. Thinning
 * keeps the extremes of every stretch, so that no peak is lost, and where each stretch begins, so that two runs share those steps.
 */
import type { SeriesSummary } from '../model/evidence.ts';
import type { SeriesFile } from '../model/inventory.ts';
import type { Point } from '../model/point.ts';

/** Points of all series of one run: they go into the report. */
const pointsLimit = 50_000;
/** A line of a chart is drawn from so many at least. */
const pointsOfOne = 64;

/** The series that hold numbers, in the order of the files; texts are none. */
export function summarizeSeries(files: readonly SeriesFile[]): readonly SeriesSummary[] {
  const numeric = files.flatMap(({ path, neutralPath, series }) =>
    series
      .filter(({ points }) => points.some(({ text }) => text === undefined))
      .map((one) => ({ path, neutralPath, one })),
  );
  const total = numeric.reduce((sum, { one }) => sum + one.points.length, 0);
  const share = Math.max(pointsOfOne, Math.floor(pointsLimit / Math.max(1, numeric.length)));
  return numeric.map(({ path, neutralPath, one: { name, stepKind, points } }) => {
    const kept = total <= pointsLimit ? points : thin(points, share);
    return {
      path,
      neutralPath,
      name,
      stepKind,
      count: points.length,
      steps: kept.map(({ step }) => step),
      values: kept.map(({ value }) => value),
    };
  });
}

/** At most `most` points: of every stretch the first, the lowest and the highest, in their order. */
export function thin(points: readonly Point[], most: number): readonly Point[] {
  if (points.length <= most) return points;
  const stretches = Math.max(1, Math.floor((most - 2) / 3));
  const inner = points.length - 2;
  const kept = new Set<number>([0, points.length - 1]);
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const from = 1 + Math.floor((stretch * inner) / stretches);
    const to = 1 + Math.floor(((stretch + 1) * inner) / stretches);
    let low = from;
    let high = from;
    for (let index = from; index < to; index += 1) {
      const value = points[index]?.value ?? Number.NaN;
      // What is not finite is an extreme of its own, and the first of it is kept.
      if (!Number.isFinite(value)) {
        if (Number.isFinite(points[high]?.value ?? 0)) high = index;
      } else {
        if (value < (points[low]?.value ?? Number.NaN) || !Number.isFinite(points[low]?.value)) low = index;
        if (value > (points[high]?.value ?? Number.NaN)) high = index;
      }
    }
    if (from < to) kept.add(from).add(low).add(high);
  }
  return [...kept].sort((a, b) => a - b).flatMap((index) => points[index] ?? []);
}
