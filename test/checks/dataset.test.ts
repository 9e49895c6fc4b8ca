/** What the checks about data make of records, data and each other: one cause is one finding. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/judge/inspect.ts';
import type { Dataset, DatasetClaim, DatasetDigest } from '../../src/model/dataset.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { RecordDocument } from '../../src/model/record.ts';
import {
  dataMd5,
  dataSha256,
  dataset,
  datasetClaim,
  datasetRecord,
  document,
  evidence,
  inventory,
  plain,
  policy,
  run,
  seen,
  withDataset,
  withoutKind,
  withRecords,
  writtenFile,
} from '../fixtures/audits/evidence.ts';

const other = 'd5'.repeat(32);
const without = withoutKind('dataset');

/** `severity id` of the findings about data, and of those that data could spoil. */
const found = (given: Evidence) =>
  inspect(given)
    .filter(({ check }) => /^(?:dataset|configuration|environment)\//.test(check))
    .map(({ severity, check }) => `${severity} ${check}`);
const messages = (given: Evidence) =>
  inspect(given)
    .filter(({ check }) => check.startsWith('dataset/'))
    .map(({ message }) => message);

/** Both runs with this claim, in a file of its own. */
const claiming = (claim: Partial<DatasetClaim>, ...datasets: readonly Dataset[]): Evidence => ({
  ...withRecords([...without, datasetRecord(claim)]),
  datasets: datasets.length === 0 ? [dataset()] : datasets,
});
const declared = (...paths: readonly string[]) => ({
  policy: { ...policy, datasets: paths.map((path) => ({ path, sha256: null })) },
});

const schemes: readonly DatasetDigest[] = [
  { algorithm: 'sha256', scheme: 'contents', digest: '3f1c'.repeat(16) },
  { algorithm: 'sha256', scheme: 'paths-and-contents', digest: '70b2'.repeat(16) },
  { algorithm: 'md5', scheme: 'contents', digest: '18d4'.repeat(8) },
  { algorithm: 'sha256', scheme: 'manifest', digest: '8e95'.repeat(16) },
  { algorithm: 'md5', scheme: 'manifest', digest: 'b3a7'.repeat(8) },
  { algorithm: 'md5', scheme: 'dvc-folder', digest: '610f'.repeat(8) },
];
const folder = dataset({ path: 'data/img', state: 'folder', files: 3, digests: schemes });
const file = dataset({ path: 'data/points.csv' });

describe('a digest of a file', () => {
  test.each<[string, Partial<DatasetClaim>]>([
    ['whole', {}],
    ['its first twelve digits', { digest: dataSha256.slice(0, 12) }],
    ['by the name of the file alone', { subject: 'points.csv' }],
    ['by the name without its ending', { subject: 'points' }],
    ['by an absolute path', { subject: '/home/me/work/data/points.csv' }],
    ['without a name', { subject: null }],
    ['without an algorithm', { algorithm: null }],
    ['by another way to hash it', { algorithm: 'md5', digest: dataMd5 }],
    ['under a name that nobody knows', { subject: 'spiral-v2' }],
    ['of DVC', { algorithm: 'dvc', digest: dataMd5 }],
  ])('is true: %s', (_, claim) => {
    expect(found(claiming(claim))).toEqual([]);
  });

  test.each<[string, Partial<DatasetClaim>, string]>([
    [
      'of other data',
      { digest: other },
      `"d5d5d5d5d5d5d5d5…" is recorded in "outputs/dataset.json" for "data/points.csv", which has "4e1c9d27a05b836f…".`,
    ],
    [
      'of other data, in twelve digits',
      { digest: other.slice(0, 12) },
      `"d5d5d5d5d5d5" is recorded in "outputs/dataset.json" for "data/points.csv", which has "4e1c9d27a05b".`,
    ],
    [
      'of other data, as MD5',
      { digest: other.slice(0, 32), algorithm: 'md5' },
      `"d5d5d5d5d5d5d5d5…" is recorded in "outputs/dataset.json" for "data/points.csv", which has "7b20f4c1d98e6a35…".`,
    ],
    [
      'without a name',
      { digest: other, subject: null },
      `"d5d5d5d5d5d5d5d5…" is recorded in "outputs/dataset.json" for "data/points.csv", which has "4e1c9d27a05b836f…".`,
    ],
    [
      'off by one digit',
      { digest: `5${dataSha256.slice(1, 12)}` },
      `"5e1c9d27a05b" is recorded in "outputs/dataset.json" for "data/points.csv", and one digit differs: digit 1 is 5 instead of 4.`,
    ],
    [
      'off by one digit under a name that nobody knows',
      { digest: `5${dataSha256.slice(1)}`, subject: 'spiral' },
      `"5e1c9d27a05b836f…" is recorded in "outputs/dataset.json" for "data/points.csv", and one digit differs: digit 1 is 5 instead of 4.`,
    ],
  ])('is false: %s', (_, claim, message) => {
    expect(found(claiming(claim))).toEqual(['error dataset/not-true']);
    expect(messages(claiming(claim))).toEqual([message]);
  });

  test('is not that of another file, whose digest it is', () => {
    const two = [
      file,
      dataset({ path: 'data/val.csv', digests: [{ algorithm: 'sha256', scheme: 'file', digest: other }] }),
    ];
    const records = [
      ...without,
      datasetRecord(
        { digest: other },
        { claims: [datasetClaim({ digest: other }), datasetClaim({ subject: 'data/val.csv', digest: other })] },
      ),
    ];
    expect(found({ ...withRecords(records), datasets: two, ...declared('data/points.csv', 'data/val.csv') })).toEqual([
      'error dataset/not-true',
    ]);
  });

  test('without a name is a warning where it is none of several', () => {
    const two = [
      file,
      dataset({ path: 'data/val.csv', digests: [{ algorithm: 'sha256', scheme: 'file', digest: '1f'.repeat(32) }] }),
    ];
    const given = {
      ...claiming({ digest: other, subject: null }, ...two),
      ...declared('data/points.csv', 'data/val.csv'),
    };
    expect(found(given)).toEqual(['warning dataset/not-true']);
    expect(messages(given)).toEqual([
      `"d5d5d5d5d5d5d5d5…" is recorded in "outputs/dataset.json", and none of 2 datasets ("data/points.csv" and "data/val.csv") has that digest.`,
    ]);
  });
});

describe('a digest of a folder', () => {
  const claim = (part: Partial<DatasetClaim>) => ({
    ...claiming({ subject: 'data/img', ...part }, folder),
    ...declared('data/img'),
  });

  test.each(schemes.map((digest) => [`${digest.algorithm} ${digest.scheme}`, digest] as const))(
    'is true: %s',
    (_, { digest }) => {
      expect(found(claim({ digest, algorithm: null }))).toEqual([]);
    },
  );

  test('made in a way that nobody knows is a warning that says which were tried', () => {
    const given = claim({ digest: other });
    expect(found(given)).toEqual(['warning dataset/not-true']);
    expect(messages(given)).toEqual([
      `"d5d5d5d5d5d5d5d5…" is recorded in "outputs/dataset.json" for "data/img", and none of the usual ways to hash a folder gives it (tried: SHA-256 of the contents, SHA-256 of paths and contents, MD5 of the contents, SHA-256 of the list of digests, MD5 of the list of digests, DVC's digest of the folder).`,
    ]);
  });

  test('made by DVC, or off by one digit, is an error', () => {
    expect(found(claim({ digest: other.slice(0, 32), algorithm: 'dvc' }))).toEqual(['error dataset/not-true']);
    expect(found(claim({ digest: `4${'3f1c'.repeat(16).slice(1)}` }))).toEqual(['error dataset/not-true']);
  });

  test('says of a file in it what that file has', () => {
    const withMembers = dataset({
      ...folder,
      members: [{ path: 'a/cat.png', digests: [{ algorithm: 'sha256', scheme: 'file', digest: other }] }],
    });
    const about = (digest: string, subject = 'cat.png') => ({
      ...claiming({ digest, subject }, withMembers),
      ...declared('data/img'),
    });
    expect(found(about(other))).toEqual([]);
    expect(messages(about('1f'.repeat(32)))).toEqual([
      `"1f1f1f1f1f1f1f1f…" is recorded in "outputs/dataset.json" for "data/img/a/cat.png", which has "d5d5d5d5d5d5d5d5…".`,
    ]);
    expect(found(about(other, 'data/img/dog.png'))).toEqual(['notice dataset/not-verified']);
  });
});

describe('any digest that is measured', () => {
  const digests = fc.constantFrom(...schemes, ...file.digests);
  const claimOf = (digest: string): Evidence => ({
    ...claiming({ digest, subject: null, algorithm: null }, file, folder),
    ...declared('data/points.csv', 'data/img'),
  });

  test('is true in any beginning of twelve digits or more', () => {
    fc.assert(
      fc.property(digests, fc.nat(), ({ digest }, cut) => {
        const length = 12 + (cut % (digest.length - 11));
        expect(found(claimOf(digest.slice(0, length)))).toEqual([]);
      }),
    );
  });

  test('is false with any one digit changed, and an error', () => {
    fc.assert(
      fc.property(digests, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 15 }), ({ digest }, cut, at, shift) => {
        const claimed = digest.slice(0, 12 + (cut % (digest.length - 11)));
        const position = at % claimed.length;
        const digit = ((Number.parseInt(claimed[position] ?? '0', 16) + shift) % 16).toString(16);
        expect(found(claimOf(claimed.slice(0, position) + digit + claimed.slice(position + 1)))).toEqual([
          'error dataset/not-true',
        ]);
      }),
    );
  });
});

