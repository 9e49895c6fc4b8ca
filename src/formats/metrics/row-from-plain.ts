/** One row out of a JSON object: nested keys joined by `/`, short lists of numbers spread out, texts left to `remains.ts`. */
import type { PlainValue } from '../../model/record.ts';
import { numberFromScalar } from './metric-number.ts';
import type { MetricNumber } from './series-collector.ts';

/** Learning rates by group, scores by class; longer lists are data. */
const maxListed = 256;
const maxDepth = 16;

/** Is told of each value that was not spread out, because it is too deep or too long. */
export type Left = (name: string, value: PlainValue) => void;

/** The numbers of `value`, which is a map. */
export function rowFromPlain(value: PlainValue, left: Left): Map<string, MetricNumber> {
  const row = new Map<string, MetricNumber>();
  const visit = (item: PlainValue, name: string, depth: number): void => {
    if (item.type === 'map') {
      if (depth >= maxDepth) left(name, item);
      else for (const [key, inner] of item.items) visit(inner, name === '' ? key : `${name}/${key}`, depth + 1);
    } else if (item.type === 'list') {
      if (item.items.length > maxListed || depth >= maxDepth) left(name, item);
      else for (const [index, inner] of item.items.entries()) visit(inner, `${name}[${index}]`, depth + 1);
    } else {
      const number = numberFromScalar(item);
      if (number !== null) row.set(name, number);
    }
  };
  visit(value, '', 0);
  return row;
}
