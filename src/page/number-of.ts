/** Numbers as `report.json` writes them: those that JSON cannot hold are texts. */
export function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (value === 'inf') return Number.POSITIVE_INFINITY;
  if (value === '-inf') return Number.NEGATIVE_INFINITY;
  return Number.NaN;
}
