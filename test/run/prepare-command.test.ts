import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/model/request.ts';
import { prepareCommand, requireWorkingDirectory, unreachableStarters } from '../../src/run/prepare-command.ts';
import { scratchFolder } from './scratch.ts';

const environment = { PATH: process.env.PATH ?? '' };

function prepare(command: Command, workingDirectory = scratchFolder()) {
  return prepareCommand({ command, workingDirectory, seed: 42 }, environment, '/audit/command.sh');
}

describe('a script', () => {
  it('runs under bash as GitHub runs it', () => {
    const { argv } = prepare({ kind: 'script', script: 'python train.py' });
    expect(argv).toEqual(['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail', '/audit/command.sh']);
  });

  it('loses the carriage returns of an editor on Windows', () => {
    expect(prepare({ kind: 'script', script: 'a\r\nb' }).script).toBe('a\nb\n');
  });

  it('is refused where it is empty', () => {
    expect(() => prepare({ kind: 'script', script: ' \n' })).toThrow(
      expect.objectContaining({ code: 'COMMAND_EMPTY' }),
    );
  });
});

describe('an argument vector', () => {
  it('gets the seed in the place of {seed}', () => {
    const { argv, script } = prepare({ kind: 'argv', argv: ['true', '--seed={seed}', '{seed}{seed}'] });
    expect(argv).toEqual(['true', '--seed=42', '4242']);
    expect(script).toBeNull();
  });

  it('is shown as one would type it', () => {
    expect(prepare({ kind: 'argv', argv: ['true', "it's", 'a b'] }).text).toBe(`true 'it'\\''s' 'a b'`);
  });

  it.each([
    ['no-such-command-here', 'COMMAND_NOT_FOUND'],
    ['./missing', 'COMMAND_NOT_FOUND'],
    ['./plain', 'COMMAND_NOT_EXECUTABLE'],
    ['./folder', 'COMMAND_NOT_EXECUTABLE'],
  ])('that starts with %s is refused: %s', (name, code) => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'plain'), 'x');
    chmodSync(join(folder, 'plain'), 0o644);
    mkdirSync(join(folder, 'folder'));
    expect(() => prepare({ kind: 'argv', argv: [name] }, folder)).toThrow(expect.objectContaining({ code }));
  });

  it('is refused where it is empty', () => {
    expect(() => prepare({ kind: 'argv', argv: [] })).toThrow(expect.objectContaining({ code: 'COMMAND_EMPTY' }));
  });

  it('is refused with a NUL byte', () => {
    expect(() => prepare({ kind: 'argv', argv: ['true', 'a\0b'] })).toThrow(
      expect.objectContaining({ code: 'COMMAND_EMPTY' }),
    );
  });
});

describe('the working directory', () => {
  it.each(['/no/such/folder', '/', '/dev/null'])('is refused when it is %s', (path) => {
    expect(() => requireWorkingDirectory(path)).toThrow(expect.objectContaining({ code: 'WORKING_DIRECTORY' }));
  });
});

it('knows the programs behind which processes cannot be stopped', () => {
  expect(unreachableStarters('set -e\nsudo docker run x\n/usr/bin/srun y; echo dockerfile')).toEqual([
    'sudo',
    'docker',
    'srun',
  ]);
});
