/** A tracker's database through `dist/cli.js`, on whichever Node runs it: read where Node brings SQLite, else listed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { root } from '../house/source-tree.ts';

const cli = path.join(root, 'dist', 'cli.js');
const node = process.env.TRAIN_TWICE_NODE ?? process.execPath;
const hasSqlite =
  execFileSync(node, ['-p', "process.getBuiltinModule?.('node:sqlite') !== undefined"], { encoding: 'utf8' }).trim() ===
  'true';

/** Two runs of one training, as the real package left them (test/fixtures/trackers). */
function twoRuns(): string {
  const parent = mkdtempSync(path.join(tmpdir(), 'train-twice-trackers-'));
  for (const run of ['first', 'second']) {
    mkdirSync(path.join(parent, run));
    for (const name of ['mlflow.db', 'mlflow.db-wal']) {
      const packed = path.join(root, 'test/fixtures/trackers', `${name.replace('mlflow', `mlflow-${run}`)}.gz`);
      writeFileSync(path.join(parent, run, name), gunzipSync(readFileSync(packed)));
    }
  }
  return parent;
}

function compare(cwd: string) {
  const result = spawnSync(node, [cli, 'compare', '--format', 'json', 'first', 'second'], {
    cwd,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, NO_COLOR: '1' },
  });
  const { judgement, comparisons, findings } = JSON.parse(result.stdout);
  return { code: result.status, judgement, coverage: comparisons[0].coverage, findings };
}

describe("MLflow's database through the command line", () => {
  it.runIf(hasSqlite)('is compared run by run, with what stands in its write-ahead log', () => {
    const { code, judgement, coverage } = compare(twoRuns());
    expect({ code, outcome: judgement.outcome, points: coverage.totals.points }).toEqual({
      code: 0,
      outcome: 'equivalent',
      points: 24,
    });
    expect(coverage.series.map(({ place, name }: Record<string, string>) => `${place} ${name}`)).toContain(
      'mlflow.db/‹run train› late',
    );
  });

  it.runIf(hasSqlite)('differs where the other run has no write-ahead log', () => {
    const parent = twoRuns();
    writeFileSync(path.join(parent, 'second', 'mlflow.db-wal'), '');
    const { code, judgement, findings } = compare(parent);
    expect({ code, outcome: judgement.outcome }).toEqual({ code: 1, outcome: 'divergent' });
    expect(findings.map(({ check }: Record<string, string>) => check)).toContain('metrics/series-missing');
  });

  it.runIf(hasSqlite)('that is damaged is no agreement', () => {
    const parent = twoRuns();
    for (const run of ['first', 'second']) {
      const file = path.join(parent, run, 'mlflow.db');
      writeFileSync(file, readFileSync(file).fill(0xff, 4096));
      cpSync(path.join(root, 'test/fixtures/formats/linear.safetensors'), path.join(parent, run, 'm.safetensors'));
    }
    const { code, judgement } = compare(parent);
    expect({ code, outcome: judgement.outcome }).toEqual({ code: 3, outcome: 'inconclusive' });
  });

  it.runIf(hasSqlite)('has its series in the listing of digests, under the names of their runs', () => {
    const result = spawnSync(node, [cli, 'fingerprint', 'first', '--json'], { cwd: twoRuns(), encoding: 'utf8' });
    const [database] = JSON.parse(result.stdout).files;
    const names = database.series.map(({ name }: Record<string, string>) => name);
    expect(names).toEqual(expect.arrayContaining(['‹run train›/late', '‹run fold 1›/loss', '‹run fold 2›/loss']));
  });

  it.skipIf(hasSqlite)('is listed, with the Node that reads it', () => {
    const { code, coverage } = compare(twoRuns());
    expect(code).toBe(3);
    expect(coverage.notCompared.map(({ path, reason }: Record<string, string>) => `${path}: ${reason}`)).toContainEqual(
      expect.stringMatching(/^mlflow\.db: .* it needs Node 22\.13 or newer, and this is Node \d+\.\d+\.\d+/),
    );
  });
});
