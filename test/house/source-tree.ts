/** The source tree as text: what the house tests look at. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

export interface SourceFile {
  /** Relative to the repository, `/` between parts. */
  readonly path: string;
  readonly text: string;
  /** The text without comments and string contents, line structure kept. */
  readonly code: string;
  /** Imported modules: repository paths for relative ones, bare names else. `dynamic` for import(). */
  readonly imports: readonly { readonly target: string; readonly dynamic: boolean; readonly typeOnly: boolean }[];
}

/** Every file below a folder of the repository that ends as asked, sorted. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
    .filter((name) => name.endsWith(ending))
    .sort();
}

/** All TypeScript below `src`, parsed as far as the laws need it. */
export function sourceFiles(): readonly SourceFile[] {
  return filesBelow('src', '.ts').map((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    return { path: file, text, code: withoutComments(text), imports: importsOf(file, text) };
  });
}

function importsOf(file: string, text: string): SourceFile['imports'] {
  const found: { target: string; dynamic: boolean; typeOnly: boolean }[] = [];
  const resolve = (name: string): string =>
    name.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), name)) : name;
  for (const match of text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)) {
    found.push({ target: resolve(match[2] ?? ''), dynamic: false, typeOnly: match[1] !== undefined });
  }
  for (const match of text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)) {
    found.push({ target: resolve(match[1] ?? ''), dynamic: true, typeOnly: false });
  }
  return found;
}

/** Comments blanked out, strings kept (a law about `process.env` must not trip over a sentence about it). */
function withoutComments(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}
