/**
 * A JSON Schema held against a document by ajv: every problem with its JSON pointer, in the words of our messages.
 * Schemas of draft 2020-12 and draft-07 are understood; a schema that cannot be used is a problem too.
 */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { formatList, quote } from '../model/format-number.ts';
import type { PlainValue } from '../model/record.ts';
import { plainAt, plainToJson, showPlain } from './plain-values.ts';

export interface SchemaProblem {
  /** JSON pointer into the document; empty for the whole. */
  readonly pointer: string;
  /** What was found and what was expected, without a full stop. */
  readonly message: string;
}

/** More than these are no longer read by anyone. */
const mostProblems = 50;

/** All problems in the order of ajv; none where the document fits. Never throws. */
export function schemaProblems(schema: unknown, document: PlainValue): readonly SchemaProblem[] {
  if (typeof schema !== 'object' || schema === null) return schema === false ? [unusable('it accepts nothing')] : [];
  try {
    const validate = compiled.get(schema) ?? compile(schema);
    if (validate(plainToJson(document))) return [];
    const errors = (validate.errors ?? []).filter((error) => !summary.has(error.keyword));
    return (errors.length === 0 ? (validate.errors ?? []) : errors)
      .slice(0, mostProblems)
      .map((error) => ({ pointer: pointerOf(error), message: describe(error, document) }));
  } catch (error) {
    return [unusable(error instanceof Error ? (error.message.split('\n')[0] ?? '') : '')];
  }
}

/** Compiling takes 30 ms, and one schema judges many documents. */
const compiled = new WeakMap<object, ValidateFunction>();

function compile(schema: object): ValidateFunction {
  const draft7 = '$schema' in schema && typeof schema.$schema === 'string' && schema.$schema.includes('draft-07');
  const options = {
    allErrors: true,
    strict: false,
    strictNumbers: true,
    validateFormats: true,
    logger: false,
  } as const;
  const ajv = draft7 ? new Ajv(options) : new Ajv2020(options);
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
}

/** Keywords whose errors only sum up others that are listed themselves. */
const summary = new Set(['if', 'allOf', 'anyOf', 'oneOf']);

function unusable(why: string): SchemaProblem {
  return { pointer: '', message: `the schema itself cannot be used: ${quote(why, 200)}` };
}

/** A missing or unknown key is named by its own pointer. */
function pointerOf(error: ErrorObject): string {
  const key = error.params.missingProperty ?? error.params.additionalProperty ?? error.params.unevaluatedProperty;
  return typeof key === 'string'
    ? `${error.instancePath}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    : error.instancePath;
}

function describe(error: ErrorObject, document: PlainValue): string {
  const { params } = error;
  const found = showPlain(plainAt(document, pointerParts(error.instancePath)));
  switch (error.keyword) {
    case 'required':
      return 'is missing';
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return 'is not a key that the schema knows';
    case 'type':
      return `is ${found}, expected ${typeNames(params.type)}`;
    case 'pattern':
      return `is ${found}, expected a text that matches ${quote(String(params.pattern), 80)}`;
    case 'format':
      return `is ${found}, expected the format ${quote(String(params.format))}`;
    case 'enum':
      return `is ${found}, expected one of ${formatList(
        (Array.isArray(params.allowedValues) ? params.allowedValues : []).map((value) => JSON.stringify(value)),
        8,
      )}`;
    case 'const':
      return `is ${found}, expected ${JSON.stringify(params.allowedValue)}`;
    default:
      return `is ${found}; it ${error.message ?? 'does not fit'}`;
  }
}

function typeNames(type: unknown): string {
  const names = Array.isArray(type) ? type.map(String) : String(type).split(',');
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : (names[0] ?? '');
}

function pointerParts(pointer: string): readonly string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
