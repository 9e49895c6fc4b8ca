/**
 * The course of the training as lines from its first step to its last: where each metric series is the same and where it differs, and the
 * checkpoints at their steps. Data first (`timeLine`), then its picture in SVG, in per cent, so that it fits any width. Nothing is
 * green in an audit that came to no verdict.
 */

import { checkpointNumber } from '../../model/checkpoint-name.ts';
import { type Effect, leavesOf } from '../../model/difference.ts';
import type { Comparison, InventorySummary } from '../../model/evidence.ts';
import { formatInteger, formatStep, plural } from '../../model/format-number.ts';
import type { StepKind } from '../../model/point.ts';
import type { Report } from '../../model/report.ts';
import { hasVerdict } from '../../model/verdict.ts';
import { type FileNames, shortName } from '../story/file-names.ts';
import { type MetricRow, metricRows, seriesKey } from '../story/metric-rows.ts';
import { runNames } from '../story/run-names.ts';
import { type SeriesDifference, seriesDifference } from '../story/series-difference.ts';
import { shortened } from '../text/visible.ts';
import { html, type Markup } from './markup.ts';
import { type Stretch, stretchesApart } from './stretches.ts';

/** Lines of series; more would hide what matters. */
const linesShown = 5;
/** Stretches of one line; more are no more than a blur. */
const stretchesShown = 60;
const nameLength = 120;

type Tone = 'bad' | 'doubt' | 'good';

interface Line {
  readonly name: string;
  readonly file: string;
  readonly difference: Apart;
}

interface CheckpointMark {
  readonly name: string;
  readonly at: number;
  readonly tone: Tone;
  /** `differs`, `only in run 1`, `not read`, `within the tolerance`, `the same`. */
  readonly words: string;
}

/** Of one series: how it differs, in which tone, and where. */
interface Apart extends SeriesDifference {
  readonly tone: 'bad' | 'doubt';
  /** Null: not known beyond the first step. */
  readonly apart: readonly Stretch[] | null;
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
  /** False: the audit came to no verdict, and what is the same proves nothing. */
  readonly proves: boolean;
}

/** Null where the runs have no series to lay a line by. */
export function timeLine(report: Report, files: FileNames): TimeLine | null {
  // What files repeat has one line, as in the table of the metrics.
  const compared = report.comparisons.flatMap((comparison) => metricRows(comparison, report.inventories).told);
  const stepKind = report.firstDifference.metric?.stepKind ?? compared[0]?.series.stepKind;
  const rows = compared.filter(({ series }) => series.stepKind === stepKind);
  const known = rows.map(({ series }) => series);
  const [some] = known;
  if (some === undefined) return null;
  const keys = new Set(known.map(({ place, name }) => seriesKey(place, name)));
  const steps = report.inventories.flatMap(({ series }) =>
    series
      .filter((one) => one.stepKind === stepKind && keys.has(seriesKey(one.neutralPath, one.name)))
      .flatMap((one) => [one.steps[0], one.steps.at(-1)]),
  );
  const ends = [...steps, ...known.map(({ lastStep }) => lastStep), ...known.map((one) => one.firstDivergentStep)];
  const finite = ends.filter((step): step is number => typeof step === 'number' && Number.isFinite(step));
  const from = finite.reduce((least, step) => Math.min(least, step), Number.POSITIVE_INFINITY);
  const to = finite.reduce((most, step) => Math.max(most, step), Number.NEGATIVE_INFINITY);
  if (!(from <= to)) return null;
  const all = new Map<string, Omit<Line, 'difference'> & { readonly difference: Apart | null }>();
  for (const row of rows) {
    const { place, name } = row.series;
    const key = seriesKey(place, name);
    const difference = worse(all.get(key)?.difference ?? null, apartIn(row));
    all.set(key, { name: shortened(name, nameLength), file: shortName(files, place), difference });
  }
  const lines = [...all.values()]
    .flatMap(({ difference, ...line }) => (difference === null ? [] : [{ ...line, difference }]))
    .sort((a, b) => firstOf(a.difference) - firstOf(b.difference));
  return {
    stepKind: some.stepKind,
    from,
    to,
    lines: lines.slice(0, linesShown),
    further: Math.max(0, lines.length - linesShown),
    same: all.size - lines.length,
    checkpoints: checkpointMarks(report, files, some.stepKind).filter(({ at }) => at >= from && at <= to),
    proves: hasVerdict(report.judgement.outcome),
  };
}

