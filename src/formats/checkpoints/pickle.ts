/**
 * Plain pickles (`pickle.dump`, scikit-learn models, random states) and uncompressed joblib files.
 *
 * Read by the symbolic machine: nothing is imported and nothing is run. What follows the last STOP is compared as bytes.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import type { Checkpoint } from '../../model/entry.ts';
import { isProblem } from '../../model/problem.ts';
import { sourceChunks } from '../codecs/memory-source.ts';
import { readPickle } from '../codecs/pickle/pickle-machine.ts';
import type { CheckpointFormat } from './checkpoint-format.ts';
import { executableReferences } from './torch/executable-references.ts';
import { flatten, flattenLimits, startFlattening } from './torch/flatten.ts';
import { isLegacyStream } from './torch/legacy-stream.ts';
import { readPlainPickle } from './torch/plain-pickle.ts';
import { addNote, startFile } from './torch/reading.ts';

export const pickle: CheckpointFormat = {
  id: 'pickle',
  title: 'Python pickle',
  role: 'checkpoint',
  recognizes: isPickle,
  async open(source): Promise<Checkpoint> {
    const file = startFile(source.name);
    const { root, reading, end, protocol } = readPlainPickle(source, 0, file);
    const flattening = startFlattening(flattenLimits(source.byteLength));
    flatten(flattening, root, [], reading);
    const trailing = source.byteLength - end;
    if (trailing > 0) {
      addNote(file, {
        code: 'TRAILING_DATA',
        message: `${trailing} bytes follow the end of the pickle; pickle.load does not read them. They are compared.`,
      });
      const chunks = () => sourceChunks(source, end);
      const path = [{ compound: 'trailing bytes' }];
      flattening.entries.push({
        kind: 'opaque',
        path,
        structure: {},
        what: 'trailing bytes',
        byteLength: trailing,
        chunks,
      });
    }
    return {
      format: pickle.id,
      entries: flattening.entries,
      notes: file.notes,
      container: { 'pickle protocol': String(protocol) },
      executableReferences: executableReferences(file.globals),
      close: () => {},
    };
  },
};

/** Opcodes in a row that no other format has by chance: from then on a fault is damage, and `open` names it. */
const certainOpcodes = 12;

/**
 * From protocol 2 on by its header, and opcodes that make sense after it. Protocols 0 and 1 have no header: there the
 * whole file has to be one pickle of a container, to its last byte.
 */
function isPickle(source: ByteSource): boolean {
  if (source.byteLength < 4 || isLegacyStream(source)) return false;
  const [first = 0, protocol = 0, third = 0] = source.read(0, 3);
  const hasHeader = first === 0x80 && protocol >= 2 && protocol <= 5;
  if (hasHeader && protocol >= 4 && third === 0x95 && source.byteLength >= 11)
    return Buffer.from(source.read(3, 8)).readBigUInt64LE(0) < 2n ** 40n;
  if (!hasHeader && !'(]}c'.includes(String.fromCharCode(first))) return false;
  try {
    const { root, end } = readPickle(source, hasHeader ? { limits: { maxOpcodes: certainOpcodes } } : {});
    return hasHeader || (end === source.byteLength && isContainer(root.kind));
  } catch (error) {
    if (!isProblem(error)) throw error;
    return hasHeader && (error.code === 'OPCODE_LIMIT' || (error.place.offset ?? 0) >= 3 * certainOpcodes);
  }
}

function isContainer(kind: string): boolean {
  return ['list', 'tuple', 'dict', 'object'].includes(kind);
}
