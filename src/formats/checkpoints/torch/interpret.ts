/** From a node to what it means: one dispatch over the names that are known, and the walk over objects for all others. */
import type { PickleNode } from '../../codecs/pickle/pickle-node.ts';
import { collectionMeaning } from './collection-meaning.ts';
import { joblibMeaning } from './joblib-meaning.ts';
import type { Meaning, Reading } from './meaning.ts';
import { numpyMeaning } from './numpy-meaning.ts';
import { objectMeaning, objectParts, plainMeaning } from './python-meaning.ts';
import { storageMeaning, torchMeaning } from './torch-meaning.ts';

/**
 * The meaning of a node. `depth` counts wrappers, not containers: members are interpreted when somebody comes to them.
 * @throws FormatProblem | LimitProblem where a known function has impossible arguments
 */
export function interpret(node: PickleNode, reading: Reading, depth = 0): Meaning {
  if (node.kind === 'persistent') {
    const reference = reading.storage(node);
    return reference === null ? plainMeaning(node, reading) : storageMeaning(reference, reading);
  }
  if (node.kind !== 'object') return plainMeaning(node, reading);
  const { name } = objectParts(node);
  if (name === null) return objectMeaning(node, reading);
  return (
    torchMeaning(node, name, reading, depth, interpret) ??
    numpyMeaning(node, name, reading) ??
    collectionMeaning(node, name, reading) ??
    joblibMeaning(node, name, reading) ??
    objectMeaning(node, reading)
  );
}
