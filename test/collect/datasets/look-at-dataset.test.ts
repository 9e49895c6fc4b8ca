import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lookAtDataset } from '../../../src/collect/datasets/look-at-dataset.ts';
import { folderWith, temporaryFolder } from '../fake-run.ts';

const look = (at: string) => lookAtDataset(at, () => false);
const namesIn = async (at: string) => (await look(at)).files.map(({ key }) => key);

describe('what lies at the path of a dataset', () => {
  test('a file is itself', async () => {
    expect(await look(path.join(folderWith({ f: 'abc' }), 'f'))).toMatchObject({
      state: 'file',
      sizeBytes: 3,
      files: [{ key: '', size: 3 }],
    });
  });

  test('of a folder every file counts, in the order of the bytes of the paths', async () => {
    const folder = folderWith({ 'b/a': '', 'b.txt': '', 'b-c': '', '.hidden': '', é: '', z: '' });
    const names = (await namesIn(folder)).map((key) => Buffer.from(key, 'latin1').toString());
    expect(names).toEqual(['.hidden', 'b-c', 'b.txt', 'b/a', 'z', 'é']);
  });

  test('the books of Git and DVC are no data', async () => {
    expect(await namesIn(folderWith({ '.git/x': '', '.dvc/y': '', '.hg/z': '', '.train-twice/q': '', a: '' }))).toEqual(
      ['a'],
    );
  });

  test('nothing is missing', async () => {
    expect(await look(path.join(temporaryFolder(), 'nothing'))).toMatchObject({ state: 'missing', reason: null });
    expect(await look(path.join(folderWith({ f: '' }), 'f', 'below'))).toMatchObject({ state: 'missing' });
  });

  test('a FIFO is not opened, alone or in a folder', async () => {
    const folder = folderWith({ a: 'x' });
    execFileSync('mkfifo', [path.join(folder, 'pipe')]);
    expect(await look(path.join(folder, 'pipe'))).toMatchObject({
      state: 'unmeasured',
      reason: 'it is neither a folder nor a regular file',
    });
    expect(await look(folder)).toMatchObject({
      state: 'folder',
      reason: 'left out: "pipe" is no regular file',
      files: [{ key: 'a' }],
    });
  });

  test('files of the system are no data, though a link leads there', async () => {
    const folder = folderWith({ a: 'x' });
    symlinkSync('/proc/self/maps', path.join(folder, 'maps'));
    expect(await look(folder)).toMatchObject({
      reason: 'left out: "maps" leads to a file of the system itself',
      files: [{ key: 'a' }],
    });
    expect(await look('/proc/self')).toMatchObject({ state: 'unmeasured' });
  });
});

describe('links', () => {
  test('are followed, to files and to folders', async () => {
    const folder = folderWith({ 'store/deep/x': 'xyz', 'set/own': 'o' });
    symlinkSync('../store/deep', path.join(folder, 'set/linked'));
    symlinkSync('../store/deep/x', path.join(folder, 'set/x'));
    expect(await namesIn(path.join(folder, 'set'))).toEqual(['linked/x', 'own', 'x']);
    expect((await look(path.join(folder, 'set'))).sizeBytes).toBe(7);
  });

  test('that lead back up are not entered a second time', async () => {
    const folder = folderWith({ 'a/b/f': '1' });
    symlinkSync('..', path.join(folder, 'a/up'));
    symlinkSync('../..', path.join(folder, 'a/b/top'));
    symlinkSync('.', path.join(folder, 'self'));
    expect(await namesIn(folder)).toEqual(['a/b/f']);
  });

  test('that lead nowhere or in a circle are left out, and said', async () => {
    const folder = folderWith({ f: '1' });
    symlinkSync('gone', path.join(folder, 'dangling'));
    symlinkSync('two', path.join(folder, 'one'));
    symlinkSync('one', path.join(folder, 'two'));
    const { files, reason } = await look(folder);
    expect(files.map(({ key }) => key)).toEqual(['f']);
    expect(reason).toMatch(/^left out: "(dangling|one|two)" is a link that leads (nowhere|in a circle), and 2 more$/);
  });

  test('that multiply end at the limit, and soon', async () => {
    const folder = temporaryFolder();
    let below = folder;
    for (let level = 0; level < 40; level += 1) {
      mkdirSync(path.join(below, 'n'));
      symlinkSync('n', path.join(below, 'm'));
      below = path.join(below, 'n');
    }
    writeFileSync(path.join(below, 'f'), '');
    const began = performance.now();
    expect(await lookAtDataset(folder, () => false, 2_000)).toMatchObject({ state: 'unmeasured' });
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

describe('bounds', () => {
  test('too many files are not hashed, and what to do is said', async () => {
    const folder = folderWith({ a: '', b: '', c: '' });
    expect(await lookAtDataset(folder, () => false, 2)).toMatchObject({
      state: 'unmeasured',
      reason: 'it has more than 2 files; pack them into archives, or name the folders in it one by one',
    });
  });

  test('a cancelled look is none', async () => {
    expect(await lookAtDataset(folderWith({ a: '' }), () => true)).toMatchObject({
      state: 'unmeasured',
      reason: 'the audit was cancelled',
    });
  });

  test.runIf(process.getuid?.() !== 0)('a folder that may not be listed hides data', async () => {
    const folder = folderWith({ 'a/f': '' });
    chmodSync(path.join(folder, 'a'), 0);
    const found = await look(folder);
    chmodSync(path.join(folder, 'a'), 0o755);
    expect(found).toMatchObject({ state: 'unmeasured', reason: 'the folder "a" in it cannot be listed (EACCES)' });
  });
});
