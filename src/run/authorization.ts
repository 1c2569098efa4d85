import type { OperationName } from '../../spec/operations.ts'
import type { Exchange, Outcome } from '../drivers/driver.ts'
import { errorName, isSuccess } from '../model/reply.ts'
import type { Trace } from '../model/trace.ts'

/** What AWS says to whom it does not know: credentials that have expired or were withdrawn, a clock that is wrong. */
const names = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'MissingAuthenticationTokenException',
  'RequestExpired',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
])

/** Whether an answer is about who asks, and so says nothing of the contract. */
export const refusesCaller = (outcome: Outcome): boolean =>
  outcome.kind === 'reply' &&
  [400, 401, 403].includes(outcome.status) &&
  names.has(errorName(outcome) ?? '')

/** What the service answered to a call; a client may have asked it several times, or never. */
const answersTo = ({
  call,
  outcome,
  client,
}: Exchange): readonly (readonly [OperationName, Outcome])[] =>
  client === undefined
    ? [[call.operation, outcome]]
    : client.wire.flatMap(({ call: sent, answered }) =>
        answered === undefined ? [] : [[sent?.operation ?? call.operation, answered] as const],
      )

/** An answer that nobody could have given who looked at the credentials, or none at all. */
const isNoWord = (outcome: Outcome): boolean =>
  outcome.kind === 'lost' || outcome.status === 429 || outcome.status >= 500

export const isRefusedCaller = (exchange: Exchange): boolean =>
  answersTo(exchange).some(([, outcome]) => refusesCaller(outcome))

const isKnownCaller = (exchange: Exchange): boolean =>
  answersTo(exchange).some(([, outcome]) => !isNoWord(outcome) && !refusesCaller(outcome))

/** The step from which on the caller was refused, to the end of the trace. */
export const refusedFrom = (trace: Trace): number | undefined => {
  const known = trace.findLastIndex(({ exchange }) => isKnownCaller(exchange))
  const index = trace.findIndex(({ exchange }, at) => at > known && isRefusedCaller(exchange))
  return index < 0 ? undefined : index
}

/** How often in a row the caller has been refused operations that it had been allowed. */
export type Authorization = {
  readonly see: (exchange: Exchange) => void
  readonly refusals: () => number
  /**
   * The credentials are no longer taken: several refusals, and one of them to make a function, with which every program
   * begins. A subject may well answer so to what is wrong with a call; it then still makes the next function.
   */
  readonly isGone: () => boolean
}

const enough = 2

export const authorizationRegister = (): Authorization => {
  const accepted = new Set<OperationName>()
  let refusals = 0
  let creation = false
  const seeOne = (operation: OperationName, outcome: Outcome): void => {
    if (isNoWord(outcome)) return
    if (!refusesCaller(outcome)) {
      refusals = 0
      creation = false
      if (outcome.kind === 'reply' && isSuccess(outcome)) accepted.add(operation)
      return
    }
    // An operation that never succeeded may be refused so for a reason of the subject's.
    if (!accepted.has(operation)) return
    refusals += 1
    creation ||= operation === 'CreateFunction'
  }
  return {
    see: (exchange) => {
      for (const [operation, outcome] of answersTo(exchange)) seeOne(operation, outcome)
    },
    refusals: () => refusals,
    isGone: () => creation && refusals >= enough,
  }
}
