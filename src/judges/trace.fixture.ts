import { createHash } from 'node:crypto'
import { defaultEdition, type Edition } from '../../spec/editions.ts'
import type { RuleId } from '../../generated/rule-ids.ts'
import type { Call, Json, JsonObject, OperationName } from '../call.ts'
import type { Exchange, Outcome } from '../drivers/driver.ts'
import type { State } from '../model/state.ts'
import { traceOf } from '../model/trace.ts'
import type { Finding } from './judge.ts'
import { judges } from './registry.ts'

/** Only its beginning tells an archive from something else. */
const archive = (content: string) => {
  const bytes = Buffer.from(`PK\u0003\u0004${content}`)
  const hash = createHash('sha256').update(bytes).digest('base64')
  return { base64: bytes.toString('base64'), hash, size: bytes.length }
}

export const zips = { a: archive('a'), b: archive('b') } as const

const exchangeOf = (call: Call, outcome: Outcome): Exchange => ({
  call,
  request: { method: 'POST', path: '/', headers: {} },
  outcome,
  startedAtMs: 0,
  endedAtMs: 1,
})

/** A call on the function `f`, or on the layer `l`, and its reply. */
export const call = (
  operation: OperationName,
  input: JsonObject,
  status: number,
  body?: Json,
  headers: Readonly<Record<string, string>> = {},
): Exchange =>
  exchangeOf(
    {
      operation,
      input: operation.includes('Layer')
        ? { LayerName: 'l', ...input }
        : { FunctionName: 'f', ...input },
    },
    {
      kind: 'reply',
      status,
      headers: { 'content-type': 'application/json', ...headers },
      text: body === undefined ? '' : JSON.stringify(body),
      body: body === undefined ? { kind: 'empty' } : { kind: 'json', value: body },
    },
  )

/** A call that was refused, with the name of the error. */
export const refused = (
  operation: OperationName,
  input: JsonObject,
  status: number,
  name: string,
): Exchange => call(operation, input, status, { message: 'no' }, { 'x-amzn-errortype': name })

/** The same exchange, as a recording without request bodies has it. */
export const withoutBody = (exchange: Exchange): Exchange => ({
  ...exchange,
  call: {
    operation: exchange.call.operation,
    input: { FunctionName: 'f', LayerName: 'l' },
    partial: true,
  },
})

/** A settled configuration of `f`, with the code `a` unless another is given. */
export const configuration = (members: JsonObject): JsonObject => ({
  FunctionName: 'f',
  Version: '$LATEST',
  Description: 'as created',
  MemorySize: 128,
  CodeSha256: zips.a.hash,
  CodeSize: zips.a.size,
  State: 'Active',
  LastUpdateStatus: 'Successful',
  RevisionId: 'r1',
  ...members,
})

export const created = (members: JsonObject = {}): Exchange =>
  call(
    'CreateFunction',
    { Description: 'as created', MemorySize: 128, Code: { ZipFile: zips.a.base64 } },
    201,
    configuration(members),
  )

export const judge = (
  rule: RuleId,
  exchanges: readonly Exchange[],
  {
    edition = defaultEdition,
    beginning,
    unsupported = [],
  }: {
    readonly edition?: Edition
    readonly beginning?: State
    readonly unsupported?: readonly OperationName[]
  } = {},
): Finding['kind'] =>
  judges[rule](traceOf(exchanges, beginning), { edition, unsupported: new Set(unsupported) }).kind
