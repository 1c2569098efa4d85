import type { Action } from '../action.ts'
import { create, on } from './actions.ts'

export const permissionsPrograms = {
  'policy-life': [create(), on('AddPermission'), on('GetPolicy')],
} as const satisfies Readonly<Record<string, readonly Action[]>>
