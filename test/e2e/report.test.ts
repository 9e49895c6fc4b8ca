/** A saved report, end to end: `dist/cli.js report` gives again what the audit gave, byte for byte, in every format. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { formats } from '../../src/commands/deliver.ts';
import { reporters } from '../../src/report/registry.ts';
import { seals } from '../../src/report/seal-registry.ts';
import { root } from '../house/source-tree.ts';
import { commands, makeProject } from './trainings.ts';

const cli = path.join(root, 'dist', 'cli.js');
const node = process.env.TRAIN_TWICE_NODE ?? process.execPath;

function trainTwice(cwd: string, ...words: string[]): SpawnSyncReturns<string> {
  return spawnSync(node, [cli, ...words], {
    cwd,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, NO_COLOR: '1' },
  });
}

/** The folder of an audit whose runs diverge, with its report folder. */
let folder = '';
const saved = 'train-twice-report/report.json';

beforeAll(() => {
  folder = makeProject().folder;
  expect(trainTwice(folder, 'run', '--command', commands.diverging).status).toBe(1);
});

/** What `report` gives in a format, through a file. */
function again(format: string): string {
  const output = path.join(folder, `again.${format}`);
  const result = trainTwice(folder, 'report', saved, '--format', format, '--output', output);
  expect({ code: result.status, stdout: result.stdout, stderr: result.stderr }).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
  return readFileSync(output, 'utf8');
}

const files = [...reporters, ...seals].flatMap(({ id, fileName }) => (fileName === null ? [] : [{ id, fileName }]));

describe('a saved report', () => {
  it.each(files)('gives $fileName again, byte for byte', ({ id, fileName }) => {
    expect(again(id)).toBe(readFileSync(path.join(folder, 'train-twice-report', fileName), 'utf8'));
  });

  it('gives again what the audit printed, where it writes no file for it', () => {
    const first = path.join(folder, 'first');
    const second = path.join(folder, 'second');
    for (const [name, weight] of [
      [first, 1],
      [second, 2],
    ] as const) {
      mkdirSync(name);
      writeFileSync(path.join(name, 'metrics.json'), JSON.stringify({ loss: weight }));
    }
    for (const format of formats.filter((id) => !files.some((file) => file.id === id))) {
      const kept = path.join(folder, `kept-${format}`);
      const audit = trainTwice(folder, 'compare', first, second, '--report-dir', kept, '--format', format);
      expect(audit.status).toBe(1);
      const shown = trainTwice(folder, 'report', kept, '--format', format);
      expect({ code: shown.status, text: shown.stdout }).toEqual({ code: 0, text: audit.stdout });
    }
  });

  it('is shown in the terminal where no format is named, and needs no configuration', () => {
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'train-twice-report-'));
    writeFileSync(path.join(elsewhere, 'train-twice.yml'), 'not: valid');
    const result = trainTwice(elsewhere, 'report', path.join(folder, saved));
    expect({ code: result.status, stderr: result.stderr }).toEqual({ code: 0, stderr: '' });
    expect(result.stdout).toContain('Divergent');
  });
});

describe('the subjects of the attestation', () => {
  const lines = (report: string) =>
    readFileSync(path.join(folder, report, 'test-result.subjects.sha256'), 'utf8')
      .trimEnd()
      .split('\n');
  const sha256sum = (...files: readonly string[]) =>
    files.map((file) =>
      createHash('sha256')
        .update(readFileSync(path.join(folder, file)))
        .digest('hex'),
    );

  it('are report.json and the model that the last run left, by what sha256sum prints', () => {
    const [name = ''] = readdirSync(path.join(folder, 'outputs'));
    const model = `outputs/${name}/model.safetensors`;
    const [report, released] = sha256sum('train-twice-report/report.json', model);
    expect(lines('train-twice-report').slice(0, 2)).toEqual([`${report}  report.json`, `${released}  ${model}`]);
    // The runs diverge: that of the first is another.
    expect(lines('train-twice-report')).toHaveLength(3);
  });

  it('of two folders that are compared are both models, where a report is kept', () => {
    const [name = ''] = readdirSync(path.join(folder, 'outputs'));
    const source = path.join(folder, 'outputs', name, 'model.safetensors');
    for (const copy of ['one', 'two']) {
      mkdirSync(path.join(folder, copy));
      copyFileSync(source, path.join(folder, copy, 'best.safetensors'));
    }
    trainTwice(folder, 'compare', 'one', 'two', '--report-dir', 'kept');
    expect(lines('kept').slice(1)).toEqual([`${sha256sum('one/best.safetensors')[0]}  best.safetensors`]);
    const quick = JSON.parse(trainTwice(folder, 'compare', 'one', 'two', '--format', 'json').stdout);
    expect(quick.bestCheckpoints).toEqual([]);
    const sealed = trainTwice(folder, 'compare', 'one', 'two', '--format', 'intoto-subjects').stdout;
    expect(sealed).toContain('  best.safetensors\n');
  });
});

describe('what is no report', () => {
  const refused = (name: string, content: string | Buffer): SpawnSyncReturns<string> => {
    writeFileSync(path.join(folder, name), content);
    return trainTwice(folder, 'report', name, '--format', 'junit');
  };

  it.each([
    ['no JSON', 'epoch 1', /no JSON/],
    ['no text', Buffer.from([0xff, 0xfe, 0x00]), /no UTF-8 text/],
    ['another document', '{"hello": 1}', /"reportVersion" is missing/],
    ['a newer report', '{"reportVersion": 2}', /expected 1/],
    ['a nest without end', '['.repeat(1_000_000), /nested deeper/],
    ['nothing', '', /no JSON/],
  ])('(%s) ends with 2 and a sentence, and nothing on stdout', (name, content, says) => {
    const result = refused(`${name}.json`, content);
    expect({ code: result.status, stdout: result.stdout }).toEqual({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(says);
    expect(result.stderr).not.toContain('fault of train-twice');
  });
});
