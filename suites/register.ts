import { beforeAll, describe, test, type TestContext } from 'vitest'
import { failureText } from '../src/report/failure-text.ts'
import { noColours } from '../src/report/paint.ts'
import type { RuleReport } from '../src/report/report.ts'
import type { Subject } from '../src/run/options.ts'
import type { Kind } from '../src/run/selection.ts'
import { rules as catalogue } from '../spec/rules/catalogue.ts'
import { clausesFor, type Contract } from './contract.ts'
import { contracts } from './contracts/all.ts'
import { judgedOnce, type Judged, type SuiteOptions } from './judged.ts'

const conclude = (rule: RuleReport, { report, failOn }: Judged, { skip }: TestContext): void => {
  switch (rule.verdict) {
    case 'pass':
      return
    case 'fail': {
      const width = 100
      const text = failureText(report, rule, {
        width,
        paint: noColours,
      }).join('\n')
      if (rule.baseline !== undefined) skip(`known: ${rule.baseline.reason}\n${text}`)
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

/** Whether there is a baseline is known before anything is judged. */
const hasBaseline = (options: SuiteOptions | undefined): boolean =>
  Boolean(options?.baseline ?? process.env['LAMBDA_CONFORMANCE_BASELINE'])

const describeBaseline = (options: SuiteOptions | undefined): void => {
  test(
    'the baseline lists what fails, and nothing else',
    async () => {
      const { report } = await judgedOnce(options)
      const problems = report.baseline?.problems ?? []
      if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'))
    },
    tenMinutes,
  )
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

const passOverBaseline = (): void => {
  test('the baseline', ({ skip }) => skip('is judged where LAMBDA_CONFORMANCE_BASELINE names one'))
}

/** Registers what a baseline named by the environment comes to. */
export const registerBaseline = (): void => {
  const register = hasBaseline(undefined) ? describeBaseline : passOverBaseline
  register(undefined)
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
  if (hasBaseline(options)) describeBaseline(options)
}
