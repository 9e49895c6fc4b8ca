/**
 * One run on the table: each thing that it wrote with its role, what could be read at once, and what could not, with why
 * (product page, "What is compared").
 *
 * Metrics and records are small and read here; checkpoints are only recognized, and opened when they are compared. What the
 * run deleted is no output; the RunRecord keeps it.
 */
import { posix } from 'node:path';
import type { CheckpointFormat } from '../formats/checkpoints/checkpoint-format.ts';
import { startBreathing } from '../formats/codecs/breath.ts';
import { findLayouts } from '../formats/records/layout.ts';
import { gatherMlflowParameters } from '../formats/records/mlflow.ts';
import type { Checkpoint } from '../model/entry.ts';
import type { CheckpointOutline, Inventory, InventoryFile, Unread } from '../model/inventory.ts';
import type { OwnNames, TakenName } from '../model/own-names.ts';
import { FormatProblem } from '../model/problem.ts';
import type { LayoutRecord } from '../model/record.ts';
import type { Policy } from '../model/request.ts';
import type { RunRecord, WrittenFile } from '../model/run-record.ts';
import { type CollectContext, type CollectedFile, collectFile, isPlainName, openWritten } from './collect-file.ts';
import { fileGlobs } from './file-globs.ts';
import type { FileSource } from './file-source.ts';
import type { Formats } from './identify-file.ts';
import { bookkeepingPlace } from './known-places.ts';
import { logRecords } from './log-records.ts';
import { mlflowDatabaseNames } from './mlflow-database-names.ts';
import { mlflowNames, mlflowStores, smallFileReader } from './mlflow-names.ts';
import { hostOfEventFile, neutralPath, onlyFilePlaceholder, type PathContext } from './neutral-path.ts';
import { type CountedName, givenNames, selectOwnNames } from './own-names.ts';
import { registeredFormats } from './registered-formats.ts';
import { outlineOf } from './summarize.ts';
import { linkResolver } from './symlink.ts';

/** Ten times what the largest outputs hold that we know of; the rest is not looked at, and said to be unread. */
const filesLimit = 250_000;

/** The clock of a file name may be in another time zone, and a date means its midnight: two days do for both. */
const windowMarginMs = 2 * 24 * 60 * 60 * 1000;

/**
 * Everything that a run wrote, recognized. Never throws for what the files hold.
 * @throws InputProblem `STDOUT_PATTERN` for patterns that the configuration should have refused
 */
export async function takeInventory(
  record: RunRecord,
  policy: Policy,
  formats: Formats = registeredFormats,
): Promise<Inventory> {
  const written = record.written.filter((file) => file.type !== 'deleted').toSorted(byPath);
  const open = fileOpener(written);
  const stores = mlflowStores(written.map(({ path }) => path));
  const context = await withTrackersNames(pathContext(record, written), written, stores, open);
  const stage: CollectContext = {
    globs: fileGlobs(policy),
    formats,
    resolveLink: linkResolver(record),
    startedMs: startOf(record),
    neutralOf: (path) => neutralPath(path, context),
    placeOf: (path) => bookkeepingPlace(path, stores),
    siblingOf: (path, name) => (isPlainName(name) ? open(posix.join(posix.dirname(path), name)) : null),
  };
  const collected: CollectedFile[] = [];
  const breath = startBreathing();
  for (const file of written.slice(0, filesLimit)) {
    collected.push(await collectFile(file, stage));
    await breath();
  }
  const stdout = await stdoutSeries(record, policy.metrics.stdout);
  const files = withParts(present(collected.map(({ file }) => file)), record);
  const layouts = policy.layout === 'none' ? [] : layoutsOf(files, context, record);
  const checkpoints = new Map(
    collected.flatMap(({ file, checkpoint }) =>
      file === null || checkpoint === null ? [] : [[file.path, checkpoint] as const],
    ),
  );
  const outlines = new Map<string, CheckpointOutline>();
  return {
    run: record.number,
    files,
    metrics: [...collected.flatMap(({ metrics }) => metrics), ...present([stdout?.metrics ?? null])],
    records: [
      ...gatherMlflowParameters(collected.flatMap(({ records }) => records)),
      ...(await logRecords(record, files)),
      ...layouts,
    ],
    unread: present([
      ...collected.map(({ unread }) => unread),
      stdout?.unread ?? null,
      written.length > filesLimit ? tooMany(written.length) : null,
    ]),
    ownNames: ownNamesOf(record, files),
    outlines,
    openCheckpoint: checkpointOpener(stage.siblingOf, checkpoints, outlines),
  };
}

/** The engine for the user's patterns takes 12 ms to load: only who has patterns pays for it. */
async function stdoutSeries(record: RunRecord, patterns: readonly string[]) {
  if (patterns.length === 0) return null;
  const { readStdoutSeries } = await import('./stdout-series.ts');
  return readStdoutSeries(record, patterns);
}

function pathContext(record: RunRecord, written: readonly WrittenFile[]): PathContext {
  const hosts = new Set(present(written.map(({ path }) => hostOfEventFile(path))));
  if (record.hostName !== '') hosts.add(record.hostName);
  const startMs = startOf(record);
  return {
    hosts: [...hosts].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)),
    window:
      startMs === null
        ? null
        : { fromMs: startMs - windowMarginMs, toMs: startMs + record.durationMs + windowMarginMs },
  };
}

