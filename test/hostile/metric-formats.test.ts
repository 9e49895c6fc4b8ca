/** Hostile copies of one small valid file for each metric format. */
import { memorySource } from '../../src/formats/codecs/memory-source.ts';
import { csv } from '../../src/formats/metrics/csv.ts';
import { dvclive } from '../../src/formats/metrics/dvclive.ts';
import { json } from '../../src/formats/metrics/json.ts';
import { jsonl } from '../../src/formats/metrics/jsonl.ts';
import { mlflow } from '../../src/formats/metrics/mlflow.ts';
import { tensorboard } from '../../src/formats/metrics/tensorboard.ts';
import { trainerState } from '../../src/formats/metrics/trainer-state.ts';
import { wandb } from '../../src/formats/metrics/wandb.ts';
import { double, eventFile, field, recordBytes } from '../formats/writers/event-bytes.ts';
import { config, exit, history, run, summary, wandbFile } from '../formats/writers/wandb-bytes.ts';
import { hostileSuite } from './hostile.ts';

/** Not a Buffer: its `slice` would share memory between the cases. */
const suite: typeof hostileSuite = (name, format, valid, options) =>
  hostileSuite(name, format, Uint8Array.from(typeof valid === 'function' ? valid() : valid), options);
const words = (...texts: readonly string[]) => texts.map((text) => Buffer.from(text, 'latin1'));
const marks = words(
  '{',
  '[',
  '"',
  '\\',
  'NaN',
  '-Infinity',
  '1e999',
  '"step"',
  '\n',
  '\u0000',
  '\xef\xbb\xbf',
  '99999999999999999999',
);

suite(
  'json',
  json,
  Buffer.from(
    '{"log_history": [{"step": 1, "loss": 0.5, "lr": [1e-3]}, {"epoch": 1.0, "acc": NaN}], "best": 12345678901234567890}',
  ),
  {
    dictionary: marks,
  },
);

suite(
  'trainer state',
  trainerState,
  Buffer.from(
    '{"best_metric": 0.5, "global_step": 2, "log_history": [{"step": 1, "loss": 0.5}, {"epoch": 1.0, "acc": NaN}], "x": {"y": [1, "z"]}}',
  ),
  { dictionary: [...marks, ...words('"log_history"', '"global_step"')] },
);

suite(
  'jsonl',
  jsonl,
  Buffer.from('{"step": 1, "loss": 0.5, "x": {"y": [1, 2]}}\n{"step": 2, "loss": NaN}\n{"epoch": 2, "acc": 1}\n'),
  {
    dictionary: marks,
  },
);

suite('csv', csv, Buffer.from('epoch,step,loss,"val, loss"\n0,1,0.5,\n0,2,nan,"1e-3"\r\n1,3,NA,9007199254740993\n'), {
  dictionary: words(',', '"', '\n', '\r', '\t', ';', 'step', 'nan', '\u0000'),
});

suite(
  'dvclive',
  dvclive,
  Buffer.from('timestamp\tstep\tloss\n1700000000000\t0\t1.0\n1700000000001\t1\tnan\n1\t2\thigh\n'),
  {
    dictionary: words('\t', '"', '\n', 'step', 'timestamp', 'nan', '\u0000'),
  },
);

suite(
  'mlflow',
  mlflow,
  Buffer.from(
    '1795668979756 0.5 0\n1795668979756 nan 1\n1795668979757 -1e-3 0 d 2afe0dd9\n1795668979758 9007199254740993 2\n',
  ),
  { dictionary: words(' ', '\n', '\r', 'nan', '-inf', '1e999', '99999999999999999999', '\u0000', '\xff') },
);

const metadata = field(9, field(1, field(1, 'scalars')));
suite(
  'tensorboard',
  tensorboard,
  eventFile([
    { tag: 'loss', step: 1n, value: field(2, 0.5) },
    {
      tag: 'acc',
      step: 2n,
      value: Buffer.concat([metadata, field(8, Buffer.concat([field(1, 2n), field(2, ''), double(6, 0.25)]))]),
    },
    { tag: 'hist', step: -1n, value: field(5, 'histogram') },
  ]),
);

// Behind valid CRCs: the messages themselves, which damage of a frame never reaches.
const event = Buffer.concat([
  double(1, 1.5),
  field(2, 3n),
  field(
    5,
    field(
      1,
      Buffer.concat([
        field(1, 'acc'),
        metadata,
        field(8, Buffer.concat([field(1, 9n), field(2, field(2, field(1, 1n))), field(10, 7n)])),
      ]),
    ),
  ),
]);
const framed = {
  ...tensorboard,
  id: 'tensorboard-message',
  read: (source: Parameters<typeof tensorboard.read>[0], name: string) => {
    const bytes = recordBytes(source.read(0, source.byteLength));
    const read = (offset: number, length: number) => bytes.subarray(offset, offset + length);
    return tensorboard.read(
      {
        name: source.name,
        byteLength: bytes.length,
        read,
        readInto: (target, offset) => target.set(read(offset, target.length)),
      },
      name,
    );
  },
};
suite('tensorboard message', framed, event, {
  dictionary: words('\x08', '\x0b', '\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01', '\x2a', '\x42'),
});

const wandbRecords = [
  run({ lr: '0.1', 'opt/name': '"adam"' }),
  history(0, { _step: '0', loss: '0.5', 'nested/list': '[1, NaN]', text: '"x"' }),
  history(1, { 'h/_type': '"histogram"', 'h/bins': '[1,2]' }),
  field(26, Buffer.concat([field(2, 'CPython 3.11.7'), field(16, 2n), field(24, field(1, 'A100'))])),
  summary({ best: '0.9' }, ['gone']),
  config({ 'opt/name': '1' }, ['lr']),
  exit,
];
suite('wandb', wandb, () => wandbFile(wandbRecords));

// Behind valid CRCs: the messages themselves.
const wandbMessage = {
  ...wandb,
  id: 'wandb-message',
  read: (source: Parameters<typeof wandb.read>[0], name: string) => {
    const bytes = Uint8Array.from(wandbFile([source.read(0, source.byteLength)]));
    return wandb.read(memorySource(source.name, bytes), name);
  },
};
suite('wandb message', wandbMessage, () => Buffer.concat(wandbRecords), {
  dictionary: words(
    '\x08',
    '\x0b',
    '\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01',
    '\x12',
    '{',
    '[',
    'NaN',
    '__proto__',
    '1e999',
  ),
});
