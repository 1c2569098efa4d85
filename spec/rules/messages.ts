import { rulesOf } from './rule.ts'

export const messagesRules = rulesOf('messages', {})
