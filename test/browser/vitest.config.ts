import { defineConfig } from 'vitest/config';

/** `npm run test:browser`: in a real browser, which must be there. */
export default defineConfig({
  test: { include: ['test/browser/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 1 },
});
