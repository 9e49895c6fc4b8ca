/**
 * All that was given, by option, in the order input or flag > configuration file > default; and the place where
 * whatever is found wrong afterwards is gathered.
 */
import type { ValueOrigin } from '../model/request.ts';
import type { Complaint, Location, Pointer } from './complaint.ts';
import type { ConfigHost } from './config-host.ts';
import type { Json } from './option.ts';
import { findOption, options } from './options.ts';
import { onePlace, type Setting, type Settings } from './setting.ts';

export interface Given {
  readonly host: ConfigHost;
  /** The option's value in the form of a configuration file. */
  value(name: string): Json;
  /** True where something was (or may have been) said about the option but could not be taken: it is not missing. */
  isBroken(name: string): boolean;
  origin(name: string): ValueOrigin;
  complain(name: string, pointer: Pointer, message: string, part?: 'key' | 'value'): void;
  complainAt(location: Location, message: string): void;
  readonly complaints: readonly Complaint[];
}

export interface GivenSource {
  readonly settings: Settings;
  /** Every option that this source speaks of, readable or not. */
  readonly mentioned: ReadonlySet<string>;
  readonly complaints: readonly Complaint[];
  /** True where it could not be read as a whole: then nobody knows what is missing. */
  readonly unreadable?: boolean;
}

/** `sources`: the strongest first. */
export function gather(host: ConfigHost, sources: readonly GivenSource[]): Given {
  const settings = new Map<string, Setting>();
  const someUnreadable = sources.some((source) => source.unreadable === true);
  const broken = new Set<string>();
  for (const option of options) {
    const source = sources.find((candidate) => candidate.mentioned.has(option.name));
    const found = source?.settings.get(option.name);
    if (found !== undefined) settings.set(option.name, found);
    else if (source !== undefined) broken.add(option.name);
  }
  const complaints: Complaint[] = sources.flatMap((source) => source.complaints);
  const setting = (name: string): Setting => settings.get(name) ?? defaultSetting(name);
  return {
    host,
    value: (name) => setting(name).value,
    isBroken: (name) => !settings.has(name) && (broken.has(name) || someUnreadable),
    origin: (name) => setting(name).origin,
    complain: (name, pointer, message, part) =>
      void complaints.push({ location: setting(name).locate(pointer, part), message }),
    complainAt: (location, message) => void complaints.push({ location, message }),
    complaints,
  };
}

function defaultSetting(name: string): Setting {
  return { value: findOption(name)?.default ?? null, origin: 'default', locate: onePlace(name) };
}

/** The text of a value that the schema holds to be one; null where the option has no value. */
export function textOf(value: Json): string | null {
  return typeof value === 'string' ? value : null;
}

/** The value out of a closed set that the schema has already held it to. */
export function oneOf<T extends string>(value: Json, values: readonly T[], otherwise: T): T {
  return values.find((candidate) => candidate === value) ?? otherwise;
}

/** A text or a list of texts as a list. */
export function listOf(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
