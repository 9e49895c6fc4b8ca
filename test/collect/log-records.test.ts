import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeInventory } from '../../src/collect/take-inventory.ts';
import type { RecordPaths } from '../../src/model/request.ts';
import type { RunRecord } from '../../src/model/run-record.ts';
import { folderWith, policyWith, runRecord, temporaryFolder } from './fake-run.ts';

const config = 'Config: {"lr": 0.1, "seed": 42}\n';
const dataset = 'Dataset: points.csv sha256 1a2b3c4d5e6f\n';

/** `kind path neutralPath` of every record out of a log. */
async function records(files: Readonly<Record<string, string>>, changes: Partial<RunRecord> = {}) {
  const inventory = await takeInventory(runRecord(folderWith(files), changes), policyWith());
  return inventory.records
    .filter(({ format }) => format === 'log')
    .map(({ kind, path: at, neutralPath }) => [kind, at, neutralPath]);
}

function logFile(text: string): string {
  const file = path.join(temporaryFolder(), 'run-1.log');
  writeFileSync(file, text);
  return file;
}

describe('records in the logs of a run', () => {
  it('are read from its log files, under their paths', async () => {
    expect(await records({ 'out_20240115_143000/train.log': config + dataset })).toEqual([
      ['configuration', 'out_20240115_143000/train.log', 'out_‹time›/train.log'],
      ['dataset', 'out_20240115_143000/train.log', 'out_‹time›/train.log'],
    ]);
  });

  it('are read from the output that was caught, which is called (log)', async () => {
    expect(await records({ 'x.txt': '' }, { logPath: logFile(config + dataset) })).toEqual([
      ['configuration', '(log)', '(log)'],
      ['dataset', '(log)', '(log)'],
    ]);
  });

  it('are told once where both hold the same, and both where they do not', async () => {
    expect(await records({ 'train.log': config }, { logPath: logFile(`starting\n${config}${dataset}`) })).toEqual([
      ['configuration', 'train.log', 'train.log'],
      ['dataset', '(log)', '(log)'],
    ]);
    expect(await records({ 'train.log': config }, { logPath: logFile('Config: {"lr": 0.2}\n') })).toHaveLength(2);
  });

  it('are not looked for in other files', async () => {
    expect(await records({ 'notes.txt': config + dataset, 'log.jsonl': '{"step": 1, "loss": 0.5}\n' })).toEqual([]);
  });

  it('are none where a log is gone or cannot be read', async () => {
    const gone = logFile(config);
    rmSync(gone);
    expect(await records({ 'x.txt': '' }, { logPath: gone })).toEqual([]);
    expect(await records({ 'x.txt': '' }, { logPath: temporaryFolder() })).toEqual([]);
  });
});

describe('files that are named in `records`', () => {
  const named = (paths: Partial<RecordPaths>) =>
    policyWith({ records: { environment: [], requirements: [], configuration: [], dataset: [], ...paths } });

  it('are read as that kind, whatever their names', async () => {
    const files = {
      'a/machine': 'python: 3.12\ngpus: 0\n',
      'a/packages': 'numpy==2.1.3\n',
      'a/run.txt': 'lr: 0.1\n',
      'a/about': `${'ab'.repeat(32)}\n`,
    };
    const policy = named({
      environment: ['machine'],
      requirements: ['a/packages'],
      configuration: ['**/run.txt'],
      dataset: ['about'],
    });
    const inventory = await takeInventory(runRecord(folderWith(files)), policy);
    expect(inventory.records.map(({ kind, path: at }) => [at, kind])).toEqual([
      ['a/about', 'dataset'],
      ['a/machine', 'environment'],
      ['a/packages', 'requirements'],
      ['a/run.txt', 'configuration'],
    ]);
    expect(inventory.files.find(({ path: at }) => at === 'a/machine')).toMatchObject({
      role: 'record',
      because: '`records: environment` names it: machine',
    });
  });

  it('stay checkpoints and metrics where they are those', async () => {
    const zeros = new Uint8Array(64);
    const header = '{"w":{"dtype":"F32","shape":[16],"data_offsets":[0,64]}}';
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(header.length));
    const files = {
      'model.safetensors': Buffer.concat([length, Buffer.from(header), zeros]),
      'metrics.csv': 'step,loss\n1,0.5\n',
    };
    const policy = { ...named({ configuration: ['**'] }), metrics: { include: ['*.csv'], exclude: [], stdout: [] } };
    const inventory = await takeInventory(runRecord(folderWith(files)), policy);
    expect(inventory.files.map(({ role }) => role)).toEqual(['metrics', 'checkpoint']);
  });

  it('are read among the books of a tracker too', async () => {
    const inventory = await takeInventory(
      runRecord(folderWith({ 'wandb/x/conf.txt': 'lr: 0.1\n' })),
      named({ configuration: ['wandb/x/conf.txt'] }),
    );
    expect(inventory.records).toMatchObject([{ kind: 'configuration', path: 'wandb/x/conf.txt' }]);
  });
});
