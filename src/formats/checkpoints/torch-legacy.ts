/**
 * PyTorch files from before 1.6, or saved with `_use_new_zipfile_serialization=False`. Their storage keys are addresses
 * of the writer's memory: such files never have the same bytes twice, so they have to be read.
 */
import type { Checkpoint } from '../../model/entry.ts';
import { sourceChunks } from '../codecs/memory-source.ts';
import type { CheckpointFormat } from './checkpoint-format.ts';
import { executableReferences } from './torch/executable-references.ts';
import { flatten, flattenLimits, startFlattening } from './torch/flatten.ts';
import { isLegacyStream, readLegacyStream } from './torch/legacy-stream.ts';
import { addNote, startFile } from './torch/reading.ts';

export const torchLegacy: CheckpointFormat = {
  id: 'torch-legacy',
  title: 'PyTorch file of the old format',
  role: 'checkpoint',
  recognizes: isLegacyStream,
  async open(source): Promise<Checkpoint> {
    const file = startFile(source.name);
    const stream = readLegacyStream(source, file);
    const flattening = startFlattening(flattenLimits(source.byteLength));
    flatten(flattening, stream.root, [], stream.reading);
    const trailing = source.byteLength - stream.end;
    if (trailing > 0) {
      addNote(file, {
        code: 'TRAILING_DATA',
        message: `${trailing} bytes follow the last storage; torch.load does not read them. They are compared.`,
      });
      const chunks = () => sourceChunks(source, stream.end);
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
      format: torchLegacy.id,
      entries: flattening.entries,
      notes: file.notes,
      container: stream.facts,
      executableReferences: executableReferences(file.globals),
      close: () => {},
    };
  },
};
