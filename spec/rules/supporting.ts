import { fact, model, publishVersion, updateFunctionCode } from './cite.ts'
import { rulesOf, type Rule } from './rule.ts'
import type { OperationName } from '../operations.ts'

/** A shape that a subject operation shares is looked at there first. */
const shared = { dependsOn: ['publish-version/success-body'] } as const

const shape = (operation: OperationName, output: string): Rule => ({
  title: `the body of a successful ${operation} has the modelled members, types and limits`,
  level: 'must',
  basis: 'documented',
  cites: [model(operation), model(output)],
  needs: [operation],
})

/** What was taken over its limit comes back over it. */
const layerLimits = [
  'publish-layer-version/description-of-257-is-refused',
  'publish-layer-version/license-info-of-513-is-refused',
]

export const supportingRules = rulesOf('supporting', {
  'supporting/create-function-body': {
    ...shape('CreateFunction', 'FunctionConfiguration'),
    ...shared,
  },
  'supporting/get-function-body': { ...shape('GetFunction', 'GetFunctionResponse'), ...shared },
  'supporting/get-function-configuration-body': {
    ...shape('GetFunctionConfiguration', 'FunctionConfiguration'),
    ...shared,
  },
  'supporting/update-function-configuration-body': {
    ...shape('UpdateFunctionConfiguration', 'FunctionConfiguration'),
    ...shared,
  },
  'supporting/list-versions-body': {
    ...shape('ListVersionsByFunction', 'ListVersionsByFunctionResponse'),
    ...shared,
  },
  'supporting/create-alias-body': shape('CreateAlias', 'AliasConfiguration'),
  'supporting/get-alias-body': shape('GetAlias', 'AliasConfiguration'),
  'supporting/update-alias-body': shape('UpdateAlias', 'AliasConfiguration'),
  'supporting/add-permission-body': shape('AddPermission', 'AddPermissionResponse'),
  'supporting/get-policy-body': shape('GetPolicy', 'GetPolicyResponse'),
  'supporting/get-layer-version-body': {
    ...shape('GetLayerVersion', 'GetLayerVersionResponse'),
    dependsOn: layerLimits,
    needs: ['GetLayerVersion', 'PublishLayerVersion'],
  },
  'supporting/list-layer-versions-body': {
    ...shape('ListLayerVersions', 'ListLayerVersionsResponse'),
    dependsOn: layerLimits,
  },
  'supporting/success-statuses': {
    title: 'each supporting operation answers success with its own status',
    level: 'must',
    basis: 'documented',
    cites: [model('http.responseCode'), fact('F060')],
    needs: ['CreateFunction'],
  },
  'supporting/configuration-update-takes-effect': {
    title: 'a configuration update is what its reply and a read afterwards show',
    level: 'must',
    basis: 'documented',
    cites: [model('UpdateFunctionConfiguration'), fact('F056'), fact('F109')],
    needs: ['UpdateFunctionConfiguration'],
  },
  'supporting/configuration-update-in-progress-is-409': {
    title:
      'changing the configuration while an update is in progress answers 409 ResourceConflictException',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F100')],
    needs: ['UpdateFunctionConfiguration', 'UpdateFunctionCode'],
    edition: { from: '2024-08' },
  },
  'supporting/create-defaults': {
    title: 'what a creation does not give has its default',
    level: 'should',
    basis: 'recorded',
    cites: [
      fact('F052'),
      publishVersion('Response Elements', 'EphemeralStorage'),
      updateFunctionCode('Request Body', 'Architectures'),
    ],
    needs: ['CreateFunction'],
  },
  'supporting/configuration-update-keeps-code': {
    title: 'a configuration update leaves the code as it was',
    level: 'must',
    basis: 'documented',
    cites: [model('UpdateFunctionConfigurationRequest')],
    needs: ['UpdateFunctionConfiguration'],
    dependsOn: ['update-function-code/hash-is-of-the-package', 'deletion/leaves-latest'],
  },
  'supporting/create-with-publish-makes-version': {
    title: 'a creation with Publish makes a version',
    level: 'must',
    basis: 'documented',
    cites: [model('CreateFunctionRequest', 'Publish'), fact('F024')],
    needs: ['CreateFunction'],
  },
  'supporting/create-without-publish-makes-no-version': {
    title: 'a creation without Publish makes no version',
    level: 'must',
    basis: 'documented',
    cites: [model('CreateFunctionRequest', 'Publish'), fact('F024')],
    needs: ['CreateFunction', 'ListVersionsByFunction'],
  },
  'supporting/create-arn-is-unqualified': {
    title: 'the FunctionArn that a creation returns ends with the name, also with Publish',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F044'), fact('F045')],
    needs: ['CreateFunction'],
  },
  'supporting/created-version-has-its-own-revision': {
    title: 'the version that a creation with Publish makes has a RevisionId that $LATEST never has',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F009')],
    needs: ['CreateFunction', 'GetFunctionConfiguration'],
    dependsOn: ['revision-id/version-has-its-own', 'revision-id/version-keeps-its-own'],
  },
  'supporting/second-creation-is-refused': {
    title: 'creating a function under a name that is taken answers 409 ResourceConflictException',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F095'), model('CreateFunction', 'ResourceConflictException')],
    needs: ['CreateFunction'],
  },
  'supporting/refused-creation-changes-nothing': {
    title: 'a refused creation leaves the function that has the name as it was',
    level: 'should',
    basis: 'inferred',
    cites: [fact('F095'), model('CreateFunction', 'ResourceConflictException')],
    needs: ['CreateFunction', 'GetFunctionConfiguration'],
  },
  'supporting/create-hash-is-of-the-package': {
    title: 'CreateFunction returns the SHA-256 and the size of the bytes that were sent',
    level: 'must',
    basis: 'documented',
    cites: [model('FunctionConfiguration', 'CodeSha256'), fact('F037')],
    needs: ['CreateFunction'],
  },
})
