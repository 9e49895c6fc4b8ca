/** Who opens a red pull request has to know at once what differs, since when, and what to do: the beginning of the story. */
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/model/report.ts';
import type { Block, Section } from '../../../src/report/story/section.ts';
import { tellStory } from '../../../src/report/story.ts';
import { summaryReporter } from '../../../src/report/summary.ts';
import { terminalReporter } from '../../../src/report/terminal.ts';
import { plainText } from '../../../src/report/text/span.ts';
import { gallery } from '../../fixtures/reports/gallery.ts';

const limits = { rows: 12, differences: 4, perCheck: 1, courseColumns: 16, snippets: true };
const audits = Object.entries(gallery);

function textOf(block: Block): string {
  switch (block.kind) {
    case 'verdict':
    case 'paragraph':
      return plainText(block.text);
    case 'list':
      return block.items.map(plainText).join('\n');
    case 'table':
      return block.rows.map((row) => row.map(plainText).join(' ')).join('\n');
    case 'output':
    case 'code':
      return block.lines.join('\n');
    default:
      block satisfies never;
      return '';
  }
}

function sectionOf(report: Report, id: Section['id']): string {
  const found = tellStory(report, limits).find((section) => section.id === id);
  return found?.blocks.map(textOf).join('\n') ?? '';
}

