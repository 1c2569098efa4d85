import type { OperationName } from '../operations.ts'
import { fact, model, publishVersion, updateFunctionCode } from './cite.ts'
import { rulesOf, type Rule } from './rule.ts'
import type { Citation } from '../sources.ts'

/** The operations that take a RevisionId, the word for them in an id, and what states the precondition. */
const guarded = {
  publish: {
    operation: 'PublishVersion',
    cite: publishVersion('Request Body', 'RevisionId'),
    error: publishVersion('Errors', 'PreconditionFailedException'),
    does: 'a publish',
  },
  updateCode: {
    operation: 'UpdateFunctionCode',
    cite: updateFunctionCode('Request Body', 'RevisionId'),
    error: updateFunctionCode('Errors', 'PreconditionFailedException'),
    does: 'a code update',
  },
  updateConfiguration: {
    operation: 'UpdateFunctionConfiguration',
    cite: model('UpdateFunctionConfigurationRequest', 'RevisionId'),
    error: model('PreconditionFailedException'),
    does: 'a configuration update',
  },
} as const satisfies Record<
  string,
  { operation: OperationName; cite: Citation; error: Citation; does: string }
>

type Guarded = (typeof guarded)[keyof typeof guarded]

const given = 'revision-id/is-always-given'
const readable = 'revision-id/stays-when-read'
const replied = 'revision-id/reply-is-current'

const accepts = (op: Guarded, what: string, ...roots: readonly string[]): Rule => ({
  title: `${op.does} ${what} is accepted`,
  level: 'must',
  basis: 'documented',
  cites: [op.cite],
  needs: [op.operation],
  ...(roots.length === 0 ? {} : { dependsOn: roots }),
})

const refuses = (op: Guarded, what: string, root?: string): Rule => ({
  title: `${op.does} with ${what} answers 412 PreconditionFailedException`,
  level: 'must',
  basis: 'documented',
  cites: [op.cite, op.error, fact('F019')],
  needs: [op.operation],
  ...(root === undefined ? {} : { dependsOn: [root] }),
})

/** No document and no recording has the case: that a RevisionId is compared as it stands follows from what it is for. */
const inferred = (rule: Rule): Rule => ({ ...rule, level: 'should', basis: 'inferred' })

const unchanged = (op: Guarded, what: string, ...roots: readonly string[]): Rule => ({
  title: `${op.does} refused for its RevisionId ${what}`,
  level: 'must',
  basis: 'documented',
  cites: [op.cite],
  needs: [op.operation, 'GetFunctionConfiguration'],
  dependsOn: roots,
})

const { publish, updateCode, updateConfiguration } = guarded
const stale = 'a RevisionId the function had before'
const madeUp = 'a RevisionId that was never given'
const others = "another function's RevisionId"
const versions = "a version's RevisionId in place of $LATEST's"
const aliases = "an alias's RevisionId"
const part = 'the beginning of the current RevisionId'
const otherCase = 'the current RevisionId in other letter case'
const publishRoot = 'revision-id/publish-with-made-up-is-refused'
const codeRoot = 'revision-id/update-code-with-made-up-is-refused'
const configurationRoot = 'revision-id/update-configuration-with-made-up-is-refused'

