import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { wandb } from '../../../src/formats/metrics/wandb.ts';
import { plain } from '../../fixtures/audits/evidence.ts';
import { codeOf } from '../read-entries.ts';
import { double, field } from '../writers/event-bytes.ts';
import { config, exit, history, run, summary, wandbFile, wandbHeader } from '../writers/wandb-bytes.ts';
import { seriesLine, textSource } from './read-metrics.ts';

const path = 'wandb/offline-run-20261126_053822-ab12cd34/run-ab12cd34.wandb';
const read = (bytes: Uint8Array) => wandb.read(memorySource(path, bytes), path);
const readRecords = (...records: readonly Uint8Array[]) => read(wandbFile(records));
const lines = async (...records: readonly Uint8Array[]) => (await readRecords(...records, exit)).series.map(seriesLine);
const codes = async (...records: readonly Uint8Array[]) =>
  (await readRecords(...records)).notes.map(({ code }) => code);
const fixture = (name: string) => readFileSync(new URL(`../../fixtures/trackers/${name}.wandb`, import.meta.url));

describe("Weights & Biases' log, as the real package leaves it", () => {
  it('holds the history, with nested keys, and what the summary says beyond it', async () => {
    const { series, notes } = await read(fixture('first'));
    const told = series.map(seriesLine).filter((line) => !/^_(?:timestamp|runtime) /.test(line));
    expect(told).toEqual([
      expect.stringMatching(/^loss by step: 0=1 1=0\.74.* 5=0\.22313016014842982$/),
      'nested/a by step: 0=0 1=0.1 2=0.2 3=0.3 4=0.4 5=0.5',
      'nested/b[0] by step: 0=0 1=1 2=2 3=3 4=4 5=5',
      'nested/b[1] by step: 0=2 1=2 2=2 3=2 4=2 5=2',
      expect.stringMatching(/^val\/acc by step: 0=0\.5 1=0\.75 /),
      'odd by step: 6=NaN 7=Infinity',
      'summary/best by row: 0=0.9',
      'phase (text) by row: 0=warm 1=warm 2=warm 3=cool 4=cool 5=cool',
      expect.stringMatching(/^histogram \(text\) by row: 0=sha256:/),
    ]);
    expect(notes.map(({ code }) => code)).toEqual(['WANDB_STATISTICS']);
  });

  it('holds the configuration, and the environment in our words', async () => {
    const { records = [] } = await read(fixture('first'));
    const parameters = { decay: 1e-5, late: 5, lr: 0.1, model: { layers: [4, 2] }, nesterov: true };
    expect(records.map(({ part, record }) => [part, record.kind, record.format, record.value])).toEqual([
      [null, 'configuration', 'wandb', plain({ ...parameters, optimizer: 'adam', schedule: null, seed: 42 })],
      [
        null,
        'environment',
        'wandb',
        plain({
          args: ['wandb'],
          cpu_count: 2,
          cpu_count_logical: 2,
          cpu_model: 'AMD EPYC',
          driver_cuda_version: null,
          executable: '/tmp/training/wandb/first/../../.venv/bin/python',
          gpu_model: null,
          machine_gpu_count: 0,
          os: 'Linux-6.8.0-x86_64-with-glibc2.39',
          program: '../../track.py',
          python_implementation: 'CPython',
          python_version: '3.11.7',
        }),
      ],
    ]);
  });

  it('is the same in two runs, but for its times', async () => {
    const told = async (name: string) =>
      (await read(fixture(name))).series
        .map(seriesLine)
        .filter((line) => !/^_(?:timestamp|runtime) /.test(line))
        .toSorted();
    expect(await told('second')).toEqual(await told('first'));
  });
});

