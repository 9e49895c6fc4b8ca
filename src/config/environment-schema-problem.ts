/**
 * Why a user's JSON Schema is refused. Imports ajv with both drafts: import this dynamically, and never a CommonJS package
 * itself, whose names a bundler cannot see through a dynamic import.
 */
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { quotedText } from './complaint.ts';

/** What is wrong with a parsed schema, as the end of a sentence that begins with its name; null where nothing is. */
export function environmentSchemaProblem(schema: unknown): string | null {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema))
    return 'is no JSON Schema; expected an object';
  const draft = '$schema' in schema ? String(schema.$schema) : '';
  const isDraft07 = /draft-07/.test(draft);
  if (draft !== '' && !isDraft07 && !/2020-12/.test(draft)) {
    return `names the draft ${quotedText(draft)}; expected draft-07 or 2020-12`;
  }
  const options = { allErrors: true, strict: false, logger: false } as const;
  const ajv = isDraft07 ? new Ajv(options) : new Ajv2020(options);
  try {
    formats.default(ajv);
    ajv.compile(schema);
    return null;
  } catch (error) {
    return `is no JSON Schema that can be used (${error instanceof Error ? error.message : 'unknown fault'})`;
  }
}
