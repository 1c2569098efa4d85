import type { Action } from '../action.ts'
import { create, on } from './actions.ts'

/** Errors that no other program brings about. */
export const messagesPrograms = {
  messages: [create(), { ...create('f1'), altered: 'name-that-f0-has' }, on('RemovePermission')],
} as const satisfies Readonly<Record<string, readonly Action[]>>
