import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareSnapshots } from '../../src/run/compare-snapshots.ts';
import { setAside } from '../../src/run/set-aside.ts';
import { snapshot } from '../../src/run/snapshot.ts';
import { scratchFolder } from './scratch.ts';

const never = () => false;

async function changesIn(root: string) {
  const after = await snapshot(root, null, never);
  return compareSnapshots(new Map(), after ?? new Map(), () => null);
}

test('what a run created is moved, its topmost folder as a whole', async () => {
  const [root, target] = [scratchFolder(), join(scratchFolder(), 'run-1')];
  mkdirSync(join(root, 'out'));
  writeFileSync(join(root, 'out', 'a'), '1');
  const { moved } = await setAside(root, new Map(), await changesIn(root), new Map(), target, never);
  expect([...moved]).toEqual(['out']);
  expect(readFileSync(join(target, 'out', 'a'), 'utf8')).toBe('1');
});

test('where one of them cannot be moved, all are back in their place', async () => {
  const [root, target] = [scratchFolder(), scratchFolder()];
  for (const name of ['a', 'b', 'c']) writeFileSync(join(root, name), name);
  const changes = await changesIn(root);
  // A folder with something in it stands where "c" is to go: no file can take its place.
  mkdirSync(join(target, 'c', 'full'), { recursive: true });
  await expect(setAside(root, new Map(), changes, new Map(), target, never)).rejects.toMatchObject({
    code: 'CANNOT_MOVE',
    message: expect.stringContaining('(EISDIR)'),
  });
  expect(['a', 'b', 'c'].map((name) => existsSync(join(root, name)))).toEqual([true, true, true]);
});
