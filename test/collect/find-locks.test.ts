import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findLocks, withoutWritten } from '../../src/collect/find-locks.ts';
import type { WrittenFile } from '../../src/model/run-record.ts';
import { folderWith, runRecord, temporaryFolder } from './fake-run.ts';

const fixtures = path.join(import.meta.dirname, '../fixtures/requirements');
const fixture = (name: string): string => readFileSync(path.join(fixtures, name), 'utf8');
const found = async (folder: string) => (await findLocks(folder)).map(({ path: file, format }) => [file, format]);

describe('beside the code', () => {
  test('every lock is found, in the order of the names', async () => {
    const folder = folderWith({
      'uv.lock': fixture('uv.lock'),
      'poetry.lock': fixture('poetry-2.lock'),
      'pixi.lock': fixture('pixi-6.lock'),
      'pylock.toml': fixture('pylock.toml'),
      'requirements.lock': fixture('pip-compile.txt'),
      'requirements-gpu.txt': fixture('uv-export.txt'),
      'conda-linux-64.lock': fixture('conda-explicit.txt'),
    });
    expect(await found(folder)).toEqual([
      ['conda-linux-64.lock', 'conda-list'],
      ['pixi.lock', 'pixi-lock'],
      ['poetry.lock', 'poetry-lock'],
      ['pylock.toml', 'pylock'],
      ['requirements-gpu.txt', 'requirements'],
      ['requirements.lock', 'requirements'],
      ['uv.lock', 'uv-lock'],
    ]);
  });

  test.each([
    ['an open line', 'requirements.txt', 'torch==2.6.0\nnumpy\n'],
    ['an include', 'requirements.txt', 'torch==2.6.0\n-r base.txt\n'],
    ['no line at all', 'requirements.txt', '# nothing\n'],
    ['a line that cannot be read', 'requirements.txt', 'torch==2.6.0\nnumpy=2\n'],
    ['a table', 'requirements.txt', 'Package Version\n------- -------\nclick   8.1.8\n'],
    ["conda's export", 'requirements.txt', '# packages in environment at /x:\nnumpy 2.1.3 py311_0\n'],
    ['an environment.yml', 'environment.yml', 'dependencies:\n- numpy=2.1.3=py311_0\n'],
    ['a lock of another language', 'Cargo.lock', '[[package]]\nname = "a"\nversion = "1"\n'],
  ])('%s makes no lock of %s', async (_why, name, text) => {
    expect(await found(folderWith({ [name]: text }))).toEqual([]);
  });

  test('folders below are not looked into, and links are not followed', async () => {
    const folder = folderWith({ 'sub/uv.lock': fixture('uv.lock') });
    symlinkSync(path.join(fixtures, 'uv.lock'), path.join(folder, 'uv.lock'));
    expect(await found(folder)).toEqual([]);
  });

  test('a FIFO with the name of a lock does not hold up the audit', async () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [path.join(folder, 'uv.lock')]);
    expect(await found(folder)).toEqual([]);
  });

  test('a lock that cannot be read is there with its problem', async () => {
    const [lock] = await findLocks(folderWith({ 'uv.lock': '<<<<<<< HEAD\n' }));
    expect(lock).toMatchObject({ path: 'uv.lock', lines: [], problems: [{ code: 'TOML_SYNTAX', line: 1 }] });
  });

  test('so is one that is too large', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'poetry.lock'), '');
    truncateSync(path.join(folder, 'poetry.lock'), 17 * 1024 * 1024);
    const [lock] = await findLocks(folder);
    expect(lock).toMatchObject({ path: 'poetry.lock', lines: [], problems: [{ code: 'RECORD_TOO_LARGE' }] });
  });

  test('a folder that is not there has none', async () => {
    expect(await found('/nowhere/at/all')).toEqual([]);
  });
});

describe('above it', () => {
  const tree = (): { readonly root: string; readonly below: string } => {
    const root = temporaryFolder();
    const below = path.join(root, 'experiments', 'mnist');
    mkdirSync(below, { recursive: true });
    copyFileSync(path.join(fixtures, 'uv.lock'), path.join(root, 'uv.lock'));
    copyFileSync(path.join(fixtures, 'pip-compile.txt'), path.join(below, 'requirements.txt'));
    return { root, below };
  };

  test('the locks of a Git working tree are found up to its root, nearest first', async () => {
    const { root, below } = tree();
    writeFileSync(path.join(root, '.git'), 'gitdir: elsewhere\n');
    expect(await found(below)).toEqual([
      ['requirements.txt', 'requirements'],
      ['../../uv.lock', 'uv-lock'],
    ]);
  });

  test('outside of a working tree only the folder itself is looked into', async () => {
    expect(await found(tree().below)).toEqual([['requirements.txt', 'requirements']]);
  });
});

test('a list that a run wrote is no lock beside the code', async () => {
  const folder = folderWith({ 'requirements.txt': fixture('pip-compile.txt'), 'uv.lock': fixture('uv.lock') });
  const written: WrittenFile = {
    path: 'requirements.txt',
    change: 'changed',
    type: 'file',
    absolutePath: path.join(folder, 'requirements.txt'),
    state: null,
  };
  const locks = await findLocks(folder);
  expect(withoutWritten(locks, [runRecord(folder, { written: [written] })]).map((lock) => lock.path)).toEqual([
    'uv.lock',
  ]);
});
