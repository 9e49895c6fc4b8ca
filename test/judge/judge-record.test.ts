import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/judge/inspect.ts';
import { judgeRecord } from '../../src/judge/judge-record.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { RecordDocument } from '../../src/model/record.ts';
import { document, evidence, inventory, policy, records } from '../fixtures/audits/evidence.ts';

const alone = (found: readonly RecordDocument[], part: Partial<Evidence> = {}): Evidence =>
  evidence({
    runs: evidence()
      .runs.slice(0, 1)
      .map((run) => ({ ...run, end: null })),
    runsRequested: 1,
    inventories: [inventory(1, { records: found })],
    comparisons: [],
    ...part,
  });
const judged = (given: Evidence) => judgeRecord(given, inspect(given));
const broken = records().map((record) =>
  record.kind === 'environment' ? document('environment', record.path, { python_version: 3 }) : record,
);

describe('the audit of one record', () => {
  test('is sound where no finding fails it, and says that nothing was compared', () => {
    expect(judged(alone(records()))).toEqual({
      outcome: 'record-sound',
      passed: true,
      exitCode: 0,
      sentence:
        'Record sound: 1 configuration, 1 environment record, 1 package list, 1 dataset record, 4 checkpoints and 1 metric series were audited, and no finding fails the audit; nothing was compared.',
      reasons: [],
    });
  });

  test('is faulty by a finding at fail-on, and exits with 1', () => {
    const { outcome, exitCode, reasons } = judged(alone(broken));
    expect([outcome, exitCode]).toEqual(['record-faulty', 1]);
    expect(reasons).toEqual(['1 finding fails the audit: environment/schema-invalid.']);
  });

  test('passes over what fail-on leaves out', () => {
    expect(judged(alone(broken, { policy: { ...policy, failOn: 'never' } })).outcome).toBe('record-sound');
  });

  test('is inconclusive where there was nothing to audit', () => {
    const nothing = alone([], { inventories: [inventory(1, { records: [], checkpoints: [], series: [] })] });
    expect(judged(nothing)).toMatchObject({ outcome: 'inconclusive', passed: false, exitCode: 3 });
  });
});
