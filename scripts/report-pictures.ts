/** Pictures of `report.html` for the README, taken in the system's Chromium out of an audit of the gallery. */
import { join } from 'node:path';
import { openReport, startBrowser } from '../test/browser/browser.ts';
import { gallery } from '../test/fixtures/reports/gallery.ts';

const audit = 'divergent-late';

/** What a reader sees first, and the map of the checkpoints; both into `folder`. The names of the files. */
export async function takePictures(folder: string): Promise<readonly string[]> {
  const report = gallery[audit];
  if (report === undefined) throw new Error(`the gallery has no "${audit}"`);
  const browser = await startBrowser();
  try {
    const { page } = await openReport(browser, report, {
      viewport: { width: 1080, height: 1180 },
      colorScheme: 'light',
    });
    await page.screenshot({ path: join(folder, 'report.png') });
    await page.setViewportSize({ width: 1240, height: 1400 });
    const map = page.locator('#checkpoints');
    await map.scrollIntoViewIfNeeded();
    await map.screenshot({ path: join(folder, 'report-checkpoints.png') });
    return ['report.png', 'report-checkpoints.png'];
  } finally {
    await browser.close();
  }
}
