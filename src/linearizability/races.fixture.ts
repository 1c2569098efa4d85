import type { ReferenceOptions } from '../../fixtures/reference/endpoint.ts'
import type { Call, JsonObject } from '../call.ts'
import type { Driver, Exchange } from '../drivers/driver.ts'
import { text } from '../model/json.ts'
import { shownIn } from '../model/reply.ts'
import { packages } from '../programs/packages.ts'

/** What the clients of a race have seen so far, all of them together: RevisionIds and hashes to give, the newest last. */
export type Seen = {
  readonly revisions: string[]
  readonly hashes: string[]
  readonly aliasRevisions: string[]
}

/** A call that may use what was seen when its turn comes. */
export type Turn = (seen: Seen) => Call

const FunctionName = 'f'

export const on = (operation: Call['operation'], input: JsonObject = {}): Call => ({
  operation,
  input: { FunctionName, ...input },
})

export const zip = (code: 'a' | 'b' | 'c'): JsonObject => ({ ZipFile: packages[code].base64 })

export const creation = (extra: JsonObject = {}): Call =>
  on('CreateFunction', {
    Runtime: 'nodejs20.x',
    Role: 'arn:aws:iam::123456789012:role/r',
    Handler: 'index.handler',
    Code: zip('a'),
    ...extra,
  })

const look = (seen: Seen, { call, outcome }: Exchange): void => {
  const body = shownIn(outcome)
  const revision = text(body, 'RevisionId')
  const hash = text(body, 'CodeSha256')
  if (hash !== undefined) seen.hashes.push(hash)
  if (revision === undefined) return
  if (call.operation.endsWith('Alias')) seen.aliasRevisions.push(revision)
  else if (text(body, 'Version') === '$LATEST') seen.revisions.push(revision)
}

export const readLatest = on('GetFunctionConfiguration')

/** First one by one, then each lane at once with the others, then one by one again. */
export type Race = {
  readonly before: readonly Turn[]
  readonly lanes: readonly (readonly Turn[])[]
  readonly after: readonly Turn[]
}

export const race = async (
  driver: Driver,
  { before, lanes, after }: Race,
): Promise<readonly Exchange[]> => {
  const exchanges: Exchange[] = []
  const seen: Seen = { revisions: [], hashes: [], aliasRevisions: [] }
  const inTurn = async (turns: readonly Turn[], lane?: number): Promise<void> => {
    for (const turn of turns) {
      const exchange = await driver.send(turn(seen))
      look(seen, exchange)
      exchanges.push(lane === undefined ? exchange : { ...exchange, lane })
    }
  }
  await inTurn(before)
  await Promise.all(lanes.map((turns, index) => inTurn(turns, index + 1)))
  await inTurn(after)
  return exchanges
}

type Weather = ReturnType<NonNullable<NonNullable<ReferenceOptions['decisions']>['weather']>>

/** Calls take their time, each another; from the sixth on one in `trouble` meets with trouble, if it is above 0. */
export const weatherOf = (seed: number, trouble: number): ReferenceOptions => {
  const kinds = ['throttle', 'fail', 'lose-reply', 'reset'] as const
  const weather = (call: number): Weather => {
    const random = Math.imul(call + 1, 0x9e3779b1) ^ Math.imul(seed + 7, 0x85ebca6b)
    const mixed = Math.imul(random ^ (random >>> 15), 0x2c1b3c6d) >>> 0
    const kind = kinds[(mixed >>> 16) % kinds.length]
    if (call > 5 && trouble > 0 && mixed % trouble === 0 && kind !== undefined) return { kind }
    return { kind: 'delay', ms: (mixed >>> 8) % 4 }
  }
  return { decisions: { weather: ({ call }) => weather(call) } }
}
