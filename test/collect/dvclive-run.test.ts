import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dvcliveParameters } from '../../src/formats/records/dvclive.ts';
import { plain } from '../fixtures/audits/evidence.ts';
import { type Files, provingSeries, twoRuns } from './two-runs.ts';

/** Left by the real package (test/fixtures/trackers). */
const { first, second }: { readonly first: Files; readonly second: Files } = JSON.parse(
  readFileSync(new URL('../fixtures/trackers/dvclive.json', import.meta.url), 'utf8'),
);

describe('two runs that DVCLive logged', () => {
  it('are compared point by point, each series under one name in the file of its own', async () => {
    const runs = await twoRuns(first, second);
    expect(runs.differences).toEqual([]);
    expect(provingSeries(runs)).toEqual([
      'dvclive/metrics.json loss: 1',
      'dvclive/metrics.json val/acc: 1',
      'dvclive/metrics.json final: 1',
      'dvclive/plots/metrics/loss.tsv loss: 6',
      'dvclive/plots/metrics/val/acc.tsv val/acc: 6',
    ]);
  });

  it('do not differ in times, nor in what DVC draws from the files', async () => {
    const { coverage, inventories } = await twoRuns(first, {
      ...second,
      'dvclive/report.html': 'drawn at another time',
    });
    expect(coverage.series.find(({ name }) => name === 'timestamp')).toMatchObject({ decides: false });
    const listed = inventories.first.files.filter(({ role }) => role === 'bookkeeping').map(({ path }) => path);
    expect(listed).toEqual(['dvc.yaml', 'dvclive/report.html']);
  });

  it('differ at the series and the step of one changed value', async () => {
    const name = 'dvclive/plots/metrics/val/acc.tsv';
    const other = { ...second, [name]: String(second[name]).replace(/^3\t.*$/m, '3\t0.8750000000000001') };
    expect((await twoRuns(first, other)).differences).toEqual([`${name}: series val/acc at 3`]);
  });

  it('keep their parameters as a configuration, with values', async () => {
    const { inventories } = await twoRuns(first, second);
    const parameters = { lr: 0.1, seed: 42, optimizer: 'adam', nesterov: true, decay: 1e-5, schedule: null };
    expect(inventories.first.records).toMatchObject([
      {
        kind: 'configuration',
        format: dvcliveParameters.id,
        path: 'dvclive/params.yaml',
        problems: [],
        value: plain(parameters),
      },
    ]);
  });
});
