/**
 * The short forms in which inputs and flags may write structures, one item a line: `atol=1e-6,rtol=1e-5`, `!*.tmp`,
 * `series=lr-*`, `record/x=off`, `NAME=value`. They become the values of a configuration file and are then judged like
 * them; only what cannot be said there is complained about here.
 */
import { quotedText } from './complaint.ts';
import type { Json, StructureForm } from './option.ts';

export type ShortForm =
  | { readonly value: Json; readonly problem: null }
  | { readonly value: null; readonly problem: string };

/** True where a text is YAML: its first line begins with a key and a colon, or with a mapping in braces. */
export function looksLikeYaml(text: string): boolean {
  const [first = ''] = text.trim().split('\n', 1);
  return /^\{?\s*(?:"[^"]*"|'[^']*'|[^\s{}[\]"':,=!]+)\s*:(?:\s|$)/.test(first) || /^\{\s*\}?$/.test(first);
}

/** Reads the lines of one option. */
export function readShortForm(form: StructureForm, lines: readonly string[]): ShortForm {
  switch (form) {
    case 'selection':
    case 'metrics':
      return readSelection(lines, form === 'metrics');
    case 'tolerance':
      return readTolerance(lines);
    case 'ignore':
      return readLists(lines, 'series=GLOB, scalars=GLOB or files=GLOB');
    case 'layout':
      return readLayout(lines);
    case 'records':
      return readLists(lines, 'environment=GLOB, requirements=GLOB, configuration=GLOB or dataset=GLOB');
    case 'datasets':
      return readDatasets(lines);
    case 'checks':
      return readChecks(lines);
    case 'variables':
      return readVariables(lines);
    default:
      return form satisfies never;
  }
}

/** Splits at commas that stand outside braces and brackets. */
export function splitList(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    else if (character === ',' && depth <= 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function readSelection(lines: readonly string[], withStdout: boolean): ShortForm {
  const include: string[] = [];
  const exclude: string[] = [];
  const stdout: string[] = [];
  for (const line of lines) {
    if (withStdout && line.startsWith('stdout=')) {
      stdout.push(line.slice('stdout='.length));
      continue;
    }
    for (const glob of splitList(line)) {
      if (glob.startsWith('!')) exclude.push(glob.slice(1));
      else include.push(glob);
    }
  }
  return given(withoutEmpty({ include, exclude, stdout }));
}

const boundsForm = /^(?:(.+):)?((?:atol|rtol|max-ulp)=[^,:]*(?:,\s*[a-z-]+=[^,:]*)*)$/;

function readTolerance(lines: readonly string[]): ShortForm {
  let everywhere: { readonly [key: string]: Json } | null = null;
  const rules: Json[] = [];
  for (const line of lines) {
    const match = boundsForm.exec(line);
    if (match === null) return refused(line, '[GLOB:]atol=1e-6,rtol=1e-5,max-ulp=4 (any of the three)');
    const bounds = new Map<string, Json>();
    for (const part of splitList(match[2] ?? '')) {
      const [key, text] = splitOnce(part, '=');
      if (bounds.has(key)) return { value: null, problem: `${quotedText(key)} stands twice in ${quotedText(line)}` };
      bounds.set(key, numberOrText((text ?? '').trim()));
    }
    const glob = match[1]?.trim();
    if (glob !== undefined) rules.push({ glob, ...Object.fromEntries(bounds) });
    else if (everywhere === null) everywhere = Object.fromEntries(bounds);
    else
      return {
        value: null,
        problem: `a second tolerance for everything, ${quotedText(line)}; expected one, or GLOB: in front`,
      };
  }
  return given({ ...everywhere, ...(rules.length > 0 ? { rules } : {}) });
}

/** What is no number stays a text, so that the schema says what was expected. */
function numberOrText(text: string): Json {
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : text;
}

function readLayout(lines: readonly string[]): ShortForm {
  const [only = ''] = lines;
  return lines.length === 1 && !only.includes('=')
    ? given(only)
    : readLists(lines, 'the name of a layout, or required=GLOB and allowed=GLOB');
}

const digestAtEnd = /^(.+)=([0-9A-Fa-f]{64})$/;

function readDatasets(lines: readonly string[]): ShortForm {
  return given(
    lines.map((line) => {
      const [, path, sha256] = digestAtEnd.exec(line) ?? [];
      return path === undefined || sha256 === undefined ? line : { path, sha256 };
    }),
  );
}

function readLists(lines: readonly string[], expected: string): ShortForm {
  const lists = new Map<string, Json[]>();
  for (const line of lines) {
    const [kind, text] = splitOnce(line, '=');
    if (text === null) return refused(line, expected);
    const list = lists.get(kind) ?? [];
    list.push(...splitList(text));
    lists.set(kind, list);
  }
  return given(Object.fromEntries(lists));
}

function readChecks(lines: readonly string[]): ShortForm {
  const severities = new Map<string, Json>();
  for (const item of lines.flatMap(splitList)) {
    const [id, severity] = splitOnce(item, '=');
    if (severity === null) return refused(item, 'ID=SEVERITY, for example layout/*=notice');
    if (severities.has(id)) return { value: null, problem: `${quotedText(id)} is given twice` };
    severities.set(id, severity);
  }
  return given(Object.fromEntries(severities));
}

function readVariables(lines: readonly string[]): ShortForm {
  const variables = new Map<string, Json>();
  for (const line of lines) {
    const [name, value] = line.startsWith('!') ? [line.slice(1).trim(), null] : splitOnce(line, '=');
    if (value === null && !line.startsWith('!')) return refused(line, 'NAME=value or !NAME');
    if (variables.has(name)) return { value: null, problem: `${quotedText(name)} is given twice` };
    variables.set(name, value);
  }
  return given(Object.fromEntries(variables));
}

function splitOnce(text: string, separator: string): readonly [string, string | null] {
  const index = text.indexOf(separator);
  if (index < 0) return [text.trim(), null];
  return [text.slice(0, index).trim(), text.slice(index + separator.length)];
}

function withoutEmpty(lists: Readonly<Record<string, readonly string[]>>): Json {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

function given(value: Json): ShortForm {
  return { value, problem: null };
}

function refused(text: string, expected: string): ShortForm {
  return { value: null, problem: `${quotedText(text)} is not readable; expected ${expected}` };
}
