import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ansiToHtml } from '../../scripts/ansi-to-html.ts';
import { previewFiles } from '../../scripts/preview-files.ts';
import { reporters } from '../../src/report/registry.ts';
import { gallery } from '../fixtures/reports/gallery.ts';
import { root } from '../house/source-tree.ts';

const files = previewFiles();
const index = files[0]?.text ?? '';

describe('the gallery', () => {
  test('has a file for every reporter and every audit, and an index', () => {
    expect(files[0]?.path).toBe('index.html');
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    expect(files).toHaveLength(1 + reporters.length * Object.keys(gallery).length);
    for (const { path, text } of files) expect(text.length, path).toBeGreaterThan(0);
  });

  test('links every file from its index', () => {
    const links = [...index.matchAll(/href="([^#"]+)"/g)].map(([, path]) => path);
    expect(links.toSorted()).toEqual(
      files
        .slice(1)
        .map(({ path }) => path)
        .toSorted(),
    );
  });

  test('shows the terminal in colour, without a control character', () => {
    expect(index).toContain('<span class="bad">✗ Divergent:</span>');
    expect(index).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  });

  test('asks for nothing from elsewhere', () => {
    expect(index).not.toMatch(/https?:|src=|@import|url\(/);
  });

  test('is written where it is asked for', () => {
    const folder = mkdtempSync(join(tmpdir(), 'preview-'));
    try {
      const argv = [join(root, 'scripts/run-ts.mjs'), join(root, 'scripts/preview.ts'), '--out', folder];
      execFileSync(process.execPath, argv, { cwd: root });
      for (const { path, text } of files) {
        expect(existsSync(join(folder, path)), path).toBe(true);
        expect(readFileSync(join(folder, path), 'utf8') === text, path).toBe(true);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('terminal text as HTML', () => {
  test.each([
    ['\u001b[31;1mred\u001b[0m', '<span class="bad">red</span>'],
    ['a <b> & "c"', 'a &lt;b&gt; &amp; &quot;c&quot;'],
    ['\u001b[36m<x>\u001b[0m', '<span class="code">&lt;x&gt;</span>'],
    ['plain', 'plain'],
  ])('%j becomes %s', (text, html) => {
    expect(ansiToHtml(text)).toBe(html);
  });
});
