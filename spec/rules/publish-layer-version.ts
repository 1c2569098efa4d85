import { fact, model, publishLayerVersion } from './cite.ts'
import { rulesOf } from './rule.ts'

const introduction = publishLayerVersion('Introduction, paragraph 1')
const content = publishLayerVersion('Response Elements', 'Content')

export const publishLayerVersionRules = rulesOf('publish-layer-version', {
  'publish-layer-version/success-is-201': {
    title: 'a successful layer publish answers 201',
    level: 'must',
    basis: 'documented',
    cites: [publishLayerVersion('Response Elements'), fact('F060')],
    needs: ['PublishLayerVersion'],
  },
  'publish-layer-version/success-body': {
    title: 'the body of a successful layer publish has the documented members, types and limits',
    level: 'must',
    basis: 'documented',
    cites: [publishLayerVersion('Response Syntax'), fact('F066')],
    needs: ['PublishLayerVersion'],
  },
  'publish-layer-version/content-type': {
    title: 'a successful layer publish answers application/json',
    level: 'must',
    basis: 'documented',
    cites: [publishLayerVersion('Response Syntax')],
    needs: ['PublishLayerVersion'],
    wire: true,
  },
  'publish-layer-version/errors-are-documented': {
    title: 'an error of PublishLayerVersion has a documented name with its documented status',
    level: 'must',
    basis: 'documented',
    cites: [publishLayerVersion('Errors'), fact('F080')],
    needs: ['PublishLayerVersion'],
  },
  'publish-layer-version/missing-content-is-refused': {
    title: 'a layer publish without Content answers 400',
    level: 'must',
    basis: 'documented',
    cites: [publishLayerVersion('Request Body', 'Content'), fact('F075')],
    needs: ['PublishLayerVersion'],
    wire: true,
  },
  'publish-layer-version/description-of-257-is-refused': {
    title: 'a layer Description of 257 characters answers 400',
    level: 'must',
    basis: 'documented',
    cites: [publishLayerVersion('Request Body', 'Description'), fact('F082')],
    needs: ['PublishLayerVersion'],
  },
  'publish-layer-version/license-info-of-513-is-refused': {
    title: 'a LicenseInfo of 513 characters answers 400',
    level: 'must',
    basis: 'documented',
    cites: [publishLayerVersion('Request Body', 'LicenseInfo'), fact('F082')],
    needs: ['PublishLayerVersion'],
  },
  'publish-layer-version/always-a-new-version': {
    title:
      'each layer publish under one name gives a number not given before, also for the same bytes',
    level: 'must',
    basis: 'documented',
    cites: [introduction, fact('F064')],
    needs: ['PublishLayerVersion'],
  },
  'publish-layer-version/numbers-rise-by-one': {
    title: 'layer version numbers start at 1 and rise by 1',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F065')],
    needs: ['PublishLayerVersion'],
    dependsOn: ['publish-layer-version/always-a-new-version'],
  },
  'publish-layer-version/numbers-are-per-layer': {
    title: "publishing one layer uses none of another layer's numbers",
    level: 'should',
    basis: 'recorded',
    cites: [fact('F065')],
    needs: ['PublishLayerVersion'],
    dependsOn: [
      'publish-layer-version/always-a-new-version',
      'publish-layer-version/numbers-rise-by-one',
    ],
  },
  'publish-layer-version/numbers-are-not-reused': {
    title: 'the number of a deleted layer version is not given again',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F065')],
    needs: ['PublishLayerVersion', 'DeleteLayerVersion'],
    dependsOn: ['publish-layer-version/always-a-new-version'],
  },
  'publish-layer-version/hash-is-of-the-content': {
    title: 'the CodeSha256 of a layer is the SHA-256 of the bytes that were sent',
    level: 'must',
    basis: 'documented',
    cites: [content, model('LayerVersionContentOutput', 'CodeSha256')],
    needs: ['PublishLayerVersion'],
  },
  'publish-layer-version/hash-is-base64': {
    title: 'the CodeSha256 of a layer is in base64',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F066')],
    needs: ['PublishLayerVersion'],
  },
  'publish-layer-version/size-is-of-the-content': {
    title: 'the CodeSize of a layer is the number of bytes that were sent',
    level: 'must',
    basis: 'documented',
    cites: [content, model('LayerVersionContentOutput', 'CodeSize')],
    needs: ['PublishLayerVersion'],
  },
  'publish-layer-version/returns-what-was-given': {
    title:
      'a layer publish returns Description, LicenseInfo and CompatibleRuntimes as they were given',
    level: 'must',
    basis: 'documented',
    cites: [publishLayerVersion('Response Elements')],
    needs: ['PublishLayerVersion'],
  },
  'publish-layer-version/arn-carries-the-number': {
    title: 'LayerVersionArn is LayerArn with the version number behind it',
    level: 'must',
    basis: 'documented',
    cites: [publishLayerVersion('Response Elements', 'LayerVersionArn')],
    needs: ['PublishLayerVersion'],
  },
  'publish-layer-version/is-readable': {
    title: 'a published layer version can be read back with the same hash and size',
    level: 'must',
    basis: 'documented',
    cites: [model('GetLayerVersion')],
    needs: ['PublishLayerVersion', 'GetLayerVersion'],
    dependsOn: ['publish-layer-version/always-a-new-version'],
  },
  'publish-layer-version/earlier-versions-stay': {
    title: 'a later layer publish leaves the earlier versions as they were',
    level: 'must',
    basis: 'documented',
    cites: [introduction, model('GetLayerVersion')],
    needs: ['PublishLayerVersion', 'GetLayerVersion'],
    dependsOn: ['publish-layer-version/always-a-new-version'],
  },
  'publish-layer-version/is-listed': {
    title: 'a published layer version is in the list of its layer',
    level: 'must',
    basis: 'documented',
    cites: [model('ListLayerVersions')],
    needs: ['PublishLayerVersion', 'ListLayerVersions'],
  },
})
