import type { Judge } from './judge.ts'
import { raceLayersJudges } from './races/layers.ts'
import { raceOrderJudges } from './races/order.ts'
import { raceUpdatesJudges } from './races/updates.ts'
import { raceVersionsJudges } from './races/versions.ts'

export const concurrencyJudges = {
  ...raceUpdatesJudges,
  ...raceVersionsJudges,
  ...raceLayersJudges,
  ...raceOrderJudges,
} as const satisfies Readonly<Record<string, Judge>>
