/**
 * Untrusted text for GitHub Flavored Markdown, also inside table cells. Everything that is not a letter, a digit or a
 * harmless mark becomes a character reference: by CommonMark section 2.5 such a reference never forms structure, so there is
 * one rule for emphasis, links, HTML, tables, `:emoji:` and mathematics. Bare web addresses lose their `:` and `www.`, and a
 * zero-width space after `@` keeps GitHub from mentioning people and linking mail addresses (both are done after references
 * are resolved).
 */
import { shortened, visible } from './visible.ts';

/** All but letters, digits and marks that mean nothing to Markdown; `-`, `_`, `+`, `=` may stand inside a word only. */
const structural =
  /(?<![\p{L}\p{N}])[-_+=]|[-_+=](?![\p{L}\p{N}])|:(?! )|[^\p{L}\p{N}\p{M} ,.;:/'"%()_+=\u00b1\u00b7\u00d7\u2010-\u2027\u2190-\u2bff-]/gu;

/** Text as prose. */
export function escapeMarkdown(text: string, length = 500): string {
  const escaped = visible(shortened(text, length)).replace(
    structural,
    (character) => `&#${character.codePointAt(0) ?? 0xfffd};`,
  );
  return escaped
    .replaceAll('&#64;', '&#64;&#8203;')
    .replace(/www\./gi, (match) => `${match.slice(0, 3)}&#46;`)
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, (_, digits: string, mark: string) => `${digits}&#${mark.codePointAt(0)};`);
}

/** A name or value, set as code. HTML's element rather than backticks: these cannot hold a backtick or a pipe everywhere. */
export function markdownCode(text: string, length = 500): string {
  return text === '' ? '' : `<code>${escapeMarkdown(text, length)}</code>`;
}
