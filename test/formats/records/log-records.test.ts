import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { readLogRecords } from '../../../src/formats/records/log-records.ts';
import type { PlainValue } from '../../../src/model/record.ts';
import { plain } from '../../fixtures/audits/evidence.ts';

const records = (text: string | Uint8Array) =>
  readLogRecords(
    'train.log',
    'train.log',
    memorySource('train.log', typeof text === 'string' ? new TextEncoder().encode(text) : text),
  );

/** Plain data as JavaScript has it, for short expectations. */
function js(value: PlainValue): unknown {
  if (value.type === 'map') return Object.fromEntries(value.items.map(([key, item]) => [key, js(item)]));
  if (value.type === 'list') return value.items.map(js);
  if (value.type === 'int' || value.type === 'float') return Number(value.text);
  if (value.type === 'bool') return value.text === 'True';
  return value.type === 'none' ? null : value.text;
}
const configurations = (text: string) =>
  records(text).flatMap((record) => (record.kind === 'configuration' ? [js(record.value)] : []));
const claims = (text: string) =>
  records(text).flatMap((record) =>
    record.kind === 'dataset'
      ? record.claims.map(({ subject, algorithm, digest }) => [subject, algorithm, digest])
      : [],
  );

const prefixes: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['the time and the level', '2026-11-23 10:00:00,123 INFO '],
  ["logging's usual format", '2026-11-23 10:00:00,123 - my.trainer - INFO - '],
  ["logging's basic format", 'INFO:root:'],
  ["Hydra's", '[2026-11-23 10:00:00,123][__main__][INFO] - '],
  ["loguru's", '2026-11-23 10:00:00.123 | INFO     | __main__:main:42 - '],
  ["absl's", 'I1123 10:00:00.123456 140012345678 train.py:42] '],
  ["Hugging Face's", '[INFO|trainer.py:842] 2026-11-23 10:00:00,123 >> '],
  ['a rank', '[rank: 0] 10:00:00 '],
  ['a pod', 'gpu-node-7: [1,0]<stdout>: '],
];

const config = { seed: 42, lr: 0.1, model: { name: 'resnet', layers: [1, 2] }, resume: null, amp: true };
const json = JSON.stringify(config);
const python = "{'seed': 42, 'lr': 0.1, 'model': {'name': 'resnet', 'layers': [1, 2]}, 'resume': None, 'amp': True}";
const pretty = JSON.stringify(config, null, 2);
const yaml = 'seed: 42\nlr: 0.1\nmodel:\n  name: resnet\n  layers:\n  - 1\n  - 2\nresume: null\namp: true\n';

describe.each(prefixes)('a configuration in a log with %s before each message', (_, prefix) => {
  const around = (text: string) => `${prefix}starting\n${text}\n${prefix}epoch 1: {'loss': 0.5}\n`;

  test.each([
    ['JSON on one line', `${prefix}Config: ${json}`],
    ['a dictionary of Python', `${prefix}config = ${python}`],
    ['JSON over many lines', `${prefix}Configuration: ${pretty}`],
    [
      'JSON over many lines, each of them logged',
      `Config: ${pretty}`
        .split('\n')
        .map((line) => prefix + line)
        .join('\n'),
    ],
    ['JSON under the word', `${prefix}Hyperparameters:\n${pretty}`],
    ['JSON in a message of its own', `${prefix}Config:\n${prefix}${json}`],
    [
      'a Namespace',
      `${prefix}Arguments: Namespace(seed=42, lr=0.1, model=Namespace(name='resnet', layers=[1, 2]), resume=None, amp=True)`,
    ],
    [
      'a Namespace without a word',
      `${prefix}Namespace(seed=42, lr=0.1, model=Model(name='resnet', layers=[1, 2]), resume=None, amp=True)`,
    ],
    ['YAML under the word', `${prefix}Config:\n${yaml}`],
    ['YAML in a message of its own', `${prefix}Config:\n${prefix}${yaml}`],
    ['YAML after the end of the word', `${prefix}Training configuration\n${yaml}`],
    ['JSON with colours', `${prefix}\u001b[32mConfig\u001b[0m: ${json}`],
    ['JSON with the line ends of Windows', `${prefix}Config: ${pretty}`.replaceAll('\n', '\r\n')],
    ['JSON after another one that never ends', `${prefix}Config: {"a": [1,\n${prefix}Config: ${json}`],
  ])('%s', (name, text) => {
    // Without anything before a message nobody can tell where the first one was to end.
    if (prefix === '' && name.startsWith('JSON after another')) return;
    expect(configurations(around(text))).toEqual([config]);
  });

  test('has the line of its word', () => {
    expect(records(around(`${prefix}Config: ${json}`))).toMatchObject([
      { kind: 'configuration', format: 'log', path: 'train.log', neutralPath: 'train.log', line: 2, problems: [] },
    ]);
  });
});