/** In milliseconds since the epoch; null for results that were there already. */
function startOf(record: RunRecord): number | null {
  const startMs = Date.parse(record.start);
  return record.end !== null && Number.isFinite(startMs) ? startMs : null;
}

/** Opens a regular file of the run by its path; null where there is none. */
type OpenFile = (path: string) => FileSource | null;

function fileOpener(written: readonly WrittenFile[]): OpenFile {
  const regular = new Map(written.filter(({ type }) => type === 'file').map((file) => [file.path, file]));
  return (path) => {
    const file = regular.get(path);
    return file === undefined ? null : openWritten(file);
  };
}

async function withTrackersNames(
  context: PathContext,
  written: readonly WrittenFile[],
  stores: ReadonlySet<string>,
  open: OpenFile,
): Promise<PathContext> {
  const neutralize = (name: string) => neutralPath(name, context).neutralPath;
  const paths = written.map(({ path }) => path);
  const named = stores.size === 0 ? new Map() : await mlflowNames(paths, smallFileReader(open), neutralize);
  return { ...context, named: new Map([...named, ...(await mlflowDatabaseNames(paths, named, open, neutralize))]) };
}

/** Parts that are there; which are missing is told by whoever opens the index. One file alone is marked as such. */
function withParts(files: readonly InventoryFile[], record: RunRecord): readonly InventoryFile[] {
  const paths = new Set(files.map(({ path }) => path));
  const [only] = files;
  if (record.end === null && record.written.length === 1 && only !== undefined) {
    const mark: TakenName = { text: posix.basename(only.path), placeholder: onlyFilePlaceholder, order: null };
    return [{ ...only, parts: [], taken: [...(only.taken ?? []), mark] }];
  }
  return files.map((file) =>
    file.parts.length === 0 ? file : { ...file, parts: file.parts.filter((part) => paths.has(part)) },
  );
}

function layoutsOf(files: readonly InventoryFile[], context: PathContext, record: RunRecord): readonly LayoutRecord[] {
  // A folder that was there already may be the run's own: its name, and that of the folder around it, belong to the layout.
  const above = record.end === null ? `${record.workingDirectory.split('/').slice(-2).join('/')}/` : '';
  return findLayouts(files.map(({ path }) => above + path)).flatMap((layout) => {
    const inside = `${layout.folder}/`.startsWith(above);
    if (!inside) return [];
    const folder = layout.folder.slice(above.length) || '.';
    return [{ ...layout, path: folder, folder, neutralPath: neutralPath(folder, context).neutralPath }];
  });
}

function ownNamesOf(record: RunRecord, files: readonly InventoryFile[]): OwnNames {
  const counted: CountedName[] = givenNames(record).map((name) => ({ name, count: files.length + 1 }));
  // In `compare` the run may have had its time in the name of the very folder that was given.
  const root = record.end === null ? neutralPath(record.workingDirectory, { hosts: [], window: null }).taken : [];
  for (const name of root) counted.push({ name, count: files.length + 1 });
  for (const { taken = [] } of files)
    for (const name of taken) if (name.placeholder !== onlyFilePlaceholder) counted.push({ name, count: 1 });
  return selectOwnNames(counted);
}

function checkpointOpener(
  siblingOf: CollectContext['siblingOf'],
  checkpoints: ReadonlyMap<string, CheckpointFormat>,
  outlines: Map<string, CheckpointOutline>,
): (file: InventoryFile) => Promise<Checkpoint> {
  return async (file) => {
    const format = checkpoints.get(file.path);
    if (format === undefined)
      throw new FormatProblem('UNKNOWN_FORMAT', 'no checkpoint format recognizes the content', {
        place: { file: file.path },
        remedy: 'Look at why this file is listed as unread.',
      });
    const sources: { close(): void }[] = [];
    try {
      const source = file.openBytes();
      sources.push(source);
      const opened = await format.open(source, {
        sibling: (name) => {
          const beside = siblingOf(file.path, name);
          if (beside !== null) sources.push(beside);
          return beside;
        },
      });
      if (!outlines.has(file.path)) outlines.set(file.path, outlineOf(opened));
      return { ...opened, close: () => closeAll([opened, ...sources]) };
    } catch (error) {
      closeAll(sources);
      throw error;
    }
  };
}

/** All are closed, even where one finds that its file changed; the first Problem is thrown at the end. */
function closeAll(opened: readonly { close(): void }[]): void {
  const problems: unknown[] = [];
  for (const one of opened)
    try {
      one.close();
    } catch (error) {
      problems.push(error);
    }
  if (problems.length > 0) throw problems[0];
}

function tooMany(count: number): Unread {
  return {
    path: `(${count - filesLimit} more files)`,
    role: 'other',
    code: 'TOO_MANY_FILES',
    reason: `the run wrote ${count} files; at most ${filesLimit} are looked at`,
    remedy: 'Name the folders with results in `outputs`.',
    place: {},
  };
}

function present<T>(values: readonly (T | null)[]): readonly T[] {
  return values.filter((value) => value !== null);
}

function byPath(a: WrittenFile, b: WrittenFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
