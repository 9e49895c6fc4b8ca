import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { formats } from '../../src/commands/deliver.ts';
import { findOption } from '../../src/config/options.ts';
import { reporters } from '../../src/report/registry.ts';
import { seals } from '../../src/report/seal-registry.ts';
import { root } from '../house/source-tree.ts';

test('the help of --format names formats that there are', () => {
  const named = (findOption('format')?.description ?? '').replace(/^[^:]*: |, or another of .*$/g, '').split(', ');
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !formats.includes(name))).toEqual([]);
});

test('docs/reports.md lists every format, with the file that it writes', () => {
  const page = readFileSync(path.join(root, 'docs', 'reports.md'), 'utf8');
  const files = [...reporters, ...seals].flatMap(({ fileName }) => fileName ?? []);
  expect([...formats, ...files].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test('no two formats have one name', () => {
  expect(new Set(formats).size).toBe(formats.length);
});