describe('what is printed by the real libraries', () => {
  test("Hugging Face's TrainingArguments, whose texts have no quotes", () => {
    const text = [
      '11/23/2026 10:00:00 - INFO - __main__ - Training/evaluation parameters TrainingArguments(',
      "accelerator_config={'split_batches': False, 'even_batches': True},",
      'adafactor=False,',
      'eval_strategy=IntervalStrategy.NO,',
      'learning_rate=5e-05,',
      "logging_dir=/tmp/o'brien/runs,",
      'output_dir=outputs/a, b,',
      'report_to=[],',
      'seed=42,',
      ')',
      '11/23/2026 10:00:01 - INFO - __main__ - done',
    ].join('\n');
    expect(configurations(text)).toEqual([
      {
        accelerator_config: { split_batches: false, even_batches: true },
        adafactor: false,
        eval_strategy: 'IntervalStrategy.NO',
        learning_rate: 5e-5,
        logging_dir: "/tmp/o'brien/runs",
        output_dir: 'outputs/a, b',
        report_to: [],
        seed: 42,
      },
    ]);
  });

  test('objects among the values keep their names, without their addresses', () => {
    const text =
      "args: Namespace(root=PosixPath('data'), dtype=torch.float32, fn=<function f at 0x7f12ab>, device=device(type='cuda', index=0), when=<Enum.A: 1>, x=np.float64(0.5), kind=<class 'dict'>)";
    expect(configurations(text)).toEqual([
      {
        root: 'data',
        dtype: 'torch.float32',
        fn: '<function f at 0x…>',
        device: { type: 'cuda', index: 0 },
        when: '<Enum.A: 1>',
        x: 0.5,
        kind: "<class 'dict'>",
      },
    ]);
  });

  test('ordered and default dictionaries are mappings', () => {
    expect(configurations("Config: OrderedDict([('lr', 0.1), ('seed', 42)])")).toEqual([{ lr: 0.1, seed: 42 }]);
    expect(configurations("Config: defaultdict(<class 'list'>, {'lr': 0.1})")).toEqual([{ lr: 0.1 }]);
  });
});

describe('no configuration', () => {
  test.each([
    ['braces without a word', `epoch 1: ${python}\nmetrics ${json}`],
    ['a word within another', `reconfig: ${json.slice(0, 5)}`],
    ['source code', 'config = {"lr": args.lr, "seed": seed}'],
    ['a call that is shown', 'args = parser.parse_args()'],
    ['a value that never ends', 'Config: {"a": 1,\nmore\nand more'],
    ['half of one', "Config: {'a': 1, 'b': ...}"],
    ['an empty one', 'Config: {}'],
    ['a list', 'Config: [1, 2]'],
    ['a path', 'Config: conf/config.yaml'],
    ['a count of parameters', 'Parameters: 1,234,567'],
    ['layers under their number', 'Trainable parameters:\nconv1.weight: 64\nconv2.weight: 128\n'],
    ['one line with a colon', 'Config:\nepoch: 1\nand so on'],
    [
      'a traceback',
      'Traceback (most recent call last):\n  File "train.py", line 3, in main\n    config = {"lr": lr}\nNameError: name',
    ],
    ['a key of another document', '{"config": {"lr": 0.1}}'],
    ['an attribute', `self.config: ${json}`],
  ])('%s', (_, text) => {
    expect(configurations(text)).toEqual([]);
  });

  test('the same one twice is told once, and of many only a few', () => {
    expect(configurations(`Config: ${json}\nConfig: ${python}\n`)).toEqual([config]);
    const many = Array.from({ length: 50 }, (_, index) => `Config: {"trial": ${index}}\n`).join('');
    const found = records(many);
    expect(found.map(({ neutralPath }) => neutralPath)).toEqual([
      'train.log',
      'train.log (2)',
      'train.log (3)',
      'train.log (4)',
    ]);
  });

  test('keys that JavaScript knows are keys like any other', () => {
    const [record] = records('Config: {"__proto__": {"x": 1}, "constructor": 2}');
    expect(record?.kind === 'configuration' && record.value).toEqual({
      type: 'map',
      items: [
        ['__proto__', plain({ x: 1 })],
        ['constructor', plain(2)],
      ],
    });
  });
});

