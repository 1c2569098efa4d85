import { rulesOf } from './rule.ts'

export const aliasesRules = rulesOf('aliases', {})
