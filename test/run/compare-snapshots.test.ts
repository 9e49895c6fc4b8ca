import {
  appendFileSync,
  chmodSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changedBehindLinks, compareSnapshots } from '../../src/run/compare-snapshots.ts';
import { snapshotAtOnce } from '../../src/run/snapshot.ts';
import { scratchFolder } from './scratch.ts';

const clockTick = () => new Promise((resolve) => setTimeout(resolve, 15));

/** The changes that an action makes to a folder with one file `old` ("1234") in it, as `change key`. */
async function changesBy(
  action: (root: string) => void,
  sameContent: () => boolean | null = () => null,
): Promise<readonly string[]> {
  const root = scratchFolder();
  writeFileSync(join(root, 'old'), '1234');
  const before = snapshotAtOnce(root);
  await clockTick();
  action(root);
  return compareSnapshots(before, snapshotAtOnce(root), sameContent).map(({ key, change }) => `${change} ${key}`);
}

describe('what changed between two snapshots', () => {
  it('is nothing where nothing was done', async () => {
    expect(await changesBy(() => {})).toEqual([]);
  });

  it('is a new file, with its new folders', async () => {
    const changes = await changesBy((root) => {
      mkdirSync(join(root, 'a/b'), { recursive: true });
      writeFileSync(join(root, 'a/b/c'), '');
    });
    expect(changes).toEqual(['created a', 'created a/b', 'created a/b/c']);
  });

  it('is a file that grew', async () => {
    expect(await changesBy((root) => appendFileSync(join(root, 'old'), '5'))).toEqual(['changed old']);
  });

  it('is a file that was rewritten with its old size and given its old time back', async () => {
    const changes = await changesBy((root) => {
      const { mtime, atime } = statSync(join(root, 'old'));
      writeFileSync(join(root, 'old'), '4321');
      utimesSync(join(root, 'old'), atime, mtime);
    });
    expect(changes).toEqual(['changed old']);
  });

  it('is a file that was replaced by another one', async () => {
    const changes = await changesBy((root) => {
      writeFileSync(join(root, 'new'), '1234');
      renameSync(join(root, 'new'), join(root, 'old'));
    });
    expect(changes).toEqual(['changed old']);
  });

  it('is a file that was rewritten with the same bytes: it is fresh', async () => {
    expect(
      await changesBy(
        (root) => writeFileSync(join(root, 'old'), '1234'),
        () => true,
      ),
    ).toEqual(['changed old']);
  });

  it.each([
    ['renamed away and back', (path: string) => [renameSync(path, `${path}2`), renameSync(`${path}2`, path)]],
    ['given another mode', (path: string) => chmodSync(path, 0o640)],
    ['linked and unlinked', (path: string) => [linkSync(path, `${path}2`), rmSync(`${path}2`)]],
  ])('is no file that was only %s, where its content is known to be the same', async (_what, action) => {
    expect(
      await changesBy(
        (root) => void action(join(root, 'old')),
        () => true,
      ),
    ).toEqual([]);
    expect(
      await changesBy(
        (root) => void action(join(root, 'old')),
        () => null,
      ),
    ).toEqual(['changed old']);
  });

  it('is a file that is gone', async () => {
    expect(await changesBy((root) => rmSync(join(root, 'old')))).toEqual(['deleted old']);
  });

  it('is a file that became a folder', async () => {
    const changes = await changesBy((root) => {
      rmSync(join(root, 'old'));
      mkdirSync(join(root, 'old'));
    });
    expect(changes).toEqual(['deleted old', 'created old']);
  });
});

it('a folder behind a symlink that gets a file is noticed', async () => {
  const far = scratchFolder();
  const root = scratchFolder();
  symlinkSync(far, join(root, 'link'));
  const before = snapshotAtOnce(root);
  await clockTick();
  writeFileSync(join(far, 'model.pt'), '');
  expect(changedBehindLinks(before, snapshotAtOnce(root))).toEqual(['link']);
});
