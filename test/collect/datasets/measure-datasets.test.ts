import { createHash } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { measureDatasets } from '../../../src/collect/datasets/measure-datasets.ts';
import { watchDatasets, watchedPaths } from '../../../src/collect/datasets/watch-datasets.ts';
import type { DatasetClaim } from '../../../src/model/dataset.ts';
import type { Progress } from '../../../src/model/progress.ts';
import type { DatasetRequest } from '../../../src/model/request.ts';
import type { RunRecord, WrittenFile } from '../../../src/model/run-record.ts';
import { folderWith, runRecord } from '../fake-run.ts';

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');
const request = (name: string, digest: string | null = null): DatasetRequest => ({ path: name, sha256: digest });
const written = (name: string, change: WrittenFile['change'] = 'changed'): WrittenFile => ({
  path: name,
  change,
  type: 'file',
  absolutePath: '',
  state: null,
});
const claim = (subject: string | null, digest: string): DatasetClaim => ({
  subject,
  digest,
  algorithm: 'sha256',
  pointer: null,
  line: 1,
});

interface Story {
  readonly requests?: readonly DatasetRequest[];
  readonly dvc?: boolean;
  readonly look?: boolean;
  readonly claims?: readonly DatasetClaim[];
  readonly wrote?: readonly (readonly WrittenFile[])[];
  readonly unaskedBytes?: number;
  /** What happens between the two looks. */
  during?(): void;
}

/** Looks, lets something happen, measures. */
async function story(root: string, told: Story) {
  const heard: Progress[] = [];
  const host = { listener: (progress: Progress) => void heard.push(progress), stopped: () => false };
  const how = { dvc: told.dvc ?? false, look: told.look ?? true, results: [] };
  const watch = await watchDatasets(told.requests ?? [], root, how, host);
  told.during?.();
  const runs: readonly RunRecord[] = (told.wrote ?? [[], []]).map((files, index) =>
    runRecord(root, { number: index + 1, written: files }),
  );
  const datasets = await measureDatasets(watch, runs, told.claims ?? [], host, told.unaskedBytes);
  return { datasets, heard, observed: watchedPaths(watch) };
}

describe('a dataset of the option', () => {
  test('is hashed, with what it was said to be', async () => {
    const root = folderWith({ 'data/a.csv': 'abc' });
    const { datasets, observed } = await story(root, { requests: [request('data/a.csv', 'f'.repeat(64))] });
    expect(datasets).toEqual([
      {
        path: 'data/a.csv',
        dvcFile: null,
        expected: { algorithm: 'sha256', digest: 'f'.repeat(64) },
        state: 'file',
        reason: null,
        files: 1,
        sizeBytes: 3,
        digests: [
          { algorithm: 'sha256', scheme: 'file', digest: sha256('abc') },
          { algorithm: 'md5', scheme: 'file', digest: '900150983cd24fb0d6963f7d28e17f72' },
        ],
        pointers: [],
        changed: [],
      },
    ]);
    expect(observed).toEqual([path.join(root, 'data/a.csv')]);
  });

  test('that is nowhere is missing; one with an absolute path is found', async () => {
    const root = folderWith({ 'b.csv': 'b' });
    const absolute = path.join(root, 'b.csv');
    const { datasets } = await story(root, { requests: [request('gone'), request(absolute)] });
    expect(datasets.map(({ path: name, state }) => [name, state])).toEqual([
      ['gone', 'missing'],
      [absolute, 'file'],
    ]);
  });

  test('takes what it ought to be from DVC where the option says nothing', async () => {
    const md5 = '900150983cd24fb0d6963f7d28e17f72';
    const root = folderWith({ 'a.csv': 'abc', 'a.csv.dvc': `outs:\n- md5: ${md5}\n  hash: md5\n  path: a.csv\n` });
    const { datasets } = await story(root, { requests: [request('a.csv')], dvc: true });
    expect(datasets).toMatchObject([{ path: 'a.csv', dvcFile: 'a.csv.dvc', expected: { digest: md5 } }]);
    const said = await story(root, { requests: [request('a.csv', sha256('abc'))], dvc: true });
    expect(said.datasets).toMatchObject([{ dvcFile: null, expected: { algorithm: 'sha256' } }]);
  });

  test('tells how far the hashing is, and what it hashes', async () => {
    const root = folderWith({ big: Buffer.alloc(5 * 1024 * 1024) });
    const { heard } = await story(root, { requests: [request('big')] });
    expect(heard.at(-1)).toEqual({ kind: 'hashing', file: 'big', bytesDone: 5242880, bytesTotal: 5242880 });
  });
});