describe('one cause is one finding', () => {
  const log = (digest: string): RecordDocument =>
    datasetRecord({ digest, pointer: null, line: 2 }, { path: '(log)', neutralPath: '(log)', format: 'log' });
  const config = (digest: string): RecordDocument =>
    document('configuration', 'outputs/config.json', {
      lr: 0.1,
      seed: 42,
      data: { path: 'data/points.csv', sha256: digest },
    });

  test('a false digest in a file, a log and a configuration', () => {
    const records = [
      ...without.filter(({ kind }) => kind !== 'configuration'),
      datasetRecord({ digest: other }),
      log(other.slice(0, 12)),
      config(other),
    ];
    const given = withRecords(records);
    expect(found(given)).toEqual(['error dataset/not-true']);
    expect(messages(given)).toEqual([
      '"d5d5d5d5d5d5d5d5…" is recorded in "outputs/dataset.json", "(log)" and "outputs/config.json" for "data/points.csv", which has "4e1c9d27a05b836f…".',
    ]);
  });

  test('a true one in the file and a false one in the log is one, about the log', () => {
    const given = withRecords([...without, datasetRecord(), log(other.slice(0, 12))]);
    expect(messages(given)).toEqual([
      `"d5d5d5d5d5d5" is recorded in "(log)" for "data/points.csv", which has "4e1c9d27a05b".`,
    ]);
  });

  test('a false one in one run alone: no second finding that the runs differ', () => {
    const given = withRecords([...without, datasetRecord()], [...without, datasetRecord({ digest: other })]);
    expect(inspect(given).filter(({ check }) => check.startsWith('dataset/'))).toMatchObject([
      { check: 'dataset/not-true', place: { run: 2 } },
    ]);
  });

  test('data that changed: neither the record nor the declaration is blamed', () => {
    const records = [...without, datasetRecord({ digest: other })];
    const given = withDataset(
      { changed: ['points.csv'], expected: { algorithm: 'sha256', digest: '1f'.repeat(32) } },
      records,
      [...without, datasetRecord({ digest: '2e'.repeat(32) })],
    );
    expect(found(given)).toEqual(['error dataset/changed']);
  });

  test('data that is not what was declared: a record of the declared digest is not blamed', () => {
    const given = withDataset({ expected: { algorithm: 'sha256', digest: other } }, [
      ...without,
      datasetRecord({ digest: other.slice(0, 12) }),
    ]);
    expect(found(given)).toEqual(['error dataset/not-as-declared']);
  });

  test('data that is missing: its record is not blamed', () => {
    expect(found(withDataset({ state: 'missing', digests: [] }))).toEqual(['error dataset/missing']);
  });

  test('a pointer of Git LFS: neither the record of the real data nor the declaration is blamed', () => {
    const pointers = [{ path: '', sha256: other, sizeBytes: 1 }];
    const given = withDataset({ pointers, expected: { algorithm: 'sha256', digest: other } }, [
      ...without,
      datasetRecord({ digest: other }),
    ]);
    expect(found(given)).toEqual(['error dataset/pointer-file']);
  });

  test('runs that recorded different data that nobody knows: once, though it stands in two places', () => {
    const records = (digest: string) => [...without, datasetRecord({ digest }), log(digest.slice(0, 12))];
    const given = {
      ...withRecords(records(dataSha256), records(other)),
      datasets: [],
      policy: { ...policy, datasets: [] },
    };
    expect(found(given)).toEqual(['error dataset/differs', 'notice dataset/not-verified']);
  });
});

