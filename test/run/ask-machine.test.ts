import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askMachine, gpusOf, offsetOf } from '../../src/run/ask-machine.ts';
import { scratchFolder } from './scratch.ts';

function program(folder: string, name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

describe('askMachine', () => {
  it('asks Python and nvidia-smi as the training would find them', async () => {
    const folder = scratchFolder();
    program(folder, 'python', 'echo "Python 3.12.4+"; test -z "$TRAIN_TWICE_OBSERVER_DIR"');
    program(folder, 'nvidia-smi', 'echo "NVIDIA A100-SXM4-80GB, 550.54.15"; echo "NVIDIA L4, 550.54.15"');
    const environment = { PATH: `${folder}:/bin`, TRAIN_TWICE_OBSERVER_DIR: '/x', TZ: 'Asia/Kathmandu' };
    expect(await askMachine(folder, environment)).toEqual({
      utcOffsetMinutes: 345,
      pythonVersion: '3.12.4+',
      gpus: [
        { name: 'NVIDIA A100-SXM4-80GB', driver: '550.54.15' },
        { name: 'NVIDIA L4', driver: '550.54.15' },
      ],
    });
  });

  it('takes python3 where there is no python, and no answer for an answer that failed', async () => {
    const folder = scratchFolder();
    program(folder, 'python3', 'echo "Python 3.9.1"');
    program(folder, 'nvidia-smi', 'echo "NVIDIA-SMI has failed"; exit 9');
    expect(await askMachine(folder, { PATH: folder })).toMatchObject({ pythonVersion: '3.9.1', gpus: null });
  });

  it('knows nothing where nothing is there', async () => {
    const folder = scratchFolder();
    expect(await askMachine(folder, { PATH: folder })).toMatchObject({ pythonVersion: null, gpus: null });
  });
});

describe('gpusOf', () => {
  it('reads a line for each device, and nothing out of other lines', () => {
    expect(gpusOf('Tesla T4, 535.1\r\nNo devices were found\n\n')).toEqual([{ name: 'Tesla T4', driver: '535.1' }]);
  });
});

describe('offsetOf', () => {
  const winter = new Date('2026-01-15T12:00:00Z');
  it.each([
    ['UTC', 0],
    ['Europe/Berlin', 60],
    [':America/St_Johns', -210],
  ])('%s', (zone, minutes) => {
    expect(offsetOf(zone, winter)).toBe(minutes);
  });

  it('is that of this process for a zone that nobody knows', () => {
    expect(offsetOf('Nowhere/Else', winter)).toBe(-winter.getTimezoneOffset());
  });
});
