import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeInventory } from '../../src/collect/take-inventory.ts';
import { folderWith, policyWith, runRecord } from './fake-run.ts';
import { type Files, provingSeries, twoRuns } from './two-runs.ts';

const log = (name: string) => readFileSync(new URL(`../fixtures/trackers/${name}.wandb`, import.meta.url));

/** As the tracker lays it out; the ids and times are those of each run. */
function run(name: 'first' | 'second', id: string, time: string): Files {
  const folder = `wandb/offline-run-20261126_${time}-${id}`;
  return {
    [`${folder}/run-${id}.wandb`]: log(name),
    [`${folder}/files/requirements.txt`]: 'numpy==2.4.6\nwandb==0.31.0\n',
    [`${folder}/files/output.log`]: `started at ${time}\n`,
    [`${folder}/logs/debug.log`]: `2026-11-26 ${time} INFO\n`,
  };
}

const first = run('first', '3od1uq2v', '053822');
const second = run('second', 'hey4mxfw', '053828');

describe('two runs that Weights & Biases logged offline', () => {
  it('are compared point by point, and nothing else of the tracker decides', async () => {
    const runs = await twoRuns(first, second);
    expect(runs.differences).toEqual([]);
    const place = 'wandb/offline-run-‹time›-‹id›/run-‹id›.wandb';
    expect(provingSeries(runs)).toEqual([
      `${place} loss: 6`,
      `${place} nested/a: 6`,
      `${place} nested/b[0]: 6`,
      `${place} nested/b[1]: 6`,
      `${place} val/acc: 6`,
      `${place} odd: 2`,
      `${place} summary/best: 1`,
    ]);
    const aside = runs.coverage.notCompared.filter(({ why }) => why === 'policy').map(({ reason }) => reason);
    expect(aside).toEqual([
      expect.stringContaining('by the list of volatile series (duration): _runtime'),
      expect.stringContaining('by the list of volatile series (clock): _timestamp'),
    ]);
  });

  it('leave configuration, environment and packages as records', async () => {
    const { inventories } = await twoRuns(first, second);
    expect(inventories.first.records.map(({ kind, format }) => `${kind} ${format}`)).toEqual([
      'requirements requirements',
      'configuration wandb',
      'environment wandb',
    ]);
  });

  it('that are damaged are unread metrics', async () => {
    const name = Object.keys(second)[0] ?? '';
    const { inventories } = await twoRuns(first, { ...second, [name]: 'x' });
    expect(inventories.second.unread).toMatchObject([{ path: name, role: 'metrics', code: 'WANDB_HEADER' }]);
  });

  it('are not read twice through the link to the latest run', async () => {
    const root = folderWith(first);
    symlinkSync('offline-run-20261126_053822-3od1uq2v', path.join(root, 'wandb', 'latest-run'));
    const { files, metrics } = await takeInventory(runRecord(root), policyWith());
    expect(metrics.length).toBe(1);
    expect(files.find((file) => file.path === 'wandb/latest-run')?.role).toBe('bookkeeping');
  });
});
