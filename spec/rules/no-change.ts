import { fact, publishLayerVersion, publishVersion, updateFunctionCode } from './cite.ts'
import { rulesOf, type Rule } from './rule.ts'

const statement = publishVersion('Introduction, paragraph 2')
const base = ['no-change/repeat-publish-returns-same-version'] as const
/** What is known of a function is mostly known by reading it. */
const read = [...base, 'no-change/read-is-no-change'] as const
/** The version that a publish should return was made by one of these. */
const made = [
  ...read,
  'no-change/publish-after-update-with-publish',
  'no-change/publish-after-create-with-publish',
] as const

/** A change of one member of the configuration, then a publish. */
const changed = (member: string): Rule => ({
  title: `a publish after a change of ${member} makes a new version`,
  level: 'must',
  basis: 'documented',
  cites: [statement, fact('F027')],
  needs: ['PublishVersion', 'UpdateFunctionConfiguration'],
  dependsOn: [
    'no-change/configuration-change-makes-version',
    'supporting/configuration-update-takes-effect',
  ],
})

export const noChangeRules = rulesOf('no-change', {
  'no-change/first-publish-makes-version': {
    title: 'the first publish of a function makes a version',
    level: 'must',
    basis: 'documented',
    cites: [publishVersion('Introduction, paragraph 1'), fact('F024')],
    needs: ['PublishVersion'],
  },
  'no-change/repeat-publish-returns-same-version': {
    title: 'a publish with nothing changed returns the existing version',
    level: 'must',
    basis: 'documented',
    cites: [statement, fact('F022')],
    needs: ['PublishVersion'],
  },
  'no-change/repeat-publish-is-201': {
    title: 'a publish with nothing changed answers 201 and no error',
    level: 'must',
    basis: 'documented',
    cites: [publishVersion('Response Elements'), fact('F022')],
    needs: ['PublishVersion'],
    dependsOn: [
      'publish-version/success-is-201',
      'code-sha256/absent-is-accepted',
      'code-sha256/right-is-accepted-when-nothing-changed',
      'revision-id/publish-without-is-accepted',
      'revision-id/publish-with-current-is-accepted',
    ],
  },
  'no-change/repeat-publish-adds-no-version': {
    title: 'a publish with nothing changed adds nothing to the list of versions',
    level: 'must',
    basis: 'documented',
    cites: [statement, fact('F022')],
    needs: ['PublishVersion', 'ListVersionsByFunction'],
    dependsOn: base,
  },
  'no-change/repeat-publish-returns-the-version-as-it-is': {
    title: 'a publish with nothing changed returns the existing version member by member',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F022'), fact('F010')],
    needs: ['PublishVersion'],
    dependsOn: [
      ...base,
      'revision-id/is-always-given',
      'update-function-code/hash-is-of-the-package',
    ],
  },
  'no-change/repeat-publish-keeps-revision': {
    title: "a publish with nothing changed leaves $LATEST's RevisionId as it was",
    level: 'should',
    basis: 'recorded',
    cites: [fact('F010')],
    needs: ['PublishVersion', 'GetFunctionConfiguration'],
    dependsOn: [...base, 'versions/number-is-new', 'revision-id/stays-when-read'],
  },
  'no-change/repeat-publish-uses-no-number': {
    title: 'a publish with nothing changed uses up no version number',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F113')],
    needs: ['PublishVersion', 'UpdateFunctionCode'],
    dependsOn: [...base, 'versions/numbers-rise-by-one'],
  },
  'no-change/new-description-is-no-change': {
    title: 'a new Description in the publish request does not make a version',
    level: 'must',
    basis: 'documented',
    cites: [statement, fact('F023')],
    needs: ['PublishVersion'],
    dependsOn: [...made, 'no-change/repeat-publish-adds-no-version'],
    why: 'The Description of the request belongs to the version to be made, not to the configuration of the function.',
  },
  'no-change/new-description-keeps-the-old': {
    title: 'the existing version keeps its Description when a repeated publish brings another',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F023')],
    needs: ['PublishVersion'],
    dependsOn: ['no-change/new-description-is-no-change'],
  },
  'no-change/code-change-makes-version': {
    title: 'a publish after a change of the code makes a new version',
    level: 'must',
    basis: 'documented',
    cites: [statement, fact('F020')],
    needs: ['PublishVersion', 'UpdateFunctionCode'],
  },
  'no-change/configuration-change-makes-version': {
    title: 'a publish after a change of the configuration makes a new version',
    level: 'must',
    basis: 'documented',
    cites: [statement, fact('F027')],
    needs: ['PublishVersion', 'UpdateFunctionConfiguration'],
  },
  'no-change/description-change-makes-version': changed('Description'),
  'no-change/environment-change-makes-version': changed('Environment'),
  'no-change/handler-change-makes-version': changed('Handler'),
  'no-change/memory-size-change-makes-version': changed('MemorySize'),
  'no-change/timeout-change-makes-version': changed('Timeout'),
  'no-change/runtime-change-makes-version': changed('Runtime'),
  'no-change/tracing-config-change-makes-version': changed('TracingConfig'),
  'no-change/layers-change-makes-version': {
    ...changed('Layers'),
    cites: [statement, fact('F027'), publishLayerVersion('Introduction, paragraph 2')],
    needs: ['PublishVersion', 'UpdateFunctionConfiguration', 'PublishLayerVersion'],
  },
  'no-change/ephemeral-storage-change-makes-version': {
    ...changed('EphemeralStorage'),
    edition: { from: '2024-08' },
  },
  'no-change/logging-config-change-makes-version': {
    ...changed('LoggingConfig'),
    edition: { from: '2024-08' },
  },
  'no-change/change-and-back': {
    title: 'a publish after a change and the change back makes a version or returns the last',
    level: 'may',
    basis: 'inferred',
    cites: [statement, fact('F026')],
    needs: ['PublishVersion', 'UpdateFunctionConfiguration'],
  },
  'no-change/same-bytes-again': {
    title: 'a publish after the same bytes were uploaded again makes a version or returns the last',
    level: 'may',
    basis: 'recorded',
    cites: [statement, fact('F020'), fact('F025')],
    needs: ['PublishVersion', 'UpdateFunctionCode'],
  },
  'no-change/same-configuration-again': {
    title:
      'a publish after an update with the present configuration makes a version or returns the last',
    level: 'may',
    basis: 'inferred',
    cites: [statement, fact('F020')],
    needs: ['PublishVersion', 'UpdateFunctionConfiguration'],
  },
  'no-change/dry-run-is-no-change': {
    title: 'a publish after a dry run returns the existing version',
    level: 'should',
    basis: 'inferred',
    cites: [updateFunctionCode('Request Body', 'DryRun'), statement, fact('Q2')],
    needs: ['PublishVersion', 'UpdateFunctionCode'],
    dependsOn: [
      ...made,
      'no-change/repeat-publish-adds-no-version',
      'no-change/new-description-is-no-change',
      'update-function-code/dry-run-keeps-code',
    ],
  },
  'no-change/refused-update-is-no-change': {
    title: 'a publish after a refused update returns the existing version',
    level: 'must',
    basis: 'documented',
    cites: [statement, updateFunctionCode('Request Body', 'RevisionId')],
    needs: ['PublishVersion', 'UpdateFunctionCode'],
    dependsOn: [...made, 'revision-id/update-code-with-made-up-is-refused'],
  },
  'no-change/refused-publish-is-no-change': {
    title: 'a publish after a refused publish returns the existing version',
    level: 'must',
    basis: 'documented',
    cites: [publishVersion('Introduction, paragraph 2'), fact('F010')],
    needs: ['PublishVersion'],
    dependsOn: [...made, 'no-change/read-is-no-change'],
  },
  'no-change/publish-after-update-with-publish': {
    title: 'a publish right after an update with Publish returns the version that update made',
    level: 'must',
    basis: 'documented',
    cites: [updateFunctionCode('Request Body', 'Publish'), statement, fact('F021')],
    needs: ['PublishVersion', 'UpdateFunctionCode'],
    dependsOn: [...read, 'update-function-code/publish-returns-a-version'],
  },
  'no-change/publish-after-create-with-publish': {
    title: 'a publish right after a creation with Publish returns the version that creation made',
    level: 'must',
    basis: 'documented',
    cites: [statement, fact('F024')],
    needs: ['PublishVersion', 'CreateFunction'],
    dependsOn: read,
  },
  'no-change/alias-is-no-change': {
    title: 'creating an alias does not make the next publish a new version',
    level: 'must',
    basis: 'documented',
    cites: [statement, fact('F028')],
    needs: ['PublishVersion', 'CreateAlias'],
    dependsOn: made,
  },
  'no-change/read-is-no-change': {
    title: 'reading a function does not make the next publish a new version',
    level: 'must',
    basis: 'documented',
    cites: [statement],
    needs: ['PublishVersion', 'GetFunctionConfiguration'],
    dependsOn: base,
  },
})
