import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plain } from '../fixtures/audits/evidence.ts';
import { type Files, provingSeries, twoRuns } from './two-runs.ts';

/** Left by the real package (test/fixtures/trackers). */
const { first, second }: { readonly first: Files; readonly second: Files } = JSON.parse(
  readFileSync(new URL('../fixtures/trackers/mlflow-files.json', import.meta.url), 'utf8'),
);

/** The files with another name of their store, and with some of them changed or left out. */
function changed(files: Files, change: (path: string, text: string) => string | null, store = 'mlruns/'): Files {
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) => {
      const made = change(path, String(text));
      return made === null ? [] : [[path.replace('mlruns/', store), made]];
    }),
  );
}

const whole = (store = 'mlruns/') => [
  `${store}‹experiment›/‹run fold 1›/metrics/loss loss: 3`,
  `${store}‹experiment›/‹run fold 2›/metrics/loss loss: 3`,
  `${store}‹experiment›/‹run train›/metrics/loss loss: 6`,
  `${store}‹experiment›/‹run train›/metrics/loss loss (overwritten): 1`,
  `${store}‹experiment›/‹run train›/metrics/odd odd: 3`,
  `${store}‹experiment›/‹run train›/metrics/val/acc val/acc: 6`,
  `${store}‹experiment›/‹run›/metrics/final final: 1`,
];

describe("two runs in MLflow's file store", () => {
  it('are paired run by run, by their names and then by their order, and compared point by point', async () => {
    const runs = await twoRuns(first, second);
    expect(provingSeries(runs)).toEqual(whole());
    expect(runs.differences).toEqual([]);
    expect(runs.coverage.ambiguous).toEqual([]);
    expect(runs.coverage.totals.points).toBe(23);
  });

  it('show what was sampled of the machine, and do not judge it', async () => {
    const { coverage } = await twoRuns(first, second);
    const system = coverage.series.filter(({ name }) => name.startsWith('system/'));
    expect(system).toMatchObject([{ name: 'system/cpu_utilization_percentage', decides: false }]);
  });

  it('differ at the series and the step of one changed value', async () => {
    const other = changed(second, (path, text) =>
      path.endsWith('metrics/val/acc') ? text.replace(/ (\S+) 4\n/, ' 0.9000000000000001 4\n') : text,
    );
    expect((await twoRuns(first, other)).differences).toEqual([
      'mlruns/‹experiment›/‹run train›/metrics/val/acc: series val/acc at 4',
    ]);
  });

  it('keep the parameters of each run as one configuration, with values instead of texts', async () => {
    const { inventories } = await twoRuns(first, second);
    const read = inventories.second.records.map(({ kind, format, neutralPath, ...record }) => [
      neutralPath,
      { kind, format, value: 'value' in record ? record.value : null },
    ]);
    const base = { kind: 'configuration', format: 'mlflow' };
    const train = { decay: 1e-5, lr: 0.1, nesterov: true, optimizer: 'adam', schedule: null, seed: 42 };
    expect(Object.fromEntries(read)).toEqual({
      'mlruns/‹experiment›/‹run fold 1›/params': { ...base, value: plain({ fold: 0 }) },
      'mlruns/‹experiment›/‹run fold 2›/params': { ...base, value: plain({ fold: 1 }) },
      'mlruns/‹experiment›/‹run train›/params': { ...base, value: plain(train) },
    });
    expect(read.length).toBe(3);
  });

  it('are recognized under any name of the store, and as the folder that is compared', async () => {
    for (const store of ['logs/tracking/', '']) {
      const same = (_: string, text: string) => text;
      const runs = await twoRuns(changed(first, same, store), changed(second, same, store));
      expect(provingSeries(runs)).toEqual(whole(store));
      expect(runs.differences).toEqual([]);
      const roles = new Set(runs.inventories.first.files.map(({ role }) => role));
      expect([...roles].toSorted()).toEqual(['bookkeeping', 'metrics', 'record']);
    }
  });

  it('without any meta.yaml are no store, unless they are named as one', async () => {
    const without = (path: string, text: string) => (path.endsWith('meta.yaml') ? null : text);
    const { inventories } = await twoRuns(changed(first, without, 'x/'), changed(second, without, 'x/'));
    expect(new Set(inventories.first.files.map(({ role }) => role))).toEqual(new Set(['other']));
  });

  it('that cannot be told apart are not paired by a guess', async () => {
    const alike = (path: string, text: string) =>
      path.endsWith('meta.yaml') ? text.replace(/start_time: \d+/, 'start_time: 5') : text;
    const { coverage } = await twoRuns(changed(first, alike), changed(second, alike));
    expect(coverage.ambiguous.map(({ neutralPath }) => neutralPath)).toEqual([
      'mlruns/‹experiment›/‹run fold›/metrics/loss',
    ]);
  });

  it('of another number are told as files that only one run has', async () => {
    const folder = folderOf(second, 'fold');
    const runs = await twoRuns(
      first,
      changed(second, (path, text) => (path.startsWith(folder) ? null : text)),
    );
    expect(runs.differences).toEqual([
      'mlruns/‹experiment›/‹run fold 1›/metrics/loss: missing ',
      'mlruns/‹experiment›/‹run fold 2›/metrics/loss: missing ',
      'mlruns/‹experiment›/‹run fold›/metrics/loss: missing ',
    ]);
  });

  it('with a damaged metric file are not compared in silence', async () => {
    const damaged = (path: string, text: string) => (path.endsWith('metrics/val/acc') ? `x${text}` : text);
    const { inventories } = await twoRuns(first, changed(second, damaged));
    expect(inventories.second.unread).toMatchObject([{ role: 'metrics', code: 'MLFLOW_LINE' }]);
  });

  it('keep their ids where their own files tell no names', async () => {
    const broken = (path: string, text: string) => (path.endsWith('meta.yaml') ? '[['.repeat(100) : text);
    const nameless = (path: string, text: string) => (path.includes('/tags/') ? null : broken(path, text));
    const runs = await twoRuns(changed(first, nameless), changed(second, nameless));
    expect(runs.coverage.ambiguous.length).toBeGreaterThan(0);
    expect(runs.inventories.first.unread).toEqual([]);
  });

  it('need no names where there is only one run', async () => {
    const alone = (files: Files) => {
      const folder = folderOf(files, 'train');
      return changed(files, (path, text) =>
        path.startsWith(folder) ? text.replace(/run_name: .*/, `run_name: ${folder.slice(-9, -1)}`) : null,
      );
    };
    const runs = await twoRuns(alone(first), alone(second));
    expect(provingSeries(runs)[0]).toBe('mlruns/‹experiment›/‹run›/metrics/loss loss: 6');
    expect(runs.differences).toEqual([]);
  });
});

/** The folder of the last run of this name, with a `/` at its end. */
function folderOf(files: Files, name: string): string {
  const meta = Object.keys(files).findLast((path) => String(files[path]).includes(`run_name: ${name}\n`)) ?? '';
  return meta.replace('meta.yaml', '');
}
