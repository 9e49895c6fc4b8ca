/**
 * The report for a terminal: the story in columns, calm, with colour where it is wanted. Every text is escaped before it is
 * measured; as the last thing each line is freed of workflow commands, since a `run:` step may print this on a runner.
 */
import type { Report } from '../model/report.ts';
import type { RenderOptions, Reporter } from './reporter.ts';
import type { Block, Limits, Section } from './story/section.ts';
import { tellStory } from './story.ts';
import { paint } from './text/ansi.ts';
import { escapeTerminal } from './text/escape-terminal.ts';
import { code, plainText, quiet, strong, type Text, words } from './text/span.ts';
import { fitsColumns, layTable, type TableColumn } from './text/table.ts';
import { textWidth } from './text/width.ts';
import { withoutCommands } from './text/workflow-commands.ts';
import { wrapText } from './text/wrap.ts';

const shortLimits = { rows: 12, differences: 4, perCheck: 1, snippets: false } as const;
const everything = Number.POSITIVE_INFINITY;
const fullLimits = { rows: everything, differences: everything, perCheck: everything, snippets: true } as const;
/** Blocks of a metric's course, by the width of the terminal from which on they leave room for the numbers. */
const courses = [
  { columns: 120, blocks: 24 },
  { columns: 100, blocks: 16 },
] as const;
const shortestCourse = 10;
/** Longer texts are cut in the middle; with `verbose` later. */
const shortText = 400;
const fullText = 20_000;
/** A line longer than this is hard to read, however wide the terminal. */
const widest = 140;
const narrowest = 40;
const longestAside = 60;
const indent = '  ';

export const terminalReporter: Reporter = {
  id: 'terminal',
  title: 'Text for a terminal',
  fileName: null,
  render: renderTerminal,
};

function renderTerminal(report: Report, options: RenderOptions): string {
  const columns = Math.min(widest, Math.max(narrowest, options.columns));
  const textLength = options.verbose ? fullText : shortText;
  const limits: Limits = {
    ...(options.verbose ? fullLimits : shortLimits),
    courseColumns: courses.find((course) => columns >= course.columns)?.blocks ?? shortestCourse,
  };
  const story = tellStory(report, limits);
  const lines: Text[] = [];
  let before: Section | null = null;
  for (const part of story) {
    if (part.folded && !options.verbose) continue;
    const laid = laySection(part, textLength, columns);
    // A section of one line stands by the one above it, unless that ends in a table, or is the verdict.
    if (before !== null && (laid.length > 1 || before.id === 'verdict' || endsInRows(before))) lines.push([]);
    lines.push(...laid);
    before = part;
  }
  if (!options.verbose) lines.push(words(quiet('More with --verbose, and in report.json.')));
  return `${lines.map((line) => printed(line, options.color)).join('\n')}\n`;
}

function endsInRows(part: Section): boolean {
  const kind = part.blocks.at(-1)?.kind;
  return kind === 'table' || kind === 'output' || kind === 'code';
}

function laySection(part: Section, textLength: number, columns: number): readonly Text[] {
  const blocks = part.blocks.map((block) => escapeBlock(block, textLength));
  if (part.id === 'verdict') return blocks.flatMap((block) => layBlock(block, columns));
  const aside = part.aside === null ? '' : quiet(` (${escapeTerminal(part.aside, longestAside)})`);
  const heading = words(strong(part.title), aside);
  const [first, ...others] = blocks;
  const line = first === undefined || others.length > 0 ? null : oneLine(heading, first, columns);
  if (line !== null) return [line];
  const rest = others.flatMap((block) => layBlock(block, columns));
  const merged = first?.kind === 'table' ? headedTable(heading, first, columns) : null;
  return merged === null
    ? [heading, ...(first === undefined ? [] : layBlock(first, columns)), ...rest]
    : [...merged, ...rest];
}

/** A section that says one short thing says it behind its heading; null where it does not fit there. */
function oneLine(heading: Text, block: Block, columns: number): Text | null {
  const text = block.kind === 'paragraph' ? block.text : block.kind === 'list' ? block.items[0] : undefined;
  if (text === undefined || (block.kind === 'list' && (block.items.length > 1 || block.ordered))) return null;
  const line = words(heading, ': ', text);
  return textWidth(plainText(line)) <= columns ? line : null;
}

/** A table whose first column's title is the heading of its section; null where it needs more room than there is. */
function headedTable(
  heading: Text,
  block: Block & { readonly kind: 'table' },
  columns: number,
): readonly Text[] | null {
  const inner = columns - indent.length;
  const [first, ...others] = tableColumns(block);
  if (first === undefined) return null;
  const headed = [{ ...first, title: heading }, ...others];
  if (textWidth(plainText(heading)) > columns / 2 || !fitsColumns(headed, block.rows, inner)) return null;
  const [head = [], ...rows] = layTable(headed, block.rows, inner);
  // The heading stands at the very left: what is indented before other lines comes behind it (and the cell's own start).
  const behind = heading.length + 1;
  return [words(head.slice(0, behind), indent, head.slice(behind)), ...indented(rows, indent, indent)];
}

function tableColumns(block: Block & { readonly kind: 'table' }): readonly TableColumn[] {
  return block.columns.map((column) => ({ title: words(quiet(column.title)), align: column.align }));
}

function printed(line: Text, color: boolean): string {
  return withoutCommands(
    line
      .map((span) => paint(span.text, span.style, color))
      .join('')
      .trimEnd(),
  );
}

function layBlock(block: Block, columns: number): readonly Text[] {
  const inner = columns - indent.length;
  switch (block.kind) {
    case 'verdict':
      return indented(
        wrapText(
          words(
            { text: `${block.mark} ${block.word}${block.text.length === 0 ? '' : ':'}`, style: block.tone },
            ' ',
            block.text,
          ),
          inner,
        ),
        '',
        indent,
      );
    case 'paragraph':
      return indented(wrapText(block.text, inner), indent, indent);
    case 'list':
      return block.items.flatMap((item, index) => {
        const mark = block.ordered ? `${index + 1}. ` : '· ';
        return indented(wrapText(item, inner - mark.length), indent + mark, indent + ' '.repeat(mark.length));
      });
    case 'table':
      return indented(layTable(tableColumns(block), block.rows, inner), indent, indent);
    case 'output':
      return block.lines.flatMap((line) =>
        indented(wrapText(words(quiet(line)), inner - 2), `${indent}│ `, `${indent}│ `),
      );
    case 'code':
      return block.lines.flatMap((line) =>
        line === '' ? [[]] : indented(wrapText(words(code(line)), inner - 2), `${indent}  `, `${indent}  `),
      );
    default:
      block satisfies never;
      return [];
  }
}

function indented(lines: readonly Text[], first: string, rest: string): readonly Text[] {
  return lines.map((line, index) => words(index === 0 ? first : rest, line));
}

function escapeBlock(block: Block, length: number): Block {
  const escaped = (text: Text): Text => text.map((span) => ({ ...span, text: escapeTerminal(span.text, length) }));
  switch (block.kind) {
    case 'verdict':
    case 'paragraph':
      return { ...block, text: escaped(block.text) };
    case 'list':
      return { ...block, items: block.items.map(escaped) };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, title: escapeTerminal(column.title, length) })),
        rows: block.rows.map((row) => row.map(escaped)),
      };
    case 'output':
    case 'code':
      return { ...block, lines: block.lines.map((line) => escapeTerminal(line, length)) };
    default:
      block satisfies never;
      return block;
  }
}
