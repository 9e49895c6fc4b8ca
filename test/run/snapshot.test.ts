import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { excludedKeys, snapshot, snapshotAtOnce } from '../../src/run/snapshot.ts';
import { scratchFolder } from './scratch.ts';

describe('a snapshot', () => {
  it('has every name below the folder, folders before what they hold', () => {
    const root = scratchFolder();
    mkdirSync(join(root, 'b/c'), { recursive: true });
    writeFileSync(join(root, 'b/c/d'), '');
    writeFileSync(join(root, 'a'), '');
    expect([...snapshotAtOnce(root).keys()]).toEqual(['a', 'b', 'b/c', 'b/c/d']);
  });

  it('sets aside .git everywhere and .train-twice at the top, and nothing else by name', () => {
    const root = scratchFolder();
    for (const folder of [
      '.git',
      'sub/.git',
      '.train-twice',
      'sub/.train-twice',
      'node_modules',
      '__pycache__',
      '.cache',
    ]) {
      mkdirSync(join(root, folder), { recursive: true });
    }
    expect([...snapshotAtOnce(root).keys()]).toEqual([
      '.cache',
      '__pycache__',
      'node_modules',
      'sub',
      'sub/.train-twice',
    ]);
  });

  it('sets aside what the caller excludes', () => {
    const root = scratchFolder();
    writeFileSync(join(root, 'report'), '');
    writeFileSync(join(root, 'model'), '');
    const excluded = excludedKeys(root, [join(root, 'report'), '/elsewhere', root]);
    expect([...snapshotAtOnce(root, excluded).keys()]).toEqual(['model']);
  });

  it('knows pipes, sockets and symlinks, and follows or opens none of them', () => {
    const root = scratchFolder();
    execFileSync('mkfifo', [join(root, 'pipe')]);
    symlinkSync('/etc', join(root, 'link'));
    symlinkSync('nowhere', join(root, 'dangling'));
    const found = [...snapshotAtOnce(root)].map(([key, node]) => [key, node.type, node.detail]);
    expect(found).toEqual([
      ['dangling', 'symlink', 'nowhere'],
      ['link', 'symlink', '/etc'],
      ['pipe', 'fifo', null],
    ]);
  });

  it('keeps names that are not UTF-8', () => {
    const root = scratchFolder();
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0xfe])]), 'x');
    expect([...snapshotAtOnce(root)].map(([key, { type }]) => [key, type])).toEqual([['\xff\xfe', 'file']]);
  });

  it.skipIf(process.getuid?.() === 0)('lists a folder that it may not read as unreadable', () => {
    const root = scratchFolder();
    mkdirSync(join(root, 'locked'));
    chmodSync(join(root, 'locked'), 0o000);
    const node = snapshotAtOnce(root).get('locked');
    chmodSync(join(root, 'locked'), 0o700);
    expect(node).toMatchObject({ type: 'unreadable', detail: 'EACCES' });
  });

  it('refuses a folder that is not there', () => {
    expect(() => snapshotAtOnce('/no/such/folder')).toThrow(expect.objectContaining({ code: 'FOLDER_UNREADABLE' }));
  });

  it('ends early when it is told to', async () => {
    const root = scratchFolder();
    for (let index = 0; index < 2100; index += 1) writeFileSync(join(root, String(index)), '');
    expect(await snapshot(root, new Set(), () => true)).toBeNull();
    expect((await snapshot(root, new Set(), () => false))?.size).toBe(2100);
  });
});
