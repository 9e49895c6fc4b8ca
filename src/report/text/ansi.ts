/** The eight SGR codes that the terminal report uses. 16-colour codes only: these follow the user's own palette. */
import type { Style } from './span.ts';

const codes: Readonly<Record<Style, string>> = {
  plain: '',
  code: '36',
  strong: '1',
  quiet: '2',
  good: '32;1',
  bad: '31;1',
  doubt: '33;1',
};

/** The text in its style, or as it is without colour. */
export function paint(text: string, style: Style, color: boolean): string {
  const sgr = codes[style];
  return color && sgr !== '' && text !== '' ? `\u001b[${sgr}m${text}\u001b[0m` : text;
}
