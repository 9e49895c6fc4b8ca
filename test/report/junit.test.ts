/** `junit.xml`: valid by Jenkins' schema, and never greener than the audit. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { junitReporter } from '../../src/report/junit.ts';
import { parseRunnerOutput } from '../e2e/runner-commands.ts';
import { arbitraryReport } from '../fixtures/reports/arbitrary-report.ts';
import { cancelled, divergent, nothingCompared, runFailed } from '../fixtures/reports/failing.ts';
import { gallery } from '../fixtures/reports/gallery.ts';
import { hostile } from '../fixtures/reports/hostile.ts';
import { checkpoint, comparison, coverage, fileGroup, finding, report, root } from '../fixtures/reports/parts.ts';
import { equivalent, identical, withinTolerance } from '../fixtures/reports/passing.ts';
import { junitErrors } from './published-schemas.ts';

const render = (of: Report): string => junitReporter.render(of, { color: false, columns: 100, verbose: true });

interface Case {
  readonly name: string;
  readonly group: string;
  readonly status: string;
}

/** The tests of a document, as a viewer counts them. */
function casesOf(text: string): readonly Case[] {
  return [
    ...text.matchAll(/<testcase classname="train-twice\.([^"]*)" name="([^"]*)"[^>]*?(?:\/>|>([\s\S]*?)<\/testcase>)/g),
  ].map(([, group = '', name = '', body = '']) => ({
    group,
    name,
    status: /<(failure|error|skipped)/.exec(body)?.[1] ?? 'passed',
  }));
}

function statusOf(of: Report, name: string): string | undefined {
  return casesOf(render(of)).find((one) => one.name === name)?.status;
}

test('every document is valid by the published schema, those of hostile and of random reports too', async () => {
  const random = fc.sample(arbitraryReport, { numRuns: 60, seed: 5 });
  const all = { ...gallery, hostile, ...Object.fromEntries(random.map((one, index) => [`random-${index}`, one])) };
  expect(await junitErrors(Object.fromEntries(Object.entries(all).map(([name, of]) => [name, render(of)])))).toEqual(
    [],
  );
});

test('the schema refuses what is wrong, so that the test above means something', async () => {
  const wrong = render(identical).replace('<testsuite name=', '<testsuite nam=');
  expect((await junitErrors({ wrong })).join('\n')).toContain("attribute 'nam' is not allowed");
});

