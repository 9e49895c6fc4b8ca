/** Terminal text with our own colours (`src/report/text/ansi.ts`) as HTML: each style becomes a class of its name. */

const classes: Readonly<Record<string, string>> = {
  '36': 'code',
  '1': 'strong',
  '2': 'quiet',
  '32;1': 'good',
  '31;1': 'bad',
  '33;1': 'doubt',
};

/** Everything that is no colour of ours is text. */
export function ansiToHtml(text: string): string {
  return text
    .split(/(\u001b\[[\d;]*m[^\u001b]*\u001b\[0m)/)
    .map((part) => {
      const [, code = '', inside = ''] = /^\u001b\[([\d;]*)m([^\u001b]*)\u001b\[0m$/.exec(part) ?? [];
      const name = classes[code];
      return name === undefined ? escapeHtml(part) : `<span class="${name}">${escapeHtml(inside)}</span>`;
    })
    .join('');
}

/** Text as text, also inside an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
