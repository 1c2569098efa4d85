import type { Call, Json, JsonObject } from '../call.ts'
import type { Exchange, LostReply, Outcome, Reply } from '../drivers/driver.ts'
import type { FunctionState, State } from './state.ts'
import { nothingKnown } from './state.ts'
import { step } from './step.ts'

export const reply = (
  status: number,
  body?: Json,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  kind: 'reply',
  status,
  headers,
  text: body === undefined ? '' : JSON.stringify(body),
  body: body === undefined ? { kind: 'empty' } : { kind: 'json', value: body },
})

export const lost = (reason: LostReply['reason']): LostReply => ({
  kind: 'lost',
  reason,
  message: reason,
})

export const notJson: Reply = {
  kind: 'reply',
  status: 200,
  headers: {},
  text: '<html>',
  body: { kind: 'not-json', why: 'no JSON' },
}

export const on = (
  operation: Call['operation'],
  input: JsonObject = {},
  FunctionName = 'f',
): Call => ({ operation, input: { FunctionName, ...input } })

export type Told = readonly [Call, Outcome]

export const told = (exchanges: readonly Told[], from: State = nothingKnown): State =>
  exchanges.reduce((state, [call, outcome]) => step(state, call, outcome), from)

/** What is known of function `f` after these exchanges. */
export const known = (...exchanges: readonly Told[]): FunctionState => {
  const fn = told(exchanges).functions.get('f')
  if (fn === undefined) throw new Error('nothing is known of the function')
  return fn
}

export const exchangeOf = ([call, outcome]: Told): Exchange => ({
  call,
  request: { method: 'POST', path: '/', headers: {} },
  outcome,
  startedAtMs: 0,
  endedAtMs: 1,
})

/** A configuration as a subject shows it. */
export const shown = (members: JsonObject = {}): JsonObject => ({
  FunctionName: 'f',
  CodeSha256: 'hash-a',
  Handler: 'index.handler',
  MemorySize: 128,
  State: 'Active',
  LastUpdateStatus: 'Successful',
  Version: '$LATEST',
  RevisionId: 'r1',
  ...members,
})

export const created: Told = [on('CreateFunction'), reply(201, shown())]
