import { aliasesRules } from './aliases.ts'
import { clientRules } from './client.ts'
import { concurrencyRules } from './concurrency.ts'
import { deletionRules } from './deletion.ts'
import { independenceRules } from './independence.ts'
import { listingRules } from './listing.ts'
import { messagesRules } from './messages.ts'
import { namesRules } from './names.ts'
import { permissionsRules } from './permissions.ts'
import { requestsRules } from './requests.ts'
import { codeSha256Rules } from './code-sha256.ts'
import { errorsRules } from './errors.ts'
import { noChangeRules } from './no-change.ts'
import { preconditionsRules } from './preconditions.ts'
import { publishLayerVersionRules } from './publish-layer-version.ts'
import { publishVersionRules } from './publish-version.ts'
import { revisionIdRules } from './revision-id.ts'
import { supportingRules } from './supporting.ts'
import { updateFunctionCodeRules } from './update-function-code.ts'
import { versionsRules } from './versions.ts'
import type { Rule } from './rule.ts'

/** The rules by area, in the order in which a report shows them. */
export const areas = {
  'publish-version': publishVersionRules,
  'update-function-code': updateFunctionCodeRules,
  'publish-layer-version': publishLayerVersionRules,
  'no-change': noChangeRules,
  'revision-id': revisionIdRules,
  'code-sha256': codeSha256Rules,
  preconditions: preconditionsRules,
  concurrency: concurrencyRules,
  versions: versionsRules,
  listing: listingRules,
  deletion: deletionRules,
  independence: independenceRules,
  aliases: aliasesRules,
  permissions: permissionsRules,
  names: namesRules,
  requests: requestsRules,
  errors: errorsRules,
  messages: messagesRules,
  supporting: supportingRules,
  client: clientRules,
} as const

export type Area = keyof typeof areas
/** An id that some rule has; here and not from what is generated, so that the statements can be checked against it. */
export type RuleId = { [Name in Area]: keyof (typeof areas)[Name] }[Area]

/** Every rule by its id. */
export const rules: Readonly<Record<string, Rule>> = Object.assign({}, ...Object.values(areas))
