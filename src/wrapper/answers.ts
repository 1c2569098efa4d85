import type { Json } from '../call.ts'
import type { ClientAnswer } from '../drivers/client-record.ts'
import { oneLine } from '../drivers/one-line.ts'
import { readBody } from '../drivers/read-reply.ts'
import { shown } from './shown.ts'

type Reason = Extract<ClientAnswer, { readonly kind: 'none' }>['reason']

/** No answer that a caller could use; `because` becomes one short line. */
export const noAnswer = (reason: Reason, because: string): ClientAnswer => ({
  kind: 'none',
  reason,
  because: oneLine(because),
})

/** What `who` gave back as the reply of an operation. `beside`: a status given with it and not in it. */
export const outputAnswer = (who: string, value: unknown, beside?: unknown): ClientAnswer => {
  try {
    if (value instanceof Error) {
      return noAnswer('odd', `${who} gave back an error, ${shown(value)}, and did not throw it`)
    }
    const read = asJson(value)
    if (typeof read === 'string') {
      return noAnswer('odd', `${who} answered ${shown(value)}, which is no JSON: ${read}`)
    }
    const json = read.value
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      const wanted = 'an object with the members of the reply'
      return noAnswer('odd', `${who} answered ${shown(value)} instead of ${wanted}`)
    }
    const { $metadata, ResponseMetadata, ...output } = json as { readonly [name: string]: Json }
    const status =
      statusFrom(memberOf($metadata, 'httpStatusCode')) ??
      statusFrom(memberOf(ResponseMetadata, 'HTTPStatusCode')) ??
      statusFrom(beside)
    return { kind: 'output', output, ...(status === undefined ? {} : { status }) }
  } catch {
    return noAnswer('odd', `${who} answered with a value that cannot be read`)
  }
}

/** What `who` threw. */
export const thrownAnswer = (who: string, thrown: unknown): ClientAnswer => {
  try {
    if (thrown instanceof Error || typeof memberOf(thrown, 'name') === 'string') {
      return errorAnswer(thrown)
    }
    return noAnswer('odd', `${who} threw ${shown(thrown)} instead of an error with a name`)
  } catch {
    return noAnswer('odd', `${who} threw a value that cannot be read`)
  }
}

/** An error by its members, of which any may be missing or of another type. `beside`: as for an output. */
export const errorAnswer = (error: unknown, beside?: unknown): ClientAnswer => {
  const name = textFrom(memberOf(error, 'name'))
  const message = textFrom(memberOf(error, 'message'))
  const status = statusOf(error) ?? statusFrom(beside)
  return {
    kind: 'error',
    ...(name === undefined ? {} : { name }),
    ...(status === undefined ? {} : { status }),
    ...(message === undefined ? {} : { message }),
  }
}

const statusOf = (error: unknown): number | undefined =>
  statusFrom(memberOf(memberOf(error, '$metadata'), 'httpStatusCode')) ??
  statusFrom(memberOf(memberOf(error, '$response'), 'statusCode')) ??
  statusFrom(memberOf(error, 'statusCode')) ??
  statusFrom(memberOf(error, 'status'))

/** In UTF-16 units, of its JSON. */
const maxOutput = 64 * 1024 * 1024

/** The value as it would arrive in JSON, or why it would not. */
const asJson = (value: unknown): { readonly value: Json | undefined } | string => {
  let text: string | undefined
  try {
    text = JSON.stringify(value)
  } catch (error) {
    // Of a cycle, the engine tells over several lines where it closes.
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it throws'
  }
  // A function or undefined, which JSON leaves out.
  if (text === undefined) return { value: undefined }
  if (text.length > maxOutput) return 'more than 64 MB'
  const { body } = readBody(Buffer.from(text))
  return body.kind === 'json' ? body : body.kind === 'not-json' ? body.why : 'empty'
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined

const statusFrom = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 100 && value <= 599
    ? value
    : undefined

/** The longest name or message that a report could have a use for. */
const maxText = 16_384

const textFrom = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.slice(0, maxText) : undefined
