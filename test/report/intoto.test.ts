/** The attestation: valid by in-toto's own protocol buffers, true about files, and never better than the audit. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { isPass } from '../../src/model/verdict.ts';
import { sealText } from '../../src/publish/seal-report.ts';
import { predicateSeal, statementSeal, subjectsSeal } from '../../src/report/intoto/statement.ts';
import { jsonReporter } from '../../src/report/json.ts';
import { readReport } from '../../src/report/read-json.ts';
import { seals } from '../../src/report/seal-registry.ts';
import { arbitraryReport } from '../fixtures/reports/arbitrary-report.ts';
import { cancelled, divergent, falseRecord, nothingCompared, runFailed } from '../fixtures/reports/failing.ts';
import { gallery } from '../fixtures/reports/gallery.ts';
import { hostile } from '../fixtures/reports/hostile.ts';
import { bestOf, digestA, digestB, digestC, finding, report, run } from '../fixtures/reports/parts.ts';
import { equivalent, identical, withinTolerance } from '../fixtures/reports/passing.ts';
import { protoErrors } from './published-schemas.ts';

const statement = (of: Report) => JSON.parse(sealText(statementSeal, of));
const predicate = (of: Report) => JSON.parse(sealText(predicateSeal, of));
const json = (of: Report) => jsonReporter.render(of, { color: false, columns: 80, verbose: false });
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test('ids and file names are those of no reporter and no other seal', () => {
  expect(new Set(seals.map(({ id }) => id)).size).toBe(seals.length);
  expect(new Set(seals.map(({ fileName }) => fileName)).size).toBe(seals.length);
});

describe('of any report', () => {
  test('the statement is one by in-toto’s definitions, and its predicate a test result', () => {
    fc.assert(
      fc.property(arbitraryReport, (of) => {
        const text = sealText(statementSeal, of);
        expect(protoErrors('Statement', text)).toEqual([]);
        const { _type, predicateType, subject, predicate: inner } = JSON.parse(text);
        expect([_type, predicateType]).toEqual([
          'https://in-toto.io/Statement/v1',
          'https://in-toto.io/attestation/test-result/v0.1',
        ]);
        expect(protoErrors('TestResult', JSON.stringify(inner))).toEqual([]);
        expect(['PASSED', 'WARNED', 'FAILED']).toContain(inner.result);
        for (const { digest, uri, content } of inner.configuration) expect(digest ?? uri ?? content).toBeDefined();
        expect(new Set(subject.map(({ name }: { name: string }) => name)).size).toBe(subject.length);
        for (const { digest } of subject) expect(digest.sha256).toMatch(/^[0-9a-f]{64}$/);
      }),
      { numRuns: 80 },
    );
  });

  test('what did not pass is FAILED, and says by which test', () => {
    fc.assert(
      fc.property(arbitraryReport, (of) => {
        const { result, failedTests } = predicate(of);
        if (isPass(of.judgement)) return;
        expect(result).toBe('FAILED');
        expect(failedTests.length).toBeGreaterThan(0);
      }),
      { numRuns: 80 },
    );
  });

  test('a report that was read back gives the same bytes', () => {
    fc.assert(
      fc.property(arbitraryReport, (of) => {
        const again = readReport(json(of));
        for (const seal of seals) expect(sealText(seal, again)).toBe(sealText(seal, of));
      }),
      { numRuns: 40 },
    );
  });
});

test('the definitions refuse what is wrong, so that the tests above mean something', () => {
  const text = sealText(statementSeal, identical);
  expect(protoErrors('Statement', text.replace('"predicateType"', '"predicate_type"'))).toEqual([
    '/predicate_type is no field of Statement',
  ]);
  expect(protoErrors('TestResult', '{"result": 1, "configuration": {}}')).toHaveLength(2);
});

describe('the result', () => {
  test.each([
    ['identical', identical, 'PASSED'],
    ['equivalent', equivalent, 'PASSED'],
    ['within tolerance', withinTolerance, 'PASSED'],
    ['divergent', divergent, 'FAILED'],
    ['inconclusive', nothingCompared, 'FAILED'],
    ['a failed run', runFailed, 'FAILED'],
    ['cancelled', cancelled, 'FAILED'],
    ['identical with a finding that fails the audit', falseRecord, 'FAILED'],
    [
      'divergent and yet passed, as no audit would say it',
      { ...divergent, judgement: { ...divergent.judgement, passed: true } },
      'FAILED',
    ],
  ])('of %s', (_, of, result) => {
    expect(predicate(of).result).toBe(result);
  });

  test('of a pass with open warnings is WARNED, of one whose warnings are waived PASSED', () => {
    const warning = finding({ check: 'requirements/not-pinned', title: 'T', message: 'M' });
    const warned = predicate({ ...identical, findings: [warning] });
    expect([warned.result, warned.warnedTests]).toEqual(['WARNED', ['requirements/not-pinned']]);
    expect(warned.passedTests).not.toContain('requirements/not-pinned');
    const waived = predicate({ ...identical, findings: [{ ...warning, waived: 'known' }] });
    expect([waived.result, waived.warnedTests]).toEqual(['PASSED', []]);
    expect(waived.passedTests).not.toContain('requirements/not-pinned');
  });

  test('without a verdict no test has passed', () => {
    for (const of of [nothingCompared, runFailed, cancelled]) expect(predicate(of).passedTests).toEqual([]);
  });
});

describe('the subjects', () => {
  const subjects = (of: Report): readonly (readonly [string, string])[] =>
    statement(of).subject.map(({ name, digest }: { name: string; digest: { sha256: string } }) => [
      name,
      digest.sha256,
    ]);

  test('are report.json, byte for byte as it is written, and the checkpoint that both runs wrote', () => {
    expect(subjects(identical)).toEqual([
      ['report.json', sha256(json(identical))],
      ['checkpoints/best_model.safetensors', digestA],
    ]);
  });

  test('are both checkpoints where the runs differ, that of the last run under its own path', () => {
    expect(subjects(divergent).slice(1)).toEqual([
      ['checkpoints/best_model.safetensors', digestC],
      ['run-1/checkpoints/best_model.safetensors', digestA],
    ]);
  });

  test('are all files of a checkpoint that is spread over several', () => {
    const files = [
      { path: 'm/model.index.json', byteLength: 1, sha256: digestA },
      { path: 'm/part-1.safetensors', byteLength: 2, sha256: digestB },
    ];
    const of = report({ bestCheckpoints: [{ ...bestOf(1, digestA), files }] });
    expect(subjects(of).slice(1)).toEqual(files.map(({ path, sha256: digest }) => [path, digest]));
  });

  test('are the report alone where nothing was left', () => {
    expect(subjects(cancelled)).toHaveLength(1);
  });

  test('are listed for actions/attest as sha256sum writes them, each on its line, whatever its name', () => {
    const path = 'a\nb  *c\u2028';
    const of = report({
      bestCheckpoints: [{ ...bestOf(1, digestA), files: [{ path, byteLength: 1, sha256: digestA }] }],
    });
    expect(sealText(subjectsSeal, of)).toBe(`${sha256(json(of))}  report.json\n${digestA}  a\\nb  *c\\u2028\n`);
  });

  test('are no more than actions/attest takes', () => {
    const files = Array.from({ length: 2_000 }, (_, index) => ({
      path: `part-${index}`,
      byteLength: 1,
      sha256: sha256(String(index)),
    }));
    const of = report({ bestCheckpoints: [{ ...bestOf(1, digestA), files }] });
    expect(subjects(of)).toHaveLength(1_000);
    expect(Buffer.byteLength(sealText(subjectsSeal, of))).toBeLessThan(512 * 1024);
  });
});

describe('the configuration', () => {
  const tree = (changes: object = {}) => ({
    commit: 'ab'.repeat(20),
    dirty: [],
    dirtyCount: 0,
    diffSha256: null,
    ...changes,
  });
  const source = (...trees: readonly (ReturnType<typeof tree> | null)[]) =>
    predicate(report({ runs: trees.map((workingTree, index) => run(index + 1, { workingTree })) })).configuration.find(
      ({ name }: { name: string }) => name === 'source',
    );

  test('is report.json by its digest, with what was asked for', () => {
    expect(predicate(withinTolerance).configuration[0]).toMatchObject({
      name: 'report.json',
      digest: { sha256: sha256(json(withinTolerance)) },
      annotations: { require: 'within-tolerance', failOn: 'error', seed: 42, runs: 2 },
    });
  });

  test('names the commit where all runs were made of the same one, and says whether it was that and nothing else', () => {
    expect(source(tree(), tree())).toEqual({
      name: 'source',
      digest: { gitCommit: 'ab'.repeat(20) },
      annotations: { clean: true },
    });
    expect(source(tree(), tree({ dirtyCount: 1 })).annotations).toEqual({ clean: false });
    expect(source(tree(), tree({ commit: 'cd'.repeat(20) }))).toBeUndefined();
    expect(source(tree(), null)).toBeUndefined();
    expect(source(tree({ commit: 'not a commit' }))).toBeUndefined();
  });

  test('names data by the digests of single files', () => {
    const dataset = {
      path: 'data/train.csv',
      dvcFile: null,
      expected: null,
      state: 'file' as const,
      reason: null,
      files: 1,
      sizeBytes: 3,
      digests: [
        { algorithm: 'sha256' as const, scheme: 'file' as const, digest: digestB },
        { algorithm: 'sha256' as const, scheme: 'contents' as const, digest: digestC },
        { algorithm: 'md5' as const, scheme: 'file' as const, digest: 'no digest' },
      ],
      pointers: [],
      changed: null,
    };
    expect(predicate(report({ datasets: [dataset] })).configuration.at(-1)).toEqual({
      name: 'data/train.csv',
      digest: { sha256: digestB },
      annotations: { role: 'dataset' },
    });
  });
});

test('the bare predicate is the one in the statement', () => {
  for (const of of Object.values(gallery)) expect(predicate(of)).toEqual(statement(of).predicate);
});

test('hostile names stay on their line and are seen', () => {
  for (const seal of seals)
    expect(sealText(seal, hostile)).not.toMatch(/[^\n\x20-\x7e\u00a1-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
});

test.each(Object.entries(gallery))('a check that found something in "%s" is not among those that passed', (_, of) => {
  const found = new Set(of.findings.filter(({ waived }) => waived === null).map(({ check }) => check));
  const { passedTests } = predicate(of) as { readonly passedTests: readonly string[] };
  expect(passedTests.filter((id) => found.has(id))).toEqual([]);
});
