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
      dependsOn: [staleCode, changedWithCode],
      why: 'A check that reads, waits and then writes lets two deployers overwrite each other.',
    },
  ),
  'concurrency/one-configuration-update-by-one-revision-id': must(
    'of several configuration updates at once with one RevisionId at most one is accepted',
    ['UpdateFunctionConfiguration'],
    [configurationRevision],
    { dependsOn: [staleConfiguration, changedWithConfiguration] },
  ),
  'concurrency/one-update-of-either-kind-by-one-revision-id': must(
    'of a code update and a configuration update at once with one RevisionId at most one is accepted',
    ['UpdateFunctionCode', 'UpdateFunctionConfiguration'],
    [codeRevision, configurationRevision],
    { dependsOn: [staleCode, staleConfiguration, changedWithCode, changedWithConfiguration] },
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
    { dependsOn: ['revision-id/refused-publish-makes-no-version', refusedUpdate] },
  ),
  'concurrency/accepted-update-is-not-lost': must(
    'an accepted update that no other can have come after is there, of a function or of an alias',
    ['UpdateFunctionConfiguration', 'GetFunctionConfiguration'],
    [model('UpdateFunctionConfiguration'), updateFunctionCode('Introduction, paragraph 1')],
    {
      dependsOn: [
        'supporting/configuration-update-takes-effect',
        'update-function-code/takes-effect',
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
        'publish-version/snapshots-configuration',
        'update-function-code/size-is-of-the-package',
      ],
    },
  ),
  'concurrency/publishes-of-one-change-make-one-version': must(
    'publishes of one change at once that are accepted have one version',
    ['PublishVersion'],
    [publishVersion('Introduction, paragraph 2'), fact('Q10')],
    { dependsOn: ['no-change/repeat-publish-returns-same-version', refusedUpdate] },
  ),
  'concurrency/one-number-one-content': must(
    'no version number is given to two different contents',
    ['PublishVersion', 'UpdateFunctionCode'],
    [snapshot, fact('F110')],
    { dependsOn: [newNumber] },
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
      { dependsOn: ['update-function-code/publish-returns-a-version'] },
    ),
    level: 'should',
    basis: 'inferred',
  },
  'concurrency/guarded-publish-publishes-what-was-seen': must(
    'a publish accepted with a RevisionId makes a version of what had that RevisionId',
    ['PublishVersion', 'GetFunctionConfiguration'],
    [publishVersion('Request Body', 'RevisionId')],
    { dependsOn: ['revision-id/publish-with-stale-is-refused', mixture] },
  ),
  'concurrency/checked-publish-publishes-that-code': must(
    'a publish accepted with a CodeSha256 makes a version of the code that has it',
    ['PublishVersion'],
    [publishVersion('Request Body', 'CodeSha256')],
    { dependsOn: ['code-sha256/wrong-is-refused', mixture] },
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
    { dependsOn: ['publish-layer-version/hash-is-of-the-content'] },
  ),
  'concurrency/layer-versions-are-kept': must(
    'every layer version published at once is listed',
    ['PublishLayerVersion', 'ListLayerVersions'],
    [publishLayerVersion('Introduction, paragraph 1'), model('ListLayerVersions')],
    { dependsOn: ['concurrency/layer-numbers-are-distinct'] },
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
      'update-function-code/takes-effect',
      'publish-version/snapshots-code',
      'revision-id/reply-is-current',
      'revision-id/is-not-given-twice',
      'publish-layer-version/is-listed',
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
