/**
 * The MD5 as DVC computed it before its version 3 (`md5-dos2unix`, still what `.dvc` files without `hash: md5` mean): in
 * what looks like text, CRLF counts as LF. Text is told from the first 512 bytes of each megabyte, as in `dvc_data`: no
 * NUL, and at most 30 % of bytes that are neither printable ASCII nor blank. A CR and LF that a megabyte parts stay two.
 */
import type { Hash } from 'node:crypto';

const lookBytes = 512;
const carriageReturn = 0x0d;
const newline = 0x0a;

const isTextByte = new Uint8Array(256);
for (let byte = 32; byte < 127; byte += 1) isTextByte[byte] = 1;
for (const byte of [newline, carriageReturn, 0x09, 0x0c, 0x08]) isTextByte[byte] = 1;

export interface Dos2UnixDigest {
  /** A megabyte, the last one less; `plain` has not been given it yet. */
  add(chunk: Uint8Array, plain: Hash): void;
  /** Null where it is the plain MD5. */
  finish(): string | null;
}

/** Costs nothing until the first CRLF in text: until then the plain MD5 is the same. */
export function dos2UnixDigest(): Dos2UnixDigest {
  let own: Hash | null = null;
  return {
    add(chunk, plain) {
      const text = chunk.length > 0 && isText(chunk.subarray(0, lookBytes)) ? withoutReturns(chunk) : chunk;
      if (own === null && text !== chunk) own = plain.copy();
      own?.update(text);
    },
    finish: () => own?.digest('hex') ?? null,
  };
}

function isText(block: Uint8Array): boolean {
  let other = 0;
  for (const byte of block) {
    if (byte === 0) return false;
    if (isTextByte[byte] === 0) other += 1;
  }
  return other / block.length <= 0.3;
}

/** The same array where there is no CRLF in it. */
function withoutReturns(chunk: Uint8Array): Uint8Array {
  let at = chunk.indexOf(carriageReturn);
  let kept: Uint8Array | null = null;
  let length = 0;
  let from = 0;
  while (at !== -1) {
    if (chunk[at + 1] === newline) {
      kept ??= new Uint8Array(chunk.length);
      kept.set(chunk.subarray(from, at), length);
      length += at - from;
      from = at + 1;
    }
    at = chunk.indexOf(carriageReturn, at + 1);
  }
  if (kept === null) return chunk;
  kept.set(chunk.subarray(from), length);
  return kept.subarray(0, length + chunk.length - from);
}
