import { fact, model, publishVersion, updateFunctionCode } from './cite.ts'
import { rulesOf, type Rule } from './rule.ts'
import type { Citation } from '../sources.ts'
import type { OperationName } from '../operations.ts'

const leaves = (
  cause: string,
  cites: readonly [Citation, ...Citation[]],
  ...operations: readonly OperationName[]
): Rule => ({
  title: `${cause} one function leaves the code and the configuration of the others`,
  level: 'must',
  basis: 'documented',
  cites,
  needs: ['GetFunctionConfiguration', ...operations],
})

export const independenceRules = rulesOf('independence', {
  'independence/code-update-leaves-other-functions': {
    ...leaves(
      'a code update of',
      [updateFunctionCode('Introduction, paragraph 1')],
      'UpdateFunctionCode',
    ),
    why: 'Two functions with the same code may share what is stored, but not what changes.',
  },
  'independence/configuration-update-leaves-other-functions': leaves(
    'a configuration update of',
    [model('UpdateFunctionConfiguration')],
    'UpdateFunctionConfiguration',
  ),
  'independence/publish-leaves-other-functions': leaves(
    'a publish of',
    [publishVersion('Introduction, paragraph 1')],
    'PublishVersion',
  ),
  'independence/alias-or-permission-leaves-other-functions': leaves(
    'an alias or a permission of',
    [model('UpdateAlias'), model('AddPermission')],
    'UpdateAlias',
  ),
  'independence/deletion-leaves-other-functions': leaves(
    'the deletion of',
    [model('DeleteFunction')],
    'DeleteFunction',
  ),
  'independence/revision-stays-when-another-function-changes': {
    title: "what happens to one function leaves the RevisionId of another one's $LATEST",
    level: 'should',
    basis: 'inferred',
    cites: [fact('F001'), publishVersion('Request Body', 'RevisionId')],
    needs: ['GetFunctionConfiguration', 'UpdateFunctionCode'],
    dependsOn: ['revision-id/stays-when-read'],
  },
  'independence/revision-is-still-current': {
    title: 'a publish with the RevisionId read before another function changed is accepted',
    level: 'must',
    basis: 'documented',
    cites: [publishVersion('Request Body', 'RevisionId')],
    needs: ['PublishVersion', 'UpdateFunctionCode'],
    dependsOn: [
      'independence/revision-stays-when-another-function-changes',
      'revision-id/publish-with-current-is-accepted',
    ],
  },
  'independence/no-change-is-per-function': {
    title: 'an unchanged function returns its version although another function has changed',
    level: 'must',
    basis: 'documented',
    cites: [publishVersion('Introduction, paragraph 2'), fact('F022')],
    needs: ['PublishVersion', 'UpdateFunctionCode'],
    dependsOn: [
      'no-change/repeat-publish-returns-same-version',
      'no-change/read-is-no-change',
      'no-change/alias-is-no-change',
    ],
  },
  'independence/versions-are-per-function': {
    title: 'a version stays as published when the same number of another function is deleted',
    level: 'must',
    basis: 'documented',
    cites: [publishVersion('Introduction, paragraph 1'), model('DeleteFunctionRequest')],
    needs: ['PublishVersion', 'GetFunctionConfiguration'],
    dependsOn: ['versions/number-is-new', 'versions/is-readable'],
  },
  'independence/list-shows-own-versions': {
    title: 'the list of versions shows versions of the function asked for only',
    level: 'must',
    basis: 'documented',
    cites: [model('ListVersionsByFunctionRequest', 'FunctionName')],
    needs: ['PublishVersion', 'ListVersionsByFunction'],
  },
  'independence/aliases-are-per-function': {
    title: 'an alias stays as it was when an alias of the same name of another function is changed',
    level: 'must',
    basis: 'documented',
    cites: [model('GetAliasRequest', 'FunctionName'), model('UpdateAliasRequest', 'FunctionName')],
    needs: ['CreateAlias', 'UpdateAlias', 'GetAlias'],
    dependsOn: ['aliases/create-shows-name-and-version'],
  },
  'independence/layer-numbers-are-their-own': {
    title: 'versions of functions use none of the numbers of layers',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F065')],
    needs: ['PublishVersion', 'PublishLayerVersion'],
    dependsOn: ['publish-layer-version/numbers-rise-by-one'],
  },
  'independence/function-numbers-are-their-own': {
    title: 'layer versions use none of the numbers of functions',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F110')],
    needs: ['PublishVersion', 'PublishLayerVersion'],
    dependsOn: [
      'versions/number-is-new',
      'versions/numbers-start-at-1',
      'versions/numbers-rise-by-one',
      'no-change/repeat-publish-uses-no-number',
    ],
  },
  'independence/layers-are-apart': {
    title: 'deleting a version of one layer leaves the same number of another',
    level: 'must',
    basis: 'documented',
    cites: [model('DeleteLayerVersionRequest', 'LayerName')],
    needs: ['PublishLayerVersion', 'DeleteLayerVersion', 'GetLayerVersion'],
  },
})
