import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, onTestFinished, test } from 'vitest'
import { serveReference } from '../../fixtures/reference/serve.ts'
import { operationNames } from '../../spec/operations.ts'
import { startEmbedded } from '../embedded.ts'
import type { Report } from '../report/report.ts'
import { SubjectUnavailable, UsageError } from './errors.ts'
import type { ProgramTrace } from '../drivers/driver.ts'
import type { ConformanceEvent } from './event.ts'
import { planRun } from './plan.ts'
import type { RunOptions } from './options.ts'
import { actionsOf, originOf } from './replay-token.ts'
import { between, driverOf, driverTo, finish, lost, reference, reply } from './run.fixture.ts'
import { runConformance } from './run.ts'

const quick: RunOptions = { seed: 11, profile: 'quick' }

const validate = (() => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true })
  addFormats.default(ajv)
  const schema = new URL('../../generated/schemas/report.json', import.meta.url)
  return ajv.compile(JSON.parse(readFileSync(schema, 'utf8')))
})()

const schemaErrors = (report: Report): readonly unknown[] => {
  validate(JSON.parse(JSON.stringify(report)))
  return validate.errors ?? []
}

/** Calls and replies without what differs from run to run by right: names, ids, dates. */
const masked = (trace: readonly ProgramTrace[]): string =>
  JSON.stringify(
    trace.map(({ program, exchanges }) => [program, exchanges.map(({ call }) => call)]),
  )
    .replaceAll(/lambda-conformance-[0-9a-f]{8}/g, 'NAME')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, 'ID')
    .replaceAll(/"RevisionId":"[0-9a-f]{8}"/g, '"RevisionId":"PART"')

const verdictsIn = (report: Report) =>
  report.rules.map(({ id, verdict, held, observed }) => [id, verdict, held, observed])

const brokenEndpoint = async (): Promise<string> => {
  const served = await serveReference({ decisions: { isUnchanged: () => false } })
  onTestFinished(served.close)
  return served.url
}

test('the same seed gives the same calls and the same verdicts', async () => {
  const options: RunOptions = { seed: 4, profile: 'standard', maxRequests: 760 }
  const one = await finish({ endpoint: await reference() }, options)
  const two = await finish({ endpoint: await reference() }, options)
  expect(masked(two.trace)).toBe(masked(one.trace))
  expect(verdictsIn(two.report)).toEqual(verdictsIn(one.report))
  const other = await finish({ endpoint: await reference() }, { ...options, seed: 5 })
  expect(masked(other.trace)).not.toBe(masked(one.trace))
})

test('the reference endpoint keeps every rule, and nothing is left on it', async () => {
  const { report } = await finish({ endpoint: await reference() }, quick)
  expect(report.rules.filter(({ verdict }) => verdict === 'fail')).toEqual([])
  expect(report.run.resources.leaked).toBe(0)
  expect(report.run.resources.created).toBeGreaterThan(10)
  expect(report.run.requests).toBeLessThanOrEqual(650)
  expect(report.subject.serverHeader).toBe('lambda-conformance-reference')
})

test('a run says what it does, in order, and ends with the report', async () => {
  const events: ConformanceEvent[] = []
  for await (const event of runConformance({ endpoint: await reference() }, quick)) {
    events.push(event)
  }
  expect(events[0]?.kind).toBe('planned')
  expect(events.at(-1)?.kind).toBe('finished')
  expect(events.flatMap((event) => (event.kind === 'phase' ? [event.phase] : []))).toEqual([
    'probe',
    'directed',
    'clean-up',
  ])
  const judged = events.flatMap((event) => (event.kind === 'judged' ? [event.rule] : []))
  expect(new Set(judged).size).toBe(judged.length)
  expect(judged.length).toBeGreaterThan(150)
})

test('a broken rule fails with the shortest calls, and its token brings it back', async () => {
  const endpoint = await brokenEndpoint()
  const options: RunOptions = { ...quick, rules: ['no-change/repeat-publish-returns-same-version'] }
  const { report } = await finish({ endpoint }, options)
  const [rule] = report.rules
  expect(rule?.verdict).toBe('fail')
  expect(rule?.failure).toMatchObject({ seen: '2 of 2', seed: 11 })
  const operations = rule?.failure?.steps.map(({ call }) => call.operation)
  expect(operations).toEqual(['CreateFunction', 'PublishVersion', 'PublishVersion'])
  expect(report.run.resources.leaked).toBe(0)

  const replay = rule?.failure?.replay ?? ''
  const again = await finish({ endpoint }, { ...options, replay })
  const [same] = again.report.rules
  expect(same).toMatchObject({ verdict: 'fail', failure: { replay } })
  expect(same?.failure?.steps.map(({ call }) => call.operation)).toEqual(operations)
  expect(again.report.run.seed).toBe(11)
})

