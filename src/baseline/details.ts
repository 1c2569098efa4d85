import type { Failing } from './look-up.ts'
import type { NewEntry } from './edit-nodes.ts'

/** What is written beside the rule in every entry that is made. */
export type Details = {
  readonly reason?: string
  readonly issue?: string
  readonly expires?: string
  /** Whether an entry tolerates only the breach that the report shows. */
  readonly signatures: boolean
}

/** Stands out in a review, which is what it is for. */
const unexplained = 'to be explained'

/** An entry for a failure. What an entry for the same rule said before is said again, unless there is something new to say. */
export const failureEntry = (
  { id, failure }: Failing,
  { reason, issue, expires, signatures }: Details,
  before: { readonly reason?: string; readonly issue?: string } = {},
): NewEntry => ({
  rule: id,
  signature: signatures ? failure.signature : undefined,
  reason: reason ?? before.reason ?? unexplained,
  issue: issue ?? before.issue,
  expires,
})

export const operationEntry = (operation: string, { reason }: Details): NewEntry => ({
  operation,
  reason: reason ?? unexplained,
})
