import { expect, onTestFinished, test } from 'vitest'
import type { ClientAnswer } from '../drivers/client-record.ts'
import { startEmbedded } from '../embedded.ts'
import type { Report, RuleReport } from '../report/report.ts'
import type { ClientMaker } from '../wrapper/client.ts'
import { byTheBook, clientOf } from '../wrapper/wrapper.fixture.ts'
import type { RunOptions } from './options.ts'
import { finish } from './run.fixture.ts'

const judged = async (
  client: ClientMaker,
  options: RunOptions = {},
  mutant?: string,
): Promise<Report> => {
  const embedded = await startEmbedded(mutant === undefined ? {} : { mutant })
  onTestFinished(embedded.close)
  const subject = { endpoint: embedded.url, client }
  return (await finish(subject, { profile: 'quick', seed: 1, ...options })).report
}

const idsOf = (report: Report, isMeant: (rule: RuleReport) => boolean): readonly string[] =>
  report.rules.filter(isMeant).map(({ id }) => id)
const ruleIn = (report: Report, id: string): RuleReport => {
  const rule = report.rules.find((candidate) => candidate.id === id)
  if (rule === undefined) throw new Error(`the report has no ${id}`)
  return rule
}
const mustFailures = (report: Report): readonly string[] =>
  idsOf(report, ({ level, verdict }) => level === 'must' && verdict === 'fail')

const right = { ...clientOf(byTheBook()), atOnce: 4 }

test('a client that does all by the book breaks no rule, and the report is one of a wrapper', async () => {
  const report = await judged(right)
  expect(idsOf(report, ({ verdict }) => verdict === 'fail')).toEqual([])
  expect(report.subject).toMatchObject({ kind: 'wrapper', name: 'a client' })
  expect(report.run.resources).toMatchObject({ leaked: 0 })
  expect(report.summary.must.pass).toBeGreaterThan(150)
})

test('what the endpoint breaks by itself is not held against the client', async () => {
  const rule = 'revision-id/publish-with-made-up-is-refused'
  const report = await judged(right, { rules: ['client/*', rule] }, rule)
  expect(mustFailures(report)).toEqual([])
  expect(ruleIn(report, rule)).toMatchObject({
    verdict: 'blocked',
    reason: expect.stringContaining('the endpoint, which breaks this rule'),
  })
})

const forgetful: ClientMaker = {
  ...clientOf(
    byTheBook(({ operation, input }) => ({
      operation,
      input: Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'RevisionId')),
    })),
  ),
  atOnce: 4,
}

test('a RevisionId lost on the way is one red, for which the rules behind it wait', async () => {
  const report = await judged(forgetful)
  expect(mustFailures(report)).toEqual(['client/keeps-revision-id'])
  expect(idsOf(report, ({ reason }) => reason === 'waits for client/keeps-revision-id')).toContain(
    'revision-id/publish-with-made-up-is-refused',
  )
})

test('a failure shows what was asked, sent and told, and comes again by its token', async () => {
  const report = await judged(forgetful, { rules: ['client/keeps-revision-id'] })
  const { failure } = ruleIn(report, 'client/keeps-revision-id')
  const step = failure?.steps.at(-1)
  expect(step?.call.input).toHaveProperty('RevisionId')
  expect(step?.client).toMatchObject({
    told: {},
    wire: [{ response: { status: expect.any(Number) } }],
  })
  expect(step?.client?.wire[0]?.request.body).not.toContain('RevisionId')
  expect([failure?.curl, failure?.awsCli]).toEqual([[], []])
  const replay = { rules: ['client/*'], replay: failure?.replay ?? '' }
  const again = await judged(forgetful, replay)
  expect(ruleIn(again, 'client/keeps-revision-id').verdict).toBe('fail')
  const mended = await judged(right, replay)
  expect(ruleIn(mended, 'client/keeps-revision-id').verdict).toBe('pass')
})

const oddAnswers: Readonly<Record<string, ClientAnswer>> = {
  'answers nothing': { kind: 'none', reason: 'silent', because: 'it answered nothing' },
  dies: { kind: 'none', reason: 'died', because: 'it was ended by SIGKILL' },
  'answers a text': { kind: 'none', reason: 'odd', because: 'it answered "ok"' },
  'throws an error without a name': { kind: 'error', message: 'no' },
}

test.each(Object.entries(oddAnswers))(
  'a client that %s breaks one rule, which says so',
  async (_, answer) => {
    const report = await judged(
      { ...clientOf(async () => answer), atOnce: 4 },
      { rules: ['client/*'] },
    )
    expect(mustFailures(report)).toEqual(['client/answers'])
    const { failure } = ruleIn(report, 'client/answers')
    expect(failure?.actual).toContain(answer.kind === 'none' ? answer.because : 'without one')
  },
)

test('a client that never ends is given up, and the run with it', async () => {
  const report = await judged(
    {
      ...clientOf(byTheBook()),
      open: async () => ({
        ask: async (_, timeoutMs) => {
          await new Promise((resolve) => setTimeout(resolve, timeoutMs))
          return {
            answer: {
              kind: 'none',
              reason: 'timed-out',
              because: `no answer within ${timeoutMs} ms`,
            },
            said: '',
          }
        },
        close: async () => {},
      }),
    },
    { timeoutMs: 50, patienceMs: 200 },
  )
  expect(mustFailures(report)).toEqual(['client/ends'])
  expect(ruleIn(report, 'client/ends').failure?.actual).toBe('no answer within 50 ms')
  expect(ruleIn(report, 'client/keeps-description')).toMatchObject({
    verdict: 'blocked',
    reason: 'waits for client/ends',
  })
})

test('what a client does not implement is unsupported', async () => {
  const report = await judged({ ...right, operations: ['PublishVersion'] })
  expect(report.subject.operations).toMatchObject({
    PublishVersion: 'supported',
    UpdateFunctionCode: 'unsupported',
  })
  expect(ruleIn(report, 'no-change/code-change-makes-version').verdict).toBe('unsupported')
  expect(report.rules.some(({ id }) => id === 'update-function-code/takes-effect')).toBe(false)
})

test('where every call starts a process a quick run makes few of them, and says what it left out', async () => {
  const report = await judged({ ...right, startsAnew: true })
  expect(ruleIn(report, 'client/keeps-revision-id').verdict).toBe('pass')
  expect(ruleIn(report, 'requests/bucket-of-2-is-refused')).toMatchObject({
    verdict: 'undecided',
    reason: expect.stringContaining('standard comes to this'),
  })
  const asked = await judged({ ...right, startsAnew: true }, { rules: ['code-sha256/*'] })
  expect(ruleIn(asked, 'code-sha256/wrong-is-refused').verdict).toBe('pass')
})

test('a run that is stopped waits for no client', async () => {
  const stop = new AbortController()
  const report = await judged(
    clientOf(() => {
      stop.abort()
      return new Promise(() => {})
    }),
    { signal: stop.signal },
  )
  expect(idsOf(report, ({ verdict }) => verdict === 'fail')).toEqual([])
  expect(report.run.resources.leaked).toBe(0)
})
