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
import { quiet, strong, type Text, words } from './text/span.ts';
import { layTable } from './text/table.ts';
import { withoutCommands } from './text/workflow-commands.ts';
import { wrapText } from './text/wrap.ts';

const shortLimits: Limits = { rows: 12 };
const fullLimits: Limits = { rows: Number.POSITIVE_INFINITY };
/** Longer texts are cut in the middle; with `verbose` later. */
const shortText = 400;
const fullText = 20_000;
/** A line longer than this is hard to read, however wide the terminal. */
const widest = 140;
const narrowest = 40;
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
  const story = tellStory(report, options.verbose ? fullLimits : shortLimits);
  const lines: Text[] = [];
  for (const part of story) {
    if (part.folded && !options.verbose) continue;
    if (part.id !== 'verdict') lines.push([], heading(part));
    for (const block of part.blocks) lines.push(...layBlock(escapeBlock(block, textLength), columns));
  }
  const folded = story.filter((part) => part.folded).map((part) => part.title);
  if (folded.length > 0 && !options.verbose) {
    lines.push([], words(quiet(`${indent}${folded.join(', ')}: with --verbose, or in report.json.`)));
  }
  return `${lines.map((line) => printed(line, options.color)).join('\n')}\n`;
}

function heading(part: Section): Text {
  return words(strong(part.title), part.standing === null ? '' : quiet(` (${part.standing})`));
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
      return [
        words({ text: `${block.mark} ${block.word}`, style: block.tone }),
        ...indented(wrapText(block.text, inner), indent, indent),
      ];
    case 'paragraph':
      return indented(wrapText(block.text, inner), indent, indent);
    case 'list':
      return block.items.flatMap((item, index) => {
        const mark = block.ordered ? `${index + 1}. ` : '· ';
        return indented(wrapText(item, inner - mark.length), indent + mark, indent + ' '.repeat(mark.length));
      });
    case 'table':
      return indented(
        layTable(
          block.columns.map((column) => ({ title: words(quiet(column.title)), align: column.align })),
          block.rows,
          inner,
        ),
        indent,
        indent,
      );
    case 'output':
      return block.lines.flatMap((line) =>
        indented(wrapText(words(quiet(line)), inner - 2), `${indent}│ `, `${indent}│ `),
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
      return { ...block, lines: block.lines.map((line) => escapeTerminal(line, length)) };
    default:
      block satisfies never;
      return block;
  }
}
