/**
 * Builds dist/: `node scripts/build.mjs` writes it, `--check` only says whether what lies there is fresh (exit code 1).
 *
 * ES modules for Node 20 and newer, shared code in chunks, everything bundled, nothing minified: what is committed can be
 * read. The same sources give the same bytes on every machine. dist/licenses.txt holds the licences of what is bundled.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, 'dist');
const entries = ['cli', 'action', 'post'].filter((name) => existsSync(path.join(root, 'src', `${name}.ts`)));

/** CommonJS packages ask for Node's own modules through `require`; under its plain name one of them has it already. */
const banner = [
  "import { createRequire as trainTwiceCreateRequire } from 'node:module';",
  'const require = trainTwiceCreateRequire(import.meta.url);',
].join('\n');

async function bundle() {
  const result = await build({
    absWorkingDir: root,
    entryPoints: entries.map((name) => `src/${name}.ts`),
    outdir: 'dist',
    entryNames: '[name]',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: { js: banner },
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const files = new Map();
  for (const file of result.outputFiles) files.set(slashes(path.relative(dist, file.path)), Buffer.from(file.contents));
  files.set('package.json', Buffer.from('{ "type": "module" }\n'));
  files.set('licenses.txt', Buffer.from(licenses(Object.keys(result.metafile.inputs))));
  return files;
}

/** The licence of every package out of which a file was bundled, sorted by name. */
function licenses(inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(slashes(input));
    if (match) folders.add(match[1]);
  }
  const texts = [...folders].map((folder) => {
    const about = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(path.join(root, folder))
      .filter((name) => /^(?:licen[cs]e|copying)/i.test(name))
      .sort()[0];
    const text =
      file === undefined
        ? ''
        : readFileSync(path.join(root, folder, file), 'utf8')
            .replaceAll('\r\n', '\n')
            .trim();
    return {
      key: `${about.name}@${about.version}`,
      text: `${about.name} ${about.version} (${about.license})\n\n${text}`.trim(),
    };
  });
  const unique = new Map(texts.map(({ key, text }) => [key, text]));
  const line = `\n\n${'-'.repeat(80)}\n\n`;
  const sorted = [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return `Train Twice contains the following packages.${line}${sorted.join(line)}\n`;
}

function slashes(file) {
  return file.split(path.sep).join('/');
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => slashes(path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name))));
}

const files = await bundle();
const stale = [...files].filter(([name, bytes]) => {
  const file = path.join(dist, name);
  return !existsSync(file) || !readFileSync(file).equals(bytes);
});
const extra = filesBelow(dist).filter((name) => !files.has(name));
if (process.argv.includes('--check')) {
  const wrong = [...stale.map(([name]) => name), ...extra];
  if (wrong.length > 0) {
    console.error(`dist is not fresh: ${wrong.join(', ')}. Run: npm run build`);
    process.exitCode = 1;
  } else console.log(`dist is fresh: ${files.size} files.`);
} else {
  for (const name of extra) rmSync(path.join(dist, name));
  for (const [name, bytes] of stale) {
    mkdirSync(path.dirname(path.join(dist, name)), { recursive: true });
    writeFileSync(path.join(dist, name), bytes);
  }
  if (entries.includes('cli')) chmodSync(path.join(dist, 'cli.js'), 0o755);
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  console.log(`dist: ${files.size} files, ${(total / 1e6).toFixed(2)} MB, ${stale.length} written.`);
}
