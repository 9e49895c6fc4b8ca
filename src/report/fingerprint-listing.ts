/** The listing of `train-twice fingerprint` for people: a block a file, a line a tensor, scalar or series. Pure. */
import type { FingerprintListing, ListedFile } from '../fingerprint/list-fingerprints.ts';
import { formatBytes, formatFloat, formatShape, plural } from '../model/format-number.ts';
import { paint } from './text/ansi.ts';
import { escapeTerminal } from './text/escape-terminal.ts';

/** Whole digests: a shortened one cannot be checked. */
export function fingerprintListingText(listing: FingerprintListing, options: { readonly color: boolean }): string {
  const blocks = listing.files.map((file) => fileBlock(file, options.color));
  const tensors = listing.files.reduce((sum, file) => sum + file.tensors.length, 0);
  const unread = listing.files.filter((file) => file.problem !== null).length;
  const total = `${plural(listing.files.length, 'file')}, ${plural(tensors, 'tensor')}${unread === 0 ? '' : `, ${unread} not read`}`;
  return `${[...blocks, total].join('\n\n')}\n`;
}

function fileBlock(file: ListedFile, color: boolean): string {
  const kind = file.format ?? file.role;
  const lines = [
    `${paint(escapeTerminal(file.path), 'strong', color)}  ${kind}, ${formatBytes(file.byteLength)}`,
    `  sha256 of the file  ${file.sha256 ?? 'not read'}`,
  ];
  if (file.problem !== null) lines.push(`  ${paint(`not read: ${escapeTerminal(file.problem)}`, 'bad', color)}`);
  for (const tensor of file.tensors) {
    const range =
      tensor.min === null || tensor.max === null
        ? ''
        : `, ${formatFloat(tensor.min)} to ${formatFloat(tensor.max)}${tensor.mean === null ? '' : `, mean ${formatFloat(tensor.mean)}`}`;
    const nonFinite = tensor.nonFinite === 0 ? '' : `, ${plural(tensor.nonFinite, 'element')} not finite`;
    lines.push(
      `  ${tensor.digest}  ${escapeTerminal(tensor.path)}  ${tensor.dtype} ${formatShape(tensor.shape)}${paint(`${range}${nonFinite}`, 'quiet', color)}`,
    );
  }
  for (const opaque of file.opaques) {
    lines.push(
      `  ${opaque.digest}  ${escapeTerminal(opaque.path)}  ${escapeTerminal(opaque.what)}, ${formatBytes(opaque.byteLength)}`,
    );
  }
  for (const series of file.series) {
    lines.push(
      `  ${series.digest}  ${escapeTerminal(series.name)}  series by ${series.stepKind}, ${plural(series.points, 'point')}`,
    );
  }
  for (const scalar of file.scalars) {
    lines.push(
      `  ${escapeTerminal(scalar.path)} = ${escapeTerminal(scalar.text, 200)}  ${paint(scalar.type, 'quiet', color)}`,
    );
  }
  return lines.join('\n');
}
