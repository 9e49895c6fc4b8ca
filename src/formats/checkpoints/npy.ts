/**
 * NumPy's NPY files, versions 1.0 to 3.0 (`numpy.lib.format`): a header that is a Python literal, then the array.
 *
 * One array is one tensor with the empty path; a structured array is one entry a field, its padding left out. Arrays of
 * Python objects are pickles: they are compared as bytes and never run.
 */
import type { ByteSource, Chunks } from '../../model/byte-source.ts';
import type { Checkpoint, Entry, Structure } from '../../model/entry.ts';
import type { EntryPath } from '../../model/entry-path.ts';
import { FormatProblem, isProblem, LimitProblem } from '../../model/problem.ts';
import type { PlainValue } from '../../model/record.ts';
import { elementCount } from '../codecs/element-count.ts';
import { sourceChunks } from '../codecs/memory-source.ts';
import { dimensions, holdsObjects, type NumpyType, parseNumpyType } from '../codecs/numpy-dtype.ts';
import { parsePythonLiteral } from '../codecs/python-literal.ts';
import { rechunk } from '../codecs/rechunk.ts';
import {
  columnMajorStrides,
  rowMajorStrides,
  type StridedArray,
  stridedChunks,
  swapInPlace,
} from '../codecs/strided-chunks.ts';
import { peekText } from '../codecs/text.ts';
import type { CheckpointFormat } from './checkpoint-format.ts';

export const npyMagic = '\u0093NUMPY';
/** NumPy's own limit, `max_header_size`. */
const maxHeaderBytes = 10_000;
/** NumPy's own limit. */
const maxDimensions = 64;

export interface NpyHeader {
  readonly version: string;
  readonly type: NumpyType;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  readonly dataOffset: number;
  /** Bytes of the array; null for objects, whose pickle has any length. */
  readonly dataBytes: number | null;
}

export const npy: CheckpointFormat = {
  id: 'npy',
  title: 'NumPy array',
  role: 'checkpoint',
  recognizes: (source) => peekText(source, npyMagic.length) === npyMagic,
  async open(source): Promise<Checkpoint> {
    const header = readNpyHeader(source);
    return {
      format: npy.id,
      entries: npyEntries([], header, { random: () => source }, source.byteLength),
      notes: [],
      container: { 'npy version': header.version },
      executableReferences: [],
      close: () => {},
    };
  },
};

/**
 * The header, with the size of the data checked against the source.
 * @throws FormatProblem `NPY_VERSION`, `NPY_HEADER`, `NPY_DTYPE`, `NPY_SIZE`; LimitProblem `NPY_HEADER`
 */
export function readNpyHeader(source: ByteSource): NpyHeader {
  const problem = (code: string, message: string, offset: number) =>
    new FormatProblem(code, message, {
      place: { file: source.name, offset },
      remedy: 'Save the array again with numpy.save.',
    });
  if (peekText(source, npyMagic.length) !== npyMagic)
    throw problem('NPY_HEADER', 'The file does not begin as NPY files do.', 0);
  const [major = 0, minor = 0] = source.read(6, 2);
  if (major < 1 || major > 3 || minor !== 0)
    throw problem('NPY_VERSION', `The version is ${major}.${minor}; 1.0, 2.0 and 3.0 are known.`, 6);
  const lengthBytes = major === 1 ? 2 : 4;
  const length = Buffer.from(source.read(8, lengthBytes)).readUIntLE(0, lengthBytes);
  if (length > maxHeaderBytes)
    throw new LimitProblem('NPY_HEADER', `The header claims ${length} bytes; NumPy reads at most ${maxHeaderBytes}.`, {
      place: { file: source.name, offset: 8 },
    });
  const bytes = source.read(8 + lengthBytes, length);
  let literal: PlainValue;
  try {
    literal = parsePythonLiteral(new TextDecoder(major === 3 ? 'utf-8' : 'latin1', { fatal: true }).decode(bytes));
  } catch (error) {
    const why = isProblem(error) ? error.message : 'It is not UTF-8.';
    throw problem(
      'NPY_HEADER',
      `The header is no Python literal. ${why}`,
      8 + lengthBytes + (isProblem(error) ? (error.place.offset ?? 0) : 0),
    );
  }
  const field = (name: string) =>
    literal.type === 'map' ? literal.items.find(([key]) => key === name)?.[1] : undefined;
  const descr = field('descr');
  const order = field('fortran_order');
  const extents = field('shape');
  if (
    literal.type !== 'map' ||
    literal.items.length !== 3 ||
    descr === undefined ||
    order?.type !== 'bool' ||
    extents?.type !== 'list'
  )
    throw problem(
      'NPY_HEADER',
      'The header has not exactly the keys "descr", "fortran_order" and "shape" with their types.',
      8 + lengthBytes,
    );
  const type = parseNumpyType(descr);
  if (type === null) {
    const text = descr.type === 'str' ? descr.text : 'a list of fields';
    throw problem('NPY_DTYPE', `The element type ${JSON.stringify(text)} is not known.`, 8 + lengthBytes);
  }
  const shape = dimensions(extents);
  if (shape === null || shape.length > maxDimensions)
    throw problem(
      'NPY_HEADER',
      `The shape is no tuple of at most ${maxDimensions} sizes from 0 to 2^53.`,
      8 + lengthBytes,
    );

  const dataOffset = 8 + lengthBytes + length;
  const found = source.byteLength - dataOffset;
  const wanted = shape.reduce((product, extent) => product * BigInt(extent), BigInt(type.itemBytes));
  const objects = holdsObjects(type);
  if (!objects && wanted !== BigInt(found))
    throw problem('NPY_SIZE', `The header claims ${wanted} bytes of data; the file holds ${found}.`, dataOffset);
  return {
    version: `${major}.${minor}`,
    type,
    fortranOrder: order.text === 'True',
    shape,
    dataOffset,
    dataBytes: objects ? null : found,
  };
}

