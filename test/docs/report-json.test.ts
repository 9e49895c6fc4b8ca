/** The contract of `report.json`: every field is described, on the page too, and what the page shows how to do works. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportJsonPage } from '../../scripts/report-json-page.ts';
import type { Report } from '../../src/model/report.ts';
import type { SchemaNode } from '../../src/report/document-schema.ts';
import { jsonReporter, reportSchema } from '../../src/report/json.ts';
import { readReport } from '../../src/report/read-json.ts';
import { reporters } from '../../src/report/registry.ts';
import { gallery } from '../fixtures/reports/gallery.ts';

const plain = { color: false, columns: 100, verbose: true };
const write = (report: Report): string => jsonReporter.render(report, plain);
const page = reportJsonPage().text;

interface Property {
  readonly path: string;
  readonly name: string;
  readonly node: SchemaNode;
}

/** Every property of the schema, at whatever depth. */
function propertiesOf(node: SchemaNode, path: string): readonly Property[] {
  return [
    ...Object.entries(node.properties ?? {}).flatMap(([name, member]) => [
      { path: `${path}.${name}`, name, node: member },
      ...propertiesOf(member, `${path}.${name}`),
    ]),
    ...(typeof node.items === 'object' ? propertiesOf(node.items, `${path}[]`) : []),
    ...(typeof node.additionalProperties === 'object' ? propertiesOf(node.additionalProperties, `${path}.*`) : []),
    ...(node.oneOf ?? []).flatMap((branch, index) => propertiesOf(branch, `${path}|${index}`)),
    ...Object.entries(node.$defs ?? {}).flatMap(([name, definition]) => propertiesOf(definition, `#${name}`)),
  ];
}

const properties = propertiesOf(reportSchema, '$');

describe('of report.json', () => {
  test('every field has a description that is a sentence', () => {
    expect(properties.length).toBeGreaterThan(300);
    const bad = properties.filter(({ node }) => !/^\S.{3,}[.…]$/s.test(node.description ?? ''));
    expect(bad.map(({ path }) => path)).toEqual([]);
  });

  test('every part that comes again has one too', () => {
    const bad = Object.entries(reportSchema.$defs ?? {}).filter(
      ([, { description }]) => !/\.$/.test(description ?? ''),
    );
    expect(bad.map(([name]) => name)).toEqual([]);
  });

  test('every field stands on the page, with its description', () => {
    const missing = properties.filter(({ name, node }) => {
      // A pair is told by its own row.
      if (name === 'first' || name === 'second') return false;
      const rows = page.split('\n').filter((line) => new RegExp(`^\\| \`(?:[^\`]*\\.)?${name}\``).test(line));
      return !rows.some((row) => row.includes((node.description ?? '').replaceAll('|', '\\|')));
    });
    expect(missing.map(({ path }) => path)).toEqual([]);
  });

  test('every link on the page leads somewhere', () => {
    const headings = [...page.matchAll(/^#{2,3} (.+)$/gm)].map(([, title]) => title?.toLowerCase());
    const links = [...page.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor]) => anchor);
    expect(links.filter((anchor) => !headings.includes(anchor))).toEqual([]);
  });
});

describe.each(Object.entries(gallery))('the audit "%s"', (_, report) => {
  test('loses nothing when it is written and read back', () => {
    expect(readReport(write(report))).toEqual(report);
  });

  test('is read and rendered too without the members that need not be there', () => {
    const bare: Report = readReport(JSON.stringify(withoutOptional(JSON.parse(write(report)), reportSchema)));
    expect(bare.comparisons.some(({ ownNames }) => ownNames !== undefined)).toBe(false);
    for (const reporter of reporters) expect(reporter.render(bare, plain).length).toBeGreaterThan(10);
  });
});

/** A document as an older version of the same contract may have written it. */
function withoutOptional(value: unknown, unresolved: SchemaNode): unknown {
  const node = unresolved.$ref === undefined ? unresolved : reportSchema.$defs?.[unresolved.$ref.replace(/.*\//, '')];
  if (typeof value !== 'object' || value === null || node === undefined) return value;
  const branches = (node.oneOf ?? []).filter(({ type, $ref }) => type !== 'null' || $ref !== undefined);
  if (branches.length === 1 && branches[0] !== undefined) return withoutOptional(value, branches[0]);
  if (Array.isArray(value)) {
    const { items } = node;
    return typeof items === 'object' ? value.map((item) => withoutOptional(item, items)) : value;
  }
  if (node.properties === undefined) return value;
  const members = Object.entries(value).filter(([key]) => node.required?.includes(key) === true);
  return Object.fromEntries(
    members.map(([key, member]) => [key, withoutOptional(member, node.properties?.[key] ?? {})]),
  );
}

test('the program in Python that the page shows reads a report', () => {
  const program = [...page.matchAll(/^```python\n([\s\S]*?)^```/gm)].map(([, lines]) => lines ?? '').join('\n');
  const folder = mkdtempSync(join(tmpdir(), 'report-json-'));
  try {
    mkdirSync(join(folder, 'train-twice-report'));
    writeFileSync(join(folder, 'train-twice-report', 'report.json'), write(gallery['divergent-late'] as Report));
    const called = `${program}\nprint(number("-inf"), number(0.5))\n`;
    const printed = execFileSync('python3', ['-c', called], { cwd: folder, encoding: 'utf8' });
    expect(printed).toContain('divergent False');
    expect(printed).toContain('outputs/‹date›/‹time›/metrics.csv train/loss differs from step 47');
    expect(printed).toContain('-inf 0.5');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
