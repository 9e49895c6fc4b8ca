/** Writes what is generated (`npm run generate`), or says what is not fresh (`npm run generate -- --check`, exit code 1). */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generatedFiles } from './generated-files.ts';

const check = process.argv.includes('--check');
const stale: string[] = [];
for (const { path, render } of generatedFiles) {
  const current = existsSync(path) ? readFileSync(path, 'utf8') : null;
  const fresh = render(current);
  if (fresh === current) continue;
  stale.push(path);
  if (check) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, fresh);
}
if (stale.length === 0) console.log(`${generatedFiles.length} generated files are fresh.`);
else if (check) {
  console.error(`Not fresh: ${stale.join(', ')}. Run: npm run generate`);
  process.exitCode = 1;
} else console.log(`Written: ${stale.join(', ')}`);
