import type { OperationName } from '../operations.ts'
import { fact } from './cite.ts'
import { rulesOf, type Rule } from './rule.ts'

type Needs = readonly [OperationName, ...OperationName[]]

/** Texts are recorded, not promised; but tools look for them, and people read them. */
const text = (
  title: string,
  number: string,
  needs: Needs,
  basis: 'recorded' | 'reported' = 'recorded',
): Rule => ({ title, level: 'should', basis, cites: [fact(number)], needs })

/** What is not refused has no message: those rules wait for the ones about the refusal. */
export const messagesRules = rulesOf('messages', {
  'messages/function-not-found': text(
    'the message about a function that is not there carries its ARN, however it was named',
    'F083',
    ['GetFunctionConfiguration'],
  ),
  'messages/function-exists': text(
    'the message about a function that is there already carries its name',
    'F095',
    ['CreateFunction'],
  ),
  'messages/version-not-found': text(
    'the message about a version that is not there carries the ARN of the function and the version',
    'F083',
    ['GetFunctionConfiguration', 'PublishVersion'],
  ),
  'messages/update-in-progress': {
    ...text(
      'the message about an update in progress says so and carries the ARN of the function',
      'F100',
      ['UpdateFunctionCode'],
    ),
    dependsOn: ['update-function-code/update-in-progress-is-409'],
  },
  'messages/no-source': {
    ...text(
      'the message about an update without code asks for a source',
      'F092',
      ['UpdateFunctionCode'],
      'reported',
    ),
    dependsOn: ['update-function-code/missing-code-is-refused'],
  },
  'messages/not-an-archive': {
    ...text(
      'the message about a package that is no archive says that it could not be unzipped',
      'F073',
      ['UpdateFunctionCode'],
    ),
    dependsOn: ['requests/zip-file-that-is-no-archive-is-refused'],
  },
  'messages/alias-not-found-on-read': text(
    'the message about the read of an alias that is not there carries its ARN',
    'F083',
    ['GetAlias'],
  ),
  'messages/alias-not-found-on-update': text(
    'the message about the update of an alias that is not there carries its ARN',
    'F083',
    ['UpdateAlias'],
  ),
  'messages/alias-exists': {
    ...text('the message about an alias that is there already carries its ARN', 'F094', [
      'CreateAlias',
    ]),
    dependsOn: ['aliases/duplicate-is-409'],
  },
  'messages/alias-at-a-missing-version': text(
    'the message about an alias for a version that is not there carries the ARN of the version',
    'F094',
    ['CreateAlias'],
  ),
  'messages/version-behind-an-alias': {
    ...text(
      'the message about a version that aliases hold carries their names',
      'F093',
      ['DeleteFunction', 'CreateAlias'],
      'reported',
    ),
    dependsOn: ['deletion/version-behind-an-alias-is-refused'],
  },
  'messages/latest-is-not-deleted': {
    ...text(
      'the message about the deletion of $LATEST says that the function would have to go',
      'F093',
      ['DeleteFunction'],
    ),
    dependsOn: ['deletion/latest-is-refused'],
  },
  'messages/alias-is-not-deleted-so': {
    ...text(
      'the message about an alias as the qualifier of a deletion says that it is not supported',
      'F093',
      ['DeleteFunction', 'CreateAlias'],
    ),
    dependsOn: ['deletion/alias-qualifier-is-refused'],
  },
  'messages/no-policy': text(
    'the message about a policy that is not there says that the resource does not exist',
    'F084',
    ['GetPolicy'],
  ),
  'messages/no-policy-to-remove-from': text(
    'the message about a removal where there is no policy says that there is none',
    'F084',
    ['RemovePermission'],
  ),
  'messages/statement-not-found': text(
    'the message about a statement that is not in the policy carries its id',
    'F084',
    ['RemovePermission', 'AddPermission'],
  ),
  'messages/statement-exists': {
    ...text('the message about a statement that is there already carries its id', 'F085', [
      'AddPermission',
    ]),
    dependsOn: ['permissions/duplicate-statement-id-is-409'],
  },
  'messages/no-policy-for-latest': {
    ...text('the message about a permission for $LATEST says that it is not supported', 'F085', [
      'AddPermission',
    ]),
    dependsOn: ['permissions/qualifier-latest-is-400'],
  },
  'messages/layer-version-not-found': text(
    'the message about a layer version that is not there says that the resource does not exist',
    'F067',
    ['GetLayerVersion'],
  ),
  'messages/layer-version-below-1': {
    ...text('the message about a layer version below 1 says that it cannot be', 'F067', [
      'GetLayerVersion',
    ]),
    dependsOn: ['deletion/layer-version-0-is-refused'],
  },
})