describe('data that changed', () => {
  const wrote = (...runs: readonly (readonly string[])[]) =>
    runs.map((paths, index) =>
      run(index + 1, { written: paths.map((path) => writtenFile(path, { change: 'changed' })) }),
    );
  const changed = (
    part: Partial<Dataset>,
    runs: Evidence['runs'],
    records: readonly RecordDocument[] = [...without, datasetRecord({ digest: other })],
  ): Evidence => ({ ...withDataset({ changed: ['points.csv'], ...part }, records), runs });

  test('by nobody who is known', () => {
    expect(messages(changed({}, [run(1), run(2)]))).toEqual(['"data/points.csv" changed while the audit ran.']);
  });

  test('until nothing was left, is not also missing', () => {
    const gone = { state: 'missing', digests: [] } as const;
    expect(found(changed(gone, [run(1), run(2)]))).toEqual(['error dataset/changed']);
    expect(messages(changed(gone, [run(1), run(2)]))).toEqual(['"data/points.csv" was removed while the audit ran.']);
    expect(messages(changed(gone, wrote(['data/points.csv'], [])))).toEqual([
      '"data/points.csv" was removed by run 1.',
    ]);
  });

  test('in a folder, by files', () => {
    const part = { path: 'data/img', state: 'folder', changed: ['a.png', 'labels.cache'] } as const;
    const given = { ...changed(part, wrote(['data/img/labels.cache'], [])), ...declared('data/img') };
    expect(messages(given)).toContain('2 files of "data/img" changed ("a.png" and "labels.cache"): run 1 wrote them.');
  });

  test('in every run is no finding where the record is true, a notice where there is none, an error where it is false', () => {
    const runs = wrote(['data/points.csv'], ['data/points.csv']);
    expect(found(changed({}, runs, [...without, datasetRecord()]))).toEqual([]);
    expect(found(changed({}, runs, without))).toEqual(['warning dataset/not-recorded', 'notice dataset/changed']);
    expect(found(changed({}, runs))).toEqual(['error dataset/changed']);
  });
});

