import type { OperationName } from '../../spec/operations.ts'
import type { Outcome } from '../drivers/driver.ts'
import { errorName, isSuccess } from '../model/reply.ts'
import { denialRegister } from './denials.ts'

const names = new Set([
  'UnknownOperationException',
  'UnknownOperation',
  'InvalidAction',
  'NotImplemented',
  'NotImplementedException',
  'NotImplementedError',
])

const notFoundNames = new Set(['ResourceNotFoundException', 'CodeSigningConfigNotFoundException'])

/**
 * Whether a reply says that there is no such operation: 501, 405, an error made for it, or a 404 that does not come from
 * the service, for a 404 of the service says by name which kind of thing was not found.
 */
const saysUnknown = (outcome: Outcome): boolean => {
  if (outcome.kind === 'lost') return false
  const name = errorName(outcome)
  if (outcome.status === 501 || outcome.status === 405) return true
  if (name !== undefined && names.has(name)) return true
  return outcome.status === 404 && (name === undefined || !notFoundNames.has(name))
}

/** What each operation has turned out to be so far. An operation that ever succeeded is there. */
export type OperationRegister = {
  /** `isOfService`: not an answer that was given in its place. */
  readonly see: (operation: OperationName, outcome: Outcome, isOfService?: boolean) => void
  /** Not to be called again: it is not there, or the caller has no right to it. */
  readonly isUnsupported: (operation: OperationName) => boolean
  readonly unsupported: () => ReadonlySet<OperationName>
  /** What the caller has no right to, with the action that IAM knows it by. */
  readonly denied: () => ReadonlyMap<OperationName, string>
  readonly seen: () => Readonly<Partial<Record<OperationName, 'supported' | 'unsupported'>>>
}

export const operationRegister = (declared: readonly OperationName[]): OperationRegister => {
  const standing = new Map<OperationName, 'supported' | 'unsupported'>(
    declared.map((operation) => [operation, 'unsupported']),
  )
  const denials = denialRegister()
  return {
    see: (operation, outcome, isOfService = true) => {
      if (declared.includes(operation) || outcome.kind === 'lost') return
      if (isOfService) denials.see(operation, outcome)
      if (isSuccess(outcome)) standing.set(operation, 'supported')
      else if (!standing.has(operation) && saysUnknown(outcome))
        standing.set(operation, 'unsupported')
    },
    isUnsupported: (operation) =>
      standing.get(operation) === 'unsupported' ||
      denials.isHopeless(operation) ||
      // What may not be deleted is not made.
      (operation === 'PublishLayerVersion' && denials.actions().has('DeleteLayerVersion')),
    unsupported: () =>
      new Set(
        [...standing].filter(([, is]) => is === 'unsupported').map(([operation]) => operation),
      ),
    denied: denials.actions,
    seen: () => Object.fromEntries(standing),
  }
}
