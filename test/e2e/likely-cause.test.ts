/** The whole way from a training's process to the sentence that names the cause: dist/cli.js, examples, the observer. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { readReport } from '../../src/report/read-json.ts';

const root = join(import.meta.dirname, '../..');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'train-twice-cause-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const name of ['minimal', 'unseeded'])
  cpSync(join(root, 'examples', name), join(folder, name), { recursive: true });

function audit(example: string, ...flags: readonly string[]): Report {
  const argv = ['run', '--format', 'json', '--working-directory', join(folder, example), '--report-dir'];
  const command = ['--', 'python3', 'train.py', '--seed', '{seed}'];
  const ran = spawnSync(
    process.execPath,
    [join(root, 'dist/cli.js'), ...argv, join(folder, 'report', example), ...flags, ...command],
    { encoding: 'utf8', cwd: folder, maxBuffer: 1 << 28 },
  );
  return readReport(ran.stdout);
}

const causes = (report: Report): readonly string[] =>
  report.findings.filter(({ certainty }) => certainty === 'inferred').map(({ message }) => message);

describe('a training with a generator that nobody seeds', () => {
  it('is told which, and on which line', () => {
    const report = audit('unseeded');
    expect(report.judgement.outcome).toBe('divergent');
    expect(causes(report)).toEqual(['Likely cause: `random.Random()` made without a seed in train.py, line 24.']);
  });

  it('is not observed with --no-observe, and no cause is known', () => {
    const report = audit('unseeded', '--no-observe');
    expect([report.judgement.outcome, causes(report), report.runs.map(({ observed }) => observed)]).toEqual([
      'divergent',
      [],
      [[], []],
    ]);
  });
});

describe('a training that seeds what it uses', () => {
  it('has no finding, and one record of each run', () => {
    const report = audit('minimal');
    expect([report.judgement.passed, report.findings]).toEqual([true, []]);
    expect(report.runs.map(({ observed }) => observed.map(({ kind }) => kind))).toEqual([['seen'], ['seen']]);
  });
});
