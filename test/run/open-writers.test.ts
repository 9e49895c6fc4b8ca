import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openWriters } from '../../src/run/open-writers.ts';
import { scratchFolder } from './scratch.ts';

it('finds who has a file open for writing, not who reads it', async () => {
  const root = scratchFolder();
  for (const name of ['written', 'read']) writeFileSync(join(root, name), '');
  const script = 'exec 3>>written 4<read; echo ready; read -r line';
  const process = spawn('bash', ['-c', script], { cwd: root, stdio: ['pipe', 'pipe', 'ignore'] });
  await new Promise((resolve) => process.stdout.once('data', resolve));
  const found = openWriters(new Set([join(root, 'written'), join(root, 'read')]));
  process.stdin.end();
  expect(found).toEqual([{ pid: process.pid, command: `bash -c ${script}`, path: join(root, 'written') }]);
});
