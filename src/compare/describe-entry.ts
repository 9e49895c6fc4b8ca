/** Entries in a few words: what stands in the tree where an entry is missing or is of another kind. */
import type { ContainerEntry, Entry } from '../model/entry.ts';
import { formatBytes, formatShape, plural, printable } from '../model/format-number.ts';

/** Longer values are of no use in a line of a report. */
const longestText = 80;

/** `float32 tensor [3, 4]`, `int 5`, `mapping of 3`, `object argparse.Namespace of 2`, `sparse CSR tensor, 12 bytes`. */
export function describeEntry(entry: Entry): string {
  switch (entry.kind) {
    case 'tensor':
      return `${entry.dtype} tensor ${formatShape(entry.shape)}`;
    case 'scalar': {
      const { type, text } = entry.value;
      if (type === 'none') return 'None';
      const short = text.length > longestText ? `${text.slice(0, longestText)}…` : text;
      return `${type} ${type === 'str' ? `"${printable(short)}"` : printable(short)}`;
    }
    case 'container':
      return `${containerName(entry)} of ${entry.size}`;
    case 'opaque':
      return `${entry.what}, ${formatBytes(entry.byteLength)}`;
    default:
      entry satisfies never;
      return '';
  }
}

function containerName(entry: ContainerEntry): string {
  return entry.class === undefined ? entry.container : `${entry.container} ${printable(entry.class)}`;
}

/** The entry with what lies below it: `mapping of 3, with 12 tensors and 4 other entries in it`. */
export function describeBranch(entry: Entry, below: readonly Entry[]): string {
  if (below.length === 0) return describeEntry(entry);
  const tensors = below.filter(({ kind }) => kind === 'tensor').length;
  const others = below.length - tensors;
  const parts = [
    ...(tensors > 0 ? [plural(tensors, 'tensor')] : []),
    ...(others > 0
      ? [`${plural(others, tensors > 0 ? 'other entry' : 'entry', tensors > 0 ? 'other entries' : 'entries')}`]
      : []),
  ];
  return `${describeEntry(entry)}, with ${parts.join(' and ')} in it`;
}
