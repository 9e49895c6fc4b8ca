/** The charts of all series: the ones that differ first, a few at a time, to be searched; drawn only where they are looked at. */
import { formatInteger, formatStep, plural } from '../model/format-number.ts';
import { type Chart, drawChart } from './chart.ts';
import type { Course, JoinedCourse } from './courses.ts';
import { element, shown, whenNear } from './dom.ts';

const chartsAtFirst = 6;
/** Drawn on paper at most; of more, only those that are drawn already are printed. */
const mostOnPaper = 60;
/** As wide as the text on a sheet of A4, in pixels of CSS. */
const paperWidth = 680;
/** Steps shown on each side of the first difference. */
const around = 20;

type Window = readonly [from: number, to: number] | null;

/** The frame with all charts; null where there is no series. */
export function chartList(courses: readonly Course[]): HTMLElement | null {
  if (courses.length === 0) return null;
  const frames = courses.map((course) => ({ course, ...chartFrame(course) }));
  let all = false;
  const search = element('input', { type: 'search', id: 'chart-search', autocomplete: 'off', spellcheck: 'false' });
  const logarithmic = element('input', { type: 'checkbox', id: 'chart-log' });
  const more = element('button', { type: 'button', class: 'more' });
  const count = element('p', { class: 'quiet', role: 'status' });
  const update = (): void => {
    const words = search.value
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const found = frames.filter(({ course }) =>
      words.every((word) => `${course.name} ${course.place}`.toLowerCase().includes(word)),
    );
    const showing = new Set(all ? found : found.slice(0, chartsAtFirst));
    for (const frame of frames) frame.root.hidden = !showing.has(frame);
    more.hidden = showing.size === found.length;
    more.textContent = `Show all ${formatInteger(found.length)} charts`;
    count.textContent = `${formatInteger(showing.size)} of ${plural(courses.length, 'series', 'series')}`;
  };
  search.addEventListener('input', update);
  more.addEventListener('click', () => {
    all = true;
    update();
  });
  logarithmic.addEventListener('change', () => {
    for (const { scale } of frames) scale(logarithmic.checked);
  });
  const tools = element(
    'div',
    { class: 'tools' },
    ...(courses.length <= chartsAtFirst ? [] : [element('label', { for: 'chart-search' }, 'Search '), search]),
    element('label', {}, logarithmic, ' Logarithmic'),
  );
  update();
  addEventListener('beforeprint', () => {
    const visible = frames.filter(({ root }) => !root.hidden);
    for (const { print } of visible) print(visible.length <= mostOnPaper);
  });
  addEventListener('afterprint', () => {
    for (const { restore } of frames) restore();
  });
  return element(
    'div',
    { class: 'charts' },
    tools,
    ...(courses.length <= chartsAtFirst ? [] : [count]),
    ...frames.map(({ root }) => root),
    more,
  );
}

interface Frame {
  readonly root: HTMLElement;
  scale(logarithmic: boolean): void;
  /** Draws at the width of paper, what is not on the screen only where that is asked for; nothing is cleared until `restore`. */
  print(all: boolean): void;
  restore(): void;
}

