/** The number of elements of a shape, exactly 0 where one extent is 0 (a product could meet Infinity on its way there). */
export function elementCount(shape: readonly number[]): number {
  return shape.includes(0) ? 0 : shape.reduce((product, extent) => product * extent, 1);
}
