/**
 * UTF-8 as Python pickles it: strict, but with surrogates passed through (`errors='surrogatepass'`).
 *
 * A text with a high and a low surrogate next to each other, each encoded on its own, is another text for Python than the
 * one character that both make in JavaScript: such a text is told apart by `ambiguous`, and kept as bytes by the caller.
 */

export type Utf8Text =
  | { readonly valid: true; readonly text: string; readonly ambiguous: boolean }
  /** Where the first byte that belongs to no character stands. */
  | { readonly valid: false; readonly at: number };

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Decodes the bytes; the quick way first, since hardly any text has surrogates. */
export function decodeSurrogateUtf8(bytes: Uint8Array): Utf8Text {
  try {
    return { valid: true, text: strict.decode(bytes), ambiguous: false };
  } catch {
    return decodeSlowly(bytes);
  }
}

function decodeSlowly(bytes: Uint8Array): Utf8Text {
  const parts: string[] = [];
  let ambiguous = false;
  let lastWasHigh = false;
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    if (length === 0) return { valid: false, at };
    const point = codePoint(bytes, at, length);
    const low = length === 3 && point >= 0xdc00 && point <= 0xdfff;
    if (low && lastWasHigh) ambiguous = true;
    lastWasHigh = point >= 0xd800 && point <= 0xdbff;
    parts.push(String.fromCodePoint(point));
    at += length;
  }
  return { valid: true, text: parts.join(''), ambiguous };
}

/** The bytes that the character at `at` takes, surrogates included; 0 where none begins there or it is cut off. */
export function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0xff;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return 0;
  for (let index = 1; index < length; index++) if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  if ((first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f))
    return 0;
  return length;
}

function codePoint(bytes: Uint8Array, at: number, length: number): number {
  let point = (bytes[at] ?? 0) & (length === 1 ? 0x7f : 0xff >> (length + 1));
  for (let index = 1; index < length; index++) point = (point << 6) | ((bytes[at + index] ?? 0) & 0x3f);
  return point;
}

/** The UTF-8 bytes of a text with surrogates passed through one by one: what `decodeSurrogateUtf8` reads back. */
export function encodeSurrogateUtf8(text: string): Uint8Array {
  if (!/[\ud800-\udfff]/u.test(text)) return new TextEncoder().encode(text);
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point >= 0xd800 && point <= 0xdfff)
      bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
    else bytes.push(...new TextEncoder().encode(character));
  }
  return Uint8Array.from(bytes);
}
