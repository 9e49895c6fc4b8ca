/**
 * The course of the training as lines from its first step to its last: where each metric series is the same and from where on it
 * differs, and the checkpoints at their steps. Data first (`timeLine`), then its picture in SVG, in per cent, so that it fits any width.
 */

import { checkpointNumber } from '../../model/checkpoint-name.ts';
import type { InventorySummary } from '../../model/evidence.ts';
import { formatInteger, plural } from '../../model/format-number.ts';
import type { StepKind } from '../../model/point.ts';
import type { Report } from '../../model/report.ts';
import { type FileNames, shortName } from '../story/file-names.ts';
import { metricRows } from '../story/metric-rows.ts';
import { shortened } from '../text/visible.ts';
import { html, type Markup } from './markup.ts';

/** Lines of series; more would hide what matters. */
const linesShown = 5;
const nameLength = 120;

interface Line {
  readonly name: string;
  readonly file: string;
  readonly divergesAt: number;
}

interface CheckpointMark {
  readonly name: string;
  readonly at: number;
  readonly differs: boolean;
}

export interface TimeLine {
  readonly stepKind: StepKind;
  readonly from: number;
  readonly to: number;
  /** Series that differ, the earliest on top. */
  readonly lines: readonly Line[];
  /** How many more differ, later than these. */
  readonly further: number;
  /** How many series are the same to the end. */
  readonly same: number;
  /** Those whose step is known in this kind of step. */
  readonly checkpoints: readonly CheckpointMark[];
}

/** Null where the runs have no series to lay a line by. */
export function timeLine(report: Report, files: FileNames): TimeLine | null {
  // What files repeat has one line, as in the table of the metrics.
  const compared = report.comparisons
    .flatMap((comparison) => metricRows(comparison, report.inventories).told)
    .map(({ series }) => series);
  const stepKind = report.firstDifference.metric?.stepKind ?? compared[0]?.stepKind;
  const known = compared.filter((series) => series.stepKind === stepKind);
  const [some] = known;
  if (some === undefined) return null;
  const keys = new Set(known.map(({ place, name }) => JSON.stringify([place, name])));
  const steps = report.inventories.flatMap(({ series }) =>
    series
      .filter((one) => one.stepKind === stepKind && keys.has(JSON.stringify([one.neutralPath, one.name])))
      .flatMap((one) => [one.steps[0], one.steps.at(-1)]),
  );
  const ends = [...steps, ...known.map(({ lastStep }) => lastStep), ...known.map((one) => one.firstDivergentStep)];
  const finite = ends.filter((step): step is number => typeof step === 'number' && Number.isFinite(step));
  const from = finite.reduce((least, step) => Math.min(least, step), Number.POSITIVE_INFINITY);
  const to = finite.reduce((most, step) => Math.max(most, step), Number.NEGATIVE_INFINITY);
  if (!(from <= to)) return null;
  const earliest = new Map<string, Omit<Line, 'divergesAt'> & { readonly divergesAt: number | null }>();
  for (const { place, name, firstDivergentStep } of known) {
    const key = JSON.stringify([place, name]);
    const before = earliest.get(key)?.divergesAt ?? null;
    const steps = [before, firstDivergentStep].filter((step) => step !== null);
    const divergesAt = steps.length === 0 ? null : Math.min(...steps);
    earliest.set(key, { name: shortened(name, nameLength), file: shortName(files, place), divergesAt });
  }
  const all = [...earliest.values()];
  const divergent = all.flatMap(({ divergesAt, ...line }) => (divergesAt === null ? [] : [{ ...line, divergesAt }]));
  const lines = divergent.sort((a, b) => a.divergesAt - b.divergesAt);
  return {
    stepKind: some.stepKind,
    from,
    to,
    lines: lines.slice(0, linesShown),
    further: Math.max(0, lines.length - linesShown),
    same: all.length - lines.length,
    checkpoints: checkpointMarks(report, files, some.stepKind).filter(({ at }) => at >= from && at <= to),
  };
}

