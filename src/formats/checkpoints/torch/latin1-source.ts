/**
 * The bytes that Python's `_codecs.encode(text, 'latin1')` gives, without holding the text: protocols up to 2 write all
 * binary data this way, arrays of any size included. Every character must be below U+0100, one or two bytes of UTF-8.
 */
import type { ByteSource } from '../../../model/byte-source.ts';
import { windowSource } from '../../codecs/memory-source.ts';
import type { ByteRange } from '../../codecs/pickle/pickle-node.ts';

/** One remembered position for so many bytes of UTF-8: decoding from there costs microseconds. */
const blockBytes = 64 * 1024;

/** A source over the decoded bytes; null where a character is beyond Latin-1. Reads the text once from end to end. */
export function latin1Source(range: ByteRange, name: string): ByteSource | null {
  // How many decoded bytes come before each block, and whether the block begins inside a character.
  const before: number[] = [];
  let count = 0;
  for (let start = 0; start < range.length; start += blockBytes) {
    before.push(count);
    const block = range.source.read(range.offset + start, Math.min(blockBytes, range.length - start));
    for (const byte of block) {
      if (byte > 0xc3) return null;
      if ((byte & 0xc0) !== 0x80) count++;
    }
  }
  const total = count;
  const readInto = (target: Uint8Array, offset: number): void => {
    let block = blockAt(before, offset);
    let filled = 0;
    while (filled < target.length) {
      const start = block * blockBytes;
      // One byte more: a character may begin at the end of the block.
      const utf8 = range.source.read(range.offset + start, Math.min(blockBytes + 1, range.length - start));
      const end = Math.min(blockBytes, utf8.length);
      let index = before[block] ?? 0;
      for (let at = 0; at < end && filled < target.length; at++) {
        const byte = utf8[at] ?? 0;
        if ((byte & 0xc0) === 0x80) continue;
        if (index++ < offset) continue;
        target[filled++] = byte < 0x80 ? byte : ((byte & 0x03) << 6) | ((utf8[at + 1] ?? 0) & 0x3f);
      }
      block++;
    }
  };
  const unbounded: ByteSource = {
    name,
    byteLength: total,
    read(offset, length) {
      const target = new Uint8Array(length);
      readInto(target, offset);
      return target;
    },
    readInto,
  };
  return windowSource(unbounded, name, 0, total);
}

/** The last block that begins at or before the decoded offset. */
function blockAt(before: readonly number[], offset: number): number {
  let low = 0;
  let high = before.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((before[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
