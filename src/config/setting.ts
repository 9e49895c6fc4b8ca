/** One option as it was given: its value in the form of the configuration file, where from, and where each part stands. */
import type { ValueOrigin } from '../model/request.ts';
import type { Location, Pointer } from './complaint.ts';
import type { Json } from './option.ts';

/** `pointer` leads from the option's value inwards; `key` asks for the key's place instead of the value's. */
export type Locate = (pointer: Pointer, part?: 'key' | 'value') => Location;

export interface Setting {
  readonly value: Json;
  readonly origin: ValueOrigin;
  readonly locate: Locate;
}

export type Settings = ReadonlyMap<string, Setting>;

/** A locator for what has no lines: a flag, an input. */
export function onePlace(label: string): Locate {
  return () => ({ label, place: {} });
}
