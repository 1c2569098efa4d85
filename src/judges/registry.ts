import { aliasesJudges } from './aliases.ts'
import { clientJudges } from './client.ts'
import { concurrencyJudges } from './concurrency.ts'
import { deletionJudges } from './deletion.ts'
import { independenceJudges } from './independence.ts'
import { listingJudges } from './listing.ts'
import { messagesJudges } from './messages.ts'
import { namesJudges } from './names.ts'
import { namesQualifiersJudges } from './names-qualifiers.ts'
import { permissionsJudges } from './permissions.ts'
import { requestsJudges } from './requests.ts'
import type { RuleId } from '../../generated/rule-ids.ts'
import { codeSha256Judges } from './code-sha256.ts'
import { dryRunJudges } from './dry-run.ts'
import { errorsJudges } from './errors.ts'
import type { Judge } from './judge.ts'
import { noChangeJudges } from './no-change.ts'
import { preconditionsJudges } from './preconditions.ts'
import { publishLayerVersionJudges } from './publish-layer-version.ts'
import { publishVersionJudges } from './publish-version.ts'
import { revisionIdJudges } from './revision-id.ts'
import { revisionLifeJudges } from './revision-life.ts'
import { supportingJudges } from './supporting.ts'
import { updateFunctionCodeJudges } from './update-function-code.ts'
import { versionsJudges } from './versions.ts'

/** One judge for every rule: a rule without one does not compile, nor a judge without a rule. */
export const judges = {
  ...publishVersionJudges,
  ...updateFunctionCodeJudges,
  ...dryRunJudges,
  ...publishLayerVersionJudges,
  ...noChangeJudges,
  ...revisionIdJudges,
  ...revisionLifeJudges,
  ...codeSha256Judges,
  ...preconditionsJudges,
  ...concurrencyJudges,
  ...versionsJudges,
  ...listingJudges,
  ...deletionJudges,
  ...independenceJudges,
  ...aliasesJudges,
  ...permissionsJudges,
  ...namesJudges,
  ...namesQualifiersJudges,
  ...requestsJudges,
  ...errorsJudges,
  ...messagesJudges,
  ...supportingJudges,
  ...clientJudges,
} as const satisfies Readonly<Record<RuleId, Judge>>