describe('data that changed while the audit ran', () => {
  const folder = () => folderWith({ 'set/a.csv': '1', 'set/b.csv': '2', 'set/c.csv': '3' });
  const old = new Date('2024-01-01T00:00:00Z');
  const changedIn = async (root: string, during: () => void, wrote?: Story['wrote']) => {
    for (const name of ['a', 'b', 'c']) utimesSync(path.join(root, `set/${name}.csv`), old, old);
    const { datasets } = await story(root, {
      requests: [request('set')],
      during,
      ...(wrote === undefined ? {} : { wrote }),
    });
    return datasets[0]?.changed;
  };

  test('is named: what was changed, added and removed', async () => {
    const root = folder();
    const changed = await changedIn(root, () => {
      appendFileSync(path.join(root, 'set/a.csv'), 'more');
      rmSync(path.join(root, 'set/b.csv'));
      writeFileSync(path.join(root, 'set/d.csv'), 'new');
    });
    expect(changed).toEqual(['a.csv', 'b.csv', 'd.csv']);
  });

  test('is named though it has its old size', async () => {
    const root = folder();
    expect(await changedIn(root, () => writeFileSync(path.join(root, 'set/a.csv'), '9'))).toEqual(['a.csv']);
  });

  test('is not what was only put back: the same size and time, and another identity', async () => {
    const root = folder();
    const file = path.join(root, 'set/a.csv');
    const changed = await changedIn(root, () => {
      copyFileSync(file, `${file}.new`);
      utimesSync(`${file}.new`, old, old);
      renameSync(`${file}.new`, file);
    });
    expect(changed).toEqual([]);
  });

  test('is named all the same where a run was seen to change what was put back', async () => {
    const root = folder();
    expect(await changedIn(root, () => {}, [[written('set/a.csv')], []])).toEqual(['a.csv']);
  });

  test('has the digests of what was there at first, where files were only added', async () => {
    const root = folder();
    const { datasets } = await story(root, {
      requests: [request('set')],
      during: () => writeFileSync(path.join(root, 'set/labels.cache'), 'x'),
    });
    expect(datasets).toMatchObject([{ changed: ['labels.cache'], files: 3 }]);
    expect(datasets[0]?.digests).toContainEqual({ algorithm: 'sha256', scheme: 'contents', digest: sha256('123') });
  });

  test('is not what the training made where nothing was', async () => {
    const root = folderWith({ 'x/y': '' });
    const { datasets } = await story(root, {
      requests: [request('set')],
      during: () => {
        mkdirSync(path.join(root, 'set'));
        writeFileSync(path.join(root, 'set/a'), '1');
      },
    });
    expect(datasets).toMatchObject([{ state: 'folder', files: 1, changed: [] }]);
  });

  test('is everything, where everything is gone', async () => {
    const root = folder();
    const { datasets } = await story(root, {
      requests: [request('set')],
      during: () => rmSync(path.join(root, 'set'), { recursive: true }),
    });
    expect(datasets).toMatchObject([{ state: 'missing', changed: ['a.csv', 'b.csv', 'c.csv'] }]);
  });

  test('is not known where nobody looked before', async () => {
    const { datasets } = await story(folder(), { requests: [request('set')], look: false });
    expect(datasets).toMatchObject([{ changed: null }]);
  });
});

