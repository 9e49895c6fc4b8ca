/**
 * `report.json`: the Report as the document that `schemas/report.v1.json` publishes. Keys stand in the order of the schema,
 * keys of maps by code unit, so that one report always gives the same bytes. Numbers that JSON cannot hold become text and
 * never silently null: `"inf"`, `"-inf"`, `"nan"`, and inside facts `{"$number": "inf"}`.
 */
import schema from '../../schemas/report.v1.json' with { type: 'json' };
import { branchFor, itemSchema, memberSchema, resolveNode, type SchemaNode } from './document-schema.ts';
import { type JsonValue, jsonText } from './json-text.ts';
import type { Reporter } from './reporter.ts';

export const reportSchema: SchemaNode = schema;

/** The key that marks a number inside facts which JSON cannot hold. */
export const numberKey = '$number';

export const jsonReporter: Reporter = {
  id: 'json',
  title: 'The whole report as JSON',
  fileName: 'report.json',
  render: (report) => jsonText(encode(report, reportSchema)),
};

/** Only what the schema names: types are open at run time, and a stray field must not make the document unreadable. */
function encode(value: unknown, unresolved: SchemaNode): JsonValue {
  const { node, name } = resolveNode(reportSchema, unresolved);
  if (name === 'fact') return encodeFact(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : nameOfNonFinite(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  if (node.oneOf !== undefined) return encode(value, branchFor(reportSchema, node.oneOf, value) ?? {});
  if (Array.isArray(value)) {
    return value.map((item, index) => encode(item, itemSchema(node, index)));
  }
  const keys = node.properties === undefined ? Object.keys(value).sort() : Object.keys(node.properties);
  return Object.fromEntries(
    keys
      .map((key) => [key, Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined] as const)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, encode(member, memberSchema(node, key))]),
  );
}

function encodeFact(value: unknown): JsonValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { [numberKey]: nameOfNonFinite(value) };
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return value.map(encodeFact);
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key.startsWith('$') ? `$${key}` : key, encodeFact(Reflect.get(value, key))]),
  );
}

function nameOfNonFinite(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  return value > 0 ? 'inf' : '-inf';
}
