import { fact, model, publishLayerVersion } from './cite.ts'
import { rulesOf } from './rule.ts'

const versions = model('ListVersionsByFunctionResponse', 'Versions')
const versionPages = [
  model('ListVersionsByFunctionRequest', 'Marker'),
  model('ListVersionsByFunctionResponse', 'NextMarker'),
] as const
const layerPages = [
  model('ListLayerVersionsRequest', 'Marker'),
  model('ListLayerVersionsResponse', 'NextMarker'),
] as const

/** Where the whole list is wrong, its pages are. */
const wholeList = ['versions/is-listed', 'versions/deleted-is-gone'] as const

export const listingRules = rulesOf('listing', {
  'listing/items-are-as-read': {
    title: 'the list of versions shows the CodeSha256, MemorySize and Description of each version',
    level: 'must',
    basis: 'documented',
    cites: [versions, model('FunctionConfiguration'), fact('F051')],
    needs: ['PublishVersion', 'ListVersionsByFunction'],
    dependsOn: [
      'versions/number-is-new',
      'versions/latest-is-called-latest',
      'versions/code-stays-after-code-update',
      'versions/configuration-stays-after-configuration-update',
      'versions/stays-after-later-publish',
      'deletion/leaves-other-versions',
      'update-function-code/hash-is-of-the-package',
    ],
  },
  'listing/latest-is-as-read': {
    title: 'the list of versions shows $LATEST as a read shows it',
    level: 'must',
    basis: 'documented',
    cites: [versions, model('FunctionConfiguration'), fact('F051')],
    needs: ['ListVersionsByFunction', 'GetFunctionConfiguration'],
    dependsOn: ['versions/latest-is-called-latest'],
  },
  'listing/arns-are-qualified': {
    title: 'every FunctionArn in the list of versions ends with the version, also with $LATEST',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F051')],
    needs: ['ListVersionsByFunction'],
    dependsOn: ['versions/latest-is-called-latest'],
  },
  'listing/ten-comes-after-nine': {
    title: 'the versions of a long list are in the order of their numbers: 10 comes after 9',
    level: 'should',
    basis: 'inferred',
    cites: [fact('F051'), fact('Q15')],
    needs: ['PublishVersion', 'ListVersionsByFunction'],
    dependsOn: ['versions/latest-is-listed-first'],
  },
  'listing/status-of-items': {
    title: 'the items of the list of versions show State and LastUpdateStatus or not',
    level: 'may',
    basis: 'recorded',
    cites: [fact('F051')],
    needs: ['ListVersionsByFunction'],
  },
  'listing/page-is-no-longer-than-asked': {
    title: 'a page of versions has no more items than MaxItems says',
    level: 'must',
    basis: 'documented',
    cites: [model('ListVersionsByFunctionRequest', 'MaxItems')],
    needs: ['PublishVersion', 'ListVersionsByFunction'],
  },
  'listing/pages-make-up-the-list': {
    title: 'the pages of versions that one Marker after the other leads to show every version once',
    level: 'must',
    basis: 'documented',
    cites: [...versionPages, fact('Q15')],
    needs: ['PublishVersion', 'ListVersionsByFunction'],
    // A page of everything leads to no other.
    dependsOn: [
      ...wholeList,
      'versions/latest-is-called-latest',
      'listing/page-is-no-longer-than-asked',
    ],
  },
  'listing/latest-is-on-the-first-page': {
    title: 'the first page of versions begins with $LATEST, which no later page shows',
    level: 'should',
    basis: 'inferred',
    cites: [fact('F051'), fact('Q15')],
    needs: ['PublishVersion', 'ListVersionsByFunction'],
    dependsOn: ['versions/latest-is-called-latest', 'versions/latest-is-listed-first'],
  },
  'listing/newest-layer-version-first': {
    title: 'the list of layer versions begins with the newest',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F069')],
    needs: ['PublishLayerVersion', 'ListLayerVersions'],
    dependsOn: ['publish-layer-version/is-listed'],
  },
  'listing/unknown-layer-is-an-empty-list': {
    title: 'listing the versions of a layer that nobody published answers 200 with an empty list',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F069')],
    needs: ['ListLayerVersions'],
  },
  'listing/layer-page-is-no-longer-than-asked': {
    title: 'a page of layer versions has no more items than MaxItems says',
    level: 'must',
    basis: 'documented',
    cites: [model('ListLayerVersionsRequest', 'MaxItems')],
    needs: ['PublishLayerVersion', 'ListLayerVersions'],
  },
  'listing/layer-pages-make-up-the-list': {
    title: 'the pages of layer versions that one Marker leads to after the other show each once',
    level: 'must',
    basis: 'documented',
    cites: layerPages,
    needs: ['PublishLayerVersion', 'ListLayerVersions'],
    dependsOn: ['publish-layer-version/is-listed', 'listing/layer-page-is-no-longer-than-asked'],
  },
  'listing/layers-by-runtime': {
    title: 'a list of layer versions for one runtime shows those that are for it, and no other',
    level: 'must',
    basis: 'documented',
    cites: [publishLayerVersion('Request Body', 'CompatibleRuntimes')],
    needs: ['PublishLayerVersion', 'ListLayerVersions'],
    dependsOn: [
      'publish-layer-version/is-listed',
      'publish-layer-version/always-a-new-version',
      'publish-layer-version/returns-what-was-given',
    ],
  },
  'listing/content-of-layer-items': {
    title: 'the items of the list of layer versions show their Content or not',
    level: 'may',
    basis: 'recorded',
    cites: [fact('F069')],
    needs: ['PublishLayerVersion', 'ListLayerVersions'],
  },
})
