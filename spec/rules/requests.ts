import { fact, model, publishLayerVersion, publishVersion, updateFunctionCode } from './cite.ts'
import { rulesOf } from './rule.ts'
import { requestsSourcesRules } from './requests-sources.ts'
import { requestsTypesRules } from './requests-types.ts'

const publishing = ['PublishVersion', 'UpdateFunctionCode', 'PublishLayerVersion'] as const
const bodies = [
  publishVersion('Request Body'),
  updateFunctionCode('Request Body'),
  publishLayerVersion('Request Body'),
] as const

export const requestsRules = rulesOf('requests', {
  'requests/malformed-json-is-refused': {
    title: 'a body that is no JSON answers 400',
    level: 'must',
    basis: 'documented',
    cites: [...bodies, fact('F099')],
    needs: publishing,
  },
  'requests/body-that-is-no-object-is-refused': {
    title: 'a body that is JSON but no object answers 400',
    level: 'should',
    basis: 'inferred',
    cites: [...bodies, fact('F099')],
    needs: publishing,
  },
  'requests/publish-with-empty-body': {
    title: 'a publish with no body at all is taken as one without members, or refused',
    level: 'may',
    basis: 'inferred',
    cites: [publishVersion('Request Body'), fact('Q6')],
    needs: ['PublishVersion'],
  },
  'requests/unknown-member-is-ignored': {
    title: 'a member that is not documented is ignored',
    level: 'should',
    basis: 'reported',
    cites: [fact('F099')],
    needs: publishing,
  },
  'requests/publish-description-counts-characters': {
    title: 'a Description of 256 characters of two bytes each is accepted and returned',
    level: 'must',
    basis: 'documented',
    cites: [publishVersion('Request Body', 'Description')],
    needs: ['PublishVersion'],
    dependsOn: [
      'publish-version/description-of-256-is-accepted',
      'publish-version/description-overrides',
    ],
  },
  'requests/layer-description-counts-characters': {
    title: 'a layer Description of 256 characters of two bytes each is accepted and returned',
    level: 'must',
    basis: 'documented',
    cites: [publishLayerVersion('Request Body', 'Description')],
    needs: ['PublishLayerVersion'],
    dependsOn: [
      'publish-layer-version/returns-what-was-given',
      'requests/layer-description-of-256-is-accepted',
    ],
  },
  'requests/layer-description-of-256-is-accepted': {
    title: 'a layer Description of 256 characters is accepted and returned',
    level: 'must',
    basis: 'documented',
    cites: [publishLayerVersion('Request Body', 'Description')],
    needs: ['PublishLayerVersion'],
    dependsOn: ['publish-layer-version/returns-what-was-given'],
  },
  'requests/layer-empty-description-is-accepted': {
    title: 'an empty layer Description is accepted',
    level: 'must',
    basis: 'documented',
    cites: [publishLayerVersion('Request Body', 'Description')],
    needs: ['PublishLayerVersion'],
    dependsOn: ['publish-layer-version/returns-what-was-given'],
  },
  'requests/license-info-of-512-is-accepted': {
    title: 'a LicenseInfo of 512 characters is accepted and returned',
    level: 'must',
    basis: 'documented',
    cites: [publishLayerVersion('Request Body', 'LicenseInfo')],
    needs: ['PublishLayerVersion'],
    dependsOn: ['publish-layer-version/returns-what-was-given'],
  },
  'requests/layer-description-of-256-beyond-16-bits': {
    title: 'a layer Description of 256 characters of more than 16 bits is accepted or refused',
    level: 'may',
    basis: 'inferred',
    cites: [publishLayerVersion('Request Body', 'Description')],
    needs: ['PublishLayerVersion'],
    why: 'The documents count characters and leave open whether such a one counts for one or for two.',
  },
  'requests/runtimes-at-the-maximum-are-accepted': {
    title: 'as many CompatibleRuntimes as are documented are accepted and returned',
    level: 'must',
    basis: 'documented',
    cites: [
      publishLayerVersion('Request Body', 'CompatibleRuntimes'),
      model('CompatibleRuntimes'),
      fact('F070'),
    ],
    needs: ['PublishLayerVersion'],
    dependsOn: ['publish-layer-version/returns-what-was-given'],
  },
  'requests/runtimes-over-the-maximum-are-refused': {
    title: 'one more of the CompatibleRuntimes than are documented answers 400',
    level: 'must',
    basis: 'documented',
    cites: [
      publishLayerVersion('Request Body', 'CompatibleRuntimes'),
      model('CompatibleRuntimes'),
      fact('F070'),
    ],
    needs: ['PublishLayerVersion'],
  },
  'requests/unknown-runtime-of-a-layer-is-refused': {
    title: 'a runtime that never was among the CompatibleRuntimes answers 400',
    level: 'must',
    basis: 'documented',
    cites: [publishLayerVersion('Request Body', 'CompatibleRuntimes'), fact('F070')],
    needs: ['PublishLayerVersion'],
  },
  'requests/unknown-architecture-of-a-layer-is-refused': {
    title: 'an architecture that never was among the CompatibleArchitectures answers 400',
    level: 'must',
    basis: 'documented',
    cites: [model('CompatibleArchitectures'), fact('F070')],
    needs: ['PublishLayerVersion'],
    edition: { from: '2024-08' },
  },
  'requests/three-architectures-of-a-layer-are-refused': {
    title: 'three CompatibleArchitectures answer 400',
    level: 'must',
    basis: 'documented',
    cites: [model('CompatibleArchitectures'), fact('F070')],
    needs: ['PublishLayerVersion'],
    edition: { from: '2024-08' },
  },
  'requests/update-without-an-architecture-is-refused': {
    title: 'an empty list of Architectures answers 400',
    level: 'must',
    basis: 'documented',
    cites: [updateFunctionCode('Request Body', 'Architectures')],
    needs: ['UpdateFunctionCode'],
    edition: { from: '2024-08' },
  },
  'requests/update-to-two-architectures-is-refused': {
    title: 'two Architectures answer 400',
    level: 'must',
    basis: 'documented',
    cites: [updateFunctionCode('Request Body', 'Architectures')],
    needs: ['UpdateFunctionCode'],
    edition: { from: '2024-08' },
  },
  'requests/update-to-an-unknown-architecture-is-refused': {
    title: 'an architecture that is not documented answers 400',
    level: 'must',
    basis: 'documented',
    cites: [updateFunctionCode('Request Body', 'Architectures')],
    needs: ['UpdateFunctionCode'],
    edition: { from: '2024-08' },
  },
  ...requestsTypesRules,
  ...requestsSourcesRules,
  'requests/broken-constraint-is-a-validation-exception': {
    title: 'a broken constraint of the model is called ValidationException',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F080'), fact('F082')],
    needs: publishing,
    dependsOn: [
      'publish-version/errors-are-documented',
      'update-function-code/errors-are-documented',
      'publish-layer-version/errors-are-documented',
    ],
  },
  'requests/validation-message-has-the-recorded-form': {
    title:
      'a ValidationException counts the errors and says of each its value, its place and the constraint',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F082')],
    needs: publishing,
    dependsOn: [
      'errors/have-a-message',
      'errors/body',
      'requests/broken-constraint-is-a-validation-exception',
    ],
  },
  'requests/violations-are-reported-together': {
    title: 'two broken constraints of one request are reported in one message',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F039')],
    needs: ['PublishLayerVersion'],
    edition: { from: '2024-08' },
    dependsOn: [
      'requests/unknown-runtime-of-a-layer-is-refused',
      'requests/unknown-architecture-of-a-layer-is-refused',
      'requests/validation-message-has-the-recorded-form',
    ],
  },
  'requests/refused-request-changes-nothing': {
    title: 'a request refused for its form changes no function and makes no version',
    level: 'must',
    basis: 'documented',
    cites: [
      publishVersion('Errors', 'InvalidParameterValueException'),
      updateFunctionCode('Errors', 'InvalidParameterValueException'),
      publishLayerVersion('Errors', 'InvalidParameterValueException'),
    ],
    needs: publishing,
    // A deleted layer version that is listed still was not made by the refused request.
    dependsOn: ['deletion/layer-version-is-gone', 'deletion/layer-version-is-not-listed'],
  },
})
