/**
 * Untrusted text for XML 1.0, in attributes and between tags. XML has no way at all to write most control characters, halves of
 * surrogate pairs, U+FFFE and U+FFFF: they are spelled out, as everywhere. No line of it is a command for a runner that prints it.
 */
import { shortened, visible } from './visible.ts';

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** One line of at most `length` characters before it is escaped. */
export function escapeXml(text: string, length = 500): string {
  return visible(shortened(text, length))
    .replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
    .replace(/[&<>"']/g, (character) => references[character] ?? '')
    .replaceAll('##[', '#&#35;[')
    .replace(/^(\s*):(?=:)/, '$1&#58;');
}
