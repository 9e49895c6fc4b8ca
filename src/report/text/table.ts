/** A table for the terminal: columns as wide as their widest cell, the widest shrunk until the table fits; no borders. */
import type { Text } from './span.ts';
import { textWidth } from './width.ts';
import { wrapText } from './wrap.ts';

export interface TableColumn {
  readonly title: Text;
  readonly align: 'left' | 'right';
}

const gap = 2;
/** No column gets narrower than this: below it every word would be cut. */
const narrowest = 8;
/** Where a column would have to be cut below this, the rows are told one under the other instead. */
const cramped = 12;

/**
 * Lines of styled text, padded to columns. Cells must hold no line breaks; long ones are wrapped inside their column. A row of one cell
 * is a heading: it takes the whole width and has no say in that of the columns.
 */
export function layTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly Text[])[],
  available: number,
): readonly Text[] {
  const widths = columnWidths(columns, rows, available);
  if (widths === null) return layStacked(columns, rows, available);
  return [columns.map((column) => column.title), ...rows].flatMap((row) =>
    isHeading(row, columns) ? wrapText(row[0] ?? [], available) : layRow(row, columns, widths),
  );
}

function isHeading(row: readonly Text[], columns: readonly TableColumn[]): boolean {
  return row.length === 1 && columns.length > 1;
}

/** True where the table is laid in columns, with all titles on its first line. */
export function fitsColumns(
  columns: readonly TableColumn[],
  rows: readonly (readonly Text[])[],
  available: number,
): boolean {
  const widths = columnWidths(columns, rows, available);
  return widths?.every((one, index) => width(columns[index]?.title ?? []) <= one) ?? false;
}

/** Null where a column would get too narrow. */
function columnWidths(
  columns: readonly TableColumn[],
  rows: readonly (readonly Text[])[],
  available: number,
): readonly number[] | null {
  const all = [columns.map((column) => column.title), ...rows.filter((row) => !isHeading(row, columns))];
  const natural = columns.map((_, index) => all.reduce((most, row) => Math.max(most, width(row[index] ?? [])), 0));
  const widths = fittingWidths(natural, available);
  return widths.some((one, index) => one < cramped && one < (natural[index] ?? 0)) ? null : widths;
}

/** For narrow terminals: each row as a small list, the first column as its head. */
function layStacked(
  columns: readonly TableColumn[],
  rows: readonly (readonly Text[])[],
  available: number,
): readonly Text[] {
  return rows.flatMap((row) => {
    const [head = [], ...rest] = row;
    const told = rest.flatMap((cell, index) => {
      const title = columns[index + 1]?.title ?? [];
      if (cell.length === 0) return [];
      return wrapText([...title, { text: ': ', style: 'plain' }, ...cell], available - gap).map((line) => [
        { text: ' '.repeat(gap), style: 'plain' } as const,
        ...line,
      ]);
    });
    return [...wrapText(head, available), ...told];
  });
}

function fittingWidths(natural: readonly number[], available: number): readonly number[] {
  const widths = [...natural];
  const budget = available - gap * (widths.length - 1);
  let excess = widths.reduce((sum, one) => sum + one, 0) - budget;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= narrowest) break;
    const at = widths.indexOf(widest);
    const second = Math.max(narrowest, ...widths.filter((_, index) => index !== at));
    const cut = Math.min(excess, Math.max(1, widest - second));
    widths[at] = widest - cut;
    excess -= cut;
  }
  return widths;
}

function layRow(row: readonly Text[], columns: readonly TableColumn[], widths: readonly number[]): readonly Text[] {
  const cells = widths.map((columnWidth, index) => wrapText(row[index] ?? [], columnWidth));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const laid = widths.flatMap((columnWidth, index): Text => {
      const cell = cells[index]?.[line] ?? [];
      const space = ' '.repeat(Math.max(0, columnWidth - width(cell)));
      const between = index === 0 ? '' : ' '.repeat(gap);
      return columns[index]?.align === 'right'
        ? [{ text: between + space, style: 'plain' }, ...cell]
        : [{ text: between, style: 'plain' }, ...cell, { text: space, style: 'plain' }];
    });
    return withoutTrailingSpace(laid);
  });
}

function withoutTrailingSpace(line: Text): Text {
  const kept = [...line];
  while (kept.at(-1)?.text.trim() === '') kept.pop();
  return kept;
}

function width(text: Text): number {
  return text.reduce((sum, span) => sum + textWidth(span.text), 0);
}
