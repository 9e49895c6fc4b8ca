/** The points of one line as uPlot takes them: `null` breaks the line, `undefined` (no point at this step) is drawn over. */

export type DrawnLine = readonly (number | null | undefined)[];

/**
 * Broken where a run is not finite, and on a logarithmic scale where a number is not above 0; joined where a run has no point, which is
 * so where the runs log at other steps.
 */
export function drawnLine(
  values: readonly (number | null)[],
  notFinite: ReadonlySet<number>,
  logarithmic: boolean,
): DrawnLine {
  const line = values.map((value, index) => {
    if (value === null) return notFinite.has(index) ? null : undefined;
    return logarithmic && value <= 0 ? null : value;
  });
  // A break reaches to the next points on both sides; else a slope towards nothing would be left of the line.
  for (const order of [line.keys(), [...line.keys()].reverse()]) {
    let broken = false;
    for (const index of order) {
      if (line[index] !== undefined) broken = line[index] === null;
      else if (broken) line[index] = null;
    }
  }
  return line;
}

/** The points that stand alone between two breaks: a line cannot show them. */
export function lonePoints(line: DrawnLine): readonly number[] {
  const places = [...line.keys()].filter((index) => line[index] !== undefined);
  return places.filter((place, at) => {
    const [before, after] = [places[at - 1], places[at + 1]];
    const isBreak = (index: number | undefined): boolean => index === undefined || line[index] === null;
    return line[place] !== null && isBreak(before) && isBreak(after);
  });
}
