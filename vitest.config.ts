import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

// With an endpoint given there is one thing to do: judge it. The project's own tests say nothing of it.
const judging = process.env['LAMBDA_CONFORMANCE_ENDPOINT'] !== undefined

const suites: TestProjectInlineConfiguration = {
  test: {
    name: 'suites',
    include: ['suites/**/*.suite.ts'],
    pool: 'threads',
    isolate: false,
    fileParallelism: false,
  },
}

const unit: TestProjectInlineConfiguration = {
  test: {
    name: 'unit',
    include: ['{spec,src,fixtures,suites}/**/*.test.ts'],
    pool: 'threads',
    globalSetup: 'src/state-directory.setup.ts',
    // Without a word vitest leaves one processor idle, which is half of two.
    maxWorkers: '100%',
    sequence: { groupOrder: 1 },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
}

export default defineConfig({
  test: { projects: judging ? [suites] : [unit, suites] },
})
