/**
 * The script and the style sheet of report.html, bundled from `src/page` into `src/report/html/assets.json` with the digests that its Content Security
 * Policy names. The same sources give the same bytes: esbuild is pinned by the lock file.
 */
import { createHash } from 'node:crypto';
import { buildSync } from 'esbuild';

const folder = 'src/page';

export function reportAssets(): { readonly path: string; readonly text: string } {
  const script = bundle(`${folder}/main.ts`);
  const style = bundle(`${folder}/page.css`);
  if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style)) {
    throw new Error('The script or the style of report.html would end its own element.');
  }
  const assets = { scriptHash: digest(script), styleHash: digest(style), style, script };
  return { path: 'src/report/html/assets.json', text: `${JSON.stringify(assets, null, 2)}\n` };
}

function bundle(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['chrome105', 'firefox113', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

/** As Content Security Policy Level 3, section 2.3.1 writes it: over the text between the tags. */
function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
