import { defineConfig } from 'vitest/config';

// Files run side by side on few workers: many of them start a Chromium or a child process of their own.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    // Where the machine is shared, a browser or a child process may be starved for once. A fault in the code fails twice.
    retry: process.env['CI'] === undefined ? 0 : 1,
    hookTimeout: 60_000,
    maxWorkers: 2,
    pool: 'forks',
    reporters: ['default'],
  },
});