describe.each(audits)('the story of "%s"', (_, report) => {
  test('has the verdict first, then what differs, why, and what to do, before anything else', () => {
    const order = tellStory(report, limits).map(({ id }) => id);
    const beginning = order.slice(0, order.indexOf('advice') + 1);
    const allowed = ['verdict', 'first-difference', 'likely-cause', 'advice'];
    expect(beginning).toEqual(allowed.filter((id) => beginning.some((one) => one === id)));
  });

  test('is told in the same order and under the same titles by terminal and step summary', () => {
    const summary = summaryReporter.render(report, { color: false, columns: 100, verbose: false });
    const titles = [...summary.matchAll(/^(?:### |<details><summary>)([\w ]+?)(?: \(|<|$)/gm)].map(
      ([, title]) => title,
    );
    const terminal = terminalReporter.render(report, { color: false, columns: 100, verbose: true }).split('\n');
    const lines = terminal.map((line, index) => ({ line, index }));
    const found = titles.map(
      (title) => lines.find(({ line }) => new RegExp(`^${title}(?: |:|$)`).test(line))?.index ?? -1,
    );
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  });

  test('is never without advice where the audit did not pass', () => {
    if (report.judgement.passed) return;
    expect(sectionOf(report, 'advice')).not.toBe('Nothing.');
  });

  test('names the check of each likely cause with the command that explains it', () => {
    const causes = sectionOf(report, 'likely-cause');
    for (const { check, certainty } of report.findings) {
      if (certainty === 'inferred' && report.judgement.outcome === 'divergent') expect(causes).toContain(check);
    }
  });
});

const storyOf = (name: string) => (id: Section['id']) => sectionOf(gallery[name] as Report, id);

describe('what differs and since when', () => {
  test.each([
    ['divergent-early', 'Step 1 of 60, train/loss in metrics.jsonl: 4.08323 in run 1, 4.13376 in run 2.'],
    ['divergent-late', 'The checkpoints are the same up to epoch 2 and differ from epoch 3 on.'],
    ['divergent-of-three', 'Step 12 of 60, train/loss in metrics.jsonl: 2.74244 in run 1, 2.74536 in run 3.'],
    ['hugging-face', 'Step 26 of 60, loss in checkpoint-40/trainer_state.json'],
    ['one-ulp', 'All 5 metric series are the same.'],
    ['one-ulp', 'The checkpoints of epoch 2 differ, and those of epoch 1 and epoch 3 are the same.'],
    ['missing-checkpoint', '"checkpoint_epoch_2.pt" is only in the first run.'],
    ['nan', 'Step 33 of 80, train/loss in metrics.csv: 0.899348 in run 1, nan in run 2.'],
  ])('of "%s": %s', (name, sentence) => {
    expect(storyOf(name)('first-difference')).toContain(sentence);
  });
});

describe('what to do', () => {
  test.each([
    ['divergent-early', 'Remove the likely cause above, and audit again.'],
    ['divergent-late', 'train/loss is the same before step 47: look at what happens for the first time there'],
    ['environment-differs', 'Make the runs alike first: the same machine, software and code.'],
    ['missing-checkpoint', 'Find out why only run 1 wrote checkpoint_epoch_2.pt'],
    ['nan', 'train/loss is no finite number any more in one run from step 33 on'],
    ['nan-in-both', 'Make the training stay finite'],
    ['crashed', 'Make run 2 end with exit code 0. It ended in torch.OutOfMemoryError: CUDA out of memory.'],
    ['timed-out', 'If run 1 needs more time, raise timeout'],
    ['inconclusive', 'checkpoint_latest.pt: Write checkpoints to a temporary name'],
    ['record-findings', '2 values are not true: "/torch_version" is "2.5.1+cu121", the training ran on 2.6.0+cu124'],
  ])('about "%s": %s', (name, step) => {
    expect(storyOf(name)('advice')).toContain(step);
  });

  test('about a false record comes with the lines to copy', () => {
    expect(storyOf('record-findings')('advice')).toContain('"torch_version": torch.__version__');
  });
});

describe('why', () => {
  test('is told with its ground, and the fix to paste', () => {
    const cause = storyOf('divergent-early')('likely-cause');
    expect(cause).toContain('A NumPy generator made without a seed in data.py, line 31.');
    expect(cause).toContain('A generator without a seed takes one from the operating system');
    expect(cause).toContain('rng = numpy.random.default_rng(seed)');
  });

  test('begins with how the runs were made, where that was not alike', () => {
    expect(storyOf('environment-differs')('likely-cause')).toMatch(
      /^The runs were not made alike: GPU, Driver, torch, CUDA, torch threads, Code and 1 more differ\./,
    );
    expect(storyOf('environment-differs')('advice')).not.toContain('look at seeds');
  });

  test('is not guessed where the runs agree, though something was suspected', () => {
    expect(gallery['record-findings']?.findings.some(({ certainty }) => certainty === 'inferred')).toBe(true);
    expect(storyOf('record-findings')('likely-cause')).toBe('');
  });

  test('is told once: the table of findings only points to it', () => {
    const findings = storyOf('divergent-early')('findings');
    expect(findings).toContain('The likely cause stands above.');
    expect(findings).not.toContain('seeds/unseeded-generator');
  });
});

describe('what is in the tables', () => {
  test('a checkpoint that could not be compared has its line among the others', () => {
    expect(storyOf('missing-checkpoint')('checkpoints')).toMatch(/checkpoint_epoch_2\.pt +only in run 1/);
    expect(storyOf('inconclusive')('checkpoints')).toMatch(/checkpoint_latest\.pt +not read in run 2/);
  });

  test('of too many checkpoints those that are the same are left out, and it is said', () => {
    const table = storyOf('hugging-face')('checkpoints');
    expect(table.match(/differ/g)).toHaveLength(5);
    expect(table).toContain('… and 4 more that are the same: all of them are in report.json.');
  });

  test('beside runs that part, runs that agree are told in a line', () => {
    for (const id of ['checkpoints', 'series'] as const)
      expect(storyOf('divergent-of-three')(id)).toMatch(/run 1 and run 2: all 5 .*are the same\./);
  });

  test('both runs of a series that differs stand one above the other, with a bar where they part', () => {
    expect(storyOf('nan')('series')).toContain('train/loss 1 █▆▅▄▃▂│▂▂▁▁▁▁▁▁▁▁ 80 0.719448 from step 33');
    expect(storyOf('nan')('series')).toContain(' 2 █▆▅▄▃▂│×××××××××× 80 nan');
  });
});
