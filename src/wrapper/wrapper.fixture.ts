import { onTestFinished } from 'vitest'
import { operations } from '../../generated/operations.ts'
import type { Call, Json, JsonObject } from '../call.ts'
import type { ClientAnswer, WireExchange } from '../drivers/client-record.ts'
import type { Driver, Outcome } from '../drivers/driver.ts'
import { encodeCall } from '../drivers/encode.ts'
import { httpDriver } from '../drivers/http.ts'
import { createSigner } from '../drivers/sign.ts'
import { startEmbedded } from '../embedded.ts'
import { withoutNulls } from '../model/json.ts'
import type { Ask, ClientMaker } from './client.ts'
import type { WrapperTarget } from './wrapper.ts'
import { wrapperDriver } from './wrapper-driver.ts'

/** A client that answers as told. `send` is how it asks the service. */
export const clientOf = (
  answer: (ask: Ask, target: WrapperTarget) => Promise<ClientAnswer>,
  extra: Partial<ClientMaker> = {},
): ClientMaker => ({
  name: 'a client',
  operations: ['PublishVersion', 'UpdateFunctionCode', 'PublishLayerVersion'],
  atOnce: 1,
  open: async (target) => ({
    ask: async (ask) => {
      const told = await answer(ask, target)
      return { answer: told, said: told.kind === 'error' ? (told.message ?? '') : '' }
    },
    close: async () => {},
  }),
  ...extra,
})

/** A driver through that client to a reference endpoint of its own. */
export const driverThrough = async (
  maker: ClientMaker,
  variant = 'default',
  signal?: AbortSignal,
): Promise<Driver> => {
  const embedded = await startEmbedded({ variant })
  const direct = httpDriver({
    endpoint: embedded.url,
    region: 'us-east-1',
    edition: '2024-08',
    credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
  })
  const driver = wrapperDriver({
    maker,
    direct,
    edition: '2024-08',
    region: 'us-east-1',
    timeoutMs: 5_000,
    startedAt: performance.now(),
    signal,
  })
  onTestFinished(async () => {
    await driver.close()
    await embedded.close()
  })
  return driver
}

export const replyOf = (
  status: number,
  value: Json,
  headers: Readonly<Record<string, string>> = {},
): Outcome => ({
  kind: 'reply',
  status,
  headers,
  text: JSON.stringify(value),
  body: { kind: 'json', value },
})

/** A request on the wire that was passed on and answered, unless told otherwise. */
export const wireOf = (
  operation: Call['operation'],
  input: JsonObject,
  answered: Outcome | undefined,
  given: Outcome,
): WireExchange => ({
  request: { method: 'POST', path: '/', headers: {}, body: JSON.stringify(input) },
  call: { operation, input },
  signature: 'right',
  ...(answered === undefined ? {} : { answered }),
  given,
  startedAtMs: 0,
  endedAtMs: 1,
})

/** A call as a small client makes it that does all by the book and never tries again. `change`: what it does wrong. */
export const byTheBook =
  (change: (call: Call) => Call = (call) => call) =>
  async (ask: Ask, { endpoint, region, credentials }: WrapperTarget): Promise<ClientAnswer> => {
    const encoded = encodeCall(change(ask), operations['2024-08'][ask.operation])
    const host = new URL(endpoint).host
    const sign = createSigner(region, credentials)
    const headers = await sign({ ...encoded, headers: { ...encoded.headers, host } })
    const { body = null, method } = encoded
    try {
      const response = await fetch(`${endpoint}${encoded.path}`, {
        method,
        body,
        headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'host')),
      })
      const output = JSON.parse(await response.text())
      const { status } = response
      if (response.ok) return { kind: 'output', output: withoutNulls(output), status }
      const name = response.headers.get('x-amzn-errortype') ?? 'Unknown'
      return { kind: 'error', name, status, message: output.message ?? output.Message }
    } catch (error) {
      return { kind: 'error', name: 'ConnectionError', message: String(error) }
    }
  }
