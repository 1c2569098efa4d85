import type { Contract } from '../contract.ts'

export const deletion: Contract = {
  area: 'deletion',
  title: 'Deletion',
  clauses: {
    'what is not deleted': [
      'deletion/absent-version-succeeds',
      'deletion/latest-is-refused',
      'deletion/alias-qualifier-is-refused',
      'deletion/version-behind-an-alias-is-refused',
      'deletion/version-behind-an-alias-stays',
      'deletion/unknown-function-is-404',
    ],
    'a version': [
      'deletion/leaves-latest',
      'deletion/leaves-other-versions',
      'deletion/publish-after-the-newest-is-deleted',
    ],
    'a function': [
      'deletion/deleted-function-is-not-readable',
      'deletion/deleted-function-cannot-be-published',
      'deletion/deleted-function-cannot-be-updated',
    ],
    'the same name again': [
      'deletion/deleted-name-can-be-used-again',
      'deletion/numbers-go-on-under-the-same-name',
      'deletion/old-versions-do-not-come-back',
      'deletion/old-aliases-do-not-come-back',
      'deletion/old-revisions-do-not-come-back',
    ],
    'a layer version': [
      'deletion/layer-version-is-gone',
      'deletion/layer-version-is-not-listed',
      'deletion/other-layer-versions-stay',
      'deletion/absent-layer-version-succeeds',
      'deletion/layer-version-0-is-refused',
    ],
  },
}
