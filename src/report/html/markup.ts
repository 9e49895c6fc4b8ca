/**
 * HTML that cannot be got wrong: a template in which every value is escaped, unless it is Markup itself. Untrusted text can
 * never become Markup, since that is no string.
 */
import { visible } from '../text/visible.ts';

export interface Markup {
  readonly markup: string;
}

export type Part = string | number | Markup | readonly Part[] | null;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute: nothing in it is markup, and nothing in it is invisible. */
export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => references[character] ?? '');
}

/** HTML with values put in: texts escaped, Markup as it is, lists one after the other, null as nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const pieces = strings.map((string, index) => string + (index < parts.length ? textOf(parts[index] ?? null) : ''));
  return { markup: pieces.join('') };
}

/** Text of our own that is HTML already. Never for a text out of a file. */
export function trusted(markup: string): Markup {
  return { markup };
}

function textOf(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return isMarkup(part) ? part.markup : part.map(textOf).join('');
}

function isMarkup(part: Markup | readonly Part[]): part is Markup {
  return 'markup' in part;
}
