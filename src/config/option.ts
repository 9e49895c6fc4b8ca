/**
 * The shape of an option, from which its input, flag, configuration key, schema, help and documentation all come.
 *
 * `JsonSchema` is the part of JSON Schema (draft-07, which editors know best) that our options need; nothing else of it.
 */

/** A value as it stands in a configuration file: plain JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface JsonSchema {
  /** How a message says what is expected, e.g. "an integer from 2 to 20". */
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'array' | 'object' | readonly string[];
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly properties?: { readonly [name: string]: JsonSchema };
  readonly patternProperties?: { readonly [pattern: string]: JsonSchema };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly anyOf?: readonly JsonSchema[];
}

export type OptionType =
  | { readonly kind: 'text'; readonly schema: JsonSchema }
  | { readonly kind: 'path' }
  | { readonly kind: 'command' }
  | { readonly kind: 'integer'; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'duration'; readonly canBeOff: boolean }
  | { readonly kind: 'size' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  /** Globs, or one word that stands for a way to find them. */
  | { readonly kind: 'globs'; readonly word: string }
  /** `form` says which short text form an input or a flag may use instead of YAML. */
  | { readonly kind: 'structure'; readonly form: StructureForm; readonly schema: JsonSchema }
  /** An input that is never read as a setting, so that no message, report or origin can tell it: whoever needs it asks for it. */
  | { readonly kind: 'secret' }
  /** An input that the runner fills: the expression, between `${{` and `}}`, is its default. Nobody sets it. */
  | { readonly kind: 'context'; readonly expression: string };

export type StructureForm =
  | 'selection'
  | 'metrics'
  | 'tolerance'
  | 'ignore'
  | 'layout'
  | 'records'
  | 'datasets'
  | 'checks'
  | 'variables';

/** Where an option can be given. */
export type Surface = 'action' | 'cli' | 'config';

export type CommandName = 'run' | 'compare' | 'check' | 'report' | 'fingerprint' | 'explain' | 'init' | 'demo';

export interface Option {
  /** Kebab-case: the input, the flag and the key of the configuration file. */
  readonly name: string;
  readonly type: OptionType;
  /** In the form of a configuration file; null where there is no value by default. */
  readonly default: Json;
  /** How documentation shows the default. */
  readonly shownDefault: string;
  /** One sentence: help, action.yml and the table. */
  readonly description: string;
  /** Markdown for the page: what the sentence leaves open. */
  readonly doc: string;
  /** What to write into a configuration file (or as a flag, where it has no key). */
  readonly example: string;
  readonly surfaces: readonly Surface[];
  readonly commands: readonly CommandName[];
}

/** True for what is a setting: it is read, checked, and may come from the configuration file. */
export function isSetting({ type }: Option): boolean {
  return type.kind !== 'secret' && type.kind !== 'context';
}

/** The option's sentence with its default, without Markdown: help and action.yml. */
export function withDefault(option: Option): string {
  const shown = option.shownDefault.replaceAll('`', '');
  return /^(?:–|none)$/.test(shown)
    ? option.description
    : `${option.description.replace(/\.$/, '')} (default: ${shown}).`;
}
