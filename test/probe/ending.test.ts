/** A process that SIGTERM ends: its record is there, and nothing else is different. */
import { describe, expect, it } from 'vitest';
import { seenProcesses } from '../../src/model/observed-process.ts';
import { alone, observe, only, pythons, scratch, script } from './python.ts';

/** What the training can ask about SIGTERM, as text. */
const asking = `import inspect, os, signal, sys, _signal
print(signal.getsignal(signal.SIGTERM) is signal.SIG_DFL, _signal.getsignal(15))
print(signal.signal(signal.SIGTERM, signal.SIG_IGN), signal.signal(signal.SIGTERM, signal.SIG_DFL))
print(signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT), signal.signal(signal.SIGUSR1, signal.SIG_DFL))
print(inspect.signature(signal.signal), inspect.signature(_signal.getsignal), signal.signal.__doc__ == _signal.signal.__doc__)
print(signal.signal.__module__, _signal.signal.__module__, _signal.signal.__name__, _signal.signal.__qualname__)
for arguments in ((), (1,), ('x', 0), (15, 'x'), (15, None), (99, 0), (15, 7)):
    try:
        signal.signal(*arguments)
    except Exception as error:
        print(type(error).__name__, error)
`;

const killed = `import os, random, signal, sys
random.seed(5)
sys.stdout.write('not flushed')
os.kill(os.getpid(), signal.SIGTERM)
sys.stdout.flush()
`;