/** How the bytes of an NPY file are reached: by position, or from the front (a compressed archive member). */
export interface NpyAccess {
  random(): ByteSource | Promise<ByteSource>;
  /** Preferred where the array lies in C order. */
  stream?(): Chunks;
}

/** One entry, or one for each field of a record, under `path`; `fileBytes` is the length of the whole NPY file. */
export function npyEntries(path: EntryPath, header: NpyHeader, access: NpyAccess, fileBytes: number): readonly Entry[] {
  const { type, shape, dataOffset, dataBytes } = header;
  if (dataBytes === null) {
    const what = `NumPy object array of shape [${shape.join(', ')}]: a pickle, not run`;
    const byteLength = fileBytes - dataOffset;
    const chunks = (): Chunks => tailChunks(access, dataOffset, 0);
    return [{ kind: 'opaque', path, structure: {}, what, byteLength, chunks }];
  }
  const folded = isFolded(header);
  const strides = header.fortranOrder
    ? columnMajorStrides(shape, type.itemBytes)
    : rowMajorStrides(shape, type.itemBytes);
  const structure: Structure = folded ? { strides: 'Fortran order' } : {};
  const entries: Entry[] = [];
  const add = (
    at: EntryPath,
    of: NumpyType,
    offset: number,
    shape: readonly number[],
    strides: readonly number[],
  ): void => {
    if (of.kind === 'record') {
      entries.push({
        kind: 'container',
        path: at,
        structure: { type: 'structured array' },
        container: 'mapping',
        size: of.fields.length,
      });
      for (const field of of.fields) {
        const inner = rowMajorStrides(field.shape, field.type.itemBytes);
        add([...at, field.name], field.type, offset + field.offset, [...shape, ...field.shape], [...strides, ...inner]);
      }
      return;
    }
    const { itemBytes } = of;
    const swapBytes = of.kind === 'object' ? 0 : of.swapBytes;
    const byteLength = elementCount(shape) * itemBytes;
    const whole = of === type && !folded;
    const chunks = (): Chunks =>
      whole
        ? tailChunks(access, dataOffset, swapBytes)
        : gatheredChunks(access, { offset, shape, strides, itemBytes, swapBytes });
    const order: Structure = swapBytes > 1 ? { ...structure, 'byte-order': 'big' } : structure;
    if (of.kind === 'number')
      entries.push({ kind: 'tensor', path: at, structure: order, dtype: of.dtype, shape, byteLength, chunks });
    else {
      const what = `NumPy array of ${of.descr}, shape [${shape.join(', ')}]`;
      entries.push({ kind: 'opaque', path: at, structure: order, what, byteLength, chunks });
    }
  };
  add(path, type, dataOffset, shape, strides);
  return entries;
}

/** True where elements have to be gathered from all over the file: Fortran order of two or more real dimensions. */
function isFolded(header: NpyHeader): boolean {
  return header.fortranOrder && !header.shape.includes(0) && header.shape.filter((extent) => extent > 1).length > 1;
}

async function* tailChunks(access: NpyAccess, offset: number, swapBytes: number): Chunks {
  const chunks =
    access.stream === undefined ? sourceChunks(await access.random(), offset) : rechunk(access.stream(), offset);
  for await (const chunk of chunks) {
    swapInPlace(chunk, swapBytes);
    yield chunk;
  }
}

async function* gatheredChunks(access: NpyAccess, array: Omit<StridedArray, 'source'>): Chunks {
  yield* stridedChunks({ ...array, source: await access.random() });
}
