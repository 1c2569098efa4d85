import type { OperationName } from '../operations.ts'
import type { Citation } from '../sources.ts'
import { fact, model, publishLayerVersion, publishVersion, updateFunctionCode } from './cite.ts'
import { rulesOf, type Rule } from './rule.ts'

const codeRevision = updateFunctionCode('Request Body', 'RevisionId')
const configurationRevision = model('UpdateFunctionConfigurationRequest', 'RevisionId')
const aliasRevision = model('UpdateAliasRequest', 'RevisionId')
const snapshot = publishVersion('Introduction, paragraph 1')

const staleCode = 'revision-id/update-code-with-stale-is-refused'
const staleConfiguration = 'revision-id/update-configuration-with-stale-is-refused'
const changedWithCode = 'revision-id/changes-with-code'
const changedWithConfiguration = 'revision-id/changes-with-configuration'
const keepsCode = 'revision-id/refused-update-code-keeps-code'
const keepsConfiguration = 'revision-id/refused-update-configuration-keeps-configuration'
const refusedUpdate = 'concurrency/refused-update-changes-nothing'
const mixture = 'concurrency/version-mixes-no-updates'
const newNumber = 'versions/number-is-new'
const notGivenTwice = 'revision-id/is-not-given-twice'

// What is broken where one call is made after another is broken at once, too, and is no race: a subject that shows the
// configuration of $LATEST for each version gives two contents for one number, with nobody beside.
const updatesTakeEffect = [
  'update-function-code/hash-is-of-the-package',
  'update-function-code/hash-is-base64',
  'update-function-code/takes-effect',
  'update-function-code/keeps-configuration',
  'update-function-code/publish-updates-latest',
  'supporting/configuration-update-takes-effect',
  'supporting/configuration-update-keeps-code',
] as const
const publishesCopy = [
  'publish-version/snapshots-code',
  'publish-version/snapshots-configuration',
  'publish-version/description-omitted-inherits',
  'update-function-code/publish-snapshots-the-new-code',
] as const
const versionsStay = [
  'versions/code-stays-after-code-update',
  'versions/configuration-stays-after-configuration-update',
  'versions/stays-after-later-publish',
  'versions/latest-is-called-latest',
  'listing/items-are-as-read',
] as const
const onlyChangesCount = [
  'no-change/refused-update-is-no-change',
  'no-change/refused-publish-is-no-change',
  'no-change/read-is-no-change',
] as const
const hashIsChecked = [
  'code-sha256/wrong-is-refused',
  'code-sha256/last-published-is-refused',
  'code-sha256/previous-is-refused',
  'code-sha256/right-is-accepted',
] as const

const must = (
  title: string,
  needs: readonly [OperationName, ...OperationName[]],
  cites: readonly [Citation, ...Citation[]],
  extra: Partial<Rule> = {},
): Rule => ({ title, level: 'must', basis: 'documented', cites, needs, ...extra })

const surveyed = (
  title: string,
  needs: readonly [OperationName, ...OperationName[]],
  ...cites: readonly [Citation, ...Citation[]]
): Rule & { readonly level: 'may' } => ({ title, level: 'may', basis: 'inferred', cites, needs })

