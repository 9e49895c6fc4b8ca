import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/frameworks/**', 'test/act/**', 'test/browser/**'],
    testTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
