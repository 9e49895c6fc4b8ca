/**
 * Arrays that joblib puts raw between the opcodes of a pickle (`joblib.numpy_pickle.NumpyArrayWrapper`, joblib ≥ 0.10).
 *
 * After the BUILD of a wrapper come, for numbers: one byte with the count of padding bytes and the padding (if the wrapper
 * says so), then the elements; for objects a whole pickle. Compressed joblib files are not read.
 */

import type { ByteSource } from '../../../model/byte-source.ts';
import { elementCount } from '../../codecs/element-count.ts';
import { holdsObjects } from '../../codecs/numpy-dtype.ts';
import { type ObjectNode, type PickleNode, plainText, safeInteger } from '../../codecs/pickle/pickle-node.ts';
import { dottedName } from './dotted-name.ts';
import type { Meaning, Reading } from './meaning.ts';
import { numpyArray, numpyType } from './numpy-meaning.ts';
import { stateFields } from './python-meaning.ts';

export const wrapperName = 'joblib.numpy_pickle.NumpyArrayWrapper';

interface Wrapper {
  readonly shape: readonly number[];
  readonly isFortran: boolean;
  readonly type: ReturnType<typeof numpyType>;
  readonly isPadded: boolean;
}

/** What a wrapper's state says; null where it is no wrapper, or of a form that is not known. */
function wrapperOf(node: ObjectNode): Wrapper | null {
  if (dottedName(node.callee) !== wrapperName) return null;
  const [state, more] = node.states;
  const fields = state === undefined || more !== undefined ? null : stateFields(state);
  if (fields === null) return null;
  const field = (name: string): PickleNode | undefined => fields.find(([key]) => plainText(key) === name)?.[1];
  const shapeNode = field('shape');
  const shape = shapeNode?.kind === 'tuple' ? shapeNode.items.map((item) => safeInteger(item) ?? -1) : null;
  const dtype = field('dtype');
  const type = dtype === undefined ? null : numpyType(dtype, 0);
  if (shape === null || type === null || shape.some((extent) => extent < 0)) return null;
  const isPadded = safeInteger(field('numpy_array_alignment_bytes')) !== null;
  return { shape, isFortran: plainText(field('order')) === 'F', type, isPadded };
}

export type RawArray =
  | { readonly kind: 'bytes'; readonly offset: number; readonly length: number; readonly skip: number }
  | { readonly kind: 'pickle'; readonly offset: number };

/** Where the raw array lies that follows the state of this object; null where none follows. */
export function rawArrayAfter(node: ObjectNode, source: ByteSource, offset: number): RawArray | null {
  const wrapper = wrapperOf(node);
  if (wrapper?.type === undefined || wrapper.type === null) return null;
  if (holdsObjects(wrapper.type)) return { kind: 'pickle', offset };
  const padding = wrapper.isPadded ? 1 + (source.read(offset, 1)[0] ?? 0) : 0;
  const length = elementCount(wrapper.shape) * wrapper.type.itemBytes;
  return { kind: 'bytes', offset: offset + padding, length, skip: padding + length };
}

/** The array that a wrapper stands for; null where the object is none, or its data was not found. */
export function joblibMeaning(node: ObjectNode, name: string, reading: Reading): Meaning | null {
  if (name !== wrapperName) return null;
  const wrapper = wrapperOf(node);
  const found = reading.attachment(node);
  if (wrapper === null || wrapper.type === null || found === null) return null;
  if ('node' in found)
    return {
      as: 'container',
      container: 'object',
      class: name,
      size: 1,
      structure: {},
      members: [{ segment: { compound: 'array' }, value: found.node }],
      reading: found.reading,
    };
  const { shape, isFortran, type } = wrapper;
  return numpyArray({ type, shape, isFortran, bytes: found, structure: {}, identity: node }, reading);
}