const sha = '1a2b3c4d5e6f'.repeat(6).slice(0, 64);
const md5 = sha.slice(0, 32);
const short = sha.slice(0, 12);

describe.each(prefixes)('a digest of the data in a log with %s before each message', (_, prefix) => {
  test.each<[string, readonly unknown[]]>([
    [`Dataset: points.csv sha256 ${short}`, ['points.csv', 'sha256', short]],
    [`Dataset: data/points.csv sha256=${sha}`, ['data/points.csv', 'sha256', sha]],
    [`Dataset sha256: ${short}`, [null, 'sha256', short]],
    [`Data hash = ${short}`, [null, null, short]],
    [`dataset_md5=${md5}`, [null, 'md5', md5]],
    [`Dataset checksum (SHA-256): ${sha.toUpperCase()}`, [null, 'sha256', sha]],
    [`Dataset fingerprint: ${short}`, [null, null, short]],
    [`Loaded data/points.csv (md5: ${md5})`, ['data/points.csv', 'md5', md5]],
    [`SHA256(data/points.csv)= ${sha}`, ['data/points.csv', 'sha256', sha]],
    [`MD5 (data/points.csv) = ${md5}`, ['data/points.csv', 'md5', md5]],
    [`sha256 of data/points.csv: ${short}...`, ['data/points.csv', 'sha256', short]],
    [`Training data sha256:${short} (data/train.csv)`, ['data/train.csv', 'sha256', short]],
    [`Using "my data/points 1.csv", hash ${sha}`, ['my data/points 1.csv', null, sha]],
    [`Dataset: iris, sha256 ${short}`, ['iris', 'sha256', short]],
    [`dataset "iris 2" sha256 ${short}`, ['iris 2', 'sha256', short]],
    [`Dataset loaded, sha256 ${short}`, [null, 'sha256', short]],
    [`{"event": "dataset", "path": "data/x.parquet", "sha256": "${short}"}`, ['data/x.parquet', 'sha256', short]],
    [`Dataset dvc md5 ${md5}.dir`, [null, 'dvc', md5]],
    [`${sha}  data/points.csv`, ['data/points.csv', 'sha256', sha]],
    [`train set hash: ${short}`, [null, null, short]],
    [`datasetHash=${short}`, [null, null, short]],
  ])('%s', (line, claim) => {
    expect(claims(`${prefix}start\n${prefix}${line}\n`)).toEqual([claim]);
  });
});

