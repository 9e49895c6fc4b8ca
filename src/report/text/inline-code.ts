/** Sentences of checks, in which names stand in backticks as in Markdown, as words that each medium can set. */
import { code, type Text, words } from './span.ts';

/** What stands between two backticks is a name; a backtick without its other half stays as it is. */
export function withInlineCode(sentence: string): Text {
  const parts = sentence.split('`');
  // An even number of parts means a backtick without its other half: the last one.
  const whole = parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), `${parts.at(-2)}\`${parts.at(-1)}`];
  return words(...whole.map((part, index) => (index % 2 === 1 ? code(part) : part)));
}
