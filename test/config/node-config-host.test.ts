import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { maxConfigBytes, nodeConfigHost } from '../../src/config/node-config-host.ts';
import { InputProblem } from '../../src/model/problem.ts';

const folder = mkdtempSync(join(tmpdir(), 'train-twice-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const known = { checks: null, reporters: null, determinism: null };
const host = nodeConfigHost({ cwd: folder, environment: {} }, '1.0.0', known);
const at = (name: string) => join(folder, name);

test('a text is read, without its byte order mark', () => {
  writeFileSync(at('a.yml'), '\ufeffseed: 1\n');
  expect(host.readFile(at('a.yml'))).toBe('seed: 1\n');
});

test('what is not there is null', () => {
  expect(host.readFile(at('none'))).toBeNull();
  expect(host.statKind(at('none'))).toBeNull();
});

test('kinds are told apart', () => {
  mkdirSync(at('folder'));
  expect([host.statKind(at('folder')), host.statKind(at('a.yml')), host.statKind('/dev/null')]).toEqual([
    'directory',
    'file',
    'other',
  ]);
});

test('a FIFO is refused at once instead of waited for', () => {
  execFileSync('mkfifo', [at('fifo')]);
  expect(() => host.readFile(at('fifo'))).toThrow(InputProblem);
});

test.each([
  ['a folder', 'dir', () => mkdirSync(at('dir')), 'is not a regular file'],
  [
    'UTF-16',
    'utf16.yml',
    () => writeFileSync(at('utf16.yml'), Buffer.from('\ufeffseed: 1', 'utf16le')),
    'is not UTF-8 text',
  ],
  [
    'more than the limit',
    'big.yml',
    () => writeFileSync(at('big.yml'), Buffer.alloc(maxConfigBytes + 1, 32)),
    'is larger than 256 KiB',
  ],
])('%s is refused by name', (_, name, make, message) => {
  make();
  expect(() => host.readFile(at(name))).toThrow(message);
});
