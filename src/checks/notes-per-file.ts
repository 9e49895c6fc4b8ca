/** Oddities of reading, file by file. */
import type { Evidence } from '../model/evidence.ts';
import type { FindingPlace } from '../model/finding.ts';

export interface FileNotes {
  readonly place: Partial<FindingPlace>;
  readonly codes: readonly string[];
  /** Each message once. */
  readonly messages: readonly string[];
}

/** The notes whose code is accepted, one item for each run and file. */
export function notesPerFile(evidence: Evidence, accepts: (code: string) => boolean): readonly FileNotes[] {
  const found = new Map<string, { place: Partial<FindingPlace>; codes: Set<string>; messages: Set<string> }>();
  for (const { first, second, coverage } of evidence.comparisons)
    for (const note of coverage.readNotes) {
      if (!accepts(note.code)) continue;
      const run = note.run === 'first' ? first : second;
      const key = JSON.stringify([run, note.path]);
      const item = found.get(key) ?? { place: { run, file: note.path }, codes: new Set(), messages: new Set() };
      item.codes.add(note.code);
      item.messages.add(note.message);
      found.set(key, item);
    }
  return [...found.values()].map(({ place, codes, messages }) => ({
    place,
    codes: [...codes].sort(),
    messages: [...messages],
  }));
}