describe.each(pythons)('SIGTERM in $title', ({ path: python }) => {
  it('ends a process as it would without the observer, and leaves its record', () => {
    const ran = observe(python, scratch(), ['-c', killed]);
    expect([ran.status, ran.signal, ran.stdout, ran.stderr]).toEqual([null, 'SIGTERM', '', '']);
    expect(only(ran.observed)).toMatchObject({ signal: 'SIGTERM', seedings: [{ value: '5' }], faults: [] });
  });

  it('looks free to whoever asks', () => {
    expect(observe(python, scratch(), ['-c', asking]).stdout).toBe(alone(python, scratch(), ['-c', asking]));
  });

  it("is the training's own where it has a handler, until it puts the default back", () => {
    const own = `import os, signal, sys
def stop(number, frame):
    print('mine', number)
    if again: sys.exit(7)
again = True
old = signal.signal(signal.SIGTERM, stop)
`;
    const handled = observe(python, scratch(), ['-c', `${own}os.kill(os.getpid(), signal.SIGTERM)`]);
    expect([handled.status, handled.stdout, only(handled.observed).signal]).toEqual([7, 'mine 15\n', null]);
    const restored = `${own}again = False
os.kill(os.getpid(), signal.SIGTERM)
sys.stdout.flush()
signal.signal(signal.SIGTERM, old)
os.kill(os.getpid(), signal.SIGTERM)
`;
    const ended = observe(python, scratch(), ['-c', restored]);
    expect([ended.signal, ended.stdout, only(ended.observed).signal]).toEqual(['SIGTERM', 'mine 15\n', 'SIGTERM']);
  });

  it('ends a child that was forked an instant before, whatever its parent has as a handler', () => {
    const folder = scratch();
    script(
      folder,
      'train.py',
      `import multiprocessing, time
context = multiprocessing.get_context('fork')
lost = 0
for _ in range(20):
    child = context.Process(target=time.sleep, args=(60,), daemon=True)
    child.start()
    child.terminate()
    child.join(5)
    if child.exitcode is None:
        lost += 1
        child.kill()
        child.join()
print(lost)
with context.Pool(4) as pool:
    print(pool.apply(abs, (-1,)))
`,
    );
    const ran = observe(python, folder, ['train.py']);
    expect([ran.stdout, ran.stderr]).toEqual(['0\n1\n', '']);
  });

  it('stays ignored where it was, and is the default after exec', () => {
    const code = `import os, signal, subprocess, sys
ask = [sys.executable, '-I', '-c', 'import signal; print(signal.getsignal(15) == signal.SIG_DFL)']
signal.signal(signal.SIGTERM, signal.SIG_IGN)
subprocess.run([sys.executable, '-c', 'import os; os.kill(os.getpid(), 15); print("alive", flush=True)'], check=True)
signal.signal(signal.SIGTERM, signal.SIG_DFL)
sys.stdout.flush()
os.execv(sys.executable, ask)
`;
    expect(observe(python, scratch(), ['-c', code]).stdout).toBe('alive\nTrue\n');
  });

  it('that comes while the record is being written ends the process after that', () => {
    const code = `import os, sys
def hook(event, args):
    if event == 'import' and args[0] == 'train_twice_probe.facts':
        os.kill(os.getpid(), 15)
sys.addaudithook(hook)
`;
    const ran = observe(python, scratch(), ['-c', code]);
    expect([ran.signal, ran.stderr]).toEqual(['SIGTERM', '']);
    expect(only(ran.observed)).toMatchObject({ signal: 'SIGTERM', faults: [] });
  });

  it('ends a process whose record hangs', () => {
    const code = `import os, sys, threading, train_twice_probe.ending, train_twice_probe.notes
train_twice_probe.ending.PATIENCE_S = 0.2
lock = threading.Lock(); lock.acquire()
train_twice_probe.notes.process.drawn['x'] = lock.acquire
os.kill(os.getpid(), 15)
`;
    const ran = observe(python, scratch(), ['-c', code]);
    expect([ran.signal, ran.stderr]).toEqual(['SIGTERM', '']);
    expect(ran.observed).toMatchObject([{ kind: 'unrecorded' }]);
  });

  it.each(['fork', 'spawn', 'forkserver'])('ends the workers of a pool, whose records are there (%s)', (method) => {
    const folder = scratch();
    script(
      folder,
      'train.py',
      `import multiprocessing, random, signal, time
def work(number):
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
    random.seed(number)
    time.sleep(0.1)
def draw(number):
    return random.random()
if __name__ == '__main__':
    for function in work, draw:
        with multiprocessing.get_context('${method}').Pool(2) as pool:
            pool.map(function, range(4), chunksize=1)
`,
    );
    const ran = observe(python, folder, ['train.py']);
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    const seen = seenProcesses(ran.observed);
    const values = seen.flatMap(({ seedings }) => seedings.map(({ value }) => value));
    expect(values.sort()).toEqual(['0', '1', '2', '3']);
    expect(seen.flatMap(({ neverSeeded }) => neverSeeded)).toContain('random');
  });

  it('is left to its default action in a worker, which is ended at once wherever it waits', () => {
    const folder = scratch();
    script(
      folder,
      'train.py',
      `import multiprocessing, random
def work(lock, ready):
    random.seed(8)
    ready.set()
    lock.acquire()
if __name__ == '__main__':
    context = multiprocessing.get_context('spawn')
    lock, ready = context.Lock(), context.Event()
    lock.acquire()
    child = context.Process(target=work, args=(lock, ready))
    child.start(); ready.wait(); child.terminate(); child.join()
    print(child.exitcode)
`,
    );
    const ran = observe(python, folder, ['train.py']);
    expect([ran.stdout, ran.stderr]).toEqual(['-15\n', '']);
    const worker = seenProcesses(ran.observed).find(({ seedings }) => seedings.length > 0);
    expect(worker).toMatchObject({ signal: 'unknown', seedings: [{ value: '8' }], faults: [] });
  });
});

describe.each([pythons[0], pythons.at(-1)].filter((python) => python !== undefined))(
  'SIGTERM in $title',
  ({ path: python }) => {
    it.each([
      ['sleeps', 'time.sleep(60)'],
      ['waits for a lock', 'lock = threading.Lock(); lock.acquire(); lock.acquire()'],
      ['reads from a pipe', 'os.read(os.pipe()[0], 1)'],
      ['computes', 'while True: pass'],
      ['waits for a child', 'subprocess.run(["sleep", "5"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)'],
    ])('reaches a process that %s', (_how, wait) => {
      const code = `import os, signal, subprocess, threading, time
timer = threading.Timer(0.2, lambda: os.kill(os.getpid(), signal.SIGTERM))
timer.daemon = True
timer.start()
${wait}
`;
      const ran = observe(python, scratch(), ['-c', code]);
      expect([ran.signal, only(ran.observed).signal]).toEqual(['SIGTERM', 'SIGTERM']);
    });
  },
);
