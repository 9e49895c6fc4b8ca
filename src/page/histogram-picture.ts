/** A small picture of how the differences of one tensor are spread: bars over powers of two, from 1 (ulp, of integers one) on. */
import { svg } from './dom.ts';
import { histogramWords } from './histogram-words.ts';

const [height, barWidth, gap] = [18, 4, 1];
/** So many powers are drawn at least, so that pictures of several tensors can be held against each other. */
const fewestBars = 24;

/** Null where there is nothing to draw. `unit` is what one step is called; integers have none. */
export function histogramPicture(counts: readonly number[], unit: 'ulp' | ''): SVGElement | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const most = counts.reduce((greatest, count) => Math.max(greatest, count), 0);
  const width = Math.max(fewestBars, counts.length) * (barWidth + gap);
  const bars = counts.map((count, power) => {
    // A single element among thousands is still seen.
    const size = count === 0 ? 0 : Math.max(2, Math.round((count / most) * height));
    return svg('rect', { x: power * (barWidth + gap), y: height - size, width: barWidth, height: size });
  });
  const title = svg('title');
  title.textContent = histogramWords(counts, unit);
  return svg(
    'svg',
    {
      class: 'histogram',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': histogramWords(counts, unit),
    },
    title,
    ...bars,
  );
}
