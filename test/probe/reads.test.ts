/** Which files of a declared dataset the observer sees opened, and what it leaves alone. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ObservedReads, seenProcesses } from '../../src/model/observed-process.ts';
import { observe, only, plainPython, pythons, scratch, script } from './python.ts';

/** A folder with `data/{a,b,c}.txt`, and links to and from other places. */
function project(): string {
  const folder = scratch();
  mkdirSync(join(folder, 'data/sub'), { recursive: true });
  mkdirSync(join(folder, 'other'));
  for (const name of ['a', 'b', 'c']) script(folder, `data/${name}.txt`, name);
  script(folder, 'other/o.txt', 'o');
  symlinkSync(join(folder, 'data'), join(folder, 'alias'));
  symlinkSync(join(folder, 'data/b.txt'), join(folder, 'other/link'));
  symlinkSync('../other', join(folder, 'data/out'));
  return folder;
}

const read = (python: string, folder: string, code: string, datasets = [join(folder, 'data')]): ObservedReads | null =>
  only(observe(python, folder, ['-c', `import io, os, pathlib, sys\n${code}`], {}, datasets).observed).reads;

describe.each(pythons)('reads in $title', ({ path: python }) => {
  it('are seen through every way to open a file', () => {
    const folder = project();
    const ways = {
      open: 'open("data/{}").close()',
      bytes: 'open(os.fsencode(os.path.abspath("data/{}")), "rb").close()',
      pathlib: 'pathlib.Path("data", "{}").read_text()',
      detour: 'open("data/sub/../{}").close()',
      chdir: 'os.chdir("data/sub"); open("../{}").close(); os.chdir("../..")',
      'os.open': 'os.close(os.open("data/{}", os.O_RDONLY))',
      descriptor: 'os.fdopen(os.open("data/{}", os.O_RDONLY)).close()',
      'link to the folder': 'open("alias/{}").close()',
      'link to the file': 'os.symlink(os.path.abspath("data/{}"), "other/x"); open("other/x").close()',
      dir_fd: 'os.open("{}", os.O_RDONLY, dir_fd=os.open("data", os.O_RDONLY))',
      opener:
        'd = os.open("data", os.O_RDONLY); open("{}", opener=lambda at, flags: os.open(at, flags, dir_fd=d)).close()',
      twice: 'open("data/{}").close(); io.open("data/{}").close()',
    };
    for (const name of Object.keys(ways)) script(folder, `data/${name}`, name);
    const code = Object.entries(ways).map(([name, way]) => way.replaceAll('{}', name));
    const files = Object.keys(ways).map((name) => join(folder, 'data', name));
    expect(read(python, folder, code.join('\n'))).toEqual({ files, dropped: 0 });
  });

  it('are not what is written, changed, elsewhere, not there or no file', () => {
    const code = `open("other/o.txt").close()
open("data/new.txt", "w").close(); open("data/a.txt", "a").close()
open("data/a.txt", "r+").close(); os.close(os.open("data/a.txt", os.O_RDWR))
try: open("data/none.txt")
except FileNotFoundError: pass
os.close(os.open("data", os.O_RDONLY)); os.listdir("data"); os.path.exists("data/a.txt")
reading, writing = os.pipe(); os.fdopen(writing, "w").close(); os.fdopen(reading).close()
sys.audit("open"); sys.audit("open", 1, 2, 3); sys.audit("open", None, None, None)`;
    expect(read(python, project(), code)).toEqual({ files: [], dropped: 0 });
  });

  it('are in the order of the first opening, by the names that the dataset was declared with', () => {
    const code = 'open("data/c.txt").close(); open("other/link").close(); open("data/out/o.txt").close()';
    const named = (datasets: readonly string[]): readonly string[] | undefined => {
      const folder = project();
      const declared = datasets.map((name) => join(folder, name));
      return read(python, folder, code, declared)?.files.map((file) => relative(folder, file));
    };
    expect(named(['data'])).toEqual(['data/c.txt', 'data/b.txt', 'data/out/o.txt']);
    expect(named(['alias', 'other/o.txt'])).toEqual(['alias/c.txt', 'alias/b.txt', 'other/o.txt']);
  });

  it('are told by each process for itself', () => {
    const folder = project();
    const code = `import os, subprocess, sys
open('data/a.txt').close()
if os.fork() == 0:
    open('data/b.txt').close()
    sys.exit(0)
os.wait()
subprocess.run([sys.executable, '-c', 'open("data/c.txt")'], check=True)
`;
    const ran = observe(python, folder, ['-c', code], {}, [join(folder, 'data')]);
    expect(seenProcesses(ran.observed).map(({ reads }) => reads?.files)).toEqual(
      ['a', 'b', 'c'].map((name) => [join(folder, `data/${name}.txt`)]),
    );
  });
});

describe('reads', () => {
  it('are null where no dataset is declared: nothing listens then', () => {
    const folder = project();
    const code = 'import sys; open("data/a.txt"); print("train_twice_probe.reads" in sys.modules)';
    const ran = observe(plainPython, folder, ['-c', code]);
    expect([ran.stdout, only(ran.observed).reads]).toEqual(['False\n', null]);
  });

  it('are bounded, and the rest is counted', () => {
    const folder = project();
    const code = `for number in range(1500):
    name = "data/sub/%d" % number
    open(name, "w").close()
    open(name).close()
os.makedirs("data/" + "/".join(["x" * 200] * 6))
open("data/" + "/".join(["x" * 200] * 6) + "/y", "w").close()
open("data/" + "/".join(["x" * 200] * 6) + "/y").close()`;
    const reads = read(plainPython, folder, code);
    expect([reads?.files.length, reads?.dropped]).toEqual([1000, 501]);
  });

  it('are left out of a record that would be too long to be read', () => {
    const folder = project();
    // In JSON each of these characters takes twelve.
    const code = `os.makedirs("data/" + "\\U0001F600" * 50)
for number in range(1000):
    name = "data/" + "\\U0001F600" * 50 + "/" + "\\U0001F600" * 50 + str(number)
    open(name, "w").close()
    open(name).close()`;
    expect(read(plainPython, folder, code, [join(folder, 'data')])).toEqual({ files: [], dropped: 1000 });
  });

  it('leave errors as they are', () => {
    const folder = project();
    const code = `for wrong in (None, 1.5, 'a\\0b', 99999, object()):
    try: open(wrong)
    except Exception as error: print(type(error).__name__, error if wrong is None or isinstance(wrong, str) else '')
`;
    const told = (datasets: readonly string[]): string =>
      observe(plainPython, folder, ['-c', code], {}, datasets).stdout;
    expect(told([join(folder, 'data')])).toBe(told([]));
  });

  it('need a declaration that can be read', () => {
    const ran = observe(plainPython, scratch(), ['-c', 'print(1)'], {}, ['/a"b\\c', '/\u{1F600}', 'relative']);
    expect([ran.stdout, only(ran.observed).reads, only(ran.observed).faults]).toEqual([
      '1\n',
      { files: [], dropped: 0 },
      [],
    ]);
  });
});
