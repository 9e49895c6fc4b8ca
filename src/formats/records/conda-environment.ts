/**
 * Conda's `environment.yml`, as `conda env export` writes it (with builds, without, or `--from-history`): a list of match
 * specifications under `dependencies`, with pip's own requirements under `pip`. A YAML file of that name without such a list is
 * something else, and left to who knows it.
 */
import type { PlainValue, RequirementLine, RequirementsRecord } from '../../model/record.ts';
import { peekText } from '../codecs/text.ts';
import { condaSpecLine } from './conda-package.ts';
import type { RecordFormat } from './record-format.ts';
import { baseName, type RecordProblem, readRecordText } from './record-text.ts';
import { parseRequirementLine, shownRequirement } from './requirement-line.ts';
import { includeProblem } from './requirements.ts';
import { parseYaml } from './yaml-value.ts';

const names = /^(?:[\w.-]+[._-])?(?:environment|env|conda)(?:[._-][\w.-]+)?\.ya?ml$/i;
/** The list stands near the top: name and channels come before it. */
const peekBytes = 64 * 1024;

export const condaEnvironment: RecordFormat = {
  id: 'conda-environment',
  title: "package list: conda's environment.yml",
  recognizes: (path, source) => names.test(baseName(path)) && hasDependencyList(peekText(source, peekBytes)),
  read(path, neutralPath, source): RequirementsRecord {
    const { text, problems: textProblems } = readRecordText(source);
    const yaml = parseYaml(text);
    const problems: RecordProblem[] = [...textProblems, ...yaml.problems];
    const lines: RequirementLine[] = [];
    const lineOf = lineFinder(text);
    const dependencies = memberOf(yaml.value, 'dependencies');
    for (const item of dependencies?.type === 'list' ? dependencies.items : []) {
      if (item.type === 'str') lines.push(condaSpecLine(item.text, lineOf(item.text)));
      else if (item.type === 'map') addPip(item, lineOf, lines, problems);
      else lines.push(strange(item, lineOf('')));
    }
    const identity = { kind: 'requirements', path, neutralPath, format: 'conda-environment' } as const;
    return { ...identity, problems, scope: 'installed', manager: 'conda', lines };
  },
};

/** `dependencies:` in the first column, and below it a list; comments may stand between. */
function hasDependencyList(head: string): boolean {
  const lines = head.split('\n');
  const at = lines.findIndex((line) => /^dependencies\s*:\s*(?:#.*)?$/.test(line));
  if (at < 0) return /^dependencies\s*:\s*\[/m.test(head);
  const next = lines.slice(at + 1).find((line) => !/^\s*(?:#.*)?$/.test(line));
  return next !== undefined && /^\s*-(?:\s|$)/.test(next);
}

function addPip(
  item: PlainValue,
  lineOf: (text: string) => number,
  lines: RequirementLine[],
  problems: RecordProblem[],
): void {
  const pip = memberOf(item, 'pip');
  for (const requirement of pip?.type === 'list' ? pip.items : []) {
    if (requirement.type !== 'str') {
      lines.push(strange(requirement, lineOf('')));
      continue;
    }
    const line = lineOf(requirement.text);
    const include = includeProblem(requirement.text, line);
    if (include === null) lines.push(parseRequirementLine(requirement.text, line));
    else problems.push(include);
  }
}

function strange(item: PlainValue, line: number): RequirementLine {
  const text = 'text' in item ? shownRequirement(item.text) : `a ${item.type}`;
  return { name: null, pinned: null, text, line, problem: 'not a text; a package was expected', source: 'index' };
}

function memberOf(value: PlainValue, key: string): PlainValue | undefined {
  return value.type === 'map' ? value.items.find(([name]) => name === key)?.[1] : undefined;
}

/** A text is looked for so many lines ahead: one that is written with escapes is never found. */
const farthestLine = 100;

/** The line on which each text stands, asked for in their order: the YAML reader gives values without places. */
function lineFinder(text: string): (item: string) => number {
  const lines = text.split('\n');
  let next = lines.findIndex((line) => line.startsWith('dependencies')) + 1;
  return (item) => {
    const found = lines.slice(next, next + farthestLine).findIndex((line) => item !== '' && line.includes(item));
    next = Math.min(next + (found < 0 ? 0 : found) + 1, lines.length);
    return next;
  };
}
