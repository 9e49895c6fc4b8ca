import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { entriesAsPlain } from '../../../src/formats/records/entries-as-plain.ts';
import { trainingArguments } from '../../../src/formats/records/training-args.ts';
import type { Entry } from '../../../src/model/entry.ts';
import type { DocumentRecord, PlainValue } from '../../../src/model/record.ts';
import { plain } from '../../fixtures/audits/evidence.ts';

const bytes = (name: string) =>
  Uint8Array.from(readFileSync(new URL(`../../fixtures/trackers/training_args-${name}.bin`, import.meta.url)));
async function read(content: Uint8Array): Promise<DocumentRecord> {
  const record = await trainingArguments.read('out/training_args.bin', 'n', memorySource('x', content));
  if (record.kind !== 'configuration') throw new Error(`a record of the kind ${record.kind}`);
  return record;
}

async function settings(name: string): Promise<ReadonlyMap<string, PlainValue>> {
  const { value } = await read(bytes(name));
  return new Map(value.type === 'map' ? value.items : []);
}

describe("Hugging Face's training arguments", () => {
  test.each([
    ['training_args.bin', true],
    ['out/checkpoint-8/training_args.bin', true],
    ['out/optimizer.bin', false],
    ['training_args.json', false],
  ])('are told by their name: %s %s', (path, expected) => {
    expect(trainingArguments.recognizes(path, memorySource('x', new Uint8Array(0)))).toBe(expected);
  });

  test('of the real package are a configuration: fields as values, enumerations as the value that they stand for', async () => {
    expect(await read(bytes('first'))).toMatchObject({
      kind: 'configuration',
      path: 'out/training_args.bin',
      neutralPath: 'n',
      format: 'training-args',
      problems: [],
    });
    const found = await settings('first');
    expect(Object.fromEntries([...found].filter(([key]) => expected.has(key)))).toEqual(Object.fromEntries(expected));
    expect(found.size).toBeGreaterThan(100);
  });

  test('of two runs differ only in the folder that each was told to write to', async () => {
    const [first, second] = [await settings('first'), await settings('second')];
    const differing = [...first].filter(([key, value]) => JSON.stringify(second.get(key)) !== JSON.stringify(value));
    expect(differing).toEqual([['output_dir', plain('out-first')]]);
  });

  test.each([
    ['cut off', bytes('first').slice(0, 4000)],
    ['changed', bytes('first').fill(0xff, 200, 400)],
    ['something else', new TextEncoder().encode('x'.repeat(100))],
    ['empty', new Uint8Array(0)],
  ])('that are %s are a record with a problem', async (_, content) => {
    const { problems, value } = await read(content);
    expect(problems.length).toBe(1);
    expect(value).toEqual(plain({}));
  });
});

const expected = new Map<string, PlainValue>([
  ['(class)', { type: 'name', text: 'transformers.training_args.TrainingArguments' }],
  ['learning_rate', plain(0.005)],
  ['lr_scheduler_type', plain('linear')],
  ['eval_strategy', plain('epoch')],
  ['load_best_model_at_end', plain(true)],
  ['report_to', plain([])],
  ['seed', plain(42)],
  ['hub_token', plain(null)],
  [
    'accelerator_config',
    {
      type: 'map',
      items: [
        ['(class)', { type: 'name', text: 'transformers.trainer_pt_utils.AcceleratorConfig' }],
        ['split_batches', plain(false)],
        ['dispatch_batches', plain(null)],
        ['even_batches', plain(true)],
        ['use_seedable_sampler', plain(true)],
        ['non_blocking', plain(false)],
        ['gradient_accumulation_kwargs', plain(null)],
      ],
    },
  ],
]);

describe('entries as one value', () => {
  const structure = {};
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    yield Uint8Array.of(1, 2);
  };
  const root: Entry = { kind: 'container', path: [], structure, container: 'mapping', size: 1 };
  const opaque: Entry = { kind: 'opaque', path: ['x'], structure, what: 'bytes', byteLength: 2, chunks };

  test('keep what is no plain value as a digest, so that a difference shows', async () => {
    const digest = 'a12871fee210fb8619291eaea194581cbd2531e4b23759d225f6806923f63222';
    expect(await entriesAsPlain([root, opaque])).toEqual(plain({ x: `bytes, sha256:${digest}` }));
    const tensor: Entry = { kind: 'tensor', path: ['x'], structure, dtype: 'int8', shape: [2], byteLength: 2, chunks };
    expect(await entriesAsPlain([root, tensor])).toEqual(plain({ x: `int8 tensor [2], sha256:${digest}` }));
  });

  test('may be one value alone', async () => {
    expect(await entriesAsPlain([{ kind: 'scalar', path: [], structure, value: { type: 'int', text: '7' } }])).toEqual(
      plain(7),
    );
  });

  test('keep keys that are no texts, and members of lists in their order', async () => {
    const list: Entry = { kind: 'container', path: ['list'], structure, container: 'sequence', size: 2 };
    const member = (path: Entry['path'], text: string): Entry => ({
      kind: 'scalar',
      path,
      structure,
      value: { type: 'int', text },
    });
    const entries = [
      root,
      list,
      member(['list', { index: 0 }], '5'),
      member(['list', { index: 1 }], '6'),
      member([{ key: { type: 'int', text: '3' } }], '9'),
    ];
    expect(await entriesAsPlain(entries)).toEqual(plain({ list: [5, 6], '[3]': 9 }));
  });

  test.each([
    ['too many', Array.from({ length: 20_001 }, (): Entry => root)],
    ['too large', [root, { ...opaque, byteLength: 2 ** 30 }]],
  ])('that are %s are refused', async (_, entries) => {
    await expect(entriesAsPlain(entries)).rejects.toMatchObject({ code: 'RECORD_ENTRIES' });
  });
});
