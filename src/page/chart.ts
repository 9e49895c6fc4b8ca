/**
 * One metric series as two plots with one axis of steps: the runs over each other, and below them how far apart
 * they are, on a logarithmic scale. The first divergent step is a line through both. A line is broken where its run is not finite, and
 * crosses at the lower edge say so. Dragging zooms both; a double click shows the whole again.
 */
import uPlot from 'uplot';
import { formatFloat, formatStep } from '../model/format-number.ts';
import type { CourseDifference } from './course-difference.ts';
import type { JoinedCourse } from './courses.ts';
import { type DrawnLine, drawnLine, lonePoints } from './drawn-line.ts';

export interface ChartOptions {
  readonly width: number;
  readonly stepKind: string;
  readonly runs: readonly number[];
  readonly firstDivergentStep: number | null;
  readonly tone: CourseDifference['tone'];
  /** A distance that is 0 throughout says nothing that the caption does not. */
  readonly hasDistance: boolean;
  readonly logarithmic: boolean;
  /** Steps that are shown; null: all. */
  readonly window: readonly [from: number, to: number] | null;
}

export interface Chart {
  resize(width: number): void;
  destroy(): void;
}

const [valueHeight, distanceHeight] = [220, 150];
/** Lines across a logarithmic plot. */
const powersShown = 5;

/** Draws into `target`. Colours are taken from the style sheet, so that they follow light and dark. */
export function drawChart(
  target: HTMLElement,
  course: JoinedCourse,
  options: ChartOptions,
  zoomed: (window: readonly [number, number] | null) => void,
): Chart {
  const colours = coloursOf(target);
  const labels = options.runs.map((run) => `run ${run}`);
  const [first = '', ...others] = labels;
  const distanceLabels = others.map((label) => `distance of ${first} and ${label}`);
  const notFinite = course.notFinite.map((places) => new Set(places));
  const lines = course.values.map((row, run) => drawnLine(row, notFinite[run] ?? new Set(), options.logarithmic));
  const upper = plot(target, course.steps, lines, labels, colours, options, valueHeight, 0, zoomed, course.notFinite);
  const lower = !options.hasDistance
    ? null
    : plot(
        target,
        course.steps,
        course.distances.map((row, other) =>
          drawnLine(row, new Set([...(notFinite[0] ?? []), ...(notFinite[other + 1] ?? [])]), true),
        ),
        distanceLabels,
        colours,
        options,
        distanceHeight,
        1,
        zoomed,
        [],
      );
  const plots = lower === null ? [upper] : [upper, lower];
  const sync = uPlot.sync(`course-${++syncs}`);
  for (const one of plots) sync.sub(one);
  return {
    resize(width) {
      for (const one of plots) one.setSize({ width, height: one.height });
    },
    destroy() {
      for (const one of plots) one.destroy();
    },
  };
}

let syncs = 0;

function plot(
  target: HTMLElement,
  steps: readonly number[],
  lines: readonly DrawnLine[],
  labels: readonly string[],
  colours: Colours,
  options: ChartOptions,
  height: number,
  place: 0 | 1,
  zoomed: (window: readonly [number, number] | null) => void,
  notFinite: JoinedCourse['notFinite'],
): uPlot {
  const { window, width, stepKind } = options;
  // Distances grow by powers of ten; where they are 0 there is nothing to draw.
  const logarithmic = options.logarithmic || place === 1;
  // A logarithmic scale needs at least one number that it can show.
  const hasLog = logarithmic && lines.some((line) => line.some((value) => typeof value === 'number'));
  const lone = lines.map(lonePoints);
  const axis: uPlot.Axis = {
    stroke: colours.text,
    grid: { stroke: colours.grid, width: 1 },
    ticks: { stroke: colours.grid, width: 1 },
    font: '12px system-ui, sans-serif',
  };
  return new uPlot(
    {
      width,
      height,
      // One key for both: their cursors go together.
      cursor: {
        sync: { key: `course-${syncs + 1}`, setSeries: false },
        drag: { x: true, y: false },
        points: { size: 6 },
      },
      scales: {
        x: { time: false, ...(window === null ? {} : { range: [window[0], window[1]] as [number, number] }) },
        y: hasLog ? { distr: 3, log: 10 } : { distr: 1 },
      },
      axes: [
        {
          ...axis,
          // Steps are whole; epochs may be fractions.
          values: (_, ticks) =>
            ticks.map((tick) => (Number.isInteger(tick) || stepKind === 'epoch' ? formatStep(tick) : '')),
        },
        {
          ...axis,
          size: 76,
          ...(hasLog
            ? { splits: (_: uPlot, _axis: number, least: number, most: number) => powersOfTen(least, most) }
            : {}),
          values: (_, ticks) => ticks.map((tick) => (tick === null ? '' : formatFloat(tick))),
        },
      ],
      series: [
        { label: stepKind, value: (_, step) => (step === null ? '' : formatStep(step)) },
        ...labels.map((label, index) => ({
          label,
          stroke: place === 0 ? (colours.runs[index % colours.runs.length] ?? colours.text) : colours.distance,
          width: place === 0 && index > 0 ? 1.5 : 2,
          ...(place === 0 && index > 0 ? { dash: [6, 4] } : {}),
          ...(place === 1 ? { fill: colours.distanceFill } : {}),
          spanGaps: false,
          points: {
            size: 5,
            filter: (_: uPlot, _series: number, show: boolean) => (show ? null : [...(lone[index] ?? [])]),
          },
          value: (_: uPlot, value: number | null | undefined, _series: number, at: number | null) =>
            typeof value === 'number'
              ? String(value)
              : at !== null && notFinite[index]?.includes(at) === true
                ? 'not finite'
                : '',
        })),
      ],
      hooks: {
        draw: [
          (self) => markStep(self, options.firstDivergentStep, colours.marks[options.tone]),
          (self) => markNotFinite(self, steps, notFinite, colours),
        ],
        setSelect: [
          (self) => {
            if (self.select.width < 3) return;
            const from = self.posToVal(self.select.left, 'x');
            zoomed([from, self.posToVal(self.select.left + self.select.width, 'x')]);
          },
        ],
        ready: [(self) => self.over.addEventListener('dblclick', () => zoomed(null))],
      },
    },
    [[...steps], ...lines.map((line) => [...line])],
    target,
  );
}

