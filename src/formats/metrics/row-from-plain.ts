/** One row out of a JSON object: nested keys joined by `/`, short lists of numbers spread out, texts left aside. */
import type { PlainValue } from '../../model/record.ts';
import { numberFromScalar } from './metric-number.ts';
import type { MetricNumber } from './series-collector.ts';

/** Learning rates by group, scores by class; longer lists are data. */
const maxListed = 256;
const maxDepth = 16;

/**
 * The numbers of `value`, which is a map. `left` is told of each place whose numbers were left out because it is too deep
 * or too long.
 */
export function rowFromPlain(value: PlainValue, left: (name: string) => void): Map<string, MetricNumber> {
  const row = new Map<string, MetricNumber>();
  const visit = (item: PlainValue, name: string, depth: number): void => {
    if (item.type === 'map') {
      if (depth >= maxDepth) left(name);
      else for (const [key, inner] of item.items) visit(inner, name === '' ? key : `${name}/${key}`, depth + 1);
    } else if (item.type === 'list') {
      if (item.items.length > maxListed || depth >= maxDepth) left(name);
      else for (const [index, inner] of item.items.entries()) visit(inner, `${name}[${index}]`, depth + 1);
    } else {
      const number = numberFromScalar(item);
      if (number !== null) row.set(name, number);
    }
  };
  visit(value, '', 0);
  return row;
}
