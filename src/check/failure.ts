import { lost } from '../drivers/lost.ts'
import type { Exchange, Outcome } from '../drivers/driver.ts'
import { readBody } from '../drivers/read-reply.ts'
import { notKeptWhole } from '../run/keep.ts'
import { laneAt } from './exchange-shape.ts'
import {
  listAt,
  memberOf,
  objectAt,
  optional,
  textAt,
  textsAt,
  timeAt,
  wholeAt,
  type Reader,
} from './shape.ts'
import type { StoredProgram } from './stored.ts'
import { callAt, lostReasons, requestAt, statusAt } from './wire-shape.ts'

/** `timeout: no reply within 10 s`, as a failure shows it. */
const lostAs = (told: string): Outcome => {
  const reason = lostReasons.find((each) => told.startsWith(`${each}: `))
  return reason === undefined
    ? lost('connection-lost', told)
    : lost(reason, told.slice(reason.length + 2))
}

const responseAt: Reader<Outcome> = (value, at) => {
  const object = objectAt(value, at)
  if (Object.hasOwn(object, 'lost')) return lostAs(memberOf(object, 'lost', at, textAt))
  const text = memberOf(object, 'body', at, textAt)
  return {
    kind: 'reply',
    status: memberOf(object, 'status', at, statusAt),
    headers: memberOf(object, 'headers', at, textsAt),
    text,
    body: notKeptWhole(text) ?? readBody(Buffer.from(text)).body,
  }
}

type Timing = Pick<Exchange, 'lane' | 'startedAtMs' | 'endedAtMs'>

const timingAt: Reader<Timing> = (value, at) => {
  const object = objectAt(value, at)
  // 0 is what came before and after.
  const lane = memberOf(object, 'lane', at, wholeAt(0, 64))
  return {
    ...(lane === 0 ? {} : { lane: laneAt(lane, at) }),
    startedAtMs: memberOf(object, 'startedAtMs', at, timeAt),
    endedAtMs: memberOf(object, 'endedAtMs', at, timeAt),
  }
}

/** A failure tells no times but those of a race: one call after the other then. */
const stepAt =
  (index: number): Reader<Exchange> =>
  (value, at) => {
    const object = objectAt(value, at)
    const timing = optional(object, 'timing', at, timingAt).timing
    return {
      call: memberOf(object, 'call', at, callAt),
      request: memberOf(object, 'request', at, requestAt),
      outcome: memberOf(object, 'response', at, responseAt),
      ...(timing ?? { startedAtMs: index, endedAtMs: index + 0.5 }),
    }
  }

const stepsAt: Reader<readonly Exchange[]> = (value, at) =>
  listAt((each) => each)(value, at).map((each, index) => stepAt(index)(each, `${at}[${index}]`))

/** What a failure keeps of a client is no more than what people read: neither the signature nor the times of its requests. */
const isThroughClient = (steps: unknown): boolean =>
  Array.isArray(steps) &&
  steps.some((step: unknown) => typeof step === 'object' && step !== null && 'client' in step)

/**
 * The calls of a failure of a rule, as a file of failures/ or a rule of report.json holds it; undefined where a client made
 * them.
 */
export const failureOf =
  (rule: string): Reader<StoredProgram | undefined> =>
  (value, at) => {
    const failure = objectAt(value, at)
    if (isThroughClient(failure['steps'])) return undefined
    return {
      name: 'failure',
      breaks: rule,
      ...optional(failure, 'replay', at, textAt),
      exchanges: memberOf(failure, 'steps', at, stepsAt),
    }
  }
