/**
 * The configuration file: found, read, and held against the schema, with the place of every value. Nothing throws for
 * bad content: everything that is wrong is a complaint, so that all of it is said at once.
 */
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { isProblem } from '../model/problem.ts';
import { type Complaint, type Location, type Pointer, quoted, quotedText } from './complaint.ts';
import type { ConfigHost } from './config-host.ts';
import { isJsonObject } from './option-schema.ts';
import type { Setting } from './setting.ts';
import { isTextPlace } from './text-places.ts';

/** Looked for in this order. */
export const configFileNames: readonly string[] = ['train-twice.yml', '.github/train-twice.yml'];

export interface ConfigFile {
  /** Absolute; null where there is none. */
  readonly path: string | null;
  readonly settings: ReadonlyMap<string, Setting>;
  /** Options that stand in the file, also those that are wrong. */
  readonly mentioned: ReadonlySet<string>;
  readonly complaints: readonly Complaint[];
  /** True where it could not be read as a whole. */
  readonly unreadable: boolean;
}

const none: ConfigFile = { path: null, settings: new Map(), mentioned: new Set(), complaints: [], unreadable: false };

/** `named` is what `--config` or the input says, with its place; without it the file is looked for in `folder`. */
export async function readConfigFile(
  host: ConfigHost,
  folder: string,
  named: { readonly path: string; readonly location: Location } | null,
): Promise<ConfigFile> {
  const path = named === null ? findConfigFile(host, folder) : resolve(host.cwd, named.path);
  if (path === null) return none;
  const shown = shownPath(host.cwd, path);
  const here = named?.location ?? { label: shown, place: { file: shown } };
  const broken = (location: Location, message: string): ConfigFile => ({
    ...none,
    path,
    complaints: [{ location, message }],
    unreadable: true,
  });
  let text: string | null;
  try {
    text = host.readFile(path);
  } catch (error) {
    if (!isProblem(error)) throw error;
    return broken(here, error.message.replace(/\.$/, ''));
  }
  if (text === null) return broken(here, `${quotedText(shown)} does not exist; expected a configuration file`);
  return readConfigText(text, path, shown);
}

function findConfigFile(host: ConfigHost, folder: string): string | null {
  for (const name of configFileNames) {
    const path = resolve(folder, name);
    if (host.statKind(path) !== null) return path;
  }
  return null;
}

/** Short and the same on every machine where the file lies below the current directory. */
function shownPath(cwd: string, path: string): string {
  const short = relative(cwd, path);
  const outside = short.startsWith('..') || isAbsolute(short) || dirname(path) === path;
  return (outside ? path : short).replaceAll('\\', '/');
}

async function readConfigText(text: string, path: string, shown: string): Promise<ConfigFile> {
  // Loaded only here: most comparisons have no configuration file.
  const [{ readLocatedYaml }, { validateConfig }] = await Promise.all([
    import('./located-yaml.ts'),
    import('./validate-config.ts'),
  ]);
  const yaml = readLocatedYaml(text, {
    at: (line, column) => ({ label: `${shown}:${line}:${column}`, place: { file: shown, line, column } }),
    isText: isTextPlace,
  });
  const root = yaml.value ?? {};
  const mentioned = new Set(isJsonObject(root) ? Object.keys(root) : []);
  const syntax = yaml.complaints;
  if (!isJsonObject(root)) {
    const message = `the configuration is ${quoted(root)}; expected a mapping from options to values`;
    const complaints = [...syntax, { location: yaml.locate([]), message }];
    return { ...none, path, complaints, unreadable: true };
  }
  const faults = validateConfig(root);
  const wrong = new Set(faults.map((fault) => fault.pointer[0]));
  const settings = new Map<string, Setting>();
  for (const [name, value] of Object.entries(root)) {
    if (wrong.has(name)) continue;
    const locate = (pointer: Pointer, part?: 'key' | 'value') => yaml.locate([name, ...pointer], part);
    settings.set(name, { value, origin: 'config file', locate });
  }
  const known = new Set(syntax.map((complaint) => complaint.location.label));
  const complaints = faults
    .map((fault) => ({ location: yaml.locate(fault.pointer, fault.part), message: fault.message }))
    .filter((complaint) => !known.has(complaint.location.label));
  return { path, settings, mentioned, complaints: [...syntax, ...complaints], unreadable: syntax.length > 0 };
}
