import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isolatingOption } from '../../src/run/isolated-python.ts';
import { watchTree } from '../../src/run/process-tree.ts';

describe('isolatingOption', () => {
  it.each([
    ['python -I train.py', '-I'],
    ['/usr/bin/python3.12 -E -m pkg.train', '-E'],
    ['python3 -BS train.py', '-S'],
    ['python -Im pkg.train', '-I'],
    ['python -W ignore -X dev -I train.py', '-I'],
    ['python --check-hash-based-pycs always -I train.py', '-I'],
    ['pypy3 -I train.py', '-I'],
  ])('%s', (line, option) => {
    expect(isolatingOption(line.split(' '))).toBe(option);
  });

  it.each([
    'python train.py -I',
    'python -u train.py',
    'python -m pkg -I',
    'python -c import_I -S',
    'python -WI train.py',
    'python - -I',
    'bash -I script.sh',
    'python-config -I',
    'python',
  ])('nothing keeps the observer out of: %s', (line) => {
    expect(isolatingOption(line.split(' '))).toBeNull();
  });

  it('is asked of a command that nobody gave', () => {
    expect(isolatingOption([])).toBeNull();
  });
});

describe.skipIf(process.platform !== 'linux')('a watched tree', () => {
  it('tells of an isolated Python deep inside it, once, by its command line', async () => {
    const inner = "python3 -I -c 'import time; time.sleep(20)' & python3 -c 'import time; time.sleep(20)' & wait";
    const child = spawn('bash', ['-c', inner], { detached: true, stdio: 'ignore' });
    onTestFinished(() => void process.kill(-(child.pid ?? 0), 'SIGKILL'));
    const tree = watchTree(child.pid ?? 0, 'TRAIN_TWICE_AUDIT=nobody');
    for (let look = 0; look < 100 && tree.isolated().length === 0; look += 1) {
      tree.look();
      await sleep(50);
    }
    tree.look();
    expect(tree.isolated()).toEqual([{ command: expect.stringMatching(/^\S*python3 -I -c import time;/), why: '-I' }]);
  });
});
