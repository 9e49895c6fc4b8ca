import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/registry.ts';
import { inspect } from '../../src/judge/inspect.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { checkCases } from '../fixtures/audits/check-cases.ts';
import { evidence } from '../fixtures/audits/evidence.ts';

const findingsOf = (id: string, given: Evidence) => inspect(given).filter((finding) => finding.check === id);

describe.each(checks.map((check) => check.id))('%s', (id) => {
  const fixture = checkCases[id];

  test('fires on its fixture, in these words', async () => {
    const findings = findingsOf(id, fixture?.fires ?? evidence());
    const text = findings.map(({ severity, place, message, facts }) => ({ severity, place, message, facts }));
    expect(findings.length).toBeGreaterThan(0);
    await expect(`${JSON.stringify(text, null, 2)}\n`).toMatchFileSnapshot(`golden/${id.replace('/', '.')}.json`);
  });

  test('is silent on the fixture next to it', () => {
    expect(findingsOf(id, fixture?.silent ?? evidence())).toEqual([]);
  });

  test('says one sentence that ends in a full stop and holds no line break', () => {
    for (const { message } of findingsOf(id, fixture?.fires ?? evidence())) {
      expect(message).toMatch(/^[A-Z0-9"“].*\.$/s);
      expect(message).not.toMatch(/[\n\r]|undefined|\[object|NaN of/);
    }
  });
});

test('a clean audit has no finding at all', () => {
  expect(inspect(evidence())).toEqual([]);
});
