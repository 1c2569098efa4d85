import type { Action } from '../action.ts'
import { create, publish } from './actions.ts'

export const namesPrograms = {
  'function-names': [create(), publish()],
} as const satisfies Readonly<Record<string, readonly Action[]>>
