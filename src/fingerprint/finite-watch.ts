/**
 * Does a float tensor have a single finite number? Two tensors of nothing but NaN have equal bytes and prove nothing. The
 * watch looks at chunks only until it has seen one, which is nearly always the very first element.
 */
import { numberBytes, numberReader } from '../formats/codecs/float-decoders.ts';
import { type DType, dtypeFacts } from '../model/dtype.ts';

export interface FiniteWatch {
  look(chunk: Uint8Array): void;
  seen(): boolean;
}

/** True for the dtypes that can hold NaN or infinities. */
export function canBeNonFinite(dtype: DType): boolean {
  const { kind } = dtypeFacts(dtype);
  return kind === 'float' || kind === 'complex';
}

/** A watch over one tensor; dtypes without NaN and infinities count as finite from the start. */
export function watchFinite(dtype: DType): FiniteWatch {
  if (!canBeNonFinite(dtype)) return { look: () => {}, seen: () => true };
  const read = numberReader(dtype);
  const size = numberBytes(dtype);
  let seen = false;
  return {
    look(chunk) {
      if (seen) return;
      const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      for (let offset = 0; !seen && offset + size <= chunk.byteLength; offset += size) {
        seen = Number.isFinite(read(view, offset));
      }
    },
    seen: () => seen,
  };
}
