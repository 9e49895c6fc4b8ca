/**
 * A configuration held against its JSON Schema by ajv, and ajv's errors said in our words. ajv is loaded when this
 * module is: import it dynamically, so that a comparison without a configuration file does not pay for it.
 */
import { Ajv, type ErrorObject } from 'ajv';
import { type Pointer, pointerText, quoted, quotedText } from './complaint.ts';
import { nearestName } from './nearest-name.ts';
import type { Json, JsonSchema } from './option.ts';
import { configSchema, expectation } from './option-schema.ts';
import { findOption } from './options.ts';

export interface SchemaFault {
  readonly pointer: Pointer;
  readonly part: 'key' | 'value';
  readonly message: string;
  /** The key that the mapping at `pointer` lacks; null for every other fault. */
  readonly lacks: string | null;
}

const ajv = new Ajv({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true });
const validate = ajv.compile<unknown>(configSchema());

/** Everything in which a configuration (or a part of one, under its option's name) does not fit the schema. */
export function validateConfig(config: Json): readonly SchemaFault[] {
  if (validate(config)) return [];
  const faults = withoutBranches(validate.errors ?? []).map(toFault);
  const seen = new Set<string>();
  return faults.filter((fault) => {
    // One sentence for a value; what a mapping lacks is several.
    const key = JSON.stringify([fault.pointer, fault.part, fault.lacks]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * An `anyOf` fails with the errors of all its branches. Where the value is a list or a mapping and one branch wanted
 * that, its errors say more than "expected this or that"; everywhere else the `anyOf` itself says it.
 */
function withoutBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const dropped = new Set<ErrorObject>();
  for (const choice of errors) {
    if (choice.keyword !== 'anyOf') continue;
    const inside = errors.filter(
      (error) =>
        error.schemaPath.startsWith(`${choice.schemaPath}/`) &&
        (error.instancePath === choice.instancePath || error.instancePath.startsWith(`${choice.instancePath}/`)),
    );
    const branchOf = (error: ErrorObject) => error.schemaPath.slice(choice.schemaPath.length + 1).split('/')[0];
    const wrongType = new Set(
      inside
        .filter((error) => error.keyword === 'type' && error.instancePath === choice.instancePath)
        .filter((error) => error.schemaPath === `${choice.schemaPath}/${branchOf(error)}/type`)
        .map(branchOf),
    );
    const isContainer = typeof choice.data === 'object' && choice.data !== null;
    const telling = isContainer ? inside.filter((error) => !wrongType.has(branchOf(error))) : [];
    const unhelpful = telling.length > 0 ? [choice, ...inside.filter((error) => !telling.includes(error))] : inside;
    for (const error of unhelpful) dropped.add(error);
  }
  return errors.filter((error) => !dropped.has(error));
}

function toFault(error: ErrorObject): SchemaFault {
  const pointer = parsePointer(error.instancePath, error);
  // Ours: ajv hands back the node of `configSchema()` that failed.
  const schema = (error.parentSchema ?? {}) as JsonSchema;
  const params: Readonly<Record<string, unknown>> = error.params;
  if (error.keyword === 'additionalProperties') {
    const key = String(params.additionalProperty);
    return { pointer: [...pointer, key], part: 'key', message: unknownKey(key, pointer, schema), lacks: null };
  }
  if (error.keyword === 'required') {
    const lacks = String(params.missingProperty);
    const message = `${quotedText(pointerText(pointer))} has no "${lacks}"; expected ${expectation(schema)}`;
    return { pointer, part: 'value', message, lacks };
  }
  const value = error.data as Json;
  const name = pointer.length === 0 ? 'the configuration' : quotedText(pointerText(pointer));
  const near = schema.enum !== undefined && typeof value === 'string' ? nearestName(value, schema.enum) : null;
  const hint = near === null ? '' : `; did you mean "${near}"?`;
  const message = `${name} is ${quoted(value)}; expected ${expectation(schema)}${hint}`;
  return { pointer, part: 'value', message, lacks: null };
}

function unknownKey(key: string, parent: Pointer, schema: JsonSchema): string {
  const names = Object.keys(schema.properties ?? {});
  const within = parent.length === 0 ? '' : ` in ${quotedText(pointerText(parent))}`;
  const found = `unknown key ${quotedText(key)}${within}`;
  if (parent.length === 0 && findOption(key) !== null) return `${found}: it is no option of the configuration file`;
  const near = nearestName(key, names);
  if (near !== null) return `${found}; did you mean "${near}"?`;
  if (schema.patternProperties !== undefined) return `${found}; expected ${expectation(schema)}`;
  return `${found}; expected one of ${names.map((name) => `"${name}"`).join(', ')}`;
}

/** `/rules/0/atol` → `['rules', 0, 'atol']`; parts are numbers where the schema speaks of a list. */
function parsePointer(path: string, error: ErrorObject): Pointer {
  if (path === '') return [];
  const parts = path
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const inList = /\/items(?=\/|$)/.test(error.schemaPath);
  return parts.map((part, index) => (inList && index > 0 && /^\d+$/.test(part) ? Number(part) : part));
}
