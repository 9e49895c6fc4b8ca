/** Two logs: the first line in which they differ once own names, times, durations and ids are out. A note, never a verdict. */
import { startBreathing } from '../formats/codecs/breath.ts';
import type { ByteSource } from '../model/byte-source.ts';
import type { LeafDifference } from '../model/difference.ts';
import type { OwnNames } from '../model/own-names.ts';
import type { Pair } from '../model/pair.ts';
import { logLines, neutralLine } from './log-lines.ts';

/** Enough to recognize a line; a report is no place for a dump. */
const shownCharacters = 500;

/** The first differing line as it stands in both logs; null where there is none. @throws FormatProblem for a log that cannot be read */
export async function compareLogs(sources: Pair<ByteSource>, ownNames: Pair<OwnNames>): Promise<LeafDifference | null> {
  const first = logLines(sources.first);
  const second = logLines(sources.second);
  const breath = startBreathing();
  for (let line = 1; ; line++) {
    const a = first.next();
    const b = second.next();
    if (a.done === true && b.done === true) return null;
    const texts = { first: a.done === true ? null : a.value, second: b.done === true ? null : b.value };
    if (texts.first !== texts.second) {
      const same =
        texts.first !== null &&
        texts.second !== null &&
        neutralLine(texts.first, ownNames.first) === neutralLine(texts.second, ownNames.second);
      if (!same)
        return { kind: 'line', place: '', line, lines: { first: shown(texts.first), second: shown(texts.second) } };
    }
    const pause = breath();
    if (pause !== undefined) await pause;
  }
}

function shown(line: string | null): string | null {
  return line === null || line.length <= shownCharacters ? line : `${line.slice(0, shownCharacters)}…`;
}
