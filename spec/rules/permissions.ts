import { rulesOf } from './rule.ts'

export const permissionsRules = rulesOf('permissions', {})
