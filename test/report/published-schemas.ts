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

/** Message by message, what the in-toto framework's protocol buffers know: name of a field in JSON (lowerCamelCase), and its type. */
function protoMessages(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const messages = new Map<string, Map<string, string>>();
  for (const file of ['statement', 'resource_descriptor', 'test_result']) {
    const open: string[] = [];
    for (const line of schemaText(`in-toto/${file}.proto`).split('\n')) {
      const message = /^\s*message (\w+) \{/.exec(line)?.[1];
      if (message !== undefined) open.push(message);
      else if (/^\s*\}/.test(line)) open.pop();
      const field = /^\s*((?:repeated )?[\w.]+|map<string, string>) (\w+) = \d+(?: \[json_name = "(\w+)"\])?;/.exec(
        line,
      );
      const owner = open.at(-1);
      if (field === null || owner === undefined) continue;
      const [, type = '', name = '', jsonName] = field;
      const known = messages.get(owner) ?? new Map<string, string>();
      known.set(jsonName ?? name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), type);
      messages.set(owner, known);
    }
  }
  return messages;
}

/** What would be lost or refused when the document is read as that message, by the JSON mapping of protocol buffers. */
export function protoErrors(message: 'Statement' | 'TestResult', text: string): readonly string[] {
  const messages = protoMessages();
  const check = (type: string, value: unknown, place: string): readonly string[] => {
    const wrong = [`${place} is no ${type}`];
    if (type.startsWith('repeated ')) {
      if (!Array.isArray(value)) return wrong;
      return value.flatMap((item, index) => check(type.slice('repeated '.length), item, `${place}/${index}`));
    }
    if (type === 'string') return typeof value === 'string' ? [] : wrong;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong;
    const members = Object.entries(value);
    if (type === 'google.protobuf.Struct') return [];
    if (type === 'map<string, string>') return members.every(([, member]) => typeof member === 'string') ? [] : wrong;
    const fields = messages.get(type.split('.').at(-1) ?? '');
    if (fields === undefined) return [`${place}: the message ${type} is not known`];
    return members.flatMap(([key, member]) => {
      const field = fields.get(key);
      return field === undefined ? [`${place}/${key} is no field of ${type}`] : check(field, member, `${place}/${key}`);
    });
  };
  return check(message, JSON.parse(text), '');
}
