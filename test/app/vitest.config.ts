// The flows of the whole app, one after the other: each starts a window of its own. `npm run build` comes first.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/app/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 90_000,
    fileParallelism: false,
    pool: 'forks',
  },
});
