import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/registry.ts';
import { appliedChecks, inspect } from '../../src/judge/inspect.ts';
import type { ChecksPolicy, Waiver } from '../../src/model/request.ts';
import { differing, policy } from '../fixtures/audits/evidence.ts';
import * as leaf from '../fixtures/audits/leaves.ts';

const divergent = differing(
  'outputs/checkpoint_epoch_1.pt',
  'checkpoint',
  leaf.values('model/fc.weight'),
  leaf.scalar('epoch', '1.0', '2.0'),
);

const inspected = (checks: Partial<ChecksPolicy>) =>
  inspect({ ...divergent, policy: { ...policy, checks: { ...policy.checks, ...checks } } }).map(
    ({ check, severity, waived }) => ({
      check,
      severity,
      waived,
    }),
  );

const waiver = (part: Partial<Waiver> = {}): Waiver => ({
  id: 'weights/values-differ',
  place: '**',
  reason: 'known',
  until: '2026-11-23',
  ...part,
});

const values = { check: 'weights/values-differ', severity: 'error', waived: null };
const scalars = { check: 'checkpoints/scalars-differ', severity: 'error', waived: null };

describe('severities', () => {
  test('are the checks own where the policy says nothing', () => {
    expect(inspected({})).toEqual([values, scalars]);
  });
  test('follow the policy by id', () => {
    expect(inspected({ severities: { 'weights/values-differ': 'notice' } })).toEqual([
      scalars,
      { ...values, severity: 'notice' },
    ]);
  });
  test('follow the policy by group', () => {
    expect(inspected({ severities: { 'checkpoints/*': 'warning' } })).toEqual([
      values,
      { ...scalars, severity: 'warning' },
    ]);
  });
  test('prefer the id to the group', () => {
    expect(inspected({ severities: { 'weights/*': 'off', 'weights/values-differ': 'warning' } })).toContainEqual({
      ...values,
      severity: 'warning',
    });
  });
  test('take a check out with "off"', () => {
    expect(inspected({ severities: { 'weights/*': 'off' } })).toEqual([scalars]);
  });
});

describe('waivers', () => {
  test('cover a finding up to and with their last day', () => {
    expect(inspected({ waivers: [waiver()] })).toContainEqual({ ...values, waived: 'known' });
  });
  test('cover nothing from the day after, and this is said', () => {
    const found = inspected({ waivers: [waiver({ until: '2026-11-22' })] });
    expect(found).toContainEqual(values);
    expect(found.map(({ check }) => check)).toContain('policy/waiver-expired');
    expect(found.map(({ check }) => check)).not.toContain('policy/waiver-unused');
  });
  test('whose end is no date cover nothing', () => {
    expect(inspected({ waivers: [waiver({ until: 'never' })] })).toContainEqual(values);
  });
  test('cover by group', () => {
    expect(inspected({ waivers: [waiver({ id: 'weights/*' })] })).toContainEqual({ ...values, waived: 'known' });
  });
  test.each(['outputs/*.pt', '**/checkpoint_epoch_*.pt', 'outputs/checkpoint_epoch_1.pt:model/fc.weight', '*', ''])(
    'match the place by the glob "%s"',
    (place) => {
      expect(inspected({ waivers: [waiver({ place })] })).toContainEqual({ ...values, waived: 'known' });
    },
  );
  test.each(['other/*.pt', '*.pt', '!outputs/x'])(
    'do not match the place by the glob "%s", and this is said',
    (place) => {
      const found = inspected({ waivers: [waiver({ place })] });
      expect(found).toContainEqual(values);
      expect(found.map(({ check }) => check)).toContain('policy/waiver-unused');
    },
  );
});

test('the weightiest findings come first', () => {
  const order = inspected({
    severities: { 'checkpoints/scalars-differ': 'notice' },
    waivers: [waiver({ place: 'nowhere' })],
  });
  expect(order.map(({ severity }) => severity)).toEqual(['error', 'warning', 'notice']);
});

test('the same evidence gives the same findings, byte for byte', () => {
  expect(JSON.stringify(inspect(divergent))).toBe(JSON.stringify(inspect(divergent)));
});

test('every check is told with the severity that the policy gives it, those that are off too', () => {
  const severities = { 'weights/values-differ': 'notice', 'layout/*': 'off', 'layout/not-followed': 'error' } as const;
  const applied = appliedChecks({ ...policy, checks: { ...policy.checks, severities } });
  expect(applied.map(({ id }) => id)).toEqual(checks.map(({ id }) => id));
  const severityOf = (id: string) => applied.find((check) => check.id === id)?.severity;
  expect(severityOf('weights/values-differ')).toBe('notice');
  expect(severityOf('layout/not-followed')).toBe('error');
  expect(severityOf('layout/hydra-incomplete')).toBe('off');
  expect(severityOf('environment/not-true')).toBe(checks.find(({ id }) => id === 'environment/not-true')?.severity);
});
