/**
 * What `conda list` prints, under whatever name it was kept: the table, `--export` (`name=version=build`) and `--explicit`
 * (`@EXPLICIT` and one address a line; conda's CEP 23). Told by the lines at the top, because these files often are called
 * requirements.txt.
 */
import { normalizePackageName } from '../../model/package-name.ts';
import type { RequirementLine, RequirementsRecord } from '../../model/record.ts';
import { peekText } from '../codecs/text.ts';
import { condaSpecLine } from './conda-package.ts';
import type { RecordFormat } from './record-format.ts';
import { type RecordProblem, readRecordText } from './record-text.ts';
import { shownRequirement } from './requirement-line.ts';

/** The signs stand above the packages. */
const peekBytes = 2048;
/** Ten times the largest environment we know of. */
const lineLimit = 100_000;

export const condaList: RecordFormat = {
  id: 'conda-list',
  title: 'package list: conda list, as a table, exported or explicit',
  recognizes: (path, source) =>
    /\.(?:txt|lock|list|export|explicit)$/i.test(path) && startsWithSign(peekText(source, peekBytes)),
  read(path, neutralPath, source): RequirementsRecord {
    const { text, problems: textProblems } = readRecordText(source);
    const problems: RecordProblem[] = [...textProblems];
    const lines: RequirementLine[] = [];
    for (const [index, raw] of text
      .replace(/^\ufeff/, '')
      .split(/\r\n|\n/)
      .entries()) {
      const line = raw.replace(/(?:^|\s)#\s.*$/s, '').trim();
      if (line === '' || line.startsWith('#') || line === '@EXPLICIT') continue;
      if (lines.length >= lineLimit) {
        const message = `only the first ${lineLimit} lines were read`;
        problems.push({ code: 'TOO_MANY_LINES', message, line: index + 1 });
        break;
      }
      lines.push(/^\S*=|:\/\//.test(line) ? condaSpecLine(line, index + 1) : rowLine(line, index + 1));
    }
    const identity = { kind: 'requirements', path, neutralPath, format: 'conda-list' } as const;
    return { ...identity, problems, scope: 'installed', manager: 'conda', lines };
  },
};

/** Comments and empty lines may stand above the sign, packages may not. */
function startsWithSign(head: string): boolean {
  for (const line of head.split('\n').slice(0, 40)) {
    const text = line.replace(/^\u00ef\u00bb\u00bf/, '').trim();
    if (text === '@EXPLICIT') return true;
    if (/^# (?:This file may be used to create an environment using:|packages in environment at )/.test(text))
      return true;
    if (text !== '' && !text.startsWith('#')) return false;
  }
  return false;
}

/** `name  version  build  channel`: from pip where the channel is `pypi`, editable where it is `<develop>`. */
function rowLine(row: string, line: number): RequirementLine {
  const [name = '', version = '', ...rest] = row.slice(0, 2000).split(/\s+/);
  const fits = /^[A-Za-z0-9_][\w.-]{0,199}$/.test(name) && version !== '';
  return {
    name: fits ? normalizePackageName(name) : null,
    pinned: fits ? version.slice(0, 200) : null,
    text: shownRequirement(row.replaceAll(/\s+/g, ' ')),
    line,
    problem: fits ? null : 'not a row of name, version and build',
    source: rest.includes('<develop>') ? 'editable' : 'index',
  };
}