describe('hostile texts', () => {
  const text = render(hostile);

  test('leave no character that XML cannot hold, or that nobody can see', () => {
    expect(text).not.toMatch(/[^\n\x20-\x7e\u00a1-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
    expect(render(report({ meta: { ...identical.meta, auditId: 'a\ufffe\uffffb' } }))).toContain('"a\\ufffe\\uffffb"');
  });

  test('are text: no tag but ours, and no reference but XML’s own', () => {
    const tag =
      /<\/?(?:testsuites?|properties|property|testcase|failure|error|skipped|system-out)(?: [a-z]+="[^"<>]*")*\/?>/g;
    const rest = text.replace(/^<\?xml [^>]*\?>/, '').replace(tag, '');
    expect(rest).not.toMatch(/[<>]/);
    expect(rest.replace(/&(?:amp|lt|gt|quot|apos|#35|#58);/g, '')).not.toContain('&');
  });

  test('are no commands where the file is printed in a job', () => {
    expect(parseRunnerOutput(text).commands).toEqual([]);
  });

  test('are cut: a giant name does not make a giant file', () => {
    expect(text.length).toBeLessThan(1_000_000);
  });
});

test('an audit that does not pass is never all green, whatever else a report says', () => {
  fc.assert(
    fc.property(arbitraryReport, (of) => {
      const red = casesOf(render(of)).filter(({ status }) => status === 'failure' || status === 'error');
      if (!of.judgement.passed) expect(red.length).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});

test('the counts are those of the tests', () => {
  for (const of of Object.values(gallery)) {
    const text = render(of);
    const counted = (name: string) => casesOf(text).filter(({ status }) => status === name).length;
    const [, head = ''] = /<testsuites ([^>]*)>/.exec(text) ?? [];
    expect(head).toContain(
      `tests="${casesOf(text).length}" failures="${counted('failure')}" errors="${counted('error')}"`,
    );
  }
});

describe('an audit without a verdict', () => {
  test.each([
    ['inconclusive', nothingCompared],
    ['a failed run', runFailed],
    ['cancelled', cancelled],
  ])('(%s) is an error, and no check or comparison is green', (_, of) => {
    expect(statusOf(of, 'reproducibility')).toBe('error');
    const green = casesOf(render(of)).filter(({ status }) => status === 'passed');
    expect(green.filter(({ group }) => group !== 'runs')).toEqual([]);
  });

  test('a checkpoint that is the same is then skipped, with the reason', () => {
    const of = { ...identical, judgement: { ...identical.judgement, outcome: 'inconclusive', passed: false } } as const;
    expect(statusOf(of, 'checkpoints/best_model.safetensors')).toBe('skipped');
  });

  test('a run that failed is an error, one that never started is skipped', () => {
    expect(statusOf(runFailed, 'run 2')).toBe('error');
    expect(statusOf(cancelled, 'run 2')).toBe('skipped');
  });
});

describe('what is compared', () => {
  test('fails where content differs, with the difference as its text', () => {
    expect(statusOf(divergent, 'train/loss in metrics.jsonl')).toBe('failure');
    expect(render(divergent)).toContain('first at step 3: 0.69314718 in run 1, 0.69314724 in run 2</failure>');
  });

  test('that never decides is no test', () => {
    expect(statusOf(divergent, 'time/step in metrics.jsonl')).toBeUndefined();
  });

  test.each([
    ['within-tolerance', 'passed'],
    ['equivalent', 'failure'],
  ] as const)('inside the tolerance is, where %s is required, a %s', (require, status) => {
    const of = { ...withinTolerance, policy: { ...withinTolerance.policy, require } };
    expect(statusOf(of, 'checkpoints/best_model.safetensors')).toBe(status);
  });

  test.each([
    ['equivalent', 'passed'],
    ['identical', 'failure'],
  ] as const)('with other bytes and the same content is, where %s is required, a %s', (require, status) => {
    const of = { ...equivalent, policy: { ...equivalent.policy, require } };
    expect(statusOf(of, 'checkpoints/best_model.pt')).toBe(status);
  });

  test('and was one file in both runs is an error', () => {
    const sameInode = ['checkpoints/best_model.safetensors'];
    expect(statusOf(report({ comparisons: [comparison(null, { sameInode })] }), sameInode[0] ?? '')).toBe('error');
  });

  test('by its bytes alone is one test together, beside each that differs', () => {
    const totals = { ...coverage().totals, bytesComparedFiles: 3 };
    const bytes = {
      kind: 'bytes' as const,
      place: '',
      what: 'file',
      sizes: { first: 1, second: 1 },
      firstOffset: 0,
      digests: { first: 'a', second: 'b' },
    };
    const of = report({ comparisons: [comparison(root(fileGroup('a.bin', 'other', [bytes])), { totals })] });
    expect([statusOf(of, 'a.bin'), statusOf(of, 'other files')]).toEqual(['failure', 'passed']);
    expect(render(of)).toContain('2 files with the same bytes');
  });

  test('in too many files keeps those that are not green', () => {
    const many = Array.from({ length: 6_000 }, (_, index) => ({ ...checkpoint, place: `checkpoint_${index}.pt` }));
    const differs = fileGroup('checkpoint_5999.pt', 'checkpoint', [
      { kind: 'dtype', place: 'w', dtypes: { first: 'float16', second: 'float32' } },
    ]);
    const of = report({ comparisons: [comparison(root(differs), { checkpoints: many })] });
    const cases = casesOf(render(of)).filter(({ group }) => group === 'checkpoints' || group === 'files');
    expect(cases.length).toBeLessThan(5_002);
    expect(cases.find(({ name }) => name === 'checkpoint_5999.pt')?.status).toBe('failure');
    expect(render(of)).toContain('more are not listed here; report.json has all of them.');
  });
});

describe('checks', () => {
  const found = (severity: 'error' | 'warning' | 'notice', failOn: 'error' | 'warning' | 'never') =>
    statusOf(
      {
        ...identical,
        policy: { ...identical.policy, failOn },
        findings: [finding({ check: 'environment/differs', title: 'T', message: 'M', severity })],
      },
      'environment/differs',
    );

  test.each([
    ['error', 'error', 'failure'],
    ['warning', 'error', 'passed'],
    ['warning', 'warning', 'failure'],
    ['notice', 'warning', 'passed'],
    ['error', 'never', 'passed'],
  ] as const)('with a finding (%s) under fail-on: %s are a %s', (severity, failOn, status) => {
    expect(found(severity, failOn)).toBe(status);
  });

  test('that are waived or switched off are skipped with the reason', () => {
    expect(statusOf(divergent, 'environment/not-recorded')).toBe('skipped');
    expect(render(divergent)).toContain('<skipped message="Waived: Comes with the next release.">');
    expect(statusOf(identical, 'layout/not-followed')).toBe('skipped');
  });

  test('that found nothing in one run alone have not passed', () => {
    const alone: Report = {
      ...identical,
      meta: { ...identical.meta, subject: 'check' },
      judgement: { ...identical.judgement, outcome: 'record-sound' },
      comparisons: [],
    };
    expect(statusOf(alone, 'record')).toBe('passed');
    expect(statusOf(alone, 'environment/differs')).toBe('skipped');
  });

  test('that this version of the report does not list and a finding names are there', () => {
    const of = { ...divergent, checks: [] };
    expect(statusOf(of, 'weights/values-differ')).toBe('failure');
  });
});
