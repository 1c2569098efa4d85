import { rulesOf } from './rule.ts'

export const independenceRules = rulesOf('independence', {})
