/**
 * Elements of a strided array (a view, a Fortran array, a field of records) as chunks in C order, little-endian.
 *
 * Memory stays bounded whatever the array's size: the array is cut into boxes of a few MB of output, and of each box what
 * lies densely in the file is read at once, the rest index by index along the dimension with the widest stride.
 */
import type { ByteSource, Chunks } from '../../model/byte-source.ts';
import { elementCount } from './element-count.ts';
import { sourceChunks } from './memory-source.ts';
import { rechunk } from './rechunk.ts';

export interface StridedArray {
  readonly source: ByteSource;
  /** Of the element with index 0 in every dimension. */
  readonly offset: number;
  readonly shape: readonly number[];
  /** In bytes, one for each dimension; zero and negative ones are allowed. Bounds must have been checked. */
  readonly strides: readonly number[];
  readonly itemBytes: number;
  /** Bytes of a number whose order is to be reversed (of one part for complex numbers); 0 or 1 leaves all as it is. */
  readonly swapBytes: number;
}

const boxBytes = 4 * 1024 * 1024;
/** A box whose bytes lie in a span at most so many times its size is read with its gaps. */
const sparsest = 4;

/** Strides in bytes of a C-ordered array. */
export function rowMajorStrides(shape: readonly number[], itemBytes: number): readonly number[] {
  const strides: number[] = [];
  let step = itemBytes;
  for (const extent of shape.toReversed()) {
    strides.unshift(step);
    step *= extent;
  }
  return strides;
}

/** Strides in bytes of a Fortran-ordered array. */
export function columnMajorStrides(shape: readonly number[], itemBytes: number): readonly number[] {
  return rowMajorStrides(shape.toReversed(), itemBytes).toReversed();
}

/** All elements in C order. @throws FormatProblem `TRUNCATED` where the source is too short after all. */
export async function* stridedChunks(array: StridedArray): Chunks {
  const { source, offset, shape, strides, itemBytes, swapBytes } = array;
  const count = elementCount(shape);
  if (count === 0 || itemBytes === 0) return;
  // Dimensions of one index have no stride to speak of.
  const dims = shape.map((extent, dim) => ({ extent, stride: strides[dim] ?? 0 })).filter(({ extent }) => extent > 1);
  const natural = rowMajorStrides(
    dims.map(({ extent }) => extent),
    itemBytes,
  );
  if (dims.every(({ stride }, dim) => stride === natural[dim])) {
    for await (const chunk of sourceChunks(source, offset, count * itemBytes)) {
      swapInPlace(chunk, swapBytes);
      yield chunk;
    }
    return;
  }
  yield* rechunk(gatheredBoxes(array, dims));
}

function* gatheredBoxes(array: StridedArray, all: readonly Dim[]): Iterable<Uint8Array> {
  for (const { offset, dims } of boxes(all, array.offset, array.itemBytes)) {
    const output = new Uint8Array(dims.reduce((product, { extent }) => product * extent, array.itemBytes));
    gather(array.source, offset, withTargets(dims, array.itemBytes), array.itemBytes, output, 0);
    swapInPlace(output, array.swapBytes);
    yield output;
  }
}

/** Reverses the bytes of each number of `size` bytes. */
export function swapInPlace(bytes: Uint8Array, size: number): void {
  if (size < 2) return;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (size === 2) buffer.swap16();
  else if (size === 4) buffer.swap32();
  else if (size === 8) buffer.swap64();
  else for (let at = 0; at + size <= bytes.length; at += size) bytes.subarray(at, at + size).reverse();
}

interface Dim {
  readonly extent: number;
  readonly stride: number;
}
interface TargetDim extends Dim {
  /** Where the next index goes in the output, in bytes. */
  readonly target: number;
}

function withTargets(dims: readonly Dim[], itemBytes: number): readonly TargetDim[] {
  const targets = rowMajorStrides(
    dims.map(({ extent }) => extent),
    itemBytes,
  );
  return dims.map((dim, index) => ({ ...dim, target: targets[index] ?? itemBytes }));
}

/** Cuts the array into boxes whose output lies in one piece, in C order. */
function* boxes(
  dims: readonly Dim[],
  offset: number,
  itemBytes: number,
): Iterable<{ offset: number; dims: readonly Dim[] }> {
  let split = 0;
  let inner = dims.reduce((product, { extent }) => product * extent, itemBytes);
  while (split < dims.length && inner / (dims[split]?.extent ?? 1) > boxBytes) inner /= dims[split++]?.extent ?? 1;
  const cut = dims[split];
  if (cut === undefined) {
    yield { offset, dims };
    return;
  }
  const step = Math.max(1, Math.min(cut.extent, Math.floor(boxBytes / (inner / cut.extent))));
  const outer = dims.slice(0, split);
  const index = outer.map(() => 0);
  for (;;) {
    const start = outer.reduce((sum, { stride }, dim) => sum + stride * (index[dim] ?? 0), offset);
    for (let at = 0; at < cut.extent; at += step)
      yield {
        offset: start + at * cut.stride,
        dims: [{ extent: Math.min(step, cut.extent - at), stride: cut.stride }, ...dims.slice(split + 1)],
      };
    let dim = outer.length - 1;
    for (; dim >= 0; dim--) {
      index[dim] = (index[dim] ?? 0) + 1;
      if ((index[dim] ?? 0) < (outer[dim]?.extent ?? 0)) break;
      index[dim] = 0;
    }
    if (dim < 0) return;
  }
}

/** Fills a box. Recursion is as deep as the array has dimensions, which every reader bounds. */
function gather(
  source: ByteSource,
  offset: number,
  dims: readonly TargetDim[],
  itemBytes: number,
  output: Uint8Array,
  target: number,
): void {
  const bytes = dims.reduce((product, { extent }) => product * extent, itemBytes);
  const below = dims.reduce((sum, { extent, stride }) => sum + Math.min(0, (extent - 1) * stride), 0);
  const above = dims.reduce((sum, { extent, stride }) => sum + Math.max(0, (extent - 1) * stride), itemBytes);
  if (above - below <= sparsest * bytes) {
    scatter(source.read(offset + below, above - below), -below, dims, itemBytes, output, target);
    return;
  }
  const widest = dims.reduce((best, dim) => (Math.abs(dim.stride) > Math.abs(best.stride) ? dim : best));
  const rest = dims.filter((dim) => dim !== widest);
  for (let index = 0; index < widest.extent; index++)
    gather(source, offset + index * widest.stride, rest, itemBytes, output, target + index * widest.target);
}

/** Copies elements out of bytes that hold them all, the innermost two loops without any allocation. */
function scatter(
  bytes: Uint8Array,
  from: number,
  dims: readonly TargetDim[],
  itemBytes: number,
  output: Uint8Array,
  to: number,
): void {
  const [dim, ...rest] = dims;
  if (dim === undefined) {
    for (let byte = 0; byte < itemBytes; byte++) output[to + byte] = bytes[from + byte] ?? 0;
    return;
  }
  if (rest.length > 0) {
    for (let index = 0; index < dim.extent; index++)
      scatter(bytes, from + index * dim.stride, rest, itemBytes, output, to + index * dim.target);
    return;
  }
  if (dim.stride === itemBytes && dim.target === itemBytes) {
    output.set(bytes.subarray(from, from + dim.extent * itemBytes), to);
    return;
  }
  for (let index = 0; index < dim.extent; index++) {
    const source = from + index * dim.stride;
    const target = to + index * dim.target;
    for (let byte = 0; byte < itemBytes; byte++) output[target + byte] = bytes[source + byte] ?? 0;
  }
}
