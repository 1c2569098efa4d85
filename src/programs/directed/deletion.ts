import type { Action } from '../action.ts'
import { create, list, publish } from './actions.ts'

export const deletionPrograms = {
  'delete-function': [create(), publish(), list],
} as const satisfies Readonly<Record<string, readonly Action[]>>
