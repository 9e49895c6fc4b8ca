/**
 * The bytes of a pickle in order: one window of the file at a time, frames respected, long contents left where they are.
 *
 * Frames (PEP 3154) are only a hint for reading ahead, but CPython refuses content that crosses their end; so does this.
 */
import type { ByteSource } from '../../../model/byte-source.ts';
import { FormatProblem, LimitProblem } from '../../../model/problem.ts';

/** Large enough that most pickles are one read, small enough to be nothing beside the rest of the process. */
const windowBytes = 256 * 1024;

export class PickleReader {
  readonly source: ByteSource;
  readonly #entry: string | undefined;
  /** Past the last byte that may be read: the end of the source, or of the frame. */
  #limit: number;
  #frameEnd = -1;
  #window: Buffer = Buffer.alloc(0);
  #windowStart = 0;
  #at: number;
  /** Where the opcode that is being read stands: the offset of every Problem. */
  opcodeOffset: number;

  constructor(source: ByteSource, offset: number, entry: string | undefined) {
    this.source = source;
    this.#entry = entry;
    this.#limit = source.byteLength;
    this.#at = offset;
    this.#windowStart = offset;
    this.opcodeOffset = offset;
  }

  /** The offset of the next byte, from the start of the source. */
  get position(): number {
    return this.#at;
  }

  /** True when a frame is open and not read to its end. */
  get insideFrame(): boolean {
    return this.#frameEnd >= 0 && this.#at < this.#frameEnd;
  }

  problem(code: string, message: string, remedy = 'Save the file again: it is damaged.'): FormatProblem {
    return new FormatProblem(code, message, { place: this.#place(), remedy });
  }

  limitProblem(code: string, message: string): LimitProblem {
    return new LimitProblem(code, message, {
      place: this.#place(),
      remedy: 'A checkpoint does not look like this. If it is a real one, save its parts as separate files.',
    });
  }

  #place() {
    const place = { file: this.source.name, offset: this.opcodeOffset };
    return this.#entry === undefined ? place : { ...place, entry: this.#entry };
  }

  /** @throws FormatProblem `PICKLE_TRUNCATED`, `FRAME_BOUNDARY` */
  #need(length: number): void {
    if (this.#frameEnd >= 0 && this.#at >= this.#frameEnd) {
      this.#frameEnd = -1;
      this.#limit = this.source.byteLength;
    }
    if (this.#at + length <= this.#limit) return;
    if (this.#frameEnd >= 0)
      throw this.problem(
        'FRAME_BOUNDARY',
        `${length} bytes are wanted at offset ${this.#at}, but the frame ends at ${this.#frameEnd}.`,
      );
    throw this.problem(
      'PICKLE_TRUNCATED',
      `${length} bytes are wanted at offset ${this.#at}, but the pickle ends at ${this.#limit}.`,
      'Save the file again: it is cut off.',
    );
  }

  /** The next byte. */
  byte(): number {
    // First the take: it may change the window.
    const index = this.#take(1);
    return this.#window[index] ?? 0;
  }

  #fill(atLeast: number): void {
    const length = Math.max(atLeast, Math.min(windowBytes, this.source.byteLength - this.#at));
    const bytes = this.source.read(this.#at, length);
    this.#window = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#windowStart = this.#at;
  }

  /** Where in the window the next `length` bytes stand, after taking them. */
  #take(length: number): number {
    if (this.#at + length > this.#limit || this.#frameEnd >= 0) this.#need(length);
    let index = this.#at - this.#windowStart;
    if (index < 0 || index + length > this.#window.length) {
      this.#fill(length);
      index = 0;
    }
    this.#at += length;
    return index;
  }

  /** The next bytes, valid until the next call. Callers have bounded `length` before. */
  bytes(length: number): Uint8Array {
    const index = this.#take(length);
    return this.#window.subarray(index, index + length);
  }

  /** An unsigned little-endian integer of 1, 2 or 4 bytes. */
  unsigned(size: 1 | 2 | 4): number {
    const index = this.#take(size);
    return this.#window.readUIntLE(index, size);
  }

  /** The next bytes as text where all are ASCII; else null, and nothing is taken. */
  ascii(length: number): string | null {
    const from = this.#at;
    const index = this.#take(length);
    const text = this.#window.toString('latin1', index, index + length);
    for (let at = 0; at < length; at++)
      if (text.charCodeAt(at) > 0x7f) {
        this.#at = from;
        return null;
      }
    return text;
  }

  signed32(): number {
    return this.unsigned(4) | 0;
  }

  /** A 64-bit length. @throws FormatProblem `SIZE_EXCEEDS_INPUT` where no file could hold so much */
  length64(): number {
    const low = this.unsigned(4);
    const high = this.unsigned(4);
    const length = high * 2 ** 32 + low;
    if (high < 2 ** 21) return length;
    throw this.#tooLong(String((BigInt(high) << 32n) | BigInt(low)));
  }

  #tooLong(length: string): FormatProblem {
    const left = this.source.byteLength - this.#at;
    return this.problem('SIZE_EXCEEDS_INPUT', `A content of ${length} bytes is announced, but ${left} bytes are left.`);
  }

  /** Steps over the next `length` bytes and gives their offset. @throws FormatProblem `SIZE_EXCEEDS_INPUT` */
  skip(length: number): number {
    if (length > this.source.byteLength - this.#at) throw this.#tooLong(String(length));
    if (length > 0) this.#need(length);
    const start = this.#at;
    this.#at += length;
    return start;
  }

  /** Makes sure that so many bytes, which the stream announces, can follow. @throws FormatProblem `SIZE_EXCEEDS_INPUT` */
  announce(length: number): number {
    if (length > this.source.byteLength - this.#at) throw this.#tooLong(String(length));
    return length;
  }

  /** The same as `bytes`, for a length that the stream announces. @throws FormatProblem `SIZE_EXCEEDS_INPUT` */
  announced(length: number): Uint8Array {
    return this.bytes(this.announce(length));
  }

  /** The bytes up to the next line feed, which is taken and left out. @throws LimitProblem `LINE_LIMIT` */
  line(maxBytes: number): Uint8Array {
    this.#need(1);
    for (let size = 256; ; size = Math.min(size * 8, maxBytes + 1)) {
      const available = Math.min(size, this.#limit - this.#at);
      const from = this.#at;
      const bytes = this.bytes(available);
      const end = bytes.indexOf(0x0a);
      this.#at = end < 0 ? from : from + end + 1;
      if (end > maxBytes || (end < 0 && available > maxBytes))
        throw this.limitProblem(
          'LINE_LIMIT',
          `A line of more than ${maxBytes} bytes stands where a short text is wanted.`,
        );
      if (end >= 0) return bytes.subarray(0, end);
      if (available < size) this.#need(available + 1);
    }
  }

  /** Begins a frame. @throws FormatProblem `FRAME_BOUNDARY`, `SIZE_EXCEEDS_INPUT` */
  openFrame(length: number): void {
    if (this.insideFrame)
      throw this.problem('FRAME_BOUNDARY', `A frame begins inside the frame that ends at ${this.#frameEnd}.`);
    if (length > this.source.byteLength - this.#at) throw this.#tooLong(String(length));
    this.#frameEnd = length === 0 ? -1 : this.#at + length;
    this.#limit = length === 0 ? this.source.byteLength : this.#frameEnd;
  }
}
