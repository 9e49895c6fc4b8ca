import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ignoredByDvc } from '../../../src/collect/datasets/dvc-ignored.ts';
import { findDvcData } from '../../../src/collect/datasets/find-dvc-data.ts';
import { folderWith } from '../fake-run.ts';

const md5 = 'd22a8644d5c4c7c57c35d0b506380fa4';
const tracked = (name: string) => `outs:\n- md5: ${md5}\n  size: 12\n  hash: md5\n  path: ${name}\n`;
const find = (root: string, results: readonly string[] = []) => findDvcData(root, results, () => false);
const named = async (root: string) => (await find(root)).named.map(({ path: name, dvcFile }) => [name, dvcFile]);

const lock = (stage: string, deps: readonly string[], outs: readonly string[]) =>
  `schema: '2.0'\nstages:\n  ${stage}:\n    cmd: python x.py\n    deps:\n${deps.map((dep) => `    - path: ${dep}\n      hash: md5\n      md5: ${md5}\n      size: 12\n`).join('')}    outs:\n${outs.map((out) => `    - path: ${out}\n      md5: ${md5}.dir\n      nfiles: 3\n`).join('')}`;

describe("DVC's data below the working directory", () => {
  test('is named by .dvc files, relative to where they lie', async () => {
    const root = folderWith({ 'data/points.csv.dvc': tracked('points.csv'), 'img.dvc': tracked('img') });
    expect(await find(root)).toMatchObject({
      named: [
        { path: 'img', absolutePath: path.join(root, 'img'), origin: 'dvc-file', dvcFile: 'img.dvc' },
        {
          path: 'data/points.csv',
          origin: 'dvc-file',
          dvcFile: 'data/points.csv.dvc',
          expected: { algorithm: 'md5', digest: md5, sizeBytes: 12 },
        },
      ],
    });
  });

  test('is what stages of dvc.lock depend on, without their code; what they write is remembered', async () => {
    const root = folderWith({ 'dvc.lock': lock('train', ['data/a.csv', 'train.py', 'conf/params.yaml'], ['model']) });
    expect(await find(root)).toMatchObject({
      named: [{ path: 'data/a.csv', origin: 'dvc-lock' }],
      results: new Set(['model']),
    });
  });

  test('has in a lock the wdir that only dvc.yaml tells, also for stages of a foreach', async () => {
    const root = folderWith({
      'sub/dvc.yaml':
        'stages:\n  prep:\n    wdir: ../data\n    cmd: x\n  each:\n    foreach: [a, b]\n    do:\n      wdir: ..\n      cmd: x\n  odd:\n    wdir: $' +
        '{dir}\n    cmd: x\n',
      'sub/dvc.lock': `schema: '2.0'\nstages:\n  prep:\n    deps: [{path: p.csv, md5: ${md5}}]\n  each@a:\n    deps: [{path: data/q.csv, md5: ${md5}}]\n  odd:\n    deps: [{path: r.csv, md5: ${md5}}]\n`,
    });
    expect(await named(root)).toEqual([
      ['data/p.csv', 'sub/dvc.lock'],
      ['data/q.csv', 'sub/dvc.lock'],
    ]);
  });

  test('is named once, by its .dvc file before a lock', async () => {
    const root = folderWith({ 'a.csv.dvc': tracked('a.csv'), 'dvc.lock': lock('train', ['a.csv'], []) });
    expect(await named(root)).toEqual([['a.csv', 'a.csv.dvc']]);
  });

  test('is not looked for among packages, environments, books and behind links', async () => {
    const root = folderWith({
      'node_modules/x/a.dvc': tracked('a'),
      '.git/b.dvc': tracked('b'),
      '.train-twice/1/c.dvc': tracked('c'),
      'myenv/pyvenv.cfg': '',
      'myenv/lib/d.dvc': tracked('d'),
      'real/e.dvc': tracked('e'),
    });
    symlinkSync('real', path.join(root, 'linked'));
    expect(await named(root)).toEqual([['real/e', 'real/e.dvc']]);
  });

  test('is not what a DVC file among results names: it is a record there', async () => {
    const root = folderWith({ 'outputs/1/a.dvc': tracked('a'), 'results/b.dvc': tracked('b'), 'c.dvc': tracked('c') });
    expect((await find(root, [path.join(root, 'results')])).named.map(({ path: name }) => name)).toEqual(['c']);
  });

  test('in a remote store is none that lies here', async () => {
    expect(await named(folderWith({ 'r.dvc': 'outs:\n- etag: abc\n  path: s3://bucket/key\n' }))).toEqual([]);
  });

  test.each([
    ['no YAML', '\u0000\u0001{{{'],
    ['no mapping', '- a\n- b\n'],
    ['an outs that is a text', 'outs: none\n'],
    ['a path that is a list', 'outs:\n- path: [1]\n'],
    [
      'a million aliases',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nouts: [*e,*e,*e,*e,*e]\n`,
    ],
    ['a path out of everything', 'outs:\n- path: "\\0"\n'],
  ])('is not made up from %s', async (_, text) => {
    expect(await named(folderWith({ 'x.dvc': text, 'dvc.lock': text }))).toEqual([]);
  });

  test('is found in a folder named like a DVC file only where it is a file', async () => {
    const root = folderWith({ 'a.csv.dvc': tracked('a.csv') });
    mkdirSync(path.join(root, 'b.dvc'));
    expect(await named(root)).toEqual([['a.csv', 'a.csv.dvc']]);
  });
});

describe('.dvcignore', () => {
  test('counts from the root of the repository of DVC down to the data', () => {
    const root = folderWith({
      '.dvc/config': '',
      '.dvcignore': '*.tmp\n',
      'data/.dvcignore': 'cache/\n!keep.tmp\n',
      'data/img/x': '',
    });
    const isIgnored = ignoredByDvc(path.join(root, 'data/img'));
    expect(['a.tmp', 'keep.tmp', 'cache/x', 'x', 'b/c.tmp'].filter(isIgnored)).toEqual(['a.tmp', 'cache/x', 'b/c.tmp']);
  });

  test('is nothing outside of such a repository', () => {
    const root = folderWith({ '.dvcignore': '*\n', 'data/x': '' });
    expect(ignoredByDvc(path.join(root, 'data'))('x')).toBe(false);
  });
});
