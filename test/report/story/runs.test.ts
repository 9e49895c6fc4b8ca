import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/model/report.ts';
import { runFacts } from '../../../src/report/story/run-facts.ts';
import { runsSection } from '../../../src/report/story/runs.ts';
import { plainText } from '../../../src/report/text/span.ts';
import { seen } from '../../fixtures/audits/evidence.ts';
import { environmentDiffers } from '../../fixtures/reports/gallery/records.ts';
import { finding, report, run } from '../../fixtures/reports/parts.ts';

const limits = { rows: 12, differences: 4, perCheck: 1, courseColumns: 16, snippets: false };

/** The rows of the table as texts, and the paragraphs under it. */
function told(of: Report) {
  const { blocks } = runsSection(of, limits);
  return {
    rows: blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(plainText)) : [])),
    paragraphs: blocks.flatMap((block) => (block.kind === 'paragraph' ? [plainText(block.text)] : [])),
  };
}

const titles = (of: Report): readonly (string | undefined)[] => told(of).rows.map(([title]) => title);

describe('the runs side by side', () => {
  test('begin with what was not the same when they were made', () => {
    expect(titles(environmentDiffers)).toEqual([
      '≠ GPU',
      '≠ Driver',
      '≠ torch',
      '≠ CUDA',
      '≠ torch threads',
      '≠ Code',
      '≠ numpy',
      'End',
      'Took',
      'Left',
    ]);
    expect(told(environmentDiffers).rows[0]).toEqual(['≠ GPU', 'NVIDIA A100-SXM4-80GB', 'Tesla V100-SXM2-32GB']);
  });

  test('say once what they share', () => {
    expect(told(environmentDiffers).paragraphs[0]).toBe(
      'The same in both: command python train.py --seed 42; Python 3.12.4; cuDNN 90100; imported packages: 2 of the same version.',
    );
  });

  test('show the script of a run by the Python that it started, and each argument as a shell would take it', () => {
    const script = ['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail', '/x/command.sh'];
    const argv = ['python', 'train.py', "it's"];
    const observed = [seen({ interpreter: { ...seen().interpreter, argv } })];
    const two = (changes: object) => runFacts(report({ runs: [run(1, changes), run(2, changes)] }));
    const command = (changes: object) => two(changes).same.find(({ title }) => title === 'Command')?.values[0];
    expect(command({ argv: script, observed })).toBe("python train.py 'it'\\''s' (in a script for bash)");
    expect(command({ argv: script })).toBe('a script for bash');
    expect(command({ argv })).toBe("python train.py 'it'\\''s'");
  });

  test('do not take what is known of one run only for a difference', () => {
    const half = report({ runs: [run(1, { observed: [seen()] }), run(2, { machine: null })] });
    expect(runFacts(half).differing).toEqual([]);
    expect(titles(half)).toEqual(['End', 'Took', 'Left', 'GPU', 'Python']);
    expect(told(half).rows.at(-1)).toEqual(['Python', '3.12.4', 'not known']);
  });

  test('name the variables that only one of them was given, whatever their name is', () => {
    const given = (environment: object) => ({ environment: { TRAIN_TWICE: '1', ...environment } });
    const odd = JSON.parse('{"__proto__": "x", "OMP_NUM_THREADS": "8"}');
    const both = report({
      runs: [run(1, given({})), run(2, { environment: { TRAIN_TWICE: '1', ...odd, OMP_NUM_THREADS: '8' } })],
    });
    expect(runFacts(both).differing).toContainEqual({ title: '$OMP_NUM_THREADS', values: ['not set', '8'] });
  });

  test('of folders that nobody saw being made show what their records say differently', () => {
    const existing = { end: null, seed: null, machine: null };
    const compared = report({
      runs: [run(1, existing), run(2, existing)],
      findings: [
        finding({
          check: 'environment/differs',
          title: 'T',
          message: 'M.',
          facts: { differing: [{ pointer: '/torch_version', first: '"2.6.0"', second: '"2.5.1"' }] },
        }),
      ],
    });
    expect(told(compared).rows[0]).toEqual(['≠ torch_version', '"2.6.0"', '"2.5.1"']);
  });

  test('survive facts of a finding that are not what the check writes', () => {
    const odd = [null, 1, 'x', [], { differing: null }, { differing: [1, null, { pointer: 1 }] }];
    for (const facts of odd) {
      const findings = [
        { ...finding({ check: 'environment/differs', title: 'T', message: 'M.' }), facts: { differing: facts } },
      ];
      expect(titles(report({ findings, runs: [run(1, { machine: null }), run(2, { machine: null })] }))[0]).toBe('End');
    }
  });
});
