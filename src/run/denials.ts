import type { OperationName } from '../../spec/operations.ts'
import type { Outcome } from '../drivers/driver.ts'
import { errorMessage, errorName } from '../model/reply.ts'
import { refusesCaller } from './authorization.ts'

const names = new Set(['AccessDeniedException', 'AccessDenied'])

/** What the caller may not do, by the name that IAM has for it. */
export const deniedAction = (operation: OperationName, outcome: Outcome): string | undefined => {
  if (outcome.kind === 'lost' || outcome.status !== 403) return undefined
  if (!names.has(errorName(outcome) ?? '')) return undefined
  // CreateFunction may lack iam:PassRole.
  const told = /not authorized to perform: ([a-z0-9-]{1,32}:[A-Za-z]{1,64})\b/
  return told.exec(errorMessage(outcome) ?? '')?.[1] ?? `lambda:${operation}`
}

/** An answer that says nothing about rights. */
const isNoWord = (outcome: Outcome): boolean =>
  outcome.kind === 'lost' ||
  outcome.status === 429 ||
  outcome.status >= 500 ||
  refusesCaller(outcome)

/**
 * Operations that the caller has no right to: whatever they were asked, the answer was 403 AccessDeniedException. One other
 * answer, and the operation is permitted: a subject that refuses now and then has no such excuse.
 */
export const denialRegister = () => {
  const permitted = new Set<OperationName>()
  const denied = new Map<OperationName, { readonly action: string; readonly times: number }>()
  return {
    see: (operation: OperationName, outcome: Outcome): void => {
      const action = deniedAction(operation, outcome)
      if (permitted.has(operation) || (action === undefined && isNoWord(outcome))) return
      const known = denied.get(operation)
      if (action !== undefined) {
        denied.set(operation, { action: known?.action ?? action, times: (known?.times ?? 0) + 1 })
        return
      }
      permitted.add(operation)
      denied.delete(operation)
    },
    /** Enough was seen: to ask again would tell no more. */
    isHopeless: (operation: OperationName): boolean =>
      (denied.get(operation)?.times ?? 0) >= enough,
    actions: (): ReadonlyMap<OperationName, string> =>
      new Map([...denied].map(([operation, { action }]) => [operation, action])),
  }
}

const enough = 3
