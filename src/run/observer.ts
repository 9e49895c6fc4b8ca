/**
 * How the observer gets into the training: its folder stands first on PYTHONPATH, and it is told where to leave its records.
 * `probe/` lies beside `dist/` (and beside `src/`); where it is not found the training runs unobserved.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Below the folder of the audit; each run has its own folder in it, which the observer makes. */
const folderName = 'observed';

/** Where run N's processes leave their records. */
export function observedFolder(auditDir: string, run: number): string {
  return path.join(auditDir, folderName, `run-${run}`);
}

/**
 * The variables that start the observer, for a training whose own PYTHONPATH is `pythonPath`; empty where it cannot ride.
 * @param datasets absolute paths below which files that are opened for reading are noted
 */
export function observerVariables(
  auditDir: string,
  pythonPath: string | undefined,
  datasets: readonly string[] = [],
): Readonly<Record<string, string>> {
  const probe = findProbe();
  // A folder with a colon in its name cannot stand on PYTHONPATH.
  if (probe === null || probe.includes(path.delimiter)) return {};
  const own = pythonPath === undefined || pythonPath === '' ? '' : `${path.delimiter}${pythonPath}`;
  return {
    PYTHONPATH: `${probe}${own}`,
    TRAIN_TWICE_OBSERVER_DIR: path.join(auditDir, folderName),
    ...(datasets.length === 0 ? {} : { TRAIN_TWICE_OBSERVER_DATASETS: JSON.stringify(datasets) }),
  };
}

function findProbe(): string | null {
  const here = path.dirname(fileURLToPath(import.meta.url));
  for (const up of ['..', '../..']) {
    const folder = path.join(here, up, 'probe');
    if (existsSync(path.join(folder, 'sitecustomize.py'))) return folder;
  }
  return null;
}
