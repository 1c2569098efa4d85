import type { Contract } from '../contract.ts'

export const publishLayerVersion: Contract = {
  area: 'publish-layer-version',
  title: 'PublishLayerVersion',
  clauses: {
    'its reply': [
      'publish-layer-version/success-is-201',
      'publish-layer-version/content-type',
      'publish-layer-version/success-body',
      'publish-layer-version/returns-what-was-given',
      'publish-layer-version/arn-carries-the-number',
      'publish-layer-version/hash-is-of-the-content',
      'publish-layer-version/hash-is-base64',
      'publish-layer-version/size-is-of-the-content',
    ],
    'each publish is a new version': [
      'publish-layer-version/always-a-new-version',
      'publish-layer-version/numbers-rise-by-one',
      'publish-layer-version/numbers-are-per-layer',
      'publish-layer-version/numbers-are-not-reused',
    ],
    'what was published stays': [
      'publish-layer-version/is-readable',
      'publish-layer-version/is-listed',
      'publish-layer-version/earlier-versions-stay',
    ],
    'its refusals': [
      'publish-layer-version/errors-are-documented',
      'publish-layer-version/missing-content-is-refused',
      'publish-layer-version/description-of-257-is-refused',
      'publish-layer-version/license-info-of-513-is-refused',
    ],
  },
}
