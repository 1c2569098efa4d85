import { rulesOf } from './rule.ts'

export const listingRules = rulesOf('listing', {})
