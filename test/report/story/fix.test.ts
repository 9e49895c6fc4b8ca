import { describe, expect, test } from 'vitest';
import { checks } from '../../../src/checks/registry.ts';
import { firstGround, fixBlocks } from '../../../src/report/story/fix.ts';
import { plainText } from '../../../src/report/text/span.ts';

describe.each(checks.map((check) => [check.id, check] as const))('of %s', (id, { fix, why }) => {
  test('the first lines to copy are those of its page', () => {
    const block = fixBlocks(id).find(({ kind }) => kind === 'code');
    const lines = block?.kind === 'code' ? block.lines : [];
    expect(lines.length).toBeGreaterThan(0);
    expect(fix).toContain(`\n${lines.join('\n')}\n`);
    expect(lines.join('\n')).not.toContain('```');
  });

  test('the ground is the whole first sentence of why it matters', () => {
    const ground = plainText(firstGround(id));
    expect(ground).toMatch(/^\S.*\.$/s);
    expect(why.replaceAll('`', '').replace(/\s+/g, ' ').startsWith(ground)).toBe(true);
  });
});

test('a check that this version does not know has neither', () => {
  expect(fixBlocks('no/such-check')).toEqual([]);
  expect(plainText(firstGround('no/such-check'))).toBe('');
});
