/** `report.html` in a real browser, opened from disk as a reader opens it out of an artifact. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { jsonReporter } from '../../src/report/json.ts';
import { divergent } from '../fixtures/reports/failing.ts';
import { gallery } from '../fixtures/reports/gallery.ts';
import { hostile, hostileTexts } from '../fixtures/reports/hostile.ts';
import { largeReport } from '../fixtures/reports/large.ts';
import { type OpenReport, openPage, openReport, seriousViolations, startBrowser } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
});

const some = largeReport({ tensors: 480, checkpoints: 3, series: 9, points: 400 });

/** Whether a canvas has anything on it. */
const inked = (page: Page): Promise<readonly boolean[]> =>
  page.locator('.chart:visible canvas').evaluateAll((canvases) =>
    canvases.map((canvas) => {
      const context = (canvas as HTMLCanvasElement).getContext('2d');
      const { width, height } = canvas as HTMLCanvasElement;
      return context?.getImageData(0, 0, width, height).data.some((value) => value !== 0) ?? false;
    }),
  );

const rows = (page: Page) => page.locator('#tensors tbody tr');

describe.each(Object.entries({ ...gallery, large: some }))('the page of "%s"', (_name, report) => {
  let opened: OpenReport;

  beforeAll(async () => {
    opened = await openReport(browser, report);
  });

  afterAll(async () => {
    await opened?.page.close();
  });

  it('opens from disk without a request or an error', () => {
    expect(opened.requests).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has no serious violation (%s)', async (colorScheme) => {
    const { page } = opened;
    await page.emulateMedia({ colorScheme });
    // What is folded is read as well.
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('is readable at 360 pixels: nothing but tables and charts is wider', async () => {
    const { page } = opened;
    await page.setViewportSize({ width: 360, height: 740 });
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });
});

describe('the charts', () => {
  it('are drawn where one looks, with the runs over each other and their distance below', async () => {
    const { page } = await openReport(browser, some);
    await page.locator('.chart').first().scrollIntoViewIfNeeded();
    await page.locator('.chart canvas').nth(1).waitFor();
    expect((await inked(page)).every(Boolean)).toBe(true);
    expect(await page.locator('.chart').first().locator('canvas').count()).toBe(2);
    await expect.poll(() => page.locator('.chart:visible').count()).toBe(6);
    await page.close();
  });

  it('take as much room before they are drawn as after, so that the page does not jump', async () => {
    const { page } = await openReport(browser, some);
    const heights = () => page.locator('.drawing').evaluateAll((all) => all.map((one) => one.clientHeight));
    const before = await heights();
    await page.locator('.chart').first().scrollIntoViewIfNeeded();
    await page.locator('.chart').nth(5).scrollIntoViewIfNeeded();
    await page.locator('.chart').nth(5).locator('canvas').first().waitFor();
    expect(await heights()).toEqual(before);
    await page.close();
  });

  it('zoom to the first difference and back', async () => {
    const { page } = await openReport(browser, some);
    const chart = page.locator('.chart').first();
    await chart.scrollIntoViewIfNeeded();
    const picture = () =>
      chart
        .locator('canvas')
        .first()
        .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    const whole = await picture();
    await chart.getByRole('button', { name: 'Around the first difference' }).click();
    await expect.poll(picture).not.toBe(whole);
    await chart.getByRole('button', { name: 'Whole course' }).click();
    await expect.poll(picture).toBe(whole);
    await page.close();
  });

  it('zoom to what is dragged over', async () => {
    const { page } = await openReport(browser, some);
    const chart = page.locator('.chart').first();
    await chart.scrollIntoViewIfNeeded();
    const whole = chart.getByRole('button', { name: 'Whole course' });
    expect(await whole.isDisabled()).toBe(true);
    const box = await chart.locator('.u-over').first().boundingBox();
    if (box === null) throw new Error('there is no plot');
    await page.mouse.move(box.x + 100, box.y + 50);
    await page.mouse.down();
    await page.mouse.move(box.x + 300, box.y + 60, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => whole.isDisabled()).toBe(false);
    await page.close();
  });

  it('have a logarithmic scale', async () => {
    const { page } = await openReport(browser, some);
    await page.locator('.chart').first().scrollIntoViewIfNeeded();
    const canvas = page.locator('.chart canvas').first();
    const picture = () => canvas.evaluate((one) => (one as HTMLCanvasElement).toDataURL());
    const linear = await picture();
    await page.getByLabel('Logarithmic').check();
    await expect.poll(picture).not.toBe(linear);
    await page.close();
  });

  it('are found by name, and all shown when asked for', async () => {
    const { page } = await openReport(browser, some);
    await page.locator('#chart-search').fill('metric_7');
    await expect.poll(() => page.locator('.chart:visible').count()).toBe(1);
    await page.locator('#chart-search').fill('');
    await page.getByRole('button', { name: 'Show all 9 charts' }).click();
    await expect.poll(() => page.locator('.chart:visible').count()).toBe(9);
    await page.close();
  });

  it('say in words what they show', async () => {
    const { page } = await openReport(browser, some);
    const label = await page.locator('.drawing').first().getAttribute('aria-label');
    expect(label).toBe(
      'Chart of train/metric_0: run 1 with 400 points, run 2 with 400 points; differs from step 200 on.',
    );
    await page.close();
  });

  it('say where a run is not finite, and how far the series are', async () => {
    const { page, complaints } = await openReport(browser, gallery.nan ?? divergent);
    const captions = await page.locator('.chart figcaption').allInnerTexts();
    expect(captions.join(' ')).toMatch(/run 2 is not finite at [\d,]+ points?, first at step [\d,]+/);
    const labels = await page
      .locator('.drawing')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    expect(labels.join(' ')).toContain('run 2 is not finite at');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('draw 100,000 points a run', async () => {
    const { page, complaints } = await openReport(
      browser,
      largeReport({ tensors: 4, checkpoints: 1, series: 1, points: 100_000 }),
    );
    await page.locator('.chart').first().scrollIntoViewIfNeeded();
    await page.locator('.chart canvas').nth(1).waitFor();
    expect((await inked(page)).every(Boolean)).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('the map of the checkpoints', () => {
  it('opens a cell into the table of its tensors, and gives all back', async () => {
    const { page } = await openReport(browser, some);
    const cell = page.locator('.map button', { hasNotText: '=' }).first();
    const label = (await cell.getAttribute('aria-label')) ?? '';
    await cell.click();
    const [, count = ''] = /: (\d+) of /.exec(label) ?? [];
    await expect.poll(() => rows(page).count()).toBe(Number(count));
    await page.getByRole('button', { name: 'Show all again' }).press('Enter');
    await expect.poll(() => rows(page).count()).toBeGreaterThan(Number(count));
    // The button is gone: the keyboard goes on from the table.
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Tensors');
    await page.close();
  });

  it('is walked through by arrow keys, and is one stop of the Tab key', async () => {
    const { page } = await openReport(browser, some);
    expect(await page.locator('.map button[tabindex="0"]').count()).toBe(1);
    await page.locator('.map button[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const focused = page.locator('.map button:focus');
    expect(await focused.count()).toBe(1);
    expect(await focused.getAttribute('tabindex')).toBe('0');
    expect(await page.locator('.map button[tabindex="0"]').count()).toBe(1);
    await page.close();
  });

  it('says how far the farthest tensor of a cell is, and cuts no head of a column', async () => {
    const { page } = await openReport(browser, some);
    const labels = await page
      .locator('.map button')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    expect(labels.join(' ')).toMatch(/tensors differ, by at most [\d,.e+]+ ulp/);
    const heads = page.locator('.map .upright');
    const cut = await heads.evaluateAll(
      (all) => all.filter((head) => (head.firstElementChild?.scrollHeight ?? 0) > head.clientHeight + 1).length,
    );
    expect(cut).toBe(0);
    expect(await heads.first().getAttribute('title')).toContain('checkpoint_epoch_001.pt');
    await page.close();
  });

  it('has no more than a screenful of groups, however many tensors there are', async () => {
    const { page } = await openReport(browser, largeReport({ tensors: 4_000, checkpoints: 2, series: 1, points: 10 }));
    const groups = await page.locator('.map tbody tr').count();
    expect(groups).toBeGreaterThan(4);
    expect(groups).toBeLessThanOrEqual(24);
    await page.close();
  });
});

describe('the table of tensors', () => {
  it('is searched by name', async () => {
    const { page } = await openReport(browser, some);
    await page.locator('#tensor-search').fill('epoch_002 blocks.7 layer.3.');
    await expect.poll(() => rows(page).count()).toBe(1);
    expect(await rows(page).first().innerText()).toContain('blocks.7.layer.3.weight');
    await page.close();
  });

  it('is sorted by a column, and the other way when asked again', async () => {
    const { page } = await openReport(browser, some);
    const head = page.locator('#tensors th', { hasText: 'Differing' });
    const first = async () =>
      Number((await rows(page).first().locator('td').nth(3).innerText()).split(' ')[0]?.replaceAll(',', ''));
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    const most = await first();
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(await first()).toBeLessThan(most);
    await page.close();
  });

  it('shows what is the same when asked, too', async () => {
    const { page } = await openReport(browser, some);
    expect(await page.getByRole('status').filter({ hasText: 'of 480' }).innerText()).toBe('240 tensors of 480');
    await page.getByLabel('Only those that differ').uncheck();
    await expect
      .poll(() => page.getByRole('status').filter({ hasText: 'of 480' }).innerText())
      .toBe('480 tensors of 480');
    await page.close();
  });

  it('has a picture of the differences of each tensor, with words for it', async () => {
    const { page } = await openReport(browser, some);
    const label = await page.locator('.histogram').first().getAttribute('aria-label');
    expect(label).toMatch(/^Sizes in ulp, of [\d,]+ looked at: [\d,]+ at 1\b/);
    await page.close();
  });

  it('makes its rows as one scrolls', async () => {
    const { page } = await openReport(browser, largeReport({ tensors: 4_000, checkpoints: 2, series: 1, points: 10 }));
    const before = await rows(page).count();
    expect(before).toBeLessThan(1_000);
    await page.locator('.rows').evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
    await expect.poll(() => rows(page).count()).toBeGreaterThan(before);
    await page.close();
  });
});

describe('the embedded report', () => {
  it('is handed out byte by byte', async () => {
    const { page } = await openReport(browser, divergent);
    const waiting = page.waitForEvent('download');
    await page.locator('#download').click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('report.json');
    expect(readFileSync((await download.path()) ?? '', 'utf8')).toBe(
      jsonReporter.render(divergent, { color: false, columns: 80, verbose: false }),
    );
    await page.close();
  });
});

describe('hostile names', () => {
  it('are text: nothing runs, nothing is asked for, no element comes of them', async () => {
    const { page, requests, complaints } = await openReport(browser, hostile);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.locator('img, iframe, object, embed, form, a[href^="javascript:"]').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(2);
    const text = await page.locator('body').innerText();
    expect(text).toContain('<img src=x onerror=alert(1)>');
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    await page.close();
  });

  it('are text in charts, map and table, too', async () => {
    const [some] = divergent.comparisons;
    if (some === undefined) throw new Error('the fixture compares nothing');
    const name = hostileTexts.join('');
    const renamed = JSON.parse(
      jsonReporter
        .render(largeReport({ tensors: 8, checkpoints: 1, series: 1, points: 10 }), {
          color: false,
          columns: 80,
          verbose: false,
        })
        .replaceAll('train/metric_0', JSON.stringify(name).slice(1, -1))
        .replaceAll('blocks.0', JSON.stringify(name).slice(1, -1)),
    ) as Report;
    const { page, requests, complaints } = await openReport(browser, renamed);
    expect([...requests, ...complaints]).toEqual([]);
    expect(await page.locator('img, iframe').count()).toBe(0);
    expect(await page.locator('.chart h3').first().innerText()).toContain('::error::owned');
    await page.close();
  });

  it('of ten megabytes open like any other', async () => {
    const long = '<b>'.repeat(3_500_000);
    const { page, complaints } = await openReport(browser, {
      ...divergent,
      judgement: { ...divergent.judgement, sentence: long },
      firstDifference: { ...divergent.firstDifference, sentence: long },
    });
    expect(complaints).toEqual([]);
    expect(await page.locator('b').count()).toBe(0);
    await page.close();
  });

  it('cannot bring a script in: the policy stops what is not ours', async () => {
    const html = (await import('../../src/report/html.ts')).htmlReporter.render(divergent, {
      color: false,
      columns: 80,
      verbose: false,
    });
    const injected = html.replace(
      '<main>',
      '<main><script>document.title = "owned"</script><img src="https://example.invalid/x.png">',
    );
    const { page, complaints } = await openPage(browser, injected);
    expect(await page.title()).not.toBe('owned');
    expect(complaints.some((text) => text.includes('Content Security Policy'))).toBe(true);
    await page.close();
  });
});

describe('a page of 10,000 tensors and 200 series', () => {
  it('stands in under two seconds, and scrolls', async () => {
    const { page, workedFor, complaints } = await openReport(
      browser,
      largeReport({ tensors: 10_000, checkpoints: 4, series: 200, points: 250 }),
    );
    expect(workedFor).toBeLessThan(2);
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await page.getByRole('button', { name: 'Show all 200 charts' }).click();
    await page.locator('.chart').nth(150).scrollIntoViewIfNeeded();
    await page.locator('.chart').nth(150).locator('canvas').first().waitFor();
    // Those that were left are cleared away again.
    expect(await page.locator('.chart canvas').count()).toBeLessThan(60);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

it('on paper everything is unfolded', async () => {
  const { page } = await openReport(browser, divergent);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate('dispatchEvent(new Event("beforeprint"))');
  expect(await page.locator('details:not([open])').count()).toBe(0);
  await page.evaluate('dispatchEvent(new Event("afterprint"))');
  expect(await page.locator('details:not([open])').count()).toBeGreaterThan(0);
  await page.close();
});

it('on paper every chart is drawn, at the width of the paper, and in dark ink', async () => {
  const { page } = await openReport(browser, some, { colorScheme: 'dark' });
  const drawn = () => page.locator('.drawing:visible canvas').count();
  await page.evaluate('dispatchEvent(new Event("beforeprint"))');
  await page.emulateMedia({ media: 'print' });
  expect(await drawn()).toBe(12);
  expect((await inked(page)).every(Boolean)).toBe(true);
  const widths = await page.locator('.drawing:visible .u-wrap').evaluateAll((all) => all.map((one) => one.clientWidth));
  expect(new Set(widths)).toEqual(new Set([680]));
  expect(await page.evaluate('getComputedStyle(document.documentElement).getPropertyValue("--text")')).toBe('#1b1f24');
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate('dispatchEvent(new Event("afterprint"))');
  await expect.poll(drawn).toBeLessThan(12);
  await page.close();
});

it('on paper charts that are too many to be drawn leave no empty boxes', async () => {
  const { page } = await openReport(browser, largeReport({ tensors: 4, checkpoints: 1, series: 80, points: 10 }));
  await page.getByRole('button', { name: 'Show all 80 charts' }).click();
  await page.evaluate('dispatchEvent(new Event("beforeprint"))');
  await page.emulateMedia({ media: 'print' });
  const visible = await page.locator('.drawing:visible').count();
  expect(visible).toBeLessThan(60);
  expect(await page.locator('.drawing:visible:has(canvas)').count()).toBe(visible);
  await page.close();
});

it('on paper no table is wider than the sheet', async () => {
  const { page } = await openReport(browser, gallery['divergent-late'] ?? divergent, {
    viewport: { width: 700, height: 1_000 },
  });
  await page.evaluate('dispatchEvent(new Event("beforeprint"))');
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(700);
  await page.close();
});

it('grows with the letters that the reader chose', async () => {
  const { page } = await openReport(browser, divergent);
  const size = () => page.evaluate('getComputedStyle(document.body).fontSize');
  expect(await size()).toBe('16px');
  await page.evaluate('void (document.documentElement.style.fontSize = "24px")');
  expect(await size()).toBe('24px');
  await page.close();
});

it('without scripts the whole story is there', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.setContent(
    (await import('../../src/report/html.ts')).htmlReporter.render(divergent, {
      color: false,
      columns: 80,
      verbose: false,
    }),
  );
  const text = await page.locator('body').innerText();
  for (const title of ['First difference', 'What to do', 'Metrics', 'Checkpoints', 'Findings'])
    expect(text).toContain(title);
  await context.close();
});
