/** How many columns a terminal gives a text: marks none, East Asian wide characters and most emoji two, all else one. */

const simple = /^[\x20-\x7e]*$/;
const marks = /\p{M}/u;
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{17000}-\u{18aff}\u{1b000}-\u{1b2ff}\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/u;

export function textWidth(text: string): number {
  if (simple.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The text cut to `columns`, its middle replaced by `…` where it was longer. */
export function fitted(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  if (columns <= 1) return '…'.slice(0, Math.max(0, columns));
  const characters = [...text];
  const tailWidth = Math.floor((columns - 1) / 3);
  let tail = '';
  for (let at = characters.length - 1; at >= 0; at--) {
    const next = `${characters[at]}${tail}`;
    if (textWidth(next) > tailWidth) break;
    tail = next;
  }
  const headWidth = columns - 1 - textWidth(tail);
  let head = '';
  for (const character of characters) {
    if (textWidth(head) + characterWidth(character) > headWidth) break;
    head += character;
  }
  return `${head}…${tail}`;
}

function characterWidth(character: string): number {
  if (marks.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