export const revisionIdRules = rulesOf('revision-id', {
  'revision-id/publish-without-is-accepted': accepts(publish, 'without a RevisionId'),
  'revision-id/publish-with-current-is-accepted': accepts(
    publish,
    'with the current RevisionId',
    given,
    readable,
    replied,
    'code-sha256/absent-is-accepted',
  ),
  'revision-id/publish-with-made-up-is-refused': refuses(publish, madeUp),
  'revision-id/publish-with-part-is-refused': refuses(publish, part, publishRoot),
  'revision-id/publish-with-other-case-is-refused': inferred(
    refuses(publish, otherCase, publishRoot),
  ),
  'revision-id/publish-with-stale-is-refused': refuses(publish, stale, publishRoot),
  'revision-id/publish-with-other-functions-is-refused': refuses(publish, others, publishRoot),
  'revision-id/publish-with-versions-is-refused': refuses(publish, versions, publishRoot),
  'revision-id/publish-with-aliases-is-refused': {
    ...refuses(publish, aliases, publishRoot),
    needs: ['PublishVersion', 'CreateAlias'],
  },
  'revision-id/update-code-without-is-accepted': accepts(updateCode, 'without a RevisionId'),
  'revision-id/update-code-with-current-is-accepted': accepts(
    updateCode,
    'with the current RevisionId',
    given,
    readable,
    replied,
  ),
  'revision-id/update-code-with-made-up-is-refused': refuses(updateCode, madeUp),
  'revision-id/update-code-with-part-is-refused': refuses(updateCode, part, codeRoot),
  'revision-id/update-code-with-other-case-is-refused': inferred(
    refuses(updateCode, otherCase, codeRoot),
  ),
  'revision-id/update-code-with-stale-is-refused': refuses(updateCode, stale, codeRoot),
  'revision-id/update-code-with-other-functions-is-refused': refuses(updateCode, others, codeRoot),
  'revision-id/update-code-with-versions-is-refused': refuses(updateCode, versions, codeRoot),
  'revision-id/update-code-with-aliases-is-refused': {
    ...refuses(updateCode, aliases, codeRoot),
    needs: ['UpdateFunctionCode', 'CreateAlias'],
  },
  'revision-id/update-configuration-without-is-accepted': accepts(
    updateConfiguration,
    'without a RevisionId',
  ),
  'revision-id/update-configuration-with-current-is-accepted': accepts(
    updateConfiguration,
    'with the current RevisionId',
    given,
    readable,
    replied,
  ),
  'revision-id/update-configuration-with-made-up-is-refused': refuses(updateConfiguration, madeUp),
  'revision-id/update-configuration-with-part-is-refused': refuses(
    updateConfiguration,
    part,
    configurationRoot,
  ),
  'revision-id/update-configuration-with-other-case-is-refused': inferred(
    refuses(updateConfiguration, otherCase, configurationRoot),
  ),
  'revision-id/update-configuration-with-stale-is-refused': refuses(
    updateConfiguration,
    stale,
    configurationRoot,
  ),
  'revision-id/update-configuration-with-other-functions-is-refused': refuses(
    updateConfiguration,
    others,
    configurationRoot,
  ),
  'revision-id/update-configuration-with-versions-is-refused': refuses(
    updateConfiguration,
    versions,
    configurationRoot,
  ),
  'revision-id/update-configuration-with-aliases-is-refused': {
    ...refuses(updateConfiguration, aliases, configurationRoot),
    needs: ['UpdateFunctionConfiguration', 'CreateAlias'],
  },
  'revision-id/refused-publish-makes-no-version': {
    ...unchanged(publish, 'makes no version', publishRoot),
    needs: ['PublishVersion', 'ListVersionsByFunction'],
  },
  'revision-id/refused-publish-uses-no-number': {
    ...unchanged(publish, 'uses up no version number', publishRoot, 'versions/numbers-rise-by-one'),
    level: 'should',
    basis: 'recorded',
    cites: [fact('F110'), fact('F113')],
  },
  'revision-id/refused-publish-keeps-revision': unchanged(
    publish,
    "leaves $LATEST's RevisionId as it was",
    publishRoot,
    readable,
  ),
  'revision-id/refused-update-code-keeps-code': unchanged(
    updateCode,
    'leaves the code as it was',
    codeRoot,
  ),
  'revision-id/refused-update-code-keeps-revision': unchanged(
    updateCode,
    "leaves $LATEST's RevisionId as it was",
    codeRoot,
    readable,
  ),
  'revision-id/refused-update-code-makes-no-version': {
    ...unchanged(updateCode, 'makes no version, with Publish too', codeRoot),
    needs: ['UpdateFunctionCode', 'ListVersionsByFunction'],
  },
  'revision-id/refused-update-configuration-keeps-configuration': unchanged(
    updateConfiguration,
    'leaves the configuration as it was',
    configurationRoot,
  ),
  'revision-id/refused-update-configuration-keeps-revision': unchanged(
    updateConfiguration,
    "leaves $LATEST's RevisionId as it was",
    configurationRoot,
    readable,
  ),
  'revision-id/is-always-given': {
    title: 'every function configuration carries a RevisionId',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F001'), publishVersion('Response Elements', 'RevisionId')],
    needs: ['CreateFunction'],
  },
  'revision-id/is-a-uuid': {
    title: 'a RevisionId is a UUID in lower case',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F001')],
    needs: ['CreateFunction'],
    dependsOn: [given],
  },
  'revision-id/changes-with-code': {
    title: "an update with other code changes $LATEST's RevisionId",
    level: 'must',
    basis: 'documented',
    cites: [updateFunctionCode('Response Elements', 'RevisionId'), updateCode.cite, fact('F003')],
    needs: ['UpdateFunctionCode'],
    why: 'A RevisionId that stays lets a second deployer overwrite an update they never read.',
    dependsOn: [given],
  },
  'revision-id/changes-with-same-code': {
    title: "an update with the same code changes $LATEST's RevisionId",
    level: 'should',
    basis: 'recorded',
    cites: [fact('F005')],
    needs: ['UpdateFunctionCode'],
    dependsOn: [given, 'revision-id/changes-with-code'],
  },
  'revision-id/changes-with-configuration': {
    title: "an update that changes the configuration changes $LATEST's RevisionId",
    level: 'must',
    basis: 'documented',
    cites: [updateConfiguration.cite, publish.cite, fact('F004')],
    needs: ['UpdateFunctionConfiguration'],
    why: 'A RevisionId that stays lets a second deployer overwrite an update they never read.',
    dependsOn: [given],
  },
  'revision-id/changes-with-same-configuration': {
    title: "an update with the present configuration changes $LATEST's RevisionId",
    level: 'should',
    basis: 'recorded',
    cites: [fact('F005')],
    needs: ['UpdateFunctionConfiguration'],
    dependsOn: [given, 'revision-id/changes-with-configuration'],
  },
  'revision-id/is-not-given-twice': {
    title: 'a RevisionId that $LATEST had before does not come back',
    level: 'must',
    basis: 'documented',
    cites: [updateCode.cite, publishVersion('Response Elements', 'RevisionId')],
    needs: ['UpdateFunctionCode'],
    why: 'A stale RevisionId that becomes current again lets a lost update through.',
    dependsOn: [given],
  },
  'revision-id/reply-is-current': {
    title: 'the RevisionId that a settled update returns is the one a read shows',
    level: 'must',
    basis: 'documented',
    cites: [updateFunctionCode('Response Elements', 'RevisionId')],
    needs: ['UpdateFunctionCode', 'GetFunctionConfiguration'],
    dependsOn: [given],
  },
  'revision-id/stays-while-in-progress': {
    title: 'a read while an update is in progress shows the RevisionId of its reply',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F006')],
    needs: ['UpdateFunctionCode', 'GetFunctionConfiguration'],
    edition: { from: '2024-08' },
    dependsOn: [given],
  },
  'revision-id/stays-when-read': {
    title: 'reading a settled function does not change its RevisionId',
    level: 'must',
    basis: 'documented',
    cites: [updateCode.cite, fact('F109')],
    needs: ['GetFunctionConfiguration'],
    dependsOn: [given],
  },
  'revision-id/stays-when-an-alias-is-made': {
    title: "creating an alias leaves $LATEST's RevisionId as it was",
    level: 'should',
    basis: 'recorded',
    cites: [fact('F011')],
    needs: ['CreateAlias', 'GetFunctionConfiguration'],
    dependsOn: [given, readable],
  },
  'revision-id/stays-when-a-version-is-deleted': {
    title: "deleting a version leaves $LATEST's RevisionId as it was",
    level: 'should',
    basis: 'recorded',
    cites: [fact('F014')],
    needs: ['DeleteFunction', 'GetFunctionConfiguration'],
    dependsOn: [given, readable],
  },
  'revision-id/version-has-its-own': {
    title: "a new version has a RevisionId of its own, not $LATEST's",
    level: 'should',
    basis: 'recorded',
    cites: [fact('F007')],
    needs: ['PublishVersion'],
    dependsOn: [given],
  },
  'revision-id/version-keeps-its-own': {
    title: 'the RevisionId of an Active version does not change',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F008')],
    needs: ['PublishVersion', 'GetFunctionConfiguration'],
    dependsOn: [given, 'versions/number-is-new', 'versions/is-readable'],
  },
  'revision-id/alias-has-its-own': {
    title: "an alias has a RevisionId of its own, neither $LATEST's nor the version's",
    level: 'should',
    basis: 'recorded',
    cites: [fact('F012'), fact('F013')],
    needs: ['CreateAlias'],
  },
  'revision-id/publish-changes-latest': {
    title: "a publish that makes a version changes $LATEST's RevisionId or leaves it",
    level: 'may',
    basis: 'recorded',
    cites: [fact('F007')],
    needs: ['PublishVersion', 'GetFunctionConfiguration'],
    dependsOn: [given],
  },
  'revision-id/empty': {
    title: 'an empty RevisionId is compared or taken for none',
    level: 'may',
    basis: 'inferred',
    cites: [publish.cite, fact('Q8')],
    needs: ['PublishVersion'],
  },
  'revision-id/settling-changes-latest': {
    title: "the end of an update changes $LATEST's RevisionId once more or leaves it",
    level: 'may',
    basis: 'recorded',
    cites: [fact('F002'), fact('F003')],
    needs: ['UpdateFunctionCode', 'GetFunctionConfiguration'],
    edition: { from: '2024-08' },
    dependsOn: [given],
  },
})
