/**
 * The only way to a file's bytes: positional, bounded, counted. Synchronous on purpose: positional reads into one reused
 * buffer are the fastest that Node has, and a reader stays a plain function.
 */
export interface ByteSource {
  /** For messages: the file's path as the user knows it, and the part inside it where the source is a part. */
  readonly name: string;
  readonly byteLength: number;
  /**
   * A fresh copy of `length` bytes at `offset`.
   * @throws FormatProblem `TRUNCATED` where the range reaches past the end, `CHANGED_DURING_READ` where the file shrank.
   */
  read(offset: number, length: number): Uint8Array;
  /** Fills `target` completely from `offset`, without a copy in between. Same Problems as `read`. */
  readInto(target: Uint8Array, offset: number): void;
}

/** Bytes of tensor data come in chunks of exactly this size, the last one excepted: two readers then stay in step. */
export const chunkBytes = 512 * 1024;

/**
 * Chunks of exactly `chunkBytes` bytes, the last one shorter (never empty; no chunk at all for no bytes). The array is
 * only valid until the next chunk is asked for: the reader fills one buffer again and again.
 */
export type Chunks = AsyncIterable<Uint8Array>;
