import { expect, it } from 'vitest';
import { tuneEngine } from '../../src/commands/tune-engine.ts';

it('leaves engines alone that it was not measured on', () => {
  expect(tuneEngine('13.6.233.17-node.37')).toBe(false);
  expect(tuneEngine('12.4.254.21-node.33')).toBe(false);
});
