import type { Action } from '../action.ts'
import { create, publish, read } from './actions.ts'

export const requestsPrograms = {
  bodies: [create(), publish(), { ...publish(), altered: 'malformed-body' }, read],
} as const satisfies Readonly<Record<string, readonly Action[]>>
