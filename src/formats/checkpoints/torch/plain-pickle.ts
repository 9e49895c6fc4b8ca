/** A pickle that stands by itself, with the raw arrays that joblib puts between its opcodes. */
import type { ByteSource } from '../../../model/byte-source.ts';
import { readPickle } from '../../codecs/pickle/pickle-machine.ts';
import type { ByteRange, ObjectNode, PickleNode } from '../../codecs/pickle/pickle-node.ts';
import { rawArrayAfter } from './joblib-meaning.ts';
import { openNestedFile } from './legacy-stream.ts';
import type { Nested, Reading } from './meaning.ts';
import { createReading, type FileReading } from './reading.ts';

export interface PlainPickle {
  readonly root: PickleNode;
  readonly reading: Reading;
  readonly end: number;
  readonly protocol: number;
}

/** Object arrays in object arrays: joblib writes a whole pickle for each. */
const maxPickles = 8;

/** @throws FormatProblem | LimitProblem those of `readPickle` */
export function readPlainPickle(source: ByteSource, offset: number, file: FileReading, depth = 0): PlainPickle {
  const attachments = new Map<ObjectNode, ByteRange | Nested>();
  const reading = createReading(file, {
    storage: () => null,
    openNested: openNestedFile,
    attachments,
  });
  const afterBuild = (object: ObjectNode, at: number): number => {
    const raw = rawArrayAfter(object, source, at);
    if (raw === null) return 0;
    if (raw.kind === 'bytes') {
      attachments.set(object, { source, offset: raw.offset, length: raw.length });
      return raw.skip;
    }
    if (depth >= maxPickles)
      throw reading.limitProblem('DEPTH_LIMIT', `Pickles are nested more than ${maxPickles} levels deep.`);
    const inner = readPlainPickle(source, at, file, depth + 1);
    attachments.set(object, { node: inner.root, reading: inner.reading });
    return inner.end - at;
  };
  const { root, end, protocol, globals } = readPickle(source, { offset, afterBuild });
  for (const node of globals) file.globals.push(node);
  return { root, reading, end, protocol };
}