describe('no digest of the data', () => {
  test.each([
    `model sha256 ${sha}`,
    `Dataset loaded, model sha256 ${sha}`,
    `sha256 of the checkpoint: ${sha}`,
    `git commit hash ${sha.slice(0, 40)}`,
    `dataset commit hash: ${sha.slice(0, 40)}`,
    `Dataset: points.csv ${sha}`,
    `Dataset: points.csv sha256 ${sha.slice(0, 11)}`,
    `Dataset: points.csv sha1 ${sha.slice(0, 40)}`,
    `Dataset sha512 ${sha}${sha}`,
    'Dataset fingerprint: 0123456789abcdef',
    'dataset hash: 202601011030',
    'dataset hash id 123e4567-e89b-12d3-a456-426614174000',
    `Saved results.csv sha256 ${sha}`,
    `wrote outputs/predictions.csv (md5 ${md5})`,
    `${sha}  outputs/predictions.csv`,
    `metadata hash ${sha}`,
    'no digest at all, but data',
  ])('%s', (line) => {
    expect(claims(line)).toEqual([]);
  });

  test('the same one is told once, with its first line, and of many only twenty', () => {
    const found = records(`x\n${`Dataset: a.csv sha256 ${short}\n`.repeat(100)}`);
    expect(found).toMatchObject([{ kind: 'dataset', format: 'log', claims: [{ line: 2 }] }]);
    const many = Array.from({ length: 100 }, (_, index) => `Dataset: a${index}.csv sha256 ${short}\n`).join('');
    expect(claims(many)).toHaveLength(20);
  });
});

describe('hostile logs are read in good time', () => {
  const within = (ms: number, text: string | Uint8Array) => {
    const began = performance.now();
    records(text);
    expect(performance.now() - began).toBeLessThan(ms);
  };

  test.each([
    ['a configuration that begins on every line', 'Config: {"a": [1,\n'.repeat(100_000)],
    ['the same behind a logger', '2026-11-23 10:00:00,123 INFO Config: {"a": [1,\n'.repeat(50_000)],
    ['brackets that never close', `Config: ${'{"a":'.repeat(500_000)}`],
    ['one line of megabytes', `Dataset sha256 ${'a1'.repeat(4_000_000)}`],
    ['words for digests without an end', `data ${'sha256 hash md5 '.repeat(200_000)}`],
    ['digests without an end', `data sha256 ${`${short} `.repeat(200_000)}`],
    ['quotes without an end', `dataset "${'\'"`'.repeat(300_000)} sha256 ${short}`],
    ['slashes without an end', `data ${'a/'.repeat(100_000)} sha256 ${short}\n`.repeat(5)],
    ['words for configurations without an end', `${'config_'.repeat(300_000)}: {`],
    ['YAML that goes on', `Config:\n${'a: &a [*a, *a]\n'.repeat(100_000)}`],
    [
      'YAML of aliases',
      `Config:\na: &a [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 20 }, (_, index) => `b${index}: &b${index} [${`*${index === 0 ? 'a' : `b${index - 1}`},`.repeat(9)}]`).join('\n')}\n\n`,
    ],
    ['carriage returns', 'progress\r'.repeat(1_000_000)],
    ['escapes of a terminal', `\u001b[${'0;'.repeat(1_000_000)}m`],
    ['a prefix of digits', `${'1 '.repeat(140)}Config: {\n${`${'1 '.repeat(140)}x\n`.repeat(20_000)}`],
    ['a prefix that could be anything', `${'a]> '.repeat(60)}Config:\n${`${'a]> '.repeat(59)}b\n`.repeat(20_000)}`],
    ['TrainingArguments without an end', `args: T(\n${'a=[[[[[\n'.repeat(100_000)}`],
    ['an integer of a million digits', `Config: {'a': ${'9'.repeat(900_000)}}`],
    ['Python nested deep', `Config: ${"{'a': ".repeat(20_000)}1${'}'.repeat(20_000)}`],
  ])('%s', (_, text) => {
    within(10_000, text);
  });

  test('binary data', () => {
    const bytes = new Uint8Array(3_000_000);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = (at * 2_654_435_761) >>> 24;
    within(10_000, bytes);
  });

  test('any text', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'Config: ',
        '{',
        '}',
        "'",
        '"',
        '\n',
        '\\',
        'sha256 ',
        'data ',
        short,
        'Namespace(',
        ')',
        ', ',
        'a=',
        ': ',
        '\r\n',
        '[',
        '<',
        '>',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        for (const record of records(parts.join('')))
          if (record.kind === 'dataset')
            for (const { digest } of record.claims) expect(digest).toMatch(/^[0-9a-f]{12,64}$/);
      }),
      { numRuns: 500 },
    );
  });
});