test('each program of a trace has the token that carries it out again', async () => {
  const options: RunOptions = { ...quick, concurrency: 2, rules: ['no-change/*', 'concurrency/*'] }
  const { trace } = await finish({ endpoint: await reference() }, options)
  const programs = trace.filter(({ program }) => program !== 'clean-up')
  expect(programs.some(({ program }) => program.startsWith('race-'))).toBe(true)
  expect(programs.some(({ program }) => program.startsWith('r2-'))).toBe(true)
  for (const { program, replay = '' } of programs) {
    const origin = originOf(replay)
    expect(origin).toMatchObject({ program, seed: 11, paths: [] })
    expect(actionsOf({ ...origin, length: 0 })).toEqual([])
    expect(() => actionsOf({ ...origin, length: origin.length + 1 })).toThrow(UsageError)
  }
})

test('reports keep the published schema, of good and of broken subjects', async () => {
  const subjects = [
    { endpoint: await reference('minimal') },
    { endpoint: await brokenEndpoint() },
    { driver: driverOf(() => reply(200, {}, { server: 'x' })) },
    {
      driver: await between(async (call, ask) =>
        call.operation === 'PublishVersion' ? lost('timeout') : ask(),
      ),
    },
  ]
  for (const subject of subjects) {
    const { report } = await finish(subject, { ...quick, maxRequests: 400, patienceMs: 1_000_000 })
    expect(schemaErrors(report)).toEqual([])
  }
})

test('anything that answers calls is a subject', async () => {
  const driver = driverTo(await reference())
  const sent: string[] = []
  let closed = 0
  const subject = {
    driver: {
      endpoint: 'fake://subject',
      send: (call: Parameters<typeof driver.send>[0]) => {
        sent.push(call.operation)
        return driver.send(call)
      },
      close: async () => {
        closed += 1
      },
    },
  }
  const { report } = await finish(subject, quick)
  expect(report.subject.endpoint).toBe('fake://subject')
  expect(report.run.requests).toBe(sent.length)
  expect(report.rules.filter(({ verdict }) => verdict === 'fail')).toEqual([])
  expect(closed).toBe(1)
})

test('every operation is called, and found to be there', async () => {
  const { report } = await finish({ endpoint: await reference() }, quick)
  expect(Object.keys(report.subject.operations).toSorted()).toEqual([...operationNames].toSorted())
  expect(new Set(Object.values(report.subject.operations))).toEqual(new Set(['supported']))
})

test('operations that are not there make their rules unsupported, and nothing fails', async () => {
  const { report } = await finish({ endpoint: await reference('minimal') }, quick)
  expect(report.summary.must).toMatchObject({ fail: 0, harnessError: 0 })
  const aliases = report.rules.find(({ id }) => id === 'no-change/alias-is-no-change')
  expect(aliases).toMatchObject({ verdict: 'unsupported' })
  const declared = await finish(
    { endpoint: await reference() },
    { ...quick, without: ['CreateAlias'] },
  )
  expect(
    declared.report.rules.find(({ id }) => id === 'no-change/alias-is-no-change'),
  ).toMatchObject({ verdict: 'unsupported', reason: 'the subject does not implement CreateAlias' })
})

test('a subject that nobody answers for is unavailable', async () => {
  const embedded = await startEmbedded()
  await embedded.close()
  const run = finish({ endpoint: embedded.url }, { ...quick, timeoutMs: 2_000 })
  await expect(run).rejects.toThrow(SubjectUnavailable)
  await expect(run).rejects.toThrow(
    /there was no reply .*; start it, check --endpoint, or allow more time with --timeout-ms$/,
  )
})

