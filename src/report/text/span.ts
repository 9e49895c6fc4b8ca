/**
 * Words with a meaning, before any medium has them: what is code (names out of files, values), what is strong, what is
 * good or bad. Every text in a span is taken as untrusted; each medium escapes all of it in its own way.
 */

export type Style = 'plain' | 'code' | 'strong' | 'quiet' | 'good' | 'bad' | 'doubt';

export interface Span {
  readonly text: string;
  readonly style: Style;
}

export type Text = readonly Span[];

export type Words = string | Span | Text;

/** A text from plain strings and spans, in order; empty strings fall out. */
export function words(...parts: readonly Words[]): Text {
  return parts
    .flatMap(
      (part): Text => (typeof part === 'string' ? [{ text: part, style: 'plain' }] : isText(part) ? part : [part]),
    )
    .filter((span) => span.text !== '');
}

function isText(part: Span | Text): part is Text {
  return Array.isArray(part);
}

/** A name or value, set apart from prose: file names, tensor names, numbers out of files. */
export function code(text: string): Span {
  return { text, style: 'code' };
}

export function strong(text: string): Span {
  return { text, style: 'strong' };
}

export function quiet(text: string): Span {
  return { text, style: 'quiet' };
}

/** Texts with a separator between them. */
export function joined(texts: readonly Text[], separator: string): Text {
  return texts.flatMap((text, index) => (index === 0 ? text : words(separator, text)));
}

/** The bare characters, for measuring and for media without style. */
export function plainText(text: Text): string {
  return text.map((span) => span.text).join('');
}
