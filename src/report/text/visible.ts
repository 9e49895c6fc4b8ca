/**
 * Text out of files made fit to be shown anywhere: whatever has no shape of its own, moves the cursor, ends a line or
 * turns the direction of writing is spelled out (`\n`, `\x1b`, `\u202e`). Printable text of every script stays as it is.
 */

/** Controls, format characters (bidi, zero width), separators other than the plain space, halves of surrogate pairs. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?! )\p{Zs}/gu;

const short = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\0', '\\0'],
]);

/** The text on one line, with nothing in it that cannot be seen. */
export function visible(text: string): string {
  return text.replace(invisible, (character) => {
    const known = short.get(character);
    if (known !== undefined) return known;
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x100) return `\\x${point.toString(16).padStart(2, '0')}`;
    const digits = point.toString(16).padStart(4, '0');
    return digits.length === 4 ? `\\u${digits}` : `\\u{${digits}}`;
  });
}

/** At most `length` characters, the middle replaced by `…`: beginnings and ends of names both tell something. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const tail = Math.floor((length - 1) / 3);
  const head = length - 1 - tail;
  return `${wholeEnd(text.slice(0, head))}…${wholeStart(text.slice(text.length - tail))}`;
}

function wholeEnd(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}

function wholeStart(text: string): string {
  return /^[\uDC00-\uDFFF]/.test(text) ? text.slice(1) : text;
}
