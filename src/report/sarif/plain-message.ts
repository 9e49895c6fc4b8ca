/**
 * Untrusted text for a SARIF message. Even its plain texts know placeholders (`{0}`) and links (`[text](target)`), by sections
 * 3.11.5 and 3.11.6: neither can be formed out of a name. Never empty, since GitHub takes an empty text for none.
 */
import { shortened, visible } from '../text/visible.ts';

/** One line of at most `length` characters, or a few more. */
export function plainMessage(text: string, length: number): string {
  const plain = visible(shortened(text, length))
    .replaceAll('](', '] (')
    .replace(/\{(?=\d)/g, '{ ');
  return plain.trim() === '' ? '(empty)' : plain;
}
