import type { Call, JsonObject } from '../call.ts'
import type { Exchange, Outcome } from '../drivers/driver.ts'
import { on, reply, shown } from '../model/model.fixture.ts'

/** Who called, from when to when, what, and what came. Client 0 is who calls before and after the others. */
export type Line = readonly [lane: number, from: number, to: number, call: Call, outcome: Outcome]

export const exchangesFrom = (lines: readonly Line[]): readonly Exchange[] =>
  lines.map(([lane, startedAtMs, endedAtMs, call, outcome]) => ({
    call,
    request: { method: 'POST', path: '/', headers: {} },
    outcome,
    startedAtMs,
    endedAtMs,
    ...(lane === 0 ? {} : { lane }),
  }))

/** A creation before all else, of a function that settles at once: hash-a, 128 MB, 3 s, r1. */
export const creation: Line = [0, 0, 1, on('CreateFunction'), reply(201, shown({ Timeout: 3 }))]

const answer = (status: number, members: JsonObject): Outcome => reply(status, shown(members))

export const update = (given: JsonObject, members: JsonObject): readonly [Call, Outcome] => [
  on('UpdateFunctionConfiguration', given),
  answer(200, members),
]

export const upload = (given: JsonObject, members: JsonObject): readonly [Call, Outcome] => [
  on('UpdateFunctionCode', given),
  answer(200, members),
]

/** A publish answered with a version. */
export const publish = (
  given: JsonObject,
  members: JsonObject & { readonly Version: string },
): readonly [Call, Outcome] => [
  on('PublishVersion', given),
  answer(201, { RevisionId: `of-version-${members.Version}`, ...members }),
]

export const read = (members: JsonObject): readonly [Call, Outcome] => [
  on('GetFunctionConfiguration'),
  answer(200, members),
]

export const readVersion = (number: string, members: JsonObject): readonly [Call, Outcome] => [
  on('GetFunctionConfiguration', { Qualifier: number }),
  answer(200, { RevisionId: `of-version-${number}`, Version: number, ...members }),
]

export const list = (...numbers: readonly string[]): readonly [Call, Outcome] => [
  on('ListVersionsByFunction'),
  reply(200, { Versions: ['$LATEST', ...numbers].map((Version) => ({ Version })) }),
]

export const alias = (
  operation: 'CreateAlias' | 'UpdateAlias' | 'GetAlias',
  given: JsonObject,
  members: JsonObject,
): readonly [Call, Outcome] => [
  on(operation, { Name: 'live', ...given }),
  reply(operation === 'CreateAlias' ? 201 : 200, {
    Name: 'live',
    FunctionVersion: '$LATEST',
    Description: '',
    ...members,
  }),
]

const refusal =
  (status: number, name: string, message = '') =>
  (call: Call): readonly [Call, Outcome] => [
    call,
    reply(status, { Type: 'User', message }, { 'x-amzn-errortype': name }),
  ]

/** Because a value is not legal. */
export const invalid = (call: Call, message: string): readonly [Call, Outcome] =>
  refusal(400, 'InvalidParameterValueException', message)(call)

export const stale = refusal(412, 'PreconditionFailedException')
export const busy = refusal(409, 'ResourceConflictException')
export const missing = refusal(404, 'ResourceNotFoundException')
export const throttled = refusal(429, 'TooManyRequestsException')
export const broken = refusal(500, 'ServiceException')
export const otherHash = (call: Call): readonly [Call, Outcome] =>
  invalid(call, 'CodeSHA256 (x) is different from current CodeSHA256 in $LATEST (y).')

/** What a function shows while an update of it is under way. */
export const inProgress: JsonObject = { LastUpdateStatus: 'InProgress' }