/** What holds where several clients call at the same moment. */
export const concurrencyRules = rulesOf('concurrency', {
  'concurrency/one-code-update-by-one-revision-id': must(
    'of several code updates at once with one RevisionId at most one is accepted',
    ['UpdateFunctionCode'],
    [codeRevision],
    {
      dependsOn: [staleCode, changedWithCode, notGivenTwice],
      why: 'A check that reads, waits and then writes lets two deployers overwrite each other.',
    },
  ),
  'concurrency/one-configuration-update-by-one-revision-id': must(
    'of several configuration updates at once with one RevisionId at most one is accepted',
    ['UpdateFunctionConfiguration'],
    [configurationRevision],
    { dependsOn: [staleConfiguration, changedWithConfiguration, notGivenTwice] },
  ),
  'concurrency/one-update-of-either-kind-by-one-revision-id': must(
    'of a code update and a configuration update at once with one RevisionId at most one is accepted',
    ['UpdateFunctionCode', 'UpdateFunctionConfiguration'],
    [codeRevision, configurationRevision],
    {
      dependsOn: [
        staleCode,
        staleConfiguration,
        changedWithCode,
        changedWithConfiguration,
        notGivenTwice,
      ],
    },
  ),
  'concurrency/one-alias-update-by-one-revision-id': must(
    'of several updates of an alias at once with its RevisionId at most one is accepted',
    ['UpdateAlias', 'CreateAlias'],
    [aliasRevision],
    { dependsOn: ['aliases/update-with-stale-is-refused', 'aliases/update-changes-revision-id'] },
  ),
  'concurrency/refused-update-changes-nothing': must(
    'an update refused beside other calls leaves nothing of itself behind',
    ['UpdateFunctionCode', 'GetFunctionConfiguration'],
    [codeRevision, configurationRevision, model('ResourceConflictException')],
    { dependsOn: [keepsCode, keepsConfiguration] },
  ),
  'concurrency/refused-alias-update-changes-nothing': must(
    'an update of an alias refused beside others leaves nothing of itself behind',
    ['UpdateAlias', 'GetAlias'],
    [aliasRevision],
    { dependsOn: ['aliases/refused-call-keeps-description'] },
  ),
  'concurrency/refused-publish-makes-no-version': must(
    'a publish refused beside other calls makes no version',
    ['PublishVersion', 'ListVersionsByFunction'],
    [publishVersion('Request Body', 'RevisionId'), model('ResourceConflictException')],
    {
      dependsOn: [
        'revision-id/refused-publish-makes-no-version',
        'code-sha256/refused-publish-makes-no-version',
        refusedUpdate,
      ],
    },
  ),
  'concurrency/accepted-update-is-not-lost': must(
    'an accepted update that no other can have come after is there, of a function or of an alias',
    ['UpdateFunctionConfiguration', 'GetFunctionConfiguration'],
    [model('UpdateFunctionConfiguration'), updateFunctionCode('Introduction, paragraph 1')],
    {
      dependsOn: [
        ...updatesTakeEffect,
        'aliases/update-changes-its-description',
        refusedUpdate,
        'concurrency/refused-alias-update-changes-nothing',
      ],
    },
  ),
  'concurrency/updates-are-not-mixed': {
    ...must(
      '$LATEST never shows the settings of two updates that set the same members',
      ['UpdateFunctionConfiguration', 'GetFunctionConfiguration'],
      [model('UpdateFunctionConfiguration')],
      { dependsOn: updatesTakeEffect },
    ),
    level: 'should',
    basis: 'inferred',
  },
  'concurrency/version-mixes-no-updates': must(
    'a version never has settings of two updates that set the same members, nor the hash of one package and the size of another',
    ['PublishVersion', 'UpdateFunctionConfiguration'],
    [snapshot],
    {
      dependsOn: [
        'update-function-code/size-is-of-the-package',
        ...updatesTakeEffect,
        ...publishesCopy,
        ...versionsStay,
      ],
    },
  ),
  'concurrency/publishes-of-one-change-make-one-version': must(
    'publishes of one change at once that are accepted have one version',
    ['PublishVersion'],
    [publishVersion('Introduction, paragraph 2'), fact('Q10')],
    {
      dependsOn: [
        'no-change/repeat-publish-returns-same-version',
        ...onlyChangesCount,
        refusedUpdate,
      ],
    },
  ),
  'concurrency/one-number-one-content': must(
    'no version number is given to two different contents',
    ['PublishVersion', 'UpdateFunctionCode'],
    [snapshot, fact('F110')],
    { dependsOn: [newNumber, 'update-function-code/hash-is-of-the-package', ...versionsStay] },
  ),
  'concurrency/versions-are-kept': must(
    'every version made beside other calls is listed',
    ['PublishVersion', 'ListVersionsByFunction'],
    [snapshot, model('ListVersionsByFunction')],
    { dependsOn: ['versions/is-listed'] },
  ),
  // The document likens Publish to a PublishVersion of its own, which another upload may come before.
  'concurrency/deployment-publishes-its-own-code': {
    ...must(
      'a code update with Publish makes a version of its own code, whatever others upload',
      ['UpdateFunctionCode'],
      [updateFunctionCode('Request Body', 'Publish')],
      {
        dependsOn: [
          'update-function-code/publish-returns-a-version',
          'update-function-code/hash-is-of-the-package',
          'update-function-code/publish-snapshots-the-new-code',
          ...versionsStay,
        ],
      },
    ),
    level: 'should',
    basis: 'inferred',
  },
  'concurrency/guarded-publish-publishes-what-was-seen': must(
    'a publish accepted with a RevisionId makes a version of what had that RevisionId',
    ['PublishVersion', 'GetFunctionConfiguration'],
    [publishVersion('Request Body', 'RevisionId')],
    {
      dependsOn: [
        'revision-id/publish-with-stale-is-refused',
        changedWithCode,
        changedWithConfiguration,
        keepsCode,
        keepsConfiguration,
        mixture,
      ],
    },
  ),
  'concurrency/checked-publish-publishes-that-code': must(
    'a publish accepted with a CodeSha256 makes a version of the code that has it',
    ['PublishVersion'],
    [publishVersion('Request Body', 'CodeSha256')],
    { dependsOn: [...hashIsChecked, mixture] },
  ),
  'concurrency/layer-numbers-are-distinct': must(
    'layer versions published at once under one name have different numbers',
    ['PublishLayerVersion'],
    [publishLayerVersion('Introduction, paragraph 1'), fact('F064')],
    { dependsOn: ['publish-layer-version/numbers-rise-by-one'] },
  ),
  'concurrency/layer-version-has-its-own-content': must(
    'a layer version published beside others has the content that was sent for it',
    ['PublishLayerVersion'],
    [publishLayerVersion('Request Body', 'Content')],
    {
      dependsOn: [
        'publish-layer-version/hash-is-of-the-content',
        'publish-layer-version/earlier-versions-stay',
      ],
    },
  ),
  'concurrency/layer-versions-are-kept': must(
    'every layer version published at once is listed',
    ['PublishLayerVersion', 'ListLayerVersions'],
    [publishLayerVersion('Introduction, paragraph 1'), model('ListLayerVersions')],
    { dependsOn: ['publish-layer-version/is-listed', 'concurrency/layer-numbers-are-distinct'] },
  ),
  'concurrency/deleted-function-stays-deleted': must(
    'a function deleted beside other calls is not there afterwards',
    ['DeleteFunction', 'GetFunctionConfiguration'],
    [model('DeleteFunction')],
    { dependsOn: ['deletion/deleted-function-is-not-readable'] },
  ),
  'concurrency/calls-have-an-order': {
    title: 'calls at once have an order, one after another, that explains every reply',
    level: 'should',
    basis: 'inferred',
    cites: [codeRevision, snapshot, fact('F109')],
    needs: ['UpdateFunctionConfiguration', 'PublishVersion', 'GetFunctionConfiguration'],
    dependsOn: [
      'revision-id/reply-is-current',
      'revision-id/stays-when-read',
      'revision-id/publish-with-current-is-accepted',
      'revision-id/update-code-with-current-is-accepted',
      'revision-id/update-configuration-with-current-is-accepted',
      'revision-id/refused-publish-keeps-revision',
      'revision-id/refused-update-code-keeps-revision',
      'revision-id/refused-update-configuration-keeps-revision',
      'code-sha256/right-is-accepted-when-nothing-changed',
      'no-change/first-publish-makes-version',
      'no-change/code-change-makes-version',
      'no-change/configuration-change-makes-version',
      'no-change/publish-after-update-with-publish',
      'aliases/create-shows-name-and-version',
      'aliases/update-with-current-is-accepted',
      'aliases/refused-call-keeps-revision-id',
      'aliases/revision-id-stays-when-read',
      'publish-layer-version/is-readable',
      'concurrency/one-code-update-by-one-revision-id',
      'concurrency/one-configuration-update-by-one-revision-id',
      'concurrency/one-update-of-either-kind-by-one-revision-id',
      'concurrency/one-alias-update-by-one-revision-id',
      'concurrency/refused-update-changes-nothing',
      'concurrency/refused-alias-update-changes-nothing',
      'concurrency/refused-publish-makes-no-version',
      'concurrency/accepted-update-is-not-lost',
      'concurrency/publishes-of-one-change-make-one-version',
      'concurrency/one-number-one-content',
      'concurrency/versions-are-kept',
      'concurrency/guarded-publish-publishes-what-was-seen',
      'concurrency/checked-publish-publishes-that-code',
      'concurrency/deployment-publishes-its-own-code',
      'concurrency/version-mixes-no-updates',
      'concurrency/updates-are-not-mixed',
      'concurrency/layer-numbers-are-distinct',
      'concurrency/layer-version-has-its-own-content',
      'concurrency/layer-versions-are-kept',
      'concurrency/deleted-function-stays-deleted',
    ],
    why: 'Where no order explains them, some call was answered by a state that the function never had.',
  },
  'concurrency/reads-beside-writes': surveyed(
    'reads beside writes show what is current, or what was a moment ago',
    ['UpdateFunctionConfiguration', 'GetFunctionConfiguration'],
    fact('F109'),
  ),
  'concurrency/publish-beside-publish': surveyed(
    'publishes at once are all answered with the version, or some are refused',
    ['PublishVersion'],
    fact('Q10'),
  ),
  'concurrency/update-beside-update': surveyed(
    'updates at once without a RevisionId are all accepted, or some are refused',
    ['UpdateFunctionConfiguration'],
    fact('F103'),
  ),
})
