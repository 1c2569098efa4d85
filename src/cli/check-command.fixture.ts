import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { mutants } from '../../fixtures/mutants/all.ts'
import type { RuleId } from '../../generated/rule-ids.ts'
import { storedRun } from '../check/check.fixture.ts'
import { writeReport } from '../report/write.ts'
import type { Report } from '../report/report.ts'
import { UsageError } from '../run/errors.ts'
import { referenceDriver } from '../run/reference-driver.fixture.ts'
import { checkCommand } from './check-command.ts'
import type { CheckRequest } from './check-options.ts'
import { fakeIo } from './io.fixture.ts'

/** The rule that the bad one of the stored runs is about. */
export const rule: RuleId = 'no-change/repeat-publish-returns-same-version'

export type Stored = {
  readonly directory: string
  readonly report: Report
  readonly lines: readonly string[]
}

/** A run on a subject in this process, kept as `run --out` keeps it. */
const store = async (
  directory: string,
  options: Parameters<typeof referenceDriver>[0],
): Promise<Stored> => {
  const { report, lines } = await storedRun(
    { driver: referenceDriver(options) },
    { profile: 'quick', seed: 1, rules: ['no-change/*', 'publish-version/*'] },
  )
  await writeReport(directory, report)
  await writeFile(join(directory, 'trace.ndjson'), lines.join(''))
  return { directory, report, lines }
}

/** Two stored runs, on a good subject and on one that breaks `rule`, in a folder that is gone afterwards. */
export const storedRuns = () => {
  const runs: { root: string; good?: Stored; bad?: Stored } = { root: '' }
  beforeAll(async () => {
    runs.root = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
    runs.good = await store(join(runs.root, 'good'), {})
    const mutant = mutants.find(({ breaks }) => breaks === rule)
    runs.bad = await store(join(runs.root, 'bad'), mutant?.options ?? {})
  })
  afterAll(() => rm(runs.root, { recursive: true, force: true }))
  let count = 0
  const made = (run: Stored | undefined): Stored => {
    if (run === undefined) throw new Error('there is no run yet')
    return run
  }
  return {
    root: () => runs.root,
    good: () => made(runs.good),
    bad: () => made(runs.bad),
    /** Writes a file of its own, and answers its name. */
    lay: async (content: string | Uint8Array, name = 'file'): Promise<string> => {
      const path = join(runs.root, `${name}-${(count += 1)}`)
      await writeFile(path, content)
      return path
    },
  }
}

export const traceIn = ({ directory }: Stored): string => join(directory, 'trace.ndjson')

export const requestFor = (
  files: readonly string[],
  over: Partial<CheckRequest> = {},
): CheckRequest => ({
  files,
  without: [],
  failOn: 'must',
  json: false,
  quiet: false,
  noColor: false,
  ...over,
})

export const perform = async (files: readonly string[], over: Partial<CheckRequest> = {}) => {
  const io = fakeIo()
  const code = await checkCommand(requestFor(files, over), io)
  return { code, out: io.out(), err: io.err() }
}

/** The report of `check --json`. */
export const reportOn = async (
  files: readonly string[],
  over: Partial<CheckRequest> = {},
): Promise<Report> => JSON.parse((await perform(files, { json: true, ...over })).out)

/** What is said of a file that is none of ours, one line. */
export const refusalOf = async (
  files: readonly string[],
  over: Partial<CheckRequest> = {},
): Promise<string> => {
  const error: unknown = await checkCommand(requestFor(files, over), fakeIo()).catch(
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof UsageError)) throw new Error('it was taken', { cause: error })
  expect(error.message).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
  return error.message
}
