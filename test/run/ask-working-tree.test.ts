import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askWorkingTree } from '../../src/run/ask-working-tree.ts';
import { scratchFolder } from './scratch.ts';

const environment = { PATH: process.env.PATH ?? '', HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' };

function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'init.defaultBranch=main'];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8', env: environment }).trim();
}

function repository(): string {
  const folder = scratchFolder();
  git(folder, 'init', '-q');
  writeFileSync(join(folder, 'train.py'), 'print(1)\n');
  writeFileSync(join(folder, 'two\nlines.py'), '');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'one');
  return folder;
}

describe('askWorkingTree', () => {
  it('names the commit of a clean tree, whatever lies there untracked', async () => {
    const folder = repository();
    mkdirSync(join(folder, 'outputs'));
    writeFileSync(join(folder, 'outputs', 'model.pt'), 'x');
    expect(await askWorkingTree(folder, environment)).toEqual({
      commit: git(folder, 'rev-parse', 'HEAD'),
      dirty: [],
      dirtyCount: 0,
      diffSha256: null,
    });
  });

  it('tells where in the tree it was asked', async () => {
    const folder = repository();
    mkdirSync(join(folder, 'vision', 'été'), { recursive: true });
    expect(await askWorkingTree(join(folder, 'vision', 'été'), environment)).toMatchObject({ folder: 'vision/été' });
  });

  it('names what differs from the commit, and tells two differences of one file apart', async () => {
    const folder = repository();
    writeFileSync(join(folder, 'train.py'), 'print(2)\n');
    renameSync(join(folder, 'two\nlines.py'), join(folder, 'renamed.py'));
    git(folder, 'add', '-A');
    const first = await askWorkingTree(folder, environment);
    expect(first).toMatchObject({ dirty: ['renamed.py', 'train.py'], dirtyCount: 2 });
    writeFileSync(join(folder, 'train.py'), 'print(3)\n');
    const second = await askWorkingTree(folder, environment);
    expect(second?.dirty).toEqual(first?.dirty);
    expect(second?.diffSha256).not.toBe(first?.diffSha256);
  });

  it('has no commit before the first one', async () => {
    const folder = scratchFolder();
    git(folder, 'init', '-q');
    expect(await askWorkingTree(folder, environment)).toMatchObject({ commit: null, dirtyCount: 0 });
  });

  it('is nothing outside of a repository, and without Git', async () => {
    const folder = scratchFolder();
    expect(await askWorkingTree(folder, { ...environment, GIT_CEILING_DIRECTORIES: join(folder, '..') })).toBeNull();
    expect(await askWorkingTree(repository(), { PATH: folder })).toBeNull();
  });
});
