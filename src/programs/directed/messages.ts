import type { Action } from '../action.ts'
import { create, on, publish } from './actions.ts'

export const messagesPrograms = {
  messages: [create(), publish(), on('GetAlias')],
} as const satisfies Readonly<Record<string, readonly Action[]>>
