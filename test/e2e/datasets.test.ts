/** The data of a real training, from the first look before run 1 to the findings: dist/cli.js and examples/minimal. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { readReport } from '../../src/report/read-json.ts';

const root = join(import.meta.dirname, '../..');
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'train-twice-data-')));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const points = readFileSync(join(root, 'examples/minimal/data/points.csv'));
const sha256 = createHash('sha256').update(points).digest('hex');
const md5 = createHash('md5').update(points).digest('hex');

interface Told {
  readonly code: number | null;
  readonly report: Report;
}

let count = 0;

/** A copy of examples/minimal, changed. */
function project(change: (folder: string) => void = () => {}): string {
  count += 1;
  const folder = join(scratch, `project-${count}`);
  cpSync(join(root, 'examples/minimal'), folder, { recursive: true });
  change(folder);
  return folder;
}

function tell(folder: string, words: readonly string[]): Told {
  const argv = [join(root, 'dist/cli.js'), ...words];
  const ran = spawnSync(process.execPath, argv, { encoding: 'utf8', cwd: folder, maxBuffer: 1 << 28 });
  if (ran.stdout === '') throw new Error(`no report: ${ran.stderr}`);
  return { code: ran.status, report: readReport(ran.stdout) };
}

const train = 'python3 train.py --seed $TRAIN_TWICE_SEED --epochs 20';
const run = (folder: string, command: string, ...flags: readonly string[]): Told =>
  tell(folder, [
    'run',
    '--format',
    'json',
    '--quiet',
    '--report-dir',
    `${folder}-report`,
    ...flags,
    '--command',
    command,
  ]);
const findings = ({ report }: Told): readonly string[] =>
  report.findings.map(({ severity, check, message }) => `${severity} ${check}: ${message}`);

function inFile(folder: string, name: string, from: string, to: string): void {
  const text = readFileSync(join(folder, name), 'utf8');
  if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
  writeFileSync(join(folder, name), text.replaceAll(from, to));
}

describe('a training that records its data', () => {
  it('passes, with the digests recomputed, where the data is declared', () => {
    const folder = project();
    const told = run(
      folder,
      `${train}; echo "watched $TRAIN_TWICE_OBSERVER_DATASETS"`,
      '--datasets',
      'data/points.csv',
    );
    expect([told.code, findings(told)]).toEqual([0, []]);
    expect(told.report.runs.map(({ logTail }) => logTail.at(-1))).toEqual(
      [1, 2].map(() => `watched ["${join(folder, 'data/points.csv')}"]`),
    );
    expect(told.report.datasets).toMatchObject([
      { path: 'data/points.csv', state: 'file', files: 1, sizeBytes: points.length, changed: [] },
    ]);
    expect(told.report.datasets[0]?.digests).toEqual([
      { algorithm: 'sha256', scheme: 'file', digest: sha256 },
      { algorithm: 'md5', scheme: 'file', digest: md5 },
    ]);
    const records = told.report.inventories.map(({ records: all }) =>
      all.filter(({ format }) => format === 'log' || format === 'dataset'),
    );
    expect(records.map((of) => of.map(({ kind, format }) => `${kind} ${format}`))).toEqual(
      [1, 2].map(() => ['dataset dataset', 'configuration log', 'dataset log']),
    );
  });

  it('fails where one digit of the recorded digest is wrong', () => {
    const folder = project((at) =>
      inFile(
        at,
        'record.py',
        'digest = sha256(dataset_path)',
        'digest = sha256(dataset_path); digest = ("0" if digest[0] != "0" else "1") + digest[1:]',
      ),
    );
    const told = run(folder, train, '--datasets', 'data/points.csv');
    expect(told.code).toBe(1);
    expect(findings(told)).toEqual([
      expect.stringMatching(
        /^error dataset\/not-true: "0[0-9a-f]{15}…" is recorded in "outputs\/.*\/dataset\.json" and "outputs\/.*\/train\.log" for "data\/points\.csv", and one digit differs: digit 1 is 0 instead of .\.$/,
      ),
    ]);
  });

  it('fails where run 1 changes the data, though it is put back before run 2', () => {
    const told = run(
      project(),
      `${train}; if [ "$TRAIN_TWICE_RUN" = 1 ]; then echo "0,0,0" >> data/points.csv; fi`,
      '--datasets',
      'data/points.csv',
    );
    expect(told.code).toBe(1);
    expect(findings(told)).toContain('error dataset/changed: "data/points.csv" changed: run 1 wrote it.');
    expect(findings(told).filter((line) => /dataset\/(?!changed)/.test(line))).toEqual([]);
  });

  it('fails where a run changes data that lies elsewhere, and does not blame the records', () => {
    const outside = join(scratch, 'elsewhere.csv');
    const folder = project((at) => inFile(at, 'train_data.py', 'DATASET = ', `DATASET = "${outside}" or `));
    cpSync(join(root, 'examples/minimal/data/points.csv'), outside);
    const told = run(folder, `${train}; echo "0,0,0" >> ${outside}`, '--datasets', outside);
    expect(findings(told)).toContain(`error dataset/changed: "${outside}" changed while the audit ran.`);
    expect(findings(told).filter((line) => /dataset\/(?!changed)/.test(line))).toEqual([]);
  });

  it('fails where the data is not what it was declared to be, and where it is not there', () => {
    const told = run(
      project(),
      train,
      '--datasets',
      `data/points.csv=${'ab'.repeat(32)}`,
      '--datasets',
      'data/gone.csv',
    );
    expect(told.code).toBe(1);
    expect(findings(told)).toEqual([
      'error dataset/missing: "data/gone.csv" is named in `datasets` and is not there.',
      `error dataset/not-as-declared: "data/points.csv" has "${sha256.slice(0, 16)}…"; \`datasets\` says "abababababababab…".`,
    ]);
  });
});

