/**
 * Views on storages: checked once when they are made, read in C order when somebody asks (torch's and NumPy's strides).
 *
 * Conjugate and negative bits (`torch.Tensor.is_conj`, `is_neg`) change the values without changing the storage; they
 * are applied to the bytes on the way, exactly as torch's `resolve_conj` and `resolve_neg` do.
 */
import type { Chunks } from '../../../model/byte-source.ts';
import { dtypeFacts, isDType } from '../../../model/dtype.ts';
import { elementCount } from '../../codecs/element-count.ts';
import { sourceChunks } from '../../codecs/memory-source.ts';
import { rechunk } from '../../codecs/rechunk.ts';
import { rowMajorStrides, stridedChunks, swapInPlace } from '../../codecs/strided-chunks.ts';
import type { ArrayMeaning, Reading } from './meaning.ts';

/** NumPy's limit; torch's own kernels stop below it. */
export const maxDimensions = 64;

/**
 * The view, once every byte that it can reach lies in its storage.
 * @throws FormatProblem `TENSOR_BOUNDS`
 */
export function checkedView(view: ArrayMeaning, reading: Reading): ArrayMeaning {
  const { shape, strides, offset, itemBytes, storage } = view;
  const text = `[${shape.slice(0, maxDimensions).join(', ')}]`;
  if (shape.length > maxDimensions || shape.length !== strides.length)
    throw reading.problem('TENSOR_BOUNDS', `The tensor has ${shape.length} sizes and ${strides.length} strides.`);
  for (const value of [...shape, ...strides, offset])
    if (!Number.isSafeInteger(value) || value < 0)
      throw reading.problem('TENSOR_BOUNDS', `The tensor of shape ${text} has a size, stride or offset of ${value}.`);
  if (shape.includes(0)) return view;
  let last = offset + itemBytes;
  let bytes = itemBytes;
  for (const [dim, extent] of shape.entries()) {
    last += (extent - 1) * (strides[dim] ?? 0);
    bytes *= extent;
  }
  if (last > storage.byteLength || !Number.isSafeInteger(bytes))
    throw reading.problem(
      'TENSOR_BOUNDS',
      `The tensor of shape ${text} reaches to byte ${last} of ${storage.name}, which has ${storage.byteLength} bytes.`,
    );
  return view;
}

/** The bytes of all elements together. */
export function viewBytes(view: ArrayMeaning): number {
  return elementCount(view.shape) * view.itemBytes;
}

/** True where the elements lie in the storage as they are wanted, one after the other. */
export function isContiguous(view: ArrayMeaning): boolean {
  if (view.shape.includes(0)) return true;
  const natural = rowMajorStrides(view.shape, view.itemBytes);
  return view.shape.every((extent, dim) => extent === 1 || view.strides[dim] === natural[dim]);
}

/** The elements in C order, little-endian, resolved. */
export async function* viewChunks(view: ArrayMeaning): Chunks {
  const { storage, offset, shape, strides, itemBytes, swapBytes } = view;
  const byteLength = viewBytes(view);
  if (byteLength === 0) return;
  const plain = swapBytes < 2 && !view.conjugate && !view.negative;
  if (isContiguous(view)) {
    const chunks =
      storage.stream === undefined
        ? sourceChunks(await storage.random(), offset, byteLength)
        : bounded(rechunk(storage.stream(), offset), byteLength);
    if (plain) return yield* chunks;
    for await (const chunk of chunks) {
      swapInPlace(chunk, swapBytes);
      resolve(view, chunk);
      yield chunk;
    }
    return;
  }
  const source = await storage.random();
  for await (const chunk of stridedChunks({ source, offset, shape, strides, itemBytes, swapBytes })) {
    resolve(view, chunk);
    yield chunk;
  }
}

async function* bounded(chunks: Chunks, byteLength: number): Chunks {
  let left = byteLength;
  for await (const chunk of chunks) {
    if (left <= chunk.length) {
      yield chunk.subarray(0, left);
      return;
    }
    left -= chunk.length;
    yield chunk;
  }
}

/** Applies the two bits. Chunks hold whole elements: their size is a multiple of every element's. */
function resolve(view: ArrayMeaning, chunk: Uint8Array): void {
  if ((!view.conjugate && !view.negative) || !isDType(view.dtype)) return;
  const { bytes, kind } = dtypeFacts(view.dtype);
  const part = kind === 'complex' ? bytes / 2 : bytes;
  if (view.conjugate && kind === 'complex') flipSigns(chunk, 2 * part - 1, 2 * part);
  if (!view.negative) return;
  if (kind === 'float' || kind === 'complex') flipSigns(chunk, part - 1, part);
  else if (kind === 'int' || kind === 'uint') negateIntegers(chunk, part);
}

/** The sign is the highest bit of the last byte of every little-endian float. */
function flipSigns(chunk: Uint8Array, first: number, step: number): void {
  for (let at = first; at < chunk.length; at += step) chunk[at] = (chunk[at] ?? 0) ^ 0x80;
}

function negateIntegers(chunk: Uint8Array, bytes: number): void {
  for (let at = 0; at < chunk.length; at += bytes) {
    let carry = 1;
    for (let index = at; index < at + bytes; index++) {
      const sum = ((chunk[index] ?? 0) ^ 0xff) + carry;
      chunk[index] = sum & 0xff;
      carry = sum >> 8;
    }
  }
}
