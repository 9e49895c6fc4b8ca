/**
 * The top level of a flat checkpoint: safetensors has names with dots and a metadata of texts in the place of mappings. The keys
 * are the first parts of the names and the names of the metadata; texts that are JSON are read as what they stand for.
 */
import { readPythonJson } from '../formats/codecs/python-json.ts';
import type { Entry } from '../model/entry.ts';
import { isProblem } from '../model/problem.ts';
import type { PlainValue } from '../model/record.ts';

const metadataKey = '__metadata__';

/** A configuration has some hundred values; what is larger is data. */
const limits = { maxDepth: 32, maxValues: 2000 } as const;

export interface FlatMember {
  readonly key: string;
  /** Null for a group of tensors. */
  readonly value: PlainValue | null;
}

/** The members in the order of the file; null where the checkpoint is not flat, or carries no metadata. */
export function flatMembers(entries: readonly Entry[]): readonly FlatMember[] | null {
  if (!entries.some(({ path }) => path.length === 2 && path[0] === metadataKey)) return null;
  const members = new Map<string, PlainValue | null>();
  for (const entry of entries) {
    const [first, second] = entry.path;
    if (first === undefined) continue;
    if (typeof first !== 'string') return null;
    if (first !== metadataKey) {
      const group = first.split(/[./]/, 1)[0] ?? first;
      if (!members.has(group)) members.set(group, null);
    } else if (typeof second === 'string' && entry.kind === 'scalar') members.set(second, meaningOf(entry.value.text));
  }
  return [...members].map(([key, value]) => ({ key, value }));
}

/** A number, a truth value, a list or a mapping where the text is one by JSON; else the text. */
function meaningOf(text: string): PlainValue {
  if (!/^\s*(?:[[{]|-?\d|true\s*$|false\s*$|null\s*$|None\s*$|True\s*$|False\s*$)/.test(text))
    return { type: 'str', text };
  const spelled: Readonly<Record<string, string>> = { None: 'null', True: 'true', False: 'false' };
  try {
    return readPythonJson(spelled[text.trim()] ?? text, limits).value;
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { type: 'str', text };
  }
}
