/** The blocks of the story as HTML. */
import type { Block } from '../story/section.ts';
import { plainText, type Span, type Style, type Text } from '../text/span.ts';
import { shortened } from '../text/visible.ts';
import { html, type Markup } from './markup.ts';

/** Characters of one name or value, and of one sentence: texts out of files may be megabytes long. */
const nameLength = 300;
const sentenceLength = 1200;

/** A block below the heading `title`, which names what scrolls for those who cannot see it. */
export function renderBlock(block: Block, title: string): Markup {
  switch (block.kind) {
    case 'verdict':
    case 'paragraph':
      return html`<p>${renderText(block.text)}</p>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${renderText(item)}</li>`);
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'table':
      return renderTable(block, title);
    case 'output':
      return renderOutput(block.lines, title);
    case 'code':
      return html`<pre class="code" tabindex="0"><code>${block.lines.map(
        (line) => html`${line}
`,
      )}</code></pre>`;
    default:
      block satisfies never;
      return html``;
  }
}

function renderTable(block: Block & { readonly kind: 'table' }, title: string): Markup {
  const aligned = (index: number): string => (block.columns[index]?.align === 'right' ? 'number' : 'text');
  const heads = block.columns.map(
    (column, index) => html`<th scope="col" class="${aligned(index)}">${column.title}</th>`,
  );
  const rows = block.rows.map((cells) =>
    cells.length === 1
      ? html`<tr><th scope="rowgroup" colspan="${String(block.columns.length)}">${renderText(cells[0] ?? [])}</th></tr>
`
      : html`<tr>${cells.map((cell, index) => html`<td class="${isCourse(cell) ? 'course' : aligned(index)}">${renderText(cell)}</td>`)}</tr>
`,
  );
  return scrolling(title, html`<table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`);
}

/** A sparkline, which is not to be broken: blocks and the marks among them. */
function isCourse(cell: Text): boolean {
  return /^[▁-█×·│]+$/.test(plainText(cell));
}

/** Wide content scrolls inside its own frame, which the keyboard can reach. */
export function scrolling(title: string, content: Markup): Markup {
  return html`<div class="scrolling" role="region" aria-label="${title}" tabindex="0">${content}</div>`;
}

/** Lines as they came out of a process. */
export function renderOutput(lines: readonly string[], title: string): Markup {
  const shown = lines.map(
    (line) => html`${shortened(line, sentenceLength)}
`,
  );
  return html`<pre class="output" role="region" aria-label="${title}" tabindex="0">${shown}</pre>`;
}

const classes: Readonly<Record<Exclude<Style, 'plain' | 'code' | 'strong'>, string>> = {
  quiet: 'quiet',
  good: 'good',
  bad: 'bad',
  doubt: 'doubt',
};

/** Words with their meaning as HTML. */
export function renderText(text: Text): Markup {
  return html`${text.map(renderSpan)}`;
}

function renderSpan({ text, style }: Span): Markup {
  if (style === 'code') return html`<code>${shortened(text, nameLength)}</code>`;
  const told = shortened(text, sentenceLength);
  if (style === 'plain') return html`${told}`;
  if (style === 'strong') return html`<strong>${told}</strong>`;
  return html`<span class="${classes[style]}">${told}</span>`;
}
