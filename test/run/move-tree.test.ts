import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { moveByCopy, moveTree } from '../../src/run/move-tree.ts';
import { scratchFolder } from './scratch.ts';

/** A folder with all that a training may leave. */
function sourceIn(root: string): string {
  const source = join(root, 'source');
  mkdirSync(join(source, 'empty'), { recursive: true });
  mkdirSync(join(source, '.git'));
  writeFileSync(join(source, '.git/HEAD'), 'ref');
  writeFileSync(join(source, 'model.pt'), 'weights', { mode: 0o640 });
  utimesSync(join(source, 'model.pt'), 1_700_000_000, 1_700_000_000.5);
  writeFileSync(Buffer.concat([Buffer.from(`${source}/`), Buffer.from([0xff])]), 'odd');
  symlinkSync('model.pt', join(source, 'latest'));
  execFileSync('mkfifo', [join(source, 'pipe')]);
  return source;
}

describe.each([
  ['a rename', moveTree],
  ['a copy, as between file systems', moveByCopy],
])('moving by %s', (_way, move) => {
  it('brings everything over and leaves nothing', async () => {
    const root = scratchFolder();
    const source = sourceIn(root);
    const target = join(root, 'target');
    await move(source, target);
    expect(existsSync(source)).toBe(false);
    expect(readFileSync(join(target, 'model.pt'), 'utf8')).toBe('weights');
    expect(statSync(join(target, 'model.pt')).mode & 0o777).toBe(0o640);
    expect(statSync(join(target, 'model.pt')).mtimeMs).toBe(1_700_000_000_500);
    expect(readFileSync(Buffer.concat([Buffer.from(`${target}/`), Buffer.from([0xff])]), 'utf8')).toBe('odd');
    expect(readlinkSync(join(target, 'latest'))).toBe('model.pt');
    expect(readFileSync(join(target, '.git/HEAD'), 'utf8')).toBe('ref');
    expect(lstatSync(join(target, 'empty')).isDirectory()).toBe(true);
  });

  it('refuses where there is nothing to move', async () => {
    const root = scratchFolder();
    await expect(move(join(root, 'none'), join(root, 'target'))).rejects.toMatchObject({ code: 'CANNOT_MOVE' });
  });
});
