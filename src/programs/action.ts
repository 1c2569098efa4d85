import type { FaultName } from '../fault.ts'
import type { AlterationName } from './alterations.ts'

/**
 * One call of a program, in symbols: which function, which code, the current or a stale RevisionId. What a symbol stands
 * for is decided when the call is due, from what the subject has answered so far; an action whose symbol has no meaning
 * then (no stale RevisionId yet) is left out. That is what lets a program be cut down and still mean the same.
 */
export type FunctionSlot = 'f0' | 'f1'
export type LayerSlot = 'l0' | 'l1'
export type Package = 'a' | 'b' | 'c'
/** A package, a description or settings that no other call of the program gives: who wrote what can be told afterwards. */
export type Own = 'own'

/** How many clients may call at once: fewer than two are no race. */
export const maxLanes = 8
/** Milliseconds that a client waits before a call, so that not all of them come at the same moment. */
export const pauses = [1, 2, 3, 5, 8, 13] as const

export const revisionChoices = [
  'current',
  'stale',
  'oldest',
  'made-up',
  'part',
  'other-case',
  'empty',
  'other-function',
  'version',
  'alias',
] as const
export type RevisionChoice = (typeof revisionChoices)[number]

export const hashChoices = [
  'current',
  'wrong',
  'previous',
  'last-published',
  'other-case',
  'hex',
  'part',
  'empty',
] as const
export type HashChoice = (typeof hashChoices)[number]

/** A member of the configuration that programs change, between its value at creation and another one. */
export const settings = [
  'Description',
  'Environment',
  'Handler',
  'MemorySize',
  'Timeout',
  'Runtime',
  'TracingConfig',
  'Layers',
  'EphemeralStorage',
  'LoggingConfig',
] as const
export type Setting = (typeof settings)[number]

export type VersionChoice = 'first' | 'last' | 'deleted'

/** A description by its length in characters, or one of two short texts. */
export type DescriptionChoice = 'one' | 'other' | 'empty' | 256 | 257

type On = { readonly fn: FunctionSlot }
type Guard = { readonly revision?: RevisionChoice }

type Plain =
  | (On & {
      readonly operation: 'CreateFunction'
      readonly code?: Package
      readonly publish?: true
      /** Go on without waiting until the function is Active. */
      readonly hurry?: true
    })
  | (On &
      Guard & {
        readonly operation: 'PublishVersion'
        readonly hash?: HashChoice
        readonly description?: DescriptionChoice
      })
  | (On &
      Guard & {
        readonly operation: 'UpdateFunctionCode'
        /** `none`: no code source at all. */
        readonly code: Package | Own | 'none'
        readonly publish?: true
        readonly dryRun?: true
        /** Go on without waiting until the function has settled. */
        readonly hurry?: true
      })
  | (On &
      Guard & {
        readonly operation: 'UpdateFunctionConfiguration'
        readonly setting: Setting | Own
        /** `same`: the value it has; `back`: the value at creation; otherwise the one it does not have. */
        readonly to?: 'same' | 'back'
      })
  | (On & {
      readonly operation: 'GetFunctionConfiguration' | 'GetFunction'
      /** $LATEST when absent. */
      readonly version?: VersionChoice
    })
  | (On & { readonly operation: 'ListVersionsByFunction' })
  | (On & { readonly operation: 'CreateAlias' | 'UpdateAlias' })
  | (On & { readonly operation: 'GetAlias' | 'DeleteAlias' })
  | (On & { readonly operation: 'AddPermission' | 'GetPolicy' | 'RemovePermission' })
  | (On & { readonly operation: 'DeleteFunction'; readonly version?: VersionChoice })
  | {
      readonly operation: 'PublishLayerVersion'
      readonly layer: LayerSlot
      readonly code: Package | Own | 'none'
      readonly description?: DescriptionChoice
      /** Length of LicenseInfo in characters. */
      readonly license?: 3 | 512 | 513
      readonly runtimes?: true
    }
  | {
      readonly operation: 'GetLayerVersion' | 'DeleteLayerVersion'
      readonly layer: LayerSlot
      readonly version: 'first' | 'last'
    }
  | { readonly operation: 'ListLayerVersions'; readonly layer: LayerSlot }

/**
 * `altered`: what about the call is otherwise than its symbols say. `fault`: what goes wrong on its way, where a client makes
 * it. `lane`: one of several clients, from 1. Actions with lanes that stand next to each other are carried out at the same
 * moment, those of one lane in their order; their symbols speak of what everybody knew before and the lane has seen since.
 */
export type Action = Plain & {
  readonly altered?: AlterationName
  readonly fault?: FaultName
  readonly lane?: number
  /** Milliseconds to wait before the call, in a lane. */
  readonly afterMs?: (typeof pauses)[number]
}

/** A sequence of calls with the rules it is meant to exercise. */
export type Program = {
  /** A name, or the index of a random program. */
  readonly name: string
  readonly actions: readonly Action[]
}
