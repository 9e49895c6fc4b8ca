/**
 * `report.json` read back, so that any reporter can render yesterday's report. The text is untrusted: it is checked against
 * the published schema before anything looks at it. What is read renders byte by byte as it was written.
 */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { FactValue } from '../model/finding.ts';
import { formatInteger, quote } from '../model/format-number.ts';
import { InputProblem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { branchFor, itemSchema, memberSchema, resolveNode, type SchemaNode } from './document-schema.ts';
import { numberKey, reportSchema } from './json.ts';

/** Deeper than any report of ours: readers bound what they take out of files far below this. */
const deepest = 4_000;

/**
 * The Report out of the text of a `report.json`.
 * @throws InputProblem `REPORT_NOT_JSON`, `REPORT_TOO_DEEP`, `REPORT_VERSION`, `REPORT_INVALID`
 */
export function readReport(text: string): Report {
  const document = parse(text);
  const version = isObject(document) ? document.reportVersion : undefined;
  if (version !== 1) {
    throw new InputProblem(
      'REPORT_VERSION',
      version === undefined
        ? 'This is no Train Twice report: "reportVersion" is missing, expected 1.'
        : `Report version ${quote(String(JSON.stringify(version)))} was found, expected 1.`,
      { remedy: 'Read it with the version of train-twice that wrote it.' },
    );
  }
  const validate = validator();
  if (!isValid(validate, document)) {
    throw new InputProblem('REPORT_INVALID', explainErrors(validate.errors ?? []), {
      remedy: 'Take the report as it was written: schemas/report.v1.json describes its form.',
    });
  }
  return decode(document, reportSchema) as Report;
}

function parse(text: string): unknown {
  if (isTooDeep(text)) {
    throw new InputProblem('REPORT_TOO_DEEP', `The JSON is nested deeper than ${formatInteger(deepest)} levels.`, {
      remedy: 'Take the report as it was written; no report of ours is nested so deep.',
    });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputProblem(
      'REPORT_NOT_JSON',
      `The report is no JSON: ${cause instanceof Error ? cause.message : ''}.`,
      {
        remedy: 'Take the report as it was written, whole and unchanged.',
        cause,
      },
    );
  }
}

/** Brackets outside strings, counted without recursion. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > deepest) return true;
  }
  return false;
}

let compiled: ValidateFunction | null = null;

function validator(): ValidateFunction {
  compiled ??= new Ajv2020({ strict: true, strictTypes: false }).compile(reportSchema);
  return compiled;
}

function isValid(validate: ValidateFunction, document: unknown): boolean {
  try {
    return validate(document);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new InputProblem('REPORT_TOO_DEEP', 'The JSON is nested too deep to be checked.', { cause });
  }
}

/** The deepest error is the one of the branch that was meant. */
function explainErrors(errors: readonly ErrorObject[]): string {
  const depth = (error: ErrorObject): number => error.instancePath.split('/').length;
  const deepestError = errors.toSorted((a, b) => depth(b) - depth(a)).find((error) => error.keyword !== 'oneOf');
  const error = deepestError ?? errors[0];
  if (error === undefined) return 'The report does not follow its schema.';
  const named = error.params.additionalProperty ?? error.params.missingProperty;
  return `At ${quote(error.instancePath === '' ? '/' : error.instancePath)} the report ${error.message ?? 'is not as expected'}${
    named === undefined ? '' : `: ${quote(String(named))}`
  }.`;
}

function decode(value: unknown, unresolved: SchemaNode): unknown {
  const { node, name } = resolveNode(reportSchema, unresolved);
  if (name === 'fact') return decodeFact(value);
  if (name === 'number') return isNonFiniteName(value) ? numberOf(value) : value;
  if (node.oneOf !== undefined) return decode(value, branchFor(reportSchema, node.oneOf, value) ?? {});
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((item, index) => decode(item, itemSchema(node, index)));
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, decode(member, memberSchema(node, key))]),
  );
}

function decodeFact(value: unknown): FactValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return value.map(decodeFact);
  const members = Object.entries(value);
  const [only] = members;
  if (members.length === 1 && only?.[0] === numberKey && isNonFiniteName(only[1])) return numberOf(only[1]);
  return Object.fromEntries(
    members.map(([key, member]) => [key.startsWith('$$') ? key.slice(1) : key, decodeFact(member)]),
  );
}

type NonFiniteName = 'nan' | 'inf' | '-inf';

function isNonFiniteName(value: unknown): value is NonFiniteName {
  return value === 'nan' || value === 'inf' || value === '-inf';
}

function numberOf(name: NonFiniteName): number {
  if (name === 'nan') return Number.NaN;
  return name === 'inf' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
