import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown, markdownCode } from '../../../src/report/text/escape-markdown.ts';
import { escapeTerminal } from '../../../src/report/text/escape-terminal.ts';
import { shortened, visible } from '../../../src/report/text/visible.ts';
import { withoutCommands } from '../../../src/report/text/workflow-commands.ts';
import { parseRunnerOutput } from '../../e2e/runner-commands.ts';

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(':', '#', '[', ']', ' ', '\u0085', '\r', '\n', 'error', '::'),
    fc.string({ unit: 'binary', maxLength: 2 }),
  ),
});

describe('visible', () => {
  test.each([
    ['a\nb\tc', 'a\\nb\\tc'],
    ['\u001b[31mred', '\\x1b[31mred'],
    ['\u202egnp.exe', '\\u202egnp.exe'],
    ['\u00a0\u2028\ufeff', '\\xa0\\u2028\\ufeff'],
    ['\ud800', '\\ud800'],
    ['\u{e0041}', '\\u{e0041}'],
    ['漢字 é 🦊', '漢字 é 🦊'],
  ])('shows %j as %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});

test('shortened keeps both ends and never splits a character in two', () => {
  expect(shortened('abcdefghij', 7)).toBe('abcd…ij');
  expect(shortened('🦊'.repeat(9), 6)).not.toMatch(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
  );
});

test('no runner finds a command in a line for the terminal', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(parseRunnerOutput(escapeTerminal(text)).commands).toEqual([]);
      expect(parseRunnerOutput(withoutCommands(visible(`  ${text}`))).commands).toEqual([]);
    }),
  );
});

describe('escapeMarkdown', () => {
  test.each([
    ['a_b-c', 'a_b-c'],
    ['_a_', '&#95;a&#95;'],
    ['1. item', '1&#46; item'],
    ['0.5', '0.5'],
    ['a|b', 'a&#124;b'],
    ['https://x.y', 'https&#58;//x.y'],
    ['www.x.y', 'www&#46;x.y'],
    ['@octo', '&#64;&#8203;octo'],
    ['std::vector', 'std&#58;&#58;vector'],
    ['at 12: x', 'at 12: x'],
  ])('writes %j as %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test('leaves nothing that Markdown or HTML could take for structure', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bare = escapeMarkdown(text).replace(/&#\d+;/g, '');
        expect(bare).not.toMatch(/[<>&`*[\]~!@#$\\|{}\r\n]|:\/\/|www\./i);
      }),
    );
  });
});

test('code is HTML, since backticks cannot hold every text', () => {
  expect(markdownCode('a`</code>|')).toBe('<code>a&#96;&#60;/code&#62;&#124;</code>');
  expect(markdownCode('')).toBe('');
});
