/**
 * The GitHub step summary in GitHub Flavored Markdown: the same story as in the terminal. No images, no links out of files,
 * every text escaped. GitHub drops a summary above 1 MiB whole and without a word to the reader, so this one stays below
 * 900 KiB always: tables are cut further and further, then the least useful sections go, and the summary says so.
 */
import type { Report } from '../model/report.ts';
import type { Reporter } from './reporter.ts';
import type { Block, Section, Story } from './story/section.ts';
import { outcomeLabel } from './story/verdict.ts';
import { tellStory } from './story.ts';
import { escapeMarkdown, markdownCode } from './text/escape-markdown.ts';
import type { Span, Style, Text } from './text/span.ts';
import { shortened, visible } from './text/visible.ts';
import { withoutCommands } from './text/workflow-commands.ts';

/** 900 KiB: the limit is 1 MiB for all that a step appends, and summaries near it have been dropped as well. */
export const summaryLimitBytes = 900 * 1024;

/** From generous to sparse: rows of a table and length of one text. */
const steps = [
  { rows: 300, differences: 20, perCheck: 5, courseColumns: 24, snippets: true, length: 500 },
  { rows: 100, differences: 20, perCheck: 3, courseColumns: 24, snippets: true, length: 300 },
  { rows: 30, differences: 10, perCheck: 1, courseColumns: 16, snippets: true, length: 200 },
  { rows: 8, differences: 6, perCheck: 1, courseColumns: 12, snippets: true, length: 120 },
] as const;

/** When the sparsest step is still too long they go in this order. The verdict is never dropped. */
const dropOrder: Readonly<Record<Exclude<Section['id'], 'verdict'>, number>> = {
  settings: 1,
  evidence: 2,
  'not-compared': 3,
  record: 4,
  differences: 5,
  series: 6,
  checkpoints: 7,
  findings: 8,
  runs: 9,
  'likely-cause': 10,
  advice: 11,
  'first-difference': 12,
};

const leastUsefulFirst: readonly string[] = Object.entries(dropOrder)
  .toSorted(([, a], [, b]) => a - b)
  .map(([id]) => id);

export const summaryReporter: Reporter = {
  id: 'summary',
  title: 'Markdown for the GitHub step summary',
  fileName: 'summary.md',
  render: (report) => renderSummary(report, summaryLimitBytes),
};

/** The summary in at most `limitBytes` bytes of UTF-8. */
export function renderSummary(report: Report, limitBytes: number): string {
  let smallest: { readonly story: Story; readonly length: number } = { story: [], length: 0 };
  for (const step of steps) {
    const story = tellStory(report, step);
    const text = markdown(story, step.length, []);
    if (byteLength(text) <= limitBytes) return text;
    smallest = { story, length: step.length };
  }
  const dropped: string[] = [];
  for (const id of leastUsefulFirst) {
    dropped.push(id);
    const text = markdown(smallest.story, smallest.length, dropped);
    if (byteLength(text) <= limitBytes) return text;
  }
  return `## ${escapeMarkdown(outcomeLabel(report.judgement.outcome))}\n\nThere is no room for more here; report.json holds all of it.\n`;
}

function markdown(story: Story, length: number, dropped: readonly string[]): string {
  const kept = story.filter((part) => !dropped.includes(part.id));
  const left = story.filter((part) => dropped.includes(part.id));
  const parts = kept.map((part) => renderSection(part, length));
  if (left.length > 0) {
    const titles = left.map((part) => escapeMarkdown(part.title)).join(', ');
    parts.splice(1, 0, `Left out, since GitHub takes no longer summary: ${titles}. All of it is in report.json.\n`);
  }
  return parts.join('\n');
}

/** One section; `length` cuts each single text. */
export function renderSection(part: Section, length: number): string {
  const title = `${escapeMarkdown(part.title)}${part.aside === null ? '' : ` (${escapeMarkdown(part.aside, length)})`}`;
  const body = part.blocks.map((block) => renderBlock(block, length)).join('\n');
  if (part.id === 'verdict') return body;
  return part.folded ? `<details><summary>${title}</summary>\n\n${body}\n</details>\n` : `### ${title}\n\n${body}`;
}

function renderBlock(block: Block, length: number): string {
  switch (block.kind) {
    case 'verdict':
      return `## ${block.mark} ${escapeMarkdown(block.word, length)}\n${block.text.length === 0 ? '' : `\n<b>${inline(sentenceCase(block.text), length)}</b>\n`}`;
    case 'paragraph':
      return `${inline(block.text, length)}\n`;
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${inline(item, length)}\n`)
        .join('');
    case 'table': {
      const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
      return [
        row(block.columns.map((column) => escapeMarkdown(column.title, length))),
        row(block.columns.map((column) => (column.align === 'right' ? '---:' : '---'))),
        ...block.rows.map((cells) => row(padded(cells, block.columns.length).map((cell) => inline(cell, length)))),
      ].join('');
    }
    case 'output':
      return `<pre>${block.lines.map((line) => escapeMarkdown(line, length)).join('\n')}</pre>\n`;
    case 'code':
      return fenced(block.language, block.lines, length);
    default:
      block satisfies never;
      return '';
  }
}

/** Tables of Markdown have no cell that spans others. */
function padded(cells: readonly Text[], columns: number): readonly Text[] {
  return Array.from({ length: columns }, (_, index) => cells[index] ?? []);
}

/** Real backticks, for the sake of the button that copies: no line can close a fence that is longer than any in it. */
function fenced(language: string, lines: readonly string[], length: number): string {
  const shown = lines.map((line) => withoutCommands(visible(shortened(line, Math.max(length, shortestSentence)))));
  const longest = shown.reduce(
    (most, line) => Math.max(most, ...(line.match(/`+/g) ?? []).map((run) => run.length)),
    2,
  );
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language.replace(/[^a-z]/g, '')}`, ...shown, fence, ''].join('\n');
}

/** Behind a heading the sentence stands alone. */
function sentenceCase([first, ...rest]: Text): Text {
  if (first === undefined) return [];
  return [{ ...first, text: `${first.text.charAt(0).toUpperCase()}${first.text.slice(1)}` }, ...rest];
}

/** Trimmed: four spaces at the start of a line would make it a block of code. */
function inline(text: Text, length: number): string {
  return text
    .map((span) => renderSpan(span, length))
    .join('')
    .trim();
}

const wrapped: Readonly<Record<Exclude<Style, 'plain' | 'code' | 'good'>, string>> = {
  strong: 'b',
  quiet: 'sub',
  bad: 'b',
  doubt: 'b',
};

/** Sentences may be longer than names and values. */
const shortestSentence = 600;

function renderSpan(span: Span, nameLength: number): string {
  const length = span.style === 'code' ? nameLength : Math.max(nameLength, shortestSentence);
  if (span.style === 'plain' || span.style === 'good') return escapeMarkdown(span.text, length);
  if (span.style === 'code') return markdownCode(span.text, length);
  const tag = wrapped[span.style];
  return `<${tag}>${escapeMarkdown(span.text, length)}</${tag}>`;
}

/** UTF-8 without `node:*`, which stays above the waterline. */
function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
