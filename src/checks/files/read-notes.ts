/** Oddities that did not stop the reading: a cut last line, a CRC that is switched off, an unknown class. */
import { defineCheck } from '../../model/check.ts';
import { formatList, plural } from '../../model/format-number.ts';
import { notesPerFile } from '../notes-per-file.ts';

type Facts = { readonly codes: readonly string[]; readonly notes: number; readonly example: string };

export const filesReadNotes = defineCheck<Facts>({
  id: 'files/read-notes',
  title: 'Something odd was met while reading',
  severity: 'notice',
  certainty: 'measured',
  since: '0.1.0',
  why: `The file was read and compared. It holds something that is unusual for its format, and that you may not know of.`,
  fix: `Nothing has to be done for the verdict. To see all of them:

\`\`\`sh
train-twice compare run-1 run-2 --format json | jq '.comparisons[].coverage.readNotes'
\`\`\``,
  find: (evidence) =>
    notesPerFile(evidence, (code) => code !== 'REWRITTEN_STEPS').map(({ place, codes, messages }) => ({
      place,
      facts: { codes, notes: messages.length, example: messages[0] ?? '' },
    })),
  message: ({ codes, notes, example }) =>
    `${plural(notes, 'note')} (${formatList(codes, 5)}): ${example.replace(/\.$/, '')}.`,
});
