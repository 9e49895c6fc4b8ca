/**
 * How files are called in a report for people: by their neutral path (the runs' own names taken out), without the folder
 * that all of them share, which is told once. Bookkeeping and ignored files have no say in what that folder is; those that
 * lie outside it begin with `./`, so that no short name can be taken for another. `report.json` keeps every path whole.
 */
import type { InventorySummary } from '../../model/evidence.ts';

export interface FileNames {
  /** The common folder with `/` at its end; empty where there is none. */
  readonly folder: string;
  /** Every neutral path that the inventories know. */
  readonly known: ReadonlySet<string>;
  /** Neutral path by run, then by the path that the file has in that run. */
  readonly neutral: ReadonlyMap<number, ReadonlyMap<string, string>>;
}

/** The names for all files of these runs. */
export function fileNames(inventories: readonly InventorySummary[]): FileNames {
  const files = inventories.flatMap((inventory) => inventory.files);
  const telling = files.filter((file) => file.role !== 'bookkeeping' && file.role !== 'ignored');
  return {
    folder: commonFolder(telling.map((file) => file.neutralPath)),
    known: new Set(files.map((file) => file.neutralPath)),
    neutral: new Map(
      inventories.map((inventory) => [
        inventory.run,
        new Map(inventory.files.map((file) => [file.path, file.neutralPath])),
      ]),
    ),
  };
}

/** The longest folder that all paths lie in, with `/` at its end; empty where they share none. */
export function commonFolder(paths: readonly string[]): string {
  const [first, ...others] = paths.map((path) => path.split('/').slice(0, -1));
  if (first === undefined) return '';
  const shared = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  const parts = shared < 0 ? first : first.slice(0, shared);
  return parts.length === 0 ? '' : `${parts.join('/')}/`;
}

/** The short name of a path, neutral or as it is in one run (any run where `run` is null). Unknown paths stay as they are. */
export function shortName(names: FileNames, path: string, run: number | null = null): string {
  const neutral = neutralPath(names, path, run);
  if (names.folder === '') return neutral;
  if (neutral.startsWith(names.folder) && neutral.length > names.folder.length) {
    return neutral.slice(names.folder.length);
  }
  return names.known.has(neutral) ? `./${neutral}` : neutral;
}

/** A sentence in which every quoted path of a known file is written in short; all else stays as it is. */
export function withShortNames(names: FileNames, sentence: string): string {
  return sentence.replace(/"([^"\\]+)"/g, (quoted, text: string) =>
    names.known.has(neutralPath(names, text, null)) ? `"${shortName(names, text)}"` : quoted,
  );
}

/** True where a short name can begin with `./`. */
export function liesOutside(names: FileNames): boolean {
  return names.folder !== '' && [...names.known].some((path) => !path.startsWith(names.folder));
}

/** The neutral path of a file that a run left, however it is named; null for what is no such file. */
export function neutralName(names: FileNames, path: string, run: number | null): string | null {
  const neutral = neutralPath(names, path, run);
  return names.known.has(neutral) ? neutral : null;
}

function neutralPath(names: FileNames, path: string, run: number | null): string {
  if (names.known.has(path)) return path;
  const maps = run === null ? [...names.neutral.values()] : [names.neutral.get(run)];
  for (const map of maps) {
    const found = map?.get(path);
    if (found !== undefined) return found;
  }
  return path;
}
