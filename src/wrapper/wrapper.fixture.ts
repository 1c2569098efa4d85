import { onTestFinished } from 'vitest'
import type { Call, Json, JsonObject } from '../call.ts'
import type { ClientAnswer, WireExchange } from '../drivers/client-record.ts'
import type { Driver, Outcome } from '../drivers/driver.ts'
import { httpDriver } from '../drivers/http.ts'
import { startEmbedded } from '../embedded.ts'
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
export const driverThrough = async (maker: ClientMaker, variant = 'default'): Promise<Driver> => {
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
