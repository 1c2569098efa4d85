import { fact, model, publishLayerVersion, updateFunctionCode } from './cite.ts'
import { rulesOf } from './rule.ts'

const updateSource = (title: string, member: string) => ({
  title,
  level: 'should' as const,
  basis: 'documented' as const,
  cites: [updateFunctionCode('Request Body', member), fact('F082')] as const,
  needs: ['UpdateFunctionCode'] as const,
})
const layerSource = (title: string, member: string) => ({
  title,
  level: 'should' as const,
  basis: 'documented' as const,
  cites: [model('LayerVersionContentInput', member), fact('F082')] as const,
  needs: ['PublishLayerVersion'] as const,
})

/** Where the code comes from: archives, buckets, images. */
export const requestsSourcesRules = rulesOf('requests', {
  'requests/zip-file-not-in-base64-is-refused': {
    title: 'a ZipFile that is not in base64 answers 400',
    level: 'must',
    basis: 'documented',
    cites: [updateFunctionCode('Request Body', 'ZipFile')],
    needs: ['UpdateFunctionCode'],
    wire: true,
  },
  'requests/zip-file-that-is-no-archive-is-refused': {
    title: 'a ZipFile that is no archive answers 400',
    level: 'must',
    basis: 'documented',
    cites: [updateFunctionCode('Introduction, paragraph 3'), fact('F073')],
    needs: ['UpdateFunctionCode'],
  },
  'requests/empty-zip-file-is-refused': {
    title: 'a ZipFile without a byte answers 400',
    level: 'should',
    basis: 'reported',
    cites: [updateFunctionCode('Introduction, paragraph 3'), fact('F073')],
    needs: ['UpdateFunctionCode'],
    // Nothing at all is no archive.
    dependsOn: ['requests/zip-file-that-is-no-archive-is-refused'],
  },
  'requests/layer-zip-file-not-in-base64-is-refused': {
    title: 'a ZipFile of a layer that is not in base64 answers 400',
    level: 'must',
    basis: 'documented',
    cites: [publishLayerVersion('Request Body', 'Content'), model('LayerVersionContentInput')],
    needs: ['PublishLayerVersion'],
    wire: true,
  },
  'requests/layer-zip-file-that-is-no-archive-is-refused': {
    title: 'a ZipFile of a layer that is no archive answers 400',
    level: 'must',
    basis: 'documented',
    cites: [publishLayerVersion('Introduction, paragraph 1'), fact('F073')],
    needs: ['PublishLayerVersion'],
  },
  'requests/layer-empty-zip-file-is-refused': {
    title: 'a ZipFile of a layer without a byte answers 400',
    level: 'should',
    basis: 'inferred',
    cites: [publishLayerVersion('Introduction, paragraph 1'), fact('F073'), fact('Q14')],
    needs: ['PublishLayerVersion'],
    dependsOn: ['requests/layer-zip-file-that-is-no-archive-is-refused'],
  },
  'requests/update-from-two-sources-is-refused': {
    title: 'a ZipFile beside a bucket answers 400',
    level: 'should',
    basis: 'inferred',
    cites: [updateFunctionCode('Introduction, paragraph 3')],
    needs: ['UpdateFunctionCode'],
  },
  'requests/image-for-a-zip-function-is-refused': {
    title: 'an ImageUri for a function of package type Zip answers 400',
    level: 'must',
    basis: 'documented',
    cites: [updateFunctionCode('Request Body', 'ImageUri'), fact('F092')],
    needs: ['UpdateFunctionCode'],
    edition: { from: '2024-08' },
  },
  'requests/layer-from-two-sources-is-refused': {
    title: 'a ZipFile beside a bucket in the Content of a layer answers 400',
    level: 'should',
    basis: 'inferred',
    cites: [model('LayerVersionContentInput')],
    needs: ['PublishLayerVersion'],
  },
  'requests/empty-content-is-refused': {
    title: 'a Content that names no source answers 400',
    level: 'should',
    basis: 'inferred',
    cites: [publishLayerVersion('Request Body', 'Content'), model('LayerVersionContentInput')],
    needs: ['PublishLayerVersion'],
  },
  'requests/bucket-of-2-is-refused': updateSource(
    'an S3Bucket of 2 characters is refused for its length',
    'S3Bucket',
  ),
  'requests/bucket-of-64-is-refused': updateSource(
    'an S3Bucket of 64 characters is refused for its length',
    'S3Bucket',
  ),
  'requests/bucket-with-a-dot-at-its-end-is-refused': updateSource(
    'an S3Bucket that ends with a dot is refused for its form',
    'S3Bucket',
  ),
  'requests/empty-key-is-refused': updateSource(
    'an empty S3Key is refused for its length',
    'S3Key',
  ),
  'requests/key-of-1025-is-refused': updateSource(
    'an S3Key of 1025 characters is refused for its length',
    'S3Key',
  ),
  'requests/empty-object-version-is-refused': updateSource(
    'an empty S3ObjectVersion is refused for its length',
    'S3ObjectVersion',
  ),
  'requests/object-version-of-1025-is-refused': updateSource(
    'an S3ObjectVersion of 1025 characters is refused for its length',
    'S3ObjectVersion',
  ),
  'requests/layer-bucket-of-2-is-refused': layerSource(
    'an S3Bucket of 2 characters in the Content of a layer is refused for its length',
    'S3Bucket',
  ),
  'requests/layer-empty-key-is-refused': layerSource(
    'an empty S3Key in the Content of a layer is refused for its length',
    'S3Key',
  ),
})
