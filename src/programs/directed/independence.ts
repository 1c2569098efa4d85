import type { Action } from '../action.ts'
import { create, publish, readOther } from './actions.ts'

export const independencePrograms = {
  'two-functions': [create(), create('f1'), publish(), readOther],
} as const satisfies Readonly<Record<string, readonly Action[]>>
