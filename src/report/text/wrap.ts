/** Styled text broken into lines of a width, at spaces; a word that is wider than a line is cut hard, never lost. */
import type { Span, Text } from './span.ts';
import { textWidth } from './width.ts';

/** Lines of at most `columns` columns. Every line is a Text; an empty text gives no line. */
export function wrapText(text: Text, columns: number): readonly Text[] {
  // Narrower than this no word is left whole.
  const limit = Math.max(4, columns);
  const lines: Text[] = [];
  let line: Span[] = [];
  let used = 0;
  const flush = (): void => {
    const last = line.at(-1);
    if (last !== undefined) line[line.length - 1] = { ...last, text: last.text.trimEnd() };
    lines.push(merged(line));
    line = [];
    used = 0;
  };
  for (const word of wordsOf(text, limit)) {
    const width = widthOf(word);
    if (used > 0 && used + width - trailingSpaces(word) > limit) flush();
    line.push(...word);
    used += width;
  }
  if (line.length > 0) flush();
  return lines;
}

function merged(line: readonly Span[]): Text {
  const spans: Span[] = [];
  for (const span of line) {
    const last = spans.at(-1);
    if (last?.style === span.style) spans[spans.length - 1] = { ...last, text: last.text + span.text };
    else spans.push(span);
  }
  return spans;
}

/** Pieces of different styles without a space between them are one word, unless that is too wide for a line. */
function wordsOf(text: Text, limit: number): readonly Text[] {
  const found: Text[] = [];
  let word: Span[] = [];
  const end = (): void => {
    if (widthOf(word) - trailingSpaces(word) > limit) found.push(...word.map((piece) => [piece]));
    else if (word.length > 0) found.push(word);
    word = [];
  };
  for (const span of text) {
    for (const part of span.text.split(/(?<= )(?=[^ ])/)) {
      for (const piece of hardCut(part, limit)) word.push({ text: piece, style: span.style });
      if (part.endsWith(' ')) end();
    }
  }
  end();
  return found;
}

function hardCut(text: string, limit: number): readonly string[] {
  if (textWidth(text) <= limit) return [text];
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    if (piece !== '' && textWidth(piece) + textWidth(character) > limit) {
      const end = goodEnd(piece);
      pieces.push(piece.slice(0, end));
      piece = piece.slice(end);
    }
    piece += character;
  }
  pieces.push(piece);
  return pieces;
}

/** Where a path or name is best cut: behind its last separator, if that leaves more than half of it. */
function goodEnd(piece: string): number {
  const at = Math.max(piece.lastIndexOf('/'), piece.lastIndexOf('.'), piece.lastIndexOf('_'), piece.lastIndexOf('-'));
  return at > piece.length / 2 ? at + 1 : piece.length;
}

function widthOf(text: Text): number {
  return text.reduce((sum, span) => sum + textWidth(span.text), 0);
}

function trailingSpaces(word: Text): number {
  const last = word.at(-1);
  return last === undefined ? 0 : last.text.length - last.text.trimEnd().length;
}
