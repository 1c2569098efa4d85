import type { Action } from '../action.ts'
import { create, list, publish } from './actions.ts'

export const listingPrograms = {
  'long-list': [create(), publish(), list],
} as const satisfies Readonly<Record<string, readonly Action[]>>
