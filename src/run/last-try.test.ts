import { expect, test } from 'vitest'
import type { Call } from '../call.ts'
import type { Outcome } from '../drivers/driver.ts'
import { noLedger } from '../ledger/ledger.ts'
import { inWords } from '../ledger/resource.ts'
import { lastTry } from './last-try.ts'
import { driverOf, reply } from './run.fixture.ts'
import { openSession } from './session.ts'
import { settingsOf } from './settings.ts'

const run = '0a1b2c3d'
const notFound = reply(404, {}, { 'x-amzn-errortype': 'ResourceNotFoundException' })

/** A last try for so many functions, and what the ledger was told is gone. */
const tried = async (count: number, answer: (call: Call) => Outcome, options = {}) => {
  const settled: string[] = []
  const ledger = {
    ...noLedger,
    settle: (each: { kind: 'function' | 'layer'; name: string }) =>
      void settled.push(inWords(each)),
  }
  const session = openSession(driverOf(answer), settingsOf({ seed: 1, ...options }), run, ledger)
  for (let n = 0; n < count; n += 1) {
    session.left.push({
      kind: 'function',
      name: `lambda-conformance-${run}-${n}-f0`,
      count: 1,
      asked: 1,
      until: 0,
      certain: true,
    })
  }
  const exchanges = await lastTry(session)
  return { sent: exchanges.length, settled: settled.length, left: session.left.length, session }
}

test('what was busy when its program ended is deleted at the end of the run', async () => {
  const { session, ...found } = await tried(3, () => reply(204))
  expect(found).toEqual({ sent: 3, settled: 3, left: 0 })
  expect(session.count.deleted).toBe(3)
})

test('what cannot be deleted stays listed, and is not asked for long', async () => {
  expect(await tried(9, () => reply(500))).toMatchObject({ sent: 2, settled: 0, left: 9 })
})

test('what the subject has no operation for stays, and no sweep looks for it', async () => {
  const without = { without: ['DeleteFunction'] }
  expect(await tried(3, () => reply(204), without)).toMatchObject({ sent: 0, settled: 3, left: 3 })
})

test('what is to stay is left alone', async () => {
  expect(await tried(3, () => reply(204), { keep: true })).toMatchObject({ sent: 0, left: 3 })
})

test('an interrupted run does not try again', async () => {
  const signal = AbortSignal.abort()
  expect(await tried(3, () => reply(204), { signal })).toMatchObject({ sent: 0, left: 3 })
})

test('what the caller may not delete stays listed: somebody else may', async () => {
  const denied = reply(403, {}, { 'x-amzn-errortype': 'AccessDeniedException' })
  expect(await tried(5, () => denied)).toMatchObject({ sent: 2, settled: 0, left: 5 })
})

test('what may still come is looked for again, and only then gone', async () => {
  let asked = 0
  const answer = (): Outcome => {
    asked += 1
    return asked === 1 ? notFound : reply(204)
  }
  const session = openSession(driverOf(answer), settingsOf({ seed: 1 }), run, noLedger)
  const left = {
    kind: 'function',
    name: `lambda-conformance-${run}-1-f0`,
    count: 1,
    asked: 1,
  } as const
  session.left.push({ ...left, until: session.elapsedMs() + 30, certain: false })
  await lastTry(session)
  expect([asked, session.left]).toEqual([2, []])
})

/** How many are left of one by an illegal name that the subject refuses to delete. */
const leftOfIllegal = async (certain: boolean): Promise<number> => {
  const refusing = driverOf(() => reply(400, {}))
  const session = openSession(refusing, settingsOf({ seed: 1 }), run, noLedger)
  const left = { kind: 'function', name: `lambda-conformance-${run}-1-f0!`, count: 1 } as const
  session.left.push({ ...left, asked: 1, until: 0, certain })
  await lastTry(session)
  return session.left.length
}

test('an illegal name that is refused was never made, unless the subject said that it was', async () => {
  expect([await leftOfIllegal(false), await leftOfIllegal(true)]).toEqual([0, 1])
})