function chartFrame(course: Course): Frame {
  const { firstDivergentStep: step, stepKind } = course;
  const form = course.hasDistance ? 'drawing with-distance' : 'drawing';
  const drawing = element('div', { class: form, role: 'img', 'aria-label': describe(course) });
  const whole = element('button', { type: 'button' }, 'Whole course');
  const near = element('button', { type: 'button' }, 'Around the first difference');
  let joined: JoinedCourse | null = null;
  let chart: Chart | null = null;
  let visible = false;
  /** While it is printed: the width of the paper. */
  let onPaper: number | null = null;
  let logarithmic = false;
  let window: Window = null;
  const draw = (): void => {
    // So that the page below does not jump while nothing is drawn.
    if (chart !== null && onPaper === null) drawing.style.minHeight = `${drawing.offsetHeight}px`;
    chart?.destroy();
    chart = null;
    if (!visible && onPaper === null) return;
    joined ??= course.join();
    chart = drawChart(
      drawing,
      joined,
      {
        width: onPaper ?? Math.max(240, drawing.clientWidth),
        stepKind,
        runs: course.counts.map(({ run }) => run),
        firstDivergentStep: step,
        tone: course.difference.tone,
        hasDistance: course.hasDistance,
        logarithmic,
        window,
      },
      zoom,
    );
  };
  const zoom = (next: Window): void => {
    window = next;
    whole.disabled = next === null;
    // Not in the middle of the event that asks for it: the plot that sent it is thrown away.
    requestAnimationFrame(draw);
  };
  whole.addEventListener('click', () => zoom(null));
  near.addEventListener('click', () => {
    if (step === null) return;
    joined ??= course.join();
    const at = joined.steps.findIndex((one) => one >= step);
    const from = joined.steps[Math.max(0, at - around)] ?? step;
    const to = joined.steps[Math.min(joined.steps.length - 1, at + around)] ?? step;
    zoom(from < to ? [from, to] : [from - 1, to + 1]);
  });
  whole.disabled = true;
  const thinned = course.counts.filter(({ count, drawn }) => drawn < count);
  const root = element(
    'figure',
    { class: 'chart' },
    element(
      'figcaption',
      {},
      element('h3', {}, element('code', {}, shown(course.name))),
      element('span', { class: 'quiet' }, ` ${placeText(course)} `),
      element('span', { class: course.difference.tone }, course.difference.words),
      course.decides ? null : element('span', { class: 'quiet' }, ', shown, never judged'),
      course.notFinite.length === 0
        ? null
        : element('span', { class: course.decides ? 'doubt' : 'quiet' }, `; ${notFiniteText(course)}`),
    ),
    drawing,
    element('p', { class: 'tools' }, whole, step === null ? null : near),
    thinned.length === 0
      ? null
      : element(
          'p',
          { class: 'quiet' },
          `Drawn from ${thinned.map(({ run, count, drawn }) => `${formatInteger(drawn)} of ${plural(count, 'point')} of run ${run}`).join(', ')}; every peak is among them.`,
        ),
  );
  whenNear(
    drawing,
    () => {
      visible = true;
      if (chart === null && onPaper === null) draw();
    },
    () => {
      visible = false;
      if (onPaper === null) draw();
    },
  );
  new ResizeObserver(() => {
    if (onPaper === null) chart?.resize(Math.max(240, drawing.clientWidth));
  }).observe(drawing);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  return {
    root,
    scale(next) {
      logarithmic = next;
      draw();
    },
    print(all) {
      if (!all && chart === null) return;
      onPaper = paperWidth;
      drawing.style.minHeight = '';
      draw();
    },
    restore() {
      if (onPaper === null) return;
      onPaper = null;
      draw();
    },
  };
}

function placeText({ place, repeatedIn }: Course): string {
  return repeatedIn === 0 ? shown(place) : `${shown(place)} and ${plural(repeatedIn, 'more file')}`;
}

/** `run 2 is not finite at 21 points, first at step 40`; of thinned points only those that are left are known. */
function notFiniteText({ notFinite, counts, stepKind }: Course): string {
  return notFinite
    .map(({ run, count, firstStep }) => {
      const thinned = counts.some((one) => one.run === run && one.drawn < one.count);
      const points = thinned ? `${formatInteger(count)} of the points drawn` : plural(count, 'point');
      return `run ${run} is not finite at ${points}, first at ${stepKind} ${formatStep(firstStep)}`;
    })
    .join('; ');
}

function describe(course: Course): string {
  const points = course.counts.map(({ run, count }) => `run ${run} with ${plural(count, 'point')}`).join(', ');
  return `Chart of ${shown(course.name, 80)}: ${points}; ${course.difference.words}${course.notFinite.length === 0 ? '' : `; ${notFiniteText(course)}`}.`;
}
