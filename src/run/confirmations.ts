import type { Action } from '../programs/action.ts'
import { isRace } from '../programs/races.ts'
import type { Settings } from './settings.ts'

/** A race need not come out the same way again: it is tried so often for each time that calls one after another are. */
export const raceTries = 3

/** How often a sequence that broke a rule is tried again. */
export const confirmationsOf = (
  { confirmations }: Pick<Settings, 'confirmations'>,
  actions: readonly Action[],
): number => (isRace(actions) ? confirmations * raceTries : confirmations)
