import type { Judge } from './judge.ts'
import { raceGuardedPublishesJudges } from './races/guarded-publishes.ts'
import { raceGuardedUpdatesJudges } from './races/guarded-updates.ts'
import { raceLayersJudges } from './races/layers.ts'
import { raceOrderJudges } from './races/order.ts'
import { raceUpdatesJudges } from './races/updates.ts'
import { raceVersionsJudges } from './races/versions.ts'

export const concurrencyJudges = {
  ...raceGuardedUpdatesJudges,
  ...raceUpdatesJudges,
  ...raceVersionsJudges,
  ...raceGuardedPublishesJudges,
  ...raceLayersJudges,
  ...raceOrderJudges,
} as const satisfies Readonly<Record<string, Judge>>
