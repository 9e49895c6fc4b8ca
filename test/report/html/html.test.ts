import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/model/report.ts';
import { hasVerdict } from '../../../src/model/verdict.ts';
import { htmlReporter } from '../../../src/report/html.ts';
import { jsonReporter } from '../../../src/report/json.ts';
import { divergent } from '../../fixtures/reports/failing.ts';
import { gallery } from '../../fixtures/reports/gallery.ts';
import { hostile } from '../../fixtures/reports/hostile.ts';
import { largeReport } from '../../fixtures/reports/large.ts';
import { readablePage } from './readable-page.ts';

const plain = { color: false, columns: 80, verbose: false };
const render = (report: Report): string => htmlReporter.render(report, plain);

/** The embedded report, as a browser would read it. */
function embedded(page: string): string {
  const data = /<script type="text\/plain" id="report-data">([^<]*)<\/script>/.exec(page)?.[1] ?? '';
  return inflateRawSync(Buffer.from(data, 'base64')).toString('utf8');
}

/** Every element that the templates and the checks' own texts use. */
const ourTags = new Set(
  'html head meta title link style body a header nav main section footer h1 h2 h3 h4 p span strong em code pre ul ol li table thead tbody tr th td div details summary svg rect circle script'.split(
    ' ',
  ),
);

describe('the page', () => {
  it('names the digest of its one script and its one style, and allows nothing else', () => {
    const page = render(divergent);
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text);
    const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) => text);
    const digest = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
    expect(policy.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; script-src '${digest(scripts[0] ?? '')}'; style-src '${digest(styles[0] ?? '')}'; img-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect([scripts.length, styles.length]).toEqual([1, 1]);
    expect(page).not.toMatch(/\sstyle=/);
  });

  it('breaks no sparkline', () => {
    const some = largeReport({ tensors: 4, checkpoints: 1, series: 1, points: 40 });
    const [, course = ''] = /<td class="course">(.*?)<\/td>/.exec(render(some)) ?? [];
    expect(course).toMatch(/[▁-█]/);
  });

  it('has nothing green where there is no verdict', () => {
    for (const [name, report] of Object.entries(gallery)) {
      const page = readablePage(render(report));
      if (hasVerdict(report.judgement.outcome)) expect(page, name).toContain('<body>');
      else {
        expect(page, name).toContain('<body class="unproven">');
        expect(page, name).not.toMatch(/class="(?:[\w-]+ )*(?:tone-)?good[ "]/);
      }
    }
  });

  it('names nothing that lies elsewhere', () => {
    const page = readablePage(render(divergent));
    expect(page).not.toMatch(/(?:src|href)="(?!#|data:,)[^"]*"/);
  });

  it('links the pages of its checks where the report knows them', () => {
    const checkPages = 'https://github.com/acme/train-twice/blob/v1/docs/checks/';
    const page = readablePage(render({ ...divergent, meta: { ...divergent.meta, checkPages } }));
    expect(page).toContain(`<a href="${checkPages}weights/values-differ.md">Its page</a>`);
  });

  it('holds report.json byte by byte', () => {
    for (const report of [divergent, hostile])
      expect(embedded(render(report))).toBe(jsonReporter.render(report, plain));
  });

  it('has no element and no attribute out of a file', () => {
    const page = readablePage(render(hostile));
    const tags = new Set([...page.matchAll(/<\/?([a-z][a-z0-9-]*)/gi)].map(([, name = '']) => name.toLowerCase()));
    expect([...tags].filter((tag) => !ourTags.has(tag))).toEqual([]);
    // Quoted values out of the way: what is left of a tag are the names of its attributes.
    expect(page.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/<[^<>]*\son\w+=/i);
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u0000-\u0008]/);
  });

  it('stays small, however long a name is', () => {
    const long = 'x'.repeat(10_000_000);
    const page = render({
      ...divergent,
      firstDifference: { ...divergent.firstDifference, sentence: long },
      judgement: { ...divergent.judgement, sentence: long },
    });
    expect(page.length).toBeLessThan(500_000);
  });

  it('is at most 5 MB with 10,000 tensors and 200 series', () => {
    const page = render(largeReport({ tensors: 10_000, checkpoints: 4, series: 200, points: 250 }));
    expect(page.length).toBeLessThan(5_000_000);
  });
});
