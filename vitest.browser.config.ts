import { defineConfig } from 'vitest/config';

/** What only a real browser can tell. Run by `npm run test:browser`, which looks for one. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.browser.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
