import { describe, expect, test } from 'vitest';
import type { Severity } from '../../src/model/finding.ts';
import { annotationsOf } from '../../src/report/annotations.ts';
import { divergent } from '../fixtures/reports/failing.ts';
import { finding, report } from '../fixtures/reports/parts.ts';
import { identical } from '../fixtures/reports/passing.ts';

const many = (severity: Severity, count: number) =>
  Array.from({ length: count }, (_, index) =>
    finding({ check: `group/${severity}-${index}`, title: 'Title', message: 'Message.', severity }),
  );

describe('annotations', () => {
  test('begin with the verdict: an error where the audit failed, a notice where it passed', () => {
    expect(annotationsOf(divergent)[0]).toMatchObject({ level: 'error', title: 'train-twice: Divergent' });
    expect(annotationsOf(identical)).toMatchObject([{ level: 'notice', title: 'train-twice: Identical' }]);
  });

  test('name the check in the title and the place in the message', () => {
    expect(annotationsOf(divergent)[1]).toEqual({
      level: 'error',
      title: 'weights/values-differ: Tensors differ',
      message:
        'checkpoints/best_model.safetensors, model/fc.weight: 4,001 of 4,096 elements of "model/fc.weight" differ.',
    });
  });

  test('leave out what a waiver covers', () => {
    expect(annotationsOf(divergent).some((one) => one.title.includes('environment/not-recorded'))).toBe(false);
  });

  test('are at most ten errors, ten warnings and nine notices, and the last one tells how many more there are', () => {
    const found = annotationsOf(
      report({ findings: [...many('notice', 30), ...many('error', 30), ...many('warning', 30)] }),
    );
    const of = (level: Severity) => found.filter((one) => one.level === level);
    expect([of('error').length, of('warning').length, of('notice').length]).toEqual([10, 10, 9]);
    expect(of('error').at(-1)?.message).toBe('21 more errors: see the summary or report.json.');
  });

  test('fit into what GitHub shows of a message', () => {
    const long = finding({ check: 'a/b', title: 'x'.repeat(9_000), message: 'y'.repeat(90_000), severity: 'error' });
    for (const one of annotationsOf(report({ findings: [long] }))) {
      expect(one.message.length).toBeLessThanOrEqual(4_096);
      expect(one.title.length).toBeLessThanOrEqual(255);
    }
  });
});
