/**
 * What MLflow's experiments, runs and logged models are called, out of the `meta.yaml` and tags of its file store: their
 * folders carry random ids, and only their names tell which run of one training belongs to which of the other.
 */
import { type MlflowPlace, mlflowPlace } from '../formats/trackers/mlflow-place.ts';
import { plainName, runNames, type TrackedRun } from '../formats/trackers/run-names.ts';
import { isProblem } from '../model/problem.ts';
import type { PlainValue } from '../model/record.ts';

/** A sweep has some thousand runs; the rest keeps its ids. */
const maxOwners = 20_000;
const maxBytes = 64 * 1024;

/** The text of a file of the run, by its path; null where there is none or it cannot be read. */
export type ReadSmallFile = (path: string, maxBytes: number) => string | null;

interface Owner {
  readonly place: MlflowPlace;
  readonly meta: PlainValue;
}

/** Folders that are stores of MLflow by what lies in them, whatever they are called. */
export function mlflowStores(paths: readonly string[]): ReadonlySet<string> {
  const stores = new Set<string>();
  for (const path of paths) {
    if (!path.endsWith('/meta.yaml')) continue;
    const place = mlflowPlace(path);
    if (place?.part === 'meta.yaml') stores.add(place.store);
  }
  return stores;
}

/** A placeholder for each id that stands in the paths of a store. Never throws for what the files hold. */
export async function mlflowNames(
  paths: readonly string[],
  readFile: ReadSmallFile,
  neutralize: (name: string) => string,
): Promise<ReadonlyMap<string, string>> {
  const { parseYaml } = await import('../formats/records/yaml-value.ts');
  const read = (path: string): PlainValue | null => {
    const text = readFile(path, maxBytes);
    return text === null ? null : parseYaml(text).value;
  };
  const owners = paths
    .flatMap((path) => {
      const place = path.endsWith('/meta.yaml') ? mlflowPlace(path) : null;
      return place?.part === 'meta.yaml' ? [place] : [];
    })
    .slice(0, maxOwners)
    .flatMap((place): readonly Owner[] => {
      const meta = read(`${place.folder}/meta.yaml`);
      return meta === null ? [] : [{ place, meta }];
    });
  const names = new Map<string, string>();
  const set = (id: string, name: string): void => {
    names.set(id, `‹${name}›`);
  };
  for (const [id, name] of experimentNames(owners, read, neutralize)) set(id, name);
  const tag = (place: MlflowPlace, key: string): string | null => readFile(`${place.folder}/tags/${key}`, maxBytes);
  const runs = owners.filter(({ place }) => place.owner === 'run').map((owner) => trackedRun(owner, tag));
  for (const [id, name] of runNames(runs, neutralize)) set(id, name);
  for (const [id, name] of modelNames(owners, neutralize)) set(id, name);
  return names;
}

function experimentNames(
  owners: readonly Owner[],
  read: (path: string) => PlainValue | null,
  neutralize: (name: string) => string,
): ReadonlyMap<string, string> {
  const folders = new Map(owners.map(({ place }) => [place.experimentFolder, place]));
  // Small numbers are the same in every store, and no name of one run.
  const random = [...folders].filter(([, { experiment }]) => experiment.length >= 15);
  return new Map(
    random.map(([folder, { experiment, store }]) => {
      const others = random.filter(([, other]) => other.store === store).length > 1;
      const name = others ? textAt(read(`${folder}/meta.yaml`), 'name') : null;
      return [experiment, name === null ? 'experiment' : `experiment ${plainName(name, neutralize)}`];
    }),
  );
}

function trackedRun({ place, meta }: Owner, tag: (place: MlflowPlace, key: string) => string | null): TrackedRun {
  const started = Number(textAt(meta, 'start_time') ?? Number.NaN);
  return {
    id: place.id,
    experiment: place.experimentFolder,
    name: textAt(meta, 'run_name') ?? textAt(meta, 'name') ?? tag(place, 'mlflow.runName'),
    parent: tag(place, 'mlflow.parentRunId'),
    startedMs: Number.isFinite(started) ? started : null,
  };
}

/** Models are named by whoever logged them; several of one name are told apart by when they were made. */
function modelNames(owners: readonly Owner[], neutralize: (name: string) => string): ReadonlyMap<string, string> {
  const models = owners
    .filter(({ place }) => place.owner === 'model')
    .map(({ place, meta }) => {
      const created = Number(textAt(meta, 'creation_timestamp') ?? Number.NaN);
      const startedMs = Number.isFinite(created) ? created : null;
      const name = textAt(meta, 'name');
      return { id: place.id, experiment: place.experimentFolder, name, parent: null, startedMs };
    });
  return new Map([...runNames(models, neutralize)].map(([id, name]) => [id, name.replace(/^run/, 'model')]));
}

function textAt(value: PlainValue | null, key: string): string | null {
  const found = value?.type === 'map' ? value.items.find(([name]) => name === key)?.[1] : undefined;
  return found === undefined ||
    found.type === 'list' ||
    found.type === 'map' ||
    found.type === 'none' ||
    found.text === ''
    ? null
    : found.text;
}

/** Reads small files through whatever opens them; a file that cannot be opened has no names to tell. */
export function smallFileReader(open: (path: string) => SmallFile | null): ReadSmallFile {
  return (path, limit) => {
    let source: SmallFile | null = null;
    try {
      source = open(path);
      if (source === null || source.byteLength > limit) return null;
      return new TextDecoder().decode(source.read(0, source.byteLength));
    } catch (error) {
      if (isProblem(error)) return null;
      throw error;
    } finally {
      close(source);
    }
  };
}

interface SmallFile {
  readonly byteLength: number;
  read(offset: number, length: number): Uint8Array;
  close(): void;
}

/** That it changed meanwhile is told where it is compared. */
function close(source: SmallFile | null): void {
  try {
    source?.close();
  } catch (error) {
    if (!isProblem(error)) throw error;
  }
}
