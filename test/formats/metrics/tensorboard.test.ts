import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { tensorboard } from '../../../src/formats/metrics/tensorboard.ts';
import { fixture, problemOf } from '../read-entries.ts';
import { double, eventFile, field, recordBytes, varintBytes, type WrittenValue } from '../writers/event-bytes.ts';
import { seriesLine } from './read-metrics.ts';

const read = (bytes: Uint8Array) => tensorboard.read(memorySource('events', bytes), 'events');
const simple = (tag: string, step: number, value: number): WrittenValue => ({
  tag,
  step: BigInt(step),
  value: field(2, value),
});
const float64 = (value: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};
const plugin = (name: string) => field(9, field(1, field(1, name)));
/** A `TensorProto` as the value of a tag: element type and the fields with the content. */
const tensor = (type: bigint, ...content: Buffer[]) =>
  field(8, Buffer.concat([field(1, type), field(2, ''), ...content]));

describe('tensorboard', () => {
  it('reads a real file of torch', async () => {
    const source = fixture('torch.tfevents.bin');
    expect(tensorboard.recognizes(source, 'anything')).toBe(true);
    const { series, notes } = await tensorboard.read(source, 'x');
    expect(series.map(seriesLine)).toEqual([
      'loss by step: 1=0.5',
      'loss2 by step: 1=NaN',
      'd by step: 1=0.25',
      expect.stringMatching(/^h \(text\) by row: 0=sha256:/),
      expect.stringMatching(/^t\/text_summary \(text\) by row: 0=(?!sha256:)./),
    ]);
    expect(series.slice(0, 3).every(({ precision }) => precision === 'float32')).toBe(true);
    expect(notes.map(({ code, entry }) => `${code} ${entry}`)).toEqual(['TB_NOT_READ h', 'TB_NOT_READ t/text_summary']);
  });

  it('reads a real file of Keras', async () => {
    const { series, notes } = await tensorboard.read(fixture('keras.tfevents.bin'), 'x');
    expect(series.map(seriesLine)).toEqual([
      'epoch_loss by step: 0=1.4801640510559082 1=1.4657540321350098',
      'epoch_learning_rate by step: 0=0.0010000000474974513 1=0.0010000000474974513',
    ]);
    expect(notes.map(({ entry }) => entry)).toEqual(['keras']);
  });

  it.each<[string, Buffer, number, string]>([
    ['simple_value', field(2, 0.5), 0.5, 'float32'],
    ['float_val', tensor(1n, field(5, 0.5)), 0.5, 'float32'],
    ['packed float_val', tensor(1n, field(5, float64(0).subarray(0, 4))), 0, 'float32'],
    ['double_val', tensor(2n, double(6, 0.1)), 0.1, 'float64'],
    ['tensor_content of floats', tensor(1n, field(4, Buffer.from([0, 0, 0, 0x3f]))), 0.5, 'float32'],
    ['tensor_content of doubles', tensor(2n, field(4, float64(0.1))), 0.1, 'float64'],
    ['int64_val', tensor(9n, field(10, -7n)), -7, 'float64'],
    ['half_val', tensor(19n, field(13, 0x3800n)), 0.5, 'float32'],
    ['an omitted zero', tensor(1n), 0, 'float32'],
  ])('reads a scalar written as %s', async (_, value, expected, precision) => {
    const { series } = await read(eventFile([{ tag: 'loss', step: 3n, value }]));
    expect(series).toMatchObject([
      { name: 'loss', stepKind: 'step', precision, points: [{ step: 3, value: expected }] },
    ]);
  });

  it('keeps integers beyond 2^53 exactly', async () => {
    const { series } = await read(
      eventFile([{ tag: 'tokens', step: 1n, value: tensor(9n, field(10, 9007199254740993n)) }]),
    );
    expect(series[0]?.points).toEqual([{ step: 1, value: 9007199254740992, exact: '9007199254740993' }]);
  });

  it('gives back all scalars that were written', async () => {
    const point = fc.tuple(fc.nat(5), fc.float());
    await fc.assert(
      fc.asyncProperty(fc.array(point), async (points) => {
        const { series } = await read(eventFile(points.map(([step, value]) => simple('x', step, value))));
        const last = new Map(points);
        expect(series[0]?.points ?? []).toEqual(
          [...last].map(([step, value]) => ({ step, value })).sort((a, b) => a.step - b.step),
        );
      }),
    );
  });

  it('names what is no scalar, also where only the first value says so', async () => {
    const image = { tag: 'pictures', step: 1n, value: Buffer.concat([plugin('images'), tensor(7n, field(8, 'png'))]) };
    const { series, notes } = await read(
      eventFile([image, { tag: 'pictures', step: 2n, value: tensor(1n, field(5, 1)) }]),
    );
    expect(series).toMatchObject([
      {
        name: 'pictures (text)',
        points: [{ text: expect.stringMatching(/^sha256:/) }, { text: expect.stringMatching(/^sha256:/) }],
      },
    ]);
    expect(notes).toMatchObject([
      { code: 'TB_NOT_READ', entry: 'pictures', message: '2 values of kind "images" were compared by their bytes.' },
    ]);
  });

  it('gives no series for a file with a header only', async () => {
    expect(await read(eventFile([]))).toEqual({ series: [], notes: [] });
  });

  it('counts steps that were written again', async () => {
    const { series } = await read(eventFile([simple('x', 1, 4), simple('x', 2, 3), simple('x', 1, 2)]));
    expect(series.map(seriesLine)).toEqual(['x by step: 1=2 2=3', 'x (overwritten) by row: 0=4']);
    expect(series[0]?.rewritten).toBe(1);
  });

  it('keeps what stands before a record that is cut off', async () => {
    const whole = eventFile([simple('x', 1, 4), simple('x', 2, 3)]);
    for (const lost of [1, 4, 10, 30]) {
      const { series, notes } = await read(whole.subarray(0, whole.length - lost));
      expect(series.map(seriesLine)).toEqual(['x by step: 1=4']);
      expect(notes.map(({ code }) => code)).toEqual(['TB_TRUNCATED']);
    }
  });

  it.each([
    ['length', 1],
    ['CRC of the length', 9],
    ['data', 20],
  ])('refuses a record whose %s is damaged, with its number and place', async (_, inside) => {
    const whole = eventFile([simple('x', 1, 4)]);
    const start = recordBytes(Buffer.concat([double(1, 1700000000.5), field(3, 'brain.Event:2')])).length;
    whole[start + inside] = (whole[start + inside] ?? 0) ^ 1;
    const problem = await problemOf(() => read(whole));
    expect(problem).toMatchObject({ code: 'TB_CRC', place: { file: 'events', entry: 'record 1' } });
    expect(problem.place.offset).toBeGreaterThanOrEqual(start);
  });

  it('refuses a message that is no event', async () => {
    const bytes = Buffer.concat([eventFile([]), recordBytes(field(5, Uint8Array.of(0x0b)))]);
    expect(await problemOf(() => read(bytes))).toMatchObject({ code: 'PROTO_WIRE_TYPE', place: { entry: 'record 1' } });
  });

  it('is told from other record files', () => {
    expect(tensorboard.recognizes(memorySource('x', recordBytes(varintBytes(7n))), 'events.out.tfevents.1')).toBe(
      false,
    );
    expect(tensorboard.recognizes(memorySource('x', new Uint8Array(0)), 'x')).toBe(false);
  });
});