describe("Weights & Biases' log", () => {
  it.each([
    ['x', path, true],
    ['x', 'wandb/run-20261126_053822-ab12cd34/run-ab12cd34.wandb', true],
    [wandbHeader.toString('latin1'), 'elsewhere/log', true],
    ['x', 'elsewhere/run.wandb', false],
    ['x', 'wandb/offline-run-1/files/requirements.txt', false],
    ['', 'elsewhere/log', false],
  ])('is told by its place or its beginning: %j %s %s', (text, place, expected) => {
    expect(wandb.recognizes(memorySource('x', Buffer.from(text, 'latin1')), place)).toBe(expected);
  });

  it('is placed by its own steps, whatever the training calls a step', async () => {
    expect(
      await lines(
        history(3, { _step: '3', step: '0', loss: '0.5' }),
        history(4, { _step: '4', step: '0', loss: '0.25' }),
      ),
    ).toEqual(['loss by step: 3=0.5 4=0.25', 'step by step: 3=0 4=0']);
  });

  it('of old versions has its step beside the values, or none', async () => {
    expect(await lines(history(7, { loss: '0.5' }), history(0, { acc: '1' }))).toEqual(
      ['acc by step: 0=1', 'loss by step: 7=0.5'].toReversed(),
    );
    expect(await lines(history(null, { loss: '0.5' }), history(null, { loss: '0.25' }))).toEqual([
      'loss by row: 0=0.5 1=0.25',
    ]);
  });

  it('may hold values by type instead of as JSON', async () => {
    const typed = (name: string, value: Uint8Array) => field(1, Buffer.concat([field(2, name), value]));
    const items = [
      typed('number', double(6, 0.25)),
      typed('integer', field(5, 9n)),
      typed('flag', field(4, 1n)),
      typed('text', field(7, 'x')),
      typed('list', field(8, '[1]')),
      typed('nothing', field(3, 0n)),
    ];
    expect(await lines(field(2, Buffer.concat([...items, field(2, field(1, 2n))])))).toEqual([
      'integer by step: 2=-5',
      'list[0] by step: 2=1',
      'number by step: 2=0.25',
      'flag (text) by row: 0=True',
      'text (text) by row: 0=x',
    ]);
  });

  it('keeps exact what no double holds, and what is not finite', async () => {
    expect(await lines(history(0, { big: '9007199254740993', nan: 'NaN', low: '-Infinity' }))).toEqual([
      'big by step: 0=9007199254740993',
      'low by step: 0=-Infinity',
      'nan by step: 0=NaN',
    ]);
  });

  it('compares long lists as a whole, and never makes series of a histogram', async () => {
    const long = JSON.stringify(Array.from({ length: 17 }, (_, index) => index));
    const told = await lines(history(0, { long, 'h/_type': '"histogram"', 'h/values': '[1,2]', 'h/bins': '[0,1,2]' }));
    expect(told).toEqual([
      expect.stringMatching(/^long \(text\) by row: 0=sha256:/),
      expect.stringMatching(/^h \(text\) by row: 0=sha256:/),
    ]);
    const other = await lines(history(0, { long, 'h/_type': '"histogram"', 'h/values': '[1,3]', 'h/bins': '[0,1,2]' }));
    expect(other).not.toEqual(told);
  });

  it('leaves out random ids of artifacts, and counts them', async () => {
    const table = { 't/path': '"media/t_0_ab.json"', 't/artifact_path': '"wandb-client-artifact://c0/t.json"' };
    expect(await lines(history(0, table))).toEqual(['t/path (text) by row: 0=media/t_0_ab.json']);
    expect(await codes(history(0, table), exit)).toEqual(['WANDB_ARTIFACT_ID']);
  });

  it('says of the summary only what is not the last value of the history', async () => {
    const records = [
      history(0, { loss: '0.5', acc: '1' }),
      summary({ loss: '0.5', 'loss_min/min': '0.25', _runtime: '7', '_wandb/runtime': '7' }),
      summary({ acc: '2', gone: '1' }),
      summary({}, ['gone']),
    ];
    expect(await lines(...records)).toEqual([
      'acc by step: 0=1',
      'loss by step: 0=0.5',
      'summary/acc by row: 0=2',
      'summary/loss_min/min by row: 0=0.25',
    ]);
  });

  it('puts the configuration together, the last value counting, without the tracker’s own', async () => {
    const { records } = await readRecords(
      run({ lr: '0.1', 'opt/name': '"adam"', whole: '{"a": 1, "b": 2}', _wandb: '{}' }),
      config({ lr: '0.2', 'whole/b': '3', __proto__x: '1', '_wandb/t': '1' }, ['opt/name']),
    );
    expect(records).toMatchObject([
      { record: { value: plain({ __proto__x: 1, lr: 0.2, opt: {}, whole: { a: 1, b: 3 } }), problems: [] } },
    ]);
  });

  it('of a killed run is read up to its end, which is said', async () => {
    const whole = wandbFile([history(0, { loss: '1' }), history(1, { loss: '0.5' })]);
    const { series, notes } = await read(whole.subarray(0, whole.length - 3));
    expect(series.map(seriesLine)).toEqual(['loss by step: 0=1']);
    expect(notes.map(({ code }) => code)).toEqual(['WANDB_TRUNCATED', 'WANDB_NOT_ENDED']);
  });

  it('passes over records and fields that are not known', async () => {
    const extra = Buffer.concat([history(0, { loss: '1' }), field(900, 'x'), field(901, 7n)]);
    expect(await lines(field(999, 'new'), extra, field(7, field(3, 'stats')))).toEqual(['loss by step: 0=1']);
  });

  it('compares values that are no JSON as texts, and counts them', async () => {
    expect(await lines(history(0, { x: '{broken' }))).toEqual(['x (text) by row: 0={broken']);
    expect(await codes(history(0, { x: '{broken' }), exit)).toEqual(['WANDB_VALUE']);
  });

  it.each([
    ['', 'WANDB_HEADER'],
    ['no log at all', 'WANDB_HEADER'],
    [Buffer.concat([wandbHeader.subarray(0, 6), Buffer.of(1)]).toString('latin1'), 'WANDB_VERSION'],
  ])('that begins with %j is not read', async (text, code) => {
    expect(await codeOf(() => read(Buffer.from(text, 'latin1')))).toBe(code);
  });

  it('with a record that is no message is damaged, at a byte', async () => {
    expect(await codeOf(() => readRecords(Buffer.from([0xff, 0xff])))).toMatch(/^PROTO_/);
  });

  it('is no log of a text file that is called so', () => {
    expect(wandb.recognizes(textSource(':W&B is a name'), 'notes.txt')).toBe(false);
  });
});
