import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datasetClaims } from '../../src/model/dataset-claims.ts';
import { plain } from '../fixtures/audits/evidence.ts';

const sha = 'a1b2c3d4'.repeat(8);
const md5 = 'a1b2c3d4'.repeat(4);
const short = sha.slice(0, 12);
/** `algorithm subject digest` of every claim. */
const claims = (value: unknown, everyDigest = false) =>
  datasetClaims(plain(value), everyDigest).map(({ algorithm, subject, digest, pointer }) => [
    algorithm,
    subject,
    digest.length,
    pointer,
  ]);

describe('digests of data in a configuration or an environment record', () => {
  test.each<[string, unknown, readonly unknown[]]>([
    ['a key that says all', { dataset_sha256: sha, lr: 0.1 }, ['sha256', null, 64, '/dataset_sha256']],
    [
      'a mapping',
      { data: { path: 'data/points.csv', sha256: sha } },
      ['sha256', 'data/points.csv', 64, '/data/sha256'],
    ],
    ['a hash of no named kind', { data_hash: short }, [null, null, 12, '/data_hash']],
    [
      'the path under the same beginning',
      { data_path: 'x.csv', path: 'outputs', data_hash: md5 },
      [null, 'x.csv', 32, '/data_hash'],
    ],
    ['camel case', { trainData: { fileName: 'x.csv', md5: md5 } }, ['md5', 'x.csv', 32, '/trainData/md5']],
    ['SHA in parts', { 'train-file': { 'sha-256': sha } }, ['sha256', null, 64, '/train-file/sha-256']],
    ['a label in the value', { dataset: { version: `sha256:${short}` } }, ['sha256', null, 12, '/dataset/version']],
    ['dots of omission', { dataset_checksum: `${short}...` }, [null, null, 12, '/dataset_checksum']],
    ['upper case', { dataset_sha256: sha.toUpperCase() }, ['sha256', null, 64, '/dataset_sha256']],
    ["DVC's folder", { dataset: { md5: `${md5}.dir` } }, ['dvc', null, 32, '/dataset/md5']],
    ['nested further down', { config: { dataset: { hash: sha } } }, [null, null, 64, '/config/dataset/hash']],
    [
      'a name with a slash in the pointer',
      { 'data/x~': { sha256: sha } },
      ['sha256', 'data/x~', 64, '/data~1x~0/sha256'],
    ],
    ['several in a list', { datasets: [{ name: 'a', sha256: sha }] }, ['sha256', 'a', 64, '/datasets/0/sha256']],
    ['a digest of numbers alone', { dataset_sha256: 123456789012 }, ['sha256', null, 12, '/dataset_sha256']],
  ])('%s', (_, value, claim) => {
    expect(claims(value)).toEqual([claim]);
  });

  test.each<[string, unknown]>([
    ['of a model', { model_sha256: sha, checkpoint: { sha256: sha } }],
    ['of a model beside the data', { data: { path: 'x.csv', model_hash: sha } }],
    ['a commit', { data: { git_sha: sha.slice(0, 40), commit: sha.slice(0, 40) } }],
    ['of nothing that is said', { sha256: sha, hash: md5 }],
    ['too short', { dataset_sha256: 'abcdef12345' }],
    ['no hexadecimal', { dataset_sha256: 'not a digest, really' }],
    ['another algorithm', { dataset_sha1: sha.slice(0, 40), dataset_xxhash: 'abcdef0123456789' }],
    ["a fingerprint of Hugging Face's datasets", { dataset: { fingerprint: 'abcdef0123456789' } }],
    ['a time in digits', { dataset_hash: '202601011030' }],
    ['metadata', { metadata: { sha256: sha } }],
    ['a plain value', { dataset: sha }],
  ])('none: %s', (_, value) => {
    expect(claims(value)).toEqual([]);
  });
});

describe("digests in a dataset's own record", () => {
  test.each<[string, unknown, readonly unknown[]]>([
    ['path and digest', { path: 'data/points.csv', sha256: sha }, ['sha256', 'data/points.csv', 64, '/sha256']],
    ['files by name', { 'train.csv': sha }, [null, 'train.csv', 64, '/train.csv']],
    ['files below the algorithm', { md5: { 'img/cat.png': md5 } }, ['md5', 'img/cat.png', 32, '/md5/img~1cat.png']],
    [
      'a digest below a file',
      { files: { 'a.csv': { size: 3, sha256: sha } } },
      ['sha256', 'a.csv', 64, '/files/a.csv/sha256'],
    ],
    ['a digest below a name', { iris: { hash: short } }, [null, 'iris', 12, '/iris/hash']],
    ['a bare hash', { hash: sha }, [null, null, 64, '/hash']],
  ])('%s', (_, value, claim) => {
    expect(claims(value, true)).toEqual([claim]);
  });

  test('a model that is named beside it is still a model', () => {
    expect(claims({ sha256: sha, model: { sha256: sha } }, true)).toEqual([['sha256', null, 64, '/sha256']]);
  });

  test('a name that is a digest itself is no name', () => {
    expect(claims({ name: md5, sha256: sha }, true)).toEqual([['sha256', null, 64, '/sha256']]);
  });
});

test('any JSON gives claims with twelve digits or more, or none, in good time', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), fc.boolean(), (text, every) => {
      for (const { digest, pointer } of datasetClaims(plain(JSON.parse(text)), every)) {
        expect(digest).toMatch(/^[0-9a-f]{12,64}$/);
        expect(pointer).toMatch(/^\//);
      }
    }),
  );
});

test('a listing of a million digests is cut, and a key of megabytes costs little', () => {
  const began = performance.now();
  const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`file${index}.csv`, sha]));
  expect(datasetClaims(plain(many), true).length).toBe(1000);
  expect(claims({ [`data${'_'.repeat(1_000_000)}sha256`]: sha })).toHaveLength(1);
  expect(claims({ [`${'a.'.repeat(500_000)}`]: sha }, true)).toEqual([]);
  expect(performance.now() - began).toBeLessThan(10_000);
});
