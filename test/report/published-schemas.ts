/** The schemas that others published for our formats (`test/fixtures/schemas/README.md` says whose), as functions: no errors, or which. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';
import { root } from '../house/source-tree.ts';

function schemaText(name: string): string {
  return readFileSync(path.join(root, 'test', 'fixtures', 'schemas', name), 'utf8');
}

/** What Jenkins' schema has against these documents, each with its name. */
export async function junitErrors(documents: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const result = await validateXML({
    xml: Object.entries(documents).map(([name, contents]) => ({ fileName: `${name}.xml`, contents })),
    schema: { fileName: 'junit-10.xsd', contents: schemaText('junit-10.xsd') },
    maxMemoryPages: 4096,
  });
  return result.errors.map((error) => error.rawMessage);
}

/**
 * What the schema of OASIS has against a document. It is written in JSON Schema draft-04; of what draft-07 reads in another way
 * (`id`, a boolean `exclusiveMinimum`) it uses its own address alone.
 */
export function sarifErrors(text: string): readonly string[] {
  const { $schema: _draft, id: _address, ...schema } = JSON.parse(schemaText('sarif-schema-2.1.0.json'));
  return errorsBy('sarif', schema, text);
}

/** What shields.io would refuse in an endpoint's answer. */
export function badgeErrors(text: string): readonly string[] {
  return errorsBy('badge', JSON.parse(schemaText('shields-endpoint.schema.json')), text);
}

const compiled = new Map<string, ReturnType<Ajv['compile']>>();

function errorsBy(name: string, schema: object, text: string): readonly string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = compiled.get(name) ?? ajv.compile(schema);
  compiled.set(name, validate);
  return validate(JSON.parse(text))
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
