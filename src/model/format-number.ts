/**
 * How numbers and quoted texts look in messages, in checks and reports alike, so that 1 ulp looks the same everywhere.
 * Pure, and free of locale: the same evidence gives the same bytes. Columns, wrapping and colour belong to the reporters.
 */

/** An exact integer (number or decimal text) with commas: `12,345`. Numbers that are no integers are rounded. */
export function formatInteger(value: number | bigint | string): string {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(Math.round(value)) : String(value);
  if (!/^-?\d+$/.test(text)) return text;
  return text.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A step or an epoch: integers with commas, fractions (epoch 0.1) as they are. */
export function formatStep(step: number): string {
  return Number.isInteger(step) ? formatInteger(step) : String(step);
}

/** A measured size in at most four digits: `0.00152`, `1.19e-7`, `12.5`, `1.234e+9`; integers below a million exactly. */
export function formatFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e6) return formatInteger(value);
  if (size < 1e-4 || size >= 1e6) {
    const [mantissa = '0', exponent = '0'] = value.toExponential(3).split('e');
    return `${trimZeros(mantissa)}e${exponent}`;
  }
  return trimZeros(value.toPrecision(4));
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** `2 ulp`, `1,024 ulp`, `1.07e+9 ulp`: exact below a million, in short beyond. */
export function formatUlp(text: string): string {
  return `${/^\d{7,}$/.test(text) ? formatFloat(Number(text)) : formatInteger(text)} ulp`;
}

const byteUnits = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** `1 byte`, `999 bytes`, `12.3 KiB`, `4.0 GiB`: binary units, one digit after the point. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return plural(bytes, 'byte');
  let size = bytes;
  let unit = '';
  for (const next of byteUnits) {
    if (size < 1024) break;
    size /= 1024;
    unit = next;
  }
  return `${size.toFixed(1)} ${unit}`;
}

/** `850 ms`, `12.3 s`, `2 min 5 s`, `1 h 3 min`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${formatInteger(Math.floor(minutes / 60))} h ${minutes % 60} min`;
}

/** `1 tensor`, `42 tensors`, `0 series`: the count with commas and the fitting word. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatInteger(count)} ${count === 1 ? one : many}`;
}

/** `[128, 64]`, `[]` for a scalar: torch's own spelling of a shape or an index. */
export function formatShape(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}

/** `a`, `a and b`, `a, b and 3 more`: at most `most` items, the rest counted. */
export function formatList(items: readonly string[], most = 5): string {
  if (items.length > most) return `${items.slice(0, most).join(', ')} and ${formatInteger(items.length - most)} more`;
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** Clauses of one sentence, which hold commas and `and` themselves: `a; b; and 3 more`. */
export function formatClauses(clauses: readonly string[], most = 5): string {
  const shown = clauses.slice(0, most).join('; ');
  return clauses.length > most ? `${shown}; and ${formatInteger(clauses.length - most)} more` : shown;
}

/** Two sizes: `2.0 KiB in both runs`, or both, exactly where they look alike. */
export function formatSizes(first: number, second: number): string {
  if (first === second) return `${formatBytes(first)} in both runs`;
  const alike = formatBytes(first) === formatBytes(second);
  const show = (size: number): string => (alike ? plural(size, 'byte') : formatBytes(size));
  return `${show(first)} in the first run, ${show(second)} in the second`;
}

/** Longest quotation in a message: enough to recognize a value, short enough for an annotation's line. */
const quoteLimit = 120;

/** The text in double quotes, on one line: control and direction characters escaped, shortened in the middle of nowhere by `…`. */
export function quote(text: string, most = quoteLimit): string {
  const short = text.length > most ? `${text.slice(0, most)}…` : text;
  return `"${printable(short).replaceAll('"', '\\"')}"`;
}

/** The text with every control, direction and lone surrogate character spelled as `\n`, `\t` or `\uXXXX`. */
export function printable(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (character) => {
      if (character === '\n') return '\\n';
      if (character === '\t') return '\\t';
      if (character === '\r') return '\\r';
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    },
  );
}
