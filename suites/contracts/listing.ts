import type { Contract } from '../contract.ts'

export const listing: Contract = {
  area: 'listing',
  title: 'Listing',
  clauses: {
    'versions of a function': [
      'listing/items-are-as-read',
      'listing/latest-is-as-read',
      'listing/arns-are-qualified',
      'listing/ten-comes-after-nine',
      'listing/status-of-items',
    ],
    'page by page': [
      'listing/page-is-no-longer-than-asked',
      'listing/pages-make-up-the-list',
      'listing/latest-is-on-the-first-page',
    ],
    'versions of a layer': [
      'listing/newest-layer-version-first',
      'listing/unknown-layer-is-an-empty-list',
      'listing/layer-page-is-no-longer-than-asked',
      'listing/layer-pages-make-up-the-list',
      'listing/content-of-layer-items',
    ],
  },
}
