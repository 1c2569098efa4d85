import { expect, test } from 'vitest'
import type { Call } from '../call.ts'
import type { Outcome } from '../drivers/driver.ts'
import type { Action } from '../programs/action.ts'
import { attemptProgram } from './attempt.ts'
import type { RunOptions } from './options.ts'
import { between, driverTo, lost, reference, reply, sessionOn } from './run.fixture.ts'

const make: readonly Action[] = [
  { operation: 'CreateFunction', fn: 'f0' },
  { operation: 'CreateFunction', fn: 'f1' },
  { operation: 'PublishVersion', fn: 'f0' },
  { operation: 'PublishLayerVersion', layer: 'l0', code: 'a' },
  { operation: 'PublishLayerVersion', layer: 'l0', code: 'b' },
]

/** An attempt on the reference endpoint, and what of it is left there. */
const attempt = async (
  change: (
    call: Call,
    ask: () => Promise<Outcome>,
    askFor: (call: Call) => Promise<Outcome>,
  ) => Promise<Outcome>,
  actions: readonly Action[] = make,
  options: RunOptions = {},
) => {
  let ask: ((call: Call) => Promise<Outcome>) | undefined
  const url = await reference()
  const real = driverTo(url)
  ask = async (call) => (await real.send(call)).outcome
  const sent: Call[] = []
  const session = sessionOn(
    {
      endpoint: url,
      close: async () => {},
      send: async (call) => {
        sent.push(call)
        const exchange = { call, request: { method: 'X', path: '/', headers: {} } }
        const outcome = await change(call, () => ask(call), ask)
        return { ...exchange, outcome, startedAtMs: 0, endedAtMs: 1 }
      },
    },
    options,
  )
  const made = await attemptProgram(session, actions)
  const named = (member: string) => [
    ...new Set(sent.map(({ input }) => input[member]).filter((name) => typeof name === 'string')),
  ]
  const left: string[] = []
  for (const name of named('FunctionName')) {
    const outcome = await ask({ operation: 'GetFunction', input: { FunctionName: name } })
    if (outcome.kind === 'reply' && outcome.status === 200) left.push(name)
  }
  for (const name of named('LayerName')) {
    const outcome = await ask({ operation: 'ListLayerVersions', input: { LayerName: name } })
    if (outcome.kind === 'reply' && !outcome.text.includes('"LayerVersions":[]')) left.push(name)
  }
  return {
    session,
    sent,
    left,
    made,
    deletions: sent.filter(({ operation }) => operation.startsWith('Delete')),
  }
}

test('everything made is deleted and counted', async () => {
  const { session, left, deletions } = await attempt((_, ask) => ask())
  expect(left).toEqual([])
  expect(session.count).toEqual({ created: 4, deleted: 4 })
  expect(deletions).toHaveLength(4)
})

test('what the program has deleted itself is not deleted again', async () => {
  const { session, deletions } = await attempt(
    (_, ask) => ask(),
    [
      ...make,
      { operation: 'DeleteFunction', fn: 'f1' },
      { operation: 'DeleteLayerVersion', layer: 'l0', version: 'last' },
    ],
  )
  expect(deletions).toHaveLength(4)
  expect(session.count).toEqual({ created: 4, deleted: 4 })
})

test.each([
  ['a 409', reply(409, {}, { 'x-amzn-errortype': 'ResourceConflictException' })],
  ['a 429', reply(429, {}, { 'retry-after': '0' })],
  ['a 503', reply(503)],
  ['a lost reply', lost('timeout')],
])('a deletion is tried again after %s', async (_, first) => {
  let failed = false
  const { session, left } = await attempt(async (call, ask) => {
    if (call.operation !== 'DeleteFunction' || failed) return ask()
    failed = true
    return first
  })
  expect(left).toEqual([])
  expect(session.count).toEqual({ created: 4, deleted: 4 })
})

test('a deletion that is refused for good is not tried again, and counts as leaked', async () => {
  const { session, left, deletions } = await attempt(async (call, ask) =>
    call.operation === 'DeleteFunction' ? reply(403, {}) : ask(),
  )
  expect(left).toHaveLength(2)
  expect(session.count).toEqual({ created: 4, deleted: 2 })
  expect(deletions).toHaveLength(4)
})

