import { rulesOf } from './rule.ts'

export const requestsRules = rulesOf('requests', {})
