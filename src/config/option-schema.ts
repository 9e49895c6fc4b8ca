/**
 * Options as JSON Schema (draft-07): each option's, the whole configuration file's, and the words for what one expects.
 *
 * `fitsSchema` judges flat values (everything but structures) by the same schema without ajv, which costs more time to
 * load than a small comparison takes. A property test holds the two against each other.
 */
import type { Json, JsonSchema, Option } from './option.ts';
import { optionsFor } from './options.ts';
import { durationPattern, sizePattern } from './quantities.ts';
import { globsSchema } from './structure-schemas.ts';

/** The schema of one option's value in a configuration file. */
export function schemaOfOption(option: Option): JsonSchema {
  const type = option.type;
  switch (type.kind) {
    case 'text':
    case 'structure':
      return type.schema;
    case 'path':
      return { title: 'a path', type: 'string', pattern: '^[^\\u0000]{1,4096}$' };
    case 'command': {
      const text: JsonSchema = { title: 'a text', type: 'string', pattern: '\\S' };
      return {
        title: 'a script, or a list of a program and its arguments',
        // Arguments reach the program as they are spelled, numbers too.
        anyOf: [
          text,
          { type: 'array', minItems: 1, items: { title: 'a text', type: ['string', 'number', 'boolean'] } },
        ],
      };
    }
    case 'integer':
      return {
        title: `an integer from ${type.minimum} to ${type.maximum}`,
        type: 'integer',
        minimum: type.minimum,
        maximum: type.maximum,
      };
    case 'boolean':
      return { title: '`true` or `false`', type: 'boolean' };
    case 'duration': {
      const off: readonly JsonSchema[] = type.canBeOff ? [{ enum: ['off'] }] : [];
      return {
        title: `a duration such as 6h, 90s or 1h30m (at most 20 days)${type.canBeOff ? ', or off' : ''}`,
        anyOf: [
          { type: 'integer', minimum: 1, maximum: 1_728_000 },
          { type: 'string', minLength: 1, pattern: durationPattern },
          ...off,
        ],
      };
    }
    case 'size':
      return {
        title: 'a size such as 2GB or 500MiB',
        anyOf: [
          { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
          { type: 'string', pattern: sizePattern },
        ],
      };
    case 'enum':
      return { enum: type.values };
    case 'globs':
      return { ...globsSchema, title: `\`${type.word}\`, ${globsSchema.title ?? ''}` };
    case 'secret':
    case 'context':
      // Never held against anything: these are no settings.
      return { title: 'an input of the Action', type: 'string' };
    default:
      return type satisfies never;
  }
}

/** The schema of the whole configuration file. */
export function configSchema(): JsonSchema {
  const properties = optionsFor('config').map((option) => [option.name, schemaOfOption(option)] as const);
  return {
    title: 'a mapping from options to values',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(properties),
  };
}

/** What a schema expects, in words. */
export function expectation(schema: JsonSchema): string {
  if (schema.title !== undefined) return schema.title;
  if (schema.enum !== undefined) return `one of ${schema.enum.map((value) => `"${value}"`).join(', ')}`;
  switch (schema.type) {
    case 'object':
      return 'a mapping';
    case 'array':
      return schema.minItems === undefined ? 'a list' : 'a list with at least one item';
    case 'string':
      return 'a text';
    default:
      return `a value of type ${String(schema.type)}`;
  }
}

/** Whether a flat value (a scalar, or a list of scalars) fits a schema; mappings never do. */
export function fitsSchema(schema: JsonSchema, value: Json): boolean {
  if (schema.anyOf !== undefined) return schema.anyOf.some((branch) => fitsSchema(branch, value));
  if (schema.enum !== undefined) return typeof value === 'string' && schema.enum.includes(value);
  switch (schema.type) {
    case 'string': {
      if (typeof value !== 'string') return false;
      const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = schema;
      const length = [...value].length;
      return (
        length >= minLength && length <= maxLength && (pattern === undefined || new RegExp(pattern, 'u').test(value))
      );
    }
    case 'integer':
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return false;
      if (schema.type === 'integer' && !Number.isInteger(value)) return false;
      return (
        value >= (schema.minimum ?? Number.NEGATIVE_INFINITY) && value <= (schema.maximum ?? Number.POSITIVE_INFINITY)
      );
    }
    case 'boolean':
      return typeof value === 'boolean';
    case 'array': {
      const items = schema.items;
      if (!isJsonArray(value) || value.length < (schema.minItems ?? 0)) return false;
      return items === undefined || value.every((item) => fitsSchema(items, item));
    }
    default:
      return false;
  }
}

/** `Array.isArray` for readonly JSON. */
export function isJsonArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** True for a JSON mapping. */
export function isJsonObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !isJsonArray(value);
}
