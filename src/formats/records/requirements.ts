/**
 * The package list of a run: `requirements*.txt` or the output of `pip freeze` beside the results. Each logical line is
 * read by requirement-line.ts. Includes (`-r`, `-c`) are noted and never followed: a record has to stand on its own.
 */
import type { RequirementLine } from '../../model/record.ts';
import type { RecordFormat } from './record-format.ts';
import { baseName, type RecordProblem, readRecordText } from './record-text.ts';
import { isKnownOption, parseRequirementLine, redactCredentials } from './requirement-line.ts';

const names = /^(requirements([._-][\w.-]+)?|[\w.-]+[._-]requirements|pip[._-]?(freeze|list)|freeze)\.(txt|lock)$/i;

/** Ten times the largest environment we know of. */
const lineLimit = 100_000;

export const requirements: RecordFormat = {
  id: 'requirements',
  title: 'package list',
  recognizes: (path) => names.test(baseName(path)),
  read(path, neutralPath, source) {
    const { text, problems: textProblems } = readRecordText(source);
    const problems: RecordProblem[] = [...textProblems];
    const lines: RequirementLine[] = [];
    for (const { text: line, number } of logicalLines(text)) {
      if (lines.length >= lineLimit) {
        problems.push({ code: 'TOO_MANY_LINES', message: `only the first ${lineLimit} lines were read`, line: number });
        break;
      }
      const include = /^(?:-r|-c|--requirement|--constraint)(?:[\s=]+|(?=[^\s-]))(.+)$/.exec(line);
      if (include !== null)
        problems.push({
          code: 'INCLUDE_NOT_FOLLOWED',
          message: `"${redactCredentials(include[1] ?? '').trim()}" is included and not read: a record lists every package itself`,
          line: number,
        });
      else if (!isKnownOption(line)) lines.push(parseRequirementLine(line, number));
    }
    const identity = { kind: 'requirements', path, neutralPath, format: 'requirements' } as const;
    return { ...identity, problems, scope: 'installed', manager: 'pip', lines };
  },
};

/** Lines as pip sees them: joined where they end in a backslash, without comments, without empty ones. */
function logicalLines(text: string): readonly { readonly text: string; readonly number: number }[] {
  const found: { text: string; number: number }[] = [];
  let pending: string[] = [];
  let start = 0;
  const flush = (): void => {
    const line = pending
      .join('')
      .replace(/(^|\s)#.*$/s, '')
      .trim();
    if (line !== '') found.push({ text: line, number: start });
    pending = [];
  };
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (pending.length === 0) start = index + 1;
    const isComment = /^\s*#/.test(raw);
    if (!isComment && raw.endsWith('\\')) {
      pending.push(raw.slice(0, -1));
      continue;
    }
    // A comment line ends a continued line, as in pip; it is not part of it.
    if (!isComment || pending.length === 0) pending.push(isComment ? '' : raw);
    flush();
  }
  flush();
  return found;
}