function apartIn(row: MetricRow): Apart | null {
  const difference = seriesDifference(row);
  if (difference === null) return null;
  const { words, tolerated } = difference;
  return {
    ...difference,
    words: tolerated ? `${words}, tolerated` : words,
    tone: tolerated ? 'doubt' : 'bad',
    apart: stretchesApart(row, difference),
  };
}

/** Of what several comparisons say of one series: what is not tolerated, then what is earlier. */
function worse(a: Apart | null, b: Apart | null): Apart | null {
  if (a === null || b === null) return a ?? b;
  if (a.tone !== b.tone) return a.tone === 'bad' ? a : b;
  return firstOf(b) < firstOf(a) ? b : a;
}

/** What differs in the kind of its steps differs from the beginning. */
function firstOf({ firstStep }: Apart): number {
  return firstStep ?? -Number.MAX_VALUE;
}

const toneWeight: Readonly<Record<Tone, number>> = { good: 0, doubt: 1, bad: 2 };

function checkpointMarks(report: Report, files: FileNames, stepKind: StepKind): readonly CheckpointMark[] {
  const marks = new Map<string, CheckpointMark>();
  for (const comparison of report.comparisons) {
    const inventories = [comparison.first, comparison.second].map((number) =>
      report.inventories.find(({ run }) => run === number),
    );
    for (const { place, paths, tone, words } of judgedCheckpoints(comparison)) {
      const at = paths.map((path, side) => (path === null ? null : numberOf(inventories[side], path, stepKind)));
      const number = at.find((one) => one !== null) ?? null;
      if (number === null || toneWeight[marks.get(place)?.tone ?? 'good'] > toneWeight[tone]) continue;
      marks.set(place, { name: shortened(shortName(files, place), nameLength), at: number, tone, words });
    }
  }
  // Of several at one step the one that differs is drawn over the others.
  return [...marks.values()].sort((a, b) => a.at - b.at || toneWeight[a.tone] - toneWeight[b.tone]);
}

interface JudgedCheckpoint extends Pick<CheckpointMark, 'tone' | 'words'> {
  readonly place: string;
  /** In the first and in the second run. */
  readonly paths: readonly (string | null)[];
}

/** Every checkpoint of either run, by all that the tree of differences says of it: scalars decide as tensors do. */
function judgedCheckpoints(comparison: Comparison): readonly JudgedCheckpoint[] {
  const names = runNames(comparison);
  const effects = new Map<string, Set<Effect>>();
  const lonely = new Map<string, JudgedCheckpoint>();
  const compared = comparison.coverage.checkpoints;
  const known = new Set(compared.map(({ place }) => place));
  for (const { leaf, file, effect } of leavesOf(comparison.difference)) {
    const place = file?.place ?? leaf.place;
    const found = effects.get(place) ?? new Set<Effect>();
    effects.set(place, found.add(effect));
    if (file?.file?.role !== 'checkpoint' || known.has(place) || lonely.has(place)) continue;
    const paths = [file.file.paths.first, file.file.paths.second];
    if (leaf.kind === 'missing' && leaf.what === 'file')
      lonely.set(place, { place, paths, tone: 'bad', words: `only in ${names[leaf.presentIn]}` });
    if (leaf.kind === 'unread') lonely.set(place, { place, paths, tone: 'doubt', words: 'not read' });
  }
  return [
    ...compared.map(({ place, paths }) => ({
      place,
      paths: [paths.first, paths.second],
      ...judgement(effects.get(place) ?? new Set()),
    })),
    ...lonely.values(),
  ];
}

