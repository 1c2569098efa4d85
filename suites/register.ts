import { beforeAll, describe, test, type TestContext } from 'vitest'
import { startEmbedded } from '../src/embedded.ts'
import { readRunRequest } from '../src/cli/run-options.ts'
import { refuseUnknownVariables } from '../src/cli/variables.ts'
import { failureText } from '../src/report/failure-text.ts'
import { noColours } from '../src/report/paint.ts'
import type { FailOn, Report, RuleReport } from '../src/report/report.ts'
import { runConformance } from '../src/run/run.ts'
import type { RunOptions, Subject } from '../src/run/options.ts'
import type { Kind } from '../src/run/selection.ts'
import { rules as catalogue } from '../spec/rules/catalogue.ts'
import { clausesFor, type Contract } from './contract.ts'
import { contracts } from './contracts/all.ts'

/** What the suites judge; whatever is left out comes from the LAMBDA_CONFORMANCE_* variables, as on the command line. */
export type SuiteOptions = RunOptions & {
  readonly subject?: Subject
  /** The lowest level whose failures fail a test; default `must`. */
  readonly failOn?: FailOn
}

type Judged = { readonly report: Report; readonly failOn: FailOn }

const reportOf = async (subject: Subject, options: RunOptions): Promise<Report> => {
  for await (const event of runConformance(subject, options)) {
    if (event.kind === 'finished') return event.report
  }
  throw new Error('Failed to get a report, because the run ended without one')
}

const judge = async ({ subject, failOn, ...options }: SuiteOptions): Promise<Judged> => {
  refuseUnknownVariables(process.env)
  const request = readRunRequest({}, process.env, catalogue)
  const settings = { ...request.options, ...options }
  const given: Subject | undefined =
    subject ??
    (request.endpoint === undefined
      ? undefined
      : {
          endpoint: request.endpoint,
          ...(request.region === undefined ? {} : { region: request.region }),
        })
  const level = failOn ?? request.failOn
  if (given !== undefined) {
    return { report: await reportOf(given, settings), failOn: level }
  }
  const embedded = await startEmbedded()
  try {
    const report = await reportOf({ endpoint: embedded.url, embedded: true }, settings)
    return { report, failOn: level }
  } finally {
    await embedded.close()
  }
}

const underWay = new Map<SuiteOptions | undefined, Promise<Judged>>()

/** One run serves every contract: requests are dear, and judging is free. */
const judgedOnce = (options: SuiteOptions | undefined): Promise<Judged> => {
  const known = underWay.get(options) ?? judge(options ?? {})
  underWay.set(options, known)
  return known
}

const conclude = (rule: RuleReport, { report, failOn }: Judged, { skip }: TestContext): void => {
  switch (rule.verdict) {
    case 'pass':
      return
    case 'fail': {
      const width = 100
      const text = failureText(report, rule, {
        width,
        paint: noColours,
        interrupted: false,
      }).join('\n')
      if (rule.level === 'should' && failOn === 'must')
        skip(`should, which does not fail:\n${text}`)
      throw new Error(text)
    }
    case 'unsupported':
    case 'unexercised':
    case 'blocked':
    case 'undecided':
      skip(`${rule.verdict}: ${rule.reason ?? ''}`)
      return
    case 'harness-error':
      throw new Error(rule.reason ?? 'Failed to judge')
    default:
      rule.verdict satisfies never
  }
}

const tenMinutes = 600_000

/** Without a subject it is the environment that names one, and that is an endpoint. */
const kindOf = (subject: Subject | undefined): Kind => {
  if (subject === undefined) return 'endpoint'
  const client = 'driver' in subject ? subject.driver.client : 'client' in subject && subject.client
  return client || 'endpoint'
}

const describeContract = (contract: Contract, options: SuiteOptions | undefined): void => {
  const clauses = clausesFor(kindOf(options?.subject), contract)
  if (clauses.length === 0) return
  describe(contract.title, () => {
    let judged: Judged
    beforeAll(async () => {
      judged = await judgedOnce(options)
    }, tenMinutes)
    for (const [clause, ids] of clauses) {
      describe(clause, () => {
        for (const id of ids) {
          test(`${catalogue[id]?.title ?? ''} (${id})`, (context) => {
            const rule = judged.report.rules.find((candidate) => candidate.id === id)
            if (rule === undefined) context.skip('not a rule of the edition or the choice')
            else conclude(rule, judged, context)
          })
        }
      })
    }
  })
}

// A file without a single test is an error to vitest.
const passOver = ({ title }: Contract): void => {
  test(title, ({ skip }) => skip('is judged where a client is given as the subject'))
}

/** Registers one contract in the vitest file that calls it, judged as the environment says. */
export const registerContract = (contract: Contract): void => {
  const isSeen = clausesFor('endpoint', contract).length > 0
  const register = isSeen ? describeContract : passOver
  register(contract, undefined)
}

/**
 * Registers the whole contract as vitest suites, in the test file that calls it.
 *
 * @example
 * registerConformanceSuites({ subject: { endpoint: 'http://127.0.0.1:4566' }, profile: 'quick' })
 *
 * @public
 */
export const registerConformanceSuites = (options: SuiteOptions = {}): void => {
  for (const contract of contracts) describeContract(contract, options)
}
