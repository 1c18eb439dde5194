import { join } from 'node:path';
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
    // The programs and threads that tests start load their code as it was compiled before: half of what a start costs.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules', '.cache', 'node-compile') },
  },
});
