/** Hostile copies of small valid records: a reader answers with a record whose problems say what is wrong, or a typed Problem. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mlflowParameter } from '../../src/formats/records/mlflow.ts';
import type { AnyRecordFormat } from '../../src/formats/records/record-format.ts';
import { trainingArguments } from '../../src/formats/records/training-args.ts';
import { wandbMetadata } from '../../src/formats/records/wandb.ts';
import { expectTypedOutcome, type HostileOptions, hostileCases, hostileSource } from './hostile.ts';

function suite(
  name: string,
  format: AnyRecordFormat,
  path: string,
  valid: () => Uint8Array,
  options: HostileOptions,
): void {
  describe(`hostile input: ${name}`, () => {
    it('answers every damage with a record or a typed Problem', async () => {
      const read = async (bytes: Uint8Array) => {
        const source = hostileSource(path, bytes);
        format.recognizes(path, source);
        return format.read(path, path, source);
      };
      expect(await read(valid())).toMatchObject({ problems: [] });
      for (const { label, bytes } of hostileCases(valid(), options)) {
        const record = await expectTypedOutcome(() => read(bytes), label);
        expect(record === null || typeof record === 'object').toBe(true);
      }
    });
  });
}

const trainingArgs = () =>
  Uint8Array.from(readFileSync(new URL('../fixtures/trackers/training_args-first.bin', import.meta.url)));

suite('training arguments', trainingArguments, 'training_args.bin', trainingArgs, {
  prefixes: false,
  bitFlips: false,
  mutations: 4000,
});

const metadata = {
  os: 'Linux',
  python: '3.11.7',
  git: { remote: 'https://a:b@c/d', commit: 'f00d' },
  args: ['--seed'],
  gpu_nvidia: [{ name: 'A' }],
  gpu_count: 1,
};
suite(
  'tracker metadata',
  wandbMetadata,
  'wandb/run-1/files/wandb-metadata.json',
  () => Uint8Array.from(Buffer.from(JSON.stringify(metadata))),
  { dictionary: ['{', '[', '"', 'null', '1e999', '"__proto__"'].map((word) => Buffer.from(word)), mutations: 5000 },
);

suite(
  'tracker parameter',
  mlflowParameter,
  `mlruns/1/${'a'.repeat(32)}/params/lr`,
  () => Uint8Array.from(Buffer.from('1e-05')),
  { mutations: 2000 },
);
