import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeExisting } from '../../src/run/describe-existing.ts';
import { scratchFolder } from './scratch.ts';

describe('describing results that exist', () => {
  it('counts everything below a folder as written', () => {
    const root = scratchFolder();
    mkdirSync(join(root, 'a'));
    writeFileSync(join(root, 'a/model.pt'), '1234');
    symlinkSync('a/model.pt', join(root, 'latest'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const record = describeExisting(root, 2);
    expect(record).toMatchObject({
      number: 2,
      end: null,
      workingDirectory: root,
      outside: [],
      observed: [],
      doubts: [],
      logPath: null,
    });
    expect(record.written.map(({ path, type, detail }) => [path, type, detail])).toEqual([
      ['a/model.pt', 'file', undefined],
      ['latest', 'symlink', 'a/model.pt'],
      ['pipe', 'fifo', undefined],
    ]);
    expect(record.written[0]).toMatchObject({ absolutePath: join(root, 'a/model.pt'), state: { size: 4 } });
  });

  it('takes one file for itself', () => {
    const root = scratchFolder();
    writeFileSync(join(root, 'model.pt'), '1234');
    writeFileSync(join(root, 'other.pt'), '');
    expect(describeExisting(join(root, 'model.pt'), 1).written.map(({ path }) => path)).toEqual(['model.pt']);
  });

  it('follows the symlink that the user names', () => {
    const root = scratchFolder();
    mkdirSync(join(root, 'run'));
    writeFileSync(join(root, 'run/x'), '');
    symlinkSync('run', join(root, 'latest'));
    expect(describeExisting(join(root, 'latest'), 1).written.map(({ path }) => path)).toEqual(['x']);
  });

  it('says the same when it is asked twice', () => {
    const root = scratchFolder();
    writeFileSync(join(root, 'x'), '');
    utimesSync(root, 1_700_000_000, 1_700_000_000);
    expect(describeExisting(root, 1)).toEqual(describeExisting(root, 1));
    expect(describeExisting(root, 1).start).toBe('2023-11-14T22:13:20.000Z');
  });

  it.each([
    ['/no/such/path', 'PATH_NOT_FOUND'],
    ['/dev/null', 'PATH_SPECIAL'],
    ['/dev/null/x', 'PATH_NOT_FOUND'],
  ])('refuses %s: %s', (path, code) => {
    expect(() => describeExisting(path, 1)).toThrow(expect.objectContaining({ code }));
  });
});
