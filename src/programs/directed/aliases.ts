import type { Action } from '../action.ts'
import { create, on, publish } from './actions.ts'

export const aliasesPrograms = {
  'alias-life': [create(), publish(), on('CreateAlias'), on('GetAlias')],
} as const satisfies Readonly<Record<string, readonly Action[]>>