describe("DVC's data", () => {
  const dvc = (name: string) => `outs:\n- md5: ${'a'.repeat(32)}\n  size: 3\n  hash: md5\n  path: ${name}\n`;

  test('is hashed, the digest of DVC first', async () => {
    const root = folderWith({ 'data/a.csv': 'abc', 'data/a.csv.dvc': dvc('a.csv') });
    const { datasets } = await story(root, { dvc: true });
    expect(datasets).toMatchObject([
      {
        path: 'data/a.csv',
        dvcFile: 'data/a.csv.dvc',
        expected: { algorithm: 'md5', sizeBytes: 3 },
        digests: [{ algorithm: 'md5' }, { algorithm: 'sha256' }],
      },
    ]);
  });

  test('that every run writes anew is a result, and said to be one', async () => {
    const root = folderWith({ 'model.bin': 'abc', 'model.bin.dvc': dvc('model.bin') });
    const { datasets, heard } = await story(root, {
      dvc: true,
      wrote: [[written('model.bin')], [written('model.bin')]],
    });
    expect(datasets).toEqual([]);
    expect(heard).toContainEqual({
      kind: 'note',
      message: '"model.bin" is tracked by DVC and written by the training: a result, not its data.',
    });
  });

  test('that only one run changed is data that changed', async () => {
    const root = folderWith({ 'a.csv': 'abc', 'a.csv.dvc': dvc('a.csv') });
    const { datasets } = await story(root, { dvc: true, wrote: [[written('a.csv')], []] });
    expect(datasets).toMatchObject([{ changed: ['a.csv'] }]);
  });

  test('in a lock is not what a stage makes and nobody has made, nor a folder of code', async () => {
    const root = folderWith({
      'data/a.csv': 'abc',
      'src/x.py': '',
      'dvc.lock': `schema: '2.0'\nstages:\n  prep:\n    deps: [{path: data/a.csv}, {path: src}]\n    outs: [{path: prepared.csv}]\n  train:\n    deps: [{path: prepared.csv}]\n    outs: []\n`,
    });
    const { datasets } = await story(root, { dvc: true });
    expect(datasets.map(({ path: name }) => name)).toEqual(['data/a.csv']);
  });

  test('beyond the limit is not hashed, and what to do is said; named in the option it is', async () => {
    const root = folderWith({ 'a.csv': 'abc', 'b.csv': 'de', 'a.csv.dvc': dvc('a.csv'), 'b.csv.dvc': dvc('b.csv') });
    const { datasets } = await story(root, { dvc: true, unaskedBytes: 2 });
    expect(datasets).toMatchObject([
      { path: 'a.csv', state: 'unmeasured', digests: [], sizeBytes: 3 },
      { path: 'b.csv', state: 'file' },
    ]);
    expect(datasets[0]?.reason).toBe(
      'it has 3 bytes, and data that is not named in `datasets` is hashed up to 2 bytes in all; name it there to have it hashed',
    );
    const named = await story(root, { requests: [request('a.csv')], dvc: true, unaskedBytes: 2 });
    expect(named.datasets).toMatchObject([{ path: 'a.csv', state: 'file' }, { path: 'b.csv' }]);
  });

  test('of a hundred gigabytes costs nothing', async () => {
    const root = folderWith({ huge: '', 'huge.dvc': dvc('huge') });
    truncateSync(path.join(root, 'huge'), 100 * 1000 ** 3);
    const began = performance.now();
    expect((await story(root, { dvc: true })).datasets).toMatchObject([{ state: 'unmeasured' }]);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

describe('data that only a record names', () => {
  const named = async (root: string, subject: string, part: Story = {}) =>
    (await story(root, { ...part, claims: [claim(subject, 'a'.repeat(12))] })).datasets.map(({ path: name }) => name);

  test('is hashed where it lies below the working directory', async () => {
    const root = folderWith({ 'data/a.csv': 'abc' });
    expect(await named(root, './data/a.csv')).toEqual(['data/a.csv']);
    expect(await named(root, path.join(root, 'data/a.csv'))).toEqual(['data/a.csv']);
  });

  test('is not opened elsewhere, nor where it is a result, a program or no path', async () => {
    const root = folderWith({
      'work/outputs/x.csv': '',
      'work/data/y.csv': '',
      'work/train.py': '',
      'work/data2': '',
      'secret.csv': '',
    });
    const work = path.join(root, 'work');
    symlinkSync('../../secret.csv', path.join(work, 'data/linked.csv'));
    for (const subject of [
      '/etc/passwd',
      '../secret.csv',
      path.join(root, 'secret.csv'),
      'train.py',
      'data2',
      'data/linked.csv',
      'gone.csv',
      '.',
      '.train-twice/x.csv',
      'data/\0.csv',
    ])
      expect(await named(work, subject), subject).toEqual([]);
    expect(await named(work, 'outputs/x.csv', { wrote: [[written('outputs/x.csv', 'created')], []] })).toEqual([]);
  });

  test('is not looked for where nothing runs', async () => {
    expect(await named(folderWith({ 'data/a.csv': 'abc' }), 'data/a.csv', { look: false })).toEqual([]);
  });

  test('inside a known folder is hashed as a part of it', async () => {
    const root = folderWith({ 'data/a.csv': 'abc', 'data/b.csv': 'd' });
    const { datasets } = await story(root, { requests: [request('data')], claims: [claim('a.csv', sha256('abc'))] });
    expect(datasets).toMatchObject([
      { path: 'data', members: [{ path: 'a.csv', digests: [{ digest: sha256('abc') }, {}] }] },
    ]);
  });
});

test('the paths for the observer hold the place behind a link', async () => {
  const root = folderWith({ 'store/a.csv': '' });
  symlinkSync('store', path.join(root, 'data'));
  const { observed } = await story(root, { requests: [request('data')] });
  expect(observed).toEqual([path.join(root, 'data'), path.join(root, 'store')]);
});

test('the paths for the observer fit into one variable', async () => {
  const root = folderWith({});
  const many = Array.from({ length: 3_000 }, (_, index) => request(`data/${'x'.repeat(60)}${index}`));
  const { observed } = await story(root, { requests: many });
  expect(Buffer.byteLength(JSON.stringify(observed))).toBeLessThan(64_000);
});
