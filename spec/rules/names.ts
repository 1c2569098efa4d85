import { rulesOf } from './rule.ts'

export const namesRules = rulesOf('names', {})