test('a deletion that finds nothing has nothing left to do', async () => {
  const { session } = await attempt(async (call, ask) => {
    const outcome = await ask()
    return call.operation === 'DeleteFunction'
      ? reply(404, {}, { 'x-amzn-errortype': 'ResourceNotFoundException' })
      : outcome
  })
  expect(session.count).toEqual({ created: 4, deleted: 4 })
})

test('a function whose creation was not answered is deleted all the same', async () => {
  const { session, left } = await attempt(async (call, ask) => {
    const outcome = await ask()
    return call.operation === 'CreateFunction' ? lost('connection-lost') : outcome
  })
  expect(left).toEqual([])
  expect(session.count).toEqual({ created: 4, deleted: 4 })
})

test('a layer version whose publishing was not answered is found and deleted', async () => {
  const { session, left } = await attempt(async (call, ask) => {
    const outcome = await ask()
    return call.operation === 'PublishLayerVersion' ? lost('connection-lost') : outcome
  })
  expect(left).toEqual([])
  expect(session.count).toEqual({ created: 4, deleted: 4 })
})

test('a layer version that nobody can look for counts as leaked', async () => {
  const { session } = await attempt(async (call, ask) =>
    call.operation.includes('Layer') ? lost('timeout') : ask(),
  )
  expect(session.count).toEqual({ created: 3, deleted: 2 })
})

test('a function whose creation was refused is deleted once, in case it was made all the same', async () => {
  const { session, deletions } = await attempt(async () => reply(403, {}))
  expect(deletions).toHaveLength(2)
  expect(session.count).toEqual({ created: 0, deleted: 0 })
  expect(session.left).toEqual([])
})

test.each([400, 403, 409])('a function that was made under a %d is deleted', async (status) => {
  const { session, left } = await attempt(async (call, ask) => {
    const outcome = await ask()
    return call.operation === 'CreateFunction' ? reply(status, {}) : outcome
  })
  expect(left).toEqual([])
  expect(session.count).toEqual({ created: 4, deleted: 4 })
})

test('a function under a 409 that cannot be deleted is left, for the name was new', async () => {
  const { session } = await attempt(async (call, ask) =>
    call.operation === 'CreateFunction'
      ? reply(409, {})
      : call.operation === 'DeleteFunction'
        ? reply(403, {})
        : ask(),
  )
  expect(session.left).toHaveLength(2)
})

test('a function that an update has made is deleted', async () => {
  let creation: Call | undefined
  const { left, sent } = await attempt(
    async (call, ask, askFor) => {
      if (call.operation === 'CreateFunction') creation = call
      if (call.operation !== 'UpdateFunctionCode' || creation === undefined) return ask()
      await askFor(creation)
      return reply(200, {})
    },
    [
      { operation: 'CreateFunction', fn: 'f0' },
      { operation: 'DeleteFunction', fn: 'f0' },
      { operation: 'UpdateFunctionCode', fn: 'f0', code: 'b' },
    ],
  )
  expect(sent.some(({ operation }) => operation === 'UpdateFunctionCode')).toBe(true)
  expect(left).toEqual([])
})

test('a 404 that is not of the service deletes nothing', async () => {
  const { session } = await attempt(async (call, ask) =>
    call.operation === 'DeleteFunction' ? reply(404) : ask(),
  )
  expect(session.count).toEqual({ created: 4, deleted: 2 })
})

test('a function whose creation was given up may come yet: that it is not there proves nothing', async () => {
  const { session } = await attempt(
    async ({ operation }) =>
      operation === 'CreateFunction'
        ? lost('timeout')
        : reply(404, {}, { 'x-amzn-errortype': 'ResourceNotFoundException' }),
    make.slice(0, 1),
  )
  expect(session.left).toMatchObject([{ kind: 'function', count: 1, certain: false }])
  expect(session.left[0]?.until).toBeGreaterThan(session.elapsedMs())
})

test.each([reply(403, {}), reply(429, {}), reply(400, {}), lost('unreachable')])(
  'a layer of which a version may exist stays listed where versions cannot be listed (%j)',
  async (answer) => {
    const { session } = await attempt(async (call, ask) => {
      if (call.operation === 'ListLayerVersions') return answer
      return call.operation === 'PublishLayerVersion' ? lost('connection-lost') : ask()
    })
    expect(session.left).toMatchObject([{ kind: 'layer', count: 1, asked: 2 }])
  },
)

