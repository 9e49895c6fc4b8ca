/**
 * The persistent ids of storages: `("storage", class, key, location, count)` in zip files, with a sixth member for views
 * in the old format (torch/serialization.py, `persistent_id`).
 */

import type { DType } from '../../../model/dtype.ts';
import { dtypeFacts } from '../../../model/dtype.ts';
import { type PersistentNode, type PickleNode, plainText, safeInteger } from '../../codecs/pickle/pickle-node.ts';
import { dottedName } from './dotted-name.ts';
import type { Reading } from './meaning.ts';
import { storageDtypes } from './torch-meaning.ts';

export interface StorageId {
  readonly key: string;
  /** Null for untyped storages. */
  readonly dtype: DType | null;
  readonly location: string;
  /** Elements, or bytes for untyped storages. */
  readonly count: number;
  readonly byteLength: number;
  readonly view: { readonly key: string; readonly offset: number; readonly count: number } | null;
}

/**
 * The parts of an id; null where it is none of a storage (a class with its source, in the old format).
 * @throws FormatProblem `PERSID_SHAPE`, `STORAGE_TYPE`, `STORAGE_SIZE`, `KEY_NAME`
 */
export function storageId(node: PersistentNode, problem: Reading['problem']): StorageId | null {
  const { id } = node;
  const parts = id.kind === 'tuple' ? id.items : [];
  const tag = plainText(parts[0]);
  if (tag === 'module') return null;
  if (tag !== 'storage' || parts.length < 5 || parts.length > 6)
    throw problem('PERSID_SHAPE', 'A persistent id is not of the form ("storage", class, key, location, count).');
  const [, classNode, keyNode, locationNode, countNode, viewNode] = parts;
  const key = plainText(keyNode);
  const location = plainText(locationNode);
  if (key === null || location === null)
    throw problem('PERSID_SHAPE', 'Key and location of a storage are not both texts.');
  if (key === '' || key.length > 255 || /[/\\\0]|^\.\.?$/.test(key))
    throw problem('KEY_NAME', `The storage key ${JSON.stringify(key.slice(0, 60))} is not a plain name.`);
  const dtype = storageType(classNode, problem);
  const count = safeInteger(countNode) ?? -1;
  const byteLength = count * itemBytes(dtype);
  if (count < 0 || !Number.isSafeInteger(byteLength))
    throw problem('STORAGE_SIZE', `The size of storage ${JSON.stringify(key)} is no integer from 0 to 2^53.`);
  return { key, dtype, location, count, byteLength, view: viewOf(viewNode, problem) };
}

export function itemBytes(dtype: DType | null): number {
  return dtype === null ? 1 : dtypeFacts(dtype).bytes;
}

/** Any name that ends in `Storage` is one, whatever its module: torch's own loader looks at it the same way. */
function storageType(node: PickleNode | undefined, problem: Reading['problem']): DType | null {
  const name = node === undefined ? null : dottedName(node);
  const dtype = name === null ? undefined : storageDtypes.get(name.slice(name.lastIndexOf('.') + 1));
  if (dtype !== undefined) return dtype;
  throw problem('STORAGE_TYPE', `The class of a storage is ${JSON.stringify(name ?? node?.kind)}, which is not known.`);
}

function viewOf(node: PickleNode | undefined, problem: Reading['problem']): StorageId['view'] {
  if (node === undefined || node.kind === 'none') return null;
  const [keyNode, offsetNode, countNode] = node.kind === 'tuple' ? node.items : [];
  const key = plainText(keyNode);
  const offset = safeInteger(offsetNode) ?? -1;
  const count = safeInteger(countNode) ?? -1;
  if (key === null || offset < 0 || count < 0)
    throw problem('PERSID_SHAPE', 'The view of a storage is not of the form (key, offset, count).');
  return { key, offset, count };
}
