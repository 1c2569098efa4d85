import { onTestFinished } from 'vitest'
import type { Call, Json, JsonObject } from '../call.ts'
import type {
  Driver,
  Exchange,
  LostReply,
  Outcome,
  ProgramTrace,
  Reply,
} from '../drivers/driver.ts'
import { httpDriver } from '../drivers/http.ts'
import { startEmbedded } from '../embedded.ts'
import type { RunOptions, Subject } from './options.ts'
import { runConformance } from './run.ts'
import { openSession, type Session } from './session.ts'
import { settingsOf } from './settings.ts'
import type { ConformanceEvent } from './event.ts'

type Finished = Extract<ConformanceEvent, { kind: 'finished' }> & {
  readonly trace: readonly ProgramTrace[]
}

/** A run to its end, with all it sent. */
export const finish = async (subject: Subject, options: RunOptions = {}): Promise<Finished> => {
  const trace: ProgramTrace[] = []
  for await (const event of runConformance(subject, options)) {
    if (event.kind === 'traced') trace.push(event.trace)
    if (event.kind === 'finished') return { ...event, trace }
  }
  throw new Error('the run ended without a report')
}

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

export const lost = (reason: LostReply['reason'], message: string = reason): LostReply => ({
  kind: 'lost',
  reason,
  message,
})

export const exchangeOf = (
  operation: Call['operation'],
  input: JsonObject,
  outcome: Outcome,
): Exchange => ({
  call: { operation, input },
  request: { method: 'POST', path: '/', headers: {} },
  outcome,
  startedAtMs: 0,
  endedAtMs: 1,
})

/** A subject in this process that answers as told. */
export const driverOf = (answer: (call: Call) => Outcome | Promise<Outcome>): Driver => ({
  endpoint: 'http://fake.invalid',
  send: async (call) => exchangeOf(call.operation, call.input, await answer(call)),
  close: async () => {},
})

/** The reference endpoint, started for the test. */
export const reference = async (variant = 'default'): Promise<string> => {
  const embedded = await startEmbedded({ variant })
  onTestFinished(embedded.close)
  return embedded.url
}

export const driverTo = (endpoint: string, timeoutMs = 5_000): Driver => {
  const driver = httpDriver({
    endpoint,
    region: 'us-east-1',
    edition: '2024-08',
    credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
    timeoutMs,
  })
  onTestFinished(driver.close)
  return driver
}

/** A subject between the run and the reference endpoint: it may answer itself, or change what comes back. */
export const between = async (
  change: (call: Call, ask: () => Promise<Outcome>) => Promise<Outcome>,
  variant?: string,
): Promise<Driver> => {
  const driver = driverTo(await reference(variant))
  return driverOf((call) => change(call, async () => (await driver.send(call)).outcome))
}

export const sessionOn = (driver: Driver, options: RunOptions = {}): Session =>
  openSession(driver, settingsOf({ seed: 1, ...options }))
