/**
 * safetensors (format description in the README of huggingface/safetensors; rules as its Rust reader 0.8 enforces them):
 * u64 length, JSON header, data without holes. Stricter than that reader in one thing: no name may stand there twice.
 *
 * A tensor's path is its name alone, so that the same state dict in another container has the same paths and digests.
 * Entries of `__metadata__` are scalars below that name; the order of the header is random in old writers, and is not told.
 */
import { createHash } from 'node:crypto';
import type { ByteSource } from '../../model/byte-source.ts';
import type { DType } from '../../model/dtype.ts';
import type { Checkpoint, Entry, ReadNote } from '../../model/entry.ts';
import { FormatProblem, isProblem, LimitProblem, withPlace } from '../../model/problem.ts';
import type { PlainValue } from '../../model/record.ts';
import { sourceChunks } from '../codecs/memory-source.ts';
import { readPythonJson } from '../codecs/python-json.ts';
import { peekText } from '../codecs/text.ts';
import type { CheckpointFormat } from './checkpoint-format.ts';

/** The reference reader's own limit. */
const maxHeaderBytes = 100_000_000;
/** About 200,000 tensors; the largest published models have below 100,000. */
const maxHeaderValues = 2_000_000;
/** NumPy's limit; PyTorch's is lower. */
const maxDimensions = 64;

/** Sizes in bits; null where no dtype of ours holds the elements, which are then compared as bytes. */
const elementTypes: ReadonlyMap<string, { readonly bits: number; readonly dtype: DType | null }> = new Map([
  ['BOOL', { bits: 8, dtype: 'bool' }],
  ['F4', { bits: 4, dtype: 'float4_e2m1fn_x2' }],
  ['F6_E2M3', { bits: 6, dtype: null }],
  ['F6_E3M2', { bits: 6, dtype: null }],
  ['U8', { bits: 8, dtype: 'uint8' }],
  ['I8', { bits: 8, dtype: 'int8' }],
  ['F8_E5M2', { bits: 8, dtype: 'float8_e5m2' }],
  ['F8_E4M3', { bits: 8, dtype: 'float8_e4m3fn' }],
  ['F8_E8M0', { bits: 8, dtype: 'float8_e8m0fnu' }],
  ['F8_E4M3FNUZ', { bits: 8, dtype: 'float8_e4m3fnuz' }],
  ['F8_E5M2FNUZ', { bits: 8, dtype: 'float8_e5m2fnuz' }],
  ['I16', { bits: 16, dtype: 'int16' }],
  ['U16', { bits: 16, dtype: 'uint16' }],
  ['F16', { bits: 16, dtype: 'float16' }],
  ['BF16', { bits: 16, dtype: 'bfloat16' }],
  ['I32', { bits: 32, dtype: 'int32' }],
  ['U32', { bits: 32, dtype: 'uint32' }],
  ['F32', { bits: 32, dtype: 'float32' }],
  ['C64', { bits: 64, dtype: 'complex64' }],
  ['F64', { bits: 64, dtype: 'float64' }],
  ['I64', { bits: 64, dtype: 'int64' }],
  ['U64', { bits: 64, dtype: 'uint64' }],
]);

