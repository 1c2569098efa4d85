import { expect, test } from 'vitest'
import type { Call } from '../call.ts'
import type { Outcome } from '../drivers/driver.ts'
import { noLedger } from '../ledger/ledger.ts'
import { inWords, type Resource } from '../ledger/resource.ts'
import { confirmDeletions } from './confirm-deletions.ts'
import { driverOf, reply } from './run.fixture.ts'
import { openSession } from './session.ts'
import { settingsOf } from './settings.ts'

const run = '0a1b2c3d'
const nameOf = (n: number): string => `lambda-conformance-${run}-${n}-f0`

/** What is asked and what is left where so many functions and a layer were deleted, as the subject says. */
const confirmed = async (count: number, answer: (call: Call) => Outcome, options = {}) => {
  const listed: string[] = []
  const ledger = { ...noLedger, ask: (each: Resource) => void listed.push(inWords(each)) }
  const session = openSession(driverOf(answer), settingsOf({ seed: 1, ...options }), run, ledger)
  for (let n = 0; n < count; n += 1) session.gone.push({ kind: 'function', name: nameOf(n) })
  session.gone.push({ kind: 'layer', name: nameOf(0) })
  session.count.deleted = session.gone.length
  const sent = (await confirmDeletions(session)).length
  return { sent, listed, left: session.left.length, deleted: session.count.deleted }
}

const gone = reply(404, {}, { 'x-amzn-errortype': 'ResourceNotFoundException' })

/** No function is there, and of layers these versions. */
const withVersions =
  (LayerVersions: readonly { readonly Version: number }[]) =>
  ({ operation }: Call): Outcome =>
    operation === 'ListLayerVersions' ? reply(200, { LayerVersions }) : gone

test('two looks tell that what was deleted is gone', async () => {
  expect(await confirmed(9, withVersions([]))).toEqual({
    sent: 2,
    listed: [],
    left: 0,
    deleted: 10,
  })
})

const allButOne = ({ operation, input }: Call): Outcome =>
  operation === 'GetFunctionConfiguration' && input['FunctionName'] !== nameOf(1)
    ? reply(200, {})
    : gone

test('what is there although its deletion was answered is listed again, each that is there', async () => {
  expect(await confirmed(3, allButOne)).toEqual({
    sent: 5,
    listed: [`function ${nameOf(0)}`, `function ${nameOf(2)}`],
    left: 2,
    deleted: 2,
  })
})

test('a layer that keeps a version is listed again', async () => {
  const found = await confirmed(1, withVersions([{ Version: 1 }]))
  expect(found).toMatchObject({ listed: [`layer ${nameOf(0)}`], left: 1 })
})

test('a subject that keeps everything is not asked for all of it', async () => {
  const found = await confirmed(300, () => reply(200, {}))
  expect(found.sent).toBeLessThan(20)
  expect(found.left).toBe(300)
})

test('an interrupted run does not look, and one that is to keep all has nothing to look for', async () => {
  const signal = AbortSignal.abort()
  expect(await confirmed(1, () => reply(200, {}), { signal })).toMatchObject({ sent: 0 })
  expect(await confirmed(1, () => reply(200, {}), { keep: true })).toMatchObject({ sent: 0 })
})
