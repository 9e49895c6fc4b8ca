import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refuseLinkedOutputs, selectOutputs } from '../../src/run/select-outputs.ts';
import { scratchFolder } from './scratch.ts';

describe('selecting outputs', () => {
  it.each([
    ['auto', 'anything/at/all', true],
    [['outputs'], 'outputs/2024/model.pt', true],
    [['outputs/'], 'outputs', true],
    [['./outputs'], 'outputs/x', true],
    [['outputs'], 'outputs2/x', false],
    [['/home/me/outputs'], 'outputs/x', true],
    [['*.pt'], 'model.pt', true],
    [['*.pt'], 'sub/model.pt', false],
    [['**/*.pt'], '.hidden/model.pt', true],
    [['runs/*'], 'runs/1/deep/x', true],
    [['run[1]'], 'run[1]/x', true],
    [['outputs', '!outputs/cache'], 'outputs/cache/x', false],
    [['!cache'], 'model.pt', true],
    [['.'], 'x', true],
  ] as const)('%j selects %s: %s', (outputs, path, expected) => {
    expect(selectOutputs(outputs, '/home/me')(path)).toBe(expected);
  });

  it.each(['../elsewhere', '/elsewhere', 'a/../../b'])('refuses %s, which is outside', (pattern) => {
    expect(() => selectOutputs([pattern], '/home/me')).toThrow(expect.objectContaining({ code: 'OUTPUTS_OUTSIDE' }));
  });

  it('refuses an output behind a symlink, where nothing would be seen', () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, 'far'));
    symlinkSync('far', join(folder, 'outputs'));
    expect(() => refuseLinkedOutputs(['outputs/run*'], folder)).toThrow(
      expect.objectContaining({ code: 'OUTPUTS_BEHIND_SYMLINK' }),
    );
    expect(() => refuseLinkedOutputs(['far', '*'], folder)).not.toThrow();
  });
});