describe('what DVC says', () => {
  const expected = { algorithm: 'md5', digest: dataMd5, sizeBytes: 7_340 } as const;
  const dvc = (part: Partial<Dataset>) => ({
    ...withDataset({ dvcFile: 'data/points.csv.dvc', ...part }, without),
    policy: { ...policy, datasets: [] },
  });

  test('is a record of the data, and is held against it', () => {
    expect(found(dvc({ expected }))).toEqual([]);
    const wrong = dvc({ expected: { ...expected, digest: other.slice(0, 32), sizeBytes: 7_341 } });
    expect(found(wrong)).toEqual(['error dataset/not-as-declared']);
    expect(messages(wrong)).toEqual([
      '"data/points.csv" has "7b20f4c1d98e6a35…", 7,340 bytes instead of 7,341 bytes; "data/points.csv.dvc" says "d5d5d5d5d5d5d5d5…".',
    ]);
  });

  test('in a lock may be out of date: a warning', () => {
    expect(found(dvc({ dvcFile: 'dvc.lock', expected: { ...expected, digest: other.slice(0, 32) } }))).toEqual([
      'warning dataset/not-as-declared',
    ]);
  });

  test('of a folder counts its files', () => {
    const part = {
      ...folder,
      dvcFile: 'data/img.dvc',
      expected: { algorithm: 'md5', digest: `${other.slice(0, 32)}.dir`, files: 4 },
    } as const;
    expect(messages(dvc(part))).toEqual([
      '"data/img" has "610f610f610f610f…", 3 files instead of 4; "data/img.dvc" says "d5d5d5d5d5d5d5d5…".',
    ]);
  });

  test('of data that was not hashed is wrong where something is lacking', () => {
    const part = { state: 'unmeasured', digests: [], reason: 'it has 60 GB' } as const;
    expect(found(dvc({ ...part, expected }))).toEqual([]);
    expect(messages(dvc({ ...part, expected: { ...expected, sizeBytes: 8_000 } }))).toEqual([
      '"data/points.csv" has 7.2 KiB instead of 7.8 KiB; "data/points.csv.dvc" says "7b20f4c1d98e6a35…".',
    ]);
    expect(found(dvc({ ...part, expected: { ...expected, sizeBytes: 7_000 } }))).toEqual([]);
  });

  test('of several that are missing is one warning', () => {
    const missing = { state: 'missing', digests: [], expected } as const;
    const given = {
      ...dvc(missing),
      datasets: [
        dataset({ ...missing, dvcFile: 'a.dvc' }),
        dataset({ ...missing, path: 'data/b.csv', dvcFile: 'b.dvc' }),
      ],
    };
    expect(found(given)).toEqual(['warning dataset/missing']);
    expect(messages(given)).toEqual(['2 datasets ("data/points.csv" and "data/b.csv") that DVC tracks are not there.']);
  });
});

