import type { OperationName } from '../../spec/operations.ts'
import type { FunctionSlot, LayerSlot } from './action.ts'

/** What the symbols of one attempt at a program stand for. */
export type Bindings = {
  readonly functionName: (slot: FunctionSlot) => string
  readonly layerName: (slot: LayerSlot) => string
  readonly role: string
  readonly runtime: string
  /** A second runtime to change to, where one of the same family is known. */
  readonly otherRuntime: string | undefined
  /** How-manieth action of the program it is, from 1: what a call gives of its own is made of it. */
  readonly ordinal: number
  /** A RevisionId that no service ever gave. */
  readonly madeUpRevision: string
  /** Whether the operation takes the member in the edition judged. */
  readonly takes: (operation: OperationName, member: string) => boolean
}

const neighbours: readonly (readonly [string, string])[] = [
  ['python3.12', 'python3.11'],
  ['python3.13', 'python3.12'],
  ['python3.7', 'python3.6'],
  ['nodejs20.x', 'nodejs18.x'],
  ['nodejs22.x', 'nodejs20.x'],
  ['java21', 'java17'],
  ['ruby3.3', 'ruby3.2'],
  ['provided.al2023', 'provided.al2'],
]

export const otherRuntimeOf = (runtime: string): string | undefined =>
  neighbours.find(([one]) => one === runtime)?.[1] ??
  neighbours.find(([, other]) => other === runtime)?.[0]
