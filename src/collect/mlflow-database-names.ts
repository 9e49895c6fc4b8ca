/**
 * Names for runs and models whose artifacts lie in folders with random ids while MLflow keeps its books in a database: read
 * from `mlflow.db` where several such folders would else look alike.
 */
import { mlflowPlace } from '../formats/trackers/mlflow-place.ts';
import { runNames } from '../formats/trackers/run-names.ts';
import { isProblem } from '../model/problem.ts';
import type { FileSource } from './file-source.ts';

/** A placeholder for each id. Never throws for what the database holds: that it cannot be read is told where it is compared. */
export async function mlflowDatabaseNames(
  paths: readonly string[],
  known: ReadonlyMap<string, string>,
  open: (path: string) => FileSource | null,
  neutralize: (name: string) => string,
): Promise<ReadonlyMap<string, string>> {
  const databases = paths.filter((path) => /(?:^|\/)mlflow\.db$/.test(path));
  const unnamed = databases.length === 0 ? new Set<string>() : ownersOfArtifacts(paths, known);
  if (unnamed.size < 2) return new Map();
  const { sqliteUnavailable, withDatabase } = await import('../formats/trackers/sqlite-copy.ts');
  const { isMlflowDatabase, readModels, readRuns } = await import('../formats/trackers/mlflow-database.ts');
  if (sqliteUnavailable() !== null) return new Map();
  const names = new Map<string, string>();
  for (const path of databases) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    let source: FileSource | null = null;
    try {
      source = open(path);
      if (source === null) continue;
      const opened = source;
      const owners = withDatabase(
        opened,
        (name) => open(`${folder}${name}`),
        (database) =>
          isMlflowDatabase(database, opened)
            ? { runs: readRuns(database, opened), models: readModels(database, opened) }
            : { runs: [], models: [] },
      );
      // Only those that left something: a run of another training must not move the others' numbers.
      const here = ({ id }: { readonly id: string }): boolean => unnamed.has(id);
      for (const [id, name] of runNames(owners.runs.filter(here), neutralize)) names.set(id, `‹${name}›`);
      for (const [id, name] of runNames(owners.models.filter(here), neutralize))
        names.set(id, `‹${name.replace(/^run/, 'model')}›`);
    } catch (error) {
      if (!isProblem(error)) throw error;
    } finally {
      closeQuietly(source);
    }
  }
  return names;
}

/** Ids of runs and models that have left artifacts and no name yet. */
function ownersOfArtifacts(paths: readonly string[], known: ReadonlyMap<string, string>): ReadonlySet<string> {
  const owners = new Set<string>();
  for (const path of paths) {
    const place = path.includes('/artifacts/') ? mlflowPlace(path) : null;
    if (place?.part === 'artifacts' && !known.has(place.id)) owners.add(place.id);
  }
  return owners;
}

function closeQuietly(source: FileSource | null): void {
  try {
    source?.close();
  } catch (error) {
    if (!isProblem(error)) throw error;
  }
}