test('a layer whose version has another number than the subject says is found', async () => {
  const { session, left } = await attempt(async (call, ask) => {
    const outcome = await ask()
    return call.operation === 'PublishLayerVersion' ? reply(201, { Version: 1_001 }) : outcome
  })
  expect(left).toEqual([])
  expect(session.left).toEqual([])
})

test('a number that counts nothing does not become a deletion', async () => {
  const { deletions } = await attempt(async (call) =>
    reply(201, call.operation === 'PublishLayerVersion' ? { Version: '../../x' } : {}),
  )
  expect(deletions.map(({ operation }) => operation)).toEqual(['DeleteFunction', 'DeleteFunction'])
})

const remade: readonly Action[] = [
  { operation: 'CreateFunction', fn: 'f0' },
  { operation: 'DeleteFunction', fn: 'f0' },
  { operation: 'CreateFunction', fn: 'f0' },
]

test('a function that was deleted and made again is two, and both are gone afterwards', async () => {
  const { session, left, deletions } = await attempt((_, ask) => ask(), remade)
  expect(left).toEqual([])
  expect(deletions).toHaveLength(2)
  expect(session.count).toEqual({ created: 2, deleted: 2 })
})

test('a function that was deleted and did not come back is not deleted twice', async () => {
  const { session, left, deletions } = await attempt((_, ask) => ask(), remade.slice(0, 2))
  expect(left).toEqual([])
  expect(deletions).toHaveLength(1)
  expect(session.count).toEqual({ created: 1, deleted: 1 })
})

test('a deletion that was answered and not made is made again', async () => {
  let ignored = false
  const { session, left, deletions } = await attempt(async (call, ask) => {
    if (call.operation !== 'DeleteFunction' || ignored) return ask()
    ignored = true
    return reply(204)
  }, remade)
  expect(left).toEqual([])
  expect(deletions).toHaveLength(2)
  expect(session.count).toEqual({ created: 1, deleted: 1 })
})

test('an abort ends the program and not the clean-up', async () => {
  const controller = new AbortController()
  let busy = true
  const { session, left, made } = await attempt(
    async (call, ask) => {
      if (call.operation === 'PublishVersion') controller.abort()
      if (call.operation === 'DeleteFunction' && busy) {
        busy = false
        return reply(429, {})
      }
      return ask()
    },
    make,
    { signal: controller.signal },
  )
  expect(made.stopped).toBe('cancelled')
  expect(left).toEqual([])
  expect(session.count).toEqual({ created: 2, deleted: 2 })
})

test('nothing is deleted where everything is to be kept', async () => {
  const { session, left, deletions } = await attempt((_, ask) => ask(), make, { keep: true })
  expect(deletions).toEqual([])
  expect(left).toHaveLength(3)
  expect(session.count).toEqual({ created: 4, deleted: 0 })
})

test('after two deletions in vain nobody waits for a third', async () => {
  const conflict = reply(409, {}, { 'x-amzn-errortype': 'ResourceConflictException' })
  const driver = await between(async (call, ask) =>
    call.operation === 'DeleteFunction' ? conflict : ask(),
  )
  const session = sessionOn(driver)
  const tries: number[] = []
  for (let n = 0; n < 3; n += 1) {
    const { exchanges } = await attemptProgram(session, make.slice(0, 1))
    tries.push(exchanges.filter(({ call }) => call.operation === 'DeleteFunction').length)
  }
  expect(tries).toEqual([5, 5, 1])
})

test('what stays is named, a layer that was published by its ARN as well', async () => {
  const byArn: readonly Action[] = [
    { operation: 'CreateFunction', fn: 'f0' },
    { operation: 'PublishLayerVersion', layer: 'l0', code: 'a' },
    { operation: 'PublishLayerVersion', layer: 'l0', code: 'b', altered: 'layer-by-arn' },
  ]
  const { session, sent } = await attempt(
    async (call, ask) => (call.operation.startsWith('Delete') ? reply(403, {}) : ask()),
    byArn,
  )
  expect(sent.some(({ input }) => JSON.stringify(input).includes('"arn:aws:lambda:'))).toBe(true)
  const prefix = `lambda-conformance-${session.runId}-1`
  expect(session.left).toMatchObject([
    { kind: 'function', name: `${prefix}-f0`, count: 1 },
    { kind: 'layer', name: `${prefix}-l0`, count: 2, asked: 2 },
  ])
})
