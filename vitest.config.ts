import { defineConfig } from 'vitest/config';

// Files run side by side on few workers: many of them start a Chromium or a child process of their own.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    pool: 'forks',
    reporters: ['default'],
  },
});
