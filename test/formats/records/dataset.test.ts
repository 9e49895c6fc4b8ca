import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { checksumLines } from '../../../src/formats/records/checksum-lines.ts';
import { dataset } from '../../../src/formats/records/dataset.ts';
import { dvc } from '../../../src/formats/records/dvc.ts';
import { recordFormats } from '../../../src/formats/records/registry.ts';
import { plain } from '../../fixtures/audits/evidence.ts';

const source = (text: string) => memorySource('x', new TextEncoder().encode(text));
const sha = 'a1b2c3d4'.repeat(8);
const md5 = 'a1b2c3d4'.repeat(4);
const short = sha.slice(0, 12);
const recognizedAs = (path: string, text: string) =>
  recordFormats.find((format) => format.recognizes(path, source(text)))?.id ?? null;
const claims = (path: string, text: string) => {
  const record = dataset.read(path, path, source(text));
  return record.kind === 'dataset'
    ? record.claims.map(({ subject, algorithm, digest, line }) => [subject, algorithm, digest, line])
    : null;
};

describe('the record of the data', () => {
  test.each<[string, string, readonly unknown[]]>([
    [
      'dataset.json',
      JSON.stringify({ path: 'data/points.csv', sha256: sha }),
      ['data/points.csv', 'sha256', sha, null],
    ],
    ['out/dataset_info.yaml', `name: points\nsha256: ${sha}\n`, ['points', 'sha256', sha, null]],
    ['data_hash.txt', `${short}\n`, [null, null, short, 1]],
    ['dataset_hash.txt', `sha256: ${short}\n`, [null, 'sha256', short, 1]],
    ['data_hash.txt', `data/points.csv: ${sha}\n`, ['data/points.csv', null, sha, 1]],
    ['data_hash.txt', JSON.stringify({ hash: sha }), [null, null, sha, null]],
    ['dataset.sha256', `${sha}  data/points.csv\n`, ['data/points.csv', 'sha256', sha, 1]],
    ['dataset.md5', `${md5} *points.csv\r\n`, ['points.csv', 'md5', md5, 1]],
    ['points.csv.sha256', `${sha}\n`, ['points.csv', 'sha256', sha, 1]],
    ['SHA256SUMS', `# made by make\n\n${sha}  train.csv\n`, ['train.csv', 'sha256', sha, 3]],
    ['md5sums.txt', `MD5 (data/a b.parquet) = ${md5}\n`, ['data/a b.parquet', 'md5', md5, 1]],
    ['checksums.txt', `SHA256(data/x.npz)= ${sha}\n`, ['data/x.npz', 'sha256', sha, 1]],
    ['data_manifest.json', JSON.stringify({ 'train.csv': sha }), ['train.csv', null, sha, null]],
    ['training_data_version.txt', `dataset v2 (sha256 ${short})\n`, ['dataset v2', 'sha256', short, 1]],
    ['dataset_hash.txt', `${md5}.dir\n`, [null, 'dvc', md5, 1]],
  ])('%s: %s', (path, text, claim) => {
    expect(recognizedAs(path, text)).toBe('dataset');
    expect(claims(path, text)).toEqual([claim]);
  });

  test.each<[string, string]>([
    ['dataset.json', '{"rows": 360}'],
    ['data.json', '{"loss": 0.5, "accuracy": 0.9}'],
    ['dataset.json', '{"sha256": "not one"}'],
    ['dataset.json', '{"x": 1}\n{"x": 2}\n'],
    ['points_data.json', '{"sha256": '],
    ['metadata.json', JSON.stringify({ hash: sha })],
    ['model_hash.txt', `${sha}\n`],
    ['model.pt.sha256', `${sha}  model.pt\n`],
    ['SHA256SUMS', `${sha}  train.csv\n${sha}  model.safetensors\n`],
    ['checksums.txt', `${sha}  train.py\n`],
    ['checksums.txt', `${sha}\n`],
    ['results.json', JSON.stringify({ path: 'data/points.csv', sha256: sha })],
    ['hash.txt', 'a hash table\n'],
    ['dataset_notes.txt', 'The data was collected in 2024.\n'],
    ['SHA256SUMS', `${sha}  dist/app-1.0-py3-none-any.whl\n`],
  ])('is not %s: %s', (path, text) => {
    expect(recognizedAs(path, text)).not.toBe('dataset');
  });

  test('keeps the whole document, so that what else differs is seen', () => {
    const text = JSON.stringify({ path: 'x.csv', sha256: sha, rows: 12 });
    expect(dataset.read('dataset.json', 'n', source(text))).toMatchObject({
      kind: 'dataset',
      neutralPath: 'n',
      problems: [],
      value: plain({ path: 'x.csv', sha256: sha, rows: 12 }),
    });
  });

  test('that is broken is one by its name, with the line where it breaks', () => {
    const broken = source('{"path":');
    expect(dataset.recognizes('out/dataset.json', broken)).toBe(true);
    expect(dataset.read('out/dataset.json', 'n', broken)).toMatchObject({ claims: [], problems: [{ line: 1 }] });
  });

  test('that is too large is not looked at, and a listing of many files is cut', () => {
    expect(recognizedAs('SHA256SUMS', `${sha}  data/${'x'.repeat(1_100_000)}.csv\n`)).toBeNull();
    expect(checksumLines(`${sha}  a.csv\n`.repeat(5_000), null)).toHaveLength(1_000);
  });
});