describe('data without a record', () => {
  test('is an error where one run has it and the other has not', () => {
    expect(found(withRecords([...without, datasetRecord()], without))).toEqual(['error dataset/not-recorded']);
    expect(messages(withRecords([...without, datasetRecord()], without))).toEqual([
      'Run 2 recorded no digest of "data/points.csv", the other did.',
    ]);
  });

  test('is a notice where nobody knows of any', () => {
    const given = { ...withRecords(without), datasets: [], policy: { ...policy, datasets: [] } };
    expect(found(given)).toEqual(['notice dataset/not-recorded']);
  });

  test('is named where another one is recorded', () => {
    const given = { ...claiming({}, file, folder), ...declared('data/points.csv', 'data/img') };
    expect(messages(given)).toEqual([
      'No run recorded a digest of "data/img"; one was expected in "dataset.json" or in the log.',
    ]);
  });

  test('is recorded by a configuration, an environment record or a log', () => {
    for (const kind of ['configuration', 'environment'] as const) {
      const record = document(kind, 'outputs/x.json', { seed: 42, dataset_sha256: dataSha256 });
      expect(found(withRecords([...without, record])).filter((one) => one.includes('dataset/'))).toEqual([]);
    }
  });

  test('is not asked of a run that left nothing', () => {
    const given = evidence({ inventories: [inventory(1, { files: [], records: [] })] });
    expect(found(given)).toEqual([]);
  });

  test('whose named record is none is an error', () => {
    const record = datasetRecord(
      {},
      {
        claims: [],
        problems: [{ code: 'NO_DIGEST', message: 'no digest of 12 hexadecimal digits or more stands in it' }],
      },
    );
    expect(found(withRecords([...without, record]))).toEqual([
      'error dataset/not-recorded',
      'warning dataset/not-recorded',
    ]);
  });
});

