/**
 * The textual arguments of protocol 0 (`pickletools`: decimalnl_short, decimalnl_long, floatnl, stringnl, unicodestringnl).
 *
 * CPython's two unpicklers disagree on odd spellings (octal digits, `\r`, overflow): only what both read alike is taken.
 */

/** An integer; null where the spelling is not plain. */
export function decimalText(line: string): bigint | null {
  return /^[+-]?\d+$/.test(line) && !/^[+-]?0\d/.test(line) ? BigInt(line.replace(/^\+/, '')) : null;
}

/** The value of LONG: a decimal with or without `L`. */
export function longText(line: string): bigint | null {
  return decimalText(line.endsWith('L') ? line.slice(0, -1) : line);
}

/** The value of FLOAT; null where it is no float or overflows. */
export function floatTextValue(line: string): number | null {
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(line);
  if (special !== null) {
    if (special[2]?.toLowerCase() === 'nan') return special[1] === '' ? Number.NaN : null;
    return special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(line)) return null;
  const value = Number(line);
  return Number.isFinite(value) ? value : null;
}

const simpleEscapes: ReadonlyMap<string, number> = new Map([
  ['\\', 0x5c],
  ["'", 0x27],
  ['"', 0x22],
  ['a', 7],
  ['b', 8],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
]);

/** The bytes of a quoted STRING (`codecs.escape_decode`), given as Latin-1; null where quotes or escapes are wrong. */
export function quotedBytes(line: string): Uint8Array | null {
  const quote = line[0];
  if (line.length < 2 || (quote !== "'" && quote !== '"') || !line.endsWith(quote)) return null;
  const bytes: number[] = [];
  const body = line.slice(1, -1);
  for (let at = 0; at < body.length; at++) {
    const character = body[at] ?? '';
    if (character !== '\\') {
      bytes.push(character.charCodeAt(0));
      continue;
    }
    const next = body[++at];
    if (next === undefined) return null;
    const simple = simpleEscapes.get(next);
    const octal = /^[0-7]{1,3}/.exec(body.slice(at, at + 3));
    if (simple !== undefined) bytes.push(simple);
    else if (octal !== null) {
      const code = Number.parseInt(octal[0], 8);
      // Beyond 255 CPython warns and cuts it; no writer makes it.
      if (code > 255) return null;
      bytes.push(code);
      at += octal[0].length - 1;
    } else if (next === 'x') {
      const digits = body.slice(at + 1, at + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(digits)) return null;
      bytes.push(Number.parseInt(digits, 16));
      at += 2;
    } else bytes.push(0x5c, next.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}

/**
 * A UNICODE line (`raw-unicode-escape`), given as Latin-1; null where an escape is cut off or beyond Unicode. `ambiguous`
 * as in `decodeSurrogateUtf8`: two escaped surrogates side by side are two characters for Python.
 */
export function rawUnicode(line: string): { readonly text: string; readonly ambiguous: boolean } | null {
  if (!line.includes('\\')) return { text: line, ambiguous: false };
  const parts: string[] = [];
  let ambiguous = false;
  let lastWasHigh = false;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? '';
    if (character !== '\\') {
      parts.push(character);
      lastWasHigh = false;
      continue;
    }
    const kind = line[++at];
    if (kind !== 'u' && kind !== 'U') {
      parts.push(character, kind ?? '');
      lastWasHigh = false;
      continue;
    }
    const size = kind === 'u' ? 4 : 8;
    const digits = line.slice(at + 1, at + 1 + size);
    if (digits.length !== size || !/^[0-9a-fA-F]+$/.test(digits)) return null;
    const point = Number.parseInt(digits, 16);
    if (point > 0x10ffff) return null;
    if (lastWasHigh && point >= 0xdc00 && point <= 0xdfff) ambiguous = true;
    lastWasHigh = point >= 0xd800 && point <= 0xdbff;
    parts.push(String.fromCodePoint(point));
    at += size;
  }
  return { text: parts.join(''), ambiguous };
}
