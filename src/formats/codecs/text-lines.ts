/**
 * The lines of a text of any size, in bounded memory: what trainings print. `\n`, `\r\n` and `\r` (progress bars) end a line,
 * colours are taken out, bytes that are no UTF-8 become replacement characters. Linear in the text, whatever it holds.
 */
import type { ByteSource } from '../../model/byte-source.ts';

const blockBytes = 1024 * 1024;

export interface LineLimits {
  /** A longer line is given as null. */
  readonly characters: number;
  /** Nothing is read beyond; default: the whole text. */
  readonly bytes?: number;
}

/** Lines without their ends and colours; null for each one that is too long. */
export function* textLines(source: ByteSource, limits: LineLimits): Iterable<string | null> {
  const decoder = new TextDecoder('utf-8');
  const byteLength = Math.min(source.byteLength, limits.bytes ?? source.byteLength);
  let rest = '';
  let skipping = false;
  for (let offset = 0; offset < byteLength; offset += blockBytes) {
    const length = Math.min(blockBytes, byteLength - offset);
    const parts = (rest + decoder.decode(source.read(offset, length), { stream: true })).split(/\r\n|\n|\r/);
    rest = parts.pop() ?? '';
    for (const part of parts) {
      yield skipping || part.length > limits.characters ? null : withoutColours(part);
      skipping = false;
    }
    if (rest.length > limits.characters) {
      skipping = true;
      rest = '';
    }
  }
  rest += decoder.decode();
  if (rest !== '' || skipping) yield skipping || rest.length > limits.characters ? null : withoutColours(rest);
}

function withoutColours(line: string): string {
  return line.includes('\u001b') ? line.replaceAll(/\u001b\[[0-9;?]*[ -/]*[@-~]/g, '') : line;
}
