import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { markUnread, readSince } from '../../src/run/read-marks.ts';
import { snapshotAtOnce } from '../../src/run/snapshot.ts';

function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'train-twice-marks-'));
  for (const name of names) writeFileSync(path.join(folder, name), 'content');
  return folder;
}

const mark = (folder: string) =>
  markUnread(
    [...snapshotAtOnce(folder)].map(([key, node]) => ({ key, change: 'created' as const, node })),
    () => folder,
  );

/** Not where the file system keeps no access times. */
const keepsAccessTimes = (() => {
  const folder = folderWith('a');
  mark(folder);
  readFileSync(path.join(folder, 'a'));
  return statSync(path.join(folder, 'a')).atimeMs > Date.now() - 60_000;
})();

describe('files of an earlier run', () => {
  it.runIf(keepsAccessTimes)('that were read afterwards are named, the others not', () => {
    const folder = folderWith('a', 'b');
    const marked = mark(folder);
    expect(readSince(marked)).toEqual([]);
    readFileSync(path.join(folder, 'b'));
    expect(readSince(marked)).toEqual(['b']);
  });

  it('keep the time of their last writing', () => {
    const folder = folderWith('a');
    const before = statSync(path.join(folder, 'a')).mtimeMs;
    mark(folder);
    expect(Math.abs(statSync(path.join(folder, 'a')).mtimeMs - before)).toBeLessThan(0.002);
  });

  it('that are gone were not read', () => {
    expect(readSince([{ path: '/nowhere/at/all', name: 'x' }])).toEqual([]);
  });
});
