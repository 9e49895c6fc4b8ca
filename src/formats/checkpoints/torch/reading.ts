/**
 * The surroundings that every pickle of a file has in common: its name for messages, notes, names met, nested files.
 */

import type { ByteSource } from '../../../model/byte-source.ts';
import type { ReadNote } from '../../../model/entry.ts';
import { FormatProblem, LimitProblem } from '../../../model/problem.ts';
import { windowSource } from '../../codecs/memory-source.ts';
import type { ByteRange, GlobalNode, ObjectNode, PersistentNode, PickleNode } from '../../codecs/pickle/pickle-node.ts';
import type { Nested, Reading, StorageReference } from './meaning.ts';
import { nodeBytes } from './python-meaning.ts';

/** What is collected over all pickles of one file. */
export interface FileReading {
  readonly file: string;
  readonly notes: ReadNote[];
  readonly globals: GlobalNode[];
  /** How deep this pickle lies in files inside files. */
  readonly depth: number;
  /** Notes that were given, so that a thousand equal ones are one. */
  readonly given: Set<string>;
}

/** More notes than anybody reads: the rest is counted in one. */
const maxNotes = 200;
/** A storage in a file in a storage: torch writes one level. */
const maxNestedFiles = 4;

export function startFile(file: string): FileReading {
  return { file, notes: [], globals: [], depth: 0, given: new Set() };
}

export function addNote(file: FileReading, note: ReadNote): void {
  const key = `${note.code}\n${note.entry ?? ''}\n${note.message}`;
  if (file.given.has(key)) return;
  file.given.add(key);
  if (file.notes.length < maxNotes) file.notes.push(note);
  else if (file.notes.length === maxNotes)
    file.notes.push({ code: 'MORE_NOTES', message: `There are more than ${maxNotes} notes; the rest is left out.` });
}

export interface ReadingParts {
  /** What a persistent id is; null where it is no storage. */
  storage(node: PersistentNode): StorageReference | null;
  /** Opens a torch file inside this one. */
  openNested(source: ByteSource, file: FileReading): Nested;
  readonly attachments?: ReadonlyMap<ObjectNode, ByteRange | Nested>;
}

/** The reading of one pickle. Nested files are opened once each. */
export function createReading(file: FileReading, parts: ReadingParts): Reading {
  const nested = new Map<PickleNode, Nested>();
  const place = { file: file.file };
  const reading: Reading = {
    file: file.file,
    storage: parts.storage,
    nested(bytes) {
      const known = nested.get(bytes);
      if (known !== undefined) return known;
      const range = nodeBytes(bytes);
      if (range === null)
        throw reading.problem('NESTED_FILE', 'What torch.storage._load_from_bytes would load are no bytes.');
      if (file.depth >= maxNestedFiles)
        throw reading.limitProblem('DEPTH_LIMIT', `Files are nested more than ${maxNestedFiles} levels deep.`);
      const source = windowSource(range.source, `${file.file}, storage inside`, range.offset, range.length);
      const opened = parts.openNested(source, { ...file, depth: file.depth + 1 });
      nested.set(bytes, opened);
      return opened;
    },
    attachment: (node) => parts.attachments?.get(node) ?? null,
    note: (note) => addNote(file, note),
    problem: (code, message) =>
      new FormatProblem(code, message, { place, remedy: 'Save the file again: it is damaged.' }),
    limitProblem: (code, message) =>
      new LimitProblem(code, message, {
        place,
        remedy: 'A checkpoint does not look like this. If it is a real one, save its parts as separate files.',
      }),
  };
  return reading;
}
