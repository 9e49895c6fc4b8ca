/** What the observer sees, in every Python that is there, and what it must leave alone. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seenProcesses } from '../../src/model/observed-process.ts';
import { alone, missingPythons, observe, only, plainPython, pythons, scratch, script } from './python.ts';

const seeds = `import random
import copy, pickle
random.random()
random.seed(42)
made = random.Random()
given = random.Random(5)
copied = pickle.loads(pickle.dumps(copy.deepcopy(given)))
late = random.Random(); late.seed(3)
system = random.SystemRandom()
`;

it.skip.each(missingPythons)('in Python %s, which is not there', () => {});

describe.each(pythons)('$title', ({ path: python }) => {
  it('sees seeds, generators without one, and their lines', () => {
    const folder = scratch();
    const file = script(folder, 'train.py', seeds);
    const ran = observe(python, folder, ['train.py']);
    const seen = only(ran.observed);
    expect(ran.stderr).toBe('');
    expect(seen.seedings).toEqual([
      { what: 'random.seed', value: '42', order: 1, drawnBefore: true, file, line: 4, origin: 'own' },
      { what: 'random.Random', value: '5', order: 2, drawnBefore: null, file, line: 6, origin: 'own' },
    ]);
    expect(seen.unseeded).toEqual([
      { what: 'random.Random', count: 1, file, line: 5, origin: 'own' },
      { what: 'random.SystemRandom', count: 1, file, line: 9, origin: 'own' },
    ]);
    expect(seen).toMatchObject({ neverSeeded: [], faults: [], interpreter: { hashSeed: '42', hashSeedFixed: true } });
  });

  it('says that a global generator was drawn from and never seeded', () => {
    const folder = scratch();
    const ran = observe(python, folder, ['-c', 'import random; random.random()']);
    expect(only(ran.observed).neverSeeded).toEqual(['random']);
  });

  it.each([
    ['-c', ['-c', 'import random; random.seed(1)']],
    ['-m', ['-m', 'train']],
    ['a script', ['train.py']],
  ])('rides with %s', (_how, argv) => {
    const folder = scratch();
    script(folder, 'train.py', 'import random; random.seed(1)');
    const seen = only(observe(python, folder, argv).observed);
    expect(seen.seedings.map(({ value, origin }) => [value, origin])).toEqual([['1', 'own']]);
  });

  it.each([
    ['an exception', 'raise ValueError("x")', 1],
    ['sys.exit', 'import sys; sys.exit(3)', 3],
  ])('leaves a record after %s, and the exit code as it is', (_how, end, status) => {
    const folder = scratch();
    const ran = observe(python, folder, ['-c', `import random; random.seed(1)\n${end}`]);
    expect(ran.status).toBe(status);
    expect(only(ran.observed).seedings).toHaveLength(1);
  });

  it('says that there is no record after os._exit', () => {
    const folder = scratch();
    const ran = observe(python, folder, ['-c', 'import os; os._exit(0)']);
    expect(ran.observed).toMatchObject([{ kind: 'unrecorded', why: expect.stringContaining('os._exit') }]);
  });

  it('sees a process that starts itself again as one process', () => {
    const code = `import os, sys
if os.environ['PYTHONHASHSEED'] != '0':
    os.environ['PYTHONHASHSEED'] = '0'
    os.execv(sys.executable, [sys.executable, 'train.py'])
`;
    const folder = scratch();
    script(folder, 'train.py', code);
    expect(observe(python, folder, ['train.py']).observed).toMatchObject([{ interpreter: { hashSeed: '0' } }]);
  });

  it.each(['fork', 'spawn', 'forkserver'])('sees what a child of multiprocessing does (%s)', (method) => {
    const folder = scratch();
    script(
      folder,
      'train.py',
      `import multiprocessing, random
def work():
    random.seed(77)
if __name__ == '__main__':
    random.seed(1)
    context = multiprocessing.get_context('${method}')
    child = context.Process(target=work)
    child.start(); child.join()
    assert child.exitcode == 0
`,
    );
    const ran = observe(python, folder, ['train.py']);
    expect(ran.stderr).toBe('');
    const values = seenProcesses(ran.observed).flatMap(({ seedings }) => seedings.map(({ value }) => value));
    expect(values.sort()).toEqual(['1', '77']);
  });

  it('sees a plain fork and a subprocess', () => {
    const folder = scratch();
    const code = `import os, random, subprocess, sys
random.seed(1)
if os.fork() == 0:
    random.seed(2)
    sys.exit(0)
os.wait()
subprocess.run([sys.executable, '-c', 'import random; random.seed(3)'], check=True)
`;
    script(folder, 'train.py', code);
    const seen = seenProcesses(observe(python, folder, ['train.py']).observed);
    const told = seen.map(({ forked, seedings }) => [forked, ...seedings.map(({ value }) => value)]);
    expect(told.sort()).toEqual([
      [false, '1'],
      [false, '3'],
      [true, '2'],
    ]);
  });

  it('holds a fork to its own draws: the random module seeds itself anew there', () => {
    const folder = scratch();
    const code = `import os, random, sys
random.seed(1)
for draw in (False, True):
    if os.fork() == 0:
        if draw: random.random()
        sys.exit(0)
    os.wait()
`;
    const told = seenProcesses(observe(python, folder, ['-c', code]).observed).map((one) => [
      one.forked,
      one.neverSeeded,
    ]);
    expect(told).toEqual([
      [false, []],
      [true, ['random']],
    ]);
  });

  it('makes way for the sitecustomize that is there, and for its faults', () => {
    const folder = scratch();
    mkdirSync(join(folder, 'site'));
    script(join(folder, 'site'), 'sitecustomize.py', 'import sys\nsys.customized = __file__\n');
    const code =
      'import sys; print(sys.customized == sys.modules["sitecustomize"].__file__, sys.path[1].endswith("site"))';
    const ran = observe(python, folder, ['-c', code], { PYTHONPATH: join(folder, 'site') });
    expect([ran.stdout.trim(), ran.stderr]).toEqual(['True True', '']);
    expect(seenProcesses(ran.observed)).toHaveLength(1);
    script(join(folder, 'site'), 'sitecustomize.py', 'raise ValueError("mine")\n');
    const failing = observe(python, folder, ['-c', 'print(1)'], { PYTHONPATH: join(folder, 'site') });
    expect(failing.stderr).toContain('mine');
    expect(failing.stdout.trim()).toBe('1');
  });

  it('says nothing where the folder that it starts in is gone, and the path has a relative entry', () => {
    const code = `import os, re, subprocess, sys, tempfile
gone = tempfile.mkdtemp()
os.chdir(gone)
os.rmdir(gone)
path = os.pathsep.join([os.environ.get('PYTHONPATH', ''), 'src']).lstrip(os.pathsep)
done = subprocess.run([sys.executable, '-c', 'print(1)'], env={**os.environ, 'PYTHONPATH': path}, stderr=subprocess.STDOUT, stdout=subprocess.PIPE)
print(re.sub(rb'0x[0-9a-f]+', b'', done.stdout))
`;
    expect(observe(python, scratch(), ['-c', code]).stdout).toBe(alone(python, scratch(), ['-c', code]));
  });

  it('keeps functions callable, picklable, inspectable and of their class', () => {
    const folder = scratch();
    const code = `import random, pickle, inspect, copy
assert pickle.loads(pickle.dumps(random.seed)) is random.seed
print(inspect.signature(random.seed), inspect.signature(random.Random), random.seed.__name__, random.Random.__init__.__qualname__)
print(type(random.Random(1)) is random.Random, copy.deepcopy(random.Random(1)).random() == random.Random(1).random())
try:
    random.Random(1, 2)
except TypeError as error:
    print(error)
class Own(random.Random):
    def __init__(self, extra):
        super().__init__(extra)
print(Own(4).random() == random.Random(4).random(), random.__spec__.loader.__dict__.keys())
random.seed(7); print(random.random(), random.getstate()[1][:3])
`;
    const plain = code.replace(/^assert.*\n/m, '');
    const bare = scratch();
    expect(observe(python, folder, ['-c', plain]).stdout).toBe(alone(python, bare, ['-c', plain]));
    expect(observe(python, folder, ['-c', code])).toMatchObject({ status: 0, stderr: '' });
  });

  it('tells a call without arguments from one with some', () => {
    const code = `import sys
from train_twice_probe.watch_numpy import is_call_without_arguments
def f(*_args, **_named):
    return is_call_without_arguments(sys._getframe(1))
class C:
    f = staticmethod(f)
c, none = C(), []
for _ in range(50):
    found = [f(), c.f(), f(1), c.f(1), f(x=1), f(*none)]
print(found)
`;
    expect(observe(python, scratch(), ['-c', code])).toMatchObject({
      stdout: '[True, True, False, False, False, False]\n',
    });
  });

  it('imports nothing that the training does not, and leaves the path as it was', () => {
    const code = 'import sys; print(sys.path[1:], "random" in sys.modules, "multiprocessing" in sys.modules)';
    expect(observe(python, scratch(), ['-c', code]).stdout).toBe(alone(python, scratch(), ['-c', code]));
  });
});

describe('the observer', () => {
  it('rides in a virtual environment', () => {
    const folder = scratch();
    const made = spawnSync('python3', ['-m', 'venv', '--without-pip', join(folder, 'venv')]);
    expect(made.status).toBe(0);
    const seen = only(observe(join(folder, 'venv/bin/python'), folder, ['-c', 'pass']).observed);
    expect(seen.interpreter.executable).toBe(join(folder, 'venv/bin/python'));
  });

  it('needs no home that can be written', () => {
    const folder = scratch();
    mkdirSync(join(folder, 'home'));
    chmodSync(join(folder, 'home'), 0o500);
    const ran = observe(plainPython, folder, ['-c', 'print(1)'], {
      HOME: join(folder, 'home'),
      PYENV_ROOT: process.env.PYENV_ROOT ?? join(process.env.HOME ?? '', '.pyenv'),
    });
    expect([ran.stdout, ran.stderr, seenProcesses(ran.observed).length]).toEqual(['1\n', '', 1]);
  });

  it('is silent where it cannot write', () => {
    const folder = scratch();
    script(folder, '.audit', 'a file where a folder should be');
    expect(observe(plainPython, folder, ['-c', 'print(1)'])).toMatchObject({ stdout: '1\n', stderr: '', observed: [] });
  });

  it('sees a hash seed that is not in force', () => {
    const ran = observe(plainPython, scratch(), ['-c', 'import os; os.environ["PYTHONHASHSEED"] = "7"'], {
      PYTHONHASHSEED: 'random',
    });
    expect(only(ran.observed).interpreter).toMatchObject({
      hashSeed: 'random',
      hashSeedAtEnd: '7',
      hashSeedFixed: false,
    });
  });

  it('leaves no sign of a process in which it cannot ride', () => {
    expect(observe(plainPython, scratch(), ['-I', '-c', 'pass']).observed).toEqual([]);
  });

  it('notes the variables that decide, as they stand at the end, and no others', () => {
    const code = 'import os; os.environ["MKL_NUM_THREADS"] = "4"; os.environ["XLA_FLAGS"] = "x" * 9000';
    const ran = observe(plainPython, scratch(), ['-c', code], { OMP_NUM_THREADS: '3', API_KEY: 'a secret' });
    expect(only(ran.observed).variables).toEqual({
      PYTHONHASHSEED: '42',
      OMP_NUM_THREADS: '3',
      MKL_NUM_THREADS: '4',
      XLA_FLAGS: 'x'.repeat(500),
    });
  });

  it('does not load at the end what is only waiting to be loaded', () => {
    const folder = scratch();
    for (const name of ['numpy', 'torch', 'tensorflow', 'jax']) script(folder, `${name}.py`, 'print("loaded")');
    const code = `import importlib.util, sys
for name in ('numpy', 'torch', 'tensorflow', 'jax'):
    spec = importlib.util.find_spec(name)
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
`;
    const ran = observe(plainPython, folder, ['-c', code]);
    expect(ran.stdout + ran.stderr).toBe('');
    expect(only(ran.observed)).toMatchObject({ numpy: null, torch: null, tensorflow: null, jax: null, faults: [] });
  });

  it('says on one line where it failed, and nothing to the training', () => {
    const code = 'import sys; sys.modules["train_twice_probe.record"] = None; print(1)';
    const ran = observe(plainPython, scratch(), ['-c', code]);
    expect([ran.status, ran.stdout, ran.stderr]).toEqual([0, '1\n', '']);
    expect(ran.observed).toMatchObject([{ kind: 'unrecorded', why: expect.stringContaining('the observer failed') }]);
  });

  it('bounds what it remembers', () => {
    const code = 'import random\nfor i in range(1000): random.seed(i)';
    const seen = only(observe(plainPython, scratch(), ['-c', code]).observed);
    expect([seen.seedings.length, seen.dropped]).toEqual([200, 800]);
  });

  it('leaves the results of a training as they are, byte for byte', () => {
    const example = join(import.meta.dirname, '../../examples/minimal');
    const results = (observed: boolean): ReadonlyMap<string, string> => {
      const folder = scratch();
      const argv = [join(example, 'train.py'), '--seed', '42', '--epochs', '3'];
      if (observed) observe(plainPython, folder, argv);
      else alone(plainPython, folder, argv);
      const [run = ''] = readdirSync(join(folder, 'outputs'));
      const files = [
        'checkpoints/checkpoint_latest.safetensors',
        'checkpoints/best_model.safetensors',
        'metrics.jsonl',
      ];
      return new Map(files.map((name) => [name, readFileSync(join(folder, 'outputs', run, name), 'hex')]));
    };
    expect(results(true)).toEqual(results(false));
  });

  it('costs at most 30 ms of computing at start', () => {
    // Of the processor, not of the clock: others may be busy. `npm run bench` measures both.
    const code = 'import time; print(time.process_time())';
    const costs = Array.from({ length: 8 }, () => [
      Number(alone(plainPython, scratch(), ['-c', code])),
      Number(observe(plainPython, scratch(), ['-c', code]).stdout),
    ]);
    const least = (of: number): number => Math.min(...costs.map((pair) => pair[of] ?? Number.NaN));
    expect(least(1) - least(0)).toBeLessThan(0.03);
  });
});
