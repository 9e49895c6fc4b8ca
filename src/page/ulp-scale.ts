/** How far apart tensors are, as eight steps of a scale over powers of two: of floats in units in the last place, of integers in ones. */

export const scaleTitles = [
  'the same',
  '1',
  '2 to 15',
  '16 to 255',
  '256 to 4,095',
  '4,096 to 65,535',
  '65,536 to 1,048,575',
  '2^20 and more, or no number tells',
] as const;

/** Where on the scale a distance lies: 0 (none) to 7. */
export function scaleStep(distance: number): number {
  if (!(distance > 0)) return 0;
  if (distance === Number.POSITIVE_INFINITY) return 7;
  if (distance < 2) return 1;
  return Math.min(7, 2 + Math.floor(Math.floor(Math.log2(distance)) / 4));
}