export const safetensors: CheckpointFormat = {
  id: 'safetensors',
  title: 'safetensors',
  role: 'checkpoint',
  recognizes(source) {
    if (source.byteLength < 10) return false;
    const length = headerLength(source);
    // The two bytes after the length tell it from a pickle or a ZIP file, whose first bytes can look like a length.
    return length >= 2n && length <= BigInt(maxHeaderBytes) && /^\s*\{\s*["}]/.test(peekText(source, 64).slice(8));
  },
  async open(source) {
    return openSafetensors(source);
  },
};

/**
 * Opens one file.
 * @throws FormatProblem | LimitProblem `SAFETENSORS_*` with the tensor's name where one is to blame
 */
export function openSafetensors(source: ByteSource): Checkpoint {
  const { header, text, dataOffset } = readHeader(source);
  const notes: ReadNote[] = [];
  if (!text.startsWith('{'))
    notes.push({
      code: 'SAFETENSORS_HEADER_PADDING',
      message: 'White space stands before the header; the format wants "{" first.',
    });
  let metadata: readonly (readonly [string, string])[] = [];
  const tensors: Tensor[] = [];
  for (const [name, value] of header) {
    if (name === '__metadata__') metadata = readMetadata(source, value);
    else tensors.push(readTensor(source, name, value, notes));
  }
  const inOrder = tensors.toSorted((a, b) => a.begin - b.begin || a.end - b.end);
  checkCoverage(source, inOrder, source.byteLength - dataOffset);
  if (endsLikeZip(source))
    notes.push({
      code: 'POLYGLOT',
      message: 'The file ends like a ZIP archive: another reader may see another content.',
    });
  const entries: Entry[] = [{ kind: 'container', path: [], structure: {}, container: 'mapping', size: tensors.length }];
  for (const tensor of tensors) entries.push(tensorEntry(source, tensor, dataOffset));
  for (const [key, text] of metadata.toSorted(([a], [b]) => (a < b ? -1 : 1)))
    entries.push({ kind: 'scalar', path: ['__metadata__', key], structure: {}, value: { type: 'str', text } });
  const names = inOrder.map(({ name }) => name).join('\n');
  return {
    format: safetensors.id,
    entries,
    notes,
    container: {
      'header bytes': String(dataOffset - 8),
      'order of metadata': metadata.map(([key]) => key).join(', '),
      'order of tensors': createHash('sha256').update(names).digest('hex').slice(0, 12),
    },
    executableReferences: [],
    close: () => {},
  };
}

interface Tensor {
  readonly name: string;
  readonly type: string;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

function headerLength(source: ByteSource): bigint {
  return Buffer.from(source.read(0, 8)).readBigUInt64LE(0);
}

function readHeader(source: ByteSource) {
  const file = source.name;
  if (source.byteLength < 8)
    throw new FormatProblem(
      'SAFETENSORS_HEADER_LENGTH',
      `The file has ${source.byteLength} bytes; the length alone takes 8.`,
      {
        place: { file, offset: 0 },
        remedy: 'Save the file again: it is cut off.',
      },
    );
  const length = headerLength(source);
  if (length > BigInt(maxHeaderBytes) || length + 8n > BigInt(source.byteLength))
    throw new FormatProblem(
      'SAFETENSORS_HEADER_LENGTH',
      `The header claims ${length} bytes; ${source.byteLength - 8} follow, and at most ${maxHeaderBytes} are allowed.`,
      { place: { file, offset: 0 }, remedy: 'Save the file again: it is cut off or damaged.' },
    );
  const bytes = source.read(8, Number(length));
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (text.startsWith('\ufeff')) throw headerProblem(source, 'begins with a byte order mark', 8);
    const { value, duplicates } = readPythonJson(text, { file, maxDepth: 8, maxValues: maxHeaderValues });
    const [twice] = duplicates;
    if (twice !== undefined)
      throw new FormatProblem(
        'SAFETENSORS_DUPLICATE_KEY',
        `The header has the key ${JSON.stringify(twice.key)} twice.`,
        {
          place: { file, entry: twice.key, offset: 8 + twice.offset },
          remedy: 'Save the file again: readers disagree on which of the two counts.',
        },
      );
    if (value.type !== 'map') throw headerProblem(source, `is a ${value.type}, not an object`, 8);
    return { header: value.items, text, dataOffset: 8 + Number(length) };
  } catch (error) {
    if (error instanceof LimitProblem) throw withPlace(error, { file });
    if (isProblem(error) && error.code !== 'JSON_SYNTAX') throw error;
    const why = isProblem(error) ? `is not JSON: ${error.message}` : 'is not UTF-8';
    throw headerProblem(source, why, 8 + (isProblem(error) ? (error.place.offset ?? 0) : 0));
  }
}

function headerProblem(source: ByteSource, what: string, offset: number): FormatProblem {
  return new FormatProblem('SAFETENSORS_HEADER_JSON', `The header ${what}`.replace(/\.?$/, '.'), {
    place: { file: source.name, offset },
    remedy: 'Save the file again: its header is damaged.',
  });
}

function readMetadata(source: ByteSource, value: PlainValue): readonly (readonly [string, string])[] {
  if (value.type === 'none') return [];
  const place = { file: source.name, entry: '__metadata__' };
  if (value.type !== 'map')
    throw new FormatProblem(
      'SAFETENSORS_METADATA',
      `"__metadata__" is a ${value.type}; an object of strings was expected.`,
      { place },
    );
  return value.items.map(([key, item]) => {
    if (item.type === 'str') return [key, item.text] as const;
    throw new FormatProblem(
      'SAFETENSORS_METADATA',
      `The metadata ${JSON.stringify(key)} is a ${item.type}; a string was expected.`,
      {
        place,
        remedy: 'Save the file with str() around its metadata.',
      },
    );
  });
}

function readTensor(source: ByteSource, name: string, value: PlainValue, notes: ReadNote[]): Tensor {
  const problem = (code: string, message: string) =>
    new FormatProblem(`SAFETENSORS_${code}`, message, {
      place: { file: source.name, entry: name },
      remedy: 'Save the file again: its header is damaged.',
    });
  if (value.type !== 'map')
    throw problem('HEADER_JSON', `The entry of a tensor is a ${value.type}; an object was expected.`);
  const field = (wanted: string): PlainValue | undefined => value.items.find(([key]) => key === wanted)?.[1];
  const integers = (list: PlainValue | undefined, code: string, what: string): readonly number[] => {
    if (list === undefined || list.type !== 'list') throw problem(code, `"${what}" is not a list.`);
    return list.items.map((item) => {
      const number = item.type === 'int' ? Number(item.text) : Number.NaN;
      if (Number.isSafeInteger(number) && number >= 0) return number;
      throw problem(code, `"${what}" has a member that is not an integer from 0 to 2^53.`);
    });
  };
  const type = field('dtype');
  if (type === undefined || type.type !== 'str') throw problem('HEADER_JSON', 'The tensor has no "dtype".');
  const shape = integers(field('shape'), 'SHAPE', 'shape');
  if (shape.length > maxDimensions)
    throw problem('SHAPE', `The tensor has ${shape.length} dimensions; at most ${maxDimensions} are read.`);
  const [begin, end, more] = integers(field('data_offsets'), 'OFFSETS', 'data_offsets');
  if (begin === undefined || end === undefined || more !== undefined || end < begin)
    throw problem('OFFSETS', '"data_offsets" is not a pair of ascending offsets.');
  const extra = value.items.find(([key]) => !['dtype', 'shape', 'data_offsets'].includes(key));
  if (extra !== undefined)
    notes.push({
      code: 'SAFETENSORS_UNKNOWN_FIELD',
      message: `The field ${JSON.stringify(extra[0])} is not known.`,
      entry: name,
    });

  const bits = elementTypes.get(type.text)?.bits;
  if (bits === undefined) {
    notes.push({
      code: 'UNSUPPORTED_DTYPE',
      message: `The element type ${JSON.stringify(type.text)} is not known: compared as bytes.`,
      entry: name,
    });
    return { name, type: type.text, shape, begin, end };
  }
  const allBits = shape.reduce((product, extent) => product * BigInt(extent), BigInt(bits));
  if (allBits % 8n !== 0n)
    throw problem('MISALIGNED', `${type.text} elements of shape [${shape.join(', ')}] do not fill whole bytes.`);
  if (allBits / 8n !== BigInt(end - begin))
    throw problem(
      'TENSOR_SIZE',
      `${type.text} [${shape.join(', ')}] takes ${allBits / 8n} bytes, but the offsets hold ${end - begin}.`,
    );
  return { name, type: type.text, shape, begin, end };
}

/** The data must be covered without hole or overlap, to the last byte. */
function checkCoverage(source: ByteSource, tensors: readonly Tensor[], dataBytes: number): void {
  let position = 0;
  for (const { name, begin, end } of tensors) {
    if (begin !== position)
      throw new FormatProblem(
        'SAFETENSORS_OFFSETS',
        `The tensor begins at byte ${begin} of the data, but the one before it ends at ${position}: a hole or an overlap.`,
        { place: { file: source.name, entry: name }, remedy: 'Save the file again: its header is damaged.' },
      );
    position = end;
  }
  if (position !== dataBytes)
    throw new FormatProblem(
      'SAFETENSORS_COVERAGE',
      `The tensors take ${position} bytes, but the file holds ${dataBytes} bytes of data.`,
      {
        place: { file: source.name, offset: source.byteLength - dataBytes + Math.min(position, dataBytes) },
        remedy:
          position > dataBytes ? 'Save the file again: it is cut off.' : 'Save the file again: bytes were added to it.',
      },
    );
}

function endsLikeZip(source: ByteSource): boolean {
  return (
    source.byteLength > 30 &&
    Buffer.from(source.read(source.byteLength - 22, 4)).toString('latin1') === 'PK\u0005\u0006'
  );
}

function tensorEntry(source: ByteSource, tensor: Tensor, dataOffset: number): Entry {
  const { name, type, begin, end } = tensor;
  const byteLength = end - begin;
  const base = {
    path: [name],
    structure: {},
    byteLength,
    chunks: () => sourceChunks(source, dataOffset + begin, byteLength),
  };
  const dtype = elementTypes.get(type)?.dtype ?? null;
  const shape = dtype === 'float4_e2m1fn_x2' ? pairedShape(tensor.shape) : tensor.shape;
  if (dtype === null || shape === null)
    return { ...base, kind: 'opaque', what: `${type} tensor of shape [${tensor.shape.join(', ')}]` };
  return { ...base, kind: 'tensor', dtype, shape };
}

/** The header counts four-bit values, PyTorch counts bytes that hold two of them. */
function pairedShape(shape: readonly number[]): readonly number[] | null {
  const last = shape.at(-1);
  return last === undefined || last % 2 !== 0 ? null : [...shape.slice(0, -1), last / 2];
}
