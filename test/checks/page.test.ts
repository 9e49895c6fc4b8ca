import { expect, test } from 'vitest';
import { checkPage } from '../../src/checks/page.ts';
import { checks } from '../../src/checks/registry.ts';

test('a page says what, why, how to repair and how to waive, with a real example', async () => {
  const check = checks.find(({ id }) => id === 'weights/values-differ');
  await expect(check === undefined ? '' : checkPage(check)).toMatchFileSnapshot('golden/page.md');
});

test.each(checks)('the page of $id shows the output of its fixture', (check) => {
  expect(checkPage(check)).toContain('## What it looks like');
});
