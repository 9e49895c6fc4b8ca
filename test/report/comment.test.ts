/** The comment on a pull request: golden files, short, and made of text alone. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { type CommentPlace, commentLimit, commentReporter, renderComment } from '../../src/report/comment.ts';
import { parseRunnerOutput } from '../e2e/runner-commands.ts';
import { arbitraryReport } from '../fixtures/reports/arbitrary-report.ts';
import { divergent } from '../fixtures/reports/failing.ts';
import { gallery } from '../fixtures/reports/gallery.ts';
import { hostile, hostileTexts } from '../fixtures/reports/hostile.ts';
import { report } from '../fixtures/reports/parts.ts';
import { identical } from '../fixtures/reports/passing.ts';

const place: CommentPlace = {
  job: 'checks / reproducible (a100, 3.12)',
  runUrl: 'https://github.com/octo/model/actions/runs/7',
  artifactUrl: 'https://github.com/octo/model/actions/runs/7/artifacts/9',
  commit: '0123456789abcdef0123456789abcdef01234567',
};

test.each(['divergent-late', 'identical', 'record-findings'])(
  'on a pull request, the audit "%s" links its summary and its artifact',
  async (name) => {
    const of = gallery[name];
    if (of === undefined) throw new Error(`the gallery has no "${name}"`);
    await expect(renderComment(of, place)).toMatchFileSnapshot(`golden/comment/${name}.linked.md`);
  },
);

test('as a format it is the same text, without what only the place of a comment knows', () => {
  const text = commentReporter.render(divergent, { color: false, columns: 100, verbose: true });
  expect(text).toBe(renderComment(divergent, { job: '', runUrl: '', artifactUrl: '', commit: '' }));
  expect(text).not.toContain('](');
});

test('a pass says what it rests on and nothing else', () => {
  const text = renderComment(identical, place);
  expect(text).toContain('2 tensors');
  expect(text).not.toContain('What to do');
});

describe('hostile texts', () => {
  const everywhere: Report = {
    ...hostile,
    judgement: { ...hostile.judgement, sentence: hostileTexts.slice(0, -1).join(' ') },
  };
  const texts = [everywhere, hostile].map((of) =>
    renderComment(of, { ...place, job: hostileTexts.slice(0, -1).join(' ') }),
  );

  test.each(texts)('name no person, no issue, no address, no picture, no tag (%#)', (text) => {
    const withoutOurs = text
      .replace(/\[(?:Summary and log|whole report)\]\(https:\/\/github\.com\/[\w/]+\)/g, '')
      .replace(/<\/?(?:b|sub|code|pre)>/g, '')
      .replace(/^\*\*[^*]*\*\*$/gm, '');
    // Behind the two marks that name people and issues stands a space that nobody sees.
    expect(withoutOurs).not.toMatch(/&#(?:64|35);(?!&#8203;)/);
    const rest = withoutOurs.replace(/&#\d+;/g, '');
    expect(rest).not.toMatch(/[<>&`*[\]~!@$\\]/);
    expect(rest).not.toMatch(/:\/\/|www\./i);
    expect(rest.split('\n').filter((line) => line.startsWith('#') && !line.startsWith('### '))).toEqual([]);
  });

  test('form no command for a runner that prints them', () => {
    for (const text of texts) expect(parseRunnerOutput(text).commands).toEqual([]);
  });

  test.each(['#1', 'GH-12', 'octo/model#3', '@octo', '@octo/team'])('%s links nothing', (name) => {
    const of = report({
      judgement: { ...divergent.judgement, sentence: `Divergent: see ${name} there.`, reasons: [] },
    });
    const text = renderComment(of, place)
      .replace(/&#35;/g, '#')
      .replace(/&#64;/g, '@')
      .replace(/&#8203;/g, '\u200b');
    expect(text).not.toContain(name);
    expect(text.replaceAll('\u200b', '')).toContain(name);
  });
});

test('links are plain addresses, or none', () => {
  const bad = ['javascript:alert(1)', 'https://x/)[y](https://z', 'https://x/ y', 'x', 'https://x/"'];
  for (const url of bad)
    expect(renderComment(identical, { ...place, runUrl: url, artifactUrl: url, commit: 'evil' })).toMatch(
      /<sub>Train Twice 0\.1\.0<\/sub>\n$/,
    );
});

test('whatever a report holds, the comment is short and begins with its verdict', () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryReport, fc.constant(hostile)), (of) => {
      const text = renderComment(of, place);
      expect(text.length).toBeLessThanOrEqual(commentLimit);
      expect(text).toMatch(/^### [✓✗?A-Z]/u);
      expect(text).toContain('[Summary and log](https://github.com/octo/model/actions/runs/7)');
    }),
    { numRuns: 80 },
  );
});
