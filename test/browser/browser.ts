/** The system's Chromium, and a page of it that has a report open: with everything that it asked for and complained of. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Report } from '../../src/model/report.ts';
import { htmlReporter } from '../../src/report/html.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Sandboxes of containers forbid its own; nothing that it opens is foreign. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? places.find((place) => existsSync(place));
  if (executablePath === undefined) {
    throw new Error('Chromium was not found: install it (Debian: apt-get install chromium), or name it in CHROMIUM.');
  }
  return chromium.launch({ executablePath, args: [...flags, '--disable-component-update', '--disable-sync'] });
}

export interface OpenReport {
  readonly page: Page;
  /** Everything that the page wanted from elsewhere. */
  readonly requests: readonly string[];
  /** Errors and warnings of the console, and errors that nobody caught. */
  readonly complaints: readonly string[];
  /** Seconds that the page's own thread had worked when everything stood: what a machine that does nothing else would take. */
  readonly workedFor: number;
}

/** Writes `report.html` into a folder of its own and opens it from there, as a reader would. */
export async function openReport(
  browser: Browser,
  report: Report,
  options: BrowserContextOptions = {},
): Promise<OpenReport> {
  return openPage(browser, htmlReporter.render(report, { color: false, columns: 80, verbose: false }), options);
}

export async function openPage(
  browser: Browser,
  html: string,
  options: BrowserContextOptions = {},
): Promise<OpenReport> {
  const folder = mkdtempSync(path.join(tmpdir(), 'train-twice-page-'));
  const file = path.join(folder, 'report.html');
  writeFileSync(file, html);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) requests.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('close', () => rmSync(folder, { recursive: true, force: true }));
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(pathToFileURL(file).href, { waitUntil: 'commit' });
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  const { metrics } = await devtools.send('Performance.getMetrics');
  const workedFor = metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN;
  return { page, requests, complaints, workedFor };
}

/** Violations of WCAG that axe-core calls serious or critical, each with the first element that has it. */
export async function seriousViolations(page: Page): Promise<readonly string[]> {
  // Not as a script element: the page's own policy forbids that, and has to.
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200) + ' ' + nodes[0].failureSummary))`,
  );
  return found as readonly string[];
}
