import {
  aliasCreated,
  aliasDeleted,
  aliasRead,
  aliasUpdated,
  permissionChanged,
} from './function-aliases.ts'
import { deleted } from './function-deletion.ts'
import { published } from './function-publish.ts'
import { functionRead, versionsListed } from './function-reads.ts'
import { refusedAsMissing, refusedAsStale, refusedForHash } from './function-refusals.ts'
import { anything, notMade, stateKeys, type FunctionState } from './function-state.ts'
import { codeUpdated, configurationUpdated, created } from './function-updates.ts'
import type { SequentialModel } from './model.ts'
import { reader, type CallEvent, type Reading } from './reading.ts'

/** What a call that was carried out has made of the function; without a reply, whatever it may have. */
const done = (state: FunctionState, reading: Reading): readonly FunctionState[] => {
  switch (reading.call.operation) {
    case 'CreateFunction':
      return created(state, reading)
    case 'UpdateFunctionCode':
      return codeUpdated(state, reading)
    case 'UpdateFunctionConfiguration':
      return configurationUpdated(state, reading)
    case 'PublishVersion':
      return published(state, reading)
    case 'DeleteFunction':
      return deleted(state, reading)
    case 'GetFunction':
    case 'GetFunctionConfiguration':
      return functionRead(state, reading)
    case 'ListVersionsByFunction':
      return versionsListed(state, reading)
    case 'CreateAlias':
      return aliasCreated(state, reading)
    case 'UpdateAlias':
      return aliasUpdated(state, reading)
    case 'GetAlias':
      return aliasRead(state, reading)
    case 'DeleteAlias':
      return aliasDeleted(state, reading)
    case 'AddPermission':
    case 'RemovePermission':
      return permissionChanged(state)
    case 'GetPolicy':
      return state.exists === 'yes' ? [state] : []
    case 'PublishLayerVersion':
    case 'GetLayerVersion':
    case 'ListLayerVersions':
    case 'DeleteLayerVersion':
      return [state]
    default:
      return reading.call.operation satisfies never
  }
}

const answered = (state: FunctionState, reading: Reading): readonly FunctionState[] => {
  switch (reading.answer) {
    case 'done':
      return done(state, reading)
    case 'unclear':
      return [state, ...done(state, reading)]
    case 'stale':
      return refusedAsStale(state, reading)
    case 'other hash':
      return refusedForHash(state, reading)
    case 'missing':
      return refusedAsMissing(state, reading)
    case 'nothing':
      return [state]
    default:
      return reading.answer satisfies never
  }
}

/**
 * One function of the service, one call at a time. What the documents leave open, or the catalogue of rules has as advice
 * only, is open here: where two courses are legal both are states. So that the end of an update may move the RevisionId
 * at any moment (facts F002, F003), a RevisionId is loose until a read shows it of a settled function.
 *
 * From `nothing` the history has to be whole, from the creation on; from `anything` it may begin in the middle.
 */
export const functionModel = (
  beginning: 'nothing' | 'anything' = 'nothing',
): SequentialModel<FunctionState, CallEvent> => {
  const read = reader()
  return {
    initial: beginning === 'nothing' ? [notMade] : anything,
    step: (state, event) => {
      const reading = read(event)
      if (state.exists !== 'going') return answered(state, reading)
      const gone = { ...notMade, openAliases: true }
      return [
        ...answered(gone, reading),
        ...answered({ ...state, exists: 'yes' }, reading).map((next): FunctionState =>
          next.exists === 'yes' ? { ...next, exists: 'going' } : next,
        ),
      ]
    },
    keyOf: stateKeys(),
  }
}
