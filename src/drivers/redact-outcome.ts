import type { Outcome } from './driver.ts'
import { readBody } from './read-reply.ts'
import { redact, redactHeaders } from './redact.ts'

/** What may be noted of an outcome that was passed on as it came. */
export const redactOutcome = (outcome: Outcome): Outcome => {
  if (outcome.kind === 'lost') return outcome
  const text = redact(outcome.text)
  const headers = redactHeaders(outcome.headers, redact)
  if (text === outcome.text) return { ...outcome, headers }
  return { ...outcome, headers, ...readBody(Buffer.from(text)) }
}
