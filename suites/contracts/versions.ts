import type { Contract } from '../contract.ts'

export const versions: Contract = {
  area: 'versions',
  title: 'Versions and their numbers',
  clauses: {
    numbers: [
      'versions/number-is-new',
      'versions/numbers-start-at-1',
      'versions/numbers-rise-by-one',
      'versions/numbers-are-per-function',
      'versions/deleted-number-is-not-reused',
    ],
    'a version never changes': [
      'versions/code-stays-after-code-update',
      'versions/configuration-stays-after-configuration-update',
      'versions/stays-after-later-publish',
    ],
    'versions can be found': [
      'versions/is-readable',
      'versions/get-function-agrees',
      'versions/is-listed',
      'versions/latest-is-called-latest',
      'versions/latest-is-listed-first',
      'versions/deleted-is-gone',
    ],
  },
}