function judgement(effects: ReadonlySet<Effect>): Pick<CheckpointMark, 'tone' | 'words'> {
  if (effects.has('content')) return { tone: 'bad', words: 'differs' };
  if (effects.has('unknown')) return { tone: 'doubt', words: 'not read' };
  if (effects.has('tolerated')) return { tone: 'doubt', words: 'within the tolerance' };
  return { tone: 'good', words: 'the same' };
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
  const place = (step: number): number => {
    if (step <= line.from && step < line.to) return 0;
    if (step >= line.to && step > line.from) return 100;
    return line.to === line.from ? 50 : ((step - line.from) / (line.to - line.from)) * 100;
  };
  const same = line.proves ? 'good' : 'quiet';
  const rows = line.lines.map(({ name, file, difference }) =>
    lane(
      html`<code title="${shortened(file, nameLength)}">${name}</code>`,
      html`<span class="${difference.tone}">${difference.words}</span>`,
      lanePieces(difference, place, same),
    ),
  );
  if (line.same > 0) {
    const name = `${formatInteger(line.same)} ${rows.length > 0 ? 'other ' : ''}series`;
    rows.push(lane(html`${name}`, html`<span class="${same}">the same to the end</span>`, html`${bar(0, 100, same)}`));
  }
  return html`<div class="time-line"><ol class="lanes">
${rows}${renderCheckpoints(line, place)}</ol>
<p class="axis" aria-hidden="true"><span>${line.stepKind} ${formatStep(line.from)}</span>${line.to === line.from ? null : html`<span>${line.stepKind} ${formatStep(line.to)}</span>`}</p>
${line.further === 0 ? null : html`<p class="quiet">${formatInteger(line.further)} more series differ${line.lines.some(({ difference }) => difference.firstStep === null) ? '' : ' later'}.</p>`}</div>`;
}

function lane(name: Markup, told: Markup, pieces: Markup): Markup {
  return html`<li><span class="lane-name">${name} ${told}</span>
<svg class="lane" width="100%" height="14" aria-hidden="true">${pieces}</svg></li>
`;
}

/** The stretches of a lane, with a mark where one in which the runs differ begins. */
function lanePieces({ tone, firstStep, apart }: Apart, place: (step: number) => number, same: string): Markup {
  const mark = (from: number): Markup =>
    html`<rect class="lane-mark tone-${tone}" x="${percent(from)}" y="0" width="3" height="14"/>`;
  if (firstStep === null) return html`${bar(0, 100, tone, true)}`;
  const first = Math.min(place(firstStep), 99);
  if (apart === null || apart.length > stretchesShown)
    return html`${bar(0, first, same)}${bar(first, 100, 'quiet', true)}${mark(first)}`;
  let reached = 0;
  const pieces = apart.map(([from, to]) => {
    const [begin, end] = [Math.min(place(from), 99), place(to)];
    const piece = html`${bar(reached, begin, same)}${bar(begin, end, tone, true)}${mark(begin)}`;
    reached = Math.max(begin, end);
    return piece;
  });
  return html`${pieces}${bar(reached, 100, same)}`;
}

function bar(from: number, to: number, tone: string, pale = false): Markup | null {
  if (to <= from) return null;
  return html`<rect class="tone-${tone}${pale ? ' lane-pale' : ''}" x="${percent(from)}" y="4" width="${percent(to - from)}" height="6"/>`;
}

function percent(value: number): string {
  return `${Number(value.toFixed(3))}%`;
}

function renderCheckpoints(line: TimeLine, place: (step: number) => number): Markup | null {
  const { checkpoints, stepKind, proves } = line;
  if (checkpoints.length === 0) return null;
  const marks = checkpoints.map(
    ({ name, at, tone, words }) =>
      html`<circle class="tone-${tone === 'good' && !proves ? 'quiet' : tone}" cx="${percent(place(at))}" cy="7" r="5"><title>${name}, ${stepKind} ${formatStep(at)}: ${words}</title></circle>`,
  );
  return html`<li><span class="lane-name">${plural(checkpoints.length, 'checkpoint')} ${countedMarks(line)}</span>
<svg class="lane lane-checkpoints" width="100%" height="14" aria-hidden="true">${marks}</svg></li>
`;
}

/** `2 differ, 1 not read`; `the same` where that is all. */
function countedMarks({ checkpoints, proves }: TimeLine): Markup {
  const differing = checkpoints.filter(({ tone }) => tone === 'bad').length;
  const others = [...new Set(checkpoints.filter(({ tone }) => tone === 'doubt').map(({ words }) => words))];
  const parts = [
    ...(differing === 0
      ? []
      : [html`<span class="bad">${formatInteger(differing)} ${differing === 1 ? 'differs' : 'differ'}</span>`]),
    ...others.map((told) => {
      const count = checkpoints.filter(({ words }) => words === told).length;
      return html`<span class="doubt">${formatInteger(count)} ${told}</span>`;
    }),
  ];
  if (parts.length === 0) return html`<span class="${proves ? 'good' : 'quiet'}">the same</span>`;
  return html`${parts.map((part, index) => html`${index === 0 ? '' : ', '}${part}`)}`;
}