/** A few powers of ten between two numbers. */
function powersOfTen(least: number, most: number): number[] {
  const [from, to] = [Math.ceil(Math.log10(least) - 1e-9), Math.floor(Math.log10(most) + 1e-9)];
  const stride = Math.max(1, Math.ceil((to - from) / powersShown));
  const powers: number[] = [];
  for (let power = from; power <= to; power += stride) powers.push(10 ** power);
  return powers;
}

/** A line at the step, over the whole height. */
function markStep(self: uPlot, step: number | null, colour: string): void {
  if (step === null) return;
  const at = Math.round(self.valToPos(step, 'x', true));
  const { left, top, width, height } = self.bbox;
  if (at < left || at > left + width) return;
  self.ctx.save();
  self.ctx.strokeStyle = colour;
  self.ctx.lineWidth = 2 * devicePixelRatio;
  self.ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
  self.ctx.beginPath();
  self.ctx.moveTo(at, top);
  self.ctx.lineTo(at, top + height);
  self.ctx.stroke();
  self.ctx.restore();
}

/** Half of the size of a cross, and the least distance of two, in pixels of the page. */
const [crossReach, crossDistance] = [3, 8];

/** Crosses at the lower edge where a run is not finite, a row of them for each run. */
function markNotFinite(
  self: uPlot,
  steps: readonly number[],
  notFinite: JoinedCourse['notFinite'],
  colours: Colours,
): void {
  const { left, top, width, height } = self.bbox;
  const reach = crossReach * devicePixelRatio;
  self.ctx.save();
  self.ctx.lineWidth = 1.5 * devicePixelRatio;
  for (const [run, places] of notFinite.entries()) {
    self.ctx.strokeStyle = colours.runs[run % colours.runs.length] ?? colours.text;
    const y = top + height - (2 * run + 1) * reach * 1.4;
    let last = Number.NEGATIVE_INFINITY;
    for (const place of places) {
      const x = self.valToPos(steps[place] ?? Number.NaN, 'x', true);
      if (!(x >= left && x <= left + width) || x - last < crossDistance * devicePixelRatio) continue;
      last = x;
      self.ctx.beginPath();
      self.ctx.moveTo(x - reach, y - reach);
      self.ctx.lineTo(x + reach, y + reach);
      self.ctx.moveTo(x - reach, y + reach);
      self.ctx.lineTo(x + reach, y - reach);
      self.ctx.stroke();
    }
  }
  self.ctx.restore();
}

interface Colours {
  readonly text: string;
  readonly grid: string;
  readonly marks: Readonly<Record<CourseDifference['tone'], string>>;
  readonly distance: string;
  readonly distanceFill: string;
  readonly runs: readonly string[];
}

function coloursOf(target: Element): Colours {
  const style = getComputedStyle(target);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  return {
    text: colour('--quiet'),
    grid: colour('--line'),
    marks: { good: colour('--good'), bad: colour('--bad'), doubt: colour('--doubt'), quiet: colour('--quiet') },
    distance: colour('--distance'),
    distanceFill: colour('--distance-fill'),
    runs: [1, 2, 3, 4, 5, 6].map((run) => colour(`--run-${run}`)),
  };
}
