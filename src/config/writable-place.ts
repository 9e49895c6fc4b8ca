/**
 * Whether a report could be written at a path, asked before anything is started: to learn it after two trainings would be
 * too late. What happens to the disk in between is publish/'s to tell.
 */
import { dirname } from 'node:path';
import type { ConfigHost } from './config-host.ts';

/** What stands in the way of a folder at `path` (absolute), itself there or still to be made; null where nothing does. */
export function folderObstacle(path: string, host: ConfigHost): string | null {
  const kind = host.statKind(path);
  if (kind !== null && kind !== 'directory')
    return 'is no folder; expected a folder, or a path where there is nothing yet';
  let folder = path;
  while (host.statKind(folder) === null && dirname(folder) !== folder) folder = dirname(folder);
  if (host.statKind(folder) !== 'directory') return `cannot be made: ${JSON.stringify(folder)} is no folder`;
  return host.canWrite(folder)
    ? null
    : `cannot be written: this user has no right to make files in ${JSON.stringify(folder)}`;
}

/** The same for a file. Devices are refused: what is written here replaces what stands there. */
export function fileObstacle(path: string, host: ConfigHost): string | null {
  const kind = host.statKind(path);
  if (kind === 'directory') return 'is a folder; expected a file';
  if (kind === 'other' || path.startsWith('/dev/'))
    return 'is no regular file; without this option the result goes to stdout';
  const folder = dirname(path);
  if (host.statKind(folder) !== 'directory') return 'lies in a folder that does not exist';
  return host.canWrite(folder) ? null : 'lies in a folder where this user has no right to make files';
}
