import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { Report } from '../report/report.ts'
import { SubjectUnavailable } from './errors.ts'
import type { RunOptions } from './options.ts'
import { between, finish, reply } from './run.fixture.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const serve = async (answer: Answer): Promise<{ endpoint: string; requests: () => number }> => {
  let requests = 0
  const server = createServer((request, response) => {
    requests += 1
    request.resume()
    request.once('end', () => answer(request, response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return { endpoint: `http://127.0.0.1:${port}`, requests: () => requests }
}

const always =
  (status: number, body: string, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
  }

const quick: RunOptions = {
  seed: 1,
  profile: 'quick',
  timeoutMs: 100,
  settleTimeoutMs: 50,
  patienceMs: 1_000,
  maxRequests: 600,
}

const reportOn = async (answer: Answer, options: RunOptions = {}): Promise<Report> => {
  const { endpoint } = await serve(answer)
  return (await finish({ endpoint }, { ...quick, ...options })).report
}

const refusalOf = async (answer: Answer, options: RunOptions = {}) => {
  const { endpoint, requests } = await serve(answer)
  const error: unknown = await finish({ endpoint }, { ...quick, ...options }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(SubjectUnavailable)
  return { message: error instanceof Error ? error.message : '', requests: requests() }
}

/** What must not be true of a report, whatever the subject did. */
const unsound = ({ rules }: Report): readonly string[] =>
  rules.flatMap(({ id, verdict, reason, failure }) => [
    ...(verdict === 'harness-error' ? [`${id}: ${reason}`] : []),
    ...((failure?.steps.length ?? 0) > 0 === (verdict === 'fail') ? [] : [`${id}: ${verdict}`]),
  ])

test('a subject that is silent cannot be tested', async () => {
  const { message, requests } = await refusalOf(() => {})
  expect(message).toContain('no complete reply within 100 ms')
  expect(requests).toBeLessThan(10)
})

test('a subject that talks garbage cannot be tested', async () => {
  const { message } = await refusalOf((request) => request.socket.end('garbage\r\n\r\n'))
  expect(message).toMatch(/^Failed to create a function, because there was no reply/)
})

test.each([403, 500, 501])('a subject that answers %d to all cannot be tested', async (status) => {
  const { message, requests } = await refusalOf(always(status, '{"message":"no"}'))
  expect(message).toContain(`the subject answered ${status}`)
  expect(requests).toBeLessThan(10)
})

test('a subject that is always too busy cannot be tested, and is not asked for long', async () => {
  const { message, requests } = await refusalOf(
    always(429, '{"Reason":"CallerRateLimitExceeded"}', { 'retry-after': '0' }),
  )
  expect(message).toContain('429')
  expect(message).toContain('--max-rps')
  expect(requests).toBe(5)
})

test('a subject that is too busy from some moment on ends the run early', async () => {
  let calls = 0
  const driver = await between(async (_, ask) => {
    calls += 1
    return calls > 40 ? reply(429, { Reason: 'CallerRateLimitExceeded' }) : ask()
  })
  const { report } = await finish({ driver }, { ...quick, patienceMs: 100 })
  expect(unsound(report)).toEqual([])
  expect(report.run.requests).toBeLessThan(80)
  expect(report.rules.filter(({ reason }) => reason?.includes('out of patience'))).not.toEqual([])
})

test('a subject that stops answering ends the run early', async () => {
  let calls = 0
  const { endpoint } = await serve((_, response) => {
    calls += 1
    if (calls === 1) response.writeHead(201, { 'content-type': 'application/json' }).end('{}')
  })
  const { report } = await finish({ endpoint }, { ...quick, timeoutMs: 50, patienceMs: 200 })
  expect(unsound(report)).toEqual([])
  expect(calls).toBeLessThan(15)
  expect(report.run.resources.leaked).toBeGreaterThan(0)
})

const bodies: Readonly<Record<string, string>> = {
  'an empty object': '{}',
  null: 'null',
  'an empty list': '[]',
  'an empty text': '',
  'a number': '7',
  'keys of the prototype': '{"__proto__":{"Version":"1"},"constructor":1,"toString":{}}',
  'deep nesting': `{"Environment":${'{"a":'.repeat(250)}1${'}'.repeat(250)}}`,
  'deeper nesting': '['.repeat(100_000),
  'numbers out of range': '{"Version":1e400,"CodeSize":-1e400,"Timeout":1.5}',
}

test.each(Object.entries(bodies))(
  'a subject that answers 200 with %s is judged',
  async (_, body) => {
    const report = await reportOn(always(200, body))
    expect(unsound(report)).toEqual([])
    expect(report.summary.must.fail).toBeGreaterThan(0)
  },
)

test('a subject that never settles a function is waited for a few times only', async () => {
  let reads = 0
  const driver = await between(async (call, ask) => {
    const outcome = await ask()
    if (outcome.kind !== 'reply' || outcome.body.kind !== 'json' || outcome.status >= 300)
      return outcome
    if (call.operation === 'GetFunctionConfiguration') reads += 1
    return reply(outcome.status, { ...(outcome.body.value as object), State: 'Pending' })
  })
  const { report } = await finish(
    { driver },
    { ...quick, settleTimeoutMs: 200, maxRequests: 2_000 },
  )
  expect(unsound(report)).toEqual([])
  expect(reads).toBeLessThan(300)
  expect(report.rules.filter(({ reason }) => reason?.includes('did not settle'))).not.toEqual([])
})

test('a subject that answers with the reply before is judged', async () => {
  let before = reply(200, {})
  const driver = await between(async (_, ask) => {
    const outcome = await ask()
    const shown = before
    if (outcome.kind === 'reply') before = outcome
    return shown
  })
  const { report } = await finish({ driver }, quick)
  expect(unsound(report)).toEqual([])
})

test('a subject that answers of another function is judged', async () => {
  const driver = await between(async (call, ask) => {
    const outcome = await ask()
    if (outcome.kind !== 'reply') return outcome
    const text = outcome.text.replaceAll(/-f[01]/g, '-other')
    return text === ''
      ? outcome
      : { ...outcome, text, body: { kind: 'json', value: JSON.parse(text) } }
  })
  expect(unsound((await finish({ driver }, quick)).report)).toEqual([])
})

test('a subject whose deletions all fail is judged, and what is left is counted', async () => {
  const driver = await between(async (call, ask) =>
    call.operation === 'DeleteFunction' ? reply(500, { Message: 'no' }) : ask(),
  )
  const { report } = await finish({ driver }, { ...quick, patienceMs: 60_000 })
  expect(unsound(report)).toEqual([])
  expect(report.run.resources.leaked).toBeGreaterThanOrEqual(report.summary.must.pass > 0 ? 10 : 0)
})

test('a subject that answers at random is judged', async () => {
  const anyReply = fc.record({
    status: fc.constantFrom(200, 200, 200, 201, 201, 202, 204, 302, 400, 404, 409, 412, 500, 503),
    body: fc.oneof(
      fc.record(
        {
          FunctionName: fc.string(),
          Version: fc.oneof(
            fc.constantFrom('1', '2', '3', '$LATEST', '01'),
            fc.integer(),
            fc.string(),
          ),
          RevisionId: fc.oneof(fc.uuid(), fc.string(), fc.constant(null)),
          CodeSha256: fc.oneof(fc.base64String(), fc.jsonValue()),
          State: fc.constantFrom('Active', 'Pending', 'Failed', null),
          Versions: fc.array(fc.jsonValue()),
          Configuration: fc.jsonValue(),
          LayerVersions: fc.array(fc.record({ Version: fc.jsonValue() })),
          Environment: fc.jsonValue(),
          message: fc.jsonValue(),
          __type: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
      fc.jsonValue(),
    ),
    type: fc.option(
      fc.constantFrom('ResourceConflictException', 'constructor', '__proto__', 'a:b#c', ''),
      { nil: undefined },
    ),
  })
  for (const seed of [1, 2, 3]) {
    const replies = fc.sample(anyReply, { seed, numRuns: 300 })
    let calls = 0
    const report = await reportOn(
      (_, response) => {
        const { status, body, type } = replies[calls % replies.length] ?? replies[0]!
        calls += 1
        // The first one has to be let through: without a function there is no run.
        response.writeHead(calls === 1 ? 201 : status, {
          'content-type': 'application/json',
          ...(type === undefined ? {} : { 'x-amzn-errortype': type }),
        })
        response.end(status === 204 ? undefined : JSON.stringify(body))
      },
      { profile: 'standard', maxRequests: 300, settleTimeoutMs: 10 },
    )
    expect(unsound(report)).toEqual([])
    expect(calls).toBeGreaterThan(100)
  }
})
