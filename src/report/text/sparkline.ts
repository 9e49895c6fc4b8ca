/**
 * The course of a metric as a row of blocks, one for each stretch of its steps: `█▇▅▃▂▁`. Several courses share one frame: the
 * same stretches and the same scale, so that what looks alike is alike. A stretch shows the mean of its numbers; one with a value that is
 * no finite number is marked `×` whatever else is in it, one without a point `·`. What never changes is a flat line in the middle.
 *
 * There is no fallback to ASCII: every report has `✓`, `·` and `…` in it anyway, and a narrow terminal gets fewer blocks.
 */

/** Points in order of step; as many values as steps. */
export interface Course {
  readonly steps: readonly number[];
  readonly values: readonly number[];
}

export interface Sparklines {
  /** A text for each course, each of the same length. */
  readonly lines: readonly string[];
  /** The index of the block that holds a step, or the first one after it. */
  indexOf(step: number): number;
}

const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const flat = '▄';
const notFinite = '×';
const noPoint = '·';

/** At most `columns` blocks, fewer where there are fewer steps. */
export function sparklines(courses: readonly Course[], columns: number): Sparklines {
  const steps = [...new Set(courses.flatMap(({ steps }) => steps))].sort((a, b) => a - b);
  const width = Math.max(0, Math.min(Math.floor(columns), steps.length));
  // The step at which each block begins: stretches of as many steps as possible alike, not as long as possible alike.
  const begins = Array.from({ length: width }, (_, index) => steps[Math.ceil((index * steps.length) / width)] ?? 0);
  const indexOf = (step: number): number => Math.max(0, lastAtMost(begins, step));
  const stretches = courses.map((course) => stretchesOf(course, width, indexOf));
  const means = stretches.flat().filter((mean) => mean !== null && Number.isFinite(mean));
  const low = means.reduce<number>((least, mean) => Math.min(least, mean ?? least), Number.POSITIVE_INFINITY);
  const high = means.reduce<number>((most, mean) => Math.max(most, mean ?? most), Number.NEGATIVE_INFINITY);
  return { lines: stretches.map((line) => line.map((mean) => blockOf(mean, low, high)).join('')), indexOf };
}

/** Of each stretch the mean; NaN where one of its values is not finite; null where it has no point. */
function stretchesOf(
  { steps, values }: Course,
  width: number,
  indexOf: (step: number) => number,
): readonly (number | null)[] {
  const found = Array.from({ length: width }, (): number[] => []);
  steps.forEach((step, index) => {
    found[indexOf(step)]?.push(values[index] ?? Number.NaN);
  });
  return found.map((stretch) =>
    // Each part is divided before they are added: the sum itself may be beyond the largest double.
    stretch.length === 0 ? null : stretch.reduce((sum, value) => sum + finite(value) / stretch.length, 0),
  );
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}

function blockOf(mean: number | null, low: number, high: number): string {
  if (mean === null) return noPoint;
  if (!Number.isFinite(mean)) return notFinite;
  if (low === high) return flat;
  // Halves for the same reason as above.
  const share = (mean / 2 - low / 2) / (high / 2 - low / 2);
  return blocks[Math.round(share * (blocks.length - 1))] ?? flat;
}

/** The last index whose number is at most `value`; -1 where none is. The numbers ascend. */
function lastAtMost(numbers: readonly number[], value: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) <= value) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