describe('data that DVC tracks', () => {
  const tracked = (digest: string) =>
    `outs:\n- md5: ${digest}\n  size: ${points.length}\n  hash: md5\n  path: points.csv\n`;

  it('is found by itself, and held against its .dvc file', () => {
    const good = run(
      project((at) => writeFileSync(join(at, 'data/points.csv.dvc'), tracked(md5))),
      train,
    );
    expect([good.code, findings(good)]).toEqual([0, []]);
    expect(good.report.datasets).toMatchObject([{ path: 'data/points.csv', dvcFile: 'data/points.csv.dvc' }]);
    const bad = run(
      project((at) => writeFileSync(join(at, 'data/points.csv.dvc'), tracked('ab'.repeat(16)))),
      train,
    );
    expect(bad.code).toBe(1);
    expect(findings(bad)).toEqual([
      `error dataset/not-as-declared: "data/points.csv" has "${md5.slice(0, 16)}…"; "data/points.csv.dvc" says "abababababababab…".`,
    ]);
  });
});

describe('results that exist already', () => {
  const folder = project();
  run(folder, train);
  const outputs = join(folder, 'outputs');
  const result = join(outputs, readdirSync(outputs)[0] ?? '');

  it('are checked against data that is named, from the current directory', () => {
    const good = tell(folder, ['check', result, '--format', 'json', '--datasets', 'data/points.csv']);
    expect(findings(good).filter((line) => line.includes('dataset/'))).toEqual([]);
    expect(good.report.datasets).toMatchObject([{ state: 'file', changed: null }]);
    const bad = tell(folder, ['check', result, '--format', 'json', '--datasets', 'make_data.py']);
    expect(findings(bad).filter((line) => line.includes('dataset/'))).toEqual([
      'warning dataset/not-recorded: No run recorded a digest of "make_data.py"; one was expected in "dataset.json" or in the log.',
      expect.stringMatching(/^notice dataset\/not-verified: 1 recorded digest could not be held against data: /),
    ]);
  });

  it('are compared with the same check', () => {
    const told = tell(folder, [
      'compare',
      result,
      result,
      '--format',
      'json',
      '--datasets',
      `data/points.csv=${'ab'.repeat(32)}`,
    ]);
    expect(findings(told).filter((line) => line.includes('dataset/'))).toEqual([
      expect.stringMatching(/^error dataset\/not-as-declared: /),
    ]);
  });
});
