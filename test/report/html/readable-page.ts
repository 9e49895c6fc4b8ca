import assets from '../../../src/report/html/assets.json' with { type: 'json' };

/** What people read in report.html, without what is the same in every page and what only the script reads. */
export function readablePage(page: string): string {
  return page
    .replace(assets.style, '…')
    .replace(assets.script, '…')
    .replaceAll(/sha256-[A-Za-z0-9+/=]+/g, 'sha256-…')
    .replace(/(id="report-data">)[^<]*/, '$1…');
}
