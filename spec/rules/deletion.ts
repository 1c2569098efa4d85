import { rulesOf } from './rule.ts'

export const deletionRules = rulesOf('deletion', {})
