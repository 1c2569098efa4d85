import type { RuleId } from '../../generated/rule-ids.ts'
import { clientAnswersJudges } from './client-answers.ts'
import { clientFaultsJudges } from './client-faults.ts'
import { clientRequestsJudges } from './client-requests.ts'
import { clientRetriesJudges } from './client-retries.ts'
import { clientWaitsJudges } from './client-waits.ts'
import type { Judge } from './judge.ts'

export const clientJudges = {
  ...clientAnswersJudges,
  ...clientRequestsJudges,
  ...clientRetriesJudges,
  ...clientFaultsJudges,
  ...clientWaitsJudges,
} as const satisfies Readonly<Record<Extract<RuleId, `client/${string}`>, Judge>>