function checkpointMarks(report: Report, files: FileNames, stepKind: StepKind): readonly CheckpointMark[] {
  const marks = new Map<string, CheckpointMark>();
  for (const { coverage, first } of report.comparisons) {
    const inventory = report.inventories.find(({ run }) => run === first);
    for (const { place, paths, differingTensors } of coverage.checkpoints) {
      const at = numberOf(inventory, paths.first, stepKind);
      if (at === null) continue;
      const differs = differingTensors > 0 || marks.get(place)?.differs === true;
      marks.set(place, { name: shortened(shortName(files, place), nameLength), at, differs });
    }
  }
  // Of several at one step the one that differs is drawn over the others.
  return [...marks.values()].sort((a, b) => a.at - b.at || Number(a.differs) - Number(b.differs));
}

/** The step or epoch that a checkpoint says it was saved at: by what is in it, else by its name. */
function numberOf(inventory: InventorySummary | undefined, path: string, stepKind: StepKind): number | null {
  const values = inventory?.checkpoints.find((checkpoint) => checkpoint.path === path)?.values ?? {};
  const keys = stepKind === 'epoch' ? ['epoch'] : stepKind === 'step' ? ['global_step', 'step'] : [];
  for (const key of keys) {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (value?.type === 'int') return Number(value.text);
  }
  const named = checkpointNumber(path);
  return named !== null && named.kind === stepKind ? named.number : null;
}

/** The line as a figure; the same is told in words to those who do not see it. */
export function renderTimeLine(line: TimeLine): Markup {
  const place = (step: number): number =>
    line.to === line.from ? 50 : ((step - line.from) / (line.to - line.from)) * 100;
  const percent = (value: number): string => `${Number(value.toFixed(3))}%`;
  const lane = (name: Markup, told: Markup, divergesAt: number | null): Markup => {
    const from = divergesAt === null ? 100 : Math.min(place(divergesAt), 99);
    const apart =
      divergesAt === null
        ? null
        : html`<rect class="lane-differs" x="${percent(from)}" y="4" width="${percent(100 - from)}" height="6"/><rect class="lane-mark" x="${percent(from)}" y="0" width="3" height="14"/>`;
    return html`<li><span class="lane-name">${name} ${told}</span>
<svg class="lane" width="100%" height="14" aria-hidden="true"><rect class="lane-same" x="0" y="4" width="${percent(from)}" height="6"/>${apart}</svg></li>
`;
  };
  const rows = line.lines.map(({ name, file, divergesAt }) =>
    lane(
      html`<code title="${shortened(file, nameLength)}">${name}</code>`,
      html`<span class="bad">differs from ${line.stepKind} ${formatInteger(divergesAt)} on</span>`,
      divergesAt,
    ),
  );
  if (line.same > 0) {
    const name = `${formatInteger(line.same)} ${rows.length > 0 ? 'other ' : ''}series`;
    rows.push(lane(html`${name}`, html`<span class="good">the same to the end</span>`, null));
  }
  const differing = line.checkpoints.filter(({ differs }) => differs);
  const marks = line.checkpoints.map(
    ({ name, at, differs }) =>
      html`<circle class="${differs ? 'mark-differs' : 'mark-same'}" cx="${percent(place(at))}" cy="7" r="5"><title>${name}, ${line.stepKind} ${formatInteger(at)}: ${differs ? 'differs' : 'the same'}</title></circle>`,
  );
  const checkpoints =
    line.checkpoints.length === 0
      ? null
      : html`<li><span class="lane-name">${plural(line.checkpoints.length, 'checkpoint')} <span class="${differing.length > 0 ? 'bad' : 'good'}">${
          differing.length === 0
            ? 'the same'
            : `${formatInteger(differing.length)} ${differing.length === 1 ? 'differs' : 'differ'}`
        }</span></span>
<svg class="lane lane-checkpoints" width="100%" height="14" aria-hidden="true">${marks}</svg></li>
`;
  return html`<div class="time-line"><ol class="lanes">
${rows}${checkpoints}</ol>
<p class="axis" aria-hidden="true"><span>${line.stepKind} ${formatInteger(line.from)}</span><span>${line.stepKind} ${formatInteger(line.to)}</span></p>
${line.further === 0 ? null : html`<p class="quiet">${formatInteger(line.further)} more series differ later.</p>`}</div>`;
}