describe("DVC's files among the outputs", () => {
  const read = (path: string, text: string) => {
    const record = dvc.read(path, path, source(text));
    return record.kind === 'dataset'
      ? record.claims.map(({ subject, algorithm, digest }) => [subject, algorithm, digest])
      : null;
  };

  test('claim what they name', () => {
    const text = `outs:\n- md5: ${md5}.dir\n  size: 10\n  nfiles: 2\n  hash: md5\n  path: img\n`;
    expect(recognizedAs('out/img.dvc', text)).toBe('dvc');
    expect(read('out/img.dvc', text)).toEqual([['img', 'dvc', md5]]);
  });

  test('of a pipeline claim what its stages read, and neither code nor results', () => {
    const text = `schema: '2.0'\nstages:\n  train:\n    cmd: python train.py\n    deps:\n    - path: data/points.csv\n      md5: ${md5}\n    - path: train.py\n      md5: ${md5}\n    outs:\n    - path: model.pt\n      md5: ${md5}\n`;
    expect(read('dvc.lock', text)).toEqual([['data/points.csv', 'dvc', md5]]);
  });

  test('of old versions are understood', () => {
    expect(read('dvc.lock', `train:\n  cmd: x\n  deps:\n  - path: a.csv\n    md5: ${md5}\n`)).toEqual([
      ['a.csv', 'dvc', md5],
    ]);
    expect(
      read('train.dvc', `cmd: python x.py\ndeps:\n- path: a.csv\n  md5: ${md5}\nouts:\n- path: m\n  md5: ${md5}\n`),
    ).toEqual([['a.csv', 'dvc', md5]]);
  });

  test('that are damaged claim nothing, and say what is wrong', () => {
    expect(dvc.read('x.dvc', 'x.dvc', source('outs: [\n'))).toMatchObject({ claims: [], problems: [{}] });
  });

  test('without a digest, in a store, or with one that is none, claim nothing', () => {
    expect(
      read('x.dvc', `outs:\n- path: a\n- path: s3://b/c\n  md5: ${md5}\n- path: d\n  md5: xyz\n- md5: ${md5}\n`),
    ).toEqual([]);
  });
});

test('any text is answered, and every claim has twelve hexadecimal digits or more', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      sha,
      md5,
      short,
      '  ',
      'SHA256 (',
      ') = ',
      '\n',
      ':',
      'md5 ',
      'a.csv',
      '{',
      '"',
      'outs:',
      '- ',
      '.dir',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 20 }),
      fc.constantFrom('dataset.json', 'data_hash.txt', 'SHA256SUMS', 'x.dvc', 'dvc.lock', 'dataset.yaml'),
      (parts, path) => {
        const text = parts.join('');
        for (const format of [dataset, dvc]) {
          format.recognizes(path, source(text));
          const record = format.read(path, path, source(text));
          if (record.kind === 'dataset')
            for (const { digest } of record.claims) expect(digest).toMatch(/^[0-9a-f]{12,64}$/);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('lines made to be slow are not', () => {
  const began = performance.now();
  for (const text of [
    `${' '.repeat(400_000)}x`,
    `SHA256 (${'('.repeat(4_000)}\n`.repeat(100),
    `${': '.repeat(2_400)}${short}\n`.repeat(200),
    `${'a'.repeat(900_000)}`,
  ])
    dataset.recognizes('data_hash.txt', source(text));
  expect(performance.now() - began).toBeLessThan(10_000);
});
