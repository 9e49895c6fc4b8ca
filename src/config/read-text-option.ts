/**
 * The texts of a flag (each occurrence) or an input → the option's value in the form of a configuration file, checked.
 * Structures may be YAML or their short form; lists are several occurrences, several lines, or commas.
 */
import type { ValueOrigin } from '../model/request.ts';
import { type Complaint, quoted } from './complaint.ts';
import { nearestName } from './nearest-name.ts';
import type { Json, Option, StructureForm } from './option.ts';
import { expectation, fitsSchema, schemaOfOption } from './option-schema.ts';
import { type Locate, onePlace, type Setting } from './setting.ts';
import { looksLikeYaml, readShortForm, splitList } from './text-forms.ts';
import { isTextPlace } from './text-places.ts';

export type ReadOption =
  | { readonly setting: Setting; readonly complaints: readonly [] }
  | { readonly setting: null; readonly complaints: readonly Complaint[] };

/** `label` names the place in messages: `--runs`, `input "runs"`. */
export async function readTextOption(
  option: Option,
  texts: readonly string[],
  origin: ValueOrigin,
  label: string,
): Promise<ReadOption> {
  const locate = onePlace(label);
  const type = option.type;
  if (type.kind === 'structure') return readStructure(option.name, type.form, texts, origin, label);
  if (type.kind === 'globs') {
    const list = texts.flatMap(listItems);
    const [only] = list;
    return flat(option, list.length === 1 && only !== undefined ? only : list, origin, locate);
  }
  const [text = '', ...more] = texts;
  if (more.length > 0) return refuse(locate, `given ${texts.length} times; expected once`);
  switch (type.kind) {
    case 'integer':
      return flat(option, /^[-+]?\d{1,16}$/.test(text.trim()) ? Number(text) : text, origin, locate);
    case 'boolean':
      return flat(option, text === 'true' ? true : text === 'false' ? false : text, origin, locate);
    case 'duration':
    case 'size':
    case 'enum':
    case 'path':
      return flat(option, text.trim(), origin, locate);
    case 'text':
    case 'command':
      return flat(option, text, origin, locate);
    case 'secret':
    case 'context':
      // Without its value: it may be a secret.
      return refuse(locate, 'no setting; expected it as an input of the Action only');
    default:
      return type satisfies never;
  }
}

/** Several lines are items; one line is split at its commas. */
function listItems(text: string): readonly string[] {
  const lines = nonBlankLines(text);
  return lines.length > 1 ? lines : splitList(text);
}

function nonBlankLines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function flat(option: Option, value: Json, origin: ValueOrigin, locate: Locate): ReadOption {
  const schema = schemaOfOption(option);
  if (fitsSchema(schema, value)) return { setting: { value, origin, locate }, complaints: [] };
  const near = schema.enum !== undefined && typeof value === 'string' ? nearestName(value, schema.enum) : null;
  const hint = near === null ? '' : `; did you mean "${near}"?`;
  return refuse(locate, `${quoted(value)}; expected ${expectation(schema)}${hint}`);
}

async function readStructure(
  name: string,
  form: StructureForm,
  texts: readonly string[],
  origin: ValueOrigin,
  label: string,
): Promise<ReadOption> {
  const yaml = texts.find(looksLikeYaml);
  if (yaml !== undefined && texts.length > 1) {
    return refuse(
      onePlace(label),
      `given ${texts.length} times, once as YAML; expected YAML once, or short forms only`,
    );
  }
  const read = yaml === undefined ? readShort(form, texts, label) : await readYamlText(name, yaml, label);
  if (read.complaints.length > 0) return { setting: null, complaints: read.complaints };
  // Loaded only here: most invocations give no structure.
  const { validateConfig } = await import('./validate-config.ts');
  const complaints = validateConfig({ [name]: read.value }).map((fault) => ({
    location: read.locate(fault.pointer.slice(1), fault.part),
    message: fault.message,
  }));
  if (complaints.length > 0) return { setting: null, complaints };
  return { setting: { value: read.value, origin, locate: read.locate }, complaints: [] };
}

interface Read {
  readonly value: Json;
  readonly locate: Locate;
  readonly complaints: readonly Complaint[];
}

function readShort(form: StructureForm, texts: readonly string[], label: string): Read {
  const locate = onePlace(label);
  const short = readShortForm(form, texts.flatMap(nonBlankLines));
  const complaints = short.problem === null ? [] : [{ location: locate([]), message: short.problem }];
  return { value: short.value, locate, complaints };
}

async function readYamlText(name: string, text: string, label: string): Promise<Read> {
  const { readLocatedYaml } = await import('./located-yaml.ts');
  const severalLines = text.trim().includes('\n');
  return readLocatedYaml(text, {
    at: (line) => ({ label: severalLines ? `${label}, line ${line}` : label, place: {} }),
    isText: (pointer) => isTextPlace([name, ...pointer]),
  });
}

function refuse(locate: Locate, message: string): ReadOption {
  return { setting: null, complaints: [{ location: locate([]), message }] };
}
