/**
 * JSON text (RFC 8259) as this tool writes it: two spaces a level, short arrays and objects on one line, keys as they come,
 * a newline at the end. `-0` keeps its sign. Characters that no reader can see, and `##[` (a runner takes it for a command
 * when the text is printed in a job), are written as escapes: the value is the same.
 */

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Values whose one-line form is at most this long stay on one line. */
const lineLength = 100;

/** The document, ending in a newline. Numbers must be finite. */
export function jsonText(value: JsonValue): string {
  return `${spread(value, '')}\n`;
}

/** The value on one line. */
export function jsonLine(value: JsonValue): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isArray(value)) return `[${value.map(jsonLine).join(', ')}]`;
  const members = Object.entries(value).map(([key, member]) => `${quoted(key)}: ${jsonLine(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Whether the one-line form has at most `room` characters; stops counting early, so that long values cost nothing. */
function fitsLine(value: JsonValue, room: number): number {
  if (room < 0) return -1;
  if (typeof value === 'string') return value.length > room ? -1 : room - quoted(value).length;
  if (typeof value !== 'object' || value === null) return room - String(value).length;
  let rest = room - 4;
  const members: readonly (readonly [string, JsonValue])[] = isArray(value)
    ? value.map((member) => ['', member] as const)
    : Object.entries(value);
  for (const [key, member] of members) {
    rest = fitsLine(member, rest - key.length - 6);
    if (rest < 0) return -1;
  }
  return rest;
}

function spread(value: JsonValue, indent: string): string {
  if (typeof value !== 'object' || value === null || fitsLine(value, lineLength - indent.length) >= 0) {
    return jsonLine(value);
  }
  const inner = `${indent}  `;
  if (isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((member) => `${inner}${spread(member, inner)}`).join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value).map(([key, member]) => `${inner}${quoted(key)}: ${spread(member, inner)}`);
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('JSON has no number that is not finite');
  return Object.is(value, -0) ? '-0' : String(value);
}

function quoted(text: string): string {
  return JSON.stringify(text)
    .replace(/[\u007f-\u00a0\u00ad\p{Zl}\p{Zp}\p{Cf}]/gu, escaped)
    .replaceAll('##[', '#\\u0023[');
}

function escaped(character: string): string {
  let text = '';
  for (let at = 0; at < character.length; at++) {
    text += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }
  return text;
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