describe('what cannot be verified', () => {
  const nothingKnown = (claim: Partial<DatasetClaim>, ...datasets: readonly Dataset[]) => ({
    ...claiming(claim),
    datasets,
    policy: { ...policy, datasets: [] },
  });

  test('is said, with how to declare the data', () => {
    expect(found(nothingKnown({}))).toEqual(['notice dataset/not-verified']);
  });

  test('is a hash of no named kind of data that only the record names', () => {
    expect(found(nothingKnown({ digest: other, algorithm: null }, file))).toEqual(['notice dataset/not-verified']);
    expect(found(nothingKnown({ digest: other }, file))).toEqual(['error dataset/not-true']);
    expect(found(nothingKnown({ digest: dataSha256, algorithm: null }, file))).toEqual([]);
  });

  test('is a SHA-1, and what was not hashed', () => {
    expect(found(claiming({ digest: other.slice(0, 40), algorithm: null }))).toEqual(['notice dataset/not-verified']);
    const given = withDataset({ state: 'unmeasured', digests: [], reason: 'it has 60.0 GiB.' });
    expect(messages(given)).toEqual([
      '1 recorded digest could not be held against data: "4e1c9d27a05b836f…" of "data/points.csv" in "outputs/dataset.json", because "data/points.csv" was not hashed: it has 60.0 GiB.',
    ]);
  });
});

describe('what else stands in a record of the data', () => {
  test('must be the same in both runs, but for times', () => {
    const record = (value: unknown) => [...without, datasetRecord({}, { value: plain(value) })];
    expect(
      found(
        withRecords(
          record({ sha256: dataSha256, rows: 360, created: 'a' }),
          record({ sha256: dataSha256, rows: 360, created: 'b' }),
        ),
      ),
    ).toEqual([]);
    expect(messages(withRecords(record({ rows: 360 }), record({ rows: 361 })))).toEqual([
      '1 value differs: "/rows" is 360 in the first run and 361 in the second.',
    ]);
  });
});

describe('declared data that nobody opened', () => {
  const reads = (files: readonly string[], dropped = 0) => seen({ reads: { files, dropped } });
  const given = (...observed: readonly (readonly ReturnType<typeof seen>[])[]) => ({
    ...evidence(),
    runs: observed.map((list, index) => run(index + 1, { observed: list })),
  });

  test.each<[string, Evidence]>([
    ['the observer did not ride', given([], [])],
    ['it watched no data', given([seen()], [seen()])],
    ['more was opened than it could tell', given([reads([], 1)], [reads([], 1)])],
    ['one process read it', given([reads([]), reads(['/work/data/points.csv'])], [reads(['/mnt/x/data/points.csv'])])],
    [
      'a process is unknown',
      {
        ...evidence(),
        runs: [1, 2].map((number) =>
          run(number, { observed: [reads([]), { kind: 'unrecorded', pid: 1, why: 'killed' }] }),
        ),
      },
    ],
    [
      'it could not ride everywhere',
      {
        ...evidence(),
        runs: [1, 2].map((number) =>
          run(number, { observed: [reads([])], unobserved: [{ command: 'python -I', why: '-I' }] }),
        ),
      },
    ],
  ])('is no finding where %s', (_, one) => {
    expect(found(one)).toEqual([]);
  });

  test('is told by run', () => {
    expect(messages(given([reads(['/work/data/points.csv'])], [reads(['/work/data/points.csv.bak'])]))).toEqual([
      'No Python process of run 2 was seen to open "data/points.csv" for reading.',
    ]);
  });

  test('in a folder is any file below it', () => {
    const one = {
      ...given([reads(['/work/data/img/a/b.png'])], [reads(['/work/data/img/c.png'])]),
      datasets: [folder],
      ...declared('data/img'),
    };
    expect(found(one).filter((line) => line.includes('not-read'))).toEqual([]);
  });
});
