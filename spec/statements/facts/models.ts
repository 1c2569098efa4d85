import {
  needsBucket,
  needsOthers,
  noPromise,
  ofEdition,
  openValues,
  otherOperation,
} from '../reasons.ts'
import { excluded, statementsOf } from '../statement.ts'

const capacityProvider = excluded('needs a capacity provider, which costs money')

/** How the service model of 2026 differs from the documents. */
export const modelFacts = statementsOf('facts', {
  F115: {
    'PublishVersion takes PublishTo and has an error for it': capacityProvider,
  },
  F116: {
    'UpdateFunctionCode takes SourceKMSKeyArn': needsOthers,
    'UpdateFunctionCode takes PublishTo': capacityProvider,
    'UpdateFunctionCode takes S3ObjectStorageMode': needsBucket,
    'in 2019 it took neither Architectures nor ImageUri': ofEdition,
  },
  F117: { 'a function configuration has four more members': ofEdition },
  F118: { 'State and the reason codes have more values': openValues },
  F119: { 'runtimes come and go': openValues },
  F120: { 'patterns of names allow more partitions, limits of some members are higher': ofEdition },
  F121: {
    'PublishLayerVersion takes CompatibleArchitectures and 15 runtimes in place of 5': ofEdition,
  },
  F122: {
    'DeleteFunction returns a StatusCode': ofEdition,
    'AddPermission takes more conditions': otherOperation,
  },
  F123: { 'the description of a 412 names GetPolicy for permissions': ofEdition },
  F124: { 'the order of members in the documents means nothing': noPromise },
})
