import { defineConfig } from 'vitest/config'

/** `npm run soak`: what `npm test` runs a bounded share of, at full length. Each writes its figures to reports/soak/. */
export default defineConfig({
  test: {
    name: 'soak',
    include: ['src/**/*.soak.ts'],
    globalSetup: 'src/state-directory.setup.ts',
    pool: 'threads',
    maxWorkers: '100%',
    testTimeout: 3_600_000,
    hookTimeout: 60_000,
  },
})
