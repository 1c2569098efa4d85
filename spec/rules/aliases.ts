import type { OperationName } from '../operations.ts'
import type { Citation } from '../sources.ts'
import { fact, model, publishVersion, updateFunctionCode } from './cite.ts'
import { rulesOf, type Rule } from './rule.ts'

const revision = model('UpdateAliasRequest', 'RevisionId')
const target = model('AliasConfiguration', 'FunctionVersion')
const root = 'aliases/update-with-made-up-is-refused'
const created = 'aliases/create-shows-name-and-version'
const moved = 'aliases/update-moves-it'
const unchanged = 'aliases/update-keeps-what-is-not-given'

const refused = (what: string, ...roots: readonly string[]): Rule => ({
  title: `an update of an alias with ${what} answers 412 PreconditionFailedException`,
  level: 'must',
  basis: 'documented',
  cites: [revision, model('PreconditionFailedException'), fact('F019')],
  needs: ['UpdateAlias'],
  ...(roots.length === 0 ? {} : { dependsOn: roots }),
})

const kept = (what: string, cite: Citation): Rule => ({
  title: `a refused creation or update of an alias leaves its ${what}`,
  level: 'must',
  basis: 'documented',
  cites: [revision, cite],
  needs: ['UpdateAlias', 'GetAlias'],
})

const recorded = (
  title: string,
  number: string,
  needs: readonly [OperationName, ...OperationName[]],
): Rule => ({ title, level: 'should', basis: 'recorded', cites: [fact(number)], needs })

const notFound = (title: string, operation: 'GetAlias' | 'UpdateAlias'): Rule => ({
  title,
  level: 'must',
  basis: 'documented',
  cites: [model(operation), model('ResourceNotFoundException'), fact('F083')],
  needs: [operation],
})

