import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileRole } from '../../src/model/inventory.ts';
import { commonFolder, fileNames, liesOutside, shortName, withShortNames } from '../../src/report/story/file-names.ts';
import { inventory } from '../fixtures/reports/parts.ts';

type Named = readonly [path: string, neutralPath: string, role?: FileRole];

function names(...runs: readonly (readonly Named[])[]) {
  return fileNames(
    runs.map((files, index) =>
      inventory(index + 1, {
        files: files.map(([path, neutralPath, role = 'other']) => ({
          path,
          neutralPath,
          role,
          format: null,
          byteLength: 1,
          because: '',
        })),
      }),
    ),
  );
}

const same = (path: string, role?: FileRole): Named => (role === undefined ? [path, path] : [path, path, role]);

describe('the common folder', () => {
  test.each([
    ['is the longest that all files lie in', ['out/a/x.pt', 'out/a/b/y.pt'], 'out/a/'],
    ['is empty where the files share none', ['out/x.pt', 'y.pt'], ''],
    ['of one file is the folder that it lies in', ['out/a/x.pt'], 'out/a/'],
    ['of one file without a folder is empty', ['x.pt'], ''],
    ['ends between names, not inside them', ['out/run/x.pt', 'out/run-2/x.pt'], 'out/'],
    ['is no folder of which the name only begins alike', ['run/x.pt', 'run-2/x.pt'], ''],
    ['is shared by a file and the files in a folder of that name', ['out/a', 'out/a/x.pt'], 'out/'],
    ['of no file is empty', [], ''],
  ])('%s', (_, paths, folder) => {
    expect(commonFolder(paths)).toBe(folder);
  });
});

describe('a short name', () => {
  test('is the neutral path without the common folder', () => {
    const known = names([same('out/‹time›/x.pt'), same('out/‹time›/logs/y.txt')]);
    expect(shortName(known, 'out/‹time›/logs/y.txt')).toBe('logs/y.txt');
  });

  test('is the same for the paths that a file has in the two runs', () => {
    const known = names([['out/1/x.pt', 'out/‹time›/x.pt']], [['out/2/x.pt', 'out/‹time›/x.pt']]);
    expect([
      shortName(known, 'out/1/x.pt', 1),
      shortName(known, 'out/2/x.pt', 2),
      shortName(known, 'out/2/x.pt'),
    ]).toEqual(['x.pt', 'x.pt', 'x.pt']);
  });

  test('is the whole path where there is no common folder', () => {
    expect(shortName(names([same('a/x.pt'), same('b/y.pt')]), 'a/x.pt')).toBe('a/x.pt');
  });

  test('begins with ./ outside the folder, which bookkeeping does not narrow', () => {
    const known = names([same('out/x.pt'), same('__pycache__/model.pyc', 'bookkeeping')]);
    expect(known.folder).toBe('out/');
    expect(shortName(known, '__pycache__/model.pyc')).toBe('./__pycache__/model.pyc');
    expect(liesOutside(known)).toBe(true);
  });

  test('of a path that no inventory knows is that path', () => {
    expect(shortName(names([same('out/x.pt')]), 'train.py')).toBe('train.py');
    expect(shortName(names([same('out/x.pt')]), '(stdout)')).toBe('(stdout)');
  });

  test('is never that of another file', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', '.', 'ab'), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('/'));
    const file = fc.tuple(path, fc.constantFrom<FileRole>('other', 'bookkeeping'));
    fc.assert(
      fc.property(fc.uniqueArray(file, { selector: ([name]) => name, maxLength: 6 }), (files) => {
        const plain = files.filter(([name]) => !name.split('/').includes('.'));
        const known = names(plain.map(([name, role]) => same(name, role)));
        expect(new Set(plain.map(([name]) => shortName(known, name))).size).toBe(plain.length);
      }),
    );
  });
});

describe('in a sentence', () => {
  const known = names([['out/1/x.pt', 'out/‹time›/x.pt'], same('out/‹time›/x.pt.bak')]);

  test('quoted paths of known files are written in short', () => {
    expect(withShortNames(known, 'They differ in "out/‹time›/x.pt" and "out/1/x.pt".')).toBe(
      'They differ in "x.pt" and "x.pt".',
    );
  });

  test('everything else stays as it is', () => {
    const sentence = 'Found "out", "out/‹time›/", "out/‹time›/x.pt.old", out/1/x.pt and "a \\" out/1/x.pt".';
    expect(withShortNames(known, sentence)).toBe(sentence);
  });
});
