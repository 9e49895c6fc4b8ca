/** The schemas that others published for our formats (`test/fixtures/schemas/README.md` says whose), as functions: no errors, or which. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
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
