/**
 * The parts of a story. A medium renders blocks; it never decides what is said.
 *
 * All texts may come out of files: every medium escapes all of them. Names and values stand in spans of the style `code`.
 */
import { formatInteger } from '../../model/format-number.ts';
import { quiet, type Text, type Words, words } from '../text/span.ts';

export type Tone = 'good' | 'bad' | 'doubt';

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** As many cells as columns; or a single one, which is a heading over the rows below it and spans the whole table. */
export type Row = readonly Text[];

export type Block =
  | { readonly kind: 'verdict'; readonly tone: Tone; readonly mark: string; readonly word: string; readonly text: Text }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Text[] }
  /** At least two columns. A course of numbers is a text of blocks in its cell (`text/sparkline.ts`). */
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  /** Lines as they came out of a process. */
  | { readonly kind: 'output'; readonly lines: readonly string[] }
  /** Lines to copy, out of a check's own page; `language` as behind a fence of Markdown. */
  | { readonly kind: 'code'; readonly language: string; readonly lines: readonly string[] };

export interface Section {
  readonly id:
    | 'verdict'
    | 'first-difference'
    | 'likely-cause'
    | 'advice'
    | 'runs'
    | 'checkpoints'
    | 'differences'
    | 'series'
    | 'record'
    | 'findings'
    | 'not-compared'
    | 'evidence'
    | 'settings';
  readonly title: string;
  /**
   * A quiet word behind the title: what kind of knowledge the section holds, where that must not be mixed up (`measured`,
   * `inferred`), or what all of its rows have in common. Untrusted.
   */
  readonly aside: string | null;
  /** Folded away at first, where the medium can fold. */
  readonly folded: boolean;
  readonly blocks: readonly Block[];
}

export type Story = readonly Section[];

/** How much is told. What is left out is counted where it is left out. */
export interface Limits {
  /** Rows of each table, items of each list. */
  readonly rows: number;
  /** Rows of the list of single differences. */
  readonly differences: number;
  /** Findings of one check that are told in full; of the rest only the places are named. */
  readonly perCheck: number;
  /** Blocks of the course of one metric. */
  readonly courseColumns: number;
  /** Whether the lines to copy of the first cause (or of the worst finding) are shown; `explain` is named in any case. */
  readonly snippets: boolean;
}

export function section(
  id: Section['id'],
  title: string,
  blocks: readonly Block[],
  options: Partial<Pick<Section, 'aside' | 'folded'>> = {},
): Section {
  return { id, title, blocks, aside: options.aside ?? null, folded: options.folded ?? false };
}

export function paragraph(...parts: readonly Words[]): Block {
  return { kind: 'paragraph', text: words(...parts) };
}

export function list(items: readonly Text[], ordered = false): Block {
  return { kind: 'list', ordered, items };
}

export const left = (title: string): Column => ({ title, align: 'left' });
export const right = (title: string): Column => ({ title, align: 'right' });

/** A table of at most `limit` rows, and a line that tells how many more there are. */
export function cutTable(columns: readonly Column[], rows: readonly Row[], limit: number): readonly Block[] {
  return [{ kind: 'table', columns, rows: rows.slice(0, limit) }, ...more(rows.length - limit)];
}

/** A list of at most `limit` items, and a line that tells how many more there are. */
export function cutList(items: readonly Text[], limit: number): readonly Block[] {
  return [list(items.slice(0, limit)), ...more(items.length - limit)];
}

/** The line that tells how many more there are, and what they have in common; none where there are no more. */
export function more(count: number, alike = ''): readonly Block[] {
  if (count <= 0) return [];
  return [paragraph(quiet(`… and ${formatInteger(count)} more${alike}: all of them are in report.json.`))];
}

/** The section with nothing said to be good. */
export function withoutGood(whole: Section): Section {
  return { ...whole, blocks: whole.blocks.map(blockWithoutGood) };
}

function blockWithoutGood(block: Block): Block {
  switch (block.kind) {
    case 'verdict':
    case 'paragraph':
      return { ...block, text: plainer(block.text) };
    case 'list':
      return { ...block, items: block.items.map(plainer) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(plainer)) };
    case 'output':
    case 'code':
      return block;
    default:
      block satisfies never;
      return block;
  }
}

function plainer(text: Text): Text {
  return text.map((span) => (span.style === 'good' ? { ...span, style: 'plain' } : span));
}
