import { aliases } from './aliases.ts'
import { client } from './client.ts'
import { concurrency } from './concurrency.ts'
import { deletion } from './deletion.ts'
import { independence } from './independence.ts'
import { listing } from './listing.ts'
import { messages } from './messages.ts'
import { names } from './names.ts'
import { permissions } from './permissions.ts'
import { requests } from './requests.ts'
import { publishVersion } from './publish-version.ts'
import { updateFunctionCode } from './update-function-code.ts'
import { publishLayerVersion } from './publish-layer-version.ts'
import { noChange } from './no-change.ts'
import { revisionId } from './revision-id.ts'
import { codeSha256 } from './code-sha256.ts'
import { preconditions } from './preconditions.ts'
import { versions } from './versions.ts'
import { errors } from './errors.ts'
import { supporting } from './supporting.ts'
import type { Contract } from '../contract.ts'

/** The whole contract, in the order in which it reads best. */
export const contracts: readonly Contract[] = [
  publishVersion,
  updateFunctionCode,
  publishLayerVersion,
  noChange,
  revisionId,
  codeSha256,
  preconditions,
  concurrency,
  versions,
  listing,
  deletion,
  independence,
  aliases,
  permissions,
  names,
  requests,
  errors,
  messages,
  supporting,
  client,
]
