import { describe, expect, test } from 'vitest';
import { dvcIgnored } from '../../../src/formats/records/dvc-ignore.ts';
import fixture from '../../fixtures/formats/gitignore-cases.json' with { type: 'json' };

const ignoredBy = (patterns: readonly string[], paths: readonly string[]) =>
  paths.filter(dvcIgnored([{ folder: '', text: patterns.join('\n') }]));

describe('.dvcignore', () => {
  test('means what the same lines mean to git check-ignore', () => {
    const wrong = fixture.cases.filter(
      ([patterns = [], expected]) => JSON.stringify(ignoredBy(patterns, fixture.paths)) !== JSON.stringify(expected),
    );
    expect({ cases: fixture.cases.length, wrong }).toEqual({ cases: 150, wrong: [] });
  });

  test('of a folder counts below that folder alone', () => {
    const isIgnored = dvcIgnored([{ folder: 'a', text: '/x\n' }]);
    expect(['x', 'a/x', 'a/b/x'].filter(isIgnored)).toEqual(['a/x']);
  });

  test('takes no longer for patterns made of stars', () => {
    const began = performance.now();
    const hostile = `${'*a'.repeat(200)}b\n${'**/'.repeat(160)}z\n${'[a-z]*'.repeat(80)}!\n`;
    const isIgnored = dvcIgnored([{ folder: '', text: hostile }]);
    for (let index = 0; index < 20; index += 1) isIgnored(`${'a'.repeat(250)}/${'a/'.repeat(500)}${index}`);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
