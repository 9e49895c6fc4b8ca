/**
 * JSON text (RFC 8259) as this tool writes it: two spaces a level, short arrays and objects on one line, long arrays of numbers filled
 * into lines, keys as they come, a newline at the end. `-0` keeps its sign. Characters that no reader can see, and `##[` (a runner takes it for a command
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
  const members = Object.entries(value).map(([key, member]) => `${quotedKey(key)}: ${jsonLine(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** The value on one line; null where that would take more than `most` characters, as soon as it is known. */
function lineWithin(value: JsonValue, most: number): string | null {
  let room = most;
  const visit = (part: JsonValue): string | null => {
    if (typeof part !== 'object' || part === null) {
      if (typeof part === 'string' && part.length > room) return null;
      const text = jsonLine(part);
      room -= text.length;
      return room < 0 ? null : text;
    }
    const list = isArray(part);
    room -= 4;
    const texts: string[] = [];
    for (const [key, member] of list ? part.entries() : Object.entries(part)) {
      room -= typeof key === 'string' ? key.length + 6 : 6;
      const text = room < 0 ? null : visit(member);
      if (text === null) return null;
      texts.push(typeof key === 'string' ? `${quotedKey(key)}: ${text}` : text);
    }
    if (room < 0) return null;
    if (list) return `[${texts.join(', ')}]`;
    return texts.length === 0 ? '{}' : `{ ${texts.join(', ')} }`;
  };
  return visit(value);
}

function spread(value: JsonValue, indent: string): string {
  const line = lineWithin(value, lineLength - indent.length);
  if (line !== null) return line;
  if (typeof value !== 'object' || value === null) return jsonLine(value);
  const inner = `${indent}  `;
  if (isArray(value)) {
    if (value.length === 0) return '[]';
    if (value.every((member) => typeof member === 'number')) return `[\n${filled(value, inner)}\n${indent}]`;
    return `[\n${value.map((member) => `${inner}${spread(member, inner)}`).join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value).map(([key, member]) => `${inner}${quotedKey(key)}: ${spread(member, inner)}`);
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
}

/** Numbers fill the lines: the points of a metric would else take a line each, thousands of them. */
function filled(numbers: readonly number[], indent: string): string {
  const lines: string[] = [];
  let line = indent;
  numbers.forEach((number, index) => {
    const text = `${numberText(number)}${index === numbers.length - 1 ? '' : ','}`;
    if (line.length > indent.length && line.length + 1 + text.length > lineLength) {
      lines.push(line);
      line = indent;
    }
    line += line.length > indent.length ? ` ${text}` : text;
  });
  lines.push(line);
  return lines.join('\n');
}

/** Keys come again and again: each is quoted once. Bounded, because keys of maps are not all ours. */
const knownKeys = new Map<string, string>();

function quotedKey(key: string): string {
  const known = knownKeys.get(key);
  if (known !== undefined) return known;
  const text = quoted(key);
  if (knownKeys.size < 1000) knownKeys.set(key, text);
  return text;
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('JSON has no number that is not finite');
  return Object.is(value, -0) ? '-0' : String(value);
}

function quoted(text: string): string {
  const json = JSON.stringify(text);
  // Nearly every text of a report is plain, and a report has thousands of them.
  if (!/[^\x20-\x7e]|##\[/.test(json)) return json;
  return json.replace(/[\u007f-\u00a0\u00ad\p{Zl}\p{Zp}\p{Cf}]/gu, escaped).replaceAll('##[', '#\\u0023[');
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
