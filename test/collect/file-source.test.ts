import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  renameSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFileSource } from '../../src/collect/file-source.ts';
import { isProblem } from '../../src/model/problem.ts';
import { folderWith, stateOf, temporaryFolder } from './fake-run.ts';

function codeOf(action: () => unknown): string | null {
  try {
    action();
    return null;
  } catch (error) {
    if (!isProblem(error)) throw error;
    return error.code;
  }
}

function aFile(content = 'hello world'): string {
  return path.join(folderWith({ 'a.txt': content }), 'a.txt');
}

describe('openFileSource', () => {
  it('reads any range exactly', () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 251);
    const file = path.join(folderWith({ 'a.bin': bytes }), 'a.bin');
    const source = openFileSource(file, null);
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        expect(source.read(start, end - start)).toEqual(bytes.slice(start, end));
      }),
    );
    source.close();
  });

  it('fills a target in place', () => {
    const source = openFileSource(aFile(), null);
    const target = new Uint8Array(5);
    source.readInto(target, 6);
    source.close();
    expect(new TextDecoder().decode(target)).toBe('world');
  });

  it.each([
    [0, 12],
    [11, 1],
    [-1, 2],
    [0.5, 1],
    [0, -1],
    [Number.MAX_SAFE_INTEGER, 1],
    [0, Number.MAX_SAFE_INTEGER],
    [Number.NaN, 1],
  ])('refuses the range %d + %d of 11 bytes as TRUNCATED', (offset, length) => {
    const source = openFileSource(aFile(), null);
    expect(codeOf(() => source.read(offset, length))).toBe('TRUNCATED');
    source.close();
  });

  it('says ENOENT, in words, for a file that is gone', () => {
    expect(codeOf(() => openFileSource('/does/not/exist', null))).toBe('ENOENT');
    expect(() => openFileSource('/does/not/exist', null)).toThrow('no longer there');
  });

  it('does not follow a symbolic link', () => {
    const file = aFile();
    const link = `${file}.link`;
    symlinkSync(file, link);
    expect(codeOf(() => openFileSource(link, null))).toBe('NOT_A_REGULAR_FILE');
  });

  it('does not wait for a writer at a FIFO', () => {
    const fifo = path.join(temporaryFolder(), 'pipe.pt');
    execFileSync('mkfifo', [fifo]);
    expect(codeOf(() => openFileSource(fifo, null))).toBe('NOT_A_REGULAR_FILE');
  });

  it('refuses a socket', async () => {
    const file = path.join(temporaryFolder(), 's');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(file, resolve));
    expect(codeOf(() => openFileSource(file, null))).toBe('NOT_A_REGULAR_FILE');
    await new Promise((resolve) => server.close(resolve));
  });

  it('refuses a device and a folder', () => {
    const folder = path.join(temporaryFolder(), 'model.pt');
    mkdirSync(folder);
    expect(codeOf(() => openFileSource('/dev/zero', null))).toBe('NOT_A_REGULAR_FILE');
    expect(codeOf(() => openFileSource(folder, null))).toBe('NOT_A_REGULAR_FILE');
  });

  it('accepts the state that the run left', () => {
    const file = aFile();
    const source = openFileSource(file, stateOf(file));
    expect(() => source.close()).not.toThrow();
  });

  it('accepts a file that was moved since the run ended', () => {
    const file = aFile();
    const state = stateOf(file);
    renameSync(file, `${file}.moved`);
    openFileSource(`${file}.moved`, state).close();
  });

  it.each<[string, (file: string) => void]>([
    ['appended to', (file) => appendFileSync(file, 'x')],
    ['rewritten in the same size', (file) => writeFileSync(file, 'HELLO WORLD')],
    ['touched', (file) => utimesSync(file, 1, 1)],
    [
      'replaced',
      (file) => {
        writeFileSync(`${file}.new`, 'hello world');
        renameSync(`${file}.new`, file);
      },
    ],
  ])('says CHANGED_DURING_READ for a file that was %s since the run ended', (_how, change) => {
    const file = aFile();
    const state = stateOf(file);
    change(file);
    expect(codeOf(() => openFileSource(file, state))).toBe('CHANGED_DURING_READ');
  });

  it.each<[string, (file: string) => void]>([
    ['grew', (file) => appendFileSync(file, 'x')],
    ['shrank', (file) => truncateSync(file, 3)],
    ['was touched', (file) => utimesSync(file, 1, 1)],
    ['lost its name', (file) => unlinkSync(file)],
  ])('says CHANGED_DURING_READ at the end for a file that %s while it was open', (_how, change) => {
    const file = aFile();
    const source = openFileSource(file, null);
    change(file);
    expect(codeOf(() => source.close())).toBe('CHANGED_DURING_READ');
  });

  it('says CHANGED_DURING_READ when a read meets an early end', () => {
    const file = aFile();
    const source = openFileSource(file, null);
    truncateSync(file, 3);
    expect(codeOf(() => source.read(0, 11))).toBe('CHANGED_DURING_READ');
  });

  it('closes once, however often it is asked', () => {
    const source = openFileSource(aFile(), null);
    source.close();
    expect(() => source.close()).not.toThrow();
  });

  it('opens a name that is not UTF-8 by its bytes', () => {
    const file = Buffer.concat([Buffer.from(`${temporaryFolder()}/`), Buffer.from([0x61, 0xff, 0xfe])]);
    writeFileSync(file, 'odd');
    const source = openFileSource(file, stateOf(file), 'a\\xff\\xfe');
    expect(new TextDecoder().decode(source.read(0, 3))).toBe('odd');
    source.close();
  });

  it('reports a file under the name that the user knows', () => {
    try {
      openFileSource('/does/not/exist', null, 'outputs/model.pt');
    } catch (error) {
      expect(isProblem(error) && error.place.file).toBe('outputs/model.pt');
    }
  });
});
