/**
 * Writes the gallery: `npm run preview` into `preview/`, `npm run preview -- --out DIR` into another folder. With `--pictures docs` the README's
 * pictures are taken as well, which needs Chromium.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { previewFiles } from './preview-files.ts';

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'preview' }, pictures: { type: 'string' } },
});
const folder = resolve(values.out);
const files = previewFiles();
for (const { path, text } of files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
console.log(`${files.length} files are in ${folder}: begin with index.html.`);

if (values.pictures !== undefined) {
  const { takePictures } = await import('./report-pictures.ts');
  const names = await takePictures(resolve(values.pictures));
  console.log(`${names.join(' and ')} are in ${resolve(values.pictures)}.`);
}