test.each([
  [
    reply(
      400,
      { message: 'The role defined for the function cannot be assumed by Lambda.' },
      { 'x-amzn-errortype': 'InvalidParameterValueException' },
    ),
    /the subject answered 400 InvalidParameterValueException: The role .*; pass one that exists with --role$/,
  ],
  [reply(400, { message: 'no' }), /the subject answered 400 no; see CreateFunction$/],
  [reply(429, {}, { 'retry-after': '0' }), /429; it is too busy: .*--max-rps/],
  [
    lost('not-http', 'what came is no HTTP'),
    /there was no reply \(what came is no HTTP\); check --endpoint$/,
  ],
])(
  'a creation that does not succeed makes the subject unavailable (%#)',
  async (outcome, words) => {
    let calls = 0
    const driver = driverOf(() => {
      calls += 1
      return outcome
    })
    const run = finish({ driver }, quick)
    await expect(run).rejects.toThrow(SubjectUnavailable)
    await expect(run).rejects.toThrow(words)
    expect(calls).toBeLessThanOrEqual(10)
  },
)

test('a wrong token is a wrong use, found before any request', async () => {
  let calls = 0
  const driver = driverOf(() => {
    calls += 1
    return reply(200)
  })
  for (const replay of ['nonsense', '1:no-such-program:1', '1:layers:3:9999']) {
    await expect(finish({ driver }, { replay })).rejects.toThrow(UsageError)
  }
  expect(calls).toBe(0)
})

test('a run that is aborted reports what it has, and leaves nothing', async () => {
  const controller = new AbortController()
  let report: Report | undefined
  const options = { ...quick, signal: controller.signal }
  for await (const event of runConformance({ endpoint: await reference() }, options)) {
    if (event.kind === 'progress' && event.requests > 60) controller.abort()
    if (event.kind === 'finished') report = event.report
  }
  expect(report?.run.requests).toBeLessThan(150)
  expect(report?.run.resources.leaked).toBe(0)
  expect(report?.rules.some(({ verdict }) => verdict === 'pass')).toBe(true)
  const reasons = new Set(
    report?.rules.flatMap(({ verdict, reason }) => (verdict === 'undecided' ? [reason] : [])),
  )
  expect([...reasons]).toEqual(['the run was cancelled before it came to this'])
})

test('a run stays within its requests, but for the clean-up', async () => {
  const { report } = await finish({ endpoint: await reference() }, { seed: 1, maxRequests: 50 })
  expect(report.run.requests).toBeLessThan(60)
  expect(report.run.resources.leaked).toBe(0)
})

test('a run ends when no operation is left to call', async () => {
  const driver = driverOf(() => reply(200))
  const { report } = await finish({ driver }, { seed: 1, without: operationNames })
  expect(report.run.requests).toBe(0)
  expect(new Set(report.rules.map(({ verdict }) => verdict))).toEqual(new Set(['unsupported']))
})

test('a run on chosen rules carries out only the programs that they need', async () => {
  const { report, trace } = await finish(
    { endpoint: await reference() },
    { ...quick, rules: ['publish-layer-version/*'] },
  )
  expect(trace.map(({ program }) => program)).toEqual(['every-operation', 'layers', 'clean-up'])
  expect(report.rules.every(({ id }) => id.startsWith('publish-layer-version/'))).toBe(true)
})

test('the plan is kept: no more requests, no more things made', async () => {
  for (const profile of ['quick', 'standard'] as const) {
    const endpoint = await reference()
    const plan = planRun({ endpoint }, { seed: 2, profile })
    const { report } = await finish({ endpoint }, { seed: 2, profile })
    expect(plan.rules).toBe(report.rules.length)
    expect(report.run.requests).toBeLessThanOrEqual(plan.expectedRequests)
    expect(report.run.resources.created).toBeLessThanOrEqual(
      plan.creates.functions + plan.creates.layers,
    )
  }
})

test.each(['2018-11', '2019-06', '2024-08', '2026-07'] as const)(
  'edition %s judges its own rules, none of which fails on the reference endpoint',
  async (edition) => {
    const { report } = await finish({ endpoint: await reference() }, { ...quick, edition })
    expect(report.edition).toBe(edition)
    expect(report.rules.filter(({ verdict }) => verdict === 'harness-error')).toEqual([])
    expect(
      report.rules
        .filter(({ verdict, level }) => verdict === 'fail' && level === 'must')
        .map(({ id }) => id),
    ).toEqual([])
  },
)