export const aliasesRules = rulesOf('aliases', {
  'aliases/new-one-is-accepted': {
    title: 'an alias under a name not taken is made for a version that is there',
    level: 'must',
    basis: 'documented',
    cites: [model('CreateAlias'), publishVersion('Introduction, paragraph 3')],
    needs: ['CreateAlias'],
  },
  'aliases/create-shows-name-and-version': {
    title: 'CreateAlias returns the name and the version it was given',
    level: 'must',
    basis: 'documented',
    cites: [model('AliasConfiguration', 'Name'), target],
    needs: ['CreateAlias'],
  },
  'aliases/read-shows-what-was-created': {
    title: 'a new alias is read with the version and the description it was made with',
    level: 'must',
    basis: 'documented',
    cites: [model('GetAlias'), target],
    needs: ['CreateAlias', 'GetAlias'],
    dependsOn: [created, 'supporting/get-alias-body'],
  },
  'aliases/arn-ends-in-its-name': recorded(
    'the ARN of an alias is that of the function with the name of the alias behind it',
    'F058',
    ['CreateAlias'],
  ),
  'aliases/description-is-empty-where-none-is-given': {
    ...recorded('an alias made without a description has an empty one', 'F058', ['CreateAlias']),
    dependsOn: ['supporting/create-alias-body'],
  },
  'aliases/has-a-revision-id': {
    title: 'every reply about an alias carries a RevisionId',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F001'), model('AliasConfiguration', 'RevisionId')],
    needs: ['CreateAlias'],
    dependsOn: ['revision-id/is-always-given'],
  },
  'aliases/update-moves-it': {
    title: 'an update points the alias at the version it gives',
    level: 'must',
    basis: 'documented',
    cites: [model('UpdateAlias'), model('UpdateAliasRequest', 'FunctionVersion')],
    needs: ['UpdateAlias'],
    dependsOn: [created, 'supporting/get-alias-body', 'supporting/update-alias-body'],
  },
  'aliases/update-changes-its-description': {
    title: 'an update gives the alias the description it carries',
    level: 'must',
    basis: 'documented',
    cites: [model('UpdateAlias'), model('UpdateAliasRequest', 'Description')],
    needs: ['UpdateAlias'],
  },
  'aliases/update-keeps-what-is-not-given': {
    title: 'an update of an alias leaves the version or the description that it does not give',
    level: 'should',
    basis: 'inferred',
    cites: [model('UpdateAliasRequest'), fact('F012')],
    needs: ['UpdateAlias'],
  },
  'aliases/publish-does-not-move-it': {
    title: 'a new version leaves an alias at the version it points at',
    level: 'must',
    basis: 'documented',
    cites: [target, model('CreateAlias')],
    needs: ['CreateAlias', 'GetAlias', 'PublishVersion'],
    dependsOn: [created, 'aliases/read-shows-what-was-created'],
  },
  'aliases/reads-its-version': {
    title: 'a function read by an alias shows the version that the alias points at',
    level: 'must',
    basis: 'documented',
    cites: [model('GetFunctionConfigurationRequest', 'Qualifier'), target, fact('F049')],
    needs: ['CreateAlias', 'GetFunctionConfiguration'],
    dependsOn: [
      created,
      moved,
      unchanged,
      'aliases/read-shows-what-was-created',
      'versions/is-readable',
    ],
  },
  'aliases/reads-its-versions-revision-id': {
    ...recorded(
      'a function read by an alias shows the RevisionId of the version, not that of the alias',
      'F013',
      ['CreateAlias', 'GetFunctionConfiguration'],
    ),
    dependsOn: [
      'aliases/reads-its-version',
      'revision-id/version-keeps-its-own',
      'versions/number-is-new',
    ],
  },
  'aliases/reads-its-arn': {
    ...recorded('a function read by an alias shows an ARN that ends in the alias', 'F049', [
      'CreateAlias',
      'GetFunctionConfiguration',
    ]),
  },
  'aliases/unknown-qualifier-is-404': {
    title: 'a function read by an alias that is not there answers 404 ResourceNotFoundException',
    level: 'must',
    basis: 'documented',
    cites: [
      model('GetFunctionConfigurationRequest', 'Qualifier'),
      model('ResourceNotFoundException'),
      fact('F090'),
    ],
    needs: ['GetFunctionConfiguration', 'DeleteAlias'],
    dependsOn: ['aliases/deleted-is-gone', 'versions/deleted-is-gone'],
  },
  'aliases/update-with-current-is-accepted': {
    title: 'an update of an alias with its current RevisionId is accepted',
    level: 'must',
    basis: 'documented',
    cites: [
      revision,
      publishVersion('Errors', 'PreconditionFailedException'),
      updateFunctionCode('Errors', 'PreconditionFailedException'),
    ],
    needs: ['UpdateAlias'],
    dependsOn: ['aliases/has-a-revision-id', 'aliases/revision-id-stays-when-read'],
  },
  'aliases/update-with-made-up-is-refused': refused('a RevisionId that was never given'),
  'aliases/update-with-stale-is-refused': refused('a RevisionId the alias had before', root),
  'aliases/update-with-functions-is-refused': refused("the function's RevisionId", root),
  'aliases/update-with-versions-is-refused': refused("its version's RevisionId", root),
  'aliases/update-with-other-aliases-is-refused': refused("another alias's RevisionId", root),
  'aliases/refused-call-keeps-version': kept('version', target),
  'aliases/refused-call-keeps-description': kept(
    'description',
    model('AliasConfiguration', 'Description'),
  ),
  'aliases/refused-call-keeps-revision-id': {
    ...kept('RevisionId', model('AliasConfiguration', 'RevisionId')),
    dependsOn: [
      'aliases/has-a-revision-id',
      'aliases/refused-call-keeps-version',
      'aliases/refused-call-keeps-description',
    ],
  },
  'aliases/update-changes-revision-id': {
    ...recorded('an update that changes an alias gives it another RevisionId', 'F012', [
      'UpdateAlias',
    ]),
    dependsOn: ['aliases/has-a-revision-id'],
  },
  'aliases/update-without-a-change-changes-revision-id': {
    ...recorded('an update that changes nothing gives an alias another RevisionId', 'F012', [
      'UpdateAlias',
    ]),
    dependsOn: ['aliases/update-changes-revision-id'],
  },
  'aliases/revision-id-does-not-come-back': {
    title: 'an alias never has a RevisionId again that it had before',
    level: 'should',
    basis: 'inferred',
    cites: [fact('F012'), revision],
    needs: ['UpdateAlias'],
  },
  'aliases/revision-id-stays-when-read': {
    title: 'an alias is read with the RevisionId of the reply that made or changed it',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F012'), fact('F109')],
    needs: ['CreateAlias', 'GetAlias'],
    dependsOn: ['aliases/has-a-revision-id', 'aliases/refused-call-keeps-revision-id'],
  },
  'aliases/update-keeps-functions-revision-id': {
    title: "an update of an alias leaves the function's RevisionId",
    level: 'should',
    basis: 'inferred',
    cites: [fact('F011')],
    needs: ['UpdateAlias', 'GetFunctionConfiguration'],
    dependsOn: ['revision-id/stays-when-read', 'revision-id/stays-when-an-alias-is-made'],
  },
  'aliases/missing-version-on-create-is-404': recorded(
    'an alias for a version that is not there answers 404 ResourceNotFoundException',
    'F094',
    ['CreateAlias'],
  ),
  'aliases/missing-version-on-update-is-404': recorded(
    'an alias moved to a version that is not there answers 404 ResourceNotFoundException',
    'F094',
    ['UpdateAlias'],
  ),
  'aliases/duplicate-is-409': {
    ...recorded('an alias under a name that is taken answers 409', 'F094', ['CreateAlias']),
    cites: [fact('F094'), model('ResourceConflictException')],
  },
  'aliases/all-digits-name-is-400': {
    ...recorded('an alias with a name of digits alone answers 400', 'F094', ['CreateAlias']),
    cites: [fact('F094'), model('Alias')],
    why: 'As a qualifier it could not be told from the number of a version.',
  },
  'aliases/unknown-read-is-404': notFound(
    'a read of an alias that was never made answers 404 ResourceNotFoundException',
    'GetAlias',
  ),
  'aliases/unknown-update-is-404': notFound(
    'an update of an alias that was never made answers 404 ResourceNotFoundException',
    'UpdateAlias',
  ),
  'aliases/unknown-delete-succeeds': recorded(
    'the deletion of an alias that was never made succeeds',
    'F061',
    ['DeleteAlias'],
  ),
  'aliases/deleted-is-gone': {
    ...notFound('a deleted alias answers 404 ResourceNotFoundException', 'GetAlias'),
    needs: ['DeleteAlias', 'GetAlias'],
    dependsOn: ['aliases/unknown-read-is-404'],
  },
  'aliases/may-point-at-latest': recorded('an alias may point at $LATEST', 'F094', ['CreateAlias']),
})
