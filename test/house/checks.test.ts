/** Files, registry, fixtures and pages of the checks belong together: who adds one is told what is missing. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPages } from '../../scripts/check-pages.ts';
import { checks } from '../../src/checks/registry.ts';
import { checkCases } from '../fixtures/audits/check-cases.ts';

const root = join(import.meta.dirname, '../..');
const idsOf = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => statSync(join(root, folder, name)).isDirectory())
    .flatMap((group) => readdirSync(join(root, folder, group)).map((name) => `${group}/${name}`))
    .map((path) => path.replace(ending, ''))
    .sort();
const registered = checks.map((check) => check.id).sort();

describe('checks', () => {
  test('each file below src/checks/<group> is registered under the id that its path says', () => {
    expect(idsOf('src/checks', '.ts')).toEqual(registered);
  });
  test('each id is there once', () => {
    expect(new Set(registered).size).toBe(registered.length);
  });
  test('each has a fixture that fires and one that is silent', () => {
    expect(Object.keys(checkCases).sort()).toEqual(registered);
  });
  test('each has a page', () => {
    expect(idsOf('docs/checks', '.md')).toEqual(registered);
  });
  test('pages and examples are fresh: `npm run generate` writes them', () => {
    for (const { path, text } of checkPages()) expect(readFileSync(join(root, path), 'utf8'), path).toBe(text);
  });
});

describe.each(checks)('$id', ({ id, title, why, fix, since }) => {
  test('says what is observed, in kebab case and without numbers', () => {
    expect(id).toMatch(/^[a-z]+\/[a-z]+(-[a-z]+)*$/);
  });
  test('has a title without a full stop, a reason, a snippet to copy, and a version', () => {
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(why.length).toBeGreaterThan(60);
    expect(fix).toContain('```');
    expect(since).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
